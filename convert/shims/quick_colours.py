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
