"""The Pythagorean theorem: squares on the sides that shear into one, and the proof by rearrangement."""

import math

from manim import *

from components_cache.library.geometry.figures import outward_square, right_angle_mark, shape, side_label
from components_cache.library.theme import FOCUS, GHOST, GOOD, INK, MAIN, OTHER, Narrator, fit, formula, words


def pythagoras_squares(scene: Scene, a: float = 3.0, b: float = 4.0):
    """The Pythagorean theorem: the squares on the legs fill the square on the hypotenuse.

    Each small square shears, keeping its area, slides down and fills its part of the large square.

    Tags: geometry, right triangle, area, Pythagoras, hypotenuse
    Wishes:
        Pythagorean theorem
        show the Pythagorean theorem with a right triangle and squares on each side
        why is a^2 + b^2 = c^2?
        Pythagoras for a triangle with legs 5 and 12
        visual proof of Pythagoras by shearing
        Pythagoras
        theorem of Pythagoras
        squares on the sides of a right-angled triangle
        a squared plus b squared equals c squared
        why do the two small squares equal the big square?
        Animate a right triangle with squares built on its legs and hypotenuse
    Parameters:
        a: length of the first leg; in [1, 12]; said: a, leg, legs, sides
        b: length of the second leg; in [1, 12]; said: b, and
    """
    numbers = _numbers(a, b)
    a, b = _kept_apart(a, b)
    c = math.hypot(a, b)
    narrator = Narrator(scene)
    unit = 5.4 / (2 * c + a * b / c)
    left = np.array([-3.3 - c * unit / 2, -2.65 + c * unit, 0])
    right = left + c * unit * RIGHT
    foot = left + b * b / c * unit * RIGHT
    top = foot + a * b / c * unit * UP
    center = (left + right + top) / 3
    triangle = shape([left, right, top], INK, 0.12)
    corner = right_angle_mark(top, left, right, 0.16)
    on_b, on_a = shape(outward_square(left, top, center), MAIN), shape(outward_square(right, top, center), OTHER)
    on_c = shape(outward_square(left, right, center), FOCUS, 0.15)
    remembered = VGroup(on_a.copy(), on_b.copy()).set_fill(opacity=0.2)
    names = VGroup(
        *[_named(tex, square) for tex, square in (("a^2", on_a), ("b^2", on_b), ("c^2", on_c))],
    )
    rule = formula("a^2", "+", "b^2", "=", "c^2", size=64).move_to([3.3, 1.2, 0])
    rule[0].set_color(OTHER), rule[2].set_color(MAIN), rule[4].set_color(FOCUS)
    narrator.say("A right triangle, and a square on each of its sides.", Create(triangle), Create(corner))
    scene.play(*[FadeIn(square, scale=0.6) for square in (on_a, on_b, on_c)], FadeIn(names), run_time=1.2)
    narrator.say("Claim: the two small squares together are as large as the big one.", Write(rule))
    scene.play(FadeOut(names), run_time=0.4)
    _shear_into_place(narrator, scene, (on_b, on_a), (left, right, top, foot), c * unit)
    narrator.say("They fill the large square exactly.", wait=0.3)
    fit(numbers, 6).next_to(rule, DOWN, buff=0.7)
    frame = SurroundingRectangle(rule, color=FOCUS, buff=0.25, corner_radius=0.1)
    scene.play(FadeIn(numbers, shift=0.2 * UP), Create(frame), FadeIn(remembered), FadeIn(names[:2]))
    narrator.say("In every right triangle, $a^2 + b^2 = c^2$.", wait=1.5)


def _named(tex: str, square: Polygon) -> MathTex:
    side = np.linalg.norm(square.get_vertices()[0] - square.get_vertices()[1])
    return fit(formula(tex, size=40), 0.7 * side, 0.7 * side).move_to(square)


def _kept_apart(a: float, b: float) -> tuple[float, float]:
    """Legs whose ratio can be drawn: the longer at most six times the shorter."""
    long = max(a, b)
    return max(a, long / 6), max(b, long / 6)


def _shear_into_place(narrator: Narrator, scene: Scene, squares, points, size: float) -> None:
    left, right, top, foot = points
    up = size * UP
    ends = (left, right)

    def move(corners) -> list[Animation]:
        return [
            Transform(square, shape(corners(end), square.get_stroke_color()))
            for square, end in zip(squares, ends, strict=True)
        ]

    narrator.say("Shear each square: base and height stay, so its area stays.", wait=0)
    scene.play(*move(lambda end: [end, top, top + up, end + up]), run_time=2)
    scene.play(*move(lambda end: [end, top, top - up, end - up]), run_time=2)
    narrator.say("Slide down, and shear once more.", wait=0)
    scene.play(*move(lambda end: [end, foot, foot - up, end - up]), run_time=1.5)


