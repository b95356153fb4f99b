"""Vectors of texts that rarely change, kept on disk text by text: a new act costs its own texts, not all of them.

One SQLite file under `Settings.home`, 0.8 KiB a vector: numbers of 16 bits, which moves a cosine by about 0.00002.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.settings import settings
from retrieval.embedder import DIMENSIONS, MODEL, Matrix, embed

AT_ONCE = 512
"""Texts embedded before they are written, and keys asked for in one query."""
PATIENCE = 10.0
"""Seconds to wait for another process that writes."""

Half = NDArray[np.float16]


def vectors(texts: list[str], model: str = MODEL) -> Matrix:
    """Embeddings of `texts` as rows; only texts that this model has not embedded before cost anything.

    What is kept is what is returned, so the first call and the second agree. A damaged file is begun anew; one that
    cannot be written is done without.
    """
    if not texts:
        return np.zeros((0, DIMENSIONS if model == MODEL else 0), dtype=np.float32)
    wanted = {_key(text, model): text for text in texts}
    found = _read(list(wanted))
    new = [key for key in wanted if key not in found]
    for some in _portions(new):
        made = embed([wanted[key] for key in some], model).astype(np.float16)
        found.update(zip(some, made, strict=True))
        _write(zip(some, made, strict=True))
    return np.stack([found[_key(text, model)] for text in texts]).astype(np.float32)


def _key(text: str, model: str) -> bytes:
    return hashlib.sha256(f"{model}\0{text}".encode("utf-8", "replace")).digest()[:16]


def _portions(keys: list[bytes]) -> Iterable[list[bytes]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


def _read(keys: list[bytes]) -> dict[bytes, Half]:
    """The kept vectors among `keys`; none where the file cannot be read."""
    path = _path()
    if not path.exists():
        return {}
    found: dict[bytes, Half] = {}
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as base:
            for some in _portions(keys):
                marks = ",".join("?" * len(some))
                rows = base.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some)  # noqa: S608  # only question marks
                found.update((key, np.frombuffer(vector, dtype=np.float16)) for key, vector in rows)
    except sqlite3.OperationalError:  # busy, or no table yet
        return {}
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        return {}
    return found


def _write(rows: Iterable[tuple[bytes, Half]]) -> None:
    path = _path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as base, base:
            base.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")
            base.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)", [(key, row.tobytes()) for key, row in rows]
            )
    except (OSError, sqlite3.Error):
        return


def _path() -> Path:
    return settings().home / "cache" / "vectors.sqlite"
