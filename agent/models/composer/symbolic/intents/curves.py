"""Curves that are no graphs of functions: conics, parametric and polar curves; races of growth and moved graphs."""

from __future__ import annotations

import math
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, nice_step, numeric
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of
from agent.models.composer.symbolic.intents.plots import functions_of_x, interval_of
from agent.models.composer.symbolic.naming import spoken
from agent.models.composer.symbolic.printing import number, tex
from agent.models.composer.symbolic.reading import Equation, Expression, MathReading
from agent.models.composer.symbolic.window import window


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


def growth(reading: MathReading) -> Draft | None:
    """`compare x, x^2 and 2^x for large x`, `how much faster does 2^n grow than n^3?`."""
    import numpy as np

    functions = functions_of_x(reading)
    said = reading.says(
        "grow*", "large", "faster", "growth", "fastest", "race", "long run", "big", "complexity", "asymptotic*"
    )
    if not 2 <= len(functions) <= 4 or not said or reading.says("asymptote*"):
        return None
    values = [numeric(e.sympy, e.variable) for e in functions]
    reaches = (3.0, 10.0, 30.0)
    tops: list[float] = []
    steps: list[list[float]] = []
    for reach in reaches:
        ends = sorted(float(np.nan_to_num(f(reach))) for f in values)
        if ends[-1] <= 0:
            return None
        top = (
            1.05 * ends[-1]
            if len(ends) < 3 and ends[-1] < 50 * max(ends[0], 1)
            else 1.05 * min(ends[-1], 20 * max(ends[-2], 1))
        )
        tops.append(clean(max(top, 1.0)))
        steps.append([clean(nice_step(reach, 6)), clean(nice_step(tops[-1], 6))])
    act = call(
        "growth_race",
        functions=f"[{', '.join(e.function for e in functions)}]",
        labels=[e.tex for e in functions],
        reaches=[3, 10, 30],
        tops=tops,
        steps=steps,
        table=[1, 5, 10, 30],
    )
    known = (
        "compare comparison large growth grow grows growing faster fastest much how quickly rate rates race "
        "big n x than values long run complexity asymptotically versus vs polynomial exponential logarithmic "
        "linear quadratic cubic different"
    )
    return drafted(
        reading, "Which one grows fastest?", "Growth of several functions", (act,), understood=known, sure=0.96
    )


def moved_graph(reading: MathReading) -> Draft | None:
    """`from y = x^2 to y = (x - 2)^2 + 1`, `how does y = 2 sin(3x) come from sin x`."""
    sympy = cas()

    functions = functions_of_x(reading)
    said = reading.says(
        "shift*", "transform*", "translat*", "moved", "moves", "stretch*", "comes from", "becomes", "flip*"
    )
    if not said or not 1 <= len(functions) <= 2 or reading.says("matrix", "fourier", "laplace", "linear"):
        return None
    x = functions[0].variable
    pairs = (
        [(functions[0], functions[-1]), (functions[-1], functions[0])]
        if len(functions) == 2
        else [(None, functions[0])]
    )
    for base, goal in pairs:
        start = base.sympy if base is not None else _parent(goal.sympy, x)
        if start is None:
            continue
        change = _change(start, goal.sympy.subs(goal.variable, x), x)
        if change is not None:
            return _moved_draft(reading, start, change, x)
    del sympy
    return None


def _parent(f: Any, x: Any) -> Any | None:
    sympy = cas()

    for base in (
        x**2,
        x**3,
        sympy.sqrt(x),
        sympy.Abs(x),
        sympy.sin(x),
        sympy.cos(x),
        sympy.exp(x),
        sympy.log(x),
        1 / x,
    ):
        if base != f and _change(base, f, x) is not None:
            return base
    return None


def _change(base: Any, goal: Any, x: Any) -> tuple[Any, Any, Any, Any] | None:
    """a, b, c, d with goal = a·base(b(x − c)) + d, the simplest there is; None if there is none."""
    sympy = cas()

    a, b, c, d = sympy.symbols("a b c d", real=True)
    for scale in (1, None):
        form = (a * base.subs(x, x - c) + d) if scale else (a * base.subs(x, b * x) + d)
        unknown = (a, c, d) if scale else (a, b, d)
        samples = [sympy.Rational(k, 7) for k in (10, 13, 19, 23, 31)]
        if goal.is_polynomial(x) and base.is_polynomial(x):
            equations = sympy.Poly(sympy.expand(form - goal), x).all_coeffs()
        else:
            matched = _matched(base, goal, x)
            if matched is None:
                continue
            return matched
        for found in sympy.solve(equations, unknown, dict=True):
            values = {k: found.get(k, sympy.Integer(1 if k in (a, b) else 0)) for k in (a, b, c, d)}
            if all(v.is_real and v.is_number for v in values.values()) and values[a] != 0:
                return values[a], values[b], values[c], values[d]
        del samples
    return None


