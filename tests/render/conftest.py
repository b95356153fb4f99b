"""One warm farm for all render tests, with folders of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings
from render import launch
from render.farm import Farm


def zygote_pid(settings: Settings) -> int:
    """The process that listens, started first if there is none."""
    launch.reach(settings).close()
    return launch.zygote(settings)


@pytest.fixture(scope="session")
def farm_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    base = tmp_path_factory.mktemp("farm")
    return Settings(home=base / "home", runtime=base / "run", idle_timeout=120)  # pyright: ignore[reportCallIssue]


@pytest.fixture(scope="session")
def farm(farm_settings: Settings) -> Iterator[Farm]:
    farm = Farm.connect(settings=farm_settings)
    yield farm
    launch.end(farm_settings)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def scene(body: str, *, head: str = "", base: str = "Scene") -> str:
    """A file with one scene `S` whose construct is `body`."""
    lines = "\n".join(f"        {line}" for line in body.strip("\n").splitlines())
    return f"from manim import *\n{head}\n\nclass S({base}):\n    def construct(self):\n{lines}\n"
