"""Calculus in motion: a point on a parametric curve, the sliding ladder, the best fence."""

import math

from manim import *

from components_cache.library.calculus.curves import readout, tangent_at
from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def parametric_trace(scene: Scene, curve: str = "heart", turns: float = 1.0):
    """Parametric curve: a point moves with the parameter t and leaves its path behind.

    Tags: calculus, parametric equations, tracing, motion, position
    Wishes:
        draw a parametric curve and animate a point tracing the path while displaying its position
        parametric curve with a moving point
        trace a spiral with a point and show its coordinates
        point moving along an ellipse
        heart curve
        Draw a parametric curve with a dot tracing it
        plot x(t) and y(t) as a moving point
        parametric equations
        moving particle leaves its trail on the plane
        butterfly or heart shape traced by a point
    Parameters:
        curve: which curve; one of: heart, ellipse, circle, spiral, eight, cycloid, astroid
        turns: how often the curve is run through; in [0.5, 2]; said: turns, times
    """
    narrator = Narrator(scene)
    x, y, x_tex, y_tex, end, window = _parametric(curve)
    if curve in ("spiral", "cycloid"):
        turns = min(turns, 1.0)
    scale = min(3.7 / window[0], 2.6 / window[1])
    ranges = ([-window[0], window[0], 1], [-window[1], window[1], 1])
    axes = plot_axes(*ranges, 2 * window[0] * scale, 2 * window[1] * scale, numbers=False).move_to([-2.9, 0.05, 0])
    t = ValueTracker(0.0)

    def place() -> np.ndarray:
        return axes.c2p(x(t.get_value()), y(t.get_value()))

    rules = VGroup(formula("x(t) =", x_tex, size=38, color=OTHER), formula("y(t) =", y_tex, size=38, color=WARM))
    for rule in rules:
        rule.scale(min(1, 4.9 / rule.width))
    rules.arrange(DOWN, buff=0.35, aligned_edge=LEFT).move_to([4.1, 1.8, 0])
    narrator.say("Two functions of one parameter $t$ give a moving point.", Create(axes), Write(rules))
    numbers = VGroup(
        readout("t =", t.get_value, 2, INK, 42),
        readout("x =", lambda: x(t.get_value()), 2, OTHER, 42, sign=True),
        readout("y =", lambda: y(t.get_value()), 2, WARM, 42, sign=True),
    ).arrange(DOWN, buff=0.3, aligned_edge=LEFT).move_to([4.1, -0.6, 0])  # fmt: skip
    dot = always_redraw(lambda: Dot(place(), color=FOCUS, radius=0.1))
    across = always_redraw(
        lambda: DashedLine([axes.c2p(0, 0)[0], place()[1], 0], place() + 1e-3 * RIGHT, color=OTHER, stroke_width=3)
    )
    up = always_redraw(
        lambda: DashedLine([place()[0], axes.c2p(0, 0)[1], 0], place() + 1e-3 * UP, color=WARM, stroke_width=3)
    )
    path = TracedPath(place, stroke_color=FOCUS, stroke_width=5)
    scene.play(FadeIn(dot, across, up, numbers))
    scene.add(path)
    narrator.say("Let $t$ run, and watch its position.", wait=0)
    scene.play(t.animate.set_value(end * turns), run_time=4 + 4 * turns, rate_func=linear)
    narrator.say("The path is the curve; the parameter is the time.", FadeOut(across, up), wait=1.5)


def _parametric(name: str) -> tuple:
    """x(t), y(t), their formulas, the end of t and half the window's width and height."""
    sin, cos = math.sin, math.cos
    heart_tex = r"1.6\cos t - 0.6\cos 2t - 0.3\cos 3t"
    x_cycloid, y_cycloid = r"\tfrac12(t-2\pi-\sin t)", r"\tfrac12(1-\cos t)"
    eighth = (lambda t: 2.5 * sin(t), lambda t: 1.5 * sin(2 * t), r"2.5\sin t", r"1.5\sin 2t", TAU, (3, 2))
    spiral = (
        lambda t: t / 5 * cos(t),
        lambda t: t / 5 * sin(t),
        r"\tfrac{t}{5}\cos t",
        r"\tfrac{t}{5}\sin t",
        2 * TAU,
        (3, 3),
    )
    rolling = (lambda t: (t - TAU - sin(t)) / 2, lambda t: (1 - cos(t)) / 2, x_cycloid, y_cycloid, 2 * TAU, (4, 3))
    star = (lambda t: 2.3 * cos(t) ** 3, lambda t: 2.3 * sin(t) ** 3, r"2.3\cos^3 t", r"2.3\sin^3 t", TAU, (3, 3))
    return {
        "heart": (lambda t: 2 * sin(t) ** 3, _heart_y, r"2\sin^3 t", heart_tex, TAU, (3, 3)),
        "ellipse": (lambda t: 2.5 * cos(t), lambda t: 1.5 * sin(t), r"2.5\cos t", r"1.5\sin t", TAU, (3, 2)),
        "circle": (lambda t: 2 * cos(t), lambda t: 2 * sin(t), r"2\cos t", r"2\sin t", TAU, (3, 3)),
        "eight": eighth,
        "spiral": spiral,
        "cycloid": rolling,
        "astroid": star,
    }[name]


