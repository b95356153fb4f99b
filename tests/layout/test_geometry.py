"""Geometry: what must hold for any boxes and outlines."""

from __future__ import annotations

import math

from hypothesis import assume, given
from hypothesis import strategies as st

from layout.contrast import blend, contrast, luminance, rgb
from layout.geometry import (
    FRAME,
    SAFE,
    Rect,
    apart,
    covered_share,
    enters,
    inside_polygon,
    inside_shift,
    intersection,
    likeness,
    overhang,
    pushes,
    share,
    union,
)

number = st.floats(min_value=-9, max_value=9, allow_nan=False).map(lambda x: round(x, 3))
size = st.floats(min_value=0.01, max_value=6).map(lambda x: round(x, 3))
rects = st.builds(lambda x, y, w, h: Rect(x, y, x + w, y + h), number, number, size, size)
points = st.tuples(number, number)
channel = st.floats(min_value=0, max_value=1)
colors = st.tuples(channel, channel, channel)


@given(rects, rects)
def test_intersection_lies_in_both(one: Rect, other: Rect) -> None:
    both = intersection(one, other)
    assert both == intersection(other, one)
    assert both.area <= min(one.area, other.area) + 1e-9
    if both.area > 0:
        assert one.contains(both)
        assert other.contains(both)
        assert not apart(one, other)


@given(rects, rects)
def test_union_holds_both(one: Rect, other: Rect) -> None:
    assert union([one, other]).contains(one)
    assert union([one, other]).contains(other)


@given(rects, rects)
def test_share_and_likeness_are_parts(one: Rect, other: Rect) -> None:
    assert -1e-9 <= likeness(one, other) <= share(one, other) + 1e-9 <= 1 + 2e-9
    assert math.isclose(likeness(one, one), 1.0)


@given(rects)
def test_inside_shift_brings_it_inside(box: Rect) -> None:
    moved = box.shifted(*inside_shift(box))
    assert SAFE.contains(moved, 1e-6)
    assert overhang(moved) == 0
    if SAFE.contains(box):
        assert inside_shift(box) == (0, 0)


@given(rects)
def test_overhang_is_zero_only_inside(box: Rect) -> None:
    assert (overhang(box) == 0) == FRAME.contains(box, 0)


@given(rects, rects, st.floats(min_value=0.01, max_value=1))
def test_every_push_clears_the_other(one: Rect, other: Rect, gap: float) -> None:
    ways = pushes(one, other, gap)
    lengths = [abs(x) + abs(y) for x, y in ways]
    assert lengths == sorted(lengths)
    for way in ways:
        assert intersection(one.shifted(*way), other).area < 1e-6


@given(points, points, rects)
def test_a_segment_enters_where_a_sample_of_it_does(a: tuple[float, float], b: tuple[float, float], box: Rect) -> None:
    assert enters(a, b, box) == enters(b, a, box)
    steps = [i / 50 for i in range(51)]
    if any(box.grown(-1e-6).holds((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)) for t in steps):
        assert enters(a, b, box)


@given(points, points, rects)
def test_a_segment_on_one_side_never_enters(a: tuple[float, float], b: tuple[float, float], box: Rect) -> None:
    assume(min(a[0], b[0]) > box.right or max(a[1], b[1]) < box.bottom)
    assert not enters(a, b, box)


@given(rects, points)
def test_inside_a_polygon_as_inside_the_box(box: Rect, point: tuple[float, float]) -> None:
    path = ((box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top))
    assume(min(abs(point[0] - box.left), abs(point[0] - box.right)) > 1e-6)
    assume(min(abs(point[1] - box.bottom), abs(point[1] - box.top)) > 1e-6)
    assert inside_polygon(point, path) == box.holds(point)


@given(rects, rects)
def test_covered_share_is_about_the_shared_area(box: Rect, cover: Rect) -> None:
    path = ((cover.left, cover.bottom), (cover.right, cover.bottom), (cover.right, cover.top), (cover.left, cover.top))
    exact = intersection(box, cover).area / box.area
    assert abs(covered_share(box, path) - exact) < 0.33  # a grid of 9 by 5
    if cover.grown(-0.01).contains(box):
        assert covered_share(box, path) == 1


@given(rects, st.floats(min_value=0.1, max_value=3))
def test_scaling_keeps_the_middle(box: Rect, factor: float) -> None:
    x, y = box.scaled(factor).center
    assert math.isclose(x, box.center[0], abs_tol=1e-6)
    assert math.isclose(y, box.center[1], abs_tol=1e-6)


@given(colors, colors)
def test_contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> None:
    assert 1 <= contrast(one, other) <= 21.0001
    assert contrast(one, other) == contrast(other, one)
    assert contrast(one, one) == 1
    assert blend(one, other, 0) == other
    assert all(math.isclose(a, b) for a, b in zip(blend(one, other, 1), one, strict=True))


def test_contrast_of_known_colours() -> None:
    """Values from the WCAG definition: black on white is 21, #767676 on white 4.54."""
    assert contrast(rgb("#000000"), rgb("#ffffff")) == 21
    assert math.isclose(contrast(rgb("#767676"), rgb("#ffffff")), 4.54, abs_tol=0.01)
    assert luminance(rgb("nonsense")) == 1
