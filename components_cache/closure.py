"""The closure of a component: exactly the definitions, constants and imports it needs, as source text."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

PACKAGE = "components_cache.library"
CLASS = re.compile(r"(?:[#@].*\n)*class ")


@dataclass(frozen=True)
class Definition:
    """One top-level statement of a library module: `source` is its text, `needs` the names it reads."""

    module: str
    name: str
    source: str
    order: int
    needs: frozenset[str]
    constant: bool


@dataclass
class Module:
    """A parsed library module: its definitions, what it imports from the library, and other imports by bound name."""

    name: str
    definitions: dict[str, Definition] = field(default_factory=dict[str, Definition])
    library: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    imports: dict[str, str] = field(default_factory=dict[str, str])


@dataclass
class Closure:
    """Definitions in an order that runs (dependencies first) and the import lines they need."""

    definitions: list[Definition] = field(default_factory=list[Definition])
    imports: set[str] = field(default_factory=set[str])


def closure(targets: list[tuple[str, str]], read: Callable[[str], Module] | None = None) -> Closure:
    """Everything that the (module, name) pairs need, constants, then classes, then functions, each in source order.

    `read` gives modules by name; by default those of the library.
    """
    read = read or read_module
    found: dict[tuple[str, str], Definition] = {}
    imports: set[str] = set()
    waiting = list(targets)
    while waiting:
        module_name, name = waiting.pop()
        if (module_name, name) in found:
            continue
        module = read(module_name)
        definition = module.definitions[name]
        found[module_name, name] = definition
        for need in definition.needs:
            if need in module.definitions:
                waiting.append((module_name, need))
            elif need in module.library:
                waiting.append(module.library[need])
            elif need in module.imports:
                imports.add(module.imports[need])
    return Closure(_ordered(found), imports)


def _ordered(found: dict[tuple[str, str], Definition]) -> list[Definition]:
    def rank(definition: Definition) -> tuple[int, bool, str, int]:
        shared = definition.module == f"{PACKAGE}.theme"
        # classes stand before functions, whose annotations name them when the file is read
        kind = 0 if definition.constant else 1 if CLASS.match(definition.source) else 2
        return (kind, not shared, definition.module, definition.order)

    return sorted(found.values(), key=rank)


@lru_cache(maxsize=512)
def read_module(name: str) -> Module:
    """Parse a library module by its dotted name."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise LookupError(f"no library module {name}")
    return parse_module(name, Path(spec.origin).read_text(encoding="utf-8"))


def parse_module(name: str, source: str) -> Module:
    """The module of a source text. Raises SyntaxError."""
    lines = source.splitlines(keepends=True)
    module = Module(name)
    for order, node in enumerate(ast.parse(source).body):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            _note_import(module, node)
        else:
            _note_definition(module, node, order, lines)
    return module


def _note_import(module: Module, node: ast.Import | ast.ImportFrom) -> None:
    if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
        for alias in node.names:
            module.library[alias.asname or alias.name] = (node.module or "", alias.name)
        return
    for alias in node.names:
        if alias.name != "*":
            bound = alias.asname or alias.name.split(".")[0]
            line = ast.Import([alias]) if isinstance(node, ast.Import) else ast.ImportFrom(node.module, [alias], 0)
            module.imports[bound] = ast.unparse(line)


def _note_definition(module: Module, node: ast.stmt, order: int, lines: list[str]) -> None:
    names = _bound(node)
    if not names:
        return
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
    while first > 1 and lines[first - 2].startswith("#"):
        first -= 1  # comments right above belong to the definition
    text = "".join(lines[first - 1 : node.end_lineno]).rstrip("\n")
    constant = not isinstance(node, (ast.FunctionDef, ast.ClassDef))
    for name in names:
        module.definitions[name] = Definition(module.name, name, text, order, _needs(node), constant)


def _bound(node: ast.stmt) -> list[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.Assign):
        return [name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return []


def _needs(node: ast.stmt) -> frozenset[str]:
    return frozenset(n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))
