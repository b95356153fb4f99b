"""Brackets and arguments of text that does not parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PAIRS = {"(": ")", "[": "]", "{": "}"}


def _outside_strings(text: str) -> Iterator[tuple[int, str]]:
    """The characters that stand outside strings and comments, with their places."""
    quote = ""
    place = 0
    while place < len(text):
        char = text[place]
        if quote:
            if char == "\\":
                place += 1
            elif text.startswith(quote, place):
                place += len(quote) - 1
                quote = ""
        elif char in "\"'":
            quote = char * 3 if text.startswith(char * 3, place) else char
            place += len(quote) - 1
        elif char == "#":
            place = text.find("\n", place)
            if place < 0:
                return
        else:
            yield place, char
        place += 1


def closing_for(text: str) -> str:
    """The brackets that are still open at the end of a text, as what would close them."""
    open_ones: list[str] = []
    for _, char in _outside_strings(text):
        if char in _PAIRS:
            open_ones.append(_PAIRS[char])
        elif open_ones and char == open_ones[-1]:
            open_ones.pop()
    return "".join(reversed(open_ones))


def calls_in(text: str) -> list[tuple[int, int]]:
    """Where the arguments of calls begin and end in a line, the innermost first."""
    open_ones: list[int] = []
    found: list[tuple[int, int]] = []
    for place, char in _outside_strings(text):
        if char == "(":
            open_ones.append(place)
        elif char == ")" and open_ones:
            first = open_ones.pop()
            if re.search(r"[\w\])]$", text[:first]):
                found.append((first + 1, place))
    return found


def split_arguments(text: str) -> list[str]:
    """The arguments of a call, split at the commas between them."""
    depth, start = 0, 0
    parts: list[str] = []
    for place, char in _outside_strings(text):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [part for part in (*parts, text[start:]) if part.strip()]
