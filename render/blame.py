"""From an exception in generated code to a `SceneError`: which kind, which line, the user's own frames."""

from __future__ import annotations

import re
import traceback
from typing import Any

from core.run import ErrorKind, SceneError

FILE = "scene.py"
"""The name under which user code is compiled, and so the name in its tracebacks."""


class OutOfTime(BaseException):
    """Raised inside a scene whose wall-clock time is over. Not an Exception, so that `except Exception` lets it by."""


class TexFailed(ValueError):
    """Raised in the scene when a formula cannot be typeset; `log` holds the error lines of LaTeX's log."""

    def __init__(self, message: str, log: str) -> None:
        super().__init__(message)
        self.log = log


class NoScene(Exception):
    """Raised when the file has no such scene; the message names those there are."""


def blame(problem: BaseException) -> SceneError:
    """The error as data. `line` is the innermost line of user code, or where the syntax breaks."""
    if isinstance(problem, SyntaxError) and problem.filename == FILE:
        text = (problem.text or "").rstrip()
        return SceneError(
            "syntax", f"{problem.msg}: {text.strip()}" if text else problem.msg, problem.lineno or 0, text
        )
    frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == FILE]
    return SceneError(
        _kind(problem),
        _message(problem),
        (frames[-1].lineno or 0) if frames else 0,
        "".join(traceback.format_list(frames[-12:])).rstrip(),
        getattr(problem, "log", "") if isinstance(problem, TexFailed) else "",
    )


def _kind(problem: BaseException) -> ErrorKind:
    kinds: list[tuple[Any, ErrorKind]] = [
        (OutOfTime, "timeout"),
        (TexFailed, "latex"),
        (NoScene, "no_scene"),
        (MemoryError, "memory"),
        ((ImportError, NameError), "import"),
        (AttributeError, "import" if re.match(r"module '", str(problem)) else "runtime"),
    ]
    for types, kind in kinds:
        if isinstance(problem, types):
            return kind
    return "runtime"


def _message(problem: BaseException) -> str:
    if isinstance(problem, OutOfTime):
        return "the scene ran out of time"
    if isinstance(problem, MemoryError):
        return "the scene reached the memory limit"
    if isinstance(problem, (TexFailed, NoScene)):
        return str(problem)
    return f"{type(problem).__name__}: {str(problem)[:2000]}".rstrip(": ")
