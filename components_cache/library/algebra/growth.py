"""Powers, logarithms, straight lines, composed functions, sums of cubes."""

from manim import *

from components_cache.library.geometry.figures import halo_numbers
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
    plot_axes,
    words,
)


def logarithm_inverse(scene: Scene, base: int = 2, top: int = 5):
    """Logarithms: the power asks how much, the logarithm asks how often.

    Tags: algebra, logarithm, exponential, inverse function, powers
    Wishes:
        logarithms as the inverse of powers
        what is a logarithm?
        log base 2 explained
        why does log turn products into sums?
        what does log mean?
        how are exponents and logarithms related?
        log rules explained
        how many times must I double to reach 32?
        Introduce logarithms as undoing exponentiation
    Parameters:
        base: the base of the powers; in [2, 10]; said: base
        top: the highest exponent that is shown; in [4, 6]; said: exponent, up to
    """
    narrator = Narrator(scene)
    lower, upper = -1.2, 1.2
    xs = np.linspace(-5.2, 5.2, top + 1)
    exponents = VGroup(*[formula(str(k), size=48, color=OTHER).move_to([x, lower, 0]) for k, x in enumerate(xs)])
    powers = VGroup(*[formula(str(base**k), size=48, color=MAIN).move_to([x, upper, 0]) for k, x in enumerate(xs)])
    for power in powers:
        fit(power, 9.6 / top)
    names = VGroup(
        words("exponent", 28, OTHER).move_to([0, lower - 0.75, 0]),
        words("power", 28, MAIN).move_to([0, upper + 1.25, 0]),
    )
    narrator.say(
        f"Start with 1 and multiply by {base}, again and again.", FadeIn(powers[0], exponents[0], names), wait=0.2
    )
    jumps = VGroup()
    for k in range(top):
        arrow = CurvedArrow(
            xs[k] * RIGHT + (upper + 0.35) * UP,
            xs[k + 1] * RIGHT + (upper + 0.35) * UP,
            angle=-PI / 3,
            color=MUTED,
            tip_length=0.15,
        )
        tag = formula(rf"\times {base}", size=32, color=MUTED).next_to(arrow, UP, buff=0.06)
        if k == 0:
            scene.play(FadeOut(names[1]), run_time=0.3)
        jumps.add(VGroup(arrow, tag))
        scene.play(Create(arrow), FadeIn(tag, powers[k + 1], exponents[k + 1]), run_time=0.6)
    ups = VGroup(
        *[
            Arrow([x, lower + 0.35, 0], [x, upper - 0.35, 0], buff=0, color=WARM, stroke_width=4, tip_length=0.18)
            for x in xs
        ]
    )
    middle = top // 2 + 1
    power = formula(rf"{base}^{{{middle}}} = {base**middle}", size=48, color=WARM).move_to([0, 2.5, 0])
    narrator.say(
        "The power goes up: from how often to how much.",
        FadeOut(jumps),
        LaggedStart(*[GrowArrow(a) for a in ups], lag_ratio=0.15),
        Write(power),
    )
    downs = VGroup(
        *[
            Arrow([x, upper - 0.35, 0], [x, lower + 0.35, 0], buff=0, color=FOCUS, stroke_width=4, tip_length=0.18)
            for x in xs
        ]
    )
    log = formula(rf"\log_{{{base}}} {base**middle} = {middle}", size=48, color=FOCUS).move_to([2.4, 2.5, 0])
    narrator.say(
        "The logarithm goes down: how many times was it multiplied?",
        ReplacementTransform(ups, downs),
        power.animate.move_to([-2.4, 2.5, 0]),
        Write(log),
    )
    one, other = 1, min(2, top - 1)
    rule = formula(rf"\log_{{{base}}}({base**one} \cdot {base**other}) = {one} + {other}", size=44, color=GOOD).move_to(
        [0, -2.5, 0]
    )
    narrator.say(
        "Multiplying above is adding below.",
        FadeOut(names[0]),
        Write(rule),
        *[Indicate(VGroup(powers[k], exponents[k])) for k in {one, other, one + other}],
    )
    narrator.say("A logarithm counts multiplications.", wait=1.5)


