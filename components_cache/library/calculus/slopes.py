"""Slopes: the moving tangent, the derivative as a limit, and the rules behind it."""

import math

from manim import *

from components_cache.library.calculus.curves import readout, tangent_at
from components_cache.library.geometry.figures import halo_numbers
from components_cache.library.theme import (
    FOCUS,
    GHOST,
    GOOD,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    plot_axes,
)


def moving_tangent(scene: Scene, curve: str = "parabola", start: float = -2.0, end: float = 2.0):
    """Moving tangent: its slope, plotted point by point, draws the derivative.

    Tags: calculus, derivative, tangent line, slope, tracker
    Wishes:
        show a parabola with a tangent line moving along it
        how the slope of a curve changes from point to point
        moving tangent with a slope readout
        tangent line moving along the curve using a tracker
        derivative as the slope of the tangent
        tangent sliding along a curve with its slope displayed
        derivative as a changing slope
        watch the slope of the tangent change as a point moves
        what does the derivative tell us about a curve?
        slope of the tangent at every point gives a new function
        derivative
        tangent
    Parameters:
        curve: which curve; one of: parabola, cubic, sine
        start: where the tangent starts; in [-2.2, 2.2]; said: from, start
        end: where the tangent ends; in [-2.2, 2.2]; said: to, end
    """
    narrator = Narrator(scene)
    f, slope, tex, slope_tex, y_range, s_range = {
        "parabola": (lambda x: x * x, lambda x: 2 * x, "x^2", "2x", [-1, 6, 1], [-5, 5, 1]),
        "cubic": (lambda x: x**3 / 3 - x, lambda x: x * x - 1, r"\tfrac13x^3-x", "x^2-1", [-2, 2, 1], [-2, 5, 1]),
        "sine": (
            lambda x: math.sin(2 * x),
            lambda x: 2 * math.cos(2 * x),
            r"\sin 2x",
            r"2\cos 2x",
            [-2, 2, 1],
            [-3, 3, 1],
        ),
    }[curve]
    if abs(end - start) < 0.5:
        start, end = -2.0, 2.0
    upper = halo_numbers(plot_axes([-3, 3, 1], y_range, 5.9, 4.2)).move_to([-3.4, -0.55, 0])
    lower = plot_axes([-3, 3, 1], s_range, 5.9, 4.2, numbers=False).move_to([3.4, -0.55, 0])
    graph = upper.plot(f, x_range=[-2.35, 2.35], color=MAIN, stroke_width=5)
    at = ValueTracker(start)
    point = always_redraw(lambda: Dot(upper.c2p(at.get_value(), f(at.get_value())), color=FOCUS))
    tangent = always_redraw(lambda: tangent_at(upper, f, slope(at.get_value()), at.get_value(), 3.0, FOCUS))
    name = formula(f"f(x) = {tex}", size=38, color=MAIN).move_to([-4.9, 2.4, 0])
    number = readout(r"\text{slope} =", lambda: slope(at.get_value()), 2, FOCUS, 38, sign=True).move_to([-2.2, 2.4, 0])
    narrator.say("At every point the curve has a direction: its tangent.", Create(upper), Create(graph), FadeIn(name))
    scene.play(GrowFromCenter(tangent), FadeIn(point), FadeIn(number))
    narrator.say("Move along, and keep the slope of the tangent in a second plot.", Create(lower), wait=0.5)
    follower = always_redraw(lambda: Dot(lower.c2p(at.get_value(), slope(at.get_value())), color=FOCUS))
    stem = always_redraw(
        lambda: Line(
            lower.c2p(at.get_value(), 0), lower.c2p(at.get_value(), slope(at.get_value())), color=FOCUS, stroke_width=6
        )
    )
    trace = TracedPath(lambda: lower.c2p(at.get_value(), slope(at.get_value())), stroke_color=GOOD, stroke_width=5)
    scene.play(FadeIn(follower, stem))
    scene.add(trace)
    scene.play(at.animate.set_value(end), run_time=6, rate_func=linear)
    result = formula("f'(x) =", slope_tex, size=38, color=GOOD).move_to([3.4, 2.4, 0])
    narrator.say("The slopes draw a new function, the derivative.", Write(result), wait=0.8)
    scene.play(at.animate.set_value(0 if curve == "parabola" else (start + end) / 2), run_time=2)
    last = (
        "Where the slope is 0, the parabola turns."
        if curve == "parabola"
        else "Flat tangent: the derivative is 0. Steep: it is large."
    )
    narrator.say(last, wait=1.5)


