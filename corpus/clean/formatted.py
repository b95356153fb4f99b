"""Steps: dead imports and the format, by ruff. Many codes at once, because a process for each would take longer."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from corpus.clean.step import Cleaned
from corpus.clean.syntax import tree

DEAD = "F401,F811,PIE790"
"""Unused imports, imports that another one hides, `pass` where something else stands."""
_LINT = ["check", "--fix", "--unsafe-fixes", "--exit-zero", "--quiet", "--select", DEAD]
_FORMAT = ["format", "--quiet", "--line-length", "100"]
TIMEOUT = 300.0


def without_dead_imports(codes: list[str]) -> list[Cleaned]:
    """The codes without imports that they do not use."""
    return [
        Cleaned(after, ("removed dead imports",) if after != before else ())
        for before, after in zip(codes, _ruff(_LINT, codes), strict=True)
    ]


def formatted(codes: list[str]) -> list[Cleaned]:
    """The codes as ruff writes them, 100 characters a line."""
    return [
        Cleaned(after, ("formatted",) if after != before else ())
        for before, after in zip(codes, _ruff(_FORMAT, codes), strict=True)
    ]


def _ruff(command: list[str], codes: list[str]) -> list[str]:
    """The codes after ruff. What ruff cannot read, or breaks, stays as it is."""
    if not codes:
        return []
    with tempfile.TemporaryDirectory(prefix="tulku-ruff-") as name:
        files = [Path(name) / f"{index}.py" for index in range(len(codes))]
        for file, code in zip(files, codes, strict=True):
            file.write_text(code, encoding="utf-8", newline="\n")
        ruff = str(Path(sys.executable).parent / "ruff")
        subprocess.run(
            [ruff, *command, "--isolated", "--no-cache", "--target-version", "py311", name],
            check=False,
            capture_output=True,
            timeout=TIMEOUT,
        )
        changed = [file.read_text(encoding="utf-8") for file in files]
    return [after if tree(after) is not None else before for before, after in zip(codes, changed, strict=True)]
