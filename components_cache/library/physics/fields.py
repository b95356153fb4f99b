"""The electric field of point charges: forces on a test charge, arrows, field lines."""

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import runge_kutta, strokes
from components_cache.library.theme import (
    BACKGROUND,
    FOCUS,
    INK,
    MAIN,
    OTHER,
    WARM,
    Narrator,
    backed,
    fit,
    formula,
    words,
)

CHARGE_RADIUS = 0.34


def charge_places(count: int, center) -> list:
    """Where one to four charges stand: in a row, a triangle or a square around `center`."""
    offsets = {
        1: [(0, 0)],
        2: [(-2, 0), (2, 0)],
        3: [(-2.3, 0.8), (2.3, 0.8), (0, -1.4)],
        4: [(-2.3, 1.15), (2.3, 1.15), (2.3, -1.15), (-2.3, -1.15)],
    }[count]
    return [center + np.array([x, y, 0.0]) for x, y in offsets]


def charge_color(value: float):
    """Positive charges are warm, negative ones cool."""
    return WARM if value > 0 else MAIN


def drawn_charge(value: float, place) -> VGroup:
    """A ball with the value of its charge."""
    ball = Dot(place, radius=CHARGE_RADIUS, color=charge_color(value))
    text = words(f"{value:+.2g}".replace("-", "−"), 26, BACKGROUND)
    return VGroup(ball, fit(text, width=0.56).move_to(place)).set_z_index(3)


def coulomb(charges: list[float], places: list, point) -> list:
    """The field of each charge at a point, as vectors of the plane (three components); Coulomb's constant is 1."""
    ways = [point - place for place in places]
    return [q * way / max(np.linalg.norm(way), 0.05) ** 3 for q, way in zip(charges, ways, strict=True)]


def field_line(charges: list[float], places: list, start, sign: int, window) -> np.ndarray:
    """The line from `start` along the field (sign 1) or against it (-1), up to the next charge or the window's edge."""
    left, right, bottom, top = window

    def direction(point):
        inside = left <= point[0] <= right and bottom <= point[1] <= top
        near = min(np.linalg.norm(point - place) for place in places)
        total = sum(coulomb(charges, places, point))
        size = np.linalg.norm(total)
        return sign * total / size if inside and near >= CHARGE_RADIUS and size > 1e-3 else np.full(3, np.nan)

    return runge_kutta(direction, start, 0.06, 400)


def field_lines(charges: list[float], places: list, window, most: int = 16) -> list[np.ndarray]:
    """Lines in the direction of the field; each charge has as many as its share of the largest one.

    The sign that has more charge sends out its lines; the others get further ones where too few have arrived.
    """
    lead = 1 if sum(charges) >= 0 else -1
    largest = max(abs(q) for q in charges)
    lines, ends = [], []
    for q, place in sorted(zip(charges, places, strict=True), key=lambda pair: -lead * pair[0]):
        count = round(most * abs(q) / largest)
        sign = 1 if q > 0 else -1
        arrived = [end - place for end in ends if np.linalg.norm(end - place) < CHARGE_RADIUS + 0.12]
        angles = free_angles([np.arctan2(way[1], way[0]) for way in arrived], count)
        for angle in angles:
            start = place + (CHARGE_RADIUS + 0.01) * np.array([np.cos(angle), np.sin(angle), 0])
            line = field_line(charges, places, start, sign, window)
            if len(line) > 4:
                ends.append(line[-1])
                lines.append(line[::sign])
    return lines


def free_angles(taken: list[float], count: int) -> list[float]:
    """Angles that make `taken` up to `count` around a circle: evenly spaced, or in the largest gaps."""
    if not taken:
        return [TAU * (k + 0.5) / count for k in range(count)]
    angles, added = sorted(taken), []
    for first, second in zip(angles, [*angles[1:], angles[0] + TAU], strict=True):
        steps = round((second - first) / (TAU / count))
        added += [first + (second - first) * k / steps for k in range(1, steps)]
    return added


