"""Numbers of a run: pass rate by year, and a histogram of what went wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from eval.conversion.trial import Trial

_VARIES = [
    (re.compile(r"0x[0-9a-f]+"), "…"),
    (re.compile(r"\d+(\.\d+)?"), "#"),
    (re.compile(r"\s+"), " "),
]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many."""

    passed: int
    total: int

    @property
    def share(self) -> float:
        return self.passed / self.total if self.total else 0.0

    def __str__(self) -> str:
        return f"{self.passed}/{self.total} = {100 * self.share:.1f} %"


def counted(trials: Iterable[Trial]) -> list[Trial]:
    """All but those counted apart."""
    return [trial for trial in trials if trial.status != "apart"]


def rate(trials: Iterable[Trial]) -> Rate:
    """The pass rate over what counts; what the converter calls impossible counts as not passed."""
    own = counted(trials)
    return Rate(sum(trial.ok for trial in own), len(own))


def by_year(trials: Iterable[Trial]) -> dict[int, Rate]:
    """One rate a year."""
    groups: dict[int, list[Trial]] = defaultdict(list)
    for trial in trials:
        groups[trial.year].append(trial)
    return {year: rate(group) for year, group in sorted(groups.items())}


def histogram(trials: Iterable[Trial]) -> list[tuple[str, int, list[Trial]]]:
    """Error classes, the most frequent first, with their trials."""
    bad = [trial for trial in counted(trials) if not trial.ok]
    counts = Counter(error_class(trial) for trial in bad)
    return [(name, count, [t for t in bad if error_class(t) == name]) for name, count in counts.most_common()]


def error_class(trial: Trial) -> str:
    """Kind and message without what varies from scene to scene."""
    if trial.status == "thin":
        return "thin: too few animations played"
    message = trial.message.split("\n")[0]
    for pattern, instead in _VARIES:
        message = pattern.sub(instead, message)
    return f"{trial.kind}: {message[:110]}"
