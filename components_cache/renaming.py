"""Renaming module-level names in the source of one definition, wherever they mean that name and nowhere else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

from convert.inline.names import spots
from convert.inline.rewrite import Edit, apply


def renamed(source: str, names: Mapping[str, str]) -> str:
    """The definition with other names: its own, and those of what it uses. Locals of the same name stay as they are."""
    tree = ast.parse(source)
    if not names or not tree.body:
        return source
    node = tree.body[0]
    uses = [*_uses(node), *_annotations(node)]
    if any(id(use) in _formatted(node) for use in uses if use.id in names):
        return _rewritten(tree, uses, names)
    edits = [_edit(use, names[use.id]) for use in uses if use.id in names]
    return apply(source, [*edits, *_head(source, node, names)])


def _uses(node: ast.stmt) -> Iterator[ast.Name]:
    for spot in spots(node):
        base = spot.chain_nodes[0].value if spot.chain_nodes else spot.node
        if isinstance(base, ast.Name):
            yield base


def _annotations(node: ast.stmt) -> Iterator[ast.Name]:
    """Names in annotations of parameters and results, which `spots` passes over."""
    for part in ast.walk(node):
        found: list[ast.expr | None] = []
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            every = [*part.args.posonlyargs, *part.args.args, *part.args.kwonlyargs]
            found = [part.returns, *(argument.annotation for argument in every)]
        elif isinstance(part, ast.AnnAssign):
            found = [part.annotation]
        for annotation in filter(None, found):
            yield from (name for name in ast.walk(annotation) if isinstance(name, ast.Name))


def _formatted(node: ast.stmt) -> set[int]:
    """Names inside f-strings, whose positions are not to be trusted before Python 3.12."""
    strings = [part for part in ast.walk(node) if isinstance(part, ast.JoinedStr)]
    return {id(name) for part in strings for name in ast.walk(part) if isinstance(name, ast.Name)}


def _rewritten(tree: ast.Module, uses: list[ast.Name], names: Mapping[str, str]) -> str:
    """The definition written anew from its syntax tree, without comments."""
    for use in uses:
        use.id = names.get(use.id, use.id)
    node = tree.body[0]
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        node.name = names.get(node.name, node.name)
    return ast.unparse(tree)


def _edit(name: ast.Name, new: str) -> Edit:
    return Edit((name.lineno, name.col_offset), (name.lineno, name.col_offset + len(name.id.encode())), new)


def _head(source: str, node: ast.stmt, names: Mapping[str, str]) -> list[Edit]:
    """`class Name` and `def name` are no expressions: the name is found in the text."""
    if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name not in names:
        return []
    row = source.split("\n")[node.lineno - 1]
    found = re.search(rf"\b(?:class|def)\s+({re.escape(node.name)})\b", row)
    if not found:
        return []
    start, end = (len(row[:place].encode()) for place in found.span(1))
    return [Edit((node.lineno, start), (node.lineno, end), names[node.name])]
