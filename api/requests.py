"""What the doors can ask for, as plain data in and out: make, render, probe, fix, search.

A request is a dict with `do`; an answer is `{"result": …}` or `{"error": {"kind", "message", "advice", …}}`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.errors import BadInput, TulkuError
from core.wish import Wish, WishOptions

Message = dict[str, Any]
Send = Callable[[Message], None]


async def handle(request: Message, send: Send) -> Message:
    """Do what a request asks for; every failure becomes an `error` message."""
    todo = {"make": _make, "render": _render, "probe": _probe, "fix": _fix, "search": _search}.get(
        str(request.get("do"))
    )
    if todo is None:
        return error_message(BadInput(f"no request {request.get('do')!r}"))
    try:
        return {"result": await todo(request, lambda event: send({"event": event}))}
    except TulkuError as error:
        return error_message(error)
    except Exception as error:  # a defect of ours: the client still gets an answer
        import traceback

        traceback.print_exc()
        return error_message(TulkuError(f"{type(error).__name__}: {error}", advice="this is a defect of Tulku"))


def error_message(error: TulkuError) -> Message:
    """An error as data; `kind` is its class name."""
    known = {key: getattr(error, key) for key in ("nearest", "kept") if getattr(error, key, None)}
    return {"error": {"kind": type(error).__name__, "message": error.message, "advice": error.advice, **known}}


@lru_cache(maxsize=1)
def farm() -> Any:
    """The render farm of this process."""
    from render.farm import Farm

    return Farm.connect()


_OPEN = AsyncExitStack()
_MAKERS: dict[int, Any] = {}


async def maker() -> Any:
    """The maker of this process's event loop, with its cache; `close` ends it."""
    loop = id(asyncio.get_running_loop())
    if loop not in _MAKERS:
        from agent.cached import opened

        _MAKERS[loop] = asyncio.ensure_future(_OPEN.enter_async_context(opened(farm)))
    return await asyncio.shield(_MAKERS[loop])


async def close() -> None:
    """Close what this process opened."""
    _MAKERS.clear()
    await _OPEN.aclose()


async def _make(request: Message, on_event: Send) -> Message:
    wish = Wish(str(request["wish"]).strip(), WishOptions(**request.get("options", {})))
    if wish.options.model != "composer":
        await _prepared(on_event)
    the_maker = await maker()
    made = await the_maker.make(
        wish,
        Path(request["out"]),
        fresh=bool(request.get("fresh")),
        code_only=bool(request.get("code_only")),
        on_event=on_event,
    )
    return asdict(made)


async def _render(request: Message, on_event: Send) -> Message:
    the_farm = await asyncio.to_thread(farm)
    result = await asyncio.to_thread(
        the_farm.render,
        request["code"],
        request.get("scene"),
        quality=request.get("quality", "low"),
        out=Path(request["out"]),
        final=request.get("quality", "low") != "low",
        format=request.get("format", "mp4"),
        seed=int(request.get("seed", 0)),
        on_event=lambda event: on_event({"stage": "render", "scene": 0, **event}),
    )
    return _run_message(result)


async def _probe(request: Message, on_event: Send) -> Message:
    the_farm = await asyncio.to_thread(farm)
    result = await asyncio.to_thread(the_farm.probe, request["code"], request.get("scene"))
    return _run_message(result)


async def _fix(request: Message, on_event: Send) -> Message:
    from api.fixing import fixed

    the_farm = await asyncio.to_thread(farm)
    return await asyncio.to_thread(fixed, request, the_farm, on_event)


async def _search(request: Message, on_event: Send) -> Message:
    from retrieval.search import Filters, search

    built = await _prepared(on_event, fresh=bool(request.get("rebuild")))
    query = str(request.get("query", ""))
    if not query.strip() and request.get("rebuild"):
        return {"built": built, "hits": [], "asked": False}
    filters = Filters(**{key: tuple(values) for key, values in request.get("filters", {}).items()})
    kind, most = request.get("kind", "snippets"), int(request.get("k", 5))
    hits = await asyncio.to_thread(search, query, kind, most, filters)
    return {"built": built, "hits": [asdict(hit) for hit in hits], "asked": True}


async def _prepared(on_event: Send, *, fresh: bool = False) -> list[Message]:
    """Bring the search index up to date where it is not; says what was built."""
    from agent.knowledge import is_prepared, prepare

    if not fresh and await asyncio.to_thread(is_prepared):
        return []

    def progress(kind: str, done: int, of: int) -> None:
        on_event({"stage": "index", "scene": -1, "problem": "", "kind": kind, "done": done, "of_all": of})

    return [asdict(built) for built in await asyncio.to_thread(lambda: prepare(fresh=fresh, progress=progress))]


def _run_message(result: Any) -> Message:
    """A `RunResult` with its layout findings."""
    from layout.findings import check

    findings = check(result.report) if result.report else ()
    return {**asdict(result), "findings": [asdict(finding) for finding in findings]}
