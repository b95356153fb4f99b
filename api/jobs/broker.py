"""The wake-up call: Taskiq on a Redis stream. A message says that something waits; the database says what.

So a message that is lost or comes twice does no harm: see `api.jobs.sweeper`.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError
from taskiq import AckableMessage, AsyncBroker
from taskiq.kicker import AsyncKicker
from taskiq_redis import RedisStreamBroker

STREAM, GROUP, TASK = "tulku:jobs", "workers", "work"
PAUSE = 1.0
"""Seconds between two tries to reach a Redis that is gone."""
log = structlog.get_logger("tulku.jobs")


class StreamBroker(RedisStreamBroker):
    """The stream broker, patient: it outlives a Redis that goes away, and one that comes back empty."""

    def __init__(self, url: str) -> None:
        super().__init__(
            url,
            queue_name=STREAM,
            consumer_group_name=GROUP,
            consumer_id="0",
            maxlen=10_000,
            xread_count=1,  # what one worker reads ahead, another one cannot have
            xread_block=1000,
            socket_timeout=10.0,
            socket_connect_timeout=2.0,
        )

    async def startup(self) -> None:
        """Nothing that needs Redis: `listen` declares the group."""

    async def listen(self) -> AsyncGenerator[AckableMessage, None]:
        """Every message, for ever."""
        while True:
            try:
                await self._declare_consumer_group()
                async for message in super().listen():
                    yield message
            except (RedisError, OSError) as error:
                log.warning("redis is gone", error=str(error))
                await asyncio.sleep(PAUSE)


async def wake(broker: AsyncBroker) -> None:
    """Tell a worker that something waits. Raises `RedisError` while Redis is gone."""
    await AsyncKicker[[], None](TASK, broker, labels={}).kiq()


async def undelivered(redis: Redis) -> int:
    """Messages that no worker has read yet."""
    try:
        groups = await redis.xinfo_groups(STREAM)
    except RedisError as error:
        if "no such key" in str(error):
            return 0
        raise
    return sum(int(group.get("lag") or 0) for group in groups)


def serve(broker: AsyncBroker, work: Callable[[], Awaitable[None]]) -> None:
    """Let `work` answer the calls."""

    async def answer() -> None:
        await work()

    broker.register_task(answer, task_name=TASK)
