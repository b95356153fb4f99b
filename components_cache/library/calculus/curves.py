"""Named example functions with derivatives, antiderivatives and windows, and live readouts."""

import math
from collections.abc import Callable
from typing import NamedTuple

from manim import *

from components_cache.library.theme import INK, formula, plot_axes


class ExampleCurve(NamedTuple):
    """A function with its derivative, its antiderivative that is 0 at 0, its formula, and a window that shows it."""

    f: Callable[[float], float]
    slope: Callable[[float], float]
    area: Callable[[float], float]
    tex: str
    slope_tex: str
    x_range: tuple[float, float, float]
    y_range: tuple[float, float, float]


def positive_curve(name: str) -> ExampleCurve:
    """A function that is positive right of zero: square, cubic, sine, root, exponential, line."""

    def wave(x: float) -> float:
        return x**3 / 3 - 2 * x * x + 3.2 * x + 0.8

    def wave_area(x: float) -> float:
        return x**4 / 12 - 2 * x**3 / 3 + 1.6 * x * x + 0.8 * x

    def root(x: float) -> float:
        return math.sqrt(max(x, 0.0))

    def half_exp(x: float) -> float:
        return math.exp(x / 2)

    wave_tex, root_slope = r"\tfrac13x^3-2x^2+3.2x+0.8", r"\tfrac{1}{2\sqrt{x}}"
    table = {
        "square": (lambda x: x * x, lambda x: 2 * x, lambda x: x**3 / 3, "x^2", "2x", 3.2, 9.6, 2),
        "cubic": (wave, lambda x: x * x - 4 * x + 3.2, wave_area, wave_tex, "x^2-4x+3.2", 4.4, 4.4, 1),
        "sine": (
            lambda x: 2 + math.sin(x),
            math.cos,
            lambda x: 2 * x + 1 - math.cos(x),
            r"2+\sin x",
            r"\cos x",
            6.6,
            3.6,
            1,
        ),
        "root": (
            root,
            lambda x: 0.5 / root(max(x, 1e-6)),
            lambda x: 2 / 3 * root(x) ** 3,
            r"\sqrt{x}",
            root_slope,
            4.6,
            2.6,
            1,
        ),
        "exponential": (
            half_exp,
            lambda x: half_exp(x) / 2,
            lambda x: 2 * half_exp(x) - 2,
            "e^{x/2}",
            r"\tfrac12e^{x/2}",
            4.4,
            9.6,
            2,
        ),
        "line": (
            lambda x: 0.5 * x + 1,
            lambda x: 0.5,
            lambda x: x * x / 4 + x,
            r"\tfrac12x+1",
            r"\tfrac12",
            4.4,
            3.6,
            1,
        ),
    }
    *known, right, top, step = table[name]
    return ExampleCurve(*known, (0, right, 1), (0, top, step))


def curve_axes(curve: ExampleCurve, width: float = 7.0, height: float = 4.8) -> Axes:
    """Axes for the window of an example curve."""
    return plot_axes(list(curve.x_range), list(curve.y_range), width, height)


def readout(
    tex: str, value: Callable[[], float], decimals: int = 2, color=INK, size: float = 40, sign: bool = False
) -> VGroup:
    """A name and a number that follows `value`."""
    name = formula(tex, size=size, color=color)
    number = DecimalNumber(value(), num_decimal_places=decimals, include_sign=sign, font_size=size, color=color)
    number.next_to(name, RIGHT, buff=0.15)
    number.add_updater(lambda mob: mob.set_value(value()).next_to(name, RIGHT, buff=0.15))
    return VGroup(name, number)


def tangent_at(axes: Axes, f: Callable[[float], float], slope: float, x: float, length: float, color) -> Line:
    """A piece of the tangent at x, `length` units long on the stage, centred on the point."""
    point = axes.c2p(x, f(x))
    ahead = normalize(axes.c2p(x + 1, f(x) + slope) - point)
    return Line(point - length / 2 * ahead, point + length / 2 * ahead, color=color, stroke_width=4)