def derivative_limit(scene: Scene, x: float = 1.0, delta: float = 1.5):
    """Derivative as a limit: the secant of x² turns into the tangent as delta shrinks.

    Tags: calculus, derivative, limit definition, secant, tangent, difference quotient
    Wishes:
        animate the derivative of x^2 showing the limit definition with shrinking delta
        derivative as a limit
        from the secant to the tangent
        difference quotient of x^2 when h goes to 0
        limit definition of the derivative
        secant line becomes tangent line
        difference quotient
        instantaneous rate of change
        derivative from first principles
        what happens as h approaches zero in (f(x+h) - f(x))/h
        Visualize a secant line rotating into the tangent as the two points merge
    Parameters:
        x: where the derivative is taken; in [-1, 1.5]; said: x, point, at
        delta: first step to the right; in [0.5, 1.5]; said: delta, h, dx
    """
    narrator = Narrator(scene)
    top = math.ceil((max(x + delta, 1.9)) ** 2) + 0.5
    axes = plot_axes([-2, 3.5, 1], [-1, top, 1 if top < 6 else 2], 6.6, 5.0).move_to([-3.0, 0.05, 0])
    reach = min(3.2, math.sqrt(top))
    graph = axes.plot(lambda t: t * t, x_range=[-min(1.9, math.sqrt(top)), reach], color=MAIN, stroke_width=5)
    step = ValueTracker(delta)

    def point(t: float) -> np.ndarray:
        return axes.c2p(t, t * t)

    base = Dot(point(x), color=FOCUS)
    moving = always_redraw(lambda: Dot(point(x + step.get_value()), color=WARM))
    secant = always_redraw(lambda: _secant(axes, x, 2 * x + step.get_value(), top))
    run = always_redraw(lambda: Line(point(x), axes.c2p(x + step.get_value(), x * x), color=OTHER, stroke_width=5))
    rise = always_redraw(
        lambda: Line(axes.c2p(x + step.get_value(), x * x), point(x + step.get_value()), color=WARM, stroke_width=5)
    )
    where = f"{x:g}"
    narrator.say(f"How steep is $x^2$ at $x = {where}$?", Create(axes), Create(graph), FadeIn(base))
    names = VGroup(
        readout(r"\Delta x =", step.get_value, 3, OTHER, 40),
        readout(r"\Delta y =", lambda: 2 * x * step.get_value() + step.get_value() ** 2, 3, WARM, 40),
        readout(r"\frac{\Delta y}{\Delta x} =", lambda: 2 * x + step.get_value(), 3, FOCUS, 44),
    ).arrange(DOWN, buff=0.35, aligned_edge=LEFT).move_to([3.2, 1.3, 0])  # fmt: skip
    narrator.say(
        r"Step $\Delta x$ to the right, rise by $\Delta y$: a secant.",
        Create(run), Create(rise), FadeIn(moving), FadeIn(names[:2]),
    )  # fmt: skip
    scene.play(Create(secant), FadeIn(names[2]))
    narrator.say(r"Now let $\Delta x$ shrink.", step.animate(run_time=4).set_value(0.001), wait=1)
    algebra = formula(r"\frac{(x+\Delta x)^2 - x^2}{\Delta x}", "=", r"2x", "+", r"\Delta x", size=42)
    algebra[4].set_color(OTHER)
    algebra.move_to([3.3, -0.9, 0])
    narrator.say("The same in symbols: the quotient is exact for every step.", Write(algebra), wait=1)
    limit = formula(r"\to", r"2x", size=48, color=GOOD).next_to(algebra, DOWN, buff=0.35)
    value = formula(f"f'({where}) = {2 * x:g}", size=48, color=GOOD).next_to(limit, RIGHT, buff=0.7)
    VGroup(limit, value).set_x(3.3)
    narrator.say(r"What remains when $\Delta x$ goes to 0 is the derivative.", Write(limit), wait=0.5)
    narrator.say(f"The tangent at ${where}$ has slope ${2 * x:g}$.", FadeIn(value, shift=0.2 * UP), wait=1.5)


def _secant(axes: Axes, x: float, slope: float, top: float) -> Line:
    """The line through (x, x²) with a slope, kept inside the window."""
    scale = math.hypot(axes.x_axis.unit_size, slope * axes.y_axis.unit_size)
    ends = []
    for reach in (-2.0 / scale, 3.6 / scale):
        low, high = sorted((x * x + slope * reach, x * x))
        if low < -0.9 or high > top:
            reach = ((-0.9 if low < -0.9 else top) - x * x) / slope
        ends.append(axes.c2p(x + reach, x * x + slope * reach))
    return Line(*ends, color=FOCUS, stroke_width=4)


