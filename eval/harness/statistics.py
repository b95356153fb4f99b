"""Means with intervals: Wilson's for shares of single trials, a bootstrap over cases for everything else.

Trials of one case are no independent witnesses, so a case counts once, with the mean of its trials; resampling whole
cases keeps the interval honest. All intervals are 95 %. (Wilson, JASA 1927; Efron, Annals of Statistics 1979.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

import numpy as np

Z = 1.959964
"""Two-sided 95 % of the normal distribution."""
RESAMPLES = 4000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean and its interval, over so many cases."""

    mean: float
    low: float
    high: float
    cases: int


def wilson(count: int, total: int) -> tuple[float, float]:
    """The interval of a share: `count` of `total`."""
    if not total:
        return 0.0, 1.0
    share, rest = count / total, Z * Z / total
    middle = (share + rest / 2) / (1 + rest)
    half = Z * sqrt(share * (1 - share) / total + rest / (4 * total)) / (1 + rest)
    return max(0.0, middle - half), min(1.0, middle + half)


def bootstrap(values: list[float], seed: int = 0) -> tuple[float, float]:
    """The percentile interval of a mean; the same for the same values."""
    if len(values) < 2 or min(values) == max(values):
        mean = fmean(values) if values else 0.0
        return mean, mean
    chosen = np.random.default_rng(seed).integers(0, len(values), (RESAMPLES, len(values)))
    low, high = np.percentile(np.asarray(values)[chosen].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def estimate(trials: Iterable[tuple[str, float]], *, share: bool = False) -> Estimate | None:
    """The mean over cases of pairs (case, value); None of nothing."""
    cases: Mapping[str, list[float]] = _grouped(trials)
    if not cases:
        return None
    means = [fmean(values) for values in cases.values()]
    single = all(len(values) == 1 for values in cases.values())
    if share and single and all(value in (0.0, 1.0) for value in means):
        interval = wilson(round(sum(means)), len(means))
    else:
        interval = bootstrap(means)
    return Estimate(fmean(means), *interval, len(means))


def difference(old: Iterable[tuple[str, float]], new: Iterable[tuple[str, float]]) -> Estimate | None:
    """How much the mean changed over the cases that both have, each compared with itself."""
    before, after = _grouped(old), _grouped(new)
    changes = [fmean(after[case]) - fmean(before[case]) for case in before if case in after]
    return Estimate(fmean(changes), *bootstrap(changes), len(changes)) if changes else None


def _grouped(trials: Iterable[tuple[str, float]]) -> dict[str, list[float]]:
    cases: dict[str, list[float]] = defaultdict(list)
    for case, value in trials:
        cases[case].append(value)
    return dict(cases)
