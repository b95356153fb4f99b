"""Monte Carlo: pi from random points, Buffon's needle."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import halo, polyline
from components_cache.library.theme import (
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    Narrator,
    formula,
    plot_axes,
    words,
)


def speckles(points: np.ndarray, side: float, color) -> VMobject:
    """Many small squares in one mobject."""
    mark = VMobject(stroke_width=0, fill_color=color, fill_opacity=0.9)
    square = Square(side).points
    if len(points):
        mark.points = np.concatenate([square + p for p in points])
    return mark


def monte_carlo_pi(scene: Scene, points: int = 2000, seed: int = 3):
    """Monte Carlo estimate of pi: count random points inside a quarter circle.

    Tags: probability, Monte Carlo, pi, simulation, random points, area, estimate
    Wishes:
        Monte Carlo estimate of pi
        estimate pi with random points
        throw 5000 darts at a circle
        how can randomness compute pi?
        Monte Carlo
        estimate pi by throwing darts
        random dots in a quarter circle
        Monte Carlo simulation
        approximate pi with random numbers
        Monte Carlo method
    Parameters:
        points: number of random points; in [100, 5000]; said: points, darts, samples
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    side, corner = 5.1, np.array([-6.1, -2.5, 0])
    square = Square(side, color=INK, stroke_width=3).move_to(corner + side / 2 * np.array([1, 1, 0]))
    arc = Arc(side, 0, PI / 2, arc_center=corner, color=FOCUS, stroke_width=5)
    narrator.say("A square, and a quarter circle inside.", Create(square), Create(arc))
    rule = formula(
        r"\frac{\text{inside}}{\text{all}}", r"\approx \frac{\pi r^2 / 4}{r^2} = \frac{\pi}{4}", size=44
    ).move_to(2.9 * RIGHT + 1.95 * UP)
    rule[0].set_color(FOCUS)
    narrator.say("The quarter circle covers the share pi over 4 of the square.", Write(rule))
    xy = rng.random((points, 2))
    inside = (xy**2).sum(axis=1) <= 1
    spots = corner + side * np.column_stack([xy, np.zeros(points)])
    estimate = 4 * inside.cumsum() / np.arange(1, points + 1)
    low, high = 2.6, 3.7
    axes = plot_axes([0, points, points], [low, high, 1], width=6.2, height=2.6, numbers=False).move_to(
        3.1 * RIGHT + 1.25 * DOWN
    )
    goal = DashedLine(axes.c2p(0, PI), axes.c2p(points, PI), color=GOOD)
    name = halo(formula(r"\pi", size=40, color=GOOD)).next_to(axes.c2p(0, PI), LEFT, buff=0.15)
    labels = VGroup(
        words("n =", size=30, color=MUTED),
        Integer(0, font_size=40),
        formula(r"4 \cdot \tfrac{\text{inside}}{\text{all}} =", size=38),
        DecimalNumber(0, num_decimal_places=4, font_size=42, color=FOCUS),
    )
    labels[0].move_to(0.6 * RIGHT + 0.65 * UP)
    labels[1].next_to(labels[0], RIGHT, buff=0.15)
    labels[2].move_to(3.7 * RIGHT + 0.65 * UP)
    labels[3].next_to(labels[2], RIGHT, buff=0.15)
    narrator.say("Throw random points and count.", FadeIn(axes, name, labels[0], labels[2]), Create(goal), wait=0.2)
    cuts = np.unique(np.round(np.concatenate([[0, 5, 15, 40], np.geomspace(min(90, points), points, 12)])).astype(int))
    cuts = cuts[cuts <= points]
    size = 0.075 if points <= 1500 else 0.05
    curve = None
    for a, b in zip(cuts, cuts[1:], strict=False):
        chosen = slice(a, b)
        clouds = VGroup(
            speckles(spots[chosen][inside[chosen]], size, FOCUS), speckles(spots[chosen][~inside[chosen]], size, MAIN)
        )
        labels[1].set_value(b)
        labels[1].next_to(labels[0], RIGHT, buff=0.15)
        labels[3].set_value(estimate[b - 1]).next_to(labels[2], RIGHT, buff=0.15)
        scene.add(labels)
        ns = np.unique(np.linspace(1, b, 200).astype(int))
        fresh = polyline(axes, ns, np.clip(estimate[ns - 1], low, high), FOCUS, 3)
        scene.remove(*([curve] if curve else []))
        scene.add(fresh)
        curve = fresh
        scene.play(FadeIn(clouds), run_time=0.55)
    error = abs(estimate[-1] - PI)
    narrator.say(f"{points} points give {estimate[-1]:.4f}, off by {error:.4f}.", wait=1)
    narrator.say("The error shrinks like $1/\\sqrt{n}$: a hundred times the points, one more digit.", wait=2.3)


