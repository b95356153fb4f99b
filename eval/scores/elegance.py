"""Elegance of the code: lint, McCabe's cyclomatic complexity (IEEE TSE, 1976), length, functions, components.

ruff counts: what pyflakes, pycodestyle and bugbear object to, but for the star import and the long lines that
scenes have by custom. Code that does not parse has no elegance.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case

_DEGREE = re.compile(r"\((\d+) > 0\)")
_RUFF = (
    "check", "--isolated", "--no-cache", "--quiet", "--output-format", "json", "--select", "E,F,W,B,C901",
    "--ignore", "F403,F405,E501", "--config", "lint.mccabe.max-complexity=0", "--stdin-filename", "scene.py", "-",
)  # fmt: skip


def measure(case: Case, evidence: Evidence) -> Scores:
    """Of the code that the user gets, the worst scene for complexity and the sum of all for the rest."""
    trees = [tree for tree in map(_tree, evidence.codes) if tree is not None]
    if not trees or not evidence.is_shown:
        return {}
    lines = sum(len([line for line in code.splitlines() if line.strip()]) for code in evidence.codes)
    looks = [_linted(code) for code in evidence.codes]
    return {
        "lint": 100 * sum(objections for objections, _ in looks) / max(lines, 1),
        "complexity": max(degree for _, degree in looks),
        "lines": lines,
        "functions": sum(isinstance(node, ast.FunctionDef) for tree in trees for node in ast.walk(tree)),
        "components": len(set(evidence.components)),
    }


def _tree(code: str) -> ast.Module | None:
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError):
        return None


@lru_cache(maxsize=1024)
def _linted(code: str) -> tuple[int, int]:
    """How many objections, and the highest complexity of a function."""
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run([str(ruff), *_RUFF], input=code, capture_output=True, text=True, timeout=60)  # noqa: PLW1510
    rows = json.loads(done.stdout or "[]")
    degrees = [int(found[1]) for row in rows if (found := _DEGREE.search(row["message"]))]
    return len(rows) - len(degrees), max(degrees, default=1)


FAMILY = Family(
    "Elegance",
    (
        Metric("lint", "objections of ruff on 100 lines", "low", ""),
        Metric("complexity", "highest cyclomatic complexity", "low", ""),
        Metric("lines", "lines of code", "", ""),
        Metric("functions", "functions", "", ""),
        Metric("components", "components used", "", ""),
    ),
    measure,
)
