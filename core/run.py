"""The outcome of running a scene: always data, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.report import SceneReport

ErrorKind = Literal[
    "syntax",  # the file does not parse
    "policy",  # the code asks for something the sandbox forbids
    "import",  # a module or name is not there
    "runtime",  # the scene raised
    "latex",  # TeX could not typeset a formula
    "timeout",  # wall clock or CPU time ran out
    "memory",  # the memory limit was reached
    "killed",  # the process died of a signal
    "no_scene",  # no scene class of that name
    "output",  # the video is missing, blank or unplayable
    "farm",  # the render farm itself failed; trying again may help
]


@dataclass(frozen=True, slots=True)
class SceneError:
    """Why a scene failed. `line` is 1-based in the user's file, 0 if unknown; `traceback` holds user frames only."""

    kind: ErrorKind
    message: str
    line: int = 0
    traceback: str = ""
    latex_log: str = ""


@dataclass(frozen=True, slots=True)
class AnimationTiming:
    """Animation number `index`: its `run_time` in video seconds and `wall` seconds spent on it."""

    index: int
    run_time: float
    wall: float


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of a render or a probe.

    `duration` is the video's length in seconds, `wall` and `cpu` the seconds spent. Paths are None where
    nothing was made. `guards` names the sandbox layers that were active, `missing_guards` those that were not.
    """

    status: Literal["ok", "error"]
    scene: str = ""
    error: SceneError | None = None
    video: Path | None = None
    poster: Path | None = None
    contact_sheet: Path | None = None
    duration: float = 0.0
    wall: float = 0.0
    cpu: float = 0.0
    report: SceneReport | None = None
    timings: tuple[AnimationTiming, ...] = ()
    scenes: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    missing_guards: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return self.status == "ok"
