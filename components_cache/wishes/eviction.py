"""Forgetting: results that are damaged or over, and the least valuable ones where the cache is too large."""

from __future__ import annotations

import asyncio
from datetime import datetime

from sqlalchemy import delete, func, select

from components_cache.wishes import files
from components_cache.wishes.hot import Hot
from components_cache.wishes.tables import AliasRow, FailureRow, MeaningRow, ResultRow
from core.database import Database
from core.times import now

ROOM = 0.9
"""The share of the limit that is left after an eviction, so that not every new result evicts."""
DAY = 86400.0


async def evict(database: Database, hot: Hot, limit: int) -> None:
    """Forget what is over, then the least valuable results until the files take less than `limit` bytes."""
    moment = now()
    async with database.reading() as session:
        over = list(await session.scalars(select(ResultRow.id).where(ResultRow.until < moment)))
        total = int(await session.scalar(select(func.coalesce(func.sum(ResultRow.size), 0))) or 0)
    doomed = over + (await _least(database, total - int(limit * ROOM), moment) if total > limit else [])
    if doomed:
        await forget(database, hot, doomed)
    async with database.session() as session:
        await session.execute(delete(FailureRow).where(FailureRow.until < moment))


async def _least(database: Database, excess: int, moment: datetime) -> list[str]:
    """The results to forget for `excess` bytes, least valuable first."""
    columns = (ResultRow.id, ResultRow.size, ResultRow.seconds, ResultRow.uses, ResultRow.used_at)
    async with database.reading() as session:
        rows = list(await session.execute(select(*columns)))
    doomed: list[str] = []
    for row in sorted(rows, key=lambda row: value(row.size, row.seconds, row.uses, row.used_at, moment)):
        if excess <= 0:
            break
        doomed.append(row.id)
        excess -= row.size
    return doomed


def value(size: int, seconds: float, uses: int, used_at: datetime, moment: datetime) -> float:
    """What a byte of a result saves: seconds of making for each use, less the longer nobody asked for it."""
    idle = max(0.0, (moment - used_at).total_seconds()) / DAY
    return seconds * (1 + uses) / (1 + idle) / max(size, 1)


async def forget(database: Database, hot: Hot, ids: list[str]) -> None:
    """Forget results, the wishes in other words that point to them, and files that no other result has."""
    async with database.session() as session:
        rows = list(await session.scalars(select(ResultRow).where(ResultRow.id.in_(ids))))
        aliases = list(await session.scalars(select(AliasRow.key).where(AliasRow.result.in_(ids))))
        await session.execute(delete(ResultRow).where(ResultRow.id.in_(ids)))
        await session.execute(delete(MeaningRow).where(MeaningRow.id.in_(ids)))
        await session.execute(delete(AliasRow).where(AliasRow.result.in_(ids)))
        doomed = {item for row in rows for item in row.files.items()}
        still = {item for kept in await session.scalars(select(ResultRow.files)) for item in kept.items()}
    await hot.drop([*ids, *aliases])
    await asyncio.to_thread(lambda: [files.remove(*item) for item in doomed - still])
