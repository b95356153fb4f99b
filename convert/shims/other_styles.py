"""Style methods whose arguments differ in manimgl: patches of methods that ManimCE has."""

import functools

from manim import *
from PIL import ImageColor


def _single(value):
    """Where manimgl takes a value for each point, ManimCE takes one."""
    if value is None or isinstance(value, (int, float)):
        return value
    values = np.ravel(np.array(value, dtype=float))
    return float(values.mean()) if len(values) else None


def _rgb_of_name(name):
    """Of a name that ManimCE does not know: the web's colours."""
    return [value / 255 for value in ImageColor.getrgb(name)[:3]]


def _colour(value):
    if isinstance(value, str) and not value.startswith("#"):
        try:
            return ManimColor(value)
        except ValueError:
            return ManimColor.from_rgb(_rgb_of_name(value))
    if isinstance(value, np.ndarray) and value.ndim == 1 and len(value) in (3, 4):
        return ManimColor.from_rgb(np.clip(value[:3].astype(float), 0, 1))
    if isinstance(value, np.ndarray):
        return [_colour(row) for row in value[:: max(1, len(value) // 8)]]
    if isinstance(value, (list, tuple)) and value and all(isinstance(x, (int, float)) for x in value):
        return ManimColor.from_rgb(np.clip(np.array(value[:3], dtype=float), 0, 1))
    return list(value) if isinstance(value, (tuple, map)) or hasattr(value, "__next__") else value


def _gl_stroke(method):
    @functools.wraps(method)
    def set_stroke(
        self,
        color=None,
        width=None,
        opacity=None,
        background=None,
        behind=None,
        flat=None,
        recurse=True,
        family=True,
        **kwargs,
    ):
        background = bool(background if background is not None else behind)
        return method(self, _colour(color), _single(width), _single(opacity), background, bool(recurse and family))

    return set_stroke


def _gl_fill(method):
    @functools.wraps(method)
    def set_fill(self, color=None, opacity=None, border_width=None, recurse=True, family=True, **kwargs):
        return method(self, _colour(color), _single(opacity), bool(recurse and family))

    return set_fill


def _gl_color(method):
    @functools.wraps(method)
    def set_color(self, color=YELLOW, opacity=None, recurse=True, family=True, **kwargs):
        if callable(opacity):  # in 2015, which points; here, which parts
            chosen = [part for part in self.family_members_with_points() if opacity(part.get_center())]
            return Group(*chosen).set_color(color) and self
        if color is not None:
            method(self, _colour(color), family=bool(recurse and family))
        if opacity is not None and isinstance(self, VMobject):
            self.set_opacity(_single(opacity))
        return self

    return set_color


def _gl_opacity(method):
    @functools.wraps(method)
    def set_opacity(self, opacity, recurse=True, family=True, **kwargs):
        if opacity is None:
            return self
        return method(self, _single(opacity), family=bool(recurse and family))

    return set_opacity


_STYLE_WORDS = {"fill_color", "fill_opacity", "stroke_color", "stroke_width", "stroke_opacity"}


def _gl_style(method):
    @functools.wraps(method)
    def set_style(self, *args, recurse=True, **kwargs):
        known = {name: value for name, value in kwargs.items() if name in _STYLE_WORDS}
        if kwargs.get("color") is not None:
            self.set_color(kwargs["color"])
        return method(self, *args, **known)

    return set_style


def _gl_match_style(method):
    @functools.wraps(method)
    def match_style(self, vmobject, recurse=True, family=True):
        if not isinstance(vmobject, VMobject):
            return self
        return method(self, vmobject, bool(recurse and family))

    return match_style


def _gl_gradient(method):
    @functools.wraps(method)
    def set_color_by_gradient(self, *colors):
        return method(
            self, *(_colour(colors[0]) if len(colors) == 1 and isinstance(colors[0], (list, tuple)) else colors)
        )

    return set_color_by_gradient


VMobject.set_stroke = _gl_stroke(VMobject.set_stroke)
VMobject.set_fill = _gl_fill(VMobject.set_fill)
VMobject.set_color = _gl_color(VMobject.set_color)
Mobject.set_color = _gl_color(Mobject.set_color)
VMobject.set_opacity = _gl_opacity(VMobject.set_opacity)
VMobject.set_style = _gl_style(VMobject.set_style)
VMobject.match_style = _gl_match_style(VMobject.match_style)
Mobject.set_color_by_gradient = _gl_gradient(Mobject.set_color_by_gradient)
