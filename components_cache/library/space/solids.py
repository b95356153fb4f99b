"""Solids: surfaces of revolution, famous surfaces with parameters, volumes compared, volume as a double integral."""

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
    parametric_mesh,
    quad,
    sampled,
    space_curve,
    space_stage,
    surface_mesh,
)
from components_cache.library.space.surfaces import bands
from components_cache.library.theme import FOCUS, GOOD, MAIN, MUTED, THIRD, WARM, Narrator, pin, words


def volume_of_revolution(
    scene: ThreeDScene,
    function: Callable = lambda x: x**0.5,
    label: str = r"\sqrt{x}",
    start: float = 0.0,
    end: float = 4.0,
):
    """Volume of revolution: a curve turns about the x-axis; thin discs add up to the volume.

    Tags: calculus, integral, volume, solid of revolution, disc method
    Wishes:
        volume of revolution of sqrt(x) from 0 to 4
        solid of revolution
        disk method
        rotate the curve y = x^2 about the x-axis
        disc method
        rotate a curve around the x-axis to get a solid
        volume of a vase
        volume by stacking thin discs
        how to find the volume of a rotated curve?
    Parameters:
        function: the radius as a function of x, as Python source
        label: its TeX
        start: where the solid begins; said: from
        end: where it ends; said: to
    """
    xs = np.linspace(start, end, 201)
    with np.errstate(all="ignore"):
        radii = np.abs(np.nan_to_num(np.array([float(function(x)) for x in xs])))
    volume = float(np.trapezoid(PI * radii**2, xs))
    unit, flat = 6.0 / (end - start), 1.75 / max(float(radii.max()), 1e-6)

    def place(x, angle):
        radius = flat * float(np.interp(x, xs, radii))
        return np.array([unit * (x - (start + end) / 2), radius * np.cos(angle), radius * np.sin(angle)])

    space_stage(scene, phi=70, theta=-75)
    axis = VGroup(
        Line(3.6 * LEFT, 3.8 * RIGHT, color=MUTED, stroke_width=2),
        Line(3 * LEFT + 2.1 * IN, 3 * LEFT + 2.1 * OUT, color=MUTED, stroke_width=2),
    )
    curve = space_curve([place(x, PI / 2) for x in xs[::4]], FOCUS)
    law = corner_label(scene, "y = " + label, color=FOCUS)
    narrator = Narrator(scene)
    narrator.say("A curve above the axis.", FadeIn(axis), Create(curve), FadeIn(law))
    turns = 10
    strips = [
        parametric_mesh(place, (start, end), (PI / 2 + TAU * k / turns, PI / 2 + TAU * (k + 1) / turns), (14, 2))
        for k in range(turns)
    ]
    narrator.say(
        "Turn it about the axis: it sweeps out a solid.",
        LaggedStart(*[FadeIn(s) for s in strips], lag_ratio=0.6, run_time=3),
        wait=0.4,
    )
    scene.begin_ambient_camera_rotation(rate=0.05)
    middle = start + 0.62 * (end - start)
    discs = VGroup(*[_disc(place, x, FOCUS if abs(x - middle) < 1e-9 else WARM) for x in [middle]])
    narrator.say(
        "Cut a thin slice: a disc with radius y and area π y².",
        *[s.animate.set_opacity(0.25) for s in strips],
        FadeIn(discs),
        color=WARM,
    )
    pile = VGroup(*[_disc(place, x, WARM) for x in np.linspace(start, end, 13)[1:]])
    integral = corner_label(scene, r"V = \int_{" + _tex(start) + "}^{" + _tex(end) + r"} \pi\, y^2 \, dx", y=1.4)
    narrator.say(
        "All the slices together are the volume.",
        LaggedStart(*[FadeIn(d) for d in pile], lag_ratio=0.15, run_time=2),
        FadeIn(integral),
    )
    scene.stop_ambient_camera_rotation()
    value = corner_words(scene, f"V = {number_text(volume / PI, 3)} π ≈ {number_text(volume)}", 0.5, GOOD, 32)
    narrator.say("The integral adds infinitely many discs, infinitely thin.", FadeIn(value), color=GOOD, wait=2)


def _tex(value: float) -> str:
    return f"{value:g}"


