"""Step: statements without a scene around them get one."""

from __future__ import annotations

import ast
import re
import textwrap

from corpus.clean.step import Cleaned
from corpus.clean.syntax import tree

NAME = "Example"


def wrap(code: str) -> Cleaned:
    """A fragment that plays or builds something, as a scene. Files with definitions of their own stay as they are."""
    found = tree(code)
    if found is None or any(isinstance(node, ast.ClassDef) for node in ast.walk(found)):
        return Cleaned(code)
    construct = next(
        (node for node in found.body if isinstance(node, ast.FunctionDef) and node.name == "construct"), None
    )
    if construct is not None:
        return _as_method(code)
    if re.search(r"^self\.(play|add|wait)\(", code, re.MULTILINE):
        return _as_body(code, found)
    return Cleaned(code)


def _as_method(code: str) -> Cleaned:
    lines = code.splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(("def ", "@")))
    body = textwrap.indent("\n".join(lines[start:]), "    ")
    return Cleaned("\n".join([*lines[:start], f"class {NAME}(Scene):", body, ""]), ("put a scene around a method",))


def _as_body(code: str, found: ast.Module) -> Cleaned:
    lines = code.splitlines()
    imports = [node for node in found.body if isinstance(node, ast.Import | ast.ImportFrom)]
    start = max((node.end_lineno or 0 for node in imports), default=0)
    body = textwrap.indent("\n".join(lines[start:]).strip("\n"), " " * 8)
    head = [*lines[:start], "", "", f"class {NAME}(Scene):", "    def construct(self):", body, ""]
    return Cleaned("\n".join(head), ("put a scene around loose statements",))
