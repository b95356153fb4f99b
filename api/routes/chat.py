"""POST /chat, and the conversations: a video is refined by talking, and all that was said is kept."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from api import content
from api.auth.principal import Principal
from api.jobs import records
from api.jobs.former import request_of, wish_of
from api.jobs.tables import ENDED, Job
from api.models.asked import TASK_ID, Chat
from api.models.told import (
    Accepted,
    Conversation,
    ConversationList,
    ConversationTasks,
    line_of,
)
from api.problems import documented
from api.routes.generate import WISHED, answered, conversation_of, wish_options, wished
from api.routes.parts import Maker, Parts, Reader
from api.routes.tasks import cursor_of, forget, place_of
from api.service import Service
from core.errors import Conflict

router = APIRouter(tags=["chat"])
Name = Annotated[str, Path(pattern=TASK_ID, description="the conversation's id")]


@router.post("/chat", status_code=202, response_model=Accepted, responses=documented(404, 409))
async def chat(body: Chat, parts: Parts, who: Maker, response: Response) -> Any:
    """Change a video: “make the circle red”, “slower”, “then show the formula”. Only what changes is rendered again."""
    await content.check(parts.settings, body.message)
    job = await _refinement(body, parts, who) if body.task_id else await _wish(body, parts, who)
    return answered(await parts.queue.put(job, who.quota), response)


async def _wish(body: Chat, parts: Service, who: Principal) -> Job:
    options = wish_options(body.options) if body.options else WISHED
    request = {"prompt": body.message, "options": options}
    wish_of(request)  # refuses what cannot be made
    conversation = await conversation_of(parts, body.conversation_id, None, who)
    return Job(
        kind="generate",
        owner=who.owner,
        prompt=body.message,
        wish=body.message,
        project=body.project,
        request=request,
        conversation=conversation,
    )


async def _refinement(body: Chat, parts: Service, who: Principal) -> Job:
    old = await records.find(parts.database, body.task_id or "", who.owner)
    options = wish_options(body.options) if body.options else wished(old.request["options"])
    request = {"former": request_of(old), "message": body.message, "options": options}
    wish_of(request)
    return Job(
        kind="chat",
        owner=who.owner,
        prompt=body.message,
        wish=old.wish,
        project=body.project or old.project,
        request=request,
        parent=old.id,
        conversation=old.conversation,
    )


@router.get("/conversations", response_model=ConversationList, responses=documented(404))
async def conversations(
    parts: Parts,
    who: Reader,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str, Query(max_length=200)] = "",
) -> Any:
    """Your conversations, the last one used first."""
    found = await records.conversations(parts.database, who.owner, limit + 1, place_of(cursor))
    shown, more = found[:limit], len(found) > limit
    last = shown[-1][1] if more else None
    return ConversationList(
        conversations=[_line(*row) for row in shown],
        cursor=cursor_of(last.created, last.conversation) if last else None,
    )


@router.get("/conversations/{conversation_id}", response_model=ConversationTasks, responses=documented(404))
async def conversation(conversation_id: Name, parts: Parts, who: Reader) -> Any:
    """All that was said and made in a conversation, oldest first."""
    found = await records.said(parts.database, conversation_id, who.owner)
    title = found[0].title or found[0].prompt
    return ConversationTasks(
        conversation_id=conversation_id, title=title, project=found[0].project, tasks=[line_of(job) for job in found]
    )


@router.delete("/conversations/{conversation_id}", status_code=204, responses=documented(404, 409))
async def delete(conversation_id: Name, parts: Parts, who: Maker) -> Response:
    """Delete a conversation with all its tasks."""
    found = await records.said(parts.database, conversation_id, who.owner)
    if any(job.status not in ENDED for job in found):
        raise Conflict("a task of this conversation has not ended", advice="cancel it first")
    for job in found:
        await forget(parts, job)
    return Response(status_code=204)


def _line(first: Job, last: Job, count: int) -> Conversation:
    return Conversation(
        conversation_id=first.conversation,
        title=first.title or first.prompt,
        project=first.project,
        updated=last.created,
        count=count,
        last_task_id=last.id,
        poster_url=line_of(last).poster_url or line_of(first).poster_url,
    )
