"""Waves: sound, interference, refraction."""

import numpy as np
from manim import *

from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    Narrator,
    backed,
    formula,
    words,
)


def sampled_curve(function, left: float, right: float, height: float, color: str, width: float = 4) -> VMobject:
    """The graph of a function of arrays over [left, right], moved up by `height`; cheap to redraw every frame."""
    x = np.linspace(left, right, 160)
    points = np.column_stack([x, function(x) + height, np.zeros_like(x)])
    return VMobject(stroke_color=color, stroke_width=width).set_points_as_corners(points)


def doppler_effect(scene: Scene, speed: float = 0.5, crests: int = 9):
    """Doppler effect: a moving source crowds its waves ahead and stretches them behind.

    Tags: physics, waves, sound, frequency, siren, pitch
    Wishes:
        Doppler effect
        why does a siren change pitch when it passes?
        sound waves of a moving source
        frequency shift of a moving car
        how motion changes the wavelength of sound
        Doppler
        siren of a passing ambulance
        why does the pitch drop when a car passes?
        sound wavefronts of a moving source
        waves bunch up in front and spread out behind
        frequency change of a moving source
    Parameters:
        speed: speed of the source as a share of the speed of sound; in [0.1, 0.85]; said: speed, mach
        crests: how many wave crests are sent; in [5, 12]; said: waves, crests, circles
    """
    narrator = Narrator(scene)
    sound, height = 1.0, 0.1
    duration = 5.0
    clock = ValueTracker(0)
    start = -speed * sound * duration / 2 - 0.4

    def source_at(t):
        return np.array([start + speed * sound * t, height, 0])

    def rings():
        now = clock.get_value()
        group = VGroup()
        for k in range(crests):
            sent = k * duration / crests
            radius = sound * (now - sent)
            if radius > 0.03:
                group.add(
                    Circle(min(radius, 2.6), color=MAIN, stroke_width=3, stroke_opacity=max(0.15, 1 - radius / 6))
                )
                group[-1].move_to(source_at(sent))
                if radius > 2.6:
                    group[-1].set_stroke(opacity=0)
        return group

    waves = always_redraw(rings)
    source = always_redraw(lambda: Dot(source_at(clock.get_value()), radius=0.14, color=FOCUS))
    left = Dot([-6, height, 0], radius=0.12, color=OTHER)
    right = Dot([6, height, 0], radius=0.12, color=GOOD)
    names = VGroup(words("behind", 26, OTHER).next_to(left, UP), words("ahead", 26, GOOD).next_to(right, UP))
    narrator.say("A source sends out circular waves, at a steady beat.", FadeIn(source, left, right, names))
    scene.add(waves)
    narrator.say(
        "Each circle keeps the centre where it was sent; the source moves on.",
        clock.animate(run_time=duration, rate_func=linear).set_value(duration),
        wait=0.3,
    )
    ahead, _behind = sound * duration / crests * (1 - speed), sound * duration / crests * (1 + speed)
    front, _back = source_at(duration), source_at(duration)
    DoubleArrow(front + (0.3 + 2 * ahead) * RIGHT, front + (0.3 + 3 * ahead) * RIGHT, buff=0, color=GOOD)
    short = words("short waves: high pitch", 28, GOOD).move_to([4.4, -2.35, 0])
    long = words("long waves: low pitch", 28, OTHER).move_to([-4.4, -2.35, 0])
    narrator.say("Ahead the crests crowd together, behind they are stretched.", FadeIn(short), FadeIn(long), wait=1.2)
    law = formula(r"f_{\text{ahead}} =", r"\frac{f}{1 - v/c}", size=36, color=GOOD).move_to([4.4, 2.35, 0])
    other = formula(r"f_{\text{behind}} =", r"\frac{f}{1 + v/c}", size=36, color=OTHER).move_to([-4.4, 2.35, 0])
    scene.play(Write(law), Write(other))
    narrator.say(
        f"At {speed:.0%} of sound's speed: {1 / (1 - speed):.2f} times the pitch ahead, {1 / (1 + speed):.2f} behind.",
        wait=2,
    )


