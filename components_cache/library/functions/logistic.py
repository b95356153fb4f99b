"""The logistic map: a rule of one line that doubles its rhythm until there is none."""

import numpy as np
from manim import *

from components_cache.library.differential_equations.fields import field_axes
from components_cache.library.linear_algebra.plane import number_text
from components_cache.library.theme import BACKGROUND, FOCUS, INK, MAIN, MUTED, Narrator, formula, words

RATES = (2.5, 4.0)  # the part of the diagram that is drawn
COLUMNS, ROWS = 1400, 760
CASE_COLORS = [GREEN_C, TEAL_C, YELLOW]


def logistic_map(scene: Scene, r: float = 3.9):
    """Logistic map: one small rule settles, alternates or turns chaotic; the bifurcation diagram shows it all.

    Tags: chaos, iteration, bifurcation diagram, period doubling, population model, dynamical systems
    Wishes:
        logistic map
        bifurcation diagram
        bifurcation diagram of the logistic map
        logistic map with r = 3.7
        period doubling route to chaos
        x -> r x (1 - x)
        how does chaos arise from a simple iteration?
        iterate r x (1 - x) for different r
        Animate the logistic map and its bifurcation diagram
    Parameters:
        r: the growth rate of the last of three examples; in [2.6, 4]; said: r, rate, growth rate, lambda
    """
    narrator = Narrator(scene)
    rule = formula("x_{n+1} = r\\,x_n\\,(1 - x_n)", size=46).move_to([0, 2.4, 0])
    narrator.say("Each year's population follows from the last: growth, less crowding.", Write(rule))
    rates = [2.8, 3.2, r]
    told = ["A small r: it settles on one value.", "A larger r: it jumps between two values.", _told(r)]
    panels = VGroup()
    for k, (rate, color) in enumerate(zip(rates, CASE_COLORS, strict=True)):
        panel, dots, line = _sequence(rate, color)
        for part in (panel, dots, line):
            part.shift([4.4 * (k - 1), -0.65, 0])
        steps = LaggedStart(*[FadeIn(dot, scale=2) for dot in dots], lag_ratio=0.5, run_time=2.2)
        narrator.say(told[k], FadeIn(panel), steps, Create(line, run_time=2.2, rate_func=linear), color=color, wait=0.8)
        panels.add(VGroup(panel, dots, line))
    narrator.say("Now for every r at once: where does x end up?", FadeOut(panels), wait=0.3)
    _diagram(scene, narrator, rule, rates)


def orbit(rate: float, skip: int, count: int, start: float = 0.2) -> list[float]:
    """`count` values of the iteration after the first `skip`."""
    x, values = start, []
    for n in range(skip + count):
        if n >= skip:
            values.append(x)
        x = rate * x * (1 - x)
    return values


def period(rate: float) -> int:
    """After how many steps the iteration repeats in the long run; 0 if not within 16."""
    if rate <= 3:  # at 3 it settles too slowly to be measured
        return 1
    late = np.array(orbit(rate, 6000, 64))
    return next((k for k in range(1, 17) if np.abs(late[k:] - late[:-k]).max() < 1e-4), 0)


def _told(rate: float) -> str:
    beats = period(rate)
    if beats == 0:
        return f"r = {number_text(rate)}: no rhythm at all. This is chaos."
    if beats == 1:
        return f"r = {number_text(rate)}: it settles on one value."
    return f"r = {number_text(rate)}: it repeats after {beats} steps."


def _sequence(rate: float, color) -> tuple[VGroup, VGroup, VMobject]:
    """A small chart of the first 24 values: the frame with its name, the dots, and the line through them."""
    values = orbit(rate, 0, 24)
    spots = [np.array([-1.75 + 3.5 * n / 23, -1.4 + 2.7 * x, 0]) for n, x in enumerate(values)]
    frame = VGroup(
        Line([-1.9, -1.4, 0], [1.9, -1.4, 0], color=MUTED, stroke_width=2),
        Line([-1.9, -1.4, 0], [-1.9, 1.4, 0], color=MUTED, stroke_width=2),
        formula(f"r = {rate:g}", size=38, color=color).move_to([0, 1.85, 0]),
        words("time", 24, MUTED).move_to([1.6, -1.72, 0]),
    )
    dots = VGroup(*[Dot(spot, color=color, radius=0.05) for spot in spots])
    line = VMobject(color=color, stroke_width=1.5, stroke_opacity=0.7).set_points_as_corners(spots)
    return frame, dots, line


