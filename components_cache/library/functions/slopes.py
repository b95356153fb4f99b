"""Straight lines against curves: slope triangle, tangent, moving tangent, the derivative as a graph."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, Narrator, formula


def slope_triangle(
    scene: Scene,
    slope: float = 0.5,
    intercept: float = 1.0,
    start: float = 0.0,
    end: float = 2.0,
    label: str = "y = 0.5x + 1",
    x_range: list[float] = [-1, 4, 1],
    y_range: list[float] = [-1, 4, 1],
):
    """Slope as rise over run: a triangle under a straight line.

    Tags: algebra, line, slope, rise, run, gradient of a line
    Wishes:
        slope triangle of y = 0.5x + 1 from x = 0 to x = 2
        slope as rise over run
        what does the slope of a line mean?
        rise over run
        slope of a line through two points
        gradient of a straight line with a triangle
        steepness of a road as a fraction
    Parameters:
        slope: rise for every step to the right
        intercept: height at x = 0
        start: left end of the triangle
        end: right end of the triangle
        label: the line's equation in TeX
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 8.2, 5.0, 2.2 * LEFT)
    line = chart.curve(lambda x: slope * x + intercept)
    numbers = chart.add_numbers()
    low, high = slope * start + intercept, slope * end + intercept
    a, b, c = chart.at(start, low), chart.at(end, low), chart.at(end, high)
    run, rise = Line(a, b, color=GOOD, stroke_width=6), Line(b, c, color=FOCUS, stroke_width=6)
    chart.avoid(run, rise)
    name = chart.label_curve(line, label)
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say("A straight line climbs at the same rate everywhere.", Create(line[0]), FadeIn(name))
    words_run = chart.settle(
        formula(rf"\text{{run}} = {end - start:g}", size=34, color=GOOD), [run.get_center()], (DOWN, UP)
    )
    words_rise = chart.settle(
        formula(rf"\text{{rise}} = {high - low:g}", size=34, color=FOCUS), [rise.get_center()], (RIGHT, LEFT)
    )
    narrator.say(
        f"Go {end - start:g} to the right: the run.", Create(run), FadeIn(words_run), FadeIn(Dot(a, color=INK))
    )
    way = "up" if high >= low else "down"
    narrator.say(
        f"Then go {abs(high - low):g} {way}, back to the line: the rise.",
        Create(rise),
        FadeIn(words_rise),
        FadeIn(Dot(c, color=INK)),
    )
    ratio = formula(r"\text{slope} =", r"{\text{rise}", r"\over", r"\text{run}}", size=44).move_to([4.6, 1.3, 0])
    ratio[1].set_color(FOCUS)
    ratio[3].set_color(GOOD)
    filled = formula("=", f"{{{high - low:g}", r"\over", f"{end - start:g}}}", f"= {slope:g}", size=44)
    filled[1].set_color(FOCUS)
    filled[3].set_color(GOOD)
    filled.next_to(ratio, DOWN, buff=0.6, aligned_edge=LEFT)
    scene.play(Write(ratio))
    scene.play(
        TransformFromCopy(words_rise, filled[1]), TransformFromCopy(words_run, filled[3]), FadeIn(filled[0], filled[2])
    )
    scene.play(Write(filled[4]))
    narrator.say("Any other triangle under this line gives the same ratio.")


