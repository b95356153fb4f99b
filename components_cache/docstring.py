"""Reads a component's docstring: title, description, tags, example wishes, parameters with ranges.

The format, as plain text that also reads well in exported code:

    \"\"\"Title: one line that says what is shown.

    A paragraph of description.

    Tags: comma, separated
    Wishes:
        an example wish
        another one
    Parameters:
        count: how many bars; in [3, 12]; said: bars, elements
        values: the numbers to sort; 3 to 12 items in [1, 99]
        mode: which variant; one of: left, right, both
    \"\"\"
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from inspect import cleandoc

NUMBER = r"[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?"
RANGE = re.compile(rf"in \[\s*({NUMBER})\s*,\s*({NUMBER})\s*\]")
ITEMS = re.compile(r"(\d+) to (\d+) (?:items|characters)")
SECTIONS = ("Tags:", "Wishes:", "Parameters:")


@dataclass
class Described:
    """The parts of a docstring; `parameters` maps a name to its line of description."""

    title: str = ""
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    parameters: dict[str, str] = field(default_factory=dict[str, str])


def describe(docstring: str) -> Described:
    """Split a docstring into its parts; sections that are absent stay empty."""
    lines = cleandoc(docstring).splitlines() or [""]
    title, _, summary = lines[0].partition(": ")
    sections = _sections(lines[1:])
    tags = [tag.strip() for tag in " ".join(sections["Tags:"]).split(",")]
    return Described(
        title=title.rstrip("."),
        summary=summary or title,
        description=" ".join(line.strip() for line in sections[""] if line.strip()),
        tags=tuple(tag for tag in tags if tag),
        wishes=tuple(line.strip().removeprefix("- ") for line in sections["Wishes:"] if line.strip()),
        parameters=_parameters(sections["Parameters:"]),
    )


def _sections(lines: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"": [], **{name: [] for name in SECTIONS}}
    current = ""
    for line in lines:
        head = next((name for name in SECTIONS if line.startswith(name)), None)
        current = current if head is None else head
        found[current].append(line if head is None else line.removeprefix(head))
    return found


def _parameters(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    for line in filter(str.strip, lines):
        match = re.match(r"\s{1,8}(\w+): (.*)", line)
        if match:
            name = match[1]
            found[name] = match[2].strip()
        elif name:
            found[name] += " " + line.strip()
    return found


def bounds(text: str) -> tuple[float | None, float | None]:
    """The range named in a parameter's description, as (low, high)."""
    match = RANGE.search(text)
    return (float(match[1]), float(match[2])) if match else (None, None)


def lengths(text: str) -> tuple[int | None, int | None]:
    """How many items a list, or characters a text, may have, as (shortest, longest)."""
    match = ITEMS.search(text)
    return (int(match[1]), int(match[2])) if match else (None, None)


def listed(text: str, marker: str) -> tuple[str, ...]:
    """The comma-separated words after `marker` up to the next semicolon."""
    for part in text.split(";"):
        if part.strip().startswith(marker):
            return tuple(word.strip() for word in part.strip().removeprefix(marker).split(",") if word.strip())
    return ()
