"""Keeping the store in order: proofs renewed after an update of manim, the least valuable evicted, orphans swept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from sqlalchemy import func, select

from components_cache.admission.trial import Farm, proven_again
from components_cache.store import files
from components_cache.store.meaning import bring_in_line
from components_cache.store.opinions import Thumbs, thumbs_of
from components_cache.store.record import Stored
from components_cache.store.store import Store
from components_cache.store.tables import ComponentRow
from core.settings import settings
from core.times import now
from corpus.sources.installed import manim_version

AT_ONCE = 10
"""Components proven again in one go."""
DAY = 86400.0
NOBODY = Thumbs()


async def tidy(store: Store, farm: Farm, stop: Callable[[], bool] = lambda: False) -> None:
    """Everything below, as far as it is due; `stop` is asked between two proofs."""
    for record in await store.due(AT_ONCE):
        if stop():
            return
        await verify(store, farm, record)
    await evict(store, settings().component_megabytes << 20)
    await sweep(store)
    await bring_in_line(store)


async def verify(store: Store, farm: Farm, record: Stored) -> str:
    """Prove a component again with the manim of today; one that fails is demoted. Returns why, or nothing."""
    wrong = await asyncio.to_thread(proven_again, farm, record.code, record.component)
    if wrong is None:
        await store.renew(record.id, {"manim": manim_version(), "due": False, "state": "admitted", "reason": ""})
        return ""
    reason = f"with manim {manim_version()}: {wrong.reason}"
    await store.renew(record.id, {"state": "demoted", "reason": reason, "due": False, "manim": manim_version()})
    return f"{reason} {wrong.detail}".strip()


async def fresh(store: Store, farm: Farm | None, records: Sequence[Stored]) -> list[Stored]:
    """Those proven with the manim of today: others are proven now, or noted to be proven when there is no farm."""
    stale = [record for record in records if record.manim != manim_version()]
    if farm is None and stale:
        await store.note_due([record.id for record in stale])
    lost = {record.id for record in stale if farm is None or await verify(store, farm, record)}
    return [record for record in records if record.id not in lost]


async def evict(store: Store, limit: int) -> int:
    """Forget the least valuable until all records are within `limit` bytes; returns how many went."""
    async with store.database.reading() as session:
        total = await session.scalar(select(func.coalesce(func.sum(ComponentRow.size), 0))) or 0
        if total <= limit:
            return 0
        rows = list(await session.scalars(select(ComponentRow)))
    thumbs = await thumbs_of(store, [row.id for row in rows])
    gone: list[str] = []
    for row in sorted(rows, key=lambda row: value(row, thumbs[row.id])):
        if total <= limit:
            break
        gone.append(row.id)
        total -= row.size
    await store.remove(gone)
    await bring_in_line(store)
    return len(gone)


def value(row: ComponentRow, thumbs: Thumbs = NOBODY) -> float:
    """What a record is worth: good uses and thumbs weigh most, then what a new proof costs; it fades with time."""
    if row.state == "revoked":
        return float("inf")  # forgetting it would let it come back
    if row.state != "admitted":
        return -1.0 / (1.0 + (now() - row.made_at).total_seconds() / DAY)
    worth = 1.0 + row.uses + 2.0 * row.successes - 3.0 * row.failures + 3.0 * (thumbs.up - thumbs.down)
    idle = (now() - row.used_at).total_seconds() / DAY
    return max(0.0, worth) * (1.0 + row.cost) / (1.0 + idle / 30.0)


async def sweep(store: Store, *, young: float = files.YOUNG) -> int:
    """Delete thumbnails that no record names."""
    query = select(ComponentRow.thumbnail).where(ComponentRow.thumbnail != "")
    async with store.database.reading() as session:
        kept = list(await session.scalars(query))
    return await asyncio.to_thread(files.sweep, kept, young=young)
