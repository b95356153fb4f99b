"""Files of finished wishes, named by what they hold: kept once, checked before they are served.

home/cache/wishes/ab/abcdef….mp4
"""

from __future__ import annotations

import hashlib
import shutil
import struct
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from core.settings import settings

CHUNK = 1 << 20


class Damaged(Exception):
    """Raised when a stored file is missing or no longer what was stored."""


def folder() -> Path:
    """Where the files lie."""
    return settings().home / "cache" / "wishes"


def place(name: str, digest: str) -> Path:
    """Where a file of this name and content is kept."""
    return folder() / digest[:2] / f"{digest}{Path(name).suffix}"


def put(path: Path) -> tuple[str, int]:
    """Keep a copy of a file; its digest and size. Raises OSError when the disk is full: nothing half is left."""
    digest = _digest(path)
    target = place(path.name, digest)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(path, target)
    return digest, target.stat().st_size


def checked(name: str, digest: str) -> Path:
    """The stored file, proven whole. Raises `Damaged`."""
    path = place(name, digest)
    try:
        stat = path.stat()
        whole = _is_whole(path, digest, stat.st_size, stat.st_mtime_ns, stat.st_ino)
    except OSError as error:
        raise Damaged(f"{path} cannot be read: {error}") from error
    if not whole:
        raise Damaged(f"{path} is not what was stored")
    return path


@lru_cache(maxsize=4096)
def _is_whole(path: Path, digest: str, size: int, changed: int, inode: int) -> bool:
    """Read once for each state of a file: size, time and inode change with it."""
    return size > 0 and _digest(path) == digest and (path.suffix != ".mp4" or _is_playable(path))


def _is_playable(path: Path) -> bool:
    """Whether an mp4 has the boxes a player needs: its type, its index and its data."""
    found: set[bytes] = set()
    size, at = path.stat().st_size, 0
    with path.open("rb") as file:
        while at + 8 <= size:
            file.seek(at)
            length, kind = struct.unpack(">I4s", file.read(8))
            if length == 1:
                length = struct.unpack(">Q", file.read(8))[0]
            length = length or size - at
            if length < 8 or at + length > size:
                return False
            found.add(kind)
            at += length
    return {b"ftyp", b"moov", b"mdat"} <= found


def _digest(path: Path) -> str:
    total = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            total.update(chunk)
    return total.hexdigest()[:40]


def copy(source: Path, target: Path) -> None:
    """A copy that is either whole or not there. Never a link: who edits a result must not change another's."""
    draft = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        shutil.copyfile(source, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def remove(name: str, digest: str) -> None:
    """Forget a stored file; one that is not there is no matter."""
    place(name, digest).unlink(missing_ok=True)
