"""Wishes about matrices: what they do to the plane, their determinant, eigenvectors, inverse, product …"""

from __future__ import annotations

from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.reading import MathReading

Rows = list[list[float]]

COMMON = (
    "matrix matrices 2by2 3by3 2x2 linear transformation transform map algebra geometric geometrically "
    "meaning means picture "
    "vector vectors basis"
)

TOPICS: tuple[tuple[tuple[str, ...], str, str, str], ...] = (
    # words that decide, act, title, further understood words
    (
        ("eigen*",),
        "eigenvectors",
        "Eigenvectors and eigenvalues",
        "eigenvector eigenvectors eigenvalue eigenvalues eigen direction directions stay line",
    ),
    (
        ("svd", "singular value*"),
        "svd_rotate_stretch_rotate",
        "Singular value decomposition",
        "svd singular decomposition rotate stretch rotation",
    ),
    (("trace",), "trace_of_a_matrix", "Trace", "trace diagonal sum"),
    (("inverse", "invert*"), "inverse_matrix", "Inverse matrix", "inverse invert inverting undo undoing"),
    (
        ("rank", "null space", "nullspace", "kernel", "column space", "image", "range"),
        "rank_and_null_space",
        "Rank, column space and null space",
        "rank null space nullspace kernel column image dimension",
    ),
    (
        ("determinant*", "det"),
        "determinant_as_area",
        "Determinant",
        "determinant determinants det area scaling factor "
        "parallelogram unit square orientation negative positive zero sign flip",
    ),
)


def rows_of(matrix: Any, most: float = 99) -> Rows | None:
    """A SymPy matrix as rows of floats (whole numbers stay whole), or None where an entry is no real number."""
    rows: Rows = []
    for r in range(matrix.rows):
        row = [matrix[r, c] for c in range(matrix.cols)]
        if not all(value.is_number and value.is_real and abs(float(value)) <= most for value in row):
            return None
        rows.append([plain_number(value) for value in row])
    return rows


def plain_number(value: Any) -> float:
    """A SymPy number as int where it is whole, else as float with at most ten digits."""
    return int(value) if value.is_Integer else float(f"{float(value):.10g}")


def _all_rows(reading: MathReading) -> list[Rows]:
    found = [rows_of(matrix) for matrix in reading.matrices]
    rows = [matrix for matrix in found if matrix is not None]
    return rows or _from_lines(reading)


def _from_lines(reading: MathReading) -> list[Rows]:
    """A matrix told by its rows or columns: `the matrix with columns (1,0) and (1,1)`."""
    points = [[plain_number(x) for x in p] for p in reading.points if len(p) == 2]
    if len(points) != 2 or not reading.says("matrix"):
        return []
    if reading.says("columns"):
        return [[[points[0][0], points[1][0]], [points[0][1], points[1][1]]]]
    return [points] if reading.says("rows") else []


def _square(rows: Rows) -> bool:
    return len(rows) == 2 and len(rows[0]) == 2


def one_matrix(reading: MathReading) -> Draft | None:
    """A single 2x2 matrix and what is asked about it; without a question, what it does to the plane."""
    found = _all_rows(reading)
    if len(found) != 1 or not _square(found[0]) or (reading.points and reading.matrices):
        return None
    for words, act, title, understood in TOPICS:
        if reading.says(*words):
            return _drafted(reading, title, act, understood, found[0])
    understood = (
        "apply act acts action does plane space grid shear rotation reflection stretch moves columns rows unit square"
    )
    draft = _drafted(reading, "A matrix moves the plane", "matrix_transformation", understood, found[0])
    asked = reading.says("transform*", "plane", "grid", "appl*", "act*", "do", "does", "map*", "linear", "effect")
    if asked:
        return draft
    if draft.unread:
        return None  # something else is asked about the matrix
    return Draft(draft.title, draft.brief, draft.calls, round(draft.confidence * 0.85, 3))


def _drafted(reading: MathReading, title: str, act: str, understood: str, rows: Rows) -> Draft:
    brief = f"{title} of the matrix {rows}"
    return drafted(reading, title, brief, (call(act, matrix=rows),), understood=f"{COMMON} {understood}")


