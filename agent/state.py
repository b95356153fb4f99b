"""What flows through the graph: the state of a whole run and of one scene, and the tools that nodes use."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol, TypedDict

from agent.models.protocol import CodeModel, Failure, Passage, Usage
from core.finding import Finding
from core.run import RunResult
from core.scene import SceneCode
from core.storyboard import ScenePlan, Storyboard
from core.wish import Wish

Part = Literal["retrieval", "convert", "repair", "components", "harvest"]
"""What a run can do without: examples and reference, conversion, repair (also of the layout), components, the harvest.

An evaluation switches parts off to learn what they are worth; the composer has no other words than components.
"""
WHOLE: frozenset[Part] = frozenset()

Event = dict[str, Any]
"""A progress event: always `stage` and `scene` (0-based, -1 for the whole run), then what belongs to the stage."""


class Renderer(Protocol):
    """The part of the render farm that the agent uses (see `render.farm.Farm`)."""

    def render(self, code: str, scene: str | None, **options: Any) -> RunResult: ...

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult: ...


@dataclass(frozen=True)
class Tools:
    """What nodes work with; not part of the state, so never checkpointed. `folder` holds this run's files.

    `without` names the parts that are switched off.
    """

    model: CodeModel
    farm: Renderer
    folder: Path
    attempts: int = 4
    timeout: float = 300.0
    emit: Callable[[Event], None] = field(default=lambda event: None)
    without: frozenset[Part] = WHOLE


@dataclass(frozen=True, slots=True)
class SceneOutcome:
    """How one scene ended. `made` is false when every attempt failed; `result` then holds the last error."""

    index: int
    plan: ScenePlan
    made: bool
    code: SceneCode | None
    result: RunResult | None
    findings: tuple[Finding, ...] = ()
    attempts: int = 1
    problem: str = ""


class MakeState(TypedDict):
    """State of a run: wish in, storyboard, then one outcome a scene."""

    wish: Wish
    storyboard: Storyboard
    done: Annotated[list[SceneOutcome], operator.add]
    usage: Annotated[Usage, operator.add]


class SceneState(TypedDict):
    """State of one scene on its way from plan to video. `trail` holds a digest of each failed attempt,
    `broken` the code that a model was asked to repair last, and why.

    Keys appear as nodes set them; what may still be absent is read with `get`.
    """

    wish: Wish
    index: int
    plan: ScenePlan
    passages: tuple[Passage, ...]
    code: SceneCode
    attempt: int
    failure: Failure | None
    broken: tuple[str, Failure]
    findings: tuple[Finding, ...]
    trail: Annotated[list[str], operator.add]
    stuck: bool
    result: RunResult | None
    done: Annotated[list[SceneOutcome], operator.add]
    usage: Annotated[Usage, operator.add]


class SceneDone(TypedDict):
    """What a scene hands back to the run."""

    done: list[SceneOutcome]
    usage: Usage
