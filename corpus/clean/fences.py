"""Step: Markdown fences, also doubled ones, around or inside what should be code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.clean.step import Cleaned
from corpus.clean.syntax import tree

_FENCE = re.compile(r"^[ \t]*(?P<mark>`{3,}|~{3,})[ \t]*(?P<language>[\w+.-]*)[^\n`]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """Code between fences, the language they name, the text since the last block, and the first line (1-based)."""

    code: str
    language: str
    before: str
    line: int


def blocks(text: str) -> list[Block]:
    """All fenced blocks. A fence in a fence opens nothing new; one that is never closed ends with the text."""
    found: list[Block] = []
    before: list[str] = []
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if not fence:
            before.append(lines[at])
            at += 1
            continue
        while at + 1 < len(lines) and (again := _FENCE.match(lines[at + 1])) and again["language"]:
            fence, at = again, at + 1  # doubled: ```python twice
        end = next((i for i in range(at + 1, len(lines)) if _closes(lines[i], fence["mark"])), len(lines))
        found.append(Block("\n".join(lines[at + 1 : end]), fence["language"].lower(), "\n".join(before), at + 2))
        before = []
        at = end + 1
    return [block for block in found if block.code.strip()]


def unfence(code: str) -> Cleaned:
    """The code inside the fences; as it is when there are none, or when they stand inside a string."""
    if "```" not in code and "~~~" not in code:
        return Cleaned(code)
    if tree(code) is not None:
        return Cleaned(code)
    found = [block for block in blocks(code) if block.language in ("", "python", "py", "python3", "manim")]
    if not found:
        return Cleaned("\n".join(line for line in code.splitlines() if not _FENCE.match(line)), ("removed fences",))
    best = max(found, key=lambda block: ("class " in block.code, len(block.code)))
    left_out = len(found) - 1
    more = (f"left out {left_out} further fenced blocks",) if left_out else ()
    return Cleaned(best.code, ("removed fences", *more))


def _closes(line: str, mark: str) -> bool:
    stripped = line.strip()
    return stripped.startswith(mark) and not stripped.strip(mark[0])
