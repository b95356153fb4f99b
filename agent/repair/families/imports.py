"""Imports that lead nowhere or that the sandbox refuses: names that moved, absent packages, leftovers of scripts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from agent.repair.case import Case
from agent.repair.facts.packages import STAND_INS
from agent.repair.families.placing import after_imports
from agent.repair.mend import Mend
from convert.facts import manim
from convert.passes.imports import has_star


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for what cannot be imported."""
    if case.tree is None or not _about_imports(case):
        return
    yield Mend("import.main_block", "left out the block that only a script needs", _without_main(case))
    node = _import_at(case)
    if node is None:
        return
    module = _module(node)
    if isinstance(node, ast.ImportFrom) and module.split(".")[0] == "manim":
        why = "took the names from `manim` itself, where they are today"
        yield Mend("import.manim", why, _from_manim(case, node))
    if (top := module.split(".")[0]) in STAND_INS:
        why = f"put a simple stand-in for `{top}`, which is not there: silent, without pauses"
        yield Mend("import.stand_in", why, _stood_in(case, top))
    yield Mend("import.dropped", f"left out the import of `{module}`, which nothing needs", _dropped(case, node, False))
    why = f"left out the import of `{module}`, which scenes may not have, and what used it"
    yield Mend("import.dropped_uses", why, _dropped(case, node, True))


def _about_imports(case: Case) -> bool:
    if case.error.kind == "policy":
        return bool(case.says(r"^import |relative imports|__name__|not allowed in a scene"))
    return bool(case.says(r"ImportError|ModuleNotFoundError|No module named"))


def _import_at(case: Case) -> ast.Import | ast.ImportFrom | None:
    assert case.tree is not None
    for node in ast.walk(case.tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and node.lineno <= case.error.line <= (node.end_lineno or 0):
            return node
    return None


def _module(node: ast.Import | ast.ImportFrom) -> str:
    return node.module or "." if isinstance(node, ast.ImportFrom) else node.names[0].name


def _without(case: Case, *nodes: ast.stmt) -> str:
    """The code without whole statements; a block that would be empty passes."""
    drop = {line for node in nodes for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    firsts = {node.lineno: node.col_offset for node in nodes if node.col_offset}
    lines: list[str] = []
    for number, line in enumerate(case.lines, 1):
        if number in firsts:
            lines.append(" " * firsts[number] + "pass")
        elif number not in drop:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _without_main(case: Case) -> str:
    assert case.tree is not None
    blocks = [node for node in case.tree.body if isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)]
    return _without(case, *blocks) if blocks else case.code


def _from_manim(case: Case, node: ast.ImportFrom) -> str:
    """`from manim.some.where import A, B`: of `manim` what it has; the rest is for the family of names."""
    assert case.tree is not None
    if has_star(case.tree):
        return _without(case, node)
    known = [alias for alias in node.names if alias.name in manim.exported() or alias.name == "*"]
    unknown = [alias.name for alias in node.names if alias not in known]
    names = ", ".join(f"{a.name} as {a.asname}" if a.asname else a.name for a in known) or "*"
    lines = list(case.lines)
    lines[node.lineno - 1 : node.end_lineno] = [f"from manim import {'*' if unknown or '*' in names else names}"]
    return "\n".join(lines) + "\n"


def _stood_in(case: Case, top: str) -> str:
    assert case.tree is not None
    nodes = [
        node
        for node in case.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom) and _module(node).split(".")[0] == top
    ]
    code = _without(case, *nodes)
    return after_imports(code, ast.parse(code), STAND_INS[top])


def _dropped(case: Case, node: ast.Import | ast.ImportFrom, with_uses: bool) -> str:
    """The code without an import; with the simple statements that use it, or unchanged if any does."""
    assert case.tree is not None
    names = {alias.asname or alias.name.split(".")[0] for alias in node.names}
    uses = [part for part in ast.walk(case.tree) if isinstance(part, ast.stmt) and not hasattr(part, "body")]
    uses = [part for part in uses if part is not node and _reads(part, names)]
    if uses and not with_uses:
        return case.code
    if any(re.search(r"\bself\.play\(", ast.unparse(part)) for part in uses):
        return case.code
    return _without(case, node, *uses)


def _reads(part: ast.stmt, names: set[str]) -> bool:
    return any(isinstance(name, ast.Name) and name.id in names for name in ast.walk(part))
