"""POST /generate and POST /render: tasks go in."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from agent.make import check_wish
from api.jobs.tables import Job
from api.jobs.work import wish_of
from api.models.asked import Generate, Options, Render
from api.models.told import Accepted, accepted
from api.problems import documented
from api.routes.parts import Maker, Parts
from core.environment import chosen_model

router = APIRouter(tags=["make"])


@router.post("/generate", status_code=202, response_model=Accepted, responses=documented())
async def generate(body: Generate, parts: Parts, who: Maker, response: Response) -> Any:
    """Make a video of a wish. The answer comes at once; follow `status_url` or `events_url`."""
    request = {"prompt": body.prompt, "options": wish_options(body.options)}
    check_wish(wish_of(request))
    job = Job(kind="generate", owner=who.owner, prompt=body.prompt, project=body.project, request=request)
    return answered(await parts.queue.put(job), response)


@router.post("/render", status_code=202, response_model=Accepted, responses=documented())
async def render(body: Render, parts: Parts, who: Maker, response: Response) -> Any:
    """Render a scene of your own code, sandboxed."""
    request = {"code": body.code, "scene": body.scene, "options": body.options.model_dump(exclude={"resolution"})}
    job = Job(kind="render", owner=who.owner, prompt=body.scene, project=body.project, request=request)
    return answered(await parts.queue.put(job), response)


def wish_options(options: Options) -> dict[str, Any]:
    """The options of a wish, as `core.wish.WishOptions` has them."""
    taken = options.model_dump(exclude={"resolution", "complexity"})
    return taken | {"model": options.model or chosen_model()}


def answered(job: Job, response: Response) -> dict[str, Any]:
    """The answer to a task that was taken in."""
    response.headers["Location"] = f"/status/{job.id}"
    return accepted(job)
