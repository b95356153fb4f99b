"""Wishes about functions of x and y that are answered on a flat map: gradients, contour lines, vector fields."""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.matrices import plain_float
from agent.models.composer.symbolic.intents.surfaces import COMMON, around, point_of, two_variables, window
from agent.models.composer.symbolic.printing import source, tex
from agent.models.composer.symbolic.reading import MathReading


def gradient(reading: MathReading) -> Draft | None:
    """The gradient of f(x, y), at a point if one is named."""
    found = two_variables(reading)
    if found is None or not reading.says("gradient*", "steepest*", "nabla"):
        return None
    value, label = found
    point = point_of(reading) or (1, 1)
    slopes = [tex(part) for part in partials(value)]
    gradient_label = r"\begin{pmatrix} " + slopes[0] + r" \\ " + slopes[1] + r" \end{pmatrix}"
    arguments: dict[str, object] = {
        "function": f"lambda x, y: {source(value)}",
        "label": repr(label),
        "gradient_label": repr(gradient_label),
        "point": point,
    }
    reach = around(point, 3.0, 2.0)
    arguments |= {"x_range": reach[0], "y_range": reach[1]}
    understood = (
        f"{COMMON} gradient gradients nabla grad steepest ascent descent direction perpendicular level contour "
        "arrow arrows"
    )
    brief = f"the gradient of {label} at {point}"
    return drafted(reading, "Gradient", brief, (call("gradient_at_point", **arguments),), understood=understood)


def partials(value: Any) -> tuple[Any, Any]:
    """The partial derivatives of f(x, y) by x and by y, simplified."""
    import sympy

    symbols = {s.name: s for s in value.free_symbols}
    return tuple(sympy.simplify(sympy.diff(value, symbols[n])) if n in symbols else sympy.Integer(0) for n in "xy")  # type: ignore[return-value]


def contours(reading: MathReading) -> Draft | None:
    """Contour lines of f(x, y)."""
    found = two_variables(reading)
    if found is None or not reading.says(
        "contour*", "level curve*", "level set*", "level line*", "isoline*", "heatmap"
    ):
        return None
    value, label = found
    arguments = {"function": f"lambda x, y: {source(value)}", "label": repr(label)} | window(reading, value)
    understood = f"{COMMON} contour contours level curve curves set sets lines map isolines heatmap height"
    brief = f"contour lines of {label}"
    return drafted(reading, "Contour lines", brief, (call("level_curves", **arguments),), understood=understood)


def double_integral(reading: MathReading) -> Draft | None:
    """`double integral of x*y over the unit square`, `integrate x^2 + y over [0,2] x [0,1]`."""
    if not reading.says("double integral", "volume under", "iterated integral", "integrate*", "integral*"):
        return None
    found = two_variables(reading)
    if found is None or reading.says("contour", "line integral", "surface integral", "triple"):
        return None
    value, label = found
    spans = [(i.variable, (plain_float(float(i.low)), plain_float(float(i.high)))) for i in reading.intervals]
    spans += [("", (plain_float(float(a)), plain_float(float(b)))) for a, b in reading.vectors if a < b]
    unit = reading.says("unit square", "square")
    if not unit and not spans:
        spans = [("", (0, 1))]
    sides = [span for name, span in spans if name in ("", "x")], [span for name, span in spans if name in ("", "y")]
    across = sides[0][0] if sides[0] else (0, 1)
    up = sides[1][-1] if sides[1] else across
    act = call(
        "double_integral",
        function=f"lambda x, y: {source(value)}",
        label=repr(label if not value.is_Add else rf"\left({label}\right)"),
        x_range=across,
        y_range=up,
    )
    understood = f"{COMMON} double iterated integral integrate over unit square rectangle region volume under"
    brief = f"the double integral of {label}"
    return drafted(reading, "Double integral", brief, (act,), understood=understood)


def vector_field(reading: MathReading) -> Draft | None:
    """A plane vector field (P, Q), its flow, divergence and curl."""
    if not reading.says("vector field", "force field", "divergence", "curl", "flow", "div"):
        return None
    found = _components(reading.plain)
    if found is None:
        return None
    (p, p_tex), (q, q_tex) = found
    px, _ = partials(p)
    _, qy = partials(q)
    qx, _ = partials(q)
    _, py = partials(p)
    import sympy

    derived = [tex(sympy.simplify(px + qy)), tex(sympy.simplify(qx - py))]
    arguments: dict[str, object] = {
        "p": f"lambda x, y: {source(p)}",
        "q": f"lambda x, y: {source(q)}",
        "labels": [p_tex, q_tex],
        "derived": derived,
    }
    understood = (
        f"{COMMON} vector field fields flow flows divergence curl div streamlines stream lines f g i j "
        "rotation particles"
    )
    brief = f"the vector field ({p_tex}, {q_tex})"
    left = tuple(e.sympy for e in reading.expressions if e.name == "z")
    return drafted(
        reading,
        "Vector field",
        brief,
        (call("vector_field", **arguments),),
        understood=understood,
        unused=map(str, left),
    )


def _components(text: str) -> tuple[tuple[Any, str], tuple[Any, str]] | None:
    """Two expressions in x and y inside one bracket, `(-y, x)`, `<x, y>` or `[x, -y]`, or written with i and j."""
    from agent.models.composer.symbolic.mathtext import read

    for match in re.finditer(r"[(<\[]((?:[^()<>\[\],]|\([^()]*\))+),((?:[^()<>\[\],]|\([^()]*\))+)[)>\]]", text):
        parts = [read(f"z = {part.strip()}") for part in match.groups()]
        values = [p.equations[0].right for p in parts if p.equations]
        if len(values) != 2 or any({s.name for s in v.sympy.free_symbols} - {"x", "y"} for v in values):
            continue
        if any(v.sympy.free_symbols for v in values):
            return (values[0].sympy, values[0].tex), (values[1].sympy, values[1].tex)
    return None


INTENTS = (
    Intent("gradient", gradient),
    Intent("contours", contours),
    Intent("double_integral", double_integral),
    Intent("vector_field", vector_field),
)
