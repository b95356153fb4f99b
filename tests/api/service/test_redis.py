"""With a real redis-server: the queue over its stream, a server that dies, one that comes back empty."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psutil
import pytest
from redis.asyncio import Redis

from api.jobs.broker import StreamBroker
from api.jobs.sweeper import Sweeper
from core.redis_server import RedisServer
from core.settings import settings
from tests.api.service.bench import Bench, benched

pytestmark = pytest.mark.service


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    found = RedisServer(tmp_path / "redis", tmp_path / "r.sock")
    found.start()
    yield found
    found.stop()
    assert not found.answers()


@pytest.fixture
async def real(home: Path, server: RedisServer) -> AsyncIterator[Bench]:
    redis: Redis = Redis.from_url(server.url)
    async with benched(settings(), redis, StreamBroker(server.url)) as bench:
        working = asyncio.create_task(bench.worker.run())
        yield bench
        bench.worker.stop()
        await asyncio.wait_for(working, 60)
    await redis.aclose()


def kill(server: RedisServer) -> None:
    """kill -9, and wait until it is gone."""
    mark = str(server.socket)
    found = [p for p in psutil.process_iter(["cmdline"]) if any(mark in part for part in p.info["cmdline"] or ())]
    for process in found:
        process.kill()
    psutil.wait_procs(found, timeout=10)


async def ended(bench: Bench, tasks: list[str], seconds: float = 150.0) -> list[str]:
    async with asyncio.timeout(seconds):
        while True:
            states = [(await bench.status(task))["status"] for task in tasks]
            if not {"pending", "running"} & set(states):
                return states
            await asyncio.sleep(0.05)


def test_what_was_written_outlives_a_kill(server: RedisServer) -> None:
    import time

    from redis import Redis as Blocking

    client = Blocking(unix_socket_path=str(server.socket))
    client.set("kept", "1")
    time.sleep(1.1)  # appendfsync everysec
    kill(server)
    assert not server.answers()
    server.start()
    assert client.get("kept") == b"1"
    client.close()
    assert oct(server.socket.stat().st_mode & 0o777) == "0o700"


async def test_wishes_go_through_the_stream(real: Bench) -> None:
    tasks = [await real.ask(prompt=f"wish {number}") for number in range(3)]
    assert await ended(real, tasks) == ["completed"] * 3
    story = await real.client.get(f"/events/{tasks[0]}")
    assert "event: done" in story.text


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # pipelines that taskiq-redis loses
async def test_a_redis_that_dies_and_comes_back_empty_loses_no_wish(real: Bench, server: RedisServer) -> None:
    sweeper = Sweeper(real.service.queue, real.service.redis)
    first = await real.ask(prompt="before")
    kill(server)
    second = await real.ask(prompt="while it is gone")
    assert (await real.client.get(f"/events/{second}")).status_code == 503
    shutil.rmtree(server.folder / "appendonlydir")
    server.start()
    await sweeper.sweep()
    third = await real.ask(prompt="after")
    assert await ended(real, [first, second, third]) == ["completed"] * 3
