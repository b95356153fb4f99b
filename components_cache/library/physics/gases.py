"""Gases as flying particles: pressure out of many small pushes."""

import numpy as np
from manim import *

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
    words,
)

LEFT_WALL, FLOOR, CEILING, FULL_WIDTH = -6.3, -1.7, 2.1, 4.6  # the cylinder; the piston is its right wall
RADIUS = 0.07


class FlyingGas(VGroup):
    """Particles that fly freely and bounce off the walls; their speed stays, as at constant temperature."""

    def __init__(self, count: int, piston):
        rng = np.random.default_rng(4)
        self.piston = piston  # a function: where the right wall is
        low, high = [LEFT_WALL + RADIUS, FLOOR + RADIUS], [LEFT_WALL + FULL_WIDTH - RADIUS, CEILING - RADIUS]
        self.spots = rng.uniform(low, high, (count, 2))
        ways = rng.normal(0, 1, (count, 2))
        self.paces = 3.2 * ways / np.sqrt(np.mean(ways**2, axis=0)) / np.sqrt(2)
        self.now, self.hits = 0.0, []  # time, and (time, height) of each hit on the piston
        super().__init__(*[Dot([*spot, 0], radius=RADIUS, color=MAIN) for spot in self.spots])
        self.add_updater(lambda gas, dt: gas.fly(dt))

    def fly(self, dt: float) -> None:
        """Move on by `dt` seconds."""
        self.now += dt
        self.spots += dt * self.paces
        wall = self.piston() - RADIUS
        hit = (self.spots[:, 0] > wall) & (self.paces[:, 0] > 0)
        self.hits += [(self.now, y) for y in np.clip(self.spots[hit, 1], FLOOR + RADIUS, CEILING - RADIUS)]
        for axis, (low, high) in enumerate([(LEFT_WALL + RADIUS, wall), (FLOOR + RADIUS, CEILING - RADIUS)]):
            below, above = self.spots[:, axis] < low, self.spots[:, axis] > high
            self.paces[below, axis] = np.abs(self.paces[below, axis])
            self.paces[above, axis] = -np.abs(self.paces[above, axis])
            self.spots[below, axis] = 2 * low - self.spots[below, axis]
            self.spots[above, axis] = 2 * high - self.spots[above, axis]
        self.spots[:, 0] = np.clip(self.spots[:, 0], LEFT_WALL + RADIUS, wall)
        for dot, spot in zip(self.submobjects, self.spots, strict=True):
            dot.move_to([*spot, 0])

    def rate(self) -> float:
        """Hits on the piston per second, over the last three seconds."""
        window = min(3.0, self.now)
        return sum(1 for when, _ in self.hits if when > self.now - window) / window if window > 0.3 else 0.0

    def pushes(self) -> VGroup:
        """A small arrow on the piston for each hit of the last quarter of a second."""
        wall = self.piston()
        fresh = [(self.now - when, y) for when, y in self.hits if self.now - when < 0.25]
        return VGroup(
            *[
                Line([wall + 0.22, y, 0], [wall + 0.62, y, 0], color=FOCUS, stroke_width=5, stroke_opacity=1 - 4 * age)
                for age, y in fresh
            ]
        )


