"""Which snippets are there already. Holds fingerprints of what was kept, never code, so memory stays bounded."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from core.snippet import Snippet
from corpus.dedupe.fingerprint import PERMUTATIONS, Fingerprint, similarity

NEAR = 0.9
"""Share of equal runs from which two codes are the same; see `python -m eval.bench.dedupe`."""
MOST_VERSIONS = 4
"""Codes kept for one description."""
MOST_WISHES = 20
LEAST_WORDS = 4
"""Descriptions of fewer words ("introduction") say too little to be compared."""

Sameness = Literal["exact", "normalised", "near"]


@dataclass(frozen=True, slots=True)
class Same:
    """What a snippet is the same as: the id of the one that was kept, and in which way."""

    kept: str
    how: Sameness


@dataclass
class Deduper:
    """Offer snippets in order of trust; the first of its kind is kept. `wishes` are further words for what was kept."""

    wishes: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    _exact: dict[bytes, str] = field(default_factory=dict[bytes, str])
    _normalised: dict[bytes, str] = field(default_factory=dict[bytes, str])
    _versions: dict[bytes, int] = field(default_factory=dict[bytes, int])
    _said: dict[str, set[bytes]] = field(default_factory=dict[str, set[bytes]])
    _near: Any = None

    def offer(self, snippet: Snippet, prints: Fingerprint) -> Same | None:
        """None if the snippet is new and kept; otherwise what it is the same as. Its description is not lost."""
        same = self._same(prints, near=snippet.kind != "example")
        if same is None:
            self._keep(snippet, prints)
        else:
            self._remember(same.kept, (snippet.description, *snippet.wishes))
        return same

    def too_many(self, snippet: Snippet) -> bool:
        """Whether there are enough other codes with this description. Counts the snippet when there are not."""
        if snippet.kind == "example" or len(snippet.description.split()) < LEAST_WORDS:
            return False
        said = _hash(snippet.description)
        self._versions[said] = self._versions.get(said, 0) + 1
        return self._versions[said] > MOST_VERSIONS

    def _same(self, prints: Fingerprint, *, near: bool) -> Same | None:
        if prints.exact in self._exact:
            return Same(self._exact[prints.exact], "exact")
        if prints.normalised in self._normalised:
            return Same(self._normalised[prints.normalised], "normalised")
        if not near:
            return None
        found = self._index().query(_minhash(prints.signature))
        likely = [
            (min(similarity(whole, prints.signature), similarity(own, prints.own)), key) for key, whole, own in found
        ]
        best = max(likely, default=(0.0, ""))
        return Same(best[1], "near") if best[0] >= NEAR else None

    def _keep(self, snippet: Snippet, prints: Fingerprint) -> None:
        self._exact[prints.exact] = snippet.id
        self._normalised[prints.normalised] = snippet.id
        self._index().insert(
            (snippet.id, prints.signature, prints.own), _minhash(prints.signature), check_duplication=False
        )
        self._said[snippet.id] = {_hash(text) for text in (snippet.description, *snippet.wishes)}

    def _remember(self, kept: str, texts: tuple[str, ...]) -> None:
        """Keep words that are new for what was kept."""
        said, wishes = self._said[kept], self.wishes.setdefault(kept, [])
        for text in texts:
            if text and _hash(text) not in said and len(wishes) < MOST_WISHES:
                said.add(_hash(text))
                wishes.append(text)

    def _index(self) -> Any:
        if self._near is None:
            from datasketch import MinHashLSH

            self._near = MinHashLSH(threshold=NEAR, num_perm=PERMUTATIONS)
        return self._near


def _hash(text: str) -> bytes:
    """A hash of the words of a text, whatever their case and what stands between them."""
    words = " ".join(re.findall(r"\w+", text.lower()))
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=8).digest()


def _minhash(signature: bytes) -> Any:
    import numpy as np
    from datasketch import MinHash

    values, model = np.frombuffer(signature, dtype=np.uint32), _model()
    return MinHash(num_perm=PERMUTATIONS, hashvalues=values, permutations=model.permutations, scheme=model.scheme)


@lru_cache(maxsize=1)
def _model() -> Any:
    from datasketch import MinHash

    return MinHash(num_perm=PERMUTATIONS)