def drawn_line(points, color) -> VGroup:
    """A field line with an arrowhead in its middle."""
    curve = VMobject(stroke_color=color, stroke_width=3).set_points_as_corners(points)
    middle = len(points) // 2
    way = points[min(middle + 1, len(points) - 1)] - points[middle - 1]
    head = Triangle(color=color, fill_opacity=1, stroke_width=0).scale(0.1)
    head.rotate(np.arctan2(way[1], way[0]) - PI / 2).move_to(points[middle])
    return VGroup(curve, head)


def force_arrow(start, way, color, width: float = 5) -> Mobject:
    """An arrow of a force; nothing where it is too short to be seen."""
    if np.linalg.norm(way) < 0.08:
        return VectorizedPoint(start)
    return Arrow(start, start + way, buff=0, color=color, stroke_width=width, tip_length=0.2).set_z_index(2)


def electric_field(scene: Scene, charges: list[float] = [1, -1]):
    """Electric field: charges push and pull a test charge, and field lines show its way.

    Tags: physics, electricity, electrostatics, electric field, field lines, dipole, Coulomb, point charges, force
    Wishes:
        electric field of two charges
        field lines of a dipole
        electric dipole
        show the electric field of a positive and a negative charge
        electric field lines of two opposite charges
        how does a test charge move between a plus and a minus charge?
        Coulomb force of two point charges on a test charge
        field of charges 2 and -1
        electrostatics
    Parameters:
        charges: the charges, positive or negative; 1 to 4 items in [-3, 3]; said: charges, charge, q
    """
    center = np.array([-1.85, 0.05, 0.0])
    window = (-6.6, 2.9, -2.7, 2.8)
    charges = [q if abs(q) >= 0.05 else 0.05 for q in charges]
    places = charge_places(len(charges), center)
    balls = VGroup(*[drawn_charge(q, place) for q, place in zip(charges, places, strict=True)])
    narrator = Narrator(scene)
    narrator.say(_introduction(charges), LaggedStart(*[GrowFromCenter(ball) for ball in balls], lag_ratio=0.4))
    test, arrows, panel = _forces(scene, narrator, charges, places, center)
    grid = _arrow_grid(charges, places, window)
    narrator.say(
        "One such arrow at every place: that is the electric field.",
        FadeOut(test),
        FadeOut(arrows),
        color=OTHER,
        wait=0,
    )
    scene.play(LaggedStart(*[FadeIn(part) for part in grid], lag_ratio=0.4), run_time=1.8)
    scene.wait(0.8)
    lines = field_lines(charges, places, window)
    drawn = VGroup(*[drawn_line(points, OTHER) for points in lines])
    narrator.say(
        _told_lines(charges),
        grid.animate.set_stroke(opacity=0.16),
        LaggedStart(*[Create(line[0], rate_func=linear) for line in drawn], lag_ratio=0.05, run_time=3),
        LaggedStart(*[FadeIn(line[1]) for line in drawn], lag_ratio=0.05, run_time=3),
        wait=0.8,
    )
    scene.remove(*drawn)
    scene.add(drawn)
    _ride(scene, narrator, charges, places, lines)
    _last(scene, narrator, charges, places, panel)


def like_charges(scene: Scene, sign: str = "positive", ratio: float = 1.0):
    """Field of two like charges: the lines avoid each other, and between them is a place without any force.

    Tags: physics, electricity, electrostatics, electric field, field lines, repulsion, equal charges, same sign
    Wishes:
        electric field of two positive charges
        field lines of two equal charges
        field lines between charges of the same sign
        two negative charges and their field lines
        why do like charges repel?
        point of zero field between two charges of the same sign
        electric field of two charges of the same sign
    Parameters:
        sign: the sign of both charges; one of: positive, negative
        ratio: the second charge compared with the first; in [0.5, 2]; said: ratio, times
    """
    first = -1.0 if sign == "negative" else 1.0
    electric_field(scene, [first, first * ratio])


def point_charge(scene: Scene, sign: str = "positive"):
    """Field of a point charge: rays in all directions, four times weaker at twice the distance.

    Tags: physics, electricity, electrostatics, electric field, field lines, Coulomb's law, inverse square
    Wishes:
        electric field of a point charge
        field lines of a single charge
        electric field around a negative charge
        Coulomb's law
        how does the electric field fall off with distance?
        electric field around a single point charge
    Parameters:
        sign: the sign of the charge; one of: positive, negative
    """
    electric_field(scene, [-1.0 if sign == "negative" else 1.0])


