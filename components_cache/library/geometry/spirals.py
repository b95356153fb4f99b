"""Shapes that repeat themselves: the golden spiral and fractals."""

import math
from itertools import pairwise

from manim import *

from components_cache.library.theme import (
    FOCUS,
    GOOD,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    fit,
    formula,
)


def golden_spiral(scene: Scene, squares: int = 8):
    """Golden ratio: Fibonacci squares build a rectangle and a spiral, their ratio approaches phi.

    Tags: geometry, Fibonacci numbers, golden ratio, spiral, phi
    Wishes:
        golden ratio and Fibonacci spiral
        Fibonacci spiral
        golden rectangle
        Fibonacci numbers as squares
        what is the golden ratio?
        Fibonacci sequence
        golden spiral
        spiral made of quarter circles in squares
        why does the ratio of consecutive Fibonacci numbers tend to 1.618?
        phi in nature
        Fibonacci
    Parameters:
        squares: how many squares; in [5, 10]; said: squares, terms, numbers
    """
    narrator = Narrator(scene)
    boxes, sizes = _fibonacci_boxes(squares)
    low = np.array([min(x for x, y, s in boxes), min(y for x, y, s in boxes)])
    high = np.array([max(x + s for x, y, s in boxes), max(y + s for x, y, s in boxes)])
    unit = min(8.0 / (high[0] - low[0]), 5.3 / (high[1] - low[1]))
    shift = np.array([-2.2, 0.05, 0]) - unit * np.array([*(low + high) / 2, 0])

    def place(x: float, y: float) -> np.ndarray:
        return shift + unit * np.array([x, y, 0])

    colors = [MAIN, OTHER, GOOD, WARM]
    tiles, arcs, tags = VGroup(), VGroup(), VGroup()
    for k, (x, y, s) in enumerate(boxes):
        color = colors[k % 4]
        tile = Square(s * unit, color=color, fill_opacity=0.35, stroke_width=2).move_to(place(x + s / 2, y + s / 2))
        tiles.add(tile)
        visible = s * unit > 0.42
        tags.add(fit(formula(str(s), size=44), 0.6 * s * unit, 0.6 * s * unit).move_to(tile) if visible else VGroup())
        arcs.add(_quarter(k, x, y, s, place, unit))
    row = fit(formula(r",\ ".join(map(str, sizes)), size=40), 4.2).move_to([4.5, 2.2, 0])
    narrator.say("Start with two unit squares side by side.", FadeIn(tiles[:2], tags[:2]), wait=0.3)
    narrator.say("Attach a square to the longer side, again and again.", wait=0)
    for k in range(2, squares):
        scene.play(GrowFromEdge(tiles[k], _grow_from(k)), FadeIn(tags[k]), run_time=max(0.4, 0.9 - 0.06 * k))
    narrator.say("The sides are the Fibonacci numbers: each is the sum of the last two.", Write(row))
    narrator.say(
        "A quarter circle in each square gives the spiral.",
        Create(arcs, run_time=3.5, rate_func=linear),
        FadeOut(tags),
        wait=0.3,
    )
    ratios = VGroup()
    for k in range(max(2, squares - 3), squares):
        ratios.add(formula(rf"\frac{{{sizes[k]}}}{{{sizes[k - 1]}}} = {sizes[k] / sizes[k - 1]:.4f}", size=38))
    ratios.arrange(DOWN, buff=0.22).move_to([4.6, 0.1, 0])
    narrator.say("Divide each number by the one before ...", LaggedStart(*[FadeIn(r) for r in ratios], lag_ratio=0.5))
    phi = formula(r"\varphi", "=", r"\frac{1+\sqrt5}{2}", r"\approx 1.618", size=44).move_to([4.6, -2.1, 0])
    phi[0].set_color(FOCUS)
    narrator.say(r"... and you approach the golden ratio.", Write(phi), wait=1.5)


def _fibonacci_boxes(count: int) -> tuple[list[tuple[float, float, int]], list[int]]:
    """Lower left corners and sides of squares added right, up, left, down in turn."""
    sizes = [1, 1]
    while len(sizes) < count:
        sizes.append(sizes[-1] + sizes[-2])
    boxes = [(0.0, 0.0, 1)]
    x0, y0, x1, y1 = 0.0, 0.0, 1.0, 1.0
    for k in range(1, count):
        s = sizes[k]
        if k % 4 == 1:
            boxes.append((x1, y0, s))
            x1 += s
        elif k % 4 == 2:
            boxes.append((x0, y1, s))
            y1 += s
        elif k % 4 == 3:
            boxes.append((x0 - s, y0, s))
            x0 -= s
        else:
            boxes.append((x0, y0 - s, s))
            y0 -= s
    return boxes, sizes


def _grow_from(k: int) -> np.ndarray:
    return [UP, LEFT, DOWN, RIGHT][k % 4]


def _quarter(k: int, x: float, y: float, s: float, place, unit: float) -> Arc:
    """The quarter circle of square k, running on from the one before."""
    centers = [(x + s, y + s, PI), (x, y + s, -PI / 2), (x, y, 0), (x + s, y, PI / 2)]
    cx, cy, start = centers[k % 4]
    return Arc(s * unit, start, PI / 2, arc_center=place(cx, cy), color=FOCUS, stroke_width=5)