def ideal_gas(scene: Scene, particles: int = 60, compression: float = 0.5):
    """Boyle's law: in half the room the particles hit the piston twice as often.

    Tags: physics, thermodynamics, ideal gas, pressure, volume, kinetic theory, particles, piston, isothermal
    Wishes:
        ideal gas
        Boyle's law
        gas particles in a box with a piston
        pressure of a gas from collisions
        pressure and volume of a gas at constant temperature
        why does the pressure rise when a gas is compressed?
        kinetic theory of gases
        particles bouncing in a container
        p V = constant
        ideal gas law
        compressing a gas with a piston
    Parameters:
        particles: number of particles; in [30, 100]; said: particles, molecules, atoms
        compression: volume after the compression as a share of the first; in [0.35, 0.6]; said: compression
    """
    narrator = Narrator(scene)
    share = ValueTracker(1)

    def wall():
        return LEFT_WALL + FULL_WIDTH * share.get_value()

    gas = FlyingGas(particles, wall)
    corners = [(-1.3, CEILING), (LEFT_WALL, CEILING), (LEFT_WALL, FLOOR), (-1.3, FLOOR)]
    cylinder = VMobject(stroke_color=INK, stroke_width=4).set_points_as_corners([[*corner, 0] for corner in corners])
    piston = always_redraw(lambda: _piston(wall()))
    narrator.say("A gas: particles fly about and bounce off the walls.", Create(cylinder), FadeIn(piston), FadeIn(gas))
    scene.wait(1)
    rate = DecimalNumber(0, num_decimal_places=0, font_size=36, color=FOCUS)
    name = words("hits per second:", 28, FOCUS).move_to([-4.2, -2.35, 0])
    rate.add_updater(lambda number: number.set_value(gas.rate()).next_to(name, RIGHT, buff=0.2))
    scene.add(always_redraw(gas.pushes), rate)
    narrator.say("Each hit gives the piston a small push. All of them together: pressure.", FadeIn(name), color=FOCUS)
    scene.wait(1.5)
    axes = _chart(compression)
    state = always_redraw(lambda: _state(axes, share.get_value()))
    narrator.say("Volume across, pressure upwards: the gas is one point.", FadeIn(axes), FadeIn(state), wait=1.2)
    trail = always_redraw(lambda: _trail(axes, share.get_value()))
    scene.add(trail)
    narrator.say(
        "Push the piston in, slowly, so that the temperature stays.",
        share.animate(run_time=4, rate_func=smooth).set_value(compression),
        wait=0.3,
    )
    trail.clear_updaters()
    narrator.say(
        f"The way to and fro is shorter: {1 / compression:.2g} times as many hits from the same particles.",
        color=FOCUS,
        wait=3,
    )
    law = formula("p", r"\cdot", "V", "=", r"\text{const}", size=44).move_to(axes[0].c2p(1.02, 1.08 / compression))
    law[0].set_color(WARM)
    law[2].set_color(OTHER)
    narrator.say(
        "Higher and narrower, but always the same area: pressure times volume.",
        Write(law),
        share.animate(run_time=4, rate_func=there_and_back).set_value(1),
        color=GOOD,
        wait=2,
    )


def _piston(x: float) -> VGroup:
    plate = Rectangle(width=0.18, height=CEILING - FLOOR - 0.06, color=MUTED, fill_opacity=1, stroke_width=0)
    plate.move_to([x + 0.09, (CEILING + FLOOR) / 2, 0])
    rod = Rectangle(width=0.6, height=0.22, color=MUTED, fill_opacity=1, stroke_width=0)
    return VGroup(plate, rod.next_to(plate, RIGHT, buff=0))


def _chart(compression: float) -> VGroup:
    """Axes of pressure against volume, both in units of the start, with their names and marks."""
    top = 1.15 / compression
    axes = Axes(
        x_range=[0, 1.35, 2],
        y_range=[0, top, 2 * top],
        x_length=5.2,
        y_length=4.2,
        axis_config={"color": MUTED, "stroke_width": 2, "tip_length": 0.18, "tip_width": 0.14},
    )
    axes.shift(np.array([0.9, -2.0, 0]) - axes.c2p(0, 0))
    marks = VGroup()
    for value, text in (
        (1, ""),
        (compression, f"{compression:.2g}\\,"),
        (1 / compression, f"{1 / compression:.2g}\\,"),
    ):
        if value <= 1:
            marks.add(formula(text + "V_0", size=32, color=OTHER).next_to(axes.c2p(value, 0), DOWN, buff=0.15))
        if value >= 1:
            marks.add(formula(text + "p_0", size=32, color=WARM).next_to(axes.c2p(0, value), LEFT, buff=0.15))
    names = VGroup(
        words("pressure", 26, WARM).next_to(axes.y_axis.get_end(), RIGHT, buff=0.2),
        words("volume", 26, OTHER).next_to(axes.x_axis.get_end(), UP, buff=0.15).shift(0.25 * LEFT),
    )
    return VGroup(axes, marks, names)


def _state(chart: VGroup, volume: float) -> VGroup:
    """The gas as a point of the chart, and the rectangle of pressure times volume under it."""
    axes = chart[0]
    origin, spot = axes.c2p(0, 0), axes.c2p(volume, 1 / volume)
    area = Polygon(origin, [spot[0], origin[1], 0], spot, [origin[0], spot[1], 0], color=GOOD, stroke_width=2)
    return VGroup(area.set_fill(GOOD, 0.25), Dot(spot, radius=0.1, color=FOCUS))


def _trail(chart: VGroup, volume: float) -> VMobject:
    volumes = np.linspace(min(volume, 0.995), 1, 80)
    points = chart[0].c2p(np.column_stack([volumes, 1 / volumes]))
    return VMobject(stroke_color=INK, stroke_width=4).set_points_as_corners(points)
