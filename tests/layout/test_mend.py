"""Mending: what is changed in the code, and that a new probe finds it mended."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest
from inline_snapshot import snapshot

from core.finding import Finding
from core.report import Box, Moment, SceneReport
from core.run import RunResult
from layout.findings import check
from layout.mend import mend
from layout.source import MARK, Source
from render.farm import Farm
from tests.layout.bad_scenes import BAD
from tests.layout.hard_scenes import HARD
from tests.layout.scenes import code

ROUNDS = 3


@pytest.fixture(scope="module")
def farm() -> Farm:
    return Farm.connect()


def probe(farm: Farm, source: str) -> RunResult:
    run = farm.probe(source, "Bad")
    assert run.report is not None, run.error
    return run


def mended(farm: Farm, source: str) -> tuple[str, tuple[Finding, ...], tuple[str, ...]]:
    """Code, findings and notes after mending as the agent does it: a round is kept if it leaves fewer findings."""
    run, notes = probe(farm, source), ()
    findings = check(run.report)
    for _ in range(ROUNDS):
        better = mend(source, findings, run.report) if findings else None
        if better is None:
            break
        again = probe(farm, better[0])
        if len(check(again.report)) >= len(findings):
            break
        source, run, findings, notes = better[0], again, check(again.report), (*notes, *better[1])
    return source, findings, notes


@pytest.mark.render
@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if bad.mendable])
def test_bad_scenes_are_mended(name: str, farm: Farm) -> None:
    source = code(BAD[name].body, BAD[name].base)
    new, findings, notes = mended(farm, source)
    assert findings == ()
    assert notes
    assert new != source
    report = probe(farm, new).report
    assert report is not None
    assert mend(new, check(report), report) is None  # nothing left to do


@pytest.mark.render
@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if not bad.mendable])
def test_what_cannot_be_mended_is_left_alone(name: str, farm: Farm) -> None:
    source = code(BAD[name].body, BAD[name].base)
    assert mended(farm, source)[0] == source


@pytest.mark.render
@pytest.mark.parametrize("name", HARD)
def test_longer_scenes_are_mended(name: str, farm: Farm) -> None:
    new, findings, notes = mended(farm, code(HARD[name].body))
    assert findings == ()
    assert notes
    assert MARK in new or "\\n" in new or ".scale" in new


@pytest.mark.render
def test_what_belongs_together_stays_together(farm: Farm) -> None:
    """A formula that runs into a label is pushed away; the label and the picture stay as they are."""
    new, _, notes = mended(farm, code(HARD["pythagoras"].body))
    assert not any("faded" in note for note in notes)
    assert "FadeOut" not in new


def report(*moments: tuple[tuple[Box, ...], int], background: str = "#000000", three_d: bool = False) -> SceneReport:
    made = tuple(Moment(i, float(i), 1.0, boxes, ("Write",), line) for i, (boxes, line) in enumerate(moments))
    return SceneReport("Bad", made, float(len(made)), background, three_d)


def text(key: int, line: int, left: float, bottom: float, width: float = 3.0, **more: object) -> Box:
    box = Box(key, "Text", left, bottom, left + width, bottom + 0.5, text="two words", is_text=True, font_height=0.3)
    return replace(box, line=line, fill_opacity=1.0, **more)


def source(body: str) -> str:
    return code(body)


def test_shift_into_the_frame() -> None:
    body = 'word = Text("two words")\nword.shift(6 * RIGHT)\nother = word.copy()\nself.play(Write(word))'
    seen = report(((text(1, 6, 5.5, 0),), 9))
    better = mend(source(body), check(seen), seen)
    assert better is not None
    assert better == snapshot(
        (
            """\
from manim import *


class Bad(Scene):
    def construct(self):
        word = Text("two words")
        word.shift(6 * RIGHT)
        word.shift(1.74 * LEFT)  # layout
        other = word.copy()
        self.play(Write(word))
""",
            ("brought word into the frame",),
        )
    )


def test_a_long_line_is_broken() -> None:
    body = 'word = Text("one two three four five six seven eight nine ten", font_size=60)\nself.play(Write(word))'
    seen = report(((text(1, 6, -11, 0, width=22),), 7))
    better = mend(source(body), check(seen), seen)
    assert better is not None
    assert better[0].splitlines()[5].strip() == snapshot(
        'word = Text("one two three four five six\\nseven eight nine ten", font_size=60)'
    )


def test_what_was_left_over_is_faded_out_once() -> None:
    body = """
    a = Text("two words")
    self.play(Write(a))
    b = Text("two words!")
    self.play(Write(b))
    self.play(FadeOut(a), FadeOut(b))
    """
    seen = report(((text(1, 6, 0, 0),), 7), ((text(1, 6, 0, 0), text(2, 8, 0.1, 0)), 9))
    better = mend(source(body), check(seen), seen)
    assert better is not None
    assert dedent(better[0].partition("construct(self):\n")[2]) == snapshot("""\
