"""Curves drawn by a moving point: parametric, Lissajous and polar."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart, pi_multiple
from components_cache.library.theme import FOCUS, GHOST, GOOD, INK, MAIN, MUTED, Narrator, formula


def parametric_path(
    scene: Scene,
    x: Callable[[float], float] = lambda t: np.sin(3 * t),
    y: Callable[[float], float] = lambda t: np.sin(2 * t),
    labels: list[str] = [r"x = \sin 3t", r"y = \sin 2t"],
    start: float = 0.0,
    end: float = 6.283185307179586,
    x_range: list[float] = [-1.3, 1.3, 0.5],
    y_range: list[float] = [-1.3, 1.3, 0.5],
    lissajous: bool = True,
    takeaway: str = "Two simple motions at once draw one curve.",
):
    """Curve with two components: a point moves in x and in y at once and leaves its path behind.

    Tags: parametric curve, Lissajous, cycloid, trace, motion
    Wishes:
        Lissajous curve with frequencies 3 and 2
        parametric curve x = cos(3t), y = sin(2t) with a tracing point
        curve given by x(t) and y(t)
        Lissajous figure
        cycloid traced by a rolling wheel's point
        plot x = cos t, y = sin 2t
        curve given by two functions of a parameter
        Lissajous
    Parameters:
        x: the first coordinate at time t
        y: the second coordinate at time t
        labels: both in TeX
        start: first time
        end: last time
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
        lissajous: it is a pair of sine waves
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    ratio = (x_range[1] - x_range[0]) / (y_range[1] - y_range[0])
    height = min(5.2, 8.2 / ratio)
    chart = Chart(x_range, y_range, ratio * height, height, 2.3 * LEFT)
    times = np.linspace(start, end, 500)
    trace = np.array([chart.at(x(t), y(t))[:2] for t in times])
    chart.obstacles = np.concatenate([chart.obstacles, trace])
    numbers = chart.add_numbers()
    law = VGroup(formula(labels[0], size=42, color=GOOD), formula(labels[1], size=42, color=FOCUS)).arrange(
        DOWN, buff=0.35, aligned_edge=LEFT
    )
    law.scale(min(1, 4.2 / law.width)).move_to([4.6, 1.7, 0])
    clock = ValueTracker(start)
    readout = VGroup()
    for row, (tex, color, value) in enumerate((("t =", INK, lambda t: t), ("x =", GOOD, x), ("y =", FOCUS, y))):
        number = DecimalNumber(value(start), num_decimal_places=2, font_size=38, color=color)
        name = formula(tex, size=38, color=color).move_to([4.1, -0.2 - 0.65 * row, 0])
        number.next_to(name, RIGHT, buff=0.2)
        number.add_updater(lambda m, v=value, n=name: m.set_value(v(clock.get_value())).next_to(n, RIGHT, buff=0.2))
        readout.add(VGroup(name, number))
    scene.play(Create(chart.axes), FadeIn(numbers), Write(law))
    spot = always_redraw(lambda: Dot(chart.at(x(clock.get_value()), y(clock.get_value())), color=INK, radius=0.1))
    across = always_redraw(
        lambda: Line(chart.at(x(clock.get_value()), 0), spot.get_center(), color=FOCUS, stroke_width=3)
    )
    up = always_redraw(lambda: Line(chart.at(0, y(clock.get_value())), spot.get_center(), color=GOOD, stroke_width=3))
    narrator.say("One clock drives both coordinates.", FadeIn(spot, readout, across, up), wait=0.8)
    trail = TracedPath(spot.get_center, stroke_color=MAIN, stroke_width=4)
    scene.add(trail)
    scene.play(clock.animate(run_time=10, rate_func=linear).set_value(end))
    trail.clear_updaters()
    for _, number in readout:
        number.clear_updaters()
    scene.play(FadeOut(across, up))
    narrator.say(takeaway)


