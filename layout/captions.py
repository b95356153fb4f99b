"""What can be read in a scene, and when: captions for those who do not see it, or cannot read so fast."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.report import Box, SceneReport

WORD = re.compile(r"[^\W\d_]{2,}")
SHORTEST = 0.4
"""Seconds that a caption is shown at least."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Text between two moments of the video, in seconds."""

    start: float
    end: float
    text: str


def cues(report: SceneReport) -> tuple[Cue, ...]:
    """The words of a scene, as they appear. Formulas are left out: their source is not for reading."""
    begun: list[tuple[float, str]] = []
    shown: frozenset[str] = frozenset()
    for moment in report.moments:
        here = _texts(moment.boxes)
        new = [text for text in here if text not in shown]
        if new:
            begun.append((max(0.0, moment.time - moment.run_time), " · ".join(new)))
        shown = frozenset(here)
    if not begun:
        return ()
    ends = [*(start for start, _ in begun[1:]), report.duration]
    return tuple(Cue(start, max(start + SHORTEST, end), text) for (start, text), end in zip(begun, ends, strict=True))


def webvtt(found: Sequence[Cue]) -> str:
    """The captions as a WebVTT file."""
    blocks = [f"{_clock(cue.start)} --> {_clock(cue.end)}\n{_escaped(cue.text)}\n" for cue in found]
    return "\n".join(["WEBVTT\n", *blocks])


def _texts(boxes: Sequence[Box]) -> list[str]:
    """Readable texts from top to bottom, each once."""
    texts = sorted((box for box in boxes if box.is_text and _is_words(box.text)), key=lambda box: (-box.top, box.left))
    return list(dict.fromkeys(" ".join(box.text.split()) for box in texts))


def _is_words(text: str) -> bool:
    return bool(WORD.search(text)) and not re.search(r"[\\{}$^]", text)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(max(0.0, seconds), 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{hours:02}:{minutes:02}:{rest:06.3f}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("-->", "→")
