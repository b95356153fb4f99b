"""What is known by its shape, whatever its class: axes, grids, tables, rings, rectangles, surfaces, turns."""

from __future__ import annotations

import math
from itertools import product

import pytest

from core.report import Box
from eval.scores.coverage import _checks
from eval.scores.drawn import DRAWN, corners, is_turned
from eval.scores.sights import Sights, vocabulary
from tests.eval.harness.test_scores import report

Path = tuple[tuple[float, float], ...]


def line(key: int, x0: float, y0: float, x1: float, y1: float) -> Box:
    return Box(key, "Line", min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), path=((x0, y0), (x1, y1)))


def shape(kind: str, path: Path) -> Box:
    xs, ys = zip(*path, strict=True)
    return Box(1, kind, min(xs), min(ys), max(xs), max(ys), path=path)


def outline(*points: tuple[float, float]) -> Path:
    """Straight edges as a report samples them: each corner twice, points between."""
    edges = zip(points, [*points[1:], points[0]], strict=True)
    return tuple((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in edges for t in (0, 0.3, 0.7, 1))


def around(radius: float, steps: int = 24) -> Path:
    return tuple(
        (radius * math.cos(math.tau * n / steps), radius * math.sin(math.tau * n / steps)) for n in range(steps)
    )


def dots(places: list[tuple[int, int]], text: str = "") -> list[Box]:
    kind = "Text" if text else "Dot"
    return [Box(n, kind, x, y, x + 0.2, y + 0.2, text=text, is_text=bool(text)) for n, (x, y) in enumerate(places)]


CROSS = [line(1, -4, 0, 4, 0), line(2, 0, -3, 0, 3)]
LATTICE = list(product(range(3), range(4)))
TILTED = outline((0, 0), (2, 1), (1.5, 2), (-0.5, 1))
SEEN: list[tuple[str, list[Box], bool]] = [
    ("DrawnAxes", CROSS, True),
    ("DrawnAxes", [CROSS[0], line(2, 6, -3, 6, 3)], False),  # they do not meet
    ("DrawnAxes", [line(1, -1, 0, 1, 0), line(2, 0, -1, 0, 1)], False),  # a plus sign
    ("DrawnGrid", [*(line(n, -4, n, 4, n) for n in range(4)), *(line(9 + n, n, -3, n, 3) for n in range(4))], True),
    ("DrawnGrid", CROSS, False),
    ("DrawnGrid", dots(LATTICE), True),
    ("DrawnGrid", dots(LATTICE[:-1]), False),  # a place is free
    ("DrawnGrid", dots([(n, 0) for n in range(12)]), False),  # a row
    ("DrawnTable", dots(LATTICE, "7"), True),
    ("DrawnTable", dots(LATTICE), False),
    ("DrawnCircle", [shape("VMobject", around(2))], True),
    ("DrawnCircle", [shape("VMobject", (*around(2), *around(1.5)))], True),  # a ring
    ("DrawnCircle", [shape("VMobject", outline((0, 0), (2, 0), (2, 2), (0, 2)))], False),
    ("DrawnRectangle", [shape("Polygon", TILTED)], True),
    ("DrawnSquare", [shape("Polygon", TILTED)], False),
    ("DrawnSquare", [shape("Polygon", outline((0, 0), (1, 1), (0, 2), (-1, 1)))], True),
    ("DrawnRectangle", [shape("Polygon", outline((0, 0), (2, 0), (1, 1)))], False),
    ("DrawnRectangle", [shape("Polygon", outline((0, 0), (3, 0), (2, 1), (1, 1)))], False),  # a trapezium
    ("DrawnSurface", [Box(n, "Polygon", n % 8, n // 8, n % 8 + 1, n // 8 + 1) for n in range(64)], True),
    ("DrawnSurface", [Box(n, "Polygon", n, 0, n + 1, n) for n in range(64)], False),  # bars
]


@pytest.mark.parametrize(("name", "boxes", "seen"), SEEN)
def test_things_put_together_by_hand(name: str, boxes: list[Box], seen: bool) -> None:
    assert DRAWN[name](boxes) is seen


def test_every_look_has_a_word() -> None:
    words = {kind for kinds in vocabulary()["objects"].values() for kind in kinds}
    assert set(DRAWN) <= words


def test_corners() -> None:
    assert len(corners(TILTED)) == 4
    assert corners(around(1)) == [] == corners(())


def test_what_turned() -> None:
    lying, standing = shape("Line", ((0, 0), (2, 0))), shape("Line", ((0, 0), (0, 2)))
    assert is_turned(lying, standing)
    assert not is_turned(lying, shape("Line", ((1, 1), (3, 1))))  # moved
    assert not is_turned(lying, shape("Line", ((0, 0), (0, 4))))  # stretched
    moments = ((((lying,)), ("Wait",)), (((standing,)), ("Wait",)))
    assert Sights((report(*moments),)).has_event("rotate")
    assert not Sights((report(moments[0], moments[0]),)).has_event("rotate")


def test_words_in_another_sense_are_no_claims() -> None:
    nothing = Sights(())
    assert not list(_checks("the dot product of a square wave", nothing))
    assert len(list(_checks("a dot and a square", nothing))) == 2
