"""Limits and what rests on them: epsilon and delta, L'Hôpital, the mean value theorem, Newton's method."""

import math

from manim import *

from components_cache.library.calculus.curves import readout, tangent_at
from components_cache.library.theme import (
    FOCUS,
    GOOD,
    MAIN,
    MUTED,
    OTHER,
    WARM,
    Narrator,
    formula,
    plot_axes,
    words,
)


def epsilon_delta(scene: Scene, a: float = 2.0, epsilon: float = 1.5):
    """Epsilon and delta: for every tolerance around the limit there is a safe distance around the point.

    Tags: calculus, limit, definition, analysis, continuity
    Wishes:
        epsilon delta definition of a limit
        what does the limit of a function mean exactly?
        epsilon-delta proof as a picture
        rigorous definition of a limit
        formal definition of a limit
        tolerance band around the limit and a window around the point
        how small must delta be for a given epsilon?
        precise meaning of a limit in analysis
        Visualize the epsilon-delta definition with shrinking bands
        limits
    Parameters:
        a: the point that x approaches; in [1, 2.5]; said: a, point, at
        epsilon: first tolerance; in [0.6, 2]; said: epsilon, tolerance
    """
    narrator = Narrator(scene)

    def f(x: float) -> float:
        return x * x / 2 + 0.5

    limit = f(a)
    axes = plot_axes([0, 4, 1], [0, 6, 1], 7.2, 5.0, numbers=False).move_to([-2.4, 0.1, 0])
    graph = axes.plot(f, x_range=[0, 3.3], color=MAIN, stroke_width=5)
    hole = Circle(0.1, color=MAIN, fill_color=BLACK, fill_opacity=1, stroke_width=4).move_to(axes.c2p(a, limit))
    marks = VGroup(
        formula("a", size=40, color=OTHER).next_to(axes.c2p(a, 0), DOWN, buff=0.2),
        formula("L", size=40, color=WARM).next_to(axes.c2p(0, limit), LEFT, buff=0.2),
    )
    narrator.say(
        "As $x$ comes near $a$, the value comes near $L$. How near is near?",
        Create(axes),
        Create(graph),
        FadeIn(hole, marks),
    )
    tolerance = ValueTracker(epsilon)

    def delta() -> float:
        e = tolerance.get_value()
        low = math.sqrt(max(2 * (limit - e - 0.5), 0.0))
        return min(a - low, math.sqrt(2 * (limit + e - 0.5)) - a)

    def band(x1: float, y1: float, x2: float, y2: float, color) -> Rectangle:
        corner, far = axes.c2p(x1, y1), axes.c2p(x2, y2)
        made = Rectangle(
            width=far[0] - corner[0], height=far[1] - corner[1], color=color, fill_opacity=0.25, stroke_width=2
        )
        return made.move_to((corner + far) / 2)

    across = always_redraw(lambda: band(0, limit - tolerance.get_value(), 3.7, limit + tolerance.get_value(), WARM))
    upright = always_redraw(lambda: band(a - delta(), 0, a + delta(), 5.6, OTHER))
    caught = always_redraw(
        lambda: axes.plot(
            f, x_range=[a - delta(), a + delta(), delta() / 8], color=FOCUS, stroke_width=8, use_smoothing=False
        )
    )
    first = readout(r"\varepsilon =", tolerance.get_value, 2, WARM, 44)
    second = readout(r"\delta =", delta, 2, OTHER, 44)
    VGroup(first, second).arrange(DOWN, buff=0.35, aligned_edge=LEFT).move_to([4.2, 1.9, 0])
    narrator.say(
        r"An opponent asks for a tolerance: at most $\varepsilon$ away from $L$.", FadeIn(across), FadeIn(first), wait=1
    )
    narrator.say(
        r"I answer with $\delta$: this close to $a$, the curve stays in the band.",
        FadeIn(upright),
        FadeIn(second),
        Create(caught),
        wait=1,
    )
    narrator.say(r"A smaller $\varepsilon$? Then I choose a smaller $\delta$.", wait=0)
    for shrink in (0.5, 0.22, 0.1):
        scene.play(tolerance.animate.set_value(epsilon * shrink), run_time=1.6)
        scene.wait(0.4)
    rule = formula(r"0<|x-a|<", r"\delta", r"\;\Rightarrow\;", r"|f(x)-L|<", r"\varepsilon", size=36)
    rule[1].set_color(OTHER), rule[4].set_color(WARM)
    rule.move_to([4.2, -0.4, 0]).scale(0.92)
    head = words("for every ε there is a δ:", 28).next_to(rule, UP, buff=0.35)
    narrator.say("If there is an answer to every challenge, the limit is $L$.", FadeIn(head), Write(rule), wait=1.5)


