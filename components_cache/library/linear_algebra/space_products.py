"""Vectors in space: the cross product, and least squares as a projection onto a plane."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import bracketed, number_text, point_text, row_of
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    THIRD,
    WARM,
    Narrator,
    pin,
    words,
)


def space_axes(reach: float = 3.0, origin=ORIGIN) -> VGroup:
    """Three thin axes through a point."""
    ends = [(origin - 0.6 * reach * way, origin + reach * way) for way in (RIGHT, UP, OUT)]
    return VGroup(*[Line(*pair, color=MUTED, stroke_width=2) for pair in ends])


def space_arrow(end, color, start=ORIGIN, width: float = 6) -> VMobject:
    """An arrow in space with a six-sided tip, light enough for Cairo; a dot where it has no length."""
    start, end = np.array(start, dtype=float), np.array(end, dtype=float)
    length = np.linalg.norm(end - start)
    if length < 0.05:
        return Dot(end, color=color, radius=0.07)
    way = (end - start) / length
    tip = min(0.3, 0.4 * length)
    side = np.cross(way, OUT if abs(way[2]) < 0.9 else RIGHT)
    side = 0.33 * tip * side / np.linalg.norm(side)
    other = np.cross(way, side)
    neck = end - tip * way
    ring = [neck + np.cos(t) * side + np.sin(t) * other for t in np.linspace(0, TAU, 7)]
    faces = [Polygon(end, *ring[k : k + 2], color=color, fill_opacity=1, stroke_width=0.5) for k in range(6)]
    return VGroup(Line(start, neck, color=color, stroke_width=width), *faces)


def cross_product(
    scene: ThreeDScene, u: tuple[float, float, float] = (1, 0, 0), v: tuple[float, float, float] = (0, 1, 0)
):
    """Cross product: a vector at right angles to both, as long as their parallelogram is large.

    Tags: linear algebra, cross product, parallelogram, area, three dimensions, right-hand rule
    Wishes:
        cross product of (1,0,0) and (0,1,0)
        what is the cross product
        cross product: a vector perpendicular to two vectors in 3D
        area of a parallelogram in space
        vector product
        right-hand rule
        normal vector of two vectors in 3D
        a vector orthogonal to a plane
        length of the cross product is the parallelogram area
    Parameters:
        u: the first vector; in [-6, 6]; said: of
        v: the second vector; in [-6, 6]; said: and
    """
    a, b = np.array(u, dtype=float), np.array(v, dtype=float)
    normal = np.cross(a, b)
    area = float(np.linalg.norm(normal))
    longest = max(np.linalg.norm(a), np.linalg.norm(b), np.linalg.norm(a + b), area, 0.5)
    unit = float(min(2.4, 2.6 / longest))
    shift = np.array([0.0, 0.0, -0.4])
    scene.set_camera_orientation(phi=68 * DEGREES, theta=35 * DEGREES)
    ends = [shift + unit * x for x in (a, b, normal)]
    arrows = [space_arrow(end, c, shift) for end, c in zip(ends, (MAIN, THIRD, FOCUS), strict=True)]
    sheet = Polygon(shift, ends[0], shift + unit * (a + b), ends[1], color=WARM, fill_opacity=0.35, stroke_width=2)
    panel = _cross_panel(u, v, normal, area)
    pin(scene, *panel)
    scene.remove(*panel)
    narrator = Narrator(scene)
    narrator.say(
        f"u = {point_text(u)} and v = {point_text(v)} in space.",
        FadeIn(space_axes(2.4, shift)),
        FadeIn(arrows[0]),
        FadeIn(arrows[1]),
        FadeIn(panel[0]),
    )
    scene.begin_ambient_camera_rotation(rate=0.22)
    narrator.say("They span a parallelogram.", FadeIn(sheet), color=WARM)
    if area < 1e-9:
        narrator.say("It is flat: parallel vectors have cross product zero.", FadeIn(panel[1]), color=BAD, wait=2)
        scene.stop_ambient_camera_rotation()
        return
    narrator.say("The cross product stands at right angles to both.", FadeIn(arrows[2]), FadeIn(panel[1]), color=FOCUS)
    narrator.say(f"Its length is the area of the parallelogram: {number_text(area)}.", FadeIn(panel[2]), color=WARM)
    narrator.say("Curl the right hand from u to v: the thumb shows which way.", wait=2.5)
    scene.stop_ambient_camera_rotation()


def _cross_panel(u, v, normal, area: float) -> VGroup:
    columns = [bracketed([[x] for x in w], 28, [c]) for w, c in ((u, MAIN), (v, THIRD), (normal, FOCUS))]
    first = row_of(columns[0], "×", columns[1], size=30)
    second = row_of("=", columns[2], size=30)
    third = words(f"area {number_text(area)}", 30, WARM)
    return VGroup(first, second, third).arrange(DOWN, buff=0.3).move_to([-4.9, 0.2, 0])


def least_squares_projection(scene: ThreeDScene, data: list[float] = [1, 3, 2]):
    """Least squares as projection: the data vector has no exact fit, so drop it perpendicularly onto the plane of fits.

    Tags: linear algebra, least squares, projection, column space, normal equations, regression
    Wishes:
        least squares as a projection
        geometry of least squares
        why do the normal equations hold
        project the data onto the column space
        normal equations
        closest point in the column space
        linear algebra behind least squares
        overdetermined system without exact solution
        why is the residual perpendicular to the column space?
    Parameters:
        data: measured values at x = 0, 1 and 2; 3 to 3 items in [-4, 4]; said: data, values
    """
    columns = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    target = np.array([float(x) for x in data[:3]])
    weights, *_ = np.linalg.lstsq(columns, target, rcond=None)
    foot = columns @ weights
    error = float(np.linalg.norm(target - foot))
    turn = _onto_floor(columns, target)
    size = float(min(1.0, 2.7 / max(np.linalg.norm(target), 1.0)))
    b, p = size * turn @ target, size * turn @ foot
    base = np.array([0.0, 0.0, -0.9])
    scene.set_camera_orientation(phi=72 * DEGREES, theta=np.arctan2(p[1], p[0]) - 115 * DEGREES)
    floor = Polygon(
        *[base + np.array([x, y, 0]) for x, y in ((-3, -3), (3, -3), (3, 3), (-3, 3))],
        color=GHOST,
        fill_color=MAIN,
        fill_opacity=0.22,
        stroke_width=2,
    )
    axes = [space_arrow(base + size * turn @ c, MAIN, base) for c in columns.T]
    lines = [
        words(f"b = {point_text(data[:3])}", 28, FOCUS),
        words(f"p = {point_text(foot)}", 28, GOOD),
        words(f"|b − p| = {number_text(error)}", 28, BAD),
        words(f"line: y = {number_text(weights[0])} + {number_text(weights[1])} x".replace("+ −", "− "), 28, INK),
    ]
    panel = VGroup(*lines).arrange(DOWN, buff=0.28, aligned_edge=LEFT).move_to([-4.7, 1.4, 0])
    pin(scene, *panel)
    scene.remove(*panel)
    narrator = Narrator(scene)
    narrator.say("All data that fit a line exactly form a plane.", FadeIn(floor), *[FadeIn(a) for a in axes])
    scene.begin_ambient_camera_rotation(rate=0.05)
    narrator.say(
        "Our measurements b lie off that plane: no line fits them.",
        FadeIn(space_arrow(base + b, FOCUS, base)),
        FadeIn(lines[0]),
        color=FOCUS,
    )
    narrator.say(
        "The nearest point of the plane lies straight below: the projection p.",
        FadeIn(space_arrow(base + p, GOOD, base)),
        FadeIn(lines[1]),
        color=GOOD,
    )
    gap = Line(base + p, base + b, color=BAD, stroke_width=6) if error * size > 0.05 else VMobject()
    narrator.say(
        "The error stands at a right angle to the plane; it is as short as can be.",
        FadeIn(gap),
        FadeIn(lines[2]),
        color=BAD,
    )
    narrator.say("p belongs to the least squares line.", FadeIn(lines[3]), wait=2)
    scene.stop_ambient_camera_rotation()


def _onto_floor(columns, target):
    """A rotation of space that lays the plane of the columns flat; the rest points up."""
    one = columns[:, 0] / np.linalg.norm(columns[:, 0])
    two = columns[:, 1] - (columns[:, 1] @ one) * one
    two = two / np.linalg.norm(two)
    up = np.cross(one, two)
    return np.array([one, two, up if up @ target > 0 else -up])
