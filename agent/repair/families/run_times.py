"""Durations that manim cannot play: zero, negative, or no numbers."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import expression, literal, method_of
from convert.passes.walk import Place

_SHORT = "0.1"
_TIMES = frozenset({"run_time", "duration"})


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for durations."""
    if case.says(r"<= 0 seconds|cannot be negative|run_time|duration"):
        why = f"nothing lasts no time at all: {_SHORT} seconds"
        yield Mend("run_time.positive", why, case.edited((cst.Arg, _positive), (cst.Call, _waits)))
        yield Mend("run_time.at_least", why, case.at_fault((cst.Arg, _at_least)))
        yield Mend("run_time.wait_at_least", why, case.at_fault((cst.Call, _waits_at_least)))
    if case.says(r"TypeError|'str'|not supported between|could not convert"):
        yield Mend(
            "run_time.number", "a duration is a number", case.edited((cst.Arg, _number), (cst.Call, _waits_number))
        )
        yield Mend(
            "run_time.function", "a rate function is given by itself, not by its name", case.edited((cst.Arg, _rate))
        )


def _positive(arg: cst.Arg, place: Place) -> cst.Arg:
    return _with(arg, _SHORT) if _is_time(arg) and _not_positive(arg.value) else arg


def _is_time(arg: cst.Arg) -> bool:
    return arg.keyword is not None and arg.keyword.value in _TIMES


def _with(arg: cst.Arg, value: str) -> cst.Arg:
    return arg.with_changes(value=expression(value))


def _not_positive(value: cst.BaseExpression) -> bool:
    if isinstance(value, cst.UnaryOperation) and isinstance(value.operator, cst.Minus):
        return literal(value.expression) is not None
    return literal(value) in (0, 0.0)


def _waits(call: cst.Call, place: Place) -> cst.Call:
    if method_of(call) != "wait" or not call.args or call.args[0].keyword or not _not_positive(call.args[0].value):
        return call
    return call.with_changes(args=[_with(call.args[0], _SHORT), *call.args[1:]])


def _at_least(arg: cst.Arg, place: Place) -> cst.Arg:
    """A duration that is computed is never shorter."""
    if not _is_time(arg) or literal(arg.value) is not None:
        return arg
    return _with(arg, f"max({_SHORT}, {cst.Module([]).code_for_node(arg.value)})")


def _waits_at_least(call: cst.Call, place: Place) -> cst.Call:
    if method_of(call) != "wait" or not call.args or call.args[0].keyword:
        return call
    return call.with_changes(
        args=[_with(call.args[0], f"max({_SHORT}, {cst.Module([]).code_for_node(call.args[0].value)})"), *call.args[1:]]
    )


def _number(arg: cst.Arg, place: Place) -> cst.Arg:
    if not _is_time(arg):
        return arg
    if isinstance(arg.value, cst.SimpleString):
        return _with(arg, _digits(str(arg.value.evaluated_value)))
    if isinstance(arg.value, (cst.Tuple, cst.List)) and arg.value.elements:
        return arg.with_changes(value=arg.value.elements[0].value)
    return arg


def _digits(text: str) -> str:
    kept = "".join(char for char in text if char.isdigit() or char == ".")
    return kept if kept.strip(".") else "1"


def _waits_number(call: cst.Call, place: Place) -> cst.Call:
    if method_of(call) != "wait" or not call.args or not isinstance(call.args[0].value, cst.SimpleString):
        return call
    return call.with_changes(
        args=[_with(call.args[0], _digits(str(call.args[0].value.evaluated_value))), *call.args[1:]]
    )


def _rate(arg: cst.Arg, place: Place) -> cst.Arg:
    if arg.keyword is None or arg.keyword.value != "rate_func" or not isinstance(arg.value, cst.SimpleString):
        return arg
    name = str(arg.value.evaluated_value).replace("-", "_")
    return _with(arg, name if name in ("linear", "smooth", "there_and_back", "rush_into", "rush_from") else "smooth")
