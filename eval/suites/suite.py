"""The nouns of a suite: cases, and what a video of each must show."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

Expected = Literal["video", "refusal"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A requirement in prose, as public suites have them, and what it weighs."""

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What must be seen. Objects and events are words of `eval/scores/vocabulary.json`, or class names of manim."""

    texts: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One wish, or one recorded code, and what is expected of it. `code` is what somebody's model once answered."""

    id: str
    group: str
    wish: str
    wanted: Wanted = field(default_factory=Wanted)
    expected: Expected = "video"
    code: str = ""

    @property
    def label(self) -> str:
        """What people know it by."""
        return " ".join(self.wish.split()) or self.id


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases under a name. `form` names the adapter that read them."""

    name: str
    form: str
    cases: tuple[Case, ...]

    @property
    def is_recorded(self) -> bool:
        """Whether there is nothing to wish for, only code to run."""
        return all(case.code and not case.wish for case in self.cases)


def case_id(text: str) -> str:
    """A short name for a case that has none; the same for the same text."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
