"""What a process does while nobody asks for anything: it looks through the scenes that were made.

The warm process and every worker of the service do so: one at a time on a machine, a bounded number of scenes in one
go, and never beside the work of that process: what runs then is broken off, and done another time.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from core.errors import TulkuError
from core.settings import settings

QUIET = 5.0
"""Seconds without a request after which there is time."""
AT_ONCE = 20
"""Scenes looked through in one go."""
LOOK = 1.0
"""Seconds between two looks at whether it is quiet."""


class Idle:
    """Harvests when it is quiet, once after each request; stops as soon as somebody asks."""

    def __init__(self, busy: Callable[[], bool]) -> None:
        self._busy = busy
        self._seen = -1
        self._task: asyncio.Task[None] | None = None

    def tend(self, quiet: float, served: int) -> None:
        """Begin to harvest if nobody has asked for `quiet` seconds and something was `served` since the last time."""
        running = self._task is not None and not self._task.done()
        if running or quiet < QUIET or served == self._seen or not settings().harvest:
            return
        self._seen = served
        self._task = asyncio.create_task(self._harvest())

    async def watch(self, quiet: Callable[[], float], served: Callable[[], int]) -> None:
        """Tend until cancelled; what runs then is broken off."""
        try:
            while True:
                self.tend(quiet(), served())
                await asyncio.sleep(LOOK)
        finally:
            if self._task:
                self._task.cancel()
                await asyncio.gather(self._task, return_exceptions=True)

    async def _harvest(self) -> None:
        from sqlalchemy.exc import SQLAlchemyError

        from api.requests import farm
        from components_cache.harvest import drain, waiting
        from core.database import opened

        try:
            async with opened() as database:
                if await waiting(database):
                    the_farm = await asyncio.to_thread(farm)
                    await drain(_Yielding(the_farm, self._busy), database, most=AT_ONCE, stop=self._busy)
                if await waiting(database):
                    self._seen = -1  # interrupted, or more than could be done in one go
        except (TulkuError, SQLAlchemyError, OSError) as problem:
            logging.getLogger(__name__).warning("scenes were not looked through: %s", problem)


class _Yielding:
    """A farm that breaks off, at the next event of its scene, when somebody has work for it."""

    def __init__(self, farm: Any, busy: Callable[[], bool]) -> None:
        self._farm, self._busy = farm, busy

    def probe(self, code: str, scene: str | None, **options: Any) -> Any:
        return self._farm.probe(code, scene, on_event=self._yield, **options)

    def render(self, code: str, scene: str | None, **options: Any) -> Any:
        return self._farm.render(code, scene, on_event=self._yield, **options)

    def _yield(self, event: dict[str, Any]) -> None:
        from components_cache.harvest import Interrupted

        if self._busy():
            raise Interrupted
