"""A model's scene is taken apart, and the next scene is built of it: real farm, model over HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agent.gleaning import settle
from agent.make import make
from components_cache.harvest import drain
from components_cache.store.store import Store
from core.database import opened
from core.wish import Wish, WishOptions
from render.farm import Farm
from tests.agent.models.conftest import Make
from tests.components_cache.conftest import own_home
from tests.replay.server import ReplayServer, Reply

__all__ = ["own_home"]

LATTICE = '''from manim import *


def dot_lattice(rows=3, columns=4, spacing=0.6):
    """A lattice of dots, joined by thin lines along its rows."""
    dots = VGroup(*[Dot([c * spacing, r * spacing, 0]) for r in range(rows) for c in range(columns)])
    lines = VGroup(*[Line(dots[r * columns], dots[(r + 1) * columns - 1], stroke_width=1) for r in range(rows)])
    return VGroup(lines, dots).move_to(ORIGIN)


class DotsInALattice(Scene):
    def construct(self):
        lattice = dot_lattice(3, 5)
        self.play(Create(lattice))
        self.play(lattice.animate.set_color(YELLOW))
        self.wait(1)
'''
CALLING = """from manim import *


class ACrystalTurns(Scene):
    def construct(self):
        crystal = dot_lattice(rows=4, columns=4, spacing=0.7)
        self.play(FadeIn(crystal))
        self.play(Rotate(crystal, PI / 4))
        self.wait(1)
"""


def plan(title: str, brief: str) -> Reply:
    return Reply(json.dumps({"title": title, "scenes": [{"title": title, "brief": brief}]}))


@pytest.fixture
async def farm(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Farm]:
    monkeypatch.setattr("agent.building_blocks._curated", lambda text: ())
    yield Farm.connect()
    settle()


@pytest.mark.render
async def test_what_one_scene_showed_the_next_one_is_built_of(
    replay: ReplayServer, model: Make, farm: Farm, tmp_path: Path
) -> None:
    replay.script(plan("Dots in a lattice", "A lattice of dots appears."), Reply(f"```python\n{LATTICE}```"))
    await make(Wish("a lattice of dots", WishOptions(model="qwen")), tmp_path / "one", farm=farm, model=model())
    settle()
    async with opened() as database:
        verdicts = await drain(farm, database)
        lattice = await Store(database).found("dot_lattice")
    assert lattice is not None and lattice.state == "admitted", verdicts
    assert lattice.origins[0].wish == "a lattice of dots" and lattice.origins[0].model == "qwen"
    free = {parameter.name for parameter in lattice.component.parameters if parameter.low is not None}
    assert "columns" in free

    replay.script(
        plan("A crystal turns", "A lattice of dots, like a crystal, turns."), Reply(f"```python\n{CALLING}```")
    )
    made = await make(Wish("a crystal turns", WishOptions(model="qwen")), tmp_path / "two", farm=farm, model=model())
    assert made.video is not None and made.findings == () and made.attempts == 1
    assert made.components == (lattice.label,)
    said = replay.requests[-1].said
    assert '<component call="dot_lattice(rows: int = 3' in said and "def dot_lattice" not in said
    assert made.code[0].read_text().count("def dot_lattice(") == 1
    settle()
    async with opened() as database:
        verdicts = await drain(farm, database)
        again = await Store(database).found("dot_lattice")
        child = next(v for v in verdicts if v.shape == "act")
        act = await Store(database).found(child.id)
    assert again is not None and again.successes == 1
    assert act is not None and act.parents == (lattice.id,), verdicts  # its provenance leads back to the first wish
