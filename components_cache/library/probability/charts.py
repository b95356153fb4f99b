"""Data as bars."""

import numpy as np
from manim import *

from components_cache.library.theme import FOCUS, INK, MUTED, PALETTE, Narrator, words


def bar_chart(scene: Scene, values: list[float] = [3, 5, 2, 8], labels: list[str] = [], mean: bool = False):
    """Bar chart: one bar for every value, grown one after the other, with the values on top.

    Tags: statistics, data, bar chart, bar graph, column chart
    Wishes:
        create a bar chart with values 3, 5, 2, 8
        bar chart
        bar graph of 4, 7, 1 and 9
        column chart of some numbers
        show data as bars
    Parameters:
        values: the heights; 2 to 12 items in [0, 100000]; said: values, heights, data
        labels: a name under every bar; none are shown where there are fewer than bars
        mean: draw the mean as a line
    """
    narrator = Narrator(scene)
    top = max(values) or 1.0
    unit, width = 4.3 / top, min(1.5, 10.5 / len(values))
    floor = Line([-5.9, -2.3, 0], [5.9, -2.3, 0], color=MUTED)
    left = -(len(values) - 1) * width / 2
    bars, numbers, names = VGroup(), VGroup(), VGroup()
    for k, value in enumerate(values):
        bar = Rectangle(width=0.7 * width, height=max(0.02, unit * value), stroke_width=0, fill_opacity=0.9)
        bar.set_fill(PALETTE[k % len(PALETTE)]).next_to([left + k * width, -2.3, 0], UP, buff=0)
        bars.add(bar)
        numbers.add(words(f"{value:g}", 28, INK).next_to(bar, UP, buff=0.12))
        if len(labels) >= len(values):
            names.add(words(labels[k], 24, MUTED).next_to([left + k * width, -2.3, 0], DOWN, buff=0.12))
    scene.play(Create(floor), FadeIn(names))
    grown = LaggedStart(*[GrowFromEdge(bar, DOWN) for bar in bars], lag_ratio=0.4)
    narrator.say("Every bar is as high as its value.", grown)
    scene.play(LaggedStart(*[FadeIn(number, shift=0.1 * UP) for number in numbers], lag_ratio=0.2))
    highest = int(np.argmax(values))
    narrator.say(f"The highest value is {values[highest]:g}.", Indicate(bars[highest], color=FOCUS))
    if mean:
        average = sum(values) / len(values)
        line = DashedLine([-5.6, unit * average - 2.3, 0], [5.6, unit * average - 2.3, 0], color=FOCUS)
        narrator.say(f"The mean is {average:.4g}: all bars levelled out.", Create(line))
    scene.wait(1)
