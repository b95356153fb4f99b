"""GET /components: what videos are composed from, the curated library first, then the store of extracted ones."""

from __future__ import annotations

import asyncio
import base64
import binascii
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field

from api.auth.principal import Principal
from api.problems import documented
from api.routes.parts import Parts, Reader
from api.service import Service
from components_cache.catalogue import catalogue
from components_cache.formatting import plain_docstring
from components_cache.schema import call_of
from components_cache.store import files
from components_cache.store.opinions import Thumbs, score, thumbs_of
from components_cache.store.record import MARK, Stored, plain_id
from components_cache.store.store import Store
from core.component import Component
from core.errors import NotThere

router = APIRouter(tags=["library"])
STORED = "store"
"""The field of what was extracted from scenes."""
Name = Annotated[
    str,
    Path(pattern=r"^(store:[0-9a-f]{20}|[A-Za-z_]\w{0,99})$", description="its id", examples=["bubble_sort"]),
]
PICTURE = {200: {"content": {"image/webp": {"schema": {"type": "string", "format": "binary"}}}}}


class ComponentLine(BaseModel):
    """A component. `thumbs_up` and `thumbs_down` count people who liked, or disliked, videos with it."""

    id: str
    origin: Literal["library", "store"] = Field(description="curated, or extracted from a scene that was made")
    title: str
    summary: str
    kind: str = Field(description="act: plays beats; mobject: is built")
    field: str
    tags: list[str]
    wishes: list[str] = Field(description="wishes that it answers; never those of people")
    signature: str
    thumbnail_url: str | None
    score: float | None = Field(description="0 to 1: how often it did well; only of extracted ones", ge=0, le=1)
    uses: int
    thumbs_up: int
    thumbs_down: int


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
    licence: str


class Components(BaseModel):
    """A page of components: curated ones by field and title, then extracted ones, newest first."""

    components: list[ComponentLine]
    cursor: str | None = Field(description="send it as `cursor` for the next page; null on the last")


@router.get("/components", response_model=Components, responses=documented(404))
async def components(
    parts: Parts,
    who: Reader,
    q: Annotated[str, Query(max_length=200, description="words of its name, title or summary")] = "",
    field: Annotated[str, Query(max_length=60, description=f"an area of the library, or `{STORED}`")] = "",
    kind: Literal["", "act", "mobject"] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    cursor: Annotated[str, Query(max_length=40)] = "",
) -> Any:
    """The verified pieces that videos are composed from. What was revoked or demoted is not among them."""
    start = _place(cursor)
    curated = await asyncio.to_thread(_curated, q, field, kind)
    found: list[Component | Stored] = [*curated[start : start + limit + 1]]
    if field in ("", STORED) and len(found) <= limit:
        more, skipped = limit + 1 - len(found), max(0, start - len(curated))
        public = not sees_all(parts, who)
        found += await Store(parts.database).listed(kind=kind, words=q, public=public, most=more, start=skipped)
    thumbs = await thumbs_of(Store(parts.database), map(_id, found))
    return Components(
        components=[_line(one, thumbs[plain_id(_id(one))]) for one in found[:limit]],
        cursor=_cursor(start + limit) if len(found) > limit else None,
    )


@router.get("/components/{name}", response_model=ComponentDetail, responses=documented(404))
async def component(name: Name, parts: Parts, who: Reader) -> Any:
    """One component with its parameters and its code."""
    found = await _found(name, parts, who)
    thumbs = await thumbs_of(Store(parts.database), [name])
    about = found.component if isinstance(found, Stored) else found
    parameters = [
        Parameter(name=p.name, annotation=p.annotation, default=p.default, description=p.description)
        for p in about.parameters
    ]
    return ComponentDetail(
        **_line(found, thumbs[plain_id(name)]).model_dump(),
        description=about.description,
        parameters=parameters,
        code=await asyncio.to_thread(_code, found),
        licence=found.licence if isinstance(found, Stored) else "MIT",
    )


