"""The plane on which matrices act: a moving grid cut off at a window, arrows that ride on it, bracketed numbers."""

from collections.abc import Callable

import numpy as np
from manim import *

from components_cache.library.theme import BACKGROUND, GHOST, INK, MAIN, MUTED, words

STAGE_WINDOW = (-6.6, 6.6, -2.7, 2.8)
FIRST_BASIS, SECOND_BASIS = (
    GREEN_C,
    RED_C,
)  # where (1, 0) and (0, 1) go, in every picture
BASIS_COLORS = [GREEN_C, RED_C]


def number_text(value: float, places: int = 2) -> str:
    """A number as people write it: no trailing zeros, a true minus sign."""
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text.replace("-", "−")


def point_text(vector) -> str:
    """A vector as (x, y)."""
    return "(" + ", ".join(number_text(float(value)) for value in vector) + ")"


def halo(label: Mobject) -> Mobject:
    """A dark rim around a text, so that it reads well over lines."""
    return label.set_stroke(BACKGROUND, width=7, opacity=0.9, background=True)


def bracketed(rows, size: float = 34, columns: list | None = None, places: int = 2) -> VGroup:
    """A matrix: part 0 is rows of entries, part 1 the brackets. `columns` are colours; entries may be texts."""
    cells = [[words(c if isinstance(c, str) else number_text(float(c), places), size) for c in row] for row in rows]
    widths = [max(row[k].width for row in cells) for k in range(len(cells[0]))]
    gap, height = 0.011 * size, 0.0185 * size
    entries = VGroup()
    for r, row in enumerate(cells):
        left = 0.0
        line = VGroup()
        for k, cell in enumerate(row):
            line.add(cell.move_to([left + widths[k] / 2, -r * height, 0]))
            left += widths[k] + gap
            if columns:
                cell.set_color(columns[k])
        entries.add(line)
    box = Rectangle(width=sum(widths) + gap * len(widths), height=height * len(cells) + 0.06).move_to(entries)
    serif = 0.1 * RIGHT
    brackets = (
        VGroup(
            VMobject().set_points_as_corners(
                [box.get_corner(UL) + serif, box.get_corner(UL), box.get_corner(DL), box.get_corner(DL) + serif]
            ),
            VMobject().set_points_as_corners(
                [box.get_corner(UR) - serif, box.get_corner(UR), box.get_corner(DR), box.get_corner(DR) - serif]
            ),
        )
        .set_stroke(INK, 2.5)
        .set_fill(opacity=0)
    )
    return VGroup(entries, brackets).move_to(ORIGIN)


def row_of(*parts, size: float = 34, buff: float = 0.18) -> VGroup:
    """Texts and mobjects side by side, centred on one line."""
    return VGroup(*[words(part, size) if isinstance(part, str) else part for part in parts]).arrange(RIGHT, buff=buff)


def plate(content: Mobject, buff: float = 0.16) -> VGroup:
    """Content on a dark plate, to be laid over a grid."""
    back = SurroundingRectangle(content, color=GHOST, buff=buff, corner_radius=0.08, stroke_width=1)
    for text in content.get_family():
        if isinstance(text, (Text, SingleStringMathTex)):
            halo(text)
    return VGroup(back.set_fill(BACKGROUND, 0.92), content).set_z_index(5)


def clip_line(point, direction, window):
    """The part of an endless line inside `window` = (left, right, low, high), as two parameters; None if none."""
    left, right, low, high = window
    near, far = -np.inf, np.inf
    for place, way, small, large in (
        (point[0], direction[0], left, right),
        (point[1], direction[1], low, high),
    ):
        if abs(way) < 1e-7:
            if not small <= place <= large:
                return None
            continue
        one, two = sorted(((small - place) / way, (large - place) / way))
        near, far = max(near, one), min(far, two)
    return (near, far) if near < far < np.inf else None


