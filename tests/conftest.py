"""What all tests share: what the installed manim offers is read once a process, not once for every home of a test."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest

from agent import signature_table


@pytest.fixture(scope="session", autouse=True)
def signatures_read_once() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(signature_table, "_generate", lru_cache(maxsize=1)(signature_table._generate))  # pyright: ignore[reportPrivateUsage]
    yield
    patch.undo()
