"""Texts that are given something else than text, markup that does not parse, colours as words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.colors import color
from agent.repair.mend import Mend
from convert.passes.syntax import called, expression
from convert.passes.walk import Place

_TEXTS = frozenset(
    {"Text", "MathTex", "Tex", "Paragraph", "MarkupText", "Title", "SingleStringMathTex", "Table", "MathTable"}
)

_NO_TEXT = (
    r"object has no attribute '(?:find|replace|strip|split|count|startswith)'|expected str|must be str|"
    r"decoding to str|expected string|str instance|only concatenate str"
)


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for wrong contents of texts."""
    if case.error.kind != "runtime":
        return
    if case.says(_NO_TEXT):
        why = "texts are made of text: put `str(…)` around a value"
        yield Mend("string.sum", why, case.at_fault((cst.BinaryOperation, _added)))
        yield Mend("string.text", why, case.at_fault((cst.Call, _as_text)))
        yield Mend("string.cells", "the cells of a table are text", case.at_fault((cst.Call, _cells)))
    if case.says("(?i)markup|entity|Element|Pango"):
        yield Mend("string.markup", "escaped what markup means otherwise", case.edited((cst.Call, _escaped)))
        yield Mend("string.no_markup", "wrote broken markup as plain text", case.at_fault((cst.Call, _without_markup)))
    if found := case.says(
        r"[Cc]olou?r (?:name )?'?(\w+)'? (?:not found|is not|does not)|Color (\w+) not found|invalid color"
    ):
        yield Mend(
            "string.color", f"`{found[0]}`: gave the colour by its number", case.edited((cst.SimpleString, _colored))
        )


def _as_text(call: cst.Call, place: Place) -> cst.Call:
    """`Text(5)` → `Text(str(5))`, unless it is text already."""
    if called(call) not in _TEXTS - {"Table", "MathTable"}:
        return call
    args = [
        arg if arg.keyword or arg.star or _is_text(arg.value) else arg.with_changes(value=_str(arg.value))
        for arg in call.args
    ]
    return call.with_changes(args=args)


def _is_text(value: cst.BaseExpression) -> bool:
    return isinstance(value, (cst.SimpleString, cst.ConcatenatedString, cst.FormattedString)) or called(value) == "str"


def _str(value: cst.BaseExpression) -> cst.BaseExpression:
    return cst.Call(cst.Name("str"), [cst.Arg(value)])


def _added(node: cst.BinaryOperation, place: Place) -> cst.BinaryOperation:
    """`"n = " + n` → `"n = " + str(n)`."""
    if not isinstance(node.operator, cst.Add):
        return node
    if _ends_in_text(node.left) and not _is_text(node.right):
        return node.with_changes(right=_str(node.right))
    if _is_text(node.right) and not _ends_in_text(node.left):
        return node.with_changes(left=_str(node.left))
    return node


def _ends_in_text(value: cst.BaseExpression) -> bool:
    if isinstance(value, cst.BinaryOperation):
        return _ends_in_text(value.left) or _is_text(value.right)
    return _is_text(value)


def _cells(call: cst.Call, place: Place) -> cst.Call:
    """Rows and labels of a table as text."""
    if called(call) not in ("Table", "MathTable") or not call.args:
        return call
    args: list[cst.Arg] = []
    for arg in call.args:
        if not arg.keyword and arg is call.args[0] and not isinstance(arg.value, cst.ListComp):
            source = cst.Module([]).code_for_node(arg.value)
            args.append(arg.with_changes(value=expression(f"[[str(cell) for cell in row] for row in {source}]")))
        elif arg.keyword and arg.keyword.value in ("row_labels", "col_labels") and isinstance(arg.value, cst.List):
            args.append(
                arg.with_changes(value=arg.value.with_changes(elements=[_label(each) for each in arg.value.elements]))
            )
        else:
            args.append(arg)
    return call.with_changes(args=args)


def _label(element: cst.BaseElement) -> cst.BaseElement:
    return (
        element.with_changes(value=cst.Call(cst.Name("Text"), [cst.Arg(element.value)]))
        if _is_text(element.value)
        else element
    )


def _escaped(call: cst.Call, place: Place) -> cst.Call:
    if called(call) != "MarkupText" or not call.args or not isinstance(call.args[0].value, cst.SimpleString):
        return call
    value = call.args[0].value
    text = re.sub(r"&(?!(?:amp|lt|gt|quot|apos|#\d+);)", "&amp;", value.value)
    text = re.sub(r"<(?=[\s\d=])", "&lt;", text)
    text = re.sub(r"<color=['\"]?([\w#]+)['\"]?>(.*?)</color>", r"<span foreground='\1'>\2</span>", text)
    return call.with_changes(args=[call.args[0].with_changes(value=value.with_changes(value=text)), *call.args[1:]])


def _without_markup(call: cst.Call, place: Place) -> cst.Call:
    if called(call) != "MarkupText" or not call.args or not isinstance(call.args[0].value, cst.SimpleString):
        return call
    text = (
        re.sub(r"</?\w[^<>]*>", "", str(call.args[0].value.evaluated_value)).replace("&amp;", "&").replace("&lt;", "<")
    )
    first = call.args[0].with_changes(value=cst.SimpleString(repr(text)))
    return call.with_changes(func=cst.Name("Text"), args=[first, *call.args[1:]])


def _colored(node: cst.SimpleString, place: Place) -> cst.BaseExpression:
    """`"lightblue"` as a colour → its number; colours of manim keep their name."""
    text = node.evaluated_value
    if (
        not isinstance(text, str)
        or not isinstance(place.parent, cst.Arg | cst.Element | cst.DictElement)
        or not text.replace("_", "").isalpha()
    ):
        return node
    found = color(text.upper().replace(" ", "_"))
    return cst.SimpleString(f'"{found}"') if found.startswith("#") else cst.Name(found) if found else node
