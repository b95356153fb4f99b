"""Small things that old scenes ask of classes that are otherwise as they were."""

from __future__ import annotations

from manim import *


def _update_animation(self, alpha):
    """Until 2019, `animation.update(alpha)` showed the animation at that point."""
    self.begin()
    self.interpolate(alpha)


Animation.update = _update_animation


def _point_to_coords_cheap(self, point):
    return self.point_to_coords(point)


NumberPlane.point_to_coords_cheap = _point_to_coords_cheap


def shade_in_3d(mobject):
    mobject.set_shade_in_3d(True)


def turn_off_3d_shading(mobject):
    mobject.set_shade_in_3d(False)


# Scenes with a plane once read from themselves how far it goes.
Scene.x_min, Scene.x_max, Scene.y_min, Scene.y_max = -7, 7, -4, 4
