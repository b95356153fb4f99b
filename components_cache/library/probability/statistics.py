"""Statistics: spread, correlation, p-values, confidence intervals, the bootstrap, expected value."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import dot_cloud, halo, on_axes, plain_axes, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
    words,
)


def standard_deviation(scene: Scene, values: list[float] = [2, 4, 4, 5, 7, 8]):
    """Variance and standard deviation: the average square on the distances from the mean.

    Tags: statistics, variance, standard deviation, mean, spread, squares
    Wishes:
        variance and standard deviation
        standard deviation of 2, 4, 4, 5, 7, 8
        what does the standard deviation mean?
        average squared distance from the mean
        variance
        how spread out are the data?
        mean squared deviation
        spread of numbers around their average
        why do we square the distances from the mean?
    Parameters:
        values: the data; 3 to 8 items in [0, 12]; said: values, data, numbers
    """
    narrator = Narrator(scene)
    data = np.sort(np.array(values, dtype=float))
    mean, variance = float(data.mean()), float(data.var())
    sd = np.sqrt(variance)
    low, high = min(data.min(), mean - sd) - 1, max(data.max(), mean + sd) + 1
    span = np.ceil(high) - np.floor(low)
    length = min(12, 3.6 / max(np.abs(data - mean).max(), 0.1) * span)
    line = NumberLine(
        [np.floor(low), np.ceil(high), max(1, round(span / 14))],
        length=length,
        color=MUTED,
        include_numbers=True,
        font_size=28,
    ).move_to(1.7 * DOWN)
    dots = VGroup()
    for n, v in enumerate(data):
        below = int((data[:n] == v).sum())
        dots.add(Dot(line.n2p(v) + (0.2 + 0.24 * below) * UP, color=MAIN, radius=0.11))
    narrator.say(
        "Some data on a line.", FadeIn(line), LaggedStart(*[FadeIn(d, shift=0.5 * DOWN) for d in dots], lag_ratio=0.2)
    )
    pole = Line(line.n2p(mean), line.n2p(mean) + 4.0 * UP, color=FOCUS, stroke_width=3)
    tag = halo(formula(rf"\mu = {mean:.3g}", size=38, color=FOCUS)).next_to(pole, UP, buff=0.1)
    narrator.say("The mean is where they balance.", Create(pole), FadeIn(tag))
    unit = line.unit_size
    squares = VGroup()
    for v in data:
        side = abs(v - mean) * unit
        foot = line.n2p(mean)
        box = Square(max(side, 0.01), color=BAD, stroke_width=2, fill_color=BAD, fill_opacity=0.14)
        squares.add(box.move_to(foot + side / 2 * (RIGHT if v > mean else LEFT) + side / 2 * UP))
    text = "On each distance from the mean put a square."
    narrator.say(text, dots.animate.set_opacity(0.6), LaggedStart(*map(GrowFromCenter, squares), lag_ratio=0.2))
    side = sd * unit
    average = Square(max(side, 0.02), color=GOOD, stroke_width=4, fill_color=GOOD, fill_opacity=0.3).move_to(
        line.n2p(mean) + side / 2 * RIGHT + side / 2 * UP
    )
    narrator.say(
        "The average of these squares is the variance ...", ReplacementTransform(squares, VGroup(average), run_time=2)
    )
    rows = VGroup(
        formula(rf"\sigma^2 = {variance:.3g}", size=42, color=GOOD), formula(rf"\sigma = {sd:.3g}", size=42, color=GOOD)
    ).arrange(DOWN, buff=0.25, aligned_edge=LEFT)
    rows.move_to([-5.2, 2.0, 0])
    narrator.say("... and its side is the standard deviation: a typical distance.", FadeIn(rows))
    band = VGroup(*[Line(line.n2p(mean), line.n2p(mean + s * sd), color=GOOD, stroke_width=10) for s in (-1, 1)])
    narrator.say(
        "One standard deviation to each side holds most of the data.",
        Create(band),
        dots.animate.set_opacity(1),
        wait=2.2,
    )


def correlation_scatter(scene: Scene, correlation: float = 0.9, points: int = 120, seed: int = 5):
    """Correlation: from a round cloud to a line, and what the number r says.

    Tags: statistics, correlation, scatter plot, Pearson correlation coefficient, linear relation
    Wishes:
        correlation
        scatter plot with correlation 0.8
        what does a correlation coefficient look like?
        positive and negative correlation
        Pearson's r
        scatter plots of correlated data
        how strong is a linear relationship?
        correlated and uncorrelated points
    Parameters:
        correlation: the strongest correlation shown; in [-0.99, 0.99]; said: correlation, r, coefficient
        points: number of points; in [40, 200]; said: points
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    x, noise = rng.normal(0, 1, points), rng.normal(0, 1, points)
    x = (x - x.mean()) / x.std()
    noise = noise - noise.mean() - x * (noise @ x) / points
    noise /= noise.std()
    axes = plain_axes([-3.4, 3.4, 1], [-3.4, 3.4, 1], 8.6, 5.4).shift(2.0 * LEFT + 0.05 * UP)
    r = ValueTracker(0)

    def heights() -> np.ndarray:
        return np.clip(r.get_value() * x + np.sqrt(max(0, 1 - r.get_value() ** 2)) * noise, -3.3, 3.3)

    xs = np.clip(x, -3.3, 3.3)
    dots = dot_cloud(axes, np.column_stack([xs, heights()]), MAIN, 0.06)

    def place(group: VGroup) -> None:
        for dot, spot in zip(group, on_axes(axes, xs, heights()), strict=True):
            dot.move_to(spot)

    value = VGroup(
        formula("r =", size=56, color=FOCUS), DecimalNumber(0, font_size=56, color=FOCUS, include_sign=True)
    ).arrange(RIGHT, buff=0.2)
    value.move_to(4.7 * RIGHT + 1.6 * UP)
    narrator.say(
        "Two quantities without any relation: a round cloud.",
        FadeIn(axes),
        LaggedStart(*map(FadeIn, dots), lag_ratio=0.005),
        FadeIn(value),
    )
    scene.add(dots)  # as one group, so that its updater runs
    dots.add_updater(place)
    value[1].add_updater(lambda d: d.set_value(r.get_value()))
    narrator.say(
        "The more they have in common, the narrower the cloud.", r.animate(run_time=4).set_value(correlation), wait=0.7
    )
    line = always_redraw(lambda: polyline(axes, [-3.2, 3.2], [-3.2 * r.get_value(), 3.2 * r.get_value()], FOCUS, 4))
    share = formula(rf"r^2 = {correlation**2:.2f}", size=44, color=GOOD).move_to(4.7 * RIGHT + 0.4 * UP)
    narrator.say(
        f"The line explains the share r squared, {correlation**2:.0%}, of the variance.", Create(line), FadeIn(share)
    )
    other = VGroup(
        words("other sign:", size=28, color=MUTED),
        words("falling cloud" if correlation > 0 else "rising cloud", size=28, color=MUTED),
    ).arrange(DOWN, buff=0.15)
    other.move_to(4.7 * RIGHT + 0.9 * DOWN)
    narrator.say(
        "With the other sign, more of one goes with less of the other."
        if correlation > 0
        else "With a plus sign, more of one goes with more of the other.",
        r.animate(run_time=4).set_value(-correlation),
        FadeIn(other),
    )
    narrator.say("r measures how close the points are to a line, not what causes what.", wait=2.3)
    dots.clear_updaters()


