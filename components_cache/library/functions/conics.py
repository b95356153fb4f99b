"""Conic sections and the distances that define them."""

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import FOCUS, GOOD, INK, MAIN, MUTED, Narrator, formula


def _plane(reach: float, across: float = 8.4) -> Chart:
    """Square axes around the origin that show at least `reach` in every direction on the left of the stage."""
    step = max(1.0, float(np.ceil(reach / 5)))
    high = 5.2 / across * reach * 1.45
    return Chart([-1.45 * reach, 1.45 * reach, step], [-high, high, step], across, 5.2, 2.2 * LEFT)


def _side(*lines: str) -> VGroup:
    group = VGroup(*[formula(line, size=36) for line in lines]).arrange(DOWN, buff=0.45, aligned_edge=LEFT)
    group.scale(min(1, 4.3 / group.width)).move_to([4.5, 0.6, 0])
    return group


def ellipse_foci(scene: Scene, a: float = 5.0, b: float = 3.0, label: str = r"\frac{x^2}{25} + \frac{y^2}{9} = 1"):
    """Ellipse: the distances to the two foci always add up to the same length.

    Tags: conics, ellipse, circle, foci, distance
    Wishes:
        ellipse x^2/25 + y^2/9 = 1 with its foci
        what is an ellipse?
        circle x^2 + y^2 = 25
        foci of an ellipse
        gardener's construction with a string and two pins
        sum of distances to two points is constant
        draw an ellipse with a loop of string
    Parameters:
        a: half the width; in [0.5, 20]; said: semi-major axis
        b: half the height; in [0.5, 20]; said: semi-minor axis
        label: the equation in TeX
    """
    narrator = Narrator(scene)
    chart = _plane(max(a, b * 8.4 / 5.2))
    curve = ParametricFunction(lambda t: chart.at(a * np.cos(t), b * np.sin(t)), t_range=[0, TAU], color=MAIN)
    chart.avoid(curve)
    numbers = chart.add_numbers(patches=True)
    scene.play(Create(chart.axes), FadeIn(numbers))
    if abs(a - b) < 1e-9:
        _circle(scene, narrator, chart, curve, a, label)
        return
    c = np.sqrt(abs(a * a - b * b))
    foci = [chart.at(*((s * c, 0) if a > b else (0, s * c))) for s in (-1, 1)]
    angle = ValueTracker(0.6)
    tip = always_redraw(lambda: Dot(chart.at(a * np.cos(angle.get_value()), b * np.sin(angle.get_value())), color=INK))
    strings = [
        always_redraw(lambda f=f, k=k: Line(f, tip.get_center(), color=k, stroke_width=4))
        for f, k in zip(foci, (FOCUS, GOOD), strict=True)
    ]
    side = _side(label, rf"c = \sqrt{{|a^2 - b^2|}} = {c:.4g}", r"d_1 + d_2 = " + f"{2 * max(a, b):.4g}")
    side[2].set_color(FOCUS)
    narrator.say(
        "Two fixed points: the foci.",
        *[GrowFromCenter(Dot(f, color=FOCUS)) for f in foci],
        Write(side[0]),
        FadeIn(side[1]),
    )
    narrator.say("Tie a string to both and keep it tight.", FadeIn(tip), *[Create(s) for s in strings])
    scene.play(angle.animate(run_time=6, rate_func=linear).increment_value(TAU), _trace(chart, a, b, run_time=6))
    narrator.say("The two distances always add up to the same length.", Write(side[2]))
    scene.play(angle.animate(run_time=3).increment_value(2.2))


def _trace(chart: Chart, a: float, b: float, run_time: float) -> Animation:
    path = ParametricFunction(lambda t: chart.at(a * np.cos(t), b * np.sin(t)), t_range=[0.6, 0.6 + TAU], color=MAIN)
    return Create(path, run_time=run_time, rate_func=linear)


def _circle(scene: Scene, narrator: Narrator, chart: Chart, curve: Mobject, radius: float, label: str) -> None:
    """All points at one distance from the centre."""
    angle = ValueTracker(0.6)
    tip = always_redraw(
        lambda: Dot(chart.at(radius * np.cos(angle.get_value()), radius * np.sin(angle.get_value())), color=INK)
    )
    spoke = always_redraw(lambda: Line(chart.at(0, 0), tip.get_center(), color=FOCUS, stroke_width=4))
    side = _side(label, f"r = {radius:.4g}")
    side[1].set_color(FOCUS)
    narrator.say("One fixed distance from the centre.", FadeIn(tip), Create(spoke), Write(side))
    scene.play(
        angle.animate(run_time=5, rate_func=linear).increment_value(TAU), _trace(chart, radius, radius, run_time=5)
    )
    narrator.say(
        "A circle: all points at the same distance from its centre.", angle.animate(run_time=3).increment_value(2)
    )


