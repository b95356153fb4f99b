# one program per line reads better than a broken one
"""One attack per claim of the sandbox, each in an arena."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.settings import Settings
from render import guards, launch
from tests.render.hostile.arena import Arena

LAYERS = ("all layers", "no bubblewrap")


@pytest.fixture(scope="package", params=LAYERS)
def arena(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Arena]:
    """The attacks run twice: with every layer, and with the inner layers alone."""
    base = tmp_path_factory.mktemp("arena")
    settings = Settings(home=base / "home", runtime=base / "run", idle_timeout=120)  # pyright: ignore[reportCallIssue]
    patch = pytest.MonkeyPatch()
    if request.param == "no bubblewrap":
        patch.setattr(guards, "bubblewrap", lambda: "")
    arena = Arena(settings)
    assert arena.works()
    yield arena
    assert arena.works()
    launch.end(settings)
    patch.undo()
