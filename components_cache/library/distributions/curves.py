"""Continuous distributions as curves: areas are probabilities."""

import math

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import number_step
from components_cache.library.distributions.bars import percent
from components_cache.library.linear_algebra.plane import number_text
from components_cache.library.theme import FOCUS, GOOD, MAIN, MUTED, THIRD, WARM, Narrator, fit, formula, words


def bell(x, mean: float = 0.0, sd: float = 1.0):
    """The density of the normal distribution."""
    return np.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * math.sqrt(TAU))


def below(x: float, mean: float = 0.0, sd: float = 1.0) -> float:
    """The probability that a normal variable is below x."""
    return 0.5 * math.erfc(-(x - mean) / (sd * math.sqrt(2)))


def density_axes(low: float, high: float, top: float, step: float, width: float = 9.6, height: float = 4.3) -> Axes:
    """An axis for the values with a number at every `step`, counted from zero; no axis for the heights."""
    first = math.ceil(low / step - 1e-9) * step
    axes = Axes(
        x_range=[low, high, step],
        y_range=[0, top],
        x_length=width,
        y_length=height,
        tips=False,
        axis_config={"color": MUTED, "stroke_width": 2, "include_ticks": False},
        y_axis_config={"stroke_opacity": 0},
    )
    labels = VGroup()
    value = first
    while value <= high + 1e-9:
        foot = axes.c2p(value, 0)
        labels.add(Line(foot, foot + 0.1 * DOWN, color=MUTED, stroke_width=2))
        labels.add(words(number_text(value), 24, MUTED).move_to(foot + 0.32 * DOWN))
        value += step
    axes.add(labels)
    return axes


def density_curve(axes: Axes, density, low: float, high: float, color=MAIN) -> VMobject:
    """The graph of a density between two values."""
    xs = np.linspace(low, high, 161)
    return VMobject(color=color, stroke_width=5).set_points_as_corners([axes.c2p(x, float(density(x))) for x in xs])


def density_area(axes: Axes, density, low: float, high: float, color=GOOD) -> VMobject:
    """The area under a density between two values."""
    xs = np.linspace(low, high, 90)
    points = [axes.c2p(low, 0), *[axes.c2p(x, float(density(x))) for x in xs], axes.c2p(high, 0)]
    return Polygon(*points, color=color, stroke_width=0, fill_opacity=0.65)


def normal_distribution(
    scene: Scene, mean: float = 100.0, sd: float = 15.0, region: str = "above", low: float = 130.0, high: float = 130.0
):
    """Normal distribution: the bell curve by mean and standard deviation, and a shaded area as a probability.

    Tags: probability, normal distribution, bell curve, gaussian, standard deviation, area
    Wishes:
        normal distribution with mean 100 and sd 15, shade above 130
        bell curve
        probability between 60 and 80 for a normal variable with mean 70 and standard deviation 8
        gaussian with shaded tail
        68-95-99.7 rule
        gaussian distribution
        bell-shaped curve with mean and standard deviation
        area under the normal curve beyond a value
        share of values within one sigma of a bell curve
        empirical rule of 68, 95 and 99.7 percent
        IQ scores above 130
    Parameters:
        mean: the mean; in [-100000, 100000]; said: mean, mu, average
        sd: the standard deviation; in [0.01, 100000]; said: sd, sigma, standard deviation
        region: which area to shade; one of: above, below, between, outside, rule
        low: lower bound of the area for above, between and outside; said: above, from, between, greater than
        high: upper bound of the area for below, between and outside; said: below, to, less than
    """
    left, right = _normal_window(mean, sd, [low] if region == "above" else [high] if region == "below" else [low, high])
    if region == "rule":
        left, right = mean - 3.9 * sd, mean + 3.9 * sd

    def density(x):
        return bell(x, mean, sd)

    axes = _normal_axes(mean, sd, left, right).move_to([-1.3, 0.0, 0])
    curve = density_curve(axes, density, left, right)
    law = VGroup(words(f"μ = {number_text(mean, 3)}", 34, FOCUS), words(f"σ = {number_text(sd, 3)}", 34, WARM))
    law.arrange(DOWN, buff=0.3).move_to([5.3, 1.6, 0])
    narrator = Narrator(scene)
    narrator.say("Many small influences add up to a bell curve.", FadeIn(axes), Create(curve, run_time=1.8))
    peak = DashedLine(axes.c2p(mean, 0), axes.c2p(mean, density(mean)), color=FOCUS, stroke_width=4)
    narrator.say("It is centred at the mean.", Create(peak), FadeIn(law[0]), color=FOCUS, wait=0.8)
    height = density(mean + sd)
    arm = DoubleArrow(
        axes.c2p(mean, height), axes.c2p(mean + sd, height), buff=0, color=WARM, stroke_width=5, tip_length=0.16
    )
    narrator.say("The standard deviation says how wide it is.", FadeIn(arm), FadeIn(law[1]), color=WARM, wait=0.8)
    if region == "rule":
        _rule(scene, narrator, axes, density, mean, sd)
        return
    if region in ("below", "above"):
        low, high = (-math.inf, high) if region == "below" else (low, math.inf)
    _shade(narrator, axes, density, (mean, sd), (left, right), (min(low, high), max(low, high)), region == "outside")