def expected_value(scene: Scene, prizes: list[int] = [0, 1, 2, 10], weights: list[int] = [5, 3, 1, 1]):
    """Expected value: the balance point of all outcomes, weighed by their chances.

    Tags: probability, expected value, mean, expectation, average, centre of mass, lottery
    Wishes:
        expected value
        expectation as a balance point
        what is the expected value of a lottery ticket?
        average winnings in the long run
        expectation of a die roll
        average gain per game in the long run
        probability-weighted mean
        fair price of a lottery ticket
        what number do you expect on average from a die?
    Parameters:
        prizes: the possible outcomes; 2 to 6 items in [-5, 12]; said: prizes, outcomes
        weights: how many of ten tickets win each prize; 2 to 6 items in [1, 9]; said: weights, tickets
    """
    narrator = Narrator(scene)
    pairs = sorted(dict(zip(prizes, weights, strict=False)).items())
    values, loads = np.array([v for v, _ in pairs], dtype=float), np.array([w for _, w in pairs], dtype=float)
    chance = loads / loads.sum()
    mean = float(values @ chance)
    low, high = min(values.min(), 0) - 1, values.max() + 1
    line = NumberLine([low, high, 1], length=12, color=INK, include_numbers=True, font_size=28).move_to(0.9 * DOWN)
    tall = 2.6 / max(loads.max(), 1)
    side = min(0.42, tall * 0.95, 0.8 * line.unit_size)
    blocks = VGroup()
    for v, w in zip(values, loads, strict=True):
        blocks.add(
            VGroup(
                *[
                    Square(side, color=MAIN, stroke_width=2, fill_color=MAIN, fill_opacity=0.5).move_to(
                        line.n2p(v) + (k + 0.62) * side * UP
                    )
                    for k in range(int(w))
                ]
            )
        )
    narrator.say(
        "A lottery: each block is one ticket, standing on its prize.",
        FadeIn(line),
        LaggedStart(*[FadeIn(b, shift=0.5 * DOWN) for b in blocks], lag_ratio=0.25),
    )
    tags = VGroup(
        *[
            formula(rf"\tfrac{{{int(w)}}}{{{int(loads.sum())}}}", size=36, color=WARM).next_to(b, UP, buff=0.15)
            for b, w in zip(blocks, loads, strict=True)
        ]
    )
    narrator.say("The share of tickets is the chance of each prize.", FadeIn(tags))
    wedge = (
        Triangle(color=FOCUS, fill_color=FOCUS, fill_opacity=1)
        .scale(0.28)
        .move_to(line.n2p(values.mean()) + 0.95 * DOWN)
    )
    narrator.say("Where does the beam balance?", FadeIn(wedge), wait=0.2)
    beam = VGroup(line, blocks, tags)
    lean = 0.05 * np.sign(values.mean() - mean) if abs(values.mean() - mean) > 0.05 else 0.03
    scene.play(Rotate(beam, lean, about_point=wedge.get_top()), run_time=0.8)
    scene.play(Rotate(beam, -lean, about_point=wedge.get_top()), run_time=0.5)
    scene.play(wedge.animate.set_x(line.n2p(mean)[0]), run_time=1.4)
    terms = " + ".join(
        rf"{v:g}\cdot\tfrac{{{int(w)}}}{{{int(loads.sum())}}}"
        if v >= 0
        else rf"({v:g})\cdot\tfrac{{{int(w)}}}{{{int(loads.sum())}}}"
        for v, w in pairs
    )
    rule = formula(r"E[X] =", terms, rf"= {mean:.3g}", size=40)
    rule[2].set_color(FOCUS)
    rule.move_to(2.35 * DOWN)
    narrator.say("At the mean: each prize, weighed by its chance.", Write(rule))
    narrator.say("No single ticket need win it: it is the average over many.", wait=2.2)
