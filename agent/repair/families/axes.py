"""Axes of today: what methods of coordinate systems were called before, and what they never could."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import keyword, method_of, named, plain, with_args
from convert.passes.walk import Place


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for methods of axes whose arguments moved."""
    if case.error.kind != "runtime":
        return
    code = case.at_fault((cst.Call, _graph), (cst.Call, _area), (cst.Call, _range), (cst.Call, _on_axes))
    yield Mend("axes.methods", "axes plot with `plot`, over an `x_range`", code)


def _graph(call: cst.Call, place: Place) -> cst.Call:
    """`axes.get_graph(f)` → `axes.plot(f)`; the method of an old GraphScene stays."""
    if method_of(call) != "get_graph" or not isinstance(call.func, cst.Attribute):
        return call
    if isinstance(call.func.value, cst.Name) and call.func.value.value == "self":
        return call
    return call.with_changes(func=call.func.with_changes(attr=cst.Name("plot")))


def _area(call: cst.Call, place: Place) -> cst.Call:
    """`axes.get_area(graph, 0, 3)` → `axes.get_area(graph, x_range=(0, 3))`."""
    given = plain(call)
    if method_of(call) not in ("get_area", "get_riemann_rectangles") or not given or len(given) != 3:
        return call
    pair = cst.Tuple([cst.Element(given[1].value), cst.Element(given[2].value)])
    rest = [arg for arg in call.args if arg.keyword or arg.star]
    return with_args(call, [given[0], named("x_range", pair), *rest])


def _range(call: cst.Call, place: Place) -> cst.Call:
    """`x_min=a, x_max=b` of a plot → `x_range=[a, b]`."""
    for low, high, new in (("x_min", "x_max", "x_range"), ("t_min", "t_max", "t_range"), ("y_min", "y_max", "y_range")):
        first, last = keyword(call, low), keyword(call, high)
        if first and last and not keyword(call, new):
            both = cst.List([cst.Element(first.value), cst.Element(last.value)])
            rest = [named(new, both) if arg is first else arg for arg in call.args if arg is not last]
            call = with_args(call, rest)
    return call


def _on_axes(call: cst.Call, place: Place) -> cst.Call:
    """`axes.get_lines_to_point(2, 3)` → `axes.get_lines_to_point(axes.c2p(2, 3))`."""
    given = [arg for arg in call.args if not arg.keyword and not arg.star]
    names = ("get_lines_to_point", "get_vertical_line", "get_horizontal_line")
    if method_of(call) not in names or len(given) != 2 or not isinstance(call.func, cst.Attribute):
        return call
    point = cst.Call(cst.Attribute(call.func.value, cst.Name("c2p")), given)
    return with_args(call, [cst.Arg(point), *(arg for arg in call.args if arg not in given)])
