"""Methods of manimgl's VMobject that ManimCE's lacks."""

from manim import *
from manim.mobject.mobject import _AnimationBuilder


def _set_backstroke(self, color=BLACK, width=3, background=True, **kwargs):
    """A dark outline behind the mobject, so that it reads on what it covers."""
    for mob in self.family_members_with_points():
        if isinstance(mob, VMobject):
            mob.set_stroke(color, width, background=True)
    return self


def _keep_strokes(self, *args, **kwargs):
    """Ways of drawing strokes and fills that Cairo does not have."""
    return self


def _quick_point_from_proportion(self, alpha):
    return self.point_from_proportion(alpha)


def _pfp(self, alpha):
    """Point from proportion; an array of proportions gives an array of points."""
    if isinstance(alpha, (int, float)) or np.ndim(alpha) == 0:
        return self.point_from_proportion(min(max(float(alpha), 0.0), 1.0))
    return np.array([self.point_from_proportion(min(max(float(a), 0.0), 1.0)) for a in alpha])


def _get_area_vector(self):
    """Its length is the area of the anchors' polygon, its direction the normal."""
    anchors = self.get_anchors()
    if len(anchors) < 3:
        return np.zeros(3)
    return 0.5 * np.cross(anchors, np.roll(anchors, -1, axis=0)).sum(axis=0)


def _get_unit_normal(self, *args, **kwargs):
    area = self.get_area_vector()
    norm = np.linalg.norm(area)
    return area / norm if norm > 0 else OUT


def _get_points_without_null_curves(self, atol=1e-9):
    return self.points


def _get_opacities(self):
    return np.array([mob.get_fill_opacity() for mob in self.get_family() if isinstance(mob, VMobject)])


def _set_anim_args(self, **kwargs):
    """`mob.animate.shift(UP).set_anim_args(run_time=2)`."""
    self.anim_args = kwargs
    return self


def _make_approximately_smooth(self, *args, **kwargs):
    return self.make_smooth()


def _add_subpath(self, points):
    """Append a path; a quadratic one (manimgl's, three points a curve) is written in cubics."""
    points = np.array(points, dtype=float)
    if len(points) % 4 == 0:
        return self.append_points(points)
    start, handle, end = points[0::2][:-1], points[1::2], points[0::2][1:]
    cubic = np.empty((4 * len(handle), 3))
    cubic[0::4], cubic[3::4] = start, end
    cubic[1::4], cubic[2::4] = start + 2 / 3 * (handle - start), end + 2 / 3 * (handle - end)
    return self.append_points(cubic)


def _set_color_by_proportion(self, prop_to_color):
    return self.set_color([prop_to_color(alpha) for alpha in np.linspace(0, 1, 10)])


def _get_radius(self):
    return np.linalg.norm(self.get_start() - self.get_center())


def _set_perpendicular_to_camera(self, camera_frame=None):
    return self


VMobject.set_backstroke = _set_backstroke
VMobject.set_flat_stroke = _keep_strokes
VMobject.set_anti_alias_width = _keep_strokes
VMobject.set_scale_stroke_with_zoom = _keep_strokes
VMobject.use_winding_fill = _keep_strokes
VMobject.set_joint_roundness = _keep_strokes
VMobject.set_fill_border_width = _keep_strokes
VMobject.refresh_unit_normal = _keep_strokes
VMobject.refresh_triangulation = _keep_strokes
VMobject.refresh_joint_angles = _keep_strokes
VMobject.match_background_image_file = _keep_strokes
VMobject.set_perpendicular_to_camera = _set_perpendicular_to_camera
VMobject.quick_point_from_proportion = _quick_point_from_proportion
VMobject.pfp = _pfp
VMobject.get_area_vector = _get_area_vector
VMobject.get_unit_normal = _get_unit_normal
VMobject.get_points_without_null_curves = _get_points_without_null_curves
VMobject.get_opacities = _get_opacities
VMobject.make_approximately_smooth = _make_approximately_smooth
VMobject.add_subpath = _add_subpath
VMobject.set_color_by_proportion = _set_color_by_proportion
VMobject.get_radius = _get_radius
_AnimationBuilder.set_anim_args = _set_anim_args
