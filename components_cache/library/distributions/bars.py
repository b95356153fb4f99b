"""Discrete distributions as bars: counts of successes, waiting, dice, and where the bars balance."""

import math

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import number_step
from components_cache.library.linear_algebra.plane import number_text
from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, MUTED, WARM, Narrator, fit, formula, words


def bar_axes(values, chances, width: float = 9.6, height: float = 4.5, most: int = 12) -> Axes:
    """Axes for bars over whole numbers; the numbers stand under the bars, as many as there is room for."""
    top = 1.12 * float(max(chances))
    step = max(1, int(np.ceil((values[-1] - values[0] + 1) / most)))
    axes = Axes(
        x_range=[values[0] - 0.8, values[-1] + 0.8, 1],
        y_range=[0, top, number_step(0, top, 5)],
        x_length=width,
        y_length=height,
        tips=False,
        axis_config={"color": MUTED, "stroke_width": 2, "font_size": 26},
        x_axis_config={"include_ticks": False},
        y_axis_config={
            "include_numbers": True,
            "decimal_number_config": {"num_decimal_places": 2 if top > 0.04 else 3},
        },
    )
    labels = VGroup(*[words(str(v), 24, MUTED).move_to(axes.c2p(v, 0) + 0.25 * DOWN) for v in values[::step]])
    axes.add(labels)
    return axes


def chance_bars(axes: Axes, values, chances, color=MAIN) -> VGroup:
    """A bar over each value, as high as its chance."""
    wide = min(0.8, 0.86) * abs(axes.x_axis.unit_size)
    bars = VGroup()
    for value, chance in zip(values, chances, strict=True):
        tall = max(0.004, float(chance) * axes.y_axis.unit_size)
        bar = Rectangle(width=wide, height=tall, color=color, stroke_width=1, fill_opacity=0.75)
        bars.add(bar.move_to(axes.c2p(value, 0), aligned_edge=DOWN))
    return bars


def grown(bars: VGroup, run_time: float = 1.8) -> Animation:
    """The bars grow from the axis, one after the other."""
    return LaggedStart(*[GrowFromEdge(bar, DOWN) for bar in bars], lag_ratio=0.06, run_time=run_time)


def percent(chance: float) -> str:
    """A probability in words: 13.4 %, or a small number as a decimal."""
    return f"{100 * chance:.1f} %" if chance >= 0.001 else f"{chance:.2g}"


def binomial_distribution(scene: Scene, n: int = 20, p: float = 0.3, region: str = "none", low: int = 0, high: int = 0):
    """Binomial distribution: how many successes in n independent tries.

    Tags: probability, binomial distribution, coin flips, bernoulli trials
    Wishes:
        binomial distribution n=20 p=0.3
        number of heads in 10 coin flips
        probability of at least 7 successes in 10 tries with p = 0.5
        bernoulli trials
        probability of k successes in n trials
        repeated coin tosses and the number of heads
        chance of exactly 3 sixes in 10 rolls
        Bernoulli experiment repeated n times
        Plot the bars of a binomial with n and p
    Parameters:
        n: number of tries; in [1, 100]; said: n, tries, trials, flips, coins, times
        p: chance of success in one try; in [0, 1]; said: p, probability, chance
        region: which bars to mark; one of: none, below, above, between
        low: smallest marked value for above and between; in [0, 100]; said: at least, above, from
        high: largest marked value for below and between; in [0, 100]; said: at most, below, to
    """
    n = int(n)
    chances = np.array([math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)])
    mean, spread = n * p, math.sqrt(n * p * (1 - p))
    law = r"P(k) = \binom{" + f"{n}" + r"}{k}\, " + f"{p:g}^k \\cdot {1 - p:.4g}^{{{n}-k}}"
    intro = f"{n} tries, each a success with chance {number_text(p, 3)}."
    _tell_bars(
        scene,
        chances,
        mean,
        spread,
        (law, intro, "k successes can come in many orders: that is the first factor."),
        region,
        low,
        high,
    )


