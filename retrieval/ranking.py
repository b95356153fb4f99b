"""Orders of results: fused by reciprocal rank, spread by diversity, cut to a budget of tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from llama_index.core.vector_stores.types import VectorStoreQueryResult

RANK = 60
"""The k of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): how little the first ranks stand out."""
CHARACTERS_A_TOKEN = 3.2
"""Of Manim code, for the tokenizers of today's models; low, so that a budget is kept."""

T = TypeVar("T")
_WORD = re.compile(r"\w+")


def reciprocal_ranks(rankings: Sequence[Sequence[str]], weights: Sequence[float]) -> list[tuple[str, float]]:
    """Ids with fused scores, best first; those of equal score keep the order in which they came."""
    scores: dict[str, float] = {}
    for ranking, weight in zip(rankings, weights, strict=True):
        for rank, key in enumerate(ranking, 1):
            scores[key] = scores.get(key, 0.0) + weight / (RANK + rank)
    return sorted(scores.items(), key=lambda item: -item[1])


def fuse(
    dense_result: VectorStoreQueryResult,
    sparse_result: VectorStoreQueryResult,
    alpha: float = 0.5,
    top_k: int = 2,
    **kwargs: Any,
) -> VectorStoreQueryResult:
    """Reciprocal rank fusion in the shape that LlamaIndex's stores ask for; `alpha` is the weight of the dense side."""
    known = {node.node_id: node for result in (dense_result, sparse_result) for node in result.nodes or ()}
    ranked = reciprocal_ranks([dense_result.ids or [], sparse_result.ids or []], [alpha, 1 - alpha])[:top_k]
    return VectorStoreQueryResult(
        nodes=[known[key] for key, _ in ranked],
        similarities=[score for _, score in ranked],
        ids=[key for key, _ in ranked],
    )


def diverse(found: Sequence[T], text: Callable[[T], str], most: int, weight: float) -> list[T]:
    """Maximal marginal relevance: up to `most` results, each good by its rank and unlike those before it.

    `weight` from 0 (ranks only) to 1. Likeness is the share of common words, as near-copies of code show it best.
    """
    if weight <= 0 or len(found) <= 1:
        return list(found[:most])
    bags = [frozenset(_WORD.findall(text(item))) for item in found]
    worth = [1.0 - place / len(found) for place in range(len(found))]
    nearest = [0.0] * len(found)
    chosen: list[int] = []
    left = list(range(len(found)))
    while left and len(chosen) < most:
        best = max(left, key=lambda i: (1 - weight) * worth[i] - weight * nearest[i])
        left.remove(best)
        chosen.append(best)
        for i in left:
            nearest[i] = max(nearest[i], _likeness(bags[i], bags[best]))
    return [found[i] for i in chosen]


def within(found: Sequence[T], text: Callable[[T], str], budget: int) -> list[T]:
    """The results, in order, that fit into `budget` tokens together; one that is too long is passed over."""
    kept: list[T] = []
    for item in found:
        cost = tokens(text(item))
        if cost <= budget:
            kept.append(item)
            budget -= cost
    return kept


def tokens(text: str) -> int:
    """About how many tokens a model will count."""
    return int(len(text) / CHARACTERS_A_TOKEN) + 1


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    together = len(one | other)
    return len(one & other) / together if together else 0.0
