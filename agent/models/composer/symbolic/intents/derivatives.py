"""Tangents and derivatives: at a place, as a graph, worked out rule by rule, of any order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import derivative_lines, line
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of, steps_call, subject
from agent.models.composer.symbolic.intents.plots import interval_of
from agent.models.composer.symbolic.naming import equation_tex, point_tex, titled
from agent.models.composer.symbolic.printing import decimal, number, tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.window import window

ORDERS = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5}
"""Words for how often to differentiate."""
NAMES = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}
KNOWN = (
    "derivative differentiate differentiation derive step steps rule product chain quotient power sum respect using "
    f"with twice order find first at point prime {' '.join(ORDERS)} f' f'' f''' y' y'' dy dx"
)
ASKS = ("derivative*", "differentiate*", "derive", "product rule", "chain rule", "quotient rule", "power rule")
PRIMED = re.compile(r"(?<![\w'])(?:[fgy])('{1,4})(?![\w'])")
PLACE = re.compile(r"(?:\b(?:at|near|around|about|where|point)|@)\s+(?:the\s+)?(?:point\s+)?(?:x\s*=\s*)?$")
"""What stands before the place on the x-axis: `at`, `in the point`, `at x =`."""


def place_of(reading: MathReading) -> Any | None:
    """The x where something happens: `at x = 1`, `at pi/4`, `in the point -3`, `at (1, 1)`."""
    for name, value in reading.assignments:
        if name in ("x", "t", "a") and value.is_finite:
            return value
    for point in reading.points:
        return point[0]
    written = [(n.value, n.span) for n in reading.numbers]
    written += [(e.sympy, e.span) for e in reading.expressions if not e.sympy.free_symbols]
    for value, (start, _) in written:
        if PLACE.search(reading.plain[:start].lower()):
            return value
    return None


def tangent(reading: MathReading) -> Draft | None:
    """`tangent line of e^x at x = 1`."""
    sympy = cas()

    e = subject(reading)
    if (
        e is None
        or not reading.says("tangent*", "slope at", "slope of", "gradient", "instantaneous")
        or _moving(reading)
    ):
        return None
    x = e.variable
    at = place_of(reading)
    at = sympy.Integer(1) if at is None else at
    derivative = sympy.simplify(e.sympy.diff(x))
    height, slope = e.sympy.subs(x, at), derivative.subs(x, at)
    if not (height.is_real and slope.is_real and height.is_finite and slope.is_finite):
        return None
    shown = window([e], interval_of(reading), [(float(at), float(height))])
    act = call(
        "tangent_at",
        function=e.function,
        label=repr(equation_tex(e)),
        at=clean(float(at)),
        height=float(height),
        slope=float(slope),
        point_label=repr(point_tex(at, height)),
        slope_label=repr(number(slope)),
        tangent_label=repr(f"y = {_line(slope, height - slope * at)}"),
        derivative_label=repr(tex(derivative)),
        x_range=shown.x_range,
        y_range=shown.y_range,
        poles=list(shown.features[0].poles),
    )
    title = titled("Tangent to", reading, e, "Tangent to a curve")
    known = (
        "tangent tangents point touch touching slope line derivative contact instantaneous rate change its "
        "gradient touches"
    )
    return drafted(reading, title, f"Tangent of {e.sympy} at {at}", (act,), understood=known, sure=0.96)


def _line(slope: Any, intercept: Any) -> str:
    """`2x - 1` with short exact numbers, else decimals."""
    sympy = cas()

    x = sympy.Symbol("x")
    exact = tex(slope * x + sympy.simplify(intercept))
    if len(exact) <= 22:
        return exact
    return f"{decimal(slope, 3)} x {'+' if intercept >= 0 else '-'} {decimal(abs(intercept), 3)}"


def _moving(reading: MathReading) -> bool:
    return reading.says("moving", "moves", "sliding", "slides", "along", "tracker", "dynamic*", "changes")


def derivative_picture(reading: MathReading) -> Draft | None:
    """`graph of x^3 - 3x and its derivative`, `tangent moving along x^2`."""
    e = subject(reading)
    moving = reading.says("tangent*") and _moving(reading)
    both = reading.says("derivative*", "slope*") and reading.says(
        "graph*", "plot*", "curve*", "together", "beside", "draw*", "visual*"
    )
    if e is None or not (moving or both) or reading.says("step*", "rule*"):
        return None
    x = e.variable
    derivative = e.sympy.diff(x)
    shown = window([e], interval_of(reading))
    below = window([_plain(derivative, e)], (shown.x_range[0], shown.x_range[1]))
    act = call(
        "derivative_graph",
        function=e.function,
        derivative=lambda_of(derivative, x),
        label=repr(f"f({tex(x)}) = {e.tex}"),
        derivative_label=repr(f"f'({tex(x)}) = {tex(derivative)}"),
        x_range=shown.x_range,
        y_range=shown.y_range,
        slope_range=below.y_range,
        poles=list(shown.features[0].poles),
    )
    known = (
        "derivative tangent moving move slope along changing change dynamically tracker together beside next "
        "its side sliding"
    )
    return drafted(
        reading,
        titled("The derivative of", reading, e, "A function and its derivative"),
        f"{e.sympy} and its derivative",
        (act,),
        understood=known,
        sure=0.94,
    )


def _plain(expression: Any, like: Expression) -> Expression:
    return Expression(expression, like.node, like.span)


def derivative_steps(reading: MathReading) -> Draft | None:
    """`derivative of x^2 sin x step by step`, `d/dx (x^2+1)^3`, `second derivative of x^4`, `f(x) = x^3, f''`."""
    sympy = cas()

    e = subject(reading)
    written = next((k.sympy for k in reading.expressions if isinstance(k.sympy, sympy.Derivative)), None)
    primes = max((len(found) for found in PRIMED.findall(reading.plain)), default=0)
    slope = "dy dx" in " ".join(reading.words)
    if e is None or not (written is not None or primes or slope or reading.says(*ASKS)):
        return None
    if reading.says("definition", "difference quotient", "partial", "directional", "implicit*"):
        return None
    if reading.says("plot*", "graph*", "draw*", "beside", "together") and not reading.says("step*", "rule*"):
        return None
    order = int(written.variable_count[0][1]) if written is not None else max(primes, _order(reading))
    return _steps_draft(reading, e, order)


def _order(reading: MathReading) -> int:
    """How often to differentiate: `second derivative`, `differentiate twice`."""
    text = reading.plain.lower()
    said = (order for word, order in ORDERS.items() if re.search(rf"\b{word} (?:order )?derivative", text))
    return next(said, 2 if reading.says("twice") else 1)


def _steps_draft(reading: MathReading, e: Expression, order: int) -> Draft:
    """The derivative of that order, each worked out from the one before, and its value where one is asked for."""
    sympy = cas()

    x, f = e.variable, e.sympy
    lines = derivative_lines(f, x, e.tex)
    for k in range(2, order + 1):
        f = sympy.simplify(f.diff(x))
        first, *more = derivative_lines(f, x, tex(f))
        lines += [replace(first, note=f"now the {NAMES.get(k, f'{k}th')} derivative"), *more]
    at = place_of(reading)
    if at is not None:
        slope = sympy.simplify(f.diff(x).subs(x, at))
        if not (slope.is_real and slope.is_finite):
            raise ValueError("no derivative there")
        lines.append(line(rf"{number(slope)} \text{{ at }} {tex(x)} = {number(at)}", "put the place in"))
    name = "derivative" if order == 1 else f"{NAMES.get(order, f'{order}th')} derivative"
    act = steps_call(lines, remark="One rule at a time.", takeaway=f"The {name} of ${e.tex}$.")
    title = titled(f"The {name} of", reading, e, f"A {name}, step by step")
    return drafted(reading, title, f"Derivative {order} of {e.sympy}", (act,), understood=KNOWN, sure=0.95)


INTENTS = (
    Intent("tangent", tangent),
    Intent("derivative picture", derivative_picture),
    Intent("derivative steps", derivative_steps),
)
