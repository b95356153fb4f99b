"""Analytic geometry: lines, circles, parabolas, midpoints and areas given by points."""

from __future__ import annotations

from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import BLUE, GREEN, Line, line
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of, steps_call
from agent.models.composer.symbolic.naming import point_tex
from agent.models.composer.symbolic.printing import number, tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.tree import Node
from agent.models.composer.symbolic.window import window
from core.storyboard import ActCall

COMMON = "point points through passing passes pass going goes plane coordinate coordinates find equation draw given its"
FARTHEST = 100
Point = tuple[Any, Any]


def points_of(reading: MathReading) -> list[Point]:
    """The points of the plane in the wish, near enough to be shown."""
    flat = [p for p in reading.points if len(p) == 2]
    return [p for p in flat if all(v.is_real and v.is_finite and abs(v) <= FARTHEST for v in p)]


def _x() -> Any:
    return cas().Symbol("x", real=True)


def _curve(value: Any) -> Expression:
    return Expression(value, Node("sym", "x"), (0, 0))


def line_through(reading: MathReading) -> Draft | None:
    """`line through (1,2) and (3,6)`, `the line with slope 3 through (1,2)`."""
    points = points_of(reading)
    slope = reading.value("slope", "gradient")
    if not reading.says("line", "straight line") or not reading.says(
        "through", "passing", "passes", "connect*", "join*"
    ):
        return None
    if reading.says("tangent*", "perpendicular", "parallel", "distance", "vector*") or reading.functions:
        return None
    if len(points) == 2 and slope is None and points[0][0] != points[1][0]:
        (a, b), (c, d) = points
        slope = (d - b) / (c - a)
        steps = [line(rf"m = \frac{{{_minus(d, b)}}}{{{_minus(c, a)}}} = {number(slope)}", "rise over run", BLUE)]
    elif len(points) == 1 and slope is not None:
        (a, b), c = points[0], points[0][0] + 2
        steps = [line(rf"m = {number(slope)}", "the slope", BLUE)]
    else:
        return None
    f = cas().expand(slope * (_x() - a) + b)
    steps += [
        line(rf"y - {_operand(b)} = {_factor(slope)} \left(x {_signed(-a)}\right)", f"through ${point_tex(a, b)}$"),
        line(rf"y = {tex(f)}", "solved for $y$", GREEN),
    ]
    act = steps_call(steps, remark="A slope and a point fix a line.")
    understood = f"{COMMON} line straight slope gradient with connecting joining"
    return drafted(
        reading, "The line through two points" if len(points) == 2 else "A line from its slope",
        f"the line y = {f}", (act, _line_picture(f, points, a, c)), understood=understood, sure=0.96,
    )  # fmt: skip


def _line_picture(f: Any, points: list[Point], start: Any, end: Any) -> ActCall:
    x = _x()
    slope, low, high = f.coeff(x), *sorted((float(start), float(end)))
    if slope == 0:
        return graph(f, points, "Every point of it has the same height.")
    seen = [(float(px), float(f.subs(x, px))) for px in (start, end)]
    near = max(abs(low), abs(high)) <= 8
    reach = (min(low, 0.0), max(high, 0.0)) if near else (low, high)
    shown = window([_curve(f)], reach, [*seen, (0.0, 0.0)] if near else seen, margin=True)
    return call(
        "slope_triangle", slope=clean(float(slope)), intercept=clean(float(f.subs(x, 0))), start=clean(low),
        end=clean(high), label=repr(f"y = {tex(f)}"), x_range=shown.x_range, y_range=shown.y_range,
    )  # fmt: skip


def graph(f: Any, points: list[Point], takeaway: str, names: tuple[str, ...] = ()) -> ActCall:
    """The graph of a function of x with points marked on it."""
    seen = [(float(a), float(b)) for a, b in points]
    shown = window([_curve(f)], None, seen)
    labels = [rf"{name} {point_tex(a, b)}" for (a, b), name in zip(points, names or [""] * len(points), strict=True)]
    return call(
        "function_graphs", functions=f"[{lambda_of(f, _x())}]", labels=[f"y = {tex(f)}"], x_range=shown.x_range,
        y_range=shown.y_range, points=[(*p, label) for p, label in zip(seen, labels, strict=True)],
        takeaway=repr(takeaway),
    )  # fmt: skip


def _minus(a: Any, b: Any) -> str:
    return f"{number(a)} {_signed(-b)}" if b else number(a)


def _signed(value: Any) -> str:
    return "" if value == 0 else f"+ {number(value)}" if value > 0 else f"- {number(-value)}"


def _operand(value: Any) -> str:
    return rf"\left({number(value)}\right)" if value < 0 else number(value)


def _factor(value: Any) -> str:
    return "" if value == 1 else "-" if value == -1 else number(value)


