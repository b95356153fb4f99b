"""What has been done already: results of steps, kept under a hash of all that they depend on.

A second build looks here first, so it does only what is new, and a build that was killed goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


class Ledger:
    """One SQLite file. Every `put` is on disk before it returns; a damaged file is begun anew."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._base = _opened(path)
        except sqlite3.DatabaseError:
            path.unlink()
            self._base = _opened(path)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._base.close()

    def get(self, key: str) -> Any:
        """The result kept under `key`, or None."""
        row = self._base.execute("SELECT value FROM done WHERE key = ?", (key,)).fetchone()
        return json.loads(zlib.decompress(row[0])) if row else None

    def put(self, results: Iterable[tuple[str, Any]]) -> None:
        """Keep results (plain data) under their keys."""
        rows = [(key, zlib.compress(json.dumps(value).encode(), 3)) for key, value in results]
        with self._base:
            self._base.executemany("INSERT OR REPLACE INTO done VALUES (?, ?)", rows)


def _opened(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("CREATE TABLE IF NOT EXISTS done (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
    return base


def key(step: str, *parts: object) -> str:
    """The key of a step's result: a hash of the step and of everything its result depends on."""
    return hashlib.sha256("\0".join((step, *map(str, parts))).encode("utf-8", "replace")).hexdigest()


@lru_cache(maxsize=16)
def code_of(*places: str) -> str:
    """A hash of our own code under these places (`corpus/clean`), so that results of old code are not used again."""
    files = [file for place in places for file in _sources(ROOT / place)]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _sources(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return sorted(file for file in place.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
