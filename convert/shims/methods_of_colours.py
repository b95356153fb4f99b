"""What colours could do when they came from the package `colour`."""

from manim import *


def _get_rgb(self):
    return tuple(float(value) for value in self.to_rgb())


def _get_hsl(self):
    return tuple(float(value) for value in self.to_hsl())


def _get_hex(self, *args):
    return self.to_hex()


def _set_rgb(self, rgb):
    self._internal_value = ManimColor.from_rgb(tuple(rgb))._internal_value
    return self


def _get_luminance(self):
    return self.to_hsl()[2]


ManimColor.get_rgb = _get_rgb
ManimColor.get_hsl = _get_hsl
ManimColor.get_hex = _get_hex
ManimColor.get_hex_l = _get_hex
ManimColor.get_web = _get_hex
ManimColor.set_rgb = _set_rgb
ManimColor.get_luminance = _get_luminance
