"""Commands that only manimgl's preamble knows: the lines that bring them are LaTeX that defines them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from manim import TexTemplate

from convert.facts.tex import PREAMBLE

pytestmark = pytest.mark.render
DOCUMENT = "\\documentclass{{article}}\n{preamble}\n{lines}\n\\begin{{document}}\n{asked}\n\\end{{document}}\n"


def test_every_line_brings_its_commands_beside_the_others(tmp_path: Path) -> None:
    asked = "\n".join(rf"\ifcsname {name}\endcsname\else\typeout{{MISSING {name}}}\fi" for name in PREAMBLE)
    lines = "\n".join(dict.fromkeys(PREAMBLE.values()))
    source = DOCUMENT.format(preamble=TexTemplate().preamble, lines=lines, asked=asked)
    (tmp_path / "all.tex").write_text(source, encoding="utf-8")
    command = ["latex", "-interaction=batchmode", "-no-shell-escape", "all.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    log = (tmp_path / "all.log").read_text(encoding="utf-8", errors="replace")
    told = [line for line in log.splitlines() if line.startswith(("!", "MISSING"))]
    assert (done.returncode, told) == (0, [])
