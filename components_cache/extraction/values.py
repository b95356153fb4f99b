"""Values that a scene spells out, as parameters: their type, and the range in which they may be tried."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from convert.facts.manim import exported

DIRECTIONS = frozenset("UP DOWN LEFT RIGHT IN OUT ORIGIN UL UR DL DR".split())  # noqa: SIM905
NUMBERS = frozenset({"PI", "TAU", "DEGREES"})
COLOUR = re.compile(
    r"(?:PURE_)?(?:WHITE|BLACK|GR[AE]Y|RED|GREEN|BLUE|YELLOW|ORANGE|PURPLE|PINK|TEAL|GOLD|MAROON)(?:_[A-E])?"
)
HEX = re.compile(r"#[0-9a-fA-F]{6}")
LONGEST_LIST = 40
LONGEST_TEXT = 120
GROWTH = 1.25
"""How much longer than the seen one a text may be."""


@dataclass(frozen=True, slots=True)
class Value:
    """A constant expression: Python `source`, `annotation`, and what its docstring line says of its range."""

    source: str
    annotation: str
    range: str = ""


def value_of(node: ast.expr) -> Value | None:
    """The constant that an expression is; None where it is none, or too long to be a parameter."""
    kind = _kind(node)
    if kind is None:
        return None
    source = ast.unparse(node)
    if kind == "str" and isinstance(node, ast.Constant) and HEX.fullmatch(str(node.value)):
        return Value(f"ManimColor({source})", "ManimColor")
    return Value(source, kind, _range(node, kind))


def _kind(node: ast.expr) -> str | None:
    """The annotation of a constant expression."""
    match node:
        case ast.Constant(value=bool()):
            return "bool"
        case ast.Constant(value=int() | float() as value):
            return type(value).__name__
        case ast.Constant(value=str(value)):
            return "str" if 0 < len(value) <= LONGEST_TEXT else None
        case ast.Name(id=name):
            return _named(name)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
            kind = _kind(operand)
            return kind if kind in ("int", "float", "np.ndarray") else None
        case ast.BinOp(left=left, right=right):
            return _joined(_kind(left), _kind(right), node.op)
        case ast.List(elts=items):
            return _list(items)
        case ast.Tuple(elts=items) if len(items) == 2 and all(_kind(item) in ("int", "float") for item in items):
            return "tuple[float, float]"
        case _:
            return None


def _named(name: str) -> str | None:
    if name in NUMBERS:
        return "float"
    if name in DIRECTIONS:
        return "np.ndarray"
    return "ManimColor" if COLOUR.fullmatch(name) and name in exported() else None


def _joined(left: str | None, right: str | None, operator: ast.operator) -> str | None:
    kinds = {left, right}
    if not kinds <= {"int", "float", "np.ndarray"}:
        return None
    if "np.ndarray" in kinds:
        return "np.ndarray"
    return "int" if kinds == {"int"} and not isinstance(operator, ast.Div) else "float"


def _list(items: list[ast.expr]) -> str | None:
    if not items or len(items) > LONGEST_LIST:
        return None
    kinds = {_kind(item) for item in items}
    if kinds == {"int"}:
        return "list[int]"
    if kinds <= {"int", "float"}:
        return "list[float]"
    if len(kinds) == 1 and (kind := kinds.pop()) in ("str", "ManimColor", "list[int]", "list[float]", "np.ndarray"):
        return "list[list[float]]" if kind == "list[int]" else f"list[{kind}]"
    return None


def _range(node: ast.expr, kind: str) -> str:
    if kind in ("int", "float"):
        return _span(_number(node), whole=kind == "int")
    if kind == "str" and isinstance(node, ast.Constant):
        return f"1 to {max(8, int(len(str(node.value)) * GROWTH))} characters"
    if kind in ("list[int]", "list[float]") and isinstance(node, ast.List) and len(node.elts) > 1:
        numbers = [number for item in node.elts if (number := _number(item)) is not None]
        is_point = len(numbers) == 3 and numbers[2] == 0
        if len(numbers) == len(node.elts) and min(numbers) < max(numbers) and not is_point:
            return f"{len(numbers)} to {len(numbers) + 1} items in [{min(numbers):g}, {max(numbers):g}]"
    return ""


def _number(node: ast.expr) -> float | None:
    """The value of a plain number; None for an expression such as `PI / 2`."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -float(value)
        case _:
            return None


def _span(value: float | None, *, whole: bool) -> str:
    """A range around a seen number, narrow enough that what was good should stay good."""
    if not value:
        return ""
    if whole:
        reach = max(1, round(abs(value) * 0.3))
        low = max(1, int(value) - reach) if value > 0 else int(value) - reach
        return f"in [{low}, {int(value) + reach}]"
    low, high = sorted((value * 0.75, value * 1.25))
    return f"in [{low:.3g}, {high:.3g}]"
