"""A home that the tests of one file share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.settings import settings


@pytest.fixture(scope="module")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The table of signatures is read off manim once for all of them."""
    patch = pytest.MonkeyPatch()
    patch.setenv("TULKU_HOME", str(tmp_path_factory.mktemp("home")))
    settings.cache_clear()
    yield
    patch.undo()
    settings.cache_clear()
