"""Finds the file that an import of ten years ago means today.

A dotted path is looked for below the root and beside the importing file; then, because repositories get tidied up, by
its ending: `hilbert.curves` is the file `_2016/hilbert/curves.py`, `_2017.eoc.eoc.chapter1` is `_2017/eoc/chapter1.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from convert.facts.manim import exported
from convert.inline.externals import is_known_package, is_library
from convert.inline.modules import Module, Statement, load

_MOST_FILES = 5000
_SHARED_BY_NAME = ("once_useful_constructs", "custom")


@dataclass(frozen=True)
class Repository:
    """A folder of Python files. Two of the same root are one and the same."""

    root: Path

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """All Python files, in a fixed order; hidden folders and environments left out."""
        found = (
            path
            for path in self.root.rglob("*.py")
            if not any(part.startswith(".") or part == "site-packages" for part in path.relative_to(self.root).parts)
        )
        return tuple(sorted(path for path, _ in zip(found, range(_MOST_FILES), strict=False)))

    @cached_property
    def _found(self) -> dict[tuple[str, int, Path], Path | None]:
        return {}

    @cached_property
    def _neighbours(self) -> dict[Path, dict[str, list[Statement]]]:
        return {}

    @cached_property
    def _by_stem(self) -> dict[str, list[Path]]:
        table: dict[str, list[Path]] = {}
        for path in self.files:
            table.setdefault(_dotted(path)[-1], []).append(path)
        return table

    @cached_property
    def shared(self) -> tuple[Path, ...]:
        """Files of the folders that every video may use."""
        return tuple(path for path in self.files if path.relative_to(self.root).parts[0] in _SHARED_BY_NAME)

    @cached_property
    def shared_names(self) -> dict[str, Statement]:
        """Definitions of the shared folders; imports of them have changed so often that names alone count."""
        table: dict[str, Statement] = {}
        for path in self.shared:
            module = load(path)
            for statement in module.statements() if module else ():
                if statement.kind in ("class", "function", "assign"):
                    for name in set(statement.names) - exported():
                        table.setdefault(name, statement)
        return table

    def neighbour(self, name: str, importer: Path) -> Statement | None:
        """The one definition of that name in the importer's folder: an import that was lost when files were moved."""
        folder = importer.parent
        if folder not in self._neighbours:
            self._neighbours[folder] = self._definitions(folder)
        found = [statement for statement in self._neighbours[folder].get(name, []) if statement.module != importer]
        return found[0] if len(found) == 1 else None

    def _definitions(self, folder: Path) -> dict[str, list[Statement]]:
        table: dict[str, list[Statement]] = {}
        for path in self.files:
            module = load(path) if path.parent == folder else None
            for statement in module.statements() if module else ():
                if statement.kind in ("class", "function", "assign"):
                    for name in statement.names:
                        table.setdefault(name, []).append(statement)
        return table

    def find(self, dotted: str, level: int, importer: Path) -> Module | None:
        """The module of that name for a file that imports it, or None if it is not in this repository."""
        asked = (dotted, level, importer)
        if asked not in self._found:
            self._found[asked] = self._find(dotted, level, importer)
        path = self._found[asked]
        return load(path) if path else None

    def _find(self, dotted: str, level: int, importer: Path) -> Path | None:
        parts = tuple(part for part in dotted.split(".") if part)
        if level:
            base = importer.parents[level - 1] if level <= len(importer.parents) else self.root
            return _file(base, parts)
        for base in self._bases(importer):
            found = _file(base, parts)
            if found:
                return found
        return (
            None if not parts or is_library(dotted) or is_known_package(parts[0]) else self._by_ending(parts, importer)
        )

    def _bases(self, importer: Path) -> Iterator[Path]:
        yield self.root
        for parent in importer.parents:
            if parent == self.root or self.root not in parent.parents:
                return
            yield parent

    def _by_ending(self, parts: tuple[str, ...], importer: Path) -> Path | None:
        """The file that shares most of the path's parts, and then lies nearest to the importer. Ties: none."""
        candidates = [path for path in self._by_stem.get(parts[-1], []) if path != importer]
        if len(parts) == 1:
            candidates = [path for path in candidates if _folder(path, self.root) == _folder(importer, self.root)]
        least = 1 if len(candidates) == 1 and (self.root / parts[0]).is_dir() else min(len(parts), 2)
        scored = sorted(
            ((self._likeness(path, parts, importer), path) for path in candidates),
            key=lambda pair: pair[0],
            reverse=True,
        )
        if not scored or scored[0][0][0] < least or (len(scored) > 1 and scored[0][0] == scored[1][0]):
            return None
        return scored[0][1]

    def _likeness(self, path: Path, parts: tuple[str, ...], importer: Path) -> tuple[int, int]:
        own = _dotted(path.relative_to(self.root))
        near = sum(1 for a, b in zip(own, _dotted(importer.relative_to(self.root)), strict=False) if a == b)
        return len(set(own) & set(parts)), near


@lru_cache(maxsize=8)
def repository(root: Path) -> Repository:
    """The repository at `root`, with its list of files."""
    return Repository(root)


def _file(base: Path, parts: tuple[str, ...]) -> Path | None:
    stem = base.joinpath(*parts)
    for path in (stem.with_name(f"{stem.name}.py"), stem / "__init__.py") if parts else (base / "__init__.py",):
        if path.is_file():
            return path
    return None


def _folder(path: Path, root: Path) -> str:
    """The top folder, for instance the year."""
    return path.relative_to(root).parts[0]


def _dotted(path: Path) -> tuple[str, ...]:
    parts = path.with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts
