"""Fitting too much or too little: overfitting, bias and variance."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import dot_cloud, on_axes, plain_axes, polyline
from components_cache.library.theme import (
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


def curved_truth(x):
    """The smooth trend behind the noisy samples, on 0 to 1, with values in about 0.2 to 0.9."""
    return 0.55 + 0.3 * np.sin(1.9 * PI * x + 0.3)


def overfitting(scene: Scene, degrees: list[int] = [1, 3, 9], points: int = 12, noise: float = 0.1, seed: int = 11):
    """Overfitting: a polynomial of too high degree learns the noise.

    Polynomials of growing degree are fitted by least squares to training points; the test points tell which one is good.

    Tags: machine learning, overfitting, underfitting, polynomial regression, generalisation, train and test
    Wishes:
        overfitting and polynomial degree
        overfitting
        underfitting versus overfitting with polynomials
        fit polynomials of degree 1, 4 and 10
        train and test error
        a polynomial that wiggles through every data point
        underfitting and overfitting
        why is a high degree polynomial a bad fit?
        training error goes down but test error goes up
        too complex a model memorises the noise
    Parameters:
        degrees: the polynomial degrees to compare; 2 to 4 items in [0, 11]; said: degrees, degree
        points: number of training points; in [8, 20]; said: points, data points
        noise: scatter of the points; in [0.03, 0.16]; said: noise
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    axes = plot_axes([0, 1, 0.25], [0, 1.1, 0.25], width=7.6, height=5.0, numbers=False).shift(2.6 * LEFT + 0.05 * UP)
    xs, tests = np.linspace(0.05, 0.95, points), np.linspace(0.09, 0.91, points)
    ys = np.clip(curved_truth(xs) + rng.normal(0, noise, points), 0.03, 1.07)
    zs = np.clip(curved_truth(tests) + rng.normal(0, noise, points), 0.03, 1.07)
    dots = dot_cloud(axes, np.stack([xs, ys], 1), MAIN, 0.09)
    fresh = VGroup(*[Square(0.15, color=WARM, stroke_width=3).move_to(p) for p in on_axes(axes, tests, zs)])
    key = VGroup(
        VGroup(Dot(color=MAIN, radius=0.09), words("training points", size=26, color=MAIN)).arrange(RIGHT, buff=0.2),
        VGroup(Square(0.15, color=WARM, stroke_width=3), words("new points", size=26, color=WARM)).arrange(
            RIGHT, buff=0.2
        ),
    )
    key.arrange(DOWN, aligned_edge=LEFT, buff=0.2).move_to(4.4 * RIGHT + 2.2 * UP)
    narrator.say(
        "Noisy points from a smooth curve. Fit polynomials.",
        Create(axes),
        LaggedStart(*map(GrowFromCenter, dots)),
        FadeIn(key[0]),
    )
    degrees = [min(int(d), points - 1) for d in sorted(set(degrees))]
    fits = [np.poly1d(_stable_fit(xs, ys, d)) for d in degrees]
    grid = np.linspace(0, 1, 401)
    table = VGroup(_error_row("degree", ["train", "new"], [MUTED, MAIN, WARM]))
    curve = None
    remarks = {0: "too stiff", len(degrees) - 1: "through the points"}
    errors = []
    for n, (degree, fit) in enumerate(zip(degrees, fits, strict=True)):
        drawn = _clipped_curve(axes, grid, fit(2 * grid - 1))
        errors.append((_rms(fit(2 * xs - 1) - ys), _rms(fit(2 * tests - 1) - zs)))
        row = _error_row(str(degree), [f"{errors[-1][0]:.3f}", ""], [INK, MAIN, WARM])
        table.add(row)
        table.arrange(DOWN, buff=0.3).move_to(4.4 * RIGHT + 0.2 * DOWN)
        text = (
            f"Degree {degree}: {remarks.get(n, 'follows the trend')}." if n else f"Degree {degree}: few knobs to turn."
        )
        shown = [Create(drawn, run_time=1.6)] if curve is None else [Transform(curve, drawn, run_time=1.6)]
        narrator.say(text, *shown, FadeIn(row), *([FadeIn(table[0])] if n == 0 else []), wait=1)
        curve = drawn if curve is None else curve
    narrator.say(
        "More degrees: always a smaller error on the training points. Now test on new ones.", FadeIn(fresh, key[1])
    )
    for n, fit in enumerate(fits):
        value = words(_short(errors[n][1]), size=28, color=WARM).move_to([table[0][2].get_x(), table[n + 1].get_y(), 0])
        scene.play(Transform(curve, _clipped_curve(axes, grid, fit(2 * grid - 1))), FadeIn(value), run_time=0.9)
        scene.wait(0.4)
    best = int(np.argmin([e[1] for e in errors]))
    ring = SurroundingRectangle(
        VGroup(table[best + 1][0], table[best + 1][1]), color=GOOD, buff=0.15
    ).stretch_to_fit_width(4.2)
    ring.move_to([4.4, table[best + 1].get_y(), 0])
    lesson = (
        "What only memorises the noise is overfitting."
        if best < len(degrees) - 1
        else "The trend needs that much freedom."
    )
    narrator.say(
        f"Degree {degrees[best]} predicts best. {lesson}",
        Transform(curve, _clipped_curve(axes, grid, fits[best](2 * grid - 1)).set_color(GOOD)),
        Create(ring),
        wait=2.4,
    )