def _disc(place, x: float, color) -> VMobject:
    ring = [place(x, t) for t in np.linspace(0, TAU, 25)[:-1]]
    if np.linalg.norm(ring[0] - ring[12]) < 1e-3:
        return Dot(ring[0], radius=0.02, color=color)
    disc = Polygon(*ring, color=color, fill_opacity=0.55, stroke_width=2)
    disc.shade_in_3d = True
    disc.z_index_group = Point(np.mean(ring, axis=0))
    return disc


def parametric_surface(scene: ThreeDScene, kind: str = "torus"):
    """A parametric surface: a rectangle of parameters is rolled, bent or twisted into a surface.

    Tags: multivariable calculus, topology, parametric surface, torus, moebius strip, helicoid, sphere
    Wishes:
        torus
        Möbius strip
        parametric surface
        helicoid
        how a rectangle becomes a torus
        Moebius band
        doughnut surface
        a one-sided surface like the Moebius band
        roll a rectangle into a torus
        klein bottle or torus as a parametric surface
    Parameters:
        kind: which surface; one of: torus, moebius, helicoid, sphere, hyperboloid; said: surface
    """
    surface, told = _shape_of(kind)
    u_range, v_range = (0.0, TAU), (-1.0, 1.0)

    def flat(u, v):
        return np.array([(u - PI) * 0.85, 1.5 * v, 0.0])

    counts = (30, 12) if kind in ("torus", "sphere") else (34, 8)
    space_stage(scene, phi=60, theta=-60)
    mesh = parametric_mesh(flat, u_range, v_range, counts)
    target = parametric_mesh(surface, u_range, v_range, counts)
    narrator = Narrator(scene)
    narrator.say(
        "Two parameters u and v make a rectangle of rubber.",
        LaggedStart(*[FadeIn(b) for b in bands(mesh)], lag_ratio=0.1, run_time=1.5),
        wait=0.5,
    )
    edge = space_curve([flat(u, 0) for u in np.linspace(*u_range, 60)], FOCUS)
    goal = space_curve([surface(u, 0) * 1.01 for u in np.linspace(*u_range, 60)], FOCUS)
    scene.play(Create(edge), run_time=0.8)
    narrator.say(told[0], Transform(mesh, target, run_time=3.5), Transform(edge, goal, run_time=3.5), wait=0.3)
    scene.begin_ambient_camera_rotation(rate=0.35)
    narrator.say(told[1], wait=5)
    scene.stop_ambient_camera_rotation()
    narrator.say(told[2], wait=2)


def _shape_of(kind: str):
    """The map (u in 0..2π, v in −1..1) → scene point, and three captions."""
    shapes = {
        "torus": (
            _torus,
            (
                "Roll it to a tube, and close the tube to a ring.",
                "A torus: both u and v run round in circles.",
                "Whoever walks straight on along u or v comes back to the start.",
            ),
        ),
        "moebius": (
            _moebius,
            (
                "Bend it round, give it half a twist, and join the ends.",
                "A Möbius strip: follow the yellow line once round, and you are on the other side.",
                "It has only one side and one edge.",
            ),
        ),
        "helicoid": (
            _helicoid,
            (
                "Turn each cross line a little further, and lift it.",
                "A helicoid: a spiral staircase.",
                "It is made of straight lines, and yet soap films take this shape.",
            ),
        ),
        "hyperboloid": (
            _hyperboloid,
            (
                "Roll it up with the middle tied in.",
                "A hyperboloid, the shape of a cooling tower.",
                "It curves one way along, the other way round: like a saddle everywhere.",
            ),
        ),
        "sphere": (
            _sphere,
            (
                "Bend it round and draw both edges together.",
                "A sphere: u is the longitude, v the latitude.",
                "At the poles a whole edge shrinks to a point.",
            ),
        ),
    }
    return shapes.get(kind, shapes["torus"])


def _torus(u, v):
    return np.array(
        [(1.9 + 0.8 * np.cos(PI * v)) * np.cos(u), (1.9 + 0.8 * np.cos(PI * v)) * np.sin(u), 0.8 * np.sin(PI * v)]
    )


def _moebius(u, v):
    w = 0.85 * v
    return np.array([(2 + w * np.cos(u / 2)) * np.cos(u), (2 + w * np.cos(u / 2)) * np.sin(u), w * np.sin(u / 2)])


