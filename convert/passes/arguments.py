"""Arguments of constructors and methods: other order, other keyword, or none."""

from __future__ import annotations

import libcst as cst

from convert.facts import manim
from convert.facts.keywords import CLASS_KEYWORDS, DROPPED, METHOD_KEYWORDS, POSITIONAL
from convert.passes.syntax import called, method_of, named, plain, rename_keyword, with_args
from convert.passes.walk import Place


def order(call: cst.Call, place: Place) -> cst.Call:
    """Pass by keyword what stands at a place that means something else in ManimCE."""
    name, skipped = made(call, place)
    names = POSITIONAL.get(name)
    given = plain(call) if names and place.sheet.gl else None
    if not names or given is None:
        return call
    head, given = given[:skipped], given[skipped:]
    first = _agreeing(name, names)
    if len(given) <= first or len(given) > len(names):
        return call
    taken = {arg.keyword.value for arg in call.args if arg.keyword}
    keywords = [
        named(key, arg.value) for key, arg in zip(names[first:], given[first:], strict=False) if key not in taken
    ]
    rest = [arg for arg in call.args if arg.keyword or arg.star]
    return with_args(call, [*head, *given[:first], *keywords, *rest])


def made(call: cst.Call, place: Place) -> tuple[str, int]:
    """The ManimCE class whose constructor a call reaches, and how many arguments stand before the constructor's own.

    `Arc(…)`, `Arc.__init__(self, …)`, and `super().__init__(…)` in a class whose first base it is.
    """
    name, skipped = called(call), 0
    if method_of(call) == "__init__":
        assert isinstance(call.func, cst.Attribute)
        owner = call.func.value
        name, skipped = (owner.value, 1) if isinstance(owner, cst.Name) else (_base_of(owner, place), 0)
    if not name or place.sheet.own(name) or (place.sheet.gl and f"Gl{name}" in place.sheet.offered):
        return "", 0
    return name, skipped


def _base_of(owner: cst.BaseExpression, place: Place) -> str:
    """The first base of the class around a `super()`."""
    around = place.enclosing(cst.ClassDef)
    if called(owner) != "super" or around is None or not around.bases:
        return ""
    base = around.bases[0].value
    return base.value if isinstance(base, cst.Name) else ""


def _agreeing(name: str, names: tuple[str, ...]) -> int:
    """How many leading parameters mean the same in both."""
    own = [parameter.lstrip("*") for parameter in manim.positional(name)]
    if manim.positional(name)[:1] and manim.positional(name)[0].startswith("*"):
        return 1
    agreeing = 0
    for ours, theirs in zip(names, own, strict=False):
        if ours != theirs:
            break
        agreeing += 1
    return agreeing


def constructor(call: cst.Call, place: Place) -> cst.Call:
    """Keywords of ManimCE classes: renamed where a row says so, dropped where ManimCE knows none."""
    name, _ = made(call, place)
    known = manim.keywords(name) if name else None
    if known is None:
        return call
    rows = {key: new for (cls, key), new in CLASS_KEYWORDS.items() if cls in manim.bases(name)}
    if method_of(call) == "__init__" and place.sheet.gl:  # what ManimCE lacks becomes an attribute: `@tolerant`
        known |= {arg.keyword.value for arg in call.args if arg.keyword} - set(rows)
    return _mended(call, place, name, known - {key for cls, key in DROPPED if cls == name}, rows)


def method(call: cst.Call, place: Place) -> cst.Call:
    """Keywords of methods that no ManimCE class of any kind accepts."""
    name = method_of(call)
    if not name or name in place.sheet.methods or _is_module(call):
        return call
    if name in _ANY_KEYWORD:
        return call
    rows = {key: new for (method, key), new in METHOD_KEYWORDS.items() if method == name}
    known = manim.method_keywords(name)
    if known is None or name in _OF_CONTAINERS:  # only rows say what is wrong
        known = frozenset(arg.keyword.value for arg in call.args if arg.keyword) - set(rows)
    return _mended(call, place, f".{name}", known, rows)


# a receiver of unknown type may be a list, a text, a dict or an array
_OF_CONTAINERS = frozenset(name for kind in (list, str, dict, set, tuple, bytes) for name in dir(kind))
_ANY_KEYWORD = frozenset({"play", "animate"})


def _is_module(call: cst.Call) -> bool:
    """`np.copy(…)` and the like are not methods of mobjects."""
    assert isinstance(call.func, cst.Attribute)
    value = call.func.value
    while isinstance(value, cst.Attribute):
        value = value.value
    return isinstance(value, cst.Name) and value.value in {
        "np",
        "numpy",
        "it",
        "random",
        "math",
        "os",
        "re",
        "plt",
        "scipy",
    }


def _mended(call: cst.Call, place: Place, name: str, known: frozenset[str], rows: dict[str, str]) -> cst.Call:
    if all(not arg.keyword or arg.keyword.value in known for arg in call.args):
        return call
    taken = {arg.keyword.value for arg in call.args if arg.keyword}
    kept: list[cst.Arg] = []
    for arg in call.args:
        key = arg.keyword.value if arg.keyword else ""
        new = rows.get(key, "")
        if not key or key in known:
            kept.append(arg)
        elif key == "time_span" and place.sheet.gl:
            place.sheet.wanted.add("@tolerant")  # it knows what the seconds mean
            kept.append(arg)
        elif new and new not in taken:
            place.note("info", "keyword", f"{name}: {key} is called {new} in ManimCE")
            kept.append(rename_keyword(arg, new))
        elif name in place.sheet.offered:
            kept.append(arg)  # the shim of that method understands it
        else:
            place.note("lost", "keyword", f"{name}: ManimCE has no {key}")
    return with_args(call, kept)


RULES = {cst.Call: (order, constructor, method)}
