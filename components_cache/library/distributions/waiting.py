"""Waiting times and flat densities: the exponential and the uniform distribution."""

import math

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import number_step
from components_cache.library.distributions.bars import percent
from components_cache.library.distributions.curves import density_area, density_axes, density_curve
from components_cache.library.linear_algebra.plane import number_text
from components_cache.library.theme import FOCUS, GOOD, MAIN, WARM, Narrator, fit, formula, words


def exponential_distribution(scene: Scene, rate: float = 0.5, above: float = 3.0):
    """Exponential distribution: how long to wait for a random event; it has no memory.

    Tags: probability, exponential distribution, waiting time, memoryless, rate
    Wishes:
        exponential distribution
        waiting time for the next bus with rate 0.5
        memoryless property
        exponential distribution with lambda 2, probability of more than 1
        waiting time until the next event
        lifetime of a light bulb without ageing
        memoryless waiting
        density lambda e^{-lambda x}
    Parameters:
        rate: events per unit of time; in [0.01, 50]; said: lambda, rate
        above: shade waiting times longer than this; in [0, 100]; said: above, more than, longer than
    """
    end = max(5 / rate, 1.3 * above)
    step = number_step(0.0, end)
    axes = density_axes(0.0, end, 1.1 * rate, step).move_to([-1.3, 0.0, 0])

    def density(x):
        return rate * np.exp(-rate * x)

    curve = density_curve(axes, density, 0.0, end)
    law = fit(formula(f"f(t) = {rate:g}\\, e^{{-{rate:g}\\, t}}", size=42, color=MAIN), width=3.4).move_to(
        [5.2, 1.8, 0]
    )
    mean = words(f"mean {number_text(1 / rate)}", 32, FOCUS).move_to([5.2, 1.0, 0])
    narrator = Narrator(scene)
    narrator.say(
        f"Events at random, {number_text(rate, 3)} per unit of time. How long until the next?",
        FadeIn(axes),
        Create(curve),
        FadeIn(law),
    )
    middle = DashedLine(axes.c2p(1 / rate, 0), axes.c2p(1 / rate, density(1 / rate)), color=FOCUS, stroke_width=4)
    narrator.say("On average one over the rate.", Create(middle), FadeIn(mean), color=FOCUS)
    area = density_area(axes, density, above, end)
    chance = math.exp(-rate * above)
    note = VGroup(words(f"P(T > {number_text(above)})", 30, GOOD), words(f"= {percent(chance)}", 34, GOOD))
    note.arrange(DOWN, buff=0.2).move_to([5.2, -0.2, 0])
    narrator.say(
        f"Still waiting after {number_text(above)}: {percent(chance)}.", FadeIn(area), FadeIn(note), color=GOOD
    )
    ghost = curve.copy().set_color(WARM)
    target = density_curve(axes, lambda x: density(x - above), above, end, WARM)
    if above > 0.02 * end and above + 0.5 / rate < end:
        narrator.say(
            "Cut there and stretch to area 1: the same curve again. Waiting has no memory.",
            Transform(ghost, target),
            color=WARM,
            wait=2,
        )
    else:
        narrator.say("However long you have waited, the rest looks the same: no memory.", Indicate(curve), wait=2)


def uniform_distribution(scene: Scene, start: float = 0.0, end: float = 10.0, low: float = 3.0, high: float = 5.0):
    """Uniform distribution: every value between two bounds is equally likely; probability is a share of the length.

    Tags: probability, uniform distribution, density, area
    Wishes:
        uniform distribution
        uniform distribution from 0 to 10, probability between 3 and 5
        random number between 2 and 8
        continuous uniform density
        equally likely outcomes on an interval
        continuous uniform
        rectangle-shaped probability density
        probability that a random number lies in a subinterval
    Parameters:
        start: lower bound; in [-1000, 1000]; said: from
        end: upper bound; in [-1000, 1000]; said: to
        low: lower end of the shaded part; in [-1000, 1000]; said: between
        high: upper end of the shaded part; in [-1000, 1000]; said: and
    """
    start, end = min(start, end), max(start, end, min(start, end) + 1e-3)
    low, high = sorted((float(np.clip(low, start, end)), float(np.clip(high, start, end))))
    if high - low < 1e-9:
        low, high = start + 0.3 * (end - start), start + 0.5 * (end - start)
    size = end - start
    step = number_step(start, end)
    axes = density_axes(start - 0.15 * size, end + 0.15 * size, 1.6 / size, step).move_to([-1.3, 0.0, 0])
    corners = [
        (start - 0.15 * size, 0),
        (start, 0),
        (start, 1 / size),
        (end, 1 / size),
        (end, 0),
        (end + 0.15 * size, 0),
    ]
    curve = VMobject(color=MAIN, stroke_width=5).set_points_as_corners([axes.c2p(*p) for p in corners])
    height = fit(words(f"height 1 / {number_text(size)}", 30, MAIN), width=3.4).move_to([5.2, 1.6, 0])
    narrator = Narrator(scene)
    drops = VGroup(
        *[
            Dot(axes.c2p(x, 0) + 0.05 * UP, radius=0.05, color=FOCUS)
            for x in start + size * np.random.default_rng(1).random(60)
        ]
    )
    narrator.say(
        f"A number anywhere between {number_text(start)} and {number_text(end)}, no place preferred.",
        FadeIn(axes),
        LaggedStart(*[FadeIn(d, shift=0.6 * DOWN) for d in drops], lag_ratio=0.03, run_time=2),
    )
    narrator.say("The density is flat; the whole area must be 1.", Create(curve), FadeIn(height), color=MAIN)
    area = density_area(axes, lambda x: 1 / size, low, high)
    chance = (high - low) / size
    note = VGroup(
        words(f"P({number_text(low)} < X < {number_text(high)})", 28, GOOD),
        words(f"= {number_text(high - low)} / {number_text(size)} = {percent(chance)}", 28, GOOD),
    )
    fit(note.arrange(DOWN, buff=0.25), width=3.4).move_to([5.2, 0.2, 0])
    narrator.say("A probability is simply the share of the length.", FadeIn(area), FadeIn(note), color=GOOD, wait=2)
