"""Where the code to be converted comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_YEAR = re.compile(r"(?:^|[/_])(20[12]\d)(?=/)")


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
        """The last year among the file's folders, as repositories keep one folder a year; 0 if none."""
        found = _YEAR.findall(self.file.as_posix()) if self.file else []
        return int(found[-1]) if found else 0
