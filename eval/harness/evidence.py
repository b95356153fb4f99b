"""What came of one trial of one case, as plain data on disk: scores can be taken from it again and again.

A trial's folder is named after all that its outcome depends on, so one that was made is never made again, and a run
that was broken off goes on where it was. The record is written last, and at once.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from agent.state import Part
from core.report import SceneReport
from core.settings import Settings
from corpus.ledger import code_of
from eval.suites.suite import Case
from render import wire

Status = Literal["made", "partial", "refused", "failed", "excluded"]
"""`partial` is a video with missing scenes; `excluded` a trial that the network or the farm spoilt: it says nothing."""
RECORDED = "recorded"
"""The model whose answers the suite itself holds."""
ROOMS = ("agent", "components_cache", "convert", "core", "layout", "render", "retrieval")
_SHEET, _RECORD = "sheet.png", "record.json"


@dataclass(frozen=True, slots=True, order=True)
class Contestant:
    """A model, with or without all its parts."""

    model: str
    without: tuple[Part, ...] = ()

    @property
    def name(self) -> str:
        return " ".join([self.model, *(f"−{part}" for part in self.without)])


@dataclass(frozen=True, slots=True)
class Fault:
    """A version of a scene that failed: where, why, and the line that is to blame."""

    scene: int
    attempt: int
    kind: str
    message: str
    line: int = 0
    code: str = ""


@dataclass(frozen=True)
class Evidence:
    """One trial. `first` are scenes as the model wrote them at first, `codes` as they ended.

    `rounds` counts repairs by the model; `cpu` are seconds of the renders that ended in the video, of `duration`
    seconds. `steps` says of a recorded code after which steps it ran. `used` are the parts that had anything to do.
    """

    key: str
    status: Status
    detail: str = ""
    title: str = ""
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict[str, float])
    tokens: tuple[int, int] = (0, 0)
    cost: float = 0.0
    requests: int = 0
    retries: int = 0
    scenes: int = 0
    rounds: int = 0
    first: tuple[str, ...] = ()
    first_ran: bool = False
    codes: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    components: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    duration: float = 0.0
    cpu: float = 0.0
    steps: dict[str, bool] = field(default_factory=dict[str, bool])
    used: tuple[str, ...] = ()
    folder: str = ""

    @property
    def is_whole(self) -> bool:
        return self.status == "made"

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to look at."""
        return self.status in ("made", "partial")

    @property
    def sheet(self) -> Path | None:
        path = Path(self.folder) / _SHEET
        return path if self.folder and path.exists() else None

    @cached_property
    def reports(self) -> tuple[SceneReport, ...]:
        """What the scenes of the video showed, in order."""
        files = sorted(Path(self.folder).glob("report-*.json.gz")) if self.folder else []
        return tuple(wire.unpack_report(json.loads(gzip.decompress(file.read_bytes()))) for file in files)


@dataclass(frozen=True)
class Shelf:
    """Where evidence is kept."""

    root: Path

    def folder(self, key: str) -> Path:
        return self.root / key[:2] / key

    def known(self, key: str) -> Evidence | None:
        """The evidence of an earlier run; None where there is none, or it cannot be read."""
        try:
            held: dict[str, Any] = json.loads((self.folder(key) / _RECORD).read_text(encoding="utf-8"))
            faults = tuple(Fault(**fault) for fault in held["faults"])
            plain: Any = {name: _frozen(value) for name, value in held.items()}
            return replace(Evidence(**plain), faults=faults, folder=str(self.folder(key)))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, evidence: Evidence) -> None:
        """Write the record; a trial that was spoilt from outside is not kept: trying again may help."""
        if evidence.status == "excluded":
            return
        target = self.folder(evidence.key) / _RECORD
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(".part")
        draft.write_text(json.dumps(asdict(evidence), ensure_ascii=False), encoding="utf-8")
        draft.replace(target)

    def report(self, key: str, place: int, report: SceneReport) -> None:
        """Keep what a scene showed."""
        path = self.folder(key) / f"report-{place:02}.json.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(json.dumps(wire.pack_report(report)).encode(), 6, mtime=0))

    def picture(self, key: str) -> Path:
        """Where a trial's contact sheet goes."""
        return self.folder(key) / _SHEET


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def key_of(case: Case, contestant: Contestant, trial: int, quality: str, settings: Settings) -> str:
    """Changes with whatever may change the outcome: the wish, the model and its server, our code, manim."""
    told: list[Any] = [
        case.wish, case.code if contestant.model == RECORDED else "", contestant.model, sorted(contestant.without),
        trial, quality, settings.model_base_url, settings.model_fallbacks, settings.attempts, settings.embedding_model,
        stamp(),
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:24]


def stamp() -> str:
    """Of the code that makes videos, and of manim."""
    return f"{code_of(*ROOMS)} manim {version('manim')}"
