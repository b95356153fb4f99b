"""Imports inside functions of what is not there but has a stand-in: the names are bound to it there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from convert.inline.externals import has_stand_in, is_available, stand_in
from convert.inline.modules import Statement
from convert.inline.resolve import External


def local_imports(statement: Statement) -> Iterator[tuple[ast.stmt, list[External]]]:
    """Each import in the statement of which everything is replaced, and what it binds."""
    if "import" not in statement.text:
        return
    for node in ast.walk(statement.tree):
        bound = _bound(node)
        if isinstance(node, ast.stmt) and bound and all(map(_is_replaced, bound)):
            yield node, bound


def bound_inside(text: str, statement: Statement) -> str:
    """The statement's text, whose lines are where they were, with an assignment instead of each such import."""
    rows = text.split("\n")
    for node, bound in sorted(local_imports(statement), key=lambda found: -found[0].lineno):
        end = node.end_lineno or node.lineno
        before, after = rows[node.lineno - 1][: node.col_offset], rows[end - 1][node.end_col_offset :]
        rows[node.lineno - 1 : end] = [f"{before}{_binding(bound)}{after}"]
    return "\n".join(rows)


def _binding(bound: list[External]) -> str:
    lines = [stand_in(one.source, one.name, one.alias)[1] for one in bound]
    return "; ".join(line for line in lines if line) or "pass"


def _bound(node: ast.AST) -> list[External]:
    match node:
        case ast.ImportFrom(module=str(source), names=names, level=0):
            return [External("", alias.asname or alias.name, source, alias.name) for alias in names]
        case ast.Import(names=names):
            return [External("", alias.asname or alias.name.split(".")[0], alias.name) for alias in names]
        case _:
            return []


def _is_replaced(external: External) -> bool:
    return has_stand_in(external.source, external.name) and not is_available(external.source)
