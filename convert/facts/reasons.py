"""Signs of what cannot be converted: one row a sign, with its reason code and what it means."""

from __future__ import annotations

_SHADER = (
    "glsl_shader",
    "a picture computed by a shader on the graphics card has no counterpart in ManimCE's Cairo renderer",
)
_INTERACTION = ("interaction", "reacts to mouse or keyboard: a video shows only what happens without them")
_DATA = ("missing_data", "reads data that only its author has")

ATTRIBUTES: dict[str, tuple[str, str]] = {
    "set_color_by_code": _SHADER,
    "set_color_by_xyz_func": _SHADER,
    "replace_shader_code": _SHADER,
    "set_shader_code": _SHADER,
    "shader_wrapper": _SHADER,
    "on_mouse_motion": _INTERACTION,
    "on_mouse_press": _INTERACTION,
    "on_mouse_drag": _INTERACTION,
    "on_mouse_scroll": _INTERACTION,
    "on_key_press": _INTERACTION,
    "on_key_release": _INTERACTION,
    "mouse_drag_point": _INTERACTION,
    "add_mouse_drag_listner": _INTERACTION,
    "from_pretrained": _DATA,
    "read_csv": _DATA,
}
CALLS: dict[str, tuple[str, str]] = {
    "ShaderWrapper": _SHADER,
    "NewtonFractal": _SHADER,
    "MandelbrotFractal": _SHADER,
    "JuliaFractal": _SHADER,
    "MetaNewtonFractal": _SHADER,
    "ControlPanel": _INTERACTION,
    "LinearNumberSlider": _INTERACTION,
    "MotionMobject": _INTERACTION,
}
MODULES: dict[str, tuple[str, str]] = {"cv2": _DATA, "openai": _DATA, "gensim": _DATA, "transformers": _DATA}
