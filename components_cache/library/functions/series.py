"""Series: Taylor polynomials that hug a curve, partial sums that settle."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.functions.chart import Chart
from components_cache.library.theme import (
    BAD,
    FOCUS,
    GOOD,
    INK,
    MAIN,
    MUTED,
    OTHER,
    PALETTE,
    WARM,
    Narrator,
    fit,
    formula,
    words,
)


def taylor_polynomials(
    scene: Scene,
    function: Callable[[float], float] = lambda x: np.cos(x),
    label: str = r"y = \cos x",
    center: float = 0.0,
    coefficients: list[float] = [1, 0, -0.5, 0, 0.0416666667, 0, -0.00138888889, 0, 2.48015873e-05],
    orders: list[int] = [0, 2, 4, 6, 8],
    names: list[str] = [
        "1",
        r"1 - \frac{x^2}{2}",
        r"\cdots + \frac{x^4}{24}",
        r"\cdots - \frac{x^6}{720}",
        r"\cdots + \frac{x^8}{40320}",
    ],
    x_range: list[float] = [-7, 7, 1],
    y_range: list[float] = [-2, 2, 1],
    poles: list[float] = [],
    takeaway: str = "Every further term matches one more derivative, and the fit reaches further.",
):
    """Taylor series: polynomials of growing order hug a curve more and more closely.

    Tags: calculus, Taylor series, Maclaurin, approximation, polynomial, power series
    Wishes:
        Taylor series of cos x up to order 8
        approximate e^x by polynomials around 0
        Maclaurin series of sin x
        how does a Taylor polynomial approximate a function?
        Maclaurin polynomials of sine
        polynomial approximation of a function around a point
        how do calculators compute sine?
        more and more terms of a power series hug the curve
        Taylor expansion of e^x
        Taylor
    Parameters:
        function: the function of x
        label: its equation in TeX
        center: where the series is developed
        coefficients: the Taylor coefficients, from order 0 on
        orders: the orders that are shown, growing
        names: the polynomial of each order in TeX
        x_range: low, high and step of the x-axis
        y_range: low, high and step of the y-axis
        poles: where the function is not defined
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    chart = Chart(x_range, y_range, 12.0, 4.5, 0.5 * DOWN)
    curve = chart.curve(function, MAIN, poles).set_stroke(width=6)
    fits = [_polynomial(coefficients[: order + 1], center) for order in orders]
    colors = [[FOCUS, GOOD, WARM, BAD, OTHER][k % 5] for k in range(len(orders))]
    drawn = [chart.curve(fit, color) for fit, color in zip(fits, colors, strict=True)]
    numbers = chart.add_numbers()
    dot = Dot(chart.at(center, function(center)), color=INK, radius=0.09)
    name = formula(label, size=38, color=MAIN)
    scene.play(Create(chart.axes), FadeIn(numbers))
    name.move_to([-6.4, 2.45, 0], aligned_edge=LEFT)
    narrator.say(
        "A curve, to be imitated by a polynomial.",
        Succession(*[Create(p) for p in curve]),
        FadeIn(name),
        GrowFromCenter(dot),
        wait=0.8,
    )
    old, caption = None, None
    for k, (order, tex) in enumerate(zip(orders, names, strict=True)):
        fresh, color = drawn[k], colors[k]
        text = formula(rf"P_{{{order}}}(x) = {tex}", size=34, color=color)
        text.scale(min(1, 8.2 / text.width)).move_to([6.4, 2.45, 0], aligned_edge=RIGHT)
        if old is None:
            narrator.say("The first one fits only near one point.", FadeIn(fresh), FadeIn(text))
        else:
            changes = [FadeOut(old), FadeIn(fresh)] if len(old) != len(fresh) else [ReplacementTransform(old, fresh)]
            if k == 1:
                narrator.say(
                    "Each further term matches one more derivative there.", *changes, FadeOut(caption), FadeIn(text)
                )
            else:
                scene.play(*changes, FadeOut(caption), FadeIn(text), run_time=1.3)
                scene.wait(0.9)
        old, caption = fresh, text
    narrator.say(takeaway)


