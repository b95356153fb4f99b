"""A storyboard: the plan of a video, scene by scene, before any code is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlanKind = Literal["act", "direct", "model"]


@dataclass(frozen=True, slots=True)
class ActCall:
    """A call of one library component. `arguments` maps parameter names to Python source expressions."""

    component: str
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ScenePlan:
    """One scene to be. `kind` says who writes it: library acts, the direct grammar or a language model.

    `brief` is what the scene must show, in words: for `direct` the sentence that the grammar parses.
    """

    title: str
    brief: str
    kind: PlanKind
    calls: tuple[ActCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Storyboard:
    """The scenes of a video in order. `confidence` is 0 to 1: how sure the planner is that this is what was meant.

    `notes` say what the planner was asked for and could not do.
    """

    title: str
    scenes: tuple[ScenePlan, ...]
    confidence: float = 1.0
    notes: tuple[str, ...] = ()
