"""A chart: axes with curves on them, whose numbers and labels keep out of the curves' way."""

import itertools
from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.theme import FOCUS, MAIN, MUTED, backed, formula


def sampled(function: Callable[[float], float], low: float, high: float, breaks=(), count: int = 500) -> np.ndarray:
    """Points (x, y) of a function on [low, high]; rows of NaN where it is undefined and at `breaks`."""
    edges = [b + side * 1e-4 * (high - low) for b in breaks for side in (-1, 0, 1) if low <= b <= high]
    xs = np.unique(np.concatenate([np.linspace(low, high, count), edges]))
    with np.errstate(all="ignore"):
        values = [_value(function, x) for x in xs]
    for b in breaks:
        values = [np.nan if abs(x - b) < 1e-9 * max(1, abs(b)) else y for x, y in zip(xs, values, strict=False)]
    return np.column_stack([xs, values])


def _value(function: Callable[[float], float], x: float) -> float:
    try:
        value = function(float(x))
        return float(value) if np.isreal(value) and np.isfinite(value) else np.nan
    except (ValueError, ZeroDivisionError, OverflowError):
        return np.nan


def pieces(points: np.ndarray, low: float, high: float) -> list[np.ndarray]:
    """The runs of points whose second coordinate lies in [low, high], cut exactly at the border."""
    found, run = [], []
    for here, there in itertools.pairwise(points):
        inside, next_inside = low <= here[1] <= high, low <= there[1] <= high
        jump = inside and next_inside and abs(there[1] - here[1]) > 0.6 * (high - low)
        if inside:
            run.append(here)
        if inside != next_inside and not np.isnan(here[1] + there[1]):
            border = high if max(here[1], there[1]) > high else low
            share = (border - here[1]) / (there[1] - here[1])
            run.append(here + share * (there - here))
        if (inside and not next_inside) or jump:
            found, run = [*found, np.array(run)], []
    if len(points) and low <= points[-1][1] <= high:
        run.append(points[-1])
    return [piece for piece in [*found, np.array(run)] if len(piece) > 1]


