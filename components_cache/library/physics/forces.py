"""Forces on bodies at rest and about to move."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    INK,
    MAIN,
    MUTED,
    OTHER,
    THIRD,
    WARM,
    Narrator,
    formula,
)

CORNER = np.array([-6.2, -1.6, 0.0])  # the lower end of the slope
LENGTH, SIDE, WEIGHT = 5.6, 0.9, 1.6  # the slope, the block, the arrow of its weight


def slope_ways(angle: float) -> tuple:
    """Directions of a slope of `angle` radians: up along it, and away from it."""
    return np.array([np.cos(angle), np.sin(angle), 0]), np.array([-np.sin(angle), np.cos(angle), 0])


def block_center(angle: float, slid: float = 0.0):
    """Where the block lies on the slope, `slid` units further down."""
    along, away = slope_ways(angle)
    return CORNER + (3.6 - slid) * along + SIDE / 2 * away


def drawn_slope(angle: float) -> VGroup:
    """The slope as a wedge on the ground, with an arc for its angle."""
    along, _ = slope_ways(angle)
    top = CORNER + LENGTH * along
    foot = np.array([top[0], CORNER[1], 0])
    wedge = Polygon(CORNER, top, foot, stroke_width=0, fill_color=GHOST, fill_opacity=0.45)
    edges = VMobject(stroke_color=MUTED, stroke_width=3).set_points_as_corners([top, CORNER, foot])
    return VGroup(wedge, edges, Arc(radius=1.0, angle=angle, arc_center=CORNER, color=INK))


def drawn_block(angle: float, slid: float = 0.0) -> Square:
    """The block on the slope."""
    block = Square(SIDE, color=MAIN, fill_opacity=0.75, stroke_width=3)
    return block.rotate(angle).move_to(block_center(angle, slid))


def pull(start, way, color) -> Mobject:
    """An arrow of a force; nothing where it is too short to be seen."""
    length = np.linalg.norm(way)
    if length < 0.06:
        return VectorizedPoint(start)
    return Arrow(start, start + way, buff=0, color=color, stroke_width=6, tip_length=min(0.22, 0.5 * length))


def slope_forces(angle: float, slid: float = 0.0) -> list:
    """Arrows of the weight, its part along the slope, its part into the slope, and the normal force."""
    along, away = slope_ways(angle)
    center = block_center(angle, slid)
    return [
        pull(center, WEIGHT * DOWN, WARM),
        pull(center, -WEIGHT * np.sin(angle) * along, FOCUS),
        pull(center, -WEIGHT * np.cos(angle) * away, OTHER),
        pull(center, WEIGHT * np.cos(angle) * away, THIRD),
    ]


def inclined_plane(scene: Scene, angle: float = 30.0, friction: float = 0.5):
    """Block on an inclined plane: its weight splits in two, and friction decides when it slides.

    Tags: physics, mechanics, forces, inclined plane, slope, ramp, friction, normal force, weight, components
    Wishes:
        inclined plane
        block on an inclined plane
        forces on a block on a slope
        normal force and friction on a ramp
        when does a block start to slide down a ramp?
        free body diagram of a block on an incline of 25 degrees
        static friction coefficient and the angle of a slope
        components of gravity on an inclined plane
        mg sin theta and mg cos theta
        friction
        a box on a slope of 20 degrees
    Parameters:
        angle: angle of the slope while the forces are taken apart, in degrees; in [10, 50]; said: degrees, angle, theta
        friction: coefficient of static friction; in [0.2, 0.9]; said: friction, coefficient, mu, μ
    """
    narrator = Narrator(scene)
    tilt, slid = ValueTracker(np.deg2rad(angle)), ValueTracker(0)
    slope = always_redraw(lambda: drawn_slope(tilt.get_value()))
    block = always_redraw(lambda: drawn_block(tilt.get_value(), slid.get_value()))
    along, away = slope_ways(tilt.get_value())
    foot = block_center(tilt.get_value()) - SIDE / 2 * (along + away)
    stop = Line(foot, foot + 0.45 * away, color=INK, stroke_width=8)
    theta = VGroup(
        formula(r"\theta =", size=36),
        DecimalNumber(angle, num_decimal_places=1, unit=r"^\circ", font_size=36, color=INK),
    )
    theta.arrange(RIGHT, buff=0.15).move_to([-6.4, -2.05, 0], aligned_edge=LEFT)
    theta[1].add_updater(lambda number: number.set_value(np.rad2deg(tilt.get_value())))
    scene.add(theta)  # a number whose digits change cannot fade in
    narrator.say("A block on a slope, held by a small stop.", FadeIn(slope), FadeIn(block), FadeIn(stop))
    arrows, gone = _taken_apart(scene, narrator, tilt.get_value())
    _onto_rough_ground(scene, narrator, tilt, slid, VGroup(*arrows), VGroup(stop, *gone))
    critical = np.arctan(friction)
    _until_it_slides(scene, narrator, tilt, slid, friction, critical)
    law = formula(r"mg\sin\theta", "=", r"\mu\,", r"mg\cos\theta", size=38)
    law[0].set_color(FOCUS)
    law[2:].set_color(BAD)
    short = formula(r"\tan\theta", "=", r"\mu", "=", f"{friction:.3g}", size=38)
    short[2:].set_color(BAD)
    result = formula(r"\theta", "=", rf"{np.rad2deg(critical):.1f}^\circ", size=38)
    VGroup(law, short, result).arrange(DOWN, buff=0.35).move_to([3.4, -1.3, 0])
    narrator.say("The weight drops out: heavy or light, it starts at the same angle.", Write(law), wait=0.8)
    scene.play(TransformFromCopy(law, short))
    scene.play(FadeIn(result, shift=0.2 * DOWN))
    scene.wait(2)


def _taken_apart(scene, narrator, angle: float) -> tuple[list, list]:
    """The weight, its two parts and the normal force, with labels; returns the arrows and all the rest."""
    along, away = slope_ways(angle)
    center = block_center(angle)
    weight, down, into, normal = slope_forces(angle)
    names = [
        formula("mg", size=34, color=WARM),
        formula(r"mg\sin\theta", size=34, color=FOCUS),
        formula(r"mg\cos\theta", size=34, color=OTHER),
        formula("N", size=34, color=THIRD).next_to(center + WEIGHT * np.cos(angle) * away, UP, buff=0.12),
    ]
    names[0].next_to(center + WEIGHT * DOWN, DOWN, buff=0.12)
    names[1].next_to(center - max(0.7, WEIGHT * np.sin(angle) + 0.1) * along + 0.1 * away, LEFT, buff=0.1)
    names[2].next_to(center - WEIGHT * np.cos(angle) * away, RIGHT, buff=0.15)
    for name in names[::2]:
        if abs(name.get_y() - CORNER[1]) < 0.35:  # the ground would run through it
            name.set_y(CORNER[1] - 0.35)
    narrator.say("Its weight pulls straight down.", GrowArrow(weight), FadeIn(names[0]), color=WARM)
    tip = center + WEIGHT * DOWN
    sides = VGroup(
        DashedLine(tip, tip + WEIGHT * np.cos(angle) * away, color=MUTED, stroke_width=2),
        DashedLine(tip, tip + WEIGHT * np.sin(angle) * along, color=MUTED, stroke_width=2),
    )
    narrator.say("Split it: one part along the slope, one part into it.", Create(sides), wait=0)
    scene.play(GrowArrow(down), FadeIn(names[1]))
    scene.play(GrowArrow(into), FadeIn(names[2]))
    rows = VGroup(
        formula(r"mg\sin\theta", "=", rf"{np.sin(angle):.2f}\,mg", size=40, color=FOCUS),
        formula(r"mg\cos\theta", "=", rf"{np.cos(angle):.2f}\,mg", size=40, color=OTHER),
        formula("N", "=", r"mg\cos\theta", size=40, color=THIRD),
    ).arrange(DOWN, buff=0.5, aligned_edge=LEFT)
    rows.move_to([3.4, 1.0, 0])
    scene.play(FadeIn(rows[:2]))
    narrator.say(
        "The slope pushes back against the part into it: the normal force.",
        GrowArrow(normal),
        FadeIn(names[3], rows[2]),
        color=THIRD,
        wait=1.2,
    )
    return [weight, down, into, normal], [sides, rows, *names]


def _onto_rough_ground(scene, narrator, tilt, slid, arrows, gone) -> None:
    """Without the stop and its labels, almost flat; from here on the arrows follow the slope."""
    live = always_redraw(lambda: VGroup(*slope_forces(tilt.get_value(), slid.get_value())))
    scene.play(FadeOut(gone), run_time=0.6)
    scene.remove(arrows, *arrows)
    scene.add(live)
    narrator.say(
        "Take the stop away and start almost flat: now friction has to hold it.",
        tilt.animate(run_time=1.5).set_value(np.deg2rad(5)),
        wait=0.5,
    )


def _until_it_slides(scene, narrator, tilt, slid, friction: float, critical: float) -> None:
    """Tilt until the pull along the slope exceeds the most that friction can do; bars compare the two."""

    def grip():
        along, away = slope_ways(tilt.get_value())
        start = block_center(tilt.get_value(), slid.get_value()) - SIDE / 2 * away
        size = min(np.sin(tilt.get_value()), friction * np.cos(tilt.get_value()))
        return pull(start, WEIGHT * size * along, BAD)

    def bar(y, value, color):
        return lambda: Rectangle(
            width=max(0.02, 4.8 * value(tilt.get_value()) / friction),
            height=0.34,
            stroke_width=0,
            fill_opacity=0.9,
            color=color,
        ).move_to([1.0, y, 0], aligned_edge=LEFT)

    names = VGroup(
        formula(r"\text{pull } mg\sin\theta", size=34, color=FOCUS).move_to([1.0, 2.35, 0], aligned_edge=LEFT),
        formula(r"\text{friction at most } \mu N", size=34, color=BAD).move_to([1.0, 1.05, 0], aligned_edge=LEFT),
    )
    bars = VGroup(
        always_redraw(bar(1.85, np.sin, FOCUS)), always_redraw(bar(0.55, lambda t: friction * np.cos(t), BAD))
    )
    held = always_redraw(grip)
    narrator.say(
        "Friction answers exactly as strongly as the block is pulled, up to a limit.",
        FadeIn(held),
        FadeIn(names, *bars),
        color=BAD,
        wait=1,
    )
    narrator.say(
        "Tilt it: the pull grows, and the limit shrinks with the normal force.",
        tilt.animate(run_time=5, rate_func=linear).set_value(critical),
        wait=0.8,
    )
    narrator.say(
        "Both are equal: one degree more, and it slides.",
        tilt.animate(run_time=0.8).set_value(critical + np.deg2rad(1)),
        color=FOCUS,
        wait=0,
    )
    scene.play(slid.animate(run_time=1.6, rate_func=lambda t: t * t).set_value(1.4))
