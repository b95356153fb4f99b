"""A draft: one way of understanding a wish, with how sure the reader is of it."""

from __future__ import annotations

from dataclasses import dataclass

from core.storyboard import ActCall


@dataclass(frozen=True, slots=True)
class Draft:
    """Library acts with filled slots. `confidence` is 0 to 1; `unread` are content words that were not understood.

    `title` is what stands at the top of the video; `brief` says in one line what will be shown.
    """

    title: str
    brief: str
    calls: tuple[ActCall, ...]
    confidence: float
    unread: tuple[str, ...] = ()
