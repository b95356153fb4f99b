"""Slope fields and solutions of dy/dx = f(x, y); Euler's method."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.theme import (
    BACKGROUND,
    BAD,
    FOCUS,
    GOOD,
    MAIN,
    MUTED,
    Narrator,
    fit,
    formula,
    words,
)

SOLUTION_COLORS = [YELLOW, GREEN_C, ORANGE, PURPLE_B, RED_C]


def number_step(low: float, high: float, most: int = 8) -> float:
    """A round distance between the numbers on an axis, so that at most `most` of them are shown."""
    rough = (high - low) / most
    power = 10.0 ** np.floor(np.log10(rough))
    return float(next(k * power for k in (1, 2, 5, 10) if k * power >= rough * 0.999))


def field_axes(x_range, y_range, width: float = 9.4, height: float = 5.1) -> Axes:
    """Axes over two ranges (low, high), with round steps; numbers with as many decimals as the step needs."""
    steps = [number_step(*x_range, max(3, int(width))), number_step(*y_range, max(3, int(1.2 * height)))]
    places = [0 if step >= 1 and step == round(step) else 1 if step >= 0.1 else 2 for step in steps]
    axes = Axes(
        x_range=[*x_range, steps[0]],
        y_range=[*y_range, steps[1]],
        x_length=width,
        y_length=height,
        axis_config={
            "color": MUTED,
            "stroke_width": 2,
            "include_numbers": True,
            "font_size": 26,
            "tip_length": 0.18,
            "tip_width": 0.14,
        },
        x_axis_config={"decimal_number_config": {"num_decimal_places": places[0]}},
        y_axis_config={"decimal_number_config": {"num_decimal_places": places[1]}},
    )
    for number in [*axes.x_axis.numbers, *axes.y_axis.numbers]:
        number.set_stroke(BACKGROUND, width=6, opacity=0.95, background=True).set_z_index(3)
    return axes


def strokes(axes: Axes, starts, ways, length: float, color, heads: bool = False, width: float = 2.2) -> VMobject:
    """Short strokes of equal length as one mobject: `starts` (n, 2) in axis coordinates, `ways` (n, 2) slopes there."""
    scale = np.array([axes.x_axis.unit_size, axes.y_axis.unit_size])
    ways = np.array(ways, dtype=float) * scale
    size = np.linalg.norm(ways, axis=1, keepdims=True)
    ways = 0.5 * length * ways / np.maximum(size, 1e-9)
    kept = np.isfinite(ways).all(axis=1) & (size[:, 0] > 1e-9)
    centers = np.array([axes.c2p(*p) for p in np.array(starts)[kept]])[:, :2]
    ways = ways[kept]
    pieces = [(centers - ways, centers + ways)]
    if heads:
        normal = np.stack([-ways[:, 1], ways[:, 0]], axis=1)
        pieces += [(centers + ways, centers + 0.35 * ways + s * 0.4 * normal) for s in (1, -1)]
    shape = VMobject(color=color, stroke_width=width)
    shape.set_points(np.concatenate([_beziers(a, b) for a, b in pieces]))
    return shape


def _beziers(a, b):
    a, b = np.pad(a, ((0, 0), (0, 1))), np.pad(b, ((0, 0), (0, 1)))
    return np.stack([a, a + (b - a) / 3, a + 2 * (b - a) / 3, b], axis=1).reshape(-1, 3)


def runge_kutta(rate: Callable, start, step: float, count: int):
    """Points (count + 1, n) of the solution of p' = rate(p) from `start`; stops where it is no longer finite."""
    points = [np.array(start, dtype=float)]
    with np.errstate(all="ignore"):
        for _ in range(count):
            p = points[-1]
            k1 = np.array(rate(p), dtype=float)
            k2 = np.array(rate(p + step / 2 * k1), dtype=float)
            k3 = np.array(rate(p + step / 2 * k2), dtype=float)
            k4 = np.array(rate(p + step * k3), dtype=float)
            new = p + step / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
            if not np.isfinite(new).all():
                break
            points.append(new)
    return np.array(points)


