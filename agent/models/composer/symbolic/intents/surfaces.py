"""Wishes about z = f(x, y) in space: surfaces, partial derivatives, tangent planes; solids of revolution."""

from __future__ import annotations

import math
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.matrices import plain_float
from agent.models.composer.symbolic.printing import source, tex
from agent.models.composer.symbolic.reading import MathReading

Range = tuple[float, float]

COMMON = (
    "surface surfaces function two variables x y z f 3d three dimensions dimensional space multivariable "
    "calculus at point"
)
TRIGONOMETRIC = ("sin", "cos", "tan")


def two_variables(reading: MathReading) -> tuple[Any, str] | None:
    """(f, its TeX) for the first expression in x and y, also where only one of them occurs in z = …"""
    named = [e for e in reading.expressions if e.name in ("z", "f", "g", "h")]
    for expression in (*named, *reading.expressions):
        names = {s.name for s in expression.sympy.free_symbols}
        if names == {"x", "y"} or (expression.name == "z" and names and names <= {"x", "y"}):
            return expression.sympy, expression.tex
    return None


def point_of(reading: MathReading) -> tuple[float, float] | None:
    """The point in the wish: a bracketed pair (or the first two of a triple), or x = 1 and y = 2."""
    for point in reading.points:
        if len(point) in (2, 3) and all(x.is_number for x in point):
            return plain_float(float(point[0])), plain_float(float(point[1]))
    given = dict(reading.assignments)
    if "x" in given and "y" in given:
        return plain_float(float(given["x"])), plain_float(float(given["y"]))
    return None


def around(point: tuple[float, float], wide: float, high: float) -> tuple[Range, Range]:
    """Ranges about the origin, or about the point where it lies far out."""
    found: list[Range] = []
    for value, reach in ((point[0], wide), (point[1], high)):
        centre = 0.0 if abs(value) <= 0.75 * reach else round(value)
        found.append((plain_float(centre - reach), plain_float(centre + reach)))
    return found[0], found[1]


def window(reading: MathReading, value: Any) -> dict[str, object]:
    """Ranges of x and y: as the wish says, else wide enough for waves and narrow enough for powers."""
    wave = any(type(node).__name__ in TRIGONOMETRIC for node in _nodes(value))
    reach: float = 3 if wave else 2
    ranges: dict[str, object] = {"x_range": (-reach, reach), "y_range": (-reach, reach)}
    for interval in reading.intervals:
        low, high = float(interval.low), float(interval.high)
        if not (math.isfinite(low + high) and 0 < high - low <= 60):
            continue
        pair = (plain_float(low), plain_float(high))
        for name in ("x", "y"):
            if interval.variable in ("", name):
                ranges[f"{name}_range"] = pair
    return ranges


def _nodes(value: Any) -> list[Any]:
    import sympy

    return list(sympy.preorder_traversal(value))


def surface(reading: MathReading) -> Draft | None:
    """The graph of f(x, y)."""
    found = two_variables(reading)
    if found is None:
        return None
    value, label = found
    named = any(e.name in ("z", "f") for e in reading.expressions)
    if not named and not reading.says("surface*", "3d", "three-dimensional", "saddle", "multivariable*"):
        return None
    arguments = {"function": f"lambda x, y: {source(value)}", "label": repr(label)} | window(reading, value)
    understood = f"{COMMON} surface saddle paraboloid rotate rotating camera turning angles shape landscape view"
    brief = f"the surface z = {label}"
    return drafted(
        reading, "A surface in space", brief, (call("surface_plot", **arguments),), understood=understood, sure=0.9
    )


def partial_derivatives(reading: MathReading) -> Draft | None:
    """The partial derivatives of f(x, y), at a point."""
    from agent.models.composer.symbolic.intents.multivariable import partials

    found = two_variables(reading)
    if found is None or not reading.says("partial*"):
        return None
    value, label = found
    point = point_of(reading) or (1, 1)
    reach = around(point, 2.0, 2.0)
    arguments: dict[str, object] = {
        "function": f"lambda x, y: {source(value)}",
        "label": repr(label),
        "point": point,
        "partials": [tex(part) for part in partials(value)],
        "x_range": reach[0],
        "y_range": reach[1],
    }
    understood = f"{COMMON} partial partials derivative derivatives slope slopes respect direction"
    brief = f"partial derivatives of {label} at {point}"
    return drafted(
        reading, "Partial derivatives", brief, (call("partial_derivatives", **arguments),), understood=understood
    )


def tangent_plane(reading: MathReading) -> Draft | None:
    """The tangent plane of z = f(x, y) at a point."""
    found = two_variables(reading)
    if found is None or not reading.says("tangent plane", "linear approximation", "linearization", "linearisation"):
        return None
    value, label = found
    point = point_of(reading) or (1, 0.5)
    reach = around(point, 2.5, 2.5)
    arguments: dict[str, object] = {
        "function": f"lambda x, y: {source(value)}",
        "label": repr(label),
        "point": point,
        "x_range": reach[0],
        "y_range": reach[1],
    }
    understood = f"{COMMON} tangent plane linear approximation linearization linearisation touches touching"
    brief = f"tangent plane of {label} at {point}"
    return drafted(reading, "Tangent plane", brief, (call("tangent_plane", **arguments),), understood=understood)


def revolution(reading: MathReading) -> Draft | None:
    """The solid that the graph of f makes when it turns about the x-axis."""
    if not reading.says("revolution", "revolv*", "rotat*", "spin*") or not reading.says(
        "volume", "solid", "x-axis", "disc*", "disk*"
    ):
        return None
    curves = [e for e in reading.functions if {s.name for s in e.sympy.free_symbols} == {"x"}]
    if len(curves) != 1 or reading.says("y-axis"):
        return None
    low, high = (reading.intervals[0].low, reading.intervals[0].high) if reading.intervals else (0, 2)
    if not (math.isfinite(float(low) + float(high)) and float(low) < float(high)):
        return None
    act = call(
        "volume_of_revolution",
        function=f"lambda x: {source(curves[0].sympy)}",
        label=repr(curves[0].tex),
        start=plain_float(float(low)),
        end=plain_float(float(high)),
    )
    understood = (
        f"{COMMON} volume solid revolution revolve revolved rotate rotated rotating around about x-axis discs "
        "disks disc disk method"
    )
    brief = f"y = {curves[0].tex} turned about the x-axis"
    return drafted(reading, "Volume of revolution", brief, (act,), understood=understood)


def double_integral(reading: MathReading) -> Draft | None:
    """The volume under z = f(x, y) over a rectangle."""
    found = two_variables(reading)
    if found is None or not reading.says("double integral", "volume under", "integra*", "volume"):
        return None
    value, label = found
    ranges = window(reading, value) if reading.intervals else {"x_range": (0, 2), "y_range": (0, 2)}
    arguments = {"function": f"lambda x, y: {source(value)}", "label": repr(label)} | ranges
    understood = f"{COMMON} double integral integrate integration volume under over square rectangle boxes"
    brief = f"the volume under {label}"
    return drafted(reading, "Double integral", brief, (call("double_integral", **arguments),), understood=understood)


INTENTS = (
    Intent("surface", surface),
    Intent("partial_derivatives", partial_derivatives),
    Intent("tangent_plane", tangent_plane),
    Intent("revolution", revolution),
    Intent("double_integral", double_integral),
)
