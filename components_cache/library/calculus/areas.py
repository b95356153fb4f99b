"""Areas under curves: Riemann rectangles, integrals of several curves, the fundamental theorem."""

import math

from manim import *

from components_cache.library.calculus.curves import curve_axes, positive_curve, readout
from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, OTHER, Narrator, formula, plot_axes, words


def riemann_refinement(scene: Scene, curve: str = "cubic", start: int = 4, doublings: int = 4):
    """Riemann sums: finer and finer rectangles approach the area under a curve.

    Tags: calculus, integral, Riemann sum, area, limit
    Wishes:
        Riemann rectangles
        refine Riemann rectangles over time
        graph a positive function and show how the area estimate improves
        Riemann sums get better with more rectangles
        approximate the area under a curve by rectangles
        more and thinner rectangles under a curve
        how do rectangles approximate an integral?
        left Riemann sums converging to the integral
        Animate rectangles under a graph getting narrower while the error shrinks
        why does the error of a Riemann sum go to zero?
        Riemann
    Parameters:
        curve: which function; one of: cubic, square, sine, root, exponential
        start: number of rectangles at first; in [2, 8]; said: start, from
        doublings: how often the number doubles; in [2, 5]; said: refinements, doublings
    """
    narrator = Narrator(scene)
    data = positive_curve(curve)
    axes = curve_axes(data, 7.6, 5.0).move_to([-2.6, 0.0, 0])
    end = math.floor(data.x_range[1])
    graph = axes.plot(data.f, x_range=[0, end + 0.15], color=MAIN, stroke_width=5)
    name = formula(f"f(x) = {data.tex}", size=36, color=MAIN).move_to([-3.3, 2.6, 0])
    narrator.say("How large is the area under this curve?", Create(axes), Create(graph), FadeIn(name))
    exact = data.area(end)
    head = VGroup(words("rectangles", 28), words("area", 28)).arrange(RIGHT, buff=0.8).move_to([4.6, 2.3, 0])
    rows = VGroup()
    bars = None
    for i in range(doublings + 1):
        count = start * 2**i
        made = _rectangles(axes, data.f, end, count)
        total = sum(data.f(end * k / count) for k in range(count)) * end / count
        row = VGroup(formula(str(count), size=40), formula(f"{total:.3f}", size=40, color=FOCUS))
        row[0].move_to([head[0].get_center()[0], 1.65 - 0.6 * i, 0])
        row[1].move_to([head[1].get_center()[0], 1.65 - 0.6 * i, 0])
        rows.add(row)
        if bars is None:
            bars = made
            text = f"First guess: {count} rectangles, each as high as the curve at its left edge."
            narrator.say(
                text, LaggedStart(*[GrowFromEdge(bar, DOWN) for bar in bars], lag_ratio=0.15), FadeIn(head, row)
            )
            narrator.say("Halve their width again and again: the gaps shrink.", wait=0.3)
            continue
        scene.play(ReplacementTransform(bars, made), FadeIn(row, shift=0.2 * UP), run_time=1.2)
        bars = made
        scene.wait(0.5)
    area = axes.get_area(graph, x_range=[0, end], color=GOOD, opacity=0.6)
    limit = formula(rf"\int_0^{{{end}}} f(x)\,dx", "=", f"{exact:.3f}", size=42, color=GOOD).move_to([4.6, -2.1, 0])
    narrator.say("In the limit nothing is left out: the integral.", FadeIn(area), FadeOut(bars), Write(limit), wait=1.5)


def _rectangles(axes: Axes, f, end: float, count: int) -> VGroup:
    """Left rectangles from 0 to `end`."""
    bars = VGroup()
    for k in range(count):
        low, high = end * k / count, end * (k + 1) / count
        corner, far = axes.c2p(low, 0), axes.c2p(high, max(f(low), 1e-3))
        bar = Rectangle(width=far[0] - corner[0], height=far[1] - corner[1], fill_opacity=0.65, color=OTHER)
        bars.add(bar.set_stroke(INK, min(2.0, 30 / count)).move_to((corner + far) / 2))
    return bars