def _stable_fit(xs: np.ndarray, ys: np.ndarray, degree: int) -> np.ndarray:
    """Coefficients in 2x - 1, which keeps high degrees well conditioned."""
    return np.polyfit(2 * xs - 1, ys, degree)


def _rms(gaps: np.ndarray) -> float:
    return float(np.sqrt(np.mean(gaps**2)))


def _short(value: float) -> str:
    return f"{value:.3f}" if value < 10 else f"{value:.0f}"


def _error_row(head: str, cells: list[str], colors: list) -> VGroup:
    texts = [
        words(text or "0", size=28, color=color).set_opacity(1 if text else 0)
        for text, color in zip([head, *cells], colors, strict=True)
    ]
    for n, text in enumerate(texts):
        text.move_to((n - 1) * 1.45 * RIGHT)
    return VGroup(*texts)


def _clipped_curve(axes, xs: np.ndarray, ys: np.ndarray) -> VMobject:
    """The curve where it lies inside the axes, in as many pieces as needed."""
    inside = (ys > -0.02) & (ys < 1.12)
    curve = VMobject(color=FOCUS, stroke_width=4)
    for run in np.split(np.arange(len(xs)), np.flatnonzero(np.diff(inside.astype(int))) + 1):
        if inside[run[0]] and len(run) > 1:
            curve.append_points(VMobject().set_points_as_corners(on_axes(axes, xs[run], ys[run])).points)
    return curve


def bias_variance(scene: Scene, simple_degree: int = 1, flexible_degree: int = 8, samples: int = 12, seed: int = 2):
    """Bias and variance: stiff models miss in the same way each time, flexible ones scatter.

    The same fit is repeated on many random samples. The average curve shows the bias, the scatter shows the variance.

    Tags: machine learning, statistics, bias-variance tradeoff, overfitting, underfitting, model complexity
    Wishes:
        bias-variance tradeoff
        bias and variance of a model
        why do flexible models have high variance?
        simple models underfit, flexible models vary
        error decomposition of a model
        many fits on resampled data
    Parameters:
        simple_degree: degree of the stiff model; in [0, 2]; said: simple, stiff
        flexible_degree: degree of the flexible model; in [4, 10]; said: flexible, complex
        samples: how many random samples are drawn; in [5, 25]; said: samples
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    grid, xs = np.linspace(0.03, 0.97, 120), np.linspace(0.03, 0.97, 14)
    sets = [np.clip(curved_truth(xs) + rng.normal(0, 0.13, 14), 0.02, 1.08) for _ in range(samples)]
    panels = []
    for side, degree, name, color in (
        (3.4 * LEFT, simple_degree, "stiff", OTHER),
        (3.4 * RIGHT, flexible_degree, "flexible", WARM),
    ):
        axes = plain_axes([0, 1, 1], [-0.1, 1.2, 1], 5.8, 3.9).move_to(side + 0.35 * DOWN)
        head = words(f"{name} model, degree {degree}", size=30, color=color).move_to(side + 2.25 * UP)
        curves = [np.clip(np.polyval(_stable_fit(xs, ys, degree), 2 * grid - 1), -0.1, 1.2) for ys in sets]
        panels.append((axes, head, np.array(curves), color))
    truths = VGroup(*[polyline(a, grid, curved_truth(grid), INK, 3) for a, *_ in panels])
    dashed = VGroup(*[DashedVMobject(t, num_dashes=40) for t in truths])
    narrator.say(
        "The truth is the dashed curve. We only see noisy samples of it.",
        *[FadeIn(p[0], p[1]) for p in panels],
        Create(dashed),
    )
    dots = [dot_cloud(p[0], np.stack([xs, sets[0]], 1), MAIN, 0.06) for p in panels]
    first = VGroup(*[polyline(p[0], grid, p[2][0], p[3], 3) for p in panels])
    narrator.say("Fit both models to one sample ...", *[FadeIn(d) for d in dots], Create(first), wait=0.6)
    narrator.say("... then to another, and another.", wait=0.2)
    drawn = VGroup(first)
    for n in range(1, samples):
        lines = VGroup(*[polyline(p[0], grid, p[2][n], p[3], 2) for p in panels])
        moves = [
            Transform(d, dot_cloud(p[0], np.stack([xs, sets[n]], 1), MAIN, 0.06))
            for d, p in zip(dots, panels, strict=True)
        ]
        scene.play(*moves, Create(lines), drawn.animate.set_stroke(opacity=0.35), run_time=0.6 if n < 4 else 0.25)
        drawn.add(lines)
    means = VGroup(*[polyline(p[0], grid, p[2].mean(axis=0), FOCUS, 6) for p in panels])
    narrator.say(
        "The average fit, in yellow: the stiff model misses the truth. That is bias.",
        drawn.animate.set_stroke(opacity=0.35),
        *[FadeOut(d) for d in dots],
        Create(means),
    )
    notes = VGroup()
    for place, (_, _, curves, color) in zip((3.4 * LEFT, 3.4 * RIGHT), panels, strict=True):
        bias = float(((curves.mean(axis=0) - curved_truth(grid)) ** 2).mean())
        spread = float(curves.var(axis=0).mean())
        notes.add(
            formula(
                rf"\text{{bias}}^2 = {bias:.3f}\quad \text{{variance}} = {spread:.3f}", size=34, color=color
            ).move_to(place + 2.55 * DOWN)
        )
    narrator.say("The flexible model is right on average but scatters. That is variance.", FadeIn(notes))
    narrator.say("The expected error is bias squared plus variance, plus the noise.", wait=2.2)
