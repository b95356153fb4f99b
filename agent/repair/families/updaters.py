"""Functions that manim calls: with the number of arguments that it hands them."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import called, is_self, method_of
from convert.passes.walk import Place

# who calls → which place the function has, names of what it is handed
CALLS: dict[str, tuple[int, tuple[str, ...]]] = {
    "always_redraw": (0, ()),
    "add_updater": (0, ("mob",)),
    "remove_updater": (0, ("mob",)),
    "UpdateFromFunc": (1, ("mob",)),
    "UpdateFromAlphaFunc": (1, ("mob", "alpha")),
    "plot": (0, ("x",)),
    "FunctionGraph": (0, ("x",)),
    "ParametricFunction": (0, ("t",)),
    "Surface": (0, ("u", "v")),
    "ApplyFunction": (0, ("mob",)),
    "apply_function": (0, ("point",)),
}


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for functions that are handed another number of arguments than they take."""
    if not case.says(r"positional argument|is not callable|missing \d|'dt'|not an? function|callable"):
        return
    why = "gave a function the arguments that manim hands it"
    yield Mend("updater.lambda", why, case.edited((cst.Call, _fitted)))
    yield Mend("updater.wrapped", "handed over a function in place of its result", case.edited((cst.Call, _wrapped)))
    yield Mend("updater.function", why, _functions(case))


def _taken(call: cst.Call) -> tuple[cst.Arg, tuple[str, ...]] | None:
    """The function that a call hands over, and what it will be handed."""
    row = CALLS.get(called(call) or method_of(call))
    given = [arg for arg in call.args if not arg.keyword and not arg.star]
    if row is None or len(given) <= row[0]:
        return None
    return given[row[0]], row[1]


def _fitted(call: cst.Call, place: Place) -> cst.Call:
    found = _taken(call)
    if found is None or not isinstance(found[0].value, cst.Lambda):
        return call
    arg, names = found
    function = cst.ensure_type(arg.value, cst.Lambda)
    own = list(function.params.params)
    new = _parameters(own, names, timed=method_of(call) == "add_updater")
    if new == own:
        return call
    changed = function.with_changes(params=function.params.with_changes(params=_spaced(new)))
    if not own:
        changed = changed.with_changes(whitespace_after_lambda=cst.SimpleWhitespace(" "))
    if not new:
        changed = changed.with_changes(whitespace_after_lambda=cst.SimpleWhitespace(""))
    return call.with_changes(args=[each.with_changes(value=changed) if each is arg else each for each in call.args])


def _parameters(own: list[cst.Param], names: tuple[str, ...], *, timed: bool) -> list[cst.Param]:
    """As many as are handed over; those that were there keep their names, what is too much gets a default."""
    plain = [param for param in own if param.default is None]
    if timed and len(plain) == 2:
        return [own[0], cst.Param(cst.Name("dt"))] if own[1].name.value != "dt" else own
    missing = [cst.Param(cst.Name(name)) for name in names[len(plain) :]]
    kept = plain[: len(names)] if not timed or len(plain) < 3 else plain[:2]
    return [*kept, *missing, *(param for param in own if param.default is not None)]


def _spaced(params: list[cst.Param]) -> list[cst.Param]:
    comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    return [
        param.with_changes(comma=comma if number < len(params) - 1 else cst.MaybeSentinel.DEFAULT)
        for number, param in enumerate(params)
    ]


def _wrapped(call: cst.Call, place: Place) -> cst.Call:
    """`always_redraw(Circle())` → `always_redraw(lambda: Circle())`."""
    found = _taken(call)
    if found is None or not isinstance(found[0].value, cst.Call):
        return call
    arg, names = found
    params = _spaced([cst.Param(cst.Name(name)) for name in names])
    function = cst.Lambda(cst.Parameters(params=params), arg.value)
    return call.with_changes(args=[each.with_changes(value=function) if each is arg else each for each in call.args])


def _functions(case: Case) -> str:
    """Named functions that are handed over get a parameter they lack, or a default for one too many."""
    wanted: dict[str, tuple[str, ...]] = {}

    def look(call: cst.Call, place: Place) -> cst.Call:
        found = _taken(call)
        value = found[0].value if found else None
        if found and isinstance(value, cst.Name):
            wanted[value.value] = found[1]
        elif found and isinstance(value, cst.Attribute) and is_self(value.value):
            wanted[value.attr.value] = ("self", *found[1])
        return call

    def rule(node: cst.FunctionDef, place: Place) -> cst.FunctionDef:
        names = wanted.get(node.name.value)
        if names is None:
            return node
        own = list(node.params.params)
        new = [*own, *(cst.Param(cst.Name(name)) for name in names[len(own) :])]
        most = len(names) + (len(own) > len(names) and own[len(names)].name.value == "dt")
        new = [
            *new[:most],
            *(p if p.default else p.with_changes(default=cst.Integer("1"), equal=_EQUAL) for p in new[most:]),
        ]
        return node if new == own else node.with_changes(params=node.params.with_changes(params=_spaced(new)))

    case.edited((cst.Call, look))
    return case.edited((cst.FunctionDef, rule)) if wanted else case.code


_EQUAL = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
