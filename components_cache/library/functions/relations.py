"""Functions set against each other: inverse, race of growth, shifted graphs, inequalities on a number line."""

import textwrap
from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart, sampled
from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    PALETTE,
    Narrator,
    fit,
    formula,
    words,
)


def inverse_by_reflection(
    scene: Scene,
    function: Callable[[float], float] = lambda x: 2 * x + 1,
    inverse: Callable[[float], float] = lambda x: (x - 1) / 2,
    labels: list[str] = ["f(x) = 2x + 1", r"f^{-1}(x) = \frac{x - 1}{2}"],
    steps: list[str] = ["y = 2x + 1", "x = 2y + 1", r"y = \frac{x - 1}{2}"],
    sample: float = 1.0,
    reach: list[float] = [-5, 5, 1],
    domain: list[float] = [-5, 5],
):
    """Inverse function: swapping x and y mirrors the graph in the diagonal.

    Tags: functions, inverse, reflection, mirror
    Wishes:
        inverse of f(x) = 2x+1 by reflection in y = x
        show that e^x and ln x are inverse functions
        what does the inverse of a function look like?
        reflect a graph in the line y = x
        swap x and y
        how do you find the inverse of a function?
        exponential and logarithm as mirror images
    Parameters:
        function: the function of x
        inverse: its inverse
        labels: both in TeX
        steps: the calculation of the inverse, line by line, in TeX
        sample: an x whose point is mirrored
        reach: low, high and step of both axes
        domain: the part of the x-axis on which the function is inverted
    """
    narrator = Narrator(scene)
    chart = Chart(reach, reach, 5.3, 5.3, 2.6 * LEFT)
    chart.reach = [-6.7, 1.6]
    points = sampled(function, max(reach[0], domain[0]), min(reach[1], domain[1]))
    curve = chart.path(points, MAIN)
    mirrored = VGroup(*[_mirrored(part, chart) for part in curve]).set_color(FOCUS)
    chart.avoid(mirrored)
    numbers = chart.add_numbers()
    diagonal = chart.dashed((reach[0], reach[0]), (reach[1], reach[1]), MUTED)
    names = [
        chart.label_curve(c, tex, color, 30)
        for c, tex, color in ((curve, labels[0], MAIN), (mirrored, labels[1], FOCUS))
    ]
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say("The function sends $x$ to $y$.", Succession(*[Create(p) for p in curve]), FadeIn(names[0]))
    narrator.say("Its inverse goes back: $x$ and $y$ change places.", Create(diagonal))
    value = function(sample)
    if reach[0] < value < reach[1]:
        ends = [Dot(chart.at(sample, value), color=INK), Dot(chart.at(value, sample), color=INK)]
        link = DashedLine(ends[0].get_center(), ends[1].get_center(), color=GHOST)
        scene.play(GrowFromCenter(ends[0]))
        scene.play(Create(link), TransformFromCopy(ends[0], ends[1]))
    scene.play(TransformFromCopy(curve, mirrored, path_arc=PI / 2), run_time=2.5)
    scene.play(FadeIn(names[1]))
    lines = VGroup(
        *[formula(step, size=40, color=FOCUS if k == len(steps) - 1 else INK) for k, step in enumerate(steps)]
    )
    fit(lines.arrange(DOWN, buff=0.5, aligned_edge=LEFT), width=4.4, height=4.2).move_to([4.4, 0.3, 0])
    for k, line in enumerate(lines):
        scene.play(Write(line) if not k else TransformMatchingShapes(lines[k - 1].copy(), line), run_time=1.1)
        scene.wait(0.4)
    narrator.say("Mirror images in the diagonal $y = x$.")


def _mirrored(part: VMobject, chart: Chart) -> VMobject:
    """The image of a curve when x and y are swapped (both axes have the same scale)."""
    center = chart.at(0, 0)
    swapped = [[center[0] + p[1] - center[1], center[1] + p[0] - center[0], 0] for p in part.get_anchors()]
    return VMobject(stroke_width=4).set_points_as_corners(swapped)


