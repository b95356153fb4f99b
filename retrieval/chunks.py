"""Code cut where its syntax allows it: whole scenes, methods of long ones, runs of statements, helpers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 60
"""Lines of one chunk; what is shorter stays whole."""
SHORTEST = 8
"""Lines below which a run of statements joins the one before it."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a file: its lines `first` to `last` (1-based, inclusive) and the name of what they are part of."""

    text: str
    part: str = ""
    first: int = 1
    last: int = 1


def chunks(code: str) -> list[Chunk]:
    """The chunks of a file, in order. Code that does not parse, or is short, is one chunk."""
    lines = code.splitlines()
    if len(lines) <= LONGEST:
        return [Chunk(code, "", 1, max(len(lines), 1))]
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError):
        return [Chunk(code, "", 1, len(lines))]
    spans = [span for node in tree.body if _tells(node) for span in _spans(node, "")]
    return [_chunk(lines, part, first, last) for part, first, last in spans] or [Chunk(code, "", 1, len(lines))]


Span = tuple[str, int, int]


def _tells(node: ast.stmt) -> bool:
    """Imports and bare values say nothing about how a scene is written."""
    return not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr)


def _spans(node: ast.stmt, owner: str) -> Iterator[Span]:
    """A definition as one span, or those of its parts when it is long."""
    name = f"{owner}.{_name(node)}".strip(".")
    first, last = _start(node), node.end_lineno or node.lineno
    if last - first < LONGEST:
        yield name, first, last
    elif isinstance(node, ast.ClassDef):
        yield from _members(node, name)
    elif isinstance(node, Function):
        yield from _runs(node, name)
    else:
        yield name, first, last


def _name(node: ast.stmt) -> str:
    return getattr(node, "name", "")


def _start(node: ast.stmt) -> int:
    """The first line, decorators included."""
    marks: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(mark.lineno for mark in marks)])


def _members(node: ast.ClassDef, name: str) -> Iterator[Span]:
    """The head of a class with its fields, then each method."""
    methods = [part for part in node.body if isinstance(part, Function | ast.ClassDef)]
    head = [part for part in node.body if part not in methods]
    if head or not methods:
        yield name, _start(node), max((part.end_lineno or part.lineno for part in head[:12]), default=node.lineno)
    for method in methods:
        yield from _spans(method, name)


def _runs(node: Function, name: str) -> Iterator[Span]:
    """Runs of whole statements, each at most `LONGEST` lines unless one statement alone is longer."""
    bounds: list[tuple[int, int]] = []
    first = _start(node)
    last = first
    for statement in node.body:
        end = statement.end_lineno or statement.lineno
        if end - first >= LONGEST and last - first >= SHORTEST:
            bounds.append((first, last))
            first = last + 1
        last = end
    bounds.append((first, last))
    yield from ((name, start, end) for start, end in bounds)


def _chunk(lines: list[str], part: str, first: int, last: int) -> Chunk:
    return Chunk("\n".join(lines[first - 1 : last]), part, first, last)
