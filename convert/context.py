"""Where the code to be converted comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_YEAR = re.compile(r"(?:^|/)_?(20[12]\d)/")


@dataclass(frozen=True, slots=True)
class ConversionContext:
    """`root` is the repository in which imports are looked up, `file` the source file in it.

    `scenes` names the scenes that are wanted; empty means all.
    """

    root: Path | None = None
    file: Path | None = None
    scenes: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year that the file's path names, as the folders of 3b1b/videos do; 0 if none."""
        found = _YEAR.search(self.file.as_posix()) if self.file else None
        return int(found[1]) if found else 0
