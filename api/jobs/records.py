"""Reading and ending tasks in the database. What belongs to somebody else is not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update

from api.jobs.tables import ENDED, Attempt, Feedback, Job
from core.database import Database
from core.errors import NotThere
from core.times import now


async def find(database: Database, task: str, owner: str) -> Job:
    """The task of that owner. Raises `NotThere`."""
    async with database.reading() as session:
        job = await session.get(Job, task)
    if job is None or job.owner != owner:
        raise NotThere(f"no task {task!r}", advice="GET /tasks lists yours")
    return job


async def position(database: Database, job: Job) -> int:
    """How many tasks wait before this one, itself included; 0 when it does not wait."""
    if job.status != "pending":
        return 0
    async with database.reading() as session:
        before = select(func.count()).where(Job.status == "pending", Job.created <= job.created)
        return int(await session.scalar(before) or 0)


async def listed(
    database: Database, owner: str, limit: int, before: tuple[datetime, str] | None, project: str
) -> Sequence[Job]:
    """The owner's tasks, newest first, that come after the place `before`."""
    query = select(Job).where(Job.owner == owner).order_by(Job.created.desc(), Job.id.desc()).limit(limit)
    if project:
        query = query.where(Job.project == project)
    if before:
        moment, task = before
        query = query.where((Job.created < moment) | ((Job.created == moment) & (Job.id < task)))
    async with database.reading() as session:
        return (await session.scalars(query)).all()


async def cancel(database: Database, task: str, owner: str) -> Job:
    """End a waiting task at once, tell the worker of a running one; an ended one stays as it is. Raises `NotThere`."""
    await find(database, task, owner)
    async with database.session() as session:
        waiting = update(Job).where(Job.id == task, Job.status == "pending")
        await session.execute(waiting.values(status="cancelled", stage="done", cancel=True, finished=now()))
        await session.execute(update(Job).where(Job.id == task, Job.status == "running").values(cancel=True))
    return await find(database, task, owner)


async def remove(database: Database, task: str) -> bool:
    """Delete an ended task and all that belongs to it; false while it is not ended."""
    async with database.session() as session:
        status = await session.scalar(select(Job.status).where(Job.id == task))
        if status not in ENDED:
            return False
        for table in (Attempt, Feedback):
            await session.execute(delete(table).where(table.job == task))
        await session.execute(delete(Job).where(Job.id == task))
    return True
