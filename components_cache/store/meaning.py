"""The collection `components` of the search, brought in line with the records."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from sqlalchemy import select, update

from components_cache.store.opinions import best_first
from components_cache.store.record import Stored, plain_id, stored
from components_cache.store.store import Store
from components_cache.store.tables import ComponentRow
from core.component import Component
from core.settings import settings
from core.snippet import Snippet
from retrieval.embedder import DIMENSIONS, MODEL, Matrix, embed
from retrieval.nodes import STORE

if TYPE_CHECKING:
    from llama_index.core.schema import TextNode

AT_ONCE = 2000
"""Records that one change of the collection takes in."""


def texts(component: Component) -> list[str]:
    """What a component is known by, as the topics of the composer are."""
    return [component.title, f"{component.title}: {component.summary}", *component.wishes]


def vectors_of(component: Component) -> bytes:
    """The meaning of its texts, one row of float32 each."""
    return embed(texts(component)).astype(np.float32).tobytes()


def matrix(record: Stored) -> Matrix:
    """The vectors of a record as rows."""
    return np.frombuffer(record.vectors or b"", dtype=np.float32).reshape(-1, DIMENSIONS)


def model() -> str:
    """The model that vectors are made with."""
    return MODEL


def snippet(record: Stored) -> Snippet:
    """A record as the search keeps it."""
    component = record.component
    return Snippet(
        id=record.id,
        code=record.code,
        title=component.title,
        description="\n\n".join(filter(None, (component.summary, component.description))),
        name=component.name,
        kind="component",
        source=STORE,
        path=record.label,
        licence=record.licence,
        wishes=component.wishes,
        tags=(component.kind, *component.tags),
        verified="probed",
    )


async def bring_in_line(store: Store) -> int:
    """Put into the search what was admitted since, take out what no longer is; returns how many records changed.

    Killed in the middle, it is simply done again: rows say what the search has only after it has it.
    """
    from retrieval.index import change

    total = 0
    while True:
        new, gone = await _pending(store)
        if not new and not gone:
            return total
        known, old = list(map(snippet, new)), list(map(snippet, gone))
        await asyncio.to_thread(change, "components", known, old, _encoder(new))
        async with store.database.session() as session:
            for records, has in ((new, True), (gone, False)):
                ids = [record.id for record in records]
                await session.execute(update(ComponentRow).where(ComponentRow.id.in_(ids)).values(indexed=has))
        total += len(new) + len(gone)


def _encoder(records: Sequence[Stored]) -> Callable[[list[TextNode]], Matrix] | None:
    """The search takes the mean of the texts of a component, which was worked out when it was admitted.

    None where the search has another model: then it embeds them itself.
    """
    if settings().embedding_model != MODEL:
        return None
    means = {record.id: mean(matrix(record)) for record in records}
    return lambda nodes: np.stack([means[str(node.metadata["snippet"])] for node in nodes])


def mean(rows: Matrix) -> Matrix:
    """The direction in which unit vectors point together."""
    total = rows.sum(axis=0)
    return (total / max(float(np.linalg.norm(total)), 1e-9)).astype(np.float32)


async def every(store: Store) -> list[Snippet]:
    """All admitted components as the search keeps them."""
    query = select(ComponentRow).where(ComponentRow.state == "admitted")
    async with store.database.reading() as session:
        return [snippet(stored(row)) for row in await session.scalars(query)]


async def in_line_anew(store: Store) -> int:
    """Compare all records with the search, whatever they say it has."""
    async with store.database.session() as session:
        await session.execute(update(ComponentRow).values(indexed=ComponentRow.state != "admitted"))
    return await bring_in_line(store)


async def _pending(store: Store) -> tuple[list[Stored], list[Stored]]:
    admitted = ComponentRow.state == "admitted"
    new = select(ComponentRow).where(admitted, ComponentRow.indexed.is_(False)).limit(AT_ONCE)
    gone = select(ComponentRow).where(~admitted, ComponentRow.indexed.is_(True)).limit(AT_ONCE)
    async with store.database.reading() as session:
        return (
            [stored(row) for row in await session.scalars(new)],
            [stored(row) for row in await session.scalars(gone)],
        )


async def near(store: Store, text: str, most: int, kind: str = "") -> list[Stored]:
    """Admitted components nearest to a text by meaning and words, moved by their score. Raises `IndexUnusable`."""
    labels = await asyncio.to_thread(nearest_labels, text, 2 * most)
    found = [record for record in await store.get(labels) if not kind or record.component.kind == kind]
    return (await best_first(store, found))[:most]


def nearest_labels(text: str, most: int) -> Sequence[str]:
    """Labels of stored components, nearest first; empty where nothing is indexed."""
    from retrieval.search import Filters, search

    hits = search(text, "components", most, Filters(source=(STORE,)), diversity=0.0)
    return [plain_id(hit.snippet.path) for hit in hits]
