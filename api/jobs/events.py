"""What happens to a task, as it happens: a Redis stream each, which a client reads on from where it stopped."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from redis.asyncio import Redis

LENGTH = 2000
KEPT = 24 * 3600
"""Seconds that events are kept after the last one."""
BLOCK = 10_000
"""Milliseconds that one read waits for more."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: `name` is stage, progress, scene or done; `id` says where it lies in the stream."""

    id: str
    name: str
    data: dict[str, Any]


class Events:
    """All streams of events."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def tell(self, task: str, name: str, data: dict[str, Any]) -> None:
        """Add an event. Raises `RedisError` while Redis is gone."""
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.xadd(_key(task), {"name": name, "data": json.dumps(data, default=str)}, maxlen=LENGTH)
            pipe.expire(_key(task), KEPT)
            await pipe.execute()

    async def read(self, task: str, after: str) -> list[Happening]:
        """Events after the one called `after` ("0": all); waits a while for the first."""
        found: Any = await self._redis.xread({_key(task): after}, block=BLOCK, count=200)
        return [_happening(key, fields) for _, entries in found or () for key, fields in entries]

    async def follow(self, task: str, after: str) -> AsyncGenerator[Happening | None]:
        """Events until the task is done; None now and then, while nothing happens."""
        while True:
            found = await self.read(task, after)
            if not found:
                yield None
            for happening in found:
                yield happening
                after = happening.id
                if happening.name == "done":
                    return

    async def forget(self, task: str) -> None:
        await self._redis.delete(_key(task))


def _key(task: str) -> str:
    return f"tulku:events:{task}"


def _happening(key: Any, fields: dict[Any, Any]) -> Happening:
    return Happening(_text(key), _text(fields[b"name"]), json.loads(fields[b"data"]))


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
