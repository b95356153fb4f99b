"""Names that nothing defines: forgotten imports, other names of the same thing, colours, slips of spelling."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.colors import color
from agent.repair.facts.names import ANIMATION_WORDS, NAMES, STAND_INS, WITH_KEYWORD
from agent.repair.families.placing import after_imports, with_import, with_names
from agent.repair.mend import Mend
from convert.facts import manim
from convert.facts.names import MODULES, RENAMES
from convert.passes.imports import free_names
from convert.passes.syntax import called, expression, keyword, named, with_args
from convert.passes.walk import Place

_NEAR = 0.8
_UNDEFINED = (
    r"(?:name|variable) '(\w+)' (?:is not defined|where it is not)|cannot import name '(\w+)' from 'manim'|"
    r"module 'manim' has no attribute '(\w+)'"
)


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for an undefined name, the surest first."""
    found = case.says(_UNDEFINED)
    if not found or case.tree is None:
        return
    name = next(part for part in found.groups() if part)
    yield from _forgotten(case, name)
    yield from _elsewhere_in_file(case, name)
    yield from _called_otherwise(case, name)
    yield from _colored(case, name)
    yield from _misspelt(case, name)
    yield from _like_animation(case, name)


def _forgotten(case: Case, name: str) -> Iterator[Mend]:
    """All that the file reads and forgot to import, at once."""
    assert case.tree is not None
    free = free_names(case.tree) | {name}
    if name in manim.exported():
        yield Mend(
            "name.imported",
            f"imported `{name}` and what else the file uses of manim",
            with_names(case.code, case.tree, free),
        )
    if name in MODULES:
        yield Mend("name.module", f"added the import of `{name}`", with_import(case.code, case.tree, MODULES[name]))
    if name in _functions_of("math"):
        yield Mend("name.math", f"took `{name}` from numpy", renamed(case, {name: f"np.{name}"}))


def _functions_of(module: str) -> frozenset[str]:
    import importlib

    return frozenset(vars(importlib.import_module(module)))


def _elsewhere_in_file(case: Case, name: str) -> Iterator[Mend]:
    """`axes` for `self.axes`, `play(…)` for `self.play(…)`, a local name of another method."""
    assert case.tree is not None
    if f"self.{name}" in case.code or (name in ("play", "wait", "add", "remove") and "self" in case.code):
        why = f"`{name}` belongs to the scene: `self.{name}`"
        yield Mend("name.self", why, renamed(case, {name: f"self.{name}"}))
    owner = _function_that_sets(case.tree, name)
    if owner:
        code = _shared(case, name, owner)
        yield Mend("name.shared", f"kept `{name}` of `{owner}` for the other methods as `self.{name}`", code)


