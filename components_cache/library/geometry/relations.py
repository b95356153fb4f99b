"""Relations in figures: similar triangles, the law of cosines, Euler's polyhedron formula."""

import math

from manim import *

from components_cache.library.geometry.figures import angle_wedge, direction, shape
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


def law_of_cosines(scene: Scene, a: float = 4.0, b: float = 3.0, gamma: float = 60.0):
    """Law of cosines: Pythagoras for any angle, with a correction that depends on the angle.

    Tags: geometry, trigonometry, triangle, cosine rule
    Wishes:
        law of cosines
        cosine rule
        c^2 = a^2 + b^2 - 2ab cos gamma
        Pythagoras for triangles without a right angle
        cosine theorem
        generalised Pythagorean theorem
        find the third side from two sides and the angle between them
        how does c^2 = a^2 + b^2 change when the angle isn't 90 degrees?
        side length of an oblique triangle
    Parameters:
        a: first side; in [2, 6]; said: a
        b: second side; in [2, 6]; said: b
        gamma: the angle between them in degrees; in [30, 150]; said: gamma, angle, degrees
    """
    narrator = Narrator(scene)
    unit = 3.4 / max(a, b)
    vertex = np.array([-4.0, -1.9, 0])
    turn = ValueTracker(90.0)

    def tip() -> np.ndarray:
        return vertex + b * unit * direction(turn.get_value() * DEGREES)

    end = vertex + a * unit * RIGHT
    base = Line(vertex, end, color=MAIN, stroke_width=6)
    arm = always_redraw(lambda: Line(vertex, tip(), color=OTHER, stroke_width=6))
    far = always_redraw(lambda: Line(tip(), end, color=FOCUS, stroke_width=6))
    wedge = always_redraw(lambda: angle_wedge(vertex, end, tip(), 0.55, WARM))
    name = formula("a", size=40, color=MAIN).next_to(base, DOWN, buff=0.15)
    side_b, side_c = formula("b", size=40, color=OTHER), formula("c", size=40, color=FOCUS)
    side_b.add_updater(lambda mob: mob.move_to(_beside(vertex, tip(), end)))
    side_c.add_updater(lambda mob: mob.move_to(_beside(tip(), end, vertex)))
    narrator.say(
        "Two sides with a hinge. At a right angle Pythagoras holds.",
        Create(base),
        Create(arm),
        Create(far),
        FadeIn(wedge, name, side_b, side_c),
    )
    rule = formula("c^2", "=", "a^2", "+", "b^2", "-", r"2ab\cos\gamma", size=46).move_to([3.6, 2.1, 0])
    for place, color in ((0, FOCUS), (2, MAIN), (4, OTHER), (6, WARM)):
        rule[place].set_color(color)
    scene.play(Write(rule[:5]))

    def third() -> float:
        return math.sqrt(a * a + b * b - 2 * a * b * math.cos(turn.get_value() * DEGREES))

    rows = VGroup()
    entries = (
        (r"\gamma =", turn.get_value, WARM),
        ("a^2 + b^2 =", lambda: a * a + b * b, INK),
        ("c^2 =", lambda: third() ** 2, FOCUS),
    )
    for tex, value, color in entries:
        label = formula(tex, size=40, color=color)
        number = DecimalNumber(value(), num_decimal_places=1, font_size=40, color=color)
        number.add_updater(lambda mob, v=value, n=label: mob.set_value(v()).next_to(n, RIGHT, buff=0.2))
        rows.add(VGroup(label, number.next_to(label, RIGHT, buff=0.2)))
    rows.arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to([3.4, 0.1, 0])
    scene.play(FadeIn(rows))
    narrator.say("Close the hinge: the third side gets shorter.", turn.animate(run_time=2).set_value(35), wait=0.3)
    narrator.say("Open it: the third side gets longer.", turn.animate(run_time=2).set_value(140), wait=0.3)
    narrator.say(
        r"The correction is $2ab\cos\gamma$: zero at a right angle.",
        turn.animate(run_time=1.5).set_value(gamma),
        Write(rule[5:]),
    )
    value = third()
    result = formula(rf"c = \sqrt{{{value * value:.4g}}} \approx {value:.2f}", size=44, color=GOOD).move_to(
        [3.6, -1.8, 0]
    )
    narrator.say("The law of cosines is Pythagoras for every angle.", Write(result), wait=1.5)


