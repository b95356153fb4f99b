"""Integrals: areas, Riemann sums and antiderivatives; and what the other calculus intents share."""

from __future__ import annotations

import math
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, numeric
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import Line, integral_lines
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.plots import functions_of_x, intersections, interval_of
from agent.models.composer.symbolic.naming import equation_tex, titled
from agent.models.composer.symbolic.printing import decimal, number, source, tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.window import window
from core.storyboard import ActCall


def steps_call(lines: list[Line], *, remark: str = "", takeaway: str = "") -> ActCall:
    """A call of `formula_steps` with a calculation."""
    return call(
        "formula_steps",
        lines=[list(each.parts) for each in lines],
        notes=[each.note for each in lines],
        tints=[list(each.tints) for each in lines],
        remark=repr(remark),
        takeaway=repr(takeaway),
    )


def lambda_of(expression: Any, variable: Any) -> str:
    """Python source of a function of one variable."""
    return f"lambda {variable.name}: {source(expression)}"


def subject(reading: MathReading) -> Expression | None:
    """The one function that a calculus wish is about; d/dx and ∫ are looked into."""
    sympy = cas()

    plain = functions_of_x(reading)
    if plain:
        return plain[0]
    for e in reading.expressions:
        if isinstance(e.sympy, (sympy.Derivative, sympy.Integral, sympy.Limit)):
            return Expression(e.sympy.args[0], e.node.args[0], e.span)
    return None


def area(reading: MathReading) -> Draft | None:
    """`area under x^2 between 0 and 2`, `integrate 1/(1+x^2) from -1 to 1`, `∫_0^1 x^2 dx`."""
    sympy = cas()

    written = next(
        (e.sympy for e in reading.expressions if isinstance(e.sympy, sympy.Integral) and len(e.sympy.args[1]) == 3),
        None,
    )
    said = reading.says("area*", "integral*", "integrate*", "shade*", "accumulat*", "under")
    e = subject(reading)
    bounds = written.args[1][1:] if written is not None else _bounds(reading)
    if (
        e is None
        or not (said or written is not None)
        or bounds is None
        or reading.says("riemann*", "rectangle*", "between the curves", "surface")
    ):
        return None
    if len(functions_of_x(reading)) > 1 or not all(b.is_finite for b in bounds):
        return None
    x, (low, high) = e.variable, bounds
    steps, signed = _integral_steps(e, low, high)
    shown = window([e], (float(low), float(high)), [(float(low), 0.0)], margin=True)
    if any(float(low) <= p <= float(high) for p in shown.features[0].poles):
        return None
    act = call(
        "area_under_curve",
        function=lambda_of(e.sympy, x),
        label=repr(equation_tex(e)),
        start=clean(float(low)),
        end=clean(float(high)),
        steps=steps,
        x_range=shown.x_range,
        y_range=_with_zero(shown.y_range),
        signed=signed,
        takeaway=repr("Area is what accumulates: thin strip after thin strip."),
    )
    known = (
        "area under integral integrate integration definite shade shaded accumulation accumulate region below "
        "curve line strips"
    )
    return drafted(
        reading,
        titled("Area under", reading, e, "The area under a curve"),
        f"Integral of {e.sympy} from {low} to {high}",
        (act,),
        understood=known,
        sure=0.95,
    )


def _with_zero(y_range: list[float]) -> list[float]:
    low, high, step = y_range
    return [min(low, -step / 2), max(high, step / 2), step]


def _bounds(reading: MathReading) -> tuple[Any, Any] | None:
    span = interval_of(reading)
    for interval in reading.intervals:
        if span and (float(interval.low), float(interval.high)) == span:
            return interval.low, interval.high
    return None


def _integral_steps(e: Expression, low: Any, high: Any) -> tuple[list[str], bool]:
    """The calculation of a definite integral, and whether the function changes its sign in between."""
    import numpy as np

    sympy = cas()

    x = e.variable
    inside = rf"\left({e.tex}\right)" if e.sympy.is_Add else e.tex
    head = rf"\int_{{{number(low)}}}^{{{number(high)}}} {inside} \, d{tex(x)}"
    f = numeric(e.sympy, x)
    grid = np.linspace(float(low), float(high), 2001)
    values = np.nan_to_num(f(grid))
    inner = sympy.integrate(e.sympy, x)
    if (
        inner.has(sympy.Integral, sympy.Piecewise, sympy.erf, sympy.Si, sympy.Ei, sympy.fresnels)
        or len(tex(inner)) > 60
    ):
        value = float(np.trapezoid(values, grid))
        return [head, rf"\approx {decimal(value, 4)}"], bool((values < -1e-9).any())
    exact = sympy.nsimplify(sympy.simplify(inner.subs(x, high) - inner.subs(x, low)))
    steps = [head, rf"= \left[{tex(inner)}\right]_{{{number(low)}}}^{{{number(high)}}}", f"= {tex(exact)}"]
    if not exact.is_Integer and not (exact.is_Rational and len(str(exact)) > 9):
        steps.append(rf"\approx {decimal(exact, 4)}")
    return steps, bool((values < -1e-9).any())


