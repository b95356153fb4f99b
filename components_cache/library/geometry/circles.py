"""Circles: circumference by rolling, area by rings and by slices."""

import math

from manim import *

from components_cache.library.geometry.figures import direction, haloed
from components_cache.library.theme import FOCUS, GHOST, GOOD, INK, MAIN, MUTED, OTHER, WARM, Narrator, formula


def circle_area_rings(scene: Scene, rings: int = 12):
    """Area of a circle: unrolled rings stack up to a triangle.

    Tags: geometry, circle, area, pi, integration, rings
    Wishes:
        area of a circle by unrolling rings
        why is the area of a circle pi r squared?
        cut a disc into rings and straighten them
        show A = pi r^2 with a triangle
        circle area formula
        concentric rings unrolled into a triangle
        peel a disk like an onion into strips
        why pi r^2?
        Animate unrolling thin rings of a disc to derive its area
    Parameters:
        rings: number of rings; in [5, 30]; said: rings, strips
    """
    narrator = Narrator(scene)
    radius, step = 1.5, 1.5 / rings
    center, ground = np.array([-3.6, 1.3, 0]), np.array([0, -2.0, 0])
    flat = ValueTracker(0)
    colors = color_gradient([MAIN, GOOD], rings)
    disc = VGroup(*[_ring(center, step * (i + 0.5), step, 0, colors[i]) for i in range(rings)])
    spoke = Line(center, center + radius * RIGHT, color=FOCUS)
    name = haloed(formula("r", size=40, color=FOCUS)).next_to(spoke, UP, buff=0.08)
    narrator.say("A disc of radius $r$. How large is its area?", FadeIn(disc), Create(spoke), FadeIn(name))
    narrator.say("Cut it into thin rings, each almost a straight strip.", disc.animate.set_stroke(BLACK, 1.2), wait=1)
    scene.play(FadeOut(spoke, name), run_time=0.4)
    strips = disc.copy()
    scene.add(strips)
    scene.play(disc.animate.set_fill(opacity=0.2), run_time=0.3)
    narrator.say("Unroll them, the longest at the bottom ...", wait=0)
    for i, strip in enumerate(strips):
        strip.add_updater(lambda mob, i=i: _unroll(mob, i, rings, step, center, ground, flat.get_value()))
    scene.play(flat.animate.set_value(1), run_time=5, rate_func=linear)
    strips.clear_updaters()
    base = Line(ground + math.pi * radius * LEFT, ground + math.pi * radius * RIGHT, color=WARM, stroke_width=6)
    length = formula(r"2\pi r", size=44, color=WARM).next_to(base, DOWN, buff=0.15)
    height = Line(ground, ground + radius * UP, color=FOCUS, stroke_width=5).next_to(
        base, RIGHT, buff=0.35, aligned_edge=DOWN
    )
    tall = formula("r", size=44, color=FOCUS).next_to(height, RIGHT, buff=0.15)
    level = DashedLine(ground + radius * UP, height.get_top(), color=MUTED, stroke_width=2)
    corners = [ground + math.pi * radius * LEFT, ground + math.pi * radius * RIGHT, ground + radius * UP]
    narrator.say(
        "... and they fill a triangle, the better the thinner they are.", Create(Polygon(*corners, color=INK)), wait=1
    )
    narrator.say(
        r"Its base is the outermost ring, $2\pi r$; its height is $r$.",
        Create(base), FadeIn(length), Create(level), Create(height), FadeIn(tall),
    )  # fmt: skip
    area = formula("A", "=", r"\tfrac12", r"\cdot", r"2\pi r", r"\cdot", "r", size=54)
    area[4].set_color(WARM), area[6].set_color(FOCUS)
    area.move_to([2.6, 1.9, 0])
    narrator.say("Half of base times height.", Write(area), wait=0.8)
    result = formula("A", "=", r"\pi r^2", size=72).move_to([2.6, 0.7, 0])
    back = disc.animate.set_fill(opacity=0.9)
    narrator.say(r"So the area of a disc is $\pi r^2$.", TransformFromCopy(area, result), back, wait=1.5)


def _ring(center, middle: float, width: float, flat: float, color) -> VMobject:
    strip = VMobject(fill_color=color, fill_opacity=0.9, stroke_width=0.4, stroke_color=BLACK)
    return strip.set_points_as_corners(_strip_points(center + middle * DOWN, middle, width, flat))


