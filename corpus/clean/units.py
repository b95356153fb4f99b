"""The top-level statements of a file: what each binds, what it needs, and its lines with the comments above."""

from __future__ import annotations

import ast
import builtins
import copy
import re
import symtable
from dataclasses import dataclass
from typing import TypeVar

AnyNode = TypeVar("AnyNode", bound=ast.AST)
BUILTINS = frozenset(dir(builtins)) | {"__name__", "__file__", "__doc__"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement. `needs` are the global names it reads, `attributes` what it reads or sets of anything.

    `source` is its text with the comments above, `line` its first line (1-based).
    """

    node: ast.stmt
    binds: frozenset[str]
    needs: frozenset[str]
    source: str
    line: int
    attributes: frozenset[str] = frozenset()

    @property
    def is_import(self) -> bool:
        return isinstance(self.node, ast.Import | ast.ImportFrom)


def units(code: str) -> list[Unit]:
    """All statements in order, without the module's docstring and its `if __name__ == "__main__":`."""
    lines = code.splitlines()
    found: list[Unit] = []
    taken = 0
    for index, node in enumerate(ast.parse(code).body):
        first, last = _first_line(node), node.end_lineno or node.lineno
        start = max(_with_comments(lines, first), taken + 1)
        taken = last
        if (index == 0 and _is_text(node)) or _is_main(node):
            continue
        source = "\n".join(lines[start - 1 : last])
        attributes = frozenset(re.findall(r"\.(\w+)", source))
        found.append(Unit(node, frozenset(binds(node)), _needs(node), source, first, attributes))
    return found


def binds(node: ast.stmt) -> set[str]:
    """Names that a statement binds in its own scope."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return {node.name}
    found: set[str] = set()
    for part in _same_scope(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            found.add(part.id)
        elif isinstance(part, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).split(".")[0] for alias in part.names}
        elif isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(part.name)
    return found - {"*"}


def _needs(node: ast.stmt) -> frozenset[str]:
    """Global names that a statement reads, in whatever scope inside it."""
    annotated = any(isinstance(part, ast.AnnAssign) for part in ast.walk(node))
    code = ast.unparse(without_unread(node) if annotated else node)
    try:
        table = symtable.symtable(code, "unit", "exec")
    except (SyntaxError, ValueError, RecursionError):  # `return` outside a function parses, but has no scope
        return frozenset(part.id for part in ast.walk(node) if isinstance(part, ast.Name))
    return frozenset(global_reads(table)) - BUILTINS


def without_unread(node: AnyNode) -> AnyNode:
    """A copy of the tree without annotations of variables in functions: Python never evaluates them."""
    return _Unread().visit(copy.deepcopy(node))


class _Unread(ast.NodeTransformer):
    """Makes `x: T = 1` plain inside functions."""

    def __init__(self) -> None:
        self._depth = 0

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if self._depth:
            node.annotation = ast.Constant(None)
        return node


def global_reads(table: symtable.SymbolTable) -> set[str]:
    """Global names that a scope and those inside it read."""
    top = table.get_type() == "module"
    here = {
        symbol.get_name() for symbol in table.get_symbols() if symbol.is_referenced() and (top or symbol.is_global())
    }
    return here.union(*(global_reads(child) for child in table.get_children()))


def _same_scope(node: ast.AST) -> list[ast.AST]:
    """A node and all below it, but not inside functions and classes."""
    found = [node]
    if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        for child in ast.iter_child_nodes(node):
            found += _same_scope(child)
    return found


def _first_line(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(mark.lineno for mark in decorators)])


def _with_comments(lines: list[str], first: int) -> int:
    """The line where the comments right above a statement begin."""
    while first > 1 and lines[first - 2].startswith("#"):
        first -= 1
    return first


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)
