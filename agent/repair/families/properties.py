"""Properties that are called, methods that are not, and mobjects where their place or value is meant."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case, as_ast
from agent.repair.mend import Mend
from convert.passes.syntax import attribute
from convert.passes.walk import Place, Rule

_PROPERTIES = frozenset(
    [
        "width",
        "height",
        "depth",
        "color",
        "fill_color",
        "stroke_color",
        "animate",
        "x_range",
        "y_range",
        "font_size",
        "text",
    ]
)  # a table of names
_UNCALLED = r"'(?:method|function)'|method|float\(\) argument|broadcast|inhomogeneous|setting an array|ufunc|dtype"
_CALCULATED = (
    r"unsupported operand|NotImplementedError|must be real number|bad operand|'>' not|'<' not|can't multiply|"
    r"only concatenate"
)
_TRACKERS = frozenset({"ValueTracker", "ComplexValueTracker", "DecimalNumber", "Integer", "Variable"})


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for a value where something else is meant; only in failing statements."""
    if case.error.kind != "runtime":
        return
    if case.says("object is not callable"):
        yield Mend("property.called", "a property is read, not called", case.at_fault((cst.Call, _uncalled)))
    if case.says(_UNCALLED):
        yield Mend("property.not_called", "called a method whose value is meant", case.at_fault((cst.Arg, _called)))
    if case.says(_CALCULATED):
        for tracker in (True, False):
            what = "value" if tracker else "center"
            why = f"took the {what} of what cannot be calculated with"
            yield Mend(f"property.{what}", why, case.at_fault(*_measured(case, tracker)))
            yield Mend(f"property.{what}_everywhere", why, case.edited(*_measured(case, tracker)))


def _uncalled(call: cst.Call, place: Place) -> cst.BaseExpression:
    if isinstance(call.func, cst.Attribute) and not call.args and call.func.attr.value in _PROPERTIES:
        return call.func
    return call


def _called(arg: cst.Arg, place: Place) -> cst.Arg:
    if not isinstance(arg.value, cst.Attribute):
        return arg
    name = arg.value.attr.value
    if name == "center":  # the method that moves; its place is meant
        return arg.with_changes(value=cst.Call(attribute(arg.value.value, "get_center")))
    return arg.with_changes(value=cst.Call(arg.value)) if name.startswith("get_") else arg


def _measured(case: Case, tracker: bool) -> tuple[tuple[type, Rule], ...]:
    """Rules that put `.get_value()` or `.get_center()` behind names of mobjects in a calculation."""

    def measured(value: cst.BaseExpression) -> cst.BaseExpression:
        if not isinstance(value, (cst.Name, cst.Attribute)) or not case.scope:
            return value
        kind = case.scope.class_of(as_ast(value))
        if not kind or (kind in _TRACKERS) != tracker:
            return value
        return cst.Call(attribute(value, "get_value" if tracker else "get_center"))

    def operation(node: cst.BinaryOperation, place: Place) -> cst.BinaryOperation:
        return node.with_changes(left=measured(node.left), right=measured(node.right))

    def handed(node: cst.Call, place: Place) -> cst.Call:
        """Arguments of functions of mathematics."""
        if not isinstance(node.func, cst.Attribute) or not isinstance(node.func.value, cst.Name):
            return node
        if node.func.value.value not in ("np", "math", "numpy"):
            return node
        return node.with_changes(args=[arg.with_changes(value=measured(arg.value)) for arg in node.args])

    return (cst.BinaryOperation, operation), (cst.Call, handed)
