"""Springs and pendulums: things that swing."""

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
    formula,
    plot_axes,
    words,
)


def coil(start, end, turns: int = 9, radius: float = 0.22) -> VMobject:
    """A spring drawn as a zigzag from `start` to `end`, with straight ends."""
    start, end = np.array(start, dtype=float), np.array(end, dtype=float)
    along = (end - start) / max(np.linalg.norm(end - start), 1e-6)
    across = np.array([-along[1], along[0], 0.0])
    points = [start, start + 0.12 * (end - start)]
    for k in range(2 * turns):
        share = 0.12 + 0.76 * (k + 0.5) / (2 * turns)
        points.append(start + share * (end - start) + (radius if k % 2 else -radius) * across)
    points += [start + 0.88 * (end - start), end]
    return VMobject(stroke_color=MUTED, stroke_width=3).set_points_as_corners(points)


def spring_oscillation(scene: Scene, amplitude: float = 1.2, period: float = 2.0, periods: int = 3):
    """Simple harmonic motion: a mass on a spring draws a cosine as time goes on.

    Tags: physics, mechanics, oscillation, spring, harmonic motion, Hooke's law
    Wishes:
        simple harmonic motion of a spring
        mass on a spring
        a block oscillating on a spring and its graph
        Hooke's law and the harmonic oscillator
        why does a spring swing like a cosine?
        mass-spring system
        spring
        a weight bouncing on a spring
        Hooke's law
        oscillating mass with its displacement graph
        oscillation
    Parameters:
        amplitude: how far the mass is pulled, in metres; in [0.4, 1.6]; said: amplitude
        period: seconds for one swing; in [1, 4]; said: period
        periods: how many swings are shown; in [2, 4]; said: periods, swings, oscillations
    """
    narrator = Narrator(scene)
    omega = TAU / period
    time = ValueTracker(0)
    wall, rest = np.array([-6.2, 2.4, 0]), np.array([-4.6, -0.1, 0])
    ceiling = Line([-5.6, 2.4, 0], [-3.6, 2.4, 0], color=MUTED, stroke_width=6)
    hook = np.array([rest[0], wall[1], 0])

    def place():
        return rest + amplitude * np.cos(omega * time.get_value()) * UP

    mass = always_redraw(lambda: Square(0.8, color=MAIN, fill_opacity=1).move_to(place()))
    spring = always_redraw(lambda: coil(hook, place() + 0.4 * UP))
    level = DashedLine(rest + 1.1 * LEFT, rest + 1.1 * RIGHT, color=GHOST)
    length = period * periods
    axes = Axes(
        x_range=[0, length, period],
        y_range=[-2, 2, 1],
        x_length=8.2,
        y_length=4,
        axis_config={"color": MUTED, "stroke_width": 2, "tip_length": 0.18},
    )
    axes.shift(rest * UP - axes.c2p(0, 0) * UP + 2.2 * RIGHT - axes.get_center()[0] * RIGHT)
    names = VGroup(
        formula("t", size=34, color=MUTED).next_to(axes.x_axis.get_end(), DOWN, buff=0.2),
        formula("x", size=34, color=MUTED).next_to(axes.y_axis.get_end(), LEFT, buff=0.2),
    )
    scene.play(Create(ceiling), FadeIn(spring, mass), Create(level), run_time=1)
    force = Arrow(place() + 0.9 * RIGHT, rest + 0.9 * RIGHT, buff=0, color=FOCUS, stroke_width=5)
    law = formula("F = -k x", color=FOCUS, size=38).next_to(force, RIGHT, buff=0.25)
    narrator.say("Away from rest, the spring pushes back: the farther, the harder.", GrowArrow(force), FadeIn(law))
    scene.play(FadeOut(force), law.animate.move_to([4.9, 2.45, 0]), Create(axes), FadeIn(names))
    curve = always_redraw(
        lambda: axes.plot(
            lambda t: amplitude * np.cos(omega * t), x_range=[0, max(0.02, time.get_value()), 0.04], color=MAIN
        )
    )
    link = always_redraw(
        lambda: DashedLine(
            place() + 0.4 * RIGHT,
            axes.c2p(time.get_value(), amplitude * np.cos(omega * time.get_value())),
            color=FOCUS,
            stroke_width=2,
            dash_length=0.12,
        )
    )
    scene.add(curve, link)
    narrator.say(
        "Let go: drawn against time, the motion is a cosine.",
        time.animate(run_time=min(8, 2 * periods + 1), rate_func=linear).set_value(length),
        wait=0.2,
    )
    result = formula(
        "x(t) =", f"{amplitude:.1f}", r"\cos\!\left(", rf"\tfrac{{2\pi}}{{{period:.1f}}}", r"t\right)", size=38
    )
    result[1].set_color(GOOD)
    result[3].set_color(OTHER)
    result.move_to([2.0, 2.45, 0])
    scene.play(FadeOut(link), law.animate.move_to([5.6, 2.45, 0]), Write(result))
    narrator.say("Amplitude sets the height, period the width; neither changes the other.", wait=2)


