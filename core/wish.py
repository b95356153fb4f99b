"""A wish: what a person asked for, and how they want it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Quality = Literal["low", "medium", "high", "4k"]

QUALITIES: dict[Quality, tuple[int, int, int]] = {
    "low": (854, 480, 15),
    "medium": (1280, 720, 30),
    "high": (1920, 1080, 60),
    "4k": (3840, 2160, 60),
}
"""Width and height in pixels, frames per second: the sizes of ManimCE's own quality flags."""

Complexity = Literal["low", "medium", "high"]
"""How deep a plan goes: the core idea alone, what the wish asks for, or a further view of it, too."""

Resolution = Literal["", "480p", "720p", "1080p", "1440p", "2160p"]

SIZES: dict[Resolution, tuple[int, int]] = {
    "480p": (854, 480),
    "720p": (1280, 720),
    "1080p": (1920, 1080),
    "1440p": (2560, 1440),
    "2160p": (3840, 2160),
}
"""Width and height in pixels of a frame that is not the quality's own."""

MAX_WISH_LENGTH = 4000
"""Longest wish in characters; longer ones are bad input."""


@dataclass(frozen=True, slots=True)
class WishOptions:
    """How a wish is to be made. `seed` fixes every random choice; `model` is a litellm name or `composer`.

    `resolution` is the size of the frame where it should not be the quality's own.
    """

    quality: Quality = "low"
    style: str = "3b1b"
    model: str = "composer"
    seed: int = 0
    temperature: float = 0.2
    resolution: Resolution = ""
    complexity: Complexity = "medium"


def frame(quality: Quality, resolution: Resolution = "") -> tuple[int, int, int]:
    """Width, height and frames per second. Raises KeyError for what there is not."""
    width, height, rate = QUALITIES[quality]
    return (*SIZES[resolution], rate) if resolution else (width, height, rate)


@dataclass(frozen=True, slots=True)
class Wish:
    """A request in the user's own words, stripped of surrounding space."""

    text: str
    options: WishOptions = field(default_factory=WishOptions)
