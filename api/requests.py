"""What the doors can ask for, as plain data in and out: make, render, probe.

A request is a dict with `do`; an answer is `{"result": …}` or `{"error": {"kind", "message", "advice", …}}`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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
    todo = {"make": _make, "render": _render, "probe": _probe}.get(str(request.get("do")))
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


async def _make(request: Message, on_event: Send) -> Message:
    from agent.make import make

    wish = Wish(str(request["wish"]).strip(), WishOptions(**request.get("options", {})))
    the_farm = await asyncio.to_thread(farm)
    made = await make(
        wish, Path(request["out"]), farm=the_farm, code_only=bool(request.get("code_only")), on_event=on_event
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


def _run_message(result: Any) -> Message:
    """A `RunResult` with its layout findings."""
    from layout.findings import check

    findings = check(result.report) if result.report else ()
    return {**asdict(result), "findings": [asdict(finding) for finding in findings]}
