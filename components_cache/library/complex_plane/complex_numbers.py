"""Complex numbers as arrows: multiplying turns and stretches, roots share a circle, conjugates are mirror images."""

import numpy as np
from manim import *

from components_cache.library.complex_plane.complex_map import complex_text
from components_cache.library.linear_algebra.plane import (
    MovingGrid,
    fitting_unit,
    free_corner,
    halo,
    number_text,
    path_points,
    plane_arrow,
    plate,
    rest_grid,
)
from components_cache.library.linear_algebra.vectors import side_panel, vector_stage
from components_cache.library.theme import (
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    THIRD,
    WARM,
    Narrator,
    formula,
    words,
)


def pair_of(value) -> tuple[float, float]:
    """A complex number as a point of the plane."""
    return (float(np.real(value)), float(np.imag(value)))


def complex_multiplication(scene: Scene, z: tuple[float, float] = (2, 1), w: tuple[float, float] = (1, 1)):
    """Complex multiplication: multiplying by w turns the whole plane by its angle and stretches it by its length.

    Tags: complex numbers, multiplication, rotation, scaling, polar form
    Wishes:
        complex multiplication as rotation and scaling
        multiply the complex numbers 2+i and 1+i
        why does multiplying by i rotate by 90 degrees?
        product of two complex numbers
        multiplying complex numbers
        what happens geometrically when two complex numbers are multiplied?
        angles add and lengths multiply
        multiplication by i as a quarter turn
        Visualize complex number multiplication in the plane
    Parameters:
        z: the number that is multiplied, as (real, imaginary); in [-6, 6]; said: multiply
        w: the number that acts, as (real, imaginary); in [-4, 4]; said: by, times
    """
    a, b = complex(*z), complex(*w)
    product = a * b
    turn = [[b.real, -b.imag], [b.imag, b.real]]
    unit = fitting_unit([(1, 0), z, w], turn)
    grid = MovingGrid(unit)
    one = grid.arrow((1, 0), GOOD)
    ride = grid.arrow(z, MAIN, width=7)
    goal = plane_arrow(ORIGIN, grid.place(w), WARM, 5)
    lines = [
        words(f"z = {complex_text(a)}", 30, MAIN),
        words(f"w = {complex_text(b)}", 30, WARM),
        words(f"z · w = {complex_text(product)}", 30, FOCUS),
    ]
    panel = plate(VGroup(*lines).arrange(DOWN, buff=0.18, aligned_edge=LEFT))
    panel.move_to(free_corner(path_points(grid, [(1, 0), z, w], turn), panel.width, panel.height))
    narrator = Narrator(scene)
    scene.add(rest_grid(unit))
    scene.play(FadeIn(grid), FadeIn(panel[0]), run_time=0.6)
    narrator.say(
        "Two complex numbers, and the number 1.",
        GrowFromPoint(one, ORIGIN),
        GrowFromPoint(ride, ORIGIN),
        FadeIn(goal),
        FadeIn(lines[0]),
        FadeIn(lines[1]),
    )
    angle = np.degrees(np.angle(b))
    narrator.say("Times w takes 1 to w. So the plane has to turn and stretch:", Indicate(goal, color=WARM), wait=0.6)
    text = f"turn by {number_text(angle, 0)}°, stretch by {number_text(abs(b))}."
    narrator.say(text[0].upper() + text[1:], grid.moved_by(turn, 3.5), color=WARM, wait=0.8)
    narrator.say(f"z goes along and lands on {complex_text(product)}.", FadeIn(lines[2]), ride.animate.set_color(FOCUS))
    narrator.say("Multiplying: lengths are multiplied, angles are added.", wait=2)


