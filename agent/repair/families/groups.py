"""Groups of what they cannot hold: images, words, lists, points, animations; lists used as groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import called
from convert.passes.walk import Place, Rule


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for what a group is given."""
    if found := case.says(r"'list' object has no attribute '(\w+)'|'(?:list|tuple)' and|Only values of type .* list"):
        yield Mend(
            "group.list",
            "a list of mobjects that is moved or coloured as one is a `VGroup`",
            _listed(case, found[1] or ""),
        )
    found = case.says(r"Only values of type V?Mobject can be added.*is of type (\w+)")
    if not found:
        return
    kind = found[1]
    if kind in ("list", "tuple", "generator"):
        yield Mend("group.spread", "put the members of a list into the group", case.at_fault((cst.Call, _spread)))
    if kind == "str":
        yield Mend("group.texts", "made texts of the words in a group", case.at_fault((cst.Call, _texts)))
    if kind in ("ndarray", "int64", "float64", "float", "int"):
        yield Mend("group.dots", "made dots of the points in a group", case.at_fault((cst.Call, _dots)))
    if kind == "NoneType":
        yield Mend("group.nothing", "left out what is nothing", case.at_fault((cst.Call, _without_none)))
    yield Mend(
        "group.animations",
        "animations are put together by `AnimationGroup`",
        case.at_fault((cst.Call, _renamed("VGroup", "AnimationGroup"))) if _moves(kind) else case.code,
    )
    yield Mend(
        "group.any", "a `Group` takes every kind of mobject", case.at_fault((cst.Call, _renamed("VGroup", "Group")))
    )
    yield Mend(
        "group.any_everywhere",
        "a `Group` takes every kind of mobject",
        case.edited((cst.Call, _renamed("VGroup", "Group"))),
    )


def _moves(kind: str) -> bool:
    from convert.facts import manim

    return "Animation" in manim.bases(kind) or kind == "_AnimationBuilder"


def _renamed(old: str, new: str) -> Rule:
    def rule(call: cst.Call, place: Place) -> cst.Call:
        return call.with_changes(func=cst.Name(new)) if called(call) == old else call

    return rule


def _is_group(call: cst.Call) -> bool:
    return called(call) in ("VGroup", "Group", "FadeIn", "FadeOut") or (
        isinstance(call.func, cst.Attribute) and call.func.attr.value == "add"
    )


def _spread(call: cst.Call, place: Place) -> cst.Call:
    """`VGroup(*rows)` of lists → `VGroup(*[VGroup(*row) for row in rows])`."""
    if not _is_group(call) or not call.args:
        return call
    args: list[cst.Arg] = []
    for arg in call.args:
        source = cst.Module([]).code_for_node(arg.value)
        if arg.star == "*":
            args.append(arg.with_changes(value=cst.parse_expression(f"[VGroup(*row) for row in {source}]")))
        elif isinstance(arg.value, cst.GeneratorExp):  # it may stand alone without brackets, not behind a star
            args.append(arg.with_changes(star="*", value=cst.ListComp(arg.value.elt, arg.value.for_in)))
        elif not arg.keyword and isinstance(arg.value, (cst.List, cst.ListComp, cst.Name, cst.Tuple)):
            args.append(arg.with_changes(star="*"))
        else:
            args.append(arg)
    return call.with_changes(args=args)


def _texts(call: cst.Call, place: Place) -> cst.Call:
    return _each(call, "Text", (cst.SimpleString, cst.FormattedString)) if _is_group(call) else call


def _dots(call: cst.Call, place: Place) -> cst.Call:
    return (
        _each(call, "Dot", (cst.Call, cst.Name, cst.List, cst.Tuple, cst.BinaryOperation)) if _is_group(call) else call
    )


def _each(call: cst.Call, maker: str, kinds: tuple[type, ...]) -> cst.Call:
    args: list[cst.Arg] = []
    for arg in call.args:
        if arg.star == "*":
            source = cst.Module([]).code_for_node(arg.value)
            args.append(arg.with_changes(value=cst.parse_expression(f"[{maker}(each) for each in {source}]")))
        elif not arg.keyword and isinstance(arg.value, kinds):
            args.append(arg.with_changes(value=cst.Call(cst.Name(maker), [cst.Arg(arg.value)])))
        else:
            args.append(arg)
    return call.with_changes(args=args)


def _without_none(call: cst.Call, place: Place) -> cst.Call:
    kept = [arg for arg in call.args if not (isinstance(arg.value, cst.Name) and arg.value.value == "None")]
    return call.with_changes(args=kept) if _is_group(call) and kept else call


def _listed(case: Case, attribute: str) -> str:
    """`row = [Square(), …]` → `row = VGroup(*[Square(), …])` for the lists in the failing statement."""
    names = set(
        re.findall(rf"\b(\w+)\.{attribute}\b", case.text()) if attribute else re.findall(r"\b(\w+)\b", case.text())
    )

    def rule(node: cst.Assign, place: Place) -> cst.Assign:
        match node.targets:
            case [cst.AssignTarget(target=cst.Name(value=name))] if name in names:
                pass
            case _:
                return node
        if not isinstance(node.value, (cst.List, cst.ListComp)) or (
            isinstance(node.value, cst.List) and not node.value.elements and "append" in case.code
        ):
            return node
        return node.with_changes(value=cst.Call(cst.Name("VGroup"), [cst.Arg(node.value, star="*")]))

    return case.edited((cst.Assign, rule))
