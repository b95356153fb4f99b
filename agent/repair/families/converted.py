"""Code of another Manim: what the converter makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.convert import convert
from core.errors import BadInput

_SHOWN = 3


def mends(case: Case) -> Iterator[Mend]:
    """The converted file, if it differs."""
    try:
        result = convert(case.code)
    except BadInput:
        return
    if result.code != case.code:
        words = [note.message for note in result.notes if note.severity == "info"] or [
            note.message for note in result.notes
        ]
        said = "; ".join(words[:_SHOWN]) or "brought it up to date"
        yield Mend("converted", f"converted it to today's ManimCE: {said}", result.code)
