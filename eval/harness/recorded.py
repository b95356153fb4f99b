"""One trial of a recorded code: does it run as it is, after conversion, after repair? What runs is rendered."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace

from agent.models.answers import read_code
from agent.repair.repair import repair
from convert.convert import convert
from convert.scenes import scene_names
from core.errors import BadInput
from core.run import RunResult
from eval.harness.evidence import Evidence, Fault
from eval.harness.making import Terms, Trial
from layout.findings import check as objections

STEPS = ("raw", "convert", "repair")


def ran(trial: Trial, terms: Terms) -> Evidence:
    """Try the code after each step, until it runs; blocking."""
    started = time.perf_counter()
    steps: dict[str, bool] = {}
    faults: list[Fault] = []
    code, result, used = trial.case.code, None, list[str]()
    for step in STEPS:
        if step in trial.contestant.without:
            continue
        before, code = code, _after(step, code, terms)
        used += [step] if step != "raw" and code != before else []
        if result is None or code != before:
            result = _probed(code, terms)
            faults += [_fault(len(faults) + 1, result, code)] if result.error else []
        steps[step] = result.ok
        if result.ok:
            break
    assert result is not None
    seconds = time.perf_counter() - started
    found = Evidence(
        trial.key, "failed", detail=faults[-1].message if faults else "", seconds=seconds, stages={"run": seconds},
        scenes=1, first=(trial.case.code,), first_ran=steps.get("raw", False), codes=(code,), faults=tuple(faults),
        steps=steps, used=tuple(used), folder=str(terms.shelf.folder(trial.key)),
    )  # fmt: skip
    if result.error and result.error.kind == "farm":
        return replace(found, status="excluded")
    return _drawn(found, code, terms) if result.ok else found


def _after(step: str, code: str, terms: Terms) -> str:
    if step == "convert":
        return converted(code)
    return repaired(code, terms) if step == "repair" else code


def converted(code: str) -> str:
    """The code out of its prose and fences, as today's ManimCE; as it was where it does not parse."""
    plain = read_code(code).code or code
    try:
        return convert(plain).code
    except BadInput:
        return plain


def repaired(code: str, terms: Terms) -> str:
    """The code after a repair that asks no model."""
    return repair(code, terms.farm.probe).code


def _probed(code: str, terms: Terms) -> RunResult:
    return terms.farm.probe(code, _scene(code), quality=terms.quality)


def _scene(code: str) -> str | None:
    """The last scene of a file with several, which is what its author meant to show; None lets the farm choose."""
    try:
        names = scene_names(code)
    except (SyntaxError, ValueError):
        return None
    return names[-1] if len(names) > 1 else None


def _drawn(found: Evidence, code: str, terms: Terms) -> Evidence:
    """With its pictures; what the probe cannot see, such as a video that stays blank, may still fail it."""
    folder = terms.shelf.folder(found.key)
    result = terms.farm.render(code, _scene(code), quality=terms.quality, out=folder / "out", scope="")
    shutil.move(result.contact_sheet, terms.shelf.picture(found.key)) if result.contact_sheet else None
    shutil.rmtree(folder / "out", ignore_errors=True)
    if result.error or result.report is None:
        failed = dict.fromkeys(found.steps, False)
        message = result.error.message if result.error else "nothing was seen"
        return replace(found, steps=failed, detail=message, faults=(*found.faults, _fault(1, result, code)))
    terms.shelf.report(found.key, 0, result.report)
    return replace(
        found,
        status="made",
        detail="",
        duration=result.duration,
        cpu=result.cpu,
        findings=tuple(f"{one.kind}: {one.message}" for one in objections(result.report)),
        rounds=int("repair" in found.steps),
    )


def _fault(attempt: int, result: RunResult, code: str) -> Fault:
    error = result.error
    if error is None:
        return Fault(1, attempt, "output", "nothing was seen", 0, code)
    return Fault(1, attempt, error.kind, error.message[:1500], error.line, code)
