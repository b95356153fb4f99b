"""How near two wishes are in meaning: the last guard, after what they say was found to be the same."""

from __future__ import annotations

from components_cache.wishes.canonical import canonical
from retrieval.embedder import embed

THRESHOLD = 0.2
"""Least cosine of two wishes that say the same. Measured by `eval/bench/wish_pairs.py`; see docs/results/cache.md."""


def likeness(one: str, other: str) -> float:
    """The cosine of the two wishes' embeddings, -1 to 1."""
    vectors = embed([canonical(one), canonical(other)])
    return float(vectors[0] @ vectors[1])
