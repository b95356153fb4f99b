"""A home of the test's own, and words for meaning."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from components_cache.store.store import Store
from core.database import opened
from core.settings import settings
from tests.retrieval.conftest import embedding


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Settings with a home of the test's own; texts are embedded as bags of words."""
    from retrieval.search import _vector  # pyright: ignore[reportPrivateUsage]
    from retrieval.stores import _opened  # pyright: ignore[reportPrivateUsage]

    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    for place in ("retrieval.index", "retrieval.search", "components_cache.store.meaning"):
        monkeypatch.setattr(f"{place}.embed", embedding)
    for cached in (settings, _vector, _opened):
        cached.cache_clear()
    yield tmp_path / "home"
    for cached in (settings, _vector, _opened):
        cached.cache_clear()


@pytest.fixture
async def store(own_home: Path) -> AsyncIterator[Store]:
    """An empty store."""
    async with opened() as database:
        yield Store(database)
