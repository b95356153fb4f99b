"""Quadratics: completing the square, the quadratic formula, moving a parabola."""

import math

from manim import *

from components_cache.library.geometry.figures import halo_numbers
from components_cache.library.theme import (
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    fit,
    formula,
    plot_axes,
    words,
)


def completing_the_square(scene: Scene, b: float = 6.0, c: float = 16.0):
    """Completing the square: cut the rectangle bx in two, fold it around x², add the missing corner.

    Tags: algebra, quadratic equation, square, area
    Wishes:
        completing the square
        complete the square geometrically
        solve x^2 + 6x = 16 with a square
        why do we add (b/2)^2?
        complete the square for x^2 + 8x
        algebra tiles for completing a square
        turn a quadratic into vertex form by adding a corner piece
        geometric solution of a quadratic equation like al-Khwarizmi
        Demonstrate completing the square with a literal square and a missing corner
    Parameters:
        b: coefficient of x; in [2, 12]; said: b
        c: the right-hand side; in [1, 60]; said: c, equals
    """
    narrator = Narrator(scene)
    x_true = -b / 2 + math.sqrt(b * b / 4 + c)
    unit = 3.1
    half = min(1.7, max(0.7, unit * b / 2 / max(x_true, 0.5)))
    corner = np.array([-6.2, -2.0, 0])

    def box(x: float, y: float, w: float, h: float, color, opacity: float = 0.6) -> Rectangle:
        made = Rectangle(width=w, height=h, color=color, fill_opacity=opacity, stroke_width=3)
        return made.move_to(corner + (x + w / 2) * RIGHT + (y + h / 2) * UP)

    square = box(0, 0, unit, unit, MAIN)
    slab = box(unit + 0.25, 0, 2 * half, unit, WARM)
    names = VGroup(
        formula("x^2", size=48).move_to(square),
        formula(f"{b:g}x", size=44).move_to(slab),
        formula("x", size=40, color=MAIN).next_to(square, DOWN, buff=0.15),
        formula(f"{b:g}", size=40, color=WARM).next_to(slab, DOWN, buff=0.15),
    )
    equation = formula("x^2", "+", f"{b:g}x", "=", f"{c:g}", size=52)
    equation[0].set_color(MAIN), equation[2].set_color(WARM)
    equation.move_to([3.8, 2.2, 0])
    narrator.say(
        f"Solve $x^2 + {b:g}x = {c:g}$. See it as areas.", Write(equation), FadeIn(square, slab), FadeIn(names)
    )
    parts = VGroup(box(unit + 0.25, 0, half, unit, WARM), box(unit + 0.25 + half, 0, half, unit, WARM))
    scene.play(FadeOut(names[1], names[3]), run_time=0.3)
    scene.remove(slab)
    scene.add(parts)
    narrator.say(
        "Cut the rectangle in two equal halves ...",
        parts[1].animate.shift(0.3 * RIGHT),
        wait=0.4,
    )
    right, above = box(unit, 0, half, unit, WARM), box(0, unit, unit, half, WARM)
    narrator.say("... and put one half to the side and one on top.", Transform(parts[0], right), wait=0)
    scene.play(parts[1].animate.rotate(PI / 2).move_to(above), run_time=1.3)
    widths = VGroup(
        formula(f"{b / 2:g}", size=36, color=WARM).next_to(right, DOWN, buff=0.15),
        formula(f"{b / 2:g}", size=36, color=WARM).next_to(above, LEFT, buff=0.15),
    )
    missing = box(unit, unit, half, half, FOCUS, 0.5)
    amount = fit(formula(f"{b * b / 4:g}", size=36), 0.8 * half, 0.5 * half).move_to(missing)
    narrator.say(
        "Almost a square. Only a corner is missing.", FadeIn(widths), Create(missing), FadeIn(amount), wait=0.6
    )
    both = formula("x^2", "+", f"{b:g}x", "+", f"{b * b / 4:g}", "=", f"{c:g}", "+", f"{b * b / 4:g}", size=44)
    both[0].set_color(MAIN), both[2].set_color(WARM), both[4].set_color(FOCUS), both[8].set_color(FOCUS)
    fit(both, 5.4, 1).next_to(equation, DOWN, buff=0.45).set_x(3.8)
    narrator.say("Add it on both sides.", TransformFromCopy(equation, both), wait=0.5)
    total = c + b * b / 4
    power = (
        formula(rf"\left(x + {b / 2:g}\right)^2", "=", f"{total:g}", size=48).next_to(both, DOWN, buff=0.45).set_x(3.8)
    )
    frame = Square(unit + half, color=INK, stroke_width=5).move_to(corner + (unit + half) / 2 * (RIGHT + UP))
    narrator.say("Now the left side is one square.", Create(frame), Write(power), wait=0.5)
    root = math.sqrt(total)
    exact = abs(root - round(root, 3)) < 1e-9
    shown = f"{root:g}" if exact else rf"\sqrt{{{total:g}}}"
    roots = formula(rf"x + {b / 2:g} = \pm {shown}", size=44).next_to(power, DOWN, buff=0.45).set_x(3.8)
    sign = "=" if exact else r"\approx"
    answer = formula(
        rf"x {sign} {x_true:.4g}", r"\quad\text{or}\quad", rf"x {sign} {-b / 2 - root:.4g}", size=44, color=GOOD
    )
    answer.next_to(roots, DOWN, buff=0.45).set_x(3.8)
    narrator.say("A square is easy to undo: take the root.", Write(roots))
    narrator.say("Adding half of $b$, squared, turns any quadratic into a square.", Write(answer), wait=1.5)


