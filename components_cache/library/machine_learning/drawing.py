"""Small drawing parts shared by machine learning, probability and signals."""

import numpy as np
from manim import *

from components_cache.library.theme import BACKGROUND, GHOST, INK, MAIN, words


def on_axes(axes, xs, ys) -> np.ndarray:
    """Scene points (n, 3) of the coordinates `xs`, `ys` on linear axes, all at once."""
    origin = axes.c2p(0, 0)
    along, up = axes.c2p(1, 0) - origin, axes.c2p(0, 1) - origin
    return origin + np.outer(xs, along) + np.outer(ys, up)


def polyline(axes, xs, ys, color=MAIN, width: float = 4) -> VMobject:
    """A line through sampled points: cheaper than a plotted function."""
    line = VMobject(color=color, stroke_width=width)
    return line.set_points_as_corners(on_axes(axes, xs, ys))


def halo(label: Mobject, width: float = 7) -> Mobject:
    """A rim in the colour of the ground, so that a label stays readable on lines."""
    return label.set_stroke(BACKGROUND, width, background=True)


def plated(label: Mobject, buff: float = 0.06) -> VGroup:
    """A label on an opaque plate, for labels that sit on their own line."""
    return VGroup(BackgroundRectangle(label, color=BACKGROUND, fill_opacity=1, buff=buff), halo(label, 2))


def dot_cloud(axes, points, color=MAIN, radius: float = 0.07, opacity: float = 1.0) -> VGroup:
    """One dot per row of `points` (n, 2)."""
    spots = on_axes(axes, points[:, 0], points[:, 1])
    return VGroup(*[Dot(spot, radius=radius, color=color, fill_opacity=opacity) for spot in spots])


def reading(name: str, number: float, color=INK, places: int = 2, size: float = 30, sign: bool = False) -> VGroup:
    """A name and a number side by side; the number is `[1]` and may be changed with `set_value`."""
    label = MathTex(name + " =", font_size=size * 1.2, color=color)
    value = DecimalNumber(number, num_decimal_places=places, font_size=size * 1.2, color=color, include_sign=sign)
    return VGroup(label, value.next_to(label, RIGHT, buff=0.15))


def plain_axes(x_range, y_range, width: float, height: float) -> Axes:
    """Axes without numbers or tips, for pictures in which only the shape matters."""
    return Axes(
        x_range=x_range,
        y_range=y_range,
        x_length=width,
        y_length=height,
        tips=False,
        axis_config={"color": GHOST, "stroke_width": 2, "include_ticks": False},
    )


def tinted_rows(rows: list[str], colors: list, size: float = 26, buff: float = 0.25) -> VGroup:
    """Lines of plain text under each other, each in its colour, aligned at the left."""
    lines = [words(row, size=size, color=color) for row, color in zip(rows, colors, strict=True)]
    return VGroup(*lines).arrange(DOWN, aligned_edge=LEFT, buff=buff)
