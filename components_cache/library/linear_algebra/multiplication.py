"""Multiplying matrices, entry by entry, and a matrix times a vector as a mix of columns."""

import numpy as np
from manim import *

from components_cache.library.linear_algebra.plane import (
    BASIS_COLORS,
    bracketed,
    number_text,
    plane_arrow,
    row_of,
)
from components_cache.library.linear_algebra.vectors import side_panel, vector_stage
from components_cache.library.theme import BAD, FOCUS, GHOST, GOOD, MAIN, THIRD, WARM, Narrator, fit, words


def matrix_multiplication(
    scene: Scene, left: list[list[float]] = [[1, 2], [3, 4]], right: list[list[float]] = [[5, 6], [7, 8]]
):
    """Matrix multiplication step by step: each entry is a row of the first times a column of the second.

    Tags: linear algebra, matrix multiplication, rows, columns, dot product
    Wishes:
        matrix multiplication with two 2x2 matrices step by step
        multiply the matrices [[1,2],[3,4]] and [[5,6],[7,8]]
        how do you multiply matrices?
        product of two matrices, row times column
        multiply two matrices
        row by column rule
        entry by entry product of matrices with numbers highlighted
        how to compute AB for 2x2 matrices
        Animate how each entry of a matrix product is computed
    Parameters:
        left: the first matrix; 1 to 3 items in [-99, 99]; said: multiply, first
        right: the second matrix; 1 to 3 items in [-99, 99]; said: by, times, second
    """
    narrator = Narrator(scene)
    first, second = np.array(left, dtype=float), np.array(right, dtype=float)
    if first.shape[1] != second.shape[0]:
        pair = row_of(bracketed(left, 46), bracketed(right, 46), size=46).shift(0.8 * UP)
        narrator.say(f"Rows of {first.shape[1]} numbers cannot meet columns of {second.shape[0]}.", FadeIn(pair))
        narrator.say("This product does not exist: the inner sizes must agree.", color=BAD, wait=2)
        return
    product = first @ second
    boxes = [bracketed(m, 60) for m in (left, right, product)]
    line = fit(
        row_of(
            boxes[0],
            boxes[1],
            "=",
            boxes[2],
            size=46,
        ),
        width=12,
    ).shift(1.1 * UP)
    entries = boxes[2][0]
    narrator.say("Two matrices; the product has a row for each row of the first,", FadeIn(boxes[0]), FadeIn(boxes[1]))
    narrator.say("and a column for each column of the second.", FadeIn(line[2]), FadeIn(boxes[2][1]))
    narrator.hush()
    quick = first.shape[0] * second.shape[1]
    for r in range(first.shape[0]):
        for c in range(second.shape[1]):
            _one_entry(scene, narrator, boxes, entries[r][c], first, second, r, c, 1.0 if r + c == 0 else 3.0 / quick)
    narrator.say(
        "Row times column, for every place: that is the matrix product.", Circumscribe(boxes[2], color=GOOD), wait=1.6
    )


def _one_entry(scene, narrator, boxes, target, first, second, r: int, c: int, pace: float) -> None:
    row, column = boxes[0][0][r], VGroup(*[line[c] for line in boxes[1][0]])
    frames = VGroup(
        SurroundingRectangle(row, color=MAIN, buff=0.12), SurroundingRectangle(column, color=WARM, buff=0.12)
    )
    factors = list(zip(first[r], second[:, c], strict=True))
    terms = [f"{_safe(a) if k else number_text(a)}·{_safe(b)}" for k, (a, b) in enumerate(factors)]
    total = number_text(float(first[r] @ second[:, c]))
    sum_line = fit(row_of(" + ".join(terms), "=", words(total, 44, FOCUS), size=44), width=12).shift(1.3 * DOWN)
    target.set_color(FOCUS)
    paint = [row.animate.set_color(MAIN), column.animate.set_color(WARM)]
    if r + c == 0:
        narrator.say("Row 1 meets column 1: multiply pairwise, then add.", Create(frames), *paint, wait=0.5)
    else:
        scene.play(Create(frames), *paint, run_time=0.4 + 0.3 * pace)
    scene.play(FadeIn(sum_line), run_time=0.5)
    scene.wait(0.4 + 0.5 * pace)
    scene.play(TransformFromCopy(sum_line[2], target), run_time=0.5 + 0.3 * pace)
    if r + c == 0:
        narrator.hush()
    scene.play(
        FadeOut(frames), FadeOut(sum_line), row.animate.set_color(WHITE), column.animate.set_color(WHITE), run_time=0.4
    )


