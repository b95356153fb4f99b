"""What matters about a function of one variable, and the window that shows it: found numerically, named exactly."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.printing import source

Array = Any
STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Features:
    """Places on the x-axis, in rising order, as floats; `levels` are heights of horizontal asymptotes.

    `low` and `high` bound where the function is defined inside the range that was looked at.
    """

    roots: tuple[float, ...] = ()
    minima: tuple[float, ...] = ()
    maxima: tuple[float, ...] = ()
    inflections: tuple[float, ...] = ()
    poles: tuple[float, ...] = ()
    levels: tuple[float, ...] = ()
    low: float = -math.inf
    high: float = math.inf
    period: float = 0.0


def numeric(expression: Any, variable: Any) -> Callable[[Array], Array]:
    """A vectorised numpy function; undefined values are NaN. Built from the printer's source, never from a wish."""
    names = {"np": np, "math": math, "abs": np.abs, "max": np.maximum, "min": np.minimum}
    code = eval(f"lambda {variable.name}: {source(expression)}", {"__builtins__": {}, **names})  # noqa: S307

    def values(x: Array) -> Array:
        with np.errstate(all="ignore"):
            found = np.asarray(code(np.asarray(x, dtype=float)))
        found = np.broadcast_to(found, np.shape(x))
        real = np.where(np.abs(np.imag(found)) < 1e-9, np.real(found), np.nan).astype(float)
        return np.where(np.isfinite(real), real, np.nan)

    return values


def features(expression: Any, variable: Any, low: float = -12.0, high: float = 12.0) -> Features:
    """Roots, extrema, poles and the rest between `low` and `high`."""
    f = numeric(expression, variable)
    xs = np.linspace(low, high, 2401) + 1e-7 * (high - low)  # off the round numbers, where poles and kinks sit
    ys = f(xs)
    if not np.isfinite(ys).any():
        raise ValueError("nowhere defined")
    slope, bend = _derivative(expression, variable, 1), _derivative(expression, variable, 2)
    roots, poles = _crossings(f, xs, ys)
    turns, _ = _crossings(slope, xs, slope(xs), kinks=True)
    turns = [
        x
        for x in turns
        if np.isfinite(f(x + 1e-9)) and abs(f(x + 1e-9)) < 1e6 and all(abs(x - p) > 1e-5 for p in poles)
    ]
    poles += _even_poles(f, xs, ys, poles)
    roots += [x for x in turns if abs(f(x + 1e-9)) < 1e-7 and all(abs(x - r) > 1e-5 for r in roots)]
    flat = float(np.nanmax(ys) - np.nanmin(ys)) < 1e-9
    delta = 1e-4 * (high - low)
    minima = [x for x in turns if f(x - delta) > f(x) + 1e-15 and f(x + delta) > f(x) + 1e-15]
    maxima = [x for x in turns if f(x - delta) < f(x) - 1e-15 and f(x + delta) < f(x) - 1e-15]
    bends = [
        x for x in _crossings(bend, xs, bend(xs))[0] if np.isfinite(f(x)) and all(abs(x - p) > 1e-5 for p in poles)
    ]
    ends = (_edge(f, xs, ys, first=True), _edge(f, xs, ys, first=False))
    poles = [p for p in poles if ends[0] - 1e-9 <= p <= ends[1] + 1e-9]
    poles += [end for end in ends if math.isfinite(end) and abs(_beside(f, end)) > 20 and end not in poles]
    return Features(
        *(
            tuple(sorted(_snap(x) for x in group))
            for group in (() if flat else roots, minima, maxima, bends, set(poles))
        ),
        levels=() if flat else _levels(f, ends),
        low=ends[0],
        high=ends[1],
        period=_period(expression, variable),
    )


def _derivative(expression: Any, variable: Any, order: int) -> Callable[[Array], Array]:
    """A derivative as a function; nowhere defined where there is none (steps of a floor function)."""
    try:
        return numeric(expression.diff(variable, order), variable)
    except ValueError:
        return lambda x: np.full(np.shape(x), np.nan)


def _beside(f: Callable[[Array], Array], x: float) -> float:
    """The value just inside the edge of a domain; 0 where there is none."""
    sides = [float(np.nan_to_num(f(x + side * 1e-11))) for side in (-1, 1)]
    return max(sides, key=abs)


def _snap(x: float) -> float:
    near = round(x, 6)
    return near + 0.0 if abs(near - round(near, 3)) < 2e-6 else x


def _crossings(
    f: Callable[[Array], Array], xs: Array, ys: Array, *, kinks: bool = False
) -> tuple[list[float], list[float]]:
    """Zeros and poles with a change of sign, by bisection."""
    zeros: list[float] = []
    poles: list[float] = []
    signs = np.sign(ys)
    for k in np.nonzero((signs[:-1] * signs[1:] < 0) | (signs[:-1] == 0))[0][:60]:
        a, b, sign = float(xs[k]), float(xs[k + 1]), signs[k]
        if sign == 0:
            if k and signs[k - 1] * signs[k + 1] < 0:
                zeros.append(a)
            continue
        for _ in range(60):
            middle = (a + b) / 2
            value = float(f(middle))
            if not math.isfinite(value):
                break
            a, b = (middle, b) if np.sign(value) == sign else (a, middle)
        middle = (a + b) / 2
        near = abs(float(np.nan_to_num(f(b + 1e-13), nan=1e9)))
        if kinks or near < 1e-3:
            zeros.append(middle)
        elif near > 1e3:
            poles.append(middle)
    return zeros, poles