def slope_intercept(scene: Scene, m: float = 0.5, b: float = 1.0):
    """Slope and intercept: in y = mx + b, b lifts the line and m turns it.

    Tags: algebra, linear function, line, slope triangle, graph
    Wishes:
        slope-intercept form
        what do m and b mean in y = mx + b?
        linear function with slope 2 and intercept -1
        how the slope changes a line
        equation of a straight line with gradient and y-intercept
        linear functions
        what is the y-intercept of a line?
        change the steepness of a line and move it up
        Animate how changing m and b affects the graph of a linear function
    Parameters:
        m: slope; in [-3, 3]; said: slope, m, gradient
        b: intercept on the y-axis; in [-3, 3]; said: intercept, b
    """
    narrator = Narrator(scene)
    axes = halo_numbers(plot_axes([-5, 5, 1], [-4, 4, 1], 8.2, 5.4)).move_to([-2.2, 0.05, 0])
    slope, lift = ValueTracker(1.0), ValueTracker(0.0)

    def line() -> Line:
        s, c = slope.get_value(), lift.get_value()
        xs = [
            x
            for x in (-5, 5, *((y - c) / s for y in (-4, 4) if abs(s) > 1e-6))
            if -5.01 <= x <= 5.01 and -4.01 <= s * x + c <= 4.01
        ]
        return Line(axes.c2p(min(xs), s * min(xs) + c), axes.c2p(max(xs), s * max(xs) + c), color=MAIN, stroke_width=5)

    graph = always_redraw(line)
    cut = always_redraw(lambda: Dot(axes.c2p(0, lift.get_value()), color=WARM, radius=0.1))
    rule = formula("y", "=", "m", "x", "+", "b", size=60).move_to([4.6, 2.0, 0])
    rule[2].set_color(FOCUS), rule[5].set_color(WARM)
    narrator.say("A straight line, and its equation.", Create(axes), Create(graph), Write(rule))
    rows = VGroup()
    for tex, tracker, color in (("m =", slope, FOCUS), ("b =", lift, WARM)):
        name = formula(tex, size=44, color=color)
        number = DecimalNumber(tracker.get_value(), num_decimal_places=1, include_sign=True, font_size=44, color=color)
        number.add_updater(lambda mob, t=tracker, n=name: mob.set_value(t.get_value()).next_to(n, RIGHT, buff=0.2))
        rows.add(VGroup(name, number.next_to(name, RIGHT, buff=0.2)))
    rows.arrange(DOWN, buff=0.35, aligned_edge=LEFT).move_to([4.5, 0.6, 0])
    narrator.say("$b$ is where the line meets the $y$-axis: it lifts the whole line.", FadeIn(rows, cut), wait=0)
    for goal in (2.5, -2, b):
        scene.play(lift.animate.set_value(goal), run_time=1)
    narrator.say("$m$ is the slope: it turns the line around that point.", wait=0)
    for goal in (2.5, -1.5, m):
        scene.play(slope.animate.set_value(goal), run_time=1)
    run = 2 if abs(b + 2 * m) <= 4 else 1
    x0 = next((x for x in (0, -1, -2, 1, 2) if abs(m * x + b) <= 4 and abs(m * (x + run) + b) <= 4), 0)
    low = m * x0 + b
    start, corner, end = axes.c2p(x0, low), axes.c2p(x0 + run, low), axes.c2p(x0 + run, low + run * m)
    steps = VGroup(Line(start, corner, color=OTHER, stroke_width=6), Line(corner, end, color=FOCUS, stroke_width=6))
    tags = (
        VGroup(words(f"run {run}", 28, OTHER), words(f"rise {run * m:g}", 28, FOCUS))
        .arrange(DOWN, buff=0.3)
        .move_to([4.5, -1.0, 0])
    )
    equation = f"y = {m:g}x" + (f" {'+' if b >= 0 else '-'} {abs(b):g}" if b else "")
    narrator.say(f"For each step to the right, {abs(m):g} {'up' if m >= 0 else 'down'}.", Create(steps), FadeIn(tags))
    result = fit(formula(equation, size=52, color=MAIN), 3.8).move_to([4.5, -2.2, 0])
    narrator.say("Slope and intercept describe every line that is not vertical.", Write(result), wait=1.5)


