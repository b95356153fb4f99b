"""Words of prose and code as sparse vectors: BM25's share of the document here, its IDF in Qdrant.

`ShowCreation` is read as showcreation, show and creation; `c2p` as itself; English words by their stems.
A wish seldom says `ZoomedScene`; `sayings.txt` has Manim's names for what people say, one row a meaning.
Source of the weighting: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
fields joined as in their BM25F.
"""

from __future__ import annotations

import re
import threading
import zlib
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

FIELD = "\x02"
"""Stands between the fields of a document. Not a blank, so that LlamaIndex does not strip it."""
WEIGHTS = (6.0, 2.0, 1.0, 1.5, 1.0)
"""How much a word counts in each field of `retrieval.nodes.FIELDS`: names, title, description, wishes, code."""
SATURATION = 1.2
"""BM25's k1: how fast a word that is repeated stops to count more."""
LENGTH = 0.5
"""BM25's b: how much longer documents are held back."""
AVERAGE = 110.0
"""Weighted words of an average document. Fixed, so that a document's vector does not depend on its neighbours."""

EXPANDED = 0.3
"""How much a name counts that a wish does not say, but means; see `python -m eval.bench.retrieval`."""

_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"\d*(?:[A-Za-z]?[a-z]+|[A-Z]+)")
_PART = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_IDLE_WORDS = """
a an the of to in on at for from with and or is are be this that it its as by can into which has
have will you how do does i me my we let show shows class def self import manim construct scene play
add none true false return
"""
_IDLE = frozenset(_IDLE_WORDS.split())
"""Words in nearly every wish or every scene."""

Sparse = tuple[list[int], list[float]]
"""Indices and values of a sparse vector."""


def words(text: str) -> list[str]:
    """The words of prose or code, in order: stems, parts of names, and each compound name as one word."""
    found: list[str] = []
    for word in _WORD.findall(text):
        found += _read(word)
    return found


def encode_documents(texts: list[str]) -> tuple[list[list[int]], list[list[float]]]:
    """Sparse vectors of documents whose fields stand between `FIELD`s; a text without any is all code."""
    return _columns([_document(text) for text in texts])


def encode_queries(texts: list[str]) -> tuple[list[list[int]], list[list[float]]]:
    """Sparse vectors of queries: each word once, and Manim's names for what it says. Qdrant multiplies with rarity."""
    return _columns([_vector(_asked(text)) for text in texts])


def _asked(text: str) -> dict[str, float]:
    """Words with weights. Only plain words bring names along: code says its names itself."""
    asked = dict.fromkeys(words(text), 1.0)
    plain = [stem for word in _WORD.findall(text) if _PLAIN.fullmatch(word) for stem in words(word)]
    names = (name for stem in plain for name in _sayings().get(stem, ()))
    return dict.fromkeys(names, EXPANDED) | asked


@lru_cache(maxsize=1)
def _sayings() -> dict[str, tuple[str, ...]]:
    """By its stem, a word of wishes and the words of the names that answer it."""
    found: dict[str, dict[str, None]] = {}
    for line in (Path(__file__).parent / "sayings.txt").read_text(encoding="utf-8").splitlines():
        said, _, names = line.partition(": ")
        for stem in words(said):
            found.setdefault(stem, {}).update(dict.fromkeys(words(names)))
    return {stem: tuple(names) for stem, names in found.items()}


def _document(text: str) -> Sparse:
    fields = text.split(FIELD)
    weights = WEIGHTS if len(fields) == len(WEIGHTS) else (1.0,) * len(fields)
    counts: Counter[str] = Counter()
    for field, weight in zip(fields, weights, strict=True):
        for word in words(field):
            counts[word] += weight  # pyright: ignore[reportArgumentType]  # a Counter may hold fractions
    held = SATURATION * (1 - LENGTH + LENGTH * sum(counts.values()) / AVERAGE)
    return _vector({word: count * (SATURATION + 1) / (count + held) for word, count in counts.items()})


def _vector(weights: dict[str, float]) -> Sparse:
    rows = {zlib.crc32(word.encode()): value for word, value in weights.items()}
    indices = sorted(rows)
    return indices, [rows[index] for index in indices]


def _columns(vectors: list[Sparse]) -> tuple[list[list[int]], list[list[float]]]:
    return [indices for indices, _ in vectors], [values for _, values in vectors]


@lru_cache(maxsize=65536)
def _read(word: str) -> tuple[str, ...]:
    if not word.isascii():
        return (_stem(word.lower()),)
    parts = [part.lower() for part in _PART.findall(word)]
    whole = [word.replace("_", "").lower()] if len(parts) > 1 else []
    return tuple(whole + [_stem(part) for part in parts if len(part) > 1 and part not in _IDLE])


_OWN = threading.local()


def _stem(word: str) -> str:
    """The Porter2 stem. One stemmer a thread: it keeps the word it works on in itself."""
    if not hasattr(_OWN, "stemmer"):
        import snowballstemmer

        _OWN.stemmer = snowballstemmer.stemmer("english")
    stemmer: Any = _OWN.stemmer
    return str(stemmer.stemWord(word))
