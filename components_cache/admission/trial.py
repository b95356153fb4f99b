"""The trial of one candidate: policy, default and other arguments, layout, determinism, a picture."""

from __future__ import annotations

import ast
import random
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from components_cache.admission.proof import Arguments, proof
from components_cache.extraction.candidate import Candidate, described
from components_cache.sampling import sample
from components_cache.schema import SEEN
from core.component import Component
from core.report import Box, SceneReport
from core.run import RunResult
from core.scene import SceneCode
from layout.findings import check as objections
from render.policy import check as forbidden

DRAWS = 2
"""How often the arguments are drawn anew."""
TIMEOUT = 30.0
"""Seconds for one probe; what takes longer is no building block."""
LONGEST = 60.0
"""Seconds of video that one act may take."""
TITLE = 3.05
"""Height above which a title stands."""
FINE = 5
"""Decimals in which two runs must agree."""


class Farm(Protocol):
    """The part of the render farm that a trial uses."""

    def render(self, code: str, scene: str | None, **options: Any) -> RunResult: ...

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult: ...


@dataclass(frozen=True)
class Proof:
    """What a trial has shown. `candidate` may take fewer arguments now; `picture` lies in a temporary folder."""

    candidate: Candidate
    component: Component
    picture: Path
    box: tuple[float, float, float, float]
    seconds: float
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a candidate is no component. `reason` is of few kinds, `detail` tells the rest."""

    reason: str
    detail: str = ""


def trial(farm: Farm, candidate: Candidate, folder: Path) -> Proof | Rejection:
    """Try a candidate; what is drawn goes into `folder`."""
    started = time.perf_counter()
    component = candidate.component
    scene = proof(candidate.code, component)
    if error := forbidden(scene.code):
        return Rejection(f"not allowed: {error.kind}", error.message)
    first = farm.probe(scene.code, scene.name, timeout=TIMEOUT)
    if wrong := objection(first):
        return wrong
    stiff, draws = _tried_otherwise(farm, candidate, component)
    if stiff:
        candidate = replace(candidate, code=frozen(candidate.code, candidate.name, stiff))
        component = described(candidate.code, candidate.name)
    scene = proof(candidate.code, component)
    second = farm.render(scene.code, scene.name, out=folder, scope="", timeout=TIMEOUT * 2)
    if wrong := objection(second):
        return wrong
    if second.poster is None or first.report is None or second.report is None:
        return Rejection("it left no picture")
    if not alike(first.report, second.report):
        return Rejection("two runs with the same seed differ")
    return Proof(
        candidate,
        component,
        second.poster,
        _bounds(second.report),
        time.perf_counter() - started,
        {
            "duration": second.report.duration,
            "animations": second.report.animations,
            "findings": 0,
            "draws": draws,
            "frozen": sorted(stiff),
            "guards": list(second.guards),
            "leaves_title": _leaves_title(second.report),
        },
    )


def objection(run: RunResult) -> Rejection | None:
    """What is wrong with a run: its error, or what a viewer would object to."""
    if run.error:
        return Rejection(f"it fails: {run.error.kind}", run.error.message)
    if run.report is None or not run.report.moments:
        return Rejection("it shows nothing")
    if run.report.duration > LONGEST:
        return Rejection("it takes too long", f"{run.report.duration:.0f} s")
    found = objections(run.report)
    return Rejection(f"layout: {found[0].kind}", found[0].message) if found else None


def _tried_otherwise(farm: Farm, candidate: Candidate, component: Component) -> tuple[set[str], int]:
    """Parameters that are only good as they were seen, and how many draws of the others were good."""
    rng = random.Random(candidate.name)
    stiff = {parameter.name for parameter in component.parameters} - dict(sample(component, rng)).keys()
    good = 0
    for _ in range(DRAWS):
        drawn = tuple((name, value) for name, value in sample(component, rng) if name not in stiff)
        if not drawn:
            break
        if _is_good(farm, candidate, component, drawn):
            good += 1
            continue
        guilty = {pair[0] for pair in drawn if not _is_good(farm, candidate, component, (pair,))}
        stiff |= guilty or dict(drawn).keys()
    return stiff, good


def _is_good(farm: Farm, candidate: Candidate, component: Component, drawn: Arguments) -> bool:
    scene = proof(candidate.code, component, drawn)
    return objection(farm.probe(scene.code, scene.name, timeout=TIMEOUT)) is None


def frozen(code: str, name: str, parameters: set[str]) -> str:
    """The code with these parameters marked in its docstring as good only as they were seen, without a range."""
    node = next(node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef) and node.name == name)
    lines = code.splitlines(keepends=True)
    first, last = node.body[0].lineno - 1, node.body[0].end_lineno or node.body[0].lineno
    text = "".join(lines[first:last])
    for parameter in sorted(parameters):
        text = re.sub(rf"(?m)^(\s+{re.escape(parameter)}: )([^;\n]*)[^\n]*$", rf"\g<1>\g<2> {SEEN}", text, count=1)
    return "".join([*lines[:first], text, *lines[last:]])


def alike(one: SceneReport, other: SceneReport) -> bool:
    """Whether two runs showed the same, box for box."""
    return [_shown(moment.boxes) for moment in one.moments] == [_shown(moment.boxes) for moment in other.moments]


def _shown(boxes: tuple[Box, ...]) -> list[tuple[object, ...]]:
    return [
        (
            box.kind,
            box.text,
            box.color,
            *(round(edge, FINE) + 0.0 for edge in (box.left, box.bottom, box.right, box.top)),
        )
        for box in boxes
    ]


def _bounds(report: SceneReport) -> tuple[float, float, float, float]:
    """The box around all that stands at the end; of an act, around all that ever stood."""
    boxes = report.moments[-1].boxes or [box for moment in report.moments for box in moment.boxes]
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        round(min(box.left for box in boxes), 3),
        round(min(box.bottom for box in boxes), 3),
        round(max(box.right for box in boxes), 3),
        round(max(box.top for box in boxes), 3),
    )


def _leaves_title(report: SceneReport) -> bool:
    return all(box.top < TITLE for moment in report.moments for box in moment.boxes)


def proven_again(farm: Farm, code: str, component: Component) -> Rejection | None:
    """A short second trial: does it still run, and is it still well laid out?"""
    scene: SceneCode = proof(code, component)
    if error := forbidden(scene.code):
        return Rejection(f"not allowed: {error.kind}", error.message)
    return objection(farm.probe(scene.code, scene.name, timeout=TIMEOUT))
