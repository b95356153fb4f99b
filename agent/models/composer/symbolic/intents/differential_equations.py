"""Wishes about differential equations: slope fields, phase portraits, Euler's method, growth, oscillators."""

from __future__ import annotations

import math
import re
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.matrices import plain_float, rows_of
from agent.models.composer.symbolic.printing import source, tex
from agent.models.composer.symbolic.reading import Equation, MathReading

COMMON = (
    "differential equation equations ode odes solution solutions solve initial value condition dynamical "
    "dynamics first order"
)
FIELD = "slope slopes direction field lines family follow"


def _renamed(value: Any, names: dict[str, str]) -> Any:
    import sympy

    return value.subs({s: sympy.Symbol(names.get(s.name, s.name)) for s in value.free_symbols}, simultaneous=True)


def _lambda(value: Any) -> str:
    return f"lambda x, y: {source(value)}"


def _first_order(reading: MathReading) -> tuple[Any, str] | None:
    """(f(x, y), its TeX) of a single equation y' = f, in whatever names it was written (dx/dt = … too)."""
    rates = [(e, name) for e in reading.equations if (name := _rate_name(e))]
    if len(rates) != 1 or any("''" in n for e in reading.equations for n in e.symbols):
        return None
    equation, name = rates[0]
    right = equation.right.sympy
    others = sorted({s.name for s in right.free_symbols} - {name})
    if len(others) > 1 or any("'" in other for other in others):
        return None
    label = equation.right.tex
    names = {name: "y"} | ({others[0]: "x"} if others else {})
    value = _renamed(right, names)
    return value, label if name == "y" and others in ([], ["x"]) else tex(value)


def _rate_name(equation: Equation) -> str:
    """`y` for y' = …, empty if the equation does not have that form."""
    left = equation.left.sympy
    name = getattr(left, "name", "")
    return name[:-1] if equation.relation == "=" and name.endswith("'") and not name.endswith("''") else ""


def _start(reading: MathReading) -> tuple[float, float] | None:
    """The starting point: y(0) = 1, or a point in the wish."""
    match = re.search(r"\b[a-z]\s*\(\s*(-?[\d.]+)\s*\)\s*=\s*(-?[\d.]+)", reading.plain)
    if match:
        return plain_float(float(match[1])), plain_float(float(match[2].rstrip(".")))
    points = [p for p in reading.points if len(p) == 2]
    return (plain_float(float(points[0][0])), plain_float(float(points[0][1]))) if points else None


def slope_field(reading: MathReading) -> Draft | None:
    """A slope field with solutions; the default for any y' = f(x, y)."""
    found = _first_order(reading)
    if found is None or reading.says("euler*"):
        return None
    value, label = found
    start = _start(reading)
    arguments: dict[str, object] = {"function": _lambda(value), "label": repr(label)}
    if start:
        arguments["starts"] = [start]
        if max(map(abs, start)) > 2.8:
            reach = math.ceil(max(map(abs, start)) * 1.4)
            arguments |= {"x_range": (-reach, reach), "y_range": (-reach, reach)}
    for interval in reading.intervals[:1]:
        if interval.variable in ("", "x") and float(interval.high) - float(interval.low) <= 40:
            arguments["x_range"] = (plain_float(float(interval.low)), plain_float(float(interval.high)))
    understood = f"{COMMON} {FIELD} through starting sample some from"
    brief = f"slope field of y' = {label}"
    return drafted(reading, "Slope field", brief, (call("slope_field", **arguments),), understood=understood)


def eulers_method(reading: MathReading) -> Draft | None:
    """Euler's method for y' = f(x, y)."""
    found = _first_order(reading)
    if found is None or not reading.says("euler*", "numerical*"):
        return None
    value, label = found
    start = _start(reading) or (0, 1)
    arguments: dict[str, object] = {"function": _lambda(value), "label": repr(label), "start": start}
    step = reading.value("step", "h", "size", "steps")
    if step is not None and 0.02 <= float(step) <= 1:
        arguments["step"] = plain_float(float(step))
    target = reading.value("to", "until", "x")
    end = reading.intervals[0].high if reading.intervals else target
    if end is not None and start[0] + 0.5 <= float(end) <= start[0] + 10:
        arguments["end"] = plain_float(float(end))
    understood = (
        f"{COMMON} euler euler's eulers method step size numerical numerically approximation approximate "
        "starting h from to"
    )
    brief = f"Euler's method for y' = {label}"
    return drafted(reading, "Euler's method", brief, (call("eulers_method", **arguments),), understood=understood)


