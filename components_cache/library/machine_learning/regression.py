"""Fitting: least squares, logistic regression, overfitting, bias and variance."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import dot_cloud, on_axes, plain_axes, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def linear_regression(scene: Scene, points: int = 8, noise: float = 0.8, slope: float = 0.5, seed: int = 5):
    """Linear regression: the line that makes the squares on the residuals as small as possible.

    Tags: machine learning, statistics, linear regression, least squares, residuals, line of best fit
    Wishes:
        method of least squares
        linear regression with least squares
        least squares line of best fit
        linear regression on 10 points
        why do we square the residuals?
        best fitting line through data points
        line of best fit
        fit a straight line to scattered data
        minimise the squared errors
        regression line
        Animate a line adjusting to minimise the residual squares
        least squares
        regression
    Parameters:
        points: number of data points; in [4, 14]; said: points, data points
        noise: scatter around the line; in [0.1, 1.4]; said: noise, scatter
        slope: slope of the trend; in [-0.8, 0.8]; said: slope, trend
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    axes = plot_axes([0, 8, 1], [0, 5.6, 1], width=8, height=5.4, numbers=False).shift(2.4 * LEFT + 0.05 * UP)
    xs = np.linspace(0.8, 7.2, points) + rng.uniform(-0.25, 0.25, points)
    ys = np.clip(2.8 + slope * (xs - 4) + rng.normal(0, noise, points), 0.3, 5.3)
    dots = dot_cloud(axes, np.stack([xs, ys], axis=1), MAIN, 0.09)
    m, b = np.polyfit(xs, ys, 1)
    rise, level = ValueTracker(-0.45 if m > 0 else 0.45), ValueTracker(float(ys.mean()))

    def fitted(x):
        return level.get_value() + rise.get_value() * (x - xs.mean())

    def cost() -> float:
        return float(((fitted(xs) - ys) ** 2).sum())

    line = always_redraw(lambda: polyline(axes, [0.1, 7.9], np.clip([fitted(0.1), fitted(7.9)], -0.3, 5.9), FOCUS))
    squares = always_redraw(
        lambda: VGroup(*[_residual_square(axes, x, y, fitted(x)) for x, y in zip(xs, ys, strict=True)])
    )
    narrator.say("Data with a trend. Which line fits best?", Create(axes), LaggedStart(*map(GrowFromCenter, dots)))
    narrator.say("Try one. The red gaps are its errors ...", Create(line))
    scene.add(dots)
    total = VGroup(words("sum of squares", size=28, color=BAD), DecimalNumber(cost(), font_size=46, color=BAD)).arrange(
        DOWN, buff=0.2
    )
    total.move_to(4.6 * RIGHT + 1.7 * UP)
    total[1].add_updater(lambda d: d.set_value(cost()))
    narrator.say("... and each error is squared, so that large ones count most.", FadeIn(squares), FadeIn(total))
    narrator.say(
        "Turn the line: the total area shrinks ...",
        rise.animate(run_time=2.5).set_value(m + 0.25 * np.sign(m)),
        wait=0.2,
    )
    narrator.say(
        "... until no tilt and no shift can make it smaller.",
        rise.animate(run_time=2).set_value(m),
        level.animate(run_time=2).set_value(ys.mean()),
    )
    total[1].clear_updaters()
    rule = formula("y =", f"{m:.2f}", "x", f"{'+' if b >= 0 else '-'}", f"{abs(b):.2f}", size=44, color=FOCUS).move_to(
        4.6 * RIGHT + 0.2 * DOWN
    )
    goal = formula(r"\min_{m,\,b} \sum_i \big(", r"y_i", "-", r"(m x_i + b)", r"\big)^2", size=38).move_to(
        4.6 * RIGHT + 1.6 * DOWN
    )
    goal[1].set_color(MAIN)
    goal[3].set_color(FOCUS)
    narrator.say("That is least squares: the line with the smallest total area.", Write(rule), FadeIn(goal), wait=2.2)


def _residual_square(axes, x: float, y: float, fit: float) -> VGroup:
    """The residual and the square on it, towards the side with room."""
    a, b = axes.c2p(x, y), axes.c2p(x, fit)
    side = abs(a[1] - b[1])
    square = Square(max(side, 0.004), color=BAD, stroke_width=1.5, fill_color=BAD, fill_opacity=0.18)
    direction = RIGHT if x < 4 else LEFT
    square.move_to((a + b) / 2 + side / 2 * direction)
    return VGroup(square, Line(a, b, color=BAD, stroke_width=3))


def sigmoid_curve(z):
    """The logistic function, safe for large |z|."""
    return 1 / (1 + np.exp(-np.clip(z, -40, 40)))


def logistic_fit(data: np.ndarray, label: np.ndarray, steps: int, rate: float) -> list[np.ndarray]:
    """Weights (w1, w2, b) after each step of gradient descent on the mean cross-entropy."""
    design = np.column_stack([data, np.ones(len(data))])
    weights, history = np.array([-0.4, 1.0, 0.3]), []
    for _ in range(steps):
        history.append(weights)
        weights = weights - rate * design.T @ (sigmoid_curve(design @ weights) - label) / len(data)
    return [*history, weights]


