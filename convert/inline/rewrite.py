"""Gives every kept statement names that do not clash, and edits the places where they are used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass

from convert.inline.closure import Closure, Use
from convert.inline.local_imports import bound_inside
from convert.inline.modules import Statement
from convert.inline.names import Spot, spots
from convert.inline.resolve import External, Library


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace text from (line, byte column) to (line, byte column); lines from 1."""

    start: tuple[int, int]
    end: tuple[int, int]
    text: str


class Names:
    """One name in the output for every (statement, name). The statement that comes last keeps the plain one."""

    def __init__(self, order: list[Statement], closure: Closure, fixed: Iterable[str]) -> None:
        self._table: dict[tuple[Statement, str], str] = {}
        free = {
            use.target.name if isinstance(use.target, Library) else reference.name
            for (_, reference), use in closure.uses.items()
            if not isinstance(use.target, (Statement, External))
        }
        self._taken = {name for name in free if closure.resolver.is_manims(name)} - set(fixed)
        for statement in reversed(order):
            for name in statement.names:
                self._table[statement, name] = self._free(name, statement)

    def of(self, statement: Statement, name: str) -> str:
        """The output's name for what `statement` binds as `name`."""
        return self._table.get((statement, name), name)

    def _free(self, name: str, statement: Statement) -> str:
        stem = re.sub(r"\W", "_", statement.module.stem)
        choices = [name, f"{name}_{stem}", *(f"{name}_{stem}_{n}" for n in range(2, 1000))]
        chosen = next((choice for choice in choices if choice not in self._taken), name)
        self._taken.add(chosen)
        return chosen


def rewritten(statement: Statement, closure: Closure, names: Names) -> str:
    """The statement's source with the output's names in it."""
    edits = [edit for spot in spots(statement.tree) if (edit := _edit(spot, statement, closure, names))]
    head = _head(statement, names)
    return bound_inside(apply(statement.text, [*edits, *([head] if head else [])]), statement)


def _edit(spot: Spot, statement: Statement, closure: Closure, names: Names) -> Edit | None:
    reference = spot.reference
    base = spot.chain_nodes[0].value if spot.chain_nodes else spot.node
    if not isinstance(base, ast.Name):
        return None
    if isinstance(base.ctx, (ast.Store, ast.Del)) and reference.name in statement.names:
        return _replace(base, reference.name, names.of(statement, reference.name))
    use = closure.uses.get((statement, reference), Use(None))
    wanted = _wanted(use, reference.name, reference.chain, names)
    if use.depth:
        node = spot.chain_nodes[use.depth - 1]
        return _replace(node, ".".join([reference.name, *reference.chain[: use.depth]]), wanted)
    return _replace(base, reference.name, wanted)


def _wanted(use: Use, name: str, chain: tuple[str, ...], names: Names) -> str:
    match use.target:
        case Statement():
            return names.of(use.target, _bound(use, name, chain))
        case Library(name=real) if real:
            return real
        case External(alias=alias):
            return alias
        case _:
            return name


def _bound(use: Use, name: str, chain: tuple[str, ...]) -> str:
    """The name under which the target's own module knows it."""
    assert isinstance(use.target, Statement)
    said = chain[use.depth - 1] if use.depth else name
    if said in use.target.names or len(use.target.names) != 1:
        return said
    return use.target.names[0]


def _replace(node: ast.expr, old: str, new: str) -> Edit | None:
    if old == new:
        return None
    return Edit(
        (node.lineno, node.col_offset), (node.end_lineno or node.lineno, node.end_col_offset or node.col_offset), new
    )


def _head(statement: Statement, names: Names) -> Edit | None:
    """`class Name` and `def name` are no expressions: the name is found in the text."""
    if statement.kind not in ("class", "function"):
        return None
    name = statement.names[0]
    new = names.of(statement, name)
    row = statement.text.split("\n")[statement.tree.lineno - 1]
    found = re.search(rf"\b(?:class|def)\s+({re.escape(name)})\b", row)
    if new == name or not found:
        return None
    line, (start, end) = statement.tree.lineno, found.span(1)
    return Edit((line, len(row[:start].encode())), (line, len(row[:end].encode())), new)


def apply(text: str, edits: list[Edit]) -> str:
    """Carry out edits that do not overlap. One whose place does not hold a name is left out: inside an f-string,
    positions are not always right before Python 3.12."""
    rows = [row.encode() for row in text.split("\n")]
    for edit in sorted(set(edits), key=lambda e: e.start, reverse=True):
        (first, start), (last, end) = edit.start, edit.end
        if first != last or not re.fullmatch(rb"[\w.\s]+", rows[first - 1][start:end]):
            continue
        row = rows[first - 1]
        rows[first - 1] = row[:start] + edit.text.encode() + row[end:]
    return b"\n".join(rows).decode()