def poisson_distribution(scene: Scene, rate: float = 4.0, region: str = "none", low: int = 0, high: int = 0):
    """Poisson distribution: how many rare events happen in a given time.

    Tags: probability, poisson distribution, rare events, rate
    Wishes:
        Poisson distribution with lambda 4
        number of calls per hour
        probability of at most 2 events when 5 are expected
        rare events
        number of events in a fixed interval
        average of 3 arrivals per minute, how likely are 5?
        counting emails per hour
        Poisson with mean 6
    Parameters:
        rate: expected number of events; in [0.1, 60]; said: lambda, rate, mean, average, expected
        region: which bars to mark; one of: none, below, above, between
        low: smallest marked value for above and between; in [0, 100]; said: at least, above, from
        high: largest marked value for below and between; in [0, 100]; said: at most, below, to
    """
    top = int(rate + 4.5 * math.sqrt(rate) + 3)
    chances = np.array([math.exp(-rate + k * math.log(rate) - math.lgamma(k + 1)) for k in range(top + 1)])
    law = r"P(k) = e^{-" + f"{rate:g}" + r"}\, \frac{" + f"{rate:g}" + r"^k}{k!}"
    intro = f"Events come at random, {number_text(rate, 3)} on average."
    _tell_bars(
        scene,
        chances,
        rate,
        math.sqrt(rate),
        (law, intro, "Many chances, each of them tiny: a binomial in the limit."),
        region,
        low,
        high,
    )


def _tell_bars(scene, chances, mean: float, spread: float, texts, region: str, low: int, high: int) -> None:
    """Bars of a counting distribution, its formula, its balance point, and a marked region with its probability."""
    last = len(chances) - 1
    reach = 4.2 * spread + 1.5
    span = (max(0, int(mean - reach)), min(last, int(np.ceil(mean + reach))))
    if region != "none":
        span = (
            min(span[0], low if region != "below" else span[0]),
            max(span[1], high if region != "above" else span[1]),
        )
    span = (max(0, span[0]), min(last, max(span[1], span[0] + 1)))
    values = list(range(span[0], span[1] + 1))
    shown = chances[span[0] : span[1] + 1]
    axes = bar_axes(values, shown).move_to([-1.4, 0.1, 0])
    bars = chance_bars(axes, values, shown)
    law, intro, why = texts
    side = (
        VGroup(
            fit(formula(law, size=38), width=3.4),
            words(f"mean {number_text(mean)}", 30, FOCUS),
            words(f"spread (σ) {number_text(spread)}", 30, WARM),
        )
        .arrange(DOWN, buff=0.4)
        .move_to([5.15, 1.4, 0])
    )
    narrator = Narrator(scene)
    narrator.say(intro, FadeIn(axes), wait=0.8)
    narrator.say("How likely is each number?", grown(bars), FadeIn(side[0]))
    narrator.say(why, Indicate(side[0]), wait=1)
    pointer = Triangle(color=FOCUS, fill_opacity=1).scale(0.16)
    pointer.move_to(axes.c2p(mean, 0), aligned_edge=UP).shift(0.42 * DOWN)
    narrator.say("The bars balance at the mean.", FadeIn(pointer, shift=0.3 * UP), FadeIn(side[1]), color=FOCUS)
    width = Line(
        axes.c2p(max(mean - spread, values[0] - 0.5), 0), axes.c2p(mean + spread, 0), color=WARM, stroke_width=8
    )
    narrator.say("Most of the weight lies within one spread or two.", Create(width), FadeIn(side[2]), color=WARM)
    if region == "none":
        best = int(np.argmax(shown))
        narrator.say(
            f"Most likely: {values[best]}, with probability {percent(shown[best])}.",
            bars[best].animate.set_color(GOOD),
            wait=2,
        )
        return
    _mark_bars(narrator, bars, values, chances, region, int(low), int(high))


