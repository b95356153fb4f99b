"""Determinants, inverses and traces: what a matrix does to areas, and how it can be undone."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import (
    BASIS_COLORS,
    bracketed,
    halo,
    number_text,
    plate,
    row_of,
)
from components_cache.library.linear_algebra.transformations import (
    basis_plane,
    corner_matrix,
)
from components_cache.library.theme import BAD, FOCUS, GOOD, OTHER, Narrator, words

CORNERS = [(0, 0), (1, 0), (1, 1), (0, 1)]


def determinant_as_area(scene: Scene, matrix: list[list[float]] = [[3, 1], [1, 2]]):
    """Determinant: the factor by which a matrix changes areas, negative where the plane is flipped.

    Tags: linear algebra, determinant, area, orientation, matrix
    Wishes:
        what is a determinant
        determinant of [[3,1],[1,2]] as an area
        why is a determinant negative?
        geometric meaning of the determinant
        determinant as area scaling factor
        how much does a matrix stretch area?
        ad - bc geometrically
        determinant and the parallelogram spanned by the columns
        what does a determinant of zero mean?
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-5, 5]; said: matrix, determinant
    """
    (a, b), (c, d) = [[float(value) for value in row] for row in matrix]
    value = a * d - b * c
    still, grid, arrows, labels = basis_plane([(1, 1)], matrix)
    square = grid.carry(lambda: _unit_square(grid))
    area = grid.carry(lambda: _area_label(grid))
    terms = f"{_factor(a)} · {_factor(d)} − {_factor(b)} · {_factor(c)} = {number_text(value)}"
    box = bracketed(matrix, columns=BASIS_COLORS)
    result = words(terms, 30, FOCUS)
    panel = plate(VGroup(row_of("A =", box), row_of("det A =", result, size=30)).arrange(DOWN, aligned_edge=LEFT))
    spot = corner_matrix(grid, [(1, 1)], [matrix], panel[1].copy()).get_center()
    panel.move_to(spot)
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(FadeIn(grid), *[GrowArrow(x) for x in arrows], FadeIn(labels), run_time=0.8)
    narrator.say("The unit square has area 1.", FadeIn(square), FadeIn(area))
    narrator.say(
        "What does the matrix do to it?",
        FadeIn(panel[0]),
        FadeIn(panel[1][0]),
        wait=0.7,
    )
    narrator.say("The square becomes a parallelogram.", grid.moved_by(matrix, 3.5), wait=1)
    scene.play(FadeIn(panel[1][1]), run_time=0.6)
    narrator.say(_verdict(value), Circumscribe(result, color=FOCUS, buff=0.08), wait=2)
    narrator.say(_meaning(value), wait=1.8)


def _factor(value: float) -> str:
    text = number_text(value)
    return f"({text})" if text.startswith("−") else text


def _unit_square(grid) -> Mobject:
    flipped = np.linalg.det(grid.matrix) < 0
    color = BAD if flipped else FOCUS
    return Polygon(
        *[grid.place(p) for p in CORNERS],
        color=color,
        fill_opacity=0.45,
        stroke_width=3,
    )


def _area_label(grid) -> Mobject:
    """The area as a number in the middle of the shape; beside it when the shape is thin."""
    value = np.linalg.det(grid.matrix)
    return halo(words(number_text(abs(value), 1), 30)).move_to(grid.place((0.5, 0.5)))


def _verdict(value: float) -> str:
    if abs(value) < 1e-9:
        return "The square is squashed flat: its area is 0, and so is the determinant."
    return f"Its area is {number_text(abs(value))}: every area is multiplied by {number_text(abs(value))}."


def _meaning(value: float) -> str:
    if abs(value) < 1e-9:
        return "Determinant 0 means: the plane loses a dimension, and there is no way back."
    if value < 0:
        return "The plane was flipped over (j has passed i): hence the minus sign."
    return "The determinant is the factor of area; no flip, so it is positive."


def inverse_matrix(scene: Scene, matrix: list[list[float]] = [[2, 1], [1, 1]]):
    """Inverse matrix: the movement that brings every vector back to where it came from.

    Tags: linear algebra, inverse matrix, linear transformation, determinant
    Wishes:
        inverse of a matrix
        inverse of [[2,1],[1,1]]
        when does a matrix have no inverse?
        undo a linear transformation
        matrix inverse
        invert a 2x2 matrix
        reverse a linear map
        when is a matrix invertible?
        A times A inverse is the identity
        matrix that undoes another matrix
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-4, 4]; said: matrix, inverse of
    """
    value = float(np.linalg.det(np.array(matrix, dtype=float)))
    still, grid, arrows, labels = basis_plane([], matrix)
    singular = abs(value) < 1e-9
    box = bracketed(matrix, size=30, columns=BASIS_COLORS)
    back = np.eye(2) if singular else np.linalg.inv(np.array(matrix, dtype=float))
    parts = [
        row_of("A =", box, size=30),
        row_of("det A =", number_text(value), size=30),
    ]
    if not singular:
        parts.append(row_of(_inverse_name(), bracketed(back, size=30), size=30))
    lines = VGroup(*parts).arrange(DOWN, aligned_edge=LEFT, buff=0.22)
    panel = corner_matrix(grid, [], [matrix], lines)
    narrator = Narrator(scene)
    scene.add(still)
    scene.play(FadeIn(grid), *[GrowArrow(x) for x in arrows], FadeIn(labels), run_time=0.8)
    narrator.say("A matrix moves the plane …", FadeIn(panel[0]), FadeIn(lines[0]), wait=0.5)
    scene.play(grid.moved_by(matrix, 3))
    if singular:
        narrator.say(
            "All of the plane is squashed: many vectors land on the same spot.",
            FadeIn(lines[1]),
        )
        narrator.say(
            "Nobody can tell where a vector came from: there is no inverse.",
            color=BAD,
            wait=2,
        )
        return
    narrator.say(
        "… and its inverse must bring everything back.",
        FadeIn(lines[1]),
        FadeIn(lines[2]),
    )
    scene.play(grid.moved_by(back, 3))
    narrator.say(
        "First A, then its inverse: nothing has happened.",
        Indicate(arrows[0]),
        Indicate(arrows[1]),
    )
    narrator.say(
        "Areas were multiplied by det A, so going back divides by it; it must not be 0.",
        wait=1.8,
    )


def _inverse_name() -> VGroup:
    name, power = words("A", 30), words("−1", 24)
    power.next_to(name, UR, buff=0.03).shift(0.12 * DOWN)
    return row_of(VGroup(name, power), "=", size=30)


def trace_of_a_matrix(scene: Scene, matrix: list[list[float]] = [[2, 1], [1, 3]]):
    """Trace: the sum of the diagonal is also the sum of the eigenvalues, and tells how fast areas start to grow.

    Tags: linear algebra, trace, eigenvalues, diagonal
    Wishes:
        trace of a matrix
        what does the trace of a matrix mean
        sum of the diagonal of [[2,1],[1,3]]
        sum of diagonal entries
        why does the trace equal the sum of eigenvalues?
        meaning of the trace of a linear map
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-6, 6]; said: matrix, trace of
    """
    values = np.linalg.eigvals(np.array(matrix, dtype=float))
    total = float(matrix[0][0] + matrix[1][1])
    box = bracketed(matrix, size=60).shift(1.2 * UP)
    diagonal = VGroup(box[0][0][0], box[0][1][1])
    name = words("A =", 56).next_to(box, LEFT, buff=0.35)
    narrator = Narrator(scene)
    narrator.say("A square matrix, and its diagonal.", FadeIn(box), FadeIn(name))
    sum_line = row_of(
        "tr A =",
        number_text(matrix[0][0]),
        "+",
        _factor(float(matrix[1][1])),
        "=",
        number_text(total),
        size=42,
    )
    sum_line.shift(0.7 * DOWN)
    frames = VGroup(*[SurroundingRectangle(entry, color=FOCUS, buff=0.16) for entry in diagonal])
    scene.play(Create(frames), diagonal.animate.set_color(FOCUS))
    narrator.say(
        "The trace adds up the diagonal.",
        FadeIn(sum_line[0]),
        FadeIn(sum_line[2]),
        FadeIn(sum_line[4:]),
        TransformFromCopy(diagonal[0], sum_line[1]),
        TransformFromCopy(diagonal[1], sum_line[3]),
    )
    eigen = [_complex_text(value) for value in values]
    line = row_of("eigenvalues:", eigen[0], "and", eigen[1], size=38).shift(1.6 * DOWN)
    line[1].set_color(OTHER), line[3].set_color(OTHER)
    narrator.say(
        "The eigenvalues have the same sum, in whatever basis the matrix is written.",
        FadeIn(line),
    )
    closing = row_of(f"{eigen[0]} + {_bracket(eigen[1])}", "=", number_text(total), size=38).shift(2.4 * DOWN)
    closing.set_color(GOOD)
    narrator.say(
        "So the trace is a property of the movement, not of its description.",
        FadeIn(closing),
        wait=1.8,
    )


def _complex_text(value) -> str:
    if abs(np.imag(value)) < 1e-9:
        return number_text(float(np.real(value)))
    sign = "+" if np.imag(value) > 0 else "−"
    return f"{number_text(float(np.real(value)))} {sign} {number_text(abs(float(np.imag(value))))}i"


def _bracket(text: str) -> str:
    return f"({text})" if text.startswith("−") or "i" in text else text
