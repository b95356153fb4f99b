"""Iterations on a given function: Newton's method, bisection and gradient descent."""

from __future__ import annotations

import math
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, numeric, rounded
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of
from agent.models.composer.symbolic.intents.plots import functions_of_x
from agent.models.composer.symbolic.naming import equation_tex, titled
from agent.models.composer.symbolic.printing import source
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.tree import Node
from agent.models.composer.symbolic.window import window

STARTS = (2.0, 1.0, 3.0, 1.5, -2.0, -1.0, 0.5, 4.0, 5.0, 8.0, -3.0)
BRACKETS = (
    (1.0, 2.0),
    (0.0, 1.0),
    (2.0, 3.0),
    (-1.0, 0.0),
    (-2.0, -1.0),
    (0.0, 2.0),
    (3.0, 4.0),
    (0.0, 4.0),
    (-4.0, 0.0),
)
FARTHEST, WIDEST = 60.0, 4.0
NEWTON = "newton newtons newton's raphson newton-raphson method root roots find zero approximate solve tangent use"
COMMON = "start starting at from initial guess point steps step iterations iteration iterate function value x0 for on"


def _one_function(reading: MathReading) -> Expression | None:
    found = functions_of_x(reading)
    if len(found) == 1:
        return found[0]
    sides = [q for q in reading.equations if q.relation == "=" and len(q.symbols) == 1 and "x" in q.symbols]
    if len(sides) != 1:
        return None
    difference = Node("-", args=(sides[0].left.node, sides[0].right.node))
    return Expression(sides[0].difference, difference, sides[0].span)


def _start(reading: MathReading) -> float | None:
    for name, value in reading.assignments:
        if name in ("x", "x_0", "a"):
            return float(value)
    said = reading.value("start", "starting", "guess", "at", "from")
    return None if said is None else float(said)


def _walk(step: Any, start: float, count: int) -> list[float]:
    """The places of an iteration; shorter where it leaves the picture."""
    import numpy as np

    places = [start]
    for _ in range(count):
        with np.errstate(all="ignore"):
            after = float(step(places[-1]))
        if not math.isfinite(after) or abs(after) > FARTHEST:
            break
        places.append(after)
    return places


def _room(places: list[float]) -> float:
    """How far a walk reaches, where that is not too far to be seen."""
    reach = max(places) - min(places)
    return reach if reach <= WIDEST else -reach


def newton(reading: MathReading) -> Draft | None:
    """`Newton's method for x^3 - 2 starting at 2`."""
    if not reading.says("newton*", "raphson", "newton-raphson") or reading.says("fractal*", "polynomial interpolation"):
        return None
    e = _one_function(reading)
    if e is None:
        return None
    f, slope = numeric(e.sympy, e.variable), numeric(e.sympy.diff(e.variable), e.variable)
    count = int(min(6, max(1, reading.value("step", "iteration") or 4)))
    given = _start(reading)
    walks = [_walk(lambda x: x - f(x) / slope(x), x, count) for x in ((given,) if given is not None else STARTS)]
    whole = [walk for walk in walks if len(walk) > count]
    good = [walk for walk in whole if abs(float(f(walk[-1]))) < 1e-3]
    good = good or [walk for walk in whole if abs(float(f(walk[-1]))) < 0.3]
    if not good:
        return None
    places = max(good, key=_room)
    ranges = _ranges(e, places, [0.0])
    act = call(
        "newton_iteration", function=lambda_of(e.sympy, e.variable),
        derivative=_slope_of(e), label=repr(equation_tex(e)),
        start=clean(places[0]), steps=count, **ranges,
    )  # fmt: skip
    known = (
        f"{COMMON} newton newtons newton's raphson newton-raphson method root roots find zero approximate solve tangent"
    )
    title = titled("Newton's method for", reading, e, "Newton's method")
    return drafted(reading, title, f"Newton's method for {e.sympy}", (act,), understood=known, sure=0.97)


