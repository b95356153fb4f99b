"""Plane geometry of boxes and outlines, in frame units: x to the right, y up, origin in the middle of the frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.report import FRAME_HEIGHT, FRAME_WIDTH, Box

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rect:
    """An axis-aligned rectangle; empty where `right < left` or `top < bottom`."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return max(0.0, self.right - self.left)

    @property
    def height(self) -> float:
        return max(0.0, self.top - self.bottom)

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def center(self) -> Point:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def shifted(self, dx: float, dy: float) -> Rect:
        return Rect(self.left + dx, self.bottom + dy, self.right + dx, self.top + dy)

    def scaled(self, factor: float) -> Rect:
        """Scaled about its own centre, as `Mobject.scale` does."""
        (x, y), width, height = self.center, self.width * factor / 2, self.height * factor / 2
        return Rect(x - width, y - height, x + width, y + height)

    def grown(self, by: float, up: float | None = None) -> Rect:
        """Grown by `by` units to the left and right and by `up` (the same by default) up and down; negative shrinks."""
        more = by if up is None else up
        return Rect(self.left - by, self.bottom - more, self.right + by, self.top + more)

    def contains(self, other: Rect, slack: float = 1e-9) -> bool:
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.bottom >= self.bottom - slack
            and other.top <= self.top + slack
        )

    def holds(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


FRAME = Rect(-FRAME_WIDTH / 2, -FRAME_HEIGHT / 2, FRAME_WIDTH / 2, FRAME_HEIGHT / 2)
SAFE = FRAME.grown(-0.35, -0.25)
"""Where mended things go: a hand's breadth inside the frame."""


def rect(box: Box) -> Rect:
    return Rect(box.left, box.bottom, box.right, box.top)


def intersection(one: Rect, other: Rect) -> Rect:
    """What two rectangles share; empty (area 0) where they do not meet."""
    return Rect(
        max(one.left, other.left), max(one.bottom, other.bottom), min(one.right, other.right), min(one.top, other.top)
    )


def union(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all. Raises `ValueError` for none."""
    known = list(rects)
    if not known:
        raise ValueError("no rectangles")
    return Rect(
        min(r.left for r in known), min(r.bottom for r in known), max(r.right for r in known), max(r.top for r in known)
    )


def share(one: Rect, other: Rect) -> float:
    """Part of the smaller rectangle that lies in the other, 0 to 1."""
    smaller = min(one.area, other.area)
    return intersection(one, other).area / smaller if smaller > 0 else 0.0


def likeness(one: Rect, other: Rect) -> float:
    """Shared area over joint area, 0 to 1: how much two rectangles are at one place and of one size."""
    both = intersection(one, other).area
    joint = one.area + other.area - both
    return both / joint if joint > 0 else 0.0


def overhang(inner: Rect, outer: Rect = FRAME) -> float:
    """How far the first rectangle reaches out of the second, at most, in units; 0 where it lies inside."""
    return max(
        0.0, outer.left - inner.left, inner.right - outer.right, outer.bottom - inner.bottom, inner.top - outer.top
    )


def apart(inner: Rect, outer: Rect = FRAME) -> bool:
    """Whether the rectangles have no point in common."""
    return inner.right < outer.left or inner.left > outer.right or inner.top < outer.bottom or inner.bottom > outer.top


def inside_shift(inner: Rect, outer: Rect = SAFE) -> Point:
    """The smallest shift that brings the first rectangle inside the second; centred where it does not fit."""
    return _slide(inner.left, inner.right, outer.left, outer.right), _slide(
        inner.bottom, inner.top, outer.bottom, outer.top
    )


def _slide(low: float, high: float, least: float, most: float) -> float:
    if high - low > most - least:
        return (least + most - low - high) / 2
    return max(least - low, 0.0) + min(most - high, 0.0)


def pushes(moving: Rect, still: Rect, gap: float) -> list[Point]:
    """The four shifts along the axes that bring `moving` clear of `still` with `gap` units between, shortest first."""
    ways = [
        (still.right + gap - moving.left, 0.0),
        (still.left - gap - moving.right, 0.0),
        (0.0, still.top + gap - moving.bottom),
        (0.0, still.bottom - gap - moving.top),
    ]
    return sorted(ways, key=lambda way: abs(way[0]) + abs(way[1]))


def enters(a: Point, b: Point, box: Rect) -> bool:
    """Whether the segment a–b meets a rectangle (Liang–Barsky clipping)."""
    low, high = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for p, q in ((-dx, a[0] - box.left), (dx, box.right - a[0]), (-dy, a[1] - box.bottom), (dy, box.top - a[1])):
        if p == 0:
            if q < 0:
                return False
            continue
        ratio = q / p
        low, high = (max(low, ratio), high) if p < 0 else (low, min(high, ratio))
    return low <= high


def runs_through(path: Sequence[Point], box: Rect) -> bool:
    """Whether an outline, taken as a chain of segments, meets a rectangle."""
    return any(enters(a, b, box) for a, b in pairwise(path))


def inside_polygon(point: Point, path: Sequence[Point]) -> bool:
    """Whether a point lies inside a closed outline (even–odd rule)."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(path, (*path[1:], path[0]), strict=True) if path else ():
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def covered_share(box: Rect, path: Sequence[Point]) -> float:
    """Part of a rectangle that lies inside a closed outline, 0 to 1, from a grid of 9 × 5 points."""
    points = [
        (box.left + box.width * (i + 0.5) / 9, box.bottom + box.height * (j + 0.5) / 5)
        for i in range(9)
        for j in range(5)
    ]
    return sum(inside_polygon(point, path) for point in points) / len(points)