def _strip_points(touch, middle: float, width: float, flat: float) -> np.ndarray:
    """Outline of a ring cut at its top and bent open; `touch` is the lowest point of its middle line."""
    bend = max(1e-3, 1 - flat)
    curve = middle / bend
    along = np.linspace(-PI, PI, 41) * bend
    outer = [touch + curve * UP + (curve + width / 2) * np.array([math.sin(t), -math.cos(t), 0]) for t in along]
    inner = [touch + curve * UP + (curve - width / 2) * np.array([math.sin(t), -math.cos(t), 0]) for t in along[::-1]]
    return np.array([*outer, *inner, outer[0]])


def _unroll(strip: VMobject, i: int, rings: int, step: float, center, ground, time: float) -> None:
    """Place strip i at a moment of the show: the outer rings go first."""
    start = 0.55 * (rings - 1 - i) / rings
    done = smooth(min(1.0, max(0.0, (time - start) / 0.42)))
    middle = step * (i + 0.5)
    goal = ground + (rings - i - 0.5) * step * UP
    touch = interpolate(center + middle * DOWN, goal, done)
    strip.set_points_as_corners(_strip_points(touch, middle, step, done))


def circle_area_slices(scene: Scene, slices: int = 16):
    """Area of a circle by slices: thin pieces of pie make a rectangle.

    Tags: geometry, circle, area, pi, sectors, rearrangement
    Wishes:
        area of a circle by cutting it into slices
        rearrange a pizza into a rectangle
        circle area with 24 sectors
        disc area from pie pieces
        pizza slices rearranged to find the area of a circle
        sectors of a circle form a parallelogram
        cut a disk into wedges and line them up
        circle area by wedges
        Archimedes-style rearrangement of sectors into a rectangle of pi r by r
    Parameters:
        slices: number of slices; in [8, 40]; said: slices, pieces, sectors
    """
    narrator = Narrator(scene)
    count = max(8, slices - slices % 2)
    radius, center = 2.0, np.array([-4.2, 0.1, 0])
    turn = TAU / count
    left = center[0] + 3.2
    pieces = VGroup()
    for i in range(count):
        color = MAIN if i < count // 2 else OTHER
        piece = Sector(radius=radius, angle=turn, start_angle=i * turn, color=color, fill_opacity=0.8)
        pieces.add(piece.set_stroke(INK, 1).shift(center))
    spoke = Line(center, center + radius * RIGHT, color=FOCUS, stroke_width=6)
    name = haloed(formula("r", size=44, color=FOCUS)).next_to(spoke, UP, buff=0.1)
    narrator.say("Cut a disc into equal slices.", LaggedStart(*[FadeIn(p) for p in pieces], lag_ratio=0.08))
    scene.play(Create(spoke), FadeIn(name))
    around = Circle(radius, color=WARM, stroke_width=6).move_to(center)
    length = formula(r"2\pi r", size=44, color=WARM).next_to(around, UP, buff=0.1)
    narrator.say("Half of the rim will go to the top, half to the bottom.", Create(around), FadeIn(length), wait=0.8)
    scene.play(FadeOut(around, length, spoke, name), run_time=0.4)
    remembered = pieces.copy().set_fill(opacity=0.18).set_stroke(opacity=0.3)
    scene.add(remembered, pieces)
    targets = []
    width = 2 * radius * math.sin(turn / 2)
    tall = radius * math.cos(turn / 2)
    for i, piece in enumerate(pieces):
        upper = i >= count // 2
        k = i - count // 2 if upper else i
        x = left + (k + (1.0 if upper else 0.5)) * width
        tip = np.array([x, 0.1 - tall / 2 if not upper else 0.1 + tall / 2, 0])
        bend = (PI / 2 if not upper else -PI / 2) - (i + 0.5) * turn
        bend = (bend + PI) % TAU - PI
        goal = piece.copy().shift(-center).rotate(bend, about_point=ORIGIN).shift(tip)
        targets.append(Transform(piece, goal, path_arc=bend))
    narrator.say(
        "Lay them side by side, pointing up and down in turn.",
        LaggedStart(*targets, lag_ratio=0.05, run_time=3.5),
        wait=0.6,
    )
    span = count // 2 * width
    bottom, roof = (
        Line([left + width / 4, 0.1 - tall / 2, 0], [left + width / 4 + span, 0.1 - tall / 2, 0]),
        0.1 + tall / 2,
    )
    below = Brace(bottom, DOWN, buff=0.15, color=MUTED)
    side = Brace(Line([left + span + width / 2, roof - tall, 0], [left + span + width / 2, roof, 0]), LEFT, color=MUTED)
    side.next_to(pieces, LEFT, buff=0.1)
    half = below.get_tex(r"\pi r").set_color(WARM)
    rise = side.get_tex("r").set_color(FOCUS)
    narrator.say(
        r"Almost a rectangle: half the rim, $\pi r$, wide and $r$ high.",
        GrowFromCenter(below),
        FadeIn(half),
        GrowFromCenter(side),
        FadeIn(rise),
    )
    area = formula("A", "=", r"\pi r", r"\cdot", "r", "=", r"\pi r^2", size=60).move_to([left + span / 2, 2.2, 0])
    area[2].set_color(WARM), area[4].set_color(FOCUS)
    narrator.say("The thinner the slices, the better the rectangle.", Write(area[:5]))
    narrator.say(r"In the limit the area is exactly $\pi r^2$.", Write(area[5:]), wait=1.5)