class Chart:
    """Axes and what lies on them. `x_range` and `y_range` are [low, high, step]; `center` in frame units."""

    def __init__(
        self, x_range, y_range, width: float = 10.0, height: float = 5.1, center=ORIGIN, pi_numbers: bool = False
    ):
        self.x_range, self.y_range, self.pi_numbers = x_range, y_range, pi_numbers
        style = {"color": MUTED, "stroke_width": 2, "include_numbers": False, "tip_length": 0.18}
        self.axes = Axes(x_range=x_range, y_range=y_range, x_length=width, y_length=height, axis_config=style)
        self.axes.move_to(center)
        self.numbers = VGroup()
        self.obstacles = np.concatenate([self._line(self.axes.x_axis), self._line(self.axes.y_axis)])
        self.boxes = []
        self.reach = [max(-6.7, center[0] - width / 2 - 0.7), min(6.7, center[0] + width / 2 + 0.9)]

    def _line(self, line: Line) -> np.ndarray:
        return np.linspace(line.get_start()[:2], line.get_end()[:2], 150)

    def at(self, x: float, y: float) -> np.ndarray:
        """The place of a point of the plane in the frame."""
        return self.axes.c2p(x, y)

    def curve(self, function: Callable[[float], float], color=MAIN, breaks=(), low=None, high=None) -> VGroup:
        """The graph of a function inside the window, one piece per branch."""
        low = self.x_range[0] if low is None else max(low, self.x_range[0])
        high = self.x_range[1] if high is None else min(high, self.x_range[1])
        return self.path(sampled(function, low, high, breaks), color)

    def path(self, points: np.ndarray, color=MAIN) -> VGroup:
        """A curve through points of the plane, cut off at the top and the bottom of the window."""
        drawn = VGroup()
        for piece in pieces(points, self.y_range[0], self.y_range[1]):
            places = self.axes.c2p(piece)
            drawn.add(VMobject(color=color, stroke_width=4).set_points_as_corners(places))
            self.obstacles = np.concatenate([self.obstacles, places[:, :2]])
        return drawn

    def add_numbers(self, size: float = 28, patches: bool = False) -> VGroup:
        """Numbers along both axes, except where a curve runs through them. Call it when the curves are there.

        `patches` keeps them readable where something moves over them.
        """
        for axis, direction, scale in ((self.axes.x_axis, DOWN, self.x_range), (self.axes.y_axis, LEFT, self.y_range)):
            for value in self._ticks(scale):
                if np.linalg.norm(axis.n2p(value) - axis.get_end()) < 0.4:  # the tip of the axis stands there
                    continue
                label = self._number(value, scale[2], size, on_x=direction is DOWN)
                label.next_to(axis.n2p(value), direction, buff=0.16)
                other = self.obstacles[150:300] if direction is DOWN else self.obstacles[:150]
                if self.clearance(label, skip_axes=True) > 0.06 and not _inside(other, label):
                    self.numbers.add(backed(label).set_z_index(1) if patches else label)
                    self.occupy(label)
        return self.numbers

    def _ticks(self, scale) -> list[float]:
        low, high, step = scale
        first = int(np.ceil(low / step - 1e-9))
        values = [k * step for k in range(first, int(np.floor(high / step + 1e-9)) + 1)]
        return [value for value in values if abs(value) > 1e-9 * step and value < high - 0.3 * step]

    def _number(self, value: float, step: float, size: float, on_x: bool) -> Mobject:
        if self.pi_numbers and on_x:
            return formula(pi_multiple(value), size=size + 12, color=MUTED)
        places = max(0, -int(np.floor(np.log10(step) + 1e-9))) + (
            1 if 2 < step * 10 ** -np.floor(np.log10(step)) < 3 else 0
        )
        return DecimalNumber(value, num_decimal_places=places, font_size=size, color=MUTED, group_with_commas=False)

    def occupy(self, *mobjects: Mobject) -> None:
        """Keep later labels off these mobjects."""
        for mobject in mobjects:
            self.boxes.append([*mobject.get_corner(DL)[:2], *mobject.get_corner(UR)[:2]])

    def avoid(self, *curves: Mobject) -> None:
        """Keep later labels off these lines."""
        for curve in curves:
            places = [
                part.point_from_proportion(t)[:2]
                for part in curve.family_members_with_points()
                for t in np.linspace(0, 1, 60)
            ]
            self.obstacles = np.concatenate([self.obstacles, np.array(places)])

    def clearance(self, label: Mobject, skip_axes: bool = False) -> float:
        """Distance from a label's box to the nearest curve, axis or taken box; negative outside the stage."""
        left, bottom = label.get_corner(DL)[:2]
        right, top = label.get_corner(UR)[:2]
        points = self.obstacles[300:] if skip_axes else self.obstacles
        gaps = [9.0]
        if len(points):
            dx = np.maximum(np.maximum(left - points[:, 0], points[:, 0] - right), 0)
            dy = np.maximum(np.maximum(bottom - points[:, 1], points[:, 1] - top), 0)
            gaps.append(float(np.hypot(dx, dy).min()))
        for a, b, c, d in self.boxes:
            gaps.append(float(np.hypot(max(a - right, left - c, 0), max(b - top, bottom - d, 0))))
        outside = max(self.reach[0] - left, right - self.reach[1], -2.85 - bottom, top - 2.95)
        return min(gaps) if outside <= 0 else -outside

    def settle(
        self, label: Mobject, places, directions=(UR, UL, DR, DL, RIGHT, LEFT, UP, DOWN), enough: float = 0.2
    ) -> Mobject:
        """Move a label next to the first of `places` where it stands free, else to the freest one."""
        best, most = None, -np.inf
        for place in places:
            for direction in directions:
                for buff in (0.15, 0.35, 0.6, 0.95):
                    label.next_to(place, direction, buff=buff)
                    free = self.clearance(label)
                    if free > most + 0.01:
                        best, most = label.get_center(), free
                    if most >= enough:
                        break
                if most >= enough:
                    break
            if most >= enough:
                break
        label.move_to(best)
        self.occupy(label)
        return label if most > 0.04 else backed(label)

    def label_curve(self, curve: VGroup, tex: str, color=MAIN, size: float = 34) -> Mobject:
        """A formula beside a curve, where nothing else runs; places near its right end come first."""
        label = formula(tex, size=size, color=color)
        if label.width > 4.2:
            label.scale(max(4.2 / label.width, 0.72))
        parts = sorted(curve.submobjects, key=lambda part: -part.get_right()[0])
        shares = (0.94, 0.8, 0.65, 0.5, 0.35, 0.2, 0.06)
        return self.settle(label, [part.point_from_proportion(share) for part in parts for share in shares])

    def mark(self, x: float, y: float, tex: str = "", color=FOCUS, size: float = 30) -> VGroup:
        """A dot with a label in a free place beside it."""
        dot = Dot(self.at(x, y), radius=0.09, color=color)
        self.occupy(dot)
        if not tex:
            return VGroup(dot)
        label = self.settle(formula(tex, size=size, color=color), [dot.get_center()], enough=0.12)
        return VGroup(dot, label)

    def dashed(self, start, end, color=MUTED) -> DashedLine:
        """A dashed line between two points of the plane; labels keep off it."""
        line = DashedLine(self.at(*start), self.at(*end), color=color, stroke_width=2.5, dash_length=0.12)
        self.obstacles = np.concatenate([self.obstacles, np.linspace(line.get_start()[:2], line.get_end()[:2], 100)])
        return line


def _inside(points: np.ndarray, label: Mobject) -> bool:
    """Whether one of the points lies on the label."""
    low, high = label.get_corner(DL)[:2] - 0.03, label.get_corner(UR)[:2] + 0.03
    return bool(np.any(np.all((points >= low) & (points <= high), axis=1)))


def pi_multiple(value: float) -> str:
    """TeX of a multiple of π with a small denominator: `-3\\pi/2`."""
    for below in (1, 2, 3, 4, 6):
        above = round(value / PI * below)
        if abs(above * PI / below - value) < 1e-6:
            sign, size = ("-" if above < 0 else ""), abs(above)
            top = "\\pi" if size == 1 else f"{size}\\pi"
            return "0" if not above else sign + (top if below == 1 else f"{top}/{below}")
    return f"{value:.2f}"
