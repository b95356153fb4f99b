"""Search: a wish, an error or code in, the most useful snippets out. Public entry: `search`.

Nearest by meaning and by words, fused by reciprocal rank, reranked where a cross-encoder is configured, and spread so
that near-copies do not crowd out the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from llama_index.core.schema import BaseNode
from llama_index.core.vector_stores.types import (
    FilterOperator,
    MetadataFilter,
    MetadataFilters,
    VectorStoreQuery,
    VectorStoreQueryMode,
)

from core.errors import BadInput
from core.settings import settings
from core.snippet import Snippet
from retrieval.embedder import embed
from retrieval.nodes import snippet_of
from retrieval.ranking import diverse, within
from retrieval.reranker import rerank
from retrieval.stores import KINDS, Kind, Store, collection, reader

DEPTH = 50
"""Nodes that each side hands to the fusion."""
POOL = 4
"""Candidates looked at for each result that is wanted, and at least ten."""
DIVERSITY = 0.3
LONGEST_QUERY = 4000
MODES = {
    "fused": VectorStoreQueryMode.HYBRID,
    "dense": VectorStoreQueryMode.DEFAULT,
    "sparse": VectorStoreQueryMode.SPARSE,
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What results must be: for each field that is given, one of its values. `called` are names as code calls them."""

    licence: tuple[str, ...] = ()
    dialect: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A result: the snippet with the code of the chunk that was found, where that lies in it, and its score."""

    snippet: Snippet
    score: float
    part: str = ""
    first: int = 1
    last: int = 1


def search(
    query: str,
    kind: Kind = "snippets",
    k: int = 5,
    filters: Filters | None = None,
    *,
    diversity: float = DIVERSITY,
    mode: str = "fused",
    budget: int = 0,
) -> list[Hit]:
    """Up to `k` results, best first, at most one a snippet, in at most `budget` tokens (0: no limit).

    Empty when the collection has not been built. Raises `BadInput`, `IndexUnusable`, `SetupError`.
    """
    text = _checked(query, kind, k)
    store = reader(collection(kind))
    if store is None:
        return []
    found = find(store, text, k, filters, diversity=diversity, mode=mode)
    return within(found, shown, budget) if budget else found


def find(
    store: Store,
    text: str,
    k: int,
    filters: Filters | None = None,
    *,
    diversity: float = DIVERSITY,
    mode: str = "fused",
) -> list[Hit]:
    """The search in one store; `mode` is one of `MODES`."""
    found = _candidates(store, text, max(POOL * k, 10), filters or Filters(), mode)
    if settings().rerank_model:
        found = rerank(text, found, shown)
    return diverse(found, shown, k, diversity)


def shown(hit: Hit) -> str:
    """A hit as a reader sees it: what it is about, then its code."""
    parts = (hit.snippet.title, hit.snippet.description, hit.snippet.code)
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _checked(query: str, kind: str, k: int) -> str:
    if not query.strip():
        raise BadInput("the search is empty", advice='say what you look for: tulku search "a brace under a formula"')
    if kind not in KINDS:
        raise BadInput(f"no collection {kind!r}", advice=f"use one of {', '.join(KINDS)}")
    if not 1 <= k <= 100:
        raise BadInput(f"{k} results cannot be asked for; 1 to 100 can")
    return query.strip()[:LONGEST_QUERY]


def _candidates(store: Store, text: str, most: int, filters: Filters, mode: str) -> list[Hit]:
    vector = list(_vector(text, settings().embedding_model)) if mode != "sparse" else None
    answer = store.query(
        VectorStoreQuery(
            query_embedding=vector,
            query_str=text,
            mode=MODES[mode],
            similarity_top_k=DEPTH if mode == "fused" else most,
            sparse_top_k=DEPTH if mode == "fused" else most,
            hybrid_top_k=most,
            filters=_metadata_filters(filters),
        )
    )
    return _hits(answer.nodes or [], answer.similarities or [])


@lru_cache(maxsize=1024)
def _vector(text: str, model: str) -> tuple[float, ...]:
    """Embeddings of queries: the same error or brief is often searched for in several collections."""
    return tuple(embed([text], model, query=True)[0].tolist())


def _hits(nodes: Sequence[BaseNode], scores: Sequence[float]) -> list[Hit]:
    """One hit a snippet: its best chunk."""
    found: dict[str, Hit] = {}
    for node, score in zip(nodes, scores, strict=True):
        data = node.metadata
        snippet = snippet_of(data, node.get_content())
        found.setdefault(snippet.id, Hit(snippet, score, data["part"], data["first"], data["last"]))
    return list(found.values())


def _metadata_filters(filters: Filters) -> MetadataFilters | None:
    given = {field.name: list(getattr(filters, field.name)) for field in fields(filters)}
    wanted = [
        MetadataFilter(key=key, value=values, operator=FilterOperator.IN) for key, values in given.items() if values
    ]
    return MetadataFilters(filters=list(wanted)) if wanted else None
