"""Taking tasks in: bounded, fair, and written down before anybody is told.

Tasks whose video lies in the cache get a lane of their own: `kept` is set when one comes, and who serves them in this
process waits for it. Other workers take them as any task, so none is lost with this process.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from datetime import timedelta

from redis.exceptions import RedisError
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from taskiq import AsyncBroker
from taskiq.exceptions import SendTaskError

from api.jobs.broker import wake
from api.jobs.tables import Job
from core.database import Database
from core.errors import TooMuch
from core.settings import Settings
from core.times import now

TYPICAL = 6.0
"""Seconds that a task takes until this queue has seen some."""
LONGEST_WAIT = 300.0
RECENT = 20


@dataclass(frozen=True)
class Queue:
    """Where tasks go in. `slots` tasks are worked on at once, on this machine."""

    database: Database
    broker: AsyncBroker
    settings: Settings
    slots: int
    kept: asyncio.Event = field(default_factory=asyncio.Event)

    async def put(self, job: Job, quota: int = 0) -> Job:
        """Write a new task down and wake a worker.

        Raises `TooMuch` when too many wait, or when the owner has had `quota` tasks this month (0: no such limit).
        """
        async with self.database.session() as session:
            await self._check_room(session, job.owner)
            await self._check_quota(session, job.owner, quota or self.settings.month_quota)
            session.add(job)
        if job.kept:
            self.kept.set()
        await self.call()
        return job

    async def call(self) -> None:
        """Wake a worker. A Redis that is gone loses nothing: the sweeper calls again."""
        with contextlib.suppress(RedisError, OSError, SendTaskError):
            await wake(self.broker)

    async def _check_room(self, session: AsyncSession, owner: str) -> None:
        pending = select(func.count()).where(Job.status == "pending")
        waiting = int(await session.scalar(pending) or 0)
        if waiting >= self.settings.queue_limit:
            raise TooMuch(f"{waiting} tasks wait already", wait=await self._wait(session, waiting), advice="try later")
        if waiting < self.settings.queue_owner_limit:
            return  # nobody can have more than all have
        own = int(await session.scalar(pending.where(Job.owner == owner)) or 0)
        if own >= self.settings.queue_owner_limit:
            raise TooMuch(
                f"{own} of your tasks wait already", wait=await self._wait(session, own), advice="wait for some to end"
            )

    async def _check_quota(self, session: AsyncSession, owner: str, quota: int) -> None:
        if not quota:
            return
        moment = now()
        month = moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        had = int(await session.scalar(select(func.count()).where(Job.owner == owner, Job.created >= month)) or 0)
        if had >= quota:
            following = (month + timedelta(days=32)).replace(day=1)
            wait = (following - moment).total_seconds()
            raise TooMuch(f"the {quota} tasks of this month are used up", wait=wait, advice="wait for the next month")

    async def _wait(self, session: AsyncSession, waiting: int) -> float:
        """Seconds until a tenth of what waits is done, going by the last tasks."""
        query = select(Job.started, Job.finished).where(Job.finished.is_not(None), Job.started.is_not(None))
        rows = (await session.execute(query.order_by(Job.finished.desc()).limit(RECENT))).all()
        took = [max(0.1, (end - start).total_seconds()) for start, end in rows if start and end]
        typical = sum(took) / len(took) if took else TYPICAL
        return min(LONGEST_WAIT, max(1.0, waiting / 10 * typical / self.slots))
