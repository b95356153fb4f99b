"""A service without a network, a real Redis, manim or a language model."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.settings import settings
from tests.api.service.bench import Bench, benched


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TULKU_MODEL", raising=False)
    settings.cache_clear()
    monkeypatch.setattr("agent.nodes.repair._signatures", lambda code, failure: ())
    monkeypatch.setattr("agent.nodes.retrieve._passages", lambda text: ())
    monkeypatch.setattr("render.join.join", _joined)
    return tmp_path / "home"


def _joined(parts: list[Path], target: Path) -> float:
    target.write_bytes(b"".join(part.read_bytes() for part in parts))
    return float(len(parts))


@pytest.fixture
async def bench(home: Path) -> AsyncIterator[Bench]:
    async with benched(settings()) as found:
        yield found
