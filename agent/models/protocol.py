"""What the agent asks of a model: a plan, the code of a scene, a repaired scene."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from agent.repair.mend import Fault, FixedCase
from core.finding import Finding
from core.run import SceneError
from core.scene import SceneCode
from core.storyboard import ScenePlan, Storyboard
from core.wish import Wish

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Usage:
    """What answers cost: tokens in and out, money in US dollars (0 where the price is unknown), requests made."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float = 0.0
    requests: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.cost + other.cost,
            self.requests + other.requests,
        )


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """A model's answer and what it cost."""

    value: T
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Passage:
    """Retrieved text for a prompt: a snippet or a component's signature and description."""

    title: str
    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the last code was not good enough: an error, or layout findings, and how often it was tried.

    `signatures` are the real signatures, in the installed manim, of the names on the failing line; `similar` is a
    failure of the same kind that was mended before.
    """

    attempt: int
    error: SceneError | None = None
    findings: tuple[Finding, ...] = ()
    signatures: tuple[str, ...] = ()
    similar: FixedCase | None = None

    @property
    def fault(self) -> Fault | None:
        """What is to be mended first: the error, or else the first finding."""
        return self.error or next(iter(self.findings), None)


class CodeModel(Protocol):
    """Plans, writes and repairs scenes. Raises `ModelError` or `Unsupported`."""

    @property
    def name(self) -> str: ...

    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]: ...

    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]: ...

    async def repair(
        self, wish: Wish, scene: ScenePlan, code: SceneCode, failure: Failure, passages: tuple[Passage, ...]
    ) -> Answer[SceneCode]: ...
