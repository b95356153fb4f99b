"""How near two wishes are in meaning: the last guard, after what they say was found to be the same."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from components_cache.wishes.canonical import canonical
from retrieval.embedder import DIMENSIONS, Matrix, embed

THRESHOLD = 0.1
"""Least cosine of two wishes that say the same. Measured by `eval/bench/wish_pairs.py`; see docs/results/cache.md."""


def likeness(one: str, other: str, known: bytes = b"") -> float:
    """The cosine of the two wishes' embeddings, -1 to 1; `known` is the packed one of `other`, if it was kept."""
    there = np.frombuffer(known, dtype=np.float16).astype(np.float32)
    return float(_vector(canonical(one)) @ (there if there.size == DIMENSIONS else _vector(canonical(other))))


def packed(text: str) -> bytes:
    """The embedding of a wish to be kept: numbers of 16 bits, which moves a cosine by about 0.00002."""
    return _vector(canonical(text)).astype(np.float16).tobytes()


@lru_cache(maxsize=4096)
def _vector(text: str) -> Matrix:
    """Remembered: what is asked for in other words is asked for often, and one embedding is most of such a hit."""
    return embed([text])[0]