def buffons_needle(scene: Scene, needles: int = 300, length: float = 0.9, seed: int = 4):
    """Buffon's needle: needles dropped on ruled paper cross the lines with a chance that holds pi.

    Tags: probability, Buffon's needle, Monte Carlo, pi, geometric probability
    Wishes:
        Buffon's needle
        estimate pi by dropping needles
        needles on parallel lines and pi
        drop 500 needles
        Buffon
        needle dropping experiment
        needles crossing floor boards
        pi from random needles
        probability that a dropped stick crosses a line
    Parameters:
        needles: number of needles; in [50, 800]; said: needles, throws
        length: length of a needle, in line distances; in [0.4, 1]; said: length
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    gap, rows, top = 0.95, 6, 2.3
    left, width = -6.4, 8.2
    rules = VGroup(
        *[
            Line([left, top - gap * n, 0], [left + width, top - gap * n, 0], color=MUTED, stroke_width=2)
            for n in range(rows)
        ]
    )
    narrator.say("Parallel lines, and needles thrown at random.", LaggedStart(*map(Create, rules), lag_ratio=0.1))
    reach = length * gap / 2
    x = rng.uniform(left + reach, left + width - reach, needles)
    y = rng.uniform(top - gap * (rows - 1), top, needles)
    angle = rng.uniform(0, PI, needles)
    below = np.abs(np.remainder(top - y + gap / 2, gap) - gap / 2)
    hit = below <= reach * np.sin(angle)
    ends = reach * np.column_stack([np.cos(angle), np.sin(angle), 0 * x])
    middle = np.column_stack([x, y, 0 * x])
    sample = Line(middle[0] - ends[0], middle[0] + ends[0], color=INK, stroke_width=4)
    narrator.say("Does a needle cross a line? Yellow if it does.", Create(sample), wait=0.6)
    labels = VGroup(
        VGroup(words("needles", size=30), Integer(1, font_size=42)),
        VGroup(words("crossings", size=30, color=FOCUS), Integer(int(hit[0]), font_size=42, color=FOCUS)),
    )
    for pair, y_place in zip(labels, (2.2, 1.5), strict=True):
        pair[0].move_to([2.5, y_place, 0], aligned_edge=LEFT)
        pair[1].next_to(pair[0], RIGHT, buff=0.25)
    scene.play(FadeIn(labels), FadeOut(sample), run_time=0.5)
    cuts = np.unique(np.round(np.geomspace(1, needles, 12)).astype(int))
    cuts = np.concatenate([[0], cuts])
    for a, b in zip(cuts, cuts[1:], strict=False):
        batch = VGroup(
            *[_needle_bundle(middle[a:b][m], ends[a:b][m], c) for m, c in ((hit[a:b], FOCUS), (~hit[a:b], MAIN))]
        )
        for pair, value in zip(labels, (b, hit[:b].sum()), strict=True):
            pair[1].set_value(int(value)).next_to(pair[0], RIGHT, buff=0.25)
        scene.play(FadeIn(batch, shift=0.15 * DOWN), run_time=0.6)
    chance = formula(r"P = \frac{2\ell}{\pi d}", size=46).move_to([2.5, 0.35, 0], aligned_edge=LEFT)
    narrator.say("The angles bring in the circle: the chance of a crossing contains pi.", Write(chance))
    guess = 2 * length * needles / max(1, hit.sum())
    solved = formula(
        r"\pi \approx \frac{2 \ell}{d}\cdot\frac{" + str(needles) + "}{" + str(int(hit.sum())) + "}",
        size=46,
        color=GOOD,
    ).move_to([2.5, -1.0, 0], aligned_edge=LEFT)
    result = formula(rf"= {guess:.3f}", size=46, color=GOOD).next_to(solved, DOWN, buff=0.3, aligned_edge=LEFT)
    narrator.say(
        f"Turned around: {needles} needles estimate pi as {guess:.3f}.", Write(solved), FadeIn(result), wait=2.4
    )


def _needle_bundle(middles: np.ndarray, ends: np.ndarray, color) -> VMobject:
    bundle = VMobject(color=color, stroke_width=2.5)
    for m, e in zip(middles, ends, strict=True):
        bundle.start_new_path(m - e)
        bundle.add_line_to(m + e)
    return bundle