def _polynomial(coefficients: list[float], center: float) -> Callable[[float], float]:
    return lambda x: sum(c * (x - center) ** k for k, c in enumerate(coefficients))


def partial_sums(
    scene: Scene,
    term: Callable[[float], float] = lambda n: 1 / 2**n,
    first: int = 1,
    count: int = 8,
    label: str = r"\sum_{n=1}^{\infty} \frac{1}{2^n} = \frac{1}{2} + \frac{1}{4} + \frac{1}{8} + \cdots",
    total: float = 1.0,
    total_label: str = "1",
    converges: bool = True,
    takeaway: str = "Infinitely many steps, and still a finite length.",
):
    """Partial sums: the terms of a series are laid end to end on a number line.

    Tags: series, partial sums, geometric series, convergence, infinite sum
    Wishes:
        partial sums of the geometric series 1/2 + 1/4 + 1/8 + ...
        does the series 1/n^2 converge?
        sum of an infinite series on a number line
        does an infinite series converge?
        harmonic series diverges
        partial sums of a series on the number line
        add up the terms of a series one after another
        sum of 1/n^2
    Parameters:
        term: the n-th term
        first: the number of the first term; in [0, 20]
        count: how many terms are drawn; in [4, 12]; said: terms
        label: the series in TeX
        total: the sum, if it converges
        total_label: the sum in TeX
        converges: whether the series has a sum
        takeaway: the closing sentence
    """
    narrator = Narrator(scene)
    terms = [float(term(n)) for n in range(first, first + count)]
    sums = np.concatenate([[0], np.cumsum(terms)])
    low, high = min(0, sums.min()), max(sums.max(), total if converges else 0)
    step = _nice((high - low) / 5)
    ends = [np.floor(low / step + 1e-9) * step, np.ceil(high / step - 1e-9) * step + 0.5 * step]
    line = NumberLine([ends[0], ends[1], step], length=11.5, color=MUTED, stroke_width=2, tick_size=0.1).move_to(
        [0, 0.35, 0]
    )
    marks = VGroup(
        *[
            formula(f"{v:g}", size=28, color=MUTED).next_to(line.n2p(v), DOWN, buff=0.2)
            for v in np.arange(ends[0], ends[1] - 0.3 * step, step).round(9)
        ]
    )
    if converges:  # the sum gets its own mark
        marks.remove(*[mark for mark in marks if abs(mark.get_x() - line.n2p(total)[0]) < 0.7])
    head = fit(formula(label, size=44), width=12.4).move_to([0, 2.3, 0])
    narrator.say("Lay the terms end to end.", Write(head), Create(line), FadeIn(marks))
    readout = VGroup(formula("S_{1} =", size=38), DecimalNumber(0, num_decimal_places=4, font_size=40)).arrange(
        RIGHT, buff=0.2
    )
    readout.move_to([0, -1.75, 0])
    arcs, old = VGroup(), None
    for k, value in enumerate(terms):
        a, b = line.n2p(sums[k]), line.n2p(sums[k + 1])
        color = PALETTE[k % 7]
        bar = Line(a, b, color=color, stroke_width=12)
        arc = ArcBetweenPoints(a, b, angle=-PI / 2 if value > 0 else PI / 2, color=color, stroke_width=4)
        if arc.height > 1.2:
            arc.stretch_to_fit_height(1.2, about_edge=DOWN)
        row = VGroup(
            formula(rf"S_{{{k + 1}}} =", size=38), DecimalNumber(sums[k + 1], num_decimal_places=4, font_size=40)
        ).arrange(RIGHT, buff=0.2)
        row.move_to([0, -1.75, 0])
        swap = [FadeIn(row)] if old is None else [FadeOut(old), FadeIn(row)]
        scene.play(Create(arc), Create(bar), *swap, run_time=max(0.35, 1.1 - 0.12 * k))
        scene.wait(0.3 if k < 4 else 0.1)
        arcs.add(arc, bar)
        old = row
    _verdict(scene, narrator, line, total, total_label, converges, old)
    narrator.say(takeaway)


