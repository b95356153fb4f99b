"""What a conversion gives back: code, and plain words about what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.snippet import Dialect

Severity = Literal["info", "approximated", "lost", "impossible"]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that happened to the code.

    `code` is a short reason such as "renamed", "glsl_shader", "interaction" or "missing_data"; `line` is the line in
    the source file, 0 if unknown.
    """

    severity: Severity
    code: str
    message: str
    line: int = 0

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.message}"


@dataclass(frozen=True, slots=True)
class ConversionResult:
    """ManimCE code, and an account of the way there.

    `scenes` are the scene classes of the file, `inlined` the names taken from other modules, `approximated` the names
    of shims and stand-ins the code now carries, `impossible` pairs of (scene, reason code).
    """

    code: str
    scenes: tuple[str, ...] = ()
    dialect: Dialect = "ce"
    notes: tuple[Note, ...] = ()
    inlined: tuple[str, ...] = ()
    approximated: tuple[str, ...] = ()
    impossible: tuple[tuple[str, str], ...] = ()