def newtons_method(scene: Scene, number: float = 2.0, guess: float = 3.0, steps: int = 4):
    """Newton's method: follow the tangent to zero, again and again, to find a square root.

    Tags: calculus, numerical analysis, root finding, tangent, square root, iteration
    Wishes:
        Newton's method for sqrt(2)
        Newton's method
        how does Newton-Raphson find roots?
        compute the square root of 5 with tangents
        Newton Raphson
        find a root by following tangent lines
        iterative root finding with derivatives
        approximate sqrt(3) numerically with Newton iteration
        how do calculators compute square roots?
        Animate Newton's method converging to a zero of a function
    Parameters:
        number: the number whose square root is wanted; in [2, 20]; said: sqrt(, sqrt, square root of, root of
        guess: the first guess; in [1, 8]; said: guess, start, x0, starting at
        steps: number of steps; in [2, 5]; said: steps, iterations
    """
    narrator = Narrator(scene)
    root = math.sqrt(number)
    guess = min(max(guess, 1.45 * root), 2.2 * root) if guess > root else max(guess, 0.62 * root)
    points = [guess]
    for _ in range(steps):
        points.append((points[-1] + number / points[-1]) / 2)
    right = 1.12 * max(points)
    top = right * right - number
    tick = 10 ** math.floor(math.log10(top)) * (2 if top / 10 ** math.floor(math.log10(top)) > 4 else 1)
    axes = plot_axes([0, right, 1], [-number, top, tick], 7.4, 5.0, numbers=False).move_to([-2.6, 0.05, 0])
    graph = axes.plot(lambda x: x * x - number, x_range=[0.0, right * 0.99], color=MAIN, stroke_width=5)
    name = formula(f"f(x) = x^2 - {number:g}", size=40, color=MAIN).next_to(axes.c2p(0, top * 0.86), RIGHT, buff=0.5)
    target = Dot(axes.c2p(root, 0), color=GOOD)
    narrator.say(
        rf"$\sqrt{{{number:g}}}$ is where $x^2 - {number:g}$ is zero.",
        Create(axes),
        Create(graph),
        FadeIn(name, target),
    )
    head = formula(r"x_{n+1} = x_n - \frac{f(x_n)}{f'(x_n)}", size=38).move_to([4.5, 2.2, 0])
    shown = VGroup()
    for i, x in enumerate(points):
        row = VGroup(formula(f"x_{i} =", size=38), _digits(x, root)).arrange(RIGHT, buff=0.15)
        shown.add(row.move_to([4.4, 1.1 - 0.62 * i, 0], aligned_edge=LEFT).set_x(4.5))
    dot = Dot(axes.c2p(points[0], 0), color=FOCUS)
    narrator.say("Start with a guess.", FadeIn(dot, scale=2), FadeIn(shown[0]), wait=0.5)
    texts = [
        "Go up to the curve, and slide down its tangent.",
        "The tangent is zero at a much better guess.",
        "Again: the number of right digits doubles each time.",
    ]
    old = VGroup()
    for i, x in enumerate(points[:-1]):
        y = x * x - number
        up = DashedLine(axes.c2p(x, 0), axes.c2p(x, y), color=MUTED) if abs(y) > 0.02 * top else VMobject()
        line = Line(axes.c2p(x, y), axes.c2p(points[i + 1], 0), color=FOCUS, stroke_width=4)
        target_dot = dot.animate.move_to(axes.c2p(points[i + 1], 0))
        if i < 3:
            narrator.say(texts[i], wait=0.2)
        if i == 0:
            scene.play(FadeIn(head))
        scene.play(Create(up), old.animate.set_stroke(opacity=0.35), run_time=0.6)
        scene.play(Create(line), target_dot, run_time=0.9)
        scene.play(FadeIn(shown[i + 1], shift=0.15 * UP), run_time=0.6)
        old.add(line)
    box = SurroundingRectangle(shown[-1], color=GOOD, buff=0.15, corner_radius=0.1)
    narrator.say(
        rf"{steps} steps, and $\sqrt{{{number:g}}} \approx {root:.6f}$ is almost exact.", Create(box), wait=1.5
    )