def polar_curve(
    scene: Scene,
    radius: Callable[[float], float] = lambda theta: 1 + np.cos(theta),
    label: str = r"r = 1 + \cos\theta",
    turns: float = 1.0,
    reach: float = 2.0,
    shift: tuple[float, float] = (0.0, 0.0),
    takeaway: str = "Every direction has its own distance from the centre.",
):
    """Polar curve: a ray sweeps round and marks its distance in every direction.

    Tags: polar coordinates, polar curve, cardioid, rose, spiral
    Wishes:
        r = 1 + cos(theta) in polar coordinates
        plot the rose r = sin(3 theta)
        a spiral in polar coordinates
        polar coordinates
        polar plot of a cardioid
        rose curve with 4 petals
        plot r as a function of theta
        Archimedean spiral
        cardioid
    Parameters:
        radius: the distance in direction theta (radians)
        label: the equation in TeX
        turns: full turns of the ray; in [0.5, 6]; said: turns
        reach: the largest distance that is shown
        shift: where the pole stands, away from the middle of the picture, in units of `reach`
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    unit = 2.6 / reach
    pole = np.array([-2.4 + 2.6 * shift[0], 2.6 * shift[1], 0])
    step = _ring_step(reach)
    rings = [
        Circle(k * step * unit, color=GHOST, stroke_width=2).move_to(pole)
        for k in range(1, int(reach / step + 1e-6) + 1)
    ]
    rays = [
        Line(pole, pole + 2.6 * np.array([np.cos(a), np.sin(a), 0]), color=GHOST, stroke_width=2)
        for a in np.arange(0, TAU, PI / 6)
    ]
    marks = VGroup()
    for k, angle in enumerate((0, PI / 2, PI, 3 * PI / 2)):
        place = pole + 2.6 * np.array([np.cos(angle), np.sin(angle), 0])
        tex = formula(pi_multiple(angle), size=28, color=MUTED)
        marks.add(tex.next_to(place, (RIGHT, UR, LEFT, DR)[k], buff=0.1))
    law = formula(label, size=46, color=MAIN)
    law.scale(min(1, 4.2 / law.width)).move_to([4.5, 1.7, 0])
    scene.play(
        LaggedStart(*[Create(ring) for ring in rings], lag_ratio=0.2),
        *[Create(ray) for ray in rays],
        FadeIn(marks),
        Write(law),
    )
    angle = ValueTracker(0.0)

    def tip(theta: float) -> np.ndarray:
        return pole + unit * float(np.nan_to_num(radius(theta))) * np.array([np.cos(theta), np.sin(theta), 0])

    ray = always_redraw(lambda: Line(pole, tip(angle.get_value()), color=FOCUS, stroke_width=4))
    spot = always_redraw(lambda: Dot(tip(angle.get_value()), color=FOCUS, radius=0.09))
    rows = VGroup()
    for row, (tex, value) in enumerate(((r"\theta =", lambda a: a), ("r =", radius))):
        name = formula(tex, size=38, color=(INK, FOCUS)[row]).move_to([4.0, 0.1 - 0.7 * row, 0])
        number = DecimalNumber(float(value(0.0)), num_decimal_places=2, font_size=38, color=(INK, FOCUS)[row]).next_to(
            name, RIGHT, buff=0.2
        )
        number.add_updater(
            lambda m, v=value, n=name: m.set_value(float(np.nan_to_num(v(angle.get_value())))).next_to(
                n, RIGHT, buff=0.2
            )
        )
        rows.add(VGroup(name, number))
    narrator.say("A ray starts to sweep around the pole.", Create(ray), FadeIn(spot, rows), wait=0.6)
    trail = TracedPath(spot.get_center, stroke_color=MAIN, stroke_width=5)
    scene.add(trail)
    scene.play(angle.animate(run_time=6 + 2 * turns, rate_func=linear).set_value(TAU * turns))
    trail.clear_updaters()
    for _, number in rows:
        number.clear_updaters()
    narrator.say(takeaway)


def _ring_step(reach: float) -> float:
    power = 10.0 ** np.floor(np.log10(reach))
    return float(min((s * power for s in (0.2, 0.5, 1, 2, 5)), key=lambda s: abs(reach / s - 4)))