def _densities() -> np.ndarray:
    """A picture with a column for each r: bright where the iteration spends its late life."""
    rates = np.linspace(*RATES, COLUMNS)
    x = np.full(COLUMNS, 0.2)
    for _ in range(600):
        x = rates * x * (1 - x)
    counts = np.zeros((ROWS, COLUMNS))
    for _ in range(500):
        x = rates * x * (1 - x)
        rows = np.clip(((1 - x) * (ROWS - 1)).round().astype(int), 0, ROWS - 1)
        counts[rows, np.arange(COLUMNS)] += 1
    return np.clip(counts / 6, 0, 1) ** 0.5


def _picture(axes: Axes) -> ImageMobject:
    """The diagram as an image that lies on the axes."""
    alpha = _densities()
    alpha = np.maximum(alpha, np.maximum(np.roll(alpha, 1, 0), np.roll(alpha, -1, 0)) * 0.9)
    color = np.array(ManimColor(MAIN).to_int_rgb())
    pixels = np.zeros((ROWS, COLUMNS, 4), dtype=np.uint8)
    pixels[..., :3] = color
    pixels[..., 3] = (255 * alpha).astype(np.uint8)
    corner, other = axes.c2p(RATES[0], 0), axes.c2p(RATES[1], 1)
    image = ImageMobject(pixels).stretch_to_fit_width(other[0] - corner[0]).stretch_to_fit_height(other[1] - corner[1])
    return image.move_to((corner + other) / 2)


def _diagram(scene: Scene, narrator: Narrator, rule: Mobject, rates) -> None:
    """The bifurcation diagram, uncovered from left to right, with the three examples in it."""
    axes = field_axes(RATES, (0, 1), 10.6, 4.4).move_to([0, -0.35, 0])
    names = VGroup(formula("r", size=36, color=MUTED).next_to(axes.x_axis.get_end(), RIGHT, buff=0.15))
    names.add(formula("x", size=36, color=MUTED).next_to(axes.y_axis.get_end(), UP, buff=0.1))
    image = _picture(axes)
    right, low, high = axes.c2p(RATES[1], 0)[0] + 0.05, axes.c2p(0, 0)[1] + 0.04, axes.c2p(0, 1)[1] + 0.05
    at = ValueTracker(RATES[0])

    def cover() -> Rectangle:
        left = axes.c2p(at.get_value(), 0)[0]
        shape = Rectangle(width=max(0.01, right - left), height=high - low, stroke_width=0)
        return shape.set_fill(BACKGROUND, 1).move_to([(left + right) / 2, (low + high) / 2, 0])

    def edge() -> Line:
        x = axes.c2p(at.get_value(), 0)[0]
        return Line([x, low, 0], [x, high, 0], color=INK, stroke_width=2)

    curtain, scan = always_redraw(cover), always_redraw(edge)
    scene.play(FadeIn(axes, names), rule.animate.scale(0.8).move_to([-2.4, 2.4, 0]))
    scene.add(image, curtain, scan, axes, names)
    for goal, text, color in (
        (3.0, "Up to 3 a single line: one resting value.", CASE_COLORS[0]),
        (3.45, "Then it splits: two values in turn.", CASE_COLORS[1]),
        (3.57, "Splits again and again, ever faster: 4, 8, 16 …", INK),
        (4.0, "… until there is no rhythm left: chaos, with windows of order in it.", FOCUS),
    ):
        narrator.say(text, at.animate(run_time=2.2, rate_func=linear).set_value(goal), color=color, wait=0.6)
    scene.remove(curtain, scan)
    marks = VGroup()
    for rate, color in zip(rates, CASE_COLORS, strict=True):
        line = DashedLine(axes.c2p(rate, 0), axes.c2p(rate, 1), color=color, stroke_width=2.5)
        dots = [Dot(axes.c2p(rate, x), color=color, radius=0.05) for x in orbit(rate, 400, 24)]
        marks.add(VGroup(line, *dots))
    narrator.say("Our three examples are three upright cuts through this picture.", Create(marks), wait=1)
    narrator.say("One line of arithmetic holds order, doubling and chaos.", wait=2)
