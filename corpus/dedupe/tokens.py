"""Code as tokens that do not change with names of locals, comments, docstrings and spaces."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.clean.syntax import tree

_SILENT = frozenset((ast.Load, ast.Store, ast.Del))
_OWNERS = frozenset((ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.Module))
_BINDERS: dict[type[ast.AST], str] = {ast.arg: "arg", ast.ClassDef: "name"}
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
    reader = _Reader()
    reader.read(found)
    return reader.tokens(frozenset(node.name for node in found.body if isinstance(node, ast.FunctionDef)))


class _Reader:
    """Reads a tree once, flat and in order, without docstrings. Every snippet goes through here, hence the shape.

    What the code binds is known only at the end: variables, parameters, its own classes, and the functions that the
    caller adds, which are not its methods.
    """

    __slots__ = ("_bound", "_items", "_names")

    def __init__(self) -> None:
        self._items: list[str] = []
        self._names: list[int] = []
        self._bound: set[str] = set()

    def tokens(self, functions: frozenset[str]) -> Tokens:
        """What was read, with locals marked."""
        items, bound = self._items, self._bound | functions
        for place in self._names:
            if items[place] in bound:
                items[place] = Local(items[place])
        return Tokens(tuple(items))

    def read(self, node: ast.AST) -> None:
        kind = type(node)
        if kind is ast.Name:
            self._name(node)  # pyright: ignore[reportArgumentType]
            return
        if kind is not ast.Expr:
            self._items.append(kind.__name__)
        if kind in _BINDERS:
            self._bound.add(getattr(node, _BINDERS[kind]))
        skipped = _docstring(node) if kind in _OWNERS else None
        named = kind is not ast.Constant
        for field in _fields(kind):
            value = getattr(node, field, None)
            if type(value) is list:
                for item in value:
                    if item is not skipped:
                        self._take(item, named=named)
            elif value is not None:
                self._take(value, named=named and field != "attr")

    def _name(self, node: ast.Name) -> None:
        self._names.append(len(self._items) + 1)
        self._items += ("Name", node.id)
        if type(node.ctx) is ast.Store:
            self._bound.add(node.id)

    def _take(self, item: object, *, named: bool) -> None:
        if isinstance(item, ast.AST):
            if type(item) not in _SILENT:
                self.read(item)
        elif named and type(item) is str:
            self._names.append(len(self._items))
            self._items.append(item)
        elif item is not None:
            self._items.append(repr(item))


@lru_cache(maxsize=256)
def _fields(kind: type[ast.AST]) -> tuple[str, ...]:
    return tuple(field for field in kind._fields if field not in _UNCOUNTED)


def _docstring(node: ast.AST) -> ast.AST | None:
    body: list[ast.stmt] = getattr(node, "body", [])
    first = body[0] if body else None
    is_text = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    return first if is_text else None