def _helicoid(u, v):
    return np.array([2 * v * np.cos(1.5 * u), 2 * v * np.sin(1.5 * u), 0.42 * (u - PI)])


def _hyperboloid(u, v):
    size = 0.9 * np.sqrt(1 + 2.4 * v**2)
    return np.array([size * np.cos(u), size * np.sin(u), 1.4 * v])


def _sphere(u, v):
    return 1.9 * np.array([np.cos(PI / 2 * v) * np.cos(u), np.cos(PI / 2 * v) * np.sin(u), np.sin(PI / 2 * v)])


def cone_sphere_cylinder(scene: ThreeDScene, radius: float = 1.0):
    """Cone, sphere and cylinder: same width, same height, volumes as 1 to 2 to 3, as Archimedes found.

    Tags: geometry, volume, sphere, cone, cylinder, archimedes
    Wishes:
        volumes of sphere, cone and cylinder compared
        volume of a sphere
        why is the volume of a cone one third
        Archimedes sphere and cylinder
        volume of a cone
        ratio of cone, sphere and cylinder
        Archimedes' tombstone
        why is a cone a third of a cylinder?
        4/3 pi r^3
    Parameters:
        radius: the radius of all three; in [0.1, 100]; said: radius
    """
    size = 1.15
    space_stage(scene, phi=76, theta=-90)
    places = [-4.2, 0.0, 4.2]
    shapes = [
        parametric_mesh(lambda u, v: _lathe(places[0], size * (1 - v) / 2, u, size * v), (0, TAU), (-1, 1), (24, 6)),
        parametric_mesh(
            lambda u, v: _lathe(places[1], size * np.cos(PI / 2 * v), u, size * np.sin(PI / 2 * v)),
            (0, TAU),
            (-1, 1),
            (24, 10),
        ),
        parametric_mesh(lambda u, v: _lathe(places[2], size, u, size * v), (0, TAU), (-1, 1), (24, 6)),
    ]
    lid = Polygon(
        *[_lathe(places[2], size, t, size) for t in np.linspace(0, TAU, 25)[:-1]],
        fill_color="#7fd6c2",
        fill_opacity=1,
        stroke_width=1,
    )
    lid.shade_in_3d = True
    shapes[2].add(lid)
    names, colors = ("cone", "sphere", "cylinder"), (WARM, GOOD, MAIN)
    factors = (2 / 3, 4 / 3, 2.0)
    labels = VGroup(
        *[words(n, 32, c).move_to([x * 1.02, 2.2, 0]) for n, x, c in zip(names, places, colors, strict=True)]
    )
    volumes = VGroup(
        *[
            words(f"{number_text(f * radius**3, 3)} π", 34, c).move_to([x * 1.02, -1.95, 0])
            for f, x, c in zip(factors, places, colors, strict=True)
        ]
    )
    ratio = VGroup(
        *[words(str(k), 44, c).move_to([x * 1.02, -2.55, 0]) for k, x, c in zip((1, 2, 3), places, colors, strict=True)]
    )
    pin(scene, *labels, *volumes, *ratio)
    narrator = Narrator(scene)
    narrator.say(
        "A cone, a sphere, a cylinder: all equally wide and equally high.", *[FadeIn(x) for x in (*shapes, *labels)]
    )
    narrator.say(
        f"With radius {number_text(radius)} and height {number_text(2 * radius)}, these are the volumes.",
        FadeIn(volumes),
    )
    narrator.say("One to two to three.", FadeIn(ratio), color=FOCUS)
    cuts = VGroup(
        *[
            _cut(x, r, 0.4, c)
            for x, r, c in zip(places, (0.3 * size, size * np.sqrt(1 - 0.16), size), colors, strict=True)
        ]
    )
    narrator.say(
        "Why? Cut all three at the same height.", *[s.animate.set_opacity(0.3) for s in shapes], FadeIn(cuts), wait=1
    )
    narrator.say(
        "Cylinder minus sphere leaves rings as large as the slices of two half-height cones.", color=THIRD, wait=2
    )
    narrator.say(
        "Cone and sphere together fill the cylinder: 1 + 2 = 3.",
        *[s.animate.set_opacity(1) for s in shapes],
        FadeOut(cuts),
        color=FOCUS,
        wait=2,
    )


