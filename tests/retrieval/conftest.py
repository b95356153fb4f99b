"""A search without a model: words hashed into vectors stand in for meaning, so tests need no torch and no time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.settings import settings
from core.snippet import Snippet, SnippetKind
from retrieval.embedder import DIMENSIONS, Matrix
from retrieval.tokens import words


def embedding(texts: list[str], model: str = "", *, query: bool = False) -> Matrix:
    """Unit vectors of bags of words."""
    rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in words(text):
            row[zlib.crc32(word.encode()) % DIMENSIONS] += 1
        row[0] += 0.01
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Settings with a home of the test's own, and words for meaning."""
    from retrieval.search import _vector  # pyright: ignore[reportPrivateUsage]
    from retrieval.stores import _opened  # pyright: ignore[reportPrivateUsage]

    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("retrieval.index.embed", embedding)
    monkeypatch.setattr("retrieval.search.embed", embedding)
    for cached in (settings, _vector, _opened):
        cached.cache_clear()
    yield tmp_path / "home"
    for cached in (settings, _vector, _opened):
        cached.cache_clear()


def snippet(
    code: str, title: str = "", name: str = "", kind: SnippetKind = "scene", licence: str = "MIT", path: str = ""
) -> Snippet:
    """A snippet with an id of its own."""
    return Snippet(f"{zlib.crc32(f'{title}{name}{code}'.encode()):08x}", code, title, title, name, kind,
                   source="test", path=path, licence=licence)  # fmt: skip


SHAPES = [
    snippet("Create(Circle())", "Draw a circle", "CircleScene"),
    snippet("Create(Square())", "Draw a square", "SquareScene"),
    snippet("Axes().plot(np.sin)", "Plot the sine", "SineScene", licence="CC-BY-NC-SA-4.0"),
    snippet("Brace(text, DOWN)", "A brace under a text", "BraceScene"),
]
