"""Complex functions as movements of the plane, with a grid of curves that bends."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import STAGE_WINDOW, halo, number_text, plate, rest_grid, row_of
from components_cache.library.theme import FOCUS, GOOD, MAIN, WARM, Narrator, fit, formula, words

SAMPLES = 90  # points on each grid line


def complex_text(value, places: int = 2) -> str:
    """A complex number as people write it: 1 + 2i, −i, 3."""
    real, imaginary = round(float(np.real(value)), places), round(float(np.imag(value)), places)
    if imaginary == 0:
        return number_text(real, places)
    size = number_text(abs(imaginary), places)
    size = "" if size == "1" else size
    if real == 0:
        return ("−" if imaginary < 0 else "") + size + "i"
    return f"{number_text(real, places)} {'−' if imaginary < 0 else '+'} {size}i"


class BendingGrid(VGroup):
    """Grid lines of the complex plane, each a row of short straight pieces; pieces outside the window are left out."""

    def __init__(self, function, unit: float = 1.2, width: float = 4.0, height: float = 2.0, step: float = 0.5):
        super().__init__()
        self.function, self.unit = function, unit
        self.starts, self.ends = [], []
        for reach, span, turn, color in ((width, height, 1, MAIN), (height, width, 0, WARM)):
            for tick in np.arange(-reach, reach + step / 2, step):
                along = np.linspace(-span, span, SAMPLES) + 1e-6
                line = tick + 1j * along if turn else along + 1j * tick
                self.starts.append(line)
                self.ends.append(_values(function, line))
                self.add(VMobject(color=color, stroke_width=3 if abs(tick) < 1e-9 else 1.8, stroke_opacity=0.8))
        self.show(0.0)

    def show(self, alpha: float) -> None:
        """Put the grid on the way from z (alpha 0) to f(z) (alpha 1)."""
        for line, start, end in zip(self.submobjects, self.starts, self.ends, strict=True):
            line.set_points(self._pieces((1 - alpha) * start + alpha * end))

    def _pieces(self, values):
        left, right, low, high = STAGE_WINDOW
        points = np.zeros((len(values), 3))
        points[:, 0], points[:, 1] = self.unit * values.real, self.unit * values.imag
        a, b = points[:-1], points[1:]
        inside = (points[:, 0] > left) & (points[:, 0] < right) & (points[:, 1] > low) & (points[:, 1] < high)
        jump = np.abs(b - a).max(axis=1) > 1.6
        kept = np.isfinite(values[:-1]) & np.isfinite(values[1:]) & inside[:-1] & inside[1:] & ~jump
        a, b = a[kept], b[kept]
        return np.stack([a, a + (b - a) / 3, a + 2 * (b - a) / 3, b], axis=1).reshape(-1, 3)

    def place(self, value):
        """The frame point of a complex number."""
        return np.array([self.unit * np.real(value), self.unit * np.imag(value), 0.0])

    def bent(self, run_time: float = 4.0) -> Animation:
        """An animation: every point z goes straight to f(z)."""
        return UpdateFromAlphaFunc(self, lambda grid, alpha: grid.show(alpha), run_time=run_time, rate_func=smooth)


def _values(function, line):
    with np.errstate(all="ignore"):
        values = np.array(function(line), dtype=complex) * np.ones(len(line))
    return np.where(np.abs(values) < 1e6, values, np.nan + 0j)


def _value(function, point):
    return _values(function, np.array([complex(point)]))[0]


def complex_map(scene: Scene, function: Callable = lambda z: z**2, label: str = "z^2"):
    """A complex function as a movement: every point z of the grid travels to f(z).

    Tags: complex numbers, complex map, conformal map, complex function, grid
    Wishes:
        complex map z^2 on a grid
        what does f(z) = 1/z do to the complex plane?
        conformal mapping e^z
        visualise a complex function
        conformal map
        how a complex function transforms the plane
        mapping of the complex plane by z squared
        grid lines bent by a holomorphic function
        Animate the complex plane warping under a function of z
    Parameters:
        function: the function of z, as Python source
        label: its TeX
    """
    unit = 1.2
    grid = BendingGrid(function, unit)
    still = rest_grid(unit)
    watched = [p for p in (1, 1j, 1 + 1j, -1 + 0.5j, 0.5, 2) if _visible(grid, p, _value(function, p))][:2]
    name = row_of(formula("f(z) = " + label, size=40))
    panel = plate(fit(name, width=5)).to_corner(UL, buff=0.6).shift(0.55 * DOWN)
    narrator = Narrator(scene)
    scene.add(still)
    narrator.say("Each point of the plane is a complex number z.", FadeIn(grid), wait=0.8)
    dots = VGroup(*[Dot(grid.place(p), color=c, radius=0.1) for p, c in zip(watched, (FOCUS, GOOD), strict=False)])
    tags = VGroup(*[_tag(grid, p, dot) for p, dot in zip(watched, dots, strict=True)])
    narrator.say("The function sends every z to a new place f(z).", FadeIn(panel), FadeIn(dots), FadeIn(tags))
    scene.play(FadeOut(tags), run_time=0.4)
    moves = [
        dot.animate(run_time=4).move_to(grid.place(_value(function, p))) for dot, p in zip(dots, watched, strict=True)
    ]
    narrator.say("Watch the grid.", grid.bent(), *moves, wait=1)
    if watched:
        text = ",   ".join(f"f({complex_text(p)}) = {complex_text(_value(function, p))}" for p in watched)
        narrator.say(text, *[Indicate(dot, scale_factor=1.8) for dot in dots], wait=1.2)
    narrator.say(_moral(function), wait=2)


def _visible(grid: BendingGrid, point, value) -> bool:
    if not np.isfinite(value) or abs(value - point) < 0.3:
        return False
    x, y, _ = grid.place(value)
    return abs(x) < 6.2 and abs(y) < 2.5


def _tag(grid: BendingGrid, value, dot) -> Mobject:
    return halo(words(complex_text(value), 28, dot.get_color())).next_to(grid.place(value), UR, buff=0.1)


def _moral(function) -> str:
    """What can be said of the bent grid, from the function itself."""
    points = np.array([0.7 + 0.4j, -0.6 + 0.9j, 1.3 - 0.8j])
    h = 1e-5
    right = (_values(function, points + h) - _values(function, points)) / h
    up = (_values(function, points + 1j * h) - _values(function, points)) / (1j * h)
    if not np.isfinite(right).all():
        return "The grid shows at a glance what the formula hides."
    if np.abs(right - up).max() < 1e-3 * (1 + np.abs(right).max()):
        return "Curves bend, yet they still cross at right angles: near each point f only turns and scales."
    if np.abs(right + up).max() < 1e-3 * (1 + np.abs(right).max()):
        return "Angles keep their size but change their sense: a mirror image, with no complex derivative."
    return "Angles are not kept: this function has no complex derivative."