def sum_of_cubes(scene: Scene, n: int = 4):
    """Sum of cubes: 1³ + 2³ + ... + n³ fills the square of 1 + 2 + ... + n.

    Tags: algebra, sums, cubes, proof without words, Nicomachus
    Wishes:
        sum of cubes
        why do the cubes 1, 8 and 27 add up to a square number?
        Nicomachus theorem as a picture
        sum of the first n cubes
        1^3 + 2^3 + ... + n^3 equals (1 + 2 + ... + n)^2
        cubes add up to the square of a triangular number
        Nicomachus
        Visual proof that consecutive cubes sum to a squared triangular number
    Parameters:
        n: how many cubes; in [3, 6]; said: n, first, cubes
    """
    narrator = Narrator(scene)
    total = n * (n + 1) // 2
    cell = 5.2 / total
    corner = np.array([-6.2, -2.55, 0])
    colors = [MAIN, WARM, OTHER, GOOD, FOCUS, MAIN]
    texts = [
        "One.",
        "Two squares of side 2, one cut in half, wrap around it.",
        "Three squares of side 3: the next layer.",
    ]
    text, side = VGroup(), VGroup()
    for k in range(1, n + 1):
        before = k * (k - 1) // 2
        layer = VGroup()
        for x, y, w, h in _layer(k, before):
            box = Rectangle(width=w * cell, height=h * cell, color=colors[k - 1], fill_opacity=0.55, stroke_width=2)
            layer.add(box.move_to(corner + (x + w / 2) * cell * RIGHT + (y + h / 2) * cell * UP))
        new = fit(formula(" + ".join(f"{j}^3" for j in range(1, k + 1)), size=48), 6.2).move_to([3.4, 1.8, 0])
        value = before + k
        new_side = formula("=", f"{value * value}", "=", f"{value}^2", size=52).move_to([3.4, 0.7, 0])
        grow = LaggedStart(*[GrowFromCenter(b) for b in layer], lag_ratio=0.2)
        if k <= 3:
            narrator.say(texts[k - 1], grow, FadeOut(text, side), FadeIn(new, new_side), wait=0.5)
        else:
            scene.play(grow, FadeOut(text, side), FadeIn(new, new_side))
            scene.wait(0.4)
        text, side = new, new_side
    edge = Brace(Line(corner, corner + total * cell * UP), RIGHT, buff=0.1, color=MUTED).shift(total * cell * RIGHT)
    tag = formula("1 + 2 + \\cdots", size=34, color=MUTED).next_to(edge, RIGHT, buff=0.1)
    narrator.say(f"The side is 1 + 2 + ... + {n} = {total}.", GrowFromCenter(edge), FadeIn(tag))
    rule = formula(r"1^3 + \cdots + n^3 = (1 + \cdots + n)^2", size=44, color=GOOD).move_to([3.4, -1.4, 0])
    narrator.say("The sum of cubes is the square of the sum.", Write(rule), wait=1.5)


def _layer(k: int, before: int) -> list[tuple[float, float, float, float]]:
    """Squares of side k (one cut in halves when k is even) in an L around the square of side `before`."""
    if k % 2:
        arm = [(before, i * k, k, k) for i in range((k - 1) // 2)]
        return [*arm, (before, before, k, k), *[(y, x, h, w) for x, y, w, h in arm]]
    arm = [(before, k / 2 + i * k, k, k) for i in range((k - 2) // 2)]
    half = [(before, 0.0, k, k / 2)]
    return [*half, *arm, (before, before, k, k), *[(y, x, h, w) for x, y, w, h in (*half, *arm)]]
