"""The best place on a curve: Lagrange multipliers on a contour map."""

import numpy as np
from manim import *

from components_cache.library.calculus.curves import readout
from components_cache.library.linear_algebra.plane import number_text, plane_arrow
from components_cache.library.space.gradients import contour_map, contour_map_line, square_axes
from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, OTHER, WARM, Narrator, formula

ARROW_SCALE = 0.4
"""The length of a drawn gradient per length of the gradient: both arrows share it, so that λ can be seen."""


class Track:
    """The constraint x² + y² = r² as a path, and what the two gradients are on it; the objective is x y."""

    def __init__(self, radius: float):
        self.radius = radius

    def place(self, turn: float) -> np.ndarray:
        """The point of the path at an angle."""
        return self.radius * np.array([np.cos(turn), np.sin(turn)])

    def value(self, turn: float) -> float:
        """The objective there."""
        x, y = self.place(turn)
        return float(x * y)

    def uphill(self, turn: float) -> np.ndarray:
        """The gradient of the objective."""
        x, y = self.place(turn)
        return np.array([y, x])

    def across(self, turn: float) -> np.ndarray:
        """The gradient of the constraint."""
        return 2 * self.place(turn)

    def along(self, turn: float) -> np.ndarray:
        """The part of the objective's gradient that points along the path."""
        way = np.array([-np.sin(turn), np.cos(turn)])
        return (self.uphill(turn) @ way) * way


def lagrange_multipliers(scene: Scene, radius: float = 1):
    """Lagrange multipliers: at the best point of a constraint curve the two gradients are parallel.

    Tags: multivariable calculus, constrained optimisation, gradient, contour lines, constraint
    Wishes:
        lagrange multipliers
        lagrange multiplier
        maximise x y on a circle
        maximize xy subject to x^2 + y^2 = 1
        constrained optimisation with gradients
        constrained optimization
        maximum of a function under a constraint
        why are the gradients parallel at a constrained maximum?
        method of Lagrange multipliers on a contour map
        grad f equals lambda grad g
        a contour line that touches the constraint curve
        Visualize Lagrange multipliers with level curves and gradients
    Parameters:
        radius: the radius of the circle on which x y is made as large as possible; in [1, 5]; said: radius
    """
    narrator = Narrator(scene)
    track = Track(radius)
    x_range, y_range = (-2.4 * radius, 2.4 * radius), (-1.72 * radius, 1.72 * radius)
    axes = square_axes(x_range, y_range)
    axes.shift((-2.2 - axes.get_center()[0]) * RIGHT)
    axes.x_axis.remove(axes.x_axis.numbers), axes.y_axis.remove(axes.y_axis.numbers)
    most = track.value(PI / 4)
    lines = contour_map(axes, _product, x_range, y_range, [part * most for part in (-0.7, -0.35, 0.35, 0.7)])
    path = _path(axes, track)
    objective = formula("f = x\\,y", size=42)
    rule = formula("g = x^2 + y^2", f"= {_number(radius * radius)}", size=42, color=WARM)
    VGroup(objective, rule).arrange(DOWN, buff=0.3).move_to([4.75, 2.1, 0])
    narrator.say(
        "A landscape f as a contour map: yellow is high, blue is low.",
        Create(axes),
        LaggedStart(*[Create(line) for line in lines], lag_ratio=0.1, run_time=1.5),
        FadeIn(objective),
        wait=1,
    )
    narrator.say("But we must stay on this path. Where on it is f largest?", Create(path), FadeIn(rule), color=WARM)
    turn = ValueTracker(0.32)
    dot = always_redraw(lambda: Dot(axes.c2p(*track.place(turn.get_value())), color=INK, radius=0.1).set_z_index(4))
    height = readout("f =", lambda: track.value(turn.get_value()), 2, INK, 42).move_to([4.6, 0.95, 0])
    up = _arrow(axes, track, turn, track.uphill, FOCUS)
    uphill = formula(r"\nabla f", r"\text{: uphill}", size=38, color=FOCUS)
    along = formula(r"\text{part along the path}", size=34, color=OTHER)
    VGroup(uphill, along).arrange(DOWN, buff=0.25).move_to([4.75, 0.05, 0])
    narrator.say(
        r"The gradient $\nabla f$ points straight uphill.", FadeIn(dot, up, uphill, height), color=FOCUS, wait=0.8
    )
    part = _arrow(axes, track, turn, track.along, OTHER)
    narrator.say(
        "A part of it points along the path: walk that way and f grows.", FadeIn(part, along), color=OTHER, wait=1.5
    )
    scene.play(turn.animate.set_value(PI / 4), run_time=3)
    narrator.say("Here nothing of it is left along the path. No step helps: the top.", FadeOut(along), color=GOOD)
    scene.remove(part)
    normal = _arrow(axes, track, turn, track.across, WARM, 5)
    across = formula(r"\nabla g", r"\text{: across the path}", size=38, color=WARM).next_to(uphill, DOWN, buff=0.25)
    narrator.say(
        r"$\nabla g$ always stands across the path, and now $\nabla f$ does too.", FadeIn(normal, across), color=WARM
    )
    law = formula(r"\nabla f", "=", r"\lambda", r"\nabla g", size=52).move_to([4.75, -1.35, 0])
    law[0].set_color(FOCUS), law[3].set_color(WARM)
    frame = SurroundingRectangle(law, color=GOOD, buff=0.18, corner_radius=0.1)
    own = contour_map_line(axes, _product, x_range, y_range, 0.9995 * most)
    narrator.say(
        r"Parallel: one is a multiple of the other, and the contour line touches the path.",
        TransformFromCopy(VGroup(uphill[0], across[0]), law),
        Create(frame),
        Create(own),
    )
    _go_round(scene, narrator, axes, track, turn)
    solved = formula(
        rf"\lambda = \tfrac12,\;\; f_{{\max}} = {_number(most)}", size=38, color=GOOD
    ).move_to([4.75, -2.35, 0])  # fmt: skip
    narrator.say("Solve for the parallel points, compare f there: the constrained maximum.", FadeIn(solved), wait=2)


def _product(x: float, y: float) -> float:
    return x * y


def _number(value: float) -> str:
    return number_text(value).replace("−", "-")


def _path(axes: Axes, track: Track) -> VMobject:
    points = [axes.c2p(*track.place(t)) for t in np.linspace(0, TAU, 121)]
    return VMobject(color=WARM, stroke_width=6).set_points_as_corners(points)


def _arrow(axes: Axes, track: Track, turn: ValueTracker, gradient, color, width: float = 7) -> Mobject:
    """A gradient as an arrow that rides on the moving point."""

    def drawn() -> Mobject:
        spot, way = track.place(turn.get_value()), gradient(turn.get_value())
        return plane_arrow(axes.c2p(*spot), axes.c2p(*(spot + ARROW_SCALE * way)), color, width).set_z_index(3)

    return always_redraw(drawn)


def _go_round(scene: Scene, narrator: Narrator, axes: Axes, track: Track, turn: ValueTracker) -> None:
    """Once round the path; the gradients are parallel at four points: two highest, two lowest."""
    narrator.say("Go round once: they line up only at the highest and the lowest points.", wait=0)
    for quarter in range(1, 5):
        goal = PI / 4 + quarter * PI / 2
        ring = Circle(0.2, color=MAIN if quarter % 2 else GOOD, stroke_width=5).move_to(axes.c2p(*track.place(goal)))
        scene.play(
            turn.animate.set_value(goal), FadeIn(ring, rate_func=lambda t: smooth(max(0, 3 * t - 2))), run_time=1
        )
        scene.wait(0.2)