def _beside(start, end, away_from) -> np.ndarray:
    """A place beside the middle of a side, turned away from the third corner."""
    middle, normal = (start + end) / 2, normalize(rotate_vector(end - start, PI / 2))
    return middle + 0.32 * (normal if np.dot(normal, middle - away_from) > 0 else -normal)


def similar_triangles(scene: Scene, height: float = 6.0, stick: float = 1.5, shadow: float = 2.0):
    """Similar triangles: measure a tree by its shadow, equal angles mean equal ratios.

    Tags: geometry, similarity, ratio, proportion, shadow
    Wishes:
        similar triangles
        how to measure the height of a tree with its shadow
        equal angles, equal ratios
        similarity
        same shape, different size
        measure height with shadows and proportions
        intercept theorem with similar triangles
        how did Thales measure the pyramid?
        corresponding sides are in the same ratio
    Parameters:
        height: height of the tree; in [3, 30]; said: height, tree, high
        stick: height of the stick; in [0.5, 2]; said: stick
        shadow: length of the stick's shadow; in [1, 4]; said: shadow
    """
    narrator = Narrator(scene)
    long = height * shadow / stick
    unit = min(7.2 / long, 4.4 / height)
    left = np.array([-6.2, -2.2, 0])
    tip = left + long * unit * RIGHT
    top = left + height * unit * UP
    place = tip + shadow * unit * LEFT
    knob = place + stick * unit * UP
    ground = Line(left + 0.2 * LEFT, tip + 0.3 * RIGHT, color=MUTED)
    tree = Line(left, top, color=GOOD, stroke_width=10)
    pole = Line(place, knob, color=WARM, stroke_width=8)
    ray = DashedLine(top, tip, color=FOCUS)
    big, small = shape([left, tip, top], GOOD, 0.15, 0), shape([place, tip, knob], WARM, 0.5, 0)
    narrator.say("How tall is the tree? You cannot climb it.", Create(ground), Create(tree))
    narrator.say("The sun throws a shadow. Put up a stick in the same light.", Create(ray), Create(pole))
    wedge = angle_wedge(tip, left, top, min(0.7, 0.8 * shadow * unit), FOCUS)
    narrator.say("Two triangles with the same angles: one is the other, enlarged.", FadeIn(big, small, wedge))
    grow = small.copy().set_fill(opacity=0.4)
    scene.play(grow.animate(run_time=2).scale(long / shadow, about_point=tip))
    scene.play(FadeOut(grow), run_time=0.4)
    facts = VGroup(
        formula(rf"\text{{stick: }} {stick:g} \text{{, shadow: }} {shadow:g}", size=38, color=WARM),
        formula(rf"\text{{tree: }} h \text{{, shadow: }} {long:g}", size=38, color=GOOD),
        formula(rf"\frac{{h}}{{{long:g}}} = \frac{{{stick:g}}}{{{shadow:g}}}", size=46),
        formula(rf"h = {height:g}", size=52, color=GOOD),
    ).arrange(DOWN, buff=0.4).move_to([4.1, 0.9, 0])  # fmt: skip
    narrator.say("So height over shadow is the same for both.", FadeIn(facts[:2]), Write(facts[2]))
    narrator.say("Equal angles mean equal ratios: that is similarity.", Write(facts[3]), wait=1.5)


