"""Functions and methods that the code calls and nobody wrote: simple ones are written, bare calls are left out."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.methods import METHODS
from agent.repair.families.placing import after_imports
from agent.repair.mend import Mend
from convert.facts import manim
from convert.passes.syntax import expression, is_self, method_of
from convert.passes.walk import Place

_WORDS = "next((word for word in words if isinstance(word, str)), {name!r})"


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for a function or method that is called and was never written."""
    if case.tree is None:
        return
    if found := case.says(r"name '([a-z_]\w*)' is not defined"):
        yield from _function(case, found[1])
    found = case.says(r"'(\w+)' object has no attribute '(\w+)'")
    if found and found[1] in case.sheet.classes and not _manims(found[2], case):
        yield from _method(case, found[2])


def _manims(name: str, case: Case) -> bool:
    return name in ("camera", "frame") or (manim.has_method(name) and f"self.{name}" in case.code)


def _function(case: Case, name: str) -> Iterator[Mend]:
    """A helper that was never written: a text of the words that it is given."""
    assert case.tree is not None
    calls = [node for node in ast.walk(case.tree) if isinstance(node, ast.Call) and _is_name(node.func, name)]
    if not calls:
        return
    if re.search(rf"^\s*{name}\(.*\)\s*$", case.text()):
        yield Mend("undefined.call", f"left out the call of `{name}`, which nobody wrote", _without_call(case, name))
    made = _made(case, name, rf"\b{name}")
    text = f"\ndef {name}(*words, **kwargs):\n    return {made}\n"
    yield Mend(
        "undefined.function",
        f"wrote a simple `{name}`, which was called but not there",
        after_imports(case.code, case.tree, text),
    )


def _made(case: Case, name: str, called: str) -> str:
    """A text of the words; an animation of it where the call, which this pattern finds, is played."""
    shown = f"Text(str({_WORDS.format(name=_spoken(name))}), font_size=36)"
    return f"FadeIn({shown})" if re.search(rf"play\([^\n]*{called}\(", case.code) else shown


def _spoken(name: str) -> str:
    return re.sub(r"^(?:create|make|get|build|draw|show)_", "", name).replace("_", " ")


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _method(case: Case, name: str) -> Iterator[Mend]:
    """A method of the scene: one spelt almost so, else bare calls are left out, else a simple one is written."""
    if name in METHODS:  # another family knows it
        return
    for near in _near(case, name):
        yield Mend("undefined.near", f"`self.{name}` is called `{near}` in manim", _renamed(case, name, near))
    yield Mend(
        "undefined.method_call", f"left out the call of `self.{name}`, which nobody wrote", _without_call(case, name)
    )
    assert case.tree is not None
    if re.search(rf"self\.{name}\(", case.code):
        yield Mend(
            "undefined.method", f"wrote a simple `{name}`, which was called but not there", _with_method(case, name)
        )
    elif near := _own_near(case, name):
        yield Mend("undefined.attribute", f"`self.{name}` is `self.{near}`", _renamed(case, name, near))


def _near(case: Case, name: str) -> list[str]:
    """Methods of the file's scene class in manim that look like it."""
    bases = {base for own in case.sheet.classes.values() for base in own if base.endswith("Scene")}
    known = {method for base in bases for method in (case.table.attributes(base) if case.table else ())}
    longer = [method for method in known if method.startswith(f"{name}_")]
    return list(dict.fromkeys([*longer, *difflib.get_close_matches(name, known, n=1, cutoff=0.8)]))


def _without_call(case: Case, name: str) -> str:
    """Without the statements that are nothing but a call of it."""

    def rule(line: cst.SimpleStatementLine, place: Place) -> cst.BaseStatement | cst.RemovalSentinel:
        match line.body:
            case [cst.Expr(value=cst.Call(func=cst.Name(value=called)))] if called == name:
                return cst.RemoveFromParent()  # type: ignore[return-value]
            case [cst.Expr(value=cst.Call(func=cst.Attribute(value=owner)) as call)] if (
                is_self(owner) and method_of(call) == name
            ):
                return cst.RemoveFromParent()  # type: ignore[return-value]
            case _:
                return line

    return case.edited((cst.SimpleStatementLine, rule))


def _with_method(case: Case, name: str) -> str:
    """A method in the class of the scene, after `construct`'s class line."""
    assert case.tree is not None
    owner = next(
        (
            n
            for n in case.tree.body
            if isinstance(n, ast.ClassDef) and any(isinstance(f, ast.FunctionDef) for f in n.body)
        ),
        None,
    )
    if owner is None:
        return case.code
    lines = list(case.lines)
    pad = " " * owner.body[0].col_offset
    made = _made(case, name, rf"self\.{name}")
    new = [f"{pad}def {name}(self, *words, **kwargs):", f"{pad}    return {made}", ""]
    lines[owner.body[0].lineno - 1 : owner.body[0].lineno - 1] = new
    return "\n".join(lines) + "\n"


def _own_near(case: Case, name: str) -> str:
    return next(iter(difflib.get_close_matches(name, case.sheet.assigned | case.sheet.methods, n=1, cutoff=0.75)), "")


def _renamed(case: Case, name: str, new: str) -> str:
    def rule(node: cst.Attribute, place: Place) -> cst.BaseExpression:
        return expression(f"self.{new}") if is_self(node.value) and node.attr.value == name else node

    return case.edited((cst.Attribute, rule))
