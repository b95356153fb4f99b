"""Points with two coordinates where manim needs three."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import called, expression, method_of, with_args
from convert.passes.walk import Place

_NO_POINTS = frozenset(
    [
        "x_range",
        "y_range",
        "z_range",
        "t_range",
        "u_range",
        "v_range",
        "x_length",
        "resolution",
        "numbers_to_include",
        "colors",
        "color",
    ]
)  # a table of names
_TAKERS = frozenset(
    """Dot Line Arrow DoubleArrow DashedLine Vector Polygon ArcBetweenPoints CurvedArrow Brace BraceBetweenPoints
    move_to shift next_to set_points_as_corners set_points_smoothly add_line_to rotate about_point
    put_start_and_end_on Circle to_corner to_edge""".split()  # noqa: SIM905  # a table of names reads best as text
)
_SHAPES = (
    r"broadcast|inhomogeneous|shape|array element with a sequence|index 2 is out of bounds|not enough values|dimension|"
    r"c2p|coords_to_point|can't multiply sequence|unsupported operand type\(s\) for .*'(?:tuple|list)'|"
    r"must be real number, not (?:tuple|list)|missing 1 required positional argument: 'y'"
)
_PLANE = frozenset({"c2p", "coords_to_point"})
_CURVES = frozenset({"set_points_smoothly", "set_points_as_corners"})


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for arrays of the wrong shape."""
    if not case.says(_SHAPES):
        return
    yield Mend("point.spread", "gave the coordinates of a point one by one", case.at_fault((cst.Call, _spread)))
    yield Mend("point.rows", "a curve takes one point a row", case.at_fault((cst.Call, _rows)))
    why = "points have three coordinates: added a zero"
    pairs = ((cst.List, _padded), (cst.Tuple, _padded))
    yield Mend("point.random", why, case.at_fault((cst.Call, _random)))
    yield Mend("point.here", why, case.at_fault(*pairs))
    yield Mend("point.function", why, case.at_fault((cst.Lambda, _returned)))
    yield Mend("point.arrays", why, case.edited((cst.Call, _array)))
    yield Mend("point.taken", why, case.at_fault((cst.Call, _taken)))
    yield Mend("point.everywhere", why, case.edited(*pairs))


def _padded(node: cst.List | cst.Tuple, place: Place) -> cst.BaseExpression:
    """`[x, y]` → `[x, y, 0]`, where it can be a point."""
    if len(node.elements) != 2 or any(
        isinstance(e, cst.StarredElement) or _is_no_number(e.value) for e in node.elements
    ):
        return node
    if _is_no_point(place):
        return node
    comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    last = node.elements[1]
    last = last if isinstance(last.comma, cst.Comma) else last.with_changes(comma=comma)
    return node.with_changes(elements=[node.elements[0], last, cst.Element(cst.Integer("0"))])


def _is_no_number(value: cst.BaseExpression) -> bool:
    if isinstance(value, (cst.SimpleString, cst.FormattedString, cst.List, cst.Tuple, cst.Lambda)):
        return True
    return isinstance(value, cst.Name) and value.value.isupper() and value.value not in ("PI", "TAU")


def _is_no_point(place: Place) -> bool:
    """A range, a target of an assignment, the parts of a loop, arguments of `c2p`."""
    for number, node in enumerate(reversed(place.stack)):
        if isinstance(node, cst.Arg) and node.keyword and node.keyword.value in _NO_POINTS:
            return True
        if isinstance(node, (cst.AssignTarget, cst.CompFor)) and number < 3:
            return isinstance(node, cst.AssignTarget) or _in_target(node, place)
        if isinstance(node, cst.For):
            return place.original is node.target
        if isinstance(node, cst.Call):
            return method_of(node) in _PLANE or called(node) in (
                "zip",
                "range",
                "Axes",
                "NumberPlane",
                "Matrix",
                "Graph",
            )
        if isinstance(node, cst.Subscript):
            return True
    return False


