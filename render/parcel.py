"""Taking files out of a job's folder. A stranger filled it: links, pipes and shared files are left behind."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from pathlib import Path


def take(folder: Path, name: str, target: Path) -> Path | None:
    """Copy one plain file `folder/name` to `target`, complete or not at all. None where there is no such plain file.

    `name` may have one folder in it; a link in its place is not followed either.
    """
    parts = name.split("/")
    if not 1 <= len(parts) <= 2 or any(part in {"", ".", ".."} for part in parts):
        return None
    handle = _open(folder, parts)
    if handle is None:
        return None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1 or found.st_size == 0:
            return None
        part = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        with part.open("wb") as copy:
            shutil.copyfileobj(file, copy, 1 << 20)
    part.replace(target)
    return target


def _open(folder: Path, parts: list[str]) -> int | None:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        here = os.open(folder, flags | os.O_DIRECTORY)
    except OSError:
        return None
    try:
        for part in parts[:-1]:
            inner = os.open(part, flags | os.O_DIRECTORY, dir_fd=here)
            os.close(here)
            here = inner
        return os.open(parts[-1], flags, dir_fd=here)
    except OSError:
        return None
    finally:
        os.close(here)
