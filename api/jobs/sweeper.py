"""The sweeper: tasks of dead workers wait again, waiting tasks are called out again, whatever happened to Redis.

A worker is dead when its task's heartbeat has not changed for as long as the lease, by this process's own monotonic
clock: a clock that jumps takes nothing from anybody.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from api.jobs.broker import undelivered
from api.jobs.claims import take_over
from api.jobs.queue import Queue
from api.jobs.tables import Job

PERIOD = 3.0
MOST_CALLS = 20
log = structlog.get_logger("tulku.jobs")


class Sweeper:
    """Watches the running tasks. One in every process; several do no harm."""

    def __init__(self, queue: Queue, redis: Redis, clock: Callable[[], float] = time.monotonic) -> None:
        self._queue, self._redis, self._clock = queue, redis, clock
        self._seen: dict[str, tuple[str | None, int, float]] = {}

    async def run(self) -> None:
        """Sweep until cancelled; a database or Redis that is gone is waited for."""
        while True:
            try:
                await self.sweep()
            except (SQLAlchemyError, RedisError, OSError) as error:
                log.warning("sweeping failed", error=str(error))
            await asyncio.sleep(PERIOD)

    async def sweep(self) -> None:
        """Look once."""
        for task, beats in await self._silent():
            if await take_over(self._queue.database, task, beats):
                log.warning("task taken from a dead worker", task=task)
        await self._call()

    async def _silent(self) -> list[tuple[str, int]]:
        """Running tasks whose heartbeat stands still."""
        async with self._queue.database.reading() as session:
            rows = (await session.execute(select(Job.id, Job.claim, Job.beats).where(Job.status == "running"))).all()
        now = self._clock()
        seen, self._seen = self._seen, {}
        for task, claim, beats in rows:
            before = seen.get(task)
            same = before is not None and before[:2] == (claim, beats)
            self._seen[task] = before if before and same else (claim, beats, now)
        lease = self._queue.settings.job_lease
        return [(task, beats) for task, (_, beats, since) in self._seen.items() if now - since >= lease]

    async def _call(self) -> None:
        """As many calls as tasks wait, less those that are still on their way."""
        async with self._queue.database.reading() as session:
            waiting = int(await session.scalar(select(func.count()).where(Job.status == "pending")) or 0)
        if not waiting:
            return
        for _ in range(min(MOST_CALLS, waiting) - await undelivered(self._redis)):
            await self._queue.call()
