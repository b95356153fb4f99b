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
        return _owned(await session.get(Job, task), task, owner)


async def seen(database: Database, task: str, owner: str) -> tuple[Job, int, Feedback | None]:
    """A task as its owner looks at it, in one transaction: people look often. Raises `NotThere`.

    With it, how many tasks wait before it, itself included (0 when it does not wait), and what the owner thinks of it.
    """
    async with database.reading() as session:
        job = _owned(await session.get(Job, task), task, owner)
        position, opinion = 0, None
        if job.status == "pending":
            before = select(func.count()).where(Job.status == "pending", Job.created <= job.created)
            position = int(await session.scalar(before) or 0)
        if job.status in ENDED:
            own = select(Feedback).where(Feedback.job == task, Feedback.owner == owner)
            opinion = await session.scalar(own)
    return job, position, opinion


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


async def think(database: Database, task: str, owner: str, thumb: str, text: str) -> None:
    """Write down what somebody thinks of a task, once a person: the last word counts."""
    async with database.session() as session:
        found = await session.scalar(select(Feedback).where(Feedback.job == task, Feedback.owner == owner))
        if found is None:
            session.add(Feedback(job=task, owner=owner, thumb=thumb, text=text))
        else:
            found.thumb, found.text, found.created = thumb, text, now()


async def owns_conversation(database: Database, conversation: str, owner: str) -> bool:
    async with database.reading() as session:
        query = select(Job.id).where(Job.conversation == conversation, Job.owner == owner).limit(1)
        return await session.scalar(query) is not None


async def said(database: Database, conversation: str, owner: str) -> Sequence[Job]:
    """All tasks of a conversation, oldest first. Raises `NotThere`."""
    query = select(Job).where(Job.conversation == conversation, Job.owner == owner).order_by(Job.created, Job.id)
    async with database.reading() as session:
        found = (await session.scalars(query)).all()
    if not found:
        raise NotThere(f"no conversation {conversation!r}", advice="GET /conversations lists yours")
    return found


async def conversations(
    database: Database, owner: str, limit: int, before: tuple[datetime, str] | None
) -> list[tuple[Job, Job, int]]:
    """Conversations by their last task, newest first: the first task, the last one, and how many there are."""
    newest, oldest, count = func.max(Job.created), func.min(Job.created), func.count()
    query = select(Job.conversation, newest, oldest, count).where(Job.owner == owner).group_by(Job.conversation)
    if before:
        moment, name = before
        query = query.having((newest < moment) | ((newest == moment) & (Job.conversation < name)))
    query = query.order_by(newest.desc(), Job.conversation.desc()).limit(limit)
    async with database.reading() as session:
        rows = (await session.execute(query)).all()
        found: list[tuple[Job, Job, int]] = []
        for conversation, last, first, number in rows:
            here = select(Job).where(Job.conversation == conversation, Job.owner == owner)
            one = (await session.scalars(here.where(Job.created == first).order_by(Job.id))).first()
            other = (await session.scalars(here.where(Job.created == last).order_by(Job.id.desc()))).first()
            if one and other:
                found.append((one, other, int(number)))
        return found


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


def _owned(job: Job | None, task: str, owner: str) -> Job:
    if job is None or job.owner != owner:
        raise NotThere(f"no task {task!r}", advice="GET /tasks lists yours")
    return job
