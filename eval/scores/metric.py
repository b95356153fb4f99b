"""What a score is: a name, which way is good, whether a change of it counts as a regression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from eval.harness.evidence import Evidence
from eval.suites.suite import Case

Scores = dict[str, float]
"""By the name of the metric; one that a trial cannot have is left out."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One number a trial. `good` is empty for what is neither good nor bad in itself.

    A `share` is yes or no of each trial, a `part` anything from 0 to 1; others name their unit. A `detail` that is 0
    for all is not worth a line of the report.

    What `gates` counts as a regression when it gets worse; times do not, since they are the machine's as well.
    """

    name: str
    title: str
    good: Literal["high", "low", ""] = "high"
    unit: str = "share"
    gates: bool = True
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Scores that belong together, and who takes them."""

    name: str
    metrics: tuple[Metric, ...]
    measure: Callable[[Case, Evidence], Scores]