def _verdict(
    scene: Scene, narrator: Narrator, line: NumberLine, total: float, total_label: str, converges: bool, row: VGroup
) -> None:
    if not converges:
        text = words("no limit", size=34, color=BAD).next_to(row, RIGHT, buff=0.8)
        narrator.say("The sums never settle.", FadeIn(text))
        return
    goal = DashedLine(line.n2p(total) + 1.35 * UP, line.n2p(total) + 0.55 * DOWN, color=FOCUS, stroke_width=3)
    text = formula(total_label, size=38, color=FOCUS).next_to(goal, DOWN, buff=0.12)
    narrator.say("The sums close in on one number.", Create(goal), FadeIn(text))


def _nice(value: float) -> float:
    """1, 2 or 5 times a power of ten, near `value`."""
    power = 10.0 ** np.floor(np.log10(max(value, 1e-9)))
    return float(power * min((1, 2, 5, 10), key=lambda m: abs(m * power - value)))


def geometric_square(scene: Scene, below: int = 2, count: int = 7):
    """Geometric series by parts: halves, quarters, eighths fill a square.

    Tags: series, geometric series, visual proof, square
    Wishes:
        two thirds plus two ninths plus two twenty-sevenths fill a square
        geometric series with ratio 1/3 as pieces of a square
        take a fixed part of what is left again and again
        1/2 + 1/4 + 1/8 filling a unit square
        geometric series with ratio one third as an area
    Parameters:
        below: every piece is this part of what is left; in [2, 4]
        count: how many pieces; in [4, 9]; said: terms, pieces
    """
    narrator = Narrator(scene)
    square = Square(4.8, color=INK, stroke_width=3).move_to([-3.2, 0.05, 0])
    narrator.say("A square of area one.", Create(square))
    left, bottom, width, height = -5.6, -2.35, 4.8, 4.8
    total = 0.0
    row = formula(
        rf"\frac{{{below - 1}}}{{{below}}}",
        *[rf"+ \frac{{{below - 1}}}{{{below ** (k + 1)}}}" for k in range(1, min(count, 5))],
        r"+ \cdots",
        size=38,
    )
    fit(row, width=5.6).move_to([3.3, 1.6, 0])
    value = DecimalNumber(0, num_decimal_places=4, font_size=48, color=FOCUS).move_to([3.3, 0.2, 0])
    for k in range(count):
        share = 1 - 1 / below
        upright = k % 2 == 0
        w, h = (width * share, height) if upright else (width, height * share)
        piece = Rectangle(width=w, height=h, color=INK, stroke_width=1.5, fill_color=PALETTE[k % 7], fill_opacity=0.75)
        piece.move_to([left + w / 2, bottom + h / 2, 0])
        total += share / below**k
        moves = [FadeIn(piece, scale=0.8), FadeIn(row[k])] if k < 5 and k < len(row) - 1 else [FadeIn(piece)]
        if k == 0:
            scene.play(*moves, FadeIn(value), ChangeDecimalToValue(value, total), run_time=1.2)
        else:
            scene.play(*moves, ChangeDecimalToValue(value, total), run_time=max(0.4, 1 - 0.08 * k))
        if k < 3 and w > 1 and h > 0.9:
            scene.play(
                FadeIn(
                    formula(rf"\frac{{{below - 1}}}{{{below ** (k + 1)}}}", size=36, color="#0d1017").move_to(piece)
                ),
                run_time=0.4,
            )
        left, bottom = (left + w, bottom) if upright else (left, bottom + h)
        width, height = (width - w, height) if upright else (width, height - h)
    end = formula("= 1", size=56, color=FOCUS).move_to([3.3, -1.1, 0])
    narrator.say("What is left gets smaller than any number: the pieces fill the square.", FadeIn(row[-1]), Write(end))
