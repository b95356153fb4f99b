"""Methods and attributes that manim does not have: said otherwise, spelt otherwise, or left out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.methods import ATTRIBUTES, METHODS
from agent.repair.mend import Mend
from convert.passes.syntax import expression
from convert.passes.walk import Place, Rule

_NEAR = 0.72
_PLAIN = frozenset({"NoneType", "list", "tuple", "dict", "str", "int", "float", "function", "method", "generator"})
"""What is no mobject: other families know better."""
_LACKS = r"(?:type object )?'?(\w+)'?(?: object)? has no attribute '(\w+)'"


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for an attribute that is not there."""
    owner = found[1] if (found := case.says(_LACKS)) else ""
    for used in missing(case):
        if used in METHODS or used in ATTRIBUTES:
            why = f"manim says `{used}` otherwise"
            yield Mend("attribute.known", why, case.edited((cst.Call, _call(used)), (cst.Attribute, _plain(used))))
            yield Mend(
                "attribute.known_here", why, case.at_fault((cst.Call, _call(used)), (cst.Attribute, _plain(used)))
            )
        for near in _near(case, owner, used):
            yield Mend(
                "attribute.near",
                f"`{used}` is called `{near}` in manim",
                case.at_fault((cst.Attribute, _named(used, near))),
            )


def missing(case: Case) -> list[str]:
    """The attributes of the failing statements that are not there."""
    found = case.says(_LACKS)
    if case.tree is None or not (found or case.says(r"__getattr__\.<locals>\.[gs]etter\(\)")):
        return []
    if found and found[1] in _PLAIN:
        return []
    return _used(case, found[2] if found else "")


def _used(case: Case, name: str) -> list[str]:
    """How the failing statements write it: manim reads `get_x()` and `set_x()` as the attribute `x`."""
    text = "\n".join(case.text(depth) for depth in range(len(case.spans)))
    if name:
        return [each for each in (name, f"get_{name}", f"set_{name}") if re.search(rf"\.{each}\b", text)]
    return [each for each in re.findall(r"\.((?:get|set)_\w+)\(", text) if not _exists(case, each)]


def _exists(case: Case, name: str) -> bool:
    return case.table is None or any(name in entry.methods for entry in case.table.names.values())


def _call(name: str) -> Rule:
    """`x.name(a)` as the table says it."""

    def rule(call: cst.Call, place: Place) -> cst.BaseExpression:
        pattern = METHODS.get(name)
        if not pattern or not isinstance(call.func, cst.Attribute) or call.func.attr.value != name:
            return call
        if isinstance(call.func.value, cst.Name) and call.func.value.value in ("np", "math"):
            return call
        return _filled(pattern, call.func.value, call.args) or call

    return rule


def _filled(pattern: str, owner: cst.BaseExpression, args: Sequence[cst.Arg]) -> cst.BaseExpression | None:
    words = {"x": _source(owner), "*": ", ".join(_source(arg).rstrip(", ") for arg in args)}
    plain = [arg for arg in args if not arg.keyword and not arg.star]
    words |= {str(number): _source(arg.value) for number, arg in enumerate(plain)}
    words["rest"] = ", ".join(_source(arg).rstrip(", ") for arg in args if arg.keyword)
    needed = re.findall(r"\{([^}]+)\}", pattern)
    if any(word not in words for word in needed):
        return None
    return expression(re.sub(r"\{([^}]+)\}", lambda found: words[found[1]], pattern))


def _plain(name: str) -> Rule:
    """`x.name`, read without a call."""

    def rule(node: cst.Attribute, place: Place) -> cst.BaseExpression:
        pattern = ATTRIBUTES.get(name)
        is_called = isinstance(place.parent, cst.Call) and place.parent.func is place.original
        if not pattern or node.attr.value != name or is_called:
            return node
        return _filled(pattern, node.value, []) or node

    return rule


def _source(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node).strip()


def _near(case: Case, owner: str, name: str) -> list[str]:
    """Attributes of the class that look like it: spelt almost so, or with an underscore for a capital."""
    if case.table is None:
        return []
    known = case.table.attributes(owner) if owner in case.table.names else case.table.attributes("VMobject")
    snake = re.sub(r"(?<=[a-z])([A-Z])", r"_\1", name).lower()
    exact = [
        each
        for each in (snake, snake.replace("colour", "color"), f"get_{name}", f"set_{name}")
        if each in known and each != name
    ]
    return list(dict.fromkeys([*exact, *difflib.get_close_matches(name, known, n=2, cutoff=_NEAR)]))


def _named(name: str, new: str) -> Rule:
    def rule(node: cst.Attribute, place: Place) -> cst.Attribute:
        return node.with_changes(attr=cst.Name(new)) if node.attr.value == name else node

    return rule
