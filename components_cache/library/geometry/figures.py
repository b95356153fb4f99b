"""Building blocks of plane figures: angle wedges, marks, labels beside sides, squares on sides."""

import math

from manim import *

from components_cache.library.theme import BACKGROUND, INK, formula


def haloed(label: VMobject) -> VMobject:
    """A label with a dark outline behind its letters, readable over lines."""
    return label.set_stroke(BACKGROUND, width=4, background=True)


def halo_numbers(axes: Axes) -> Axes:
    """Axis numbers that stay readable where a curve passes."""
    for axis in axes.axes:
        for number in axis.numbers:
            number.set_z_index(1)
            haloed(number)
    return axes


def direction(angle: float) -> np.ndarray:
    """The unit vector at `angle` radians from the x-axis."""
    return np.array([math.cos(angle), math.sin(angle), 0.0])


def angle_wedge(vertex, first, second, radius: float = 0.55, color=INK, opacity: float = 0.55) -> Sector:
    """The sector at `vertex` between the rays to `first` and `second`, on the side of the smaller angle."""
    start = angle_of_vector(np.array(first) - np.array(vertex))
    turn = angle_of_vector(np.array(second) - np.array(vertex)) - start
    turn = (turn + PI) % TAU - PI
    wedge = Sector(radius=radius, angle=turn, start_angle=start, color=color, fill_opacity=opacity, stroke_width=0)
    return wedge.shift(np.array(vertex))


def wedge_label(tex: str, vertex, first, second, distance: float = 0.85, color=INK, size: float = 36) -> MathTex:
    """A formula on the bisector of an angle, `distance` away from its vertex."""
    one, other = normalize(np.array(first) - vertex), normalize(np.array(second) - vertex)
    middle = one + other
    if np.linalg.norm(middle) < 1e-6:
        middle = rotate_vector(one, PI / 2)
    return formula(tex, size=size, color=color).move_to(np.array(vertex) + distance * normalize(middle))


def right_angle_mark(vertex, first, second, size: float = 0.25, color=INK) -> VMobject:
    """The little square corner at a right angle."""
    one, other = size * normalize(np.array(first) - vertex), size * normalize(np.array(second) - vertex)
    corners = [np.array(vertex) + one, np.array(vertex) + one + other, np.array(vertex) + other]
    return VMobject(color=color, stroke_width=3).set_points_as_corners(corners)


def side_label(tex: str, start, end, away_from, gap: float = 0.35, color=INK, size: float = 40) -> MathTex:
    """A formula beside the middle of a side, on the side that faces away from a point."""
    middle = (np.array(start) + np.array(end)) / 2
    normal = normalize(rotate_vector(np.array(end) - np.array(start), PI / 2))
    if np.dot(normal, middle - np.array(away_from)) < 0:
        normal = -normal
    label = formula(tex, size=size, color=color)
    reach = 0.5 * (abs(normal[0]) * label.width + abs(normal[1]) * label.height)
    return label.move_to(middle + (gap + reach - 0.12) * normal)


def shape(corners, color, opacity: float = 0.45, stroke: float = 3) -> Polygon:
    """A filled polygon in one colour."""
    return Polygon(*corners, color=color, fill_opacity=opacity, stroke_width=stroke, joint_type=LineJointType.ROUND)


def outward_square(start, end, away_from) -> list[np.ndarray]:
    """Corners of the square on the segment, on the side that faces away from a point."""
    start, end = np.array(start), np.array(end)
    normal = rotate_vector(end - start, PI / 2)
    if np.dot(normal, (start + end) / 2 - np.array(away_from)) < 0:
        normal = -normal
    return [start, end, end + normal, start + normal]