def _function_that_sets(tree: ast.Module, name: str) -> str:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(arg.arg == "self" for arg in node.args.args):
            stores = (n for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
            if any(store.id == name for store in stores):
                return node.name
    return ""


def _shared(case: Case, name: str, owner: str) -> str:
    """The name as an attribute of the scene, in every method that has no such name of its own."""

    def rule(node: cst.Name, place: Place) -> cst.BaseExpression:
        function = place.enclosing(cst.FunctionDef)
        if node.value != name or function is None or not _is_loose(node, place):
            return node
        return expression(f"self.{name}")

    return case.edited((cst.Name, rule))


def _called_otherwise(case: Case, name: str) -> Iterator[Mend]:
    new = RENAMES.get(name) or NAMES.get(name, "")
    if _rate_function(name):
        new = f"rate_functions.{name}"
    if name in WITH_KEYWORD:
        kind, key, value = WITH_KEYWORD[name]
        yield Mend("name.keyword", f"`{name}` is `{kind}(…, {key}={value})` in manim", _with_keyword(case, name))
    if new:
        yield Mend("name.renamed", f"`{name}` is called `{new}` in manim", renamed(case, {name: new}))
    if name in STAND_INS:
        yield Mend("name.stand_in", f"wrote `{name}`, which manim does not have", _stood_in(case, STAND_INS[name]))


def _rate_function(name: str) -> bool:
    return bool(
        re.match(r"ease_(?:in|out|in_out)_(?:sine|quad|cubic|quart|quint|expo|circ|back|elastic|bounce)$", name)
    )


def _stood_in(case: Case, text: str) -> str:
    assert case.tree is not None
    return after_imports(case.code, case.tree, f"\n{text}\n")


def _with_keyword(case: Case, name: str) -> str:
    kind, key, value = WITH_KEYWORD[name]

    def rule(call: cst.Call, place: Place) -> cst.Call:
        if called(call) != name:
            return call
        kept = [arg for arg in call.args if not arg.keyword or arg.keyword.value not in ("direction", "shift")]
        new = call.with_changes(func=cst.Name(kind))
        return with_args(new, [*kept[:1], *([] if keyword(call, key) else [named(key, expression(value))]), *kept[1:]])

    return _imported(case, renamed_code(case.edited((cst.Call, rule)), name, kind), {kind, value})


def _colored(case: Case, name: str) -> Iterator[Mend]:
    """All colours that the file reads and manim lacks, defined after the imports."""
    assert case.tree is not None
    if not color(name):
        return
    lines = [
        f"{each} = {_value(color(each))}"
        for each in sorted(free_names(case.tree) | {name})
        if each.isupper() and each not in manim.exported() and color(each)
    ]
    code = after_imports(case.code, case.tree, "\n".join(["", *lines]))
    code = re.sub(rf"(from manim import [^\n]*?)(?:, {name}\b|\b{name}, )", r"\1", code)
    used = {"ManimColor", *(color(each) for each in free_names(case.tree))}
    yield Mend("color.defined", f"`{name}` is no colour of manim: gave it one", _imported(case, code, used))


def _value(found: str) -> str:
    return f'ManimColor("{found}")' if found.startswith("#") else found


def _misspelt(case: Case, name: str) -> Iterator[Mend]:
    """The nearest name of the file itself, then of manim."""
    own = [each for each in case.sheet.bound if each != name and not each.startswith("_")]
    longer = [each for each in own if each.startswith(f"{name}_") or name.startswith(f"{each}_")]
    for known, whose in ((own, "the file"), (_of_kind(name), "manim")):
        close = difflib.get_close_matches(name, known, n=2, cutoff=_NEAR)
        for near in dict.fromkeys([*close, *(longer if known is own else ())]):
            yield Mend("name.misspelt", f"`{name}` is spelt `{near}` in {whose}", renamed(case, {name: near}))


def _of_kind(name: str) -> list[str]:
    """Names of manim spelt in the same way: CONSTANT, Class or function."""
    return [
        each
        for each in manim.exported()
        if each.isupper() == name.isupper() and each[:1].isupper() == name[:1].isupper()
    ]


def _like_animation(case: Case, name: str) -> Iterator[Mend]:
    """An unknown animation becomes the one that its words come nearest to."""
    if not name[:1].isupper() or name.isupper() or not re.search(r"\bplay\(|Animation|Lagged|Succession", case.text()):
        return
    new = next((kind for word, kind in ANIMATION_WORDS if word in name), "Indicate")
    yield Mend("name.animation", f"there is no animation `{name}`: `{new}` stands for it", renamed(case, {name: new}))


def renamed(case: Case, names: dict[str, str]) -> str:
    """Loose names replaced everywhere, and what stands for them imported."""

    def rule(node: cst.Name, place: Place) -> cst.BaseExpression:
        new = names.get(node.value)
        return expression(new).with_changes(lpar=node.lpar, rpar=node.rpar) if new and _is_loose(node, place) else node

    def prefixed(node: cst.Attribute, place: Place) -> cst.BaseExpression:
        new = names.get(node.attr.value, "")
        if isinstance(node.value, cst.Name) and node.value.value in ("manim", "mn", "m") and new.isidentifier():
            return node.with_changes(attr=cst.Name(new))
        return node

    code = case.edited((cst.Name, rule), (cst.Attribute, prefixed))
    for old, new in names.items():
        code = renamed_code(code, old, new)
    return _imported(case, code, {new.split(".")[0] for new in names.values()})


def renamed_code(code: str, old: str, new: str) -> str:
    """The same in `from manim import …`, which the passes leave alone."""
    line = re.search(r"^from manim import [^*\n(]+$", code, re.M)
    if not line or not re.search(rf"\b{old}\b", line[0]) or not new.isidentifier():
        return code
    names = dict.fromkeys(re.sub(rf"\b{old}\b", new, line[0].removeprefix("from manim import ")).split(", "))
    return code[: line.start()] + f"from manim import {', '.join(names)}" + code[line.end() :]


def _imported(case: Case, code: str, names: set[str]) -> str:
    if code == case.code:
        return code
    return with_names(code, ast.parse(code), names)


def _is_loose(name: cst.Name, place: Place) -> bool:
    """Not the name of an attribute, a keyword, a parameter or a definition."""
    match place.parent:
        case cst.Attribute(attr=attr):
            return attr is not place.original
        case cst.Arg(keyword=key):
            return key is not place.original
        case cst.Param(name=own) | cst.ClassDef(name=own) | cst.FunctionDef(name=own):
            return own is not place.original
        case _:
            return True
