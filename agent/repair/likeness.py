"""Which fixed case is like a failure: by the words of the error, then by those of the failing line.

A word weighs the more the fewer cases have it; words that no case has are names of the script, and say nothing.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from agent.repair.mend import Fault, FixedCase

LIKE = 0.35
"""Likeness of the errors, from 0 to 1, below which a case would only mislead."""
_WORD = re.compile(r"[A-Za-z]\w+|\\[A-Za-z]+|[^\w\s.,:;'\"()]")
_Weigh = Callable[[set[str]], float]


def similar(fault: Fault, line: str, remembered: Sequence[FixedCase]) -> FixedCase | None:
    """The fixed case most like a fault at a line of code: one that was met here, else one of the shipped ones."""
    weigh = _weights([*remembered, *shipped()])
    for cases in (remembered, shipped()):
        ranked = [(_likeness(fault, case, weigh), _line_likeness(line, case, weigh), case) for case in cases]
        best = max(ranked, key=lambda each: each[0] + each[1] / 2, default=None)
        if best and best[0] >= LIKE:
            return best[2]
    return None


@lru_cache(maxsize=1)
def shipped() -> tuple[FixedCase, ...]:
    """Mends of the tuning half of `eval.broken`, one of each kind; made by `python -m eval.repair.examples`."""
    rows = json.loads(Path(__file__).with_name("fixed_cases.json").read_text(encoding="utf-8"))
    return tuple(FixedCase(**row) for row in rows)


def _weights(cases: Sequence[FixedCase]) -> _Weigh:
    counts = Counter(word for case in cases for word in _words(f"{case.kind} {case.message} {case.before}"))
    return lambda words: sum(math.log(1 + len(cases) / counts[word]) ** 2 for word in words if counts[word])


def _likeness(fault: Fault, case: FixedCase, weigh: _Weigh) -> float:
    return _cosine(_words(f"{fault.kind} {fault.message}"), _words(f"{case.kind} {case.message}"), weigh)


def _line_likeness(line: str, case: FixedCase, weigh: _Weigh) -> float:
    return _cosine(_words(line), _words(case.before), weigh)


def _cosine(one: set[str], other: set[str], weigh: _Weigh) -> float:
    length = math.sqrt(weigh(one) * weigh(other))
    return weigh(one & other) / length if length else 0.0


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
