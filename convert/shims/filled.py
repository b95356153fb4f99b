"""`set_fill(RED)` of what was not filled filled it, until the summer of 2018: feature `@filled`."""

import functools

from manim import *

_FILLS = [True]


def _filling(set_fill):
    """A colour without an opacity, for something hollow, means opaque; the parts get what the whole gets."""
    plainly = _not_filling(set_fill)

    @functools.wraps(set_fill)
    def filling(self, color=None, opacity=None, *args, **kwargs):
        if _FILLS[0] and color is not None and opacity is None and not self.get_fill_opacity():
            opacity = 1
        return plainly(self, color, opacity, *args, **kwargs)

    return filling


def _not_filling(method):
    """Within these methods, `set_fill` leaves the opacity alone."""

    @functools.wraps(method)
    def not_filling(self, *args, **kwargs):
        before, _FILLS[0] = _FILLS[0], False
        try:
            return method(self, *args, **kwargs)
        finally:
            _FILLS[0] = before

    return not_filling


def _install_filled():
    if not hasattr(VMobject.set_fill, "fills"):
        VMobject.set_fill = _filling(VMobject.set_fill)
        VMobject.set_fill.fills = True
        for name in ("init_colors", "set_color", "set_style", "match_style", "set_color_by_gradient"):
            setattr(VMobject, name, _not_filling(getattr(VMobject, name)))
        VMobject.color = property(VMobject.color.fget, _not_filling(VMobject.color.fset))


_install_filled()
