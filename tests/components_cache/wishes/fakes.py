"""Small files that pass for finished videos, and a cache on a database of the test's own."""

from __future__ import annotations

import struct
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import numpy as np
import pytest

from agent.formulas import marked
from components_cache.wishes import meaning
from components_cache.wishes.cache import WishCache
from components_cache.wishes.hot import Hot
from core.database import opened
from retrieval.embedder import DIMENSIONS, Matrix


def mp4(content: bytes) -> bytes:
    """The boxes that a player needs, around any content."""
    boxes = ((b"ftyp", b"isom"), (b"moov", b"index"), (b"mdat", content))
    return b"".join(struct.pack(">I4s", 8 + len(data), kind) + data for kind, data in boxes)


def results(folder: Path, name: str = "one") -> dict[str, Path]:
    """A video and its code in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    video, code = folder / "animation.mp4", folder / "scene.py"
    video.write_bytes(mp4(name.encode()))
    code.write_text(f"# {name}\n")
    return {"animation.mp4": video, "scene.py": code}


def no_embedder(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All wishes are equally near, and no model is loaded; gives the texts that were embedded."""
    embedded: list[str] = []

    def embed(texts: list[str]) -> Matrix:
        embedded.extend(texts)
        return np.full((len(texts), DIMENSIONS), DIMENSIONS**-0.5, dtype=np.float32)

    meaning._vector.cache_clear()
    monkeypatch.setattr(meaning, "embed", embed)
    return embedded


@asynccontextmanager
async def cache_at(url: str, hot: Hot | None = None) -> AsyncGenerator[WishCache]:
    """A cache that is closed at the end."""
    async with opened(url) as database:
        cache = WishCache(database, marked, hot or Hot(""))
        yield cache
        await cache.close()
