"""The shelf of cached segments, kept by the client and outside every sandbox.

One scope per output path: an edited scene that is rendered to the same place finds the segments of the version before,
and no other scene's. Only the segments of the last good render stay. Jobs get copies and give copies back; what a job
gives back can mislead only later renders of its own scope.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
from pathlib import Path
from typing import Any

from render.parcel import take

_KEY = re.compile(r"[0-9a-f]{64}")
_MOST_SCOPES = 200
_MOST_SEGMENTS = 2000
_MOST_BYTES = 256 << 20


class Shelf:
    """The cached segments of one scope below the farm's folder."""

    def __init__(self, farm: Path, scope: str) -> None:
        self._root = farm / "cache" / "segments"
        self._place = self._root / hashlib.sha256(scope.encode()).hexdigest()[:32]
        self._staging = farm / "jobs"

    def stage(self) -> str:
        """Lay copies ready for a job; their folder's name, or empty when there is nothing."""
        kept = sorted(self._place.glob("*.seg"))
        if not kept:
            return ""
        folder = self._staging / f"segments-{secrets.token_hex(8)}"
        folder.mkdir()
        for path in kept:
            shutil.copyfile(path, folder / path.name)
        return folder.name

    def keep(self, job: Path, segments: Any) -> None:
        """Replace what is on the shelf by the segments that a job says it used: rows of key and file name."""
        rows = [(str(key), str(name)) for key, name in list(segments)[:_MOST_SEGMENTS]]
        fresh = self._place.with_name(f".{self._place.name}.{secrets.token_hex(4)}")
        fresh.mkdir(mode=0o700, parents=True)
        total = 0
        for key, name in rows:
            path = take(job, name, fresh / f"{key}.seg") if _KEY.fullmatch(key) else None
            total += path.stat().st_size if path else 0
            if total > _MOST_BYTES:
                break
        shutil.rmtree(self._place, ignore_errors=True)
        try:
            fresh.rename(self._place)
        except OSError:  # another render of this scope was quicker
            shutil.rmtree(fresh, ignore_errors=True)
        self._prune()

    def _prune(self) -> None:
        places = sorted((entry for entry in os.scandir(self._root) if entry.is_dir()), key=lambda e: e.stat().st_mtime)
        for entry in places[:-_MOST_SCOPES]:
            shutil.rmtree(entry.path, ignore_errors=True)