def _heart_y(t: float) -> float:
    return 1.6 * math.cos(t) - 0.6 * math.cos(2 * t) - 0.3 * math.cos(3 * t)


def sliding_ladder(scene: Scene, length: float = 5.0, speed: float = 1.0, distance: float = 3.0):
    """Related rates: a sliding ladder's foot moves steadily, its top falls faster and faster.

    Tags: calculus, related rates, implicit differentiation, Pythagoras
    Wishes:
        related rates with a ladder
        sliding ladder problem
        how fast does the top of the ladder fall?
        a ladder slides down a wall
        how are related rates of change connected?
        calculus word problem with a ladder leaning against a wall
        falling ladder
        Animate a ladder slipping along the wall with its speed of fall
    Parameters:
        length: length of the ladder in metres; in [3, 13]; said: length, long, ladder
        speed: speed of the foot in metres per second; in [0.2, 3]; said: speed, foot
        distance: the moment asked for, the foot's distance from the wall; in [1, 12];
            said: distance, away, from the wall
    """
    narrator = Narrator(scene)
    distance = min(max(distance, 0.25 * length), 0.9 * length)
    unit = 4.6 / length
    corner = np.array([-5.6, -2.2, 0])
    foot = ValueTracker(0.2 * length)

    def height() -> float:
        return math.sqrt(max(length**2 - foot.get_value() ** 2, 0.0))

    wall, floor = (
        Line(corner, corner + 5.0 * UP, color=MUTED, stroke_width=6),
        Line(corner, corner + 5.2 * RIGHT, color=MUTED, stroke_width=6),
    )
    ladder = always_redraw(
        lambda: Line(
            corner + unit * height() * UP, corner + unit * foot.get_value() * RIGHT, color=MAIN, stroke_width=9
        )
    )
    out = always_redraw(
        lambda: Arrow(ladder.get_end(), ladder.get_end() + 0.9 * RIGHT, buff=0, color=OTHER, stroke_width=5)
    )
    fall = always_redraw(lambda: _fall(ladder.get_start(), foot.get_value() / max(height(), 0.1)))
    narrator.say(f"A ladder of {length:g} m leans against a wall.", Create(wall), Create(floor), Create(ladder))
    rates = VGroup(
        readout("x =", foot.get_value, 2, OTHER, 40),
        readout("y =", height, 2, WARM, 40),
        readout(r"\tfrac{dx}{dt} =", lambda: speed, 2, OTHER, 40, sign=True),
        readout(r"\tfrac{dy}{dt} =", lambda: -speed * foot.get_value() / max(height(), 0.05), 2, WARM, 40, sign=True),
    ).arrange_in_grid(2, 2, buff=(0.9, 0.4), cell_alignment=LEFT).move_to([3.4, 2.0, 0])  # fmt: skip
    narrator.say(
        f"Its foot is pulled away at {speed:g} m/s. How fast does the top fall?", FadeIn(rates), FadeIn(out, fall)
    )
    scene.play(foot.animate.set_value(0.93 * length), run_time=4, rate_func=linear)
    narrator.say("The top falls slowly at first, then faster and faster.", foot.animate.set_value(distance), wait=0.6)
    one = formula("x^2", "+", "y^2", "=", f"{length:g}^2", size=48).move_to([3.4, 0.5, 0])
    two = formula(r"2x\tfrac{dx}{dt}", "+", r"2y\tfrac{dy}{dt}", "=", "0", size=44).next_to(one, DOWN, buff=0.4)
    three = formula(r"\frac{dy}{dt}", "=", r"-\frac{x}{y}\,\frac{dx}{dt}", size=46).next_to(two, DOWN, buff=0.4)
    for line in (one, two):
        line[0].set_color(OTHER), line[2].set_color(WARM)
    three[0].set_color(WARM)
    narrator.say("The ladder keeps its length: Pythagoras links the two.", Write(one))
    narrator.say("Differentiate both sides in time.", TransformFromCopy(one, two))
    narrator.say("Solve for the speed of the top.", TransformFromCopy(two, three))
    top = speed * distance / math.sqrt(length**2 - distance**2)
    frame = SurroundingRectangle(three, color=GHOST, buff=0.15, corner_radius=0.1)
    narrator.say(f"At {distance:g} m from the wall the top falls at {top:.2f} m/s.", Create(frame), wait=1.5)