def growth_race(
    scene: Scene,
    functions: list[Callable[[float], float]] = [lambda x: x, lambda x: x**2, lambda x: 2**x],
    labels: list[str] = ["x", "x^2", "2^x"],
    reaches: list[float] = [3, 6, 10],
    tops: list[float] = [10, 60, 1000],
    steps: list[list[float]] = [[1, 2], [1, 10], [2, 200]],
    table: list[float] = [1, 5, 10, 20],
    takeaway: str = "Seen from far enough away, only the fastest one counts.",
):
    """Growth compared: the window widens again and again until the fastest function has won.

    Tags: functions, growth, comparison, exponential, polynomial, complexity
    Wishes:
        compare x, x^2 and 2^x for large x
        how much faster does 2^x grow than x^3?
        growth of log n, n, n log n and n^2
        compare polynomial and exponential growth
        which grows faster, x^10 or 2^x?
        growth rates of functions compared
        linear, quadratic and exponential side by side
    Parameters:
        functions: the functions of x
        labels: their names in TeX
        reaches: right end of the window, stage by stage
        tops: upper end of the window, stage by stage
        steps: spacing of the numbers on both axes, stage by stage
        table: values of x in the final table
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    key = VGroup(*[formula(tex, size=36, color=PALETTE[k % 7]) for k, tex in enumerate(labels)])
    rows = _growth_table(functions, key, table)
    old = None
    lines = ("Near the start the race is open.", "Zoom out.", "And further out.", "And further still.")
    for k, (reach, top, (across, up)) in enumerate(zip(reaches, tops, steps, strict=True)):
        chart = Chart([0, reach, across], [0, top, up], 6.6, 4.9, 3.0 * LEFT)
        curves = VGroup(*[chart.curve(f, PALETTE[n % 7]) for n, f in enumerate(functions)])
        stage = VGroup(chart.axes, chart.add_numbers(), curves)
        if old is None:
            scene.play(Create(chart.axes), FadeIn(stage[1], rows[0]))
            narrator.say(lines[0], LaggedStart(*[Create(c[0]) for c in curves if len(c)], lag_ratio=0.5, run_time=2.5))
        else:
            shrunk = (
                old.copy()
                .stretch(reaches[k - 1] / reach, 0, about_point=chart.at(0, 0))
                .stretch(tops[k - 1] / top, 1, about_point=chart.at(0, 0))
            )
            scene.play(
                ReplacementTransform(old[2], shrunk[2]),
                FadeOut(old[0], old[1]),
                FadeIn(chart.axes, stage[1]),
                run_time=1.6,
            )
            narrator.say(lines[min(k, 3)], FadeOut(shrunk[2]), FadeIn(curves), wait=1)
        old = stage
    scene.play(LaggedStart(*[FadeIn(row, shift=0.2 * RIGHT) for row in rows[1:]], lag_ratio=0.6, run_time=2.5))
    narrator.say(takeaway)


def _growth_table(functions, key: VGroup, table: list[float]) -> VGroup:
    """Values of every function at a few x, one row each; the first row names the columns."""
    width = min(1.75, 4.9 / len(functions))
    left = 6.3 - width * (len(functions) - 0.5)
    rows = VGroup()
    for r, x in enumerate([None, *table]):
        y = 2.2 - 0.85 * r
        cells = VGroup(
            formula("x" if x is None else f"{x:g}", size=32, color=MUTED).move_to([left - 0.5 * width - 0.35, y, 0])
        )
        for n, f in enumerate(functions):
            cell = key[n] if x is None else formula(_large(float(f(x))), size=30, color=PALETTE[n % 7])
            cell.scale(min(1, 0.92 * width / cell.width))
            cells.add(cell.move_to([left + n * width, y, 0]))
        rows.add(cells)
    return rows


def _large(value: float) -> str:
    if not np.isfinite(value):
        return r"\text{--}"
    if abs(value) < 100 and abs(value - round(value)) > 1e-9:
        return f"{value:.2f}"
    if abs(value) < 1e6:
        return f"{round(value):,}".replace(",", r"\,")
    power = int(np.floor(np.log10(abs(value))))
    return rf"{value / 10.0**power:.1f} \cdot 10^{{{power}}}"


def shifted_graph(
    scene: Scene,
    stages: list[Callable[[float], float]] = [lambda x: x**2, lambda x: (x - 2) ** 2, lambda x: (x - 2) ** 2 + 1],
    labels: list[str] = ["y = x^2", "y = (x - 2)^2", "y = (x - 2)^2 + 1"],
    notes: list[str] = [
        "We start from the simple graph.",
        "Replacing x by x - 2 moves it 2 to the right.",
        "Adding 1 moves it 1 up.",
    ],
    anchors: list[tuple[float, float]] = [(0, 0), (2, 0), (2, 1)],
    x_range: list[float] = [-4, 6, 1],
    y_range: list[float] = [-1, 6, 1],
    poles: list[list[float]] = [[], [], []],
):
    """Transformations of a graph: shifts, stretches and flips, one after the other.

    Tags: functions, transformation, shift, translation, stretch, reflection, parabola
    Wishes:
        compare two shifted graphs of the same function
        how does the graph of sin x become 2 sin(3x)?
        shift the graph of a given function
        graph transformations
        transformations of functions
        horizontal and vertical shift of a graph
        stretch and flip a sine curve
        how does f(x - 3) + 2 differ from f(x)?
    Parameters:
        stages: the functions, from the simple one to the final one
        labels: their equations in TeX
        notes: a sentence for every stage
        anchors: a point that moves along, one for every stage
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
        poles: where each stage is not defined
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 8.6, 5.0, 2.0 * LEFT)
    curves = [chart.curve(f, MAIN if not k else FOCUS, poles[k]) for k, f in enumerate(stages)]
    for a, b in zip(anchors, anchors[1:], strict=False):
        chart.avoid(Line(chart.at(*a), chart.at(*b)))
    numbers = chart.add_numbers()
    rows = VGroup(*[formula(tex, size=38, color=MAIN if not k else FOCUS) for k, tex in enumerate(labels)])
    rows.arrange(DOWN, buff=0.7, aligned_edge=LEFT)
    fit(rows, width=4.1, height=4.6).move_to([4.7, 0.3, 0])
    scene.play(Create(chart.axes), FadeIn(numbers))
    dot = Dot(chart.at(*anchors[0]), color=INK)
    narrator.say(notes[0], *[Create(p) for p in curves[0]], FadeIn(rows[0]), GrowFromCenter(dot))
    moving = curves[0].copy()
    scene.play(curves[0].animate.set_stroke(opacity=0.4), run_time=0.4)
    for k in range(1, len(stages)):
        arrow = _move(chart, anchors[k - 1], anchors[k])
        narrator.say(
            notes[k],
            TransformMatchingShapes(rows[k - 1].copy(), rows[k]),
            *([GrowArrow(arrow)] if arrow else []),
            wait=0.5,
        )
        step = (
            [ReplacementTransform(moving, curves[k])]
            if len(moving) == len(curves[k])
            else [FadeOut(moving), FadeIn(curves[k])]
        )
        scene.play(
            *step, dot.animate.move_to(chart.at(*anchors[k])), *([FadeOut(arrow)] if arrow else []), run_time=1.8
        )
        moving = curves[k]
        if k < len(stages) - 1:
            moving = curves[k].copy()
            scene.remove(curves[k])
            scene.add(moving)
        scene.wait(0.5)
    narrator.say("Every number in the formula is one move of the graph.", Indicate(rows[-1], color=FOCUS))


