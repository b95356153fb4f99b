"""Results of what gives nothing back: `play`, `append`, a helper without `return`, a part that was not found."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import called, is_self, keyword, method_of, named, with_args
from convert.passes.walk import Place, Rule

_IN_PLACE = frozenset({"append", "extend", "reverse", "sort", "insert", "shuffle"})


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for a None that is used."""
    if not case.says(r"None|object has no attribute"):
        return
    yield Mend(
        "none.kept", "kept the mobject, not what `play` gives back", case.edited((cst.SimpleStatementLine, _kept))
    )
    if not case.says(r"None"):
        return
    yield Mend("none.chain", "`play` gives nothing back to go on with", case.edited((cst.Call, _unchained)))
    yield Mend(
        "none.in_place",
        "a list method changes the list and gives nothing back",
        case.edited((cst.SimpleStatementLine, _in_place)),
    )
    yield Mend("none.returned", "gave back what a helper made", _returned(case))
    parts = re.findall(r"get_part_by_tex\(\s*r?[\"']([^\"']+)", case.code)
    if parts:
        why = "a part can be found when the formula is told to keep it apart"
        yield Mend("none.isolated", why, case.edited((cst.Call, _isolated(parts))))
    yield Mend("none.whole", "took the whole formula for a part that is not there", case.edited((cst.Call, _whole)))
    yield Mend("none.left_out", "left out an argument that is nothing", case.at_fault((cst.Call, _without_none)))
    yield Mend("none.off", "what is not wanted is `False`, or not said", case.at_fault((cst.Call, _off)))


def _kept(line: cst.SimpleStatementLine, place: Place) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
    """`c = self.play(Create(Circle()))` → `c = Circle()` and `self.play(Create(c))`."""
    found = _kept_call(line)
    if found is None:
        return line
    name, owner, call = found
    if not is_self(owner) or method_of(call) not in ("play", "add") or not call.args:
        return line
    first = call.args[0].value
    made = first
    if method_of(call) == "play":
        if not isinstance(first, cst.Call) or not first.args:
            return line
        made = first.args[0].value
        first = first.with_changes(args=[first.args[0].with_changes(value=name), *first.args[1:]])
    else:
        first = name
    again = call.with_changes(args=[call.args[0].with_changes(value=first), *call.args[1:]])
    assign = cst.Assign([cst.AssignTarget(name)], made)
    return cst.FlattenSentinel([line.with_changes(body=[assign]), cst.SimpleStatementLine([cst.Expr(again)])])


def _kept_call(line: cst.SimpleStatementLine) -> tuple[cst.Name, cst.BaseExpression, cst.Call] | None:
    """The parts of `name = owner.method(…)`."""
    match line.body:
        case [
            cst.Assign(
                targets=[cst.AssignTarget(target=cst.Name() as name)],
                value=cst.Call(func=cst.Attribute(value=owner)) as call,
            )
        ]:
            return name, owner, call
        case _:
            return None


def _unchained(call: cst.Call, place: Place) -> cst.Call:
    """`self.play(…).wait()` → `self.play(…)`."""
    inner = call.func.value if isinstance(call.func, cst.Attribute) else None
    if isinstance(inner, cst.Call) and method_of(inner) in ("play", "wait") and isinstance(inner.func, cst.Attribute):
        return inner if is_self(inner.func.value) else call
    return call


def _in_place(
    line: cst.SimpleStatementLine, place: Place
) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
    """`more = dots.append(d)` → `dots.append(d)` and `more = dots`."""
    found = _kept_call(line)
    if found is None:
        return line
    name, owner, call = found
    if method_of(call) not in _IN_PLACE:
        return line
    if isinstance(owner, cst.Name):
        body = [
            line.with_changes(body=[cst.Expr(call)]),
            cst.SimpleStatementLine([cst.Assign([cst.AssignTarget(name)], owner)]),
        ]
        return cst.FlattenSentinel(body)
    first = line.with_changes(body=[cst.Assign([cst.AssignTarget(name)], owner)])
    then = call.with_changes(func=cst.Attribute(name, cst.Name(method_of(call))))
    return cst.FlattenSentinel([first, cst.SimpleStatementLine([cst.Expr(then)])])


def _returned(case: Case) -> str:
    """Helpers that return nothing, and whose result is used, return what they made last."""
    used = set(re.findall(r"(?:[=(,*\[]|play\()\s*(?:self\.)?(\w+)\(", case.code))

    def rule(node: cst.FunctionDef, place: Place) -> cst.FunctionDef:
        text = cst.Module([]).code_for_node(node)
        if node.name.value not in used or "return" in text or "yield" in text or node.name.value.startswith("__"):
            return node
        result = _result(node)
        if result is None or not isinstance(node.body, cst.IndentedBlock):
            return node
        name, body = result
        return node.with_changes(body=node.body.with_changes(body=[*body, cst.SimpleStatementLine([cst.Return(name)])]))

    return case.edited((cst.FunctionDef, rule))


def _result(node: cst.FunctionDef) -> tuple[cst.BaseExpression, list[cst.BaseStatement]] | None:
    """What a function makes: the value of its last line if that is a call of a class, else the last name it sets."""
    body = [line for line in node.body.body if isinstance(line, cst.BaseStatement)]
    names = [
        target.target
        for line in body
        if isinstance(line, cst.SimpleStatementLine)
        for part in line.body
        if isinstance(part, cst.Assign)
        for target in part.targets
        if isinstance(target.target, cst.Name)
    ]
    match body[-1] if body else None:
        case cst.SimpleStatementLine(body=[cst.Expr(value=cst.Call() as call)]) if called(call)[:1].isupper():
            return call, body[:-1]
        case _:
            return (names[-1], body) if names else None


def _isolated(parts: list[str]) -> Rule:
    def rule(call: cst.Call, place: Place) -> cst.Call:
        if called(call) != "MathTex" or keyword(call, "substrings_to_isolate"):
            return call
        text = " ".join(str(a.value.evaluated_value) for a in call.args if isinstance(a.value, cst.SimpleString))
        wanted = [part for part in dict.fromkeys(parts) if part in text]
        elements = [cst.Element(cst.SimpleString(f'r"{part}"')) for part in wanted]
        return with_args(call, [*call.args, named("substrings_to_isolate", cst.List(elements))]) if wanted else call

    return rule


def _whole(call: cst.Call, place: Place) -> cst.BaseExpression:
    if method_of(call) in ("get_part_by_tex", "get_part_by_text") and isinstance(call.func, cst.Attribute):
        return call.func.value
    return call


def _off(call: cst.Call, place: Place) -> cst.Call:
    """`checkerboard_colors=None` → `checkerboard_colors=False`; other keywords that are None are left out."""
    args = [_off_or_out(arg) for arg in call.args]
    return with_args(call, [arg for arg in args if arg]) if args != list(call.args) else call


def _off_or_out(arg: cst.Arg) -> cst.Arg | None:
    if arg.keyword is None or not _is_none(arg):
        return arg
    return arg.with_changes(value=cst.Name("False")) if arg.keyword.value == "checkerboard_colors" else None


def _is_none(arg: cst.Arg) -> bool:
    return isinstance(arg.value, cst.Name) and arg.value.value == "None"


def _without_none(call: cst.Call, place: Place) -> cst.Call:
    kept = [arg for arg in call.args if arg.keyword or not _is_none(arg)]
    return with_args(call, kept) if len(kept) < len(call.args) else call
