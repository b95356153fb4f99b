"""Graphs of one or several functions with what matters on them."""

import itertools
from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import FOCUS, GHOST, INK, MUTED, PALETTE, Narrator, fit, formula, words


def function_graphs(
    scene: Scene,
    functions: list[Callable[[float], float]] = [lambda x: x**2 - 4 * x + 3],
    labels: list[str] = ["y = x^2 - 4x + 3"],
    x_range: list[float] = [-1, 5, 1],
    y_range: list[float] = [-2, 7, 1],
    poles: list[float] = [],
    levels: list[float] = [],
    points: list[tuple[float, float, str]] = [(1, 0, "1"), (3, 0, "3"), (2, -1, "(2, -1)")],
    asymptote_labels: list[str] = [],
    remarks: list[str] = [],
    zoom: bool = False,
    callout: str = "",
    takeaway: str = "",
    pi_numbers: bool = False,
):
    """Graphs of functions: curves drawn over axes, with asymptotes, roots, peaks and other marked points.

    Tags: functions, plot, graph, curve, roots, vertex, extrema, asymptotes
    Wishes:
        plot y = x^2 - 4x + 3
        graph of a function with its roots and its vertex
        draw a curve on axes and mark its maximum and minimum
        plot a function
        graph y = sin(x) + x/2
        plot tan x with its asymptotes
        sketch a polynomial with its zeros and turning points
        draw the graph of a function on coordinate axes
    Parameters:
        functions: the functions of x
        labels: their names in TeX
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
        poles: where a vertical asymptote stands
        levels: heights of horizontal asymptotes
        points: what is marked: x, y and a label in TeX
        asymptote_labels: TeX beside the asymptotes, vertical ones first
        remarks: one sentence while the curves are drawn, then one for every marked point
        zoom: look at the last marked point through a magnifying window
        callout: a short explanation beside the magnified point
        takeaway: the closing sentence
        pi_numbers: number the x-axis in multiples of pi
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, *((7.4, 5.0, 2.7 * LEFT) if zoom else (11.0, 5.1, ORIGIN)), pi_numbers=pi_numbers)
    curves = [chart.curve(f, PALETTE[k % len(PALETTE)], poles) for k, f in enumerate(functions)]
    lines = _asymptotes(chart, poles, levels)
    numbers = chart.add_numbers()
    chart.occupy(*[Dot(chart.at(x, y), radius=0.12) for x, y, _ in points])
    if zoom and points:
        chart.occupy(*_lens_and_panel(chart.at(*points[-1][:2])))
    names = [
        chart.label_curve(c, tex, c[0].get_color()) for c, tex in zip(curves, labels, strict=False) if len(c) and tex
    ]
    scene.play(Create(chart.axes), FadeIn(numbers), run_time=1.2)
    said = [*remarks, *[""] * (len(points) + 1 - len(remarks))]
    drawing = LaggedStart(*[_drawn(curve) for curve in curves], lag_ratio=0.5, run_time=1.5 + len(curves))
    narrator.say(said[0], drawing, wait=0.2) if said[0] else scene.play(drawing)
    scene.play(*[FadeIn(name, shift=0.1 * UP) for name in names])
    _show_asymptotes(scene, chart, lines, asymptote_labels)
    marks = VGroup()
    for (x, y, tex), remark in zip(points, said[1:], strict=False):
        mark = chart.mark(x, y, tex)
        marks.add(mark)
        shown = AnimationGroup(
            GrowFromCenter(mark[0]), Flash(mark[0], color=FOCUS, flash_radius=0.25), FadeIn(mark[1:])
        )
        narrator.say(remark, shown) if remark else scene.play(shown)
    if zoom and points:
        _magnify(scene, chart, curves, points[-1], callout)
    if takeaway:
        narrator.say(takeaway)
    scene.wait(1)


def _drawn(curve: VGroup) -> Animation:
    """All branches of a curve from left to right."""
    return Succession(*[Create(part, rate_func=linear) for part in curve]) if len(curve) else Wait(0.1)


def _asymptotes(chart: Chart, poles: list[float], levels: list[float]) -> list[DashedLine]:
    upright = [chart.dashed((x, chart.y_range[0]), (x, chart.y_range[1])) for x in poles]
    return upright + [chart.dashed((chart.x_range[0], y), (chart.x_range[1], y)) for y in levels]


def _show_asymptotes(scene: Scene, chart: Chart, lines: list[DashedLine], labels: list[str]) -> None:
    if not lines:
        return
    scene.play(LaggedStart(*[Create(line) for line in lines], lag_ratio=0.3), run_time=1.5)
    names = VGroup()
    for line, tex in zip(lines, labels, strict=False):
        if tex:
            a, b = line.get_start(), line.get_end()
            places = [a + share * (b - a) for share in (0.03, 0.97, 0.15, 0.85, 0.3, 0.7)]
            names.add(chart.settle(formula(tex, size=30, color=MUTED), places, enough=0.12))
    scene.play(FadeIn(names))


def _lens_and_panel(place: np.ndarray, factor: float = 3.2) -> tuple[Rectangle, Rectangle]:
    panel = Rectangle(width=4.0, height=3.0, color=FOCUS, stroke_width=3).move_to([4.45, 1.1, 0])
    return panel.copy().scale(1 / factor).move_to(place), panel


def _magnify(scene: Scene, chart: Chart, curves: list[VGroup], point: tuple[float, float, str], callout: str) -> None:
    """A small window around a point grows into a large one on the right, with a note under it."""
    place, factor = chart.at(point[0], point[1]), 3.2
    lens, panel = _lens_and_panel(place, factor)
    inside = VGroup()
    for curve in [chart.axes.x_axis, chart.axes.y_axis, *[part for c in curves for part in c]]:
        muted = curve in (chart.axes.x_axis, chart.axes.y_axis)
        path = [curve.get_start(), curve.get_end()] if muted else curve.get_anchors()
        inside.add(_enlarged(np.array(path), place, panel, factor, GHOST if muted else curve.get_color()))
    dot = Dot(panel.get_center(), radius=0.13, color=FOCUS)
    scene.play(Create(lens))
    scene.play(TransformFromCopy(lens, panel), run_time=1.2)
    scene.play(FadeIn(inside), GrowFromCenter(dot))
    if callout:
        note = VGroup(*[_line(text) for text in callout.split("\n")]).arrange(DOWN, buff=0.18)
        fit(note, width=4.3, height=1.9).next_to(panel, DOWN, buff=0.3)
        scene.play(FadeIn(note, shift=0.2 * UP))
        scene.wait(1.5)


def _line(text: str) -> Mobject:
    return Tex(text, font_size=32, color=INK) if "$" in text else words(text, size=26)


def _enlarged(path: np.ndarray, place: np.ndarray, panel: Rectangle, factor: float, color) -> VGroup:
    """A path blown up around `place` and cut off at the panel's border."""
    dense = np.concatenate([np.linspace(a, b, 40) for a, b in itertools.pairwise(path)]) if len(path) < 4 else path
    dense = np.concatenate([np.linspace(a, b, 4) for a, b in itertools.pairwise(dense)])
    moved = panel.get_center() + factor * (dense - place)
    near = np.all(np.abs(moved - panel.get_center())[:, :2] <= [panel.width / 2, panel.height / 2], axis=1)
    drawn, run = VGroup(), []
    for spot, inside in zip([*moved, moved[-1]], [*near, False], strict=False):
        if inside:
            run.append(spot)
        elif len(run) > 1:
            drawn.add(VMobject(color=color, stroke_width=5).set_points_as_corners(run))
        if not inside:
            run = []
    return drawn