def product_rule(scene: Scene, u: float = 3.0, v: float = 2.0):
    """Product rule: a growing rectangle gains two strips and a corner that does not count.

    Tags: calculus, derivative, product rule, area, differential
    Wishes:
        product rule as area
        why is the derivative of a product u'v + uv'?
        product rule intuition with a rectangle
        derivative of a product
        how to differentiate f times g?
        Leibniz rule as a rectangle that grows
        derivative of x^2 times sin x explained with areas
        Visualize the product rule through a growing rectangle
    Parameters:
        u: width of the rectangle; in [1, 5]; said: u, width
        v: height of the rectangle; in [1, 5]; said: v, height
    """
    narrator = Narrator(scene)
    unit = min(4.2 / u, 3.0 / v)
    w, h = max(u * unit, 1.8), max(v * unit, 1.8)
    corner = np.array([-5.4, -1.9, 0])
    grow = ValueTracker(0.9)

    def box(x: float, y: float, width: float, height: float, color, opacity: float) -> Rectangle:
        made = Rectangle(
            width=max(width, 1e-3), height=max(height, 1e-3), color=color, fill_opacity=opacity, stroke_width=2
        )
        return made.move_to(corner + (x + width / 2) * RIGHT + (y + height / 2) * UP)

    core = box(0, 0, w, h, MAIN, 0.55)
    right = always_redraw(lambda: box(w, 0, grow.get_value(), h, WARM, 0.6))
    above = always_redraw(lambda: box(0, h, w, 0.8 * grow.get_value(), OTHER, 0.6))
    bit = always_redraw(lambda: box(w, h, grow.get_value(), 0.8 * grow.get_value(), FOCUS, 0.8))
    names = VGroup(
        formula("u", size=42).next_to(core, DOWN, buff=0.15),
        formula("v", size=42).next_to(core, LEFT, buff=0.15),
        formula("uv", size=48).move_to(core),
    )
    narrator.say("A product is the area of a rectangle.", DrawBorderThenFill(core), FadeIn(names))
    steps = VGroup(
        always_redraw(lambda: formula("du", size=34, color=WARM).next_to(right, DOWN, buff=0.15)),
        always_redraw(lambda: formula("dv", size=34, color=OTHER).next_to(above, LEFT, buff=0.15)),
    )
    narrator.say("Let both sides grow a little, by $du$ and $dv$.", FadeIn(right, above, bit), FadeIn(steps))
    change = formula("d(uv)", "=", r"v\,du", "+", r"u\,dv", "+", r"du\,dv", size=52).move_to([3.3, 1.5, 0])
    for place, color in ((2, WARM), (4, OTHER), (6, FOCUS)):
        change[place].set_color(color)
    narrator.say("The area gains two strips and a small corner.", Write(change))
    narrator.say(
        "Shrink the step: the corner shrinks twice, it vanishes first.",
        grow.animate(run_time=3).set_value(0.22),
        wait=0.5,
    )
    rule = formula("(uv)'", "=", "u'", "v", "+", "u", "v'", size=64).move_to([3.3, -0.6, 0])
    rule[2].set_color(WARM), rule[6].set_color(OTHER)
    cross = Line(change[6].get_corner(DL), change[6].get_corner(UR), color=FOCUS)
    scene.play(Create(cross), change[5:].animate.set_opacity(0.3))
    frame = SurroundingRectangle(rule, color=GHOST, buff=0.3, corner_radius=0.1)
    narrator.say("Per unit of time, two strips remain: the product rule.", Write(rule), Create(frame), wait=1.5)


