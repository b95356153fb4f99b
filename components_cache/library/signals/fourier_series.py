"""Fourier series: rotating circles and sums of sines."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import plain_axes, polyline
from components_cache.library.theme import (
    FOCUS,
    GHOST,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
)


def wave_harmonics(wave: str, terms: int) -> list[tuple[int, float]]:
    """The first `terms` (frequency, sine amplitude) pairs of a square, sawtooth or triangle wave of height 1."""
    if wave == "sawtooth":
        return [(n, 2 / (np.pi * n) * (-1) ** (n + 1)) for n in range(1, terms + 1)]
    odd = [2 * n + 1 for n in range(terms)]
    if wave == "triangle":
        return [(n, 8 / (np.pi * n) ** 2 * (-1) ** ((n - 1) // 2)) for n in odd]
    return [(n, 4 / (np.pi * n)) for n in odd]


def wave_values(wave: str, t: np.ndarray) -> np.ndarray:
    """The exact wave at angles `t`."""
    if wave == "sawtooth":
        return ((t + PI) % TAU - PI) / PI
    if wave == "triangle":
        return 2 / PI * np.arcsin(np.sin(t))
    return np.sign(np.sin(t))


def harmonic_sum(parts: list[tuple[int, float]], t):
    """The sum of the sines at angles `t`."""
    return sum(a * np.sin(n * np.asarray(t)) for n, a in parts)


def series_formula(wave: str, size: float = 40) -> MathTex:
    """The first terms of the series, as written in books."""
    sums = {
        "square": r"\frac{4}{\pi}\left(\sin t + \tfrac13 \sin 3t + \tfrac15 \sin 5t + \cdots\right)",
        "sawtooth": r"\frac{2}{\pi}\left(\sin t - \tfrac12 \sin 2t + \tfrac13 \sin 3t - \cdots\right)",
        "triangle": r"\frac{8}{\pi^2}\left(\sin t - \tfrac19 \sin 3t + \tfrac1{25} \sin 5t - \cdots\right)",
    }
    return formula(sums[wave], size=size)


def fourier_epicycles(scene: Scene, terms: int = 5, wave: str = "square", turns: int = 2):
    """Fourier series with rotating circles: circles riding on circles draw a square wave.

    The height of the tip of a chain of rotating arrows is plotted against time. Each arrow is one term of the series.

    Tags: signals, Fourier series, epicycles, rotating circles, square wave, sawtooth, harmonics
    Wishes:
        Fourier series of a square wave with rotating circles
        epicycles drawing a square wave
        rotating vectors of a Fourier series with 8 terms
        sawtooth wave from rotating circles
        epicycles
        rotating circles drawing a wave
        circles on circles
        Fourier series drawn by spinning vectors
        how do rotating arrows build a square wave?
    Parameters:
        terms: number of circles; in [1, 14]; said: terms, circles, harmonics, epicycles
        wave: which wave is drawn; one of: square, sawtooth, triangle
        turns: periods drawn with the full chain; in [1, 4]; said: turns, periods
    """
    narrator = Narrator(scene)
    parts = wave_harmonics(wave, terms)
    centre, scale, start = np.array([-3.9, 0.2, 0]), 1.25, -1.2
    clock, count = ValueTracker(0), ValueTracker(1)

    def joints() -> list[np.ndarray]:
        spots = [centre]
        for n, a in parts[: int(count.get_value())]:
            angle = n * clock.get_value()
            spots.append(spots[-1] + scale * a * np.array([np.cos(angle), np.sin(angle), 0]))
        return spots

    def chain() -> VGroup:
        spots, group = joints(), VGroup()
        for k, (a, b) in enumerate(zip(spots, spots[1:], strict=False)):
            size = max(np.linalg.norm(b - a), 0.001)
            group.add(Circle(size, color=MAIN, stroke_width=2, stroke_opacity=max(0.35, 0.9 - 0.1 * k)).move_to(a))
            group.add(Line(a, b, color=INK, stroke_width=3))
        return group.add(Dot(spots[-1], color=FOCUS, radius=0.07))

    def written() -> VMobject:
        now = clock.get_value()
        ts = np.linspace(max(0, now - 12.5), now, 240)
        ys = harmonic_sum(parts[: int(count.get_value())], ts)
        points = np.column_stack([start + (now - ts) * 0.6, centre[1] + scale * ys, 0 * ts])
        return VMobject(color=FOCUS, stroke_width=4).set_points_as_corners(points)

    def bridge() -> DashedLine:
        tip = joints()[-1]
        return Line(tip, np.array([start, tip[1], 0]), color=MUTED, stroke_width=1.5)

    axis = Arrow(
        [start, centre[1], 0],
        [6.5, centre[1], 0],
        buff=0,
        color=GHOST,
        stroke_width=3,
        max_tip_length_to_length_ratio=0.03,
    )
    moving = [always_redraw(chain), always_redraw(bridge), always_redraw(written)]
    narrator.say("One rotating arrow: its height over time is a sine wave.", FadeIn(axis, *moving[:2]), wait=0)
    scene.add(moving[2])
    scene.play(clock.animate.set_value(TAU), run_time=2.5, rate_func=linear)
    steps = [n for n in (2, 3) if n < terms] + ([terms] if terms > 1 else [])
    for step in steps:
        n, _a = parts[step - 1]
        if step == 2:
            narrator.say(f"Put a smaller arrow on its tip, {n} times as fast.", wait=0)
        elif step == terms:
            narrator.say(f"{terms} arrows: the tip's height comes close to a {wave} wave.", wait=0)
        count.set_value(step)
        rounds = turns if step == terms else 1
        scene.play(clock.animate.increment_value(TAU * rounds), run_time=2.4 * rounds, rate_func=linear)
    shown = series_formula(wave).move_to(2.8 * RIGHT + 2.3 * UP)
    narrator.say(
        "Each circle is one term of the Fourier series.",
        Write(shown),
        clock.animate(rate_func=linear, run_time=2.5).increment_value(TAU),
        wait=0,
    )
    scene.play(clock.animate.increment_value(TAU), run_time=2.5, rate_func=linear)
    for mobject in moving:
        mobject.clear_updaters()
    narrator.say("Any periodic wave is a sum of rotations: radius is amplitude, speed is frequency.", wait=2.2)


def fourier_series(scene: Scene, terms: int = 7, wave: str = "square"):
    """Fourier series: adding sine waves, one harmonic at a time, until they build the wave.

    Tags: signals, Fourier series, harmonics, square wave, sawtooth, triangle wave, Gibbs phenomenon, sum of sines
    Wishes:
        Fourier series
        Fourier series of a sawtooth wave
        sum of sines that makes a square wave
        triangle wave from 5 harmonics
        Gibbs phenomenon
        sum of sine waves approximates a square wave
        harmonics of a periodic function
        build a sawtooth from sines
        decompose a periodic signal into sines and cosines
        Gibbs overshoot
        Fourier
        Fourier analysis
    Parameters:
        terms: number of harmonics; in [2, 20]; said: terms, harmonics, sines
        wave: which wave is built; one of: square, sawtooth, triangle
    """
    narrator = Narrator(scene)
    parts = wave_harmonics(wave, terms)
    ts = np.linspace(-TAU, TAU, 901)
    axes = plain_axes([-TAU, TAU, PI], [-1.45, 1.45, 1], 12.4, 3.0).move_to(1.0 * UP)
    small = plain_axes([-TAU, TAU, PI], [-1.45, 1.45, 1], 12.4, 1.7).move_to(1.75 * DOWN)
    target = wave_values(wave, ts)
    goal = VMobject(color=MUTED, stroke_width=3)
    for run in np.split(np.arange(len(ts)), np.flatnonzero(np.abs(np.diff(target)) > 0.5) + 1):
        if len(run) > 1:
            goal.append_points(polyline(axes, ts[run], target[run]).points)
    narrator.say(f"Can smooth sine waves build a {wave} wave?", FadeIn(axes, small), Create(goal))
    current = polyline(axes, ts, parts[0][1] * np.sin(ts), FOCUS, 5)
    below = polyline(small, ts, parts[0][1] * np.sin(ts), WARM, 3)
    label = _harmonic_label(*parts[0])
    narrator.say("Start with one sine of the right period.", Create(below), FadeIn(label), Create(current))
    for number in range(1, terms):
        n, a = parts[number]
        fresh = polyline(small, ts, a * np.sin(n * ts), WARM, 3)
        tag = _harmonic_label(n, a)
        if number == 1:
            narrator.say(f"Add a sine that is {n} times as fast, and smaller.", wait=0.2)
        if number == 2:
            narrator.say("And so on: every harmonic mends what is left.", wait=0.1)
        pace = 1.1 if number < 3 else max(0.25, 0.8 - 0.06 * number)
        scene.play(ReplacementTransform(below, fresh), FadeOut(label), FadeIn(tag), run_time=0.6 * pace)
        scene.play(
            Transform(current, polyline(axes, ts, harmonic_sum(parts[: number + 1], ts), FOCUS, 5)), run_time=pace
        )
        below, label = fresh, tag
    shown = series_formula(wave, 44).move_to(small)
    narrator.say(f"{terms} sines already come close.", FadeOut(below, label, small), Write(shown))
    end = (
        "The corners are smooth sums too: a triangle needs only a few terms."
        if wave == "triangle"
        else "At the jumps an overshoot of about 9 % of the jump stays: the Gibbs phenomenon."
    )
    narrator.say(end, wait=2.3)


def _harmonic_label(n: int, a: float) -> MathTex:
    inside = "t" if n == 1 else f"{n}t"
    return formula(rf"{a:+.2f}\,\sin {inside}", size=36, color=WARM).move_to(0.66 * DOWN + 4.9 * RIGHT)
