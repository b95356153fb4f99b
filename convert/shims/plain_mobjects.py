"""Mobjects that are neither strokes nor pixels, such as those drawn by shaders: they have points, and may be animated."""

from manim import *


def _keep_colours(self, mobject1, mobject2, alpha):
    """There is nothing to see, so nothing to mix."""


def _align_points_with_larger(self, larger_mobject):
    count = len(larger_mobject.points)
    if len(self.points):
        self.points = self.points[np.linspace(0, len(self.points) - 1, count).astype(int)]
    else:
        self.points = np.tile(self.get_center(), (count, 1))


def _point_of_plain(self, alpha):
    if not len(self.points):
        return self.get_center()
    return self.points[int(np.clip(alpha, 0, 1) * (len(self.points) - 1))]


def _point_mobject(self, center=None):
    point = Mobject()
    point.points = np.array([self.get_center() if center is None else center], dtype=float)
    return point


def _stay_whole(self, mobject, a, b):
    return self


def _let_plain_mobjects_change():
    Mobject.interpolate_color = _keep_colours
    Mobject.align_points_with_larger = _align_points_with_larger
    Mobject.point_from_proportion = _point_of_plain
    Mobject.get_point_mobject = _point_mobject
    if not hasattr(Mobject, "pointwise_become_partial"):
        Mobject.pointwise_become_partial = _stay_whole
