"""Sampling and aliasing, beats, modulation, filtering in the frequency domain."""

import numpy as np
from manim import *

from components_cache.library.machine_learning.drawing import plain_axes, polyline
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    words,
)


def sampling_aliasing(scene: Scene, frequency: float = 7.0, rate: float = 8.0):
    """Sampling and aliasing: too few samples make a fast wave look like a slow one.

    Tags: signals, sampling, aliasing, Nyquist, sampling theorem, sampling rate, frequency
    Wishes:
        sampling and aliasing
        Nyquist sampling theorem
        why does a sampled wave look slower?
        sample a 9 Hz wave at 10 samples per second
        aliasing
        Nyquist
        sampling theorem
        wagon wheel effect
        sampling rate too low
        why do wheels seem to spin backwards in films?
    Parameters:
        frequency: cycles per second of the wave; in [1, 14]; said: frequency, hertz, hz, wave
        rate: samples per second; in [3, 30]; said: rate, samples, sampling rate, samples per second
    """
    narrator = Narrator(scene)
    seconds = 2.0
    axes = plain_axes([0, seconds, 1], [-1.5, 1.5, 1], 12.4, 3.6).move_to(0.1 * DOWN)
    ts = np.linspace(0, seconds, 1200)
    wave = polyline(axes, ts, np.cos(TAU * frequency * ts), MAIN, 3)
    head = VGroup(
        words(f"wave: {frequency:g} Hz", size=30, color=MAIN),
        words(f"samples: {rate:g} per second", size=30, color=FOCUS),
    )
    head.arrange(RIGHT, buff=0.8).move_to(2.4 * UP)
    narrator.say(
        f"A wave with {frequency:g} cycles per second.",
        FadeIn(axes, head[0]),
        Create(wave, run_time=2, rate_func=linear),
    )
    at = np.arange(0, seconds + 1e-9, 1 / rate)
    values = np.cos(TAU * frequency * at)
    stems = VGroup(
        *[Line(axes.c2p(t, 0), axes.c2p(t, v), color=FOCUS, stroke_width=2) for t, v in zip(at, values, strict=True)]
    )
    dots = VGroup(*[Dot(axes.c2p(t, v), color=FOCUS, radius=0.1) for t, v in zip(at, values, strict=True)])
    narrator.say(
        f"We only look {rate:g} times a second.",
        FadeIn(head[1]),
        LaggedStart(*map(Create, stems), lag_ratio=0.1),
        LaggedStart(*map(GrowFromCenter, dots), lag_ratio=0.1),
    )
    narrator.say(
        "Now forget the wave. What do the samples look like?", wave.animate.set_stroke(opacity=0.12), FadeOut(stems)
    )
    alias = abs(frequency - rate * round(frequency / rate))
    guess = polyline(axes, ts, np.cos(TAU * alias * ts), WARM, 4)
    right = frequency < rate / 2 - 1e-9
    if right:
        narrator.say(
            "The slowest wave through the samples is the wave itself.", Create(guess.set_color(GOOD), run_time=2)
        )
    elif abs(frequency - rate / 2) < 1e-9:
        narrator.say("Exactly two samples per cycle: only just enough, and only with luck.", Create(guess, run_time=2))
    else:
        slow = f"A slow wave of {alias:.3g} Hz" if alias > 0.005 else "A constant"
        narrator.say(f"{slow} fits them just as well: an alias!", Create(guess, run_time=2))
        narrator.say(
            "Both waves pass through every sample. Nobody can tell them apart.", wave.animate.set_stroke(opacity=0.6)
        )
    rule = formula(
        r"f_{\text{sample}} > 2 f", rf"\qquad {rate:g}", ">" if right else r"\not>", rf"2 \cdot {frequency:g}", size=42
    )
    rule[1:].set_color(GOOD if right else BAD)
    rule.move_to(2.35 * DOWN)
    narrator.say("Nyquist: take more than two samples per cycle.", Write(rule), wait=2.3)


