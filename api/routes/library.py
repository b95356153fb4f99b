"""What the service knows: components, search, popular topics; and conversion of code, which needs no queue."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from functools import lru_cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi import Path as UrlPath
from pydantic import BaseModel, Field
from sqlalchemy import select

from api.jobs.tables import Job
from api.models.asked import Convert
from api.models.told import Converted
from api.problems import documented
from api.routes.parts import Maker, Parts, Reader
from api.service import Service
from api.topics import POPULAR, read
from components_cache.catalogue import catalogue
from convert.convert import convert as to_ce
from core.component import Component
from core.errors import NotThere, Unreachable

router = APIRouter(tags=["library"])
CONVERSION = 60.0
"""Seconds that a conversion may take."""


class ComponentLine(BaseModel):
    """A component of the library."""

    id: str
    title: str
    summary: str
    kind: str
    field: str
    tags: list[str]
    wishes: list[str] = Field(description="wishes that it answers")
    signature: str


class Parameter(BaseModel):
    """A parameter of a component."""

    name: str
    annotation: str
    default: str
    description: str


class ComponentDetail(ComponentLine):
    """A component with its parameters and its code."""

    description: str
    parameters: list[Parameter]
    code: str


class Components(BaseModel):
    """Components by field and title."""

    components: list[ComponentLine]


class Topic(BaseModel):
    """Something that many people ask for. `task_id` and the URLs name a video of yours that answers it."""

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


@router.get("/components", response_model=Components, responses=documented())
async def components(parts: Parts, who: Reader, field: Annotated[str, Query(max_length=60)] = "") -> Any:
    """The verified pieces that videos are composed from."""
    found = (await asyncio.to_thread(catalogue)).values()
    lines = [_line(component) for component in found if field in ("", _field(component))]
    return Components(components=sorted(lines, key=lambda line: (line.field, line.title)))


@router.get("/components/{name}", response_model=ComponentDetail, responses=documented(404))
async def component(name: Annotated[str, UrlPath(pattern=r"^[A-Za-z_]\w{0,99}$")], parts: Parts, who: Reader) -> Any:
    """One component with its parameters and its code."""
    from components_cache.closure import read_module

    found = (await asyncio.to_thread(catalogue)).get(name)
    if found is None:
        raise NotThere(f"no component {name!r}", advice="GET /components lists them")
    code = await asyncio.to_thread(lambda: read_module(found.module).definitions[found.name].source)
    parameters = [
        Parameter(name=p.name, annotation=p.annotation, default=p.default, description=p.description)
        for p in found.parameters
    ]
    return ComponentDetail(**_line(found).model_dump(), description=found.description, parameters=parameters, code=code)


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
    hits = await asyncio.to_thread(find, q, kind, k)
    return Hits(hits=[_hit(hit) for hit in hits])


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


def _line(component: Component) -> ComponentLine:
    return ComponentLine(
        id=component.name,
        title=component.title,
        summary=component.summary,
        kind=component.kind,
        field=_field(component),
        tags=list(component.tags),
        wishes=list(component.wishes),
        signature=component.signature,
    )


def _field(component: Component) -> str:
    return component.module.split(".")[2]


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
    found, _ = read(POPULAR)
    return [
        Topic(
            topic_id=str(number),
            title=topic.wish[:1].upper() + topic.wish[1:],
            prompt=topic.wish,
            field=topic.field,
            level=topic.level,
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
