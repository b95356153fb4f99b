"""GET /videos/{task_id}/{name}: videos, stills, captions and code, with ranges and ETags."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import FileResponse, RedirectResponse, Response

from api.jobs import records, retention
from api.jobs.tables import Job
from api.problems import documented
from api.routes.parts import Parts, Reader
from api.routes.tasks import Task
from api.service import Service
from api.storage.storage import TYPES, Stored
from core.errors import NotThere, Unreachable

AGAIN = "the video was deleted some time ago, and is being made again from its code"
router = APIRouter(tags=["videos"])
Name = Annotated[str, Path(pattern=r"^[a-z_0-9]{1,40}\.[a-z0-9]{2,5}$", examples=["animation.mp4"])]
SERVED = (".mp4", ".png", ".vtt", ".py")
BINARY = {"content": {TYPES[end].split(";")[0]: {"schema": {"type": "string", "format": "binary"}} for end in SERVED}}


@router.head("/videos/{task_id}/{name}", include_in_schema=False)
@router.get(
    "/videos/{task_id}/{name}",
    response_class=FileResponse,
    responses={200: BINARY, 206: {"description": "a range of it", **BINARY}, **documented(404, 416)},
)
async def video(task_id: Task, name: Name, parts: Parts, who: Reader, request: Request) -> Response:
    """A file of a task: `animation.mp4`, `poster.png`, `contact_sheet.png`, `captions.vtt`, `scene.py`."""
    file = await wanted(parts, await records.find(parts.database, task_id, who.owner), name)
    headers = {"ETag": f'"{file.sha256[:32]}"', "Cache-Control": "private, max-age=3600"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    link = await parts.storage.link(file)
    if link:
        return RedirectResponse(link, 307)
    path = await parts.storage.local(file)
    return FileResponse(path, media_type=file.type, headers=headers)


async def wanted(parts: Service, job: Job, name: str) -> Stored:
    """A file of a task. Raises `NotThere`, or `Unreachable` for an expired one, which is then made again."""
    if name in job.files:
        return Stored(**job.files[name])
    if retention.has_expired(job):
        await retention.remake(parts, job)
        raise Unreachable(AGAIN, advice=f"follow /events/{job.id}")
    if job.remake and job.status in ("pending", "running"):
        raise Unreachable(AGAIN, advice=f"follow /events/{job.id}")
    raise NotThere(f"this task has no {name}", advice="GET /status names what there is")