def integral_examples(scene: Scene, end: float = 2.0):
    """Integral as area: a constant, a line, a parabola and a wave fill up from left to right.

    Tags: calculus, integration, area under a curve, accumulation
    Wishes:
        explain the concept of integration as area under a curve with multiple examples
        what is an integral?
        integral as accumulated area
        integrals of a constant, a line and a parabola
        definite integral
        what does an integral measure?
        meaning of the integral sign
        accumulating area under a graph from left to right
    Parameters:
        end: right end of the area for the constant, line and parabola; in [1, 2.5]; said: to, up to, end
    """
    narrator = Narrator(scene)
    examples = [
        (lambda x: 1.5, lambda x: 1.5 * x, "1.5", "1.5x", end, [0, 3, 1], [0, 3, 1]),
        (lambda x: x, lambda x: x * x / 2, "x", r"\tfrac12 x^2", end, [0, 3, 1], [0, 3, 1]),
        (lambda x: x * x / 2, lambda x: x**3 / 6, r"\tfrac12x^2", r"\tfrac16 x^3", end, [0, 3, 1], [0, 4, 1]),
    ]
    texts = [
        "Constant height: a rectangle.",
        "A line: a triangle, half of a square.",
        "A parabola: a third of the box around it.",
    ]
    panels, results = VGroup(), VGroup()
    for i, (f, area, tex, area_tex, stop, x_range, y_range) in enumerate(examples):
        axes = plot_axes(x_range, y_range, 3.6, 2.9).move_to([-4.4 + 4.4 * i, 0.5, 0])
        graph = axes.plot(f, x_range=[0, 2.7], color=MAIN, stroke_width=4)
        name = formula(f"f(x) = {tex}", size=34, color=MAIN).next_to(axes, UP, buff=0.2)
        at = ValueTracker(0.01)
        region = always_redraw(
            lambda axes=axes, graph=graph, at=at: axes.get_area(graph, [0, at.get_value()], color=FOCUS, opacity=0.5)
        )
        number = readout(r"\text{area} =", lambda area=area, at=at: area(at.get_value()), 2, FOCUS, 34)
        number.next_to(axes, DOWN, buff=0.2).align_to(axes, LEFT)
        opening = "An integral is the area that collects under a curve." if i == 0 else texts[i]
        narrator.say(opening, Create(axes), Create(graph), FadeIn(name), wait=0.6)
        scene.add(region)
        scene.play(FadeIn(number), run_time=0.3)
        if i == 0:
            narrator.say(texts[0], at.animate(run_time=1.8, rate_func=linear).set_value(stop), wait=0.4)
        else:
            scene.play(at.animate.set_value(stop), run_time=1.8, rate_func=linear)
        region.clear_updaters()
        panels.add(VGroup(axes, graph, name, region))
        total = (
            formula(r"\int_0^x f =", area_tex, size=34, color=GOOD).next_to(number, DOWN, buff=0.2).set_x(axes.get_x())
        )
        results.add(total)
    narrator.say(
        "The area is itself a function of the right end.", LaggedStart(*[Write(r) for r in results], lag_ratio=0.3)
    )
    narrator.say("Its slope is always the height of the curve: look at the derivatives.", wait=1.2)
    boxes = [Indicate(result[1], color=FOCUS) for result in results]
    narrator.say("Integrate: collect height times width, all along the way.", *boxes, wait=1.5)


