"""Renders of one conversation share the segments that do not change: refining a video renders only what is new."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from agent.state import Renderer
from core.run import RunResult

SCOPE: ContextVar[str] = ContextVar("scope", default="")
"""What the task at work shares segments with; threads and tasks that it starts inherit it."""


class Scoped:
    """A farm whose renders share segments within `SCOPE`."""

    def __init__(self, farm: Renderer) -> None:
        self._farm = farm

    def render(self, code: str, scene: str | None, **options: Any) -> RunResult:
        scope = SCOPE.get()
        return self._farm.render(code, scene, **options, **({"scope": f"{scope}:{scene or ''}"} if scope else {}))

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
        return self._farm.probe(code, scene, **options)


def scoped(farm: Callable[[], Renderer]) -> Callable[[], Renderer]:
    """The same, for a farm that is asked for when it is needed."""
    return lambda: Scoped(farm())
