"""Curves that are no graphs of functions: conics, parametric and polar curves."""

from __future__ import annotations

import math
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, nice_step, numeric
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of
from agent.models.composer.symbolic.intents.plots import interval_of
from agent.models.composer.symbolic.naming import spoken
from agent.models.composer.symbolic.reading import Equation, MathReading


def conic(reading: MathReading) -> Draft | None:
    """`x^2/25 + y^2/9 = 1`, `circle x^2 + y^2 = 16`, `hyperbola x^2 - y^2 = 1`, `y^2 = 4x with its focus`."""
    sympy = cas()

    x, y = sympy.Symbol("x", real=True), sympy.Symbol("y", real=True)
    known = (
        "conic section ellipse circle hyperbola parabola focus foci directrix vertex vertices radius center "
        "centre asymptotes equation its what distance distances sum"
    )
    named = reading.says("ellipse*", "hyperbola*", "conic*", "circle*", "focus", "foci", "directrix")
    equation = next((q for q in reading.equations if q.relation == "=" and set(q.symbols) == {"x", "y"}), None)
    if equation is None or len([q for q in reading.equations if q.symbols]) != 1:
        return None
    f = sympy.expand(equation.difference)
    if not f.is_polynomial(x, y) or sympy.Poly(f, x, y).total_degree() != 2 or f.coeff(x * y) != 0:
        return None
    found = _conic_call(f, x, y, equation, named)
    if found is None or reading.says("tangent*", "slope*", "implicit*", "solve*"):
        return None
    kind, act = found
    name = spoken(reading.plain[slice(*equation.span)])
    return drafted(
        reading,
        f"The {kind} {name}" if name else f"The {kind}",
        f"{kind} {equation.tex}",
        (act,),
        understood=known,
        sure=0.95,
    )


def _conic_call(f: Any, x: Any, y: Any, equation: Equation, named: bool) -> tuple[str, Any] | None:
    """The kind and the act of a conic around the origin."""
    sympy = cas()

    poly = sympy.Poly(f, x, y)
    a, b, c = poly.coeff_monomial(x**2), poly.coeff_monomial(y**2), poly.coeff_monomial(1)
    dx, dy = poly.coeff_monomial(x), poly.coeff_monomial(y)
    label = repr(equation.tex)
    if a and b and not dx and not dy and c:
        over_x, over_y = -c / a, -c / b
        if over_x > 0 and over_y > 0:
            kind = "circle" if over_x == over_y else "ellipse"
            return kind, call("ellipse_foci", a=clean(math.sqrt(over_x)), b=clean(math.sqrt(over_y)), label=label)
        if over_x * over_y < 0:
            sideways = bool(over_x > 0)
            first, second = (over_x, -over_y) if sideways else (over_y, -over_x)
            return "hyperbola", call(
                "hyperbola_foci", a=clean(math.sqrt(first)), b=clean(math.sqrt(second)), sideways=sideways, label=label
            )
        return None
    if a and not b and dy and not dx and not c and named:
        p = float(-dy / (4 * a))
        return ("parabola", call("parabola_focus", p=clean(p), upward=True, label=label)) if p > 0 else None
    if b and not a and dx and not dy and not c:
        p = float(-dx / (4 * b))
        return ("parabola", call("parabola_focus", p=clean(p), upward=False, label=label)) if p > 0 else None
    return None


def lissajous(reading: MathReading) -> Draft | None:
    """`Lissajous curve with frequencies 3 and 2`."""
    if not reading.says("lissajous"):
        return None
    counts = [int(n.value) for n in reading.numbers if n.value.is_Integer and 1 <= n.value <= 9]
    counts += [int(v) for name, v in reading.assignments if name in ("a", "b") and v.is_Integer and 1 <= v <= 9]
    if any(e.name in ("x", "y") for e in reading.expressions):
        return parametric(reading)
    p, q = counts[:2] if len(counts) >= 2 else (3, 2)
    shift = " + np.pi / 2" if p == q else ""
    act = call(
        "parametric_path",
        x=f"lambda t: np.sin({p} * t{shift})",
        y=f"lambda t: np.sin({q} * t)",
        labels=[rf"x = \sin {p}t" if not shift else r"x = \cos t", rf"y = \sin {q}t".replace(" 1t", " t")],
        takeaway=repr(f"{p} swings across for every {q} swings up and down."),
    )
    known = "lissajous curve figure frequencies frequency ratio tracing trace point pattern"
    return drafted(
        reading, f"A Lissajous curve, {p} to {q}", f"Lissajous curve {p}:{q}", (act,), understood=known, sure=0.96
    )


