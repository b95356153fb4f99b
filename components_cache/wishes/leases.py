"""Leases: who makes a wish at this moment, so that others wait for the result instead of making it again.

In the database, or in Redis where it is configured. A holder renews its lease; one that was killed does not, and the
next one takes over when the lease is void.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from components_cache.wishes.hot import Hot
from components_cache.wishes.tables import LeaseRow, now
from core.database import Database

LASTING = 15.0
"""Seconds until a lease that is not renewed is void."""
RENEWALS = 3
"""How often a lease is renewed in that time."""
FIRST_LOOK, LONGEST_LOOK = 0.05, 0.5
"""Seconds between two looks of a waiting process: twice as long each time."""
PREFIX = "tulku:lease:"

RENEW = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('pexpire', KEYS[1], ARGV[2]) or 0"
RELEASE = (
    "if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]); "
    "redis.call('publish', KEYS[1], 'free'); return 1 end return 0"
)


class Leases:
    """Leases of one process on keys."""

    def __init__(self, database: Database, hot: Hot, lasting: float = LASTING) -> None:
        self.database, self.hot, self.lasting = database, hot, lasting
        self.me = uuid4().hex

    async def take(self, key: str) -> bool:
        """Take a free lease, or one that is void. False when another holds it."""
        client = self.hot.client()
        if client is not None:
            taken = await self.hot.asked(_set(client, key, self.me, self.lasting))
            if taken is not None:
                return taken
        return await self._take_row(key)

    @asynccontextmanager
    async def held(self, key: str) -> AsyncGenerator[None]:
        """Keep a lease that was taken until the block ends, however it ends."""
        renewing = asyncio.create_task(self._renewing(key))
        try:
            yield
        finally:
            renewing.cancel()
            await asyncio.shield(self._release(key))

    async def wait(self, key: str, look: int) -> None:
        """Wait a little: until the holder is done where Redis tells so, at most until the next look."""
        seconds = min(LONGEST_LOOK, FIRST_LOOK * 2**look)
        client = self.hot.client()
        if client is None:
            await asyncio.sleep(seconds)
        elif await self.hot.asked(_told(client, key, seconds), seconds + 1.0) is None:
            await asyncio.sleep(FIRST_LOOK)

    async def _renewing(self, key: str) -> None:
        while True:
            await asyncio.sleep(self.lasting / RENEWALS)
            with suppress(Exception):  # a renewal that fails is tried again; the work goes on either way
                await self._renew(key)

    async def _renew(self, key: str) -> None:
        client = self.hot.client()
        if client is not None:
            await self.hot.asked(client.eval(RENEW, 1, PREFIX + key, self.me, int(self.lasting * 1000)))
        async with self.database.session() as session:
            row = await session.get(LeaseRow, key)
            if row and row.holder == self.me:
                row.until = now() + timedelta(seconds=self.lasting)

    async def _release(self, key: str) -> None:
        client = self.hot.client()
        if client is not None:
            await self.hot.asked(client.eval(RELEASE, 1, PREFIX + key, self.me))
        async with self.database.session() as session:
            await session.execute(delete(LeaseRow).where(LeaseRow.key == key, LeaseRow.holder == self.me))

    async def _take_row(self, key: str) -> bool:
        try:
            async with self.database.session() as session:
                row = await session.get(LeaseRow, key, with_for_update=True)
                if row and row.until > now():
                    return False
                until = now() + timedelta(seconds=self.lasting)
                await session.merge(LeaseRow(key=key, holder=self.me, until=until))
        except IntegrityError:
            return False  # another one took it in the same moment
        return True


async def _set(client: Any, key: str, holder: str, lasting: float) -> bool:
    return bool(await client.set(PREFIX + key, holder, nx=True, px=int(lasting * 1000)))


async def _told(client: Any, key: str, seconds: float) -> bool:
    """Whether the holder said that it is done."""
    async with client.pubsub(ignore_subscribe_messages=True) as channel:
        await channel.subscribe(PREFIX + key)
        end = asyncio.get_running_loop().time() + seconds
        while (left := end - asyncio.get_running_loop().time()) > 0:
            if await channel.get_message(timeout=left):
                return True
        return False