def _safe(value: float) -> str:
    text = number_text(float(value))
    return f"({text})" if text.startswith("−") else text


def matrix_vector_product(
    scene: Scene, matrix: list[list[float]] = [[2, -1], [1, 1]], vector: tuple[float, float] = (1, 2)
):
    """Matrix times vector: take so much of the first column and so much of the second.

    Tags: linear algebra, matrix vector product, columns, linear combination
    Wishes:
        matrix times vector
        multiply the matrix [[2,-1],[1,1]] by the vector (1,2)
        matrix-vector product as a combination of columns
        matrix vector multiplication
        linear combination of columns
        multiply a matrix by a column vector
        what does the product Ax of a matrix and a vector mean?
        weighted sum of the columns of a matrix
    Parameters:
        matrix: the 2x2 matrix; 2 to 2 items in [-9, 9]; said: matrix
        vector: the vector; in [-9, 9]; said: vector, by, times
    """
    x, y = vector
    one, two = (np.array(c, dtype=float) for c in zip(*matrix, strict=True))
    end = x * one + y * two
    stage = vector_stage([one, two, x * one, end])
    box, column = bracketed(matrix, 34, BASIS_COLORS), bracketed([[x], [y]], 34, [THIRD])
    equation = row_of(box, column, size=34)
    mix = row_of(
        words(number_text(x), 34, THIRD),
        bracketed([[one[0]], [one[1]]], 34, [BASIS_COLORS[0]]),
        "+",
        words(_safe(y), 34, THIRD),
        bracketed([[two[0]], [two[1]]], 34, [BASIS_COLORS[1]]),
        size=34,
    )
    result = row_of("=", bracketed([[end[0]], [end[1]]], 34, [FOCUS]), size=34)
    side_panel(equation, row_of("=", mix, size=34), result, y=0.2)
    narrator = Narrator(scene)
    scene.play(FadeIn(stage), run_time=0.6)
    narrator.say(
        "The columns of the matrix are two vectors.",
        FadeIn(equation),
        *[
            GrowFromPoint(plane_arrow(stage.origin, stage.place(v), c, 7), stage.origin)
            for v, c in ((one, BASIS_COLORS[0]), (two, BASIS_COLORS[1]))
        ],
    )
    narrator.say("The entries of the vector say how much of each to take.", FadeIn(mix), Indicate(column[0]))
    first = plane_arrow(stage.origin, stage.place(x * one), BASIS_COLORS[0], 9)
    second = plane_arrow(stage.place(x * one), stage.place(end), BASIS_COLORS[1], 9)
    narrator.say(f"{number_text(x)} times the first column …", GrowFromPoint(first, stage.origin), wait=0.4)
    narrator.say(f"… and {number_text(y)} times the second.", GrowFromPoint(second, stage.place(x * one)), wait=0.4)
    total = plane_arrow(stage.origin, stage.place(end), FOCUS, 9)
    narrator.say(
        "Matrix times vector is this mix of the columns.", GrowFromPoint(total, stage.origin), FadeIn(result), wait=1.8
    )


