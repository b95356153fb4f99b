"""Acts of the store: what the composer may show where the curated library has nothing for a wish.

They never displace a curated act: they are asked last, must be nearer to the wish than every curated act, and surer.
"""

from __future__ import annotations

import logging
from collections import ChainMap
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from agent.models.composer.topics import TopicMatch, Topics, missing_topics, topics
from components_cache.schema import is_free
from components_cache.store.opening import blocking, is_empty
from core.component import Component
from core.errors import TulkuError
from retrieval.embedder import Matrix, embed

if TYPE_CHECKING:
    from components_cache.store.record import Stored
    from components_cache.store.store import Store

THRESHOLD = 0.55
"""Confidence under which a stored act is not shown. Measured by eval/bench/stored_acts.py; see docs/log.md."""
NEAREST = 12
"""Acts that the search hands over to be looked at more closely."""


def stored_match(wish: str) -> TopicMatch | None:
    """The stored act that a wish means, where it is sure enough; its component's module is its label in the store."""
    if is_empty():
        return None
    try:
        records = blocking(lambda store: _near(store, wish))
    except (TulkuError, OSError, TimeoutError) as problem:
        logging.getLogger(__name__).warning("the store of components is not asked: %s", problem)
        return None
    return chosen(wish, records) if records else None


def chosen(wish: str, records: list[Stored], threshold: float = THRESHOLD) -> TopicMatch | None:
    """The record's component that is surer than `threshold` and than every curated act, reduced to free parameters."""
    matches = _index(records).match(wish, most=1)
    best = matches[0] if matches else None
    if best is None or not best.component.module.startswith("store:") or best.confidence < threshold:
        return None
    return replace(best, component=_free(best.component))


def _free(component: Component) -> Component:
    return replace(component, parameters=tuple(filter(is_free, component.parameters)))


async def _near(store: Store, wish: str) -> list[Stored]:
    from components_cache.store.keeping import fresh
    from components_cache.store.meaning import near

    return await fresh(store, None, await near(store, wish, NEAREST, "act"))


def _index(records: list[Stored]) -> Topics:
    """Curated and stored acts as rivals; all vectors but that of the wish are there already. The curated come last: of
    equal names theirs counts."""
    from components_cache.store.meaning import matrix, texts

    stored: dict[str, Matrix] = {}
    for record in records:
        stored.update(zip(texts(record.component), matrix(record), strict=True))
    known = ChainMap(stored, _curated_vectors())

    def encode(some: list[str]) -> Matrix:
        new = [text for text in some if text not in known]
        known.update(zip(new, embed(new), strict=True))
        return np.stack([known[text] for text in some])

    return Topics([*(record.component for record in records), *topics().components], encode)


@lru_cache(maxsize=1)
def _curated_vectors() -> dict[str, Matrix]:
    """The vectors of all texts of the library, and of the topics that it has not."""
    curated = topics()
    known = dict(zip(missing_topics(), curated.missing, strict=True))
    return known | dict(zip(curated.texts, curated.matrix, strict=True))
