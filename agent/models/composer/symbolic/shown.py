"""Whether a draft shows the numbers of the wish: what it does not show it has not understood."""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.symbolic.reading import Count, MathReading
from core.storyboard import ActCall

NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e-?\d+)?")
COUNTED = re.compile(
    r"(?:second|minute|sec|min|s|step|time|point|line|curve|function|graph|color|colour|equation|unknown|variable|"
    r"example|part|picture|frame|d|dimension|axis|axe|side|term|degree|digit|decimal|root|solution|way|vector|number|"
    r"case|term|place)s?$"
)
"""What is counted, not calculated with: `in 3 steps`, `2 curves`."""


def unshown(reading: MathReading, title: str, calls: tuple[ActCall, ...]) -> tuple[str, ...]:
    """The lone numbers, points and matrices of a wish whose values stand in no argument of the calls, as text."""
    text = " ".join([title, *[source for call in calls for _, source in call.arguments]])
    values = [float(found) for found in NUMBER.findall(text)]
    wanted: list[Any] = [number.value for number in reading.numbers if not _counted(number)]
    written = [e for e in reading.expressions if not e.sympy.free_symbols and not e.name]
    wanted += [e.sympy for e in written if not _spelled(reading.plain[slice(*e.span)], values)]
    wanted += [entry for point in reading.points for entry in point]
    wanted += [entry for matrix in reading.matrices for entry in matrix]
    return tuple(dict.fromkeys(f"{value}" for value in wanted if not _stands(value, values)))


def _spelled(text: str, values: list[float]) -> bool:
    """Whether every number that a constant was written with is among the values: 3 and 4 of `|3+4i|`."""
    return all(float(found) in values or float(found) in (0, 1) for found in NUMBER.findall(text)) and "pi" not in text


def _counted(number: Count) -> bool:
    return bool(COUNTED.match(number.after)) or number.before in ("top", "number", "version", "example", "question")


def _stands(value: Any, values: list[float]) -> bool:
    """Whether the size of a number is among the values; nothing and one are never written out."""
    if not (value.is_number and value.is_real and value.is_finite):
        return True
    size = abs(float(value))
    return size in (0.0, 1.0) or any(abs(size - shown) <= 1e-3 * max(1e-6, size) for shown in values)