def _normal_window(mean: float, sd: float, marks) -> tuple:
    """The shown range: four standard deviations, more if a mark lies further out, but not more than nine."""
    far = max([3.9, *[abs(mark - mean) / sd + 0.7 for mark in marks]])
    far = min(far, 9.0)
    return mean - far * sd, mean + far * sd


def _normal_axes(mean: float, sd: float, left: float, right: float) -> Axes:
    """Axis with numbers at the mean plus whole multiples of the standard deviation."""
    axes = Axes(
        x_range=[left, right, sd],
        y_range=[0, 1.12 * bell(mean, mean, sd)],
        x_length=9.8,
        y_length=4.3,
        tips=False,
        axis_config={"color": MUTED, "stroke_width": 2, "include_ticks": False},
        y_axis_config={"stroke_opacity": 0},
    )
    count = int((right - mean) / sd + 1e-9)
    places = 3 if sd < 0.1 else 2
    gap = 1 if count <= 4 else 2
    labels = VGroup()
    for k in range(-count, count + 1):
        foot = axes.c2p(mean + k * sd, 0)
        labels.add(Line(foot, foot + 0.1 * DOWN, color=MUTED, stroke_width=2))
        if k % gap == 0:
            labels.add(
                fit(words(number_text(mean + k * sd, places), 24, MUTED), width=1.1 * gap).move_to(foot + 0.32 * DOWN)
            )
    axes.add(labels)
    return axes


def _shade(narrator, axes, density, bell_of, window, bounds, outside: bool) -> None:
    (mean, sd), (left, right), (low, high) = bell_of, window, bounds
    inside = (
        below(high, mean, sd) - below(low, mean, sd)
        if math.isfinite(low + high)
        else (below(high, mean, sd) if math.isinf(low) else 0.5 * math.erfc((low - mean) / (sd * math.sqrt(2))))
    )
    chance = 1 - inside if outside else inside
    parts = [(left, low), (high, right)] if outside else [(max(low, left), min(high, right))]
    areas = VGroup(*[density_area(axes, density, a, b) for a, b in parts if b > a])
    edges = [x for x in (low, high) if math.isfinite(x) and left <= x <= right]
    marks = VGroup(
        *[Line(axes.c2p(x, 0), axes.c2p(x, density(x)) + 0.35 * UP, color=GOOD, stroke_width=4) for x in edges]
    )
    names = VGroup(
        *[words(number_text(x, 3), 26, GOOD).next_to(m, UP, buff=0.08) for x, m in zip(edges, marks, strict=True)]
    )
    if len(names) == 2 and names[0].get_right()[0] > names[1].get_left()[0] - 0.1:
        names[0].shift(0.35 * UP)
    text = _name(low, high, outside)
    scores = ", ".join(number_text((x - mean) / sd) for x in edges)
    note = VGroup(words(text, 28, GOOD), words(f"= {percent(chance)}", 36, GOOD), words(f"z = {scores}", 28, THIRD))
    fit(note.arrange(DOWN, buff=0.28), width=3.3).move_to([5.3, -0.5, 0])
    narrator.say(
        "The area under the curve is probability; all of it is 1.", FadeIn(marks), FadeIn(names), FadeIn(areas)
    )
    how = (
        f"{scores} standard deviations from the mean"
        if len(edges) == 1
        else "measured in standard deviations from the mean"
    )
    narrator.say(f"z: {how}.", FadeIn(note[2]), color=THIRD)
    narrator.say(
        f"The shaded area: {percent(chance)}.",
        FadeIn(note[:2]),
        *[Indicate(area, color=GOOD, scale_factor=1.03) for area in areas],
        color=GOOD,
        wait=2,
    )


