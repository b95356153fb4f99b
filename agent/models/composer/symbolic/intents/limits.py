"""Limits of functions and sequences."""

from __future__ import annotations

from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, numeric
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of
from agent.models.composer.symbolic.naming import equation_tex
from agent.models.composer.symbolic.printing import decimal, number, tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.window import window

WORDS = (
    "limit limits goes approaches tends infinity left right side sided one zero sequence converge "
    "converges numerically table long run close near behaviour behavior"
)


def _question(reading: MathReading) -> tuple[Expression, Any, Any, str] | None:
    """The function, its variable, the target and the side."""
    sympy = cas()

    for e in reading.expressions:
        if isinstance(e.sympy, sympy.Limit):
            inside, variable, target, side = e.sympy.args
            return (
                Expression(inside, e.node.args[0], e.span),
                variable,
                target,
                {"+": "+", "-": "-"}.get(str(side), "") if target.is_finite else "",
            )
    usable = [e for e in reading.expressions if len(e.sympy.free_symbols) == 1]
    if not usable or (
        not reading.says("limit*", "converge*", "sequence*", "approach*", "lim") and not reading.approaches
    ):
        return None
    e = usable[0]
    for approach in reading.approaches:
        return e, e.variable, approach.target, approach.side or _side(reading)
    target = next((v for name, v in reading.assignments if name == e.variable.name), None)
    if target is None:
        target = next((n.value for n in reading.numbers if n.before in ("at", "to", "near")), None)
    if (target is None and e.variable.name in ("n", "k")) or reading.says("infinity"):
        target = sympy.oo
    return None if target is None else (e, e.variable, target, _side(reading))


def _side(reading: MathReading) -> str:
    return (
        "+"
        if reading.says("from the right", "right-hand", "right hand", "right")
        else "-"
        if reading.says("from the left", "left-hand", "left")
        else ""
    )


def limit(reading: MathReading) -> Draft | None:
    """`limit of (1+1/n)^n as n goes to infinity`, `limit of sin(x)/x at 0`."""
    asked = _question(reading)
    if asked is None or reading.says("epsilon*", "definition", "taylor*", "derivative*", "series", "riemann*"):
        return None
    e, variable, target, side = asked
    if not target.is_finite:
        return _at_infinity(reading, e, variable, target)
    return _at_point(reading, e, variable, target, side)


def _value(expression: Any, variable: Any, target: Any, side: str) -> Any:
    sympy = cas()

    plain = sympy.Symbol(variable.name)  # without assumptions SymPy's limits are surer
    inside = expression.subs(variable, plain)
    if side:
        return sympy.limit(inside, plain, target, side)
    right, left = sympy.limit(inside, plain, target, "+"), sympy.limit(inside, plain, target, "-")
    return right if right == left else sympy.nan


def _at_point(reading: MathReading, e: Expression, variable: Any, target: Any, side: str) -> Draft:
    sympy = cas()

    value = _value(e.sympy, variable, target, side)
    finite = bool(value.is_real and value.is_finite)
    at = float(target)
    shown = window(
        [e],
        (at - 4, at + 4) if not e.sympy.has(sympy.sin, sympy.cos) else (at - 8, at + 8),
        [(at, float(value))] if finite else [],
    )
    arrow = rf"\lim_{{{tex(variable)} \to {number(target)}{'^' + side if side else ''}}}"
    end = r"\text{ does not exist}" if value is sympy.nan else f" = {tex(value)}"
    if finite and not value.is_Rational:
        end += rf" \approx {decimal(value)}"
    sides = {"+": [1], "-": [-1]}.get(side, [-1, 1])
    f = numeric(e.sympy, variable)
    sides = [s for s in sides if all(f(at + s * gap) == f(at + s * gap) for gap in (0.5, 0.01))] or sides
    act = call(
        "limit_at_point",
        function=lambda_of(e.sympy, variable),
        label=repr(equation_tex(e)),
        limit=repr(f"{arrow} {e.tex}{end}"),
        target=clean(at),
        value=float(value) if finite else 0.0,
        sides=sides,
        finite=finite,
        x_range=shown.x_range,
        y_range=shown.y_range,
        poles=sorted({at, *shown.features[0].poles}),
    )
    return drafted(
        reading,
        "A limit, from both sides" if len(sides) == 2 else "A one-sided limit",
        f"Limit of {e.sympy} at {target}",
        (act,),
        understood=WORDS,
        sure=0.95,
    )


def _at_infinity(reading: MathReading, e: Expression, variable: Any, target: Any) -> Draft:
    import numpy as np

    sympy = cas()

    expression = e.sympy.subs(variable, -variable) if target == -sympy.oo else e.sympy
    value = _value(expression, variable, sympy.oo, "-")
    finite = bool(value.is_real and value.is_finite)
    f = numeric(expression, variable)
    first = 1 if np.isfinite(f(1.0)) else 2
    ys = f(np.arange(first, first + 24, dtype=float))
    from agent.models.composer.symbolic.analysis import rounded

    low, high = min(0.0, float(np.nanmin(ys))), max(float(np.nanmax(ys)), float(value) if finite else 0)
    high = min(high, float(np.nanpercentile(ys, 60)) * 2 + 1) if not finite and high > 50 else high
    room = 0.15 * (high - low or 1)
    exact = f" = {tex(value)}"
    if finite and not value.is_Rational:
        exact += rf" \approx {decimal(value)}"
    if isinstance(value, sympy.AccumBounds) or value is sympy.nan:
        exact = r"\text{ does not exist}"
    letter = tex(variable)
    act = call(
        "sequence_limit",
        sequence=lambda_of(expression, variable),
        label=repr(rf"a_n = {e.tex}" if letter == "n" else rf"f({letter}) = {e.tex}"),
        limit=repr(rf"\lim_{{{letter} \to {tex(target)}}} {e.tex}{exact}"),
        value=float(value) if finite else 0.0,
        finite=finite,
        first=first,
        samples=[n for n in (1, 2, 10, 100, 1000) if n >= first and np.isfinite(f(float(n)))],
        y_range=rounded(low - (room if low < 0 else 0), high + room, most=8),
        takeaway=repr(
            "From some point on, all terms stay as close to the limit as you like."
            if finite
            else "There is no limit to settle on."
        ),
    )
    return drafted(
        reading,
        "The limit of a sequence" if letter == "n" else "A limit at infinity",
        f"Limit of {e.sympy} at {target}",
        (act,),
        understood=WORDS,
        sure=0.95,
    )


INTENTS = (Intent("limit", limit),)
