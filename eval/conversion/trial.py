"""One scene: converted, probed in the sandbox, judged."""

from __future__ import annotations

import hashlib
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from convert.context import ConversionContext
from convert.convert import convert
from convert.inline.inline import inline
from eval.conversion.plays import certain_plays
from eval.conversion.survey import Listed
from render.farm import Farm

KEPT = 0.9
"""Share of the certain animations that must have been played."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a scene.

    `status`: passed, failed, thin (it ran but played too little), apart (it raises NotImplementedError by design) or
    impossible (the converter refused). `certain` is the static lower bound of animations, `played` what the probe saw.
    """

    file: str
    scene: str
    year: int
    status: str
    kind: str = ""
    message: str = ""
    line: int = 0
    text: str = ""
    certain: int = 0
    played: int = 0
    duration: float = 0.0
    seconds: float = 0.0
    convert_seconds: float = 0.0
    key: str = ""
    size: int = 0
    notes: tuple[str, ...] = ()
    code: str = ""
    sheet: str = ""

    @property
    def ok(self) -> bool:
        return self.status == "passed"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A converted scene that waits for its probe."""

    listed: Listed
    file: str
    code: str
    certain: int
    notes: tuple[str, ...]
    impossible: str
    seconds: float
    error: str = ""

    @property
    def key(self) -> str:
        return hashlib.sha256(f"{self.listed.name}\0{self.code}".encode()).hexdigest()[:24]


def prepare(listed: Listed, root: Path) -> Prepared:
    """Convert one scene. A crash of the converter is a result too: the converter must never raise."""
    started = time.perf_counter()
    source = listed.file.read_text(encoding="utf-8", errors="replace")
    context = ConversionContext(root, listed.file, (listed.name,))
    shown = listed.file.relative_to(root).as_posix()
    try:
        certain = certain_plays(inline(source, context).code, listed.name)
        result = convert(source, context)
    except Exception as problem:  # any fault of the converter is what we are here to find
        spent = time.perf_counter() - started
        return Prepared(listed, shown, "", 0, (), "", spent, f"{type(problem).__name__}: {problem}")
    spent = time.perf_counter() - started
    notes = tuple(f"{note.severity}:{note.code}: {note}" for note in result.notes)
    impossible = ", ".join(reason for scene, reason in result.impossible if scene == listed.name)
    return Prepared(listed, shown, result.code, certain, notes, impossible, spent)


def probe(prepared: Prepared, farm: Farm, timeout: float) -> dict[str, Any]:
    """Run it without drawing: the facts that a ledger keeps for this code."""
    started = time.perf_counter()
    result = farm.probe(prepared.code, prepared.listed.name, timeout=timeout)
    moments = result.report.moments if result.report else ()
    error = result.error
    return {
        "kind": error.kind if error else "",
        "message": error.message[:600] if error else "",
        "line": error.line if error else 0,
        "text": _line(prepared.code, error.line) if error else "",
        "played": sum(1 for moment in moments if moment.animations != ("Wait",)),
        "duration": result.duration,
        "seconds": time.perf_counter() - started,
    }


def draw(prepared: Prepared, facts: dict[str, Any], farm: Farm, folder: Path, timeout: float) -> dict[str, Any]:
    """Render a scene that ran, in low quality, and keep its contact sheet; what the renderer finds wrong counts."""
    if facts["kind"]:
        return facts
    form = "mp4" if facts["duration"] else "png"
    out = folder / prepared.key
    result = farm.render(
        prepared.code, prepared.listed.name, out=out, format=form, timeout=timeout, quality="low", scope=""
    )
    if result.error:
        return facts | {"kind": result.error.kind, "message": result.error.message[:600], "line": result.error.line}
    if result.video and result.video.suffix == ".mp4":
        result.video.unlink()  # thousands of videos would fill the disk; the sheet shows what there was
    return facts | {"sheet": str(result.contact_sheet or result.poster or "")}


def judge(prepared: Prepared, facts: dict[str, Any]) -> Trial:
    """The trial of a probed scene."""
    return Trial(
        file=prepared.file,
        scene=prepared.listed.name,
        year=prepared.listed.year,
        status=_status(prepared, facts),
        certain=prepared.certain,
        notes=prepared.notes,
        key=prepared.key,
        size=len(prepared.code),
        code=prepared.code,
        convert_seconds=round(prepared.seconds, 3),
        **facts,
    )


def _status(prepared: Prepared, facts: dict[str, Any]) -> str:
    if not facts["kind"]:
        return "passed" if facts["played"] >= KEPT * prepared.certain else "thin"
    if facts["message"].startswith("NotImplementedError"):
        return "apart"
    return "impossible" if prepared.impossible else "failed"


def _line(code: str, line: int) -> str:
    rows = code.split("\n")
    return rows[line - 1].strip()[:200] if 0 < line <= len(rows) else ""


def as_row(trial: Trial) -> dict[str, Any]:
    """A trial as plain data."""
    return asdict(trial)
