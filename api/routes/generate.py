"""POST /generate and /render, and a scene once more: tasks go in."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from api import content
from api.auth.principal import Principal
from api.jobs import records
from api.jobs.former import request_of, wish_of
from api.jobs.tables import Job, new_id
from api.models.asked import Generate, Options, Render
from api.models.told import Accepted, accepted
from api.problems import documented
from api.routes.parts import Maker, Parts
from api.routes.tasks import Task
from core.environment import chosen_model
from core.errors import NotThere

router = APIRouter(tags=["make"])
WISHED = {
    "quality": "low",
    "style": "3b1b",
    "model": "composer",
    "seed": 0,
    "temperature": 0.2,
    "resolution": "",
    "complexity": "medium",
}
"""Options of a wish, for tasks that had fewer."""


@router.post("/generate", status_code=202, response_model=Accepted, responses=documented())
async def generate(body: Generate, parts: Parts, who: Maker, response: Response) -> Any:
    """Make a video of a wish. The answer comes at once; follow `status_url` or `events_url`."""
    await content.check(parts.settings, body.prompt)
    request = {"prompt": body.prompt, "options": wish_options(body.options)}
    wish = wish_of(request)  # refuses what cannot be made
    job = Job(
        kind="generate",
        owner=who.owner,
        prompt=body.prompt,
        wish=body.prompt,
        project=body.project,
        request=request,
        kept=await parts.cache.exact(wish) is not None,
    )
    return answered(await parts.queue.put(job, who.quota), response)


@router.post("/render", status_code=202, response_model=Accepted, responses=documented(404))
async def render(body: Render, parts: Parts, who: Maker, response: Response) -> Any:
    """Render a scene of your own code, sandboxed."""
    await content.check(parts.settings, body.code)
    request = {"code": body.code, "scene": body.scene, "options": body.options.model_dump()}
    job = Job(
        kind="render",
        owner=who.owner,
        prompt=body.scene,
        project=body.project,
        request=request,
        parent=body.parent_id,
        conversation=await conversation_of(parts, body.conversation_id, body.parent_id, who),
    )
    return answered(await parts.queue.put(job, who.quota), response)


@router.post(
    "/tasks/{task_id}/scenes/{index}/retry", status_code=202, response_model=Accepted, responses=documented(404, 409)
)
async def retry(
    task_id: Task, index: Annotated[int, Path(ge=0, le=99)], parts: Parts, who: Maker, response: Response
) -> Any:
    """Write one scene of a video once more; the others stay as they are. It becomes a new task."""
    old = await records.find(parts.database, task_id, who.owner)
    if index >= len(old.scenes):
        raise NotThere(f"the task has no scene {index}", advice=f"it has {len(old.scenes)}")
    options = wished(old.request["options"])
    options["seed"] = (int(options["seed"]) + 1) % 2**32
    request = {"former": request_of(old), "message": "", "again": [index], "options": options}
    job = Job(
        kind="retry",
        owner=who.owner,
        prompt=f"scene {index + 1} once more",
        wish=old.wish,
        project=old.project,
        request=request,
        parent=old.id,
        conversation=old.conversation,
    )
    return answered(await parts.queue.put(job, who.quota), response)


async def conversation_of(parts: Parts, given: str | None, parent: str | None, who: Principal) -> str:
    """The conversation that a task belongs to: the one named, that of its parent, or a new one. Raises `NotThere`."""
    if parent:
        return (await records.find(parts.database, parent, who.owner)).conversation
    if given and not await records.owns_conversation(parts.database, given, who.owner):
        raise NotThere(f"no conversation {given!r}", advice="GET /conversations lists yours")
    return given or new_id()


def wish_options(options: Options) -> dict[str, Any]:
    """The options of a wish, as `core.wish.WishOptions` has them."""
    return options.model_dump() | {"model": options.model or chosen_model(), "resolution": options.resolution or ""}


def wished(options: dict[str, Any]) -> dict[str, Any]:
    """The options of an earlier task, as those of a wish: one of code has fewer."""
    return WISHED | {name: value for name, value in options.items() if name in WISHED and value is not None}


def answered(job: Job, response: Response) -> dict[str, Any]:
    """The answer to a task that was taken in."""
    response.headers["Location"] = f"/status/{job.id}"
    return accepted(job)
