"""Extracted code parses, and called with its defaults it builds what the scene built."""

from __future__ import annotations

import textwrap
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from components_cache.extraction.candidate import Candidate
from components_cache.extraction.extract import extract
from components_cache.origin import Origin
from core.scene import SceneCode

COLOURS = st.sampled_from(["RED", "BLUE_C", "YELLOW", '"#ff8800"'])
SIZES = st.floats(0.1, 3, allow_nan=False).map(lambda value: f"{value:.2f}")
COUNTS = st.integers(1, 6)


@st.composite
def shapes(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["Circle(radius={0}, color={1})", "Square({0}, color={1})", "Dot(color={1})"]))
    return kind.format(draw(SIZES), draw(COLOURS))


@st.composite
def builders(draw: st.DrawFn) -> str:
    """Statements that build a group called `figure`, in the ways that scenes do."""
    lines: list[str] = []
    parts: list[str] = []
    for place in range(draw(st.integers(1, 3))):
        name = f"part{place}"
        lines.append(f"{name} = {draw(shapes())}")
        if draw(st.booleans()):
            lines.append(f"{name}.shift({draw(SIZES)} * RIGHT)")
        parts.append(name)
    if draw(st.booleans()):
        lines += [f"count = {draw(COUNTS)}", "row = VGroup(*[Dot() for _ in range(count)]).arrange(RIGHT)"]
        parts.append("row")
    if draw(st.booleans()):
        lines += ["ring = VGroup()", f"for k in range({draw(COUNTS)}):", "    ring.add(Square().rotate(k * 0.3))"]
        parts.append("ring")
    lines.append(f"figure = VGroup({', '.join(parts)})")
    if draw(st.booleans()):
        lines += ["# make room", f"figure.arrange(DOWN, buff={draw(SIZES)})"]
    return "\n".join(lines)


def scene(builder: str) -> str:
    body = textwrap.indent(f"{builder}\nself.play(Create(figure))", "        ")
    return f"from manim import *\n\n\nclass Drawn(Scene):\n    def construct(self):\n{body}\n"


def run(code: str) -> dict[str, Any]:
    space: dict[str, Any] = {}
    exec(compile(code, "made", "exec"), space)
    return space


def points(mobject: Any) -> Any:
    return np.concatenate([part.points for part in mobject.get_family()])


@settings(max_examples=25, deadline=None)
@given(builders())
def test_a_block_with_its_defaults_is_what_the_scene_built(builder: str) -> None:
    pieces = extract(SceneCode(scene(builder), "Drawn"), Origin("test", scene="Drawn", licence="MIT"))
    blocks = [piece for piece in pieces if isinstance(piece, Candidate) and piece.shape == "block"]
    assert blocks, builder
    figure = next(piece for piece in blocks if "return figure" in piece.code)
    built = run(figure.code)[figure.name]()
    wanted = run(f"from manim import *\n{builder}")["figure"]
    np.testing.assert_allclose(points(built), points(wanted), atol=1e-9)
    assert [part.get_color() for part in built.get_family()] == [part.get_color() for part in wanted.get_family()]
    assert len(figure.component.parameters) <= 8


@settings(max_examples=25, deadline=None)
@given(builders())
def test_all_that_is_taken_out_parses_and_describes_itself(builder: str) -> None:
    for piece in extract(SceneCode(scene(builder), "Drawn"), Origin("test", scene="Drawn", licence="MIT")):
        assert isinstance(piece, Candidate)
        compile(piece.code, "component", "exec")
        assert piece.component.title and piece.component.wishes
        assert extract(SceneCode(piece.code, "Drawn"), Origin("test", licence="MIT")) is not None
