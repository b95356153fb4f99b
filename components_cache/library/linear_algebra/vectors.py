"""Vectors as arrows: adding them, stretching them, reaching the plane with two of them."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import (
    MovingGrid,
    bracketed,
    halo,
    number_text,
    plane_arrow,
    point_text,
    rest_grid,
    row_of,
)
from components_cache.library.theme import BAD, FOCUS, GOOD, MAIN, OTHER, THIRD, WARM, Narrator, fit, words

LEFT_WINDOW = (-6.6, 2.4, -2.7, 2.8)
VECTOR_COLORS = [BLUE_C, GREEN_C, PURPLE_B, ORANGE, TEAL_C]


def vector_stage(points, most: float = 1.1, window=LEFT_WINDOW) -> MovingGrid:
    """A resting grid, scaled and shifted so that the origin and all points lie well inside the window."""
    left, right, low, high = window
    cloud = np.array([(0.0, 0.0), *[tuple(p[:2]) for p in points]], dtype=float)
    small, large = cloud.min(axis=0), cloud.max(axis=0)
    room = np.array([right - left - 1.3, high - low - 1.1])
    unit = float(min(most, *(room / np.maximum(large - small, 1e-6))))
    center = np.array([(left + right) / 2, (low + high) / 2])
    origin = center - unit * (small + large) / 2
    return rest_grid(unit, np.append(origin, 0.0), window, opacity=0.95)


def side_panel(*lines, x: float = 4.55, y: float = 0.4, width: float = 3.9) -> VGroup:
    """Lines of texts and matrices in the column to the right of the grid."""
    for line in lines:
        fit(line, width=width)
    return VGroup(*lines).arrange(DOWN, buff=0.4).move_to([x, y, 0])


def tip_label(stage: MovingGrid, text: str, start, end, color, side: float = 1.0) -> Mobject:
    """A name beside the middle of an arrow from `start` to `end` (plane coordinates)."""
    a, b = stage.place(start), stage.place(end)
    way = (b - a) / max(np.linalg.norm(b - a), 1e-6)
    return halo(words(text, 30, color)).move_to((a + b) / 2 + side * 0.32 * np.array([-way[1], way[0], 0]))


def add_vectors(scene: Scene, vectors: list[tuple[float, float]] = [(2, 1), (-1, 3)]):
    """Adding vectors: put them tip to tail; the way to the end is the sum.

    Tags: linear algebra, vectors, vector addition, tip to tail, parallelogram
    Wishes:
        add the vectors (2,1) and (-1,3)
        vector addition tip to tail
        sum of three vectors
        parallelogram rule
        vector addition
        sum of two vectors
        head to tail method
        how to add arrows?
        resultant of two forces
        parallelogram law of vectors
    Parameters:
        vectors: the vectors to add; 2 to 5 items in [-20, 20]; said: vectors, and
    """
    sums = np.cumsum(np.array(vectors, dtype=float), axis=0)
    total = tuple(float(x) for x in sums[-1])
    corners = [tuple(p) for p in sums] + [tuple(v) for v in vectors]
    stage = vector_stage(corners)
    names = ["u", "v", "w", "a", "b"][: len(vectors)]
    arrows = [plane_arrow(stage.origin, stage.place(v), c) for v, c in zip(vectors, VECTOR_COLORS, strict=False)]
    texts = [
        tip_label(stage, n, (0, 0), v, c, _outward(v, vectors[1 - k] if k < 2 else vectors[0]))
        for k, (n, v, c) in enumerate(zip(names, vectors, VECTOR_COLORS, strict=False))
    ]
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    listing = ", ".join(f"{n} = {point_text(v)}" for n, v in zip(names, vectors, strict=True))
    grow = [GrowFromPoint(a, stage.origin) for a in arrows]
    narrator.say(listing, *grow, *[FadeIn(t) for t in texts])
    narrator.say("Put the tail of each one on the tip of the one before.", wait=0.4)
    _tip_to_tail(scene, stage, arrows, texts, vectors, sums)
    result = plane_arrow(stage.origin, stage.place(total), FOCUS, 8)
    narrator.say("The whole way, from start to end, is the sum.", GrowFromPoint(result, stage.origin), color=FOCUS)
    columns = [bracketed([[v[0]], [v[1]]], 32, [c]) for v, c in zip(vectors, VECTOR_COLORS, strict=False)]
    parts = [columns[0]]
    for column in columns[1:]:
        parts += ["+", column]
    line = row_of(*parts, size=32)
    answer = row_of("=", bracketed([[total[0]], [total[1]]], 38, [FOCUS]), size=36)
    panel = side_panel(line, answer)
    narrator.say("In numbers: add the first entries, add the second entries.", FadeIn(panel[0]))
    scene.play(FadeIn(panel[1]), run_time=0.6)
    if len(vectors) == 2:
        _parallelogram(scene, narrator, stage, vectors, total)
    narrator.say(f"The sum is {point_text(total)}; the order of the steps does not matter.", wait=1.6)


def _outward(vector, other) -> float:
    """The side of an arrow that looks away from the other one."""
    return 1.0 if vector[0] * other[1] - vector[1] * other[0] <= 0 else -1.0


def _tip_to_tail(scene, stage, arrows, texts, vectors, sums) -> None:
    for k in range(1, len(vectors)):
        shift = stage.place(sums[k - 1]) - stage.origin
        scene.play(arrows[k].animate.shift(shift), texts[k].animate.shift(shift), run_time=1.1)


def _parallelogram(scene, narrator, stage, vectors, total) -> None:
    far = stage.place(vectors[1])
    other = DashedLine(far, stage.place(total), color=VECTOR_COLORS[0], stroke_width=4)
    first = DashedLine(stage.origin, far, color=VECTOR_COLORS[1], stroke_width=4)
    narrator.say("The other order closes a parallelogram: the same end.", Create(first), Create(other), wait=1)


def scale_vector(scene: Scene, vector: tuple[float, float] = (2, 1), factors: list[float] = [2, 0.5, -1]):
    """Scaling a vector: a number stretches, shrinks or turns it round, and it stays on its line.

    Tags: linear algebra, vectors, scalar multiplication, scaling
    Wishes:
        scalar multiple of a vector
        multiply the vector (2,1) by 3 and by -2
        what is a scalar?
        stretch a vector
        scalar multiplication
        multiply a vector by a number
        stretch, shrink or reverse an arrow
        what does minus two times a vector look like?
    Parameters:
        vector: the vector; in [-10, 10]; said: vector
        factors: the numbers to multiply with; 1 to 5 items in [-6, 6]; said: by, times, scalars, factors
    """
    ends = [(f * vector[0], f * vector[1]) for f in [1, *factors]]
    stage = vector_stage(ends)
    start = plane_arrow(stage.origin, stage.place(vector), MAIN, 8)
    line = DashedLine(*_through(stage, vector), color=MAIN, stroke_width=2).set_opacity(0.6)
    equation = side_panel(row_of("v =", bracketed([[vector[0]], [vector[1]]], columns=[MAIN])), y=1.6)
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say(
        f"A vector v = {point_text(vector)} and its line.",
        GrowFromPoint(start, stage.origin),
        Create(line),
        FadeIn(equation),
    )
    arrow, shown = start.copy().set_color(FOCUS), None
    scene.add(arrow)
    for factor, end in zip(factors, ends[1:], strict=True):
        value = row_of(f"{number_text(factor)} v =", bracketed([[end[0]], [end[1]]], columns=[FOCUS])).move_to(
            [4.55, -0.4, 0]
        )
        gone = [FadeOut(shown)] if shown else []
        target = plane_arrow(stage.origin, stage.place(end), FOCUS, 8)
        narrator.say(_what_happens(factor), Transform(arrow, target, run_time=1.3), FadeIn(value), *gone, wait=0.9)
        shown = value
    narrator.say("A scalar scales: every multiple of v lies on the line of v.", wait=1.6)


def _through(stage, vector):
    from_, to = stage.origin, stage.place(vector)
    way = (to - from_) / np.linalg.norm(to - from_)
    left, right, low, high = stage.window
    spans = [
        ((edge - from_[k]) / way[k])
        for k, edges in ((0, (left, right)), (1, (low, high)))
        for edge in edges
        if abs(way[k]) > 1e-6
    ]
    return from_ + max(t for t in spans if t < 0) * way, from_ + min(t for t in spans if t > 0) * way


def _what_happens(factor: float) -> str:
    if factor == 0:
        return "Times 0: only the zero vector is left."
    size = abs(factor)
    length = "the same length" if size == 1 else f"{number_text(size)} times as long"
    turned = ", pointing the other way" if factor < 0 else ", in the same direction"
    return f"Times {number_text(factor)}: {length}{turned}."


def linear_combinations(scene: Scene, first: tuple[float, float] = (2, 1), second: tuple[float, float] = (-1, 1)):
    """Linear combinations and span: which points can two vectors reach? Usually all, sometimes just a line.

    Tags: linear algebra, span, linear combination, linear independence, basis
    Wishes:
        linear combinations and span
        what is the span of two vectors
        span of (1,2) and (2,4)
        are the vectors (1,2) and (3,1) linearly independent?
        linear independence
        linear combination
        linearly dependent vectors
        can two vectors reach every point of the plane?
        all combinations of two arrows
        basis of the plane
    Parameters:
        first: the first vector; in [-5, 5]; said: first, of
        second: the second vector; in [-5, 5]; said: second, and
    """
    u, v = np.array(first, dtype=float), np.array(second, dtype=float)
    free = abs(u[0] * v[1] - u[1] * v[0]) > 1e-9
    size = 1.0 / max(np.abs(u).max(), np.abs(v).max(), 1e-6)
    weights = _wander(free)
    reach = [a * u + b * v for a, b in weights]
    stage = vector_stage([*reach, u, v])
    a, b = ValueTracker(1), ValueTracker(1)
    one = plane_arrow(stage.origin, stage.place(u), VECTOR_COLORS[0])
    two = plane_arrow(stage.origin, stage.place(v), VECTOR_COLORS[1])
    names = VGroup(
        tip_label(stage, "u", (0, 0), u, VECTOR_COLORS[0], _outward(u, v)),
        tip_label(stage, "v", (0, 0), v, VECTOR_COLORS[1], _outward(v, u)),
    )
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say(
        "Two vectors, each with a number in front:",
        GrowFromPoint(one, stage.origin),
        GrowFromPoint(two, stage.origin),
        FadeIn(names),
        wait=0.6,
    )
    moving = _combination(stage, u, v, a, b)
    readout = _readout(a, b)
    scene.play(FadeOut(names), FadeOut(one), FadeOut(two), FadeIn(moving), FadeIn(readout), run_time=0.6)
    trace = TracedPath(moving[2].get_end, stroke_color=FOCUS, stroke_width=3)
    scene.add(trace)
    narrator.say("Change the numbers, and the tip wanders.", wait=0.1)
    for k, (x, y) in enumerate(weights):
        scene.play(a.animate.set_value(x), b.animate.set_value(y), run_time=0.9 if k else 0.6, rate_func=linear)
    moving.clear_updaters()
    readout.clear_updaters()
    trace.clear_updaters()
    _span_verdict(scene, narrator, stage, u, v, free, size)


def _wander(free: bool):
    if free:
        return [(1.5, 0.5), (0.5, 1.5), (-1, 1), (-1, -1), (1, -1), (1.3, 0.8), (0.6, 1.2)]
    return [(1.5, 0.5), (-1, 1), (-1, -0.5), (0.5, -1), (1, 1)]


def _combination(stage, u, v, a, b) -> VGroup:
    def make():
        x, y = a.get_value(), b.get_value()
        return VGroup(
            plane_arrow(stage.origin, stage.place(x * u), VECTOR_COLORS[0]),
            plane_arrow(stage.place(x * u), stage.place(x * u + y * v), VECTOR_COLORS[1]),
            Dot(stage.place(x * u + y * v), color=FOCUS, radius=0.09),
        )

    group = make()
    group[2].get_end = lambda: stage.place(a.get_value() * u + b.get_value() * v)
    return group.add_updater(lambda m: [old.become(new) for old, new in zip(m, make(), strict=True)])


def _readout(a, b) -> VGroup:
    numbers = [
        DecimalNumber(t.get_value(), num_decimal_places=1, include_sign=sign, font_size=40, color=c)
        for t, sign, c in ((a, False, VECTOR_COLORS[0]), (b, True, VECTOR_COLORS[1]))
    ]
    row = row_of(numbers[0], words("u", 34, VECTOR_COLORS[0]), numbers[1], words("v", 34, VECTOR_COLORS[1]))

    def update(line):
        numbers[0].set_value(a.get_value())
        numbers[1].set_value(b.get_value())
        line.arrange(RIGHT, buff=0.18).move_to([4.6, 1.2, 0])

    update(row)
    return row.add_updater(update)


def _span_verdict(scene, narrator, stage, u, v, free: bool, size: float) -> None:
    if not free and max(np.hypot(*u), np.hypot(*v)) < 1e-9:
        narrator.say("Two zero vectors reach nothing but zero.", color=BAD)
        return
    if not free:
        way = u if np.hypot(*u) > np.hypot(*v) else v
        line = Line(*_through(stage, way), color=WARM, stroke_width=5)
        narrator.say("However you choose, the tip stays on one line.", Create(line), color=WARM)
        note = side_panel(words("linearly dependent", 32, WARM), words("span: a line", 32, WARM), y=-0.6)
        narrator.say("One vector is a multiple of the other: it adds nothing new.", FadeIn(note), wait=2)
        return
    lattice = VGroup(
        *[
            Dot(p, radius=0.05, color=OTHER)
            for p in (stage.place(i * u + j * v) for i in range(-6, 7) for j in range(-6, 7))
            if stage.window[0] < p[0] < stage.window[1] and stage.window[2] < p[1] < stage.window[3]
        ]
    )
    narrator.say("Whole steps reach a lattice, the numbers in between all the rest.", FadeIn(lattice), color=OTHER)
    note = side_panel(words("linearly independent", 32, GOOD), words("span: the whole plane", 32, GOOD), y=-0.6)
    narrator.say("Each point of the plane is reached in exactly one way: u and v are a basis.", FadeIn(note), wait=2)


def vector_in_the_plane(scene: Scene, vector: tuple[float, float] = (3, 2)):
    """A vector: an arrow, a pair of numbers, a step to the right and a step up; with its length.

    Tags: linear algebra, vectors, components, length, magnitude
    Wishes:
        what is a vector
        draw the vector (3,2)
        length of the vector (3,4)
        components of a vector
        magnitude and direction
        vectors as arrows with coordinates
        components and length of a vector
        magnitude of a vector by Pythagoras
    Parameters:
        vector: the vector; in [-20, 20]; said: vector
    """
    x, y = vector
    stage = vector_stage([vector])
    arrow = plane_arrow(stage.origin, stage.place(vector), FOCUS, 8)
    across = plane_arrow(stage.origin, stage.place((x, 0)), VECTOR_COLORS[0])
    up = plane_arrow(stage.place((x, 0)), stage.place(vector), VECTOR_COLORS[1])
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say("A vector is an arrow: a direction and a length.", GrowFromPoint(arrow, stage.origin))
    column = bracketed([[x], [y]])
    column[0][0].set_color(VECTOR_COLORS[0]), column[0][1].set_color(VECTOR_COLORS[1])
    angle = np.degrees(np.arctan2(y, x))
    length = float(np.hypot(x, y))
    squares = f"√({number_text(abs(x))}² + {number_text(abs(y))}²)"
    lines = [
        row_of("v =", column),
        VGroup(words(f"|v| = {squares}", 32, FOCUS), words(f"= {number_text(length)}", 32, FOCUS)).arrange(
            DOWN, buff=0.15
        ),
        words(f"angle {number_text(angle, 1)}°", 32, THIRD),
    ]
    side_panel(*lines)
    narrator.say(f"It says: go {number_text(x)} across …", GrowFromPoint(across, stage.origin), wait=0.3)
    narrator.say(f"… and {number_text(y)} up.", GrowFromPoint(up, stage.place((x, 0))), FadeIn(lines[0]))
    narrator.say("Pythagoras gives its length.", FadeIn(lines[1]), Indicate(arrow))
    turn = Arc(radius=0.6, start_angle=0, angle=angle * DEGREES, arc_center=stage.origin, color=THIRD, stroke_width=5)
    narrator.say("Length and angle tell the same story as the two numbers.", Create(turn), FadeIn(lines[2]))
