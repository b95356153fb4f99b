"""One colour and one opacity, the usual case, without ManimCE's general way through lists."""

import functools

from manim import *


def _quick_rgbas(update):
    @functools.wraps(update)
    def update_rgbas_array(self, array_name, color=None, opacity=None):
        current = _attributes(self).get(array_name)
        is_plain = isinstance(opacity, (int, float, type(None))) and isinstance(color, (ManimColor, type(None)))
        if current is None or not is_plain or self.sheen_factor:
            return update(self, array_name, color, opacity)
        if color is not None:
            current[:, :3] = color.to_rgb()
        if opacity is not None:
            current[:, 3] = opacity
        return self

    return update_rgbas_array


_LOOKS = (
    ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas", "stroke_width", "background_stroke_width")
    + ("sheen_direction", "sheen_factor")
)  # fmt: skip


def _one_number(value):
    return float(np.mean(value)) if isinstance(value, (list, tuple)) else value


def _quick_interpolate_color(self, mobject1, mobject2, alpha):
    """As ManimCE's, which computes all of it at the end, too. Widths along a stroke, as lists, count by their mean."""
    own = _attributes(self)
    for name in _LOOKS:
        start, end = _one_number(getattr(mobject1, name)), _one_number(getattr(mobject2, name))
        if alpha == 1 or start is end:
            own[name] = end.copy() if isinstance(end, np.ndarray) else end
        else:
            own[name] = (1 - alpha) * start + alpha * end
    return self
