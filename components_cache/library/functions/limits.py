"""Limits: creeping up on a point, or running off to infinity."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, MUTED, OTHER, Narrator, formula


def limit_at_point(
    scene: Scene,
    function: Callable[[float], float] = lambda x: np.sin(x) / x,
    label: str = r"y = \frac{\sin x}{x}",
    limit: str = r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
    target: float = 0.0,
    value: float = 1.0,
    sides: list[int] = [-1, 1],
    gaps: list[float] = [1, 0.5, 0.1, 0.01],
    finite: bool = True,
    x_range: list[float] = [-8, 8, 2],
    y_range: list[float] = [-0.4, 1.2, 0.2],
    poles: list[float] = [0],
    takeaway: str = "The limit is where the values are heading, whether or not they arrive.",
):
    """Limit at a point: the function's values close in while x creeps up on its target.

    Tags: calculus, limit, approach, one-sided limit
    Wishes:
        limit of sin(x)/x as x goes to 0
        limit of (x^2-1)/(x-1) at x = 1
        one-sided limit of 1/x at 0 from the right
        limit of a function at a point
        what happens to (sin x)/x near zero
        left-hand and right-hand limit
        limit at a removable hole in a graph
        values approached from both sides
    Parameters:
        function: the function of x
        label: its equation in TeX
        limit: the limit and its value in TeX
        target: where x is heading
        value: the limit; ignored when it is not finite
        sides: -1 for from the left, 1 for from the right
        gaps: distances from the target in the table, in falling order
        finite: whether the limit is a number
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
        poles: where the function is not defined
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 6.9, 5.0, 2.9 * LEFT)
    curve = chart.curve(function, MAIN, poles)
    hole = Circle(0.09, color=FOCUS, stroke_width=3, fill_color="#0d1017", fill_opacity=1)
    guide = chart.dashed((target, y_range[0]), (target, y_range[1]))
    level = chart.dashed((x_range[0], value), (x_range[1], value), FOCUS) if finite else None
    numbers = chart.add_numbers()
    if finite:
        hole.move_to(chart.at(target, value))
        chart.occupy(hole)
    name = chart.label_curve(curve, label)
    scene.play(Create(chart.axes), FadeIn(numbers))
    drawn = Succession(*[Create(part) for part in curve])
    narrator.say(f"What happens near $x = {target:g}$?", drawn, FadeIn(name), Create(guide), wait=0.6)
    if finite:
        scene.play(GrowFromCenter(hole))
    heads = VGroup()
    for column, side in enumerate(sides):
        heads.add(
            _creep(scene, chart, function, target, gaps, side, 2.75 + 2.75 * column + (1.3 if len(sides) == 1 else 0))
        )
    result = formula(limit, size=40, color=FOCUS)
    if result.width > 4.9:
        result.scale(4.9 / result.width)
    result.move_to([4.35, -1.9, 0])
    if finite:
        narrator.say("The values close in on one number.", Create(level), Write(result))
    else:
        narrator.say(
            "The values leave every bound behind." if len(sides) == 1 else "The values do not settle on one number.",
            Write(result),
        )
    narrator.say(takeaway)


def _creep(scene: Scene, chart: Chart, function, target: float, gaps: list[float], side: int, x: float) -> VGroup:
    """A dot runs along the curve towards the target while a table fills."""
    heads = [
        formula(tex, size=32, color=MUTED).move_to([x + 0.65 * way, 2.4, 0]) for tex, way in (("x", -1), ("f(x)", 1))
    ]
    rows = VGroup(*heads)
    line = Line([x - 1.25, 2.1, 0], [x + 1.25, 2.1, 0], color=MUTED, stroke_width=1.5)
    scene.play(FadeIn(rows), Create(line), run_time=0.5)
    color = GOOD if side > 0 else OTHER
    reach = gaps[0]
    position = ValueTracker(reach)

    def height() -> float:
        return float(
            np.clip(np.nan_to_num(function(target + side * position.get_value())), chart.y_range[0], chart.y_range[1])
        )

    dot = always_redraw(
        lambda: Dot(chart.at(np.clip(target + side * position.get_value(), *chart.x_range[:2]), height()), color=color)
    )
    scene.play(FadeIn(dot), run_time=0.3)
    table = VGroup(rows, line)
    for k, gap in enumerate(gaps):
        at = target + side * gap
        entry = VGroup(formula(_short(at), size=28, color=color), formula(_short(function(at)), size=28, color=INK))
        entry[0].move_to([rows[0].get_x(), 1.8 - 0.55 * k, 0])
        entry[1].move_to([rows[1].get_x(), 1.8 - 0.55 * k, 0])
        scene.play(position.animate.set_value(gap), FadeIn(entry), run_time=0.9)
        table.add(entry)
    return table


