"""Imports that nothing reads any more: what a file of the studio imports is often not what the scene needs."""

from __future__ import annotations

import ast


def without_unused_imports(code: str) -> str:
    """The code without top-level imports whose names nothing reads. Star imports and `__future__` stay."""
    tree = ast.parse(code)
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    lines = code.splitlines(keepends=True)
    for node in reversed(tree.body):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            _shorten(node, read, lines)
    return "".join(lines)


def _shorten(node: ast.Import | ast.ImportFrom, read: set[str], lines: list[str]) -> None:
    if isinstance(node, ast.ImportFrom) and node.module == "__future__":
        return
    kept = [alias for alias in node.names if alias.name == "*" or _bound(alias) in read]
    if len(kept) == len(node.names):
        return
    assert node.end_lineno is not None
    new = f"{ast.unparse(_with(node, kept))}\n" if kept else ""
    lines[node.lineno - 1 : node.end_lineno] = [new] if new else []


def _bound(alias: ast.alias) -> str:
    return alias.asname or alias.name.split(".")[0]


def _with(node: ast.Import | ast.ImportFrom, names: list[ast.alias]) -> ast.stmt:
    if isinstance(node, ast.Import):
        return ast.Import(names)
    return ast.ImportFrom(node.module, names, node.level)
