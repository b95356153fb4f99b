"""Loops and waits that never end, and commands that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import expression, is_self, literal, method_of
from convert.passes.walk import Place

TURNS = 8
"""How often a loop without an end is run."""
_LONGEST = 10
"""Seconds of a wait, at most."""
_INTERACTIVE = frozenset({"embed", "interactive_embed", "interact"})


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for what does not end, or waits for a hand."""
    if case.error.kind == "timeout":
        yield Mend("endless.forever", f"a loop without an end runs {TURNS} times", case.edited((cst.While, _forever)))
        yield Mend(
            "endless.loop", f"a loop that does not end runs {TURNS} times at most", case.edited((cst.While, _bounded))
        )
        yield Mend(
            "endless.wait",
            f"shortened waits to {_LONGEST} seconds",
            case.edited((cst.Call, _shorter), (cst.Arg, _quicker)),
        )
    if case.says(r"embed|interact|input\(\)|breakpoint|IPython"):
        why = "left out what waits for somebody at a keyboard"
        yield Mend("endless.interactive", why, case.edited((cst.SimpleStatementLine, _unattended)))


def _forever(node: cst.While, place: Place) -> cst.BaseStatement:
    """`while True:` → `for _ in range(…):`."""
    test = cst.Module([]).code_for_node(node.test)
    if test not in ("True", "1", "(True)"):
        return node
    return cst.For(
        target=cst.Name("_"), iter=expression(f"range({TURNS})"), body=node.body, leading_lines=node.leading_lines
    )


def _bounded(node: cst.While, place: Place) -> cst.BaseStatement:
    """`while condition:` → the same, at most so many times."""
    stop = cst.If(
        test=cst.UnaryOperation(cst.Not(), node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])),
        body=cst.IndentedBlock([cst.SimpleStatementLine([cst.Break()])]),
    )
    if not isinstance(node.body, cst.IndentedBlock):
        return node
    body = node.body.with_changes(body=[stop, *node.body.body])
    return cst.For(
        target=cst.Name("_"), iter=expression(f"range({TURNS})"), body=body, leading_lines=node.leading_lines
    )


def _shorter(call: cst.Call, place: Place) -> cst.Call:
    if method_of(call) not in ("wait", "pause") or not call.args:
        return call
    value = literal(call.args[0].value)
    if not isinstance(value, int | float) or value <= _LONGEST:
        return call
    return call.with_changes(args=[call.args[0].with_changes(value=cst.Integer(str(_LONGEST))), *call.args[1:]])


def _quicker(arg: cst.Arg, place: Place) -> cst.Arg:
    value = literal(arg.value)
    if (
        arg.keyword is None
        or arg.keyword.value != "run_time"
        or not isinstance(value, int | float)
        or value <= 3 * _LONGEST
    ):
        return arg
    return arg.with_changes(value=cst.Integer(str(_LONGEST)))


def _unattended(line: cst.SimpleStatementLine, place: Place) -> cst.BaseStatement | cst.RemovalSentinel:
    match line.body:
        case [cst.Expr(value=cst.Call(func=cst.Attribute(value=owner)) as call)] if (
            is_self(owner) and method_of(call) in _INTERACTIVE
        ):
            return cst.RemoveFromParent()  # type: ignore[return-value]
        case [cst.Expr(value=cst.Call(func=cst.Name(value=name)))] if name in ("input", "breakpoint", "exit", "quit"):
            return cst.RemoveFromParent()  # type: ignore[return-value]
        case _:
            return line