def turning_angle(matrix) -> float:
    """The angle of the rotation in the polar decomposition of a 2x2 matrix with positive determinant, in radians."""
    return float(np.arctan2(matrix[1][0] - matrix[0][1], matrix[0][0] + matrix[1][1]))


def matrix_way(matrix, alpha: float):
    """The matrix on the way from the identity (alpha 0) to `matrix` (alpha 1); wide turns go round."""
    target = np.array(matrix, dtype=float)
    whirl = np.linalg.det(target) > 1e-9 and np.iscomplexobj(np.linalg.eigvals(target))
    if not whirl and not (np.linalg.det(target) > 1e-9 and np.trace(target) < 0):
        return (1 - alpha) * np.eye(2) + alpha * target
    angle = turning_angle(target)
    stretch = rotation_of(-angle) @ target
    return rotation_of(alpha * angle) @ ((1 - alpha) * np.eye(2) + alpha * stretch)


def rotation_of(angle: float):
    """The 2x2 matrix that turns by `angle` radians."""
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def fitting_unit(points, *matrices, most: float = 1.2, width: float = 6.0, height: float = 2.35) -> float:
    """The length of 1 in frame units at which the points stay on the stage while the matrices move them in turn."""
    cloud = np.array([point[:2] for point in points], dtype=float).T
    seen = [cloud]
    for matrix in matrices:
        seen += [matrix_way(matrix, alpha) @ cloud for alpha in np.linspace(0, 1, 17)]
        cloud = np.array(matrix, dtype=float) @ cloud
    every = np.abs(np.concatenate(seen, axis=1)).max(axis=1)
    return float(min(most, width / max(every[0], 1e-6), height / max(every[1], 1e-6)))


class MovingGrid(VGroup):
    """A grid of the plane that a 2x2 matrix moves. Lines are cut off at the window; arrows and dots ride on it.

    `unit` is the length of 1 in frame units, `window` = (left, right, low, high) in frame units.
    """

    def __init__(
        self,
        unit=1.0,
        origin=(0, 0, 0),
        window=STAGE_WINDOW,
        color=MAIN,
        reach=24,
        opacity=0.6,
    ):
        super().__init__()
        self.unit, self.origin, self.window = (
            unit,
            np.array(origin, dtype=float),
            window,
        )
        self.step = 1 if unit >= 0.36 else 2 if unit >= 0.18 else 5 if unit >= 0.08 else 20
        self.matrix = np.eye(2)
        self.riders = []
        reach = int(min(40, max(reach, np.ceil(14 / (unit * self.step)))))
        self.ticks = self.step * np.arange(-reach, reach + 1)
        for _ in range(2):
            for tick in self.ticks:
                width, strength = (2.8, min(1, opacity + 0.3)) if tick == 0 else (1.4, opacity)
                self.add(
                    Line(
                        ORIGIN,
                        RIGHT,
                        color=color,
                        stroke_width=width,
                        stroke_opacity=strength,
                    )
                )
        self.show(np.eye(2))

    def place(self, vector):
        """The frame point where the moved plane shows the vector."""
        moved = self.matrix @ np.array(vector[:2], dtype=float)
        return self.origin + self.unit * np.array([moved[0], moved[1], 0.0])

    def show(self, matrix) -> None:
        """Put the grid and its riders where `matrix` puts them."""
        self.matrix = np.array(matrix, dtype=float)
        count = len(self.ticks)
        for axis in range(2):
            along, across = self.matrix[:, 1 - axis], self.matrix[:, axis]
            for k, tick in enumerate(self.ticks):
                self._draw(self.submobjects[axis * count + k], tick * across, along)
        for rider, make in self.riders:
            rider.become(make())

    def _draw(self, line, base, direction) -> None:
        start = self.origin[:2] + self.unit * base
        part = None if np.hypot(*direction) < 1e-6 else clip_line(start, direction, self.window)
        if part is None:
            line.clear_points()
            return
        ends = [np.append(start + t * direction, 0.0) for t in part]
        line.set_points_as_corners(ends)

    def carry(self, make: Callable[[], Mobject]) -> Mobject:
        """A mobject made anew whenever the grid moves."""
        rider = make()
        self.riders.append((rider, make))
        return rider

    def arrow(self, vector, color, start=(0, 0), width: float = 6) -> Mobject:
        """An arrow for a vector, riding on the grid."""
        return self.carry(lambda: plane_arrow(self.place(start), self.place(vector), color, width))

    def tag(self, label: Mobject, vector, turn: float = 0.0, distance: float = 0.36) -> Mobject:
        """A label that rides beyond the tip of a vector, turned aside by `turn` radians."""
        halo(label)
        return self.carry(lambda: label.copy().move_to(self.beyond(vector, turn, distance)))

    def beyond(self, vector, turn: float = 0.0, distance: float = 0.36):
        """The point a little further out than the tip of a vector, inside the window."""
        tip = self.place(vector)
        away = tip - self.origin
        length = np.linalg.norm(away)
        away = away / length if length > 0.05 else np.array([0.0, -1.0, 0.0])
        spot = tip + distance * np.append(rotation_of(turn) @ away[:2], 0)
        left, right, low, high = self.window
        return np.array(
            [
                np.clip(spot[0], left + 0.3, right - 0.3),
                np.clip(spot[1], low + 0.2, high - 0.2),
                0,
            ]
        )

    def moved_by(self, matrix, run_time: float = 2.5) -> Animation:
        """An animation: `matrix` acts on the plane as it is now."""
        start = self.matrix.copy()
        return UpdateFromAlphaFunc(
            self,
            lambda grid, alpha: grid.show(matrix_way(matrix, alpha) @ start),
            run_time=run_time,
            rate_func=smooth,
        )