def circumference_rolling(scene: Scene, diameter: float = 1.0):
    """Circumference and pi: a wheel rolls once and lays its rim on the ground.

    Tags: geometry, circle, pi, circumference, rolling wheel
    Wishes:
        circumference of a circle and pi by rolling
        what is pi?
        roll a wheel to show pi
        why is the circumference 2 pi r
        circumference of a circle
        a wheel rolling one full turn
        ratio of circumference to diameter
        Demonstrate the definition of pi by rolling a circle along a line
    Parameters:
        diameter: diameter of the wheel; in [0.5, 10]; said: diameter
    """
    narrator = Narrator(scene)
    unit = 3.2
    ground = -1.3
    start = np.array([-5.0, ground, 0])
    line = NumberLine([0, 3.6, 1], length=3.6 * unit, color=MUTED, include_ticks=True, tick_size=0.12)
    line.shift(start - line.n2p(0))
    marks = VGroup()
    for k in range(4):
        text = "0" if k == 0 else ("d" if k == 1 else f"{k}d")
        marks.add(formula(text, size=36, color=MUTED).next_to(line.n2p(k), DOWN, buff=0.25))
    rolled = ValueTracker(0)
    wheel = Circle(unit / 2, color=MAIN, stroke_width=5).move_to(start + unit / 2 * UP)
    across = DoubleArrow(wheel.get_left(), wheel.get_right(), buff=0, color=FOCUS, stroke_width=4, tip_length=0.2)
    name = formula("d", size=44, color=FOCUS).next_to(across, UP, buff=0.1)
    narrator.say(
        "A wheel of diameter $d$, and a ruler marked in diameters.",
        Create(wheel),
        FadeIn(across, name),
        Create(line),
        FadeIn(marks),
    )
    scene.play(FadeOut(across, name), run_time=0.4)
    live = always_redraw(lambda: _rolling_wheel(start, unit / 2, rolled.get_value()))
    scene.remove(wheel)
    scene.add(live)
    narrator.say(
        "Roll it once, and let its rim unwind onto the ruler.",
        rolled.animate(run_time=5, rate_func=smooth).set_value(TAU),
        wait=0.6,
    )
    end = start + PI * unit * RIGHT
    arrow = Arrow(end + 1.2 * DOWN, end + 0.08 * DOWN, color=FOCUS, buff=0.05)
    value = formula(r"\pi d", "=", r"3.14159\ldots", "d", size=44, color=FOCUS).next_to(arrow, DOWN, buff=0.05)
    value.shift(max(0.0, value.get_right()[0] - 6.5) * LEFT)
    narrator.say("It ends a bit beyond three diameters.", GrowArrow(arrow), Write(value))
    real = PI * diameter
    rule = formula("C", "=", r"\pi d", "=", r"2\pi r", size=64).move_to([-1.2, 1.6, 0])
    example = formula(rf"d = {diameter:g}:\quad C \approx {real:.4g}", size=40, color=MUTED).next_to(
        rule, DOWN, buff=0.4
    )
    narrator.say("That number is the same for every circle: we call it $\\pi$.", Write(rule), FadeIn(example), wait=1.5)


def _rolling_wheel(start, radius: float, turn: float) -> VGroup:
    """The wheel after rolling by `turn` radians; the part of the rim left on the ground is drawn as a line."""
    center = start + radius * UP + radius * turn * RIGHT
    left = Arc(radius, -PI / 2, TAU - turn, arc_center=center, color=WARM, stroke_width=6)
    rim = Circle(radius, color=GHOST, stroke_width=2).move_to(center)
    laid = Line(start, start + max(radius * turn, 1e-3) * RIGHT, color=WARM, stroke_width=8)
    spoke = Line(center, center + radius * direction(-PI / 2 - turn), color=MAIN, stroke_width=4)
    return VGroup(rim, left, laid, spoke, Dot(center, color=MAIN, radius=0.06))
