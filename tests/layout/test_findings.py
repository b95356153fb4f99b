"""What is objected to and what is not: on made-up boxes, and on real scenes through a probe."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.report import Box, Moment, SceneReport
from layout.findings import check
from render.farm import Farm
from tests.layout.bad_scenes import BAD
from tests.layout.good_scenes import GOOD
from tests.layout.scenes import code


@pytest.fixture(scope="module")
def farm() -> Farm:
    return Farm.connect()


def text(key: int, left: float, bottom: float, width: float = 2.0, words: str = "words", **more: object) -> Box:
    plain = Box(
        key, "Text", left, bottom, left + width, bottom + 0.5, text=words, is_text=True, font_height=0.3, line=key
    )
    return replace(plain, fill_opacity=1.0, **more)


def line(key: int, *path: tuple[float, float], **more: object) -> Box:
    xs, ys = [x for x, _ in path], [y for _, y in path]
    plain = Box(key, "Line", min(xs), min(ys), max(xs), max(ys), stroke_width=4.0, line=key, path=path)
    return replace(plain, **more)


def square(key: int, left: float, bottom: float, side: float, **more: object) -> Box:
    right, top = left + side, bottom + side
    path = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
    plain = Box(key, "Square", left, bottom, right, top, stroke_width=4.0, line=key, path=path)
    return replace(plain, **more)


def report(*moments: tuple[Box, ...], background: str = "#000000", three_d: bool = False) -> SceneReport:
    made = tuple(Moment(i, float(i), 1.0, boxes, ("Write",), 10 + i) for i, boxes in enumerate(moments))
    return SceneReport("Demo", made, float(len(made)), background, three_d)


def kinds(*moments: tuple[Box, ...], **more: object) -> list[str]:
    return [finding.kind for finding in check(report(*moments, **more))]


def test_nothing_to_say() -> None:
    assert kinds((text(1, -4, 2), text(2, 1, 2), square(3, -1, -2, 2))) == []


@pytest.mark.parametrize(
    ("boxes", "kind"),
    [
        ((text(1, 6, 0),), "off_frame"),
        ((text(1, 20, 0),), "off_frame"),
        ((square(1, 6.5, 0, 2),), "off_frame"),
        ((text(1, 0, 0), text(2, 1, 0.1)), "overlap"),
        ((text(1, 0, 0, font_height=0.05),), "tiny_text"),
        ((text(1, 0, 0, color="#111111"),), "low_contrast"),
        ((text(1, 0, 0, opacity=0.12),), "low_contrast"),
        ((text(1, 0, 0), line(2, (-3, 0.25), (5, 0.25))), "crossed"),
        ((line(2, (-3, 0.25), (5, 0.25)), text(1, 0, 0)), "crossed"),
        ((text(1, 0, 0), square(2, 1, -1, 2, fill_opacity=1.0)), "covered"),
        ((square(2, 1, -1, 2, fill_opacity=1.0, stroke_width=0.0), text(1, 0, 0, color="#ff0000")), "crossed"),
    ],
)
def test_objections(boxes: tuple[Box, ...], kind: str) -> None:
    assert kinds(boxes) == [kind]


@pytest.mark.parametrize(
    "boxes",
    [
        (text(1, 0, 0), line(2, (-3, 0.25), (5, 0.25), color="#222222")),  # faint
        (text(1, 0, 0), line(2, (-3, 0.25), (5, 0.25), opacity=0.15)),
        (line(2, (-3, 0.25), (5, 0.25)), text(1, 0, 0, backed=True)),  # a halo
        (line(3, (-3, 0.25), (5, 0.25)), square(2, -1, -1, 4, fill_opacity=0.9, fill_color="#000000"), text(1, 0, 0)),
        (text(1, 0, 0), line(2, (0, 0), (2, 0.5))),  # struck out
        (text(1, 0, 0), line(2, (-0.2, 0.0), (2.2, 0.0))),  # underlined
        (text(1, 0, 0), text(2, 0, 0)),  # twins
        (text(1, 0, 0, words="···", font_height=0.03),),
        (line(1, (-9, 0), (9, 0)),),  # crosses the whole frame
        (square(1, -9, -9, 18, fill_opacity=0.5),),  # a backdrop
        (square(2, -1, -1, 4, fill_opacity=1.0, fill_color="#333333"), text(1, 0, 0)),  # label in a box
        (text(1, 0, 0), square(2, 0.5, 1, 2, fill_opacity=1.0)),  # beside
    ],
)
def test_no_objection(boxes: tuple[Box, ...]) -> None:
    assert kinds(boxes) == []


def test_old_text_under_new_text() -> None:
    found = check(report((text(1, 0, 0),), (text(1, 0, 0), text(2, 0.1, 0, words="other"))))
    assert [(f.kind, f.keys, f.moment, f.line) for f in found] == [("left_over", (1, 2), 1, 1)]


def test_a_label_touched_by_a_new_text_is_no_left_over() -> None:
    found = check(report((text(1, 0, 0, width=0.4),), (text(1, 0, 0, width=0.4), text(2, -3, 0, width=7))))
    assert [(f.kind, f.keys) for f in found] == [("overlap", (2, 1))]


def test_the_one_that_moved_comes_first() -> None:
    found = check(report((text(1, 0, 2), text(2, 0, 0)), (text(1, 0, 0.1), text(2, 0, 0))))
    assert [(f.kind, f.keys) for f in found] == [("overlap", (1, 2))]


def test_each_pair_is_reported_once() -> None:
    both = (text(1, 0, 0), text(2, 1, 0.1))
    assert kinds(both, both, (*both, square(3, -5, -3, 1))) == ["overlap"]


def test_the_parts_of_one_thing_count_once() -> None:
    ticks = tuple(line(i, (6 + i / 9, -0.1), (8, 0.1), parents=("Axes", "NumberLine")) for i in range(1, 6))
    assert kinds(tuple(replace(tick, line=4) for tick in ticks)) == ["off_frame"]


def test_leaving_for_good_is_fine() -> None:
    assert kinds((text(1, 0, 0),), (text(1, 20, 0),)) == []


def test_paling_later_is_a_choice() -> None:
    assert kinds((text(1, 0, 0),), (text(1, 0, 0, opacity=0.12),)) == []


def test_contrast_counts_against_what_is_behind() -> None:
    white = square(2, -1, -1, 4, fill_opacity=1.0, fill_color="#ffffff")
    assert kinds((white, text(1, 0, 0))) == ["low_contrast"]
    assert kinds((white, text(1, 0, 0, color="#000000"))) == []
    assert kinds((text(1, 0, 0),), background="#ffffff") == ["low_contrast"]


def test_zooming_in_is_no_leaving() -> None:
    near = (text(1, -4, 2), square(2, 1, 0, 2))
    zoomed = (text(1, -8, 4, width=4.0), square(2, 2, 0, 4))
    assert kinds(near, (replace(zoomed[0], top=5.0), zoomed[1])) == []


def test_in_space_only_texts_are_looked_at() -> None:
    boxes = (text(1, 0, 0), line(2, (-3, 0.25), (5, 0.25)), square(3, 6.5, 0, 2), text(4, 6, 3))
    assert kinds(boxes, three_d=True) == ["off_frame"]


def test_empty_and_static() -> None:
    assert kinds() == ["empty"]
    assert kinds((text(1, 0, 0, opacity=0.0),)) == ["empty"]
    still = Moment(0, 0.0, 3.0, (text(1, 0, 0),), ("Wait",), 5)
    assert [f.kind for f in check(SceneReport("Demo", (still, still), 6.0))] == ["static"]


@pytest.mark.render
@pytest.mark.parametrize("name", BAD)
def test_bad_scenes(name: str, farm: Farm) -> None:
    bad = BAD[name]
    run = farm.probe(code(bad.body, bad.base), "Bad")
    assert run.report is not None, run.error
    found = {finding.kind for finding in check(run.report)}
    assert found
    assert found <= bad.kinds


@pytest.mark.render
@pytest.mark.parametrize("name", GOOD)
def test_good_scenes(name: str, farm: Farm) -> None:
    body, base = GOOD[name]
    run = farm.probe(code(body, base), "Bad")
    assert run.report is not None, run.error
    assert check(run.report) == ()
