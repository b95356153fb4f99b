"""What the service knows: search, popular topics; and conversion of code, which needs no queue."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from functools import lru_cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel
from sqlalchemy import select

from api.jobs.tables import Job
from api.models.asked import Convert
from api.models.told import Converted
from api.problems import documented
from api.routes.components import sees_all
from api.routes.page import DIST
from api.routes.parts import Maker, Parts, Reader
from api.service import Service
from api.topics import POPULAR, read
from convert.convert import convert as to_ce
from core.errors import Unreachable

router = APIRouter(tags=["library"])
POSTERS = DIST / "posters"
PRIVATE = ("runs", "store")
"""Sources that hold what people wished for: with logins, only for those who run the service."""
SPARE = 30
"""Results asked for beyond those that are shown, for those that not everybody may see."""
CONVERSION = 60.0
"""Seconds that a conversion may take."""


class Topic(BaseModel):
    """Something that many people ask for. `task_id` and `video_url` name a video of yours that answers it."""

    topic_id: str
    title: str
    prompt: str
    field: str
    level: str
    task_id: str | None = None
    poster_url: str | None = None
    video_url: str | None = None


class Topics(BaseModel):
    """Popular topics."""

    topics: list[Topic]
    fields: list[str]
    levels: list[str]


class Hit(BaseModel):
    """A result of the search."""

    title: str
    description: str
    code: str
    source: str
    licence: str
    score: float


class Hits(BaseModel):
    """Results, best first."""

    hits: list[Hit]


@router.get("/search", response_model=Hits, responses=documented())
async def search(
    parts: Parts,
    who: Reader,
    q: Annotated[str, Query(min_length=1, max_length=4000, pattern=r"\S", description="a wish, an error, or code")],
    kind: Literal["snippets", "api", "components", "wishes"] = "snippets",
    k: Annotated[int, Query(ge=1, le=50)] = 5,
) -> Any:
    """Examples, reference and components, by meaning and by words."""
    from agent.knowledge import is_prepared
    from retrieval.search import search as find

    if not await asyncio.to_thread(is_prepared):
        raise Unreachable("the search index has not been built", advice="run: tulku search --rebuild")
    hits = await asyncio.to_thread(find, q, kind, k if sees_all(parts, who) else k + SPARE)
    seen = [hit for hit in hits if sees_all(parts, who) or hit.snippet.source not in PRIVATE]
    return Hits(hits=[_hit(hit) for hit in seen[:k]])


@router.get("/topics", response_model=Topics, responses=documented())
async def topics(
    parts: Parts,
    who: Reader,
    field: Annotated[str, Query(max_length=60)] = "",
    level: Annotated[str, Query(max_length=60)] = "",
) -> Any:
    """What many people ask for: examples for a first visit."""
    rows = await asyncio.to_thread(_popular)
    made = await _made(parts, who.owner)
    found = [
        topic.model_copy(update=made.get(topic.prompt, {}))
        for topic in rows
        if field in ("", topic.field) and level in ("", topic.level)
    ]
    fields, levels = (list(dict.fromkeys(getattr(topic, name) for topic in rows)) for name in ("field", "level"))
    return Topics(topics=found, fields=fields, levels=levels)


@router.post("/convert", response_model=Converted, responses=documented())
async def convert(body: Convert, parts: Parts, who: Maker) -> Any:
    """Turn code of manimgl, its ancestors or an older ManimCE into code for today's ManimCE. Nothing is run."""
    try:
        async with asyncio.timeout(CONVERSION):
            result = await asyncio.to_thread(to_ce, body.code)
    except TimeoutError as error:
        raise Unreachable("the conversion took too long", advice="send less code at once") from error
    told = asdict(result)
    return told | {"notes": [str(note) for note in result.notes], "impossible": dict(result.impossible)}


def _hit(hit: Any) -> Hit:
    snippet = hit.snippet
    return Hit(
        title=snippet.title or snippet.name,
        description=snippet.description,
        code=snippet.code,
        source=snippet.source,
        licence=snippet.licence,
        score=float(hit.score),
    )


@lru_cache(maxsize=1)
def _popular() -> list[Topic]:
    """The shipped list; the page brings pictures of a few, so that a new service has something to show."""
    found, _ = read(POPULAR)
    pictures = {path.stem for path in POSTERS.glob("*.webp")}
    return [
        Topic(
            topic_id=str(number),
            title=topic.wish[:1].upper() + topic.wish[1:],
            prompt=topic.wish,
            field=topic.field,
            level=topic.level,
            poster_url=f"/posters/{topic.folder}.webp" if topic.folder in pictures else None,
        )
        for number, topic in enumerate(found)
    ]


async def _made(parts: Service, owner: str) -> dict[str, dict[str, str]]:
    """Videos of this owner by the wish they were made for."""
    prompts = [topic.prompt for topic in _popular()]
    query = select(Job.prompt, Job.id).where(
        Job.owner == owner, Job.status == "completed", Job.size > 0, Job.prompt.in_(prompts)
    )
    async with parts.database.reading() as session:
        rows = (await session.execute(query.order_by(Job.created))).all()
    return {
        prompt: {
            "task_id": task,
            "poster_url": f"/videos/{task}/poster.png",
            "video_url": f"/videos/{task}/animation.mp4",
        }
        for prompt, task in rows
    }
