"""Step: manimgl and old ManimCE to today's ManimCE, by `convert`. The only place of the corpus that calls it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from convert.convert import convert
from core.snippet import Dialect

_MANIMGL = re.compile(r"\b(manimlib|manimgl|manim_imports_ext|big_ol_pile_of_manim_imports)\b")
_OLD = re.compile(
    r"\b(ShowCreation|TexMobject|TextMobject|GraphScene|TexText|get_graph)\b|^\s+CONFIG = \{", re.MULTILINE
)
_OTHER_MANIM = re.compile(
    r"^from (manimlib[\w.]*|manimgl|manim_imports_ext|big_ol_pile_of_manim_imports) import \*.*$", re.MULTILINE
)
HEADER = "from manim import *"


@dataclass(frozen=True, slots=True)
class Converted:
    """ManimCE code as far as it can be made, what it was written for, and what was done."""

    code: str
    dialect: Dialect
    notes: tuple[str, ...]


def to_manimce(code: str, *, root: str = "", file: str = "", known: Dialect = "unknown") -> Converted:
    """Convert a whole file. `root` and `file` say where it lies, so that what it imports from there can be inlined."""
    result = convert(code)
    notes = tuple(map(str, result.notes))
    text, count = _OTHER_MANIM.subn(HEADER, result.code)
    return Converted(text, dialect_of(code, known), (*notes, *(("imports ManimCE",) if count else ())))


def dialect_of(code: str, known: Dialect = "unknown") -> Dialect:
    """What code was written for, by its imports and names."""
    if _MANIMGL.search(code):
        return "gl"
    if _OLD.search(code):
        return known if known == "gl" else "old_ce"
    return known if known != "unknown" else "ce"
