"""Code of another Manim: what the converter makes of it."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.families.keywords import refused
from agent.repair.mend import Mend
from convert.convert import convert
from convert.facts import manim
from convert.shims import offered
from core.errors import BadInput

_SHOWN = 3


def mends(case: Case) -> Iterator[Mend]:
    """The converted file, if it differs; read as manimgl's where it uses what only that has."""
    yield from _as(case, case.edited((cst.Call, refused)))  # the converter leaves out keywords that it does not know
    found = case.says(r"name '(\w+)' is not defined")
    if found and found[1] in offered() and found[1] not in manim.exported():
        yield from _as(case, case.code.replace("from manim import *", "from manimlib.imports import *"))


def _as(case: Case, code: str) -> Iterator[Mend]:
    try:
        result = convert(code)
    except BadInput:
        return
    if result.code != code:
        words = [note.message for note in result.notes if note.severity == "info"] or [
            note.message for note in result.notes
        ]
        said = "; ".join(words[:_SHOWN]) or "brought it up to date"
        yield Mend("converted", f"converted it to today's ManimCE: {said}", result.code)
