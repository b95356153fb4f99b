"""Step: what can be seen without running: whether the farm would take the code, and whether its names exist."""

from __future__ import annotations

import ast

from corpus.clean.syntax import tree
from corpus.clean.units import units
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
    parts = units(code)
    bound = {name for unit in parts for name in unit.binds} | _made_global(found)
    known = bound | (exported_names() if stars else set())
    return sorted({name for unit in parts for name in unit.needs} - known)


def _made_global(found: ast.Module) -> set[str]:
    return {name for node in ast.walk(found) if isinstance(node, ast.Global) for name in node.names}
