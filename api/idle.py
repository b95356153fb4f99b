"""What the warm process does while nobody asks for anything: it looks through the scenes that were made."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from core.errors import TulkuError
from core.settings import settings

QUIET = 5.0
"""Seconds without a request after which there is time."""
AT_ONCE = 20
"""Scenes looked through in one go."""


class Idle:
    """Harvests when it is quiet, once after each request; stops between two pieces as soon as somebody asks."""

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

    async def _harvest(self) -> None:
        from sqlalchemy.exc import SQLAlchemyError

        from api.requests import farm
        from components_cache.harvest import drain, waiting
        from core.database import opened

        try:
            async with opened() as database:
                if await waiting(database):
                    the_farm = await asyncio.to_thread(farm)
                    await drain(the_farm, database, most=AT_ONCE, stop=self._busy)
                if await waiting(database):
                    self._seen = -1  # interrupted, or more than could be done in one go
        except (TulkuError, SQLAlchemyError, OSError) as problem:
            logging.getLogger(__name__).warning("scenes were not looked through: %s", problem)
