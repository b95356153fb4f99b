"""Surfaces z = f(x, y): seen from all sides, cut, levelled, and touched by tangents."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import number_text
from components_cache.library.space.mesh import (
    SpaceBox,
    corner_label,
    corner_words,
    height_color,
    height_range,
    level_segments,
    pieces_shape,
    quad,
    round_levels,
    sampled,
    space_curve,
    space_stage,
    surface_mesh,
)
from components_cache.library.theme import BAD, FOCUS, GOOD, INK, WARM, Narrator


def surface_plot(
    scene: ThreeDScene,
    function: Callable = lambda x, y: np.sin(x) * np.cos(y),
    label: str = r"\sin(x)\cos(y)",
    x_range: tuple[float, float] = (-3, 3),
    y_range: tuple[float, float] = (-3, 3),
):
    """Surface of a function of two variables: the height over each point, seen from all sides.

    Tags: multivariable calculus, surface, graph, three dimensions, camera
    Wishes:
        surface z = sin(x)cos(y)
        render a 3D surface on axes and move the camera
        graph of a function of two variables
        plot z = x^2 - y^2 in 3D
        3D surface plot
        3D graph of f(x,y) with rotating camera
        plot a function of two variables in 3D
        orbit the camera around a surface
        graph z = f(x, y)
    Parameters:
        function: the height as a function of x and y, as Python source
        label: its TeX
        x_range: the smallest and largest x; said: x
        y_range: the smallest and largest y; said: y
    """
    box = fitted_box(function, x_range, y_range)
    space_stage(scene)
    axes, mesh = box.axes(), surface_mesh(box, function)
    law = corner_label(scene, "z = " + label)
    narrator = Narrator(scene)
    narrator.say("Two inputs, x and y, make a floor; the value is the height above it.", FadeIn(axes), FadeIn(law))
    narrator.say(
        "All heights together are a surface.",
        LaggedStart(*[FadeIn(part) for part in bands(mesh)], lag_ratio=0.12, run_time=2.0),
        wait=0.5,
    )
    scene.begin_ambient_camera_rotation(rate=0.35)
    narrator.say("Walk round it.", wait=4)
    scene.stop_ambient_camera_rotation()
    middle = 0.5 * (y_range[0] + y_range[1])
    cut = slice_curve(box, function, x_range, middle, along_x=True)
    narrator.say("Keep y fixed and walk along x: an ordinary curve.", Create(cut, run_time=1.5), color=FOCUS)
    narrator.say("From above the colours make a map of high and low.", wait=0.1)
    scene.move_camera(phi=12 * DEGREES, theta=-90 * DEGREES, run_time=2)
    scene.wait(0.8)
    scene.move_camera(phi=66 * DEGREES, theta=-55 * DEGREES, run_time=1.5)


def fitted_box(function: Callable, x_range, y_range, size=(4.5, 4.5, 2.3), center=(0.0, 0.0, 0.0)) -> SpaceBox:
    """The box whose heights fit what the function does over the ranges."""
    _, _, z = sampled(function, x_range, y_range)
    return SpaceBox(x_range, y_range, height_range(z), size, center)


def bands(mesh: VGroup, count: int = 10) -> list:
    """The faces of a mesh in strips, to fade in one after the other."""
    size = max(1, -(-len(mesh) // count))
    return [VGroup(*mesh[k : k + size]) for k in range(0, len(mesh), size)]


def slice_curve(box: SpaceBox, function: Callable, reach, fixed: float, along_x: bool, color=FOCUS) -> VMobject:
    """The curve on the surface where one of x and y is fixed."""
    points = []
    for value in np.linspace(*reach, 61):
        x, y = (value, fixed) if along_x else (fixed, value)
        with np.errstate(all="ignore"):
            z = function(x, y)
        if np.isfinite(z) and box.z_range[0] - 1e-9 <= z <= box.z_range[1] + 1e-9:
            points.append(box.place(x, y, z))
    return space_curve(points or [box.place(0, 0, 0)] * 2, color)


def level_curves(
    scene: ThreeDScene,
    function: Callable = lambda x, y: x**2 + 3 * y**2,
    label: str = "x^2 + 3y^2",
    x_range: tuple[float, float] = (-3, 3),
    y_range: tuple[float, float] = (-2, 2),
):
    """Contour lines: cut the surface at equal heights, look from above, and it becomes a map.

    Tags: multivariable calculus, contour lines, level sets, level curves, map
    Wishes:
        contour lines of x^2 + 3y^2
        level curves of a function of two variables
        level sets of a function
        contour map of a surface
        contour plot of a surface seen from above
        contour lines of a mountain
        topographic map of a function
        slices of a surface at equal height
        contour plot
        level sets
    Parameters:
        function: the height as a function of x and y, as Python source
        label: its TeX
        x_range: the smallest and largest x; said: x
        y_range: the smallest and largest y; said: y
    """
    box = fitted_box(function, x_range, y_range, size=(5.6, 4.2, 2.1))
    space_stage(scene)
    x, y, z = sampled(function, x_range, y_range, 45)
    low, high = box.z_range
    lifted, flat = VGroup(), VGroup()
    for level in round_levels(low, high):
        pieces = level_segments(x, y, z, level)
        tint = height_color((level - low) / (high - low))
        lifted.add(pieces_shape([[box.place(*p, level) for p in pair] for pair in pieces], tint, 4))
        flat.add(pieces_shape([[box.place(*p, low) for p in pair] for pair in pieces], tint, 4))
    mesh = surface_mesh(box, function, opacity=0.75)
    law = corner_label(scene, "z = " + label)
    narrator = Narrator(scene)
    narrator.say("A landscape.", FadeIn(box.axes()), FadeIn(mesh), FadeIn(law), wait=0.5)
    scene.begin_ambient_camera_rotation(rate=0.12)
    narrator.say(
        "Flood it to equal heights, and mark each shoreline.",
        LaggedStart(*[Create(line) for line in lifted], lag_ratio=0.3, run_time=3),
        wait=0.8,
    )
    scene.stop_ambient_camera_rotation()
    narrator.say(
        "Take the landscape away, lay the lines flat …", FadeOut(mesh), Transform(lifted, flat, run_time=2), wait=0.2
    )
    scene.move_camera(phi=0, theta=-90 * DEGREES, run_time=2)
    steps = round_levels(low, high)
    gap = number_text(steps[1] - steps[0], 3) if len(steps) > 1 else number_text(high - low)
    narrator.say(f"… and look from above: a contour map, one line every {gap} of height.", wait=1.5)
    narrator.say("On a line nothing changes. Where lines crowd together, it is steep.", wait=2)


def slope_pair(function: Callable, point, h: float = 1e-4):
    """The partial derivatives at a point, by central differences."""
    x, y = (float(v) for v in point)
    return ((function(x + h, y) - function(x - h, y)) / (2 * h), (function(x, y + h) - function(x, y - h)) / (2 * h))


def partial_derivatives(
    scene: ThreeDScene,
    function: Callable = lambda x, y: 4 - x**2 - 0.5 * y**2,
    label: str = r"4 - x^2 - \frac{y^2}{2}",
    point: tuple[float, float] = (1, 1),
    partials: list[str] = ["-2x", "-y"],
    x_range: tuple[float, float] = (-2, 2),
    y_range: tuple[float, float] = (-2, 2),
):
    """Partial derivatives: cut the surface along x and along y; the slopes of the two cuts.

    Tags: multivariable calculus, partial derivative, slope, surface
    Wishes:
        partial derivatives
        partial derivative of x^2 y with respect to x
        what is a partial derivative
        slope of a surface in the x direction
        derivative with respect to x while y is fixed
        slope in x direction and slope in y direction
        slice a surface to get a partial derivative
        how does a function of two variables change in one direction?
    Parameters:
        function: the height as a function of x and y, as Python source
        label: its TeX
        point: where the slopes are taken; in [-1.5, 1.5]; said: at, point
        partials: TeX of the two partial derivatives
        x_range: the smallest and largest x
        y_range: the smallest and largest y
    """
    box = fitted_box(function, x_range, y_range)
    space_stage(scene, phi=64, theta=-50)
    x0, y0 = (float(v) for v in point)
    height = float(function(x0, y0))
    slopes = slope_pair(function, point)
    mesh = surface_mesh(box, function, opacity=0.8)
    law = corner_label(scene, "f = " + label)
    dot = Dot(box.place(x0, y0, height), color=INK, radius=0.09)
    narrator = Narrator(scene)
    narrator.say("A hill, and a point on it.", FadeIn(box.axes()), FadeIn(mesh), FadeIn(law), FadeIn(dot), wait=0.6)
    names = ("x", "y")
    for k, (color, reach) in enumerate(((FOCUS, x_range), (WARM, y_range))):
        other = names[1 - k]
        cut = slice_curve(box, function, reach, (y0, x0)[k], along_x=k == 0, color=color)
        tangent = tangent_line(box, (x0, y0, height), slopes[k], k, color)
        value = f"\\frac{{\\partial f}}{{\\partial {names[k]}}} = {partials[k]}"
        note = corner_label(scene, value, y=1.5 - 1.3 * k, size=34, color=color)
        number = corner_words(scene, f"here {number_text(float(slopes[k]))}", 0.9 - 1.3 * k, color, 26)
        narrator.say(
            f"Hold {other} still and walk along {names[k]}: a curve.", Create(cut, run_time=1.4), color=color, wait=0.5
        )
        narrator.say(
            "Its slope at our point is the partial derivative.",
            Create(tangent),
            FadeIn(note),
            FadeIn(number),
            color=color,
            wait=0.8,
        )
        if k == 0:
            scene.move_camera(theta=-20 * DEGREES, run_time=1.5)
    scene.begin_ambient_camera_rotation(rate=-0.15)
    narrator.say("Two directions, two slopes; all other slopes are mixtures of them.", wait=3)
    scene.stop_ambient_camera_rotation()


def tangent_line(box: SpaceBox, point, slope: float, axis: int, color) -> VMobject:
    """A straight line that touches the surface at `point` in the direction of x (axis 0) or y (axis 1)."""
    spot = np.array(point, dtype=float)
    way = np.array([1.0, 0.0, slope]) if axis == 0 else np.array([0.0, 1.0, slope])
    drawn = way / box.span * box.size
    way = 1.2 * way / np.linalg.norm(drawn)
    ends = [box.center + ((spot + s * way - box.low) / box.span - 0.5) * box.size for s in (-1, 1)]
    return space_curve(ends, color, 7)


def tangent_plane(
    scene: ThreeDScene,
    function: Callable = lambda x, y: 2 - 0.5 * x**2 - 0.5 * y**2,
    label: str = r"2 - \frac{x^2 + y^2}{2}",
    point: tuple[float, float] = (1, 0.5),
    x_range: tuple[float, float] = (-2.5, 2.5),
    y_range: tuple[float, float] = (-2.5, 2.5),
):
    """Tangent plane: the flat plane that touches a surface at a point and follows it nearby.

    Tags: multivariable calculus, tangent plane, linear approximation, surface
    Wishes:
        tangent plane
        tangent plane to z = x^2 + y^2 at (1,1)
        linear approximation of a function of two variables
        plane that touches a surface
        tangent plane to a surface
        linearization in two variables
        plane touching a surface at a point
        local flat approximation of a surface
    Parameters:
        function: the height as a function of x and y, as Python source
        label: its TeX
        point: where the plane touches; in [-1.8, 1.8]; said: at, point
        x_range: the smallest and largest x
        y_range: the smallest and largest y
    """
    box = fitted_box(function, x_range, y_range, size=(4.4, 4.4, 2.1))
    space_stage(scene)
    x0, y0 = (float(v) for v in point)
    height = float(function(x0, y0))
    slopes = [float(s) for s in slope_pair(function, point)]
    mesh = surface_mesh(box, function)
    law = corner_label(scene, "z = " + label)
    dot = Dot(box.place(x0, y0, height), color=INK, radius=0.09)
    lines = VGroup(*[tangent_line(box, (x0, y0, height), slopes[k], k, c) for k, c in ((0, FOCUS), (1, WARM))])
    narrator = Narrator(scene)
    narrator.say(
        "A curved surface and a point on it.", FadeIn(box.axes()), FadeIn(mesh), FadeIn(law), FadeIn(dot), wait=0.5
    )
    narrator.say("Two tangent lines, one along x and one along y …", Create(lines))
    plane = _plane_patch(box, (x0, y0, height), slopes)
    texts = _plane_text(x0, y0, height, slopes)
    equation = VGroup(*[corner_words(scene, text, 1.55 - 0.5 * k, GOOD, 26) for k, text in enumerate(texts)])
    narrator.say("… lie in one plane: the tangent plane.", FadeIn(plane), FadeIn(equation), color=GOOD, wait=0.5)
    scene.begin_ambient_camera_rotation(rate=0.3)
    narrator.say("Near the point it can hardly be told from the surface.", wait=4)
    scene.stop_ambient_camera_rotation()
    narrator.say("That is what differentiable means: seen from near enough, it is flat.", wait=2)


def _plane_patch(box: SpaceBox, point, slopes) -> VMobject:
    """A square of the tangent plane around the point, short enough in scene units to stay on the stage."""
    x0, y0, height = point
    ways = [np.array([1.0, 0.0, slopes[0]]), np.array([0.0, 1.0, slopes[1]])]
    ways = [1.25 * way / np.linalg.norm(way / box.span * box.size) for way in ways]
    spot = np.array([x0, y0, height])
    corners = [spot + a * ways[0] + b * ways[1] for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    placed = [box.center + ((c - box.low) / box.span - 0.5) * box.size for c in corners]
    patch = quad(placed, GOOD, 0.55, lit=False)
    patch.shade_in_3d = False
    return patch.set_stroke(GOOD, 2)


def _plane_text(x0: float, y0: float, height: float, slopes) -> list:
    """The equation of the tangent plane in lines: the height, then a term for x and one for y."""
    parts = [f"z = {number_text(height)}"]
    for slope, name, at in ((slopes[0], "x", x0), (slopes[1], "y", y0)):
        inner = f"({name} {'−' if at >= 0 else '+'} {number_text(abs(at))})" if abs(at) > 1e-9 else name
        parts.append(f"{'+' if slope >= 0 else '−'} {_lead_text(abs(slope))}{inner}")
    return parts


def _lead_text(value: float) -> str:
    return "" if abs(value - 1) < 5e-3 else f"{number_text(value)} "


def saddle_point(scene: ThreeDScene, along: float = 1.0, across: float = 1.0):
    """Saddle point: a valley one way, a ridge the other; flat, but neither highest nor lowest.

    Tags: multivariable calculus, saddle point, critical point, second derivative, surface
    Wishes:
        saddle point
        saddle surface z = x^2 - y^2
        critical point that is neither maximum nor minimum
        what is a saddle in multivariable calculus
        saddle
        hyperbolic paraboloid
        point that is a maximum in one direction and a minimum in another
        mountain pass
        a saddle shaped like a pringle
        critical points of functions of two variables
    Parameters:
        along: how strongly it curves up along x; in [0.3, 2]; said: up
        across: how strongly it curves down along y; in [0.3, 2]; said: down
    """

    def function(x, y):
        return along * x**2 - across * y**2

    box = fitted_box(function, (-2, 2), (-2, 2), size=(4.5, 4.5, 2.3))
    space_stage(scene, phi=68, theta=-60)
    mesh = surface_mesh(box, function)
    law = corner_label(scene, f"z = {_lead(along)}x^2 - {_lead(across)}y^2")
    narrator = Narrator(scene)
    narrator.say("A surface like a saddle or a mountain pass.", FadeIn(box.axes()), FadeIn(mesh), FadeIn(law), wait=0.5)
    up = slice_curve(box, function, (-2, 2), 0, along_x=True, color=FOCUS)
    down = slice_curve(box, function, (-2, 2), 0, along_x=False, color=BAD)
    dot = Dot(box.place(0, 0, 0), color=INK, radius=0.1)
    narrator.say("Along x the middle is the lowest point …", Create(up), color=FOCUS)
    scene.move_camera(theta=-15 * DEGREES, run_time=1.5)
    narrator.say("… along y it is the highest.", Create(down), FadeIn(dot), color=BAD)
    plane = _plane_patch(box, (0, 0, 0), (0, 0))
    narrator.say("The tangent plane is level, so both partial derivatives are 0.", FadeIn(plane), color=GOOD)
    scene.begin_ambient_camera_rotation(rate=-0.3)
    narrator.say("Flat, yet neither a peak nor a pit: a saddle point.", wait=4)
    scene.stop_ambient_camera_rotation()


def _lead(value: float) -> str:
    return "" if value == 1 else f"{value:g}"
