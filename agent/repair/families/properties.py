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
_PLACES = frozenset({"about_point", "arc_center", "point", "focal_point", "start_point", "end_point", "frame_center"})
"""Keywords that take a point, where the mobject at that place is often given."""


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for a value where something else is meant; only in failing statements."""
    if case.error.kind != "runtime":
        return
    if case.says("object is not callable"):
        yield Mend("property.called", "a property is read, not called", case.at_fault((cst.Call, _uncalled)))
    if case.says(_UNCALLED):
        yield Mend("property.not_called", "called a method whose value is meant", case.at_fault((cst.Arg, _called)))
        why = "took the center of a mobject where a point is meant"
        yield Mend("property.point", why, case.at_fault((cst.Arg, _placed(case))))
    if case.says(_CALCULATED):
        why = "mobjects side by side are a group"
        yield Mend("property.grouped", why, case.at_fault((cst.Assign, _grouped(case))))
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


def _placed(case: Case) -> Rule:
    """`about_point=circle` → `about_point=circle.get_center()`."""

    def rule(arg: cst.Arg, place: Place) -> cst.Arg:
        named = isinstance(arg.value, cst.Name) and not arg.value.value.isupper()
        if arg.keyword is None or arg.keyword.value not in _PLACES or not case.scope:
            return arg
        if not named and case.scope.class_of(as_ast(arg.value)) in ("", *_TRACKERS):
            return arg
        return arg.with_changes(value=cst.Call(attribute(arg.value, "get_center")))

    return rule


def _grouped(case: Case) -> Rule:
    """`label = Text("n = ") + Integer(0)` → `label = VGroup(Text("n = "), Integer(0)).arrange(RIGHT)`."""

    def parts(value: cst.BaseExpression) -> list[cst.BaseExpression]:
        if isinstance(value, cst.BinaryOperation) and isinstance(value.operator, cst.Add):
            return [*parts(value.left), *parts(value.right)]
        return [value]

    def rule(node: cst.Assign, place: Place) -> cst.Assign:
        found = parts(node.value)
        if len(found) < 2 or not case.scope or not all(case.scope.class_of(as_ast(each)) for each in found):
            return node
        group = cst.Call(cst.Name("VGroup"), [cst.Arg(each) for each in found])
        return node.with_changes(value=cst.Call(attribute(group, "arrange"), [cst.Arg(cst.Name("RIGHT"))]))

    return rule


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
