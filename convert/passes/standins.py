"""A note for each picture, sound, creature … that something else stands in for."""

from __future__ import annotations

import libcst as cst

from convert.facts.standins import CALLS, METHODS, Row
from convert.passes.syntax import called, method_of
from convert.passes.walk import Place

_LONGEST = 60


def told(call: cst.Call, place: Place) -> cst.Call:
    """`ImageMobject("Einstein")`: the reader hears that it is a placeholder."""
    original = place.original
    assert isinstance(original, cst.Call)
    name = called(original)
    row = METHODS.get(method_of(original)) if not name else _row(name, place)
    if row and place.sheet.dialect != "ce":
        _tell(row, name, original, place)
    return call


def told_of_bases(node: cst.ClassDef, place: Place) -> cst.ClassDef:
    """`class Talk(TeacherStudentsScene)`."""
    assert isinstance(place.original, cst.ClassDef)
    for base in place.original.bases:
        name = base.value.value if isinstance(base.value, cst.Name) else ""
        row = _row(name, place)
        if row and place.sheet.dialect != "ce":
            _tell(row, name, None, place)
    return node


def opened(call: cst.Call, place: Place) -> cst.Call:
    """`Image.open(path)` of a picture, whose pixels the scene reads."""
    func = call.func
    if method_of(call) != "open" or place.sheet.dialect == "ce" or "gl_open_picture" not in place.sheet.offered:
        return call
    if not isinstance(func, cst.Attribute) or not isinstance(func.value, cst.Name) or func.value.value != "Image":
        return call
    _tell(("approximated", "image", "the picture {0} is a small one of our own"), "Image.open", call, place)
    return call.with_changes(func=cst.Name("gl_open_picture"))


def _row(name: str, place: Place) -> Row | None:
    """The row of a name, unless the module itself gives it a meaning."""
    return None if place.sheet.own(name) else CALLS.get(name)


def _tell(row: Row, name: str, call: cst.Call | None, place: Place) -> None:
    severity, code, text = row
    words = [_word(arg.value) for arg in call.args[:2] if not arg.star] if call else []
    words += ["…"] * (2 - len(words))
    place.note(severity, code, text.format(*words, name=name))


def _word(value: cst.BaseExpression) -> str:
    if isinstance(value, (cst.SimpleString, cst.ConcatenatedString)):
        return str(value.evaluated_value)[-_LONGEST:]
    code = cst.Module([]).code_for_node(value)
    return code if len(code) <= _LONGEST and "\n" not in code else "…"


RULES = {cst.Call: (told, opened), cst.ClassDef: (told_of_bases,)}