def roots_of_a_number(scene: Scene, degree: int = 5, value: tuple[float, float] = (1, 0)):
    """Roots of a complex number: n points, evenly spaced on a circle.

    Tags: complex numbers, roots of unity, nth roots, regular polygon
    Wishes:
        roots of z^5 = 1
        roots of unity
        solve z^3 = 8
        nth roots of a complex number
        all sixth roots of 64
        roots of unity on the unit circle
        fifth roots of one
        solutions of z^n = 1 form a regular polygon
        de Moivre roots
        how many complex cube roots does a number have?
        Plot all n-th roots of unity as vertices of a polygon
    Parameters:
        degree: the power n; in [2, 24]; said: degree, power, roots
        value: the number a, as (real, imaginary); in [-1000, 1000]
    """
    target = complex(*value)
    size, angle = abs(target) ** (1 / degree), np.angle(target) / degree
    radius = 2.15
    center = np.array([-2.6, 0.05, 0])

    def place(point):
        return center + radius / size * np.array([np.real(point), np.imag(point), 0])

    roots = [size * np.exp(1j * (angle + TAU * k / degree)) for k in range(degree)]
    axes = VGroup(*[Line(center - 2.6 * way, center + 2.6 * way, color=MUTED, stroke_width=2) for way in (RIGHT, UP)])
    circle = Circle(radius=radius, color=MAIN, stroke_width=3).move_to(center)
    narrator = Narrator(scene)
    length = formula(f"|z|^{{{degree}}} = {_plain(abs(target))}", size=40, color=MAIN)
    length_2 = words(f"so |z| = {number_text(size, 3)}", 32, MAIN)
    turns = words(f"{degree} × angle = {number_text(np.degrees(np.angle(target)), 0)}° + whole turns", 30, WARM)
    steps = words(f"step: 360° / {degree} = {number_text(360 / degree, 1)}°", 30, WARM)
    side_panel(length, length_2, turns, steps, x=4.0, y=0.3, width=5.0)
    narrator.say(
        "The length is easy: all solutions lie on one circle.",
        FadeIn(axes),
        Create(circle),
        FadeIn(length),
        FadeIn(length_2),
    )
    first = Dot(place(roots[1]), color=FOCUS, radius=0.1)
    spoke = Line(center, place(roots[1]), color=FOCUS, stroke_width=4)
    narrator.say("One of them:", FadeIn(first), Create(spoke), wait=0.4)
    powers = _powers(angle + TAU / degree, degree, place, size)
    narrator.say(
        f"Every factor turns by its angle; {degree} such turns end in the direction of {complex_text(target)}.",
        Create(powers, run_time=2.5),
        FadeIn(turns),
        color=WARM,
    )
    scene.play(FadeOut(powers), run_time=0.4)
    others = [*roots[2:], roots[0]]
    dots = VGroup(*[Dot(place(root), color=FOCUS, radius=0.1) for root in others])
    spokes = VGroup(*[Line(center, place(root), color=FOCUS, stroke_width=2, stroke_opacity=0.5) for root in others])
    narrator.say(
        "A whole turn more, shared out evenly, gives the next root, and the next …",
        LaggedStart(
            *[AnimationGroup(FadeIn(d, scale=2), Create(s)) for d, s in zip(dots, spokes, strict=True)],
            lag_ratio=0.4,
            run_time=2.5,
        ),
        FadeIn(steps),
    )
    figure = Polygon(*[place(root) for root in roots], color=GOOD, stroke_width=4) if degree > 2 else VMobject()
    labels = _root_labels(roots, place, center) if degree <= 8 else VGroup()
    names = {3: "an equilateral triangle", 4: "a square", 5: "a regular pentagon", 6: "a regular hexagon"}
    shape = f"corners of {names.get(degree, f'a regular {degree}-gon')}" if degree > 2 else "opposite each other"
    narrator.say(f"{degree} roots, {shape}.", Create(figure), FadeIn(labels), wait=2)


def _plain(value: float) -> str:
    return number_text(value).replace("−", "-")


def _powers(angle: float, degree: int, place, size: float) -> VMobject:
    """The way from the real axis round the circle in `degree` equal hops of `angle`."""
    points = [
        place(size * np.exp(1j * t) * (1 + 0.12 * np.abs(np.sin(PI * t / angle))))
        for t in np.linspace(0, degree * angle, 20 * degree + 1)
    ]
    return VMobject(color=WARM, stroke_width=4).set_points_as_corners(points)


def _root_labels(roots, place, center) -> VGroup:
    labels = VGroup()
    for root in roots:
        spot = place(root)
        away = (spot - center) / np.linalg.norm(spot - center)
        label = halo(words(complex_text(root), 24, INK))
        labels.add(label.move_to(spot + away * (0.3 + 0.42 * label.width * abs(away[0]))))
    return labels