def plane_arrow(start, end, color, width: float = 6) -> VMobject:
    """A straight arrow between two frame points; a dot where it has no length."""
    length = np.linalg.norm(np.array(end) - np.array(start))
    if length < 0.04:
        return Dot(end, color=color, radius=0.07)
    tip = min(0.26, 0.45 * length)
    return Arrow(
        start,
        end,
        buff=0,
        color=color,
        stroke_width=width,
        tip_length=tip,
        max_tip_length_to_length_ratio=1,
        max_stroke_width_to_length_ratio=50,
    )


def rest_grid(unit=1.0, origin=(0, 0, 0), window=STAGE_WINDOW, opacity=0.55) -> MovingGrid:
    """The grid as it was: faint, with muted axes."""
    grid = MovingGrid(unit, origin, window, color=GHOST, reach=4, opacity=opacity)
    count = len(grid.ticks)
    for axis in range(2):
        grid.submobjects[axis * count + count // 2].set_stroke(MUTED, 2, opacity=0.8)
    return grid


def free_corner(points, width: float, height: float, window=STAGE_WINDOW):
    """The centre for a plate of that size in the corner of the window that is furthest from all points."""
    left, right, low, high = window
    corners = [
        np.array([x, y, 0])
        for x in (left + width / 2 + 0.05, right - width / 2 - 0.05)
        for y in (high - height / 2 - 0.05, low + height / 2 + 0.05)
    ]
    return max(
        corners,
        key=lambda corner: min(np.linalg.norm((corner - point)[:2]) for point in points),
    )


def path_points(grid: MovingGrid, vectors, *matrices):
    """Frame points that the segments to the vectors pass while the matrices act one after the other."""
    cloud = np.array([np.array(v[:2], dtype=float) * part for v in vectors for part in (0.5, 0.75, 1.0)]).T
    seen = [cloud]
    for matrix in matrices:
        seen += [matrix_way(matrix, alpha) @ cloud for alpha in np.linspace(0, 1, 9)]
        cloud = np.array(matrix, dtype=float) @ cloud
    return [grid.origin + grid.unit * np.array([x, y, 0]) for x, y in np.concatenate(seen, axis=1).T]
