"""The best draft for a wish that holds mathematics."""

from __future__ import annotations

import logging

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.deadline import deadline
from agent.models.composer.symbolic.intent import Intent
from agent.models.composer.symbolic.intents import intents
from agent.models.composer.symbolic.mathtext import read
from agent.models.composer.symbolic.reading import MathReading

_log = logging.getLogger(__name__)

SECONDS = 4.0
"""Longest time one intent may compute; SymPy can get lost in a hard integral."""


def match(text: str) -> Draft | None:
    """The draft with the highest confidence, or None if no intent recognises the wish."""
    reading = read(text)
    cas()  # imported before a clock runs: on a cold machine that alone can take longer than an intent may
    drafts = [draft for intent in intents() if (draft := _try(intent, reading)) is not None]
    return max(drafts, key=lambda draft: draft.confidence, default=None)


def _try(intent: Intent, reading: MathReading) -> Draft | None:
    """What an intent makes of the wish; mathematics it cannot do is no match."""
    try:
        with deadline(SECONDS):
            return intent.match(reading)
    except Exception:  # SymPy raises nearly every kind for mathematics it cannot do; the other intents still can
        _log.debug("%s cannot read this wish", intent, exc_info=True)
        return None
