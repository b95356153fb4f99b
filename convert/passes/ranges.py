"""Ranges: `x_min=-1, x_max=2, x_tick_frequency=0.5` became `x_range=[-1, 2, 0.5]` everywhere."""

from __future__ import annotations

import libcst as cst

from convert.passes.syntax import called, is_self, keyword, method_of, named, with_args
from convert.passes.walk import Place

# range keyword → the old keywords for its start, its end and its step
_X = ("x_range", "x_min", "x_max", ("x_step", "x_tick_frequency", "tick_frequency"))
_Y = ("y_range", "y_min", "y_max", ("y_step", "y_tick_frequency"))
_Z = ("z_range", "z_min", "z_max", ("z_step", "z_tick_frequency"))
_T = ("t_range", "t_min", "t_max", ("step_size",))
_U = ("u_range", "u_min", "u_max", ())
_V = ("v_range", "v_min", "v_max", ())

Row = tuple[str, str, str, tuple[str, ...]]
CLASSES: dict[str, tuple[Row, ...]] = {
    "Axes": (_X, _Y),
    "NumberPlane": (_X, _Y),
    "ComplexPlane": (_X, _Y),
    "ThreeDAxes": (_X, _Y, _Z),
    "NumberLine": (_X,),
    "FunctionGraph": (_X,),
    "ParametricFunction": (_T,),
    "Surface": (_U, _V),
}
METHODS: dict[str, tuple[Row, ...]] = {
    "plot": (_X,),
    "plot_parametric_curve": (_T,),
    "get_riemann_rectangles": (_X,),
    "get_area": (_X,),
}
# what a missing end was in manim's ancestors
_DEFAULTS = {"x": ("-7", "7"), "y": ("-4", "4"), "z": ("-4", "4"), "t": ("0", "1"), "u": ("0", "1"), "v": ("0", "1")}


def ranges(call: cst.Call, place: Place) -> cst.Call:
    """Old ends and steps as one range, where the class or method is ManimCE's own."""
    name = called(call)
    rows = CLASSES.get(name, ()) if not place.sheet.own(name) else ()
    method = method_of(call)
    if not name and method not in place.sheet.methods and not _of_scene(call):
        rows = METHODS.get(method, ())
    for row in rows:
        call = _with_range(call, row, place)
    return call


def _of_scene(call: cst.Call) -> bool:
    """`self.get_riemann_rectangles(…)`: the scenes with axes of their own keep the old keywords."""
    return isinstance(call.func, cst.Attribute) and is_self(call.func.value)


def _with_range(call: cst.Call, row: Row, place: Place) -> cst.Call:
    new, low, high, steps = row
    start, end = keyword(call, low), keyword(call, high)
    if (start is None and end is None) or keyword(call, new):
        return call
    step = next((arg for arg in (keyword(call, each) for each in steps) if arg), None)
    values = [arg.value if arg else _default(key) for arg, key in ((start, low), (end, high))]
    if step:
        values.append(step.value)
    place.note("info", "keyword", f"{low} and {high} are {new} in ManimCE")
    first = next(arg for arg in call.args if arg is start or arg is end)
    display = cst.List([cst.Element(value) for value in values])
    gone = [arg for arg in (start, end, step) if arg and arg is not first]
    args = [named(new, display) if arg is first else arg for arg in call.args if arg not in gone]
    return with_args(call, args)


def _default(key: str) -> cst.BaseExpression:
    return cst.parse_expression(_DEFAULTS[key[0]][key.endswith("max")])


RULES = {cst.Call: (ranges,)}
