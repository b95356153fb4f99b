"""Convolution: sliding one signal over another, lists of numbers, moving averages."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import on_axes, plain_axes, polyline
from components_cache.library.theme import (
    FOCUS,
    GOOD,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
)


def pulse_shape(kind: str, t: np.ndarray, width: float) -> np.ndarray:
    """A pulse of height 1: `box` and `decay` start at 0, `triangle` and `bell` rise first; all end at about `width`."""
    t = np.asarray(t, dtype=float)
    inside = (t >= 0) & (t <= width)
    if kind == "decay":
        return np.where(t >= 0, np.exp(-3 * t / width), 0.0)
    if kind == "triangle":
        return np.where(inside, 1 - np.abs(2 * t / width - 1), 0.0)
    if kind == "bell":
        return np.exp(-((t - width / 2) ** 2) / (2 * (width / 5) ** 2))
    return np.where(inside, 1.0, 0.0)


def signal_convolution(scene: Scene, kernel: str = "decay", signal_width: float = 2.0, kernel_width: float = 2.5):
    """Convolution of two signals: flip one, slide it across the other, record the area of the product.

    Tags: signals, convolution, sliding, kernel, impulse response, overlap, product area
    Wishes:
        convolution of two signals
        convolution
        convolution of two boxes gives a triangle
        flip and slide convolution with an exponential decay
        what does convolution mean?
        convolution integral
        flip and slide
        smear one signal with another
        impulse response and output of a system
        overlap area of two sliding functions
    Parameters:
        kernel: the signal that is flipped and slid; one of: box, decay, triangle, bell
        signal_width: length of the box signal; in [0.8, 3.5]; said: signal width
        kernel_width: length of the kernel; in [0.8, 3.5]; said: kernel width, width
    """
    narrator = Narrator(scene)
    low, high = -4.5, 8.5
    tau = np.linspace(low, high, 1041)
    step = tau[1] - tau[0]
    f = pulse_shape("box", tau, signal_width)
    g = pulse_shape(kernel, tau, kernel_width)
    upper = plain_axes([low, high, 1], [0, 1.25, 1], 12.6, 2.2).move_to(1.45 * UP)
    lower = plain_axes([low, high, 1], [0, 1.25, 1], 12.6, 2.2).move_to(1.35 * DOWN)

    def flipped(t: float) -> np.ndarray:
        return pulse_shape(kernel, t - tau, kernel_width)

    shifts = np.linspace(-1.2, 8.0 if kernel == "decay" else min(8.0, signal_width + kernel_width + 1.2), 240)
    result = np.array([(f * flipped(t)).sum() * step for t in shifts])
    height = 0.85 / max(result.max(), 1e-6)
    t = ValueTracker(-1.2)
    first = polyline(upper, tau, f, MAIN)
    second = polyline(upper, tau, g, WARM)
    names = VGroup(
        formula(r"f(\tau)", size=38, color=MAIN).move_to(upper.c2p(low + 0.6, 1.38)),
        formula(r"g(\tau)", size=38, color=WARM).move_to(upper.c2p(low + 2.1, 1.38)),
    )
    narrator.say("Two signals.", FadeIn(upper), Create(first), Create(second), FadeIn(names))
    turned = polyline(upper, tau, flipped(0), WARM)
    flipped_name = formula(r"g(t-\tau)", size=38, color=WARM).move_to(upper.c2p(low + 2.3, 1.38))
    narrator.say("Flip the second one ...", Transform(second, turned), Transform(names[1], flipped_name))
    narrator.say("... and move it to the left.", Transform(second, polyline(upper, tau, flipped(-1.2), WARM)), wait=0.3)
    scene.remove(second)
    slider = always_redraw(lambda: polyline(upper, tau, flipped(t.get_value()), WARM))
    area = always_redraw(lambda: _product_area(upper, tau, f * flipped(t.get_value())))
    trace = always_redraw(lambda: _trace_until(lower, shifts, height * result, t.get_value()))
    head = always_redraw(
        lambda: Dot(lower.c2p(t.get_value(), height * np.interp(t.get_value(), shifts, result)), color=FOCUS)
    )
    scene.add(area, slider)
    label = formula(r"(f*g)(t) = \int", r"f(\tau)", r"g(t-\tau)", r"d\tau", size=40).move_to(
        lower.c2p(high - 2.9, 1.22)
    )
    label[1].set_color(MAIN)
    label[2].set_color(WARM)
    narrator.say(
        "At each shift t: multiply, and note the area of the product below.", FadeIn(lower), FadeIn(trace, head, label)
    )
    narrator.say("Slide it across.", t.animate(run_time=9, rate_func=linear).set_value(shifts[-1]), wait=0.2)
    for mobject in (slider, area, trace, head):
        mobject.clear_updaters()
    ends = {
        "box": "Two boxes give a trapezium; equal boxes give a triangle.",
        "decay": "Every moment of the signal leaves a fading echo, and the echoes add up.",
        "triangle": "The result is smoother than both signals.",
        "bell": "A bell blurs the edges of the box: convolution smooths.",
    }
    narrator.say(ends[kernel], wait=2.3)


def _product_area(axes, xs: np.ndarray, ys: np.ndarray) -> VMobject:
    corners = on_axes(axes, np.concatenate([xs, xs[[-1, 0]]]), np.concatenate([ys, [0, 0]]))
    return VMobject(stroke_width=0, fill_color=FOCUS, fill_opacity=0.55).set_points_as_corners(corners)


def _trace_until(axes, xs: np.ndarray, ys: np.ndarray, limit: float) -> VMobject:
    seen = xs <= limit + 1e-9
    if seen.sum() < 2:
        return VMobject()
    return polyline(axes, xs[seen], ys[seen], FOCUS, 5)


def list_convolution(scene: Scene, first: list[int] = [1, 2, 3], second: list[int] = [4, 5, 6]):
    """Convolution of lists: slide the reversed list, multiply what meets, add; the same as multiplying polynomials.

    Tags: signals, discrete mathematics, convolution, polynomial multiplication, sliding, lists
    Wishes:
        convolution as polynomial multiplication
        discrete convolution of two lists
        convolve the lists 1, 2, 3 and 4, 5, 6
        multiply two polynomials by convolution
        polynomial multiplication
        discrete convolution
        multiply coefficients of two polynomials
        sum of two dice as a convolution of lists
        convolve two sequences
    Parameters:
        first: the list that stays; 2 to 5 items in [0, 9]; said: first
        second: the list that slides; 2 to 4 items in [0, 9]; said: second
    """
    narrator = Narrator(scene)
    a, b = [int(v) for v in first], [int(v) for v in second]
    n, m = len(a), len(b)
    side = 0.95
    zero = -(n - 1) / 2 * side

    def cell(value, color, x: float, y: float) -> VGroup:
        box = Square(0.88 * side, color=color, stroke_width=2.5, fill_color=color, fill_opacity=0.15).move_to([x, y, 0])
        return VGroup(box, Integer(value, font_size=40, color=color).move_to(box))

    top = VGroup(*[cell(v, MAIN, zero + k * side, 1.7) for k, v in enumerate(a)])
    low = VGroup(*[cell(v, WARM, zero + k * side, 0.5) for k, v in enumerate(b)])
    narrator.say("Two lists of numbers.", FadeIn(top, low))
    turned = [low[k].animate.move_to([zero - k * side, 0.5, 0]) for k in range(m)]
    narrator.say("Reverse the second one, so that its start meets the start of the first.", *turned)
    sums = np.convolve(a, b)
    out_left = -(n + m - 2) / 2 * 1.15
    outs = VGroup()
    for k in range(n + m - 1):
        pairs = [(i, k - i) for i in range(n) if 0 <= k - i < m]
        if k:
            scene.play(low.animate.shift(side * RIGHT), run_time=0.5)
        links = VGroup(
            *[
                Line([zero + i * side, 1.25, 0], [zero + i * side, 0.95, 0], color=FOCUS, stroke_width=5)
                for i, _ in pairs
            ]
        )
        text = " + ".join(rf"{a[i]} \cdot {b[j]}" for i, j in pairs) + f" = {sums[k]}"
        line = formula(text, size=40, color=FOCUS).move_to(0.6 * DOWN)
        total = cell(int(sums[k]), GOOD, out_left + 1.15 * k, -1.7)
        if k == 0:
            narrator.say("Multiply what stands above each other, and add.", Create(links), Write(line), wait=0.4)
        else:
            scene.play(FadeIn(links), FadeIn(line), run_time=0.4)
            scene.wait(0.3)
        scene.play(ReplacementTransform(line, total[1]), FadeIn(total[0]), FadeOut(links), run_time=0.7)
        outs.add(total)
        if k == 0:
            narrator.say("Slide one step and do it again.", wait=0.1)
    powers = VGroup(
        *[
            formula("1" if k == 0 else "x" if k == 1 else f"x^{{{k}}}", size=36, color=MUTED).next_to(
                outs[k], DOWN, buff=0.15
            )
            for k in range(n + m - 1)
        ]
    )
    left, right = _polynomial(a), _polynomial(b)
    product = formula(rf"({left})", rf"({right})", size=40).move_to(2.5 * UP * 0 + 0.6 * DOWN)
    product[0].set_color(MAIN)
    product[1].set_color(WARM)
    narrator.say("These are the coefficients of a product of polynomials!", Write(product), FadeIn(powers))
    narrator.say("Each power collects all pairs whose exponents add up to it: that is convolution.", wait=2.3)


def _polynomial(values: list[int]) -> str:
    terms = [f"{v}" if k == 0 else (f"{v}x" if k == 1 else f"{v}x^{k}") for k, v in enumerate(values)]
    return " + ".join(terms)


def moving_average(scene: Scene, window: int = 9, noise: float = 0.35, seed: int = 3):
    """Moving average: a sliding window smooths a noisy signal.

    Tags: signals, moving average, smoothing, low-pass filter, noise, window
    Wishes:
        moving average
        smooth a noisy signal
        moving average with a window of 15
        rolling mean of a time series
        rolling average
        smooth noisy data
        smoothing window
        average of the neighbouring samples
        running mean
    Parameters:
        window: samples in the window; in [3, 31]; said: window, samples
        noise: strength of the noise; in [0.1, 0.6]; said: noise
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    window += 1 - window % 2
    count = 160
    xs = np.arange(count)
    clean = 0.9 * np.sin(TAU * xs / 85) + 0.35 * np.sin(TAU * xs / 41 + 1)
    noisy = np.clip(clean + rng.normal(0, noise, count), -2.3, 2.3)
    half = window // 2
    means = np.array([noisy[k - half : k + half + 1].mean() for k in range(half, count - half)])
    axes = plain_axes([0, count - 1, 10], [-2.4, 2.4, 1], 12.6, 5.0).shift(0.1 * UP)
    raw = polyline(axes, xs, noisy, MAIN, 2)
    dots = VGroup(raw)
    narrator.say("A measurement: a slow movement, and noise on top.", FadeIn(axes), Create(dots, run_time=1.5))
    at = ValueTracker(half)

    def frame() -> Rectangle:
        left, right = axes.c2p(at.get_value() - half, 0), axes.c2p(at.get_value() + half, 0)
        box = Rectangle(
            width=right[0] - left[0],
            height=4.8,
            stroke_color=FOCUS,
            stroke_width=2,
            fill_color=FOCUS,
            fill_opacity=0.12,
        )
        return box.move_to((left + right) / 2)

    def head() -> Dot:
        x = at.get_value()
        return Dot(axes.c2p(x, np.interp(x, np.arange(half, count - half), means)), color=FOCUS, radius=0.11)

    box, ball = always_redraw(frame), always_redraw(head)
    narrator.say(f"Take a window of {window} samples and replace them by their mean.", FadeIn(box, ball))
    path = always_redraw(lambda: _trace_until(axes, np.arange(half, count - half), means, at.get_value()))
    scene.add(path, ball)
    narrator.say(
        "Slide the window along.",
        raw.animate.set_stroke(opacity=0.45),
        at.animate(run_time=6, rate_func=linear).set_value(count - half - 1),
        wait=0.3,
    )
    for mobject in (box, ball, path):
        mobject.clear_updaters()
    truth = DashedVMobject(polyline(axes, xs, clean, GOOD, 3), num_dashes=60)
    narrator.say("The fast noise cancels, the slow movement stays.", FadeOut(box, ball), Create(truth))
    end = (
        "A wide window also flattens the peaks."
        if window > 15
        else "A wider window would be smoother, but flatten the peaks."
    )
    narrator.say(end, wait=2.2)