def _move(chart: Chart, a: tuple[float, float], b: tuple[float, float]) -> Arrow | None:
    start, end = chart.at(*a), chart.at(*b)
    return Arrow(start, end, color=GOOD, buff=0, stroke_width=5) if np.linalg.norm(end - start) > 0.3 else None


def solution_set(
    scene: Scene,
    steps: list[str] = ["2x + 1 < 7", "2x < 6", "x < 3"],
    notes: list[str] = ["", "subtract 1", "divide by 2"],
    pieces: list[tuple[float, float]] = [(-100, 3)],
    ends: list[tuple[float, bool, str]] = [(3, False, "3")],
    span: list[float] = [-2, 7, 1],
    answer: str = r"x \in (-\infty, 3)",
):
    """Inequality: solved step by step, its solutions marked on a number line.

    Tags: algebra, inequality, number line, interval
    Wishes:
        solve 2x + 1 < 7 and show it on a number line
        which x satisfy |x - 2| <= 3?
        inequality x^2 > 4
        solve an inequality and mark the interval
        solutions of a linear inequality on the number line
        why does an inequality flip when multiplied by a negative number?
    Parameters:
        steps: the inequality, line by line, in TeX
        notes: the reason for every line
        pieces: the intervals of the solution; ends beyond the line mean infinity
        ends: their end points: place, whether it belongs to the solution, label in TeX
        span: low, high and step of the number line
        answer: the solution in TeX
    """
    narrator = Narrator(scene)
    rows = VGroup(*[formula(step, size=46) for step in steps]).arrange(DOWN, buff=0.38)
    fit(rows, width=6.6, height=2.9).move_to([-1.4, 1.3, 0])
    scene.play(Write(rows[0]))
    scene.wait(0.6)
    for k in range(1, len(rows)):
        note = VGroup(*[words(part, size=27, color=MUTED) for part in textwrap.wrap(notes[k], 24)])
        note.arrange(DOWN, buff=0.1, aligned_edge=LEFT).move_to([2.6, rows[k].get_y(), 0], aligned_edge=LEFT)
        scene.play(TransformMatchingShapes(rows[k - 1].copy(), rows[k]), FadeIn(note), run_time=1.2)
        scene.wait(0.7)
    line = NumberLine(span, length=12, color=MUTED, stroke_width=3, include_tip=True, tip_length=0.2).move_to(
        [0, -1.1, 0]
    )
    ticks = VGroup()
    for value in np.arange(span[0], span[1] - 0.4 * span[2], span[2]):
        if all(abs(value - place) > 0.6 * span[2] for place, _, _ in ends):
            ticks.add(formula(f"{value:g}", size=30, color=MUTED).next_to(line.n2p(value), DOWN, buff=0.25))
    narrator.say("Now on the number line.", Create(line), FadeIn(ticks), wait=0.4)
    marks = VGroup()
    for place, closed, tex in ends:
        dot = Circle(
            0.12, color=FOCUS, stroke_width=4, fill_color=FOCUS if closed else "#0d1017", fill_opacity=1
        ).move_to(line.n2p(place))
        marks.add(VGroup(dot, formula(tex, size=32, color=FOCUS).next_to(dot, DOWN, buff=0.2)))
    bars = VGroup()
    for low, high in pieces:
        a, b = line.n2p(max(low, span[0])), line.n2p(min(high, span[1] - 0.02 * (span[1] - span[0])))
        bars.add(Line(a, b, color=GOOD, stroke_width=12).set_z_index(-1))
    scene.play(*[GrowFromCenter(mark) for mark in marks])
    filled = "A filled dot belongs to the solution, an open one does not."
    narrator.say(
        filled if len(ends) else "Every number is a solution." if pieces else "No number is a solution.",
        *[Create(bar) for bar in bars],
    )
    result = formula(answer, size=46, color=GOOD).move_to([0, -2.35, 0])
    narrator.say("These are all the solutions.", Write(result))
