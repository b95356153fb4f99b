"""Growth, decay and oscillation: what simple rules for the rate of change lead to."""

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import field_axes
from components_cache.library.linear_algebra.plane import number_text
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
    fit,
    formula,
    words,
)


def exponential_growth(scene: Scene, rate: float = 0.35, start: float = 1.0, time: float = 8.0):
    """Exponential growth and decay: the rate of change is proportional to what is there; doubling takes equal times.

    Tags: differential equations, exponential growth, exponential decay, doubling time, half-life
    Wishes:
        exponential growth
        exponential decay with half-life
        population growing at 35 percent per year
        dy/dt = k y
        radioactive decay
        population doubling
        half-life of a radioactive substance
        growth proportional to the current amount
        bacteria that double every hour
        why does exponential growth become so fast?
    Parameters:
        rate: growth rate per unit of time, negative for decay; in [-1.5, 1.5]; said: rate, k, r
        start: the amount at the start; in [0.1, 1000]; said: start, initial, from
        time: how long to watch; in [2, 50]; said: time, years, hours, days
    """
    rate = rate if abs(rate) > 0.01 else 0.01
    span = np.log(2) / abs(rate)
    time = float(np.clip(time, 2.05 * span, 5.2 * span))
    top = start * max(1.0, float(np.exp(rate * time)))
    axes = field_axes((0.0, time), (0.0, 1.08 * top), 8.8, 4.7).shift(1.6 * LEFT)
    curve = axes.plot(lambda t: start * np.exp(rate * t), x_range=[0, time, time / 120], color=MAIN, stroke_width=5)
    law = formula(r"\frac{dy}{dt} =", f"{rate:g}", r"\, y", size=46).move_to([5.0, 1.9, 0])
    solution = formula(f"y = {_times(start)} e^{{{rate:g}\\, t}}", size=42, color=MAIN).move_to([5.0, 0.7, 0])
    fit(solution, width=3.4)
    now = ValueTracker(0)
    touch = always_redraw(lambda: _tangent(axes, now.get_value(), rate, start))
    narrator = Narrator(scene)
    more = "The more there is, the faster it grows." if rate > 0 else "The more there is, the faster it goes away."
    narrator.say(more, Create(axes), FadeIn(law))
    scene.add(touch)
    narrator.say(
        "The slope is always proportional to the height.",
        FadeIn(solution),
        Create(curve, run_time=4, rate_func=linear),
        now.animate(run_time=4, rate_func=linear).set_value(time),
    )
    scene.remove(touch)
    halves = VGroup()
    count = int(min(5, time // span))
    for k in range(count):
        halves.add(_period(axes, k, span, rate, start))
    name = "doubling time" if rate > 0 else "half-life"
    note = words(f"{name} {number_text(span)}", 32, FOCUS).move_to([5.0, -0.4, 0])
    narrator.say("Equal times, equal factors:", LaggedStart(*[FadeIn(h) for h in halves], lag_ratio=0.5), FadeIn(note))
    every = "doubles" if rate > 0 else "halves"
    narrator.say(f"Every {number_text(span)} units of time the amount {every}, from wherever you start.", wait=2)


def _tangent(axes, t: float, rate: float, start: float) -> VGroup:
    value = start * np.exp(rate * t)
    point = axes.c2p(t, value)
    way = np.array([axes.x_axis.unit_size, rate * value * axes.y_axis.unit_size, 0])
    way = 0.6 * way / np.linalg.norm(way)
    bar = Line(axes.c2p(t, 0), point, color=GOOD, stroke_width=4)
    return VGroup(
        bar, Line(point - way, point + way, color=FOCUS, stroke_width=5), Dot(point, color=FOCUS, radius=0.07)
    )


def _period(axes, k: int, span: float, rate: float, start: float) -> VGroup:
    a, b = (start * np.exp(rate * span * (k + s)) for s in (0, 1))
    across = DashedLine(axes.c2p(k * span, a), axes.c2p((k + 1) * span, a), color=FOCUS, stroke_width=3)
    up = Line(axes.c2p((k + 1) * span, a), axes.c2p((k + 1) * span, b), color=FOCUS, stroke_width=4)
    return VGroup(across, up, Dot(axes.c2p((k + 1) * span, b), color=FOCUS, radius=0.07))


def _times(value: float) -> str:
    """A factor in front of something; 1 is not written."""
    return "" if value == 1 else f"{value:g}\\,"


def logistic_growth(scene: Scene, rate: float = 1.0, capacity: float = 100.0, start: float = 4.0):
    """Logistic growth: exponential at first, then slowed down by the limit, an S-shaped curve.

    Tags: differential equations, logistic growth, carrying capacity, population, sigmoid
    Wishes:
        logistic growth
        population growth with carrying capacity 500
        dy/dt = r y (1 - y/K)
        S-shaped growth curve
        logistic curve
        S-curve with a carrying capacity
        population growth with limited resources
        logistic differential equation
        why does a growing population level off at a limit?
        Animate a population approaching its limit
    Parameters:
        rate: growth rate at the beginning; in [0.1, 3]; said: rate, r
        capacity: the largest number that can live on; in [1, 100000]; said: capacity, limit, K
        start: the number at the start; in [0.01, 50000]; said: start, initial
    """
    start = float(min(max(start, 0.002 * capacity), 0.45 * capacity))
    ratio = capacity / start - 1
    middle = np.log(ratio) / rate
    time = middle + 5.5 / rate

    def level(t):
        return capacity / (1 + ratio * np.exp(-rate * t))

    axes = field_axes((0.0, float(time)), (0.0, 1.15 * capacity), 8.8, 5.0).shift(1.6 * LEFT)
    steps = [time / 160 * k for k in range(161)]
    curve = VMobject(color=MAIN, stroke_width=5).set_points_as_corners([axes.c2p(t, level(t)) for t in steps])
    free = [t for t in steps if start * np.exp(rate * t) < 1.1 * capacity]
    wild = VMobject(color=BAD, stroke_width=4).set_points_as_corners(
        [axes.c2p(t, start * np.exp(rate * t)) for t in free]
    )
    limit = DashedLine(axes.c2p(0, capacity), axes.c2p(time, capacity), color=WARM, stroke_width=3)
    brake = r"\left(1 - \frac{y}{" + f"{capacity:g}" + r"}\right)"
    law = formula(r"\frac{dy}{dt} =", f"{_times(rate)} y", brake, size=42)
    fit(law, width=3.6).move_to([5.0, 1.8, 0])
    law[2].set_color(WARM)
    narrator = Narrator(scene)
    narrator.say("Growth without a limit would be exponential.", Create(axes), Create(wild, run_time=1.5), color=BAD)
    narrator.say("But room and food run out: there is a limit.", Create(limit), FadeIn(law), color=WARM)
    narrator.say("The factor in brackets is a brake: near 1 at first, 0 at the limit.", Indicate(law[2], color=WARM))
    dot = Dot(axes.c2p(0, start), color=FOCUS)
    scene.add(dot)
    narrator.say(
        "First it grows freely, then ever more slowly.",
        Create(curve, run_time=4, rate_func=linear),
        MoveAlongPath(dot, curve.copy(), run_time=4, rate_func=linear),
        color=MAIN,
        wait=0.4,
    )
    bend = Dot(axes.c2p(middle, capacity / 2), color=GOOD, radius=0.1)
    note = words(f"fastest at {number_text(capacity / 2)}", 30, GOOD).move_to([5.0, 0.2, 0])
    narrator.say(
        "It grows fastest at half the limit, and then levels off.", FadeIn(bend, scale=2), FadeIn(note), wait=2
    )


def harmonic_oscillator(scene: Scene, omega: float = 2.0, damping: float = 0.0, start: float = 1.0):
    """Harmonic oscillator: a force that always pulls back makes a sine wave; friction lets it die away.

    Tags: differential equations, harmonic oscillator, spring, sine wave, damping, second order
    Wishes:
        harmonic oscillator differential equation
        x'' = -4x
        solve x'' + 0.3 x' + 4x = 0
        damped oscillation
        second order ODE of a spring
        solve y'' = -y
        damped harmonic oscillator
        spring with friction, underdamped motion
        differential equation of oscillation
        ringing that dies away
    Parameters:
        omega: the angular frequency without friction, per second; in [0.5, 6]; said: omega, frequency
        damping: the friction coefficient, per second; in [0, 4]; said: damping, friction
        start: how far it is pulled at the start; in [0.2, 5]; said: amplitude, start
    """
    period = TAU / omega
    time = 3.5 * period
    axes = field_axes((0.0, float(time)), (-1.15 * start, 1.15 * start), 7.8, 3.5).move_to([2.6, -0.75, 0])
    moments = np.linspace(0, time, 260)
    values = _oscillation(omega, damping, start, moments)
    curve = VMobject(color=MAIN, stroke_width=5).set_points_as_corners(
        [axes.c2p(t, x) for t, x in zip(moments, values, strict=True)]
    )
    clock = ValueTracker(0)
    unit = axes.y_axis.unit_size
    rest = axes.c2p(0, 0)[1]
    body = VGroup()

    def draw(group) -> None:
        x = float(np.interp(clock.get_value(), moments, values))
        group.become(_spring(rest, unit * x, 2.35))

    draw(body)
    middle = f"- {damping:g}\\,\\dot x" if damping else ""
    law = formula(r"\ddot x = -" + f"{omega**2:.3g}" + r"\,x" + middle, size=46).move_to([2.6, 2.1, 0])
    narrator = Narrator(scene)
    narrator.say("A weight on a spring: the further away, the stronger the pull back.", FadeIn(body), FadeIn(law))
    narrator.say("Follow its height through time.", Create(axes), wait=0.4)
    body.add_updater(draw)
    narrator.say(
        "Let go.",
        clock.animate(run_time=6, rate_func=linear).set_value(time),
        Create(curve, run_time=6, rate_func=linear),
        color=MAIN,
        wait=0.3,
    )
    body.clear_updaters()
    if damping:
        bound = _envelope(axes, damping, start, time)
        narrator.say(_damped_text(omega, damping), Create(bound), color=WARM, wait=1)
    else:
        narrator.say(
            f"Acceleration opposite to position: a cosine, with period 2π/{omega:g} = {number_text(period)}.",
            Indicate(law),
            wait=1,
        )
    narrator.say("All small swings in nature obey this equation.", wait=1.6)


def _oscillation(omega: float, damping: float, start: float, t):
    """The solution from rest at `start`: under-, critically or overdamped."""
    half = damping / 2
    inner = complex(half**2 - omega**2) ** 0.5
    if abs(inner) < 1e-6:
        return start * (1 + half * t) * np.exp(-half * t)
    one, two = -half + inner, -half - inner
    return np.real(start * (one * np.exp(two * t) - two * np.exp(one * t)) / (one - two))


def _envelope(axes, damping: float, start: float, time: float) -> VGroup:
    moments = np.linspace(0, time, 60)
    return VGroup(
        *[
            VMobject(color=WARM, stroke_width=3).set_points_as_corners(
                [axes.c2p(t, s * start * np.exp(-damping * t / 2)) for t in moments]
            )
            for s in (1, -1)
        ]
    )


def _damped_text(omega: float, damping: float) -> str:
    if damping < 2 * omega - 1e-9:
        return "Friction shrinks the swing exponentially."
    return (
        "So much friction that it only creeps back."
        if damping > 2 * omega + 1e-9
        else "Just enough friction not to swing."
    )


def _spring(rest: float, x: float, top: float) -> VGroup:
    """A ceiling, a spring and a weight `x` above its resting height."""
    left = -4.6
    end = rest + x + 0.3
    steps = np.linspace(0, 1, 15)
    zigzag = [[left + (0 if k in (0, 14) else 0.25 * (-1) ** k), top + s * (end - top), 0] for k, s in enumerate(steps)]
    ceiling = Line([left - 0.8, top, 0], [left + 0.8, top, 0], color=MUTED, stroke_width=5)
    spring = VMobject(color=INK, stroke_width=3).set_points_as_corners(zigzag)
    level = DashedLine([left - 1, rest, 0], [left + 1, rest, 0], color=GHOST)
    return VGroup(level, ceiling, spring, Square(0.6, color=FOCUS, fill_opacity=0.9).move_to([left, rest + x, 0]))


def heat_equation(scene: Scene, hot: float = 0.3, width: float = 0.12):
    """Heat equation: a hot spot on a rod spreads out; temperature falls where the curve bends down.

    Tags: differential equations, heat equation, diffusion, partial differential equation, temperature
    Wishes:
        heat equation
        how heat spreads in a rod
        diffusion of temperature
        partial differential equation of heat
        heat diffusion
        how does temperature even out over time?
        PDE for heat flow
        a hot spot cools and spreads along a metal bar
        diffusion equation
        Animate the temperature profile of a rod smoothing out
    Parameters:
        hot: where the hot spot is, along the rod; in [0.15, 0.85]; said: at, position
        width: how wide the hot spot is; in [0.05, 0.25]; said: width
    """
    x = np.linspace(0, 1, 121)
    first = np.exp(-(((x - hot) / width) ** 2)) + 0.55 * np.exp(-(((x - (1.15 - hot) % 1) / (0.6 * width)) ** 2))
    first = first / first.max()
    modes = np.arange(40)
    shapes = np.cos(np.outer(modes, PI * x))
    weights = 2 * (shapes * first).mean(axis=1)
    weights[0] /= 2
    axes = field_axes((0.0, 1.0), (0.0, 1.1), 11.0, 3.7).move_to([0, 0.7, 0])
    clock = ValueTracker(0)
    cells = VGroup(*[Rectangle(width=11.0 / 60, height=0.45, stroke_width=0) for _ in range(60)]).arrange(RIGHT, buff=0)
    cells.move_to([axes.c2p(0.5, 0)[0], -2.1, 0])

    def profile(t):
        return (weights * np.exp(-((modes * PI) ** 2) * t)) @ shapes

    def paint(group) -> None:
        values = profile(clock.get_value())
        for cell, value in zip(group, values[1::2], strict=True):
            cell.set_fill(interpolate_color(ManimColor("#16324f"), ManimColor(ORANGE), float(np.clip(value, 0, 1))), 1)

    def bend(line) -> None:
        line.set_points_as_corners([axes.c2p(*p) for p in zip(x, profile(clock.get_value()), strict=True)])

    paint(cells)
    curve = VMobject(color=FOCUS, stroke_width=5)
    bend(curve)
    law = formula(r"\frac{\partial u}{\partial t} = \alpha\, \frac{\partial^2 u}{\partial x^2}", size=40)
    law.move_to([4.6, 2.1, 0])
    narrator = Narrator(scene)
    narrator.say(
        "A rod, hot in some places; above it the temperature as a curve.", FadeIn(cells), Create(axes), Create(curve)
    )
    narrator.say("Heat flows from hot to cold: peaks sink, valleys fill.", FadeIn(law), _rates(axes, x, first))
    cells.add_updater(paint)
    curve.add_updater(bend)
    narrator.say(
        "The sharper the bend, the faster the change.",
        clock.animate(run_time=3, rate_func=linear).set_value(0.008),
        color=FOCUS,
        wait=0.3,
    )
    narrator.say(
        "Small bumps vanish first; broad ones last longest.",
        clock.animate(run_time=4, rate_func=rush_into).set_value(0.25),
        wait=0.5,
    )
    cells.clear_updaters()
    curve.clear_updaters()
    narrator.say("In the end the temperature is the same everywhere.", wait=1.6)


def _rates(axes, x, values) -> Animation:
    """Arrows up where the curve bends up, down where it bends down; they flash and go."""
    second = np.gradient(np.gradient(values, x), x)
    arrows = VGroup()
    for k in range(6, len(x) - 6, 6):
        size = float(np.clip(0.012 * second[k], -0.8, 0.8))
        if abs(size) > 0.08:
            foot = axes.c2p(x[k], values[k])
            arrows.add(
                Arrow(
                    foot,
                    foot + size * UP,
                    buff=0,
                    color=GOOD if size > 0 else BAD,
                    stroke_width=4,
                    max_tip_length_to_length_ratio=0.4,
                )
            )
    return Succession(FadeIn(arrows), Wait(1.2), FadeOut(arrows))