def gaussian_elimination(scene: Scene, rows: list[list[float]] = [[2, 1, 5], [1, -1, 1]]):
    """Gaussian elimination: subtract rows from one another until the matrix is a staircase, then read the solution.

    Tags: linear algebra, gaussian elimination, row reduction, linear equations, augmented matrix, row echelon form
    Wishes:
        Gaussian elimination
        row reduce [[2,1,5],[1,-1,1]]
        solve a system of linear equations with an augmented matrix
        reduced row echelon form
        Gauss elimination
        Gauss-Jordan
        solve linear equations by row operations
        echelon form
        how to solve three equations by eliminating variables
        bring an augmented matrix to triangular form
    Parameters:
        rows: the augmented matrix, right-hand sides last; 2 to 3 items in [-20, 20]; said: matrix, reduce
    """
    steps = _row_steps(rows)
    table = _augmented(rows)
    narrator = Narrator(scene)
    narrator.say("The equations as a table: coefficients, a bar, the right-hand sides.", FadeIn(table))
    narrator.hush()
    note = None
    for text, after, pivot, changed in steps:
        target = _augmented(after)
        label = words(text, 34, FOCUS).move_to(2.0 * DOWN)
        frame = SurroundingRectangle(table[0][pivot[0]][pivot[1]], color=GOOD, buff=0.12)
        scene.play(Create(frame), FadeIn(label), *([FadeOut(note)] if note else []), run_time=0.6)
        scene.play(table[0][changed].animate.set_color(FOCUS), run_time=0.3)
        scene.play(Transform(table, target), FadeOut(frame), run_time=0.9)
        scene.wait(0.5)
        note = label
    ending, good = _solution(steps[-1][1] if steps else rows)
    verdict = words(ending, 38, GOOD if good else BAD).move_to(2.0 * DOWN)
    if note:
        scene.play(FadeOut(note), run_time=0.3)
    narrator.say("Every row operation left the solutions as they were.", FadeIn(verdict), wait=1)
    narrator.say(_closing(good), wait=1.6)


def _closing(good: bool) -> str:
    if good:
        return "The left part has become the identity: the right-hand column is the solution."
    return "A row of zeros on the left: the right-hand side decides."


def _augmented(rows) -> VGroup:
    """The table (part 0: rows of entries) with brackets and the bar before the last column."""
    table = bracketed([[_fraction(v) for v in row] for row in rows], 46)
    cells = table[0]
    left = max(row[-2].get_right()[0] for row in cells)
    right = min(row[-1].get_left()[0] for row in cells)
    bar = Line(table.get_top(), table.get_bottom(), color=GHOST, stroke_width=4).set_x((left + right) / 2)
    return fit(VGroup(cells, table[1], bar).scale(1.6), width=11, height=3.6).move_to(0.7 * UP)


def _fraction(value) -> str:
    from fractions import Fraction

    exact = Fraction(value).limit_denominator(999)
    return (
        f"{exact.numerator}/{exact.denominator}".replace("-", "−")
        if exact.denominator > 1
        else number_text(float(exact))
    )


def _row_steps(rows) -> list:
    """Gauss-Jordan: (what is done, rows after it, pivot place, changed row) for every operation."""
    from fractions import Fraction

    work = [[Fraction(v).limit_denominator(999) for v in row] for row in rows]
    steps, lead = [], 0
    for column in range(len(work[0]) - 1):
        source = next((r for r in range(lead, len(work)) if work[r][column] != 0), None)
        if source is None:
            continue
        if source != lead:
            work[lead], work[source] = work[source], work[lead]
            steps.append((f"swap rows {lead + 1} and {source + 1}", [list(r) for r in work], (lead, column), lead))
        pivot = work[lead][column]
        if pivot != 1:
            work[lead] = [v / pivot for v in work[lead]]
            steps.append((f"row {lead + 1} ÷ {_safe_fraction(pivot)}", [list(r) for r in work], (lead, column), lead))
        for r in range(len(work)):
            factor = work[r][column]
            if r != lead and factor != 0:
                work[r] = [a - factor * b for a, b in zip(work[r], work[lead], strict=True)]
                text = f"row {r + 1} {'−' if factor > 0 else '+'} {_times(abs(factor))}row {lead + 1}"
                steps.append((text, [list(line) for line in work], (lead, column), r))
        lead += 1
        if lead == len(work):
            break
    return steps


def _safe_fraction(value) -> str:
    text = _fraction(value)
    return f"({text})" if "/" in text or text.startswith("−") else text


def _times(value) -> str:
    return "" if value == 1 else f"{_safe_fraction(value)} · "


def _solution(rows):
    """What the reduced table says, and whether there is exactly one solution."""
    count = len(rows[0]) - 1
    if any(all(v == 0 for v in row[:-1]) and row[-1] != 0 for row in rows):
        return "0 = 1 ? No solution.", False
    used = [row for row in rows if any(v != 0 for v in row[:-1])]
    if len(used) < count:
        return "Fewer equations than unknowns: infinitely many solutions.", False
    names = "xyzw"
    return "     ".join(f"{names[k]} = {_fraction(row[-1])}" for k, row in enumerate(used)), True
