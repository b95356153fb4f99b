"""The window of a plot: ranges of both axes that show what matters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from agent.models.composer.symbolic.analysis import Features, clean, features, numeric, rounded
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.reading import Expression

FARTHEST = 2000.0
"""How far from zero features are looked for."""


@dataclass(frozen=True, slots=True)
class Window:
    """Axis ranges [low, high, step], the features of every function inside, and whether x counts in multiples of π."""

    x_range: list[float]
    y_range: list[float]
    features: tuple[Features, ...]
    pi_numbers: bool = False


def window(
    functions: Sequence[Expression],
    interval: tuple[float, float] | None = None,
    include: Sequence[tuple[float, float]] = (),
    *,
    margin: bool = False,
) -> Window:
    """The window for functions of one variable.

    `interval` fixes the x-range (with some margin around it if `margin`), `include` lists points that must be seen.
    """
    found = [features(e.sympy, e.variable, *_scanned(e, interval)) for e in functions]
    low, high = interval if interval else _across(functions, found, [x for x, _ in include])
    if interval and margin:
        room = 0.18 * (high - low)
        low, high = min(low - room, 0 if low < high - low else low - room), high + room
    period = next((f.period for f in found if f.period), 0.0)
    pi_numbers = bool(period) and abs(period / math.pi * 6 - round(period / math.pi * 6)) < 1e-6 and high - low > 3
    pi_numbers = pi_numbers and (interval is None or _is_pi(low) or _is_pi(high))
    if interval is None and not period and not include:
        low, high = _trimmed(functions, found, low, high)
    low, high = (low, high) if interval else _whole(low, high, pi_numbers)
    y_low, y_high = _upwards(functions, found, low, high, [y for _, y in include])
    x_range = (
        [clean(low), clean(high), _pi_step(high - low)]
        if pi_numbers
        else _x_range(low, high, fixed=interval is not None)
    )
    return Window(x_range, rounded(y_low, y_high, most=8), tuple(found), pi_numbers)


def _scanned(function: Expression, interval: tuple[float, float] | None) -> tuple[float, float]:
    """Where to look for features: around zero, or as far as the roots and turning points of a polynomial lie."""
    reach = 12.0
    if not interval and function.sympy.is_polynomial(function.variable):
        for f in (function.sympy, function.sympy.diff(function.variable)):
            reach = max([reach, *[1.5 * abs(x) for x in _real_roots(f, function.variable)]])
    return interval or (-min(reach, FARTHEST), min(reach, FARTHEST))


def _real_roots(polynomial: Any, variable: Any) -> list[float]:
    coefficients = [float(c) for c in cas().Poly(polynomial, variable).all_coeffs()]
    return [float(root.real) for root in np.roots(coefficients) if abs(root.imag) < 1e-6]


def _is_pi(value: float) -> bool:
    return value != 0 and abs(value / math.pi * 4 - round(value / math.pi * 4)) < 1e-6


def _pi_step(span: float) -> float:
    return next(
        step for step in (math.pi / 4, math.pi / 2, math.pi, 2 * math.pi, 4 * math.pi, span) if span / step <= 9
    )


def _x_range(low: float, high: float, *, fixed: bool) -> list[float]:
    if not fixed:
        return rounded(low, high, most=11)
    return [clean(low), clean(high), rounded(low, high, most=11)[2]]


def _across(functions: Sequence[Expression], found: Sequence[Features], places: list[float]) -> tuple[float, float]:
    """Left and right end around everything that matters."""
    period = max((f.period for f in found), default=0.0)
    if period:
        turns = 2 if period < 4 else 1
        reach = turns * period if period > 1 else period * math.ceil(2 / period)
        return -reach, reach
    far = 11.5 if max((len(f.roots) for f in found), default=0) > 6 else FARTHEST
    marks = [*places, *(x for f in found for x in (*f.roots, *f.minima, *f.maxima, *f.poles) if abs(x) < far)]
    if len(marks) > 12:
        return -10.0, 10.0
    marks += [x for f in found for x in f.inflections if abs(x) < 6 and len(f.inflections) < 5]
    marks += [x for f in found for x in (f.low, f.high) if math.isfinite(x)]
    if len(marks) == 1 and abs(marks[0]) < 6:
        marks.append(0.0)  # the axes belong into a picture with only one place to see
    left, right = min(marks, default=0.0), max(marks, default=0.0)
    room = _room(functions, left, right)
    if any(f.poles for f in found):
        room = max(room, 3.0)
    starts = [f.low for f in found if math.isfinite(f.low)]
    if len(starts) == len(found) and found:
        return min(starts) - 0.12 * (right - min(starts) + 4), right + max(room, 4.0)
    left, right = min(left - room, -1.0), max(right + room, 1.0)
    return (left, right) if right - left >= 4 or room < 3 else ((left + right) / 2 - 3, (left + right) / 2 + 3)


def _room(functions: Sequence[Expression], left: float, right: float) -> float:
    """How much to show beyond the outermost features: less beside the walls of a high power."""
    steep = any(_degree(e) >= 5 for e in functions)
    room = max(1.5 if steep and right == left else 3.0, 0.45 * (right - left))
    return min(room, 0.3 * (right - left)) if steep and right > left else room


def _degree(e: Expression) -> int:
    """The degree of a polynomial; 0 for other functions."""
    return int(cas().Poly(e.sympy, e.variable).degree()) if e.sympy != 0 and e.sympy.is_polynomial(e.variable) else 0


def _whole(low: float, high: float, pi_numbers: bool) -> tuple[float, float]:
    return (low, high) if pi_numbers else (math.floor(2 * low + 1e-6) / 2, math.ceil(2 * high - 1e-6) / 2)


def _trimmed(
    functions: Sequence[Expression], found: Sequence[Features], low: float, high: float
) -> tuple[float, float]:
    """Without the parts at both ends where every curve has left the window."""
    y_low, y_high = _upwards(functions, found, low, high, [])
    xs = np.linspace(low, high, 600)
    seen = np.zeros_like(xs, dtype=bool)
    for e in functions:
        ys = numeric(e.sympy, e.variable)(xs)
        seen |= (ys >= y_low) & (ys <= y_high)
    if not seen.any():
        return low, high
    left, right = xs[seen][0], xs[seen][-1]
    room = 0.12 * (right - left)
    return max(low, left - room), min(high, right + room)


def _upwards(
    functions: Sequence[Expression], found: Sequence[Features], low: float, high: float, heights: list[float]
) -> tuple[float, float]:
    """Lower and upper end: all values where that is sane, else around the features."""
    xs = np.linspace(low, high, 1201) + 1e-7
    values: list[Any] = []
    marks: list[float] = [*heights]
    for e, f in zip(functions, found, strict=True):
        g = numeric(e.sympy, e.variable)
        ys = g(xs)
        values.append(ys[np.isfinite(ys)])
        inside = [x for x in (*f.minima, *f.maxima) if low <= x <= high]
        marks += [float(g(x + 1e-9)) for x in inside] + [0.0] * any(low <= r <= high for r in f.roots)
        start = float(g(0.0)) if low <= 0 <= high else math.nan
        marks += [start] if math.isfinite(start) else []
        marks += [level for level in f.levels if f.poles or abs(level) < 50]
    every = np.concatenate(values)
    marks = [m for m in marks if math.isfinite(m)]
    inner = [p for f in found for p in f.poles if p not in (f.low, f.high)]
    edges = [p for f in found for p in f.poles if p in (f.low, f.high)]
    turning = any(f.minima or f.maxima for f in found)
    whole = float(every.max()) - float(every.min())
    if not turning or len(marks) < 2 or max(marks) - min(marks) <= 1e-4 * whole:
        shares = (20, 80) if inner else (6, 86)
        marks += [float(np.percentile(every, share)) for share in shares]
    bottom, top = min(marks), max(marks)
    free = 1.0 if inner or edges else 1.3 if turning else 0.35
    least = 4.0 if inner else 3.0 if edges else 0.02 * whole
    span = max(top - bottom, least, 1e-3)
    bottom, top = max(float(every.min()), bottom - free * span), min(float(every.max()), top + free * span)
    bottom, top = min([bottom, *heights]), max([top, *heights])
    if top - bottom < 1e-6:  # a constant: from the axis to a little beyond it
        bottom, top = min(0.0, 1.25 * bottom) - 0.5 * (bottom >= 0), max(0.0, 1.25 * top) + 0.5 * (top <= 0)
    room = 0.12 * (top - bottom)
    bottom, top = bottom - room, top + room
    if 0 < bottom < 0.6 * (top - bottom):
        bottom = -0.08 * top
    if 0 < -top < 0.6 * (top - bottom):
        top = -0.08 * bottom
    return bottom, top