def _digits(value: float, root: float) -> MathTex:
    """Six decimals, the leading digits that already agree with the root in the colour of success."""
    text, goal = f"{value:.6f}", f"{root:.6f}"
    same = 0
    while same < len(text) and text[same] == goal[same]:
        same += 1
    parts = [part for part in (text[:same], text[same:]) if part]
    made = formula(*parts, size=38)
    if same:
        made[0].set_color(GOOD)
    return made


def mean_value_theorem(scene: Scene, start: float = 0.5, end: float = 4.0):
    """Mean value theorem: somewhere the tangent is parallel to the secant.

    Tags: calculus, derivative, average slope, secant, tangent
    Wishes:
        mean value theorem
        why is there a point where the tangent is parallel to the secant?
        average speed is reached at some moment
        MVT
        Lagrange's mean value theorem
        a tangent parallel to the secant line
        the instantaneous rate equals the average rate somewhere
        if you averaged 80 km/h you must have driven exactly 80 at some point
        Animate a secant and the point where the derivative matches its slope
    Parameters:
        start: left end of the interval; in [0, 1.5]; said: from, a
        end: right end of the interval; in [3, 4.5]; said: to, b
    """
    narrator = Narrator(scene)

    def f(x: float) -> float:
        return 0.22 * (x - 0.4) * (x - 2.6) * (x - 4.4) + 0.45 * x + 1.2

    def slope(x: float) -> float:
        return 0.22 * (3 * x * x - 14.8 * x + 14.24) + 0.45

    mean = (f(end) - f(start)) / (end - start)
    axes = plot_axes([0, 5, 1], [0, 4, 1], 7.6, 4.9, numbers=False).move_to([-2.6, 0.05, 0])
    graph = axes.plot(f, x_range=[0, 4.8], color=MAIN, stroke_width=5)
    ends = VGroup(*[Dot(axes.c2p(x, f(x)), color=WARM) for x in (start, end)])
    names = VGroup(
        *[
            formula(t, size=38, color=WARM).next_to(axes.c2p(x, 0), DOWN, buff=0.15)
            for t, x in (("a", start), ("b", end))
        ]
    )
    drops = VGroup(*[DashedLine(axes.c2p(x, 0), axes.c2p(x, f(x)), color=MUTED, stroke_width=2) for x in (start, end)])
    secant = Line(axes.c2p(start, f(start)), axes.c2p(end, f(end)), color=WARM)
    narrator.say("A smooth curve between $a$ and $b$.", Create(axes), Create(graph), FadeIn(ends, names), Create(drops))
    average = formula(r"\frac{f(b)-f(a)}{b-a}", f"= {mean:.2f}", size=42, color=WARM).move_to([4.5, 1.8, 0])
    narrator.say("The line between the ends shows the average slope.", Create(secant), Write(average))
    at = ValueTracker(start)
    tangent = always_redraw(lambda: tangent_at(axes, f, slope(at.get_value()), at.get_value(), 2.6, FOCUS))
    dot = always_redraw(lambda: Dot(axes.c2p(at.get_value(), f(at.get_value())), color=FOCUS))
    number = readout("f'(x) =", lambda: slope(at.get_value()), 2, FOCUS, 42).move_to([4.4, 0.6, 0])
    narrator.say("Slide a tangent along the curve and compare.", FadeIn(tangent, dot, number), wait=0)
    spots = sorted(x for x in _parallel_points(mean) if start < x < end)
    for i, spot in enumerate(spots):
        scene.play(at.animate.set_value(spot), run_time=2)
        mark = tangent_at(axes, f, mean, spot, 2.6, GOOD)
        name = formula("c" if len(spots) == 1 else f"c_{i + 1}", size=38, color=GOOD).next_to(
            axes.c2p(spot, 0), DOWN, buff=0.15
        )
        narrator.say(
            "Parallel! Here the slope is exactly the average." if i == 0 else "And here once more.",
            FadeIn(mark, name),
            wait=0.6,
        )
    scene.play(FadeOut(tangent, dot), run_time=0.4)
    rule = formula(r"f'(c) = \frac{f(b)-f(a)}{b-a}", size=44, color=GOOD).move_to([4.4, -0.9, 0])
    narrator.say("At some moment you drive exactly at your average speed.", Write(rule), wait=1.5)


