"""Reading a classifier's output: softmax, cross-entropy, precision and recall, the ROC curve."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GOOD,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def shares_of(scores: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """Softmax of scores / temperature."""
    powers = np.exp((scores - scores.max()) / temperature)
    return powers / powers.sum()


def softmax(scene: Scene, scores: list[float] = [2.0, 1.0, 0.2, -1.0], temperature: float = 0.4):
    """Softmax: scores become positive shares that add up to one.

    Exponentials make every score positive; dividing by their sum makes shares. The temperature sharpens or flattens them.

    Tags: machine learning, softmax, probabilities, logits, temperature, classification
    Wishes:
        softmax
        softmax function
        how does softmax turn scores into probabilities?
        softmax of 3, 1 and 0
        softmax temperature
        logits to probabilities
        exponentiate and normalise scores
        turn numbers into a probability distribution
        temperature of a language model
        why is softmax used in the last layer?
    Parameters:
        scores: the raw scores; 2 to 6 items in [-3, 4]; said: scores, logits
        temperature: the temperature shown at the end; in [0.2, 4]; said: temperature
    """
    narrator = Narrator(scene)
    values = np.array(scores, dtype=float)
    count = len(values)
    powers, shares = np.exp(values), shares_of(values)
    gap = min(0.95, 4.6 / count)
    ys = [((count - 1) / 2 - n) * gap - 0.25 for n in range(count)]
    heads = VGroup(
        words("score", size=28, color=MAIN).move_to([-5.3, 2.5, 0]),
        formula("e^{z}", size=40, color=WARM).move_to([-2.1, 2.5, 0]),
        words("share", size=28, color=GOOD).move_to([2.6, 2.5, 0]),
    )
    raw = VGroup(
        *[formula(f"{v:g}", size=44, color=MAIN).move_to([-5.3, y, 0]) for v, y in zip(values, ys, strict=True)]
    )
    narrator.say(
        "A network gives raw scores: any numbers, also negative.",
        FadeIn(heads[0]),
        LaggedStart(*map(FadeIn, raw), lag_ratio=0.2),
    )
    unit = 1.9 / powers.max()
    bars = VGroup(
        *[
            Rectangle(
                width=max(0.03, p * unit), height=0.5 * gap, stroke_width=0, fill_color=WARM, fill_opacity=0.9
            ).move_to([-3.4, y, 0], aligned_edge=LEFT)
            for p, y in zip(powers, ys, strict=True)
        ]
    )
    tags = VGroup(
        *[
            formula(f"{p:.2f}", size=36, color=WARM).next_to(b, RIGHT, buff=0.15)
            for p, b in zip(powers, bars, strict=True)
        ]
    )
    narrator.say(
        "Exponentials make them positive, and large scores stand out.",
        FadeIn(heads[1]),
        *[TransformFromCopy(r, b) for r, b in zip(raw, bars, strict=True)],
        FadeIn(tags),
    )
    start = 1.0

    def share_bar(share: float, y: float) -> VGroup:
        bar = Rectangle(
            width=max(0.03, 3.9 * share), height=0.5 * gap, stroke_width=0, fill_color=GOOD, fill_opacity=0.9
        ).move_to([start, y, 0], aligned_edge=LEFT)
        return VGroup(bar, formula(rf"{100 * share:.1f}\,\%", size=36, color=GOOD).next_to(bar, RIGHT, buff=0.15))

    ends = VGroup(*[share_bar(s, y) for s, y in zip(shares, ys, strict=True)])
    narrator.say(
        "Divide by their sum: shares that add up to one.",
        FadeIn(heads[2]),
        *[TransformFromCopy(b, e[0]) for b, e in zip(bars, ends, strict=True)],
        *[FadeIn(e[1]) for e in ends],
    )
    rule = (
        formula(r"p_i = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}", size=40).move_to(5.0 * RIGHT + 1.7 * DOWN)
        if count < 4
        else None
    )
    changed = VGroup(*[share_bar(s, y) for s, y in zip(shares_of(values, temperature), ys, strict=True)])
    effect = "sharper: the winner takes more" if temperature < 1 else "flatter: others get a chance"
    heat = formula(rf"T = {temperature:g}", size=40, color=FOCUS).move_to([5.3, 2.5, 0])
    narrator.say(
        f"Divide the scores by a temperature of {temperature:g} first: {effect}.",
        FadeIn(heat),
        Transform(ends, changed, run_time=1.5),
        *([Write(rule)] if rule else []),
    )
    narrator.say(
        "Softmax: a soft version of “take the largest”.",
        Circumscribe(ends[int(values.argmax())], color=FOCUS),
        wait=2.2,
    )


def cross_entropy(scene: Scene, probability: float = 0.7, wrong: float = 0.05):
    """Cross-entropy: the loss is the surprise at the right answer, minus the logarithm of its probability.

    Tags: machine learning, cross entropy, log loss, surprise, classification, loss function
    Wishes:
        cross entropy
        cross-entropy loss
        why is the loss minus log p?
        log loss of a confident wrong prediction
        negative log likelihood
        loss of a classifier
        why is a confident wrong answer punished so much?
        surprise measured by the logarithm
        entropy
    Parameters:
        probability: what a good model gives the right class; in [0.4, 0.95]; said: probability, p
        wrong: what a bad model gives the right class; in [0.02, 0.3]; said: wrong
    """
    narrator = Narrator(scene)
    names = ["cat", "dog", "bird"]
    axes = plot_axes([0, 1, 0.5], [0, 4.2, 1], width=6.0, height=4.4, numbers=False).move_to(2.9 * RIGHT + 0.1 * DOWN)
    marks = VGroup(
        *[
            words(t, size=24, color=MUTED).next_to(axes.c2p(v, 0), DOWN, buff=0.14)
            for t, v in (("0", 0), ("0.5", 0.5), ("1", 1))
        ]
    )
    marks.add(words("probability of the right answer", size=26, color=GOOD).next_to(axes.c2p(0.5, 0), DOWN, buff=0.42))
    marks.add(words("loss", size=26, color=BAD).next_to(axes.c2p(0, 4.2), RIGHT, buff=0.2))

    def guess(p: float) -> VGroup:
        shares = [p, 0.65 * (1 - p), 0.35 * (1 - p)]
        rows = VGroup()
        for n, (name, share) in enumerate(zip(names, shares, strict=True)):
            y = 1.0 - 0.8 * n
            color = GOOD if n == 0 else MUTED
            bar = Rectangle(
                width=max(0.03, 3.0 * share), height=0.42, stroke_width=0, fill_color=color, fill_opacity=0.9
            ).move_to([-5.0, y, 0], aligned_edge=LEFT)
            rows.add(
                VGroup(
                    words(name, size=30, color=color).move_to([-5.9, y, 0]),
                    bar,
                    words(f"{share:.0%}", size=28, color=color).next_to(bar, RIGHT, buff=0.15),
                )
            )
        return rows

    bars = guess(probability)
    truth = words("the picture shows a cat", size=30, color=GOOD).move_to([-4.4, 2.2, 0])
    narrator.say("A model guesses. How good is the guess if it is a cat?", FadeIn(truth), FadeIn(bars))
    xs = np.linspace(np.exp(-4.1), 1, 300)
    curve = polyline(axes, xs, -np.log(xs), BAD, 5)
    rule = formula(r"L = -\log", "p", size=46, color=BAD).move_to(axes.c2p(0.65, 3.2))
    rule[1].set_color(GOOD)
    narrator.say(
        "Only the share of the right answer counts: the loss is minus its logarithm.",
        FadeIn(axes, marks),
        Create(curve),
        Write(rule),
    )
    p = ValueTracker(probability)
    dot = always_redraw(lambda: Dot(axes.c2p(p.get_value(), -np.log(p.get_value())), color=FOCUS, radius=0.11))
    drop = always_redraw(
        lambda: Line(
            axes.c2p(p.get_value(), 0), axes.c2p(p.get_value(), -np.log(p.get_value())), color=FOCUS, stroke_width=3
        )
    )
    value = (
        VGroup(words("loss", size=32, color=BAD), DecimalNumber(-np.log(probability), font_size=48, color=BAD))
        .arrange(RIGHT, buff=0.25)
        .move_to([-4.4, -1.7, 0])
    )
    narrator.say(f"With {probability:.0%} on the cat: a small loss.", FadeIn(dot, drop, value))
    value[1].add_updater(lambda d: d.set_value(-np.log(p.get_value())))
    narrator.say(
        "Surer and right: the loss goes to zero.",
        p.animate(run_time=1.5).set_value(0.98),
        Transform(bars, guess(0.98), run_time=1.5),
        wait=0.8,
    )
    narrator.say(
        "Sure and wrong: the loss explodes.",
        p.animate(run_time=2.5).set_value(wrong),
        Transform(bars, guess(wrong), run_time=2.5),
        wait=0.8,
    )
    value[1].clear_updaters()
    narrator.say("Cross-entropy is surprise: it punishes confident mistakes most.", wait=2.2)
