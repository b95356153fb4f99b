"""How often somebody may ask: rates by key and address, tasks by month. Counted in Redis, by `limits`."""

from __future__ import annotations

import time

from limits import RateLimitItem, parse
from limits.aio.storage import Storage as LimitStorage
from limits.aio.strategies import MovingWindowRateLimiter

from api.auth.principal import Principal
from core.errors import TooMuch
from core.settings import Settings


class Rates:
    """All limits. `storage` is where they are counted; None counts nothing."""

    def __init__(self, settings: Settings, storage: LimitStorage | None) -> None:
        self._limiter = MovingWindowRateLimiter(storage) if storage else None
        self._all, self._make = parse(settings.rate_requests), parse(settings.rate_tasks)
        self._wrong = parse("20/minute")

    async def pass_(self, who: Principal, address: str, scope: str) -> None:
        """Count a request. Raises `TooMuch` when it is one too many."""
        name = who.key or f"{who.owner}@{address}"
        await self._count(self._all, "requests", name)
        if scope == "make":
            await self._count(self._make, "tasks", name)

    async def failed(self, address: str) -> None:
        """Count a request without a good key. Raises `TooMuch` for one who is guessing."""
        await self._count(self._wrong, "wrong", address)

    async def _count(self, item: RateLimitItem, *names: str) -> None:
        if self._limiter is None or await self._limiter.hit(item, *names):
            return
        reset, _ = await self._limiter.get_window_stats(item, *names)
        raise TooMuch("too many requests", wait=max(1.0, reset - time.time()), advice="ask less often")
