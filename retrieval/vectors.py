"""Vectors of texts that rarely change, kept on disk under a key made of the model and the texts."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from core.settings import settings
from retrieval.embedder import MODEL, Matrix, embed


def vectors(texts: list[str]) -> Matrix:
    """Embeddings of `texts` as rows; read from disk when the same texts were embedded before.

    Changing one text or the model makes a new file; a damaged file is made again.
    """
    path = _path(texts)
    kept = _load(path, len(texts))
    if kept is not None:
        return kept
    made = embed(texts)
    _store(path, made)
    return made


def _path(texts: list[str]) -> Path:
    key = hashlib.sha256("\0".join([MODEL, *texts]).encode()).hexdigest()[:24]
    return settings().home / "cache" / "vectors" / f"{key}.npy"


def _load(path: Path, rows: int) -> Matrix | None:
    try:
        found = np.load(path, allow_pickle=False)
    except (OSError, ValueError):
        return None
    return found if found.ndim == 2 and len(found) == rows else None


def _store(path: Path, made: Matrix) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part.npy")
    np.save(draft, made)
    draft.replace(path)