def _parallel_points(mean: float) -> list[float]:
    """Where 0.22 (3x² − 14.8x + 14.24) + 0.45 equals `mean`."""
    a, b, c = 0.66, -3.256, 3.1328 + 0.45 - mean
    root = math.sqrt(max(b * b - 4 * a * c, 0.0))
    return [(-b - root) / (2 * a), (-b + root) / (2 * a)]


def lhopital(scene: Scene, rate: float = 2.0):
    """L'Hôpital's rule: near a common zero both curves are their tangents, so slopes decide the quotient.

    Tags: calculus, limit, indeterminate form, quotient, tangent
    Wishes:
        L'Hopital's rule
        why does L'Hôpital work?
        limit of sin(x)/x as a quotient of slopes
        zero over zero limits
        L'Hospital rule
        indeterminate form 0/0
        limit of a quotient by differentiating top and bottom
        why can we differentiate numerator and denominator in a limit?
        ratio of two functions that both vanish at a point
    Parameters:
        rate: the limit shown is sin(rate x)/x; in [0.5, 3]; said: rate, factor, k
    """
    narrator = Narrator(scene)
    zoom = ValueTracker(1.0)

    def window(f, color) -> VMobject:
        scale = zoom.get_value()
        pairs = [(x, f(x * scale) / scale) for x in np.linspace(-2.4, 2.4, 121)]
        points = [np.array([-3.0 + 1.25 * x, 0.05 + y, 0]) for x, y in pairs if abs(y) < 2.65]
        return VMobject(color=color, stroke_width=5).set_points_as_corners(points)

    cross = VGroup(
        Line([-6.2, 0.05, 0], [0.2, 0.05, 0], color=MUTED, stroke_width=2),
        Line([-3, -2.6, 0], [-3, 2.7, 0], color=MUTED, stroke_width=2),
    )
    top = always_redraw(lambda: window(lambda x: math.sin(rate * x), MAIN))
    low = always_redraw(lambda: window(lambda x: x + 0.6 * x * x * x / 3, WARM))
    names = formula(r"\frac{f(x)}{g(x)}", "=", rf"\frac{{\sin {rate:g}x}}{{x + x^3/5}}", size=48).move_to([3.6, 1.8, 0])
    names[2][: len(f"sin{rate:g}x")].set_color(MAIN)
    names[2][len(f"sin{rate:g}x") + 1 :].set_color(WARM)
    narrator.say(
        "Two curves that both go through zero: what is their quotient there?",
        Create(cross),
        Create(top),
        Create(low),
        Write(names),
    )
    form = formula(r"\frac{f(0)}{g(0)} = \frac{0}{0}\;?", size=44, color=FOCUS).move_to([3.6, 0.3, 0])
    narrator.say("At $0$ it is $0/0$, which says nothing.", FadeIn(form), wait=1)
    factor = readout(r"\text{zoom} \times", lambda: 1 / zoom.get_value(), 0, MUTED, 34).move_to([-4.8, 2.4, 0])
    narrator.say("So zoom in. Both curves straighten out.", FadeIn(factor), wait=0)
    scene.play(zoom.animate.set_value(0.05), run_time=4)
    narrator.say("Near zero each is its own tangent: $f'(0)\\,x$ and $g'(0)\\,x$.", wait=1)
    rule = formula(r"\lim_{x\to 0}\frac{f(x)}{g(x)} = \frac{f'(0)}{g'(0)}", f"= {rate:g}", size=44, color=GOOD).move_to(
        [3.6, -1.2, 0]
    )
    narrator.say("The $x$ cancels: the quotient of the slopes remains.", Write(rule), wait=1.5)