def matrix_and_vector(reading: MathReading) -> Draft | None:
    """A 2x2 matrix and a vector: carried along with the grid, or multiplied column by column."""
    found = [rows for matrix in reading.matrices if (rows := rows_of(matrix)) is not None]
    points = [p for p in (*reading.points, *reading.vectors) if len(p) == 2]
    columns = [rows for rows in found if len(rows) == 2 and len(rows[0]) == 1]
    squares = [rows for rows in found if _square(rows)]
    if len(squares) != 1 or not (points or columns):
        return None
    vector = tuple(plain_number(x) for x in points[0]) if points else tuple(row[0] for row in columns[0])
    act = "matrix_vector_product" if reading.says("times", "multiply*", "product", "columns") else "matrix_on_vector"
    understood = (
        f"{COMMON} apply acts times multiply multiplied multiplication product by columns plane moves see change"
    )
    brief = f"the matrix {squares[0]} acting on {vector}"
    return drafted(
        reading, "Matrix times vector", brief, (call(act, matrix=squares[0], vector=vector),), understood=understood
    )


def two_matrices(reading: MathReading) -> Draft | None:
    """Two matrices: their product entry by entry, or one transformation after the other."""
    found = _all_rows(reading)
    if len(found) != 2 or any(len(rows) > 3 or len(rows[0]) > 3 for rows in found):
        return None
    left, right = found
    if reading.says("composition", "compose*", "first", "then", "after", "followed") and all(map(_square, found)):
        first, second = (right, left) if reading.says("after") else (left, right)
        understood = f"{COMMON} composition compose composed first then after followed product apply plane"
        brief = f"first {first}, then {second}"
        act = call("composition_of_matrices", first=first, second=second)
        return drafted(reading, "One transformation after another", brief, (act,), understood=understood)
    if not reading.says("multiply*", "product", "times", "multiplication", "by"):
        return None
    understood = (
        f"{COMMON} multiply multiplying multiplication product times by step calculation demonstrate row rows "
        "column columns"
    )
    brief = f"{left} times {right}, entry by entry"
    act = call("matrix_multiplication", left=left, right=right)
    return drafted(reading, "Matrix multiplication", brief, (act,), understood=understood)


def elimination(reading: MathReading) -> Draft | None:
    """An augmented matrix to be reduced."""
    words = ("row reduce*", "row reduction", "gauss*", "rref", "echelon", "augmented", "eliminat*", "reduced")
    found = _all_rows(reading)
    if len(found) != 1 or not reading.says(*words):
        return None
    rows = found[0]
    if len(rows) not in (2, 3) or len(rows[0]) != len(rows) + 1:
        return None
    understood = (
        f"{COMMON} row reduce reduction reduced gaussian gauss jordan elimination rref echelon form augmented "
        "solve system "
        "linear equations step"
    )
    act = call("gaussian_elimination", rows=rows)
    return drafted(reading, "Gaussian elimination", f"row reduction of {rows}", (act,), understood=understood)


def rotation(reading: MathReading) -> Draft | None:
    """A rotation or a shear told by its number instead of its matrix."""
    if reading.matrices or not reading.numbers or not reading.says("matrix", "plane"):
        return None
    number = reading.numbers[0]
    if reading.says("rotat*", "turn*") and number.after.startswith("degree") and abs(float(number.value)) <= 360:
        degrees = (float(number.value) + 180) % 360 - 180
        degrees = (
            -degrees if reading.says("clockwise") and not reading.says("counterclockwise", "anticlockwise") else degrees
        )
        understood = (
            f"{COMMON} rotation rotate rotates rotating turn by degrees degree counterclockwise anticlockwise clockwise"
        )
        act = call("rotation_matrix", degrees=plain_float(degrees))
        return drafted(
            reading, "Rotation matrix", f"turn the plane by {degrees:g} degrees", (act,), understood=understood
        )
    if reading.says("shear*") and abs(float(number.value)) <= 3:
        act = call("shear_transformation", factor=plain_float(float(number.value)))
        return drafted(
            reading, "Shear", f"a shear by {number.value}", (act,), understood=f"{COMMON} shear shearing by factor"
        )
    return None


def plain_float(value: float) -> float:
    """A float without noise: whole numbers as int."""
    value = float(f"{value:.10g}")
    return int(value) if value == int(value) else value


INTENTS = (
    Intent("one_matrix", one_matrix),
    Intent("matrix_and_vector", matrix_and_vector),
    Intent("two_matrices", two_matrices),
    Intent("elimination", elimination),
    Intent("rotation", rotation),
)
