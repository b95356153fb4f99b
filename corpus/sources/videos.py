"""3b1b/videos from the user's own clone: by the video and the year that a file belongs to.

The code is CC BY-NC-SA 4.0. It stays with the user: exports leave it out unless asked, and nothing of it is shipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.sources.folder import Folder
from corpus.sources.source import Document

LICENCE = "CC-BY-NC-SA-4.0"
_YEAR = re.compile(r"^_?(20\d\d)$")


class Videos:
    """Source: a clone of 3b1b/videos, or a part of one."""

    def __init__(self, folder: Folder) -> None:
        self.name = folder.name
        self._folder = folder

    def documents(self) -> Iterator[Document]:
        for document in self._folder.documents():
            video, year = belongs(document.snippet.path)
            snippet = replace(document.snippet, video=video, year=year, dialect="gl", licence=LICENCE)
            yield replace(document, snippet=snippet)


def is_videos(root: Path) -> bool:
    """Whether a repository is 3b1b/videos, by what stands in it."""
    return (root / "manim_imports_ext.py").is_file() and any(_YEAR.match(path.name) for path in root.glob("_20*"))


def belongs(path: str) -> tuple[str, int]:
    """Video and year of a file: `_2019/diffyq/part1/pi.py` → (`2019/diffyq`, 2019)."""
    parts = path.split("/")
    year = _YEAR.match(parts[0])
    if not year:
        return parts[0].removesuffix(".py"), 0
    return f"{year[1]}/{parts[1].removesuffix('.py')}" if len(parts) > 1 else year[1], int(year[1])
