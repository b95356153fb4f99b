"""User ids for what a farm run by root starts. The kernel counts processes by user, over all farms of a machine."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

FIRST, LAST = 61_000, 64_999
"""Debian keeps 60000-64999 for such uses."""
JOBS, TEX = 112, 16
"""Scenes and TeX runs that one farm may have at once."""


class Users:
    """The ids of one farm: a block chosen by its folder, so that two farms of a machine hardly ever share one."""

    def __init__(self, farm: Path) -> None:
        block = JOBS + TEX
        self._first = FIRST + crc32(bytes(farm)) % ((LAST - FIRST + 1) // block) * block

    def of_job(self, slot: int) -> int:
        """The user that runs the scene in a slot, 0 to `JOBS` - 1."""
        return self._first + slot

    def of_tex(self, number: int) -> int:
        """The user that runs TeX for one of `TEX` formulas."""
        return self._first + JOBS + number
