"""Doing one task: a wish through the agent, or code through the farm. Knows nothing of queues."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from agent.cached import Maker
from agent.make import Made, make, run_id
from agent.models.protocol import CodeModel
from agent.state import Event, Renderer
from api import content
from api.jobs.former import refining, wish_of
from api.jobs.outcome import Outcome, error_record, from_error, from_made, from_run
from api.jobs.progress import Progress
from api.jobs.scope import SCOPE
from api.jobs.tables import Job
from core.errors import BadInput, TulkuError
from core.settings import Settings
from core.wish import Wish
from layout.captions import cues, webvtt
from layout.findings import check


class Stopped(Exception):
    """Raised inside a render by its next event, once nobody wants it any more: the farm ends the scene."""


@dataclass
class Workshop:
    """Where tasks are done. `farm` is asked for when something has to be rendered, and not before."""

    settings: Settings
    farm: Callable[[], Renderer]
    maker: Maker | None = None
    _busy: dict[str, asyncio.Lock] = field(default_factory=dict[str, asyncio.Lock])

    async def do(self, job: Job, folder: Path, tell: Callable[[Event], None]) -> Outcome:
        """Do a task; its files lie in `folder`. Whatever goes wrong is an `Outcome`, but for defects."""
        SCOPE.set(f"conversation:{job.conversation}")
        progress, stop = Progress(), threading.Event()

        def note(event: Event) -> None:
            if not stop.is_set():
                progress.note(event)
                tell(event)
            elif job.kind != "generate":  # a wish may be made for others, too: see `agent.cached.Flight`
                raise Stopped

        kept = folder / "none"
        try:
            if job.kind == "render":
                return await self._render(job, folder, note)
            wish = wish_of(job.request)
            kept = self.settings.home / "runs" / run_id(wish)
            model = refining(job.request, wish)
            made = await self.make_one(wish, folder, note, model)
            outcome = await asyncio.to_thread(from_made, made, kept, progress)
            return await self._looked_at(replace(outcome, wish=model.revision.wish if model else wish.text))
        except TulkuError as error:
            return await asyncio.to_thread(from_error, error, kept, progress)
        finally:
            stop.set()

    async def make_one(
        self, wish: Wish, out: Path, note: Callable[[Event], None], model: CodeModel | None = None
    ) -> Made:
        """The one place where wishes are made: through the cache, but for those that start from a finished video."""
        if model is None and self.maker:
            return await self.maker.make(wish, out, on_event=note)
        async with self._alone(run_id(wish)):  # equal changes share a run's folder, and no flight of the maker
            farm = await asyncio.to_thread(self.farm)
            return await make(wish, out, farm=farm, model=model, on_event=note)

    async def _looked_at(self, outcome: Outcome) -> Outcome:
        """The outcome, or that it is refused: what a model writes is looked at as what people write is."""
        try:
            await content.check(self.settings, outcome.title, outcome.code or "")
        except BadInput as error:
            return Outcome("failed", error=error_record(error))
        return outcome

    async def _render(self, job: Job, folder: Path, note: Callable[[Event], None]) -> Outcome:
        asked, options = job.request, job.request["options"]
        note({"stage": "render", "scene": 0, "attempt": 1})
        farm = await asyncio.to_thread(self.farm)
        result = await asyncio.to_thread(
            farm.render,
            asked["code"],
            asked.get("scene") or None,
            quality=options["quality"],
            resolution=options.get("resolution") or "",
            out=folder,
            final=options["quality"] != "low",
            seed=options.get("seed", 0),
            timeout=self.settings.render_timeout,
            on_event=lambda event: note({**event, "stage": "render", "scene": 0, "attempt": 1}),
        )
        findings = await asyncio.to_thread(check, result.report) if result.report else ()
        if result.ok and result.report:
            captions = folder / "captions.vtt"
            captions.write_text(webvtt(cues(result.report)), encoding="utf-8")
        return from_run(result, asked["code"], findings, folder)

    @asynccontextmanager
    async def _alone(self, name: str) -> AsyncGenerator[None]:
        lock = self._busy.setdefault(name, asyncio.Lock())
        try:
            async with lock:
                yield
        finally:
            if not lock.locked():
                self._busy.pop(name, None)


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
