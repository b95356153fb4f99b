"""Figures on axes that are given by coordinates."""

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, Narrator, formula


def circle_equation(scene: Scene, center: tuple[float, float] = (1, 2), radius: float = 3.0):
    """The equation of a circle: every point has the same distance from the centre, by Pythagoras.

    Tags: geometry, analytic geometry, circle, coordinates, Pythagoras
    Wishes:
        circle with center (1,2) and radius 3
        the equation of a circle
        why is (x-1)^2 + (y-2)^2 = 9 a circle?
        derive the equation of a circle from Pythagoras
        standard form of a circle
    Parameters:
        center: the centre; in [-20, 20]; said: center, centre
        radius: the radius; in [0.5, 20]; said: radius
    """
    narrator = Narrator(scene)
    h, k = center
    chart = _square_chart(h, k, radius)
    angles = np.linspace(0, TAU, 400)
    ring = np.column_stack([h + radius * np.cos(angles), k + radius * np.sin(angles)])
    curve = chart.path(ring)
    turn = ValueTracker(0.9)
    middle = chart.at(h, k)

    def tip() -> np.ndarray:
        return chart.at(h + radius * np.cos(turn.get_value()), k + radius * np.sin(turn.get_value()))

    def corner() -> np.ndarray:
        return np.array([tip()[0], middle[1], 0])

    numbers = chart.add_numbers()
    dot, mark = Dot(middle, color=INK), Dot(color=FOCUS).add_updater(lambda m: m.move_to(tip()))
    name = chart.settle(formula(f"({h:g}, {k:g})", size=30, color=INK), [middle], (DL, DOWN, LEFT, DR, UL))
    arm = always_redraw(lambda: Line(middle, tip(), color=FOCUS, stroke_width=5))
    run = always_redraw(lambda: Line(middle, corner(), color=MAIN, stroke_width=5))
    rise = always_redraw(lambda: Line(corner(), tip(), color=GOOD, stroke_width=5))
    rows = VGroup(
        formula(f"r = {radius:g}", size=42, color=FOCUS),
        formula(_leg("x", h), "^2", "+", _leg("y", k), "^2", "=", "r^2", size=42),
        formula(f"{_leg('x', h)}^2 + {_leg('y', k)}^2 = {round(radius**2, 4):g}", size=42, color=FOCUS),
    ).arrange(DOWN, buff=0.6)
    rows.move_to([3.9, 0.3, 0])
    for part, color in ((0, MAIN), (3, GOOD), (6, FOCUS)):
        rows[1][part].set_color(color)
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say("One point is the centre.", GrowFromCenter(dot), FadeIn(name))
    scene.play(Create(arm), FadeIn(mark), FadeIn(rows[0]))
    scene.add(arm, mark)
    narrator.say("All points at the same distance from it make the circle.", Create(curve))
    narrator.say("Steps across and up are the legs of a right triangle.", Create(run), Create(rise))
    narrator.say("Pythagoras holds in it, wherever the point is.", FadeIn(rows[1], shift=0.2 * UP))
    scene.play(turn.animate.set_value(0.9 + TAU), run_time=5, rate_func=smooth)
    narrator.say("That is the equation of this circle.", TransformFromCopy(rows[1], rows[2]))
    scene.wait(1)


def _square_chart(h: float, k: float, radius: float) -> Chart:
    """Axes with equal units around the circle, on the left of the stage."""
    reach = 1.25 * radius
    low, high = min(k - reach, -0.3 * radius), max(k + reach, 0.3 * radius)
    left, right = min(h - reach, -0.3 * radius), max(h + reach, 0.3 * radius)
    unit = min(5.2 / (high - low), 7.2 / (right - left))
    step = float(next(s for s in (0.2, 0.5, 1, 2, 5, 10, 20) if s * unit > 0.55))
    width, height = unit * (right - left), unit * (high - low)
    return Chart([left, right, step], [low, high, step], width, height, 2.6 * LEFT)


def _leg(letter: str, shift: float) -> str:
    return letter if shift == 0 else f"({letter} {'-' if shift > 0 else '+'} {abs(shift):g})"