def quadratic_formula(scene: Scene, pace: float = 1.2):
    """The quadratic formula: derived step by step by completing the square.

    Tags: algebra, quadratic equation, derivation, completing the square, discriminant
    Wishes:
        show the quadratic formula derivation
        derive x = (-b +/- sqrt(b^2-4ac)) / 2a from ax^2 + bx + c = 0
        where does the quadratic formula come from?
        proof of the quadratic formula
        derivation of the abc formula
        prove the formula for roots of a second degree equation
        midnight formula
        Derive the solution of a general quadratic equation line by line
    Parameters:
        pace: seconds to look at each step; in [0.5, 3]; said: pace, seconds per step
    """
    narrator = Narrator(scene)
    steps = [
        ("Start with any quadratic equation.", ["a", "x^2", "+", "b", "x", "+", "c", "=", "0"]),
        ("Divide by $a$.", ["x^2", "+", r"{b \over a}", "x", "+", r"{c \over a}", "=", "0"]),
        ("Move the constant to the right.", ["x^2", "+", r"{b \over a}", "x", "=", "-", r"{c \over a}"]),
        (
            "Add the missing corner, half of $b/a$ squared, on both sides.",
            [
                "x^2",
                "+",
                r"{b \over a}",
                "x",
                "+",
                r"\left({b \over 2a}\right)^2",
                "=",
                r"\left({b \over 2a}\right)^2",
                "-",
                r"{c \over a}",
            ],
        ),
        (
            "The left side is a complete square.",
            [r"\left(x + {b \over 2a}\right)^2", "=", r"{b^2 \over 4a^2}", "-", r"{c \over a}"],
        ),
        ("One fraction on the right.", [r"\left(x + {b \over 2a}\right)^2", "=", r"{b^2 - 4ac \over 4a^2}"]),
        (
            "Take the root: there are two of them.",
            ["x", "+", r"{b \over 2a}", "=", r"\pm", r"{\sqrt{b^2 - 4ac} \over 2a}"],
        ),
        ("And solve for $x$.", ["x", "=", r"{-b \pm \sqrt{b^2 - 4ac} \over 2a}"]),
    ]
    corner = r"\left({b \over 2a}\right)^2"
    picture, missing = _square_picture()
    old, above = None, VGroup()
    for number, (text, parts) in enumerate(steps):
        line = formula(*parts, size=60 if number < 7 else 72).move_to([2.0 if 1 < number < 5 else 0, 0.6, 0])
        for part, tex in zip(line, parts, strict=True):
            part.set_color(FOCUS if tex == corner else INK)
        fit(line, 8.4 if 1 < number < 5 else 11)
        extra: list[Animation] = []
        if number == 2:
            extra = [FadeIn(picture)]
        if number == 3:
            extra = [FadeIn(missing)]
        if number == 5:
            extra = [FadeOut(picture, missing)]
        if old is None:
            narrator.say(text, Write(line), wait=pace)
        else:
            kept = old.copy().scale(0.6).set_opacity(0.45).move_to([line.get_x(), 2.25, 0])
            narrator.say(text, FadeOut(above), FadeIn(kept), TransformMatchingTex(old, line), *extra, wait=pace)
            above = kept
        old = line
    scene.play(FadeOut(above), old.animate.move_to([0, 0.9, 0]))
    frame = SurroundingRectangle(old, color=GOOD, buff=0.35, corner_radius=0.12)
    note = formula(r"b^2 - 4ac", size=48, color=FOCUS).move_to([0, -1.2, 0])
    cases = words("positive: two solutions      zero: one      negative: none that are real", 28, MUTED).next_to(
        note, DOWN, buff=0.4
    )
    narrator.say(
        "The quadratic formula. What is under the root counts the solutions.",
        Create(frame),
        FadeIn(note, cases),
        wait=1.5,
    )


