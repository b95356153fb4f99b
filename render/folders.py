"""Job folders: made, handed over, measured, swept. Their content belongs to strangers, so links are never followed."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

_MOST_ENTRIES = 20_000


def make(parent: Path, uid: int | None, kind: str = "job") -> tuple[Path, int]:
    """A new empty folder for one job, and a handle that keeps it locked while this process lives.

    With `uid`, the folder belongs to that user, the job's own. Its name begins with the `kind`, `job` or `tex`.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"{kind}-", dir=parent))
    if uid is not None:
        os.chown(folder, uid, uid)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return folder, handle


def drop(folder: Path, handle: int) -> None:
    """Delete a job's folder with all in it."""
    os.close(handle)
    shutil.rmtree(folder, ignore_errors=True)


def sweep(parent: Path) -> None:
    """Delete folders whose zygote is gone."""
    for folder in parent.glob("*-*"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            continue
        drop(folder, handle)


def size(folder: Path) -> int:
    """Bytes on disk below a folder, links not followed; a huge number when there are too many files to count."""
    total = entries = 0
    stack = [str(folder)]
    while stack:
        try:
            with os.scandir(stack.pop()) as found:
                for entry in found:
                    entries += 1
                    if entries > _MOST_ENTRIES:
                        return 1 << 62
                    if entry.is_dir(follow_symlinks=False):
                        stack.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_blocks * 512
        except OSError:
            continue
    return total
