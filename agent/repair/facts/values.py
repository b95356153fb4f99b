"""What a value looks like in source: a colour, a number, a direction."""

from __future__ import annotations

import libcst as cst

from agent.repair.facts.colors import color
from convert.facts import manim

DIRECTIONS = frozenset("UP DOWN LEFT RIGHT UL UR DL DR IN OUT ORIGIN".split())  # noqa: SIM905  # a table of names


def is_color(value: cst.BaseExpression) -> bool:
    """A name of a colour, or a string that says one."""
    if isinstance(value, cst.SimpleString):
        text = str(value.evaluated_value)
        return text.startswith("#") or bool(color(text.upper()))
    if not isinstance(value, cst.Name) or not value.value.isupper() or value.value in DIRECTIONS:
        return False
    base = value.value.rpartition("_")[0] if value.value[-2:-1] == "_" else value.value
    return bool(color(value.value)) or base in _COLORS or (value.value in _COLORS)


def is_number(value: cst.BaseExpression) -> bool:
    if isinstance(value, cst.UnaryOperation):
        return is_number(value.expression)
    return isinstance(value, (cst.Integer, cst.Float))


def is_vector(value: cst.BaseExpression) -> bool:
    """A direction of manim, what is computed of some, or a list of coordinates."""
    if isinstance(value, cst.Name):
        return value.value in DIRECTIONS
    if isinstance(value, cst.BinaryOperation):
        return is_vector(value.left) or is_vector(value.right)
    if isinstance(value, cst.UnaryOperation):
        return is_vector(value.expression)
    if isinstance(value, (cst.List, cst.Tuple)):
        return len(value.elements) in (2, 3)
    return isinstance(value, cst.Call) and isinstance(value.func, cst.Attribute) and value.func.attr.value == "array"


_COLORS = (
    frozenset(
        [
            "BLACK",
            "WHITE",
            "BLUE",
            "GREEN",
            "RED",
            "YELLOW",
            "GOLD",
            "TEAL",
            "MAROON",
            "PURPLE",
            "PINK",
            "ORANGE",
            "GRAY",
            "GREY",
            "LIGHT_PINK",
            "LIGHT_BROWN",
            "DARK_BROWN",
            "DARK_BLUE",
            "PURE_RED",
            "PURE_GREEN",
            "PURE_BLUE",
            "PURE_CYAN",
            "PURE_MAGENTA",
            "PURE_YELLOW",
            "GRAY_BROWN",
            "GREY_BROWN",
            "LIGHT_GRAY",
            "LIGHT_GREY",
            "DARK_GRAY",
            "DARK_GREY",
            "DARKER_GRAY",
            "DARKER_GREY",
            "LIGHTER_GRAY",
            "LIGHTER_GREY",
        ]
    )
    & manim.exported()
)
