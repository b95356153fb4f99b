"""Code as tokens that do not change with names of locals, comments, docstrings and spaces."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from corpus.clean.syntax import tree

_LOCAL = "·"
_SILENT = (ast.Load, ast.Store, ast.Del, ast.Expr)
_DEFINITION = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def normalised(code: str) -> list[str]:
    """The tokens in order; a name that the code itself binds is `·`. Text that does not parse is split at words."""
    found = tree(code)
    if found is None:
        return re.findall(r"\w+|[^\w\s]", code)
    return list(_tokens(found, _bound(found)))


def numbered(tokens: list[str], names: list[str]) -> list[str]:
    """The tokens with every local numbered by its first appearance, so that which is which counts."""
    order: dict[str, int] = {}
    locals_in_order = iter(names)
    return [
        f"{_LOCAL}{order.setdefault(next(locals_in_order), len(order))}" if token == _LOCAL else token
        for token in tokens
    ]


def local_names(code: str) -> list[str]:
    """The names behind each `·` of `normalised`, in order."""
    found = tree(code)
    if found is None:
        return []
    bound = _bound(found)
    return [name for name in _names(found) if name in bound]


def _bound(found: ast.Module) -> frozenset[str]:
    """Names that the code binds: variables, parameters, its own classes and functions but for methods."""
    names: set[str] = set()
    for node in ast.walk(found):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.ClassDef):
            names.add(node.name)
    names |= {node.name for node in found.body if isinstance(node, ast.FunctionDef)}
    return frozenset(names)


def _tokens(node: ast.AST, bound: frozenset[str]) -> Iterator[str]:
    if isinstance(node, _SILENT[:3]):
        return
    if not isinstance(node, ast.Expr):
        yield type(node).__name__
    for value in _fields(node):
        if isinstance(value, ast.AST):
            yield from _tokens(value, bound)
        elif isinstance(value, _Name):
            yield _LOCAL if value in bound else str(value)
        elif value is not None:
            yield repr(value)


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, _SILENT[:3]):
        return
    for value in _fields(node):
        if isinstance(value, ast.AST):
            yield from _names(value)
        elif isinstance(value, _Name):
            yield str(value)


class _Name(str):
    """A string that names something in the code, as opposed to a constant."""

    __slots__ = ()


def _fields(node: ast.AST) -> Iterator[object]:
    """What is in a node, flat and in order, without docstrings, and with names marked."""
    skipped = _docstring(node)
    for field, value in ast.iter_fields(node):
        if field in ("type_comment", "kind", "returns", "annotation"):
            continue
        for item in value if isinstance(value, list) else [value]:
            if item is skipped and item is not None:
                continue
            named = isinstance(item, str) and not (isinstance(node, ast.Constant) or field == "attr")
            yield _Name(item) if named else item


def _docstring(node: ast.AST) -> ast.AST | None:
    if not isinstance(node, (*_DEFINITION, ast.Module)) or not node.body:
        return None
    first = node.body[0]
    is_text = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return first if is_text else None
