"""GET /events/{task_id}: what happens to a task, as server-sent events."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncGenerator
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from redis.exceptions import RedisError
from sse_starlette import EventSourceResponse, ServerSentEvent

from api.jobs import records
from api.jobs.tables import ENDED, Job
from api.problems import documented
from api.routes.parts import Parts, Reader
from api.routes.tasks import Task
from api.service import Service

router = APIRouter(tags=["tasks"])
HEARTBEAT = 15
PLACE = re.compile(r"^\d{1,20}-\d{1,20}$")
STREAM = {"content": {"text/event-stream": {"schema": {"type": "string"}}}}


@router.get("/events/{task_id}", response_class=EventSourceResponse, responses={200: STREAM, **documented(404)})
async def events(
    task_id: Task,
    parts: Parts,
    who: Reader,
    header: Annotated[str, Header(alias="Last-Event-ID", max_length=60)] = "",
    last_event_id: Annotated[str, Query(max_length=60, description="the same, for clients that set no headers")] = "",
) -> EventSourceResponse:
    """`stage`, `progress`, `scene` and, last of all, `done`. `Last-Event-ID` goes on where a client stopped."""
    job = await records.find(parts.database, task_id, who.owner)
    await parts.redis.ping()
    given = header or last_event_id
    after = given if PLACE.match(given) else "0"
    return EventSourceResponse(_stream(parts, job, after), ping=HEARTBEAT, headers={"X-Accel-Buffering": "no"})


async def _stream(parts: Service, job: Job, after: str) -> AsyncGenerator[ServerSentEvent]:
    """The events; for a task whose events are gone or silent, its end as the database has it."""
    if job.status in ENDED and not await parts.redis.exists(f"tulku:events:{job.id}"):
        yield _done(job)
        return
    try:
        async for happening in parts.events.follow(job.id, after):
            if happening:
                yield _event(happening.name, happening.data, happening.id)
                continue
            job = await records.find(parts.database, job.id, job.owner)
            if job.status in ENDED:
                yield _done(job)
                return
    except (RedisError, OSError):
        return  # the client comes back, and is then told what is the matter


def _done(job: Job) -> ServerSentEvent:
    return _event("done", {"task_id": job.id, "status": job.status, "title": job.title}, None)


def _event(name: str, data: dict[str, Any], place: str | None) -> ServerSentEvent:
    return ServerSentEvent(data=json.dumps(data), event=name, id=place)
