"""Things that no class of manim tells, because somebody put them together of lines and paths: seen by their shape.

Public entry: `DRAWN`, names for the vocabulary and the looks behind them; `is_turned` tells of two sights of one thing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from core.report import Box

Point = tuple[float, float]
CURVE = (40, 3.0)
"""Points and width from which a bare VMobject is a curve that somebody plotted by hand."""
JUMP, JUMPS = 0.2, 0.25
"""The part of its diagonal from which a step along a path is a jump, and the share of jumps in a cloud of specks."""
NEAR = 0.1
"""Units up to which two brackets stand at one height, and two things in one row."""
LONG, THIN, CROSSING = 3.0, 0.1, 0.3
"""Units from which a line may be an axis; its thickness as part of its length; units up to which axes miss another."""
ROWS = 3
"""Rows, and columns, from which things that stand in both are a grid; one line more where lines are the grid."""
PATCHES = 36
"""Polygons from which they are a surface."""
ROUND, RIM, FAINT = 0.04, 0.4, 0.2
"""Part of the radius by which points of a circle may be off; share of them on it; radius in units of the smallest."""
TURN, CORNER, SQUARE = math.radians(10), math.radians(30), 0.05
"""Angles from which a thing has turned and a path has a corner; how far off right angles and equal sides may be."""


def _has_curve(boxes: Sequence[Box]) -> bool:
    """One that somebody plotted by hand, not a cloud of specks."""
    drawn = (box for box in boxes if box.kind == "VMobject" and len(box.path) > CURVE[0] and box.width > CURVE[1])
    return any(not _is_scattered(box) for box in drawn)


def _has_cloud(boxes: Sequence[Box]) -> bool:
    return any(box.kind in ("PMobject", "PGroup", "PointCloudDot") or _is_scattered(box) for box in boxes)


def _is_scattered(box: Box) -> bool:
    """Whether a bare path jumps about, as many specks in one mobject do."""
    if box.kind != "VMobject" or len(box.path) <= CURVE[0]:
        return False
    far = JUMP * math.hypot(box.width, box.height)
    return sum(math.dist(a, b) > far for a, b in pairwise(box.path)) > JUMPS * len(box.path)


def _has_brackets(boxes: Sequence[Box]) -> bool:
    """Two tall narrow paths of one height with something to read between them: a matrix by hand."""
    tall = [box for box in boxes if box.kind == "VMobject" and box.height > 2 * box.width > 0]
    texts = [box for box in boxes if box.is_text]
    return any(
        abs(one.top - other.top) < NEAR
        and abs(one.bottom - other.bottom) < NEAR
        and sum(one.right <= text.left and text.right <= other.left and _is_beside(text, one) for text in texts) > 1
        for one in tall
        for other in tall
        if one.right < other.left
    )


def _is_beside(text: Box, bracket: Box) -> bool:
    return bracket.bottom < (text.bottom + text.top) / 2 < bracket.top


def _lying(boxes: Sequence[Box]) -> list[Box]:
    return [box for box in boxes if _is_line(box) and box.width > LONG and box.height < THIN * box.width]


def _standing(boxes: Sequence[Box]) -> list[Box]:
    return [box for box in boxes if _is_line(box) and box.height > LONG and box.width < THIN * box.height]


def _is_line(box: Box) -> bool:
    return box.kind in ("Line", "NumberLine", "Arrow", "DoubleArrow", "Vector", "DashedLine")


def _has_axes(boxes: Sequence[Box]) -> bool:
    """A long line that lies and one that stands, where they meet."""
    return any(
        x.left - CROSSING < (y.left + y.right) / 2 < x.right + CROSSING
        and y.bottom - CROSSING < (x.bottom + x.top) / 2 < y.top + CROSSING
        for x in _lying(boxes)
        for y in _standing(boxes)
    )


def _has_grid(boxes: Sequence[Box]) -> bool:
    """Lines across lines, or things of one kind in rows and columns."""
    things = [box for box in boxes if not box.is_text and box.kind != "DashedLine"]
    kinds = Counter(box.kind for box in things)
    many = [kind for kind, count in kinds.items() if count >= ROWS * ROWS]
    return all(len(some) > ROWS for some in (_lying(boxes), _standing(boxes))) or any(
        _is_lattice([box for box in things if box.kind == kind]) for kind in many
    )


def _has_table(boxes: Sequence[Box]) -> bool:
    """Things to read in rows and columns."""
    texts = Counter(box.kind for box in boxes if box.is_text)
    many = [kind for kind, count in texts.items() if count >= ROWS * ROWS]
    return any(_is_lattice([box for box in boxes if box.kind == kind]) for kind in many)


def _is_lattice(boxes: Sequence[Box]) -> bool:
    """Whether all places of some rows and columns are taken, and hardly any other."""
    places = {(round((b.left + b.right) / 2 / NEAR), round((b.bottom + b.top) / 2 / NEAR)) for b in boxes}
    columns, rows = ({place[axis] for place in places} for axis in (0, 1))
    return min(len(columns), len(rows)) >= ROWS and len(places) == len(columns) * len(rows)


def _has_circle(boxes: Sequence[Box]) -> bool:
    return any(_is_round(box) for box in boxes if box.kind == "VMobject")


def _is_round(box: Box) -> bool:
    """A path around its middle, much of it as far from there as anything: a disc, or a ring."""
    radius = (box.width + box.height) / 4
    if len(box.path) < 12 or radius < FAINT or abs(box.width - box.height) > ROUND * radius:
        return False
    middle = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    off = [math.dist(point, middle) - radius for point in box.path]
    return max(off) < ROUND * radius and sum(abs(each) < ROUND * radius for each in off) > RIM * len(off)


def _has_rectangle(boxes: Sequence[Box]) -> bool:
    return any(_sides(box) for box in boxes if box.kind in ("Polygon", "VMobject"))


def _has_square(boxes: Sequence[Box]) -> bool:
    found = (_sides(box) for box in boxes if box.kind in ("Polygon", "VMobject"))
    return any(abs(sides[0] - sides[1]) < SQUARE * max(sides) for sides in found if sides)


def _sides(box: Box) -> tuple[float, float] | None:
    """The two sides of a path with four right angles, in whatever direction it lies; None for others."""
    found = corners(box.path)
    if len(found) != 4:
        return None
    edges = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise([*found, found[0]])]
    lengths = [math.hypot(*edge) for edge in edges]
    if min(lengths) == 0:
        return None
    off = max(abs(a[0] * b[0] + a[1] * b[1]) / (math.hypot(*a) * math.hypot(*b)) for a, b in pairwise(edges))
    return (lengths[0], lengths[1]) if off < SQUARE else None


def corners(path: Sequence[Point]) -> list[Point]:
    """Where a closed path turns at once."""
    points = [b for a, b in pairwise(path) if math.dist(a, b) > 1e-3]
    around = [points[-1], *points, points[0]] if points else []
    return [
        here
        for before, here, after in zip(around, around[1:], around[2:], strict=False)
        if _angle(before, here, after) > CORNER
    ]


def _angle(a: Point, b: Point, c: Point) -> float:
    """How much a way from `a` over `b` to `c` turns, without sign."""
    return _between(math.atan2(b[1] - a[1], b[0] - a[0]), math.atan2(c[1] - b[1], c[0] - b[0]))


def _between(one: float, other: float) -> float:
    return abs((one - other + math.pi) % math.tau - math.pi)


def _has_surface(boxes: Sequence[Box]) -> bool:
    """Many patches, not all on one base as bars are."""
    patches = [box for box in boxes if box.kind == "Polygon"]
    return len(patches) >= PATCHES and len({round(box.bottom / NEAR) for box in patches}) > 2 * ROWS


def is_turned(before: Box, after: Box) -> bool:
    """Whether a path is as long as it was, in another direction."""
    if len(before.path) < 2 or len(before.path) != len(after.path):
        return False
    far = max(range(len(before.path)), key=lambda n: math.dist(before.path[0], before.path[n]))
    old, new = ((box.path[far][0] - box.path[0][0], box.path[far][1] - box.path[0][1]) for box in (before, after))
    length = math.hypot(*old)
    same = length > FAINT and abs(math.hypot(*new) - length) < SQUARE * length
    return same and _between(math.atan2(old[1], old[0]), math.atan2(new[1], new[0])) > TURN


DRAWN: dict[str, Callable[[Sequence[Box]], bool]] = {
    "DrawnCurve": _has_curve,
    "DrawnCloud": _has_cloud,
    "DrawnMatrix": _has_brackets,
    "DrawnAxes": _has_axes,
    "DrawnGrid": _has_grid,
    "DrawnTable": _has_table,
    "DrawnCircle": _has_circle,
    "DrawnRectangle": _has_rectangle,
    "DrawnSquare": _has_square,
    "DrawnSurface": _has_surface,
}
"""Words of the vocabulary, each with a look at the boxes of one moment."""
