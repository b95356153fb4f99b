"""Videos stay for some days, code for ever: what is deleted, and how an expired video comes back."""

from __future__ import annotations

import asyncio

import structlog
from redis.exceptions import RedisError
from sqlalchemy import func, select, update
from sqlalchemy.exc import SQLAlchemyError

from api.jobs.former import request_of
from api.jobs.tables import ENDED, Job
from api.service import Service
from core.errors import TulkuError
from core.times import now

PERIOD = 600.0
BATCH = 100
log = structlog.get_logger("tulku.retention")


async def run(service: Service) -> None:
    """Clean up now and then, until cancelled."""
    while True:
        try:
            removed = await clean(service)
            if removed:
                log.info("expired videos deleted", tasks=removed)
        except (SQLAlchemyError, RedisError, TulkuError, OSError) as error:
            log.warning("cleaning up failed", error=str(error))
        await asyncio.sleep(PERIOD)


async def clean(service: Service) -> int:
    """Delete the files of tasks that have expired; how many tasks.

    Files first, then the record: a cleaner that is killed in between leaves a record whose file is gone, which the
    next one finishes, and never a file that no record names.
    """
    removed = 0
    while True:
        query = select(Job).where(Job.expires <= now(), Job.status.in_(ENDED)).order_by(Job.expires).limit(BATCH)
        async with service.database.reading() as session:
            found = (await session.scalars(query)).all()
        for job in found:
            await service.storage.delete([file["key"] for file in job.files.values()])
            async with service.database.session() as session:
                same = update(Job).where(Job.id == job.id, Job.expires == job.expires)
                await session.execute(same.values(files={}, size=0, expires=None))
        removed += len(found)
        if len(found) < BATCH:
            return removed


def has_expired(job: Job) -> bool:
    """Whether the task had a video once, and its code can make it again."""
    return job.status in ("completed", "partial") and not job.files and job.duration > 0


async def remake(service: Service, job: Job) -> None:
    """Let an expired video be made again from its code, under its own id; once, however many ask."""
    request = job.request
    if job.kind != "render":
        request = {"former": request_of(job), "message": "", "options": request["options"]}
    waiting = select(func.count()).where(Job.status == "pending")
    async with service.database.session() as session:
        if int(await session.scalar(waiting) or 0) < service.settings.queue_limit:
            ended = update(Job).where(Job.id == job.id, Job.status == job.status)
            again = {"status": "pending", "stage": "queued", "progress": 0.0, "remake": True, "request": request}
            await session.execute(ended.values(**again))
    await service.events.forget(job.id)
    await service.queue.call()
