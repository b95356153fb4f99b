"""The warm process looks through scenes only when nobody asks for anything."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from api.idle import QUIET, Idle
from components_cache.harvest import note, waiting
from components_cache.origin import Origin
from core.database import opened
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
