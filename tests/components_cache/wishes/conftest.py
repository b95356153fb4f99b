"""Every test has a home of its own, and wishes whose words agree are near enough: no embedder is loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components_cache.wishes import meaning
from core.settings import settings
from tests.components_cache.wishes.fakes import no_embedder


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    no_embedder(monkeypatch)
    settings.cache_clear()
    yield
    settings.cache_clear()
    meaning._vector.cache_clear()


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'records.sqlite'}"