def _introduction(charges: list[float]) -> str:
    if len(charges) == 1:
        return "A charge fills the space around it with a field."
    if max(charges) > 0 > min(charges):
        return "Charges of both signs. What would another charge feel near them?"
    return "Charges of the same sign. What would another charge feel near them?"


def _told_lines(charges: list[float]) -> str:
    if max(charges) > 0 > min(charges):
        return "Follow the arrows: lines run from the positive to the negative charges."
    name = "charge" if len(charges) == 1 else "charges"
    if max(charges) > 0:
        return f"Follow the arrows: lines run from the positive {name} out to infinity."
    return f"Follow the arrows: lines come from infinity and end at the negative {name}."


def _forces(scene, narrator, charges, places, center):
    """A test charge and the forces on it, carried around; returns the charge, the arrows and the formulas."""
    test = Dot(center + np.array([-0.5, 1.45, 0]), radius=0.12, color=FOCUS).set_z_index(5)

    def shares():
        ways = coulomb(charges, places, test.get_center())
        longest = max(np.linalg.norm(way) for way in [*ways, sum(ways)])
        most, factor = (0.75, 1.5) if len(charges) == 1 else (1.7, 5.0)
        return [way * min(factor, most / max(longest, 1e-6)) for way in ways]

    def single():
        return VGroup(
            *[force_arrow(test.get_center(), way, charge_color(q)) for q, way in zip(charges, shares(), strict=True)]
        )

    def total():
        return force_arrow(test.get_center(), sum(shares()), OTHER, 7)

    law = formula(r"|\vec E_i|", "=", r"k\,\frac{|q_i|}{r_i^2}", size=40)
    if len(charges) == 1:
        law = formula(r"|\vec E\,|", "=", r"k\,\frac{|q|}{r^2}", size=40)
        law[0].set_color(OTHER)
    law.move_to([4.95, 1.75, 0])
    parts = always_redraw(single)
    narrator.say(_told_forces(charges), FadeIn(test, scale=2), FadeIn(parts), FadeIn(law))
    sums = _sum_formula(charges).next_to(law, DOWN, buff=0.5)
    result = always_redraw(total)
    if len(charges) > 1:
        narrator.say("Add the arrows: that is the force on one unit of charge.", FadeIn(result), Write(sums), wait=1)
    else:
        scene.add(result)
        scene.remove(parts)
    way = ArcBetweenPoints(test.get_center(), center + np.array([1.0, 1.65, 0]), angle=-0.9)
    back = ArcBetweenPoints(way.get_end(), center + np.array([0.2, -1.0 if len(charges) < 3 else 0.4, 0]), angle=-0.6)
    narrator.say(
        "Carry it elsewhere, and the force turns and grows.",
        Succession(MoveAlongPath(test, way, run_time=2), MoveAlongPath(test, back, run_time=1.8)),
        wait=0.4,
    )
    return test, VGroup(parts, result), VGroup(law, sums)


def _told_forces(charges: list[float]) -> str:
    if max(charges) > 0 > min(charges):
        return "A small positive test charge is pushed by plus and pulled by minus."
    verb = "pushes" if max(charges) > 0 else "pulls"
    away = " away" if max(charges) > 0 else " in"
    return f"{'The charge' if len(charges) == 1 else 'Each of them'} {verb} a small positive test charge{away}."


def _sum_formula(charges: list[float]) -> Mobject:
    if len(charges) == 1:
        return VGroup()
    terms = [part for k in range(len(charges)) for part in ("+", rf"\vec E_{k + 1}")][1:]
    sums = formula(r"\vec E", "=", *terms, size=40)
    sums[0].set_color(OTHER)
    for part, q in zip(sums[2::2], charges, strict=True):
        part.set_color(charge_color(q))
    return fit(sums, width=3.2)