def _even_poles(f: Callable[[Array], Array], xs: Array, ys: Array, known: list[float]) -> list[float]:
    """Poles without a change of sign (1/x²): peaks of |f| that keep growing when looked at closely."""
    found: list[float] = []
    size = np.nan_to_num(np.abs(ys))
    typical = float(np.median(size[size > 0])) if (size > 0).any() else 1.0
    for k in np.nonzero((size[1:-1] > size[:-2]) & (size[1:-1] > size[2:]) & (size[1:-1] > 50 * typical))[0] + 1:
        a, b = float(xs[k - 1]), float(xs[k + 1])
        for _ in range(40):
            grid = np.linspace(a, b, 11)
            best = int(np.argmax(np.nan_to_num(np.abs(f(grid)), nan=1e30)))
            a, b = float(grid[max(0, best - 1)]), float(grid[min(10, best + 1)])
        middle = (a + b) / 2
        if abs(float(np.nan_to_num(f(middle), nan=1e30))) > 1e7 and all(abs(middle - p) > 1e-4 for p in known):
            found.append(middle)
    return found


def _edge(f: Callable[[Array], Array], xs: Array, ys: Array, *, first: bool) -> float:
    """Where the domain begins (or ends), if that lies inside; else infinite."""
    good = np.nonzero(np.isfinite(ys))[0]
    k = int(good[0] if first else good[-1])
    if k == (0 if first else len(xs) - 1):
        return -math.inf if first else math.inf
    outside, inside = float(xs[k - 1 if first else k + 1]), float(xs[k])
    for _ in range(60):
        middle = (outside + inside) / 2
        outside, inside = (outside, middle) if np.isfinite(f(middle)) else (middle, inside)
    return _snap(inside)


def _levels(f: Callable[[Array], Array], ends: tuple[float, float]) -> tuple[float, ...]:
    found: list[float] = []
    for side, end in ((1, ends[1]), (-1, ends[0])):
        if math.isfinite(end):
            continue
        near, far = (float(f(side * x)) for x in (1.01e5, 1.007e7))
        reached = float(f(side * 11.3)) == far  # it runs on the level and does not only come near
        if not reached and abs(far - near) < 1e-3 and all(abs(far - level) > 1e-4 for level in found):
            found.append(far)
    return tuple(sorted(_snap(round(level, 4)) if abs(level) < 1e-3 else level for level in found))


def _period(expression: Any, variable: Any) -> float:
    sympy = cas()

    if not expression.has(sympy.sin, sympy.cos, sympy.tan, sympy.sec, sympy.csc, sympy.cot):
        return 0.0
    try:
        found = sympy.periodicity(expression, variable)
    except (NotImplementedError, ValueError, TypeError, AttributeError):
        return 0.0
    return float(found) if found is not None and found.is_number and found.is_positive else 0.0


def recognise(value: float) -> Any:
    """The exact number that a decimal stands for: a fraction, a root, a multiple of π; else a rounded Float."""
    sympy = cas()

    for below in range(1, 13):
        if abs(value * below - round(value * below)) < 1e-6 * max(1, abs(value)):
            return sympy.Rational(round(value * below), below)
    for below in (1, 2, 3, 4, 6, 8, 12):
        above = value / math.pi * below
        if abs(above - round(above)) < 1e-5 and round(above):
            return sympy.Rational(round(above), below) * sympy.pi
    square = sympy.Rational(round(value * value * 36), 36)
    if abs(float(square) - value * value) < 1e-6 and square.q < 12 and abs(square.p) < 100:
        return sympy.sqrt(square) * (1 if value > 0 else -1)
    for name in (sympy.E, 1 / sympy.E, sympy.log(2), sympy.log(3), sympy.sqrt(sympy.E)):
        if abs(abs(value) - float(name)) < 1e-6:
            return name if value > 0 else -name
    return sympy.Float(value, 6)


def nice_step(span: float, most: int = 9) -> float:
    """1, 2 or 5 times a power of ten, so that at most `most` steps fit into `span`."""
    power = 10.0 ** math.floor(math.log10(max(span, 1e-9) / most))
    return next(step * power for step in STEPS if span / (step * power) <= most)


def rounded(low: float, high: float, *, most: int = 9) -> list[float]:
    """[low, high, step] widened to whole steps."""
    step = nice_step(high - low, most)
    half = step / 2
    ends = math.floor(low / half + 1e-6) * half, math.ceil(high / half - 1e-6) * half
    return [clean(ends[0]), clean(ends[1]), clean(step)]


def clean(value: float) -> float:
    """A float without digits of noise; whole numbers as int."""
    short = float(f"{value:.6g}")
    return int(short) if short.is_integer() and abs(short) < 1e12 else short