def _lathe(x: float, radius: float, angle: float, height: float):
    return np.array([x + radius * np.cos(angle), radius * np.sin(angle), height + 0.25])


def _cut(x: float, radius: float, height: float, color) -> VMobject:
    ring = [_lathe(x, radius, t, 1.15 * height) for t in np.linspace(0, TAU, 25)[:-1]]
    return Polygon(*ring, color=color, fill_opacity=0.8, stroke_width=2)


def double_integral(
    scene: ThreeDScene,
    function: Callable = lambda x, y: 4 - x**2 - 0.5 * y**2,
    label: str = r"4 - x^2 - \tfrac{1}{2}y^2",
    x_range: tuple[float, float] = (0, 1.5),
    y_range: tuple[float, float] = (0, 1.5),
):
    """Double integral: the volume under a surface, from ever thinner columns.

    Tags: multivariable calculus, double integral, volume, Riemann sum, columns
    Wishes:
        double integral as volume
        double integral of x*y over a square
        volume under a surface
        Riemann sums in two dimensions
        integrate a function of two variables
        volume below a surface by columns
        double integral over a rectangle
        iterated integral
    Parameters:
        function: the height as a function of x and y, as Python source
        label: its TeX
        x_range: from and to in x; said: x
        y_range: from and to in y; said: y
    """
    _, _, z = sampled(function, x_range, y_range)
    low, high = height_range(z)
    box = SpaceBox(x_range, y_range, (min(low, 0.0), max(high, 0.0)), (3.9, 3.9, 2.3), (0.9, 0.65, 0.0))
    space_stage(scene, phi=64, theta=-55)
    mesh = surface_mesh(box, function, 16, 0.9)
    law = corner_label(scene, r"\iint " + label + r"\; dx\, dy")
    narrator = Narrator(scene)
    narrator.say("How much space is under this surface?", FadeIn(box.axes()), FadeIn(mesh), FadeIn(law), wait=0.6)
    scene.begin_ambient_camera_rotation(rate=0.1)
    columns, note = VGroup(), None
    for count in (3, 6, 10):
        new, total = _columns(box, function, count)
        text = corner_words(scene, f"{count} × {count} columns: {number_text(total, 3)}", 1.5, FOCUS)
        said = (
            "Put columns under it, and add up their volumes." if count == 3 else "More and thinner columns fit better."
        )
        gone = [FadeOut(columns), FadeOut(note)] if note else [mesh.animate.set_opacity(0.25)]
        narrator.say(said, *gone, FadeIn(new), FadeIn(text), wait=0.9)
        columns, note = new, text
    scene.stop_ambient_camera_rotation()
    _, exact = _columns(box, function, 120, draw=False)
    value = corner_words(scene, f"limit {number_text(exact, 3)}", 0.9, GOOD, 34)
    narrator.say("The limit is the double integral: the volume.", FadeIn(value), color=GOOD, wait=2)


def _columns(box: SpaceBox, function: Callable, count: int, draw: bool = True):
    """count × count columns up to the height at their middle, as meshes, and the sum of their volumes."""
    xs, ys = np.linspace(*box.x_range, count + 1), np.linspace(*box.y_range, count + 1)
    shapes, total = VGroup(), 0.0
    for i in range(count):
        for j in range(count):
            height = float(function((xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2))
            height = height if np.isfinite(height) else 0.0
            total += height * (xs[1] - xs[0]) * (ys[1] - ys[0])
            if draw and abs(height) > 1e-9:
                shapes.add(*_column(box, (xs[i], xs[i + 1]), (ys[j], ys[j + 1]), height))
    return shapes, total


def _column(box: SpaceBox, x, y, height: float) -> list:
    corners = [(x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1])]
    low, high = box.z_range
    color = height_color((height - low) / (high - low))
    top = quad([box.place(*c, height) for c in corners], color)
    sides = []
    for k in (0, 1):  # the two sides that the camera sees
        a, b = corners[k], corners[k + 1]
        sides.append(quad([box.place(*a, 0), box.place(*b, 0), box.place(*b, height), box.place(*a, height)], color))
    for face in (top, *sides):
        face.set_stroke(BLACK, 0.8, opacity=0.8)
    return [top, *sides]