def hyperbola_foci(
    scene: Scene,
    a: float = 2.0,
    b: float = 1.5,
    sideways: bool = True,
    label: str = r"\frac{x^2}{4} - \frac{y^2}{2.25} = 1",
):
    """Hyperbola: the distances to the two foci always differ by the same length.

    Tags: conics, hyperbola, foci, asymptotes
    Wishes:
        hyperbola x^2/4 - y^2/9 = 1 with foci and asymptotes
        what is a hyperbola?
        graph of x^2 - y^2 = 1
        difference of distances to two foci is constant
        hyperbola and its asymptotes
        conic section with two branches
    Parameters:
        a: distance from the centre to a vertex; in [0.5, 10]
        b: height of the asymptotes above a vertex; in [0.5, 10]
        sideways: it opens to the left and right, not up and down
        label: the equation in TeX
    """
    narrator = Narrator(scene)
    c = float(np.hypot(a, b))
    chart = _plane(1.5 * c if sideways else 2.2 * c)
    (_, wide, _), (_, tall, _) = chart.x_range, chart.y_range
    reach = float(
        min(np.arccosh(max(1.01, (wide if sideways else tall) / a)), np.arcsinh((tall if sideways else wide) / b))
    )

    def spot(t: float, sign: int) -> np.ndarray:
        u, v = sign * a * np.cosh(t), b * np.sinh(t)
        return chart.at(u, v) if sideways else chart.at(v, u)

    branches = VGroup(
        *[ParametricFunction(lambda t, s=s: spot(t, s), t_range=[-reach, reach], color=MAIN) for s in (1, -1)]
    )
    chart.avoid(*branches)
    numbers = chart.add_numbers(patches=True)
    slope = b / a if sideways else a / b
    far = min(wide, tall / slope)
    lines = VGroup(
        *[DashedLine(chart.at(-far, -s * far * slope), chart.at(far, s * far * slope), color=MUTED) for s in (1, -1)]
    )
    foci = [chart.at(*((s * c, 0) if sideways else (0, s * c))) for s in (1, -1)]
    side = _side(label, rf"c = \sqrt{{a^2 + b^2}} = {c:.4g}", rf"|d_1 - d_2| = {2 * a:.4g}")
    side[2].set_color(FOCUS)
    scene.play(Create(chart.axes), FadeIn(numbers))
    narrator.say("A hyperbola has two branches.", Create(branches, run_time=2), Write(side[0]))
    narrator.say("Far out it hugs two straight lines, its asymptotes.", Create(lines))
    place = ValueTracker(0.75 * reach)
    tip = always_redraw(lambda: Dot(spot(place.get_value(), 1), color=INK))
    strings = [
        always_redraw(lambda f=f, k=k: Line(f, tip.get_center(), color=k, stroke_width=4))
        for f, k in zip(foci, (FOCUS, GOOD), strict=True)
    ]
    narrator.say(
        "The distances to the two foci...",
        *[GrowFromCenter(Dot(f, color=FOCUS)) for f in foci],
        FadeIn(tip),
        *[Create(s) for s in strings],
        FadeIn(side[1]),
    )
    scene.play(place.animate(run_time=4).set_value(-0.75 * reach))
    narrator.say(
        "...always differ by the same length.", Write(side[2]), place.animate(run_time=3).set_value(0.4 * reach)
    )


def parabola_focus(scene: Scene, p: float = 1.0, upward: bool = True, label: str = "x^2 = 4y"):
    """Parabola: as far from a point, the focus, as from a line, the directrix.

    Tags: conics, parabola, focus, directrix
    Wishes:
        parabola with focus and directrix
        what is a parabola as a conic section?
        y^2 = 4x with its focus
        focus and directrix of a parabola
        parabola as a locus of points
        same distance from a point and a line
        geometric definition of a parabola
    Parameters:
        p: distance from the vertex to the focus; in [0.2, 5]
        upward: it opens upwards, not to the right
        label: the equation in TeX
    """
    narrator = Narrator(scene)
    step = 1.0 if p <= 1.5 else float(np.ceil(p))
    chart = (
        Chart([-4 * p, 4 * p, step], [-1.5 * p, 3.5 * p, step], 8.3, 5.2, 2.2 * LEFT)
        if upward
        else Chart([-2 * p, 6 * p, step], [-2.5 * p, 2.5 * p, step], 8.3, 5.2, 2.2 * LEFT)
    )

    def spot(t: float) -> tuple[float, float]:
        return (t, t * t / (4 * p)) if upward else (t * t / (4 * p), t)

    reach = (3.7 if upward else 2.45) * p
    curve = ParametricFunction(lambda t: chart.at(*spot(t)), t_range=[-reach, reach], color=MAIN)
    focus = chart.at(0, p) if upward else chart.at(p, 0)
    line = (
        chart.dashed((-4 * p, -p), (4 * p, -p), GOOD) if upward else chart.dashed((-p, -2.5 * p), (-p, 2.5 * p), GOOD)
    )
    place = ValueTracker(-0.85 * reach)

    def foot() -> np.ndarray:
        x, y = spot(place.get_value())
        return chart.at(x, -p) if upward else chart.at(-p, y)

    tip = always_redraw(lambda: Dot(chart.at(*spot(place.get_value())), color=INK))
    to_focus = always_redraw(lambda: Line(focus, tip.get_center(), color=FOCUS, stroke_width=4))
    to_line = always_redraw(lambda: Line(foot(), tip.get_center(), color=GOOD, stroke_width=4))
    side = _side(
        label,
        r"\text{focus: } " + (f"(0, {p:g})" if upward else f"({p:g}, 0)"),
        r"\text{directrix: } " + (f"y = {-p:g}" if upward else f"x = {-p:g}"),
        "d_1 = d_2",
    )
    side[1].set_color(FOCUS)
    side[2].set_color(GOOD)
    scene.play(Create(chart.axes))
    narrator.say(
        "A point and a line: focus and directrix.",
        GrowFromCenter(Dot(focus, color=FOCUS)),
        Create(line),
        Write(side[:3]),
    )
    narrator.say("Stay equally far from both.", FadeIn(tip), Create(to_focus), Create(to_line))
    scene.play(
        place.animate(run_time=6, rate_func=linear).set_value(0.85 * reach), Create(curve, run_time=6, rate_func=linear)
    )
    narrator.say("That is a parabola.", Write(side[3]), place.animate(run_time=3).set_value(-0.5 * reach))
