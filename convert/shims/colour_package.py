"""`Color` of the package `colour`, in which manimlib thought of colours: a ManimCE colour that can also be changed."""

from __future__ import annotations

import colorsys

from manim import *


def _part_of(whole, index):
    def get(self):
        return getattr(self, whole)[index]

    def change(self, value):
        parts = list(getattr(self, whole))
        parts[index] = value
        setattr(self, whole, parts)

    return property(get, change)


class Color(ManimColor):
    """`Color("red")`, `Color(rgb=…)`, `Color(hsl=…)`, `Color(hue=…, saturation=…, luminance=…)`."""

    def __init__(self, color=None, alpha=1.0, rgb=None, hsl=None, hex=None, hex_l=None, web=None, **parts):
        value = next((each for each in (color, hex, hex_l, web) if each is not None), BLACK)
        super().__init__(value, alpha)
        if rgb is not None:
            self.rgb = rgb
        if hsl is not None:
            self.hsl = hsl
        if parts:
            self.rgb = [parts.get(name, own) for name, own in zip(("red", "green", "blue"), self.rgb)]
            self.hsl = [parts.get(name, own) for name, own in zip(("hue", "saturation", "luminance"), self.hsl)]

    def _hsl(self):
        hue, luminance, saturation = colorsys.rgb_to_hls(*self.rgb)
        return hue, saturation, luminance

    def _set_hsl(self, hsl):
        hue, saturation, luminance = (float(part) for part in hsl)
        self.rgb = colorsys.hls_to_rgb(hue % 1, luminance, saturation)

    def _set_rgb(self, rgb):
        self._internal_value = np.array([*np.clip(np.array(rgb, dtype=float)[:3], 0, 1), self._internal_value[3]])

    rgb = property(lambda self: tuple(float(part) for part in self._internal_value[:3]), _set_rgb)
    hsl = property(_hsl, _set_hsl)
    red, green, blue = _part_of("rgb", 0), _part_of("rgb", 1), _part_of("rgb", 2)
    hue, saturation, luminance = _part_of("hsl", 0), _part_of("hsl", 1), _part_of("hsl", 2)
    hex = hex_l = web = property(
        lambda self: self.to_hex(), lambda self, value: self._set_rgb(ManimColor(value).to_rgb())
    )

    def range_to(self, other, steps):
        """Colours from this one to the other, both included."""
        ends = np.array(self._hsl()), np.array(Color(other)._hsl())
        for alpha in np.linspace(0, 1, int(steps)) if steps > 1 else [0.0]:
            yield Color(hsl=(1 - alpha) * ends[0] + alpha * ends[1])

    def __getattr__(self, name):
        """`get_red()`, `set_luminance(0.5)` and so on for each property."""
        kind, _, part = name.partition("_")
        if kind not in ("get", "set") or not isinstance(getattr(Color, part, None), property):
            raise AttributeError(name)
        return (lambda: getattr(self, part)) if kind == "get" else (lambda value: setattr(self, part, value))
