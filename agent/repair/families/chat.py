"""Code as it comes out of a chat: fences, prose around it, prompts, line numbers, typographic characters."""

from __future__ import annotations

import ast
import html
import re
import textwrap
from collections.abc import Iterator

from agent.models.answers import read_code
from agent.repair.case import Case
from agent.repair.facts.characters import CHARACTERS
from agent.repair.mend import Mend

_FENCED = re.compile(
    r"^[ \t]*(`{3,}|~{3,})[ \t]*(?:python|py|manim)[ \t]*\n(.*?)(?:^[ \t]*\1[ \t]*$|\Z)", re.M | re.S | re.I
)
_LABEL = re.compile(r"\A\s*(?:(?:python|py|copy|copy code|edit|code)\s*\n)+", re.I)
_NUMBERED = re.compile(r"^\s{0,4}\d+(?:[:.|)]| {0,1})(?: |$)", re.M)
_PROMPT = re.compile(r"^(?:>>> ?|\.\.\. ?|\.\.\.$)", re.M)
_PROSE = re.compile(r"^\s*(?:[-*•>#]+\s|\d+[.)]\s|\[|\*\*|`{1,3})?\**[A-Za-z(“\"'][^=]*$")


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for text that is more than Python; only while it does not parse."""
    if case.error.kind != "syntax" and not case.says(r"name '(?:python|py|Copy|code)' is not defined"):
        return
    code = case.code
    if "```" in code or "~~~" in code or "<think" in code:
        blocks = [textwrap.dedent(block) for _, block in _FENCED.findall(code)]
        yield Mend("chat.fences", "took the code out of the fences of the chat", read_code(code).code)
        yield Mend("chat.blocks", "put the code blocks of the answer together", "\n".join(blocks) or code)
    yield Mend("chat.label", "removed the label of the code box", _LABEL.sub("", code))
    if len(_PROMPT.findall(code)) > 2:
        yield Mend("chat.prompts", "removed the prompts of the Python shell", _PROMPT.sub("", code))
    if len(_NUMBERED.findall(code)) > 0.9 * len(case.lines):
        yield Mend("chat.line_numbers", "removed the line numbers", _NUMBERED.sub("", code))
    if re.search(r"&(?:lt|gt|amp|quot|#39);", code):
        yield Mend("chat.entities", "turned HTML entities back into characters", html.unescape(code))
    if re.search(r"^[+-]", code, re.M) and re.search(r"^ ", code, re.M):
        yield Mend("chat.diff", "applied the difference that the code was given as", _patched(code))
    yield Mend("chat.characters", "replaced typographic characters by those of Python", _plain(code))
    yield Mend("chat.prose", "turned sentences between the code into comments", _commented(case))
    yield Mend("chat.unwrapped", "left out the text around the code", read_code(code).code)


def _plain(code: str) -> str:
    return code.translate(CHARACTERS)


def _patched(code: str) -> str:
    kept = [line for line in code.splitlines() if not line.startswith("-")]
    return "\n".join(line[1:] if line[:1] in "+ " else line for line in kept) + "\n"


def _commented(case: Case) -> str:
    """Lines that read like sentences and cannot be Python become comments."""
    lines = [re.sub(r"^(\s*)", r"\1# ", line) if _is_prose(line) else line for line in case.lines]
    return "\n".join(lines) + "\n"


def _is_prose(line: str) -> bool:
    words = line.split()
    if len(words) < 2 or not _PROSE.match(line) or words[0] in _PYTHON:
        return False
    try:
        ast.parse(line.strip())
    except (SyntaxError, ValueError):
        return line.count("(") == line.count(")") and not line.rstrip().endswith((",", "(", "[", "{", ")"))
    return False


_PYTHON = frozenset(
    [
        "def",
        "class",
        "if",
        "elif",
        "else:",
        "else",
        "for",
        "while",
        "with",
        "return",
        "import",
        "from",
        "try:",
        "except",
        "lambda",
        "assert",
        "raise",
    ]
)  # a table of names
