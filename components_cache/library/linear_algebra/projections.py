"""Dot products and projections: shadows of one vector on another."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import (
    MovingGrid,
    bracketed,
    number_text,
    plane_arrow,
    point_text,
    rotation_of,
    row_of,
)
from components_cache.library.linear_algebra.vectors import side_panel, tip_label, vector_stage
from components_cache.library.theme import BAD, FOCUS, GOOD, INK, MAIN, MUTED, THIRD, WARM, Narrator, words


def dot_product_as_projection(scene: Scene, u: tuple[float, float] = (3, 1), v: tuple[float, float] = (1, 3)):
    """Dot product as projection: the shadow of one vector on the other, times the length of the other.

    Tags: linear algebra, dot product, scalar product, projection, angle, orthogonality
    Wishes:
        dot product as projection
        what does the dot product mean
        dot product of (3,1) and (1,3)
        scalar product of two vectors, when is it negative or zero
        scalar product
        inner product of two vectors
        why is the dot product zero for perpendicular vectors?
        shadow of one arrow on another times its length
        how is the dot product related to the angle?
    Parameters:
        u: the vector that casts the shadow; in [-6, 6]; said: of
        v: the vector on which the shadow falls; in [-6, 6]; said: and, with
    """
    a, b = np.array(u, dtype=float), np.array(v, dtype=float)
    reach = np.hypot(*a) * np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
    stage = vector_stage([a, b, *reach, shadow_of(a, b)])
    value, length = float(a @ b), float(np.hypot(*b))
    shadow = value / length
    base = plane_arrow(stage.origin, stage.place(b), MAIN, 8)
    turn = ValueTracker(0)
    cast = always_redraw(lambda: _shadow_picture(stage, rotation_of(turn.get_value()) @ a, b))
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    still = plane_arrow(stage.origin, stage.place(a), FOCUS, 8)
    names = VGroup(tip_label(stage, "v", b * 0.8, b, MAIN, -1), tip_label(stage, "u", a * 0.8, a, FOCUS, 1))
    narrator.say(
        f"u = {point_text(u)} and v = {point_text(v)}.",
        GrowFromPoint(base, stage.origin),
        GrowFromPoint(still, stage.origin),
        FadeIn(names),
    )
    scene.remove(still)
    narrator.say("Light falls at right angles to v: u casts a shadow on v.", FadeIn(cast), FadeOut(names))
    product = VGroup(*[words(text, 32) for text in _terms(u, v)]).arrange(DOWN, buff=0.15)
    measure = row_of(
        words(number_text(shadow), 32, GOOD if shadow >= 0 else BAD),
        "×",
        words(number_text(length), 32, MAIN),
        "=",
        number_text(value),
        size=32,
    )
    side_panel(product, words("shadow × length of v", 28, MUTED), measure, y=1.2)
    narrator.say("The dot product is the length of the shadow times the length of v.", FadeIn(measure))
    narrator.say("And it is this easy to calculate.", FadeIn(product), wait=1)
    scene.play(FadeOut(measure), FadeOut(product), run_time=0.4)
    live = _live_product(turn, a, b)
    narrator.say(
        "Turn u: the shadow shrinks, vanishes at a right angle, then points backwards.", FadeIn(live), wait=0.1
    )
    angle = float(np.arctan2(a[0] * b[1] - a[1] * b[0], value))
    for target in (angle, angle + PI / 2, angle + PI):
        scene.play(turn.animate.set_value(target), run_time=1.6)
        scene.wait(0.5)
    narrator.say(
        "Positive: same side. Zero: perpendicular. Negative: opposite sides.",
        turn.animate.set_value(angle + TAU if abs(angle) > PI / 2 else 0),
        wait=1.6,
    )
    live.clear_updaters()
    cast.clear_updaters()


def shadow_of(a, b):
    """The projection of vector a onto the line of vector b."""
    return (a @ b) / (b @ b) * b


def _shadow_picture(stage: MovingGrid, a, b) -> VGroup:
    foot = shadow_of(a, b)
    color = GOOD if a @ b >= 0 else BAD
    fall = DashedLine(stage.place(a), stage.place(foot), color=MUTED, stroke_width=3)
    shade = Line(stage.origin, stage.place(foot), color=color, stroke_width=12, stroke_opacity=0.8)
    return VGroup(shade, fall, plane_arrow(stage.origin, stage.place(a), FOCUS, 8))


def _terms(u, v) -> tuple:
    pieces = [f"{_in_brackets(x)}·{_in_brackets(y)}" for x, y in zip(u, v, strict=True)]
    return "u · v = " + " + ".join(pieces), f"= {number_text(float(np.dot(u, v)))}"


def _in_brackets(value: float) -> str:
    text = number_text(value)
    return f"({text})" if text.startswith("−") else text


def _live_product(turn, a, b) -> VGroup:
    number = DecimalNumber(float(a @ b), num_decimal_places=1, font_size=46, color=INK)
    row = row_of(words("u · v =", 36), number).move_to([4.4, 1.2, 0])
    place = number.get_left()

    def update(mobject):
        value = float((rotation_of(turn.get_value()) @ a) @ b)
        color = MUTED if abs(value) < 0.05 else GOOD if value > 0 else BAD
        mobject.set_value(0.0 if abs(value) < 0.05 else value).set_color(color).move_to(place, aligned_edge=LEFT)

    number.add_updater(update)
    return row


def vector_projection(scene: Scene, u: tuple[float, float] = (2, 3), onto: tuple[float, float] = (4, 1)):
    """Projection of one vector onto another: drop a perpendicular; what is left over stands at a right angle.

    Tags: linear algebra, projection, dot product, orthogonal, component
    Wishes:
        projection of one vector onto another
        project (2,3) onto (4,1)
        show two vectors and the projection of one onto the other with the projected component labelled
        vector projection formula
        orthogonal projection
        shadow of a vector on a line
        component of a vector along a direction
        project one arrow onto another arrow
        Animate dropping a perpendicular from a vector onto another one
        vector decomposition into parallel and perpendicular parts
    Parameters:
        u: the vector that is projected; in [-8, 8]; said: project, of
        onto: the vector it is projected onto; in [-8, 8]; said: onto, on
    """
    a, b = np.array(u, dtype=float), np.array(onto, dtype=float)
    foot = shadow_of(a, b)
    stage = vector_stage([a, b, foot])
    narrator = Narrator(scene)
    arrows = [plane_arrow(stage.origin, stage.place(x), c, 7) for x, c in ((b, MAIN), (a, FOCUS))]
    side = 1.0 if a[0] * b[1] - a[1] * b[0] <= 0 else -1.0
    names = [tip_label(stage, "v", 0.8 * b, b, MAIN, -side), tip_label(stage, "u", 0.6 * a, a, FOCUS, side)]
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say(
        f"How much of u = {point_text(u)} goes along v = {point_text(onto)}?",
        *[GrowFromPoint(x, stage.origin) for x in arrows],
        *[FadeIn(n) for n in names],
    )
    fall = DashedLine(stage.place(a), stage.place(foot), color=MUTED, stroke_width=4)
    mark = _right_angle(stage, a, b, foot)
    narrator.say("Drop a perpendicular from the tip of u to the line of v.", Create(fall), Create(mark))
    shade = plane_arrow(stage.origin, stage.place(foot), GOOD, 10)
    name = tip_label(stage, "p", (0, 0), foot, GOOD, -side)
    narrator.say(
        "Its foot is the tip of the projection p.", GrowFromPoint(shade, stage.origin), FadeIn(name), color=GOOD
    )
    factor = float(a @ b / (b @ b))
    lines = [
        formula_text(),
        words(f"= {number_text(float(a @ b))} / {number_text(float(b @ b))} · v = {number_text(factor)} v", 30),
        row_of("p =", bracketed([[foot[0]], [foot[1]]], 32, [GOOD]), size=32),
    ]
    side_panel(*lines)
    narrator.say("The dot products say which multiple of v it is.", FadeIn(lines[0]), FadeIn(lines[1]))
    narrator.say(f"p = {point_text(foot)}.", FadeIn(lines[2]), color=GOOD, wait=1)
    rest = plane_arrow(stage.place(foot), stage.place(a), THIRD, 7)
    narrator.say("What is left, u − p, stands at a right angle to v.", FadeIn(rest), wait=1.8)


def formula_text() -> MathTex:
    """The formula of the projection."""
    return MathTex(r"p = \frac{u \cdot v}{v \cdot v}\, v", font_size=42, color=INK)


def _right_angle(stage: MovingGrid, a, b, foot) -> VMobject:
    """A small square at the foot, on the side of the origin where it can be seen."""
    corner = stage.place(foot)
    along = stage.origin - corner
    if np.linalg.norm(along) < 0.3:
        along = stage.place(b) - stage.origin
    up = stage.place(a) - corner
    if np.linalg.norm(up) < 0.3:
        return VMobject()
    along, up = 0.2 * along / np.linalg.norm(along), 0.2 * up / np.linalg.norm(up)
    return VMobject(color=MUTED, stroke_width=3).set_points_as_corners(
        [corner + along, corner + along + up, corner + up]
    )


def gram_schmidt(scene: Scene, u: tuple[float, float] = (3, 1), v: tuple[float, float] = (1, 2.5)):
    """Gram-Schmidt: take away the shadow, and two slanted vectors become a right-angled pair of length one.

    Tags: linear algebra, gram-schmidt, orthogonal, orthonormal basis, projection
    Wishes:
        Gram-Schmidt process
        orthogonalize the vectors (3,1) and (2,2)
        how to orthogonalise two vectors
        make an orthonormal basis
        orthogonality
        make vectors perpendicular and of unit length
        orthonormal basis from arbitrary vectors
        subtract the projection to get an orthogonal vector
    Parameters:
        u: the first vector, which keeps its direction; in [-6, 6]; said: first
        v: the second vector, which is straightened up; in [-6, 6]; said: second
    """
    a, b = np.array(u, dtype=float), np.array(v, dtype=float)
    foot = shadow_of(b, a)
    rest = b - foot
    stage = vector_stage([a, b, foot, rest], most=1.4)
    narrator = Narrator(scene)
    one, two = (plane_arrow(stage.origin, stage.place(x), c, 7) for x, c in ((a, MAIN), (b, THIRD)))
    names = VGroup(tip_label(stage, "u", 0.6 * a, a, MAIN, -1), tip_label(stage, "v", 0.6 * b, b, THIRD, 1))
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say(
        "Two vectors, but not at a right angle.",
        GrowFromPoint(one, stage.origin),
        GrowFromPoint(two, stage.origin),
        FadeIn(names),
    )
    if np.hypot(*rest) < 1e-9:
        narrator.say("They lie on one line: nothing is left when the shadow is taken away.", color=BAD, wait=2)
        return
    shade = plane_arrow(stage.origin, stage.place(foot), WARM, 10)
    fall = DashedLine(stage.place(b), stage.place(foot), color=MUTED)
    steps = [
        MathTex(r"w = v - \frac{v \cdot u}{u \cdot u}\, u", font_size=40, color=INK),
        words(f"w = {point_text(rest)}", 30, FOCUS),
        words(f"w · u = {number_text(abs(float(rest @ a)))}", 30, FOCUS),
        words(f"e₁ = {point_text(a / np.hypot(*a))}", 30, MAIN),
        words(f"e₂ = {point_text(rest / np.hypot(*rest))}", 30, FOCUS),
    ]
    side_panel(*steps, y=0.1)
    narrator.say("Find the shadow of v on u …", Create(fall), GrowFromPoint(shade, stage.origin), color=WARM)
    straight = plane_arrow(stage.place(foot), stage.place(b), FOCUS, 7)
    narrator.say("… and take it away from v. What is left is perpendicular to u.", FadeIn(straight), FadeIn(steps[0]))
    scene.play(
        straight.animate.shift(stage.origin - stage.place(foot)),
        FadeOut(shade),
        FadeOut(fall),
        two.animate.set_opacity(0.25),
        names[1].animate.set_opacity(0.3),
    )
    narrator.say("The dot product confirms it: zero.", FadeIn(steps[1]), FadeIn(steps[2]))
    units = [plane_arrow(stage.origin, stage.place(x / np.hypot(*x)), c, 8) for x, c in ((a, MAIN), (rest, FOCUS))]
    narrator.say(
        "Finally shrink or stretch both to length 1: an orthonormal basis.",
        Transform(one, units[0]),
        Transform(straight, units[1]),
        FadeOut(names),
        FadeIn(steps[3]),
        FadeIn(steps[4]),
        wait=1.8,
    )
