"""Well-known formulas, shown on what they mean."""

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import BAD, FOCUS, GOOD, INK, MAIN, MUTED, Narrator, formula, words


def quadratic_discriminant(scene: Scene, cases: bool = True):
    """The discriminant: its discriminant decides how many solutions there are.

    Tags: algebra, quadratic formula, discriminant, roots, parabola
    Wishes:
        show the quadratic formula and highlight the discriminant
        what does the discriminant of a quadratic equation tell us?
        the quadratic formula with its discriminant written out
        discriminant
        b^2 - 4ac and the number of real roots
        how many solutions does a quadratic equation have?
        two, one or no real solutions of a parabola
        nature of the roots
    Parameters:
        cases: show the three cases on parabolas
    """
    narrator = Narrator(scene)
    question = formula("a x^2 + b x + c = 0", size=44, color=MUTED).move_to([0, 2.5, 0])
    answer = formula(r"x = {-b \pm \sqrt{", "b^2 - 4ac", r"} \over 2a}", size=60).move_to([0, -0.2, 0])
    narrator.say("Every quadratic equation has the same solution formula.", Write(question))
    scene.play(Write(answer), run_time=2)
    brace = Brace(answer[1], UP, color=FOCUS, buff=0.2)
    name = words("discriminant", size=30, color=FOCUS).next_to(brace, UP, buff=0.12)
    narrator.say(
        "The part under the root is called the discriminant.",
        answer[1].animate.set_color(FOCUS),
        GrowFromCenter(brace),
        FadeIn(name),
    )
    scene.play(Indicate(answer[1], color=FOCUS))
    if not cases:
        narrator.say("It alone decides how many real solutions there are.")
        return
    scene.play(FadeOut(question, brace, name), answer.animate.scale(0.8).move_to([0, 2.15, 0]))
    lines = ("two solutions", "one solution", "no real solution")
    for k, (sign, text, shift, color) in enumerate(
        zip([">", "=", "<"], lines, (-1.2, 0, 0.7), (GOOD, FOCUS, BAD), strict=True)
    ):
        panel = _parabola(shift, color).shift([4.3 * (k - 1), -0.75, 0])
        caption = VGroup(formula(rf"b^2 - 4ac {sign} 0", size=34, color=color), words(text, size=28, color=color))
        caption.arrange(DOWN, buff=0.15).next_to(panel, DOWN, buff=0.2).set_y(-2.25)
        scene.play(Create(panel[0]), Create(panel[1]), FadeIn(caption), run_time=1.3)
        scene.play(*[GrowFromCenter(dot) for dot in panel[2]]) if len(panel[2]) else scene.wait(0.3)
    narrator.say("The discriminant tells how often the parabola meets the axis.")


def _parabola(shift: float, color) -> VGroup:
    """A small parabola, moved up or down, with its crossings of the axis."""
    axis = Line(1.6 * LEFT, 1.6 * RIGHT, color=MUTED, stroke_width=2)
    xs = np.linspace(-1.35, 1.35, 60)
    curve = VMobject(color=color, stroke_width=4).set_points_smoothly([[x, 0.75 * x**2 + 0.5 * shift, 0] for x in xs])
    reach = np.sqrt(max(0.0, -0.5 * shift / 0.75))
    roots = VGroup(*[Dot([x, 0, 0], color=INK) for x in ({-reach, reach} if shift <= 0 else ())])
    return VGroup(axis, curve, roots)


