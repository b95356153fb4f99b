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


def _get_center_point(self):
    return self.coords_to_point(0, 0)


NumberPlane.get_center_point = _get_center_point


def _put_start_and_end_on_with_projection(self, start, end):
    return self.put_start_and_end_on(start, end)


Line.put_start_and_end_on_with_projection = _put_start_and_end_on_with_projection


def _set_style_data(self, **style):
    return self.set_style(**style)


VMobject.set_style_data = _set_style_data


def shade_in_3d(mobject):
    mobject.set_shade_in_3d(True)


def turn_off_3d_shading(mobject):
    mobject.set_shade_in_3d(False)


# Scenes with a plane once read from themselves how far it goes.
Scene.x_min, Scene.x_max, Scene.y_min, Scene.y_max = -7, 7, -4, 4
Scene.frame_duration = Camera.frame_duration = property(lambda self: 1 / config.frame_rate)
Scene.presenter_mode = False
Scene.num_plays = property(lambda self: self.renderer.num_plays)


def _ensure_valid_file(self):
    """Drawings that are not there have stand-ins."""


Mobject.ensure_valid_file = _ensure_valid_file


Animation.families = property(lambda self: list(self.get_all_families_zipped()))
Matrix.rows = property(lambda self: self.get_rows(), lambda self, rows: None)
Matrix.columns = property(lambda self: self.get_columns(), lambda self, columns: None)


class FilledRectangle(Rectangle):
    def __init__(self, **kwargs):
        color = kwargs.pop("color", WHITE)
        super().__init__(**{"fill_color": color, "fill_opacity": 1, "stroke_width": 0, **kwargs})


# What a mobject's own shader is told: there is no shader here, but the list is read.
COMMON_UNIFORMS = ()


def uniform_block_dtype(*members):
    """The names of the numbers, each with how many it is, as a table's columns."""
    return np.dtype([(name, np.float32, tuple(shape)) for name, *shape in members])


def intersection(first, second):
    """Where two lines of the plane, each through two points, meet."""
    (a, b), (c, d) = (np.array(line, dtype=float)[:, :2] for line in (first, second))
    along, _ = np.linalg.solve(np.column_stack([b - a, c - d]), c - a)
    return a + along * (b - a)


def fix_percent(*args):
    """Once mended how a percent sign was drawn, which ManimCE draws well."""


def _get_space_unit_to_x_unit(self):
    return self.x_axis.get_unit_size()


def _get_space_unit_to_y_unit(self):
    return self.y_axis.get_unit_size()


def _get_tex_of_number(self):
    """The numbers of a number line were formulas once."""
    return self._get_num_string(self.number)


DecimalNumber.get_tex = DecimalNumber.get_tex_string = _get_tex_of_number

NumberPlane.get_space_unit_to_x_unit = _get_space_unit_to_x_unit
NumberPlane.get_space_unit_to_y_unit = _get_space_unit_to_y_unit
