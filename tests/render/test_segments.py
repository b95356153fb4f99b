"""The segment cache: an edit draws only what changed, and what comes from the cache is what would have been drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from core.run import RunResult
from core.settings import Settings
from render import farm as farm_module
from render import launch
from render.farm import Farm
from tests.render.conftest import scene

pytestmark = pytest.mark.render

HEAD = "import random\nclass Odd(Square):\n    def get_fill_rgbas(self):\n        return np.array([[1, 0, 0, 1.0]])\n"
PLAYS = (
    "c = Circle(color=BLUE)\nself.play(Create(c), run_time=2)\nself.play(c.animate.shift({0} * RIGHT), run_time=2)\n"
    "t = ValueTracker(0)\ns = always_redraw(lambda: Square(1 + t.get_value(), color={1}))\nself.add(s)\n"
    "self.play(t.animate.set_value(1), run_time=2)\nself.wait(2)"
)


class Watched:
    """Renders to one place and notes which segments came from the cache."""

    def __init__(self, farm: Farm, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.farm, self.out, self.hits = farm, out, [0, 0]
        plain = farm_module._result

        def result(said: dict[str, Any], end: dict[str, Any] | None) -> RunResult:
            names = [name for _, name in said.get("segments", [])]
            self.hits = [sum(name.startswith("segments/") for name in names), len(names)]
            return plain(said, end)

        monkeypatch.setattr(farm_module, "_result", result)

    def render(self, body: str, **more: Any) -> list[np.ndarray]:
        result = self.farm.render(scene(body, head=HEAD), "S", out=self.out / "v.mp4", **more)
        assert result.ok, result.error
        with av.open(str(result.video)) as video:
            return [frame.to_ndarray(format="rgb24") for frame in video.decode(video.streams.video[0])]


@pytest.fixture
def watched(farm: Farm, out: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(farm, out, monkeypatch)


def test_same_again_comes_from_the_cache_and_looks_the_same(watched: Watched) -> None:
    first = watched.render(PLAYS.format(1, "RED"))
    assert watched.hits[0] == 0
    second = watched.render(PLAYS.format(1, "RED"))
    assert watched.hits[0] == watched.hits[1] >= 2
    assert all((one == other).all() for one, other in zip(first, second, strict=True))


def test_an_edit_at_the_end_draws_only_the_end(watched: Watched) -> None:
    watched.render(PLAYS.format(1, "RED"))
    edited = watched.render(PLAYS.format(1, "GREEN"))
    assert 0 < watched.hits[0] < watched.hits[1]
    fresh = Watched.render(watched, PLAYS.format(1, "GREEN"), scope="")
    assert all((one == other).all() for one, other in zip(edited, fresh, strict=True))


def test_an_edit_in_words_only_draws_nothing_again(watched: Watched) -> None:
    watched.render(PLAYS.format(1, "RED"))
    watched.render("# a comment\n" + PLAYS.format("1.0", "'#fc6255'"))
    assert watched.hits[0] == watched.hits[1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "self.add(Dot([random.random(), 0, 0]))\nself.wait(2)",
            "self.add(Dot([0, random.random(), 0]))\nself.wait(2)",
        ),
        ("self.add(Square(stroke_width=4))\nself.wait(2)", "self.add(Square(stroke_width=5))\nself.wait(2)"),
        (
            "self.add(Dot(), Square(fill_opacity=1))\nself.wait(2)",
            "self.add(Square(fill_opacity=1), Dot())\nself.wait(2)",
        ),
        ("self.add(Square())\nself.wait(2)", "self.camera.background_color = RED\nself.add(Square())\nself.wait(2)"),
        ("self.add(Square())\nself.wait(2)", "self.add(Square())\nself.wait(1.9)"),
        (
            "self.add(Square(joint_type=LineJointType.MITER))\nself.wait(2)",
            "self.add(Square(joint_type=LineJointType.ROUND))\nself.wait(2)",
        ),
        (
            "self.add(Square(fill_opacity=1).set_color_by_gradient(RED, BLUE))\nself.wait(2)",
            "self.add(Square(fill_opacity=1).set_color_by_gradient(RED, BLUE).set_sheen_direction(UP))\nself.wait(2)",
        ),
    ],
)
def test_whatever_changes_the_picture_changes_the_key(watched: Watched, before: str, after: str) -> None:
    watched.render(before)
    edited = watched.render(after)
    assert watched.hits[0] == 0
    fresh = watched.render(after, scope="")
    assert all((one == other).all() for one, other in zip(edited, fresh, strict=True))


@pytest.mark.parametrize("seed", [1])
def test_seed_and_final_are_in_the_key(watched: Watched, seed: int) -> None:
    body = "self.add(Dot([random.random() * 5, 0, 0]))\nself.wait(2)"
    watched.render(body)
    watched.render(body, seed=seed)
    assert watched.hits[0] == 0
    watched.render(body, seed=seed, final=True)
    assert watched.hits[0] == 0


@pytest.mark.parametrize(
    "body",
    [
        "self.add(Odd())\nself.wait(2)",
        "type(self.camera).apply_fill = lambda *a: None\nself.add(Square(fill_opacity=1))\nself.wait(2)",
        "s = Square(fill_opacity=1)\ns.get_fill_rgbas = lambda: np.array([[0, 1, 0, 1.0]])\nself.add(s)\nself.wait(2)",
        "self.add(PGroup(PointCloudDot(radius=0.5)), Square())\nself.wait(2)",
    ],
)
def test_what_cannot_be_hashed_is_not_cached(watched: Watched, body: str) -> None:
    watched.render(body)
    watched.render(body)
    assert watched.hits == [0, 0]


def test_shelves_do_not_mix(farm: Farm, farm_settings: Settings, out: Path, watched: Watched) -> None:
    watched.render(PLAYS.format(1, "RED"))
    watched.out = out / "elsewhere"
    watched.render(PLAYS.format(1, "RED"))
    assert watched.hits[0] == 0
    shelf = launch.farm_folder(farm_settings) / "cache" / "segments"
    assert len(list(shelf.iterdir())) >= 2
