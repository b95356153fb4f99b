"""A wish and what is said about its video, as wishes in other words: the likeliest meaning first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.models.composer.direct.colors import COLORS

POLITE = re.compile(
    r"^(?:please|now|ok(?:ay)?|can you|could you|i (?:want|would like)(?: you)? to)[\s,]+|[\s,]+please[.!?]*$", re.I
)
PAINTED = re.compile(
    r"^(?:make|turn|paint|colou?r|draw|let)\s+(?:the\s+)?(?P<thing>[a-z ]+?)\s+(?:be\s+|in\s+)?(?P<how>[a-z]+)[.!]*$",
    re.I,
)
SWAPPED = re.compile(
    r"^(?:use|take|show|try|with|have|make it|do it with|do)?\s*(?P<new>.+?)\s+(?:instead|rather)"
    r"(?:\s+(?:of|than)\s+(?P<old>.+?))?[.!]*$",
    re.I,
)
REPLACED = re.compile(
    r"^(?:change|replace|turn|swap)\s+(?:the\s+)?(?P<old>.+?)\s+(?:to|with|by|into|for)\s+(?P<new>.+?)[.!]*$", re.I
)
USING = re.compile(
    r"^(?:use|take|with|show|try|have|make it|do it with|give it|let it have|set)\s+(?P<what>.+?)[.!]*$", re.I
)
INSTEAD = re.compile(r"\b(?:instead|rather)\b", re.I)
ADDS = re.compile(r"\b(?:also|add|too|and|then)\b", re.I)
MATHS = re.compile(r"[\d^=+*/()]")
NUMBER = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s+(?P<noun>[a-z]+)", re.I)


def rewordings(wish: str, message: str) -> Iterator[str]:
    """Wishes that may be what is meant now."""
    said = POLITE.sub("", " ".join(message.split())).strip()
    wish = wish.strip().rstrip(".!")
    for reading in (_painted, _replaced, _swapped, _counted, _formula):
        reworded = reading(wish, said)
        if reworded and reworded != wish:
            yield reworded
    if INSTEAD.search(said):
        return  # beside the old one is not what was asked for
    using = USING.match(said)
    if using:
        yield f"{wish} with {using['what']}"
        yield f"{wish} for {using['what']}"
    yield f"{wish} {said}"
    yield f"{wish}, {said}"
    yield f"{wish}. {said[:1].upper()}{said[1:]}"


def _painted(wish: str, said: str) -> str:
    """“make the circle red”: a red circle from the start."""
    found = PAINTED.match(said)
    if not found or found["how"].lower() not in COLORS:
        return ""
    colours = "|".join(map(re.escape, COLORS))
    thing = re.compile(rf"\b(?:(?:{colours})\s+)?({re.escape(found['thing'].strip())})\b", re.I)
    return thing.sub(lambda match: f"{found['how']} {match[1]}", wish, count=1)


def _replaced(wish: str, said: str) -> str:
    """“change the square to a triangle”."""
    found = REPLACED.match(said)
    return _exchanged(wish, found["old"], found["new"]) if found else ""


def _swapped(wish: str, said: str) -> str:
    """“sin(x) instead of x^2”; without the old one, a single formula or number is exchanged."""
    found = SWAPPED.match(said)
    if not found:
        return ""
    if found["old"]:
        return _exchanged(wish, found["old"], found["new"])
    return _counted(wish, found["new"]) or _formula(wish, found["new"])


def _counted(wish: str, said: str) -> str:
    """“8 bars” where the wish says 5 bars; a number alone takes the place of the only one."""
    found = NUMBER.search(said)
    if found:
        same = re.compile(rf"\d+(?:\.\d+)?(?=\s+{re.escape(found['noun'])}\b)", re.I)
        return same.sub(found["number"], wish) if same.search(wish) else ""
    alone = re.findall(r"\d+(?:\.\d+)?", said)
    return (
        re.sub(r"\d+(?:\.\d+)?", alone[0], wish) if len(alone) == len(re.findall(r"\d+(?:\.\d+)?", wish)) == 1 else ""
    )


def _formula(wish: str, said: str) -> str:
    """“do x^3” where the wish is about x^2: the only formula is exchanged for the only one that was said."""
    old, new = _formulas(wish), _formulas(said)
    if len(old) != 1 or len(new) != 1 or ADDS.search(said):
        return ""
    return wish.replace(old[0], new[0], 1)


def _formulas(text: str) -> list[str]:
    """Runs of words that look like mathematics, and are more than a number."""
    runs: list[list[str]] = [[]]
    for word in text.rstrip(".!?").split():
        if MATHS.search(word) or word in "+-*/=<>xyznt":
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [found for run in runs if MATHS.search(found := " ".join(run)) and not found.replace(".", "").isdigit()]


def _exchanged(wish: str, old: str, new: str) -> str:
    """The wish with `old` replaced where it stands, articles aside."""
    plain = re.sub(r"^(?:an?|the)\s+", "", old.strip(), flags=re.I)
    fresh = re.sub(r"^(?:an?|the)\s+", "", new.strip(), flags=re.I)
    found = re.search(rf"\b(?P<thing>{re.escape(plain)})(?!\w)", wish, re.I)
    if not found:
        return ""
    start, end = found.span("thing")
    return wish[:start] + fresh + wish[end:]
