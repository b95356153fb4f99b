"""From the agent's events, which come from any thread, to the stream of the task and its heartbeat."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import structlog
from redis.exceptions import RedisError

from api.jobs.events import Events
from api.jobs.progress import Progress

STEP, PAUSE = 0.01, 0.2
"""Progress is told when it grew by so much and so many seconds have passed."""
log = structlog.get_logger("tulku.jobs")


class Relay:
    """Events of one task. Call it from any thread; `run` tells them on, until `close`."""

    def __init__(self, task: str, events: Events) -> None:
        self.progress = Progress()
        self._task, self._events = task, events
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._told, self._when, self._stage = 0.0, 0.0, ""

    def __call__(self, event: dict[str, Any]) -> None:
        self._loop.call_soon_threadsafe(self._queue.put_nowait, dict(event))

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._queue.put_nowait, None)

    async def run(self) -> None:
        """Tell events on as they come."""
        while (event := await self._queue.get()) is not None:
            self.progress.note(event)
            for name, data in self._news(event):
                await self.tell(name, data)

    async def tell(self, name: str, data: dict[str, Any]) -> None:
        """Add to the task's stream; without Redis nobody listens, and the work goes on."""
        try:
            await self._events.tell(self._task, name, data)
        except (RedisError, OSError) as error:
            log.warning("event lost", task=self._task, event_name=name, error=str(error))

    def _news(self, event: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
        """What of an event is worth telling."""
        stage, share = self.progress.stage, round(self.progress.value, 3)
        about = {"stage": stage, "scene": event.get("scene", -1), "progress": share}
        if stage == "kept":
            scene = {"index": about["scene"], "made": bool(event.get("made")), "attempts": event.get("attempt", 1)}
            return [("scene", scene), ("progress", self._share(share))]
        mark = f"{stage} {about['scene']} {event.get('attempt', 1)}"
        if mark != self._stage:
            self._stage = mark
            more = {name: event[name] for name in ("attempt", "title", "scenes", "problem") if name in event}
            return [("stage", about | more)]
        if share >= self._told + STEP and time.monotonic() >= self._when + PAUSE:
            return [("progress", self._share(share) | {"animation": event.get("animation"), "of": event.get("of")})]
        return []

    def _share(self, share: float) -> dict[str, Any]:
        self._told, self._when = share, time.monotonic()
        return {"progress": share, "stage": self.progress.stage}