def logistic_regression(scene: Scene, points: int = 40, separation: float = 1.7, steps: int = 60, seed: int = 7):
    """Logistic regression: training turns a line until it parts two classes; shade shows the probability.

    Tags: machine learning, classification, logistic regression, decision boundary, sigmoid, cross entropy
    Wishes:
        logistic regression decision boundary
        logistic regression
        how does a linear classifier learn its boundary?
        classify two classes of points with a sigmoid
        binary classification with a sigmoid
        decision boundary between two classes
        separate red and blue points with a line
        linear classifier training
        probability of a class by a logistic function
    Parameters:
        points: number of data points; in [16, 80]; said: points, data points
        separation: distance of each class from the middle; in [0.8, 2.4]; said: separation, distance
        steps: steps of training; in [20, 120]; said: steps, iterations, epochs
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    half, angle = points // 2, rng.uniform(-0.5, 0.5)
    away = separation * np.array([np.cos(angle), np.sin(angle)])
    data = np.concatenate([rng.normal(-away, 0.9, (half, 2)), rng.normal(away, 0.9, (half, 2))])
    data = np.clip(data, [-4.4, -2.5], [4.4, 2.5])
    label = np.repeat([0, 1], half)
    axes = plain_axes([-4.6, 4.6, 1], [-2.7, 2.7, 1], 9.2, 5.4).shift(1.9 * LEFT + 0.05 * UP)
    dots = dot_cloud(axes, data, MAIN, 0.08)
    for dot, kind in zip(dots, label, strict=True):
        dot.set_color(WARM if kind else MAIN)
    history = logistic_fit(data, label, steps, 0.6)
    at = ValueTracker(0)

    def weights() -> np.ndarray:
        low = min(int(at.get_value()), steps - 1)
        part = at.get_value() - low
        return (1 - part) * history[low] + part * history[low + 1]

    tiles = _probability_tiles(axes, weights)
    boundary = always_redraw(lambda: _boundary_line(axes, weights()))
    narrator.say("Two classes of points. Where is the border?", LaggedStart(*map(FadeIn, dots), lag_ratio=0.02))
    score = VGroup(
        formula(r"p = \sigma(", "w_1 x_1 + w_2 x_2 + b", ")", size=36),
        formula(r"\sigma(z) = \frac{1}{1+e^{-z}}", size=36, color=MUTED),
    )
    score.arrange(DOWN, buff=0.3).move_to(4.85 * RIGHT + 1.7 * UP)
    scene.add(tiles, boundary, dots)
    narrator.say(
        "A linear score, squashed to a probability: the shade of the ground.",
        FadeIn(score),
        FadeIn(tiles),
        FadeIn(boundary),
    )
    signs = 2 * label - 1

    def margins() -> np.ndarray:
        return signs * (data @ weights()[:2] + weights()[2])

    def loss() -> float:
        return float(np.log1p(np.exp(-margins())).mean())

    def correct() -> int:
        return round(100 * float((margins() > 0).mean()))

    rows = VGroup(
        VGroup(words("loss", size=28, color=BAD), DecimalNumber(loss(), font_size=40, color=BAD, num_decimal_places=3)),
        VGroup(words("correct", size=28, color=GOOD), Integer(correct(), font_size=40, color=GOOD, unit=r"\%")),
    )
    for row in rows:
        row.arrange(RIGHT, buff=0.25)
    rows.arrange(DOWN, aligned_edge=LEFT, buff=0.4).move_to(4.85 * RIGHT + 0.9 * DOWN)
    narrator.say("At first the border is random, and many points lie on the wrong side.", FadeIn(rows))
    rows[0][1].add_updater(lambda d: d.set_value(loss()))
    rows[1][1].add_updater(lambda d: d.set_value(correct()))
    narrator.say(
        "Gradient descent on the cross-entropy turns it, step by step.",
        at.animate(run_time=6, rate_func=rush_from).set_value(steps),
        wait=0.8,
    )
    missed = [d for d, m in zip(dots, margins(), strict=True) if m < 0]
    rings = VGroup(*[Circle(0.16, color=BAD).move_to(d) for d in missed])
    text = (
        "The border is where p is one half. Some points may stay on the wrong side."
        if missed
        else "The border is the line on which both classes are equally likely."
    )
    narrator.say(text, *map(Create, rings), wait=2.2)


def _probability_tiles(axes, weights) -> VGroup:
    """Coarse tiles whose colour follows the predicted probability."""
    columns, rows = 23, 13
    xs = (np.arange(columns) + 0.5) / columns * 9.2 - 4.6
    ys = (np.arange(rows) + 0.5) / rows * 5.4 - 2.7
    grid = np.array([(x, y) for x in xs for y in ys])
    spots = on_axes(axes, grid[:, 0], grid[:, 1])
    tiles = VGroup(
        *[
            Rectangle(width=9.25 / columns, height=5.45 / rows, stroke_width=0, fill_opacity=0.3).move_to(s)
            for s in spots
        ]
    )
    shades = color_gradient([ManimColor(MAIN), ManimColor(GHOST), ManimColor(WARM)], 41)

    def repaint(group: VGroup) -> None:
        w = weights()
        chance = sigmoid_curve(grid @ w[:2] + w[2])
        for tile, c in zip(group, chance, strict=True):
            tile.set_fill(shades[int(40 * c)], 0.12 + 0.5 * abs(c - 0.5))

    tiles.set_z_index(-2)
    repaint(tiles)
    return tiles.add_updater(repaint)


def _boundary_line(axes, w: np.ndarray) -> VMobject:
    """The part of w·x + b = 0 inside the picture."""
    direction, normal = np.array([-w[1], w[0]]), w[:2]
    foot = -w[2] * normal / (normal @ normal)
    ts = np.linspace(-12, 12, 481)
    points = foot + np.outer(ts, direction / np.linalg.norm(direction))
    inside = points[(np.abs(points[:, 0]) <= 4.6) & (np.abs(points[:, 1]) <= 2.7)]
    if len(inside) < 2:
        return VMobject()
    return polyline(axes, inside[[0, -1], 0], inside[[0, -1], 1], FOCUS, 5)