def _name(low: float, high: float, outside: bool) -> str:
    a, b = number_text(low, 3) if math.isfinite(low) else "", number_text(high, 3) if math.isfinite(high) else ""
    if outside:
        return f"P(X < {a} or X > {b})"
    return f"P(X < {b})" if not a else f"P(X > {a})" if not b else f"P({a} < X < {b})"


def _rule(scene, narrator, axes, density, mean: float, sd: float) -> None:
    for k, (share, color) in enumerate((("68.3 %", GOOD), ("95.4 %", MAIN), ("99.7 %", THIRD)), start=1):
        area = VGroup(
            *[density_area(axes, density, mean + s * (k - 1) * sd, mean + s * k * sd, color) for s in (-1, 1)]
        )
        note = words(f"±{k}σ: {share}", 32, color).move_to([5.3, 0.7 - 0.65 * k, 0])
        narrator.say(f"Within {k} σ of the mean lies {share}.", FadeIn(area), FadeIn(note), color=color, wait=1)
    scene.wait(0.8)


def z_score(scene: Scene, value: float = 130.0, mean: float = 100.0, sd: float = 15.0):
    """Z-score: shift the mean to zero, measure in standard deviations, and all bells become one.

    Tags: probability, z-score, standardization, normal distribution, standard normal
    Wishes:
        what is a z-score
        z-score of 130 with mean 100 and sd 15
        standardize a normal variable
        standard normal distribution
        standard score
        how many standard deviations away from the mean?
        standardizing data to mean 0 and variance 1
        convert a normal variable to the standard normal
    Parameters:
        value: the value to look at; in [-100000, 100000]; said: of, value, score
        mean: the mean; in [-100000, 100000]; said: mean, mu
        sd: the standard deviation; in [0.01, 100000]; said: sd, sigma, standard deviation
    """
    z = (value - mean) / sd
    left, right = _normal_window(mean, sd, [value])
    axes = _normal_axes(mean, sd, left, right).move_to([-1.3, 0.0, 0])
    curve = density_curve(axes, lambda x: bell(x, mean, sd), left, right)
    spot = float(np.clip(value, left, right))
    mark = Line(axes.c2p(spot, 0), axes.c2p(spot, bell(spot, mean, sd)) + 0.5 * UP, color=GOOD, stroke_width=4)
    name = words(number_text(value, 3), 28, GOOD).next_to(mark.get_top(), UR, buff=0.1)
    law = formula(r"z = \frac{x - \mu}{\sigma}", size=44).move_to([5.2, 1.8, 0])
    numbers = fit(
        formula(r"= \frac{" + f"{value:g} - {_wrapped(mean)}" + r"}{" + f"{sd:g}" + r"} = " + f"{z:.2f}", size=42),
        width=3.4,
    )
    numbers.move_to([5.2, 0.5, 0])
    narrator = Narrator(scene)
    narrator.say(
        "Is this value unusual? That depends on mean and spread.",
        FadeIn(axes),
        Create(curve),
        FadeIn(mark),
        FadeIn(name),
    )
    narrator.say(
        "First: how far is it from the mean?",
        Create(Line(axes.c2p(mean, 0), axes.c2p(spot, 0), color=FOCUS, stroke_width=8)),
        color=FOCUS,
    )
    narrator.say("Then: how many standard deviations is that?", FadeIn(law), FadeIn(numbers), color=WARM)
    standard = _normal_axes(0.0, 1.0, (left - mean) / sd, (right - mean) / sd).move_to(axes)
    narrator.say(
        "On the new scale every bell curve is the same one: mean 0, spread 1.",
        FadeOut(axes),
        FadeIn(standard),
        name.animate.become(words(f"z = {number_text(z)}", 28, GOOD).next_to(mark.get_top(), UR, buff=0.1)),
    )
    tail = 0.5 * math.erfc(abs(z) / math.sqrt(2))
    note = fit(words(f"{percent(tail)} lie further out", 30, GOOD), width=3.4).move_to([5.2, -0.7, 0])
    side = "above" if z >= 0 else "below"
    narrator.say(
        f"Only {percent(tail)} of all values lie {side} it."
        if tail < 0.2
        else f"{percent(tail)} of all values lie {side} it.",
        FadeIn(note),
        color=GOOD,
        wait=2,
    )