def _mark_bars(narrator, bars, values, chances, region: str, low: int, high: int) -> None:
    last = len(chances) - 1
    low, high = (0, high) if region == "below" else (low, last) if region == "above" else (low, high)
    chance = float(chances[max(low, 0) : high + 1].sum()) if high >= low else 0.0
    marked = [bar for bar, value in zip(bars, values, strict=True) if low <= value <= high]
    name = {"below": f"at most {high}", "above": f"at least {low}"}.get(region, f"{low} to {high}")
    name = f"exactly {low}" if low == high else name
    text = words(f"P({name})", 30, GOOD)
    fit(text, width=3.4).move_to([5.15, -0.7, 0])
    both = VGroup(text, words(f"= {percent(chance)}", 34, GOOD).next_to(text, DOWN, buff=0.2))
    narrator.say(
        f"The bars for {name} together: {percent(chance)}.",
        FadeIn(both),
        *[bar.animate.set_color(GOOD) for bar in marked],
        color=GOOD,
        wait=2,
    )


def dice_distribution(scene: Scene, dice: int = 2, sides: int = 6):
    """The sum of dice: count the ways, and the middle gets more of them the more dice there are.

    Tags: probability, dice, sum, discrete distribution, combinations
    Wishes:
        distribution of the sum of two dice
        sum of 3 dice
        probability of rolling a 7 with two dice
        roll four dice and add
        sum of two dice
        why is 7 the most likely roll?
        throwing several dice and adding the pips
        probability distribution for rolling two dice
        How likely is each total of two dice?
    Parameters:
        dice: how many dice; in [1, 6]; said: dice, die
        sides: sides of each die; in [2, 12]; said: sides, sided
    """
    dice, sides = int(dice), int(sides)
    ways = np.ones(1)
    tables = []
    for _ in range(dice):
        ways = np.convolve(ways, np.ones(sides))
        tables.append(ways / ways.sum())
    narrator = Narrator(scene)
    values = list(range(1, sides + 1))
    axes = bar_axes(values, [1.6 / sides]).move_to([-1.2, 0.1, 0])
    bars = chance_bars(axes, values, tables[0], MAIN)
    note = words("1 die", 36, MAIN).move_to([5.2, 1.6, 0])
    narrator.say(f"One fair die: all {sides} faces are equally likely.", FadeIn(axes), grown(bars), FadeIn(note))
    for count in range(2, dice + 1):
        table = tables[count - 1]
        values = list(range(count, count * sides + 1))
        new_axes = bar_axes(values, table).move_to([-1.2, 0.1, 0])
        new_bars = chance_bars(new_axes, values, table, MAIN)
        text = words(f"{count} dice", 36, MAIN).move_to([5.2, 1.6, 0])
        say = "Add a second die: many pairs give a middle sum." if count == 2 else "One more: the bell grows."
        narrator.say(
            say,
            FadeOut(axes),
            FadeIn(new_axes),
            ReplacementTransform(bars, new_bars),
            ReplacementTransform(note, text),
            wait=0.9,
        )
        axes, bars, note = new_axes, new_bars, text
    best = int(np.argmax(tables[-1]))
    top = VGroup(words(f"sum {values[best]}", 32, GOOD), words(percent(tables[-1][best]), 34, GOOD))
    top.arrange(DOWN, buff=0.2).move_to([5.2, 0.2, 0])
    if dice > 1:
        count = round(tables[-1][best] * sides**dice)
        narrator.say(
            f"{count} of {sides**dice} equally likely rolls give {values[best]}.",
            FadeIn(top),
            bars[best].animate.set_color(GOOD),
            color=GOOD,
        )
    mean = dice * (sides + 1) / 2
    pointer = Triangle(color=FOCUS, fill_opacity=1).scale(0.16)
    pointer.move_to(axes.c2p(mean, 0), aligned_edge=UP).shift(0.42 * DOWN)
    narrator.say(
        f"The average is {number_text(mean)}, where the bars balance.",
        FadeIn(pointer, shift=0.3 * UP),
        color=FOCUS,
        wait=2,
    )