def bisection(reading: MathReading) -> Draft | None:
    """`bisection method for x^3 - x - 2 on [1, 2]`."""
    if not reading.says("bisection", "bisect", "interval halving", "halving"):
        return None
    e = _one_function(reading)
    if e is None:
        return None
    f = numeric(e.sympy, e.variable)
    given = next(
        ((float(i.low), float(i.high)) for i in reading.intervals if i.low.is_finite and i.high.is_finite), None
    )
    ends = given or next((pair for pair in BRACKETS if float(f(pair[0])) * float(f(pair[1])) < 0), None)
    if ends is None:
        return None
    count = int(min(8, max(3, reading.value("step", "iteration") or 6)))
    act = call(
        "bisection_method", function=lambda_of(e.sympy, e.variable), label=repr(e.tex),
        start=clean(ends[0]), end=clean(ends[1]), steps=count,
    )  # fmt: skip
    known = f"{COMMON} bisection bisect interval halving method root roots find zero approximate solve between and to"
    title = titled("Bisection for", reading, e, "Bisection method")
    return drafted(reading, title, f"bisection of {e.sympy}", (act,), understood=known, sure=0.97)


def _slope_of(e: Expression) -> str:
    return f"lambda {e.variable.name}: {source(e.sympy.diff(e.variable))}"


def _ranges(e: Expression, places: list[float], heights: list[float]) -> dict[str, object]:
    """Axis ranges in which every place of the walk and its height can be seen."""
    f = numeric(e.sympy, e.variable)
    low, high = min(places), max(places)
    room = max(0.15 * (high - low), 0.5)
    shown = window([e], (low - room, high + room), [(x, float(f(x))) for x in places])
    values = [float(f(x)) for x in places] + heights
    bottom, top = min(*values, shown.y_range[0] if shown.y_range[0] > -60 else 0), max(values)
    gap = 0.12 * (top - bottom or 1)
    return {"x_range": rounded(low - room, high + room, most=9), "y_range": rounded(bottom - gap, top + gap, most=8)}


def descent(reading: MathReading) -> Draft | None:
    """`gradient descent on x^4 - 3x^2 + x with learning rate 0.05`."""
    if not reading.says("gradient descent", "steepest descent", "descent"):
        return None
    e = _one_function(reading)
    if e is None:
        return None
    f, slope = numeric(e.sympy, e.variable), numeric(e.sympy.diff(e.variable), e.variable)
    rate = _rate(reading)
    count = int(min(30, max(1, reading.value("step", "iteration") or 12)))
    given = _start(reading)
    walks = [
        _walk(lambda x: x - (rate or 0.1) * float(slope(x)), x, count)
        for x in ((given,) if given is not None else STARTS)
    ]
    good = [w for w in walks if len(w) > count and abs(slope(w[0])) > 1e-3 and float(f(w[-1])) <= float(f(w[0]))]
    if not good:
        return None
    places = max(good, key=_room)
    act = call(
        "descent_on_curve", function=lambda_of(e.sympy, e.variable), derivative=_slope_of(e),
        label=repr(equation_tex(e)), start=clean(places[0]), rate=clean(rate or 0.1), steps=count,
        **_ranges(e, places, []),
    )  # fmt: skip
    known = (
        f"{COMMON} gradient descent steepest learning rate lr eta alpha size with minimum minimise minimize find slope"
    )
    title = titled("Gradient descent on", reading, e, "Gradient descent on a curve")
    return drafted(reading, title, f"gradient descent on {e.sympy}", (act,), understood=known, sure=0.97)


def _rate(reading: MathReading) -> float | None:
    said = reading.value("rate", "eta", "alpha", "size", "lr")
    return None if said is None or not 0 < float(said) <= 10 else float(said)


INTENTS = (Intent("newton", newton), Intent("bisection", bisection), Intent("descent", descent))
