"""Doing one task: a wish through the agent, or code through the farm. Knows nothing of queues."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agent.make import Made, make, run_id
from agent.state import Event, Renderer
from api.jobs.outcome import Outcome, from_error, from_made, from_run
from api.jobs.progress import Progress
from api.jobs.tables import Job, Record
from core.errors import BadInput, TulkuError
from core.settings import Settings
from core.wish import Wish, WishOptions
from layout.findings import check


class Stopped(Exception):
    """Raised inside a render by its next event, once nobody wants it any more: the farm ends the scene."""


@dataclass
class Workshop:
    """Where tasks are done. `farm` is asked for when something has to be rendered, and not before."""

    settings: Settings
    farm: Callable[[], Renderer]
    _busy: dict[str, asyncio.Lock] = field(default_factory=dict[str, asyncio.Lock])

    async def do(self, job: Job, folder: Path, tell: Callable[[Event], None]) -> Outcome:
        """Do a task; its files lie in `folder`. Whatever goes wrong is an `Outcome`, but for cancellation."""
        progress, stop = Progress(), threading.Event()

        def note(event: Event) -> None:
            if stop.is_set():
                raise Stopped
            progress.note(event)
            tell(event)

        kept = folder / "none"
        try:
            if job.kind == "render":
                return await self._render(job, folder, note)
            wish = wish_of(job.request)
            kept = self.settings.home / "runs" / run_id(wish)
            made = await self.make_one(wish, folder, note)
            return await asyncio.to_thread(from_made, made, kept, progress)
        except TulkuError as error:
            return await asyncio.to_thread(from_error, error, kept, progress)
        finally:
            stop.set()

    async def make_one(self, wish: Wish, out: Path, note: Callable[[Event], None]) -> Made:
        """The one place where wishes are made. Equal wishes share a run's folder, so they come one after another."""
        async with self._alone(run_id(wish)):
            farm = await asyncio.to_thread(self.farm)
            return await make(wish, out, farm=farm, on_event=note)

    async def _render(self, job: Job, folder: Path, note: Callable[[Event], None]) -> Outcome:
        asked = job.request
        note({"stage": "render", "scene": 0, "attempt": 1})
        farm = await asyncio.to_thread(self.farm)
        result = await asyncio.to_thread(
            farm.render,
            asked["code"],
            asked.get("scene") or None,
            quality=asked["options"]["quality"],
            out=folder,
            final=asked["options"]["quality"] != "low",
            seed=asked["options"].get("seed", 0),
            timeout=self.settings.render_timeout,
            on_event=lambda event: note({**event, "stage": "render", "scene": 0, "attempt": 1}),
        )
        findings = await asyncio.to_thread(check, result.report) if result.report else ()
        return from_run(result, asked["code"], findings)

    @asynccontextmanager
    async def _alone(self, name: str) -> AsyncGenerator[None]:
        lock = self._busy.setdefault(name, asyncio.Lock())
        try:
            async with lock:
                yield
        finally:
            if not lock.locked():
                self._busy.pop(name, None)


def wish_of(request: Record) -> Wish:
    """The wish of a task's record. Raises `BadInput` for one that is not of this version."""
    try:
        return Wish(str(request["prompt"]).strip(), WishOptions(**request["options"]))
    except (KeyError, TypeError) as error:
        raise BadInput(f"this task was written by another version: {error}", advice="send the wish again") from error


def failures(kept: Path) -> list[tuple[int, int, str, dict[str, Any]]]:
    """Failed attempts of a run: scene, number, code and why."""
    found: list[tuple[int, int, str, dict[str, Any]]] = []
    for path in sorted(kept.glob("scene-*/attempts/attempt-*.json")):
        try:
            scene, number = int(path.parts[-3].split("-")[1]) - 1, int(path.stem.split("-")[1])
            why = json.loads(path.read_text(encoding="utf-8"))
            found.append((scene, number, path.with_suffix(".py").read_text(encoding="utf-8"), why))
        except (OSError, ValueError):
            continue  # being written, or not ours
    return found
