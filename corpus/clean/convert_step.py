"""Step: manimgl and old ManimCE to today's ManimCE, by `convert`. The only place of the corpus that calls it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from convert.context import ConversionContext
from convert.convert import convert
from core.snippet import Dialect


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
    context = ConversionContext(Path(root), Path(root) / file, scenes) if root and file else ConversionContext()
    result = convert(code, context)
    dialect = known if result.dialect in ("ce", "unknown") and known != "unknown" else result.dialect
    return Converted(result.code, dialect, tuple(map(str, result.notes)))
