"""Keywords that a class or method does not take: called otherwise, moved to the method that does it, or left out."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.keywords import KEYWORDS, METHODS, SLANTED
from agent.repair.facts.values import is_color, is_number
from agent.repair.mend import Mend
from convert.facts import manim
from convert.facts.keywords import CLASS_KEYWORDS, METHOD_KEYWORDS
from convert.passes.syntax import method_of, named, rename_keyword, with_args
from convert.passes.walk import Place, Rule

_NEAR = 0.75
SMALLEST = 5
"""Points below which a size of letters is meant as a factor."""
_UNEXPECTED = r"([\w.<>]+)\(\) got an unexpected keyword argument '(\w+)'"


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for an unexpected keyword: with all others that manim refuses, in the failing call, in dicts."""
    found = case.says(_UNEXPECTED)
    if not found or case.tree is None:
        return
    key = found[2]
    for name, code in (
        ("keyword.mapped", case.edited((cst.Call, refused))),
        ("keyword.mapped_here", case.at_fault((cst.Call, _here(key, drop=False)))),
        ("keyword.mapped_everywhere", case.edited((cst.Call, _here(key, drop=False)))),
        ("keyword.in_dict", case.edited((cst.Dict, _in_dict(key, drop=False)))),
    ):
        said = "left it out" if _given(code) < _given(case.code) else "said it as manim does"
        yield Mend(name, f"`{key}` is no keyword there: {said}", code)


def _given(code: str) -> int:
    """How much is given: a keyword that is renamed, or becomes a call, still counts."""
    nodes = list(ast.walk(ast.parse(code)))
    keys = sum(len(node.keys) for node in nodes if isinstance(node, ast.Dict))
    return keys + sum(isinstance(node, ast.keyword | ast.Call | ast.Starred) for node in nodes)


def last(case: Case) -> Iterator[Mend]:
    """The keyword left out, where nobody knows what it means."""
    found = case.says(_UNEXPECTED)
    if not found or case.tree is None:
        return
    key, why = found[2], f"`{found[2]}` is no keyword there: left it out"
    yield Mend("keyword.dropped", why, case.at_fault((cst.Call, _here(key, drop=True))))
    yield Mend("keyword.dict_dropped", why, case.edited((cst.Dict, _in_dict(key, drop=True))))
    yield Mend("keyword.dropped_everywhere", why, case.edited((cst.Call, _here(key, drop=True))))


def refused(call: cst.Call, place: Place) -> cst.Call:
    """All keywords of a manim class that it certainly refuses."""
    name = _class_of(call)
    accepted = manim.keywords(name)
    if accepted is None or place.sheet.own(name):
        return call
    for arg in [arg for arg in call.args if arg.keyword and arg.keyword.value not in accepted]:
        assert arg.keyword is not None
        call = _mended(call, arg, name, accepted)
    return call


def _here(key: str, *, drop: bool) -> Rule:
    """A rule for one keyword, whoever is called."""

    def rule(call: cst.Call, place: Place) -> cst.Call:
        arg = next((arg for arg in call.args if arg.keyword and arg.keyword.value == key), None)
        name = _class_of(call)
        accepted = manim.keywords(name)
        if arg is None or (accepted is not None and key in accepted):
            return call
        if drop:
            return with_args(call, [each for each in call.args if each is not arg])
        if method := method_of(call):
            return _mended_method(call, arg, method)
        return _mended(call, arg, name, accepted or frozenset())

    return rule


def _class_of(call: cst.Call) -> str:
    """The class that a call makes: `Circle(…)`, `mn.Circle(…)`."""
    name = call.func
    if (
        isinstance(name, cst.Attribute)
        and isinstance(name.value, cst.Name)
        and name.value.value in ("manim", "mn", "m")
    ):
        name = name.attr
    return name.value if isinstance(name, cst.Name) else ""


def meant(name: str, key: str, accepted: frozenset[str]) -> str | None:
    """What a keyword of a class means, as in the table; None if nothing is known of it."""
    for base in (*(manim.bases(name) or (name,)), "*"):
        for table in (KEYWORDS, CLASS_KEYWORDS):
            new = table.get((base, key))
            if new is not None and (not new.isidentifier() or new in accepted or not accepted):
                return new
    near = difflib.get_close_matches(key, accepted, n=1, cutoff=_NEAR)
    return near[0] if near else None


