"""Step: manimgl and old ManimCE to today's ManimCE, by `convert`. The only place of the corpus that calls it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from convert.context import ConversionContext
from convert.convert import convert
from core.snippet import Dialect

LIBRARIES = ("manim", "manimlib", "manimgl")
"""Packages that are Manim itself when they define mobjects."""


@dataclass(frozen=True, slots=True)
class Converted:
    """ManimCE code as far as it can be made, what it was written for, and what was done."""

    code: str
    dialect: Dialect
    notes: tuple[str, ...]


def to_manimce(
    code: str, *, root: str = "", file: str = "", known: Dialect = "unknown", scenes: tuple[str, ...] = ()
) -> Converted:
    """Convert a file, or what some `scenes` of it need. `root` and `file` say where it lies, so that what it imports
    from there can be inlined.

    What a source knows of the dialect stands where the code itself does not tell.
    """
    context = ConversionContext(Path(root), Path(root) / file, scenes) if has_own_imports(root) else ConversionContext()
    result = convert(code, context)
    dialect = known if result.dialect in ("ce", "unknown") and known != "unknown" else result.dialect
    return Converted(result.code, dialect, tuple(map(str, result.notes)))


@lru_cache(maxsize=32)
def has_own_imports(root: str) -> bool:
    """Whether files under `root` may import what has to be inlined. In a clone of Manim that would be Manim itself."""
    return bool(root) and not any((Path(root) / name / "mobject").is_dir() for name in LIBRARIES)
