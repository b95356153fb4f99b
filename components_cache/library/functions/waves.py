"""Sine and cosine waves with the words that describe them."""

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import FOCUS, GOOD, OTHER, Narrator, backed, formula, words


def labelled_wave(
    scene: Scene,
    kind: str = "sin",
    amplitude: float = 2.0,
    period: float = 6.283185307179586,
    highlight_period: bool = True,
):
    """Amplitude and period: one wave, measured across and upwards.

    Tags: trigonometry, sine, cosine, wave, amplitude, period
    Wishes:
        show a sine wave and label its amplitude and period
        a cosine wave with one full period highlighted
        what are the amplitude and the period of a wave?
        parts of a sine wave
        wavelength and height of a cosine curve
        label crest, trough, amplitude and period
    Parameters:
        kind: the wave; one of: sin, cos
        amplitude: height of the peaks; in [0.5, 5]; said: amplitude
        period: length of one full wave; in [0.5, 20]; said: period
        highlight_period: draw one full period in another colour
    """
    narrator = Narrator(scene)
    start = period / 4 if kind == "sin" else 0.0  # the first peak
    wave = (
        (lambda x: amplitude * np.sin(TAU * x / period))
        if kind == "sin"
        else (lambda x: amplitude * np.cos(TAU * x / period))
    )
    chart = Chart([0, 2.25 * period, period / 4], [-1.75 * amplitude, 1.75 * amplitude, amplitude], 11.5, 5.0)
    curve = chart.curve(wave)
    scene.play(Create(chart.axes), run_time=1)
    narrator.say(
        f"A {'sine' if kind == 'sin' else 'cosine'} wave repeats itself for ever.", Create(curve[0], run_time=2.5)
    )
    origin = Dot(chart.at(0, wave(0)), color=OTHER)
    label = words("start", size=28, color=OTHER).next_to(origin, LEFT, buff=0.12)
    narrator.say("It starts here.", GrowFromCenter(origin), FadeIn(label), wait=0.8)
    arrow = DoubleArrow(
        chart.at(start + period, 0), chart.at(start + period, amplitude), buff=0, color=GOOD, tip_length=0.18
    )
    label = words(f"amplitude {amplitude:g}", size=28, color=GOOD).next_to(arrow, DOWN, buff=0.2)
    narrator.say("The amplitude is the height of a peak above the middle.", GrowFromCenter(arrow), FadeIn(label))
    _period(narrator, chart, start, period, amplitude, kind)
    if highlight_period:
        part = chart.curve(wave, FOCUS, low=start, high=start + period).set_stroke(width=7)
        scene.play(Create(part[0]), run_time=2)
    narrator.say("After one period the same shape starts again.")


def _period(narrator: Narrator, chart: Chart, start: float, period: float, amplitude: float, kind: str) -> None:
    """From one peak to the next: one period."""
    peaks = VGroup(*[Dot(chart.at(x, amplitude), color=FOCUS) for x in (start, start + period)])
    named = peaks if kind == "sin" else peaks[1:]  # a cosine starts at a peak: that one has its label
    names = VGroup(*[words("peak", size=28, color=FOCUS).next_to(dot, UP, buff=0.08) for dot in named])
    ends = chart.at(start, 1.55 * amplitude), chart.at(start + period, 1.55 * amplitude)
    arrow = DoubleArrow(*ends, buff=0, color=FOCUS, stroke_width=4, tip_length=0.18)
    label = backed(formula(rf"\text{{period }} {period_tex(period)}", size=34, color=FOCUS)).move_to(arrow)
    narrator.say("From one peak to the next is one period.", FadeIn(peaks, names), GrowFromCenter(arrow), FadeIn(label))


def period_tex(value: float) -> str:
    """A period in TeX: multiples of pi where it is one, else a rounded number."""
    for below in (1, 2, 3, 4, 5, 6, 8):
        above = round(value / PI * below)
        if above and abs(above * PI / below - value) < 1e-6:
            top = "\\pi" if above == 1 else f"{above}\\pi"
            return top if below == 1 else f"{top}/{below}"
    return f"{value:.3g}"
