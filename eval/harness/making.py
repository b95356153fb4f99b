"""One trial of a wish: made as everybody's wishes are, under the eyes of witnesses."""

from __future__ import annotations

import asyncio
import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from agent.make import Made, Stopwatch, make
from agent.models.choose import choose_model
from agent.models.protocol import CodeModel
from agent.state import Part, Renderer
from core.errors import BadInput, FarmError, ModelUnavailable, SetupError, TulkuError, Unsupported
from core.settings import settings
from core.wish import Quality, Wish, WishOptions
from eval.harness.evidence import Contestant, Evidence, Fault, Shelf, Status
from eval.harness.witness import WatchedFarm, WatchedModel
from eval.suites.suite import Case
from layout.findings import check as objections

SPOILT = (ModelUnavailable, FarmError, SetupError)
"""Errors that say nothing about who was asked to make the video."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What trials have in common."""

    shelf: Shelf
    farm: Renderer
    quality: Quality = "low"


@dataclass(frozen=True, slots=True)
class Trial:
    """One try at a case. `number` counts from 0 and is the seed of everything random."""

    case: Case
    contestant: Contestant
    number: int
    key: str


async def made(trial: Trial, terms: Terms) -> Evidence:
    """Make the wish and take down what happened; whatever goes wrong is a result."""
    contestant, folder = trial.contestant, terms.shelf.folder(trial.key)
    options = WishOptions(quality=terms.quality, model=contestant.model, seed=trial.number)
    wish = Wish(trial.case.wish.strip(), options)
    work = _Work(trial, terms, folder / "run")
    model = WatchedModel(_model(options))
    farm = WatchedFarm(terms.farm)
    without: frozenset[Part] = frozenset((*contestant.without, "harvest"))
    started = time.perf_counter()
    try:
        done = await make(
            wish, folder / "out", farm=farm, model=model, on_event=work.watch, folder=work.run, without=without
        )
        evidence = work.shown(done, farm)
    except TulkuError as error:
        evidence = work.ended(_status(error, model, farm), error.message)
    except Exception as error:  # a fault of ours is what we are here to find
        evidence = work.ended("failed", f"{type(error).__name__}: {error}")
    evidence = await asyncio.to_thread(work.completed, evidence, model, farm, time.perf_counter() - started)
    await asyncio.to_thread(work.cleared)
    return evidence


def _model(options: WishOptions) -> CodeModel:
    return choose_model(options.model, temperature=options.temperature, seed=options.seed)


def _status(error: TulkuError, model: WatchedModel, farm: WatchedFarm) -> Status:
    if isinstance(error, (Unsupported, BadInput)):
        return "refused"
    return "excluded" if isinstance(error, SPOILT) or model.lost or farm.lost else "failed"


class _Work:
    """What is gathered on the way."""

    def __init__(self, trial: Trial, terms: Terms, run: Path) -> None:
        self.trial, self.shelf, self.run = trial, terms.shelf, run
        self.watch = Stopwatch(self._heard)
        self.stages_seen: set[str] = set()

    def _heard(self, event: dict[str, Any]) -> None:
        self.stages_seen.add(event["stage"])

    def ended(self, status: Status, detail: str) -> Evidence:
        return Evidence(self.trial.key, status, detail)

    def shown(self, done: Made, farm: WatchedFarm) -> Evidence:
        """A video, whole or in part: what its scenes showed is kept."""
        codes = tuple(path.read_text(encoding="utf-8") for path in done.code)
        ends = [farm.renders[code] for code in codes if code in farm.renders]
        for place, result in enumerate(ends):
            if result.report:
                self.shelf.report(self.trial.key, place, result.report)
        if done.contact_sheet:
            shutil.copyfile(done.contact_sheet, self.shelf.picture(self.trial.key))
        return Evidence(
            self.trial.key,
            "partial" if done.missing else "made",
            "; ".join(done.missing),
            done.title,
            codes=codes,
            components=done.components,
            findings=tuple(f"{finding.kind}: {finding.message}" for finding in done.findings),
            duration=done.duration,
            cpu=sum(result.cpu for result in ends),
        )

    def completed(self, evidence: Evidence, model: WatchedModel, farm: WatchedFarm, seconds: float) -> Evidence:
        """With what the witnesses saw."""
        faults = tuple(_faults(self.run))
        lost = evidence.status == "partial" and bool(model.lost or farm.lost)
        return replace(
            evidence,
            status="excluded" if lost else evidence.status,
            seconds=seconds,
            stages={name: round(spent, 4) for name, spent in self.watch.stages() if name != "start"},
            tokens=(model.usage.prompt_tokens, model.usage.completion_tokens),
            cost=model.usage.cost,
            requests=model.usage.requests,
            retries=len(model.lost),
            scenes=len(model.plans),
            rounds=model.repairs,
            first=tuple(model.first.values()),
            first_ran=bool(model.first) and not any(fault.attempt == 1 and fault.kind for fault in faults),
            faults=faults,
            codes=evidence.codes or tuple(_left(self.run)),
            used=tuple(sorted(self._used(model, farm))),
            folder=str(self.shelf.folder(self.trial.key)),
        )

    def _used(self, model: WatchedModel, farm: WatchedFarm) -> Iterator[Part]:
        """Parts without which this trial might have gone otherwise."""
        if "retrieve" in self.stages_seen:
            yield from ("retrieval", "components")
        elif any(plan.kind == "act" for plan in model.plans):
            yield "components"
        if "convert" in self.stages_seen:
            yield "convert"
        ran = [run for _, run in farm.runs]
        if model.repairs or any(run.error or (run.report and objections(run.report)) for run in ran):
            yield "repair"

    def cleared(self) -> None:
        """Videos and checkpoints would fill the disk; what is scored is in the record."""
        for name in ("run", "out"):
            shutil.rmtree(self.shelf.folder(self.trial.key) / name, ignore_errors=True)


def _faults(run: Path) -> Iterator[Fault]:
    """Failed attempts as the run's folder keeps them."""
    for path in sorted(run.glob("scene-*/attempts/attempt-*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        scene, attempt = int(path.parents[1].name.partition("-")[2]), int(path.stem.partition("-")[2])
        code = path.with_suffix(".py").read_text(encoding="utf-8")
        error = held["error"]
        if error:
            yield Fault(scene, attempt, error["kind"], error["message"][:1500], error["line"], code)
        else:
            words = "; ".join(finding["message"] for finding in held["findings"])
            yield Fault(scene, attempt, "", words[:1500], held["findings"][0]["line"] if held["findings"] else 0, code)


def _left(run: Path) -> Iterator[str]:
    """The last code of each scene where no video came out."""
    for path in sorted(run.glob("scene-*/scene.py")):
        yield path.read_text(encoding="utf-8")


def evidence_home() -> Path:
    """Where evidence is kept between runs."""
    return settings().home / "evaluations"
