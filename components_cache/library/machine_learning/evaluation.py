"""Judging a classifier: precision and recall, the ROC curve."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import plain_axes, plated, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def precision_recall(scene: Scene, threshold: float = 0.5, points: int = 40, seed: int = 3):
    """Precision and recall: a threshold sorts scores into a confusion matrix.

    Tags: machine learning, evaluation, confusion matrix, precision, recall, threshold, false positives, true positives
    Wishes:
        precision and recall
        confusion matrix
        how does the threshold trade precision for recall?
        true positives and false positives at threshold 0.7
        precision versus recall
        true positives, false positives, false negatives
        how good is a classifier at a threshold?
        evaluation metrics of a classifier
    Parameters:
        threshold: scores above it are called positive; in [0.25, 0.75]; said: threshold, cutoff
        points: number of examples; in [20, 60]; said: points, examples
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    half = points // 2
    label = np.repeat([0, 1], half)
    score = np.clip(np.concatenate([rng.normal(0.36, 0.17, half), rng.normal(0.64, 0.17, half)]), 0.02, 0.98)
    left, width, floor = -6.1, 7.4, -1.9

    def spot(s: float, k: int, kind: int) -> np.ndarray:
        rise = 0.25 + (k * 0.618 % 1) * 1.45
        return np.array([left + width * s, floor + rise + 1.9 * kind, 0])

    line = Arrow(
        [left, floor, 0],
        [left + width + 0.3, floor, 0],
        buff=0,
        color=MUTED,
        stroke_width=3,
        max_tip_length_to_length_ratio=0.03,
    )
    name = words("score of the model", size=26, color=MUTED).next_to(line, DOWN, buff=0.15)
    dots = VGroup(
        *[
            Dot(spot(s, k, kind), radius=0.09, color=WARM if kind else MAIN)
            for k, (s, kind) in enumerate(zip(score, label, strict=True))
        ]
    )
    sides = VGroup(
        words("ill", size=28, color=WARM).move_to([left - 0.2, 2.2, 0]),
        words("healthy", size=28, color=MAIN).move_to([left + 0.2, 0.1, 0]),
    )
    narrator.say(
        "Each dot is a person; the model gives a score.",
        FadeIn(line, name),
        LaggedStart(*map(FadeIn, dots), lag_ratio=0.02),
        FadeIn(sides),
    )
    at = ValueTracker(threshold)
    wall = always_redraw(
        lambda: Line(
            [left + width * at.get_value(), floor - 0.1, 0],
            [left + width * at.get_value(), 2.5, 0],
            color=FOCUS,
            stroke_width=4,
        )
    )
    cells = _confusion_cells()
    narrator.say("Everything to the right of a threshold is called ill.", Create(wall), FadeIn(cells))

    def counts() -> list[int]:
        up = score > at.get_value()
        return [
            int((up & (label == 1)).sum()),
            int((~up & (label == 1)).sum()),
            int((up & (label == 0)).sum()),
            int((~up & (label == 0)).sum()),
        ]

    numbers = VGroup(
        *[
            Integer(v, font_size=46, color=c[0].get_stroke_color()).move_to(c[0].get_center() + 0.16 * UP)
            for v, c in zip(counts(), cells[:4], strict=True)
        ]
    )
    narrator.say("Four things can happen: hits, misses, false alarms, and rightly left alone.", FadeIn(numbers))
    hit, miss, false, _ = counts()
    rows = VGroup(
        VGroup(
            words("precision", size=28, color=INK), DecimalNumber(hit / max(1, hit + false), font_size=40, color=OTHER)
        ).arrange(RIGHT, buff=0.25),
        VGroup(
            words("recall", size=28, color=INK), DecimalNumber(hit / max(1, hit + miss), font_size=40, color=GOOD)
        ).arrange(RIGHT, buff=0.25),
    )
    rows.arrange(DOWN, aligned_edge=LEFT, buff=0.3).move_to(4.4 * RIGHT + 1.75 * DOWN)
    narrator.say("Precision: how many of the alarms are right. Recall: how many of the ill are found.", FadeIn(rows))
    for place, cell_number in enumerate(numbers):
        cell_number.add_updater(lambda d, place=place: d.set_value(counts()[place]))
    rows[0][1].add_updater(lambda d: d.set_value(counts()[0] / max(1, counts()[0] + counts()[2])))
    rows[1][1].add_updater(lambda d: d.set_value(counts()[0] / max(1, counts()[0] + counts()[1])))
    narrator.say(
        "A strict threshold: few false alarms, but many ill are missed.",
        at.animate(run_time=2.5).set_value(0.8),
        wait=0.8,
    )
    narrator.say(
        "A lax one finds nearly all, at the price of false alarms.", at.animate(run_time=3).set_value(0.25), wait=0.8
    )
    narrator.say(
        "There is no free choice: the threshold trades one for the other.",
        at.animate(run_time=1.5).set_value(threshold),
        wait=2,
    )