def chain_rule(scene: Scene, outer: str = "sine", inner: str = "square", x: float = 0.8):
    """Chain rule: a nudge passes through two machines, and their stretching factors multiply.

    Tags: calculus, derivative, composition, nested functions, number lines
    Wishes:
        chain rule intuition
        animate the chain rule with a concrete example
        derivative of sin(x^2) by the chain rule
        why do we multiply derivatives in the chain rule?
        d/dx f(g(x)) = f'(g(x)) g'(x)
        derivative of a composite function
        differentiate a function inside another function
        how do rates of change multiply for nested functions?
        outer derivative times inner derivative
        Animate the chain rule with three number lines linked together
    Parameters:
        outer: the outer function; one of: sine, cube, exponential
        inner: the inner function; one of: square, double
        x: the input; in [0.5, 1.4]; said: x, at
    """
    narrator = Narrator(scene)
    g, dg, g_tex, dg_tex = {
        "square": (lambda t: t * t, lambda t: 2 * t, "x^2", "2x"),
        "double": (lambda t: 2 * t, lambda t: 2.0, "2x", "2"),
    }[inner]
    f, df, f_tex, df_tex, y_range = {
        "sine": (math.sin, math.cos, r"\sin(u)", r"\cos(u)", [-1, 1, 0.5]),
        "cube": (lambda t: t**3, lambda t: 3 * t * t, "u^3", "3u^2", [0, 25, 5]),
        "exponential": (math.exp, math.exp, "e^u", "e^u", [0, 20, 5]),
    }[outer]
    at = ValueTracker(x)
    rows = [2.0, 0.5, -1.0]
    lines = []
    for place, (y, bounds) in enumerate(zip(rows, ([0, 1.6, 0.5], [0, 3, 0.5], y_range), strict=True)):
        line = NumberLine(
            bounds,
            length=6.6,
            color=MUTED,
            include_numbers=place != 1,
            label_direction=UP if place == 0 else DOWN,
            font_size=26,
            decimal_number_config={"num_decimal_places": 0 if bounds[2] == 5 else 1},
        )
        lines.append(line.shift(np.array([-6.3, y, 0]) - line.n2p(bounds[0])))
    values = [at.get_value, lambda: g(at.get_value()), lambda: f(g(at.get_value()))]
    colors = [MAIN, OTHER, WARM]
    labels = [formula("x", size=44), formula("u =", g_tex, size=44), formula("y =", f_tex, size=44)]
    for line, label, color in zip(lines, labels, colors, strict=True):
        label.set_color(color).next_to([0.4, line.n2p(line.x_min)[1], 0], RIGHT, buff=0.3)
    live = VGroup(
        *[readout("=", v, 2, c, 40).next_to(t, RIGHT) for v, c, t in zip(values, colors, labels, strict=True)]
    )
    dots = VGroup(
        *[
            always_redraw(lambda line=line, v=v, color=color: Dot(line.n2p(v()), color=color, radius=0.11))
            for line, v, color in zip(lines, values, colors, strict=True)
        ]
    )
    links = VGroup(
        *[
            always_redraw(
                lambda i=i: Arrow(
                    lines[i].n2p(values[i]()), lines[i + 1].n2p(values[i + 1]()),
                    buff=0.18, color=FOCUS, stroke_width=3, max_tip_length_to_length_ratio=0.12,
                )
            )
            for i in range(2)
        ]
    )  # fmt: skip
    narrator.say(
        "Two machines in a row: $x$ goes into the first, its result into the second.",
        FadeIn(lines[0]),
        FadeIn(labels[0]),
        FadeIn(dots[0]),
    )
    scene.play(FadeIn(lines[1], labels[1], live[1]), FadeIn(links[0], dots[1]))
    scene.play(FadeIn(lines[2], labels[2], live[2]), FadeIn(links[1], dots[2]))
    narrator.say("Nudge $x$: every dot moves, each at its own speed.", wait=0)
    for goal in (x - 0.2, x + 0.12, x):
        scene.play(at.animate.set_value(goal), run_time=0.9)
    first = formula(r"\frac{du}{dx}", "=", dg_tex, "=", f"{dg(x):.2f}", size=34, color=OTHER)
    second = formula(r"\frac{dy}{du}", "=", df_tex, "=", f"{df(g(x)):.2f}", size=34, color=WARM)
    first.move_to([4.8, 1.3, 0])
    second.move_to([4.8, -0.25, 0])
    narrator.say(f"The first machine stretches the nudge by ${dg(x):.2f}$ ...", Write(first), wait=0.8)
    narrator.say(f"... the second stretches that by ${df(g(x)):.2f}$.", Write(second), wait=0.8)
    composed = f_tex.replace("u", f"{g_tex}") if outer != "cube" else f"({g_tex})^3"
    composed = f"e^{{{g_tex}}}" if outer == "exponential" else composed
    outside = df_tex.replace("u", g_tex) if outer == "sine" else (f"3({g_tex})^2" if outer == "cube" else composed)
    total = formula(
        r"\frac{dy}{dx}",
        "=",
        r"\frac{dy}{du}",
        r"\cdot",
        r"\frac{du}{dx}",
        "=",
        outside,
        r"\cdot",
        dg_tex,
        "=",
        f"{df(g(x)) * dg(x):.2f}",
        size=42,
    )
    for place, color in ((2, WARM), (4, OTHER), (6, WARM), (8, OTHER), (10, FOCUS)):
        total[place].set_color(color)
    total.move_to([0, -2.25, 0])
    narrator.say("Stretch after stretch: the factors multiply.", Write(total), wait=1)
    narrator.say(
        "Chain rule: outer slope at the inner value, times inner slope.", Indicate(total[6:9], color=FOCUS), wait=1.5
    )