def _wrapped(value: float) -> str:
    return f"({value:g})" if value < 0 else f"{value:g}"


def two_normals(scene: Scene, first: tuple[float, float] = (0.0, 1.0), second: tuple[float, float] = (2.0, 2.0)):
    """Comparing two normal distributions: the mean moves the bell, the spread makes it wide and low.

    Tags: probability, normal distribution, compare, mean, standard deviation, overlap
    Wishes:
        compare two normal distributions
        normal distributions with different standard deviations
        how mean and standard deviation change the bell curve
        the bell curves N(0,1) and N(2,2) compared
        two bell curves with different means
        effect of changing mu and sigma on a gaussian
        compare two gaussian bell curves side by side
        narrow versus wide bell curves
    Parameters:
        first: mean and standard deviation of the first; in [-1000, 1000]; said: first
        second: mean and standard deviation of the second; in [-1000, 1000]; said: second
    """
    (m1, s1), (m2, s2) = ((float(m), max(abs(float(s)), 1e-3)) for m, s in (first, second))
    left, right = min(m1 - 4 * s1, m2 - 4 * s2), max(m1 + 4 * s1, m2 + 4 * s2)
    top = 1.12 * max(bell(m1, m1, s1), bell(m2, m2, s2))
    step = number_step(left, right, 9)
    axes = density_axes(left, right, top, step).move_to([-1.3, 0.0, 0])
    one = density_curve(axes, lambda x: bell(x, m1, s1), left, right, MAIN)
    two = density_curve(axes, lambda x: bell(x, m2, s2), left, right, WARM)
    names = VGroup(
        *[words(f"μ = {number_text(m)}, σ = {number_text(s)}", 28, c) for m, s, c in ((m1, s1, MAIN), (m2, s2, WARM))]
    )
    fit(names.arrange(DOWN, buff=0.35), width=3.4).move_to([5.2, 1.6, 0])
    narrator = Narrator(scene)
    narrator.say("One normal distribution.", FadeIn(axes), Create(one), FadeIn(names[0]), color=MAIN, wait=0.7)
    moving = one.copy().set_color(WARM)
    half = density_curve(axes, lambda x: bell(x, m2, s1), left, right, WARM)
    narrator.say("Change the mean: the bell moves.", Transform(moving, half, run_time=1.5), color=WARM, wait=0.6)
    wider = "wider and lower" if s2 > s1 else "narrower and higher" if s2 < s1 else "not at all: the spread is the same"
    narrator.say(
        f"Change the spread: it gets {wider}.", Transform(moving, two, run_time=1.5), FadeIn(names[1]), color=WARM
    )
    xs = np.linspace(left, right, 400)
    lower = np.minimum(bell(xs, m1, s1), bell(xs, m2, s2))
    shared = float(lower.sum() * (xs[1] - xs[0]))
    overlap = Polygon(
        *[axes.c2p(x, y) for x, y in zip(xs[::3], lower[::3], strict=True)],
        axes.c2p(right, 0),
        axes.c2p(left, 0),
        color=GOOD,
        stroke_width=0,
        fill_opacity=0.5,
    )
    note = words(f"overlap {percent(shared)}", 30, GOOD).move_to([5.2, 0.1, 0])
    narrator.say(
        "Both areas are 1; where they overlap, values cannot tell the two apart.",
        FadeIn(overlap),
        FadeIn(note),
        color=GOOD,
        wait=2,
    )