def _fall(start, slope: float) -> Arrow:
    """The speed of the top as an arrow, cut off before it gets longer than the wall."""
    return Arrow(start, start + min(2.2, 0.9 * slope + 0.25) * DOWN, buff=0, color=WARM, stroke_width=5)


def best_fence(scene: Scene, fence: float = 20.0):
    """Optimisation: with a given fence, which rectangle has the largest area?

    Tags: calculus, optimization, maximum, derivative zero, rectangle
    Wishes:
        optimisation problem with a fence
        largest rectangle with a given perimeter
        maximise the area of a garden
        optimization in calculus
        optimization problem
        maximum area with fixed perimeter
        farmer's fence problem
        which rectangle of given circumference is biggest?
        applied maximum using a derivative
        Find the dimensions of a rectangular pen with the greatest area
    Parameters:
        fence: length of the fence in metres; in [4, 100]; said: fence, perimeter, metres, length
    """
    narrator = Narrator(scene)
    half = fence / 2
    best = half / 2
    width = ValueTracker(0.25 * half)
    unit = 4.4 / half
    center = np.array([-3.9, -0.1, 0])

    def area() -> float:
        return width.get_value() * (half - width.get_value())

    def lot() -> Rectangle:
        made = Rectangle(width=unit * width.get_value(), height=unit * (half - width.get_value()), color=GOOD)
        return made.set_stroke(width=7).set_fill(opacity=0.4).move_to(center)

    garden = always_redraw(lot)
    across = always_redraw(
        lambda: DecimalNumber(width.get_value(), num_decimal_places=1, font_size=36, color=OTHER).next_to(
            garden, DOWN, buff=0.15
        )
    )
    upright = always_redraw(
        lambda: DecimalNumber(half - width.get_value(), num_decimal_places=1, font_size=36, color=WARM).next_to(
            garden, RIGHT, buff=0.15
        )
    )
    narrator.say(f"{fence:g} metres of fence for a rectangular garden.", Create(garden), FadeIn(across, upright))
    step = 10 ** math.floor(math.log10(half))
    tick = step if half / step > 3 else step / 2
    high = best * best * 1.15
    v_step = 10 ** math.floor(math.log10(high))
    axes = plot_axes(
        [0, half * 1.02, tick], [0, high, v_step if high / v_step > 2.5 else v_step / 4], 5.2, 3.6
    ).move_to([3.3, -0.5, 0])
    for axis in axes.axes:
        axis.numbers.set_opacity(1)
    graph = axes.plot(lambda x: x * (half - x), x_range=[0, half], color=MAIN, stroke_width=4)
    names = VGroup(words("area", 26, MUTED).next_to(axes.y_axis.get_top(), RIGHT, buff=0.3), words("width", 26, MUTED))
    names[1].next_to(axes, DOWN, buff=0.1)
    rule = formula("A(x) =", "x", r"\left(", f"{half:g} - x", r"\right)", size=42).move_to([3.4, 2.35, 0])
    rule[1].set_color(OTHER), rule[3].set_color(WARM)
    dot = always_redraw(lambda: Dot(axes.c2p(width.get_value(), area()), color=FOCUS))
    narrator.say("If it is $x$ wide, what is left decides the height.", Write(rule), wait=0.6)
    narrator.say("Try all widths, and watch the area.", Create(axes), FadeIn(names, dot), wait=0)
    trace = TracedPath(lambda: axes.c2p(width.get_value(), area()), stroke_color=MAIN, stroke_width=4)
    scene.play(width.animate.set_value(0.04 * half), run_time=0.8)
    scene.add(trace)
    scene.play(width.animate.set_value(0.96 * half), run_time=4, rate_func=linear)
    scene.add(graph)
    scene.remove(trace)
    scene.bring_to_front(dot)
    tangent = always_redraw(
        lambda: tangent_at(axes, lambda x: x * (half - x), half - 2 * width.get_value(), width.get_value(), 2.0, FOCUS)
    )
    narrator.say(
        "At the top the tangent is flat: the derivative is zero.",
        FadeIn(tangent),
        width.animate(run_time=2).set_value(best),
        wait=0.6,
    )
    solve = formula(f"A'(x) = {half:g} - 2x = 0", r"\;\Rightarrow\;", f"x = {best:g}", size=38, color=FOCUS).move_to(
        rule
    )
    narrator.say("Set it to zero and solve.", FadeOut(rule, shift=0.2 * UP), Write(solve), wait=0.8)
    narrator.say(
        f"The best garden is a square: {best:g} by {best:g}, area {best * best:g}.",
        Indicate(garden, color=FOCUS, scale_factor=1.05),
        wait=1.5,
    )