def modulus_and_argument(scene: Scene, z: tuple[float, float] = (3, 2)):
    """Modulus and argument: a complex number by its length and its angle, the polar form.

    Tags: complex numbers, polar form, modulus, argument, absolute value
    Wishes:
        modulus and argument of a complex number
        polar form of 3+2i
        absolute value of a complex number
        complex number on the plane
        polar form of a complex number
        magnitude and phase of a complex number
        represent a complex number as an arrow with length and angle
        Argand diagram
        complex numbers
    Parameters:
        z: the number, as (real, imaginary); in [-20, 20]; said: of, number
    """
    value = complex(*z)
    stage = vector_stage([z])
    angle = float(np.angle(value))
    arrow = plane_arrow(stage.origin, stage.place(z), FOCUS, 8)
    legs = [
        Line(stage.origin, stage.place((z[0], 0)), color=MAIN, stroke_width=7),
        Line(stage.place((z[0], 0)), stage.place(z), color=WARM, stroke_width=7),
    ]
    arc = Arc(radius=0.7, start_angle=0, angle=angle, arc_center=stage.origin, color=THIRD, stroke_width=5)
    lines = [
        words(f"z = {complex_text(value)}", 36, FOCUS),
        words(f"|z| = {number_text(abs(value))}", 34, GOOD),
        words(f"arg z = {number_text(np.degrees(angle), 1)}° = {number_text(angle)} rad", 30, THIRD),
        formula(f"z = {_plain(abs(value))}\\, e^{{{_plain(angle)}\\, i}}", size=42),
    ]
    side_panel(*lines)
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say(
        "A complex number is a point of the plane, or the arrow to it.",
        GrowFromPoint(arrow, stage.origin),
        FadeIn(lines[0]),
    )
    narrator.say("Real part across, imaginary part up.", Create(legs[0]), Create(legs[1]))
    narrator.say("Pythagoras gives its length, the modulus.", Indicate(arrow), FadeIn(lines[1]), color=GOOD)
    narrator.say("The angle from the real axis is its argument.", Create(arc), FadeIn(lines[2]), color=THIRD)
    narrator.say("Length and angle together: the polar form.", FadeIn(lines[3]), wait=1.8)


def complex_conjugate(scene: Scene, z: tuple[float, float] = (3, 2)):
    """Complex conjugate: the mirror image in the real axis; sum and product of the two are real.

    Tags: complex numbers, conjugate, reflection
    Wishes:
        complex conjugate
        complex conjugate of 3+2i
        why z times its conjugate is real
        mirror a complex number across the real axis
        what is the conjugate of a complex number?
        flip the sign of the imaginary part
        complex conjugate as a reflection in the Argand plane
        conjugate
    Parameters:
        z: the number, as (real, imaginary); in [-10, 10]; said: of
    """
    value = complex(*z)
    mirror = (z[0], -z[1])
    stage = vector_stage([z, mirror, (2 * z[0], 0)])
    one, two = (
        plane_arrow(stage.origin, stage.place(z), MAIN, 8),
        plane_arrow(stage.origin, stage.place(mirror), WARM, 8),
    )
    lines = [
        words(f"z = {complex_text(value)}", 34, MAIN),
        words(f"z* = {complex_text(value.conjugate())}", 34, WARM),
        words(f"z + z* = {number_text(2 * value.real)}", 34, FOCUS),
        words(f"z · z* = |z|² = {number_text(abs(value) ** 2)}", 34, GOOD),
    ]
    side_panel(*lines)
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say("A number z …", GrowFromPoint(one, stage.origin), FadeIn(lines[0]), wait=0.5)
    image = one.copy()
    narrator.say("… and its conjugate: the mirror image in the real axis.", Transform(image, two), FadeIn(lines[1]))
    sides = VGroup(
        DashedLine(stage.place(z), stage.place((2 * z[0], 0)), color=WARM),
        DashedLine(stage.place(mirror), stage.place((2 * z[0], 0)), color=MAIN),
    )
    total = plane_arrow(stage.origin, stage.place((2 * z[0], 0)), FOCUS, 8)
    narrator.say(
        "Added, the imaginary parts cancel.", Create(sides), GrowFromPoint(total, stage.origin), FadeIn(lines[2])
    )
    narrator.say("Multiplied, the angles cancel: what is left is the length squared.", FadeIn(lines[3]), wait=2)
