"""Positional arguments at a wrong place, too many, too few, or in a list where they should be spread."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.arguments import DEFAULTS, ORDERS, POINTS, SPREAD, TEXTS
from agent.repair.facts.values import is_color, is_number, is_vector
from agent.repair.mend import Mend
from convert.facts import manim
from convert.passes.syntax import called, expression, keyword, method_of, named, plain, with_args
from convert.passes.walk import Place, Rule


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for arguments by position; only in failing statements."""
    if case.tree is None or case.error.kind not in ("runtime", "latex"):
        return
    yield Mend(
        "argument.keyword",
        "passed by keyword what stood at the place of something else",
        case.edited((cst.Call, _named)) if case.at_fault((cst.Call, _named)) != case.code else case.code,
    )
    yield Mend("argument.spread", "spread a list into the arguments it holds", case.at_fault((cst.Call, _spread)))
    yield Mend("argument.point", "put coordinates together into a point", case.at_fault((cst.Call, _point)))
    yield Mend("argument.labelled", "a brace with words is a `BraceLabel`", case.at_fault((cst.Call, _brace)))
    if found := case.says(r"multiple values for (?:keyword )?argument '(\w+)'"):
        yield Mend(
            "argument.twice", f"`{found[1]}` was given twice: kept one", case.at_fault((cst.Call, _once(found[1])))
        )
    if case.says(r"should be|must be|not callable|issubclass"):
        yield Mend("argument.class", "a class is named without quotes", case.at_fault((cst.Arg, _unquoted)))
    if case.says(r"missing \d+ required (?:positional|keyword-only) argument"):
        yield Mend("argument.missing", "gave an argument that was missing", case.at_fault((cst.Call, _given)))
    if "__getattr__" in case.message:  # no argument is to blame: there is no such method
        return
    if case.says(r"positional arguments? but \d+ (?:was|were) given|is not callable"):
        yield Mend("argument.surplus", "left out an argument too many", case.at_fault((cst.Call, _shorter)))


def _unquoted(arg: cst.Arg, place: Place) -> cst.Arg:
    """`shape="circle"` → `shape=Circle`."""
    if not arg.keyword or not isinstance(arg.value, cst.SimpleString):
        return arg
    name = str(arg.value.evaluated_value).title().replace("_", "").replace(" ", "")
    return arg.with_changes(value=cst.Name(name)) if "Mobject" in manim.bases(name) else arg


def _named(call: cst.Call, place: Place) -> cst.Call:
    """Colours, sizes and directions at places that mean something else."""
    name, given = called(call) or method_of(call), plain(call)
    if not given or place.sheet.own(name):
        return call
    taken = {arg.keyword.value for arg in call.args if arg.keyword}
    args: list[cst.Arg] = []
    for number, arg in enumerate(call.args):
        key = "" if arg.keyword or arg.star else _key(name, number, arg.value, len(given))
        args.append(named(key, arg.value) if key and key not in taken else arg)
    first = next((n for n, arg in enumerate(args) if arg.keyword), len(args))
    ordered = [
        *(a for a in args if not a.keyword and a.star != "**"),
        *(a for a in args[first:] if a.keyword or a.star == "**"),
    ]
    return with_args(call, ordered) if args != list(call.args) else call


def _key(name: str, number: int, value: cst.BaseExpression, count: int) -> str:
    """The keyword for what stands at a place (from 0), empty if it may stay."""
    own = manim.positional(name)
    order = ORDERS.get(name, ())
    if number < len(order) and count > 1 and not is_color(value):
        return order[number]
    if number < len(own) and own[number] in ("color", "colors", "value", "element"):
        return ""
    if name in ("FadeIn", "FadeOut") and number == 1 and is_vector(value):
        return "shift"
    if name in TEXTS and number >= 1:
        return "color" if is_color(value) else "font_size" if is_number(value) else ""
    takes_color = "color" in (manim.keywords(name) or ()) or name in ("plot", "plot_parametric_curve")
    return "color" if is_color(value) and takes_color and (number or not own) else ""


def _spread(call: cst.Call, place: Place) -> cst.Call:
    name, given = called(call), plain(call)
    if name not in SPREAD or not given or len(given) != 1:
        return call
    literal = isinstance(given[0].value, (cst.List, cst.ListComp, cst.GeneratorExp, cst.Tuple))
    if not literal and not (name in POINTS and isinstance(given[0].value, (cst.Name, cst.Attribute))):
        return call
    return call.with_changes(args=[arg.with_changes(star="*") if arg is given[0] else arg for arg in call.args])


def _point(call: cst.Call, place: Place) -> cst.Call:
    """`mob.move_to(1, 2, 0)` and `Dot(1, 2)`: coordinates one by one."""
    name, given = called(call) or method_of(call), plain(call)
    if name not in ("move_to", "shift", "Dot", "Dot3D", "Point") or not given or len(given) not in (2, 3):
        return call
    if any(is_vector(arg.value) or is_color(arg.value) or isinstance(arg.value, cst.Call) for arg in given):
        return call
    values = [arg.value for arg in given] + [cst.Integer("0")] * (3 - len(given))
    point = cst.List([cst.Element(value) for value in values])
    return with_args(call, [cst.Arg(point), *(arg for arg in call.args if arg not in given)])


def _brace(call: cst.Call, place: Place) -> cst.Call:
    given = plain(call)
    if called(call) != "Brace" or not given or len(given) != 3:
        return call
    rest = [arg for arg in call.args if arg not in given]
    return with_args(
        call.with_changes(func=cst.Name("BraceLabel")),
        [given[0], given[2], named("brace_direction", given[1].value), *rest],
    )


def _once(key: str) -> Rule:
    def rule(call: cst.Call, place: Place) -> cst.Call:
        twice = keyword(call, key)
        return with_args(call, [arg for arg in call.args if arg is not twice]) if twice else call

    return rule


def _given(call: cst.Call, place: Place) -> cst.Call:
    row = DEFAULTS.get(called(call))
    return with_args(call, [*call.args, cst.Arg(expression(row))]) if row and len(call.args) < 2 else call


def _shorter(call: cst.Call, place: Place) -> cst.Call:
    """Without the last positional argument, where there are two or more; the innermost call of manim's."""
    given = plain(call)
    known = bool(manim.bases(called(call))) or (
        method_of(call) not in ("play", "add", "") and manim.has_method(method_of(call))
    )
    if not given or len(given) < 2 or not known:
        return call
    return with_args(call, [arg for arg in call.args if arg is not given[-1]])