def tangent_at(
    scene: Scene,
    function: Callable[[float], float] = lambda x: x**2,
    label: str = "y = x^2",
    at: float = 1.0,
    height: float = 1.0,
    slope: float = 2.0,
    point_label: str = "(1, 1)",
    slope_label: str = "2",
    tangent_label: str = "y = 2x - 1",
    derivative_label: str = "2x",
    x_range: list[float] = [-3, 3, 1],
    y_range: list[float] = [-2, 5, 1],
    poles: list[float] = [],
    takeaway: str = "The tangent is the straight line that the curve looks like up close.",
):
    """Tangent line: a secant turns into the tangent at one point.

    Tags: calculus, derivative, tangent, slope, secant
    Wishes:
        tangent line of x^2 at x = 1
        plot a curve and its tangent at a point, with the slope
        slope of a curve at one point
        tangent line at a point
        equation of the tangent to a curve
        derivative at a point as a slope
        tangent to sin x at x = pi/4
    Parameters:
        function: the function of x
        label: its equation in TeX
        at: where the tangent touches
        height: the value there
        slope: the derivative there
        point_label: the point of contact in TeX
        slope_label: the slope in TeX
        tangent_label: the tangent's equation in TeX
        derivative_label: the derivative in TeX
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
        poles: where the function is not defined
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 8.4, 5.0, 2.1 * LEFT)
    curve = chart.curve(function, MAIN, poles)
    tangent = chart.curve(lambda x: height + slope * (x - at), FOCUS)
    numbers = chart.add_numbers(patches=True)
    dot = Dot(chart.at(at, height), color=FOCUS, radius=0.09)
    chart.occupy(dot)
    name = chart.label_curve(curve, label)
    touch = chart.settle(formula(point_label, size=32, color=FOCUS), [dot.get_center()], (DR, UL, DL, UR, RIGHT, LEFT))
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say(
        "Pick one point of the curve.",
        Succession(*[Create(part) for part in curve]),
        FadeIn(name),
        GrowFromCenter(dot),
        FadeIn(touch),
    )
    secant = _turning_secant(scene, narrator, chart, function, at, height, dot)
    scene.play(ReplacementTransform(secant, tangent), run_time=0.6)
    side = VGroup(
        formula(r"\frac{dy}{dx} =", derivative_label, size=40),
        formula(rf"\text{{slope at the point}} = {slope_label}", size=36, color=FOCUS),
        formula(tangent_label, size=40, color=FOCUS),
    ).arrange(DOWN, buff=0.5)
    if side.width > 4.3:
        side.scale(4.3 / side.width)
    side.move_to([4.55, 0.5, 0])
    narrator.say("Its slope is the derivative there.", Write(side[0]), Write(side[1]))
    scene.play(Write(side[2]))
    narrator.say(takeaway, Indicate(tangent[0], color=FOCUS, scale_factor=1.02) if len(tangent) else Wait(0.1))


def _turning_secant(scene, narrator, chart, function, at, height, dot) -> Mobject:
    """A secant whose second point slides into the first."""
    low, high, _ = chart.x_range
    gap = ValueTracker(0.32 * (high - low) if at < (low + high) / 2 else -0.32 * (high - low))
    for _ in range(12):  # the second point must be on the part of the curve that is seen
        y = function(at + gap.get_value())
        if np.isfinite(y) and chart.y_range[0] <= y <= chart.y_range[1]:
            break
        gap.set_value(0.8 * gap.get_value())
    second = always_redraw(lambda: Dot(chart.at(at + gap.get_value(), function(at + gap.get_value())), color=GOOD))
    secant = always_redraw(
        lambda: _through(chart, at, height, (function(at + gap.get_value()) - height) / gap.get_value())
    )
    narrator.say("A second point gives a secant.", FadeIn(second), Create(secant), wait=0.5)
    narrator.say(
        "Slide it closer, and the secant turns into the tangent.", gap.animate(run_time=3).set_value(0.001), wait=0.3
    )
    secant.clear_updaters()
    scene.remove(second)
    return secant


def _through(chart: Chart, x: float, y: float, slope: float) -> VMobject:
    """The part of a straight line that lies inside the window."""
    low, high, _ = chart.x_range
    if abs(slope) > 1e-9:
        ends = sorted([x + (edge - y) / slope for edge in chart.y_range[:2]])
        low, high = max(low, ends[0]), min(high, ends[1])
    return Line(
        chart.at(low, y + slope * (low - x)), chart.at(high, y + slope * (high - x)), color=GOOD, stroke_width=3
    )


def derivative_graph(
    scene: Scene,
    function: Callable[[float], float] = lambda x: x**3 / 3 - x,
    derivative: Callable[[float], float] = lambda x: x**2 - 1,
    label: str = r"f(x) = \frac{x^3}{3} - x",
    derivative_label: str = "f'(x) = x^2 - 1",
    x_range: list[float] = [-3, 3, 1],
    y_range: list[float] = [-3, 3, 1],
    slope_range: list[float] = [-2, 5, 1],
    poles: list[float] = [],
):
    """Derivative as a graph: the slope of a moving tangent is drawn point by point.

    Tags: calculus, derivative, tangent, slope, moving tangent, graph of the derivative
    Wishes:
        graph of a function and its derivative
        tangent line moving along a curve while its slope is plotted
        how the derivative comes from the slopes of a curve
        sketch the derivative from the graph of a function
        a function and its derivative plotted together
        where the function rises the derivative is positive
        plot a function above its derivative
    Parameters:
        function: the function of x
        derivative: its derivative
        label: the function in TeX
        derivative_label: the derivative in TeX
        x_range: low, high and step of both x-axes
        y_range: low, high and step of the function's axis
        slope_range: low, high and step of the derivative's axis
        poles: where the function is not defined
    """
    narrator = Narrator(scene)
    left = Chart(x_range, y_range, 5.9, 4.5, [-3.45, -0.45, 0])
    right = Chart(x_range, slope_range, 5.9, 4.5, [3.45, -0.45, 0])
    curve, slopes = left.curve(function, MAIN, poles), right.curve(derivative, FOCUS, poles)
    numbers = VGroup(left.add_numbers(), right.add_numbers())
    names = VGroup(formula(label, size=36, color=MAIN), formula(derivative_label, size=36, color=FOCUS))
    for name, x in zip(names, (-3.45, 3.45), strict=True):
        name.scale(min(1, 5.6 / name.width, 0.8 / name.height)).move_to([x, 2.45, 0])
    scene.play(Create(left.axes), Create(right.axes), FadeIn(numbers))
    narrator.say(
        "At every point the curve has a slope.", Succession(*[Create(part) for part in curve]), FadeIn(names[0])
    )
    spots = [spot for part in slopes for spot in part.get_anchors()[:: max(1, len(part.get_anchors()) // 100)]]
    xs = [right.axes.p2c(spot)[0] for spot in spots]
    position = ValueTracker(0)

    def here() -> float:
        return float(np.interp(position.get_value(), np.linspace(0, 1, len(xs)), xs))

    tangent = always_redraw(lambda: _short_tangent(left, here(), function(here()), derivative(here())))
    dot = always_redraw(lambda: Dot(left.at(here(), np.clip(function(here()), *y_range[:2])), color=INK, radius=0.07))
    pen = always_redraw(lambda: Dot(right.at(here(), np.clip(derivative(here()), *slope_range[:2])), color=FOCUS))
    narrator.say("Write each slope down as a height.", FadeIn(tangent, dot, pen), FadeIn(names[1]), wait=0.4)
    trail = (
        Succession(*[Create(part, rate_func=linear) for part in slopes], run_time=7)
        if len(slopes) == 1
        else FadeIn(slopes, run_time=7)
    )
    scene.play(position.animate(run_time=7, rate_func=linear).set_value(1), trail)
    narrator.say("The height of the second curve is the slope of the first.")


def _short_tangent(chart: Chart, x: float, y: float, slope: float) -> Line:
    """A piece of tangent of constant length on the screen."""
    y = float(np.clip(y, *chart.y_range[:2]))
    way = chart.at(x + 1e-3, y + 1e-3 * slope) - chart.at(x, y)
    way = 1.1 * way / max(np.linalg.norm(way), 1e-9)
    return Line(chart.at(x, y) - way, chart.at(x, y) + way, color=FOCUS, stroke_width=5)
