"""Short words for the LibCST nodes that the passes read and make."""

from __future__ import annotations

from typing import Any

import libcst as cst


def expression(code: str) -> cst.BaseExpression:
    """Parse one expression of our own making."""
    return cst.parse_expression(code)


def called(node: cst.CSTNode | None) -> str:
    """The loose name that a call calls: `Circle` in `Circle(...)`; empty for anything else."""
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Name):
        return node.func.value
    return ""


def method_of(node: cst.CSTNode | None) -> str:
    """The name of the method that a call calls; empty for anything else."""
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        return node.func.attr.value
    return ""


def is_self(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Name) and node.value == "self"


def keyword(call: cst.Call, name: str) -> cst.Arg | None:
    """The argument passed by this keyword."""
    return next((arg for arg in call.args if arg.keyword and arg.keyword.value == name), None)


def plain(call: cst.Call) -> list[cst.Arg] | None:
    """The positional arguments; None if a star makes their number unknown."""
    if any(arg.star == "*" for arg in call.args):
        return None
    return [arg for arg in call.args if not arg.keyword and not arg.star]


def named(name: str, value: cst.BaseExpression) -> cst.Arg:
    """`name=value`."""
    tight = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
    return cst.Arg(value, keyword=cst.Name(name), equal=tight)


def rename_keyword(arg: cst.Arg, name: str) -> cst.Arg:
    return arg.with_changes(keyword=cst.Name(name))


def with_args(call: cst.Call, args: list[cst.Arg]) -> cst.Call:
    """The call with these arguments, with a comma only where one is needed."""
    return call.with_changes(args=[*map(_followed, args[:-1]), *(_last(arg, call) for arg in args[-1:])])


def _followed(arg: cst.Arg) -> cst.Arg:
    """An argument that another follows."""
    if isinstance(arg.comma, cst.Comma):
        return arg
    return arg.with_changes(comma=cst.Comma(whitespace_after=cst.SimpleWhitespace(" ")))


def _last(arg: cst.Arg, call: cst.Call) -> cst.Arg:
    """The last argument keeps the ending that the call had."""
    if call.args and isinstance(call.args[-1].comma, cst.Comma):
        return arg.with_changes(comma=call.args[-1].comma)
    if isinstance(arg.comma, cst.Comma):
        return arg.with_changes(comma=cst.MaybeSentinel.DEFAULT, whitespace_after_arg=cst.SimpleWhitespace(""))
    return arg


def attribute(value: cst.BaseExpression, name: str) -> cst.Attribute:
    return cst.Attribute(value, cst.Name(name))


def negated(value: cst.BaseExpression) -> cst.BaseExpression:
    """`-value`, with parentheses where they are needed; `UP` becomes `DOWN`."""
    opposite = {
        "UP": "DOWN",
        "DOWN": "UP",
        "LEFT": "RIGHT",
        "RIGHT": "LEFT",
        "IN": "OUT",
        "OUT": "IN",
        "UL": "DR",
        "DR": "UL",
    }
    if isinstance(value, cst.Name):
        if value.value in opposite:
            return value.with_changes(value=opposite[value.value])
        return cst.UnaryOperation(cst.Minus(), value)
    if isinstance(value, cst.UnaryOperation) and isinstance(value.operator, cst.Minus):
        return value.expression
    if isinstance(value, (cst.Attribute, cst.Call, cst.Subscript, cst.Integer, cst.Float)) or value.lpar:
        return cst.UnaryOperation(cst.Minus(), value)
    return cst.UnaryOperation(cst.Minus(), value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()]))


def literal(node: cst.CSTNode | None) -> Any:
    """The value of a literal string or number; None for anything else."""
    if isinstance(node, (cst.SimpleString, cst.ConcatenatedString)):
        return node.evaluated_value
    if isinstance(node, (cst.Integer, cst.Float)):
        return node.evaluated_value
    return None
