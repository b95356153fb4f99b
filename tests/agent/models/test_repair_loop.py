"""From a wish to a video with a real farm and a model over HTTP whose first code has a bug."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.make import make
from agent.repair import lessons
from core.settings import settings
from core.wish import Wish, WishOptions
from render.farm import Farm
from tests.agent.models.conftest import CODE, Make
from tests.replay.server import Fail, ReplayServer, Reply

PLAN = {"title": "Shapes", "scenes": [{"title": "Circle to square", "brief": "A circle becomes a square."}]}


@pytest.fixture
def farm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Farm]:
    """The warm farm of this machine; runs and signatures are kept in a folder of the test's own."""
    made = Farm.connect()
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    yield made
    settings.cache_clear()


def fenced(code: str) -> Reply:
    return Reply(f"Here it is:\n```python\n{code}```")


@pytest.mark.render
async def test_a_bug_first_and_a_fix_second(replay: ReplayServer, model: Make, farm: Farm, tmp_path: Path) -> None:
    buggy = CODE.replace("Circle()", "Circle(radius=[][0])")  # nothing mends this without a model
    replay.script(Reply(json.dumps(PLAN)), fenced(buggy), Fail(503), fenced(CODE))
    wish = Wish("a circle that becomes a square", WishOptions(model="qwen"))
    made = await make(wish, tmp_path / "out", farm=farm, model=model())
    assert made.video is not None
    assert made.video.stat().st_size > 1000
    assert made.attempts == 2
    assert made.usage.requests == 4
    said = replay.requests[-1].said
    assert "index out of range" in said
    assert "- Circle(radius: float | None = None" in said  # the real signature went along
    assert ">    6 |         circle = Circle(radius=[][0])" in said
    assert "<fixed-case>" in said  # a failure like it that was mended before
    learnt = lessons.kept().cases()[0]  # and the next one hears of this
    assert (learnt.before, learnt.after) == ("circle = Circle(radius=[][0])", "circle = Circle()")


@pytest.mark.render
async def test_a_bug_of_a_known_kind_is_mended_without_asking(
    replay: ReplayServer, model: Make, farm: Farm, tmp_path: Path
) -> None:
    buggy = CODE.replace("Circle()", "Circle(radius=2, colour=CRIMSON, sparkle=5)")
    replay.script(Reply(json.dumps(PLAN)), fenced(buggy))
    wish = Wish("a circle that becomes a square", WishOptions(model="qwen"))
    made = await make(wish, tmp_path / "out", farm=farm, model=model())
    assert made.video is not None and len(replay.requests) == 2
    assert "color=CRIMSON" in made.code[0].read_text()


@pytest.mark.render
async def test_a_layout_finding_is_mended_without_asking(
    replay: ReplayServer, model: Make, farm: Farm, tmp_path: Path
) -> None:
    wide = CODE.replace("circle = Circle()", 'circle = Text("far out").shift(6.6 * RIGHT)')
    replay.script(Reply(json.dumps(PLAN)), fenced(wide))
    wish = Wish("words on the right", WishOptions(model="qwen"))
    made = await make(wish, tmp_path / "out", farm=farm, model=model())
    assert made.findings == ()
    assert len(replay.requests) == 2
    assert "# layout" in made.code[0].read_text()
