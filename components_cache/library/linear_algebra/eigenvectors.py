"""Eigenvectors: the vectors that stay on their line while the grid moves."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import (
    STAGE_WINDOW,
    MovingGrid,
    bracketed,
    clip_line,
    fitting_unit,
    free_corner,
    number_text,
    path_points,
    plate,
    point_text,
    rest_grid,
    row_of,
)
from components_cache.library.theme import (
    BAD,
    FOCUS,
    MUTED,
    OTHER,
    THIRD,
    Narrator,
    words,
)


def eigenvectors(scene: Scene, matrix: list[list[float]] = [[2, 1], [1, 2]]):
    """Eigenvectors: most vectors are knocked off their line by a matrix; these are only stretched.

    Tags: linear algebra, eigenvectors, eigenvalues, linear transformation
    Wishes:
        what are eigenvectors and eigenvalues
        eigenvectors of [[2,1],[1,2]]
        eigenvalues of the matrix [[3,1],[0,2]]
        vectors that keep their direction under a matrix
        eigenvalues and eigenvectors
        directions that a matrix only stretches
        what is an eigenvalue?
        characteristic polynomial of a matrix
        Visualize vectors that stay on their own span during a linear transformation
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-5, 5]; said: matrix, eigenvectors of
    """
    pairs = real_eigenpairs(matrix)
    witness = _witness(matrix, pairs)
    shown = [witness, *[vector for _, vector in pairs], *([] if pairs else TURNED)]
    unit = fitting_unit(shown, matrix)
    still, grid = rest_grid(unit), MovingGrid(unit)
    panel = plate(row_of("A =", bracketed(matrix)))
    panel.move_to(free_corner(path_points(grid, shown, matrix), panel.width, panel.height))
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(FadeIn(grid), FadeIn(panel), run_time=0.8)
    if len(pairs) == 2 and abs(pairs[0][0] - pairs[1][0]) < 1e-6:
        _all_are_eigenvectors(scene, narrator, grid, matrix, pairs[0][0])
        return
    arrow, line = grid.arrow(witness, MUTED), span_line(grid, witness, MUTED)
    narrator.say(
        "Take some vector and the line it spans.",
        Create(line),
        GrowFromPoint(arrow, grid.origin),
    )
    narrator.say("The matrix knocks it off its line.", grid.moved_by(matrix, 2.5), wait=0.8)
    scene.play(FadeOut(arrow), FadeOut(line), run_time=0.4)
    grid.riders.clear()
    reset = VGroup(*grid.submobjects)
    scene.play(FadeOut(reset), run_time=0.4)
    grid.show(np.eye(2))
    scene.play(FadeIn(grid), run_time=0.5)
    if not pairs:
        _none_is_real(scene, narrator, grid, matrix)
        return
    _they_stay(scene, narrator, grid, matrix, pairs)


TURNED = [(1.0, 0.0), (0.7071, 0.7071), (0.0, 1.0), (-0.7071, 0.7071)]


def real_eigenpairs(matrix) -> list:
    """(eigenvalue, unit eigenvector) pairs of a 2x2 matrix, real ones only, no direction twice, upper half-plane."""
    values, vectors = np.linalg.eig(np.array(matrix, dtype=float))
    if np.abs(np.imag(values)).max() > 1e-7:
        return []
    pairs = []
    for value, vector in zip(np.real(values), np.real(vectors).T, strict=True):
        vector = vector if vector[1] > 1e-9 or (abs(vector[1]) <= 1e-9 and vector[0] > 0) else -vector
        if all(abs(vector[0] * v[1] - vector[1] * v[0]) > 1e-4 for _, v in pairs):
            pairs.append((float(value), tuple(float(x) for x in _readable(vector))))
    return pairs


def _readable(vector):
    """The eigenvector in small whole numbers where there are such, else of length 1."""
    lead = max(vector, key=abs)
    for scale in (1, 2, 3):
        trial = vector / abs(lead) * scale
        if np.abs(trial - np.round(trial)).max() < 1e-6:
            return np.round(trial)
    return vector


def _witness(matrix, pairs):
    """A vector that the matrix turns well away from its line."""
    tries = [(np.cos(t), np.sin(t)) for t in np.linspace(0.1, PI - 0.1, 24)]

    def turned(vector):
        image = np.array(matrix, dtype=float) @ np.array(vector)
        return abs(vector[0] * image[1] - vector[1] * image[0]) / max(np.hypot(*image), 0.3)

    best = max(tries, key=turned)
    return (1.4 * best[0], 1.4 * best[1])


def span_line(grid, vector, color) -> Mobject:
    """The endless line through the origin and the vector's place now, cut off at the window; it does not ride."""
    direction = (grid.place(vector) - grid.origin)[:2]
    near, far = clip_line(grid.origin[:2], direction, STAGE_WINDOW)
    ends = [grid.origin + t * np.append(direction, 0) for t in (near, far)]
    return DashedLine(*ends, color=color, stroke_width=3, dash_length=0.12)


