"""The version of what decides a video: Tulku's own code, manim, and the settings that models are asked with."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version as installed
from pathlib import Path

from core.settings import settings

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("agent", "components_cache", "convert", "layout", "render", "retrieval", "core")
KINDS = (".py", ".md", ".txt", ".json")
ELSEWHERE = (
    "agent/batch",
    "agent/cached.py",
    "agent/formulas.py",
    "agent/serving.py",
    "agent/topics",
    "components_cache/wishes",
    "components_cache/gallery",
    "components_cache/admission",
    "components_cache/extraction",
    "components_cache/harvest",
    "components_cache/store",
    "core/redis_server.py",
    "core/times.py",
    "core/database.py",
    "core/settings.py",
)
"""Code that decides how a video is found or kept, not what it shows."""
DRAWING = ("convert", "layout", "render")
"""Rooms that decide how given code becomes a video."""


@lru_cache(maxsize=1)
def deciding() -> str:
    """Changes with any file that may change the video of a wish, and with manim."""
    config = settings()
    asked = (config.model_fallbacks, config.model_base_url, config.embedding_model, str(config.attempts))
    return _digest(_files(ROOMS), *asked)


@lru_cache(maxsize=1)
def drawing() -> str:
    """Changes with what may change the video of given code."""
    return _digest(_files(DRAWING))


def _files(rooms: tuple[str, ...]) -> list[Path]:
    found = [path for room in rooms for path in (ROOT / room).rglob("*") if path.suffix in KINDS]
    return sorted(path for path in found if not path.relative_to(ROOT).as_posix().startswith(ELSEWHERE))


def _digest(files: list[Path], *parts: str) -> str:
    total = hashlib.sha256("\0".join((installed("manim"), *parts)).encode())
    for path in files:
        total.update(path.relative_to(ROOT).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()[:16]