def solution_points(function: Callable, start, x_range, y_range):
    """The solution through a point (x, y), both ways, cut off where it leaves the ranges."""
    parts = []
    for sign in (-1, 1):
        edge = x_range[1] if sign > 0 else x_range[0]
        count = 240
        step = (edge - start[0]) / count
        path = (
            runge_kutta(lambda p: np.array([1.0, function(p[0], p[1])]), start, step, count)
            if step
            else np.array([start])
        )
        out = np.flatnonzero((path[:, 1] < y_range[0]) | (path[:, 1] > y_range[1]))
        path = path[: out[0]] if len(out) else path
        parts.append(path[::sign])
    return np.concatenate([parts[0], parts[1][1:]])


def slope_field(
    scene: Scene,
    function: Callable = lambda x, y: y - x,
    label: str = "y - x",
    starts: list[tuple[float, float]] = [(0, 0.5), (0, 1.5), (0, -1)],
    x_range: tuple[float, float] = (-4, 4),
    y_range: tuple[float, float] = (-3, 3),
):
    """Slope field: the differential equation gives a direction at every point, and solutions follow it.

    Tags: differential equations, slope field, direction field, solutions, initial value
    Wishes:
        slope field of dy/dx = y - x with a few solutions
        direction field of y' = x + y
        what is a differential equation
        how do solutions follow a slope field
        direction field
        little line segments showing the slopes of an ODE
        visualize a first order differential equation
        integral curves through a direction field
        how can I see the solutions of dy/dx = f(x,y) without solving it?
    Parameters:
        function: the slope as a function of x and y, as Python source
        label: its TeX
        starts: points that solutions go through; 1 to 5 items in [-10, 10]; said: through, starting at
        x_range: the smallest and largest x; said: from, x
        y_range: the smallest and largest y; said: y
    """
    axes = field_axes(x_range, y_range).shift(1.3 * LEFT)
    xs, ys = np.linspace(*x_range, 21), np.linspace(*y_range, 13)
    grid = np.array([(x, y) for x in xs for y in ys])
    with np.errstate(all="ignore"):
        slopes = np.array([(1.0, _slope(function, x, y)) for x, y in grid])
    field = strokes(axes, grid, slopes, 0.3, MAIN)
    law = fit(formula(r"\frac{dy}{dx} = " + label, size=46), width=3.3).move_to([5.2, 1.8, 0])
    narrator = Narrator(scene)
    narrator.say("At each point (x, y) the equation gives a slope.", Create(axes), FadeIn(law))
    for x, y in grid[len(grid) // 2 + 3 :: 31][:3]:
        _one_slope(scene, axes, x, y, _slope(function, x, y))
    narrator.say("A short stroke for every point: the slope field.", Create(field, run_time=2), color=MAIN)
    curves = VGroup()
    for start, color in zip(starts, SOLUTION_COLORS, strict=False):
        points = solution_points(function, start, x_range, y_range)
        if len(points) > 2:
            curves.add(_curve(axes, points, start, color))
    told = ["Start at a point and follow the strokes: a solution.", "Another start, another solution."]
    for k, curve in enumerate(curves):
        text = told[min(k, 1)] if k < 2 else ""
        draw = [FadeIn(curve[1], scale=2), Create(curve[0], run_time=2)]
        if text:
            narrator.say(text, *draw, color=SOLUTION_COLORS[k], wait=0.4)
        else:
            scene.play(*draw)
    narrator.say("The equation gives the directions, the starting point picks the curve.", wait=2)


def _slope(function: Callable, x: float, y: float) -> float:
    try:
        value = float(function(float(x), float(y)))
    except (ZeroDivisionError, ValueError, OverflowError, TypeError):
        return np.nan
    return float(np.clip(value, -1e4, 1e4))


def _one_slope(scene, axes, x: float, y: float, value: float) -> None:
    if not np.isfinite(value):
        return
    stroke = strokes(axes, [(x, y)], [(1.0, value)], 0.9, FOCUS, width=5)
    dot = Dot(axes.c2p(x, y), color=FOCUS, radius=0.07)
    text = words(f"slope {value:.3g}".replace("-", "−"), 28, FOCUS).move_to([5.2, 0.6, 0])
    scene.play(FadeIn(dot), Create(stroke), FadeIn(text), run_time=0.5)
    scene.wait(0.5)
    scene.play(FadeOut(dot), FadeOut(stroke), FadeOut(text), run_time=0.3)


def _curve(axes, points, start, color) -> VGroup:
    line = VMobject(color=color, stroke_width=5).set_points_as_corners([axes.c2p(*p) for p in points[::3]])
    return VGroup(line, Dot(axes.c2p(*start), color=color, radius=0.09))


def eulers_method(
    scene: Scene,
    function: Callable = lambda x, y: y,
    label: str = "y",
    start: tuple[float, float] = (0, 1),
    step: float = 0.5,
    end: float = 2.0,
):
    """Euler's method: walk a little way along the slope, look again, walk on; small steps come close to the truth.

    Tags: differential equations, euler method, numerical, step size, approximation
    Wishes:
        Euler's method
        Euler's method for y' = y with step size 0.5
        numerical solution of a differential equation
        how to solve an ODE step by step on a computer
        Euler method for an ODE
        approximate the solution of a differential equation with small straight steps
        forward Euler with different step sizes
        numerically integrate an initial value problem
        how does the step size affect the error of Euler's method?
        Animate Euler steps compared with the exact solution
    Parameters:
        function: the slope as a function of x and y, as Python source
        label: its TeX
        start: the starting point (x, y); in [-2, 2]; said: starting at, through, y(0)
        step: the width of a step; in [0.05, 1]; said: step, step size, h
        end: where to stop, as x; in [0.5, 4]; said: to, until, up to
    """
    end = max(end, start[0] + 2 * step)
    exact = solution_points(function, start, (start[0], end), (-1e6, 1e6))
    walks = [_euler_walk(function, start, step / k, end) for k in (1, 4)]
    heights = np.concatenate([exact[:, 1], walks[0][:, 1], [0]])
    low, high = float(heights.min()), float(heights.max())
    pad = 0.08 * (high - low + 1e-6)
    axes = field_axes((min(start[0], 0), end), (low - (pad if low < 0 else 0), high + pad)).shift(1.3 * LEFT)
    law = formula(r"y' = " + label, size=46)
    rule = formula(r"y_{n+1} = y_n + h\, y'", size=40, color=FOCUS)
    width = words(f"h = {step:g}", 32, FOCUS)
    VGroup(fit(law, width=3.2), fit(rule, width=3.3), width).arrange(DOWN, buff=0.45).move_to([5.1, 1.2, 0])
    truth = VMobject(color=MAIN, stroke_width=4).set_points_as_corners([axes.c2p(*p) for p in exact[::3]])
    narrator = Narrator(scene)
    home = Dot(axes.c2p(*start), color=FOCUS)
    narrator.say("We know where to start, and the slope everywhere.", Create(axes), FadeIn(law), FadeIn(home))
    narrator.say(
        "Walk straight along the slope for a step h, then look at the slope again.",
        FadeIn(rule),
        FadeIn(width),
        wait=0.3,
    )
    path = VGroup(home)
    for k, (a, b) in enumerate(zip(walks[0][:-1], walks[0][1:], strict=True)):
        piece = Line(axes.c2p(*a), axes.c2p(*b), color=FOCUS, stroke_width=5)
        dot = Dot(axes.c2p(*b), color=FOCUS, radius=0.06)
        path.add(piece, dot)
        scene.play(Create(piece), FadeIn(dot), run_time=0.8 if k < 3 else 2.4 / len(walks[0]))
    narrator.say("The true solution bends away between the looks.", Create(truth), color=MAIN)
    error = abs(walks[0][-1][1] - exact[-1][1])
    gap = Line(axes.c2p(*walks[0][-1]), axes.c2p(*exact[-1]), color=BAD, stroke_width=5)
    miss = words(f"error {error:.3g}", 30, BAD).move_to([5.1, -0.6, 0])
    scene.play(Create(gap), FadeIn(miss), run_time=0.7)
    better = VMobject(color=GOOD, stroke_width=4).set_points_as_corners([axes.c2p(*p) for p in walks[1]])
    less = fit(
        words(f"h = {step / 4:g}: error {abs(walks[1][-1][1] - exact[-1][1]):.3g}", 30, GOOD), width=3.5
    ).move_to([5.1, -1.3, 0])
    narrator.say("Steps a quarter as long:", Create(better, run_time=1.6), FadeIn(less), color=GOOD)
    narrator.say("The error shrinks about as fast as the step.", wait=1.8)


def _euler_walk(function: Callable, start, step: float, end: float):
    x, y = (float(v) for v in start)
    points = [(x, y)]
    while x < end - 1e-9 and len(points) < 400:
        h = min(step, end - x)
        x, y = x + h, y + h * _slope(function, x, y)
        points.append((x, y))
    return np.array(points)