def _mended(call: cst.Call, arg: cst.Arg, name: str, accepted: frozenset[str]) -> cst.Call:
    assert arg.keyword is not None
    key = arg.keyword.value
    rest = [each for each in call.args if each is not arg]
    if key in SLANTED:
        new, value = SLANTED[key]
        on = isinstance(arg.value, cst.Name) and arg.value.value == "True"
        return with_args(call, [*rest, named(new, cst.Name(value))] if on else rest)
    said = meant(name, key, accepted)
    if said is None:
        return call
    new = _by_value(said, arg.value)
    taken = {each.keyword.value for each in rest if each.keyword}
    if not new or new in taken or (new[0] == "." and "Animation" in manim.bases(name)):
        return with_args(call, rest)
    if new == "*":
        return with_args(call, [cst.Arg(arg.value, star="*"), *rest])
    if new[0] == ".":
        return cst.Call(cst.Attribute(with_args(call, rest), cst.Name(new[1:])), [cst.Arg(arg.value)])
    return with_args(call, [rename_keyword(each, new) if each is arg else each for each in call.args])


def _by_value(new: str, value: cst.BaseExpression) -> str:
    """A colour is no width, a number no colour and no place."""
    if new in ("fill_color", "stroke_color") and isinstance(value, (cst.Integer, cst.Float)):
        return {"fill_color": "fill_opacity", "stroke_color": "stroke_width"}[new]
    if (
        new in ("fill_color", "stroke_color")
        and isinstance(value, cst.Name)
        and value.value in ("True", "False", "None")
    ):
        return ""
    if new in (".shift", ".move_to", ".to_edge", ".to_corner") and is_number(value):
        return ""
    if new == "stroke_width" and is_color(value):
        return "stroke_color"
    if new == "font_size" and isinstance(value, (cst.Integer, cst.Float)) and value.evaluated_value < SMALLEST:
        return ".scale"
    return new


def _mended_method(call: cst.Call, arg: cst.Arg, method: str) -> cst.Call:
    assert arg.keyword is not None
    key = arg.keyword.value
    new = METHODS.get((method, key))
    if new is None:
        new = METHOD_KEYWORDS.get((method, key))
    accepted = manim.method_keywords(method) or frozenset()
    if new is None:
        general = KEYWORDS.get(("*", key), "")
        near = difflib.get_close_matches(key, accepted, n=1, cutoff=_NEAR)
        fits = general in accepted or (not accepted and general.isidentifier())
        if not fits and not near:
            return call
        new = general if fits else near[0]
    if not new:
        return with_args(call, [each for each in call.args if each is not arg])
    return with_args(call, [rename_keyword(each, new) if each is arg else each for each in call.args])


def _in_dict(key: str, *, drop: bool) -> Rule:
    """The keyword as a key of a dict that is handed on, such as `axis_config={…}`."""

    def rule(node: cst.Dict, place: Place) -> cst.Dict:
        elements: list[cst.BaseDictElement] = []
        for element in node.elements:
            text = _key(element)
            if text != key or not isinstance(element, cst.DictElement):
                elements.append(element)
                continue
            new = "" if drop else KEYWORDS.get(("*", key), "") or KEYWORDS.get(("NumberLine", key), "")
            if new.isidentifier():
                elements.append(element.with_changes(key=cst.SimpleString(f'"{new}"')))
        return (
            node if len(elements) == len(node.elements) and elements == list(node.elements) else _tidy(node, elements)
        )

    return rule


def _tidy(node: cst.Dict, elements: list[cst.BaseDictElement]) -> cst.Dict:
    if elements and not isinstance(node.elements[-1].comma, cst.Comma):
        elements = [*elements[:-1], elements[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)]
    return node.with_changes(elements=elements)


def _key(element: cst.BaseDictElement) -> str:
    if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString):
        return str(ast.literal_eval(element.key.value))
    return ""