def _arrow_grid(charges, places, window) -> VGroup:
    """Arrows of equal length in four groups from weak to strong; the stronger, the brighter."""
    left, right, bottom, top = window
    axes = Axes(x_range=[left, right], y_range=[bottom, top], x_length=right - left, y_length=top - bottom)
    axes.shift(-axes.c2p(0, 0))
    spots = [
        np.array([x, y, 0])
        for x in np.linspace(left + 0.3, right - 0.3, 19)
        for y in np.linspace(bottom + 0.3, top - 0.3, 11)
    ]
    spots = [spot for spot in spots if min(np.linalg.norm(spot - place) for place in places) > 0.55]
    ways = np.array([sum(coulomb(charges, places, spot)) for spot in spots])
    strength = np.linalg.norm(ways, axis=1)
    bounds = np.quantile(strength, [0, 0.25, 0.5, 0.75, 1])
    grid = VGroup()
    for k in range(4):
        chosen = (strength >= bounds[k]) & (strength < bounds[k + 1] + (k == 3))
        shape = strokes(axes, np.array(spots)[chosen, :2], ways[chosen, :2], 0.34, OTHER, heads=True, width=2.5)
        grid.add(shape.set_stroke(opacity=0.25 + 0.25 * k))
    return grid


def _ride(scene, narrator, charges, places, lines) -> None:
    """A test charge creeps along the longest line that ends at a charge, or else along the longest."""

    def rank(points):
        stops = sum(min(np.linalg.norm(end - place) for place in places) < 0.5 for end in (points[0], points[-1]))
        return stops, points[-1][1] + points[0][1] + 2 * points[len(points) // 2][1] if stops == 2 else len(points)

    reached = [line for line in lines if max(line[:, 1]) < 2.5]
    points = max(reached or lines, key=rank)
    path = VMobject().set_points_as_corners(points)
    test = Dot(points[0], radius=0.12, color=FOCUS).set_z_index(5)

    def push():
        total = sum(coulomb(charges, places, test.get_center()))
        size = np.linalg.norm(total)
        ahead = [np.linalg.norm(place - test.get_center()) for q, place in zip(charges, places, strict=True) if q < 0]
        length = min(np.clip(1.6 * size, 0.45, 1.3), *ahead, 9)  # not out at the other side of what it points to
        return force_arrow(test.get_center(), total / size * length, FOCUS, 6)

    arrow = always_redraw(push)
    lit = VMobject(stroke_color=FOCUS, stroke_width=4).set_points_as_corners(points)
    scene.play(FadeIn(test, scale=2), FadeIn(arrow), run_time=0.5)
    narrator.say(
        "Let a test charge creep along the force: its way is a field line.",
        MoveAlongPath(test, path, run_time=3.6, rate_func=linear),
        Create(lit, run_time=3.6, rate_func=linear),
        color=FOCUS,
        wait=0.3,
    )
    scene.play(FadeOut(test), FadeOut(arrow), run_time=0.4)


def _last(scene, narrator, charges, places, panel) -> None:
    """What this set of charges teaches, and the rule of reading field lines."""
    rule = words("lines dense: field strong", 28, OTHER)
    fit(rule, width=3.4).next_to(panel, DOWN, buff=0.7).set_x(4.95)
    narrator.say("Where the lines crowd together, the field is strong.", FadeIn(rule), wait=1)
    if len(charges) == 2 and charges[0] * charges[1] > 0:
        one, two = np.sqrt(np.abs(charges))
        spot = places[0] + (places[1] - places[0]) * one / (one + two)
        ring = Circle(0.16, color=FOCUS, stroke_width=4).move_to(spot).set_z_index(4)
        name = backed(formula(r"\vec E = 0", size=32, color=FOCUS)).next_to(ring, DOWN, buff=0.15).set_z_index(4)
        force = "pushes" if charges[0] > 0 else "pulls"
        narrator.say(f"At one place between them both {force} cancel.", Create(ring), FadeIn(name), wait=2)
    elif len(charges) == 1:
        narrator.say("Twice as far away, it is four times weaker.", Indicate(panel[0], color=INK), wait=2)
    elif abs(sum(charges)) < 0.01:
        narrator.say("Equal and opposite: every line that leaves the plus ends at the minus.", wait=2)
    else:
        narrator.say("The larger charge has more lines; what is left over goes on to infinity.", wait=2)
