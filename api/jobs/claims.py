"""Who works on what: claiming, heartbeats, ending and handing over, each one atomic statement.

A claim is a token. Whoever lost it can write nothing any more, so a task that two workers have for a moment still
ends once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Select, and_, exists, func, select, update

from api.jobs.tables import Job, new_id
from core.database import Database
from core.times import now

MOST_TAKEOVERS = 3
"""A task that ended so many workers is not given to another one."""


async def claim(database: Database, *, kept: bool = False) -> Job | None:
    """Take the fairest waiting task: of the owner with the fewest running, who was served longest ago; then the oldest.

    None when nothing waits. `kept` asks for those only whose video lay in the cache.
    """
    async with database.reading() as session:  # most calls find nothing: they need not wait for their turn to write
        if not await session.scalar(select(exists().where(_waiting(kept)))):
            return None
    async with database.session() as session:
        job = await session.scalar(fairest(kept))
        if job is not None:
            job.status, job.claim, job.started = "running", new_id(), now()
        return job


def fairest(kept: bool) -> Select[Any]:
    """The query for it. Only what waits and what runs is read: there may be a hundred thousand ended tasks beside."""
    waiting = _waiting(kept)
    owners = select(Job.owner).where(waiting).distinct().subquery()
    mine = owners.c.owner
    running = select(func.count()).where(Job.owner == mine, Job.status == "running").scalar_subquery()
    served = select(func.max(Job.started)).where(Job.owner == mine).scalar_subquery()
    turns = select(mine, running.label("running"), served.label("served")).subquery()
    return (
        select(Job)
        .join(turns, turns.c.owner == Job.owner)
        .where(waiting)
        .order_by(turns.c.running, turns.c.served.asc().nulls_first(), Job.created)
        .limit(1)
        .with_for_update(skip_locked=True, of=Job)
    )


@dataclass(frozen=True, slots=True)
class Pulse:
    """What a heartbeat learns: whether the task is still ours, and whether it should stop."""

    held: bool
    cancel: bool


async def beat(database: Database, job: Job, stage: str, progress: float) -> Pulse:
    """Show that the worker lives, and how far it is."""
    ours = (Job.id == job.id, Job.claim == job.claim, Job.status == "running")
    async with database.session() as session:
        changed = update(Job).where(*ours).values(beats=Job.beats + 1, stage=stage, progress=progress)
        if not _count(await session.execute(changed)):
            return Pulse(False, False)
        return Pulse(True, bool(await session.scalar(select(Job.cancel).where(Job.id == job.id))))


async def end(database: Database, job: Job, values: dict[str, Any]) -> bool:
    """Write how the task ended; false when it was taken over meanwhile."""
    async with database.session() as session:
        ours = update(Job).where(Job.id == job.id, Job.claim == job.claim, Job.status == "running")
        ended = {"claim": None, "finished": now(), "stage": "done", "progress": 1.0}
        return bool(_count(await session.execute(ours.values(**ended, **values))))


async def release(database: Database, job: Job) -> bool:
    """Put a task that is ours back among the waiting ones: this worker stops."""
    async with database.session() as session:
        ours = update(Job).where(Job.id == job.id, Job.claim == job.claim, Job.status == "running")
        return bool(_count(await session.execute(ours.values(status="pending", claim=None))))


async def take_over(database: Database, task: str, beats: int) -> bool:
    """Take a task from a worker whose heart stopped at `beats`; it fails when too many workers died of it."""
    dead = (Job.id == task, Job.status == "running", Job.beats == beats)
    error = {
        "code": "worker_died",
        "message": f"{MOST_TAKEOVERS + 1} workers died while they worked on this",
        "advice": "ask for something smaller, or try again",
    }
    async with database.session() as session:
        lost = update(Job).where(*dead, Job.takeovers >= MOST_TAKEOVERS)
        await session.execute(lost.values(status="failed", claim=None, error=error, stage="done", finished=now()))
        again = update(Job).where(*dead, Job.takeovers < MOST_TAKEOVERS)
        again = again.values(status="pending", claim=None, takeovers=Job.takeovers + 1)
        return bool(_count(await session.execute(again)))


def _waiting(kept: bool) -> ColumnElement[bool]:
    waits = Job.status == "pending"
    return and_(waits, Job.kept) if kept else waits


def _count(result: Any) -> int:
    assert isinstance(result, CursorResult)
    return result.rowcount