def expected_value_and_variance(
    scene: Scene, values: list[float] = [1, 2, 5, 10], chances: list[float] = [0.4, 0.3, 0.2, 0.1]
):
    """Expected value and variance: put the probabilities on a beam; it balances at the mean, the variance is the spread.

    Tags: probability, expected value, variance, mean, balance point, standard deviation
    Wishes:
        expected value and variance as balance point
        expected value and variance
        what is the variance of a random variable
        mean of a discrete distribution
        expectation as a centre of mass
        average outcome of a game of chance
        what does standard deviation measure?
        Visualize the expectation of a discrete random variable as a balance point
        mean and spread of a random variable as a balance
        variance of a discrete random variable
        probabilities as weights on a beam
    Parameters:
        values: the possible values; 2 to 7 items; said: values
        chances: their probabilities, in the same order; 2 to 7 items; said: probabilities
    """
    pairs = sorted(zip(values, chances, strict=False))
    weights = np.array([c for _, c in pairs], dtype=float)
    weights = weights / weights.sum()
    xs = np.array([v for v, _ in pairs], dtype=float)
    mean = float(xs @ weights)
    variance = float((xs - mean) ** 2 @ weights)
    low, high = float(xs.min()), float(xs.max())
    pad = 0.08 * (high - low + 1e-9)
    axes = NumberLine(
        [low - pad, high + pad, number_step(low, high, 10)],
        length=9.4,
        color=MUTED,
        stroke_width=5,
        include_ticks=False,
    )
    axes.move_to([-1.4, -1.2, 0])
    scale = 2.8 / weights.max()
    wide = min(0.7, 0.7 * 9.4 * min(np.diff(xs).min(initial=high - low), high - low) / (high - low + 2 * pad))
    blocks = VGroup(
        *[
            Rectangle(width=wide, height=scale * w, color=MAIN, fill_opacity=0.75, stroke_width=1).move_to(
                axes.n2p(x), aligned_edge=DOWN
            )
            for x, w in zip(xs, weights, strict=True)
        ]
    )
    names = VGroup(*[words(number_text(x), 26, INK).move_to(axes.n2p(x) + 0.32 * DOWN) for x in xs])
    tops = VGroup(
        *[words(number_text(w), 24, MAIN).next_to(b, UP, buff=0.1) for w, b in zip(weights, blocks, strict=True)]
    )
    narrator = Narrator(scene)
    narrator.say(
        "Each value gets a weight: its probability.", Create(axes), FadeIn(names), FadeIn(tops), grown(blocks, 1.2)
    )
    pointer = Triangle(color=FOCUS, fill_opacity=1).scale(0.22)
    pointer.move_to(axes.n2p((low + high) / 2), aligned_edge=UP).shift(0.62 * DOWN)
    beam = VGroup(axes, blocks, names, tops)
    tilt = 0.07 * (1 if mean < (low + high) / 2 else -1)
    narrator.say("Where must the support stand, so that nothing tips over?", FadeIn(pointer), wait=0.3)
    if abs(mean - (low + high) / 2) > 1e-3 * (high - low):
        scene.play(Rotate(beam, tilt, about_point=pointer.get_top()), run_time=0.8)
        scene.play(Rotate(beam, -tilt, about_point=pointer.get_top()), run_time=0.5)
    side = (
        VGroup(
            words(f"mean = {number_text(mean)}", 32, FOCUS),
            words(f"variance = {number_text(variance)}", 32, WARM),
            words(f"σ = {number_text(math.sqrt(variance))}", 32, WARM),
        )
        .arrange(DOWN, buff=0.4)
        .move_to([5.15, 1.2, 0])
    )
    fit(side, width=3.3)
    narrator.say(
        "At the expected value: each value times its probability, added up.",
        pointer.animate.set_x(axes.n2p(mean)[0]),
        FadeIn(side[0]),
        color=FOCUS,
    )
    gaps = VGroup(
        *[
            Line([axes.n2p(mean)[0], y, 0], [axes.n2p(x)[0], y, 0], color=WARM, stroke_width=5)
            for x, y in zip(xs, np.linspace(-2.3, -2.7, len(xs)), strict=True)
        ]
    )
    narrator.say(
        "How far off are the values? Square the distances and average them: the variance.",
        Create(gaps),
        FadeIn(side[1]),
        color=WARM,
    )
    narrator.say("Its root is the standard deviation, a typical distance from the mean.", FadeIn(side[2]), wait=2)