def _matched(base: Any, goal: Any, x: Any) -> tuple[Any, Any, Any, Any] | None:
    """The same for functions such as sin, by pattern."""
    sympy = cas()

    a, b, c, d = (sympy.Wild(n, exclude=[x]) for n in "abcd")
    pattern = a * base.subs(x, b * x + c) + d
    found = goal.match(pattern)
    if not found or any(k not in found for k in (a, b, d)) or found[b] == 0 or found[a] == 0:
        return None
    inner = found.get(c, sympy.Integer(0))
    values = (found[a], found[b], -inner / found[b], found[d])
    return values if all(v.is_real and v.is_number for v in values) else None


def _moved_draft(reading: MathReading, base: Any, change: tuple[Any, Any, Any, Any], x: Any) -> Draft | None:
    a, b, c, d = change
    stages, notes, anchors = [base], ["We start from the simple graph."], [(0.0, _start(base, x))]
    place = [_start_x(base, x), _start(base, x)]
    anchors = [(place[0], place[1])]
    for value, neutral, kind in ((b, 1, "squeeze"), (c, 0, "across"), (a, 1, "stretch"), (d, 0, "up")):
        if value == neutral:
            continue
        done = {"squeeze": b, "across": c, "stretch": a, "up": d}
        order = ["squeeze", "across", "stretch", "up"]
        kept = {
            k: (done[k] if order.index(k) <= order.index(kind) else (1 if k in ("squeeze", "stretch") else 0))
            for k in order
        }
        stages.append(kept["stretch"] * base.subs(x, kept["squeeze"] * (x - kept["across"])) + kept["up"])
        notes.append(_move_note(kind, value))
        place = _moved_place(place, kind, float(value))
        anchors.append((clean(place[0]), clean(place[1])))
    if len(stages) < 2:
        return None
    like = reading.expressions[0]
    views = [Expression(s, like.node, like.span) for s in stages]
    ends = [views[0], views[-1]]
    shown = window(ends, None, [anchors[0], anchors[-1]] if not window(ends).pi_numbers else [])
    act = call(
        "shifted_graph",
        stages=f"[{', '.join(lambda_of(s, x) for s in stages)}]",
        labels=[f"y = {tex(s)}" for s in stages],
        notes=notes,
        anchors=anchors,
        x_range=shown.x_range,
        y_range=shown.y_range,
        poles=[list(window([v]).features[0].poles) for v in views],
    )
    known = (
        "compare comparison shift shifts shifted transform transformation transformations translate "
        "translation moved move stretch stretched flip become becomes come comes horizontally vertically "
        "right left up down visually showing both parabola using axes how"
    )
    return drafted(reading, "Moving a graph", f"From {base} to {stages[-1]}", (act,), understood=known, sure=0.95)


def _start_x(base: Any, x: Any) -> float:
    sympy = cas()

    if base in (1 / x, sympy.log(x)):
        return 1.0
    return 0.0


def _start(base: Any, x: Any) -> float:
    return float(base.subs(x, _start_x(base, x)))


def _moved_place(place: list[float], kind: str, value: float) -> list[float]:
    x, y = place
    return {"squeeze": [x / value, y], "across": [x + value, y], "stretch": [x, y * value], "up": [x, y + value]}[kind]


def _move_note(kind: str, value: Any) -> str:
    size = number(abs(value))
    if kind == "across":
        sign, way = ("-", "right") if value > 0 else ("+", "left")
        return f"Replacing $x$ by $x {sign} {size}$ moves it ${size}$ to the {way}."
    if kind == "up":
        return f"{'Adding' if value > 0 else 'Subtracting'} ${size}$ moves it ${size}$ {'up' if value > 0 else 'down'}."
    flip = " and flips it" if value < 0 else ""
    if kind == "squeeze":
        verb = "squeezes" if abs(value) > 1 else "widens"
        factor = number(abs(value)) if abs(value) > 1 else number(1 / abs(value))
        return f"Replacing $x$ by ${tex(value)}x$ {verb} it by the factor ${factor}${flip}."
    return (
        "The minus sign flips it over." if value == -1 else f"The factor ${tex(value)}$ stretches every height{flip}."
    )


INTENTS = (
    Intent("conic", conic), Intent("Lissajous", lissajous), Intent("parametric", parametric), Intent("polar", polar),
    Intent("growth", growth), Intent("moved graph", moved_graph),
)  # fmt: skip