def phase_portrait(reading: MathReading) -> Draft | None:
    """Two equations x' = …, y' = … as a phase portrait."""
    rates = {name: e.right for e in reading.equations if (name := _rate_name(e))}
    if len(rates) != 2:
        return None
    first, second = sorted(rates)
    names = {first: "x", second: "y"}
    values = [_renamed(rates[n].sympy, names) for n in (first, second)]
    if any({s.name for s in v.free_symbols} - {"x", "y"} for v in values):
        return None
    labels = [f"{n}' = {rates[n].tex}" for n in (first, second)]
    arguments: dict[str, object] = {"dx": _lambda(values[0]), "dy": _lambda(values[1]), "labels": labels}
    arguments |= _window(values)
    understood = (
        f"{COMMON} phase portrait plane space trajectories trajectory flow system two-dimensional vector "
        "field stability "
        "equilibrium equilibria fixed points orbits predator prey populations"
    )
    brief = f"phase portrait of {labels[0]}, {labels[1]}"
    return drafted(reading, "Phase portrait", brief, (call("phase_portrait", **arguments),), understood=understood)


def _window(values: list[Any]) -> dict[str, object]:
    """Ranges and starts; populations, whose rates vanish with them, live in the positive quarter."""
    import sympy

    x, y = sympy.symbols("x y")
    if values[0].subs(x, 0) != 0 or values[1].subs(y, 0) != 0:
        return {}
    rests = [(float(a), float(b)) for a, b in sympy.solve(values, [x, y], dict=False) if a.is_real and b.is_real]
    inner = [(a, b) for a, b in rests if a > 1e-6 and b > 1e-6]
    if not inner:
        return {}
    a, b = inner[0]
    starts = [(plain_float(p * a), plain_float(q * b)) for p, q in ((1.3, 1), (1.7, 1), (2.2, 1), (0.3, 0.4))]
    return {"x_range": (0, plain_float(2.8 * a)), "y_range": (0, plain_float(2.8 * b)), "starts": starts}


def linear_system(reading: MathReading) -> Draft | None:
    """A 2x2 matrix as a system x' = A x."""
    found = [rows for matrix in reading.matrices if (rows := rows_of(matrix)) is not None]
    words = ("phase*", "system*", "stability", "differential*", "saddle", "spiral", "trajector*")
    if len(found) != 1 or len(found[0]) != 2 or len(found[0][0]) != 2 or not reading.says(*words):
        return None
    understood = (
        f"{COMMON} phase portrait plane linear system matrix x' stability saddle spiral node center trajectories x ax"
    )
    act = call("linear_system_portrait", matrix=found[0])
    return drafted(reading, "A linear system", f"x' = A x with A = {found[0]}", (act,), understood=understood)


def oscillator(reading: MathReading) -> Draft | None:
    """a x'' + b x' + c x = 0 with c/a > 0 and b/a ≥ 0, or x'' = -c x."""
    import sympy

    for equation in reading.equations:
        second = next((n for n in equation.symbols if n.endswith("''")), "")
        name = second[:-2]
        if not second or not equation.symbols <= {name, f"{name}'", second}:
            continue
        symbols = {s.name: s for s in equation.difference.free_symbols}
        if not equation.difference.is_polynomial(*symbols.values()):
            return None
        poly = sympy.Poly(equation.difference, *symbols.values())
        if poly.total_degree() > 1 or name not in symbols:
            return None
        weights = {n: float(poly.coeff_monomial(s)) for n, s in symbols.items()}
        stiffness, friction = weights[name] / weights[second], weights.get(f"{name}'", 0.0) / weights[second]
        if stiffness <= 0 or friction < 0 or poly.coeff_monomial(1) != 0:
            return None
        understood = (
            f"{COMMON} harmonic oscillator oscillation damped damping spring mass second undamped friction "
            "simple motion"
        )
        act = call("harmonic_oscillator", omega=round(math.sqrt(stiffness), 6), damping=round(friction, 6))
        return drafted(reading, "Harmonic oscillator", equation.tex, (act,), understood=understood)
    return None


