"""How near two wishes are in meaning: the last guard, after what they say was found to be the same."""

from __future__ import annotations

from functools import lru_cache

from components_cache.wishes.canonical import canonical
from retrieval.embedder import Matrix, embed

THRESHOLD = 0.1
"""Least cosine of two wishes that say the same. Measured by `eval/bench/wish_pairs.py`; see docs/results/cache.md."""


def likeness(one: str, other: str) -> float:
    """The cosine of the two wishes' embeddings, -1 to 1."""
    return float(_vector(canonical(one)) @ _vector(canonical(other)))


@lru_cache(maxsize=4096)
def _vector(text: str) -> Matrix:
    """Remembered: what is asked for in other words is asked for often, and one embedding is half of such a hit."""
    return embed([text])[0]
