"""Docstrings of ManimCE: its examples in reST directives, and the prose around them."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from itertools import takewhile

_DIRECTIVE = re.compile(r"^(?P<indent>[ \t]*)\.\. manim::[ \t]*(?P<name>\w+)[ \t]*$")
_OTHER_BLOCK = re.compile(r"^(?P<indent>[ \t]*)\.\. [\w-]+::")
_OPTION = re.compile(r"^\s*:[\w-]+:")
_PROMPT = re.compile(r"^(>>>|\.\.\.)( |$)")
_ROLE = re.compile(r":[\w:]+:`[~.!]*(?P<inside>[^`<]*?)(?:\s*<[^`>]*>)?`")
_RULE = re.compile(r"^[-=~^\"#*]{3,}$")
_EXAMPLES = re.compile(r"^(Examples?|Tests?|Usage)$")


@dataclass(frozen=True, slots=True)
class Example:
    """One example: the scene's name, its code, the prose that leads to it, and its line in the docstring (0-based)."""

    name: str
    code: str
    prose: str
    line: int


def examples(docstring: str) -> list[Example]:
    """All `.. manim::` examples, also those written as doctests."""
    lines = docstring.splitlines()
    found: list[Example] = []
    since = 0
    for at, line in enumerate(lines):
        directive = _DIRECTIVE.match(line)
        if not directive:
            continue
        block = _block(lines, at, len(directive["indent"]))
        code = _code(block)
        if code:
            found.append(Example(directive["name"], code, prose("\n".join(lines[since:at])), at))
        since = at + 1 + len(block)
    return found


def prose(docstring: str) -> str:
    """What people would read: without examples, doctests and directives; roles as plain names."""
    kept: list[str] = []
    lines = docstring.splitlines()
    at = 0
    while at < len(lines):
        block = _OTHER_BLOCK.match(lines[at])
        if block:
            at += 1 + len(_block(lines, at, len(block["indent"])))
        elif lines[at].lstrip().startswith(">>>"):
            at += len(list(takewhile(str.strip, lines[at:])))
        else:
            kept.append(lines[at].rstrip())
            at += 1
    return _tidy(kept)


def first_sentence(text: str) -> str:
    """The first sentence of the first paragraph."""
    paragraph = " ".join(text.strip().split("\n\n", 1)[0].split())
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph, maxsplit=1)[0]


def _block(lines: list[str], at: int, indent: int) -> list[str]:
    """The lines that belong to the directive at `at`: blank or indented deeper."""
    rest = lines[at + 1 :]
    return list(takewhile(lambda line: not line.strip() or _indent(line) > indent, rest))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _code(block: list[str]) -> str:
    body = textwrap.dedent("\n".join(line for line in block if not _OPTION.match(line))).strip("\n")
    lines = body.splitlines()
    if lines and lines[0].startswith(">>>"):
        body = "\n".join(_PROMPT.sub("", line) for line in lines if _PROMPT.match(line))
    return body.rstrip()


def _tidy(lines: list[str]) -> str:
    """Without empty `Examples` headings, underlines and doubled blank lines."""
    kept: list[str] = []
    for line in lines:
        if _RULE.match(line.strip()):
            if kept and _EXAMPLES.match(kept[-1].strip()):
                kept.pop()
            elif kept and kept[-1].strip():
                kept[-1] = kept[-1].rstrip(":") + ":"
            continue
        kept.append(line)
    text = _ROLE.sub(lambda role: role["inside"].strip(), "\n".join(kept)).replace("``", "`")
    return re.sub(r"\n{3,}", "\n\n", text).strip()
