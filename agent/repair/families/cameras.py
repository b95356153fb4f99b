"""The camera of a three-dimensional scene has no frame: what is asked of one is said to the camera itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.syntax import expression, method_of, with_args
from convert.passes.walk import Place

# method of a frame or a camera → trackers of the camera with their values; {0} is its first argument, {*} says them all
MOVES: dict[str, str] = {
    "scale": "zoom=1 / ({0})",
    "set_zoom": "zoom={0}",
    "zoom": "zoom={0}",
    "set_width": "zoom=config.frame_width / ({0})",
    "move_to": "frame_center={0}",
    "shift": "frame_center={0}",
    "set_euler_angles": "{*}",
    "set_camera_orientation": "{*}",
    "reorient": "{*}",
    "set_theta": "theta={0}",
    "set_phi": "phi={0}",
    "set_gamma": "gamma={0}",
    "set_focal_distance": "focal_distance={0}",
    "increment_theta": "theta=self.camera.get_theta() + {0}",
    "increment_phi": "phi=self.camera.get_phi() + {0}",
    "rotate": "theta=self.camera.get_theta() + {0}",
}
_TRACKERS = ("phi", "theta", "gamma", "zoom", "focal_distance")
_CAMERA = re.compile(r"self\.(?:camera(?:\.frame)?|camera_frame|frame|renderer\.camera)\b")


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for a camera that is animated or set like a mobject."""
    if case.says(r"ThreeDCamera'? object has no attribute"):
        why = "the camera of a ThreeDScene has no frame: moved the camera itself"
        yield Mend("camera.moved", why, case.edited((cst.Call, _moved)))
        yield Mend("camera.set", why, case.edited((cst.SimpleStatementLine, _set)))
    if case.says(r"object has no attribute 'set_background(?:_color)?'|'set_background_color'"):
        code = re.sub(
            r"self\.(?:camera\.)?set_background(?:_color)?\(([^()\n]*)\)",
            r"self.camera.background_color = \1",
            case.code,
        )
        yield Mend("camera.background", "the background is an attribute of the camera", code)
    if case.says(r"object has no attribute 'get_frame_(width|height)'|has no attribute 'frame_"):
        code = re.sub(r"self\.camera\.get_frame_(width|height)\(\)", r"config.frame_\1", case.code)
        yield Mend("camera.size", "the size of the frame is in `config`", code)


def _moved(call: cst.Call, place: Place) -> cst.Call:
    """`play(self.camera.frame.animate.scale(2))` → `play(self.camera.zoom_tracker.animate.set_value(…))`."""
    if method_of(call) != "play":
        return call
    args: list[cst.Arg] = []
    for arg in call.args:
        text = cst.Module([]).code_for_node(arg.value)
        if arg.keyword or not _CAMERA.match(text) or ".animate" not in text:
            args.append(arg)
        else:
            args += [cst.Arg(expression(_tracked(word))) for word in _said(arg.value)]
    return with_args(call, args) if args else call


def _tracked(word: str) -> str:
    """`zoom=2` as an animation."""
    key, _, value = word.partition("=")
    if key in _TRACKERS:
        return f"self.camera.{key}_tracker.animate.set_value({value})"
    return f"self.camera._frame_center.animate.move_to({value})"


def _said(value: cst.BaseExpression) -> list[str]:
    """A chain of methods of the camera as keywords; none for what it cannot do."""
    found: list[str] = []
    while isinstance(value, cst.Call) and isinstance(value.func, cst.Attribute):
        pattern = MOVES.get(value.func.attr.value)
        args = [cst.Module([]).code_for_node(arg).rstrip(", ") for arg in value.args]
        if pattern == "{*}":
            found += [word.replace(" ", "") for word in args if word.partition("=")[0].strip() in _TRACKERS]
        elif pattern and args:
            plain = pattern.replace("({0})", "{0}") if re.fullmatch(r"[\w.]+", args[0]) else pattern
            found.append(plain.replace("{0}", args[0]))
        value = value.func.value
    return found[::-1]


def _set(line: cst.SimpleStatementLine, place: Place) -> cst.SimpleStatementLine:
    """`self.camera.frame.scale(2)` → `self.set_camera_orientation(zoom=…)`."""
    match line.body:
        case [cst.Expr(value=cst.Call() as call)]:
            pass
        case _:
            return line
    if not _CAMERA.match(cst.Module([]).code_for_node(call)) or not (moves := _said(call)):
        return line
    return line.with_changes(body=[cst.Expr(cst.parse_expression(f"self.set_camera_orientation({', '.join(moves)})"))])
