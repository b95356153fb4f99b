"""Cleaning is never worse: a scene that ran before it still runs after it, and plays the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.run import RunResult
from corpus.clean.pipeline import clean
from corpus.sources.source import Document
from render.farm import Farm
from tests.corpus.fakes import snippet
from tests.render.conftest import farm, farm_settings  # noqa: F401  # pyright: ignore[reportUnusedImport]  # fixtures

pytestmark = pytest.mark.render

PLAYS = st.sampled_from(
    [
        "self.play(Create(shape), run_time=0.5)",
        "self.play(shape.animate.shift(0.5 * RIGHT).set_color(BLUE))  # to the right",
        "self.play(twice(shape))",
        "# self.play(FadeOut(shape))",
        "# Now the proof: a = b",
        "shape = VGroup(shape, Square()) ; self.add(shape)",
        "for i in range(2):\n\tself.play(Rotate(shape, angle=i * DEGREES), run_time=0.25)",
        "note = 'drawn in /Users/jane/pictures by jane.doe@gmail.com'",
        "x = np.linspace(0, 1, 5); y = math.sin(x[1])",
        "shape.add_updater(lambda mobject, dt: mobject.rotate(dt))\nself.wait(0.5)\nshape.clear_updaters()",
        "label = Text('a “quoted” word')\nself.add(label)",
        "tracker: ValueTracker = ValueTracker(0)\nself.play(tracker.animate.set_value(RADIUS))",
    ]
)
HEADS = st.sampled_from(
    [
        "from manim import *\nimport math",
        "from manim import *\nimport random, itertools, math",
        "import math\nfrom manim import *\n\n\n",
    ]
)
NOISE = st.sampled_from(
    ["{}", "```python\n{}\n```", "```\n```python\n{}```\n```", "\ufeff{}", "{}\n\n\n\n   \n", "\n\n{}"]
)


@st.composite
def scenes(draw: st.DrawFn) -> str:
    """A file whose one scene runs, written as people write."""
    lines = [line for part in draw(st.lists(PLAYS, min_size=1, max_size=6)) for line in part.splitlines()]
    body = "\n".join(f"\t\t{line}" for line in ["shape = Circle()", *lines, "self.wait(0.5)"])
    return (
        f"{draw(HEADS)}\nRADIUS = 3\nUNUSED = 4\n\n\ndef twice(mobject):\n\treturn mobject.animate.scale(2)\n\n\n"
        f"class Shown(Scene):\n\tdef construct(self):\n{body}\n"
    )


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scenes(), NOISE)
def test_what_ran_still_runs_and_plays_the_same(farm: Farm, code: str, noise: str) -> None:  # noqa: F811
    before = farm.probe(code, "Shown", timeout=60)
    assert before.ok, before.error
    found = [one for one in clean([Document(snippet(noise.format(code)))])[0].snippets if one.name == "Shown"]
    assert len(found) == 1
    after = farm.probe(found[0].code, "Shown", timeout=60)
    assert after.ok, f"{after.error}\n{found[0].code}"
    assert _played(after) == _played(before)


def _played(result: RunResult) -> tuple[float, int]:
    return round(result.duration, 3), result.report.animations if result.report else 0
