"""Plots: graphs of one or several functions with what the wish wants to see on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import Features, recognise
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.naming import equation_tex, point_tex, titled
from agent.models.composer.symbolic.printing import number, tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.window import Window, window

WORDS = (
    "together same compare comparison versus vs intersection intersections intersect cross crossing meet "
    "root roots zero "
    "zeros zeroes vertex extrema extremum extreme maximum maxima maximums minimum minima minimums max min local global "
    "turning point points peak peaks valley asymptote asymptotes vertical horizontal intercept intercepts inflection "
    "why growth rapid rapidly exponential callout lowest highest its parabola cubic quadratic linear polynomial line "
    "straight symmetric domain between interesting important key feature features grow grows fast"
)
Marks = list[tuple[float, float, str, str]]


def functions_of_x(reading: MathReading) -> tuple[Expression, ...]:
    """The expressions that can be plotted against one axis: at most one symbol, and not only numbers."""
    found: list[Expression] = []
    for e in reading.expressions:
        plain = not e.sympy.has(*_unplottable()) and len(e.sympy.free_symbols) <= 1
        names = {s.name for s in e.sympy.free_symbols}
        constant = not names and e.name in ("y", "f")
        if (
            plain
            and e.name in ("", "y", "f", "g", "h")
            and (names & {"x", "t", "n", "u"} or constant)
            and e.sympy not in [k.sympy for k in found]
        ):
            found.append(e)
    strong = tuple(e for e in found if not e.weak)
    return tuple(found) if len(found) > len(strong) > 0 or not strong else strong


def _unplottable() -> tuple[Any, ...]:
    sympy = cas()

    return (
        sympy.I,
        sympy.Integral,
        sympy.Sum,
        sympy.Limit,
        sympy.Derivative,
        sympy.factorial,
        sympy.zoo,
        sympy.nan,
        sympy.oo,
    )


def interval_of(reading: MathReading) -> tuple[float, float] | None:
    """The finite interval of x in the wish; counts of things ("from 4 to 64 rectangles") are none."""
    for interval in reading.intervals:
        counted = interval.unit in (
            "rectangles",
            "terms",
            "bars",
            "strips",
            "subdivisions",
            "boxes",
            "slices",
            "order",
            "degree",
        )
        if (
            not counted
            and interval.variable in ("", "x", "t", "theta", "n")
            and interval.low.is_finite
            and interval.high.is_finite
        ):
            low, high = float(interval.low), float(interval.high)
            if 1e-3 < high - low < 1e4:
                return low, high
    return None


def plot(reading: MathReading) -> Draft | None:
    """`plot sin(x)/x from -15 to 15`, `graph y = x^3 - 3x and mark its maximum`."""
    functions = functions_of_x(reading)[:5]
    if not functions or reading.matrices or reading.series:
        return None
    asked = reading.says(
        "plot*", "graph*", "draw*", "sketch*", "curve*", "highlight*", "mark*", "function*", "visuali*", "show*"
    )
    points = [p for p in reading.points if len(p) == 2]
    shown = window(
        functions, interval_of(reading), [(float(x), float(y)) for x, y in points if x.is_finite and y.is_finite]
    )
    return graph_draft(reading, functions, shown, points, sure=0.93 if asked else 0.8)


def graph_draft(
    reading: MathReading, functions: tuple[Expression, ...], shown: Window, points: list[Any], *, sure: float
) -> Draft:
    """The draft that shows `functions` in a window with the points the wish asks for."""
    marks = _marks(reading, functions, shown, points)
    remarks = [_opening(functions), *[remark for *_, remark in marks]]
    zoom = bool(marks) and reading.says("zoom*", "magnif*", "close up")
    poles = sorted({p for f in shown.features for p in f.poles if shown.x_range[0] <= p <= shown.x_range[1]})[:9]
    levels = _levels(reading, shown)
    lone = len(functions) == 1
    title = titled("Graph of", reading, functions[0], "Graph of a function") if lone else "Graphs of functions compared"
    act = call(
        "function_graphs",
        functions=f"[{', '.join(e.function for e in functions)}]",
        labels=[equation_tex(e) if lone or e.name else tex_of(e) for e in functions],
        x_range=shown.x_range,
        y_range=shown.y_range,
        poles=poles,
        levels=[level for level, _ in levels],
        points=[(x, y, label) for x, y, label, _ in marks],
        asymptote_labels=[*[f"x = {_inline(p)}" for p in poles], *[label for _, label in levels]]
        if len(poles) <= 4
        else [],
        remarks=remarks if any(remarks) else [],
        zoom=zoom,
        callout=repr(_callout(reading, functions[0], marks) if zoom else ""),
        takeaway=repr(_takeaway(reading, functions, shown, marks)),
        pi_numbers=shown.pi_numbers,
    )
    brief = f"Graph of {', '.join(str(e.sympy) for e in functions)}"
    unused = [str(m) for m in reading.matrices] + [
        str(e.sympy) for e in reading.expressions if e.sympy.has(*_unplottable())
    ]
    return drafted(reading, title, brief, (act,), understood=WORDS, sure=sure, unused=unused)


def _inline(value: float) -> str:
    """An exact number on one line: `3\\pi/2`."""
    text = number(recognise(value), 2)
    flat = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"\1/\2", text)
    return re.sub(r"(\d) (?=\\pi)", r"\1", flat).replace("- ", "-")


def tex_of(e: Expression) -> str:
    """The label of one curve among several."""
    return e.tex


def _opening(functions: Sequence[Expression]) -> str:
    if len(functions) > 1:
        return "Several functions on the same axes."
    degree = _degree(functions[0])
    return {0: "A constant function.", 1: "A straight line.", 2: "A parabola.", 3: "A cubic curve."}.get(
        degree, "Here is the graph."
    )


def _degree(e: Expression) -> int:
    sympy = cas()

    try:
        return int(sympy.Poly(e.sympy, e.variable).degree())
    except sympy.PolynomialError:
        return -1


def _marks(reading: MathReading, functions: Sequence[Expression], shown: Window, points: list[Any]) -> Marks:
    """The points to mark, each with a label and a sentence."""
    if len(functions) > 1:
        wanted = reading.says("intersect*", "cross*", "meet*")
        return (
            [(x, y, label, "They meet here.") for x, y, label in intersections(functions, shown)][:4] if wanted else []
        )
    e, f = functions[0], shown.features[0]
    if points:
        return [_given(e, p) for p in points[:3]]
    found: Marks = []
    if reading.says("root*", "zero*", "intercept*", "x-intercept*", "solution*"):
        found += [_mark(e, x, number(recognise(x), 2), "Here it crosses the axis.") for x in _inside(f.roots, shown)]
    found += _extremes(reading, e, f, shown)
    if reading.says("inflection*"):
        found += [_mark(e, x, "", "Here the bending changes direction.") for x in _inside(f.inflections, shown)]
    return found[:6] or _notable(e, f, shown)


def _notable(e: Expression, f: Features, shown: Window) -> Marks:
    """What is worth marking when nothing was asked for: a few turning points, else a few zeros."""
    turns = sorted(_inside(f.maxima, shown) + _inside(f.minima, shown), key=abs)
    if 1 <= len(turns) <= 3 or (turns and f.levels):
        word = "Here it turns round."
        return sorted(_mark(e, x, "", word if not k else "") for k, x in enumerate(turns[:2] if f.levels else turns))
    roots = _inside(f.roots, shown)
    if 1 <= len(roots) <= 3 and not f.poles:
        return [
            _mark(e, x, number(recognise(x), 2), "Here it crosses the axis." if not k else "")
            for k, x in enumerate(roots)
        ]
    return []


def _inside(places: tuple[float, ...], shown: Window) -> list[float]:
    return [x for x in places if shown.x_range[0] < x < shown.x_range[1]][:4]


def _extremes(reading: MathReading, e: Expression, f: Features, shown: Window) -> Marks:
    vertex = reading.says("vertex*", "turning", "corner", "extrem*", "peak*")
    found: Marks = []
    if vertex or reading.says("maxim*", "max", "highest"):
        word = (
            "The vertex is the highest point."
            if vertex and not f.minima
            else "A local maximum: everything nearby is lower."
        )
        found += [_mark(e, x, "", word) for x in _inside(f.maxima, shown)]
    if vertex or reading.says("minim*", "min", "lowest", "valley*"):
        word = (
            "The vertex is the lowest point."
            if vertex and not f.maxima
            else "A local minimum: everything nearby is higher."
        )
        found += [_mark(e, x, "", word) for x in _inside(f.minima, shown)]
    return sorted(found)


def _mark(e: Expression, x: float, label: str, remark: str) -> tuple[float, float, str, str]:
    sympy = cas()

    exact = recognise(x)
    y = sympy.simplify(e.sympy.subs(e.variable, exact))
    if not (y.is_real and y.is_finite):  # a removable gap, such as sin(x)/x at 0
        y = sympy.limit(e.sympy, e.variable, exact)
        remark = rf"At $x = {number(exact)}$ it is not defined, but it heads for ${number(y)}$."
    value = float(y)
    value = round(value, 6) + 0.0
    return round(x, 6), value, label or point_tex(exact, y), remark


def _given(e: Expression, point: Any) -> tuple[float, float, str, str]:
    sympy = cas()

    x, y = point
    on = abs(float(sympy.re(e.sympy.subs(e.variable, x) - y))) < 1e-6
    said = rf"At $x = {number(x)}$ the value is $y = {number(y)}$." if on else "This point does not lie on the curve."
    return float(x), float(y), point_tex(x, y), said


def intersections(functions: Sequence[Expression], shown: Window) -> list[tuple[float, float, str]]:
    """Where any two of the functions meet inside the window."""
    from agent.models.composer.symbolic.analysis import features, numeric

    found: list[tuple[float, float, str]] = []
    for k, one in enumerate(functions):
        for two in functions[k + 1 :]:
            other = two.sympy.subs(two.variable, one.variable)
            places = features(one.sympy - other, one.variable, shown.x_range[0], shown.x_range[1]).roots
            for x in places:
                y = float(numeric(one.sympy, one.variable)(x))
                if shown.y_range[0] <= y <= shown.y_range[1]:
                    found.append((round(x, 6), round(y, 6), point_tex(recognise(x), recognise(y))))
    return found


def _levels(reading: MathReading, shown: Window) -> list[tuple[float, str]]:
    asked = reading.says("asymptot*")
    found: dict[float, str] = {}
    for f in shown.features:
        for level in f.levels:
            hidden = abs(level) < 1e-6 and not asked
            if (
                not hidden
                and shown.y_range[0] < level < shown.y_range[1]
                and (asked or f.poles or len(shown.features) == 1)
            ):
                found[round(level, 6)] = f"y = {_inline(level)}"
    return list(found.items())


def _callout(reading: MathReading, e: Expression, marks: Marks) -> str:
    x, y, *_ = marks[-1]
    degree = _degree(e)
    if e.sympy.has(_abs()):
        return r"The absolute value is zero" + "\n" + rf"at $x = {number(recognise(x), 2)}$: the corner"
    if degree == 2:
        return (
            "Beside the vertex the curve"
            + "\n"
            + ("only goes up." if e.sympy.diff(e.variable, 2) > 0 else "only goes down.")
        )
    return rf"$x = {number(recognise(x), 2)}$" + "\n" + rf"$y = {number(recognise(y), 2)}$"


def _abs() -> Any:
    sympy = cas()

    return sympy.Abs


def _takeaway(reading: MathReading, functions: tuple[Expression, ...], shown: Window, marks: Marks) -> str:
    e = functions[0]
    if len(functions) > 1:
        return ""
    if e.sympy.has(_abs()) and marks:
        x = marks[-1][0]
        return rf"$|\ldots|$ is never negative, so the lowest point is at $x = {number(recognise(x), 2)}$."
    if _degree(e) == 2 and marks and reading.says("vertex*", "minim*", "maxim*"):
        return _square(e)
    if _exponential(e):
        return rf"With every step to the right the value is multiplied by ${tex(_exponential(e))}$."
    return ""


def _square(e: Expression) -> str:
    """Why a parabola has its vertex where it has it: the completed square."""
    sympy = cas()

    x = e.variable
    a, b, c = sympy.Poly(e.sympy, x).all_coeffs()
    shift, height = -b / (2 * a), c - b * b / (4 * a)
    inner = f"({tex(x - shift)})^2" if shift else f"{tex(x)}^2"
    head = "" if a == 1 else "-" if a == -1 else tex(a)
    tail = "" if not height else f" {'+' if height > 0 else '-'} {tex(abs(height))}"
    word = "smallest" if a > 0 else "largest"
    return rf"${tex(e.sympy)} = {head}{inner}{tail}$ is {word} when the square is $0$."


def _exponential(e: Expression) -> Any:
    x = e.variable
    ratio = (e.sympy.subs(x, x + 1) / e.sympy).simplify() if e.sympy.free_symbols else None
    return (
        ratio
        if ratio is not None and ratio.is_number and ratio.is_finite and ratio > 1 and e.sympy.diff(x) != 0
        else None
    )


def two_lines(reading: MathReading) -> Draft | None:
    """`show two lines and their intersection` without any equation: a pair that crosses at a round point."""
    if reading.expressions or reading.equations or not reading.says("lines", "functions", "graphs"):
        return None
    if not reading.says("intersect*", "cross*", "meet*"):
        return None
    zoom = reading.says("zoom*", "magnif*", "close up", "callout")
    act = call(
        "function_graphs",
        functions="[lambda x: 0.5 * x + 1, lambda x: 4 - x]",
        labels=[r"y = \tfrac{1}{2}x + 1", "y = 4 - x"],
        x_range=[-2, 6, 1],
        y_range=[-2, 6, 1],
        points=[(2.0, 2.0, "(2, 2)")],
        remarks=["Two straight lines in one plane.", "They meet in one point."],
        zoom=zoom,
        callout=repr("Only here do both\nequations hold at once." if zoom else ""),
        takeaway=repr("The intersection solves both equations at once."),
    )
    return drafted(
        reading,
        "Where two lines meet",
        "Two lines and their intersection",
        (act,),
        understood=f"{WORDS} two their cartesian",
        sure=0.9,
    )


INTENTS = (Intent("plot", plot), Intent("two lines", two_lines))
