"""Areas: under a curve, between curves, and as sums of rectangles."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import BAD, FOCUS, GOOD, INK, MAIN, OTHER, Narrator, fit, formula


def area_under_curve(
    scene: Scene,
    function: Callable[[float], float] = lambda x: x**2,
    label: str = "y = x^2",
    start: float = 0.0,
    end: float = 2.0,
    steps: list[str] = [
        r"\int_{0}^{2} x^2 \, dx",
        r"= \left[\frac{x^3}{3}\right]_{0}^{2}",
        r"= \frac{8}{3}",
        r"\approx 2.667",
    ],
    x_range: list[float] = [-1, 3, 1],
    y_range: list[float] = [-1, 5, 1],
    signed: bool = False,
    takeaway: str = "The integral adds up infinitely many thin strips.",
):
    """Area under a curve: thin strips fill it, the integral gives its value.

    Tags: calculus, integral, area, accumulation, definite integral
    Wishes:
        area under x^2 between 0 and 2
        integrate x^2 from 0 to 2
        shade the area under a curve
        definite integral as an area
        area under y = x from 0 to 3
        shade the region between a graph and the x-axis
        compute a definite integral and show it as an area
        integral of sin x from 0 to pi
        signed area between a curve and the axis
    Parameters:
        function: the function of x
        label: its equation in TeX
        start: left end
        end: right end
        steps: the calculation, line by line, in TeX
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
        signed: part of the area lies below the axis and counts negative
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 7.8, 5.0, 2.4 * LEFT)
    curve = chart.curve(function)
    _reserve(chart, function, start, end)
    numbers = chart.add_numbers()
    edges = VGroup(*[chart.dashed((x, 0), (x, function(x)), INK) for x in (start, end) if abs(function(x)) > 1e-6])
    name = chart.label_curve(curve, label)
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say(
        "How large is the area between the curve and the axis?", Succession(*[Create(p) for p in curve]), FadeIn(name)
    )
    scene.play(Create(edges)) if len(edges) else None
    count = 24
    strips = _rectangles(chart, function, start, end, count, "middle").set_stroke(width=0.5)
    narrator.say(
        "Cut it into thin strips and add them up.",
        LaggedStart(*[FadeIn(s, shift=0.1 * UP) for s in strips], lag_ratio=0.06, run_time=2.5),
    )
    smooth = _region(chart, function, start, end)
    scene.play(FadeOut(strips), FadeIn(smooth), run_time=1.2)
    if signed:
        narrator.say("Parts below the axis count negative.")
    lines = VGroup(
        *[formula(step, size=40, color=FOCUS if k == len(steps) - 1 else INK) for k, step in enumerate(steps)]
    )
    lines.arrange(DOWN, buff=0.35, aligned_edge=LEFT)
    fit(lines, width=4.6, height=4.6).move_to([4.35, 0.1, 0])
    for line in lines:
        scene.play(Write(line), run_time=1.2)
        scene.wait(0.5)
    narrator.say(takeaway, Indicate(lines[-1], color=FOCUS, scale_factor=1.08))


def _reserve(chart: Chart, function, start: float, end: float, other=None) -> None:
    """Keep numbers and labels out of the area that will be filled."""
    places = []
    for x in np.linspace(start, end, 60):
        low, high = 0.0 if other is None else other(x), function(x)
        places += [chart.at(x, y)[:2] for y in low + (high - low) * np.linspace(0.04, 1, 24)]
    chart.obstacles = np.concatenate([chart.obstacles, np.array(places)])


