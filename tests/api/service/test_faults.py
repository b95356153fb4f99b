"""Faults while tasks run: a full disk, a locked database, a bucket that is down, a clock that jumps."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from api.jobs.sweeper import Sweeper
from core import times
from core.settings import settings
from tests.agent.fakes import GOOD, ScriptedModel
from tests.api.service.bench import WISH, Bench, benched
from tests.api.service.test_bucket import Bucket


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.jobs.worker.FIRST_PAUSE", 0.05)


async def waits(bench: Bench) -> tuple[str, asyncio.Task[None]]:
    """A task whose render is done, and which cannot be ended now."""
    task = await bench.ask()
    working = asyncio.create_task(bench.worker.take())
    async with asyncio.timeout(60):
        while not bench.farm.rendered:
            await asyncio.sleep(0.02)
    await asyncio.sleep(0.5)
    assert not working.done()
    return task, working


@pytest.fixture
def small(home: Path) -> Iterator[Path]:
    """The storage's folder on a disk of 64 KiB."""
    folder = home / "videos"
    folder.mkdir(parents=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here: that takes root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.service
async def test_a_full_disk_is_waited_for(small: Path, bench: Bench) -> None:
    filler = small / "filler"
    with pytest.raises(OSError, match="No space left"), filler.open("wb", buffering=0) as file:
        while file.write(os.urandom(4096)):
            pass
    task, working = await waits(bench)
    told = await bench.status(task)
    assert (told["status"], told["video_url"]) == ("running", None)
    ready = await bench.client.get("/readyz")
    assert ready.status_code == 503 and "OSError" in ready.json()["parts"]["storage"]
    filler.unlink()
    await asyncio.wait_for(working, 60)
    made = await bench.status(task)
    assert made["status"] == "completed"
    assert (await bench.client.get(made["video_url"])).content == GOOD.encode()
    assert not list(small.rglob("*.part")) and not list(small.rglob(".probe*"))


async def test_a_disk_that_stays_full_fails_the_task_and_keeps_its_code(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: object, key: str) -> object:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr("api.jobs.worker.PATIENCE", 0.2)
        broken.setattr(bench.service.storage, "_put", full)
        made = await bench.made()
    assert (made["status"], made["error"]["code"]) == ("failed", "unreachable")
    assert "storage" in made["error"]["message"]
    assert (made["code"], made["video_url"]) == (GOOD, None)
    monkeypatch.setattr("api.jobs.former.choose_model", lambda name, **options: ScriptedModel())
    again = await bench.client.post(f"/tasks/{made['task_id']}/scenes/0/retry")
    await bench.worker.take()
    assert (await bench.status(again.json()["task_id"]))["status"] == "completed"


async def test_a_locked_database_file_is_said_to_be_and_waited_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.database.PATIENCE", 0.2)
    async with benched(settings()) as bench:
        begun, lock = asyncio.Event(), sqlite3.connect(home / "tulku.sqlite", isolation_level=None)
        loop = asyncio.get_running_loop()

        def locked() -> None:
            lock_at_once = asyncio.run_coroutine_threadsafe(_locked(lock, begun), loop)
            lock_at_once.result(10)

        bench.farm.on_render = locked
        task, working = await waits(bench)
        refused = await bench.client.post("/generate", json=WISH)
        assert (refused.status_code, refused.json()["code"]) == (503, "unreachable") and refused.headers["retry-after"]
        assert (await bench.status(task))["status"] == "running"  # who reads waits for nobody
        lock.execute("ROLLBACK")
        lock.close()
        await asyncio.wait_for(working, 60)
        assert (await bench.status(task))["status"] == "completed"


async def _locked(lock: sqlite3.Connection, begun: asyncio.Event) -> None:
    lock.execute("BEGIN IMMEDIATE")
    begun.set()


@pytest.fixture
async def bucket(home: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Bucket, Bench]]:
    """A bench whose storage is a bucket that can be taken away."""
    with Bucket() as found:
        told = {"URL": "s3://tulku/videos", "ENDPOINT": found.url, "KEY": "k", "SECRET": "s"}
        for name, value in told.items():
            monkeypatch.setenv(f"TULKU_STORAGE_{name}", value)
        settings.cache_clear()
        async with benched(settings()) as bench:
            yield found, bench


@pytest.mark.service
async def test_a_bucket_that_is_down_for_a_while_is_waited_for(bucket: tuple[Bucket, Bench]) -> None:
    server, bench = bucket
    await asyncio.to_thread(server.stop)
    task, working = await waits(bench)
    assert (await bench.status(task))["status"] == "running"
    assert (await bench.client.get("/readyz")).json()["parts"]["storage"] != "ok"
    await asyncio.to_thread(server.start)
    await asyncio.wait_for(working, 120)
    made = await bench.status(task)
    assert made["status"] == "completed"
    assert (await bench.client.get(made["video_url"])).content == GOOD.encode()


@pytest.mark.parametrize("jump", [timedelta(days=400), timedelta(days=-400)], ids=["forth", "back"])
async def test_a_clock_that_jumps_takes_nothing_from_anybody(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, jump: timedelta
) -> None:
    """While a task runs, the clock of the machine moves by more than a year; it stays there."""
    real, shift = times.datetime, [timedelta(0)]

    class Clock(real):  # type: ignore[misc,valid-type]
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return real.now(tz) + shift[0]

    monkeypatch.setattr(times, "datetime", Clock)
    sweeper = Sweeper(bench.service.queue, bench.service.redis)

    def jumped() -> None:
        shift[0] = jump
        asyncio.run_coroutine_threadsafe(sweeper.sweep(), loop).result(10)

    loop = asyncio.get_running_loop()
    bench.farm.on_render = jumped
    before = await bench.made()
    bench.farm.on_render = lambda: None
    await sweeper.sweep()
    after = await bench.made(prompt="another one")
    assert [one["status"] for one in (before, after)] == ["completed"] * 2
    assert bench.broker.count == 2 and len(bench.farm.rendered) == 2  # nothing was begun twice
    listed = (await bench.client.get("/tasks")).json()["tasks"]
    assert {task["task_id"] for task in listed} == {before["task_id"], after["task_id"]}
    for task in (before, after):
        assert (await bench.client.get(task["video_url"])).content
