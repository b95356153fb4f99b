"""Thumbnails as files, and the stamp that says when the store last changed.

home/components/thumbnails/<2 digits>/<id>.webp
home/components/changed
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from core.settings import settings

SIZE = (320, 180)
YOUNG = 3600.0
"""Seconds in which a file without a row may belong to an admission that is under way."""


def folder() -> Path:
    return settings().home / "components"


def thumbnail_path(name: str) -> Path:
    """Where the thumbnail called `name` lies."""
    return folder() / "thumbnails" / name


def keep_picture(component: str, picture: Path) -> str:
    """Keep a small copy of a picture; returns its name. The same picture twice is no harm."""
    from PIL import Image

    name = f"{component[:2]}/{component}.webp"
    target = thumbnail_path(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".part", delete=False) as draft:
        with Image.open(picture) as image:
            image.convert("RGB").resize(SIZE).save(draft, "WEBP", quality=82)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(target)
    return name


def look(picture: Path) -> str:
    """A perceptual hash (dHash): 256 bits as hexadecimal; alike pictures differ in few bits."""
    import numpy as np
    from PIL import Image

    with Image.open(picture) as image:
        grey = np.asarray(image.convert("L").resize((17, 16)), dtype=np.int16)
    bits = np.abs(grey[:, 1:] - grey[:, :-1]) > 4
    return np.packbits(bits).tobytes().hex()


def unlike(one: str, other: str) -> int:
    """In how many bits two looks differ."""
    return (int(one or "0", 16) ^ int(other or "0", 16)).bit_count()


def stamp() -> str:
    """Changes whenever the store does; empty while there has never been a component."""
    try:
        return (folder() / "changed").read_text(encoding="utf-8")
    except OSError:
        return ""


def touch(what: str) -> None:
    """Note that the store has changed."""
    folder().mkdir(parents=True, exist_ok=True)
    draft = folder() / f"changed.{os.getpid()}.part"
    draft.write_text(hashlib.sha256(f"{stamp()}{what}".encode()).hexdigest()[:16], encoding="utf-8")
    draft.replace(folder() / "changed")


def sweep(kept: Iterable[str], *, young: float = YOUNG) -> int:
    """Delete thumbnails and drafts that no row names, but for those just written; returns how many."""
    known, gone = set(kept), 0
    root = folder() / "thumbnails"
    for path in root.rglob("*") if root.is_dir() else ():
        is_orphan = path.is_file() and path.relative_to(root).as_posix() not in known
        if is_orphan and time.time() - path.stat().st_mtime >= young:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def copy_to(name: str, target: Path) -> None:
    """Copy a thumbnail out of the store."""
    shutil.copyfile(thumbnail_path(name), target)