def _region(chart: Chart, function, start: float, end: float, other=None) -> VGroup:
    """The filled area, blue above the axis (or the other curve), red below."""
    xs = np.linspace(start, end, 240)
    upper = np.array([function(x) for x in xs])
    lower = np.zeros_like(xs) if other is None else np.array([other(x) for x in xs])
    group, first = VGroup(), 0
    signs = upper >= lower
    for k in range(1, len(xs) + 1):
        if k == len(xs) or signs[k] != signs[first]:
            part = slice(first, min(k + 1, len(xs)))
            places = [chart.at(x, y) for x, y in zip(xs[part], upper[part], strict=True)]
            places += [chart.at(x, y) for x, y in zip(xs[part][::-1], lower[part][::-1], strict=True)]
            color = (MAIN if signs[first] else BAD) if other is None else OTHER
            if len(places) > 2:
                group.add(Polygon(*places, stroke_width=0, fill_color=color, fill_opacity=0.5))
            first = k
    return group


def _rectangles(chart: Chart, function, start: float, end: float, count: int, side: str) -> VGroup:
    """Riemann rectangles; those below the axis are red."""
    width, shift = (end - start) / count, {"left": 0.0, "middle": 0.5, "right": 1.0}[side]
    group = VGroup()
    for k in range(count):
        x = start + k * width
        y = float(function(x + shift * width))
        y = y if np.isfinite(y) else 0.0
        y = y or 1e-3 * (chart.y_range[1] - chart.y_range[0])
        corners = [chart.at(x, 0), chart.at(x + width, 0), chart.at(x + width, y), chart.at(x, y)]
        thin = max(0.3, min(1.5, 30 / count))
        group.add(
            Polygon(
                *corners, stroke_color=INK, stroke_width=thin, fill_color=MAIN if y >= 0 else BAD, fill_opacity=0.55
            )
        )
    return group


