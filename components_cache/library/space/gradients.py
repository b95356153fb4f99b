"""Gradients and vector fields in the plane: uphill arrows, flow, divergence and curl."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import field_axes, runge_kutta, strokes
from components_cache.library.linear_algebra.plane import number_text, plane_arrow, point_text
from components_cache.library.space.mesh import (
    height_color,
    height_range,
    level_segments,
    pieces_shape,
    round_levels,
    sampled,
)
from components_cache.library.space.surfaces import slope_pair
from components_cache.library.theme import BAD, FOCUS, GOOD, INK, MAIN, WARM, Narrator, fit, formula, words


def contour_map(axes: Axes, function: Callable, x_range, y_range, extra=()) -> VGroup:
    """Level curves of a function on 2-D axes, coloured by height; `extra` heights are added."""
    x, y, z = sampled(function, x_range, y_range, 61)
    low, high = height_range(z)
    lines = VGroup()
    for level in sorted([*round_levels(low, high, 9), *extra]):
        pieces = [[axes.c2p(*p) for p in pair] for pair in level_segments(x, y, z, level)]
        if pieces:
            lines.add(pieces_shape(pieces, height_color((level - low) / (high - low)), 2.5))
    return lines


def gradient_at_point(
    scene: Scene,
    function: Callable = lambda x, y: x**2 + 3 * y**2,
    label: str = "x^2 + 3y^2",
    gradient_label: str = r"\begin{pmatrix} 2x \\ 6y \end{pmatrix}",
    point: tuple[float, float] = (1, 1),
    x_range: tuple[float, float] = (-3, 3),
    y_range: tuple[float, float] = (-2, 2),
):
    """Gradient: on a contour map it points straight uphill, at right angles to the contour line, longer where steeper.

    Tags: multivariable calculus, gradient, contour lines, steepest ascent, partial derivatives
    Wishes:
        gradient of x^2 + 3y^2 at (1,1)
        what is the gradient of a function
        gradient is perpendicular to level curves
        direction of steepest ascent
        gradient vector
        direction of steepest increase of f(x,y)
        gradient as an arrow on a contour map
        steepest uphill direction on a hill
        gradient of a function of two variables
    Parameters:
        function: the height as a function of x and y, as Python source
        label: its TeX
        gradient_label: TeX of its gradient
        point: where the gradient is taken; in [-1.8, 1.8]; said: at, point
        x_range: the smallest and largest x
        y_range: the smallest and largest y
    """
    axes = square_axes(x_range, y_range)
    slope = np.array(slope_pair(function, point), dtype=float)
    height = float(function(*(float(v) for v in point)))
    lines = contour_map(axes, function, x_range, y_range)
    law = fit(formula("f = " + label, size=40), width=3.4)
    nabla = fit(formula(r"\nabla f = " + gradient_label, size=40, color=FOCUS), width=3.4)
    here = fit(words(f"at {point_text(point)}: {point_text(slope)}", 28, FOCUS), width=3.4)
    size = words(f"steepness {number_text(float(np.hypot(*slope)))}", 28, GOOD)
    VGroup(law, nabla, here, size).arrange(DOWN, buff=0.42).move_to([5.0, 0.6, 0])
    narrator = Narrator(scene)
    narrator.say(
        "A map with lines of equal height.",
        Create(axes),
        LaggedStart(*[Create(x) for x in lines], lag_ratio=0.15, run_time=2),
        FadeIn(law),
    )
    spot = axes.c2p(*point)
    dot = Dot(spot, color=INK, radius=0.1)
    narrator.say("Stand at a point. Which way is uphill?", FadeIn(dot, scale=2), wait=0.5)
    if np.hypot(*slope) < 1e-7:
        narrator.say(
            "Nowhere: the gradient is zero. The ground is level here.", FadeIn(nabla), FadeIn(here), color=BAD, wait=2
        )
        return
    arrow = _gradient_arrow(axes, point, slope)
    _look_around(scene, spot, arrow)
    narrator.say(
        "Its two partial derivatives make an arrow: the gradient.",
        GrowFromPoint(arrow, spot),
        FadeIn(nabla),
        FadeIn(here),
        color=FOCUS,
    )
    own = contour_map_line(axes, function, x_range, y_range, height)
    corner = _corner_mark(spot, arrow)
    narrator.say(
        "It stands at a right angle to the contour line through the point.", Create(own), Create(corner), color=GOOD
    )
    field = _gradient_field(axes, function, x_range, y_range)
    narrator.say("So it is everywhere: straight uphill.", FadeIn(field), FadeIn(size), wait=1)
    narrator.say("The gradient points in the direction of steepest ascent; its length is the steepness.", wait=2)


def square_axes(x_range, y_range, width: float = 9.0, height: float = 5.0) -> Axes:
    """Axes with equal units on both, as large as fits, at the left of the stage."""
    ratio = (x_range[1] - x_range[0]) / (y_range[1] - y_range[0])
    wide = min(width, height * ratio)
    return field_axes(x_range, y_range, wide, wide / ratio).move_to([-1.9, 0.05, 0])


def _gradient_arrow(axes, point, slope) -> Mobject:
    start = axes.c2p(*point)
    way = np.append(slope / np.hypot(*slope), 0)
    left, right = axes.c2p(axes.x_range[0], 0)[0], axes.c2p(axes.x_range[1], 0)[0]
    low, high = axes.c2p(0, axes.y_range[0])[1], axes.c2p(0, axes.y_range[1])[1]
    room = min(
        [
            1.7,
            *[
                (edge - s) / w
                for s, w, edges in ((start[0], way[0], (left, right)), (start[1], way[1], (low, high)))
                for edge in edges
                if abs(w) > 1e-6 and (edge - s) / w > 0
            ],
        ]
    )
    return plane_arrow(start, start + max(room, 0.7) * way, FOCUS, 8)


def _look_around(scene, spot, arrow) -> None:
    goal = np.angle(complex(*(arrow.get_end() - spot)[:2])) if hasattr(arrow, "get_end") else 0
    probe = plane_arrow(spot, spot + 0.9 * RIGHT, MAIN, 5).rotate(goal - 2.5, about_point=spot)
    scene.play(FadeIn(probe), run_time=0.3)
    scene.play(Rotate(probe, 4.0, about_point=spot), run_time=1.4)
    scene.play(Rotate(probe, -1.5, about_point=spot), run_time=0.8)
    scene.play(FadeOut(probe), run_time=0.3)


def contour_map_line(axes, function: Callable, x_range, y_range, height: float) -> VMobject:
    """The contour line at one height."""
    x, y, z = sampled(function, x_range, y_range, 81)
    return pieces_shape([[axes.c2p(*p) for p in pair] for pair in level_segments(x, y, z, height)], GOOD, 5)


def _corner_mark(spot, arrow) -> VMobject:
    way = arrow.get_end() - spot
    way = 0.22 * way / np.linalg.norm(way)
    side = np.array([-way[1], way[0], 0])
    return VMobject(color=GOOD, stroke_width=3).set_points_as_corners([spot + way, spot + way + side, spot + side])


def _gradient_field(axes, function: Callable, x_range, y_range) -> VMobject:
    xs, ys = (
        np.linspace(r[0] + 0.06 * (r[1] - r[0]), r[1] - 0.06 * (r[1] - r[0]), c)
        for r, c in ((x_range, 11), (y_range, 8))
    )
    grid = [(x, y) for x in xs for y in ys]
    with np.errstate(all="ignore"):
        ways = [slope_pair(function, p) for p in grid]
    return strokes(axes, grid, ways, 0.42, FOCUS, heads=True, width=2.5).set_stroke(opacity=0.8)


def vector_field(
    scene: Scene,
    p: Callable = lambda x, y: -y,
    q: Callable = lambda x, y: x,
    labels: list[str] = ["-y", "x"],
    derived: list[str] = ["0", "2"],
    x_range: tuple[float, float] = (-3, 3),
    y_range: tuple[float, float] = (-2, 2),
):
    """Vector field: an arrow at each point, and the flow that follows the arrows; its divergence and curl.

    Tags: multivariable calculus, vector field, flow, divergence, curl, streamlines
    Wishes:
        vector field (-y, x)
        flow of a vector field
        plot the vector field F = (x, -y)
        divergence and curl of (x^2, xy)
        plot a vector field
        arrows at every point of the plane
        flow lines of a field
        rotating vector field (-y, x)
        field of arrows with particles flowing along
    Parameters:
        p: the first component as a function of x and y, as Python source
        q: the second component as a function of x and y, as Python source
        labels: TeX of the two components
        derived: TeX of the divergence and the curl
        x_range: the smallest and largest x
        y_range: the smallest and largest y
    """
    axes = square_axes(x_range, y_range)
    field = coloured_field(axes, p, q, x_range, y_range)
    law = fit(formula(r"F = \begin{pmatrix}" + labels[0] + r"\\" + labels[1] + r"\end{pmatrix}", size=42), width=3.4)
    source = fit(formula(r"\operatorname{div} F = " + derived[0], size=38, color=GOOD), width=3.4)
    spin = fit(formula(r"\operatorname{curl} F = " + derived[1], size=38, color=WARM), width=3.4)
    VGroup(law, source, spin).arrange(DOWN, buff=0.55).move_to([5.0, 0.6, 0])
    narrator = Narrator(scene)
    narrator.say("A vector field puts an arrow at each point.", Create(axes), FadeIn(law), wait=0.4)
    scene.play(FadeIn(field), run_time=1)
    narrator.say("Think of flowing water: drop in some dust.", wait=0.2)
    flow(scene, axes, p, q, x_range, y_range)
    narrator.say("Divergence: does more flow out of a small circle than in?", FadeIn(source), color=GOOD)
    narrator.say("Curl: does a small paddle wheel turn, and how fast?", FadeIn(spin), color=WARM)
    flow(scene, axes, p, q, x_range, y_range, seconds=3.0)


def coloured_field(axes: Axes, p: Callable, q: Callable, x_range, y_range, count=(15, 10)) -> VGroup:
    """Arrows of equal length, brighter where the field is stronger, in four classes of strength."""
    xs, ys = (
        np.linspace(r[0] + 0.05 * (r[1] - r[0]), r[1] - 0.05 * (r[1] - r[0]), c)
        for r, c in ((x_range, count[0]), (y_range, count[1]))
    )
    grid = np.array([(x, y) for x in xs for y in ys])
    with np.errstate(all="ignore"):
        ways = np.array([(p(x, y), q(x, y)) for x, y in grid], dtype=float)
    force = np.hypot(ways[:, 0], ways[:, 1])
    finite = np.isfinite(force)
    edges = np.quantile(force[finite], [0, 0.25, 0.5, 0.75, 1.0])
    group = VGroup()
    for k in range(4):
        chosen = finite & (force >= edges[k]) & ((force < edges[k + 1]) | (k == 3)) & (force > 1e-9)
        if chosen.any():
            tint = height_color(0.25 + 0.25 * k)
            group.add(strokes(axes, grid[chosen], ways[chosen], 0.44, tint, heads=True, width=2.4))
    return group


def flow(
    scene: Scene, axes: Axes, p: Callable, q: Callable, x_range, y_range, seconds: float = 4.0, seed: int = 1
) -> None:
    """Dots drift with the field for some seconds; they vanish at the edge."""
    rng = np.random.default_rng(seed)
    starts = np.stack([rng.uniform(*x_range, 46), rng.uniform(*y_range, 46)], axis=1)
    with np.errstate(all="ignore"):
        speed = np.median([np.hypot(p(x, y), q(x, y)) for x, y in starts])
    time = 1.1 * (y_range[1] - y_range[0]) / max(float(speed), 1e-6)
    paths = []
    for start in starts:
        path = runge_kutta(lambda s: np.array([p(s[0], s[1]), q(s[0], s[1])]), start, time / 90, 90)
        out = np.flatnonzero(
            (path[:, 0] < x_range[0])
            | (path[:, 0] > x_range[1])
            | (path[:, 1] < y_range[0])
            | (path[:, 1] > y_range[1])
        )
        path = path[: out[0]] if len(out) else path
        if len(path) > 1:
            paths.append(np.array([axes.c2p(*s) for s in path]))
    dots = VGroup(*[Dot(path[0], radius=0.05, color=INK) for path in paths])

    def drift(group, alpha: float) -> None:
        for dot, path in zip(group, paths, strict=True):
            step = alpha * 90
            dot.move_to(path[min(int(step), len(path) - 1)])
            gone = step >= len(path) - 1 and len(path) < 91
            dot.set_opacity(0 if gone else min(1, 6 * alpha, 6 * (1 - alpha)))

    scene.play(UpdateFromAlphaFunc(dots, drift), run_time=seconds, rate_func=linear)
    scene.remove(dots)


def divergence_and_curl(scene: Scene, strength: float = 1.0):
    """Divergence and curl: a source pours out, a whirl turns; the two things a flow can do near a point.

    Tags: multivariable calculus, divergence, curl, vector field, source, rotation
    Wishes:
        divergence and curl
        what is the curl of a vector field
        what does divergence mean
        sources, sinks and rotation in a flow
        curl
        sources and sinks of a fluid
        how does a paddle wheel measure rotation of a flow?
        div and curl of a vector field explained
        del dot F and del cross F
    Parameters:
        strength: how strong the fields are; in [0.3, 3]; said: strength
    """
    reach = (-2.0, 2.0)
    narrator = Narrator(scene)
    fields = [
        ("source: div > 0", lambda x, y: strength * x, lambda x, y: strength * y, GOOD),
        ("whirl: curl > 0", lambda x, y: -strength * y, lambda x, y: strength * x, WARM),
    ]
    told = [
        "Everywhere more flows out than in: positive divergence.",
        "Every paddle wheel turns to the left: positive curl.",
    ]
    for k, (name, p, q, color) in enumerate(fields):
        axes = field_axes(reach, reach, 4.6, 4.6).move_to([-3.3 + 6.6 * k, -0.25, 0])
        title = words(name, 30, color).move_to([-3.3 + 6.6 * k, 2.55, 0])
        field = coloured_field(axes, p, q, reach, reach, (9, 9))
        ring = Circle(radius=0.8, color=color, stroke_width=5).move_to(axes.c2p(0, 0))
        narrator.say(
            ("A field that streams away from the centre.", "A field that goes round.")[k],
            FadeIn(axes),
            FadeIn(field),
            FadeIn(title),
        )
        scene.play(Create(ring), run_time=0.6)
        flow(scene, axes, p, q, reach, reach, seconds=3.5)
        narrator.say(told[k], Indicate(ring, color=color), color=color)
    narrator.say("The first has no curl, the second no divergence; any flow mixes the two near a point.", wait=2)
