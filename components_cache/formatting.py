"""Source as it is handed out: formatted, imports in order, docstrings without what only the catalogue reads."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path


def format_code(source: str) -> str:
    """The source as `ruff format` writes it; unchanged where ruff cannot parse it."""
    return _ruff(["format", "--line-length", "100"], source)


def sorted_imports(source: str) -> str:
    """The source with its imports merged and in order; unchanged where ruff cannot parse it."""
    return _ruff(["check", "--select", "I", "--fix", "--quiet"], source)


def _ruff(task: list[str], source: str) -> str:
    command = [str(Path(sys.executable).with_name("ruff")), *task, "--no-cache", "--isolated", "-"]
    done = subprocess.run(command, input=source, capture_output=True, text=True, timeout=20, check=False)
    return done.stdout if done.returncode == 0 and done.stdout.strip() else source


def plain_docstring(source: str) -> str:
    """A definition without the sections that only the catalogue reads (tags, example wishes)."""
    tree = ast.parse(source)
    node = tree.body[0]
    if not isinstance(node, ast.FunctionDef) or not node.body or "Wishes:" not in (ast.get_docstring(node) or ""):
        return source
    old = node.body[0]
    lines = source.splitlines()
    text = lines[old.lineno - 1 : old.end_lineno]
    kept: list[str] = []
    skipping = False
    for line in text:
        if re.match(r"\s{4}(Tags|Wishes):", line):
            skipping = True
        elif re.match(r"\s{4}\S", line):
            skipping = False
        if not skipping:
            kept.append(line)
    return "\n".join(lines[: old.lineno - 1] + kept + lines[old.end_lineno :])
