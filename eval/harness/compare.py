"""Two results side by side: which scores changed beyond the intervals, which cases turned out otherwise.

A score has regressed when the interval of its change, case by case, lies wholly on the bad side: one case more or
less in a large suite does not, but it is named. Times and prices never count: they are the machine's and the provider's
too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core.errors import BadInput
from eval.harness.result import FORM
from eval.harness.statistics import Estimate, difference

Data = dict[str, Any]
PARTS = {"contestants": list, "outcomes": list, "metrics": dict}
"""What of a result is compared."""


@dataclass(frozen=True, slots=True)
class Change:
    """A score of a contestant that is not what it was. `verdict` says whether that can be chance."""

    contestant: str
    metric: str
    title: str
    unit: str
    old: float
    new: float
    change: Estimate
    verdict: Literal["worse", "better", "other", "chance"]
    gates: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A case that came out otherwise."""

    contestant: str
    case: str
    wish: str
    old: str
    new: str
    detail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed. `cases` counts those that both runs have."""

    changes: tuple[Change, ...]
    turns: tuple[Turn, ...]
    cases: int

    @property
    def regressions(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.verdict == "worse" and change.gates)


def read(path: Path) -> Data:
    """A result. Raises `BadInput` for what is none."""
    try:
        data: Data = json.loads(path.read_text(encoding="utf-8"))
        form = data.get("form", "none")
        if form != FORM:
            raise ValueError(f"its form is {form}, known is {FORM}")
        if lost := [part for part, kind in PARTS.items() if not isinstance(data.get(part), kind)]:
            raise ValueError(f"it has no {', '.join(lost)}")
        return data
    except (OSError, ValueError, AttributeError, RecursionError) as problem:
        raise BadInput(f"{path} is no result of tulku eval: {problem}", advice="name a result.json") from problem


def compared(old: Data, new: Data) -> Comparison:
    """All changes, the worst first. Raises `BadInput` where the two have nothing in common."""
    shared = [
        each["name"] for each in new["contestants"] if each["name"] in {own["name"] for own in old["contestants"]}
    ]
    cases = {one["case"] for one in old["outcomes"]} & {one["case"] for one in new["outcomes"]}
    if not shared or not cases:
        raise BadInput("the two results have no model, or no case, in common")
    changes = [change for name in shared for change in _changes(name, old, new)]
    rank = {"worse": 0, "better": 1, "other": 2, "chance": 3}
    ordered = sorted(changes, key=lambda change: (rank[change.verdict], not change.gates))
    return Comparison(tuple(ordered), tuple(turn for name in shared for turn in _turns(name, old, new)), len(cases))


def _changes(contestant: str, old: Data, new: Data) -> list[Change]:
    found: list[Change] = []
    for name, metric in new["metrics"].items():
        before, after = _values(contestant, name, old), _values(contestant, name, new)
        change = difference(before, after)
        if change is None or change.mean == 0.0:
            continue
        kept = {case for case, _ in before} & {case for case, _ in after}
        was, is_now = (_mean([value for case, value in values if case in kept]) for values in (before, after))
        verdict = _verdict(change, metric["good"])
        found.append(
            Change(contestant, name, metric["title"], metric["unit"], was, is_now, change, verdict, metric["gates"])
        )
    return found


def _values(contestant: str, name: str, data: Data) -> list[tuple[str, float]]:
    own = [one for one in data["outcomes"] if one["contestant"] == contestant]
    return [(one["case"], one["scores"][name]) for one in own if name in one["scores"]]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _verdict(change: Estimate, good: str) -> Literal["worse", "better", "other", "chance"]:
    if change.cases < 2 or change.low <= 0.0 <= change.high:
        return "chance"
    if not good:
        return "other"
    return "better" if (change.mean > 0) == (good == "high") else "worse"


def _turns(contestant: str, old: Data, new: Data) -> list[Turn]:
    before = _statuses(contestant, old)
    return [
        Turn(contestant, one["case"], one["wish"], before[one["case"], one["trial"]], one["status"], one["detail"])
        for one in new["outcomes"]
        if one["contestant"] == contestant and before.get((one["case"], one["trial"]), one["status"]) != one["status"]
    ]


def _statuses(contestant: str, data: Data) -> dict[tuple[str, int], str]:
    own = [one for one in data["outcomes"] if one["contestant"] == contestant]
    return {(one["case"], one["trial"]): one["status"] for one in own}
