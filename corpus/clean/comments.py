"""Step: comments. Code that was commented out goes; prose stays, and is kept apart too, since it describes the code."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from dataclasses import dataclass

from corpus.clean.step import Cleaned
from corpus.clean.syntax import tree

_KEEPS = re.compile(r"^#\s*(noqa|type:|pragma|fmt:|pyright:|!|-\*-)")
_LONGEST = 30
"""Lines in which a stretch of code is looked for."""
_DECORATION = re.compile(r"^[\W_]*$")


@dataclass(frozen=True, slots=True)
class _Comment:
    line: int
    column: int
    text: str
    alone: bool


def drop_dead(code: str) -> Cleaned:
    """Code without commented-out code."""
    dead = {comment.line for run in _runs(_comments(code)) for comment in _dead(run)}
    if not dead:
        return Cleaned(code)
    kept = [line for number, line in enumerate(code.split("\n"), 1) if number not in dead]
    return Cleaned(drop_dead("\n".join(kept)).code, ("removed code that was commented out",))


def prose(code: str) -> tuple[str, ...]:
    """The comments that say something, in order; each run of lines is one."""
    texts = [" ".join(_said(comment) for comment in run).strip() for run in _runs(_comments(code))]
    return tuple(dict.fromkeys(text for text in texts if not _DECORATION.match(text)))


def _comments(code: str) -> list[_Comment]:
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return []
    found = [token for token in tokens if token.type == tokenize.COMMENT and not _KEEPS.match(token.string)]
    return [_Comment(at.start[0], at.start[1], at.string, not at.line[: at.start[1]].strip()) for at in found]


def _runs(comments: list[_Comment]) -> list[list[_Comment]]:
    """Comments on lines of their own that follow each other at the same column belong together."""
    runs: list[list[_Comment]] = []
    for comment in comments:
        last = runs[-1][-1] if runs else None
        if last and last.alone and comment.alone and (last.line + 1, last.column) == (comment.line, comment.column):
            runs[-1].append(comment)
        else:
            runs.append([comment])
    return runs


def _dead(run: list[_Comment]) -> list[_Comment]:
    """The comments of a run that are code: all of them, or the stretches that call something."""
    if _is_code(run):
        return run
    found: list[_Comment] = []
    at = 0
    while at < len(run):
        ends = range(min(len(run), at + _LONGEST), at, -1) if re.search(r"[(=:]", run[at].text) else ()
        end = next((end for end in ends if "(" in _text(run[at:end]) and _is_code(run[at:end])), at)
        found += run[at:end]
        at = max(end, at + 1)
    return found


def _text(run: list[_Comment]) -> str:
    return "\n".join(re.sub(r"^#+ ?", "", comment.text) for comment in run)


def _is_code(run: list[_Comment]) -> bool:
    """Whether a run of whole-line comments is code: it parses, and does something that prose does not look like."""
    if not run[0].alone:
        return False
    text = _text(run)
    found = tree(text) or tree(re.sub(r"^\s+", "", text, flags=re.MULTILINE))
    return found is not None and any(_does(node, text) for node in found.body)


def _does(node: ast.stmt, text: str) -> bool:
    """Whether a statement is code: not `note`, `TODO: this`, or `a word (in brackets)`."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call) and f"{ast.unparse(node.value.func)}(" in text
    return not isinstance(node, ast.AnnAssign)


def _said(comment: _Comment) -> str:
    return comment.text.lstrip("#").strip(" \t-=*~#")
