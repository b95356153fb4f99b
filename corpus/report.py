"""What a build did, as data: by source, by step, by outcome of the probe."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpus.clean.step import Drop
from corpus.store import home


@dataclass
class SourceRow:
    """One source. `new` documents were cleaned now, the others were known. `problem` is why it could not be read."""

    name: str
    documents: int = 0
    new: int = 0
    snippets: int = 0
    dropped: int = 0
    seconds: float = 0.0
    problem: str = ""


@dataclass
class StepRow:
    """One step: how many things it changed and dropped, and the seconds of work it took when it was first done."""

    changed: int = 0
    dropped: int = 0
    seconds: float = 0.0


@dataclass
class BuildReport:
    """A whole build. `probe` counts outcomes, `left` are the snippets that there was no time to probe."""

    sources: list[SourceRow] = field(default_factory=list[SourceRow])
    steps: dict[str, StepRow] = field(default_factory=dict[str, StepRow])
    duplicates: dict[str, int] = field(default_factory=dict[str, int])
    verified: dict[str, int] = field(default_factory=dict[str, int])
    probe: dict[str, int] = field(default_factory=dict[str, int])
    stages: dict[str, float] = field(default_factory=dict[str, float])
    snippets: int = 0
    left: int = 0
    path: str = ""

    def step(self, name: str) -> StepRow:
        return self.steps.setdefault(name, StepRow())

    def add(self, changed: dict[str, int], seconds: dict[str, float], drops: list[Drop]) -> None:
        """Count what became of one document."""
        for name, count in changed.items():
            self.step(name).changed += count
        for name, taken in seconds.items():
            self.step(name).seconds += taken
        for drop in drops:
            self.step(drop.step).dropped += 1

    @property
    def share(self) -> float:
        """The share of probed scenes that ran, 0 to 1."""
        tried = sum(self.probe.values())
        return self.probe.get("ok", 0) / tried if tried else 0.0


def save(report: BuildReport, drops: list[Drop]) -> None:
    """Keep the report and the reason of every drop beside the corpus."""
    home().mkdir(parents=True, exist_ok=True)
    _write(home() / "report.json", json.dumps(asdict(report), indent=1))
    _write(home() / "dropped.jsonl", "".join(json.dumps(asdict(drop)) + "\n" for drop in drops))


def load() -> dict[str, Any]:
    """The report of the last build; empty if there was none."""
    try:
        return json.loads((home() / "report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def reasons(drops: list[Drop]) -> Counter[str]:
    """How often each reason was given, without the names in it."""
    return Counter(drop.reason.split(":")[0] for drop in drops)


def _write(path: Path, text: str) -> None:
    draft = path.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
