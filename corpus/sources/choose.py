"""From what a user names to the adapter that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from core.errors import BadInput
from corpus.sources.datasets import ENDINGS, Dataset
from corpus.sources.folder import Folder
from corpus.sources.installed import manim_version
from corpus.sources.manim_api import ManimApi
from corpus.sources.manim_docs import ManimDocs
from corpus.sources.repository import is_url, visit
from corpus.sources.runs import Runs
from corpus.sources.sdist import SourceDistribution
from corpus.sources.source import Source
from corpus.sources.videos import Videos, is_videos

DEFAULTS = ("library", "manim-docs", "manim-api", "manim-sdist", "manimgl", "runs")


def choose(names: tuple[str, ...], *, home: Path, library: Source | None = None) -> list[Source]:
    """Adapters for `names`: those of `DEFAULTS`, folders, files and git addresses, each also as `name=place`.

    `home` is Tulku's data folder. Raises `BadInput` for something that is none of these.
    """
    known = _known(home, library)
    chosen = [_one(name, known, home) for name in dict.fromkeys(names or DEFAULTS)]
    twice = {source.name for source in chosen if [other.name for other in chosen].count(source.name) > 1}
    if twice:
        raise BadInput(f"two sources are called {', '.join(sorted(twice))}", advice="name them: mine=PLACE")
    return chosen


def _known(home: Path, library: Source | None) -> dict[str, Callable[[], Source]]:
    downloads = home / "corpus" / "downloads"
    table: dict[str, Callable[[], Source]] = {
        "manim-docs": ManimDocs,
        "manim-api": ManimApi,
        "manim-sdist": lambda: SourceDistribution("manim-sdist", "manim", ("manim",), downloads, manim_version()),
        "manimgl": lambda: SourceDistribution("manimgl", "manimgl", ("manimlib",), downloads),
        "runs": lambda: Runs(home / "runs"),
    }
    return table | ({"library": lambda: library} if library else {})


def _one(text: str, known: dict[str, Callable[[], Source]], home: Path) -> Source:
    if text in known:
        return known[text]()
    named = re.match(r"^([\w.-]+)=(.+)$", text)
    name, place = (named[1], named[2]) if named else (_name(text), text)
    if is_url(place):
        return _recognised(Folder(name, url=place, clones=home / "corpus" / "clones"), place)
    path = Path(place).expanduser()
    if path.is_file() and path.suffix in ENDINGS:
        return Dataset(name, path)
    if path.is_dir() and not any(path.rglob("*.py")) and any(file.suffix in ENDINGS for file in path.rglob("*")):
        return Dataset(name, path)
    if path.is_dir():
        return _recognised(Folder(name, path), str(visit(path).root))
    if named or "/" in place:
        return Folder(name, path)  # it is not there: the build says so in one line, and goes on with the rest
    raise BadInput(
        f"no source {text!r}", advice=f"{', '.join(known)}, a folder, a git address, or a {'/'.join(ENDINGS)} file"
    )


def _recognised(folder: Folder, place: str) -> Source:
    """3b1b/videos has years and videos, and a licence of its own."""
    if is_videos(Path(place)) or re.search(r"3b1b/videos(\.git)?/?$", place):
        return Videos(folder)
    return folder


def _name(text: str) -> str:
    """A name from a path or an address: its last two parts."""
    parts = [
        part for part in re.split(r"[/\\:]+", text.removesuffix("/").removesuffix(".git")) if part not in ("", ".")
    ]
    return re.sub(r"[^\w.-]+", "-", "-".join(parts[-2:])).strip("-.") or "folder"