a = Text("two words")
self.play(Write(a))
b = Text("two words!")
self.play(FadeOut(a))  # layout
self.play(Write(b))
self.play(FadeOut(b))
""")


def test_what_is_needed_later_is_not_faded_out() -> None:
    body = """
    a = Text("two words")
    self.play(Write(a))
    b = Text("two words!")
    self.play(Write(b))
    self.play(a.animate.shift(UP))
    """
    seen = report(((text(1, 6, 0, 0),), 7), ((text(1, 6, 0, 0), text(2, 8, 0.1, 0)), 9))
    better = mend(source(body), check(seen), seen)
    assert better is not None
    assert "FadeOut" not in better[0]


def test_the_animation_that_leads_out_is_changed() -> None:
    body = 'word = Text("two words")\nself.play(Write(word))\nself.play(word.animate.shift(6 * RIGHT).set_color(RED))'
    seen = report(((text(1, 6, -1.5, 0),), 7), ((text(1, 6, 4.5, 0),), 8))
    better = mend(source(body), check(seen), seen)
    assert better is not None
    assert better[0].splitlines()[-1].strip() == snapshot(
        "self.play(word.animate.shift(6 * RIGHT).set_color(RED).shift(0.74 * LEFT))"
    )


def test_without_the_star_import_vectors_are_lists() -> None:
    plain = source('word = mn.Text("two words")\nself.play(mn.Write(word))').replace(
        "from manim import *", "import manim as mn"
    )
    seen = report(((text(1, 6, 5.5, 0),), 7))
    better = mend(plain, check(seen), seen)
    assert better is not None
    assert "word.shift([" in better[0]


def test_a_shape_with_things_of_its_own_on_it_is_not_moved_away_from_them() -> None:
    body = "box = Square()\ndot = Dot([7, 0, 0])\nself.play(Create(box), FadeIn(dot))"
    path = ((6.0, -1.0), (8.0, -1.0), (8.0, 1.0), (6.0, 1.0), (6.0, -1.0))
    box = Box(1, "Square", 6, -1, 8, 1, stroke_width=4, line=6, path=path)
    dot = Box(2, "Dot", 6.9, -0.1, 7.1, 0.1, fill_opacity=1, line=7, path=((6.9, 0), (7.0, 0.1), (7.1, 0), (6.9, 0)))
    seen = report(((box, dot), 8))
    assert mend(source(body), check(seen), seen) is None


@pytest.mark.parametrize(
    "broken",
    ["class A(Scene:\n    pass", "", "x = 1", "class Bad(Scene):\n    def construct(self):\n        pass\n"],
)
def test_code_that_does_not_fit_the_report(broken: str) -> None:
    seen = report(((text(1, 6, 5.5, 0), text(2, 60, 5.0, 0)), 9))
    assert mend(broken, check(seen), seen) is None


def test_scenes_in_space_are_left_alone() -> None:
    seen = report(((text(1, 6, 5.5, 0),), 7), three_d=True)
    assert mend(source('word = Text("two words")\nself.play(Write(word))'), check(seen), seen) is None


def test_mending_twice_with_the_same_findings_puts_nothing_in_twice() -> None:
    body = 'word = Text("two words", color="#111111")\nself.play(Write(word))'
    seen = report(((text(1, 6, 0, 0, color="#111111"),), 7))
    once = mend(source(body), check(seen), seen)
    assert once is not None
    twice = mend(once[0], check(seen), seen)
    assert twice is None


def test_comments_and_blank_lines_stay() -> None:
    body = 'word = Text("two words", color="#111111")  # pale\n\n# show it\nself.play(Write(word))  # now'
    seen = report(((text(1, 6, 0, 0, color="#111111"),), 9))
    better = mend(source(body), check(seen), seen)
    assert better is not None
    kept = [line for line in better[0].splitlines() if MARK not in line]
    assert kept == source(body).splitlines()


def test_origins() -> None:
    file = Source(
        source(
            """
            a = VGroup(
                Text("x"),
            )
            self.b = Text("y").to_edge(UP)
            self.play(Write(Text("z").shift(UP)), FadeIn(self.b))
            for i in range(3):
                c = Text(str(i))
            """
        )
    )
    found = {line: file.origin(line) for line in range(1, 14)}
    assert [(line, o.name, o.looped) for line, o in found.items() if o] == snapshot(
        [(6, "a", False), (7, "a", False), (8, "a", False), (9, "self.b", False), (10, "", False), (12, "c", True)]
    )
