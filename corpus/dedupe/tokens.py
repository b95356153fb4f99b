"""Code as tokens that do not change with names of locals, comments, docstrings and spaces."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.clean.syntax import tree

_SILENT = (ast.Load, ast.Store, ast.Del)
_UNCOUNTED = frozenset(("type_comment", "kind", "returns", "annotation"))


class Local(str):
    """A name that the code itself binds."""

    __slots__ = ()


class _Name(str):
    """A string that names something in the code, as opposed to a constant."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a code in order; those that are `Local` may be called anything."""

    items: tuple[str, ...]

    @property
    def plain(self) -> list[str]:
        """All locals alike: near codes stay near when one variable more comes in."""
        return ["·" if isinstance(item, Local) else item for item in self.items]

    @property
    def numbered(self) -> list[str]:
        """Every local numbered by its first appearance, so that which is which counts."""
        order: dict[str, int] = {}
        return [f"·{order.setdefault(item, len(order))}" if isinstance(item, Local) else item for item in self.items]


def tokens(code: str) -> Tokens:
    """The tokens of code; text that does not parse is split at words."""
    found = tree(code)
    if found is None:
        return Tokens(tuple(re.findall(r"\w+|[^\w\s]", code)))
    return Tokens(tuple(_tokens(found, _bound(found))))


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
    if isinstance(node, _SILENT):
        return
    if not isinstance(node, ast.Expr):
        yield type(node).__name__
    for value in _fields(node):
        if isinstance(value, ast.AST):
            yield from _tokens(value, bound)
        elif isinstance(value, _Name):
            yield Local(value) if value in bound else str(value)
        elif value is not None:
            yield repr(value)


def _fields(node: ast.AST) -> Iterator[object]:
    """What is in a node, flat and in order, without docstrings, and with names marked."""
    skipped = _docstring(node)
    for field, value in ast.iter_fields(node):
        if field in _UNCOUNTED:
            continue
        for item in value if isinstance(value, list) else [value]:
            if item is skipped and item is not None:
                continue
            named = isinstance(item, str) and not (isinstance(node, ast.Constant) or field == "attr")
            yield _Name(item) if named else item


def _docstring(node: ast.AST) -> ast.AST | None:
    if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Module) or not node.body:
        return None
    first = node.body[0]
    is_text = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return first if is_text else None
