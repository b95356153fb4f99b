"""Where Python 2 divided whole numbers: `range(n / 2)`, `parts[i * n / m:]`. A float there never works today."""

from __future__ import annotations

import libcst as cst

from convert.passes.syntax import called
from convert.passes.walk import Place


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
    if place.sheet.dialect not in ("old_gl", "ancient"):
        return part
    return part.with_changes(value=_floored(part.value))


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


RULES = {cst.Call: (whole_range,), cst.Slice: (whole_slice,), cst.Index: (whole_index,)}