def wave_interference(scene: Scene, phase: float = 0.0, ratio: float = 1.0):
    """Interference of two waves: crest on crest adds up, crest on trough cancels.

    Tags: physics, waves, superposition, constructive interference, destructive interference, phase
    Wishes:
        interference of two waves
        constructive and destructive interference
        superposition of waves
        what happens when two waves meet?
        adding two sine waves with a phase shift
        interference
        superposition principle
        constructive and destructive waves
        two waves adding and cancelling
        noise-cancelling: waves in opposite phase
        crest meets trough
    Parameters:
        phase: phase of the second wave at the start, in degrees; in [0, 90]; said: phase, degrees
        ratio: amplitude of the second wave compared with the first; in [0.5, 1]; said: ratio, amplitude
    """
    narrator = Narrator(scene)
    shift = ValueTracker(np.deg2rad(phase))
    rows = {"first": 2.05, "second": 0.75, "sum": -1.35}

    def wave(height, function, color):
        return lambda: sampled_curve(function, -4.6, 6.4, height, color)

    def one(x):
        return 0.5 * np.sin(2 * x)

    def two(x):
        return 0.5 * ratio * np.sin(2 * x - shift.get_value())

    first = wave(rows["first"], one, MAIN)()
    second = always_redraw(wave(rows["second"], two, OTHER))
    total = always_redraw(wave(rows["sum"], lambda x: one(x) + two(x), FOCUS))
    lines = VGroup(*[Line([-4.6, y, 0], [6.4, y, 0], color=GHOST, stroke_width=1.5) for y in rows.values()])
    names = VGroup(
        words("wave 1", 26, MAIN).move_to([-5.7, rows["first"], 0]),
        words("wave 2", 26, OTHER).move_to([-5.7, rows["second"], 0]),
        words("sum", 26, FOCUS).move_to([-5.7, rows["sum"], 0]),
    )
    narrator.say(
        "Two waves of one length arrive at the same place.", FadeIn(lines[:2], names[:2]), Create(first), Create(second)
    )
    narrator.say("The medium simply adds them, point by point.", FadeIn(lines[2], names[2]), Create(total))
    value = DecimalNumber(0, num_decimal_places=0, unit=r"^\circ", font_size=38, color=INK).move_to([2.1, -2.65, 0])
    value.add_updater(lambda number: number.set_value(np.rad2deg(shift.get_value())))
    state = VGroup(words("phase shift", 28).next_to(value, LEFT, buff=0.3), value)
    scene.add(value)  # a number whose digits change cannot fade in
    scene.play(FadeIn(state[0]), shift.animate.set_value(0), run_time=1)
    narrator.say("In step, crest meets crest: they reinforce each other.", wait=1.3)
    narrator.say("Now delay the second wave by half a length.", shift.animate(run_time=4).set_value(PI), wait=0.5)
    told = (
        "Crest meets trough: they cancel completely."
        if ratio > 0.97
        else "Crest meets trough: most of the wave is gone."
    )
    narrator.say(told, wait=1.5)
    narrator.say(
        "In between, everything from silence to double strength.", shift.animate(run_time=3).set_value(TAU), wait=1.5
    )


def standing_wave(scene: Scene, harmonic: int = 3):
    """Standing wave: two waves running against each other make a pattern that stays.

    Tags: physics, waves, string, harmonics, nodes, resonance, superposition
    Wishes:
        standing wave on a string
        standing waves
        harmonics of a guitar string
        nodes and antinodes
        how do two opposite waves make a standing wave?
        vibrating guitar string
        nodes of a string
        harmonics and overtones
        stationary wave from two opposite travelling waves
        resonance on a string
    Parameters:
        harmonic: number of half waves on the string; in [1, 6]; said: harmonic, antinodes, mode
    """
    narrator = Narrator(scene)
    clock = ValueTracker(0)
    length, left = 11.0, -5.5
    k = PI * harmonic / length

    def curve(function, height, color, width=4):
        return lambda: sampled_curve(
            lambda x: function(x - left, clock.get_value()), left, left + length, height, color, width
        )

    to_right = always_redraw(curve(lambda x, t: 0.5 * np.sin(k * x - t), 1.9, MAIN))
    to_left = always_redraw(curve(lambda x, t: 0.5 * np.sin(k * x + t), 0.6, OTHER))
    total = always_redraw(curve(lambda x, t: np.sin(k * x) * np.cos(t), -1.3, FOCUS, 5))
    narrator.say("A wave runs to the right; its echo runs to the left.", Create(to_right), Create(to_left))
    scene.play(clock.animate(run_time=3, rate_func=linear).set_value(TAU))
    ends = VGroup(Dot([left, -1.3, 0], color=INK), Dot([left + length, -1.3, 0], color=INK))
    narrator.say("Added up on a string held at both ends ...", Create(total), FadeIn(ends), wait=0.5)
    narrator.say(
        "... they make a pattern that goes nowhere.",
        clock.animate(run_time=5, rate_func=linear).set_value(3 * TAU),
        wait=0.2,
    )
    nodes = VGroup(*[Dot([left + i * length / harmonic, -1.3, 0], color=GOOD, radius=0.1) for i in range(harmonic + 1)])
    bounds = VGroup(
        *[
            DashedVMobject(
                sampled_curve(lambda x, s=s: s * np.sin(k * (x - left)), left, left + length, -1.3, MUTED, 2),
                num_dashes=60,
            )
            for s in (1, -1)
        ]
    )
    narrator.say(
        f"{harmonic + 1} points never move: the nodes.",
        FadeIn(nodes, bounds),
        clock.animate(run_time=3, rate_func=linear).set_value(4 * TAU),
        wait=0.4,
    )
    law = (
        formula(r"\lambda =", r"\frac{2L}{" + str(harmonic) + "}", size=38).move_to([0, -2.75, 0])
        if harmonic > 1
        else formula(r"\lambda = 2L", size=38).move_to([0, -2.75, 0])
    )
    narrator.say("Only whole numbers of half waves fit: that is a string's harmony.", FadeIn(law), wait=2)


