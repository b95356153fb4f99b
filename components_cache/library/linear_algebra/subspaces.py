"""Column space, null space and rank: what is left of the plane, and what is lost."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.eigenvectors import span_line
from components_cache.library.linear_algebra.plane import (
    MovingGrid,
    bracketed,
    fitting_unit,
    number_text,
    plate,
    point_text,
    rest_grid,
    row_of,
)
from components_cache.library.theme import BAD, FOCUS, GOOD, THIRD, Narrator


def rank_and_null_space(scene: Scene, matrix: list[list[float]] = [[2, 1], [1, 0.5]]):
    """Rank, column space and null space: a matrix squashes the plane; what it can reach and what it sends to zero.

    Tags: linear algebra, rank, null space, kernel, column space, image, singular matrix
    Wishes:
        rank and null space of a matrix
        what is the column space?
        kernel of a linear map
        null space of [[2,1],[4,2]]
        rank of a matrix
        kernel and image
        which vectors are sent to zero by a matrix?
        dimension of the image of a linear map
        singular matrix squashing the plane onto a line
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-4, 4]; said: matrix, rank of, null space of
    """
    array = np.array(matrix, dtype=float)
    rank = int(np.linalg.matrix_rank(array, tol=1e-9))
    cloud = _cloud(array, rank)
    unit = fitting_unit([(1, 0), (0, 1), *cloud], matrix, most=1.0)
    still, grid = rest_grid(unit), MovingGrid(unit)
    dots = VGroup(*[_dot(grid, p, array) for p in cloud])
    panel = plate(row_of("A =", bracketed(matrix))).move_to([-5.2, 2.1, 0])
    narrator = Narrator(scene)
    scene.add(still)
    narrator.say(
        "Where can the vectors of the plane go?",
        FadeIn(grid),
        FadeIn(dots),
        FadeIn(panel),
    )
    if rank == 1:
        kernel = _kernel(array)
        line = span_line(grid, kernel, THIRD)
        narrator.say("Keep an eye on this line.", Create(line), color=THIRD, wait=0.5)
        scene.play(FadeOut(line), run_time=0.4)
    narrator.say("The matrix acts on all of them.", grid.moved_by(matrix, 3.5), wait=0.8)
    _explain(scene, narrator, grid, array, rank)


def _cloud(array, rank: int) -> list:
    """Points all over the plane; of rank 1, also points on the null line."""
    points = [(x, y) for x in (-2, -1, 0, 1, 2) for y in (-1.5, -0.5, 0.5, 1.5)]
    if rank != 1:
        return points
    kernel = np.array(_kernel(array))
    kernel = kernel / np.hypot(*kernel)
    return [p for p in points if abs(p[0] * kernel[1] - p[1] * kernel[0]) > 0.2] + [
        tuple(t * kernel) for t in (-2, -1.2, -0.6, 0.6, 1.2, 2)
    ]


def _kernel(array) -> tuple:
    row = array[0] if np.hypot(*array[0]) > 1e-9 else array[1]
    return (float(-row[1]), float(row[0]))


def _dot(grid, point, array) -> Mobject:
    lost = np.hypot(*(array @ np.array(point))) < 1e-9
    color = THIRD if lost else FOCUS
    return grid.carry(lambda: Dot(grid.place(point), radius=0.07, color=color))


def _explain(scene, narrator, grid, array, rank: int) -> None:
    if rank == 2:
        narrator.say(
            "Every point of the plane is hit: the column space is the whole plane.",
            color=GOOD,
        )
        narrator.say(
            "Only the zero vector lands on zero: the null space is just {0}.",
            Flash(grid.origin),
        )
        narrator.say("Rank 2: no dimension is lost.", wait=2)
        return
    if rank == 0:
        narrator.say("Everything lands on zero: rank 0.", Flash(grid.origin), color=BAD, wait=2)
        return
    column = max(array.T, key=lambda c: np.hypot(*c))
    line = span_line(rest_grid(grid.unit), tuple(column), GOOD).set_stroke(width=5)
    narrator.say(
        f"All that is left is a line: the column space, spanned by {point_text(column)}.", Create(line), color=GOOD
    )
    kernel = _kernel(array)
    narrator.say(
        f"The purple points are gone: they were the null space, spanned by {_small(kernel)}.",
        Flash(grid.origin, color=THIRD),
        color=THIRD,
    )
    narrator.say("Rank 1 (what is left) + 1 (what is lost) = 2 dimensions.", wait=2)


def _small(vector) -> str:
    lead = max(abs(v) for v in vector)
    for scale in (1, 2, 3, 4):
        trial = [v / lead * scale for v in vector]
        if all(abs(t - round(t)) < 1e-6 for t in trial):
            return point_text(trial)
    return "(" + ", ".join(number_text(v) for v in vector) + ")"
