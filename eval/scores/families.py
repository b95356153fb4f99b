"""All families in the order of the report; `measured` takes every score of a trial."""

from __future__ import annotations

from eval.harness.evidence import Evidence
from eval.scores import cost, coverage, elegance, execution, layout, making, motion, relevance, versions
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case

FAMILIES: tuple[Family, ...] = (
    making.FAMILY, versions.FAMILY, coverage.FAMILY, relevance.FAMILY, layout.FAMILY, motion.FAMILY, elegance.FAMILY,
    execution.FAMILY, cost.FAMILY,
)  # fmt: skip
METRICS: dict[str, Metric] = {metric.name: metric for family in FAMILIES for metric in family.metrics}


def measured(case: Case, evidence: Evidence) -> Scores:
    """Every score that this trial can have; none of one that was spoilt from outside."""
    if evidence.status == "excluded":
        return {}
    found: Scores = {}
    for family in FAMILIES:
        found |= family.measure(case, evidence)
    return {name: round(float(value), 5) for name, value in found.items()}