def _in_target(node: cst.CompFor, place: Place) -> bool:
    return place.original is node.target


def _returned(node: cst.Lambda, place: Place) -> cst.Lambda:
    """`lambda t: (x, y)` and `lambda t: np.array([x, y])`."""
    body = node.body
    if isinstance(body, (cst.Tuple, cst.List)) and len(body.elements) == 2:
        return node.with_changes(body=_padded(body, Place(place.sheet)))
    return node


def _array(call: cst.Call, place: Place) -> cst.Call:
    """`np.array([x, y])` everywhere in the file."""
    if (
        method_of(call) not in ("array", "asarray")
        or not call.args
        or not isinstance(call.args[0].value, (cst.List, cst.Tuple))
    ):
        return call
    inner = call.args[0].value
    new = _padded(inner, Place(place.sheet))
    if new is inner and all(isinstance(each.value, (cst.List, cst.Tuple)) for each in inner.elements):
        new = inner.with_changes(elements=[_padded_element(each, place) for each in inner.elements])
    return call.with_changes(args=[call.args[0].with_changes(value=new), *call.args[1:]])


def _padded_element(element: cst.BaseElement, place: Place) -> cst.BaseElement:
    value = element.value
    return (
        element.with_changes(value=_padded(value, Place(place.sheet)))
        if isinstance(value, (cst.List, cst.Tuple))
        else element
    )


def _taken(call: cst.Call, place: Place) -> cst.Call:
    """`Dot(p)` → `Dot([*p[:2], 0])` for names of points."""
    if (called(call) or method_of(call)) not in _TAKERS:
        return call
    return call.with_changes(args=[_flat(arg) for arg in call.args])


def _flat(arg: cst.Arg) -> cst.Arg:
    if arg.star or (arg.keyword and arg.keyword.value not in ("point", "start", "end", "about_point")):
        return arg
    source = cst.Module([]).code_for_node(arg.value)
    simple = isinstance(arg.value, (cst.Name, cst.Subscript, cst.Attribute))
    if not simple or re.fullmatch(r"[A-Z_]+", source):
        return arg
    return arg.with_changes(value=expression(f"[*{source}[:2], 0]"))


def _random(call: cst.Call, place: Place) -> cst.Call:
    """`np.random.uniform(-1, 1, 2)` → `np.append(np.random.uniform(-1, 1, 2), 0)`."""
    source = cst.Module([]).code_for_node(call)
    if not re.match(r"(?:np|numpy)\.random\.\w+\(", source) or not re.search(r"(?:\(|,\s*|size=\(?)2,?\)+$", source):
        return call
    return cst.Call(expression("np.append"), [cst.Arg(call), cst.Arg(cst.Integer("0"))])


def _rows(call: cst.Call, place: Place) -> cst.Call:
    """`set_points_smoothly(axes.c2p(xs, ys))`: manim gives back one coordinate a row there."""
    if method_of(call) not in _CURVES or len(call.args) != 1:
        return call
    inner = call.args[0].value
    if not isinstance(inner, cst.Call) or method_of(inner) not in _PLANE:
        return call
    if len(inner.args) == 1 and inner.args[0].star == "*":  # `c2p(*points.T)`
        rows = inner.args[0].value
        if isinstance(rows, cst.Attribute) and rows.attr.value == "T":
            inner = with_args(inner, [cst.Arg(rows.value)])
            return call.with_changes(args=[cst.Arg(inner)])
    return call.with_changes(args=[cst.Arg(cst.Attribute(inner, cst.Name("T")))])


def _spread(call: cst.Call, place: Place) -> cst.Call:
    """`axes.c2p((1, 2))` → `axes.c2p(1, 2)`."""
    if method_of(call) not in _PLANE or len(call.args) != 1 or call.args[0].star:
        return call
    return call.with_changes(args=[call.args[0].with_changes(star="*")])
