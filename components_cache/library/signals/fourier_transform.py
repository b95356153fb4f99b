"""The Fourier transform by winding, the discrete transform, the fast transform."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import plain_axes, plated, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def tone_mix(frequencies: list[float], t: np.ndarray) -> np.ndarray:
    """The mean of cosines with these frequencies at times `t`."""
    return np.mean([np.cos(TAU * f * t) for f in frequencies], axis=0)


def fourier_transform(scene: Scene, frequencies: list[float] = [2, 3], duration: float = 4.5):
    """The Fourier transform: wind the signal around a circle and watch its centre of mass.

    When the winding frequency matches a frequency in the signal, the wound-up graph leans to one side and its centre of mass
    leaps away from the middle. The distance of the centre of mass, plotted against the winding frequency, is the spectrum.

    Tags: signals, Fourier transform, winding, centre of mass, spectrum, frequency analysis, intuition
    Wishes:
        what is a Fourier transform, intuitively?
        Fourier transform
        wind a signal around a circle
        how does the Fourier transform find the frequencies 2 and 5 in a sound?
        explain the Fourier transform visually
        frequency spectrum of a signal
        almost Fourier transform by winding
        how can you find the notes in a chord?
        from time domain to frequency domain
        which frequencies are hidden in a sound?
    Parameters:
        frequencies: the tones in the signal, in beats per second; 1 to 3 items in [1, 5]; said: frequencies, tones, hertz, hz
        duration: length of the signal in seconds; in [3, 6]; said: duration, seconds
    """
    narrator = Narrator(scene)
    tones = [float(np.clip(f, 1, 5)) for f in frequencies][:3]
    ts = np.linspace(0, duration, 500)
    values = tone_mix(tones, ts)
    top = max(tones) + 1.2
    time_axes = plain_axes([0, duration, 1], [-1.2, 1.2, 1], 12.2, 1.5).move_to(1.95 * UP)
    graph = polyline(time_axes, ts, values, MAIN, 3)
    time_name = (
        words("time", size=24, color=MUTED).next_to(time_axes.c2p(duration, -1.2), LEFT, buff=0.1).shift(0.08 * DOWN)
    )
    said = " and ".join(f"{f:g}" for f in tones)
    kind = f"A pure tone: {said} beats per second." if len(tones) == 1 else "A sound. Which pure tones is it made of?"
    narrator.say(kind, FadeIn(time_axes, time_name), Create(graph, run_time=1.5))
    centre, radius = np.array([-3.9, -0.95, 0]), 1.6
    speed = ValueTracker(0.3)

    def wound(f: float) -> np.ndarray:
        turn = values * np.exp(-1j * TAU * f * ts)
        return centre + radius * np.column_stack([turn.real, turn.imag, 0 * ts])

    def mass(f: float) -> np.ndarray:
        return wound(f).mean(axis=0)

    ring = Circle(radius, color=GHOST, stroke_width=2).move_to(centre)
    coil = always_redraw(lambda: VMobject(color=MAIN, stroke_width=2.5).set_points_as_corners(wound(speed.get_value())))
    flat = VMobject(color=MAIN, stroke_width=2.5).set_points_as_corners(wound(0.3))
    narrator.say(
        "Wind it around a circle: the arrow turns while the graph sets its length.",
        Create(ring),
        ReplacementTransform(graph.copy(), flat, run_time=2.5),
    )
    scene.remove(flat)
    scene.add(coil)
    dot = always_redraw(lambda: Dot(mass(speed.get_value()), color=FOCUS, radius=0.1))
    pull = always_redraw(lambda: Line(centre, mass(speed.get_value()), color=FOCUS, stroke_width=4))
    narrator.say(
        "Mark the centre of mass. Usually everything cancels: it stays in the middle.",
        FadeIn(dot),
        speed.animate(run_time=2).set_value(0.65),
    )
    scene.add(pull, dot)
    grid = np.linspace(0.3, top, 400)
    reach = np.array([np.abs(np.mean(values * np.exp(-1j * TAU * f * ts))) for f in grid])
    tall = max(reach.max(), 0.2) * 1.15
    spectrum = plot_axes([0, top, 1], [0, tall, tall], width=6.8, height=2.5, numbers=False).move_to(
        2.95 * RIGHT + 0.75 * DOWN
    )
    marks = VGroup(
        *[
            words(str(n), size=24, color=MUTED).next_to(spectrum.c2p(n, 0), DOWN, buff=0.14)
            for n in range(1, int(top + 0.6))
        ]
    )
    name = words("winding frequency", size=26, color=MUTED).next_to(spectrum, DOWN, buff=0.12).shift(0.35 * DOWN)
    curve = always_redraw(lambda: _drawn_until(spectrum, grid, reach, speed.get_value()))
    narrator.say(
        "Now wind faster and faster, and plot how far the centre of mass is out.",
        FadeIn(spectrum, marks, name),
        wait=0.4,
    )
    scene.add(curve)
    for f in sorted(set(tones)):
        scene.play(speed.animate.set_value(f), run_time=max(1.5, 1.5 * (f - speed.get_value())), rate_func=linear)
        text = f"At {f:g} turns per second the peaks line up: it leaps out!"
        narrator.say(text, Flash(mass(f), color=FOCUS), wait=0.7)
    scene.play(speed.animate.set_value(top), run_time=2, rate_func=linear)
    for mobject in (coil, dot, pull, curve):
        mobject.clear_updaters()
    rule = formula(r"\hat g(f) = \int g(t)\, e^{-2\pi i f t}\, dt", size=40, color=FOCUS).move_to(
        2.95 * RIGHT + 0.75 * UP
    )
    narrator.say(
        "Peaks stand at the tones of the signal. That is the Fourier transform.", FadeIn(plated(rule)), wait=2.5
    )


def _drawn_until(axes, xs: np.ndarray, ys: np.ndarray, limit: float) -> VMobject:
    """The part of a sampled curve up to x = `limit`."""
    seen = xs <= limit + 1e-9
    if seen.sum() < 2:
        return VMobject()
    return polyline(axes, xs[seen], ys[seen], FOCUS, 4)


def discrete_fourier_transform(scene: Scene, size: int = 8, frequency: int = 2):
    """The discrete Fourier transform: compare the samples with one rotation per frequency.

    For each frequency k the samples are multiplied by a rotating arrow and laid tip to tail; only matching
    frequencies lead away from the start.

    Tags: signals, DFT, discrete Fourier transform, samples, roots of unity, spectrum, correlation
    Wishes:
        discrete Fourier transform
        DFT of 8 samples
        how is the DFT computed?
        roots of unity and the discrete Fourier transform
        correlate samples with complex roots of unity
        frequency bins of a sampled signal
        Fourier transform of finitely many numbers
    Parameters:
        size: number of samples; in [6, 16]; said: samples, points, size, n
        frequency: whole cycles in the sampled wave; in [1, 3]; said: frequency, cycles
    """
    narrator = Narrator(scene)
    ns = np.arange(size)
    samples = np.cos(TAU * frequency * ns / size)
    axes = plain_axes([-0.5, size - 0.5, 1], [-1.2, 1.2, 1], 6.0, 1.9).move_to(3.4 * LEFT + 1.75 * UP)
    smooth_t = np.linspace(0, size - 1, 200)
    wave = polyline(axes, smooth_t, np.cos(TAU * frequency * smooth_t / size), GHOST, 2)
    stems = VGroup(
        *[Line(axes.c2p(n, 0), axes.c2p(n, v), color=MAIN, stroke_width=5) for n, v in zip(ns, samples, strict=True)]
    )
    tips = VGroup(*[Dot(axes.c2p(n, v), color=MAIN) for n, v in zip(ns, samples, strict=True)])
    narrator.say(
        f"{size} samples of a wave with {frequency} cycle{'s' if frequency > 1 else ''}.",
        FadeIn(axes),
        Create(wave),
        FadeIn(stems, tips),
    )
    sums = np.fft.fft(samples)
    bars_axes = plain_axes([-0.5, size - 0.5, 1], [0, 0.62 * size, 1], 6.0, 1.9).move_to(3.4 * LEFT + 1.25 * DOWN)
    ticks = VGroup(*[words(str(k), size=24, color=MUTED).next_to(bars_axes.c2p(k, 0), DOWN, buff=0.1) for k in ns])
    heading = formula(r"|X_k|", size=36, color=FOCUS).next_to(bars_axes.c2p(-0.5, 0.62 * size), UP, buff=0.12)
    rule = formula(r"X_k = \sum_{n}", r"x_n", r"e^{-2\pi i k n/N}", size=40).move_to(3.6 * RIGHT + 2.2 * UP)
    rule[1].set_color(MAIN)
    rule[2].set_color(WARM)
    narrator.say(
        "For each frequency k: turn the samples like arrows, lay them tip to tail.",
        Write(rule),
        FadeIn(bars_axes, ticks, heading),
    )
    centre, unit = np.array([3.6, -0.65, 0]), 3.2 / max(np.abs(sums).max(), 1)
    counter = (
        VGroup(formula("k =", size=44, color=WARM), Integer(0, font_size=44, color=WARM))
        .arrange(RIGHT, buff=0.2)
        .move_to(6.0 * RIGHT + 1.3 * UP)
    )
    scene.play(FadeIn(counter), run_time=0.3)
    for k in ns:
        counter[1].set_value(k)
        pieces = samples * np.exp(-1j * TAU * k * ns / size)
        corners = np.concatenate([[0], np.cumsum(pieces)]) * unit
        shift = (corners.real.max() + corners.real.min()) / 2 if abs(sums[k]) > 0.1 else 0
        spots = [centre + np.array([c.real - shift, c.imag, 0]) for c in corners]
        path = VGroup(*[Line(a, b, color=WARM, stroke_width=5) for a, b in zip(spots, spots[1:], strict=False)])
        total = (
            Line(spots[0], spots[-1], color=FOCUS, stroke_width=8) if abs(sums[k]) > 0.1 else Dot(spots[0], color=FOCUS)
        )
        height = abs(sums[k])
        bar = Line(bars_axes.c2p(k, 0), bars_axes.c2p(k, max(height, 0.04)), color=FOCUS, stroke_width=14)
        slow = k <= frequency
        scene.play(Create(path, lag_ratio=1), run_time=1.6 if slow else 0.5)
        scene.play(FadeIn(total), Create(bar), run_time=0.6 if slow else 0.25)
        if k == 0:
            narrator.say("k = 0: no turning. Ups and downs cancel.", wait=0.4)
        if k == frequency:
            narrator.say(f"k = {k}: every arrow points the same way. A match!", wait=0.8)
        if k == frequency + 1:
            narrator.say("Everywhere else the path closes: the sum is zero.", wait=0.1)
        scene.play(FadeOut(path, total), run_time=0.2)
    narrator.say(
        f"Peaks at {frequency} and at its mirror {size - frequency}: the spectrum of the samples.",
        Circumscribe(bars_axes, color=FOCUS),
        wait=2.2,
    )


def reversed_bits(size: int) -> list[int]:
    """Indices 0 .. size - 1 sorted evens first, again and again: the order in which the fast transform reads its input."""
    return (
        [0] if size == 1 else [2 * k for k in reversed_bits(size // 2)] + [2 * k + 1 for k in reversed_bits(size // 2)]
    )


def fast_fourier_transform(scene: Scene, size: int = 8, frequency: int = 1):
    """The fast Fourier transform: split into even and odd, solve the halves, combine with butterflies.

    Two half-size transforms give the full one, with one multiplication for two results. Repeating the split turns N squared
    steps into N log N.

    Tags: signals, algorithms, FFT, fast Fourier transform, butterfly diagram, divide and conquer, complexity, even odd split
    Wishes:
        visualize the fast fourier transform
        FFT
        how does the fast Fourier transform work?
        butterfly diagram of an 8-point FFT
        why is the FFT n log n?
        Cooley-Tukey
        butterfly network
        split into even and odd samples
        n log n algorithm for the Fourier transform
        Explain how the FFT speeds up the DFT
    Parameters:
        size: number of samples, rounded to a power of two; in [4, 16]; said: samples, points, size, n
        frequency: cycles in the sampled wave; in [1, 3]; said: frequency, cycles
    """
    narrator = Narrator(scene)
    size = 4 if size < 6 else 8 if size < 12 else 16
    levels = int(np.log2(size))
    frequency = min(frequency, size // 2 - 1)
    colors = [MAIN if n % 2 == 0 else WARM for n in range(size)]
    width = min(1.0, 12.4 / size)
    text_size = 34 if size < 16 else 28
    boxes = (
        VGroup(*[_sample_box(n, width, colors[n], text_size) for n in range(size)])
        .arrange(RIGHT, buff=0)
        .move_to(2.2 * UP)
    )
    slow = formula(r"N \text{ frequencies} \times N \text{ samples} = N^2", size=42).move_to(0.2 * UP)
    narrator.say(
        f"{size} samples. The plain transform compares each with {size} frequencies.",
        LaggedStart(*map(FadeIn, boxes), lag_ratio=0.1),
        Write(slow),
    )
    narrator.say("The trick: separate the even samples from the odd ones ...", FadeOut(slow), wait=0.2)
    order = reversed_bits(size)
    drop = 4.2 / levels
    rows = [boxes]
    for level in range(1, levels + 1):
        rows.append(_split_row(rows[-1], size, level, drop))
        marks = VGroup(
            *[Line(a.get_bottom(), b.get_top(), color=GHOST, stroke_width=2) for a, b in _paired(rows[-2], rows[-1])]
        )
        copies = rows[-2].copy()
        moves = [ReplacementTransform(a, b) for a, b in _paired(copies, rows[-1])]
        scene.play(*moves, Create(marks), run_time=1.6 if level == 1 else 1)
        if level == 1 and levels > 1:
            narrator.say("... and each half again, until every sample stands alone.", wait=0.2)
        rows[-1].lines = marks
    narrator.say(f"Only {levels} halvings for {size} samples.", wait=0.8)
    leaves = rows[-1]
    gap = 4.35 / size
    left, right = -4.3, 3.0

    def node(stage: int, row: int) -> np.ndarray:
        return np.array([left + (right - left) * stage / levels, 1.95 - gap * (row + 0.5), 0])

    gone = [m for row in rows[:-1] for m in row] + [row.lines for row in rows[1:]]
    tags = VGroup(
        *[
            formula(f"x_{{{order[r]}}}", size=34, color=colors[order[r]]).move_to(node(0, r) + 0.55 * LEFT)
            for r in range(size)
        ]
    )
    dots = VGroup(
        *[VGroup(*[Dot(node(s, r), radius=0.055, color=INK) for r in range(size)]) for s in range(levels + 1)]
    )
    narrator.say(
        "Now put them together again, in pairs.",
        FadeOut(*gone),
        *[ReplacementTransform(leaf, tag) for leaf, tag in zip(leaves, tags, strict=True)],
        FadeIn(dots[0]),
    )
    rule = formula(r"X_k", "=", r"E_k", r"\pm\; w^k", r"O_k", size=40).move_to(2.45 * UP)
    rule[2].set_color(MAIN)
    rule[4].set_color(WARM)
    for stage in range(levels):
        wires = VGroup()
        half = 2**stage
        for r in range(size):
            partner = r ^ half
            wires.add(Line(node(stage, r), node(stage + 1, r), color=MAIN if not r & half else WARM, stroke_width=2.5))
            wires.add(
                Line(node(stage, r), node(stage + 1, partner), color=MAIN if not r & half else WARM, stroke_width=2.5)
            )
        if stage == 0:
            narrator.say(
                "One product serves two results: plus gives one, minus the other. A butterfly.",
                FadeIn(rule),
                Create(wires, lag_ratio=0.05, run_time=2),
                FadeIn(dots[1]),
                wait=0.8,
            )
        else:
            narrator.say(
                f"Stage {stage + 1}: combine transforms of {half} into transforms of {2 * half}.",
                Create(wires, lag_ratio=0.03, run_time=1.8),
                FadeIn(dots[stage + 1]),
                wait=0.4,
            )
    samples = np.cos(TAU * frequency * np.arange(size) / size)
    spectrum = np.abs(np.fft.fft(samples)) / (size / 2)
    outs = VGroup(
        *[formula(f"X_{{{k}}}", size=34, color=FOCUS).move_to(node(levels, k) + 0.5 * RIGHT) for k in range(size)]
    )
    bars = VGroup(
        *[
            Rectangle(
                width=max(0.03, 1.7 * spectrum[k]),
                height=0.55 * gap,
                stroke_width=0,
                fill_color=FOCUS,
                fill_opacity=0.9,
            ).move_to(node(levels, k) + 1.0 * RIGHT, aligned_edge=LEFT)
            for k in range(size)
        ]
    )
    narrator.say(
        f"Fed with a wave of {frequency} cycle{'s' if frequency > 1 else ''}, it finds exactly that frequency, and its mirror.",
        FadeIn(outs),
        LaggedStart(*[GrowFromEdge(b, LEFT) for b in bars], lag_ratio=0.05),
        wait=1.2,
    )
    cost = formula(
        r"N \log_2 N", rf"= {size * levels}", r"\quad\text{instead of}\quad", rf"N^2 = {size**2}", size=38
    ).move_to(2.62 * DOWN)
    cost[0].set_color(GOOD)
    cost[1].set_color(GOOD)
    cost[3].set_color(BAD)
    narrator.say(f"{levels} stages of {size} results.", FadeIn(cost))
    narrator.say("For a million samples: 20 million steps instead of a million million.", wait=2.5)


def _sample_box(index: int, width: float, color, text_size: float) -> VGroup:
    box = Rectangle(width=0.92 * width, height=0.7, color=color, stroke_width=2, fill_color=color, fill_opacity=0.15)
    return VGroup(box, formula(f"x_{{{index}}}", size=text_size, color=color).move_to(box)).set(index=index)


def _split_row(row: VGroup, size: int, level: int, drop: float) -> VGroup:
    """The next row of the tree: within each block evens first; blocks drift apart."""
    blocks = 2 ** (level - 1)
    length = size // blocks
    fresh = VGroup()
    indices = [box.index for box in row]
    ordered = [
        i
        for b in range(blocks)
        for i in (indices[b * length : (b + 1) * length][::2] + indices[b * length : (b + 1) * length][1::2])
    ]
    step = 12.4 / size
    by_index = {box.index: box for box in row}
    inner = min(row[0].width, step * 0.8)
    for place, index in enumerate(ordered):
        half = length // 2
        block = place // half
        middle = ((block + 0.5) * half - size / 2) * step
        x = middle + (place % half - (half - 1) / 2) * inner * 1.08
        box = by_index[index].copy().set(index=index)
        fresh.add(box.scale(inner / box.width * 1.0).move_to([x, row[0].get_y() - drop, 0]))
    return fresh


def _paired(first: VGroup, second: VGroup) -> list[tuple]:
    """Boxes of two rows that stand for the same sample."""
    by_index = {box.index: box for box in second}
    return [(box, by_index[box.index]) for box in first]
