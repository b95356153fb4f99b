"""Angles: in triangles, in circles, in polygons."""

import math

from manim import *

from components_cache.library.geometry.figures import (
    angle_wedge,
    direction,
    right_angle_mark,
    shape,
    wedge_label,
)
from components_cache.library.theme import FOCUS, GHOST, GOOD, INK, MAIN, MUTED, OTHER, WARM, Narrator, formula, words


def triangle_angle_sum(scene: Scene, alpha: float = 50.0, beta: float = 70.0):
    """Angles of a triangle: a parallel line shows that they sum to 180 degrees.

    Tags: geometry, triangle, angle sum, parallel lines, straight angle
    Wishes:
        why the angles of a triangle sum to 180
        angle sum of a triangle
        prove that the three angles of a triangle make a straight line
        tear off the corners of a triangle
        interior angles of a triangle add up to 180 degrees
        angle sum of a triangle proof with a parallel line
        why do the three corners of a triangle make a straight line?
        tear the corners off a paper triangle
        sum of angles in a triangle
    Parameters:
        alpha: the left angle in degrees; in [30, 65]; said: alpha, first angle
        beta: the right angle in degrees; in [30, 65]; said: beta, second angle
    """
    narrator = Narrator(scene)
    left, right, top = _corners(alpha, beta)
    triangle = shape([left, right, top], INK, 0.06)
    wedges = VGroup(
        angle_wedge(left, right, top, 0.75, MAIN),
        angle_wedge(right, left, top, 0.75, OTHER),
        angle_wedge(top, left, right, 0.75, WARM),
    )
    labels = VGroup(
        wedge_label(r"\alpha", left, right, top, 1.05, MAIN),
        wedge_label(r"\beta", right, left, top, 1.05, OTHER),
        wedge_label(r"\gamma", top, left, right, 1.1, WARM),
    )
    narrator.say("Take any triangle, with three different angles.", Create(triangle), FadeIn(wedges), FadeIn(labels))
    parallel = DashedLine(top + 5 * LEFT, top + 5 * RIGHT, color=MUTED, stroke_width=2)
    narrator.say("Draw the line through the top that is parallel to the base.", Create(parallel), wait=1)
    narrator.say("Turn the left corner half around the middle of its side ...", wait=0)
    one = _turn_corner(scene, triangle, wedges[0], (left + top) / 2)
    narrator.say("... and the right corner around the middle of the other side.", wait=0)
    other = _turn_corner(scene, triangle, wedges[1], (right + top) / 2)
    names = VGroup(
        formula(r"\alpha", size=36, color=MAIN).move_to(top + 1.15 * direction(PI + alpha / 2 * DEGREES)),
        formula(r"\beta", size=36, color=OTHER).move_to(top + 1.15 * direction(-beta / 2 * DEGREES)),
    )
    scene.play(FadeIn(names), one.animate.set_fill(opacity=0.85), other.animate.set_fill(opacity=0.85))
    scene.play(Indicate(VGroup(one, wedges[2], other), color=FOCUS, scale_factor=1.15))
    parts = [r"\alpha", "+", r"\gamma", "+", r"\beta", "=", r"180^\circ"]
    total = formula(*parts, size=52).move_to(1.9 * DOWN)
    total[0].set_color(MAIN), total[2].set_color(WARM), total[4].set_color(OTHER)
    degrees = [f"{alpha:g}^\\circ", "+", f"{180 - alpha - beta:g}^\\circ", "+", f"{beta:g}^\\circ", "=", r"180^\circ"]
    numbers = formula(*degrees, size=40).next_to(total, DOWN, buff=0.25)
    numbers[0].set_color(MAIN), numbers[2].set_color(WARM), numbers[4].set_color(OTHER)
    narrator.say("Side by side, the three angles make one straight line.", Write(total), FadeIn(numbers))
    narrator.say("The angles of every triangle sum to 180 degrees.", wait=1.5)


