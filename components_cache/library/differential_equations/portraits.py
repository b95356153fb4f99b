"""Phase portraits: the state of a system as a point that is carried along by a field of arrows."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import field_axes, runge_kutta, strokes
from components_cache.library.linear_algebra.plane import bracketed, number_text, row_of
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    THIRD,
    Narrator,
    fit,
    formula,
    words,
)

ORBIT_COLORS = [YELLOW, GREEN_C, ORANGE, PURPLE_B, RED_C, PINK]


def arrow_field(axes: Axes, dx: Callable, dy: Callable, x_range, y_range, count=(19, 12), color=GHOST) -> VMobject:
    """Small arrows of equal length that show the directions of (dx, dy)."""
    pad_x, pad_y = 0.03 * (x_range[1] - x_range[0]), 0.03 * (y_range[1] - y_range[0])
    xs = np.linspace(x_range[0] + pad_x, x_range[1] - pad_x, count[0])
    ys = np.linspace(y_range[0] + pad_y, y_range[1] - pad_y, count[1])
    grid = np.array([(x, y) for x in xs for y in ys])
    with np.errstate(all="ignore"):
        ways = np.array([(dx(x, y), dy(x, y)) for x, y in grid], dtype=float)
    return strokes(axes, grid, ways, 0.34, color, heads=True)


def orbit(dx: Callable, dy: Callable, start, time: float, x_range, y_range, count: int = 700):
    """The trajectory from a starting point, cut off where it leaves the ranges."""
    path = runge_kutta(lambda p: np.array([dx(p[0], p[1]), dy(p[0], p[1])]), start, time / count, count)
    out = np.flatnonzero(
        (path[:, 0] < x_range[0]) | (path[:, 0] > x_range[1]) | (path[:, 1] < y_range[0]) | (path[:, 1] > y_range[1])
    )
    return path[: out[0]] if len(out) else path


def rest_points(dx: Callable, dy: Callable, x_range, y_range) -> list:
    """Points of the ranges where both dx and dy vanish, by Newton's method from a grid of starts."""
    found = []
    for x in np.linspace(*x_range, 9):
        for y in np.linspace(*y_range, 9):
            point = _newton(dx, dy, np.array([x, y], dtype=float))
            if point is None or not (x_range[0] <= point[0] <= x_range[1] and y_range[0] <= point[1] <= y_range[1]):
                continue
            if all(np.hypot(*(point - other)) > 1e-3 * (x_range[1] - x_range[0]) for other in found):
                found.append(point)
    return found[:9]


def _newton(dx: Callable, dy: Callable, p):
    h = 1e-5
    with np.errstate(all="ignore"):
        for _ in range(30):
            value = np.array([dx(*p), dy(*p)], dtype=float)
            if not np.isfinite(value).all():
                return None
            if np.hypot(*value) < 1e-9:
                return p
            right = np.array([dx(p[0] + h, p[1]), dy(p[0] + h, p[1])])
            up = np.array([dx(p[0], p[1] + h), dy(p[0], p[1] + h)])
            slope = np.stack([(right - value) / h, (up - value) / h], axis=1)
            if not np.isfinite(slope).all() or abs(np.linalg.det(slope)) < 1e-9:
                return None
            p = p - np.linalg.solve(slope, value)
    return None


