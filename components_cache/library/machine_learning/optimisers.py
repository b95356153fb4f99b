"""Descent with a memory or with noise: momentum, stochastic gradients."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.descent import contour_rings, valley_paths
from components_cache.library.machine_learning.drawing import halo, on_axes, plain_axes, polyline
from components_cache.library.theme import (
    GOOD,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def momentum_descent(scene: Scene, momentum: float = 0.6, stretch: float = 20, steps: int = 24):
    """Momentum: a heavy ball cancels the zigzag and runs along the valley.

    Plain gradient descent and descent with momentum start together on the same contour map.

    Tags: machine learning, optimisation, momentum, heavy ball, accelerated gradient descent, optimizer
    Wishes:
        gradient descent with momentum
        why does momentum help gradient descent?
        momentum 0.9 versus plain gradient descent
        how do optimizers with momentum work?
        momentum optimizer
        heavy ball method
        momentum in deep learning
        how does adding velocity speed up gradient descent?
        SGD with momentum versus without
    Parameters:
        momentum: share of the last step that is kept; in [0.3, 0.9]; said: momentum, beta
        stretch: how narrow the valley is; in [6, 25]; said: stretch, condition number
        steps: number of steps; in [8, 36]; said: steps, iterations
    """
    narrator = Narrator(scene)
    axes = plain_axes([-6, 6, 1], [-2.6, 2.6, 1], 12.6, 5.2).shift(0.2 * DOWN)
    rings = contour_rings(axes, stretch, np.linspace(0.6, min(5.6, 2.4 * np.sqrt(stretch)), 7))
    goal = Star(color=GOOD, fill_opacity=1, outer_radius=0.16).move_to(axes.c2p(0, 0))
    plain_name = halo(words("plain", size=28, color=WARM)).move_to(axes.c2p(-5.4, 2.35))
    heavy_name = halo(words("with momentum", size=28, color=OTHER)).next_to(plain_name, RIGHT, buff=0.5)
    rule = halo(formula("v", r"\leftarrow", rf"{momentum:g}\,", "v", "-", r"\eta \nabla L", size=40)).move_to(
        axes.c2p(4.3, 2.35)
    )
    rule[2].set_color(OTHER)
    rule[5].set_color(WARM)
    begin, learning_rate = np.array([-4.9, 1.1]), 1.8 / stretch
    narrator.say(
        "Plain descent wastes its steps on crossing the valley.",
        LaggedStart(*map(Create, rings)),
        FadeIn(goal, plain_name),
    )
    _follow(scene, axes, valley_paths(learning_rate, 0.0, begin, stretch, steps), WARM)
    narrator.say("Momentum remembers a share of the last step.", FadeIn(rule, heavy_name))
    heavy = valley_paths(learning_rate, momentum, begin, stretch, steps)
    _follow(scene, axes, heavy, OTHER)
    calm = np.linalg.norm(heavy[-3:], axis=1).max() < 0.6
    ending = "speed along the valley." if calm else "but too much of it overshoots."
    narrator.say(f"Opposite steps cancel, equal steps add up: {ending}", wait=2.2)


def _follow(scene, axes, path: np.ndarray, color) -> None:
    """A ball walks along `path`, leaving its trace."""
    spots = on_axes(axes, path[:, 0], path[:, 1])
    line = VMobject(color=color, stroke_width=4).set_points_as_corners(spots)
    ball = Dot(spots[0], radius=0.11, color=color)
    marks = VGroup(*[Dot(spot, radius=0.045, color=color) for spot in spots])
    scene.play(FadeIn(ball), run_time=0.3)
    along = {"run_time": max(2.0, 0.11 * len(path)), "rate_func": linear}
    scene.play(Create(line, **along), MoveAlongPath(ball, line, **along), ShowIncreasingSubsets(marks, **along))


def stochastic_gradient_descent(
    scene: Scene, batch_size: int = 2, learning_rate: float = 0.08, steps: int = 60, seed: int = 1
):
    """Stochastic gradient descent: small random batches give noisy but cheap steps.

    The gradient of a mini-batch is the true gradient plus noise that shrinks with the square root of the batch size.

    Tags: machine learning, optimisation, SGD, mini-batch, noise, stochastic
    Wishes:
        stochastic gradient descent
        SGD noise and batch size
        why is SGD noisy? compare with the full gradient
        mini-batch gradient descent with batch size 8
        SGD
        minibatch training
        noisy gradient steps
        difference between batch and stochastic gradient descent
        why does training with small batches wobble?
    Parameters:
        batch_size: examples per step; in [1, 64]; said: batch size, batch, examples
        learning_rate: step size; in [0.02, 0.2]; said: learning rate, step size
        steps: number of steps; in [20, 120]; said: steps, iterations
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    axes = plain_axes([-6, 6, 1], [-2.6, 2.6, 1], 8.4, 5.0).shift(2.2 * LEFT)
    rings = contour_rings(axes, 3, np.linspace(0.6, 4.4, 7))
    goal = Star(color=GOOD, fill_opacity=1, outer_radius=0.14).move_to(axes.c2p(0, 0))
    full, noisy = [np.array([-4.4, 1.9])], [np.array([-4.4, 1.9])]
    for _ in range(steps):
        full.append(full[-1] - learning_rate * full[-1] * [1, 3])
        noise = rng.normal(0, 6 / np.sqrt(batch_size), 2)
        noisy.append(np.clip(noisy[-1] - learning_rate * (noisy[-1] * [1, 3] + noise), [-5.9, -2.5], [5.9, 2.5]))
    chart = plot_axes([0, steps, steps], [0, 16, 16], width=3.6, height=3.4, numbers=False).move_to(
        4.7 * RIGHT + 0.1 * DOWN
    )
    names = VGroup(
        words("loss", size=26, color=MUTED).next_to(chart.y_axis.get_end(), UP, buff=0.12),
        words("step", size=26, color=MUTED).next_to(chart.x_axis, DOWN, buff=0.15),
    )
    narrator.say(
        "With all the data the gradient is exact, but each step is expensive.",
        LaggedStart(*map(Create, rings)),
        FadeIn(goal, chart, names),
    )
    for path, color in ((np.array(full), WARM), (np.array(noisy), OTHER)):
        if color == OTHER:
            size = "one example" if batch_size == 1 else f"{batch_size} examples"
            narrator.say(f"A random batch of {size} only guesses the direction.", wait=0.5)
        trail = polyline(axes, path[:, 0], path[:, 1], color, 3)
        losses = np.minimum((path[:, 0] ** 2 + 3 * path[:, 1] ** 2) / 2, 16)
        history = polyline(chart, np.arange(steps + 1), losses, color, 3)
        ball = Dot(trail.get_start(), radius=0.1, color=color)
        along = {"run_time": 4, "rate_func": linear}
        scene.play(Create(trail, **along), MoveAlongPath(ball, trail, **along), Create(history, **along))
    legend = VGroup(words("full gradient", size=26, color=WARM), words("mini-batch", size=26, color=OTHER))
    legend.arrange(DOWN, aligned_edge=LEFT, buff=0.15).move_to(chart.c2p(steps * 0.62, 12.5))
    scene.play(FadeIn(halo(legend)))
    narrator.say("The noise averages out: it gets there too, then jitters around the minimum.", wait=2.2)
