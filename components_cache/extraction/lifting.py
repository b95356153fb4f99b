"""Statements lifted out of a scene as the body of a function, comments and all."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from components_cache.extraction.flow import Step
from components_cache.extraction.reading import Source
from components_cache.extraction.slots import Slot

INDENT = b"    "


class Unliftable(Exception):
    """Raised when statements cannot be moved by editing their text; the message says why."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace bytes from (line, column) to (line, column), lines from 1."""

    start: tuple[int, int]
    end: tuple[int, int]
    text: str


def body(source: Source, steps: Iterable[Step], slots: Iterable[Slot], more: Iterable[Edit] = ()) -> str:
    """The statements, indented as the body of a top-level function, with parameters in place of their values.

    Raises `Unliftable` where a value stands in an f-string, whose positions are not to be trusted.
    """
    slots = list(slots)
    dropped = {id(slot.assignment) for slot in slots if slot.assignment}
    edits = [*more, *[replacing(place, slot.name) for slot in slots for place in slot.places]]
    kept = [step for step in steps if id(step.node) not in dropped]
    _refuse_formatted(kept, edits)
    blocks = [_block(source, step, edits, kept[place - 1].last if place else 0) for place, step in enumerate(kept)]
    return b"\n".join(blocks).decode()


def replacing(node: ast.expr, text: str) -> Edit:
    """The edit that puts a text in the place of an expression."""
    end = (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
    return Edit((node.lineno, node.col_offset), end, text)


def _refuse_formatted(steps: list[Step], edits: list[Edit]) -> None:
    starts = {edit.start for edit in edits}
    for step in steps:
        for part in ast.walk(step.node):
            if isinstance(part, ast.JoinedStr) and any(
                (inner.lineno, inner.col_offset) in starts for inner in ast.walk(part) if isinstance(inner, ast.expr)
            ):
                raise Unliftable("a value stands inside an f-string")


def _block(source: Source, step: Step, edits: list[Edit], after: int) -> bytes:
    """One statement with the comments right above it."""
    first = step.first
    if isinstance(step.node, ast.FunctionDef | ast.ClassDef) and step.node.decorator_list:
        first = step.node.decorator_list[0].lineno
    while first - 1 > after and source.lines[first - 2].lstrip().startswith(b"#"):
        first -= 1
    own = [edit for edit in edits if step.first <= edit.start[0] <= step.last]
    rows = {number: source.lines[number - 1] for number in range(first, step.last + 1)}
    depth = step.node.col_offset
    moved = {number: _moved(row, depth, number in source.inside) for number, row in rows.items()}
    shift = {number: len(moved[number]) - len(rows[number]) for number in rows}
    return b"\n".join(_edited(moved, own, shift))


def _moved(row: bytes, depth: int, inside: bool) -> bytes:
    """A line at the depth of a function's body; lines inside a string stay as they are."""
    if inside or not row.strip():
        return row
    return INDENT + (row[depth:] if not row[:depth].strip() else row.lstrip())


def _edited(rows: dict[int, bytes], edits: list[Edit], shift: dict[int, int]) -> list[bytes]:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        (first, start), (last, end) = edit.start, edit.end
        head, tail = rows[first][: start + shift[first]], rows[last][end + shift[last] :]
        rows[first] = head + edit.text.encode() + tail
        for number in range(first + 1, last + 1):
            rows.pop(number)
    return [rows[number] for number in sorted(rows)]
