"""A layout finding: something a viewer would object to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FindingKind = Literal[
    "overlap",  # two texts lie on each other
    "crossed",  # a line or curve runs through a text
    "covered",  # a text lies under an opaque shape
    "off_frame",  # something leaves the frame
    "tiny_text",  # text too small to read
    "low_contrast",  # text too close in colour to what is behind it
    "left_over",  # old content stays under new content
    "empty",  # nothing to see
    "static",  # nothing moves
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection, after animation `moment` (0-based). `size` is the overlap area or overhang in frame units.

    `keys` are the `Box.key`s concerned, `line` the source line of the first one (0 if unknown).
    """

    kind: FindingKind
    message: str
    moment: int
    line: int = 0
    size: float = 0.0
    keys: tuple[int, ...] = ()
