"""Geometrical optics: how a thin lens makes an image."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    THIRD,
    WARM,
    Narrator,
    formula,
    words,
)

AXIS_Y = 0.25
RAY_COLORS = [FOCUS, GOOD, THIRD]


def lens_image(focal: float, distance: float) -> tuple[float, float]:
    """Image distance (negative: on the object's side) and magnification (negative: upside down) of a thin lens."""
    gap = distance - focal
    gap = gap if abs(gap) > 1e-4 * focal else 1e-4 * focal
    return focal * distance / gap, -focal / gap


def in_view(point) -> bool:
    """Whether a place belongs to the stage."""
    return abs(point[0]) <= 6.5 and -2.7 <= point[1] <= 2.8


def until_edge(start, way):
    """The point where a ray from `start` leaves the stage."""
    limits = [(6.5 if way[0] > 0 else -6.5) - start[0], (2.8 if way[1] > 0 else -2.7) - start[1]]
    shares = [limit / part for limit, part in zip(limits, way, strict=False) if abs(part) > 1e-9]
    return start + min(shares) * way


def principal_rays(focal: float, distance: float, height: float) -> list[VGroup]:
    """The three principal rays of an object's tip in stage units; traced back by dashes where the image is virtual."""
    axis = AXIS_Y * UP
    tip = axis + np.array([-distance, height, 0])
    far, ratio = lens_image(focal, distance)
    image = axis + np.array([far, ratio * height, 0])
    hits = [axis + height * UP, axis, axis + ratio * height * UP]
    rays = []
    for k, (hit, color) in enumerate(zip(hits, RAY_COLORS, strict=True)):
        group = VGroup()
        if not in_view(hit):  # so near the focus that it misses the lens
            rays.append(group)
            continue
        way = (image - hit) * (1 if far > 0 else -1)
        corners = [tip, hit, until_edge(hit, way / np.linalg.norm(way))]
        group.add(VMobject(stroke_color=color, stroke_width=3.5).set_points_as_corners(corners))
        if far < 0:
            start = tip if k == 1 else hit
            end = image if in_view(image) else until_edge(start, image - start)
            group.add(DashedLine(start, end, color=color, stroke_width=2.5, dash_length=0.12))
        rays.append(group)
    if far < 0 and in_view(hits[2]):  # the third ray seems to come from the focus behind the object
        behind = DashedLine(axis + focal * LEFT, tip, color=RAY_COLORS[2], stroke_width=2.5, dash_length=0.12)
        rays[2].add(behind)
    return rays


def image_arrow(focal: float, distance: float, height: float) -> VMobject:
    """The image as an arrow on the axis, pale where it is virtual; nothing where it lies outside the stage."""
    far, ratio = lens_image(focal, distance)
    foot = np.array([far, AXIS_Y, 0])
    tip = foot + ratio * height * UP
    if not in_view(tip) or abs(ratio * height) < 0.02:
        return VectorizedPoint(foot)
    return standing_arrow(foot, tip, WARM).set_opacity(1 if far > 0 else 0.6)


def standing_arrow(foot, tip, color) -> Arrow:
    """An arrow from the axis to the tip of an object or image."""
    foot, tip = np.array(foot), np.array(tip)
    length = min(0.25, 0.4 * np.linalg.norm(tip - foot))
    return Arrow(foot, tip, buff=0, color=color, stroke_width=6, tip_length=length)


def drawn_lens() -> VGroup:
    """The lens between its two bulging sides, and the axis."""
    half, bulge = 2.35, 0.5
    top, bottom = (AXIS_Y + half) * UP, (AXIS_Y - half) * UP
    right = ArcBetweenPoints(bottom, top, angle=bulge)
    left = ArcBetweenPoints(top, bottom, angle=bulge)
    glass = VMobject(color=OTHER, fill_opacity=0.22, stroke_width=2.5)
    glass.set_points(np.concatenate([right.points, left.points]))
    return VGroup(Line([-6.5, AXIS_Y, 0], [6.5, AXIS_Y, 0], color=MUTED, stroke_width=2), glass)


def lens_ray_diagram(scene: Scene, focal: float = 10.0, distance: float = 28.0):
    """Thin converging lens: three rays find the image, and the image follows the object.

    Tags: physics, optics, lens, ray diagram, image, focal length, focus, magnification, magnifying glass, camera
    Wishes:
        thin lens
        ray diagram of a converging lens
        image formation by a convex lens
        how does a lens make an image?
        lens equation
        thin lens formula 1/f = 1/do + 1/di
        lens with f = 12 and object distance 20
        convex lens with focal length 10 and object distance 30
        how does a magnifying glass work?
        real and virtual image of a lens
        principal rays through a lens
        focal length of a lens
    Parameters:
        focal: focal length in centimetres; in [2, 30]; said: focal length, focal, f
        distance: distance of the object in centimetres, from 0.3 to 10 focal lengths; in [1, 120]; said: object distance, object at, distance, do, away
    """
    distance = float(np.clip(distance, 0.3 * focal, 10 * focal))
    far, ratio = lens_image(focal, distance)
    shown = [distance] if abs(far) > 6 * focal else [distance, abs(far)]  # an image too far away is not drawn
    unit = min(2.05 / focal, 6.1 / max(shown))
    height = float(np.clip(2.2 / abs(ratio), 0.4, 0.95)) if len(shown) > 1 else 0.95
    f = focal * unit
    narrator = Narrator(scene)
    _gathering(scene, narrator, f)
    place = ValueTracker(distance)

    def now():
        return f, place.get_value() * unit, height

    def body():
        x = -place.get_value() * unit
        return standing_arrow([x, AXIS_Y, 0], [x, AXIS_Y + height, 0], MAIN)

    thing = always_redraw(body)
    narrator.say("Put an object in front of it. Three rays from its tip are easy to trace.", FadeIn(thing), color=MAIN)
    rays = _trace(narrator, principal_rays(*now()), far > 0)
    moving = always_redraw(lambda: VGroup(*principal_rays(*now())))
    scene.remove(*[part for ray in rays for part in ray])
    scene.add(moving)
    image = image_arrow(*now())
    narrator.say(_told_image(far, image), FadeIn(image), color=WARM)
    scene.remove(image)
    scene.add(always_redraw(lambda: image_arrow(*now())))
    _law(scene, narrator, focal, place)
    for goal, told in _journey(focal, distance):
        narrator.say(told, place.animate(run_time=3.5, rate_func=smooth).set_value(goal), wait=1.4)


def _gathering(scene, narrator, f: float) -> None:
    """The lens, and parallel light that meets in its focus."""
    lens = drawn_lens()
    focus = np.array([f, AXIS_Y, 0])
    dots = VGroup(Dot(focus, color=INK, radius=0.07), Dot([-f, AXIS_Y, 0], color=INK, radius=0.07)).set_z_index(2)
    names = VGroup(
        formula("F'", size=32).next_to(dots[0], UR, buff=0.08), formula("F", size=32).next_to(dots[1], DL, buff=0.08)
    )
    beams = VGroup()
    for y in (1.6, 0.8, -0.8, -1.6):
        hit = np.array([0, AXIS_Y + y, 0])
        corners = [hit + 6.5 * LEFT, hit, focus]
        beams.add(VMobject(stroke_color=FOCUS, stroke_width=3).set_points_as_corners(corners))
    narrator.say("A converging lens bends parallel light into one point, its focus.", FadeIn(lens), wait=0)
    scene.play(*[Create(beam, rate_func=linear, run_time=1.6) for beam in beams])
    scene.play(FadeIn(dots, names), Flash(focus, color=FOCUS, flash_radius=0.3), run_time=0.7)
    scene.play(FadeOut(beams), run_time=0.5)


def _trace(narrator, rays: list[VGroup], real: bool) -> list[VGroup]:
    told = [
        "Parallel to the axis: the lens sends it through the far focus.",
        "Through the centre of the lens: it goes straight on.",
        "Through the near focus: it leaves parallel to the axis."
        if real
        else "As if it came from the near focus: it leaves parallel to the axis.",
    ]
    for text, ray, color in zip(told, rays, RAY_COLORS, strict=True):
        if len(ray):
            narrator.say(text, *[Create(part, run_time=1.3) for part in ray], color=color, wait=0.7)
    return [ray for ray in rays if len(ray)]


def _told_image(far: float, image: Mobject) -> str:
    if not isinstance(image, Arrow):
        return "The rays leave almost parallel: the image is very far away."
    if far > 0:
        return "Where they meet stands the image: real, and upside down."
    return "The rays part. Traced back they meet: an upright, virtual image."


def _law(scene, narrator, focal: float, place: ValueTracker) -> None:
    """The lens equation and the two distances, which follow the object."""
    law = formula(r"\frac{1}{f}", "=", r"\frac{1}{d_o}", "+", r"\frac{1}{d_i}", size=40).move_to([-5.4, -1.75, 0])
    law[2].set_color(MAIN)
    law[4].set_color(WARM)
    rows = VGroup(
        _live_row("d_o =", MAIN, place.get_value),
        _live_row("d_i =", WARM, lambda: np.clip(lens_image(focal, place.get_value())[0], -999, 999)),
    )
    known = VGroup(formula(r"f\;\, =", size=34), formula(f"{focal:g}", size=34), words("cm", 26))
    known.arrange(RIGHT, buff=0.15)
    VGroup(known, *rows).arrange(DOWN, buff=0.24, aligned_edge=LEFT).move_to([-2.9, -1.75, 0])
    scene.add(rows)  # numbers whose digits change cannot fade in
    narrator.say("One equation ties the two distances to the focal length.", Write(law), FadeIn(known), wait=1.5)


def _live_row(symbol: str, color, value) -> VGroup:
    """A symbol, a number that follows `value`, its unit."""
    sign = formula(symbol, size=34, color=color)
    number = DecimalNumber(value(), num_decimal_places=1, font_size=34, color=color, group_with_commas=False)
    unit = words("cm", 26, color)
    number.add_updater(lambda number: number.set_value(value()).next_to(sign, RIGHT, buff=0.15))
    unit.add_updater(lambda unit: unit.next_to(number, RIGHT, buff=0.15))
    return VGroup(sign, number, unit).arrange(RIGHT, buff=0.15)


def _journey(focal: float, distance: float) -> list[tuple[float, str]]:
    """Where the object moves next, and what there is to see."""
    if distance < focal:
        return [(2.2 * focal, "Move it out beyond the focus: the image turns over and becomes real.")]
    inside = (0.6 * focal, "Inside the focal length: a magnifying glass. The image is upright and virtual.")
    if distance < 1.7 * focal:
        return [(2.2 * focal, "Move it away: the image comes closer and shrinks."), inside]
    return [(1.5 * focal, "Move it closer: the image moves away and grows."), inside]