def _numbers(a: float, b: float) -> VGroup:
    c = math.hypot(a, b)
    squares = [round(value * value, 2) for value in (a, b)]
    total = round(c * c, 2)
    line = formula(f"{squares[0]:g}", "+", f"{squares[1]:g}", "=", f"{total:g}", size=48)
    line[0].set_color(OTHER), line[2].set_color(MAIN), line[4].set_color(FOCUS)
    exact = abs(c - round(c, 2)) < 1e-9
    length = formula("c", "=", rf"\sqrt{{{total:g}}}", "=" if exact else r"\approx", f"{c:.4g}", size=40)
    length[0].set_color(FOCUS)
    return VGroup(line, length).arrange(DOWN, buff=0.35)


def pythagoras_rearrangement(scene: Scene, a: float = 2.0, b: float = 3.0):
    """Pythagoras by rearrangement: four triangles leave c², moved they leave a² + b².

    Tags: geometry, proof without words, right triangle, area
    Wishes:
        Pythagorean theorem proof by rearrangement
        prove Pythagoras by moving four triangles
        proof without words of a^2 + b^2 = c^2
        why is the Pythagorean theorem true
        rearrangement proof of Pythagoras
        four congruent right triangles in a big square
        visual proof of a^2 + b^2 = c^2 by moving pieces
        Chinese proof of the Pythagorean theorem
        slide triangles inside a square to prove Pythagoras
    Parameters:
        a: length of the first leg; in [1, 12]; said: a, leg, legs, sides
        b: length of the second leg; in [1, 12]; said: b, and
    """
    a, b = _kept_apart(a, b)
    narrator = Narrator(scene)
    unit = 5.0 / (a + b)
    a, b, side = a * unit, b * unit, 5.0
    origin = np.array([-5.6, -2.5, 0])

    def at(x: float, y: float) -> np.ndarray:
        return origin + x * RIGHT + y * UP

    first = shape([at(0, 0), at(a, 0), at(0, b)], MAIN, 0.75)
    second = shape([at(side, 0), at(side, a), at(a, 0)], MAIN, 0.75)
    third = shape([at(side, side), at(b, side), at(side, a)], MAIN, 0.75)
    fourth = shape([at(0, side), at(0, b), at(b, side)], MAIN, 0.75)
    triangles = VGroup(first, second, third, fourth)
    frame = Square(side, color=INK).move_to(at(side / 2, side / 2))
    inner = shape([at(a, 0), at(side, a), at(b, side), at(0, b)], FOCUS, 0.3, 0)
    legs = VGroup(
        formula("a", size=34),
        formula("b", size=34),
        side_label("c", at(a, 0), at(0, b), at(0, 0), gap=0.3, color=FOCUS),
    )
    for label, point in zip(legs[:2], (at(a / 2, 0.22), at(0.22, b / 2)), strict=True):
        label.move_to(point)
    middle = formula("c^2", size=56, color=FOCUS).move_to(inner)
    narrator.say("Take a right triangle with sides $a$, $b$ and $c$.", DrawBorderThenFill(first), FadeIn(legs))
    copies = [TransformFromCopy(first, triangle, path_arc=PI / 3) for triangle in triangles[1:]]
    narrator.say(
        "Four of them make a frame around a tilted square.", LaggedStart(*copies, lag_ratio=0.3), Create(frame)
    )
    scene.play(FadeIn(inner), FadeOut(legs[2]), Write(middle))
    note = words("free area", size=32, color=INK).move_to([3.2, 1.6, 0])
    total = formula("c^2", size=64, color=FOCUS).next_to(note, DOWN, buff=0.4)
    narrator.say("What they leave free is $c^2$.", FadeIn(note), TransformFromCopy(middle, total), wait=0.8)
    narrator.say(
        "Now slide the triangles inside the same frame.", FadeOut(inner), FadeOut(middle), FadeOut(legs[:2]), wait=0
    )
    scene.play(third.animate.shift(b * LEFT + a * DOWN), run_time=1.4)
    scene.play(second.animate.shift(b * UP), fourth.animate.shift(a * RIGHT), run_time=1.4)
    small = shape([at(0, b), at(a, b), at(a, side), at(0, side)], OTHER, 0.4, 0)
    large = shape([at(a, 0), at(side, 0), at(side, b), at(a, b)], GOOD, 0.4, 0)
    tags = VGroup(formula("a^2", size=48).move_to(small), formula("b^2", size=48).move_to(large))
    scene.play(FadeIn(small, large, tags))
    left = formula("a^2", "+", "b^2", "=", size=64)
    left[0].set_color(OTHER), left[2].set_color(GOOD)
    whole = VGroup(left, total.copy()).arrange(RIGHT, buff=0.2).move_to([3.2, 0.4, 0])
    left.align_to(whole[1], DOWN)
    narrator.say(
        "The same frame, the same triangles, so the same free area.", Write(left), total.animate.move_to(whole[1])
    )
    box = SurroundingRectangle(VGroup(left, total), color=GHOST, buff=0.3, corner_radius=0.1)
    narrator.say("So $a^2 + b^2 = c^2$, whatever the right triangle.", Create(box), wait=1.5)