def euler_polyhedron(scene: Scene, solid: str = "cube"):
    """Euler's polyhedron formula: build the flattened net edge by edge, V - E + F never changes.

    Tags: geometry, topology, graph, vertices, edges, faces
    Wishes:
        Euler's polyhedron formula
        why is V - E + F = 2?
        vertices minus edges plus faces
        Euler characteristic of a cube
        Euler characteristic
        vertices, edges and faces of a polyhedron
        Euler's formula for polyhedra and planar graphs
        count corners, edges and faces of a cube
    Parameters:
        solid: which solid is flattened; one of: cube, tetrahedron, octahedron
    """
    narrator = Narrator(scene)
    points, edges = _flat_solid(solid)
    center = np.array([-3.2, 0.05, 0])
    spots = [center + np.array([x, y, 0]) for x, y in points]
    dots = VGroup(*[Dot(p, radius=0.1, color=FOCUS) for p in spots])
    lines = {edge: Line(spots[edge[0]], spots[edge[1]], color=MAIN, stroke_width=5) for edge in edges}
    rule = formula("V", "-", "E", "+", "F", "=", "2", size=60).move_to([3.6, 2.0, 0])
    for place, color in ((0, FOCUS), (2, MAIN), (4, GOOD)):
        rule[place].set_color(color)
    whole = VGroup(*lines.values())
    narrator.say(
        f"Press a {solid} flat: corners, edges, and faces (the outside counts as one).", Create(whole), FadeIn(dots)
    )
    scene.play(Write(rule), FadeOut(whole, dots), run_time=1)
    counts = [1, 0, 1]
    table = VGroup(
        *[
            words(t, 30, c).move_to([2.2 + 1.4 * i, 0.9, 0])
            for i, (t, c) in enumerate((("V", FOCUS), ("E", MAIN), ("F", GOOD)))
        ]
    )
    numbers = [
        Integer(v, font_size=52, color=c).move_to([2.2 + 1.4 * i, 0.2, 0])
        for i, (v, c) in enumerate(zip(counts, (FOCUS, MAIN, GOOD), strict=True))
    ]
    always = formula("V - E + F = 2", size=48, color=GOOD).move_to([3.6, -0.9, 0])
    narrator.say(
        "Build it up. One corner, no edge, one face: 1 - 0 + 1 = 2.", FadeIn(dots[0], table, *numbers), FadeIn(always)
    )
    seen = {0}
    waiting = list(edges)
    told = {"grow": False, "close": False}
    while waiting:
        edge = next(e for e in waiting if e[0] in seen or e[1] in seen)
        waiting.remove(edge)
        closing = edge[0] in seen and edge[1] in seen
        counts[1] += 1
        counts[2 if closing else 0] += 1
        line = lines[edge] if edge[0] in seen else Line(spots[edge[1]], spots[edge[0]], color=MAIN, stroke_width=5)
        new = [dots[k] for k in edge if k not in seen]
        seen |= set(edge)
        moves = [
            Create(line),
            *[FadeIn(d) for d in new],
            *[ChangeDecimalToValue(n, v) for n, v in zip(numbers, counts, strict=True)],
        ]
        kind = "close" if closing else "grow"
        if told[kind]:
            scene.play(*moves, run_time=0.6)
            continue
        told[kind] = True
        text = (
            "An edge that closes a ring makes a new face."
            if closing
            else "An edge to a new corner: both counts grow by one."
        )
        narrator.say(text, *moves, wait=0.4)
    v, e, f = counts
    result = formula(f"{v} - {e} + {f} = {v - e + f}", size=52).move_to([3.6, -1.9, 0])
    narrator.say(
        "Each step leaves V - E + F alone, so it stays 2 for every solid without holes.", Write(result), wait=1.5
    )


def _flat_solid(name: str) -> tuple[list[tuple[float, float]], list[tuple[int, int]]]:
    """Corners and edges of a solid drawn in the plane without crossings."""
    if name == "cube":
        outer, inner = (
            [(-2.5, -2.3), (2.5, -2.3), (2.5, 2.3), (-2.5, 2.3)],
            [(-1.1, -1), (1.1, -1), (1.1, 1), (-1.1, 1)],
        )
        ring = [(i, (i + 1) % 4) for i in range(4)]
        return outer + inner, ring + [(i, i + 4) for i in range(4)] + [(a + 4, b + 4) for a, b in ring]
    big = [(2.7 * math.cos(t), 2.7 * math.sin(t) - 0.6) for t in (PI / 2, PI / 2 + TAU / 3, PI / 2 + 2 * TAU / 3)]
    ring = [(0, 1), (1, 2), (2, 0)]
    if name == "tetrahedron":
        return [*big, (0.0, -0.6)], ring + [(0, 3), (1, 3), (2, 3)]
    small = [(0.9 * math.cos(t), 0.9 * math.sin(t) - 0.6) for t in (-PI / 2, PI / 6, 5 * PI / 6)]
    # each inner corner sits opposite an outer one and joins the other two
    joins = [(0, 4), (0, 5), (1, 3), (1, 5), (2, 3), (2, 4)]
    return big + small, ring + joins + [(3, 4), (4, 5), (5, 3)]
