"""`np.array` of mobjects, which old NumPy kept as objects and today's refuses or unpacks."""

from __future__ import annotations

import libcst as cst

from convert.facts import manim
from convert.passes.syntax import called, expression, method_of, named, with_args
from convert.passes.walk import Place

_OLD = frozenset({"old_gl", "ancient"})
_OF_MOBJECTS = frozenset({"split", "get_entries", "get_family", "get_mobjects", "copy"})


def of_objects(call: cst.Call, place: Place) -> cst.Call:
    """`np.array(rects)` → `gl_array(rects)` in old files, where what is in `rects` may well be mobjects."""
    if not _is_np_array(call) or place.sheet.dialect not in _OLD or "gl_array" not in place.sheet.offered:
        return call
    if len(call.args) != 1 or call.args[0].keyword or not _may_hold_mobjects(call.args[0].value, place):
        return call
    return call.with_changes(func=cst.Name("gl_array"))


def vectorized(call: cst.Call, place: Place) -> cst.Call:
    """`np.vectorize(Label)(table)`: NumPy would take the mobjects that come out for rows."""
    if not _is_of_numpy(call, "vectorize") or len(call.args) != 1 or not isinstance(call.args[0].value, cst.Name):
        return call
    name = call.args[0].value.value
    if not (name in place.sheet.classes or "Mobject" in manim.bases(name.removeprefix("Gl"))):
        return call
    return with_args(call, [*call.args, named("otypes", expression("[object]"))])


_KEPT = {"save": "gl_save", "load": "gl_load"}


def kept(call: cst.Call, place: Place) -> cst.Call:
    """`np.save(path, x)` and `np.load(path)`: a scene writes no files, but may read what it has kept itself."""
    for name, new in _KEPT.items():
        if _is_of_numpy(call, name) and place.sheet.gl and new in place.sheet.offered:
            return call.with_changes(func=cst.Name(new))
    return call


def ends(call: cst.Call, place: Place) -> cst.Call:
    """`np.arange(*axes.x_range, dx)`: a range had two numbers until 2023, and has three today."""
    if (
        not place.sheet.gl
        or not (_is_of_numpy(call, "arange") or _is_of_numpy(call, "linspace"))
        or len(call.args) != 2
    ):
        return call
    first, step = call.args
    if first.star != "*" or step.keyword or not isinstance(first.value, cst.Attribute):
        return call
    if first.value.attr.value not in ("x_range", "y_range", "z_range"):
        return call
    part = cst.Subscript(first.value, [cst.SubscriptElement(cst.Slice(None, cst.Integer("2")))])
    return call.with_changes(args=[first.with_changes(value=part), step])


def sampled(call: cst.Call, place: Place) -> cst.Call:
    """`random.sample(mobjects, 3)` → `random.sample(list(mobjects), 3)`: Python asks for a sequence since 3.11."""
    if method_of(call) != "sample" or not call.args or not place.sheet.gl or not _is_random(call.func):
        return call
    first = call.args[0]
    value = first.value
    if first.star or first.keyword or isinstance(value, (cst.List, cst.ListComp)) or called(value) in ("list", "range"):
        return call
    listed = cst.Call(cst.Name("list"), [cst.Arg(value)])
    return call.with_changes(args=[first.with_changes(value=listed), *call.args[1:]])


def _is_random(func: cst.BaseExpression) -> bool:
    return isinstance(func, cst.Attribute) and isinstance(func.value, cst.Name) and func.value.value == "random"


def _is_np_array(call: cst.Call) -> bool:
    return _is_of_numpy(call, "array")


def _is_of_numpy(call: cst.Call, name: str) -> bool:
    func = call.func
    return (
        isinstance(func, cst.Attribute)
        and isinstance(func.value, cst.Name)
        and func.value.value == "np"
        and func.attr.value == name
    )


def _may_hold_mobjects(value: cst.BaseExpression, place: Place) -> bool:
    """A call that gives back parts, or a name or list of names given to mobjects."""
    if isinstance(value, cst.Call):
        return method_of(value) in _OF_MOBJECTS or _is_list_of_unknown(value)
    if isinstance(value, cst.Name):
        makers = place.sheet.made.get(value.value, set())
        return any(maker in ("VGroup", "Group", "VMobject", "list", "split") for maker in makers)
    if isinstance(value, (cst.List, cst.Tuple)):
        return bool(value.elements) and all(_may_hold_mobjects(each.value, place) for each in value.elements)
    if isinstance(value, cst.ListComp):
        elt = value.elt
        return _may_hold_mobjects(elt, place) or (isinstance(elt, cst.Call) and _makes_mobject(elt))
    if isinstance(value, cst.Subscript):
        return _may_hold_mobjects(value.value, place)
    return False


def _is_list_of_unknown(call: cst.Call) -> bool:
    """`list(matrix.get_entries())`, but not `list(range(3))` or `list(map(…))`."""
    if called(call) != "list" or len(call.args) != 1:
        return False
    value = call.args[0].value
    return isinstance(value, cst.Attribute) or method_of(value) in _OF_MOBJECTS


def _makes_mobject(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Name) and "Mobject" in manim.bases(call.func.value.removeprefix("Gl"))


RULES = {cst.Call: (of_objects, vectorized, kept, ends, sampled)}