def distance_formula(scene: Scene, a: tuple[float, float] = (1, 1), b: tuple[float, float] = (5, 4)):
    """Distance between two points: the Pythagorean theorem under the distance formula.

    Tags: geometry, distance formula, coordinates, Pythagoras
    Wishes:
        show the distance formula and connect it to two labelled points A and B
        distance between the points (1, 1) and (5, 4)
        why is there a square root in the distance formula?
        distance formula
        distance between two points in the plane
        how far apart are two points on a grid?
        length of a segment from coordinates by Pythagoras
    Parameters:
        a: the first point; in [-8, 8]
        b: the second point; in [-8, 8]
    """
    narrator = Narrator(scene)
    law = formula("d = ", r"\sqrt{", "(x_2 - x_1)^2", "+", "(y_2 - y_1)^2", "}", size=52).move_to([0, 0.3, 0])
    narrator.say("How far apart are two points? One formula answers it.", Write(law))
    brace = Brace(law[1:], DOWN, color=FOCUS, buff=0.15)
    note = words("the square root undoes the squares", size=28, color=FOCUS).next_to(brace, DOWN, buff=0.15)
    narrator.say(
        "Squares, a sum, and a square root around it all.",
        law[1:].animate.set_color(FOCUS),
        GrowFromCenter(brace),
        FadeIn(note),
    )
    scene.play(FadeOut(brace, note), law[1:].animate.set_color(INK), run_time=0.8)
    scene.play(law.animate.scale(0.72).move_to([3.9, 2.3, 0]))
    low, high = np.minimum(a, b), np.maximum(a, b)
    size = max(high - low) if max(high - low) > 0 else 1.0
    step = float(max(1, np.ceil(size / 5)))
    x_range = [min(0, low[0]) - step, max(0, high[0]) + step, step]
    y_range = [min(0, low[1]) - step, max(0, high[1]) + step, step]
    chart = Chart(x_range, y_range, 6.6, 4.7, [-3.1, -0.2, 0])
    corner = (b[0], a[1])
    run = Line(chart.at(*a), chart.at(*corner), color=MAIN, stroke_width=5)
    rise = Line(chart.at(*corner), chart.at(*b), color=GOOD, stroke_width=5)
    slant = Line(chart.at(*a), chart.at(*b), color=FOCUS, stroke_width=5)
    chart.avoid(run, rise, slant)
    numbers = chart.add_numbers()
    marks = [chart.mark(*p, rf"{name} = ({p[0]:g}, {p[1]:g})", INK) for p, name in ((a, "A"), (b, "B"))]
    dx, dy = abs(b[0] - a[0]), abs(b[1] - a[1])
    below = chart.settle(formula(f"{dx:g}", size=36, color=MAIN), [run.get_center()], (DOWN, UP))
    beside = chart.settle(formula(f"{dy:g}", size=36, color=GOOD), [rise.get_center()], (RIGHT, LEFT))
    across = chart.settle(formula("d", size=38, color=FOCUS), [slant.get_center()], (UL, UR, DL, DR))
    scene.play(Create(chart.axes), FadeIn(numbers), *[FadeIn(mark) for mark in marks])
    scene.play(Create(slant), FadeIn(across))
    narrator.say(
        "The difference in x and the difference in y make a right triangle.",
        Create(run),
        Create(rise),
        FadeIn(below, beside),
        law[2].animate.set_color(MAIN),
        law[4].animate.set_color(GOOD),
    )
    put = formula("d = ", r"\sqrt{", f"{dx:g}^2", "+", f"{dy:g}^2", "}", size=40)
    put[2].set_color(MAIN)
    put[4].set_color(GOOD)
    put.move_to([3.9, 1.1, 0])
    total = dx**2 + dy**2
    root = np.sqrt(total)
    value = f"= {root:g}" if abs(root - round(root)) < 1e-9 else rf"\approx {root:.3f}"
    result = formula(rf"d = \sqrt{{{total:g}}} {value}", size=40, color=FOCUS).move_to([3.9, 0.1, 0])
    scene.play(TransformMatchingShapes(VGroup(law.copy(), below.copy(), beside.copy()), put), run_time=1.4)
    scene.play(TransformMatchingShapes(put.copy(), result))
    narrator.say(
        "The distance formula is the Pythagorean theorem in coordinates.",
        Indicate(slant, color=FOCUS, scale_factor=1.03),
    )
