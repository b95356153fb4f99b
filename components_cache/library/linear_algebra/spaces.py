"""What a vector space is: arrows, polynomials, functions and matrices all add and scale in the same way."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import bracketed, plane_arrow, row_of
from components_cache.library.theme import FOCUS, GHOST, GOOD, MAIN, MUTED, WARM, Narrator, fit, formula, words

CELLS = [(-3.35, 1.5), (3.35, 1.5), (-3.35, -1.35), (3.35, -1.35)]


def vector_space_examples(scene: Scene):
    """Vector spaces: arrows, polynomials, functions and matrices, things that can be added and scaled.

    Tags: linear algebra, vector space, abstract vectors, polynomials, functions, matrices
    Wishes:
        simple but nontrivial examples of vector spaces
        what is a vector space
        abstract vector spaces: polynomials and functions
        why are functions vectors?
        axioms of a vector space with examples
        what else besides arrows is a vector?
        polynomials as vectors
        spaces of functions and matrices
        vector space examples beyond R^n
    """
    narrator = Narrator(scene)
    cells = [_frame(k, name) for k, name in enumerate(("arrows", "polynomials", "functions", "2×2 matrices"))]
    narrator.say(
        "A vector space: things that can be added and multiplied by numbers.",
        LaggedStart(*[FadeIn(cell) for cell in cells], lag_ratio=0.25),
    )
    _arrows(scene, narrator, CELLS[0])
    _polynomials(scene, narrator, CELLS[1])
    _functions(scene, narrator, CELLS[2])
    _matrices(scene, narrator, CELLS[3])
    narrator.say(
        "Different things, the same two operations, the same rules.",
        *[cell[0].animate.set_stroke(GOOD, 3) for cell in cells],
    )
    narrator.say("What is proved for all vector spaces is true for every one of them.", wait=2)


def _frame(k: int, name: str) -> VGroup:
    box = RoundedRectangle(width=6.4, height=2.65, corner_radius=0.15, color=GHOST, stroke_width=2).move_to(
        [*CELLS[k], 0]
    )
    return VGroup(box, words(name, 26, MUTED).next_to(box.get_corner(UL), DR, buff=0.14))


def _arrows(scene, narrator, cell) -> None:
    base = np.array([cell[0] - 1.9, cell[1] - 0.9, 0])
    u, v = np.array([1.6, 0.4, 0]), np.array([0.3, 1.3, 0])
    one, two = plane_arrow(base, base + u, MAIN), plane_arrow(base, base + v, WARM)
    narrator.say(
        "Arrows: put them tip to tail, or stretch them.", GrowFromPoint(one, base), GrowFromPoint(two, base), wait=0.3
    )
    scene.play(two.animate.shift(u), run_time=0.8)
    total = plane_arrow(base, base + u + v, FOCUS, 7)
    text = row_of(words("u", 30, MAIN), "+", words("v", 30, WARM), size=30).move_to([cell[0] + 1.7, cell[1], 0])
    scene.play(GrowFromPoint(total, base), FadeIn(text), run_time=0.8)


def _polynomials(scene, narrator, cell) -> None:
    lines = [
        formula("x^2 + 2x", size=38, color=MAIN),
        formula("3x^2 - 1", size=38, color=WARM),
        formula("4x^2 + 2x - 1", size=38, color=FOCUS),
    ]
    rule = Line(ORIGIN, 3 * RIGHT, color=MUTED, stroke_width=2)
    stack = VGroup(lines[0], VGroup(formula("+", size=38), lines[1]).arrange(RIGHT, buff=0.15), rule, lines[2])
    stack.arrange(DOWN, buff=0.17, aligned_edge=RIGHT).move_to([cell[0] + 0.2, cell[1] - 0.12, 0])
    narrator.say("Polynomials: add the coefficients, power by power.", FadeIn(stack[0]), FadeIn(stack[1]), wait=0.3)
    scene.play(Create(rule), TransformFromCopy(VGroup(lines[0], lines[1]), lines[2]), run_time=1)


def _functions(scene, narrator, cell) -> None:
    axes = Axes(
        x_range=[0, 2 * PI, PI],
        y_range=[-2, 2, 1],
        x_length=5.6,
        y_length=2.1,
        tips=False,
        axis_config={"color": MUTED, "stroke_width": 1.5, "include_ticks": False},
    )
    axes.move_to([cell[0], cell[1] - 0.2, 0])
    first = axes.plot(np.sin, color=MAIN, stroke_width=3)
    second = axes.plot(lambda x: 0.7 * np.cos(3 * x), color=WARM, stroke_width=3)
    total = axes.plot(lambda x: np.sin(x) + 0.7 * np.cos(3 * x), color=FOCUS, stroke_width=5)
    narrator.say("Functions: add their heights, at every x.", Create(axes), Create(first), Create(second), wait=0.3)
    scene.play(
        TransformFromCopy(VGroup(first, second), VGroup(total)),
        first.animate.set_stroke(opacity=0.4),
        second.animate.set_stroke(opacity=0.4),
        run_time=1.2,
    )


def _matrices(scene, narrator, cell) -> None:
    one, two = bracketed([[1, 0], [2, 1]], 30, [MAIN, MAIN]), bracketed([[0, 3], [1, 1]], 30, [WARM, WARM])
    total = bracketed([[1, 3], [3, 2]], 30, [FOCUS, FOCUS])
    line = fit(row_of(one, "+", two, "=", total, size=34, buff=0.25), width=5.8).move_to([cell[0], cell[1] - 0.15, 0])
    narrator.say("Matrices: add them entry by entry.", FadeIn(line[:4]), wait=0.3)
    scene.play(TransformFromCopy(VGroup(one, two), total), run_time=0.9)
