"""Code as tokens that do not change with names of locals, comments, docstrings and spaces."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from corpus.clean.syntax import tree

_SILENT = (ast.Load, ast.Store, ast.Del)
_OWNERS = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Module)
_UNCOUNTED = frozenset(("type_comment", "kind", "returns", "annotation"))


class Local(str):
    """A name that the code itself binds."""

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
    items: list[str] = []
    _take_in(found, _bound(found), items)
    return Tokens(tuple(items))


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


def _take_in(node: ast.AST, bound: frozenset[str], items: list[str]) -> None:
    """Add a node's tokens, flat and in order, without docstrings. Every snippet goes through here, hence the shape."""
    kind = type(node)
    if kind is not ast.Expr:
        items.append(kind.__name__)
    skipped = _docstring(node) if kind in _OWNERS else None
    for field in kind._fields:
        value = getattr(node, field, None)
        if value is None or field in _UNCOUNTED:
            continue
        for item in value if type(value) is list else (value,):
            if isinstance(item, ast.AST):
                if item is not skipped and type(item) not in _SILENT:
                    _take_in(item, bound, items)
            elif type(item) is str and field != "attr" and kind is not ast.Constant:
                items.append(Local(item) if item in bound else item)
            elif item is not None:
                items.append(repr(item))


def _docstring(node: ast.AST) -> ast.AST | None:
    body: list[ast.stmt] = getattr(node, "body", [])
    first = body[0] if body else None
    is_text = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return first if is_text else None
