"""Any folder or git repository with Manim code: Python files, notebooks, Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from core.errors import SourceError
from core.snippet import Snippet, snippet_id
from corpus.clean.convert_step import LIBRARIES
from corpus.clean.encoding import decode
from corpus.sources import markdown, notebook
from corpus.sources.repository import Place, clone, files, visit
from corpus.sources.source import Document

MOST_BYTES = 4 << 20
"""Files above this are data that somebody wrote as Python."""
_MANIM = re.compile(
    r"\bmanim(lib|gl|pango|_imports_ext)?\b|\bbig_ol_pile_of_manim_imports\b|class\s+\w+\([\w., ]*Scene\)"
)


class Folder:
    """Source: a folder. `url` is cloned into `clones` first. Only files that have to do with Manim are taken."""

    def __init__(self, name: str, folder: Path | None = None, *, url: str = "", clones: Path | None = None) -> None:
        self.name = name
        self._folder = folder
        self._url = url
        self._clones = clones

    def place(self) -> Place:
        """Where it is, cloned if need be. Raises `SourceError`."""
        if self._folder is None:
            if self._clones is None:
                raise SourceError(f"{self.name}: neither a folder nor a place for a clone is given")
            self._folder = clone(self._url, self._clones)
        return visit(self._folder)

    def documents(self) -> Iterator[Document]:
        place = self.place()
        found = False
        for path in _without_libraries(files(place, ".py", ".ipynb", ".md")):
            for document in _read(self.name, place, path):
                found = True
                yield document
        if not found:
            raise SourceError(f"{self.name}: no Manim code in {place.folder}")


def _without_libraries(paths: list[Path]) -> list[Path]:
    """Not the source of Manim itself, in a clone of it or beside somebody's scenes: it shows no scene."""
    inside = [path.parent for path in paths if path.name == "__init__.py" and path.parent.name in LIBRARIES]
    libraries = [folder for folder in inside if (folder / "mobject").is_dir()]
    return [path for path in paths if not any(path.is_relative_to(library) for library in libraries)]


def _read(name: str, place: Place, path: Path) -> Iterator[Document]:
    data = path.read_bytes()
    text = decode(data)
    if len(data) > MOST_BYTES or not _MANIM.search(text):
        return
    base = Snippet(id="", code=text, source=name, path=_inside(path, place), commit=place.commit, licence=place.licence)
    readers: dict[str, Callable[[Snippet], Iterator[Document]]] = {
        ".ipynb": notebook.read,
        ".md": markdown.read,
        ".py": lambda base: iter([Document(base)]),
    }
    for document in readers[path.suffix.lower()](base):
        yield _placed(document, place, path)


def _inside(path: Path, place: Place) -> str:
    return path.relative_to(place.root if path.is_relative_to(place.root) else place.folder).as_posix()


def _placed(document: Document, place: Place, path: Path) -> Document:
    found = document.snippet
    return Document(
        with_id(found), document.form, root=str(place.root), file=_inside(path, place), context=place.context
    )


def with_id(snippet: Snippet) -> Snippet:
    """The snippet with the id that belongs to it."""
    from dataclasses import replace

    return replace(snippet, id=snippet_id(snippet.source, snippet.path, snippet.name, snippet.code))