def run_orbits(scene: Scene, axes: Axes, paths, seconds: float = 5.0) -> VGroup:
    """Dots run along several trajectories at once, drawing them behind."""
    lines = VGroup()
    dots = VGroup()
    for path, color in zip(paths, ORBIT_COLORS, strict=False):
        points = [axes.c2p(*p) for p in path[:: max(1, len(path) // 240)]]
        lines.add(VMobject(color=color, stroke_width=4).set_points_as_corners(points))
        dots.add(Dot(points[0], color=color, radius=0.09))
    scene.play(FadeIn(dots, scale=2), run_time=0.5)
    runs = [Create(line) for line in lines] + [
        MoveAlongPath(d, line.copy()) for d, line in zip(dots, lines, strict=True)
    ]
    scene.play(*runs, run_time=seconds, rate_func=linear)
    return VGroup(lines, dots)


def phase_portrait(
    scene: Scene,
    dx: Callable = lambda x, y: y,
    dy: Callable = lambda x, y: -x - 0.4 * y,
    labels: list[str] = ["x' = y", "y' = -x - 0.4y"],
    starts: list[tuple[float, float]] = [(3, 0), (-3, 1), (1, 2.4), (-1.5, -2.4)],
    x_range: tuple[float, float] = (-4, 4),
    y_range: tuple[float, float] = (-3, 3),
    time: float = 14.0,
):
    """Phase portrait: each state of the system is a point, and the equations say where it goes next.

    Tags: differential equations, phase portrait, dynamical system, trajectories, equilibrium, vector field
    Wishes:
        phase portrait of x' = y, y' = -x
        phase plane of a two-dimensional system
        trajectories of a dynamical system
        equilibrium points of a system of differential equations
        phase plane
        trajectories of a nonlinear system
        autonomous system of two ODEs as a flow
        equilibria and orbits in the phase plane
        Plot the trajectories of a planar dynamical system
    Parameters:
        dx: the rate of x as a function of x and y, as Python source
        dy: the rate of y as a function of x and y, as Python source
        labels: TeX of the two equations
        starts: starting points; 1 to 6 items in [-20, 20]; said: starting at
        x_range: the smallest and largest x
        y_range: the smallest and largest y
        time: how long the system runs; in [1, 60]; said: time
    """
    axes = field_axes(x_range, y_range).shift(1.3 * LEFT)
    law = VGroup(*[fit(formula(text, size=40), width=3.3) for text in labels]).arrange(DOWN, buff=0.3)
    law.move_to([5.2, 1.6, 0])
    narrator = Narrator(scene)
    narrator.say("Two quantities that change each other: together they are one point.", Create(axes), FadeIn(law))
    field = arrow_field(axes, dx, dy, x_range, y_range, color=MAIN).set_stroke(opacity=0.75)
    narrator.say("At each point the equations say which way it moves.", FadeIn(field), color=MAIN)
    paths = [path for s in starts if len(path := orbit(dx, dy, s, time, x_range, y_range)) > 2]
    narrator.say("Start somewhere and let it flow.", wait=0.1)
    run_orbits(scene, axes, paths, 5.5)
    rests = rest_points(dx, dy, x_range, y_range)
    if rests:
        dots = VGroup(*[Circle(radius=0.13, color=INK, stroke_width=4).move_to(axes.c2p(*p)) for p in rests])
        kinds = list(dict.fromkeys(kind_of_rest(dx, dy, p) for p in rests))
        note = VGroup(*[words(kind, 30, INK) for kind in kinds[:3]]).arrange(DOWN, buff=0.25).move_to([5.2, -0.6, 0])
        narrator.say("Where nothing changes, the system rests.", Create(dots), FadeIn(fit(note, width=3.3)))
    narrator.say("One picture shows the fate of every start.", wait=1.8)


def kind_of_rest(dx: Callable, dy: Callable, p) -> str:
    """Name of an equilibrium by the eigenvalues of the linearisation."""
    h = 1e-5
    slope = np.array(
        [
            [dx(p[0] + h, p[1]) - dx(p[0] - h, p[1]), dx(p[0], p[1] + h) - dx(p[0], p[1] - h)],
            [dy(p[0] + h, p[1]) - dy(p[0] - h, p[1]), dy(p[0], p[1] + h) - dy(p[0], p[1] - h)],
        ]
    ) / (2 * h)
    values = np.linalg.eigvals(slope)
    real, turning = np.real(values), np.abs(np.imag(values)).max() > 1e-6
    if turning:
        return "centre" if np.abs(real).max() < 1e-5 else "stable spiral" if real.max() < 0 else "unstable spiral"
    if real.min() * real.max() < -1e-12:
        return "saddle"
    if np.abs(real).min() < 1e-7:
        return "degenerate point"
    return "stable node" if real.max() < 0 else "unstable node"


def linear_system_portrait(scene: Scene, matrix: list[list[float]] = [[1, 2], [2, 1]]):
    """Phase portrait of a linear system: the eigenvalues decide between node, saddle, spiral and centre.

    Tags: differential equations, linear system, eigenvalues, phase portrait, stability
    Wishes:
        phase portrait of the linear system with matrix [[1,2],[2,1]]
        linear system of differential equations
        saddle, node and spiral
        stability by eigenvalues
        stability of a linear system
        phase portraits of linear systems: saddle, spiral, node, centre
        eigenvalues and stability of an equilibrium
        x' = Ax in the plane
        classify the fixed point of a linear ODE system
    Parameters:
        matrix: the 2x2 matrix A in x' = A x; 2 to 2 items in [-5, 5]; said: matrix
    """
    (a, b), (c, d) = matrix
    x_range, y_range = (-4.0, 4.0), (-3.0, 3.0)

    def dx(x, y):
        return a * x + b * y

    def dy(x, y):
        return c * x + d * y

    axes = field_axes(x_range, y_range).shift(1.3 * LEFT)
    values, vectors = np.linalg.eig(np.array(matrix, dtype=float))
    law = row_of("x' =", bracketed(matrix, 34), "x", size=34).move_to([5.2, 1.9, 0])
    narrator = Narrator(scene)
    narrator.say("A matrix tells every point how to move.", Create(axes), FadeIn(law))
    field = arrow_field(axes, dx, dy, x_range, y_range, color=MAIN).set_stroke(opacity=0.75)
    narrator.say("The velocity at x is A x.", FadeIn(field), color=MAIN)
    if np.abs(np.imag(values)).max() < 1e-9:
        lines = _eigenlines(axes, np.real(vectors))
        text = VGroup(*[words(f"λ = {number_text(float(v))}", 30, THIRD) for v in np.real(values)]).arrange(DOWN)
        narrator.say(
            "On the lines of the eigenvectors the motion is straight.",
            Create(lines),
            FadeIn(text.move_to([5.2, 0.4, 0])),
            color=THIRD,
        )
    else:
        text = words(
            f"λ = {number_text(float(values[0].real))} ± {number_text(abs(float(values[0].imag)))} i", 30, THIRD
        )
        narrator.say(
            "Complex eigenvalues: there is no straight way, everything turns.",
            FadeIn(text.move_to([5.2, 0.4, 0])),
            color=THIRD,
        )
    size = 0.9 if np.real(values).max() > 1e-9 else 1.0
    ring = [(2.6 * size * np.cos(t), 2.6 * size * np.sin(t)) for t in np.linspace(0.3, 0.3 + TAU, 7)[:-1]]
    starts = [(0.12 * x, 0.12 * y) for x, y in ring] if np.real(values).min() > 1e-9 else ring
    if np.abs(np.imag(values)).max() < 1e-9 and np.real(values).min() < -1e-9 < 1e-9 < np.real(values).max():
        starts = _saddle_starts(np.real(values), np.real(vectors))
    speed = max(np.abs(values).max(), 0.3)
    paths = [p for s in starts if len(p := orbit(dx, dy, s, 9 / speed, x_range, y_range)) > 2]
    run_orbits(scene, axes, paths, 5)
    kind = kind_of_rest(dx, dy, (0.0, 0.0))
    verdict = words(kind, 36, GOOD if "stable" in kind and "un" not in kind else BAD if "un" in kind else INK)
    narrator.say(_fate(kind), FadeIn(verdict.move_to([5.2, -0.9, 0])), wait=2)


def _saddle_starts(values, vectors) -> list:
    """Two starts beside each end of the line on which a saddle pulls in."""
    into, out = vectors[:, np.argmin(values)], vectors[:, np.argmax(values)]
    far = min(3.8 / max(abs(into[0]), 1e-9), 2.8 / max(abs(into[1]), 1e-9))
    return [tuple(float(v) for v in s * far * into * 0.95 + t * 0.12 * out) for s in (-1, 1) for t in (-1, 1)]


def _eigenlines(axes, vectors) -> VGroup:
    lines = VGroup()
    for vector in vectors.T:
        reach = min(4 / max(abs(vector[0]), 1e-9), 3 / max(abs(vector[1]), 1e-9))
        lines.add(Line(axes.c2p(*(-reach * vector)), axes.c2p(*(reach * vector)), color=THIRD, stroke_width=4))
    return lines


def _fate(kind: str) -> str:
    return {
        "stable node": "Both eigenvalues are negative: everything falls into the origin.",
        "unstable node": "Both eigenvalues are positive: everything runs away.",
        "saddle": "One grows, one shrinks: a saddle. Nearly all starts run away in the end.",
        "stable spiral": "Negative real part: everything spirals in.",
        "unstable spiral": "Positive real part: everything spirals out.",
        "centre": "Real part zero: round and round, for ever.",
    }.get(kind, "An eigenvalue is zero: a whole line of points rests.")


def lotka_volterra(scene: Scene, prey: float = 2.0, predators: float = 1.0, hunting: float = 1.0, hunger: float = 1.0):
    """Lotka-Volterra: prey and predators chase each other round and round.

    Tags: differential equations, predator prey, population, ecology, phase portrait, cycles
    Wishes:
        Lotka-Volterra equations
        predator and prey populations over time
        foxes and rabbits
        why do predator and prey populations oscillate
        predator-prey model
        wolves and sheep population cycles
        hare and lynx
        population dynamics of hunters and their prey
        Animate predator and prey populations with their phase plane loop
    Parameters:
        prey: prey at the start; in [0.5, 3]; said: prey, rabbits
        predators: predators at the start; in [0.3, 2]; said: predators, foxes
        hunting: how deadly the predators are; in [0.6, 1.6]; said: hunting
        hunger: how fast predators die without prey; in [0.5, 1.5]; said: hunger, death rate
    """

    def dx(x, y):
        return x * (1 - hunting * y)

    def dy(x, y):
        return y * (0.8 * hunting * x - hunger)

    path = orbit(dx, dy, (prey, predators), 20, (0, 99), (0, 99), 1000)
    top_x, top_y = (1.08 * float(path[:, k].max()) for k in (0, 1))
    times = field_axes((0.0, 20.0), (0.0, max(top_x, top_y)), 6.0, 4.3).move_to([-3.3, 0.1, 0])
    plane = field_axes((0.0, top_x), (0.0, top_y), 5.2, 4.3).move_to([3.6, 0.1, 0])
    names = VGroup(words("prey", 26, GOOD), words("predators", 26, BAD)).arrange(RIGHT, buff=0.5)
    names.next_to(times, UP, buff=0.12)
    axis_names = VGroup(
        words("prey →", 24, GOOD).next_to(plane, DOWN, buff=0.05),
        words("predators", 24, BAD).next_to(plane, UP, buff=0.12).align_to(plane, LEFT),
    )
    curves = VGroup(
        *[
            VMobject(color=c, stroke_width=4).set_points_as_corners(
                [times.c2p(20 * i / (len(path) - 1), path[i, k]) for i in range(0, len(path), 4)]
            )
            for k, c in ((0, GOOD), (1, BAD))
        ]
    )
    cycle = VMobject(color=FOCUS, stroke_width=4).set_points_as_corners([plane.c2p(*p) for p in path[::4]])
    narrator = Narrator(scene)
    law = VGroup(
        formula(r"x' = x - " + f"{hunting:g}" + r"\,xy", size=38, color=GOOD),
        formula(r"y' = " + f"{0.8 * hunting:.3g}" + r"\,xy - " + f"{hunger:g}" + r"\,y", size=38, color=BAD),
    )
    law.arrange(DOWN, buff=0.4)
    narrator.say("Prey multiply, predators eat them; without prey the predators starve.", FadeIn(law))
    scene.play(FadeOut(law), Create(times), Create(plane), FadeIn(names), FadeIn(axis_names), run_time=1)
    field = arrow_field(plane, dx, dy, (0.0, top_x), (0.0, top_y), (13, 10), MAIN).set_stroke(opacity=0.7)
    narrator.say("Left: numbers over time. Right: both numbers as one point.", FadeIn(field))
    dot = Dot(plane.c2p(prey, predators), color=FOCUS)
    narrator.say("Many prey feed many predators, who eat the prey, and then starve …", FadeIn(dot), wait=0.2)
    scene.play(*[Create(c) for c in [*curves, cycle]], MoveAlongPath(dot, cycle.copy()), run_time=7, rate_func=linear)
    narrator.say("The predators' peak always comes a little after that of the prey.", Indicate(curves[1]))
    narrator.say(
        "In the phase plane it is simply a closed loop.", Indicate(cycle, scale_factor=1.03), color=FOCUS, wait=2
    )
