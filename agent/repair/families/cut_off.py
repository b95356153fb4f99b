"""Code that stops in the middle, because an answer had no more room."""

from __future__ import annotations

from collections.abc import Iterator

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.passes.python2 import parses

_MOST = 40
"""Most lines that are taken off the end."""


def mends(case: Case) -> Iterator[Mend]:
    """What remains without the last, unfinished statement."""
    if _after(case) == 0 and _is_broken(case):
        yield from _shortened(case)


def far(case: Case) -> Iterator[Mend]:
    """The same for a last statement of several lines, after all else was tried."""
    if case.error.kind == "syntax" and 0 < _after(case) < _MOST and _is_broken(case):
        yield from _shortened(case)


def _shortened(case: Case) -> Iterator[Mend]:
    why = "left out the last statement, which breaks off"
    lines = [line for line in case.lines if line.strip() != "```"]
    for count in range(1, min(_MOST, len(lines) - 2)):
        rest = lines[:-count]
        for ending in ("", _pass_for(rest)):
            code = "\n".join([*rest, *([ending] if ending else [])]) + "\n"
            if parses(code) and "class " in code:
                yield Mend("cut_off.statement", why, code)
                return


def _after(case: Case) -> int:
    """Lines of code after the one with the error."""
    return sum(1 for line in case.lines[case.error.line :] if line.strip() and line.strip() != "```")


def _is_broken(case: Case) -> bool:
    """Whether the error may come from a statement that was not written to its end."""
    if case.error.kind == "syntax":
        return bool(case.says("unterminated|never closed|EOF|expected an indented block|invalid syntax"))
    broken_word = case.says("NameError|has no attribute") and not case.code.endswith("\n")
    return bool(broken_word) and "(" not in case.text()


def _pass_for(lines: list[str]) -> str:
    """A `pass` for a block whose body was cut away."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    return " " * (len(last) - len(last.lstrip()) + 4) + "pass" if last.rstrip().endswith(":") else ""
