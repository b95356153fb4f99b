"""GET /export/{task_id}.{format}: a finished task in other forms."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import Response

from api import exports
from api.jobs import records
from api.jobs.tables import Job
from api.problems import documented
from api.routes.parts import Parts, Reader
from api.routes.tasks import Task
from api.routes.videos import wanted
from api.service import Service
from api.storage.storage import TYPES
from core.errors import NotThere

router = APIRouter(tags=["videos"])
Format = Literal["py", "zip", "ipynb", "gif", "webm", "png"]
SLOTS = asyncio.Semaphore(1)
"""Encoding is heavy: one at a time."""


@router.get("/export/{task_id}.{form}", response_class=Response, responses=documented(404))
async def export(task_id: Task, form: Format, parts: Parts, who: Reader) -> Response:
    """Code, project (zip), notebook, gif, webm or the last frame (png). The code runs with plain manim."""
    job = await records.find(parts.database, task_id, who.owner)
    data = await _data(job, form, parts)
    headers = {"Content-Disposition": f'attachment; filename="tulku-{job.id[:8]}.{form}"'}
    return Response(data, media_type=TYPES[f".{form}"], headers=headers)


async def _data(job: Job, form: str, parts: Service) -> bytes:
    if form == "py":
        return exports.text(job)
    if form == "ipynb":
        return exports.notebook(job)
    if form == "zip":
        return await asyncio.to_thread(exports.project, job, await _kept(job, parts))
    from av.error import FFmpegError

    video = await parts.storage.local(await wanted(parts, job, "animation.mp4"))
    async with SLOTS:
        try:
            return await asyncio.to_thread(_encoded, form, video)
        except FFmpegError as error:
            raise NotThere("the video cannot be read", advice="make it again") from error


def _encoded(form: str, video: Path) -> bytes:
    if form == "png":
        return exports.still(video)
    if form == "gif":
        return exports.gif(video)
    with tempfile.TemporaryDirectory() as folder:
        return exports.webm(video, Path(folder) / "animation.webm")


async def _kept(job: Job, parts: Service) -> Path | None:
    """The video, where it has not been deleted yet."""
    if "animation.mp4" not in job.files:
        return None
    try:
        return await parts.storage.local(await wanted(parts, job, "animation.mp4"))
    except NotThere:
        return None
