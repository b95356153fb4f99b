"""Step: what can be seen without running: whether the farm would take the code, and whether its names exist."""

from __future__ import annotations

import ast
import symtable

from corpus.clean.syntax import tree
from corpus.clean.units import BUILTINS, global_reads, without_unread
from corpus.sources.installed import exported_names
from render.policy import check

_MOST_NAMES = 5


def problem(code: str) -> str:
    """Why code cannot run, or empty if nothing speaks against it."""
    refused = check(code)
    if refused is not None:
        return f"{refused.kind}: {refused.message} (line {refused.line})"
    unknown = unknown_names(code)
    more = f" and {len(unknown) - _MOST_NAMES} more" if len(unknown) > _MOST_NAMES else ""
    return f"name: {', '.join(unknown[:_MOST_NAMES])}{more} not defined and not in ManimCE" if unknown else ""


def unknown_names(code: str) -> list[str]:
    """Global names that are read, but bound nowhere. Empty where a star import of something else hides them."""
    found = tree(code)
    if found is None:
        return []
    stars = {node.module for node in ast.walk(found) if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"}
    if stars - {"manim"}:
        return []
    reads, bound = global_names(found, code)
    return sorted(reads - bound - BUILTINS - (exported_names() if stars else set()))


def global_names(found: ast.Module, code: str) -> tuple[set[str], set[str]]:
    """The global names that a file reads, and those that it binds, in whatever scope that happens."""
    if any(isinstance(node, ast.AnnAssign) for node in ast.walk(found)):
        code = ast.unparse(without_unread(found))
    try:
        top = symtable.symtable(code, "file", "exec")
    except (SyntaxError, ValueError, RecursionError):  # `return` outside a function parses, but has no scope
        return set(), set()
    bound = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()}
    made = {name for node in ast.walk(found) if isinstance(node, ast.Global) for name in node.names}
    return global_reads(top), bound | made
