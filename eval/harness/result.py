"""The result of a run as plain data: what the page shows, what JSON keeps, what a later run is compared with."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any

from core.times import now
from eval.harness.evidence import Contestant, Evidence, stamp
from eval.harness.run import Outcome, Plan
from eval.harness.statistics import Estimate, difference, estimate
from eval.scores.coverage import missing
from eval.scores.families import FAMILIES, METRICS

FORM = 1
"""Of the JSON; compared results must be of one form."""
Data = dict[str, Any]


def results(plan: Plan, outcomes: list[Outcome], quality: str, seconds: float, command: str) -> Data:
    """Everything about a run but its pictures."""
    order = {case.id: place for place, case in enumerate(plan.suite.cases)}
    ordered = sorted(outcomes, key=lambda one: (one.trial, order[one.case.id]))
    return {
        "form": FORM,
        "suite": {"name": plan.suite.name, "form": plan.suite.form, "cases": len(plan.suite.cases)},
        "command": command,
        "made": now().isoformat(timespec="seconds"),
        "code": stamp(),
        "quality": quality,
        "trials": plan.trials,
        "judge": plan.judge,
        "seconds": round(seconds, 1),
        "known": sum(outcome.is_known for outcome in outcomes),
        "metrics": {
            metric.name: asdict(metric) | {"family": family.name} for family in FAMILIES for metric in family.metrics
        },
        "contestants": [
            _contestant(contestant, [one for one in ordered if one.contestant == contestant])
            for contestant in plan.contestants
        ],
        "ablations": [row for model in plan.models for part in plan.parts if (row := _ablation(model, part, ordered))],
        "outcomes": [_outcome(one) for one in ordered],
    }


def _contestant(contestant: Contestant, own: list[Outcome]) -> Data:
    return {
        "name": contestant.name,
        "model": contestant.model,
        "without": list(contestant.without),
        "trials": len(own),
        "statuses": dict(Counter(one.evidence.status for one in own)),
        "groups": {
            group: _told(estimate(_values(own, "right", group), share=True))
            for group in dict.fromkeys(one.case.group for one in own)
        },
        "stages": _stages([one.evidence for one in own]),
        "scores": {
            name: _told(found)
            for name, metric in METRICS.items()
            if (found := estimate(_values(own, name), share=metric.unit == "share"))
        },
    }


def _values(own: list[Outcome], name: str, group: str = "") -> list[tuple[str, float]]:
    return [
        (one.case.id, one.scores[name]) for one in own if name in one.scores and (not group or one.case.group == group)
    ]


def _told(found: Estimate | None) -> Data | None:
    if found is None:
        return None
    return {name: round(value, 5) if isinstance(value, float) else value for name, value in asdict(found).items()}


def _stages(own: list[Evidence]) -> dict[str, float]:
    """Mean seconds of each stage, over the trials that count."""
    counted = [evidence for evidence in own if evidence.status != "excluded"]
    totals: Counter[str] = Counter()
    for evidence in counted:
        totals.update(evidence.stages)
    return {stage: round(total / len(counted), 4) for stage, total in totals.items()}


def _ablation(model: str, part: str, outcomes: list[Outcome]) -> Data | None:
    """What changes when a part is off; `used` counts the trials in which it had anything to do."""
    whole = [one for one in outcomes if one.contestant == Contestant(model)]
    less = [one for one in outcomes if one.contestant.model == model and one.contestant.without == (part,)]
    if not less:
        return None
    changes = {name: difference(_values(whole, name), _values(less, name)) for name in METRICS}
    return {
        "model": model,
        "part": part,
        "trials": len(less),
        "used": sum(not one.is_same for one in less),
        "changes": {name: _told(change) for name, change in changes.items() if change},
    }


def _outcome(one: Outcome) -> Data:
    evidence = one.evidence
    return {
        "contestant": one.contestant.name,
        "case": one.case.id,
        "group": one.case.group,
        "wish": one.case.label,
        "expected": one.case.expected,
        "trial": one.trial,
        "status": evidence.status,
        "right": bool(one.scores.get("right", False)),
        "detail": evidence.detail,
        "title": evidence.title,
        "rounds": evidence.rounds,
        "seconds": round(evidence.seconds, 3),
        "findings": list(evidence.findings),
        "missing": missing(one.case, evidence),
        "faults": [{**asdict(fault), "code": ""} for fault in evidence.faults],
        "same": one.is_same,
        "scores": one.scores,
    }
