"""The guards: whether two wishes mean the same video. When in doubt they do not.

Two wishes are the same when they say the same things in the same order, after what only asks was dropped and words that
mean the same were made one (`wording`). Numbers, formulas, names, negations, directions, colours and quoted texts are
all such things, so none of them can differ.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from components_cache.wishes.canonical import QUOTED, SHOWN_TEXT, canonical
from components_cache.wishes.meaning import THRESHOLD, likeness
from components_cache.wishes.wording import concepts, vocabulary

FORM = 1
"""Version of what a digest is made of; raise it with every change of the rules or the tables."""
HOLDERS = str.maketrans("⟦⟧", "()")
"""The brackets of place-holders are ours alone."""
VALUE = re.compile(r"[nfilscq]:")


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of mathematics in `Marked.text`: `name` is equal for equal mathematics."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A wish in plain notation and the mathematics in it, in order, without overlaps."""

    text: str
    marks: tuple[Mark, ...]


Reader = Callable[[str], Marked]
"""Finds the mathematics of a wish."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a wish says: things in their order, and what may stand anywhere."""

    said: tuple[str, ...]
    anywhere: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Equal for wishes that say the same; empty for one that says nothing."""
        return _digest(self.said, self.anywhere) if self.said else ""

    @property
    def kind(self) -> str:
        """Equal for wishes that differ in values only (numbers, formulas, lists, colours); empty without values."""
        masked = tuple(map(_masked_value, self.said)), tuple(map(_masked_value, self.anywhere))
        return _digest(*masked) if self.said and masked != (self.said, self.anywhere) else ""


def same(one: str, other: str, read: Reader, known: bytes = b"") -> bool:
    """Whether the two wishes mean the same video. Symmetric. `known` is the packed meaning of `other`, if kept."""
    digest = facts(one, read).digest
    return bool(digest) and digest == facts(other, read).digest and likeness(one, other, known) >= THRESHOLD


def _digest(said: tuple[str, ...], anywhere: tuple[str, ...]) -> str:
    return hashlib.sha256(json.dumps([FORM, said, anywhere]).encode()).hexdigest()[:32]


def _masked_value(word: str) -> str:
    """A value without what it is: `n:8` is some number."""
    if VALUE.match(word):
        return word[:2]
    return "quality" if vocabulary().has("qualities", word) else word


@lru_cache(maxsize=16384)
def facts(text: str, read: Reader) -> Facts:
    """What a wish says."""
    text = canonical(text).translate(HOLDERS)
    quotes = [match[0] for match in QUOTED.finditer(text)]
    counter = iter(range(len(quotes)))
    marked = read(QUOTED.sub(lambda _: f" quotation{'abcdefghijklmnopqrstuvwxyz'[next(counter) % 26]} ", text))
    words = concepts(_masked(marked), [mark.name for mark in marked.marks])
    floating = vocabulary().groups["floating"]
    said = tuple(word for word in words if word not in floating)
    return Facts(
        (*said, *quotes, *_shown(QUOTED.sub(" ", text))), tuple(sorted(word for word in words if word in floating))
    )


def _shown(text: str) -> list[str]:
    """Words with capital letters, where text is to be shown as typed; the first word is large for its place."""
    return [word for word in text.split()[1:] if word != word.lower()] if SHOWN_TEXT.search(text) else []


def _masked(marked: Marked) -> str:
    """The text with a place-holder for each piece of mathematics."""
    pieces: list[str] = []
    place = 0
    for number, mark in enumerate(marked.marks):
        pieces += [marked.text[place : mark.start], f" ⟦{number}⟧ "]
        place = mark.end
    return "".join([*pieces, marked.text[place:]])
