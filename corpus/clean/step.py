"""What a step of the cleaning gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Code after a step, and one note for each kind of change. `problem` says why nothing more can be done with it."""

    code: str
    notes: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """Something left out: by which step, from where, and why."""

    step: str
    source: str
    path: str
    reason: str


Step = Callable[[str], Cleaned]