def snells_law(scene: Scene, angle: float = 50.0, index: float = 1.5):
    """Snell's law: light bends when it enters a slower medium.

    Tags: physics, optics, refraction, light, glass, water, refractive index, angle of incidence
    Wishes:
        Snell's law
        refraction of light
        why does light bend in water?
        light ray entering glass at 40 degrees
        law of refraction
        refraction
        Snell
        light bending at a surface
        why does a straw look broken in water?
        light passes from air into glass
        index of refraction
    Parameters:
        angle: angle of incidence in degrees; in [15, 75]; said: degrees, angle, incidence
        index: refractive index of the lower medium; in [1.2, 2.4]; said: index, n
    """
    narrator = Narrator(scene)
    one = np.deg2rad(angle)
    two = np.arcsin(np.sin(one) / index)
    middle = np.array([-1.2, 0.1, 0])
    glass = Rectangle(width=9.4, height=2.75, color=MAIN, fill_opacity=0.22, stroke_width=0).next_to(
        middle, DOWN, buff=0
    )
    surface = Line(middle + 4.7 * LEFT, middle + 4.7 * RIGHT, color=MAIN, stroke_width=3)
    normal = DashedLine(middle + 2.6 * UP, middle + 2.6 * DOWN, color=MUTED, stroke_width=2)
    names = VGroup(
        words("air, n = 1", 26, MUTED).move_to(middle + np.array([3.5, 0.4, 0])),
        words(f"n = {index:g}", 26, MAIN).move_to(middle + np.array([3.7, -0.4, 0])),
    )
    narrator.say(
        "Light travels more slowly in glass or water than in air.", FadeIn(glass), Create(surface), FadeIn(names)
    )
    down = middle + 2.6 * np.array([-np.sin(one), np.cos(one), 0])
    out = middle + 2.6 * np.array([np.sin(two), -np.cos(two), 0])
    ray = Arrow(down, middle, buff=0, color=FOCUS, stroke_width=5, max_tip_length_to_length_ratio=0.08)
    bent = Arrow(middle, out, buff=0, color=FOCUS, stroke_width=5, max_tip_length_to_length_ratio=0.08)
    straight = DashedLine(middle, middle + 2.4 * np.array([np.sin(one), -np.cos(one), 0]), color=GHOST)
    narrator.say("A ray meets the surface.", GrowArrow(ray), Create(normal), wait=0.6)
    narrator.say("It does not go straight on: it bends towards the normal.", Create(straight), GrowArrow(bent))
    upper = Arc(radius=0.9, start_angle=PI / 2, angle=one, arc_center=middle, color=OTHER)
    lower = Arc(radius=0.9, start_angle=-PI / 2, angle=two, arc_center=middle, color=GOOD)

    def mark(start, turn, text, color):
        place = middle + 1.35 * np.array([np.cos(start + turn / 2), np.sin(start + turn / 2), 0])
        return backed(formula(text, size=32, color=color)).move_to(place)

    marks = VGroup(mark(PI / 2, one, r"\theta_1", OTHER), mark(-PI / 2, two, r"\theta_2", GOOD))
    scene.play(Create(upper), Create(lower), FadeIn(marks), FadeOut(straight))
    law = formula(r"\sin", r"\theta_1", "=", "n", r"\sin", r"\theta_2", size=40)
    law[1].set_color(OTHER)
    law[5].set_color(GOOD)
    values = VGroup(
        formula(r"\theta_1 =" + rf"{angle:g}^\circ", size=36, color=OTHER),
        formula(r"\theta_2 =" + rf"{np.rad2deg(two):.1f}^\circ", size=36, color=GOOD),
    ).arrange(DOWN, aligned_edge=LEFT)
    VGroup(law, values).arrange(DOWN, buff=0.5).move_to([5.2, 1.7, 0])
    narrator.say("The sines of both angles keep a fixed ratio: how much slower the light is.", Write(law))
    narrator.say(f"From {angle:g} degrees in air to {np.rad2deg(two):.1f} degrees inside.", FadeIn(values), wait=2)
