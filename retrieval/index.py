"""Building the search index: only what is new is embedded, what is gone is removed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from llama_index.core.schema import TextNode

from core.errors import IndexUnusable
from core.settings import settings
from core.snippet import Snippet
from retrieval.embedder import DIMENSIONS, MODEL, Matrix, embed
from retrieval.nodes import dense_text, nodes
from retrieval.stores import Kind, collection, draft, reader

BATCH = 256
Progress = Callable[[int, int], None]
"""Told how many nodes are done, of how many."""
Encode = Callable[[list[TextNode]], Matrix]
"""Makes the vectors of nodes."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, in nodes and seconds."""

    kind: Kind
    added: int
    removed: int
    kept: int
    seconds: float


def build(
    kind: Kind,
    snippets: Iterable[Snippet],
    *,
    fresh: bool = False,
    progress: Progress = lambda done, of: None,
    encode: Encode | None = None,
) -> Built:
    """Make a collection hold exactly these snippets; `fresh` makes all of it anew.

    Nodes are known by a hash of their content, so a snippet that has not changed costs nothing. `encode` is for who
    has the vectors already.
    Raises `IndexUnusable`.
    """
    started = time.monotonic()
    wanted = {node.id_: node for snippet in snippets for node in nodes(snippet)}
    have = _have(kind)
    if not fresh and have == wanted.keys():
        return Built(kind, 0, 0, len(wanted), time.monotonic() - started)
    with draft(collection(kind), _width(), fresh=fresh or not have) as store:
        have = store.ids()  # asked again: another process may have built while this one waited
        stale = sorted(have - wanted.keys())
        new = _by_length([node for key, node in wanted.items() if key not in have])
        store.delete_nodes(stale)
        for start in range(0, len(new), BATCH):
            store.add(embedded(new[start : start + BATCH], encode))
            progress(min(start + BATCH, len(new)), len(new))
    return Built(kind, len(new), len(stale), len(wanted) - len(new), time.monotonic() - started)


def change(kind: Kind, new: Iterable[Snippet], gone: Iterable[Snippet], encode: Encode | None = None) -> None:
    """Put snippets into a collection and take others out, whatever else it holds. Doing it twice is no harm.

    `encode` is for who has the vectors already. Raises `IndexUnusable`.
    """
    wanted = {node.id_: node for snippet in new for node in nodes(snippet)}
    stale = {node.id_ for snippet in gone for node in nodes(snippet)} - wanted.keys()
    with draft(collection(kind), _width(), fresh=not _have(kind)) as store:
        have = store.ids()
        store.delete_nodes(sorted(stale & have))
        added = [node for key, node in wanted.items() if key not in have]
        for start in range(0, len(added), BATCH):
            store.add(embedded(added[start : start + BATCH], encode))


def embedded(some: list[TextNode], encode: Encode | None = None) -> list[TextNode]:
    """The nodes with embeddings, by default those of the model of the settings."""
    vectors = encode(some) if encode else embed([dense_text(node) for node in some], settings().embedding_model)
    for node, vector in zip(some, vectors, strict=True):
        node.embedding = vector.tolist()
    return some


def _by_length(some: list[TextNode]) -> list[TextNode]:
    """Long ones beside long ones: texts of one batch are padded to the longest, and padding costs as much as words."""
    return sorted(some, key=lambda node: len(dense_text(node)))


def _have(kind: Kind) -> set[str]:
    """Ids in the index as it is; a damaged folder counts as empty, and is made anew."""
    try:
        store = reader(collection(kind))
        return store.ids() if store else set()
    except IndexUnusable:
        if settings().qdrant_url:
            raise
        return set()


def _width() -> int:
    """Numbers in one vector of the model."""
    name = settings().embedding_model
    return DIMENSIONS if name == MODEL else embed(["x"], name).shape[1]