def _short(value: float) -> str:
    """A number in at most seven characters."""
    if not np.isfinite(value):
        return r"\text{--}"
    if value == 0 or 1e-4 < abs(value) < 1e6:
        return f"{value:.5g}"
    head, power = f"{value:.1e}".split("e")
    return rf"{float(head):g} \cdot 10^{{{int(power)}}}"


def sequence_limit(
    scene: Scene,
    sequence: Callable[[float], float] = lambda n: (1 + 1 / n) ** n,
    label: str = r"a_n = \left(1 + \frac{1}{n}\right)^n",
    limit: str = r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e \approx 2.718",
    value: float = 2.718281828459045,
    finite: bool = True,
    shown: int = 24,
    first: int = 1,
    samples: list[int] = [1, 2, 10, 100, 1000],
    y_range: list[float] = [0, 3.5, 0.5],
    takeaway: str = "From some point on, all terms stay as close to the limit as you like.",
):
    """Limit of a sequence: term after term is plotted, and they settle on one height.

    Tags: calculus, limit, sequence, infinity, convergence, e
    Wishes:
        limit of (1+1/n)^n as n goes to infinity
        does the sequence n/(n+1) converge?
        where does a sequence go in the long run?
        convergence of a sequence
        terms of a sequence settling to a number
        where does Euler's number e come from as a limit?
        (1 + 1/n)^n tends to e
    Parameters:
        sequence: the n-th term
        label: the sequence in TeX
        limit: the limit and its value in TeX
        value: the limit; ignored when it is not finite
        finite: whether there is a limit
        shown: how many terms are plotted; in [8, 40]; said: terms
        first: number of the first term; in [1, 2]
        samples: the terms in the table
        y_range: low, high and step of the y-axis
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    chart = Chart([0, shown + 1, 4 if shown <= 30 else 5], y_range, 7.8, 5.0, 2.4 * LEFT)
    numbers = chart.add_numbers()
    dots = VGroup()
    for n in range(first, first + shown):
        y = sequence(n)
        if np.isfinite(y) and y_range[0] <= y <= y_range[1]:
            dots.add(Dot(chart.at(n, y), radius=0.07, color=MAIN))
    name = formula(label, size=42, color=MAIN)
    name.scale(min(1, 4.6 / name.width)).move_to([4.4, 2.3, 0])
    scene.play(Create(chart.axes), FadeIn(numbers), Write(name))
    narrator.say(
        "Every $n$ gives one term.", LaggedStart(*[GrowFromCenter(dot) for dot in dots], lag_ratio=0.25, run_time=4)
    )
    table = VGroup(*[formula(rf"a_{{{n}}}", "=", _digits(sequence(n)), size=34) for n in samples])
    table.arrange(DOWN, buff=0.22, aligned_edge=LEFT).next_to(name, DOWN, buff=0.35)
    scene.play(LaggedStart(*[FadeIn(row, shift=0.2 * RIGHT) for row in table], lag_ratio=0.5, run_time=3))
    result = formula(limit, size=38, color=FOCUS)
    result.scale(min(1, 4.9 / result.width)).next_to(table, DOWN, buff=0.4).set_x(4.3)
    if finite:
        level = DashedLine(chart.at(0, value), chart.at(shown + 1, value), color=FOCUS, stroke_width=3)
        narrator.say("They settle on one height.", Create(level), Write(result))
    else:
        narrator.say("They never settle.", Write(result))
    narrator.say(takeaway)


def _digits(value: float) -> str:
    return f"{value:.6f}" if abs(value) < 1000 else _short(value)