def riemann_sums(
    scene: Scene,
    function: Callable[[float], float] = lambda x: np.sqrt(x),
    label: str = r"y = \sqrt{x}",
    start: float = 0.0,
    end: float = 4.0,
    counts: list[int] = [4, 8, 16, 32, 64],
    side: str = "left",
    exact: float = 16 / 3,
    exact_label: str = r"\frac{16}{3}",
    x_range: list[float] = [-0.5, 4.5, 1],
    y_range: list[float] = [-0.5, 2.5, 0.5],
):
    """Riemann sums of a function: more and thinner rectangles close in on the area under a curve.

    Tags: calculus, integral, area, riemann sum, rectangles, approximation
    Wishes:
        Riemann sums for sqrt(x) on [0, 4]
        lower and upper Riemann sum of a function on an interval
        Riemann sums for x^2 with n = 4, 8, 16 rectangles
        left, right and midpoint rectangles for a given function
        estimate the integral of a function with 10 rectangles
        Riemann sum of f(x) on an interval
    Parameters:
        function: the function of x
        label: its equation in TeX
        start: left end
        end: right end
        counts: how many rectangles, stage by stage; 1 to 6 items in [1, 200]
        side: where the height is taken; one of: left, right, middle
        exact: the integral
        exact_label: the integral in TeX
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 8.4, 5.0, 2.1 * LEFT)
    curve = chart.curve(function)
    _reserve(chart, function, start, end)
    numbers = chart.add_numbers()
    name = chart.label_curve(curve, label)
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say("We want the area under this curve.", Succession(*[Create(p) for p in curve]), FadeIn(name))
    place = "middle" if side == "middle" else f"{side} end"
    bars, table = None, VGroup()
    for k, count in enumerate(counts):
        fresh = _rectangles(chart, function, start, end, count, side)
        line = _row(function, start, end, count, side)
        table.add(line)
        table.arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to([4.6, 1.9, 0], aligned_edge=UP)
        curve.set_z_index(2)
        if bars is None:
            narrator.say(
                f"Each rectangle is as high as the curve at its {place}.",
                LaggedStart(*[FadeIn(b) for b in fresh], lag_ratio=0.15, run_time=1.8),
                FadeIn(line),
            )
        else:
            extra = [FadeIn(line)]
            if k == 1:
                narrator.say(
                    "More rectangles leave less of a gap.", ReplacementTransform(bars, fresh), *extra, wait=0.8
                )
            else:
                scene.play(FadeOut(bars), FadeIn(fresh), *extra, run_time=1)
                scene.wait(0.7)
        bars = fresh
    limit = formula(
        rf"\int_{{{start:g}}}^{{{end:g}}}", f"= {exact_label}", rf"\approx {exact:.4g}", size=38, color=FOCUS
    )
    limit.next_to(table, DOWN, buff=0.45).set_x(4.6)
    if limit.width > 4:
        limit.scale(4 / limit.width)
    narrator.say("In the limit the sum becomes the integral.", Write(limit))


def _row(function, start: float, end: float, count: int, side: str) -> MathTex:
    shift = {"left": 0.0, "middle": 0.5, "right": 1.0}[side]
    width = (end - start) / count
    heights = [float(function(start + (k + shift) * width)) for k in range(count)]
    total = width * sum(h for h in heights if np.isfinite(h))
    return formula(rf"n = {count}:\quad {total:.4f}", size=36)


def area_between_curves(
    scene: Scene,
    upper: Callable[[float], float] = lambda x: x,
    lower: Callable[[float], float] = lambda x: x**2,
    labels: list[str] = ["y = x", "y = x^2"],
    start: float = 0.0,
    end: float = 1.0,
    steps: list[str] = [
        r"\int_{0}^{1} \left(x - x^2\right) dx",
        r"= \left[\frac{x^2}{2} - \frac{x^3}{3}\right]_{0}^{1}",
        r"= \frac{1}{6}",
    ],
    x_range: list[float] = [-0.5, 1.5, 0.5],
    y_range: list[float] = [-0.5, 1.5, 0.5],
):
    """Area between two curves: strips from the lower curve to the upper one.

    Tags: calculus, integral, area between curves
    Wishes:
        area between x and x^2
        region enclosed by two curves
        area between two functions from 0 to 1
        area enclosed by two graphs
        shade the region between two functions
        area between y = 4 - x^2 and y = x + 2
        integral of the difference of two functions
    Parameters:
        upper: the upper function of x
        lower: the lower function of x
        labels: both in TeX
        start: left end
        end: right end
        steps: the calculation, line by line, in TeX
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 7.8, 5.0, 2.4 * LEFT)
    curves = [chart.curve(upper, MAIN), chart.curve(lower, GOOD)]
    _reserve(chart, upper, start, end, lower)
    numbers = chart.add_numbers()
    names = [chart.label_curve(c, tex, color) for c, tex, color in zip(curves, labels, (MAIN, GOOD), strict=True)]
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say(
        "Two curves enclose a region.",
        *[Succession(*[Create(p) for p in c]) for c in curves],
        *[FadeIn(n) for n in names],
    )
    scene.play(*[GrowFromCenter(Dot(chart.at(x, upper(x)), color=INK)) for x in (start, end)])
    xs = np.linspace(start, end, 26)
    strips = VGroup(
        *[Line(chart.at(x, lower(x)), chart.at(x, upper(x)), color=OTHER, stroke_width=5) for x in xs[1:-1]]
    )
    narrator.say(
        "Each strip is as long as the upper curve minus the lower one.",
        LaggedStart(*[Create(s) for s in strips], lag_ratio=0.05, run_time=2.5),
    )
    scene.play(FadeOut(strips), FadeIn(_region(chart, upper, start, end, lower)))
    lines = VGroup(
        *[formula(step, size=40, color=FOCUS if k == len(steps) - 1 else INK) for k, step in enumerate(steps)]
    )
    lines.arrange(DOWN, buff=0.35, aligned_edge=LEFT)
    fit(lines, width=4.6, height=4.6).move_to([4.35, 0.1, 0])
    for line in lines:
        scene.play(Write(line), run_time=1.2)
        scene.wait(0.4)
    narrator.say("The integral adds the strips up.", Indicate(lines[-1], color=FOCUS, scale_factor=1.08))
