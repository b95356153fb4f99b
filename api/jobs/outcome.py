"""How a task ended, as its record will say it: from what the agent made, what the farm rendered, or what went wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from agent.make import Made
from api.jobs.progress import Progress
from api.jobs.tables import Record, Status
from core.errors import TulkuError
from core.finding import Finding
from core.run import RunResult, SceneError

CODES = {
    "BadInput": "bad_input",
    "Unsupported": "unsupported",
    "NotMade": "not_made",
    "ModelUnavailable": "model_unavailable",
    "ModelAnswerUnusable": "model_answer_unusable",
    "FarmError": "farm",
    "SetupError": "setup",
    "Unreachable": "unreachable",
}
"""What the service calls the errors that end a task."""


@dataclass(frozen=True)
class Outcome:
    """The end of a task: columns of its record, and `paths` of what is to be kept in the storage, by name."""

    status: Status
    wish: str = ""
    title: str = ""
    code: str | None = None
    scenes: list[Record] = field(default_factory=list[Record])
    error: Record | None = None
    findings: list[Record] = field(default_factory=list[Record])
    notes: list[str] = field(default_factory=list[str])
    components: list[str] = field(default_factory=list[str])
    attempts: int = 0
    confidence: float = 0.0
    cache: str = "none"
    usage: Record = field(default_factory=dict[str, Any])
    timings: Record = field(default_factory=dict[str, Any])
    duration: float = 0.0
    paths: dict[str, Path] = field(default_factory=dict[str, Path])

    def values(self) -> Record:
        """The columns."""
        return {name: value for name, value in vars(self).items() if name != "paths"}


def from_made(made: Made, kept: Path, progress: Progress) -> Outcome:
    """A video of the agent. `kept` is the folder of its run, where it is still there."""
    codes = {path.name: path.read_text(encoding="utf-8") for path in made.code}
    board = made.storyboard
    plans = [asdict(scene) for scene in board.scenes] if board else [_untold(made.title)]
    paths = {path.name: path for path in (made.video, made.poster, made.contact_sheet, made.captions) if path}
    paths |= {path.name: path for path in made.code}
    return Outcome(
        status="partial" if made.missing else "completed",
        title=made.title,
        code=joined(list(codes.values())),
        scenes=_scenes(plans, _in_order(codes, len(plans)), kept, progress),
        error=_missing(made.missing),
        findings=_plain(made.findings),
        notes=list(board.notes) if board else [],
        components=list(made.components),
        attempts=made.attempts,
        confidence=made.confidence,
        cache=made.served,
        usage=_usage(made),
        timings={stage: round(seconds, 3) for stage, seconds in made.stages},
        duration=made.duration,
        paths=paths,
    )


def from_run(result: RunResult, code: str, findings: Sequence[Finding], folder: Path) -> Outcome:
    """A scene of the user's own code."""
    found = _plain(findings)
    files = {"animation.mp4": result.video, "poster.png": result.poster, "contact_sheet.png": result.contact_sheet}
    files["captions.vtt"] = folder / "captions.vtt"
    scene = {
        "index": 0,
        "title": result.scene,
        "plan": _untold(result.scene),
        "status": "completed" if result.ok else "failed",
        "code": code,
        "attempts": 1,
        "findings": found,
        "error": _scene_error(result.error),
    }
    return Outcome(
        status="completed" if result.ok else "failed",
        title=result.scene,
        code=code,
        scenes=[scene],
        error=_scene_error(result.error),
        findings=found,
        attempts=1,
        confidence=1.0,
        cache="made",
        timings={"render": round(result.wall, 3)},
        duration=result.duration,
        paths={name: path for name, path in files.items() if path and path.exists()},
    )


def from_error(error: BaseException, kept: Path, progress: Progress) -> Outcome:
    """A task that came to nothing; the code of the last attempts is still shown."""
    codes = [path.read_text(encoding="utf-8") for path in sorted(kept.glob("scene-*/scene.py"))]
    plans = [_untold(title) for title in progress.titles or [""] * len(codes)]
    return Outcome(
        status="unsupported" if type(error).__name__ == "Unsupported" else "failed",
        code=joined(codes),
        scenes=_scenes(plans, codes, kept, progress),
        error=error_record(error),
        attempts=sum(int(facts.get("attempt", 1)) for facts in progress.scenes.values()),
    )


def error_record(error: BaseException) -> Record:
    """An error as the record keeps it; a defect of ours tells its kind, nothing of this machine."""
    if not isinstance(error, TulkuError):
        return {
            "code": "defect",
            "message": f"something went wrong inside Tulku ({type(error).__name__})",
            "advice": "try again; if it happens again, report it with the task's id",
            "nearest": [],
        }
    return {
        "code": CODES.get(type(error).__name__, "failed"),
        "message": error.message,
        "advice": "" if getattr(error, "kept", "") else error.advice,
        "nearest": list(getattr(error, "nearest", ())),
    }


def joined(codes: Sequence[str]) -> str | None:
    """One text of all scenes; each is a file of its own."""
    if len(codes) <= 1:
        return codes[0] if codes else None
    return "\n\n".join(f"# ── scene_{number}.py ──\n\n{code}" for number, code in enumerate(codes, 1))


def _untold(title: str) -> Record:
    """The plan of a scene that nobody planned, or whose plan is not known here."""
    return {"title": title, "brief": title, "kind": "act", "calls": []}


def _in_order(codes: dict[str, str], count: int) -> list[str | None]:
    """The code of each scene, by the names that `agent.make` gives them."""
    if count == 1:
        return [codes.get("scene.py")]
    return [codes.get(f"scene_{number}.py") for number in range(1, count + 1)]


def _scenes(plans: list[Record], codes: Sequence[str | None], kept: Path, progress: Progress) -> list[Record]:
    return [
        _scene(index, plan, codes[index] if index < len(codes) else None, kept, progress)
        for index, plan in enumerate(plans)
    ]


def _scene(index: int, plan: Record, code: str | None, kept: Path, progress: Progress) -> Record:
    """One scene: what its outcome file says, or what the events said."""
    facts, known = progress.scenes.get(index, {}), _outcome(kept / f"scene-{index + 1}" / "outcome.json")
    result: Record = known.get("result") or {}
    made = bool(known.get("made", facts.get("made", code is not None)))
    error = result.get("error")
    problem = known.get("problem") or facts.get("problem") or "it could not be made"
    return {
        "index": index,
        "title": plan["title"],
        "plan": plan,
        "status": "completed" if made else "failed",
        "code": code,
        "attempts": int(known.get("attempts", facts.get("attempt", 1))),
        "findings": known.get("findings", []),
        "error": None if made else error or {"kind": "runtime", "message": problem, "line": 0},
    }


def _outcome(path: Path) -> Record:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _missing(missing: Sequence[str]) -> Record | None:
    if not missing:
        return None
    message = f"not all scenes could be made: {'; '.join(missing)}"
    return {"code": "partial", "message": message, "advice": "try these scenes again", "nearest": []}


def _scene_error(error: SceneError | None) -> Record | None:
    if error is None:
        return None
    where = f" (line {error.line})" if error.line else ""
    message = f"{error.message}{where}"
    return {"code": error.kind, "message": message, "advice": "", "nearest": [], "line": error.line}


def _usage(made: Made) -> Record:
    return {
        "prompt_tokens": made.usage.prompt_tokens,
        "completion_tokens": made.usage.completion_tokens,
        "cost": made.usage.cost,
    }


def _plain(findings: Sequence[Finding]) -> list[Record]:
    return [asdict(finding) for finding in findings]