@router.get("/components/{name}/thumbnail.webp", response_class=FileResponse, responses=PICTURE | documented(404))
async def thumbnail(name: Name, parts: Parts, who: Reader) -> FileResponse:
    """A picture of an extracted component, 320 × 180."""
    found = await _found(name, parts, who)
    picture = found.thumbnail if isinstance(found, Stored) else ""
    path = files.thumbnail_path(picture)
    if not picture or not await asyncio.to_thread(path.is_file):
        raise NotThere(f"no picture of {name!r}", advice="GET /components says which have one")
    return FileResponse(path, media_type="image/webp", headers={"Cache-Control": "private, max-age=3600"})


def sees_all(parts: Service, who: Principal) -> bool:
    """Whether one may see what was only found in somebody's wish: everybody where there are no logins."""
    return not parts.settings.auth or "admin" in who.scopes


async def _found(name: str, parts: Service, who: Principal) -> Component | Stored:
    found = await _stored(name, parts, who) if name.startswith(MARK) else (await asyncio.to_thread(catalogue)).get(name)
    if found is None:
        raise NotThere(f"no component {name!r}", advice="GET /components lists them")
    return found


async def _stored(name: str, parts: Service, who: Principal) -> Stored | None:
    """An admitted component of the store that this one may see."""
    found = await Store(parts.database).found(name)
    if found is None or found.label != name or found.state != "admitted":
        return None
    is_public = any(origin.source != "wish" for origin in found.origins)
    return found if is_public or sees_all(parts, who) else None


def _curated(q: str, field: str, kind: str) -> list[Component]:
    """Components of the library, by field and title."""
    words = q.lower().split()
    found = [
        component
        for component in catalogue().values()
        if field in ("", _field(component)) and kind in ("", component.kind) and _tells(component, words)
    ]
    return sorted(found, key=lambda component: (_field(component), component.title))


def _tells(component: Component, words: list[str]) -> bool:
    told = " ".join([component.name, component.title, component.summary, component.description, *component.tags])
    return all(word in told.lower() for word in words)


def _code(found: Component | Stored) -> str:
    from components_cache.closure import read_module

    if not isinstance(found, Stored):
        return read_module(found.module).definitions[found.name].source
    first, *rest = found.code.split("\n\n\ndef ")
    return "\n\n\n".join([first, *(plain_docstring(f"def {part}") for part in rest)])


def _line(found: Component | Stored, thumbs: Thumbs) -> ComponentLine:
    stored = found if isinstance(found, Stored) else None
    about = found.component if isinstance(found, Stored) else found
    return ComponentLine(
        id=_id(found),
        origin="store" if stored else "library",
        title=about.title,
        summary=about.summary,
        kind=about.kind,
        field=STORED if stored else _field(about),
        tags=list(about.tags),
        wishes=[] if stored else list(about.wishes),
        signature=call_of(about) if stored else about.signature,
        thumbnail_url=f"/components/{stored.label}/thumbnail.webp" if stored and stored.thumbnail else None,
        score=round(score(stored, thumbs), 3) if stored else None,
        uses=stored.uses if stored else 0,
        thumbs_up=thumbs.up,
        thumbs_down=thumbs.down,
    )


def _id(found: Component | Stored) -> str:
    return found.label if isinstance(found, Stored) else found.name


def _field(component: Component) -> str:
    return component.module.split(".")[2]


def _cursor(place: int) -> str:
    return base64.urlsafe_b64encode(str(place).encode()).decode()


def _place(cursor: str) -> int:
    """Where the page before ended. Raises `NotThere`."""
    try:
        place = int(base64.urlsafe_b64decode(cursor.encode())) if cursor else 0
    except (ValueError, binascii.Error) as error:
        raise NotThere("this cursor is not one of ours", advice="send the cursor of the page before") from error
    if not 0 <= place < 10**9:
        raise NotThere("this cursor is not one of ours", advice="send the cursor of the page before")
    return place
