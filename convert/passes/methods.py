"""Methods that ManimCE has under another name, with the same meaning for every mobject."""

from __future__ import annotations

import libcst as cst

from convert.passes.syntax import attribute, is_self, keyword, literal, method_of, plain, with_args
from convert.passes.walk import Place

_SIZES = {"set_width": "width", "set_height": "height", "set_depth": "depth"}
_GETTERS = {"get_width": "width", "get_height": "height", "get_depth": "depth"}
# method → ManimCE's name for it
RENAMED: dict[str, str] = {
    "highlight": "set_color",
    "gradient_highlight": "set_color_by_gradient",
    "rotate_in_place": "rotate",
    "scale_in_place": "scale",
    "arrange_submobjects": "arrange",
    "sort_submobjects": "sort",
    "shuffle_submobjects": "shuffle",
    "submobject_family": "get_family",
    "nonempty_family_members": "family_members_with_points",
    "dither": "wait",
    "insert_n_anchor_points": "insert_n_curves",
    "repeat_submobject": "repeat",
    "get_num_anchor_points": "get_num_curves",
    "remove_updaters": "clear_updaters",
}


def rename(node: cst.Attribute, place: Place) -> cst.Attribute:
    """`mob.highlight(RED)` → `mob.set_color(RED)`: old names that are one method today."""
    new = RENAMED.get(node.attr.value)
    if not new or node.attr.value in place.sheet.methods or node.attr.value in place.sheet.assigned:
        return node
    place.note("info", "renamed", f".{node.attr.value} is called .{new} in ManimCE")
    return node.with_changes(attr=cst.Name(new))


def size(call: cst.Call, place: Place) -> cst.BaseExpression:
    """`mob.set_width(4)` → `mob.scale_to_fit_width(4)`; with `stretch=True`, `mob.stretch_to_fit_width(4)`."""
    dimension = _SIZES.get(method_of(call))
    given = plain(call) if dimension and method_of(call) not in place.sheet.methods else None
    if not dimension or given is None or len(given) not in (1, 2) or _of_super(call):
        return call
    stretch = keyword(call, "stretch") or (given[1] if len(given) == 2 else None)
    wish = stretch.value.value if stretch and isinstance(stretch.value, cst.Name) else "" if stretch else "False"
    if wish not in ("True", "False"):
        return call
    assert isinstance(call.func, cst.Attribute)
    verb = "stretch_to_fit" if wish == "True" else "scale_to_fit"
    rest = [arg for arg in call.args[1:] if arg is not stretch]
    if any(arg.keyword and arg.keyword.value not in ("about_point", "about_edge") for arg in rest) or any(
        a.star for a in rest
    ):
        return call
    place.note("info", "renamed", f".{method_of(call)} is called .{verb}_{dimension} in ManimCE")
    return with_args(
        call.with_changes(func=call.func.with_changes(attr=cst.Name(f"{verb}_{dimension}"))), [call.args[0], *rest]
    )


def getter(call: cst.Call, place: Place) -> cst.BaseExpression:
    """`mob.get_width()` → `mob.width`."""
    name = method_of(call)
    if name not in _GETTERS or call.args or name in place.sheet.methods or _of_super(call):
        return call
    if _GETTERS[name] in place.sheet.shadowed:
        return call
    assert isinstance(call.func, cst.Attribute)
    if is_self(call.func.value) and _GETTERS[name] in place.sheet.assigned:
        return call
    place.note("info", "renamed", f".{name}() is .{_GETTERS[name]} in ManimCE")
    return attribute(call.func.value, _GETTERS[name]).with_changes(lpar=call.lpar, rpar=call.rpar)


def _of_super(call: cst.Call) -> bool:
    assert isinstance(call.func, cst.Attribute)
    value = call.func.value
    return isinstance(value, cst.Call) and isinstance(value.func, cst.Name) and value.func.value == "super"


def graphs(call: cst.Call, place: Place) -> cst.Call:
    """`axes.get_graph(f)` → `axes.plot(f)`; scenes of the GraphScene family keep their own method."""
    if method_of(call) != "get_graph" or "get_graph" in place.sheet.methods or ".get_graph" in place.sheet.offered:
        return call
    assert isinstance(call.func, cst.Attribute)
    if is_self(call.func.value) or literal(call.func.value) is not None:
        return call
    place.note("info", "renamed", ".get_graph is called .plot in ManimCE")
    return call.with_changes(func=call.func.with_changes(attr=cst.Name("plot")))


def front(call: cst.Call, place: Place) -> cst.Call:
    """`self.foreground_mobjects.remove(m)` fails in ManimCE where an animation has taken the mobject to pieces."""
    func = call.func
    if not isinstance(func, cst.Attribute) or func.attr.value != "remove" or not isinstance(func.value, cst.Attribute):
        return call
    if func.value.attr.value != "foreground_mobjects" or not is_self(func.value.value) or not place.sheet.gl:
        return call
    return call.with_changes(func=attribute(func.value.value, "remove_foreground_mobjects"))


class _Recursive(cst.CSTTransformer):
    """manimgl's name of the parameter becomes ManimCE's."""

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        return updated_node.with_changes(value="recursive") if updated_node.value == "recurse" else updated_node


def own_update(function: cst.FunctionDef, place: Place) -> cst.FunctionDef:
    """`def update(self, dt)` of a mobject's class: ManimCE also says whether the parts are to be updated."""
    given = function.params.params
    if function.name.value != "update" or not place.sheet.gl or not place.enclosing(cst.ClassDef):
        return function
    names = [param.name.value for param in given]
    if names == ["self", "dt", "recurse"]:
        changed = function.visit(_Recursive())
        assert isinstance(changed, cst.FunctionDef)
        return changed
    if names not in (["self"], ["self", "dt"]) or function.params.star_kwarg or function.params.kwonly_params:
        return function
    dt = given[1] if len(given) == 2 else cst.Param(cst.Name("dt"))
    dt = dt if dt.default else dt.with_changes(default=cst.Integer("0"))
    extra = cst.Param(cst.Name("recursive"), default=cst.Name("True"))
    return function.with_changes(params=function.params.with_changes(params=[given[0], dt, extra]))


def fixed(call: cst.Call, place: Place) -> cst.Call:
    """`label.fix_in_frame()` → `self.add_fixed_in_frame_mobjects(label)` in a ThreeDScene of ManimCE."""
    if method_of(call) != "fix_in_frame" or place.sheet.gl or not isinstance(place.parent, cst.Expr) or call.args:
        return call
    supplied = "fix_in_frame" in place.sheet.assigned  # a shim of it stands in the file already
    if supplied or "ThreeDScene" not in place.sheet.code or not isinstance(call.func, cst.Attribute):
        return call
    place.note("info", "renamed", ".fix_in_frame() is self.add_fixed_in_frame_mobjects(…) in ManimCE's ThreeDScene")
    add = cst.Attribute(cst.Name("self"), cst.Name("add_fixed_in_frame_mobjects"))
    return call.with_changes(func=add, args=[cst.Arg(call.func.value)])


RULES = {
    cst.Call: (fixed, size, getter, graphs, front),
    cst.Attribute: (rename,),
    cst.FunctionDef: (own_update,),
}
