"""A farm whose videos pass for playable ones, and a maker on a database of the test's own."""

from __future__ import annotations

import threading
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from agent.cached import Maker, opened
from core.run import RunResult
from tests.agent.fakes import FakeFarm
from tests.components_cache.wishes.fakes import mp4


class VideoFarm(FakeFarm):
    """Takes `seconds` for a render, notes the most renders at once, and ends one when its events raise."""

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__()
        self.seconds, self.count, self.most = seconds, 0, 0
        self.started = threading.Event()

    def render(self, code: str, scene: str | None, *, out: Path, **options: Any) -> RunResult:
        self.started.set()
        end = time.monotonic() + self.seconds
        while time.monotonic() < end:
            options["on_event"]({"animation": 0})
            time.sleep(0.01)
        result = super().render(code, scene, out=out, **options)
        if not result.video:
            return result
        result.video.write_bytes(mp4(code.encode()))
        return replace(result, report=None)


@asynccontextmanager
async def maker_with(farm: VideoFarm, lasting: float = 15.0) -> AsyncGenerator[Maker]:
    """A maker that renders with `farm`."""
    async with opened(lambda: farm, lasting=lasting) as maker:
        yield maker