def circle(reading: MathReading) -> Draft | None:
    """`circle with center (1,2) and radius 3`, `circle around (0,1) through (3,5)`."""
    points, radius = points_of(reading), reading.value("radius", "r")
    if not reading.says("circle", "circles") or not points or (reading.equations and radius is None):
        return None
    if radius is None and (diameter := reading.value("diameter")) is not None:
        radius = diameter / 2
    if radius is None and len(points) == 2 and reading.says("through", "passing", "point"):
        radius = cas().sqrt(sum((a - b) ** 2 for a, b in zip(*points, strict=True)))
    if radius is None or not 0 < float(radius) <= FARTHEST or len(points) > 2:
        return None
    act = call("circle_equation", center=tuple(clean(float(v)) for v in points[0]), radius=clean(float(radius)))
    understood = f"{COMMON} circle center centre centered centred around middle radius diameter with"
    brief = f"the circle around {points[0]} with radius {radius}"
    return drafted(reading, "The equation of a circle", brief, (act,), understood=understood, sure=0.94)


def midpoint(reading: MathReading) -> Draft | None:
    """`midpoint of (1,2) and (3,8)`."""
    points = points_of(reading)
    if len(points) != 2 or not reading.says("midpoint*", "mid point", "middle", "halfway") or reading.functions:
        return None
    (a, b), (c, d) = points
    m, n = (a + c) / 2, (b + d) / 2
    mean = [rf"\frac{{{number(u)} {_signed(v) or '+ 0'}}}{{2}}" for u, v in ((a, c), (b, d))]
    lines = [
        line(r"M = \left(\frac{x_1 + x_2}{2}, \frac{y_1 + y_2}{2}\right)", "the mean of both coordinates"),
        line(rf"= \left({mean[0]}, {mean[1]}\right)", "put them in", BLUE),
        line(f"= {point_tex(m, n)}", "", GREEN),
    ]  # fmt: skip
    acts = [steps_call(lines)]
    if a != c:
        f = cas().expand((d - b) / (c - a) * (_x() - a) + b)
        picture = graph(f, [points[0], (m, n), points[1]], "Halfway along, halfway up.", ("A", "M", "B"))
        acts.append(picture)
    understood = f"{COMMON} midpoint mid middle halfway between segment two of formula"
    return drafted(reading, "The midpoint", f"midpoint of {points}", tuple(acts), understood=understood, sure=0.96)


def parabola(reading: MathReading) -> Draft | None:
    """`parabola with vertex (1,2) through (3,6)`; without a second point the simplest one."""
    points = points_of(reading)
    if not reading.says("parabola", "quadratic") or not reading.says("vertex") or reading.functions:
        return None
    if len(points) not in (1, 2) or (len(points) == 2 and points[0][0] == points[1][0]):
        return None
    h, k = points[0]
    a = (points[1][1] - k) / (points[1][0] - h) ** 2 if len(points) == 2 else cas().Integer(1)
    inner = rf"\left(x {_signed(-h)}\right)^2" if h else "x^2"
    lines = [line(rf"y = a {inner} {_signed(k)}", f"vertex ${point_tex(h, k)}$")]
    if len(points) == 2:
        p, q = points[1]
        lines.append(
            line(rf"{number(q)} = a \cdot {_operand(p - h)}^2 {_signed(k)}", f"through ${point_tex(p, q)}$", BLUE)
        )
        lines.append(line(rf"a = {number(a)}", "solved for $a$", BLUE))
    else:
        lines.append(line("a = 1", "nothing else is given: the simplest one", BLUE))
    lines.append(line(rf"y = {_factor(a)} {inner} {_signed(k)}", "", GREEN))
    f = cas().expand(a * (_x() - h) ** 2 + k)
    acts = (steps_call(lines), graph(f, points, "The vertex is the turning point."))
    understood = f"{COMMON} parabola vertex quadratic with at form"
    return drafted(reading, "A parabola from its vertex", f"y = {f}", acts, understood=understood, sure=0.95)


def polygon_area(reading: MathReading) -> Draft | None:
    """`area of the triangle with vertices (0,0), (4,0), (0,3)` by the shoelace formula."""
    points = points_of(reading)
    if not 3 <= len(points) <= 5 or not reading.says("area") or reading.functions:
        return None
    pairs = list(zip(points, [*points[1:], points[0]], strict=True))
    twice = sum(a * d - c * b for (a, b), (c, d) in pairs)
    if twice == 0:
        return None
    pieces = [rf"\left({_product(a, d)} - {_product(c, b)}\right)" for (a, b), (c, d) in pairs]
    lines: list[Line] = [
        line(r"A = \tfrac{1}{2} \left| \sum \left(x_i y_{i+1} - x_{i+1} y_i\right) \right|", "the shoelace formula"),
        line(rf"= \tfrac{{1}}{{2}} \left| {' + '.join(pieces)} \right|", "corner by corner", BLUE),
        line(rf"= \tfrac{{1}}{{2}} \cdot {number(abs(twice))} = {number(abs(twice) / 2)}", "", GREEN),
    ]
    understood = f"{COMMON} area triangle quadrilateral polygon vertices corners with and"
    act = steps_call(lines, takeaway="Walk around the corners once.")
    return drafted(reading, "Area from coordinates", f"area of {points}", (act,), understood=understood, sure=0.96)


def _product(a: Any, b: Any) -> str:
    return rf"{_operand(a)} \cdot {_operand(b)}"


INTENTS = (
    Intent("line through", line_through),
    Intent("circle", circle),
    Intent("midpoint", midpoint),
    Intent("parabola", parabola),
    Intent("polygon area", polygon_area),
)
