"""From a sample to the truth: p-values, confidence intervals, the bootstrap."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo
from components_cache.library.theme import (
    BAD,
    FOCUS,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
    words,
)


def p_value(scene: Scene, flips: int = 40, heads: int = 27):
    """The p-value: how often would pure chance look at least as extreme?

    A coin is suspected of being unfair. Under the hypothesis that it is fair, the number of heads has a binomial law; the
    p-value is the area of the outcomes at least as far from the middle as the one observed.

    Tags: statistics, hypothesis test, p-value, significance, null hypothesis, binomial test, coin
    Wishes:
        p-value
        hypothesis test
        is a coin fair if it shows 60 heads in 100 flips?
        what does statistically significant mean?
        null hypothesis with 30 heads in 40 flips
        significance test
        null hypothesis
        is the result just luck?
        is this coin fair?
    Parameters:
        flips: number of flips; in [10, 100]; said: flips, tosses, trials
        heads: number of heads seen; in [0, 100]; said: heads
    """
    narrator = Narrator(scene)
    heads = min(heads, flips)
    ks = np.arange(flips + 1)
    logs = np.concatenate([[0], np.cumsum(np.log(np.arange(1, flips + 1)))])
    chance = np.exp(logs[flips] - logs[ks] - logs[flips - ks] - flips * np.log(2))
    off = abs(heads - flips / 2)
    extreme = np.abs(ks - flips / 2) >= off - 1e-9
    p = float(chance[extreme].sum())
    reach = max(off + 2, 3.6 * np.sqrt(flips) / 2)
    seen = ks[(np.abs(ks - flips / 2) <= reach)]
    unit, tall = 12.0 / len(seen), 3.6 / chance.max()
    base = 2.1 * DOWN
    bars = VGroup()
    for k in seen:
        box = Rectangle(
            width=0.86 * unit, height=max(0.01, chance[k] * tall), stroke_width=0, fill_color=MAIN, fill_opacity=0.85
        )
        bars.add(box.move_to(base + np.array([(k - flips / 2) * unit, box.height / 2, 0])))
    floor = Line(6.3 * LEFT, 6.3 * RIGHT, color=MUTED).shift(base)
    step = max(1, -(-len(seen) // 11))
    ticks = VGroup(
        *[
            words(str(k), size=24, color=MUTED).move_to(base + np.array([(k - flips / 2) * unit, -0.28, 0]))
            for k in seen[::step]
        ]
    )
    narrator.say(f"A coin shows {heads} heads in {flips} flips. Is it fair?", wait=1)
    narrator.say(
        "Suppose it is. Then these numbers of heads would come up, this often.",
        Create(floor),
        LaggedStart(*[GrowFromEdge(b, DOWN) for b in bars], lag_ratio=0.02),
        FadeIn(ticks),
    )
    x = (heads - flips / 2) * unit
    height = min(1.6, chance[heads] * tall + 1.1)
    pointer = Arrow(
        base + np.array([x, height + 0.5, 0]), base + np.array([x, chance[heads] * tall, 0]), buff=0.08, color=FOCUS
    )
    tag = halo(words(f"seen: {heads}", size=30, color=FOCUS)).next_to(pointer, UP, buff=0.1)
    narrator.say("Here is what we saw.", GrowArrow(pointer), FadeIn(tag))
    tails = [b.animate.set_fill(BAD, 1) for b, k in zip(bars, seen, strict=True) if extreme[k]]
    narrator.say("How often would a fair coin be at least as far off, on either side?", *tails)
    value = formula(rf"p = {p:.3f}" if p >= 0.001 else "p < 0.001", size=52, color=BAD).move_to(2.2 * UP + 4.6 * LEFT)
    verdict = (
        "Rarely: fair coins seldom do this. Evidence against “fair”."
        if p < 0.05
        else "Quite often: no good evidence against a fair coin."
    )
    narrator.say(
        f"The red bars together are the p-value: {p:.1%}."
        if p >= 0.001
        else "The red bars together are the p-value: less than 0.1%.",
        Write(value),
    )
    narrator.say(verdict, wait=2.4)


def confidence_intervals(scene: Scene, samples: int = 25, size: int = 20, level: int = 95, seed: int = 8):
    """Confidence intervals: of many intervals, about 95 percent catch the truth.

    Tags: statistics, confidence interval, sampling, estimation, coverage, mean
    Wishes:
        confidence intervals
        what does 95 percent confidence mean?
        90 percent confidence intervals from 30 samples
        how often does a confidence interval miss the true mean?
        interval estimates from repeated samples
        how sure are we about the true mean?
        margin of error of a poll
    Parameters:
        samples: number of repeated samples; in [10, 50]; said: samples, intervals, experiments
        size: measurements in each sample; in [5, 100]; said: size, measurements
        level: confidence in percent; in [50, 99]; said: percent, confidence, level, %
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    z = _normal_quantile(0.5 + level / 200)
    data = rng.normal(0, 1, (samples, size))
    means, half = data.mean(axis=1), z / np.sqrt(size)
    reach = max(np.abs(means).max() + half, 2.5 * half) * 1.05
    unit = 5.6 / reach
    truth = Line([0, -2.55, 0], [0, 2.2, 0], color=FOCUS, stroke_width=4)
    tag = words("true mean", size=28, color=FOCUS).next_to(truth, UP, buff=0.12)
    narrator.say("There is one true mean, but we do not know it.", Create(truth), FadeIn(tag))
    gap = 4.5 / samples
    rows = VGroup()
    for n, m in enumerate(means):
        caught = abs(m) <= half
        color = MAIN if caught else BAD
        y = 2.0 - gap * (n + 0.5)
        bar = Line([unit * (m - half), y, 0], [unit * (m + half), y, 0], color=color, stroke_width=min(6, 40 * gap))
        rows.add(VGroup(bar, Dot([unit * m, y, 0], color=INK, radius=min(0.06, 0.35 * gap))))
    narrator.say(
        f"Measure {size} times: the mean of the sample, and a margin around it.", Create(rows[0][0]), FadeIn(rows[0][1])
    )
    narrator.say("Repeat the whole experiment. Each time another interval.", wait=0.2)
    scene.play(
        LaggedStart(*[FadeIn(row, shift=0.1 * UP) for row in rows[1:]], lag_ratio=0.35), run_time=min(7, 0.25 * samples)
    )
    missed = int((np.abs(means) > half).sum())
    count = words(f"{samples - missed} of {samples} catch it", size=30, color=MAIN).move_to(2.5 * UP + 4.6 * LEFT)
    narrator.say(
        f"{missed} of {samples} missed the truth (red)." if missed else "This time none of them missed the truth.",
        FadeIn(count),
        *[Indicate(r, color=BAD) for r, m in zip(rows, means, strict=True) if abs(m) > half],
    )
    narrator.say(f"“{level}% confidence”: in the long run, {level}% of such intervals catch the truth.", wait=2.4)


