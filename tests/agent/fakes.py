"""A scripted model and a farm without manim, for testing the graph alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from agent.models.protocol import Answer, Failure, Passage, Usage
from core.errors import ModelAnswerUnusable
from core.report import Box, Moment, SceneReport
from core.run import RunResult, SceneError
from core.scene import SceneCode
from core.storyboard import ScenePlan, Storyboard
from core.wish import Wish

GOOD = "from manim import *\n\nclass S(Scene):\n    def construct(self):\n        self.wait()\n"


REPORT = SceneReport(
    "S",
    tuple(
        Moment(i, i + 1.0, 1.0, (Box(1, "Square", i - 1.0, -1, i + 1.0, 1, fill_opacity=1.0),), ("Create",))
        for i in range(2)
    ),
    duration=2.0,
)
"""A square that moves: nothing to object to."""


class ScriptedModel:
    """Plans `scenes` scenes; writes `codes[0]`, and the next one at each repair. Counts what it was asked."""

    name = "scripted"

    def __init__(self, *codes: str, scenes: int = 1) -> None:
        self.codes, self.scenes = list(codes) or [GOOD], scenes
        self.asked: list[str] = []
        self.failures: list[Failure] = []

    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        self.asked.append("plan")
        plans = tuple(ScenePlan(f"Scene {i}", f"brief {i}", "model") for i in range(self.scenes))
        return Answer(Storyboard("Title", plans), Usage(10, 5, 0.0, 1))

    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
        self.asked.append("write")
        code = self.codes[int(scene.brief.split()[-1]) if self.scenes > 1 else 0]
        return Answer(SceneCode(code, "S"), Usage(10, 50, 0.001, 1))

    async def repair(
        self, wish: Wish, scene: ScenePlan, code: SceneCode, failure: Failure, passages: tuple[Passage, ...]
    ) -> Answer[SceneCode]:
        self.asked.append("repair")
        self.failures.append(failure)
        place = self.codes.index(code.code) + 1
        if place >= len(self.codes):
            raise ModelAnswerUnusable("no more answers")
        return Answer(SceneCode(self.codes[place], "S"), Usage(10, 50, 0.001, 1))


class FakeFarm:
    """Code that holds `PROBE:message` fails in the probe, `RENDER:message` in the render."""

    def __init__(self, on_render: Callable[[], None] = lambda: None) -> None:
        self.on_render = on_render
        self.rendered: list[str] = []
        self.asked: dict[str, Any] = {}

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
        return self._result(code, "PROBE:")

    def render(self, code: str, scene: str | None, *, out: Path, **options: Any) -> RunResult:
        self.on_render()
        self.rendered.append(code)
        self.asked = options
        result = self._result(code, "RENDER:")
        if not result.ok:
            return result
        out.mkdir(parents=True, exist_ok=True)
        video = out / "video.mp4"
        video.write_bytes(code.encode())
        return RunResult("ok", "S", video=video, duration=1.0)

    def _result(self, code: str, mark: str) -> RunResult:
        if mark in code:
            message = code.split(mark, 1)[1].splitlines()[0]
            return RunResult("error", "S", error=SceneError("runtime", message, line=5))
        return RunResult("ok", "S", report=REPORT)
