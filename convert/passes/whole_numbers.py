"""Where Python 2 divided whole numbers: `range(n / 2)`, `parts[i * n / m:]`. A float there never works today."""

from __future__ import annotations

import ast

import libcst as cst

from convert.passes.syntax import called, keyword, method_of
from convert.passes.walk import Place

_OLD = ("old_gl", "ancient")
_ROUNDED = frozenset({"ceil", "floor", "round", "rint"})


def whole_range(call: cst.Call, place: Place) -> cst.Call:
    """`range(a / b)` → `range(a // b)`."""
    if called(call) not in ("range", "xrange") or place.sheet.own("range"):
        return call
    return call.with_changes(args=[argument.with_changes(value=_floored(argument.value)) for argument in call.args])


def whole_slice(part: cst.Slice, place: Place) -> cst.Slice:
    """`parts[a / b:c / d]`."""
    return part.with_changes(
        lower=part.lower and _floored(part.lower),
        upper=part.upper and _floored(part.upper),
        step=part.step and _floored(part.step),
    )


def whole_index(part: cst.Index, place: Place) -> cst.Index:
    """`parts[len(parts) / 2]`, in old code only: a dict may have fractions for keys."""
    if place.sheet.dialect not in _OLD:
        return part
    return part.with_changes(value=_floored(part.value))


def whole_count(call: cst.Call, place: Place) -> cst.Call:
    """`np.linspace(a, b, n / 2)`."""
    if method_of(call) != "linspace":
        return call
    number = keyword(call, "num") or (call.args[2] if len(call.args) > 2 and not call.args[2].keyword else None)
    args = [arg.with_changes(value=_whole(arg.value, place)) if arg is number else arg for arg in call.args]
    return call.with_changes(args=args) if number else call


def _whole(value: cst.BaseExpression, place: Place) -> cst.BaseExpression:
    """`np.ceil` and its like give floats, also under a name."""
    if not place.sheet.gl or not any(name in _ROUNDED for name in _makers(value, place)):
        return _floored(value)
    return cst.Call(cst.Name("int"), [cst.Arg(value)])


def _makers(value: cst.BaseExpression, place: Place) -> set[str]:
    match value:
        case cst.Name():
            return place.sheet.made.get(value.value, set())
        case cst.BinaryOperation():
            return _makers(value.left, place) | _makers(value.right, place)
        case _:
            return {method_of(value)}


def whole_times(node: cst.BinaryOperation, place: Place) -> cst.BinaryOperation:
    """`[RED, BLUE] * (n / 2)`."""
    if not isinstance(node.operator, cst.Multiply) or not isinstance(node.left, cst.List):
        return node
    return node.with_changes(right=_floored(node.right))


def whole_name(line: cst.Assign, place: Place) -> cst.Assign:
    """`half = n / 2`, in old code, where `half` is part of an index further down."""
    sheet = place.sheet
    if sheet.dialect not in _OLD or not isinstance(line.value, cst.BinaryOperation):
        return line
    names = [target.target.value for target in line.targets if isinstance(target.target, cst.Name)]
    if len(names) != len(line.targets) or not set(names) <= sheet.counts or _has_float(line.value):
        return line
    return line.with_changes(value=_floored(line.value))


def whole_remainder(node: cst.BinaryOperation, place: Place) -> cst.BinaryOperation:
    """`(n / 2) % 2`, in old code: which of two turns it is."""
    if (
        place.sheet.dialect not in _OLD
        or not isinstance(node.operator, cst.Modulo)
        or not isinstance(node.left, cst.BinaryOperation)
    ):
        return node
    numbers = (node.left.right, node.right)
    if not all(isinstance(number, cst.Integer) and number.value != "1" for number in numbers):
        return node
    return node.with_changes(left=_floored(node.left))


def whole_digit(line: cst.AugAssign, place: Place) -> cst.AugAssign:
    """`n /= base`, in old code, where `n % base` was the last digit."""
    if place.sheet.dialect not in _OLD or not isinstance(line.operator, cst.DivideAssign):
        return line
    parts = tuple(
        ast.unparse(ast.parse(cst.Module([]).code_for_node(part)).body[0]) for part in (line.target, line.value)
    )
    if parts not in place.sheet.remainders:
        return line
    operator = cst.FloorDivideAssign(line.operator.whitespace_before, line.operator.whitespace_after)
    return line.with_changes(operator=operator)


def remainders(tree: ast.AST) -> set[tuple[str, str]]:
    """What is divided by what, where only the remainder is asked for."""
    return {
        (ast.unparse(node.left), ast.unparse(node.right))
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Name)
    }


def _has_float(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Float) or any(map(_has_float, node.children))


def counts(tree: ast.AST) -> set[str]:
    """Names that the bounds of slices, indices and ranges are made of."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Slice(lower=lower, upper=upper):
                found |= _terms(lower) | _terms(upper)
            case ast.Subscript(slice=index):
                found |= _terms(index)
            case ast.Call(func=ast.Name(id="range" | "xrange"), args=args):
                found |= {name for arg in args for name in _terms(arg)}
            case _:
                pass
    return found


def _terms(node: ast.expr | None) -> set[str]:
    match node:
        case ast.Name(id=name):
            return {name}
        case ast.BinOp(left=left, right=right):
            return _terms(left) | _terms(right)
        case _:
            return set()


def _floored(node: cst.BaseExpression) -> cst.BaseExpression:
    """Divisions that make up the number itself, not those inside calls."""
    match node:
        case cst.UnaryOperation():
            return node.with_changes(expression=_floored(node.expression))
        case cst.BinaryOperation():
            operator = node.operator
            if isinstance(operator, cst.Divide):
                operator = cst.FloorDivide(operator.whitespace_before, operator.whitespace_after)
            return node.with_changes(left=_floored(node.left), operator=operator, right=_floored(node.right))
        case _:
            return node


RULES = {
    cst.Call: (whole_range, whole_count),
    cst.Slice: (whole_slice,),
    cst.Index: (whole_index,),
    cst.BinaryOperation: (whole_times, whole_remainder),
    cst.AugAssign: (whole_digit,),
    cst.Assign: (whole_name,),
}
