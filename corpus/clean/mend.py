"""Step: code that does not parse is mended where it can be. Code that parses is left alone.

The mends are tried in order and pile up; the first state that parses is kept.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable

from corpus.clean.step import Cleaned
from corpus.clean.syntax import error_line, parsed, tree

_MAGIC = re.compile(r"^[ \t]*[%!].*$", re.MULTILINE)
_PROMPT = re.compile(r"^[ \t]*(>>>|\.\.\.|In \[\d*\]:)[ ]?", re.MULTILINE)
_OUTPUT = re.compile(r"^[ \t]*(Out\[\d*\]:).*$", re.MULTILINE)
_PRINT = re.compile(r"^(?P<indent>[ \t]*)print[ \t]+(?!=|\()(?P<what>[^\n]+?)[ \t]*$", re.MULTILINE)
_BARE_PRINT = re.compile(r"^(?P<indent>[ \t]*)print[ \t]*$", re.MULTILINE)
_EXCEPT = re.compile(r"^(?P<head>[ \t]*except[ \t]+[\w.]+)[ \t]*,[ \t]*(?P<name>\w+)[ \t]*:", re.MULTILINE)
_TYPOGRAPHIC = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "−": "-", "–": "-", "…": "..."})
_CODE_START = re.compile(r"^(from|import|class|def|@|#|\"\"\"|'''|[A-Za-z_][\w.]*\s*=)")
_SCENE = re.compile(r"class\s+\w+\s*\(\s*\w*Scene\b|self\.play\(")
_MOST_CUT = 80
"""Lines that may be cut off an unfinished end."""


def mend(code: str) -> Cleaned:
    """Code that parses, or the same code and what is wrong with it."""
    problem = parsed(code)
    if isinstance(problem, ast.Module):
        return Cleaned(code)
    text, notes = code, []
    for what, change in MENDS:
        changed = change(text)
        if changed.rstrip() == text.rstrip():
            continue
        text = changed
        notes.append(what)
        if tree(text) is not None:
            return Cleaned(text, tuple(notes)) if text.strip() else Cleaned(code, problem="no code in it")
    return Cleaned(code, problem=f"does not parse, {problem}")


def _unescape(code: str) -> str:
    r"""One long line with `\n` in place of line ends: a string that was escaped twice."""
    if code.strip().count("\n") or "\\n" not in code:
        return code
    return code.replace("\\r", "").replace("\\n", "\n").replace("\\t", "    ").replace('\\"', '"').replace("\\'", "'")


def _unprompt(code: str) -> str:
    if not _PROMPT.search(code):
        return code
    return _PROMPT.sub("", _OUTPUT.sub("", code))


def _python3(code: str) -> str:
    code = _PRINT.sub(lambda found: f"{found['indent']}print({found['what'].rstrip(',')})", code)
    code = _BARE_PRINT.sub(lambda found: f"{found['indent']}print()", code)
    return _EXCEPT.sub(lambda found: f"{found['head']} as {found['name']}:", code)


def _python3_numbers(code: str) -> str:
    code = re.sub(r"(?<![\w.])(\d+)[lL]\b", r"\1", code).replace("<>", "!=")
    return re.sub(r"(?<![\w.])0([0-7]+)(?![\w.])", r"0o\1", code)


def _without_prose(code: str) -> str:
    """Without sentences before the first and after the last line of code."""
    lines = code.splitlines()
    first = next((i for i, line in enumerate(lines) if _CODE_START.match(line)), len(lines))
    kept = lines[first:]
    while kept and not kept[-1].startswith((" ", "\t", ")", "]", "}", "#")) and not _is_code(kept[-1]):
        kept.pop()
    return "\n".join(kept) + "\n" if kept else code


def _is_code(line: str) -> bool:
    return bool(line.strip()) and tree(line) is not None


def _uncut(code: str) -> str:
    """Without its unfinished end, if what is left still shows something."""
    lines = code.splitlines()
    for end in range(len(lines) - 1, max(0, len(lines) - _MOST_CUT), -1):
        shorter = "\n".join(lines[:end]) + "\n"
        if _SCENE.search(shorter) and "def " in shorter and tree(shorter) is not None:
            return shorter
    return code


def _without_broken_line(code: str) -> str:
    """Without the lines that the parser names, five at most, where each is one of many."""
    for _ in range(5):
        problem = parsed(code)
        if isinstance(problem, ast.Module):
            return code
        lines, at = code.splitlines(), error_line(problem)
        if not 0 < at <= len(lines) or len(lines) < 20:
            return code
        indent = lines[at - 1][: len(lines[at - 1]) - len(lines[at - 1].lstrip())]
        lines[at - 1] = f"{indent}pass"
        code = "\n".join(lines) + "\n"
    return code


MENDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("removed the indentation of everything", textwrap.dedent),
    ("undid double escapes", _unescape),
    ("removed notebook and shell commands", lambda code: _MAGIC.sub("", code)),
    ("removed prompts", _unprompt),
    ("made tabs spaces", lambda code: code.expandtabs(4)),
    ("made Python 2 Python 3", _python3),
    ("made Python 2 numbers Python 3", _python3_numbers),
    ("made typographic quotes and dashes plain", lambda code: code.translate(_TYPOGRAPHIC)),
    ("removed text around the code", _without_prose),
    ("cut an unfinished end", _uncut),
    ("replaced broken lines by pass", _without_broken_line),
)
