"""Chaos: the Lorenz attractor, on which neighbours part."""

import numpy as np
from manim import *

from components_cache.library.calculus.curves import readout
from components_cache.library.differential_equations.fields import runge_kutta
from components_cache.library.theme import FOCUS, MUTED, OTHER, WARM, Narrator, formula, words

STEP, THIN = 0.01, 2
SIGMA, BETA = 10.0, 8 / 3


class Orbit:
    """A solution of the Lorenz equations, seen from a camera that walks slowly round it."""

    def __init__(self, start, rho: float, time: float):
        def rate(p):
            return np.array([SIGMA * (p[1] - p[0]), p[0] * (rho - p[2]) - p[1], p[0] * p[1] - BETA * p[2]])

        self.points = runge_kutta(rate, start, STEP, round(time / STEP))[::THIN]
        self.rho = rho

    def index(self, time: float) -> int:
        """Which point is reached at a time."""
        return min(len(self.points) - 1, max(0, round(time / (STEP * THIN))))

    def seen(self, angle: float, time: float) -> np.ndarray:
        """The points up to a time on the frame, from a camera at an angle."""
        x, y, z = self.points[: self.index(time) + 1].T
        across = np.cos(angle) * x + np.sin(angle) * y
        away = np.cos(angle) * y - np.sin(angle) * x
        scale = 2.9 / self.rho
        up = scale * (z - 0.9 * self.rho + 0.25 * away)
        return np.column_stack([-3.1 + 1.05 * scale * across, up, np.zeros(len(x))])


def lorenz_attractor(scene: Scene, difference: float = 0.001, rho: float = 28.0):
    """Lorenz attractor: two starts that can hardly be told apart, and two different futures.

    Tags: differential equations, chaos, Lorenz system, sensitive dependence, butterfly effect, strange attractor
    Wishes:
        Lorenz attractor
        Lorenz system
        butterfly effect
        strange attractor
        chaos theory
        deterministic chaos
        sensitive dependence on initial conditions
        two trajectories of the Lorenz equations that drift apart
        why can the weather not be forecast far ahead?
        Visualize the Lorenz attractor with two nearby starting points
    Parameters:
        difference: how far apart the two starts are; in [0.00001, 0.1]; said: difference, apart, distance, perturbation
        rho: the parameter rho of the equations; in [26, 40]; said: rho
    """
    narrator = Narrator(scene)
    home = Orbit([1.0, 1.0, 1.0], rho, 15.0).points[-1]
    first, second = (Orbit(home + np.array([shift, 0, 0]), rho, 36.0) for shift in (0.0, difference))
    angle, clock = ValueTracker(-0.1), ValueTracker(0.0)
    angle.add_updater(lambda tracker, dt: tracker.increment_value(0.05 * dt))
    laws = VGroup(
        formula(r"\dot x = 10\,(y - x)", size=38),
        formula(rf"\dot y = x\,({rho:g} - z) - y", size=38),
        formula(r"\dot z = x\,y - \tfrac83\,z", size=38),
    ).arrange(DOWN, buff=0.22, aligned_edge=LEFT).move_to([4.3, 1.9, 0])  # fmt: skip
    path, head = _trail(first, angle, clock, FOCUS)
    narrator.say("Three simple rules, once a model of warm air, move a point.", FadeIn(laws), FadeIn(head), wait=0.8)
    scene.add(angle, path)
    scene.play(clock.animate.set_value(14.0), run_time=7, rate_func=linear)
    narrator.say("It circles one wing, then the other, and never repeats: a strange attractor.", wait=2)
    _two_starts(scene, narrator, (first, second), angle, clock, (path, head), difference)


def _trail(orbit: Orbit, angle: ValueTracker, clock: ValueTracker, color) -> tuple[VMobject, Dot]:
    """The path so far, and the point at its end; both follow the camera."""

    def draw(line: VMobject) -> None:
        points = orbit.seen(angle.get_value(), clock.get_value())
        line.set_points_as_corners(points if len(points) > 1 else np.repeat(points, 2, axis=0))

    line = VMobject(color=color, stroke_width=2, stroke_opacity=0.75)
    draw(line)
    dot = Dot(orbit.seen(angle.get_value(), clock.get_value())[-1], color=color, radius=0.1)
    line.add_updater(draw)
    dot.add_updater(lambda dot: dot.move_to(orbit.seen(angle.get_value(), clock.get_value())[-1])).set_z_index(3)
    return line, dot


def _two_starts(scene: Scene, narrator: Narrator, orbits, angle, clock, old, difference: float) -> None:
    """Both orbits from the start again, with x over time beside them, and their distance."""
    scene.play(FadeOut(*old), run_time=0.5)
    clock.set_value(0)
    trails = [_trail(orbit, angle, clock, color) for orbit, color in zip(orbits, (FOCUS, OTHER), strict=True)]
    frame = VGroup(
        Line([1.6, -1.2, 0], [5.7, -1.2, 0], color=MUTED, stroke_width=2),
        Line([1.6, -2.6, 0], [1.6, 0.2, 0], color=MUTED, stroke_width=2),
    )
    names = VGroup(formula("x", size=36, color=MUTED).next_to(frame[1].get_end(), RIGHT, buff=0.15))
    names.add(words("time", 26, MUTED).next_to(frame[0].get_end(), RIGHT, buff=0.15))
    places = max(3, int(np.ceil(-np.log10(difference))))
    narrator.say(
        f"Start twice: the second point only {f'{difference:.{places}f}'.rstrip('0')} beside the first.",
        FadeIn(frame, names),
        *[FadeIn(dot) for _, dot in trails],
    )
    parted = _parting(orbits)
    graphs = [_graph(orbit, clock, parted + 7, color) for orbit, color in zip(orbits, (FOCUS, OTHER), strict=True)]
    gap = readout(r"\text{distance}", lambda: _gap(orbits, clock.get_value()), places, WARM, 38).move_to([3.9, 0.75, 0])
    scene.add(*[line for line, _ in trails], *graphs)
    narrator.say("For a while nobody can see a difference.", FadeIn(gap), wait=0)
    scene.play(clock.animate.set_value(max(2.0, parted - 4)), run_time=4.5, rate_func=linear)
    narrator.say("But the distance keeps growing, until they part.", wait=0, color=WARM)
    scene.play(clock.animate.set_value(parted + 7), run_time=6, rate_func=linear)
    narrator.say("No chance is at work, yet a tiny error decides the future: the butterfly effect.", wait=2.5)


def _gap(orbits, time: float) -> float:
    """How far apart the two points are at a time."""
    place = orbits[0].index(time)
    return float(np.linalg.norm(orbits[0].points[place] - orbits[1].points[place]))


def _parting(orbits) -> float:
    """When they are first as far apart as a wing is wide."""
    gaps = np.linalg.norm(orbits[0].points - orbits[1].points, axis=1)
    far = np.flatnonzero(gaps > 12)
    return float(min(29.0, STEP * THIN * far[0])) if len(far) else 29.0


def _graph(orbit: Orbit, clock: ValueTracker, end: float, color) -> VMobject:
    """x over time so far; the axis reaches to `end`."""
    xs = 1.6 + 4.0 * np.arange(len(orbit.points)) * STEP * THIN / end
    ys = -1.2 + 1.6 / orbit.rho * orbit.points[:, 0]
    places = np.column_stack([xs, ys, np.zeros(len(xs))])

    def draw(line: VMobject) -> None:
        line.set_points_as_corners(places[: max(2, orbit.index(clock.get_value()) + 1)])

    line = VMobject(color=color, stroke_width=3)
    draw(line)
    return line.add_updater(draw)
