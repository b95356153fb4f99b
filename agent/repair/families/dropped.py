"""The last resort: what cannot be mended is left out, if something can go on without it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.families.attributes import missing
from agent.repair.mend import Mend
from convert.passes.python2 import parses
from convert.passes.syntax import is_self, method_of, with_args
from convert.passes.walk import Place, Rule


def mends(case: Case) -> Iterator[Mend]:
    """The failing statement left out; of a `play` of several animations, one of them."""
    if case.tree is None or case.error.kind in ("syntax", "policy", "no_scene", "timeout"):
        return
    yield from _calls(case)
    for place in range(_played(case)):
        why = "left out one of several animations, which cannot be played"
        yield Mend("dropped.animation", why, _without_one(case, place), resort=True)
    for span in case.spans:
        text = "\n".join(case.lines[span[0] - 1 : span[1]]).strip()
        if _is_call(text):
            short = text if len(text) < 60 else f"{text[:57]}..."
            yield Mend(
                "dropped.statement", f"left out `{short}`, which cannot be done", _without(case, span), resort=True
            )


def _calls(case: Case) -> Iterator[Mend]:
    """A method that manim does not have is taken out of its chain."""
    for name in missing(case):
        code = case.at_fault((cst.Call, _without_method(name)))
        yield Mend("dropped.method", f"left out `.{name}`, which manim does not have", code, resort=True)


def _without_method(name: str) -> Rule:
    """`x.name(a)` → `x`; where that was to be animated, it is pointed at."""

    def rule(call: cst.Call, place: Place) -> cst.BaseExpression:
        if not isinstance(call.func, cst.Attribute) or call.func.attr.value != name:
            return call
        owner = call.func.value
        if isinstance(owner, cst.Attribute) and owner.attr.value == "animate":
            return cst.Call(cst.Name("Indicate"), [cst.Arg(owner.value)])
        return owner

    return rule


def _is_call(text: str) -> bool:
    """A bare call that plays nothing, or a setting."""
    try:
        body = ast.parse(text).body
    except SyntaxError:
        return False
    if len(body) != 1 or ".play(" in text or "super()" in text:
        return False
    return isinstance(body[0], ast.Expr) or (
        isinstance(body[0], ast.Assign) and isinstance(body[0].targets[0], ast.Attribute)
    )


def _without(case: Case, span: tuple[int, int]) -> str:
    lines = list(case.lines)
    first = lines[span[0] - 1]
    lines[span[0] - 1 : span[1]] = [first[: len(first) - len(first.lstrip())] + "pass"]
    alone = [line for n, line in enumerate(lines) if n != span[0] - 1]
    code = "\n".join(alone) + "\n"
    return code if parses(code) else "\n".join(lines) + "\n"


def _played(case: Case) -> int:
    """How many animations the failing `play` has; none if it has only one."""
    counts: list[int] = []

    def look(call: cst.Call, place: Place) -> cst.Call:
        if _is_play(call):
            counts.append(sum(1 for arg in call.args if not arg.keyword))
        return call

    case.at_fault((cst.Call, look))
    return max(counts, default=0) if max(counts, default=0) > 1 else 0


def _is_play(call: cst.Call) -> bool:
    return method_of(call) == "play" and isinstance(call.func, cst.Attribute) and is_self(call.func.value)


def _without_one(case: Case, number: int) -> str:
    def rule(call: cst.Call, place: Place) -> cst.Call:
        plain = [arg for arg in call.args if not arg.keyword]
        if not _is_play(call) or len(plain) < 2 or number >= len(plain):
            return call
        return with_args(call, [arg for arg in call.args if arg is not plain[number]])

    return case.at_fault((cst.Call, rule))
