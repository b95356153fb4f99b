"""How sure a topic match is: a logistic model of four measurements, fitted by `eval/bench/matching.py`."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a component, each 0 to 1 but for `margin`.

    `nearest` and `near` are the cosine to its nearest text and the mean of its three nearest; `coverage` is the
    weighted share of the wish's words that it knows; `margin` how far it is ahead of the best component that is not
    kin (components of one module, or with nearly the same wishes, are no rivals). `foreign` is the share of the wish's
    words that no component knows: `recurrent neural network` is not the neural network of the library.
    """

    nearest: float
    near: float
    coverage: float
    margin: float
    foreign: float = 0.0

    def values(self) -> tuple[float, ...]:
        return (self.nearest, self.near, self.coverage, self.margin, self.foreign)


WEIGHTS = (-0.13, 5.59, 1.90, 3.51, -2.0)
BIAS = -4.95
"""From `python -m eval.bench.matching --fit`; the last weight is set by hand until the next fit. See docs/log.md."""


def confidence(evidence: Evidence) -> float:
    """0 to 1: the fitted chance that the component is what was meant."""
    total = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, evidence.values(), strict=True))
    return 1 / (1 + math.exp(-total))
