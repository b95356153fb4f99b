"""Leases: who makes a wish at this moment, so that others wait for the result instead of making it again.

On one machine a lease is a locked file: the kernel frees it when its holder ends, however that ends, and no load of the
machine makes it void. Between machines it is a key in Redis, where that is configured, which its holder renews; that of
a machine that died is void after a while.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import os
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from components_cache.wishes.hot import Hot
from core.settings import settings

LASTING = 30.0
"""Seconds until a lease in Redis that is not renewed is void."""
RENEWALS = 3
"""How often a lease is renewed in that time."""
FIRST_LOOK, LONGEST_LOOK = 0.05, 0.5
"""Seconds between two looks of one who waits: twice as long each time."""
PREFIX = "tulku:lease:"

TAKE = (
    "local holder = redis.call('get', KEYS[1]); "
    "if holder and string.sub(holder, 1, #ARGV[3]) ~= ARGV[3] then return 0 end; "
    "redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2]); return 1"
)
"""Whoever has the file of this machine also has what another process of this machine left behind in Redis."""
RENEW = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('pexpire', KEYS[1], ARGV[2]) or 0"
RELEASE = (
    "if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]); "
    "redis.call('publish', KEYS[1], 'free'); return 1 end return 0"
)


class Leases:
    """Leases of one process on keys."""

    def __init__(self, hot: Hot, lasting: float = LASTING) -> None:
        self.hot, self.lasting = hot, lasting
        self.folder = settings().home / "cache" / "wishes" / "locks"
        self._machine = ""
        self._me = uuid4().hex
        self._files: dict[str, int] = {}

    async def take(self, key: str) -> bool:
        """Take a free lease. False when another holds it."""
        file = await asyncio.to_thread(_locked, self.folder / key)
        if file is None:
            return False
        client = self.hot.client()
        if client is not None:
            arguments = (self.holder, int(self.lasting * 1000), self.machine)
            if await self.hot.asked(client.eval(TAKE, 1, PREFIX + key, *arguments)) == 0:
                _unlocked(self.folder / key, file)
                return False
        self._files[key] = file
        return True

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

    @property
    def machine(self) -> str:
        """Equal for the processes that see the same files."""
        if not self._machine:
            parts = f"{socket.gethostname()} {self.folder} {self.folder.stat().st_ino}"
            self._machine = hashlib.sha256(parts.encode()).hexdigest()[:16] + ":"
        return self._machine

    @property
    def holder(self) -> str:
        return self.machine + self._me

    async def _renewing(self, key: str) -> None:
        while True:
            await asyncio.sleep(self.lasting / RENEWALS)
            client = self.hot.client()
            if client is not None:
                await self.hot.asked(client.eval(RENEW, 1, PREFIX + key, self.holder, int(self.lasting * 1000)))

    async def _release(self, key: str) -> None:
        client = self.hot.client()
        if client is not None:
            await self.hot.asked(client.eval(RELEASE, 1, PREFIX + key, self.holder))
        _unlocked(self.folder / key, self._files.pop(key))


def _locked(path: Path) -> int | None:
    """The open file, locked; None when another has it. A file that its last holder removed meanwhile does not count."""
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return None
        with suppress(FileNotFoundError):
            if path.stat().st_ino == os.fstat(file).st_ino:
                return file
        os.close(file)


def _unlocked(path: Path, file: int) -> None:
    """Remove the file while it is still ours, then let it go."""
    path.unlink(missing_ok=True)
    os.close(file)


async def _told(client: Any, key: str, seconds: float) -> bool:
    """Whether the holder said that it is done."""
    async with client.pubsub(ignore_subscribe_messages=True) as channel:
        await channel.subscribe(PREFIX + key)
        end = asyncio.get_running_loop().time() + seconds
        while (left := end - asyncio.get_running_loop().time()) > 0:
            if await channel.get_message(timeout=left):
                return True
        return False
