"""Scenes are looked through only when nobody asks for anything, by the warm process and by workers of the service."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from api.idle import QUIET, Idle
from components_cache.harvest import TRIES, Interrupted, note, waiting
from components_cache.origin import Origin
from core.database import opened
from core.run import RunResult
from core.scene import SceneCode
from tests.components_cache.conftest import own_home
from tests.components_cache.extraction.scenes import BLOCK
from tests.components_cache.fakes import FakeFarm

__all__ = ["own_home"]


@pytest.fixture
async def noted(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.requests.farm", FakeFarm)
    async with opened() as database:
        await note(SceneCode(BLOCK, "DotsInARow"), Origin("wish", "run", "DotsInARow", licence="MIT"), database)


async def left() -> int:
    async with opened() as database:
        return await waiting(database)


async def ended(idle: Idle) -> None:
    task = idle._task  # pyright: ignore[reportPrivateUsage]
    if task:
        await asyncio.wait_for(task, 30)


@pytest.mark.usefixtures("noted")
async def test_it_waits_until_it_is_quiet_and_then_works_once() -> None:
    idle = Idle(lambda: False)
    idle.tend(QUIET - 1, served=1)
    await ended(idle)
    assert await left() == 1
    idle.tend(QUIET + 1, served=1)
    await ended(idle)
    assert await left() == 0


@pytest.mark.usefixtures("noted")
async def test_it_gives_way_and_comes_back() -> None:
    busy = [True]
    idle = Idle(lambda: busy[0])
    idle.tend(QUIET + 1, served=1)
    await ended(idle)
    assert await left() == 1
    busy[0] = False
    idle.tend(QUIET + 1, served=1)
    await ended(idle)
    assert await left() == 0


class Busying(FakeFarm):
    """Somebody asks for something in the middle of the first proof."""

    def __init__(self, busy: list[bool]) -> None:
        super().__init__()
        self.busy, self.broken = busy, 0

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
        options["on_event"]({"animation": 0})
        self.busy[0] = True
        try:
            options["on_event"]({"animation": 1})
        except Interrupted:
            self.broken += 1
            raise
        return super().probe(code, scene)


@pytest.mark.usefixtures("noted")
async def test_a_proof_is_broken_off_when_somebody_asks_and_that_is_no_try(monkeypatch: pytest.MonkeyPatch) -> None:
    busy = [False]
    farm = Busying(busy)
    monkeypatch.setattr("api.requests.farm", lambda: farm)
    idle = Idle(lambda: busy[0])
    for _ in range(TRIES + 1):
        busy[0] = False
        idle.tend(QUIET + 1, served=1)
        await ended(idle)
    assert farm.broken == TRIES + 1 and await left() == 1
    monkeypatch.setattr("api.requests.farm", FakeFarm)
    busy[0] = False
    idle.tend(QUIET + 1, served=1)
    await ended(idle)
    assert await left() == 0


@pytest.mark.usefixtures("noted")
async def test_a_watch_that_ends_leaves_nothing_running(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, over = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    class Endless(FakeFarm):
        def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
            loop.call_soon_threadsafe(begun.set)
            while not over.wait(0.01):
                options["on_event"]({"animation": 0})
            raise AssertionError

    monkeypatch.setattr("api.requests.farm", Endless)
    busy = [False]
    watching = asyncio.create_task(Idle(lambda: busy[0]).watch(lambda: QUIET + 1, lambda: 1))
    await asyncio.wait_for(begun.wait(), 30)
    busy[0] = True
    watching.cancel()
    await asyncio.wait({watching}, timeout=30)
    assert watching.cancelled() and await left() == 1
    over.set()
