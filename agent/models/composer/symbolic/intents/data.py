"""Wishes about a few given numbers: bar charts, means, medians."""

from __future__ import annotations

import re
from typing import Any

from agent.models.composer.draft import Draft
from agent.models.composer.symbolic.cas import cas
from agent.models.composer.symbolic.derivation import BLUE, GREEN, line
from agent.models.composer.symbolic.intent import Intent, call, drafted
from agent.models.composer.symbolic.intents.calculus import steps_call
from agent.models.composer.symbolic.intents.matrices import plain_number
from agent.models.composer.symbolic.printing import number
from agent.models.composer.symbolic.reading import MathReading

LIST = re.compile(r"-?\d+(?:\.\d+)?(?:\s*(?:,\s*and|,|;|and|\s)\s*-?\d+(?:\.\d+)?)+")
COMMON = "numbers data values value heights with bars bar of and create list these set"
MOST = 12


def values_of(reading: MathReading) -> list[Any]:
    """The numbers of the longest list in the wish."""
    lists = [match[0] for match in LIST.finditer(reading.plain)]
    longest = max(lists, key=len, default="")
    return [cas().Rational(found) for found in re.findall(r"-?\d+(?:\.\d+)?", longest)]


def bar_chart(reading: MathReading) -> Draft | None:
    """`create a bar chart with values 3, 5, 2, 8`."""
    values = values_of(reading)
    if not reading.says("bar chart*", "bar graph*", "barchart", "column chart*", "bar diagram", "bar plot"):
        return None
    if not 2 <= len(values) <= MOST or min(values) < 0:
        return None
    act = call("bar_chart", values=[plain_number(value) for value in values], mean=reading.says("mean", "average"))
    understood = f"{COMMON} chart charts graph diagram barchart column columns mean average"
    return drafted(reading, "A bar chart", f"bars of {values}", (act,), understood=understood)


def mean(reading: MathReading) -> Draft | None:
    """`average of 3, 7, 8`: added up, divided by how many there are."""
    values = values_of(reading)
    if not reading.says("mean", "average") or not 2 <= len(values) <= MOST or reading.functions:
        return None
    total, count = sum(values), len(values)
    result = cas().Rational(total, count)
    written = " + ".join(rf"\left({number(v)}\right)" if v < 0 else number(v) for v in values)
    lines = [
        line(rf"\bar{{x}} = \frac{{{written}}}{{{count}}}", "the sum over how many there are"),
        line(rf"= \frac{{{number(total)}}}{{{count}}}", "", BLUE),
        line(rf"= {number(result)}", "", GREEN),
    ]
    acts = [steps_call(lines)]
    if min(values) >= 0:
        acts.append(call("bar_chart", values=[plain_number(value) for value in values], mean=True))
    understood = f"{COMMON} mean average arithmetic find"
    return drafted(reading, "The mean", f"mean of {values}", tuple(acts), understood=understood)


def median(reading: MathReading) -> Draft | None:
    """`median of 4 1 9 7`: sorted, and the middle taken."""
    values = values_of(reading)
    if not reading.says("median") or not 2 <= len(values) <= MOST:
        return None
    ranked, half = sorted(values), len(values) // 2
    middle = ranked[half - 1 : half + 1] if len(values) % 2 == 0 else ranked[half : half + 1]
    ends = [", \\; ".join(map(number, part)) for part in (ranked[: half - 1 + len(values) % 2], ranked[half + 1 :])]
    centre = rf"\boxed{{{', '.join(map(number, middle))}}}"
    lines = [
        line(", \\; ".join(map(number, values)), "the values"),
        line(", \\; ".join(part for part in (ends[0], centre, ends[1]) if part), "sorted", BLUE),
    ]
    if len(middle) == 2:
        both = rf"\frac{{{number(middle[0])} + {number(middle[1])}}}{{2}}"
        lines.append(line(both, "the mean of the middle two", BLUE))
    lines.append(line(rf"\text{{median}} = {number(sum(middle) / len(middle))}", "", GREEN))
    understood = f"{COMMON} median middle sorted sort find"
    return drafted(reading, "The median", f"median of {values}", (steps_call(lines),), understood=understood)


INTENTS = (Intent("bar chart", bar_chart), Intent("mean", mean), Intent("median", median))
