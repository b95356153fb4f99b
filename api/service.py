"""The parts that the service is made of, opened together and closed together."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from limits.aio.storage import RedisStorage
from limits.aio.storage import Storage as LimitStorage
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from taskiq import AsyncBroker

from agent.formulas import marked
from api.auth.rates import Rates
from api.auth.tokens import Tokens
from api.jobs.broker import StreamBroker
from api.jobs.events import Events
from api.jobs.queue import Queue
from api.migrations import upgrade
from api.storage.storage import Storage
from components_cache.wishes.cache import WishCache
from components_cache.wishes.hot import Hot
from core.database import Database, database_url
from core.settings import Settings


@dataclass(frozen=True)
class Service:
    """Everything that routes and workers use."""

    settings: Settings
    database: Database
    redis: Redis
    events: Events
    storage: Storage
    queue: Queue
    rates: Rates
    tokens: Tokens
    cache: WishCache


@asynccontextmanager
async def opened(settings: Settings, redis_url: str) -> AsyncGenerator[Service]:
    """The service of these settings. The database must answer, or it raises; Redis may come later."""
    redis: Redis = Redis.from_url(
        redis_url, socket_timeout=15.0, socket_connect_timeout=2.0, retry=Retry(NoBackoff(), 1), max_connections=500
    )
    database = Database(database_url())
    try:
        await database.prepare()
        await upgrade(database)
        counts = RedisStorage(_counting(redis_url), implementation="redispy") if settings.auth else None
        async with assembled(settings, database, redis, StreamBroker(redis_url), counts, Hot(redis_url)) as service:
            yield service
    finally:
        await redis.aclose()
        await database.close()


def _counting(redis_url: str) -> str:
    """The address as `limits` wants it."""
    return "async+" + redis_url.replace("unix://", "redis+unix://", 1)


@asynccontextmanager
async def assembled(
    settings: Settings,
    database: Database,
    redis: Redis,
    broker: AsyncBroker,
    counts: LimitStorage | None = None,
    hot: Hot | None = None,
) -> AsyncGenerator[Service]:
    """A service of these parts."""
    await broker.startup()
    cache = WishCache(database, marked, hot)
    try:
        queue = Queue(database, broker, settings, settings.jobs or os.cpu_count() or 1)
        tokens = Tokens(settings.home, settings.session_secret)
        yield Service(
            settings, database, redis, Events(redis), Storage(settings), queue, Rates(settings, counts), tokens, cache
        )
    finally:
        await cache.close()
        await broker.shutdown()