def damped_pendulum(reading: MathReading) -> Draft | None:
    """The phase portrait of a pendulum with friction."""
    if not (reading.says("pendulum") and reading.says("damp*", "friction", "phase portrait")) or reading.equations:
        return None
    if not reading.says("phase*", "portrait", "spiral*"):
        return None
    friction = reading.value("damping", "friction", "coefficient")
    arguments: dict[str, object] = {}
    if reading.says("undamped", "frictionless", "without friction", "no damping"):
        arguments["damping"] = 0
    elif friction is not None and 0 <= float(friction) <= 1.5:
        arguments["damping"] = plain_float(float(friction))
    understood = (
        f"{COMMON} phase portrait plane space pendulum damped damping friction undamped frictionless without "
        "no angle velocity"
    )
    act = call("damped_pendulum_portrait", **arguments)
    return drafted(reading, "Phase portrait of a pendulum", "a pendulum in phase space", (act,), understood=understood)


def growth(reading: MathReading) -> Draft | None:
    """Exponential or logistic growth with numbers told in words."""
    if not reading.says("growth", "grow*", "decay*", "half-life", "half life", "doubling*"):
        return None
    rate, told = _rate(reading)
    start = reading.value("start", "starting", "initial", "from", "initially")
    if reading.says("logistic*", "carrying*", "capacity"):
        arguments = {"capacity": reading.value("capacity", "k", "limit"), "rate": rate, "start": start}
        given = {k: plain_float(float(v)) for k, v in arguments.items() if v is not None and float(v) > 0}
        understood = (
            f"{COMMON} logistic growth population carrying capacity rate start starting initial limit percent per year"
        )
        return drafted(
            reading,
            "Logistic growth",
            "growth up to a limit",
            (call("logistic_growth", **given),),
            understood=understood,
            sure=0.95 if given else 0.85,
        )
    if rate is None:
        return None
    given = {"rate": plain_float(round(rate, 6))}
    if start is not None and 0.1 <= float(start) <= 1000:
        given["start"] = plain_float(float(start))
    understood = (
        f"{COMMON} exponential growth decay grow grows growing decaying radioactive population half-life half "
        "life doubling time "
        "rate percent per year years day days hour hours minute minutes start starting initial bacteria doubles every"
    )
    act = call("exponential_growth", **given)
    name = "Exponential growth" if rate > 0 else "Exponential decay"
    return drafted(reading, f"{name}{told}", f"y' = {rate:g} y", (act,), understood=understood)


def _rate(reading: MathReading) -> tuple[float | None, str]:
    """The growth rate told as percent, as k or rate, or by a half-life or doubling time; and a time in words."""
    falls = reading.says("decay*", "half-life", "half life")
    sign = -1 if falls else 1
    span = reading.value("half-life", "life", "time", "every")
    told_by_time = reading.says("half-life", "half life", "doubling*", "doubles", "halves")
    if span is not None and told_by_time and float(span) > 0:
        return sign * math.log(2) / float(span), f", {'half-life' if falls else 'doubling time'} {float(span):g}"
    percent = next((number.value for number in reading.numbers if number.after in ("percent", "%")), None)
    value = reading.value("rate", "k", "r") if percent is None else percent / 100
    if value is None:
        return None, ""
    rate = sign * abs(float(value)) if falls else float(value)
    return (rate if 0.005 <= abs(rate) <= 1.5 else None), ""


INTENTS = (
    Intent("slope_field", slope_field),
    Intent("eulers_method", eulers_method),
    Intent("phase_portrait", phase_portrait),
    Intent("linear_system", linear_system),
    Intent("oscillator", oscillator),
    Intent("damped_pendulum", damped_pendulum),
    Intent("growth", growth),
)