def _square_picture() -> tuple[VGroup, VGroup]:
    """x², two strips and the missing corner, as areas on the left."""
    corner, side, strip = np.array([-6.3, -1.9, 0]), 2.2, 0.8

    def box(x: float, y: float, w: float, h: float, color, tex: str) -> VGroup:
        made = Rectangle(width=w, height=h, color=color, fill_opacity=0.5, stroke_width=3)
        made.move_to(corner + (x + w / 2) * RIGHT + (y + h / 2) * UP)
        return VGroup(made, formula(tex, size=34).move_to(made))

    known = VGroup(
        box(0, 0, side, side, MAIN, "x^2"),
        box(side, 0, strip, side, WARM, r"\tfrac{b}{2a}x"),
        box(0, side, side, strip, WARM, r"\tfrac{b}{2a}x"),
    )
    missing = Rectangle(width=strip, height=strip, color=FOCUS, fill_opacity=0.6, stroke_width=3)
    missing.move_to(corner + (side + strip / 2) * (RIGHT + UP))
    return known, VGroup(missing)


def parabola_shift(scene: Scene, h: float = 2.0, k: float = 1.0):
    """Shifting a parabola: from y = x² to y = (x - h)² + k.

    Tags: algebra, quadratic function, vertex form, translation, graph
    Wishes:
        compare y = x^2 and y = (x - 2)^2 + 1
        animate the shift of a parabola
        vertex form of a parabola
        what do h and k do in (x-h)^2 + k?
        translate a parabola horizontally and vertically
        move the vertex of a quadratic function
        what does changing h do to the graph of a quadratic?
        slide the graph of x squared around
        Animate how the vertex form parameters move a parabola on coordinate axes
    Parameters:
        h: shift to the right; in [-3, 3]; said: h, right, horizontally
        k: shift upwards; in [-3, 3]; said: k, up, vertically
    """
    narrator = Narrator(scene)
    axes = halo_numbers(plot_axes([-6, 6, 1], [-4, 6, 2], 9.6, 5.4)).move_to([-1.6, 0.05, 0])
    across, up = ValueTracker(0.0), ValueTracker(0.0)

    def parabola(dx: float, dy: float, color) -> ParametricFunction:
        reach = math.sqrt(6 - dy)
        return axes.plot(
            lambda x: (x - dx) ** 2 + dy,
            x_range=[max(-6, dx - reach), min(6, dx + reach), 0.1],
            color=color,
            stroke_width=5,
        )

    first = parabola(0, 0, MAIN)
    name = formula("y = x^2", size=44, color=MAIN).move_to([4.9, 2.3, 0])
    narrator.say("The plain parabola, with its vertex at the origin.", Create(axes), Create(first), Write(name))
    moving = always_redraw(lambda: parabola(across.get_value(), up.get_value(), FOCUS))
    vertex = always_redraw(lambda: Dot(axes.c2p(across.get_value(), up.get_value()), color=FOCUS))
    scene.add(moving, vertex)
    inside = _signed("x", -h)
    one = (
        formula("y =", inside, "^2", size=44, color=FOCUS)
        if h == 0
        else formula("y =", f"({inside})", "^2", size=44, color=FOCUS)
    )
    one.next_to(name, DOWN, buff=0.5)
    way = "right" if h >= 0 else "left"
    narrator.say(
        f"Replace $x$ by ${inside}$: everything happens {abs(h):g} to the {way}.",
        across.animate(run_time=2).set_value(h),
        FadeIn(one),
    )
    two = formula("y = x^2" if h == 0 else f"y = ({inside})^2", _signed("", k) or "+ 0", size=44, color=FOCUS)
    two.next_to(one, DOWN, buff=0.5)
    way = "up" if k >= 0 else "down"
    narrator.say(f"Add ${k:g}$: it moves {abs(k):g} {way}.", up.animate(run_time=2).set_value(k), FadeIn(two))
    path = VGroup(
        Arrow(axes.c2p(0, 0), axes.c2p(h, 0), buff=0, color=OTHER, stroke_width=5, tip_length=0.2)
        if abs(h) > 0.2
        else VGroup(),
        Arrow(axes.c2p(h, 0), axes.c2p(h, k), buff=0, color=WARM, stroke_width=5, tip_length=0.2)
        if abs(k) > 0.2
        else VGroup(),
    )
    tag = formula(f"({h:g}, {k:g})", size=40, color=FOCUS).move_to([4.9, -1.0, 0])
    label = words("vertex", 28, MUTED).next_to(tag, UP, buff=0.2)
    narrator.say("Same shape, new place.", FadeIn(path), FadeIn(tag, label))
    narrator.say(
        f"In $y = (x-h)^2 + k$ the vertex is $(h, k)$: here $({h:g}, {k:g})$.",
        Indicate(vertex, scale_factor=2),
        wait=1.5,
    )


def _signed(head: str, value: float) -> str:
    """`x - 2`, `x + 3`, or just the head for zero."""
    if value == 0:
        return head
    return f"{head} {'+' if value > 0 else '-'} {abs(value):g}".strip()
