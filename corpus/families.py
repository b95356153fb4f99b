"""What must not be parted by a split: scenes of one video, and scenes that are described in the same words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from core.snippet import Snippet


class Families:
    """Groups snippets of one video, file or run; groups that share a description are one (union-find over hashes)."""

    def __init__(self, snippets: Iterable[Snippet]) -> None:
        self._parent: dict[bytes, bytes] = {}
        self._named: dict[bytes, str] = {}
        for snippet in snippets:
            if snippet.kind != "api":
                own = self._known(_origin(snippet))
                for text in (snippet.description, *snippet.wishes):
                    if len(text.split()) > 1:
                        self._join(own, self._known(_said(text)))

    def of(self, snippet: Snippet) -> str:
        """The name of a snippet's family: the same whatever order the corpus was read in."""
        return self._named[self._top(_hash(_origin(snippet)))]

    def _known(self, name: str) -> bytes:
        key = _hash(name)
        if key not in self._parent:
            self._parent[key] = key
            self._named[key] = name
        return key

    def _top(self, key: bytes) -> bytes:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def _join(self, one: bytes, other: bytes) -> None:
        top, below = self._top(one), self._top(other)
        if top != below:
            self._parent[below] = top
            self._named[top] = min(self._named[top], self._named[below])


def _origin(snippet: Snippet) -> str:
    """Where a snippet is from, as far as it has relatives there: its video, else its file, or its row of a data set."""
    place = snippet.video or snippet.path
    return f"{snippet.source}:{place}"


def _said(text: str) -> str:
    return "says " + " ".join(re.findall(r"\w+", text.lower()))


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
