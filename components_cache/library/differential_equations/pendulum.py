"""The phase portrait of a damped pendulum, beside the pendulum itself."""

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import field_axes, runge_kutta
from components_cache.library.differential_equations.portraits import arrow_field
from components_cache.library.linear_algebra.plane import halo
from components_cache.library.theme import (
    BAD,
    FOCUS,
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


def damped_pendulum_portrait(scene: Scene, damping: float = 0.25, start: tuple[float, float] = (-3.0, 3.4)):
    """Phase portrait of a damped pendulum: angle and speed as one point that spirals to rest.

    Tags: differential equations, pendulum, damping, phase portrait, phase space, spiral
    Wishes:
        phase portrait of a damped pendulum
        damped pendulum in phase space
        pendulum with friction, angle against angular velocity
        pendulum with damping spirals into the origin in phase space
        damped pendulum
        phase plane trajectory of a pendulum with air resistance
        how friction brings a pendulum to rest, angle versus velocity
    Parameters:
        damping: the friction; in [0, 1.5]; said: damping, friction
        start: angle and angular velocity at the start, in radians; in [-4, 4]; said: starting at
    """

    def dx(x, y):
        return y

    def dy(x, y):
        return -2 * np.sin(x) - damping * y

    path = runge_kutta(lambda p: np.array([dx(*p), dy(*p)]), start, 22 / 900, 900)
    path = path[np.cumsum(np.abs(path[:, 0] - start[0]) > 16) == 0]
    low, high = np.floor(path.min(axis=0) - 0.6), np.ceil(path.max(axis=0) + 0.6)
    x_range, y_range = (
        (float(min(low[0], -4)), float(max(high[0], 4))),
        (float(min(low[1], -3)), float(max(high[1], 3))),
    )

    axes = field_axes(x_range, y_range, width=8.6).shift(2.0 * RIGHT)
    names = VGroup(
        halo(words("angle", 26, MUTED)).next_to(axes.c2p(x_range[1], 0), UP, buff=0.2).shift(0.35 * LEFT),
        halo(words("speed", 26, MUTED)).next_to(axes.c2p(0, y_range[1]), RIGHT, buff=0.2),
    ).set_z_index(4)
    field = arrow_field(axes, dx, dy, x_range, y_range, color=MAIN).set_stroke(opacity=0.6)
    clock = ValueTracker(0)
    pivot = np.array([-4.9, 0.6, 0])
    bob = VGroup()

    def at() -> np.ndarray:
        return path[int(np.clip(clock.get_value() * (len(path) - 1), 0, len(path) - 1))]

    def swing(group) -> None:
        group.become(_pendulum(at()[0], pivot))

    swing(bob)
    state = Dot(axes.c2p(*path[0]), color=FOCUS, radius=0.1)
    law = fit(formula(r"\ddot\theta = -2\sin\theta - " + f"{damping:g}" + r"\,\dot\theta", size=36), width=3.6)
    law.move_to([-4.8, -2.2, 0])
    narrator = Narrator(scene)
    narrator.say("A pendulum: its state is its angle and its speed.", FadeIn(bob), FadeIn(law))
    narrator.say(
        "Together they are one point in the phase plane.", Create(axes), FadeIn(names), FadeIn(state), color=FOCUS
    )
    narrator.say("Gravity and friction push this point along the arrows.", FadeIn(field), color=MAIN)
    bob.add_updater(swing)
    state.add_updater(lambda m: m.move_to(axes.c2p(*at())))
    trace = TracedPath(state.get_center, stroke_color=FOCUS, stroke_width=4)
    scene.add(trace, state)
    narrator.say("Let it go.", clock.animate(run_time=9, rate_func=linear).set_value(1), wait=0.3)
    for mobject in (bob, state, trace):
        mobject.clear_updaters()
    text = (
        "No friction: the energy stays, the curve closes."
        if damping == 0
        else ("Friction eats the energy: the point spirals down to rest.")
    )
    rests = VGroup(
        *[
            Circle(radius=0.13, color=GOOD).move_to(axes.c2p(k * TAU, 0))
            for k in range(-9, 10)
            if x_range[0] <= k * TAU <= x_range[1]
        ]
    )
    tops = VGroup(
        *[
            Circle(radius=0.13, color=BAD).move_to(axes.c2p(k * PI, 0))
            for k in range(-9, 10, 2)
            if x_range[0] <= k * PI <= x_range[1]
        ]
    )
    narrator.say(text, Create(rests), Create(tops), wait=1)
    narrator.say("Green: hanging at rest. Red: standing on its head, which never lasts.", wait=2)


def _pendulum(angle: float, pivot) -> VGroup:
    end = pivot + 1.7 * np.array([np.sin(angle), -np.cos(angle), 0])
    beam = Line(pivot + 0.6 * LEFT, pivot + 0.6 * RIGHT, color=MUTED, stroke_width=4)
    return VGroup(beam, Line(pivot, end, color=INK, stroke_width=4), Dot(end, radius=0.22, color=WARM))
