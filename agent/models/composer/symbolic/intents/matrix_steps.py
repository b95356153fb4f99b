"""Calculations with matrices of any size, written out: determinants, transposes, sums."""

from __future__ import annotations

from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import BLUE, GREEN, line
from agent.models.composer.symbolic.intent import Intent, drafted
from agent.models.composer.symbolic.intents.calculus import steps_call
from agent.models.composer.symbolic.printing import tex
from agent.models.composer.symbolic.reading import MathReading

COMMON = "matrix matrices 2by2 3by3 2x2 3x3 linear algebra of the entries square"


def determinant(reading: MathReading) -> Draft | None:
    """The determinant of a 3x3 matrix, expanded along its first row."""
    if len(reading.matrices) != 1 or not reading.says("determinant*", "det"):
        return None
    matrix = reading.matrices[0]
    if matrix.shape != (3, 3) or not all(value.is_number for value in matrix):
        return None
    minors = [matrix.minor_submatrix(0, column) for column in range(3)]
    terms = [f"{_sign(k)} {_operand(matrix[0, k])} {_bars(minor)}" for k, minor in enumerate(minors)]
    products = [rf"{_sign(k)} {_operand(matrix[0, k])} \cdot {_operand(minor.det())}" for k, minor in enumerate(minors)]
    lines = [
        line(_bars(matrix)),
        line(f"= {' '.join(terms)}", "", BLUE),
        line(f"= {' '.join(products)}", "a small determinant is $ad - bc$", BLUE),
        line(f"= {tex(matrix.det())}", "", GREEN),
    ]
    volume = "No volume is left: the columns lie in one plane." if matrix.det() == 0 else "It measures a volume."
    act = steps_call(lines, remark="Expand along the first row.", takeaway=volume)
    understood = f"{COMMON} determinant det expansion cofactor laplace along first row sarrus rule"
    return drafted(reading, "A 3 × 3 determinant", f"determinant of {matrix.tolist()}", (act,), understood=understood)


def transpose(reading: MathReading) -> Draft | None:
    """The transpose: rows become columns."""
    if len(reading.matrices) != 1 or not reading.says("transpose*", "transposed"):
        return None
    matrix = reading.matrices[0]
    lines = [line(rf"A = {_brackets(matrix)}"), line(rf"A^T = {_brackets(matrix.T)}", "rows become columns", GREEN)]
    act = steps_call(lines, takeaway="The first row is now the first column.")
    brief = f"transpose of {matrix.tolist()}"
    return drafted(reading, "Transpose", brief, (act,), understood=f"{COMMON} transpose transposed transposition")


def total(reading: MathReading) -> Draft | None:
    """Two matrices of one shape, added or subtracted entry by entry."""
    if len(reading.matrices) != 2 or reading.matrices[0].shape != reading.matrices[1].shape:
        return None
    between = reading.plain.split("]]", 1)[-1].strip()
    minus = between.startswith("-") or reading.says("subtract*", "minus", "difference")
    if not (minus or between.startswith("+") or reading.says("add*", "sum", "plus")):
        return None
    a, b = reading.matrices
    sign = "-" if minus else "+"
    pairs = [[f"{tex(a[r, c])} {sign} {_operand(b[r, c])}" for c in range(a.cols)] for r in range(a.rows)]
    inside = r" \\ ".join(" & ".join(row) for row in pairs)
    lines = [
        line(f"{_brackets(a)} {sign} {_brackets(b)}"),
        line(rf"= \begin{{pmatrix}} {inside} \end{{pmatrix}}", "entry by entry", BLUE),
        line(f"= {_brackets(a - b if minus else a + b)}", "", GREEN),
    ]
    understood = f"{COMMON} add added adding addition sum plus subtract subtraction minus difference"
    return drafted(
        reading, "Adding matrices", f"{a.tolist()} {sign} {b.tolist()}", (steps_call(lines),), understood=understood
    )


def _sign(place: int) -> str:
    return "" if not place else "-" if place % 2 else "+"


def _operand(value: Any) -> str:
    return rf"\left({tex(value)}\right)" if value.could_extract_minus_sign() else tex(value)


def _brackets(matrix: Any) -> str:
    return cas().latex(matrix, mat_str="pmatrix", mat_delim="")


def _bars(matrix: Any) -> str:
    return cas().latex(matrix, mat_str="vmatrix", mat_delim="")


INTENTS = (
    Intent("determinant", determinant),
    Intent("transpose", transpose),
    Intent("matrix sum", total),
)