def parametric(reading: MathReading) -> Draft | None:
    """`parametric curve x = cos(3t), y = sin(2t)`."""
    import numpy as np

    across = next((e for e in reading.expressions if e.name == "x" and len(e.sympy.free_symbols) == 1), None)
    up = next((e for e in reading.expressions if e.name == "y" and len(e.sympy.free_symbols) == 1), None)
    if (
        across is None
        or up is None
        or across.sympy.free_symbols != up.sympy.free_symbols
        or across.variable.name == "y"
    ):
        return None
    t = across.variable
    low, high = interval_of(reading) or _once_round(across.sympy, up.sympy, t)
    times = np.linspace(low, high, 800)
    xs, ys = numeric(across.sympy, t)(times), numeric(up.sympy, t)(times)
    if not (np.isfinite(xs).all() and np.isfinite(ys).all()):
        return None
    act = call(
        "parametric_path",
        x=lambda_of(across.sympy, t),
        y=lambda_of(up.sympy, t),
        labels=[f"x = {across.tex}", f"y = {up.tex}"],
        start=low,
        end=high,
        x_range=_around(xs),
        y_range=_around(ys),
        lissajous=False,
        takeaway=repr("Two motions at once draw one curve."),
    )
    known = (
        "parametric curve point tracing trace moving path t equations motion particle position lissajous "
        "cycloid circle ellipse spiral"
    )
    return drafted(
        reading, "A parametric curve", f"x = {across.sympy}, y = {up.sympy}", (act,), understood=known, sure=0.95
    )


def _once_round(one: Any, two: Any, t: Any) -> tuple[float, float]:
    """One common period, or -3 to 3 where there is none."""
    sympy = cas()

    periods = [sympy.periodicity(f, t) for f in (one, two)]
    if all(p is not None and p != 0 for p in periods):
        ratio = sympy.nsimplify(periods[0] / periods[1])
        if ratio.is_Rational and ratio.q <= 12 and ratio.p <= 60:
            return 0.0, float(periods[0] * ratio.q)
    swinging = one.has(sympy.sin, sympy.cos) or two.has(sympy.sin, sympy.cos)
    return (0.0, 4 * math.pi) if swinging else (-3.0, 3.0)


def _around(values: Any) -> list[float]:
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    room = 0.15 * max(high - low, 0.5)
    step = nice_step(high - low + 2 * room, 7)
    return [clean(low - room), clean(high + room), clean(step)]


def polar(reading: MathReading) -> Draft | None:
    """`r = 1 + cos(theta)`, `plot the rose r = sin(3θ)`, `spiral r = θ`."""
    import numpy as np

    sympy = cas()

    e = next((k for k in reading.expressions if k.name == "r" and len(k.sympy.free_symbols) == 1), None)
    if e is None and reading.says("polar"):
        e = next((k for k in reading.expressions if {s.name for s in k.sympy.free_symbols} == {"theta"}), None)
    if e is None or reading.says("complex", "matrix"):
        return None
    theta = e.variable
    turns = reading.value("turn", "turns") or _turns(e.sympy, theta)
    turns = float(min(6, max(0.5, float(turns))))
    angles = np.linspace(0, 2 * math.pi * turns, 1500)
    radii = numeric(e.sympy, theta)(angles)
    good = np.abs(radii[np.isfinite(radii)])
    if not len(good):
        return None
    reach = float(np.percentile(good, 97) if good.max() > 6 * np.median(good) + 1 else good.max())
    source = lambda_of(e.sympy, theta)
    if good.max() > reach * 1.001:
        source = f"lambda {theta.name}: np.clip({source.split(': ', 1)[1]}, {-reach:.4g}, {reach:.4g})"
    kind = (
        "cardioid"
        if sympy.simplify(e.sympy.diff(theta, 2) + e.sympy).is_number and e.sympy.has(sympy.cos, sympy.sin)
        else "curve"
    )
    name = spoken(reading.plain[slice(*e.span)])
    act = call("polar_curve", radius=source, label=repr(f"r = {e.tex}"), turns=clean(turns), reach=clean(reach * 1.02))
    known = (
        "polar coordinates curve rose cardioid spiral limacon archimedean theta r petals ray sweep sweeping "
        "circle lemniscate flower radius angle turns"
    )
    del kind
    return drafted(
        reading,
        f"The polar curve {name}" if name else "A polar curve",
        f"r = {e.sympy}",
        (act,),
        understood=known,
        sure=0.96,
    )


def _turns(expression: Any, theta: Any) -> float:
    sympy = cas()

    period = sympy.periodicity(expression, theta)
    if period is None or period == 0:
        return 3.0 if expression.has(theta) and not expression.has(sympy.sin, sympy.cos) else 1.0
    ratio = sympy.nsimplify(period / (2 * sympy.pi))
    return float(ratio.p) if ratio.is_Rational and ratio.p <= 6 else 1.0


INTENTS = (
    Intent("conic", conic),
    Intent("Lissajous", lissajous),
    Intent("parametric", parametric),
    Intent("polar", polar),
)