def fundamental_theorem(scene: Scene, curve: str = "cubic"):
    """Fundamental theorem of calculus: the area grows at the rate of the curve's height.

    Tags: calculus, integral, derivative, area function, antiderivative
    Wishes:
        fundamental theorem of calculus
        why is the derivative of the area function the function itself?
        how are integral and derivative connected
        area function and its slope
        relationship between differentiation and integration
        why does an antiderivative give the area?
        derivative of an integral with a variable upper limit
        integration and differentiation are inverse operations
        Visualize the fundamental theorem of calculus with a sliding area and its rate of change
    Parameters:
        curve: which function; one of: cubic, square, sine, root, exponential
    """
    narrator = Narrator(scene)
    data = positive_curve(curve)
    end = math.floor(data.x_range[1])
    high = max(data.area(end), 1)
    step = 10 ** math.floor(math.log10(high))
    left = curve_axes(data, 6.0, 4.0).move_to([-3.5, -0.45, 0])
    right = plot_axes(
        [0, data.x_range[1], 1], [0, 1.15 * high, step if high / step > 2.5 else step / 2], 5.6, 4.0
    ).move_to([3.6, -0.45, 0])
    graph = left.plot(data.f, x_range=[0, end + 0.2], color=MAIN, stroke_width=5)
    x = ValueTracker(0.3)
    area = always_redraw(lambda: left.get_area(graph, [0, x.get_value()], color=OTHER, opacity=0.5))
    edge = always_redraw(
        lambda: Line(
            left.c2p(x.get_value(), 0), left.c2p(x.get_value(), data.f(x.get_value())), color=FOCUS, stroke_width=6
        )
    )
    name = formula(f"f(x) = {data.tex}", size=36, color=MAIN).next_to(left, UP, buff=0.3)
    total = readout("A(x) =", lambda: data.area(x.get_value()), 2, OTHER, 38).next_to(right, UP, buff=0.3)
    dot = always_redraw(lambda: Dot(right.c2p(x.get_value(), data.area(x.get_value())), color=OTHER))
    trace = TracedPath(lambda: right.c2p(x.get_value(), data.area(x.get_value())), stroke_color=OTHER, stroke_width=5)
    narrator.say("Let $A(x)$ be the area under the curve from $0$ to $x$.", Create(left), Create(graph), FadeIn(name))
    scene.add(area, edge)
    scene.play(Create(right), FadeIn(total, dot), run_time=0.8)
    scene.add(trace)
    mid = 0.62 * end
    narrator.say(
        "Pull the edge to the right and plot how much has been collected.",
        x.animate(run_time=3.5, rate_func=linear).set_value(mid),
        wait=0.6,
    )
    width = 0.09 * end
    strip = _strip(left, data.f, mid, width)
    rule = formula("dA", r"\approx", "f(x)", r"\,dx", size=44)
    rule[0].set_color(OTHER), rule[2].set_color(FOCUS)
    late = data.area(end / 2) < 0.35 * data.area(end)  # a convex area function leaves room at the upper left
    rule.move_to(right.c2p(0.36 * end, 0.95 * high) if late else right.c2p(0.8 * end, 0.2 * high))
    narrator.say("One small step $dx$ adds a thin strip, almost a rectangle.", FadeIn(strip), FadeIn(rule))
    slope = always_redraw(lambda: _tangent(right, data, x.get_value()))
    narrator.say("So the slope of $A$ is the height of the curve.", Create(slope), FadeOut(strip), wait=0.8)
    result = formula("A'(x) = f(x)", size=48, color=GOOD).move_to(rule)
    scene.play(ReplacementTransform(rule, result))
    scene.play(x.animate.set_value(end), run_time=3, rate_func=linear)
    narrator.say("Collecting and measuring slopes undo each other.", Circumscribe(result, color=GOOD), wait=1.5)


def _strip(axes: Axes, f, x: float, width: float) -> Rectangle:
    low, high = axes.c2p(x, 0), axes.c2p(x + width, f(x))
    bar = Rectangle(width=high[0] - low[0], height=high[1] - low[1], color=FOCUS, fill_opacity=0.75, stroke_width=2)
    return bar.move_to((low + high) / 2)


def _tangent(axes: Axes, data, x: float) -> Line:
    point = axes.c2p(x, data.area(x))
    ahead = normalize(axes.c2p(x + 1, data.area(x) + data.f(x)) - point)
    return Line(point - 1.2 * ahead, point + 1.2 * ahead, color=FOCUS, stroke_width=5)
