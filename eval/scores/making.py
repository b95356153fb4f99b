"""Was it made: at the first try, after repair, without an objection to its layout; were wishes beyond us refused?"""

from __future__ import annotations

from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case


def measure(case: Case, evidence: Evidence) -> Scores:
    """Wishes that should be refused count in `right` alone."""
    if case.expected == "refusal":
        return {"right": evidence.status == "refused"}
    whole = evidence.is_whole
    found: Scores = {
        "right": whole,
        "made": whole,
        "first_try": whole and evidence.rounds == 0 and evidence.first_ran,
        "clean": whole and not evidence.findings,
    }
    if evidence.rounds:
        found["after_repair"] = whole
    found["rounds"] = evidence.rounds
    return found | {f"runs_{step}": ran for step, ran in _lasting(evidence.steps).items()}


def _lasting(steps: dict[str, bool]) -> dict[str, bool]:
    """What ran at one step also runs after the steps that were then not needed."""
    found: dict[str, bool] = {}
    ran = False
    for step in ("raw", "convert", "repair") if steps else ():
        ran = ran or steps.get(step, False)
        found[step] = ran
    return found


FAMILY = Family(
    "Made",
    (
        Metric("right", "right: made, or rightly refused"),
        Metric("made", "made whole"),
        Metric("first_try", "made at the first try"),
        Metric("after_repair", "made, of those that went to repair"),
        Metric("clean", "made without a layout finding"),
        Metric("rounds", "rounds of repair", "low", "", detail=True),
        Metric("runs_raw", "recorded code runs as it is"),
        Metric("runs_convert", "… after conversion"),
        Metric("runs_repair", "… after repair"),
    ),
    measure,
)