def _corners(alpha: float, beta: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Corners with the wanted angles, the top over the origin; half-turned copies stay on the stage."""
    slopes = 1 / math.tan(alpha * DEGREES) + 1 / math.tan(beta * DEGREES)
    height = min(3.1, 6.5 / slopes)
    base = height * slopes
    left = np.array([-height / math.tan(alpha * DEGREES), 1.9 - height, 0])
    return left, left + base * RIGHT, left + height / math.tan(alpha * DEGREES) * RIGHT + height * UP


def _turn_corner(scene: Scene, triangle: Polygon, wedge: Sector, pivot: np.ndarray) -> Sector:
    """A copy of the triangle with one corner, turned half a turn around the middle of a side."""
    ghost, corner = triangle.copy().set_stroke(GHOST, 2).set_fill(opacity=0.05), wedge.copy()
    moving = VGroup(ghost, corner)
    scene.play(FadeIn(moving), run_time=0.3)
    scene.play(Rotate(moving, PI, about_point=pivot), run_time=1.6)
    scene.play(FadeOut(ghost), run_time=0.3)
    return corner


def thales_theorem(scene: Scene, start: float = 60.0, end: float = 130.0):
    """Thales' theorem: every angle in a semicircle is a right angle.

    Tags: geometry, circle, right angle, diameter, isosceles triangle
    Wishes:
        Thales' theorem
        why is the angle in a semicircle 90 degrees?
        right angle over the diameter of a circle
        move a point on a half circle and watch the angle
        angle in a semicircle
        triangle inscribed in a half circle has a right angle
        Thales circle
        Demonstrate that a point on a circle sees the diameter at 90 degrees
        Thales
    Parameters:
        start: first position of the point on the half circle in degrees; in [35, 145]; said: from, start
        end: last position of the point in degrees; in [35, 145]; said: to, end
    """
    narrator = Narrator(scene)
    radius, center = 3.7, np.array([-2.6, -2.0, 0])
    left, right = center + radius * LEFT, center + radius * RIGHT
    turn = ValueTracker(start)

    def tip() -> np.ndarray:
        return center + radius * direction(turn.get_value() * DEGREES)

    arc = Arc(radius, 0, PI, arc_center=center, color=MUTED)
    diameter = Line(left, right, color=INK)
    sides = always_redraw(lambda: VMobject(color=MAIN).set_points_as_corners([left, tip(), right]))
    dot = always_redraw(lambda: Dot(tip(), color=FOCUS, radius=0.09))
    corner = always_redraw(lambda: right_angle_mark(tip(), left, right, 0.35, FOCUS))
    narrator.say("A half circle over its diameter.", Create(arc), Create(diameter))
    scene.play(Create(sides), FadeIn(dot))
    ninety = formula(r"90^\circ", size=60, color=FOCUS).move_to([4.6, 1.9, 0])
    narrator.say(
        "Join any point of it with the two ends: the angle there is right.", FadeIn(corner), Write(ninety), wait=1
    )
    for goal in (150, 25, end):
        scene.play(turn.animate.set_value(goal), run_time=1.6)
    narrator.say("Wherever the point goes. But why?", wait=0.8)
    top = tip()
    radii = VGroup(*[Line(center, end_, color=OTHER, stroke_width=5) for end_ in (left, top, right)])
    middle = Dot(center, color=OTHER)
    narrator.say("The centre is equally far from all three corners.", FadeIn(middle), *[Create(r) for r in radii])
    alphas = VGroup(angle_wedge(left, right, top, 0.8, WARM), angle_wedge(top, left, center, 0.8, WARM))
    betas = VGroup(angle_wedge(right, left, top, 0.8, GOOD), angle_wedge(top, right, center, 0.8, GOOD))
    names = VGroup(
        wedge_label(r"\alpha", left, right, top, 1.15, WARM),
        wedge_label(r"\alpha", top, left, center, 1.15, WARM),
        wedge_label(r"\beta", right, left, top, 1.15, GOOD),
        wedge_label(r"\beta", top, right, center, 1.15, GOOD),
    )
    narrator.say(
        "So there are two isosceles triangles, with equal angles.",
        FadeOut(corner),
        FadeIn(alphas, betas),
        FadeIn(names),
    )
    total = formula("2", r"\alpha", "+", "2", r"\beta", r"= 180^\circ", size=48)
    half = formula(r"\alpha", "+", r"\beta", r"= 90^\circ", size=56)
    total[1].set_color(WARM), total[4].set_color(GOOD), half[0].set_color(WARM), half[2].set_color(GOOD)
    VGroup(total, half).arrange(DOWN, buff=0.5).move_to([4.4, 0.5, 0])
    narrator.say(
        r"The angles of the large triangle: $\alpha + \alpha + \beta + \beta = 180^\circ$.",
        FadeOut(ninety),
        Write(total),
    )
    scene.play(TransformMatchingShapes(total.copy(), half))
    narrator.say("Half of a straight angle is a right angle.", Circumscribe(half, color=FOCUS), wait=1.5)


def inscribed_angle(scene: Scene, arc: float = 100.0):
    """Inscribed angle theorem: the angle at the centre is twice the angle on the circle.

    Tags: geometry, circle, central angle, chord, arc
    Wishes:
        inscribed angle theorem
        why is the central angle twice the inscribed angle?
        angles over the same chord are equal
        central and inscribed angle over an arc of 80 degrees
        inscribed angle
        central angle theorem
        peripheral angle and central angle
        angle at the circumference is half the angle at the centre
        circle theorems
    Parameters:
        arc: the arc between the two fixed points in degrees; in [40, 160]; said: arc, central angle, degrees
    """
    narrator = Narrator(scene)
    radius, center = 2.55, np.array([-2.9, 0.05, 0])

    def on_circle(degrees: float) -> np.ndarray:
        return center + radius * direction(degrees * DEGREES)

    left, right = on_circle(270 - arc / 2), on_circle(270 + arc / 2)
    turn = ValueTracker(70)
    circle = Circle(radius, color=MUTED).move_to(center)
    over = ArcBetweenPoints(left, right, radius=radius, color=FOCUS, stroke_width=7)
    sides = always_redraw(
        lambda: VMobject(color=MAIN).set_points_as_corners([left, on_circle(turn.get_value()), right])
    )
    wedge = always_redraw(lambda: angle_wedge(on_circle(turn.get_value()), left, right, 0.7, MAIN))
    dot = always_redraw(lambda: Dot(on_circle(turn.get_value()), color=MAIN))
    radii = VMobject(color=WARM).set_points_as_corners([left, center, right])
    middle = angle_wedge(center, left, right, 0.6, WARM)
    narrator.say("A circle, an arc on it, and a point that looks at the arc.", Create(circle), Create(over))
    scene.play(Create(sides), FadeIn(dot, wedge))
    seen = VGroup(words("on the circle", 30), formula(f"{arc / 2:g}^\\circ", size=60, color=MAIN)).arrange(DOWN)
    central = VGroup(words("at the centre", 30), formula(f"{arc:g}^\\circ", size=60, color=WARM)).arrange(DOWN)
    VGroup(seen, central).arrange(RIGHT, buff=0.9).move_to([3.6, 1.4, 0])
    low, high = 270 + arc / 2 - 360 + 22, 270 - arc / 2 - 22
    narrator.say(
        "Move it along the circle: the angle does not change.", FadeIn(seen), turn.animate.set_value(high - 20), wait=0
    )
    scene.play(turn.animate.set_value(low + 20), run_time=2)
    narrator.say(
        "From the centre the same arc looks exactly twice as wide.", Create(radii), FadeIn(middle), FadeIn(central)
    )
    scene.play(turn.animate.set_value(78), run_time=1)
    point = on_circle(78)
    spoke = DashedLine(center + normalize(center - point) * radius, point, color=OTHER)
    narrator.say("Why? The line through the centre cuts both angles in two.", Create(spoke), wait=1)
    marks = VGroup(angle_wedge(point, left, center, 0.95, OTHER), angle_wedge(left, point, center, 0.95, OTHER))
    outer = angle_wedge(center, left, 2 * center - point, 0.95, OTHER)
    bit = formula("x", "+", "x", "=", "2x", size=54, color=OTHER).move_to([3.6, -0.9, 0])
    narrator.say(
        "Each side has an isosceles triangle; its outer angle is $x + x$.", FadeIn(marks), FadeIn(outer), Write(bit)
    )
    rule = words("central angle = 2 · inscribed angle", 32, FOCUS).scale(0.9).move_to([3.4, -2.0, 0])
    narrator.say("So the centre sees twice the angle that the circle sees.", FadeIn(rule, shift=0.2 * UP), wait=1.5)


def polygon_angles(scene: Scene, n: int = 6):
    """Angles of a polygon: n - 2 triangles make the sum (n - 2) times 180 degrees.

    Tags: geometry, polygon, interior angles, triangulation
    Wishes:
        interior angles of a polygon
        sum of the angles of a hexagon
        angle sum of an n-gon
        why do the angles of an octagon sum to 1080 degrees
        angle sum of a pentagon
        sum of interior angles of a polygon
        split a polygon into triangles
        formula (n-2) times 180 degrees for polygons
        how large are the angles of a regular polygon?
    Parameters:
        n: number of corners; in [4, 10]; said: n, corners, sides, gon, vertices
    """
    narrator = Narrator(scene)
    center = np.array([-3.2, 0.05, 0])
    rng = np.random.default_rng(n)
    turns = PI / 2 + TAU * (np.arange(n) + rng.uniform(-0.2, 0.2, n)) / n
    corners = [center + np.array([2.9 * math.cos(t), 2.45 * math.sin(t), 0]) for t in turns]
    outline = Polygon(*corners, color=INK)
    wedges = VGroup(
        *[angle_wedge(corners[i], corners[i - 1], corners[(i + 1) % n], 0.42, FOCUS) for i in range(n)],
    )
    narrator.say(f"A polygon with {n} corners. What do its angles sum to?", Create(outline), FadeIn(wedges))
    colors = [MAIN, OTHER, WARM, GOOD]
    triangles = VGroup(
        *[shape([corners[0], corners[i], corners[i + 1]], colors[i % 4], 0.45, 2) for i in range(1, n - 1)],
    )
    scene.play(FadeOut(wedges), run_time=0.4)
    narrator.say("From one corner, cut it into triangles.", LaggedStart(*[FadeIn(t) for t in triangles], lag_ratio=0.5))
    count = formula(f"{n}", "-", "2", "=", f"{n - 2}", r"\text{ triangles}", size=48).move_to([3.4, 1.7, 0])
    narrator.say("Every side that does not touch this corner gives one triangle.", Write(count))
    marks = VGroup(*[_three_wedges(t) for t in triangles])
    narrator.say("Their angles together are exactly the angles of the polygon.", FadeIn(marks))
    each = formula(f"{n - 2}", r"\cdot 180^\circ", "=", f"{(n - 2) * 180}^\\circ", size=56).move_to([3.4, 0.4, 0])
    narrator.say("Each triangle has 180 degrees.", Write(each))
    rule = formula("(n-2)", r"\cdot 180^\circ", size=60, color=FOCUS).move_to([3.4, -1.2, 0])
    narrator.say(
        "The angles of an $n$-gon sum to $(n-2)\\cdot 180^\\circ$.", TransformFromCopy(each[:2], rule), wait=1.5
    )


def _three_wedges(triangle: Polygon) -> VGroup:
    a, b, c = triangle.get_vertices()
    color = triangle.get_stroke_color()
    return VGroup(*[angle_wedge(p, q, r, 0.42, color, 0.9) for p, q, r in ((a, b, c), (b, a, c), (c, a, b))])
