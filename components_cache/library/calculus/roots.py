"""Closing in on a root: the bisection method."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from manim import *

from components_cache.library.theme import BAD, FOCUS, GOOD, MAIN, MUTED, OTHER, WARM, Narrator, fit, formula, words

LEFT_EDGE, RIGHT_EDGE, AXIS_Y, REACH = -6.2, 1.7, -0.2, 2.3


class Bracket(NamedTuple):
    """An interval whose ends have values of opposite signs."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """Half way."""
        return (self.low + self.high) / 2

    def halved(self, function: Callable[[float], float]) -> "Bracket":
        """The half in which the sign still changes."""
        if function(self.low) * function(self.middle) > 0:
            return Bracket(self.middle, self.high)
        return Bracket(self.low, self.middle)


class Lens:
    """A view of the curve that can zoom: the trackers hold what lies at its left and right edge."""

    def __init__(self, function: Callable[[float], float], low: float, high: float):
        self.function = function
        self.low, self.high = ValueTracker(low), ValueTracker(high)

    def x_at(self, x: float) -> float:
        """Where x lies on the frame."""
        low, high = self.low.get_value(), self.high.get_value()
        return LEFT_EDGE + (x - low) / (high - low) * (RIGHT_EDGE - LEFT_EDGE)

    def scale(self) -> float:
        """Frame units for one unit of height, so that the whole curve in view fits."""
        xs = np.linspace(self.low.get_value(), self.high.get_value(), 41)
        return REACH / max([1e-12, *[abs(self.function(x)) for x in xs]])

    def at(self, x: float) -> np.ndarray:
        """The point of the curve over x."""
        return np.array([self.x_at(x), AXIS_Y + self.scale() * self.function(x), 0])

    def on_axis(self, x: float) -> np.ndarray:
        """The point of the axis at x."""
        return np.array([self.x_at(x), AXIS_Y, 0])

    def curve(self) -> VMobject:
        """The graph in view."""
        low, high, scale = self.low.get_value(), self.high.get_value(), self.scale()
        points = [[self.x_at(x), AXIS_Y + scale * self.function(x), 0] for x in np.linspace(low, high, 101)]
        return VMobject(color=MAIN, stroke_width=5).set_points_as_corners(points)


def bisection_method(
    scene: Scene,
    function: Callable[[float], float] = lambda x: x**3 - x - 2,
    label: str = "x^3 - x - 2",
    start: float = 1.0,
    end: float = 2.0,
    steps: int = 6,
):
    """Bisection method: halve an interval again and again, and keep the half in which the sign changes.

    Tags: calculus, numerical analysis, root finding, interval halving, intermediate value theorem
    Wishes:
        bisection method
        bisection method for x^3 - x - 2
        root finding by bisection
        interval halving method
        find a zero by halving an interval
        numerical root finding with sign changes
        how does the bisection algorithm work?
        narrow down a root between two points of opposite sign
        Animate the bisection method with shrinking brackets
    Parameters:
        function: the continuous function of x whose root is wanted, as Python source
        label: its TeX
        start: left end of the first interval; in [-5, 5]; said: between, from, start
        end: right end of the first interval; in [-5, 5]; said: and, to, end
        steps: how many times it is halved; in [3, 8]; said: steps, iterations
    """
    narrator = Narrator(scene)
    asked = Bracket(min(start, end), max(start, end) if start != end else start + 1)
    bracket = _with_sign_change(function, asked)
    room = 0.25 * (bracket.high - bracket.low)
    lens = Lens(function, bracket.low - room, bracket.high + room)
    axis = Line([LEFT_EDGE - 0.2, AXIS_Y, 0], [RIGHT_EDGE + 0.2, AXIS_Y, 0], color=MUTED, stroke_width=2)
    curve = lens.curve()
    name = fit(formula("f(x) =", label, size=42, color=MAIN), 4.2, 0.7).move_to([4.4, 2.4, 0])
    narrator.say("Where does this curve cross zero?", Create(axis), Create(curve), FadeIn(name))
    if function(bracket.low) * function(bracket.high) >= 0:
        narrator.say("No change of sign in sight: bisection cannot start here.", color=BAD, wait=2)
        return
    scene.remove(curve)
    ends = [ValueTracker(value) for value in bracket]
    strip = always_redraw(lambda: _strip(lens, *[end.get_value() for end in ends]))
    dots = always_redraw(lambda: VGroup(*[_signed(lens, end.get_value()) for end in ends]))
    scene.add(strip, always_redraw(lens.curve))
    told = "Below zero at one end, above it at the other: in between it must cross."
    if bracket != asked:
        told = f"No change of sign from {asked.low:g} to {asked.high:g}, so look further."
    rows = VGroup(_row(bracket).move_to([4.4, 1.6, 0]))
    narrator.say(told, FadeIn(strip, dots, rows))
    for step in range(steps):
        if step and step % 3 == 0:
            _zoom(scene, narrator, lens, bracket)
        if abs(function(bracket.middle)) < 1e-9:
            told = f"The middle is exact: the root is {bracket.middle:.6g}.".replace("-", "−")
            narrator.say(told, FadeIn(_signed(lens, bracket.middle)), color=GOOD, wait=2)
            return
        bracket = _halve(scene, narrator, lens, ends, bracket, step)
        row = _row(bracket).move_to([4.4, 1.6 - 0.5 * (step + 1), 0])
        scene.play(rows.animate.set_opacity(0.45), FadeIn(row, shift=0.15 * DOWN), run_time=0.4)
        rows = VGroup(*rows, row)
    _result(narrator, bracket, rows[-1])


def _with_sign_change(function: Callable[[float], float], asked: Bracket) -> Bracket:
    """The interval that was asked for, or a wider one where its ends have values of the same sign."""
    width, bracket = asked.high - asked.low, asked
    for _ in range(6):
        if function(bracket.low) * function(bracket.high) < 0:
            return bracket
        bracket = Bracket(bracket.low - width, bracket.high + width)
    return asked


def _sign(value: float):
    """The sign of a value as a text and its colour."""
    if abs(value) < 1e-9:
        return "0", GOOD
    return ("+", WARM) if value > 0 else ("−", OTHER)


def _signed(lens: Lens, x: float) -> VGroup:
    """A point of the curve with a line to the axis, and its sign above the picture."""
    text, color = _sign(lens.function(x))
    sign = words(text, 36, color)
    dot = Dot(lens.at(x), color=color, radius=0.1)
    foot = Line(lens.on_axis(x), lens.at(x), color=color, stroke_width=3)
    return VGroup(foot, dot, sign.move_to([lens.x_at(x), AXIS_Y + REACH + 0.4, 0]))


def _strip(lens: Lens, low: float, high: float) -> VMobject:
    """The interval as a bright strip, with a bar on the axis."""
    left, right = lens.x_at(low), lens.x_at(high)
    band = Rectangle(width=right - left, height=2 * REACH + 0.2, stroke_width=0).set_fill(FOCUS, 0.14)
    band.move_to([(left + right) / 2, AXIS_Y, 0])
    return VGroup(band, Line([left, AXIS_Y, 0], [right, AXIS_Y, 0], color=FOCUS, stroke_width=7))


def _row(bracket: Bracket) -> MathTex:
    """The interval; the leading digits on which both ends agree are certain, so they are green."""
    low, high = (f"{value:.4f}" for value in bracket)
    same = next((i for i, (p, q) in enumerate(zip(low, high, strict=False)) if p != q), len(low))
    if "." not in low[:same]:
        return formula(rf"[{low},\;{high}]", size=36, color=FOCUS)
    parts = ("[", low[:same], low[same:], r",\;", high[:same], high[same:], "]")
    row = formula(*parts, size=36, color=FOCUS)
    row[1].set_color(GOOD), row[4].set_color(GOOD)
    return row


def _halve(scene: Scene, narrator: Narrator, lens: Lens, ends, bracket: Bracket, step: int) -> Bracket:
    """Look at the middle, then let the end with the same sign jump there."""
    middle = bracket.middle
    mark = _signed(lens, middle)
    look = FadeIn(mark)
    if step == 0:
        narrator.say("Look at the middle.", look, wait=0.5)
    else:
        scene.play(look, run_time=0.6)
    smaller = bracket.halved(lens.function)
    place = 0 if smaller.low == middle else 1
    move = ends[place].animate.set_value(middle)
    if step == 0:
        half = "right" if place == 0 else "left"
        narrator.say(f"The sign still changes in the {half} half, so the root is there.", move, wait=0.8)
    else:
        scene.play(move, run_time=0.8)
    scene.remove(mark)
    return smaller


def _zoom(scene: Scene, narrator: Narrator, lens: Lens, bracket: Bracket) -> None:
    room = 0.35 * (bracket.high - bracket.low)
    edges = (lens.low.animate.set_value(bracket.low - room), lens.high.animate.set_value(bracket.high + room))
    narrator.say("Zoom in, and go on in the same way.", wait=0)
    scene.play(*edges, run_time=1.6)


def _result(narrator: Narrator, bracket: Bracket, row: Mobject) -> None:
    """The root with its error."""
    error = (bracket.high - bracket.low) / 2
    found = rf"The root is ${bracket.middle:.4f}$, give or take ${error:.4f}$."
    narrator.say(found, Create(SurroundingRectangle(row, color=GOOD, buff=0.08)), color=GOOD)
    narrator.say("Each look halves the doubt: ten of them give three more digits.", wait=2)
