"""What a trial cost: seconds of each stage, tokens, dollars, requests."""

from __future__ import annotations

from eval.harness.evidence import Evidence
from eval.scores.metric import Family, Metric, Scores
from eval.suites.suite import Case


def measure(case: Case, evidence: Evidence) -> Scores:
    """All trials count, those that failed too: they cost as well."""
    sent, answered = evidence.tokens
    rest: Scores = {}
    if evidence.requests:
        rest = {
            "prompt_tokens": sent, "answer_tokens": answered, "dollars": evidence.cost, "requests": evidence.requests
        }  # fmt: skip
    return {"seconds": evidence.seconds, **rest}


FAMILY = Family(
    "Cost",
    (
        Metric("seconds", "from wish to end", "low", "s", gates=False),
        Metric("requests", "requests to the model", "low", "", gates=False),
        Metric("prompt_tokens", "tokens sent", "low", "", gates=False),
        Metric("answer_tokens", "tokens answered", "low", "", gates=False),
        Metric("dollars", "price where it is known", "low", "$", gates=False),
    ),
    measure,
)
