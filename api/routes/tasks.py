"""Tasks: status, list, cancel, delete."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from api.jobs import records
from api.jobs.tables import Job
from api.models.asked import TASK_ID
from api.models.told import TaskList, TaskStatus, line_of, status_of
from api.problems import documented
from api.routes.parts import Maker, Parts, Reader
from api.service import Service
from core.errors import Conflict, NotThere

router = APIRouter(tags=["tasks"])
Task = Annotated[str, Path(pattern=TASK_ID, description="the task's id")]


@router.get("/status/{task_id}", response_model=TaskStatus, responses=documented(404))
async def status(task_id: Task, parts: Parts, who: Reader) -> Any:
    """Everything about a task: how far it is, its code, where its video is, or why there is none."""
    return status_of(*await records.seen(parts.database, task_id, who.owner))


@router.get("/tasks", response_model=TaskList, responses=documented(404))
async def tasks(
    parts: Parts,
    who: Reader,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str, Query(max_length=200)] = "",
    project: Annotated[str, Query(max_length=80)] = "",
) -> Any:
    """Your tasks, newest first."""
    found = await records.listed(parts.database, who.owner, limit + 1, place_of(cursor), project)
    more = len(found) > limit
    last = found[:limit][-1] if more else None
    cursor_ = cursor_of(last.created, last.id) if last else None
    return TaskList(tasks=[line_of(job) for job in found[:limit]], cursor=cursor_)


@router.post("/tasks/{task_id}/cancel", response_model=TaskStatus, responses=documented(404))
async def cancel(task_id: Task, parts: Parts, who: Maker) -> Any:
    """Stop a task. One that waits ends at once, one that runs within seconds, one that has ended stays as it is."""
    job = await records.cancel(parts.database, task_id, who.owner)
    if job.status == "cancelled":
        await parts.events.tell(task_id, "done", {"task_id": task_id, "status": "cancelled", "title": ""})
    return status_of(*await records.seen(parts.database, task_id, who.owner))


@router.delete("/tasks/{task_id}", status_code=204, responses=documented(404, 409))
async def delete(task_id: Task, parts: Parts, who: Maker) -> Response:
    """Delete a task with its video and code. One that has not ended must be cancelled first."""
    await forget(parts, await records.find(parts.database, task_id, who.owner))
    return Response(status_code=204)


async def forget(parts: Service, job: Job) -> None:
    """Delete a task with all that belongs to it. Raises `Conflict` while it has not ended."""
    if not await records.remove(parts.database, job.id):
        raise Conflict("the task has not ended", advice="cancel it first")
    await parts.storage.delete([file["key"] for file in job.files.values()])
    await parts.events.forget(job.id)


def cursor_of(moment: datetime, name: str) -> str:
    return base64.urlsafe_b64encode(f"{moment.isoformat()} {name}".encode()).decode()


def place_of(cursor: str) -> tuple[datetime, str] | None:
    """Where the page before ended. Raises `NotThere`."""
    if not cursor:
        return None
    try:
        moment, task = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
        found = datetime.fromisoformat(moment)
    except (ValueError, binascii.Error) as error:
        raise NotThere("this cursor is not one of ours", advice="send the cursor of the page before") from error
    if found.tzinfo is None:
        raise NotThere("this cursor is not one of ours", advice="send the cursor of the page before")
    return found, task