def between(reading: MathReading) -> Draft | None:
    """`area between x and x^2`, `region enclosed by y = x^2 and y = 2 - x`."""
    sympy = cas()

    functions = functions_of_x(reading)
    if len(functions) != 2 or not reading.says("area*", "region*", "enclosed", "between", "integral*"):
        return None
    one, two = functions
    x = one.variable
    bounds = _bounds(reading)
    if bounds is None:
        wide = window(functions)
        places = sorted(p[0] for p in intersections(functions, wide))
        if len(places) < 2:
            return None
        from agent.models.composer.symbolic.analysis import recognise

        bounds = (recognise(places[0]), recognise(places[1]))
    low, high = bounds
    middle = (float(low) + float(high)) / 2
    other = two.sympy.subs(two.variable, x)
    if float(one.sympy.subs(x, middle)) < float(other.subs(x, middle)):
        one, two, other = two, one, one.sympy
    difference = sympy.expand(one.sympy - other)
    shown = window([one, two], (float(low), float(high)), margin=True)
    steps, _ = _integral_steps(Expression(difference, one.node, one.span), low, high)
    head = rf"\int_{{{number(low)}}}^{{{number(high)}}} \left({tex(difference)}\right) d{tex(x)}"
    act = call(
        "area_between_curves",
        upper=lambda_of(one.sympy, x),
        lower=lambda_of(other, x),
        labels=[equation_tex(one), equation_tex(two)],
        start=clean(float(low)),
        end=clean(float(high)),
        steps=[head, *steps[1:]],
        x_range=shown.x_range,
        y_range=shown.y_range,
    )
    known = "area between region enclosed bounded curves shade shaded integral integrate"
    return drafted(
        reading,
        "The area between two curves",
        f"Area between {one.sympy} and {other}",
        (act,),
        understood=known,
        sure=0.96,
    )


def riemann(reading: MathReading) -> Draft | None:
    """`Riemann sums for sqrt(x) on [0,4], from 4 to 64 rectangles`."""
    sympy = cas()

    e = subject(reading)
    if e is None or not reading.says("riemann*", "rectangle*", "midpoint rule", "strips", "left sum", "right sum"):
        return None
    x = e.variable
    low, high = _bounds(reading) or (sympy.Integer(0), sympy.Integer(2))
    side = (
        "middle"
        if reading.says("midpoint*", "middle", "mid")
        else "right"
        if reading.says("right", "upper")
        else "left"
    )
    exact = sympy.integrate(e.sympy, (x, low, high))
    value = float(exact) if not exact.has(sympy.Integral) else float(exact.evalf())
    shown = window([e], (float(low), float(high)), [(float(low), 0.0)], margin=True)
    act = call(
        "riemann_sums",
        function=lambda_of(e.sympy, x),
        label=repr(equation_tex(e)),
        start=clean(float(low)),
        end=clean(float(high)),
        counts=_counts(reading),
        side=repr(side),
        exact=value,
        exact_label=repr(number(exact) if not exact.has(sympy.Integral) else decimal(value, 4)),
        x_range=shown.x_range,
        y_range=_with_zero(shown.y_range),
    )
    known = (
        "riemann sum sums rectangle rectangles area under left right midpoint middle approximate approximation "
        "estimate "
        "integral refine more increasing n curve endpoint strips bars thinner"
    )
    return drafted(
        reading,
        titled("Riemann sums for", reading, e, "Riemann sums"),
        f"Riemann sums of {e.sympy}",
        (act,),
        understood=known,
        sure=0.96,
    )


def _counts(reading: MathReading) -> list[int]:
    """How many rectangles, stage by stage."""
    units = ("rectangle", "strip", "bar", "subdivision", "subinterval", "interval", "box")
    for interval in reading.intervals:
        if interval.unit.rstrip("s") in units or interval.variable == "n":
            first, last = max(1, int(interval.low)), min(200, int(interval.high))
            stages = min(6, max(2, round(math.log2(last / first)) + 1))
            return [round(first * (last / first) ** (k / (stages - 1))) for k in range(stages)]
    said = [
        int(n.value)
        for n in reading.numbers
        if n.after.rstrip("s") in units or (n.before in ("n", "and", "then") and n.value.is_Integer)
    ]
    named = [int(v) for name, v in reading.assignments if name == "n" and v.is_Integer]
    counts = [min(200, max(1, c)) for c in (*named, *said)]
    return (
        counts[:6]
        if len(counts) > 1
        else [max(1, counts[0] // 4), max(2, counts[0] // 2), counts[0]]
        if counts and counts[0] >= 8
        else counts or [4, 8, 16, 32, 64]
    )


def integral_steps(reading: MathReading) -> Draft | None:
    """`integrate x e^x step by step`, `antiderivative of ln x`, `∫ x cos x dx`."""
    sympy = cas()

    written = any(isinstance(e.sympy, sympy.Integral) and len(e.sympy.args[1]) == 1 for e in reading.expressions)
    e = subject(reading)
    if e is None or not (
        written or reading.says("integral*", "integrate*", "antiderivative*", "primitive", "integration")
    ):
        return None
    if _bounds(reading) is not None or reading.says("riemann*", "area*"):
        return None
    lines = integral_lines(e.sympy, e.variable, e.tex)
    act = steps_call(
        lines,
        remark="Which function has this derivative?",
        takeaway="Differentiate it to check: the integrand comes back.",
    )
    known = "integral integrate integration indefinite antiderivative primitive step steps parts by substitution find"
    return drafted(
        reading,
        titled("The integral of", reading, e, "An integral, step by step"),
        f"Integral of {e.sympy}",
        (act,),
        understood=known,
        sure=0.94,
    )


INTENTS = (
    Intent("area", area),
    Intent("area between", between),
    Intent("Riemann sums", riemann),
    Intent("integral steps", integral_steps),
)
