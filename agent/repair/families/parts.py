"""Parts that are not there: indices beyond the end of a formula, a group or a table."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case, as_ast
from agent.repair.mend import Mend
from convert.passes.syntax import expression, method_of
from convert.passes.walk import Place, Rule


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for an index out of range; only in failing statements."""
    if not case.says("IndexError|index out of range|out of bounds"):
        return
    yield Mend(
        "part.glyph",
        "counted in the glyphs of a formula that has one part",
        case.at_fault((cst.Subscript, _glyph(case))),
    )
    yield Mend("part.around", "an index beyond the end begins again", case.at_fault((cst.Subscript, _around)))
    yield Mend("part.last", "an index beyond the end means the last part", case.at_fault((cst.Subscript, _last)))
    yield Mend(
        "part.glyph_last",
        "an index beyond the end means the last glyph",
        case.at_fault((cst.Subscript, _glyph_last(case))),
    )
    yield Mend("part.cell", "a cell beyond the table means the first", case.at_fault((cst.Call, _cell)))


def _index(node: cst.Subscript) -> cst.BaseExpression | None:
    match node.slice:
        case [cst.SubscriptElement(slice=cst.Index(value=value))]:
            return value
        case _:
            return None


def _with(node: cst.Subscript, value: cst.BaseExpression) -> cst.Subscript:
    return node.with_changes(slice=[cst.SubscriptElement(cst.Index(value))])


def _is_plain(node: cst.Subscript) -> bool:
    return isinstance(node.value, (cst.Name, cst.Attribute)) and _index(node) is not None


def _glyph(case: Case) -> Rule:
    def rule(node: cst.Subscript, place: Place) -> cst.BaseExpression:
        if not _is_plain(node) or not case.scope or case.scope.class_of(as_ast(node.value)) not in ("MathTex", "Tex"):
            return node
        return node.with_changes(value=cst.Subscript(node.value, [cst.SubscriptElement(cst.Index(cst.Integer("0")))]))

    return rule


def _glyph_last(case: Case) -> Rule:
    glyph = _glyph(case)

    def rule(node: cst.Subscript, place: Place) -> cst.BaseExpression:
        new = glyph(node, place)
        return _with(new, expression("-1")) if isinstance(new, cst.Subscript) and new is not node else node

    return rule


def _around(node: cst.Subscript, place: Place) -> cst.Subscript:
    """`xs[i]` → `xs[i % len(xs)]` for an index that is computed."""
    index = _index(node)
    if index is None or isinstance(index, (cst.Integer, cst.UnaryOperation, cst.SimpleString)):
        return node
    owner, inner = (cst.Module([]).code_for_node(each) for each in (node.value, index))
    inner = f"({inner})" if isinstance(index, cst.BinaryOperation) else inner
    return _with(node, expression(f"{inner} % len({owner})"))


def _last(node: cst.Subscript, place: Place) -> cst.Subscript:
    index = _index(node)
    return _with(node, expression("-1")) if isinstance(index, cst.Integer) and index.value != "0" else node


def _cell(call: cst.Call, place: Place) -> cst.Call:
    if (
        method_of(call)
        not in ("get_cell", "get_entries", "add_highlighted_cell", "get_highlighted_cell", "get_entries_without_labels")
        or not call.args
    ):
        return call
    return call.with_changes(args=[call.args[0].with_changes(value=expression("(1, 1)")), *call.args[1:]])
