"""Indentation that was damaged on the way: tabs, lost levels, stray spaces."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from agent.repair.case import Case
from agent.repair.mend import Mend

_OPENERS = ("def ", "class ", "async def ")


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for errors of indentation."""
    if case.error.kind != "syntax":
        return
    if "\t" in case.code:
        for width in (8, 4):
            yield Mend("indentation.tabs", "replaced tabs by spaces", _expanded(case.code, width))
    if case.says("indent"):
        yield Mend("indentation.whole", "moved the whole file to the left", textwrap.dedent(case.code))
    if found := case.says(r"expected an indented block after (.+?)(?: statement)? on line (\d+)"):
        yield from _missing_block(case, found[1], int(found[2]))
    elif case.says("unexpected indent|unindent does not match"):
        yield from _stray(case)


def _expanded(code: str, width: int) -> str:
    return "\n".join(_line_expanded(line, width) for line in code.splitlines()) + "\n"


def _line_expanded(line: str, width: int) -> str:
    text = line.lstrip()
    return line[: len(line) - len(text)].expandtabs(width) + text


def _missing_block(case: Case, what: str, head: int) -> Iterator[Mend]:
    """A block that starts without indentation: to the end of the function or class, of the paragraph, or one line."""
    why = "indented what belongs to the block"
    first = _next_line(case.lines, head)
    if first is None or _indent(case.lines[first]) < _indent(case.lines[head - 1]):
        yield Mend("indentation.empty", "filled an empty block with `pass`", _with_pass(case, head))
        return
    if "definition" in what:
        end = _end_of_definition(case.lines, head, "class" in what)
        yield Mend("indentation.body", why, _moved(case.lines, first, end))
        yield Mend("indentation.empty", "filled an empty block with `pass`", _with_pass(case, head))
        return
    yield Mend("indentation.line", why, _moved(case.lines, first, first + 1))
    end = next((n for n in range(first, len(case.lines)) if not case.lines[n].strip()), len(case.lines))
    yield Mend("indentation.paragraph", why, _moved(case.lines, first, end))


def _end_of_definition(lines: list[str], head: int, is_class: bool) -> int:
    """Where the body of a definition ends: at the next definition that stands as far to the left."""
    level = _indent(lines[head - 1])
    for number in range(head, len(lines)):
        text = lines[number].lstrip()
        inner = is_class and text.startswith("def ") and "self" in text
        if text.startswith((*_OPENERS, "if __name__")) and _indent(lines[number]) <= level and not inner:
            return number
    return len(lines)


def _stray(case: Case) -> Iterator[Mend]:
    """A line, or all lines from it on that stand as far to the right, back where the line before stands."""
    at = case.error.line - 1
    before = next((n for n in range(at - 1, -1, -1) if case.lines[n].strip()), None)
    if before is None or at >= len(case.lines):
        return
    why = "put a line back under the one before"
    levels = list(dict.fromkeys([_indent(case.lines[before]), *_levels_near(case.lines, at)]))
    for level in levels[:3]:
        yield Mend("indentation.stray", why, _set(case.lines, at, at + 1, level - _indent(case.lines[at])))
    own = _indent(case.lines[at])
    end = next((n for n in range(at, len(case.lines)) if case.lines[n].strip() and _indent(case.lines[n]) < own), None)
    yield Mend("indentation.stray_block", why, _set(case.lines, at, end or len(case.lines), levels[0] - own))


def _levels_near(lines: list[str], at: int) -> list[int]:
    """Levels of the lines above, the nearest to the line's own first."""
    own = _indent(lines[at])
    return sorted({_indent(line) for line in lines[:at] if line.strip()}, key=lambda level: abs(level - own))


def _moved(lines: list[str], first: int, end: int) -> str:
    return _set(lines, first, end, 4)


def _set(lines: list[str], first: int, end: int, by: int) -> str:
    new = [
        " " * max(0, _indent(line) + by) + line.lstrip() if first <= n < end and line.strip() else line
        for n, line in enumerate(lines)
    ]
    return "\n".join(new) + "\n"


def _with_pass(case: Case, head: int) -> str:
    lines = list(case.lines)
    lines.insert(head, " " * (_indent(lines[head - 1]) + 4) + "pass")
    return "\n".join(lines) + "\n"


def _next_line(lines: list[str], after: int) -> int | None:
    return next(
        (n for n in range(after, len(lines)) if lines[n].strip() and not lines[n].lstrip().startswith("#")), None
    )


def _indent(line: str) -> int:
    match = re.match(r"[ \t]*", line)
    return len(match[0].expandtabs(4)) if match else 0
