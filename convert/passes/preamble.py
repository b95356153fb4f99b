"""LaTeX commands that ManimCE's preamble lacks: the lines that bring them, exactly those that the formulas use."""

from __future__ import annotations

import ast
import re

from convert.facts.tex import PREAMBLE

_COMMAND = re.compile(r"\\(" + "|".join(sorted(PREAMBLE, key=len, reverse=True)) + r")(?![a-zA-Z])")


def lines(code: str, tree: ast.Module) -> list[str]:
    """Statements that add to the preamble; none where the file looks after its preamble itself."""
    if "preamble" in code and "add_to_preamble" in code:
        return []
    used = {
        command
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for command in _COMMAND.findall(node.value)
    }
    needed = dict.fromkeys(PREAMBLE[command] for command in sorted(used))
    return [f'config.tex_template.add_to_preamble(r"{line}")' for line in needed]
