"""Small slips of syntax: brackets, colons, commas, the order of arguments, `2x`, braces of f-strings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.families.brackets import calls_in, closing_for, split_arguments
from agent.repair.mend import Mend
from convert.passes.syntax import with_args
from convert.passes.walk import Place

_NEAR = 6
"""How many lines below its opening a bracket may have been meant to close."""


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for code that does not parse, by what Python says about it."""
    if case.error.kind != "syntax" or not 0 < case.error.line <= len(case.lines):
        return
    line = case.lines[case.error.line - 1]
    if case.says("expected ':'"):
        yield Mend(
            "syntax.colon", "added a missing colon", _with_line(case, re.sub(r"\s*(#.*)?$", r":  \1", line).rstrip())
        )
    if case.says("was never closed|forgot a comma|invalid syntax|does not match"):
        yield from _closed(case)
    if case.says("unmatched|does not match"):
        yield from _without_bracket(case, line)
    if case.says("forgot a comma|invalid syntax"):
        yield from _with_comma(case, line)
    if case.says("positional argument follows keyword"):
        yield from _reordered(case, line)
    if found := case.says(r"keyword argument repeated: (\w+)"):
        yield Mend("syntax.repeated", f"`{found[1]}` was given twice: kept the last one", _once(case, found[1]))
    yield from _small(case, line)


def _small(case: Case, line: str) -> Iterator[Mend]:
    """Slips inside of one expression."""
    if case.says("invalid decimal literal|invalid syntax"):
        product = re.sub(r"(?<![\w.\"'])(\d+(?:\.\d+)?)([a-zA-Z(]\w*)(?=[\s*+\-/),])", r"\1 * \2", line)
        yield Mend("syntax.product", "wrote the sign of a product", _with_line(case, product))
    if case.says("leading zeros"):
        plain = re.sub(r"(?<![\w.])0+(\d)", r"\1", line)
        yield Mend("syntax.zeros", "removed leading zeros of a number", _with_line(case, plain))
    if case.says("f-string"):
        yield Mend("syntax.braces", "doubled the braces of LaTeX in an f-string", _with_line(case, doubled(line)))
    if case.says("unterminated string"):
        yield from _terminated(case, line)


def _with_line(case: Case, text: str) -> str:
    lines = list(case.lines)
    lines[case.error.line - 1] = text
    return "\n".join(lines) + "\n"


def _closed(case: Case) -> Iterator[Mend]:
    """Missing brackets at the end of the line, or of one of the next."""
    start = _opening_line(case)
    for end in range(start, min(start + _NEAR, len(case.lines))):
        missing = closing_for("\n".join(case.lines[start : end + 1]))
        if not missing:
            return
        lines = list(case.lines)
        comma = "," if lines[end].rstrip().endswith(",") else ""
        lines[end] = lines[end].rstrip().removesuffix(",") + missing + comma
        code = "\n".join(lines) + "\n"
        if _better(case, code):
            yield Mend("syntax.closed", "closed a bracket that was left open", code)


def _opening_line(case: Case) -> int:
    """The line (from 0) of the statement whose bracket is open: the one named, or the one above it."""
    at = case.error.line - 1
    if case.says("never closed") or closing_for(case.lines[at]):
        return at
    return max(0, at - 1)


def _better(case: Case, code: str) -> bool:
    """Whether the code parses at least beyond the error."""
    try:
        ast.parse(code)
    except SyntaxError as error:
        return (error.lineno or 0) > case.error.line
    except ValueError:
        return False
    return True


def _without_bracket(case: Case, line: str) -> Iterator[Mend]:
    places = [place for place in range(len(line) - 1, -1, -1) if line[place] in ")]}"]
    for place in places[:4]:
        code = _with_line(case, line[:place] + line[place + 1 :])
        if _better(case, code):
            yield Mend("syntax.unmatched", "removed a bracket too many", code)


def _with_comma(case: Case, line: str) -> Iterator[Mend]:
    for gap in re.finditer(r"(?<=[\w)\]}\"'])\s+(?=[\w(\[{\"'*])", line):
        code = _with_line(case, f"{line[: gap.start()]}, {line[gap.end() :]}")
        if _better(case, code):
            yield Mend("syntax.comma", "added a missing comma", code)
            return


def _reordered(case: Case, line: str) -> Iterator[Mend]:
    """Positional arguments before those by keyword, in whichever call of the line it helps."""
    for first, last in calls_in(line):
        parts = split_arguments(line[first:last])
        plain = [part for part in parts if not re.match(r"\s*(?:\w+\s*=(?!=)|\*\*)", part)]
        if not plain or len(plain) == len(parts):
            continue
        ordered = ", ".join(part.strip() for part in (*plain, *(part for part in parts if part not in plain)))
        code = _with_line(case, line[:first] + ordered + line[last:])
        if _better(case, code):
            yield Mend("syntax.order", "put positional arguments before keywords", code)
            return


def _once(case: Case, name: str) -> str:
    def rule(call: cst.Call, place: Place) -> cst.Call:
        twice = [arg for arg in call.args if arg.keyword and arg.keyword.value == name]
        return with_args(call, [arg for arg in call.args if arg not in twice[:-1]]) if len(twice) > 1 else call

    return case.edited((cst.Call, rule))


_FIELD = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
_VALUE = re.compile(
    r"\s*[A-Za-z_][\w.]*(?:\[[^\]]*\]|\([^)]*\))*(?:\s*[-+*/%]+\s*[\w.()\[\]]+)*\s*(?:![rsa])?(?::[^{}]*)?\s*=?\s*$"
)


def doubled(line: str) -> str:
    """Braces of f-strings that hold no value, doubled."""
    return re.sub(r"\b([fF][rR]?|[rR][fF])(\"[^\"]*\"|'[^']*')", lambda found: found[1] + _doubled(found[2]), line)


def _doubled(text: str) -> str:
    """Fields that look like values stay; all other braces are doubled."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        if not _VALUE.match(found[1]) or (found.start() and text[found.start() - 1].isalpha() and "\\" in text):
            return found[0]
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    marked = _FIELD.sub(keep, text)
    marked = re.sub(r"(?<!\{)\{(?!\{)", "{{", re.sub(r"(?<!\})\}(?!\})", "}}", marked))
    return re.sub("\0(\\d+)\0", lambda found: kept[int(found[1])], marked)


def _terminated(case: Case, line: str) -> Iterator[Mend]:
    """A string that was left open: closed before the brackets at the end, or joined with the next line."""
    for quote in ('"', "'"):
        for tail in (r"\)*\s*$", r"[),]\s*$", r"\s*$"):
            code = _with_line(case, re.sub(f"({tail})", rf"{quote}\1", line, count=1))
            if line.count(quote) % 2 and _better(case, code):
                yield Mend("syntax.quote", "closed a string that was left open", code)
    at = case.error.line
    if at < len(case.lines):
        joined = [*case.lines[: at - 1], line.rstrip() + "\\n" + case.lines[at].lstrip(), *case.lines[at + 1 :]]
        yield Mend("syntax.joined", "joined a string that ran over two lines", "\n".join(joined) + "\n")