def _normal_quantile(share: float) -> float:
    """The z with this share of the normal law below it, by bisection."""
    from math import erf, sqrt

    low, high = 0.0, 5.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 * (1 + erf(middle / sqrt(2))) < share else (low, middle)
    return low


def bootstrap(scene: Scene, values: list[int] = [3, 5, 6, 6, 8, 12, 15], resamples: int = 600, seed: int = 4):
    """The bootstrap: resample your own data to see how uncertain its mean is.

    Tags: statistics, bootstrap, bootstrapping, resampling, uncertainty, mean, histogram
    Wishes:
        bootstrapping
        bootstrap resampling
        how uncertain is a mean? resample the data
        bootstrap with 1000 resamples
        resampling with replacement
        bootstrapped confidence interval of a mean
        estimate uncertainty from one sample by resampling
    Parameters:
        values: the data; 4 to 9 items in [0, 30]; said: values, data
        resamples: number of resamples; in [100, 3000]; said: resamples, times
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    data = np.array(values, dtype=int)
    count = len(data)

    def tile(value: int, color) -> VGroup:
        box = RoundedRectangle(
            width=0.95,
            height=0.8,
            corner_radius=0.1,
            color=color,
            fill_color=color,
            fill_opacity=0.15,
            stroke_width=2.5,
        )
        return VGroup(box, Integer(value, font_size=38, color=color).move_to(box))

    urn = VGroup(*[tile(v, MAIN) for v in data]).arrange(RIGHT, buff=0.2).move_to(2.3 * UP + 1.2 * LEFT)
    mean = formula(rf"\text{{mean}} = {data.mean():.2f}", size=36, color=MAIN).next_to(urn, RIGHT, buff=0.4)
    narrator.say("One sample is all we have. How sure is its mean?", FadeIn(urn), FadeIn(mean))
    picks = rng.integers(0, count, (resamples, count))
    means = data[picks].mean(axis=1)
    low, high = np.floor(means.min() - 0.5), np.ceil(means.max() + 0.5)
    line = NumberLine(
        [low, high, max(1, round((high - low) / 8))], length=11.4, color=MUTED, include_numbers=True, font_size=26
    ).move_to(2.2 * DOWN)
    narrator.say("Draw a new sample from it, putting each value back.", FadeIn(line), wait=0.2)
    for n in range(3):
        drawn = VGroup(*[tile(data[k], WARM) for k in picks[n]]).arrange(RIGHT, buff=0.2).move_to(1.1 * UP + 1.2 * LEFT)
        copies = [ReplacementTransform(urn[k].copy(), d) for k, d in zip(picks[n], drawn, strict=True)]
        scene.play(LaggedStart(*copies, lag_ratio=0.1), run_time=1.5 if n == 0 else 0.9)
        value = formula(rf"{means[n]:.2f}", size=36, color=WARM).next_to(drawn, RIGHT, buff=0.4)
        drop = Dot(line.n2p(means[n]) + 0.15 * UP, color=WARM, radius=0.08)
        scene.play(FadeIn(value), run_time=0.3)
        scene.play(ReplacementTransform(value, drop), FadeOut(drawn), run_time=0.7)
    bins = 36
    heights, edges = np.histogram(means, bins=bins, range=(low, high))
    tall = 2.5 / max(heights.max(), 1)
    bars = VGroup()
    for h, a, b in zip(heights, edges, edges[1:], strict=False):
        if h:
            box = Rectangle(
                width=0.92 * (line.n2p(b)[0] - line.n2p(a)[0]),
                height=h * tall,
                stroke_width=0,
                fill_color=WARM,
                fill_opacity=0.85,
            )
            bars.add(box.move_to(line.n2p((a + b) / 2) + h * tall / 2 * UP))
    narrator.say(
        f"Do it {resamples} times and collect the means.",
        LaggedStart(*[GrowFromEdge(b, DOWN) for b in bars], lag_ratio=0.05, run_time=2.5),
    )
    left, right = np.percentile(means, [2.5, 97.5])
    band = Line(line.n2p(left), line.n2p(right), color=FOCUS, stroke_width=9).shift(0.03 * UP)
    tag = words(f"95% of the means: {left:.1f} to {right:.1f}", size=30, color=FOCUS).move_to(1.0 * UP)
    narrator.say("Their spread tells how far the mean can be trusted.", Create(band), FadeIn(tag), wait=2.3)
