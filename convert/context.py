"""Where the code to be converted comes from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ConversionContext:
    """`root` is the repository in which imports are looked up, `file` the source file in it.

    `scenes` names the scenes that are wanted; empty means all.
    """

    root: Path | None = None
    file: Path | None = None
    scenes: tuple[str, ...] = ()
