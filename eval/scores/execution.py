"""Efficiency: what a second of video costs to render. Processor seconds say less about the machine's other work."""

from __future__ import annotations

from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case


def measure(case: Case, evidence: Evidence) -> Scores:
    """Of a video that lasts."""
    if not evidence.is_shown or evidence.duration <= 0:
        return {}
    return {"cpu_second": evidence.cpu / evidence.duration, "cpu": evidence.cpu}


FAMILY = Family(
    "Execution",
    (
        Metric("cpu_second", "processor seconds a second of video", "low", "s", gates=False),
        Metric("cpu", "processor seconds of the render", "low", "s", gates=False),
    ),
    measure,
)
