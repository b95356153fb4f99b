"""Well-known formulas, slopes of lines and inverse functions."""

from __future__ import annotations

from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, numeric
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of
from agent.models.composer.symbolic.intents.plots import functions_of_x, interval_of
from agent.models.composer.symbolic.naming import equation_tex, titled
from agent.models.composer.symbolic.printing import tex
from agent.models.composer.symbolic.reading import MathReading
from agent.models.composer.symbolic.window import window


def discriminant(reading: MathReading) -> Draft | None:
    """`show the quadratic formula and highlight the discriminant`."""
    general = all(q.symbols >= {"a", "b", "c"} for q in reading.equations)
    if (
        not reading.says("quadratic formula", "discriminant", "abc formula", "midnight formula")
        or not general
        or functions_of_x(reading)
    ):
        return None
    if reading.says("deriv*", "proof", "prove*", "why", "come from", "comes from"):
        return None
    known = (
        "quadratic formula discriminant term root part number solutions tell tells decide decides parabola "
        "cases three abc square under"
    )
    return drafted(
        reading,
        "The quadratic formula",
        "The quadratic formula and its discriminant",
        (call("quadratic_discriminant"),),
        understood=known,
        sure=0.94,
    )


def distance(reading: MathReading) -> Draft | None:
    """`show the distance formula on two points`, `distance between (1, 2) and (4, 6)`."""
    if not reading.says("distance formula", "distance between", "distance from", "how far") or reading.expressions:
        return None
    points = [p for p in reading.points if len(p) == 2 and all(v.is_finite for v in p)]
    if (
        len(points) not in (0, 2)
        or any(abs(float(v)) > 100 for p in points for v in p)
        or (len(points) == 2 and points[0] == points[1])
    ):
        return None
    if not points and not reading.says("formula", "points"):
        return None
    arguments = {k: tuple(clean(float(v)) for v in p) for k, p in zip("ab", points, strict=False)}
    known = (
        "distance formula square root term connect connects two points point a b pythagorean pythagoras far "
        "apart length segment"
    )
    return drafted(
        reading,
        "The distance formula",
        "Distance between two points",
        (call("distance_formula", **arguments),),
        understood=known,
        sure=0.94,
    )


def slope(reading: MathReading) -> Draft | None:
    """`slope triangle of y = 0.5x + 1 from x = 0 to x = 2`."""
    sympy = cas()

    functions = functions_of_x(reading)
    if len(functions) != 1 or not reading.says("slope*", "rise", "run", "gradient", "steep*"):
        return None
    e = functions[0]
    if not e.sympy.is_polynomial(e.variable) or sympy.degree(e.sympy, e.variable) != 1:
        return None
    m, b = e.sympy.coeff(e.variable), e.sympy.subs(e.variable, 0)
    low, high = interval_of(reading) or (0.0, 2.0)
    shown = window([e], (low, high), [(0.0, 0.0)], margin=True)
    act = call(
        "slope_triangle", slope=clean(float(m)), intercept=clean(float(b)), start=clean(low), end=clean(high),
        label=repr(equation_tex(e)), x_range=shown.x_range, y_range=shown.y_range,
    )  # fmt: skip
    known = "slope triangle rise run line straight gradient steep steepness over intercept"
    return drafted(
        reading,
        titled("The slope of", reading, e, "The slope of a line"),
        f"Slope triangle of {e.sympy}",
        (act,),
        understood=known,
        sure=0.97,
    )


def inverse(reading: MathReading) -> Draft | None:
    """`inverse of f(x) = 2x+1 by reflection in y = x`."""
    sympy = cas()

    x = sympy.Symbol("x", real=True)
    functions = [e for e in functions_of_x(reading) if e.sympy != x]
    if (
        not functions
        or len(functions) > 2
        or not reading.says("inverse*", "invert*", "undo*", "reflect*", "mirror*")
        or reading.matrices
    ):
        return None
    e = functions[0]
    f = e.sympy.subs(e.variable, x)
    y = sympy.Symbol("y", real=True)
    found = [g for g in sympy.solve(sympy.Eq(f, y), x) if g.free_symbols <= {y}]
    if not found:
        return None
    at = 1.0
    best = min(
        found,
        key=lambda g: (
            abs(float(g.subs(y, f.subs(x, at)).evalf()) - at)
            if f.subs(x, at).is_real and g.subs(y, f.subs(x, at)).is_real
            else 99
        ),
    )
    g = sympy.together(sympy.simplify(best.subs(y, x)))
    domain = _one_to_one(f, x, len(found))
    reach = 5.0 if abs(float(f.subs(x, at))) < 5 else 8.0
    low = -reach if domain[0] < 0 else -1.0
    name = "f" if e.name in ("", "y") else e.name
    act = call(
        "inverse_by_reflection",
        function=lambda_of(f, x),
        inverse=lambda_of(g, x),
        labels=[f"{name}(x) = {tex(f)}", rf"{name}^{{-1}}(x) = {tex(g)}"],
        steps=[f"y = {tex(f)}", f"x = {tex(f.subs(x, y))}", f"y = {tex(g)}"],
        sample=at if domain[0] <= at <= domain[1] else 0.5,
        reach=[clean(low), clean(reach), 1 if reach < 6 else 2],
        domain=[clean(max(domain[0], -reach)), clean(min(domain[1], reach))],
    )
    known = "inverse inverses invert reflection reflect reflecting mirror diagonal line undo swap each other step find"
    return drafted(
        reading,
        titled("The inverse of", reading, e, "An inverse function"),
        f"Inverse of {f}",
        (act,),
        understood=known,
        sure=0.96,
    )


def _always_rising_or_falling(f: Any, x: Any) -> bool:
    import numpy as np

    values = numeric(f, x)(np.linspace(-8, 8, 801))
    steps = np.diff(values[np.isfinite(values)])
    return bool(len(steps) and ((steps > 0).all() or (steps < 0).all()))


def _one_to_one(f: Any, x: Any, branches: int) -> tuple[float, float]:
    """The part of the axis on which the shown inverse is the inverse."""
    sympy = cas()

    if branches == 1 or _always_rising_or_falling(f, x):
        return -99.0, 99.0
    turning = [r for r in sympy.solve(f.diff(x), x) if r.is_real]
    return (
        (max(float(t) for t in turning if float(t) < 1), 99.0) if any(float(t) < 1 for t in turning) else (-99.0, 99.0)
    )


INTENTS = (
    Intent("discriminant", discriminant),
    Intent("distance", distance),
    Intent("slope", slope),
    Intent("inverse", inverse),
)
