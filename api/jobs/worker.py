"""The worker: takes waiting tasks, keeps their hearts beating, stores what comes out, and stops without losing any."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import structlog
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from taskiq.receiver import Receiver

from agent.make import run_id
from api import metrics
from api.jobs import claims
from api.jobs.broker import serve
from api.jobs.former import wish_of
from api.jobs.outcome import Outcome, error_record
from api.jobs.queue import Queue
from api.jobs.relay import Relay
from api.jobs.tables import Attempt, Job, Record
from api.jobs.work import Workshop, failures
from api.service import Service
from api.tracing import span
from core.errors import TulkuError, Unreachable
from core.times import now

BEAT = 2.0
"""Seconds between two heartbeats: also how long a cancelled task may still run."""
PATIENCE = 300.0
"""Seconds that the end of a task waits for a database or a storage that is gone."""
FIRST_PAUSE = 0.5
log = structlog.get_logger("tulku.jobs")
T = TypeVar("T")
LANES = 4
"""Videos from the cache that are served at once, beside the slots for renders."""


class Worker:
    """Works on `queue.slots` tasks at once."""

    def __init__(self, service: Service, queue: Queue, workshop: Workshop) -> None:
        self._service, self._queue, self._workshop = service, queue, workshop
        self._stopping = asyncio.Event()
        self._last = asyncio.get_running_loop().time()
        self.running: set[asyncio.Task[None]] = set()
        self.served = 0
        serve(queue.broker, self.take)

    async def run(self) -> None:
        """Answer calls until `stop`; then until the running tasks end, or the drain time is over."""
        receiver = Receiver(self._queue.broker, max_async_tasks=self._queue.slots, run_startup=False)
        self._queue.broker.is_worker_process = True
        listening = asyncio.create_task(receiver.listen(self._stopping))
        lane = asyncio.create_task(self._serve_kept())
        await self._stopping.wait()
        lane.cancel()
        if self.running:
            await asyncio.wait(self.running, timeout=self._service.settings.job_drain)
        for task in self.running:
            task.cancel()
        await listening

    def stop(self) -> None:
        """Take nothing more."""
        self._stopping.set()

    def busy(self) -> bool:
        """Whether it works on a task, or ends."""
        return bool(self.running) or self._stopping.is_set()

    def quiet(self) -> float:
        """Seconds since the last task ended; 0 while there is one."""
        return 0.0 if self.busy() else asyncio.get_running_loop().time() - self._last

    async def _serve_kept(self) -> None:
        """Videos that were made before do not wait until a slot for renders is free."""
        while True:
            await self._queue.kept.wait()
            self._queue.kept.clear()
            await asyncio.gather(*(self.take(kept=True) for _ in range(LANES)))

    async def take(self, *, kept: bool = False) -> None:
        """Work on waiting tasks until none is left; on those only whose video is `kept`, where it is said."""
        while not self._stopping.is_set():
            try:
                job = await claims.claim(self._service.database, kept=kept)
            except SQLAlchemyError as error:
                log.warning("no task could be claimed", error=str(error))
                return
            if job is None:
                return
            task = asyncio.create_task(self._work(job))
            self.running.add(task)
            task.add_done_callback(self._ended_one)
            await asyncio.wait({task})

    def _ended_one(self, task: asyncio.Task[None]) -> None:
        self.running.discard(task)
        self.served, self._last = self.served + 1, asyncio.get_running_loop().time()

    async def _work(self, job: Job) -> None:
        """One task, from claim to end. A defect ends the task, not the worker."""
        bound = log.bind(task=job.id)
        bound.info("task begins", kind=job.kind, takeovers=job.takeovers)
        relay = Relay(job.id, self._service.events)
        telling = asyncio.create_task(relay.run())
        folder = self._service.settings.home / "jobs" / job.id
        try:
            with span("task", task_id=job.id, task_kind=job.kind) as note:
                outcome = await self._watched(job, relay, folder)
                if outcome:
                    await self._finish(job, outcome, relay)
                    bound.info("task ends", status=outcome.status, cache=outcome.cache)
                    note("task.status", outcome.status)
                    note("task.cache", outcome.cache)
        except asyncio.CancelledError:
            if await claims.release(self._service.database, job):
                await self._queue.call()
                bound.info("task put back")
        except Exception as error:
            bound.exception("task failed")
            await self._finish(job, Outcome("failed", error=error_record(error)), relay)
        finally:
            relay.close()
            await telling
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    async def _watched(self, job: Job, relay: Relay, folder: Path) -> Outcome | None:
        """Do the task beside its heartbeat; None when it is not ours any more."""
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        work = asyncio.create_task(self._workshop.do(job, folder, relay))
        heart = asyncio.create_task(self._heart(job, relay))
        try:
            done, _ = await asyncio.wait(
                {work, heart}, timeout=self._service.settings.job_timeout, return_when=asyncio.FIRST_COMPLETED
            )
            if work in done:
                return work.result()
            return heart.result() if heart in done else _timed_out(self._service.settings.job_timeout)
        finally:
            for task in (work, heart):
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await work

    async def _heart(self, job: Job, relay: Relay) -> Outcome | None:
        """Beat until the task is cancelled (an outcome) or lost (None)."""
        while True:
            await asyncio.sleep(BEAT)
            try:
                pulse = await claims.beat(
                    self._service.database, job, relay.progress.stage, round(relay.progress.value, 3)
                )
            except SQLAlchemyError as error:
                log.warning("heartbeat failed", task=job.id, error=str(error))
                continue
            if not pulse.held:
                log.warning("task lost to another worker", task=job.id)
                return None
            if pulse.cancel:
                return Outcome("cancelled")

    async def _finish(self, job: Job, outcome: Outcome, relay: Relay) -> None:
        """Store files, write the end down, tell it. Waits for a storage or database that is gone.

        Where the storage does not come back, the task has failed, and its code is kept.
        """
        try:
            stored = await _patiently(lambda: self._stored(job, outcome))
        except Unreachable as error:
            stored, outcome = {}, replace(outcome, status="failed", error=error_record(error))
        values = _again(job, outcome) if job.remake else outcome.values()
        ended = await _patiently(lambda: self._ended(job, values | stored))
        if ended:
            metrics.note(job.kind, outcome)
            await relay.tell("done", {"task_id": job.id, "status": outcome.status, "title": outcome.title})

    async def _stored(self, job: Job, outcome: Outcome) -> Record:
        if not outcome.paths:
            return {}
        keys, size = await self._service.storage.keep(job.id, outcome.paths)
        expires = now() + timedelta(days=self._service.settings.video_days)
        return {"files": keys, "size": size, "expires": expires}

    async def _ended(self, job: Job, values: Record) -> bool:
        if job.kind != "render":
            await self._keep_failures(job)
        return await claims.end(self._service.database, job, values)

    async def _keep_failures(self, job: Job) -> None:
        """Every failed attempt is kept as an event, with its code and its error."""
        try:
            kept = self._service.settings.home / "runs" / run_id(wish_of(job.request))
        except TulkuError:
            return
        found = await asyncio.to_thread(failures, kept)
        async with self._service.database.session() as session:
            for scene, number, code, failure in found:
                await session.merge(Attempt(job=job.id, scene=scene, number=number, code=_plain(code), failure=failure))


def _plain(code: str) -> str:
    """Without what no database takes into a text."""
    return code.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


async def _patiently(step: Callable[[], Awaitable[T]]) -> T:
    """Try again, ever less often, while something is unreachable."""
    deadline, pause = asyncio.get_running_loop().time() + PATIENCE, FIRST_PAUSE
    while True:
        try:
            return await step()
        except (OperationalError, InterfaceError, PoolTimeout, Unreachable) as error:
            if asyncio.get_running_loop().time() + pause > deadline:
                raise
            log.warning("the end of a task waits", error=str(error))
        await asyncio.sleep(pause)
        pause = min(15.0, pause * 2)


def _again(job: Job, outcome: Outcome) -> Record:
    """What changes when an expired video is made again: its code and all that was found out stay for ever."""
    status = outcome.status if outcome.status in ("completed", "partial") else "failed"
    return {"status": status, "error": outcome.error, "remake": False}


def _timed_out(seconds: float) -> Outcome:
    message = f"it took longer than {seconds:.0f} seconds"
    return Outcome("failed", error={"code": "timeout", "message": message, "advice": "ask for less", "nearest": []})