def _they_stay(scene, narrator, grid, matrix, pairs) -> None:
    colors = [FOCUS, THIRD]
    lines = VGroup(*[span_line(grid, v, c).set_opacity(0.8) for (_, v), c in zip(pairs, colors, strict=False)])
    arrows = VGroup(*[grid.arrow(v, c, width=8) for (_, v), c in zip(pairs, colors, strict=False)])
    count = "Two directions are special" if len(pairs) == 2 else "Only one direction is special"
    grow = [GrowFromPoint(arrow, grid.origin) for arrow in arrows]
    narrator.say(f"{count}: watch their lines.", *[Create(line) for line in lines], *grow)
    narrator.say(
        "The plane moves, but these vectors stay on their lines.",
        grid.moved_by(matrix, 3.5),
        wait=1,
    )
    labels = VGroup()
    for k, (value, vector) in enumerate(pairs):
        label = plate(words(f"λ = {number_text(value)}", 30, colors[k]), buff=0.1)
        label.move_to(grid.beyond(vector, 0.9 if k else -0.9, 0.75))
        labels.add(label)
        narrator.say(
            _stretched(value, vector),
            FadeIn(label),
            Indicate(arrows[k]),
            color=colors[k],
            wait=1.2,
        )
    narrator.say(
        "A v = λ v: an eigenvector is only stretched, and λ, its eigenvalue, says by how much.",
        wait=2,
    )


def _stretched(value: float, vector) -> str:
    name = point_text(vector)
    if abs(value) < 1e-9:
        return f"{name} is squashed to zero."
    if abs(value - 1) < 1e-9:
        return f"{name} does not change at all."
    turned = " and points the other way" if value < 0 else ""
    return f"{name} becomes {number_text(abs(value))} times as long{turned}."


def _none_is_real(scene, narrator, grid, matrix) -> None:
    lines = VGroup(*[span_line(grid, v, MUTED).set_opacity(0.6) for v in TURNED])
    arrows = VGroup(*[grid.arrow(v, FOCUS) for v in TURNED])
    grow = [GrowFromPoint(arrow, grid.origin) for arrow in arrows]
    narrator.say(
        "Try other directions, each with its line.",
        *[Create(line) for line in lines],
        *grow,
    )
    narrator.say(
        "Every one of them is turned away: none stays on its line.",
        grid.moved_by(matrix, 3.5),
        wait=1,
    )
    value = max(np.linalg.eigvals(np.array(matrix, dtype=float)), key=np.imag)
    real, imaginary = (
        number_text(float(np.real(value))),
        number_text(float(np.imag(value))),
    )
    text = (f"±{imaginary}i" if real == "0" else f"{real} ± {imaginary}i").replace("±1i", "±i").replace("± 1i", "± i")
    narrator.say("There is no real eigenvector.", color=BAD, wait=1)
    narrator.say(f"The eigenvalues are complex: {text}. They tell of a turn.", wait=2)


def _all_are_eigenvectors(scene, narrator, grid, matrix, value) -> None:
    vectors = [(np.cos(t), np.sin(t)) for t in np.linspace(0, 7 * PI / 4, 8)]
    arrows = VGroup(*[grid.arrow(v, FOCUS) for v in vectors])
    grow = [GrowFromPoint(arrow, grid.origin) for arrow in arrows]
    narrator.say("This matrix treats all directions alike.", *grow)
    narrator.say("Every vector stays on its line.", grid.moved_by(matrix, 3), wait=1)
    narrator.say(
        f"So every vector is an eigenvector, with eigenvalue {number_text(value)}.",
        color=OTHER,
        wait=2,
    )
