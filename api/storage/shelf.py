"""Copies of files out of a bucket, so that ranges of a video are read from the disk. Bounded; the oldest go first."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from pathlib import Path

MOST = 2 << 30
"""Bytes of copies that are kept."""


class Shelf:
    """Copies under `folder`, named by the content's SHA-256."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder, self._most = folder, most

    def fetch(self, digest: str, get: Callable[[Path], object]) -> Path:
        """The copy; `get` brings it to a draft's path where it is not there."""
        path = self._folder / digest
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f".{digest[:16]}.{secrets.token_hex(4)}.part"
            try:
                get(draft)
                draft.replace(path)
            finally:
                draft.unlink(missing_ok=True)
            self._make_room(path)
        with contextlib.suppress(FileNotFoundError):
            path.touch()
        return path

    def _make_room(self, newest: Path) -> None:
        """Forget the copies that were not used for longest; readers that have one open keep it."""
        found = sorted(((p.stat().st_mtime, p.stat().st_size, p) for p in self._folder.iterdir()), reverse=True)
        total = 0
        for _, size, path in found:
            total += size
            if total > self._most and path != newest:
                path.unlink(missing_ok=True)