def _confusion_cells() -> VGroup:
    cells = VGroup()
    entries = [
        ("hit", GOOD, 3.5, 1.75),
        ("miss", BAD, 5.5, 1.75),
        ("false alarm", BAD, 3.5, 0.3),
        ("left alone", GOOD, 5.5, 0.3),
    ]
    for text, color, x, y in entries:
        box = Rectangle(
            width=1.9, height=1.35, color=color, stroke_width=3, fill_color=color, fill_opacity=0.1
        ).move_to([x, y, 0])
        cells.add(VGroup(box, words(text, size=24, color=MUTED).move_to(box.get_bottom() + 0.24 * UP)))
    cells.add(
        VGroup(
            words("ill", size=24, color=WARM).move_to([2.15, 1.75, 0]),
            words("well", size=24, color=MAIN).move_to([2.15, 0.3, 0]),
        )
    )
    return cells


def roc_curve(scene: Scene, separation: float = 1.6):
    """The ROC curve: slide the threshold and record hits against false alarms.

    Two normal laws of scores, a sliding threshold, and the curve that it traces; the area below it measures the classifier.

    Tags: machine learning, evaluation, ROC curve, AUC, threshold, true positive rate, false positive rate
    Wishes:
        ROC curve
        ROC curve and AUC
        what does the area under the ROC curve mean?
        receiver operating characteristic
        ROC
        AUC
        true positive rate against false positive rate
        receiver operating characteristic curve
        compare classifiers by the area under their curve
    Parameters:
        separation: distance of the two classes in standard deviations; in [0, 3]; said: separation, distance
    """
    from math import erf, sqrt

    narrator = Narrator(scene)
    xs = np.linspace(-3.2, 3.2 + separation, 300)
    bell = np.exp(-(xs**2) / 2)
    other = np.exp(-((xs - separation) ** 2) / 2)
    axes = plain_axes([xs[0], xs[-1], 1], [0, 1.1, 1], 6.4, 3.2).move_to(3.3 * LEFT + 0.1 * DOWN)
    curves = VGroup(polyline(axes, xs, bell, MAIN), polyline(axes, xs, other, WARM))
    tags = VGroup(
        words("healthy", size=28, color=MAIN).next_to(axes.c2p(-0.6, 1.0), UL, buff=0.15),
        words("ill", size=28, color=WARM).next_to(axes.c2p(separation + 0.6, 1.0), UR, buff=0.15),
    )
    narrator.say("Scores of the healthy and of the ill overlap.", FadeIn(axes), Create(curves), FadeIn(tags))
    at = ValueTracker(xs[-1])

    def tail(center: float) -> float:
        return 0.5 * (1 - erf((at.get_value() - center) / sqrt(2)))

    def shade(ys: np.ndarray, color) -> VMobject:
        keep = xs >= at.get_value()
        if keep.sum() < 2:
            return VMobject()
        area = polyline(axes, [*xs[keep], xs[keep][-1], xs[keep][0]], [*ys[keep], 0, 0], color, 0)
        return area.set_fill(color, 0.4)

    wall = always_redraw(
        lambda: Line(axes.c2p(at.get_value(), 0), axes.c2p(at.get_value(), 1.1), color=FOCUS, stroke_width=4)
    )
    fills = VGroup(always_redraw(lambda: shade(bell, MAIN)), always_redraw(lambda: shade(other, WARM)))
    plane = plot_axes([0, 1, 0.5], [0, 1, 0.5], width=4.4, height=4.4, numbers=False).move_to(4.0 * RIGHT + 0.2 * UP)
    names = VGroup(
        words("false alarms", size=26, color=MAIN).next_to(plane.x_axis, DOWN, buff=0.15),
        words("hits", size=26, color=WARM).next_to(plane.y_axis, LEFT, buff=0.15),
    )
    dash = DashedLine(plane.c2p(0, 0), plane.c2p(1, 1), color=MUTED)
    narrator.say(
        "Slide a threshold. To the right: hits and false alarms.",
        FadeIn(plane, names),
        Create(dash),
        FadeIn(wall),
        wait=0.3,
    )
    scene.add(fills)
    dot = always_redraw(lambda: Dot(plane.c2p(tail(0), tail(separation)), color=FOCUS, radius=0.11))
    trace = TracedPath(dot.get_center, stroke_color=FOCUS, stroke_width=5)
    scene.add(trace, dot)
    narrator.say(
        "Each threshold is one point: hits against false alarms.",
        at.animate(run_time=6, rate_func=linear).set_value(xs[0]),
        wait=0.4,
    )
    trace.clear_updaters()
    grid = np.linspace(xs[-1] + 1, xs[0] - 1, 300)
    fp = np.array([0.5 * (1 - erf(t / sqrt(2))) for t in grid])
    tp = np.array([0.5 * (1 - erf((t - separation) / sqrt(2))) for t in grid])
    auc = 0.5 * (1 + erf(separation / 2))
    area = polyline(plane, [*fp, 1, 0], [*tp, 0, 0], FOCUS, 0).set_fill(FOCUS, 0.22)
    value = plated(formula(rf"\text{{AUC}} = {auc:.2f}", size=44, color=FOCUS), buff=0.15).move_to(
        plane.c2p(0.62, 0.22)
    )
    end = (
        "The diagonal is guessing."
        if separation < 0.15
        else "The diagonal is guessing; the more the curve bulges, the better."
    )
    narrator.say(end, FadeIn(area), wait=0.8)
    narrator.say(
        "The area is the chance that a random ill person scores above a random healthy one.", FadeIn(value), wait=2.4
    )
