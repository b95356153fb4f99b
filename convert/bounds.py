"""What is too much for a converter: code that no person wrote would take minutes, or end the process, in the parsers.

The bounds are several times what the largest file of ten years of videos needs (395,000 characters, lines of 957,
67,000 nodes, 27 levels).
"""

from __future__ import annotations

import ast

from core.errors import BadInput

MOST_CHARACTERS = 3_000_000
LONGEST_LINE = 100_000
MOST_NODES = 200_000
DEEPEST = 100
LONGEST_MENDED_LINE = 5_000
"""Of code that does not parse: the tools that mend old syntax take minutes for long chains."""

_ADVICE = "split it, or move data out of the code"
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


def check_text(code: str) -> None:
    """Raise BadInput for too long a text or line, and for brackets nested too deeply."""
    if len(code) > MOST_CHARACTERS:
        raise BadInput(f"the file has {len(code):,} characters, more than {MOST_CHARACTERS:,}", advice=_ADVICE)
    depth = 0
    for number, line in enumerate(code.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            raise BadInput(f"line {number}: {len(line):,} characters, more than {LONGEST_LINE:,}", advice=_ADVICE)
        if line[:1].strip():
            depth = 0  # a statement of the top level: what strings opened before no longer counts
        depth = _after(line, depth, number)


def may_be_mended(code: str) -> bool:
    """Whether code that does not parse is worth a try."""
    return all(len(line) <= LONGEST_MENDED_LINE for line in code.split("\n"))


def _after(line: str, depth: int, number: int) -> int:
    for char in line:
        depth += (char in _OPENING) - (char in _CLOSING)
        if depth > 2 * DEEPEST:
            raise BadInput(f"line {number}: nested more than {2 * DEEPEST} deep", advice=_ADVICE)
    return max(depth, 0)


def check_tree(tree: ast.AST) -> None:
    """Raise BadInput for a tree that is too large or too deep. Level by level: it must not recurse itself."""
    level: list[ast.AST] = [tree]
    count = depth = line = 0
    while level:
        count, depth = count + len(level), depth + 1
        line = next((node.lineno for node in level if isinstance(node, (ast.expr, ast.stmt))), line)
        if count > MOST_NODES:
            raise BadInput(f"the code has more than {MOST_NODES:,} parts", advice=_ADVICE)
        if depth > DEEPEST:
            raise BadInput(f"line {line}: nested more than {DEEPEST} deep", advice=_ADVICE)
        level = [child for node in level for child in ast.iter_child_nodes(node)]