def beats(scene: Scene, first: float = 10.0, second: float = 11.0):
    """Beats: two tones of nearly the same pitch swell and fade.

    Tags: signals, physics, beats, superposition, sound, interference, frequency difference
    Wishes:
        beats of two tones
        beat frequency
        two nearly equal frequencies 10 and 12 added
        why do two almost equal tones throb?
        two slightly detuned tones
        tuning a guitar by listening to the throb
        beating of two frequencies
        sound that swells and fades
    Parameters:
        first: frequency of the first tone; in [6, 16]; said: first, frequency
        second: frequency of the second tone; in [6, 16]; said: second
    """
    narrator = Narrator(scene)
    second = second if abs(second - first) > 0.2 else first + 1
    seconds = 3.0
    ts = np.linspace(0, seconds, 1100)
    rows = [plain_axes([0, seconds, 1], [-1.1, 1.1, 1], 12.0, 1.05).move_to(y * UP) for y in (2.2, 0.95)]
    sums = plain_axes([0, seconds, 1], [-2.2, 2.2, 1], 12.0, 2.3).move_to(1.15 * DOWN)
    a = polyline(rows[0], ts, np.cos(TAU * first * ts), MAIN, 2.5)
    b = polyline(rows[1], ts, np.cos(TAU * second * ts), OTHER, 2.5)
    narrator.say(
        f"Two tones: {first:g} and {second:g} cycles per second.",
        FadeIn(*rows),
        Create(a, run_time=2),
        Create(b, run_time=2),
    )
    total = polyline(sums, ts, np.cos(TAU * first * ts) + np.cos(TAU * second * ts), INK, 2.5)
    narrator.say(
        "Add them up.", FadeIn(sums), ReplacementTransform(VGroup(a.copy(), b.copy()), VGroup(total), run_time=1.8)
    )
    half = 2 * np.cos(PI * (first - second) * ts)
    hull = VGroup(polyline(sums, ts, np.abs(half), FOCUS, 4), polyline(sums, ts, -np.abs(half), FOCUS, 4))
    narrator.say("Where they agree it is loud, where they oppose each other it is silent.", Create(hull, run_time=2))
    beat = abs(first - second)
    rule = formula(r"f_{\text{beat}} = |f_1 - f_2|", rf"= {beat:.3g}", size=40, color=FOCUS).move_to(2.6 * DOWN)
    often = "once" if abs(beat - 1) < 0.005 else f"{beat:.3g} times"
    narrator.say(f"It throbs {often} per second: the difference of the frequencies.", Write(rule), wait=2.3)


def modulation(scene: Scene, kind: str = "amplitude", carrier: float = 12.0, message: float = 1.0):
    """Modulation: a slow message rides on a fast carrier, in its height or in its pace.

    Tags: signals, modulation, AM, FM, amplitude modulation, frequency modulation, radio, carrier
    Wishes:
        amplitude modulation
        frequency modulation
        AM radio signal
        how does FM radio carry a message?
        AM and FM
        radio modulation
        carrier wave
        how does a radio wave carry sound?
    Parameters:
        kind: what is modulated; one of: amplitude, frequency
        carrier: frequency of the carrier; in [8, 20]; said: carrier
        message: frequency of the message; in [0.5, 2]; said: message
    """
    narrator = Narrator(scene)
    seconds = 3.0
    ts = np.linspace(0, seconds, 1500)
    note = np.sin(TAU * message * ts)
    rows = [
        plain_axes([0, seconds, 1], [-1.15, 1.15, 1], 10.4, 1.2).move_to(y * UP + 1.0 * RIGHT) for y in (2.15, 0.75)
    ]
    low = plain_axes([0, seconds, 1], [-2, 2, 1], 10.4, 2.4).move_to(1.25 * DOWN + 1.0 * RIGHT)
    names = VGroup(
        *[
            words(t, size=28, color=c).move_to([-5.4, y, 0])
            for t, c, y in (("message", FOCUS, 2.15), ("carrier", MAIN, 0.75), ("sent", GOOD, -1.25))
        ]
    )
    slow = polyline(rows[0], ts, note, FOCUS, 4)
    fast = polyline(rows[1], ts, np.cos(TAU * carrier * ts), MAIN, 2.5)
    narrator.say(
        "A slow message: speech, music. And a fast carrier that travels well.",
        FadeIn(*rows, names[:2]),
        Create(slow),
        Create(fast, run_time=2),
    )
    phase = (
        TAU * carrier * ts - 0.55 * carrier / message * np.cos(TAU * message * ts)
        if kind == "frequency"
        else TAU * carrier * ts
    )
    height = 1 + 0.75 * note if kind == "amplitude" else 1.3 + 0 * ts
    sent = polyline(low, ts, height * np.cos(phase), GOOD, 2.5)
    scan = Line(rows[0].c2p(0, 1.1), low.c2p(0, -2), color=MUTED, stroke_width=2)
    text = (
        "Amplitude modulation: the message sets the height of the carrier."
        if kind == "amplitude"
        else "Frequency modulation: the message sets how fast the carrier swings."
    )
    narrator.say(text, FadeIn(low, names[2], scan), wait=0.3)
    scene.play(Create(sent), scan.animate.shift(10.4 * RIGHT), run_time=4.5, rate_func=linear)
    scene.play(FadeOut(scan), run_time=0.3)
    if kind == "amplitude":
        hull = VGroup(polyline(low, ts, 1 + 0.75 * note, FOCUS, 4), polyline(low, ts, -1 - 0.75 * note, FOCUS, 4))
        narrator.say(
            "The outline of the sent wave is the message: the receiver only traces it.", Create(hull), wait=2.2
        )
        return
    peaks = VGroup(
        *[
            Rectangle(
                width=10.4 / seconds * 0.32 / message, height=2.2, stroke_width=0, fill_color=FOCUS, fill_opacity=0.16
            ).move_to(low.c2p((n + 0.25) / message, 0))
            for n in range(int(seconds * message))
            if (n + 0.25) / message < seconds - 0.1
        ]
    )
    narrator.say("Message high: the swings crowd. Noise in the height does no harm.", FadeIn(peaks), wait=2.2)


