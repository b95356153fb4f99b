"""Families of graphs: races of growth, and graphs that are moved and stretched."""

from __future__ import annotations

from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.analysis import clean, nice_step, numeric
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import lambda_of
from agent.models.composer.symbolic.intents.plots import functions_of_x
from agent.models.composer.symbolic.printing import number, tex
from agent.models.composer.symbolic.reading import Expression, MathReading
from agent.models.composer.symbolic.window import window


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


INTENTS = (Intent("growth", growth), Intent("moved graph", moved_graph))
