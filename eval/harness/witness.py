"""Witnesses: a model and a farm that do what those behind them do, and remember it."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, TypeVar

from agent.models.protocol import Answer, CodeModel, Failure, Passage, Usage
from agent.state import Renderer
from core.errors import ModelUnavailable
from core.run import RunResult
from core.scene import SceneCode
from core.storyboard import ScenePlan, Storyboard
from core.wish import Wish

T = TypeVar("T")


class WatchedModel:
    """A model whose answers are remembered: the first code of each scene, what it cost, what never arrived."""

    def __init__(self, model: CodeModel) -> None:
        self._model = model
        self.usage = Usage()
        self.first: dict[str, str] = {}
        self.repairs = 0
        self.lost: list[str] = []
        self.plans: tuple[ScenePlan, ...] = ()

    @property
    def name(self) -> str:
        return self._model.name

    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        answer = await self._heard(self._model.plan(wish, passages))
        self.plans = answer.value.scenes
        return answer

    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
        answer = await self._heard(self._model.write(wish, scene, passages))
        self.first.setdefault(f"{scene.title}\0{scene.brief}", answer.value.code)
        return answer

    async def repair(
        self, wish: Wish, scene: ScenePlan, code: SceneCode, failure: Failure, passages: tuple[Passage, ...]
    ) -> Answer[SceneCode]:
        self.repairs += 1
        return await self._heard(self._model.repair(wish, scene, code, failure, passages))

    async def _heard(self, asked: Awaitable[Answer[T]]) -> Answer[T]:
        try:
            answer = await asked
        except ModelUnavailable as error:
            self.lost.append(error.message)
            raise
        self.usage += answer.usage
        return answer


class WatchedFarm:
    """A farm whose results are remembered, in the order in which they came, with the code that was run."""

    def __init__(self, farm: Renderer) -> None:
        self._farm = farm
        self.runs: list[tuple[str, RunResult]] = []
        self.renders: dict[str, RunResult] = {}

    def render(self, code: str, scene: str | None, **options: Any) -> RunResult:
        result = self._noted(code, self._farm.render(code, scene, **options))
        self.renders[code] = result
        return result

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
        return self._noted(code, self._farm.probe(code, scene, **options))

    def _noted(self, code: str, result: RunResult) -> RunResult:
        self.runs.append((code, result))
        return result

    @property
    def lost(self) -> list[str]:
        """Runs that failed for reasons of the farm's own."""
        return [run.error.message for _, run in self.runs if run.error and run.error.kind == "farm"]