def low_pass_filter(scene: Scene, cutoff: float = 5.0, noise: float = 0.5, seed: int = 2):
    """Low-pass filter: to the spectrum, cut off the high frequencies, and back.

    The spectrum is computed with the discrete Fourier transform of the noisy samples.

    Tags: signals, filter, low-pass filter, spectrum, noise, denoising, Fourier transform, cutoff frequency
    Wishes:
        low-pass filter
        remove noise from a signal with the Fourier transform
        low pass filter with cutoff 8
        filter out high frequencies
        denoise a signal
        cut off high frequencies
        filtering in the frequency domain
        smooth a signal by removing its high frequencies
    Parameters:
        cutoff: highest frequency that is kept; in [1, 20]; said: cutoff, cut-off, frequency
        noise: strength of the noise; in [0.1, 0.8]; said: noise
        seed: random seed; in [1, 99]; said: seed
    """
    narrator = Narrator(scene)
    rng = np.random.default_rng(seed)
    count = 256
    ts = np.arange(count) / count
    clean = 0.8 * np.sin(TAU * 2 * ts) + 0.45 * np.sin(TAU * 4 * ts + 0.7)
    noisy = np.clip(clean + rng.normal(0, noise, count), -2.2, 2.2)
    spectrum = np.fft.rfft(noisy)
    kept = np.where(np.arange(len(spectrum)) <= cutoff, spectrum, 0)
    filtered = np.fft.irfft(kept, count)
    upper = plain_axes([0, 1, 1], [-2.3, 2.3, 1], 12.2, 2.5).move_to(1.5 * UP)
    lower = plain_axes([0, 42, 1], [0, 1.0, 1], 12.2, 2.1).move_to(1.3 * DOWN)
    raw = polyline(upper, ts, noisy, MAIN, 2)
    narrator.say("A noisy signal.", FadeIn(upper), Create(raw, run_time=1.5))
    heights = np.abs(spectrum[:42]) / (count / 2)
    heights = heights / max(heights.max(), 1e-6) * 0.95
    bars = VGroup(
        *[
            Line(lower.c2p(k + 0.5, 0), lower.c2p(k + 0.5, max(h, 0.01)), color=WARM, stroke_width=12)
            for k, h in enumerate(heights)
        ]
    )
    name = VGroup(
        words("low frequencies", size=24, color=MUTED).next_to(lower.c2p(0, 0), DR, buff=0.12),
        words("high frequencies", size=24, color=MUTED).next_to(lower.c2p(42, 0), DL, buff=0.12),
    )
    narrator.say(
        "Its spectrum: a few tall bars at low frequencies, noise everywhere.",
        FadeIn(lower, name),
        LaggedStart(*[GrowFromEdge(b, DOWN) for b in bars], lag_ratio=0.02),
    )
    edge = lower.c2p(int(cutoff) + 1, 0)
    wall = DashedLine(edge, edge + 2.1 * UP, color=BAD, stroke_width=4)
    tag = words("cut", size=26, color=BAD).next_to(wall.get_end(), RIGHT, buff=0.15)
    narrator.say(f"Cut away everything above frequency {cutoff:g}.", Create(wall), FadeIn(tag))
    high = [b for k, b in enumerate(bars) if k > cutoff]
    scene.play(
        *[b.animate.put_start_and_end_on(b.get_start(), b.get_start() + 0.01 * UP).set_stroke(GHOST) for b in high],
        run_time=1,
    )
    smooth_line = polyline(upper, ts, filtered, FOCUS, 5)
    narrator.say(
        "Transform back: the noise is gone.", raw.animate.set_stroke(opacity=0.3), Create(smooth_line, run_time=2)
    )
    if cutoff < 2:
        end = "With a cut-off this low, part of the signal is gone as well."
    elif cutoff < 4:
        end = "Only the slowest part of the signal is left: the cut was a little low."
    else:
        end = "What is slow passes, what is fast does not: a low-pass filter."
    narrator.say(end, wait=2.2)
