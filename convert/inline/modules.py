"""A module of the repository as a list of top-level statements, each with the names it binds.

Files are parsed once and only spans of text are kept. A statement that does not parse costs only itself: the file is
then cut at lines that start in the first column, and each piece is parsed alone.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from convert.inline.names import Reference, bound_names, references
from convert.passes import nested_quotes, python2

Kind = Literal["class", "function", "assign", "import", "block", "effect"]
_MOST_BYTES = 4_000_000
_TOP = re.compile(r"(?m)^(?=[^\s#)\]}])")
_CONTINUES = re.compile(r"(else|elif|except|finally)\b")


@dataclass(frozen=True, eq=False)
class Statement:
    """A top-level statement: its source (comments directly above included), where it stands, what it binds."""

    module: Path
    place: int
    line: int
    kind: Kind
    names: tuple[str, ...]
    text: str

    @cached_property
    def tree(self) -> ast.stmt:
        return parse(self.text).body[0]

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The module-level names it uses, each once for every way of using it."""
        return tuple(dict.fromkeys(references(self.tree)))


@dataclass(frozen=True, eq=False)
class Star:
    """`from source import *`."""

    source: str
    level: int = 0


@dataclass(frozen=True, eq=False)
class Import:
    """One name that an import binds: `from source import name as alias`, or a whole module where `name` is empty."""

    alias: str
    source: str
    name: str = ""
    level: int = 0

    @property
    def text(self) -> str:
        """The import, by itself."""
        head = f"from {'.' * self.level}{self.source} import {self.name}" if self.name else f"import {self.source}"
        own = self.name or self.source
        return (
            head
            if own == self.alias or (not self.name and own.split(".")[0] == self.alias)
            else (f"{head} as {self.alias}")
        )


Binding = Statement | Star | Import


@dataclass(frozen=True, eq=False)
class Module:
    """What a file binds, in order. `broken` are the first lines of pieces that do not parse."""

    path: Path
    bindings: tuple[Binding, ...]
    broken: tuple[int, ...] = ()
    index: dict[str, list[int]] = field(default_factory=dict[str, list[int]])
    stars: list[int] = field(default_factory=list[int])

    def __post_init__(self) -> None:
        for place, binding in enumerate(self.bindings):
            if isinstance(binding, Star):
                self.stars.append(place)
            for name in _names(binding):
                self.index.setdefault(name, []).append(place)

    def statements(self) -> Iterator[Statement]:
        """All but the imports."""
        return (binding for binding in self.bindings if isinstance(binding, Statement))

    def last(self, name: str) -> Statement | None:
        """The statement that binds `name` last in this file."""
        for place in reversed(self.index.get(name, [])):
            binding = self.bindings[place]
            if isinstance(binding, Statement):
                return binding
        return None


def parse(code: str) -> ast.Module:
    """`ast.parse` without warnings about what strings others wrote. Raises SyntaxError, also for a too deep tree."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(code)
    except (ValueError, RecursionError, MemoryError) as problem:
        raise SyntaxError(str(problem)) from problem


def load(path: Path) -> Module | None:
    """The module at `path`, parsed once as long as the file stays the same; None if it cannot be read or is too big."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return _load(path, facts.st_mtime_ns) if facts.st_size <= _MOST_BYTES else None


@lru_cache(maxsize=4096)
def _load(path: Path, _changed: int) -> Module | None:
    try:
        return read(path.read_text(encoding="utf-8", errors="replace"), path)
    except OSError:
        return None


def read(code: str, path: Path) -> Module:
    """Cut code into statements. Never raises: what does not parse is in `broken`."""
    code = code.replace("\r\n", "\n").replace("\f", "\n")
    bindings: list[Binding] = []
    broken: list[int] = []
    for text, line, tree in _pieces(code):
        if tree is None:
            broken.append(line)
            continue
        lines = [f"{row}\n" for row in text.split("\n")]  # not splitlines: Python knows fewer line ends
        ends = 0
        for node in tree.body:
            first, last = _span(node, lines, ends)
            bindings += _bindings(node, "".join(lines[first:last]), path, len(bindings), line + node.lineno - 1)
            ends = last
    return Module(path, tuple(bindings), tuple(broken))


def _span(node: ast.stmt, lines: list[str], ends: int) -> tuple[int, int]:
    """First and last line (from 0, half open) of a statement with its decorators and the comments directly above."""
    first = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", []))]) - 1
    while first > ends and lines[first - 1].startswith("#"):
        first -= 1
    return first, node.end_lineno or node.lineno


def _pieces(code: str) -> list[tuple[str, int, ast.Module | None]]:
    """The whole code if it parses, otherwise its top-level statements as far as they can be told apart by columns."""
    tree = _parsed(code)
    if tree is None:
        code = mended(code)
        tree = _parsed(code)
    return [(code, 1, tree)] if tree else [_piece(text, line) for text, line in _cut(code)]


def _piece(text: str, line: int) -> tuple[str, int, ast.Module | None]:
    tree = _parsed(text)
    if tree is None:
        text = mended(text)
        tree = _parsed(text)
    return text, line, tree


def mended(code: str) -> str:
    """Code of another Python's age brought to today's syntax, as far as that can be done."""
    code = nested_quotes.mend(code)
    return python2.mend(code)[0]


def _parsed(code: str) -> ast.Module | None:
    try:
        return parse(code)
    except SyntaxError:
        return None


def _cut(code: str) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    line = 1
    open_decorator = False
    for piece in _TOP.split(code):
        joins = _CONTINUES.match(piece) or open_decorator
        if joins and pieces:
            before, first = pieces[-1]
            pieces[-1] = (before + piece, first)
        elif piece:
            pieces.append((piece, line))
        open_decorator = piece.startswith("@")
        line += piece.count("\n")
    return pieces


def _bindings(node: ast.stmt, source: str, path: Path, place: int, line: int) -> list[Binding]:
    if isinstance(node, ast.ImportFrom):
        return _from(node)
    if isinstance(node, ast.Import):
        return [Import(name.asname or name.name.split(".")[0], name.name) for name in node.names]
    names = tuple(sorted(bound_names([node])))
    return [Statement(path, place, line, _kind(node, names), names, source)]


def _from(node: ast.ImportFrom) -> list[Binding]:
    source = node.module or ""
    if source == "__future__":
        return []
    if node.names[0].name == "*":
        return [Star(source, node.level)]
    return [Import(name.asname or name.name, source, name.name, node.level) for name in node.names]


def _kind(node: ast.stmt, names: tuple[str, ...]) -> Kind:
    match node:
        case ast.ClassDef():
            return "class"
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return "function"
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign() if names:
            return "assign"
        case ast.If() | ast.Try() | ast.With() | ast.For() | ast.While() if names and not _is_main(node):
            return "block"
        case _:
            return "effect"


def _is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.dump(node.test)


def _names(binding: Binding) -> tuple[str, ...]:
    match binding:
        case Statement(kind="effect"):
            return ()
        case Statement(names=names):
            return names
        case Import(alias=alias):
            return (alias,)
        case _:
            return ()