def pendulum_phase_space(scene: Scene, angle: float = 60.0, damping: float = 0.0, seconds: float = 8.0):
    """Pendulum phase space: every swing is a loop of angle and angular speed.

    Tags: physics, mechanics, pendulum, phase space, phase portrait, dynamical systems, angular velocity
    Wishes:
        pendulum phase space
        phase portrait of a pendulum swinging
        angle and angular velocity of a pendulum
        how a pendulum moves in phase space
        simple pendulum
        swinging pendulum with its phase plot
        angle against angular velocity
        phase space of a pendulum
        simple pendulum motion
        state of a pendulum as a point moving on a loop
    Parameters:
        angle: where it starts, in degrees from straight down; in [10, 150]; said: degrees, angle, amplitude
        damping: friction per second; in [0, 0.8]; said: damping, friction
        seconds: how long it swings; in [5, 12]; said: seconds
    """
    narrator = Narrator(scene)
    times = np.arange(0, seconds + 0.01, 0.005)
    states = np.zeros((len(times), 2))
    states[0] = np.deg2rad(angle), 0

    def slope(state):
        return np.array([state[1], -4.0 * np.sin(state[0]) - damping * state[1]])

    for i in range(1, len(times)):  # fourth-order Runge–Kutta
        h, s = 0.005, states[i - 1]
        k1 = slope(s)
        k2 = slope(s + h / 2 * k1)
        k3 = slope(s + h / 2 * k2)
        k4 = slope(s + h * k3)
        states[i] = s + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)

    clock = ValueTracker(0)

    def now():
        return states[min(len(states) - 1, int(clock.get_value() / 0.005))]

    pivot, arm = np.array([-4.2, 1.0, 0]), 2.3

    def bob_place():
        theta = now()[0]
        return pivot + arm * np.array([np.sin(theta), -np.cos(theta), 0])

    rod = always_redraw(lambda: Line(pivot, bob_place(), color=MUTED, stroke_width=4))
    bob = always_redraw(lambda: Dot(bob_place(), radius=0.24, color=MAIN))
    plumb = DashedLine(pivot, pivot + arm * DOWN, color=GHOST)
    nail = Dot(pivot, radius=0.07, color=INK)
    speed = max(1.0, np.abs(states[:, 1]).max())
    axes = plot_axes([-180, 180, 90], [-np.ceil(speed), np.ceil(speed), 1], width=6.4, height=4.4, numbers=False)
    axes.move_to([3.1, -0.05, 0])
    names = VGroup(
        words("angle", 24, MUTED).next_to(axes.x_axis.get_end(), DOWN, buff=0.2).shift(0.3 * LEFT),
        words("angular speed", 24, MUTED).next_to(axes.y_axis.get_end(), UP, buff=0.15),
    )
    scene.play(Create(plumb), FadeIn(nail, rod, bob), run_time=1)
    narrator.say(
        "Two numbers say all about a pendulum: its angle, and how fast that changes.", Create(axes), FadeIn(names)
    )

    def spot(state):
        return axes.c2p(np.rad2deg(state[0]), state[1])

    state_dot = always_redraw(lambda: Dot(spot(now()), color=FOCUS, radius=0.09))
    trail = always_redraw(
        lambda: VMobject(stroke_color=FOCUS, stroke_width=3).set_points_as_corners(
            [spot(s) for s in states[: max(2, int(clock.get_value() / 0.005)) : 6]] + [spot(now())]
        )
    )
    narrator.say("Together they are one point in phase space.", FadeIn(state_dot, scale=2), wait=1)
    scene.add(trail)
    told = "As it swings, the point runs around a loop." if damping == 0 else "With friction the loop winds inwards."
    narrator.say(told, clock.animate(run_time=seconds, rate_func=linear).set_value(seconds), wait=0.3)
    last = (
        "A closed loop: the motion repeats for ever."
        if damping == 0
        else "A spiral: the energy drains away until it hangs still."
    )
    narrator.say(last, wait=2)
