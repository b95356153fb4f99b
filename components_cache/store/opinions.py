"""What people think of a video counts for its components: it moves them in what is offered, or out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from components_cache.store import files
from components_cache.store.record import Stored, plain_id
from components_cache.store.store import STRIKES, Store
from components_cache.store.tables import ComponentRow, OpinionRow
from core.times import now

SWAY = 6
"""Places by which the best score comes before the worst one of equal meaning."""


@dataclass(frozen=True, slots=True)
class Thumbs:
    """How many ballots liked and disliked videos with a component."""

    up: int = 0
    down: int = 0


async def think(store: Store, labels: Iterable[str], ballot: str, vote: int) -> list[str]:
    """Note a vote (1 or -1) for every component of a video; the last vote of a `ballot` counts.

    A stored component that as many ballots dislike as may fail, and more than like it, is demoted. Returns those.
    """
    ids = sorted({plain_id(label) for label in labels})
    async with store.database.session() as session:
        for key in ids:
            await session.merge(OpinionRow(component=key, ballot=ballot, vote=vote, at=now()))
    thumbs = await thumbs_of(store, ids)
    fallen = [key for key in ids if STRIKES <= thumbs[key].down > thumbs[key].up]
    return await _demoted(store, fallen) if vote < 0 and fallen else []


async def thumbs_of(store: Store, labels: Iterable[str]) -> dict[str, Thumbs]:
    """Thumbs by plain id, one entry for each label."""
    ids = [plain_id(label) for label in labels]
    votes: Counter[tuple[str, int]] = Counter()
    query = select(OpinionRow.component, OpinionRow.vote).where(OpinionRow.component.in_(ids))
    async with store.database.reading() as session:
        votes.update((row.component, row.vote) for row in await session.execute(query))
    return {key: Thumbs(votes[key, 1], votes[key, -1]) for key in ids}


def score(record: Stored, thumbs: Thumbs) -> float:
    """How good a component is, 0 to 1: the share of renders and opinions that speak for it; one half at first."""
    good, bad = record.successes + thumbs.up, record.failures + thumbs.down
    return (1 + good) / (2 + good + bad)


async def best_first(store: Store, records: Sequence[Stored]) -> list[Stored]:
    """Records in the order of their meaning, moved by their score."""
    thumbs = await thumbs_of(store, [record.id for record in records])
    places = {record.id: place - SWAY * score(record, thumbs[record.id]) for place, record in enumerate(records)}
    return sorted(records, key=lambda record: places[record.id])


async def _demoted(store: Store, ids: list[str]) -> list[str]:
    chosen = (ComponentRow.id.in_(ids), ComponentRow.state == "admitted")
    async with store.database.session() as session:
        found = list(await session.scalars(select(ComponentRow.id).where(*chosen)))
        disliked = {"state": "demoted", "reason": "people dislike videos with it"}
        await session.execute(update(ComponentRow).where(*chosen).values(**disliked))
    if found:
        files.touch("".join(found))
    return found
