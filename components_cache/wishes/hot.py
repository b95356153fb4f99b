"""Redis in front of the records: answers faster and for several machines; without it the records alone answer."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable
from typing import Any, TypeVar

from components_cache.wishes.record import Kept

_log = logging.getLogger(__name__)

T = TypeVar("T")

PATIENCE = 0.25
"""Seconds that Redis has to answer."""
PAUSE = 30.0
"""Seconds until a Redis that did not answer is asked again."""
LASTING = 7 * 86400
"""Seconds that an entry lies in Redis without being asked for."""
PREFIX = "tulku:wish:"


class Hot:
    """The Redis server of `url`; does nothing without one. One that fails only costs speed, and says so once."""

    def __init__(self, url: str = "") -> None:
        self.url = url
        self._client: Any = None
        self._silent_until = 0.0
        self._warned = False

    async def get(self, key: str) -> Kept | None:
        """The entry, where there is one that can be read."""
        client = self.client()
        if client is None:
            return None
        found = await self.asked(client.getex(PREFIX + key, ex=LASTING))
        try:
            return Kept.from_json(found) if found else None
        except (ValueError, TypeError, KeyError):
            return None

    async def put(self, key: str, kept: Kept) -> None:
        client = self.client()
        if client is not None:
            await self.asked(client.set(PREFIX + key, kept.to_json(), ex=LASTING))

    async def drop(self, keys: list[str]) -> None:
        client = self.client()
        if client is not None and keys:
            await self.asked(client.delete(*(PREFIX + key for key in keys)))

    def client(self) -> Any:
        """The connection; None without a server, and for a while after it did not answer."""
        if not self.url or time.monotonic() < self._silent_until:
            return None
        if self._client is None:
            from redis.asyncio import Redis

            self._client = Redis.from_url(self.url, socket_timeout=PATIENCE * 4, socket_connect_timeout=PATIENCE)
        return self._client

    async def asked(self, answer: Awaitable[T], patience: float = PATIENCE) -> T | None:
        """What Redis answers; None when it does not in time."""
        from redis.exceptions import RedisError

        try:
            return await asyncio.wait_for(answer, patience)
        except (RedisError, OSError, TimeoutError) as error:
            self._failed(error)
            return None

    def _failed(self, error: BaseException) -> None:
        self._silent_until = time.monotonic() + PAUSE
        if not self._warned:
            self._warned = True
            reason = str(error) or type(error).__name__
            _log.warning("Redis at %s does not answer (%s): the records answer, a little slower", self.url, reason)

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None
