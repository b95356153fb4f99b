"""Where lines that a mend adds go: after the imports that open a file, or into its imports."""

from __future__ import annotations

import ast
import re

from convert.facts import manim
from convert.passes.imports import future_end, has_star, header_end


def after_imports(code: str, tree: ast.Module, text: str) -> str:
    """The code with lines put after its first imports."""
    return _at(code, header_end(tree), f"{text}\n")


def with_import(code: str, tree: ast.Module, line: str) -> str:
    """The code with one more import at its top."""
    return _at(code, future_end(tree), f"{line}\n")


def with_names(code: str, tree: ast.Module, names: set[str]) -> str:
    """The code with names of manim imported, in the way the file imports the others; whole with a star."""
    wanted = sorted(names & manim.exported())
    if not wanted or has_star(tree):
        return code
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "manim":
            new = f"from manim import {', '.join(sorted({*map(_written, node.names), *wanted}))}"
            lines = code.splitlines(keepends=True)
            return "".join([*lines[: node.lineno - 1], f"{new}\n", *lines[node.end_lineno :]])
    return with_import(code, tree, "from manim import *")


def _written(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name


def _at(code: str, line: int, text: str) -> str:
    lines = code.splitlines(keepends=True)
    if line and not lines[line - 1].endswith("\n"):
        lines[line - 1] += "\n"
    blank = "\n" if line and re.match(r"(def|class) ", text) else ""
    return "".join([*lines[:line], blank, text, *lines[line:]])
