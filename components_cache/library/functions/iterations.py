"""Searching on a graph step by step: Newton's method and gradient descent for any function."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import BAD, FOCUS, GOOD, INK, MAIN, MUTED, WARM, Narrator, formula


def newton_iteration(
    scene: Scene,
    function: Callable[[float], float] = lambda x: x**3 - 2,
    derivative: Callable[[float], float] = lambda x: 3 * x**2,
    label: str = "y = x^3 - 2",
    start: float = 2.5,
    steps: int = 4,
    x_range: list[float] = [-0.5, 3, 0.5],
    y_range: list[float] = [-4, 15, 2],
):
    """Newton's method on a graph: follow the tangent down to the axis, and start again from there.

    Tags: calculus, numerical methods, root finding, Newton-Raphson, tangent, iteration
    Wishes:
        Newton's method for x^3 - 2
        find the root of a function by following tangents
        Newton-Raphson iteration on a graph
        Newton's method step by step for a polynomial
        approximate a zero with tangent lines
    Parameters:
        function: the function of x
        derivative: its derivative
        label: its equation in TeX
        start: the first guess
        steps: how many tangents; in [1, 6]; said: steps, iterations
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 8.0, 5.0, 2.3 * LEFT)
    curve = chart.curve(function)
    numbers = chart.add_numbers()
    name = chart.label_curve(curve, label)
    rule = formula(r"x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}", size=38).move_to([4.6, 2.2, 0])
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say("Where does this curve meet the axis?", Create(curve), FadeIn(name))
    x = start
    dot = Dot(chart.at(x, 0), color=FOCUS)
    table = VGroup(_row(0, x)).move_to([4.6, 1.1, 0])
    narrator.say("Start with a guess.", GrowFromCenter(dot), FadeIn(table[0]))
    scene.play(Write(rule))
    drawn = VGroup()
    for k in range(steps):
        height, slope = function(x), derivative(x)
        after = x - height / slope
        up = DashedLine(chart.at(x, 0), chart.at(x, height), color=MUTED, stroke_width=2)
        touch = Line(chart.at(x, height), chart.at(after, 0), color=WARM, stroke_width=4)
        told = ("Go to the curve, and follow its tangent to the axis.", "Again, from the new place.")
        rise = AnimationGroup(Create(up), FadeIn(Dot(chart.at(x, height), radius=0.06, color=INK)))
        narrator.say(told[min(k, 1)], rise) if k < 2 else scene.play(rise, run_time=0.7)
        row = _row(k + 1, after).next_to(table, DOWN, buff=0.22, aligned_edge=LEFT)
        table.add(row)
        scene.play(Create(touch), run_time=0.9)
        scene.play(dot.animate.move_to(chart.at(after, 0)), FadeIn(row), *[m.animate.fade(0.6) for m in drawn])
        drawn = VGroup(up, touch)
        x = after
    box = SurroundingRectangle(table[-1], color=GOOD, buff=0.12, corner_radius=0.08)
    narrator.say("A few steps already give many right digits.", dot.animate.set_color(GOOD), Create(box))
    scene.wait(1)


def _row(k: int, value: float) -> MathTex:
    return formula(rf"x_{{{k}}} = {value:.6f}", size=38)


def descent_on_curve(
    scene: Scene,
    function: Callable[[float], float] = lambda x: x**4 - 3 * x**2 + x,
    derivative: Callable[[float], float] = lambda x: 4 * x**3 - 6 * x + 1,
    label: str = "y = x^4 - 3 x^2 + x",
    start: float = 2.0,
    rate: float = 0.05,
    steps: int = 12,
    x_range: list[float] = [-2.5, 2.5, 0.5],
    y_range: list[float] = [-5, 8, 2],
):
    """Gradient descent on a graph: every step goes downhill, as far as the slope and the learning rate say.

    Tags: calculus, machine learning, optimisation, gradient descent, learning rate, minimum
    Wishes:
        gradient descent on x^4 - 3x^2 + x
        gradient descent for a given function with learning rate 0.05
        minimise a function by following its slope downhill
        steepest descent on the graph of a function of one variable
        gradient descent on a polynomial
    Parameters:
        function: the function of x
        derivative: its derivative
        label: its equation in TeX
        start: where the descent begins
        rate: the learning rate; in [0.0001, 10]; said: learning rate, rate, step size, alpha, eta
        steps: how many steps; in [1, 30]; said: steps, iterations
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 8.0, 5.0, 2.3 * LEFT)
    curve = chart.curve(function)
    numbers = chart.add_numbers()
    name = chart.label_curve(curve, label)
    rule = formula(r"x_{n+1} = x_n - ", r"\eta", r" \, f'(x_n)", size=38).move_to([4.6, 2.3, 0])
    rule[1].set_color(WARM)
    step_size = formula(rf"\eta = {rate:g}", size=38, color=WARM).next_to(rule, DOWN, buff=0.35)
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say("We look for a low place, and see only the slope.", Create(curve), FadeIn(name))
    dot = Dot(chart.at(start, function(start)), radius=0.11, color=FOCUS)
    narrator.say("Start somewhere.", GrowFromCenter(dot))
    narrator.say("Step against the slope: the learning rate says how far.", Write(rule), FadeIn(step_size))
    panel = _place(0, start, derivative(start))
    scene.play(FadeIn(panel))
    x, trail = start, VGroup()
    for k in range(steps):
        slope = derivative(x)
        after = x - rate * slope
        ghost = Dot(chart.at(x, function(x)), radius=0.07, color=FOCUS, fill_opacity=0.45)
        trail.add(ghost)
        scene.add(ghost)
        slant = _tangent(chart, function, x, slope)
        if k < 3:
            scene.play(Create(slant), run_time=0.5)
        path = chart.path(np.array([[t, function(t)] for t in np.linspace(x, after, 40)]))
        move = MoveAlongPath(dot, path[0]) if len(path) == 1 else dot.animate.move_to(chart.at(after, function(after)))
        fresh = _place(k + 1, after, derivative(after))
        scene.play(move, FadeOut(panel), FadeIn(fresh), FadeOut(slant), run_time=1.0 if k < 3 else 0.4)
        panel, x = fresh, after
    if abs(derivative(x)) < 0.2 * max(0.01, abs(derivative(start))):
        narrator.say("The flatter it gets, the smaller the steps: a minimum.", dot.animate.set_color(GOOD))
    else:
        narrator.say("It has not settled yet: the learning rate decides.", dot.animate.set_color(BAD))
    scene.wait(1)


def _tangent(chart: Chart, function: Callable[[float], float], x: float, slope: float) -> Line:
    """A short piece of the tangent, about two units of the frame long."""
    here = chart.at(x, function(x))
    way = chart.at(x + 1, function(x) + slope) - here
    way = way / np.linalg.norm(way)
    return Line(here - way, here + way, color=MAIN, stroke_width=3)


def _place(k: int, x: float, slope: float) -> VGroup:
    rows = VGroup(
        formula(rf"x_{{{k}}} = {x:.4f}", size=40), formula(rf"f'(x_{{{k}}}) = {slope:.4f}", size=34, color=MUTED)
    )
    return rows.arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to([4.6, 0, 0])