def koch_snowflake(scene: Scene, steps: int = 4):
    """Koch snowflake: a boundary that grows without end around a finite area.

    Tags: geometry, fractal, infinite length, self-similarity
    Wishes:
        Koch snowflake
        a fractal with infinite length and finite area
        build a snowflake fractal step by step
        Koch curve
        fractal snowflake
        replace the middle third of each side by a spike
        infinite perimeter but finite area
        self-similar curve
        Animate the iterations of the Koch fractal
        Koch
        fractals
    Parameters:
        steps: how many refinements; in [2, 5]; said: steps, iterations, levels, depth
    """
    narrator = Narrator(scene)
    center, radius = np.array([-3.0, -0.05, 0]), 2.65
    curve = [center + radius * np.array([math.cos(t), math.sin(t), 0]) for t in (PI / 2, -PI / 6, -5 * PI / 6, PI / 2)]
    flake = _outline(curve)
    sides = formula("3", r"\text{ sides}", size=44).move_to([3.7, 1.9, 0])
    length = formula(r"\text{length}", "=", "1", size=44, color=FOCUS).move_to([3.7, 0.9, 0])
    narrator.say("Start with a triangle.", Create(flake), FadeIn(sides, length))
    texts = [
        "Replace the middle third of every side by a tip.",
        "Do the same with every new side ...",
        "... and again ...",
        "... and again ...",
        "... and again.",
    ]
    for k in range(1, steps + 1):
        flat = _outline([p for a, b in pairwise(curve) for p in _flat(a, b)] + [curve[-1]])
        curve = [p for a, b in pairwise(curve) for p in _koch(a, b)] + [curve[-1]]
        scene.remove(flake)
        scene.add(flat)
        flake = _outline(curve)
        new_sides = formula(f"{3 * 4**k}", r"\text{ sides}", size=44).move_to(sides)
        new_length = formula(
            r"\text{length}", "=", rf"\left(\tfrac43\right)^{{{k}}} \approx {(4 / 3) ** k:.2f}", size=44, color=FOCUS
        ).move_to(length)
        narrator.say(
            texts[k - 1],
            ReplacementTransform(flat, flake),
            FadeOut(sides, length),
            FadeIn(new_sides, new_length),
            wait=0.5,
        )
        sides, length = new_sides, new_length
    grow = formula(r"\left(\tfrac43\right)^{n} \to \infty", size=48, color=FOCUS).move_to([3.7, -0.3, 0])
    narrator.say("Each step makes the boundary a third longer: it grows without end.", Write(grow))
    ring = Circle(radius * 1.02, color=MUTED, stroke_width=2).move_to(center)
    area = formula(r"\text{area} \to \tfrac85 \cdot \text{triangle}", size=44, color=GOOD).move_to([3.7, -1.5, 0])
    narrator.say("Yet it stays inside a circle: infinite length, finite area.", Create(ring), Write(area), wait=1.5)


def _outline(points) -> VMobject:
    return VMobject(color=MAIN, fill_color=MAIN, fill_opacity=0.25, stroke_width=3).set_points_as_corners(points)


def _koch(a, b) -> list[np.ndarray]:
    step = (b - a) / 3
    return [a, a + step, a + step + rotate_vector(step, PI / 3), a + 2 * step]


def _flat(a, b) -> list[np.ndarray]:
    step = (b - a) / 3
    return [a, a + step, a + 1.5 * step, a + 2 * step]


def sierpinski_triangle(scene: Scene, steps: int = 5):
    """Sierpinski triangle: take away the middle of every triangle, again and again.

    Tags: geometry, fractal, self-similarity, dimension
    Wishes:
        Sierpinski triangle
        fractal triangle
        remove the middle triangle again and again
        Sierpinski gasket
        Sierpinski fractal
        self-similar triangle made of triangles
        removing middle triangles recursively
        Animate the iterations of a triangular fractal
        Sierpinski
    Parameters:
        steps: how many refinements; in [3, 6]; said: steps, iterations, levels, depth
    """
    narrator = Narrator(scene)
    corners = [np.array([-6.0, -2.5, 0]), np.array([-0.1, -2.5, 0]), np.array([-3.05, 2.6, 0])]
    level = [corners]
    picture = VGroup(Polygon(*corners, color=MAIN, fill_opacity=0.85, stroke_width=0))
    rows = VGroup()
    narrator.say("A triangle.", FadeIn(picture), wait=0.3)
    texts = [
        "Take away the middle quarter: three half-size copies stay.",
        "Do the same with each copy ...",
        "... and with each of theirs.",
    ]
    for k in range(1, steps + 1):
        level = [t for tri in level for t in _thirds(tri)]
        new = VGroup(*[Polygon(*t, color=MAIN, fill_opacity=0.85, stroke_width=0) for t in level])
        row = formula(
            f"{3**k}", r"\text{ pieces, area }", rf"\left(\tfrac34\right)^{{{k}}} \approx {0.75**k:.2f}", size=36
        )
        row[0].set_color(MAIN), row[2].set_color(FOCUS)
        rows.add(row.move_to([3.6, 2.4 - 0.62 * k, 0]))
        if k <= 3:
            narrator.say(texts[k - 1], FadeOut(picture), FadeIn(new), FadeIn(row), wait=0.4)
        else:
            scene.play(FadeOut(picture), FadeIn(new), FadeIn(row))
        picture = new
    narrator.say("Infinitely many pieces remain, but no area at all.", wait=0.8)
    rule = formula(r"\text{dimension} = \frac{\log 3}{\log 2} \approx 1.58", size=42, color=GOOD).move_to(
        [3.6, -2.2, 0]
    )
    narrator.say("Twice as large is three copies: more than a line, less than a plane.", Write(rule), wait=1.5)


def _thirds(corners) -> list[list[np.ndarray]]:
    a, b, c = corners
    ab, bc, ca = (a + b) / 2, (b + c) / 2, (c + a) / 2
    return [[a, ab, ca], [ab, b, bc], [ca, bc, c]]
