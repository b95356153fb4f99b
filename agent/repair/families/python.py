"""Plain slips of Python: lists that are calculated with, `^` for a power, `math` of arrays, values that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.families.placing import with_import
from agent.repair.mend import Mend
from convert.passes.syntax import expression
from convert.passes.walk import Place


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for errors that are not of manim's making."""
    if case.error.kind not in ("runtime", "import"):
        return
    if case.says(r"unsupported operand type\(s\) for \^|ufunc 'bitwise_xor'"):
        yield Mend("python.power", "a power is written `**`", case.edited((cst.BinaryOperation, _power)))
    if case.says(
        r"can't multiply sequence|unsupported operand type\(s\) for .*'(?:list|tuple)'|inhomogeneous|sequence|broadcast"
    ):
        why = "calculated with an array in place of a list"
        yield Mend("python.array", why, case.at_fault((cst.BinaryOperation, _array)))
    if case.says(r"only (?:size-1|length-1|0-dimensional) arrays"):
        yield Mend("python.math", "numpy calculates with arrays, `math` does not", case.edited((cst.Attribute, _numpy)))
    if case.says(r"ZeroDivisionError|math domain error|divide by zero"):
        why = "a function that has no value somewhere gets none there"
        yield Mend("python.domain", why, case.edited((cst.Lambda, _guarded)))
    yield from _of_modules(case)
    yield from _of_keys(case)
    if case.says(r"'(?:numpy\.float64|float)' object cannot be interpreted as an integer"):
        yield Mend("python.whole", "counted in whole numbers", case.at_fault((cst.Call, _whole)))
    if case.says(r"indices must be integers"):
        yield Mend("python.index", "an index is a whole number", case.at_fault((cst.Subscript, _whole_index)))


def _of_modules(case: Case) -> Iterator[Mend]:
    if case.says(r"module 'numpy' has no attribute|module 'manim.utils.rate_functions' has no attribute"):
        yield Mend("python.module", "took what numpy and manim call otherwise today", _modules(case))
    if found := case.says(r"module 'manim\.utils\.rate_functions' has no attribute '(\w+)'"):
        new = next((rate for rate in RATES if rate in found[1] or found[1] in rate), "smooth")
        code = re.sub(rf"\b(?:\w+\.)*{found[1]}\b", new, case.code)
        yield Mend("python.rate", f"manim has no `{found[1]}`: took `{new}`", code)


def _of_keys(case: Case) -> Iterator[Mend]:
    if case.says(r"KeyError"):
        why = "an edge is called by its ends in the order it was given"
        yield Mend("python.edge", why, case.at_fault((cst.Subscript, _reversed)))
        why = "took the first value for a key that is not there"
        yield Mend("python.key", why, case.at_fault((cst.Subscript, _first_value)))


# names of modules that are gone → what they are called today
MODULES: dict[str, str] = {
    r"np\.math\b": "math",
    r"np\.(float|int|bool|object|str)\b(?!_|\d)": r"\1",
    r"np\.trapz\b": "np.trapezoid",
    r"np\.product\b": "np.prod",
    r"np\.in1d\b": "np.isin",
    r"np\.Inf\b": "np.inf",
    r"np\.NaN\b": "np.nan",
    r"rate_functions\.ease_in_out\b": "rate_functions.smooth",
    r"rate_functions\.ease_in\b": "rate_functions.ease_in_sine",
    r"rate_functions\.ease_out\b": "rate_functions.ease_out_sine",
}


def _modules(case: Case) -> str:
    code = case.code
    for old, new in MODULES.items():
        code = re.sub(rf"\b{old}", new, code)
    needs = "math." in code and not re.search(r"^import math\b", code, re.M) and case.tree is not None
    return with_import(code, case.tree, "import math") if needs and case.tree else code


RATES = ("linear", "there_and_back", "rush_into", "rush_from", "double_smooth", "wiggle", "smooth")

"""Rate functions by what a name may speak of; `smooth`, manim's own choice, if it speaks of none."""


def _reversed(node: cst.Subscript, place: Place) -> cst.Subscript:
    """`graph.edges[(2, 1)]` → `graph.edges[(1, 2)]`."""
    match node.slice:
        case [cst.SubscriptElement(slice=cst.Index(value=cst.Tuple(elements=[first, second])))]:
            ends = (cst.Module([]).code_for_node(each.value) for each in (second, first))
            key = expression(f"({', '.join(ends)})")
        case [cst.SubscriptElement(slice=cst.Index(value=first)), cst.SubscriptElement(slice=cst.Index(value=second))]:
            ends = (cst.Module([]).code_for_node(each) for each in (second, first))
            key = expression(f"({', '.join(ends)})")
        case _:
            return node
    return node.with_changes(slice=[cst.SubscriptElement(cst.Index(key))])


def _power(node: cst.BinaryOperation, place: Place) -> cst.BinaryOperation:
    return node.with_changes(operator=cst.Power()) if isinstance(node.operator, cst.BitXor) else node


def _array(node: cst.BinaryOperation, place: Place) -> cst.BinaryOperation:
    return node.with_changes(left=_as_array(node.left), right=_as_array(node.right))


def _as_array(value: cst.BaseExpression) -> cst.BaseExpression:
    plain = isinstance(value, (cst.Integer, cst.Float, cst.BinaryOperation, cst.SimpleString))
    source = cst.Module([]).code_for_node(value)
    if plain or source.startswith("np.") or re.fullmatch(r"[A-Z_]+", source):
        return value
    return cst.Call(expression("np.array"), [cst.Arg(value)])


def _numpy(node: cst.Attribute, place: Place) -> cst.Attribute:
    if isinstance(node.value, cst.Name) and node.value.value == "math":
        return node.with_changes(value=cst.Name("np"))
    return node


def _guarded(node: cst.Lambda, place: Place) -> cst.Lambda:
    """`1 / x` → `1 / x if abs(x) > 1e-3 else 0`; `math.log(x)` → of what is at least a little above zero."""
    if len(node.params.params) != 1:
        return node
    name = node.params.params[0].name.value
    source = cst.Module([]).code_for_node(node.body)
    if re.search(rf"/\s*\(?\s*{name}\b", source):
        return node.with_changes(body=expression(f"{source} if abs({name}) > 1e-3 else 0"))
    changed = re.sub(rf"\b(math|np)\.(log|log2|log10|sqrt)\({name}\)", rf"\1.\2(max({name}, 1e-3))", source)
    return node.with_changes(body=expression(changed))


def _first_value(node: cst.Subscript, place: Place) -> cst.BaseExpression:
    match node.slice:
        case [cst.SubscriptElement(slice=cst.Index(value=value))] if not isinstance(value, cst.Integer):
            owner, key = (cst.Module([]).code_for_node(each) for each in (node.value, value))
            return expression(f"{owner}.get({key}, next(iter({owner}.values())))")
        case _:
            return node


def _whole(call: cst.Call, place: Place) -> cst.Call:
    if isinstance(call.func, cst.Name) and call.func.value == "range":
        return call.with_changes(
            args=[
                arg.with_changes(value=expression(f"int({cst.Module([]).code_for_node(arg.value)})"))
                for arg in call.args
            ]
        )
    return call


def _whole_index(node: cst.Subscript, place: Place) -> cst.Subscript:
    match node.slice:
        case [cst.SubscriptElement(slice=cst.Index(value=value))]:
            return node.with_changes(
                slice=[cst.SubscriptElement(cst.Index(expression(f"int({cst.Module([]).code_for_node(value)})")))]
            )
        case _:
            return node
