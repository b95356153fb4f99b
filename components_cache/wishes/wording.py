"""The words of a wish as the things they mean: what only asks is dropped, words that mean the same become one.

Endings are cut sparingly: `transformer` is no `transform`, `convolutional` no `convolution`, `circles` not one circle.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TOKEN = re.compile(
    r"⟦\d+⟧|[A-Za-z]+\d*[A-Za-z]*(?:'[a-z]+)?|\d+(?:\.\d+)?[a-z]*|(?<=[\w)])!|(?<=⟧ )!|[^\s\w,.;:?!\"'()/`-]"
)
CONTRACTED = re.compile(r"n't$")
SCALES = {"hundred": 100, "thousand": 1000, "million": 1000000}


@dataclass(frozen=True)
class Vocabulary:
    """The groups of `words.txt`."""

    groups: dict[str, frozenset[str]]
    units: dict[str, int]
    tens: dict[str, int]

    def has(self, group: str, word: str) -> bool:
        return word in self.groups[group]


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words that are known."""
    groups: dict[str, list[str]] = {}
    group = ""
    for line in _lines("words.txt"):
        if line.startswith("["):
            group = line[1 : line.index("]")]
        else:
            groups.setdefault(group, []).extend(line.split())
    return Vocabulary(
        {group: frozenset(words) for group, words in groups.items()},
        {word: number for number, word in enumerate(groups["units"])},
        {word: 10 * number for number, word in enumerate(groups["tens"], 2)},
    )


def concepts(masked: str, names: list[str]) -> list[str]:
    """The things a text says, in order; `names` are those of the place-holders `⟦0⟧`, `⟦1⟧`, … in it."""
    words = _asked(f" {' '.join(TOKEN.findall(masked.replace('-', ' ')))} ").split()
    meant = [_meant(word, names) for word in _numbers(words)]
    return _negated(_joined(list(filter(None, meant))))


def _joined(words: list[str]) -> list[str]:
    """The words without those that join, but for how several shapes lie; `in red` is no place."""
    known, drawing = vocabulary(), _is_drawing(words)

    def counts(word: str, following: str) -> bool:
        return not known.has("joints", word) or (drawing and not known.has("qualities", following))

    return [word for word, following in zip(words, [*words[1:], ""], strict=True) if counts(word, following)]


def _is_drawing(words: list[str]) -> bool:
    """Whether several shapes are named: how they lie to each other then matters."""
    return sum(vocabulary().has("shapes", word.removesuffix("s")) for word in words) > 1


def _asked(text: str) -> str:
    """The text without its questions, every phrase of the table as one word."""
    text = re.sub(r"'s\b", "", text)
    for pattern, instead in _questions():
        text = pattern.sub(instead, text)
    pattern, table = _phrases()
    return pattern.sub(lambda match: f" {table[match[1].lower()]} ", text)


@lru_cache(maxsize=1)
def _questions() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Rows `pattern => instead` of the table of questions."""
    rows = (line.split(" => ") for line in _lines("questions.txt"))
    return tuple((re.compile(row[0], re.IGNORECASE), row[1] if len(row) > 1 else " ") for row in rows)


@lru_cache(maxsize=1)
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """Rows `phrase | phrase = word` of the table of words that mean the same."""
    table: dict[str, str] = {}
    for line in _lines("same_words.txt"):
        left, word = line.split(" = ")
        table |= dict.fromkeys((phrase.strip() for phrase in left.split("|")), word.strip())
    phrases = sorted(map(re.escape, table), key=len, reverse=True)
    return re.compile(rf"(?<!\S)({'|'.join(phrases)})(?!\S)", re.IGNORECASE), table


def _lines(name: str) -> list[str]:
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _numbers(words: list[str]) -> list[str]:
    """Numbers in words as digits: `twenty one` is `21`."""
    units, tens = vocabulary().units, vocabulary().tens
    found: list[str] = []
    value: int | None = None
    for word in [*words, ""]:
        low = word.lower()
        if low in units and (value is None or (value % 10 == 0 and value % 100 >= 20 and units[low] < 10)):
            value = (value or 0) + units[low]
        elif low in tens and (value is None or value % 100 == 0):
            value = (value or 0) + tens[low]
        elif low in SCALES and value:
            value *= SCALES[low]
        else:
            found += [] if value is None else [str(value)]
            value = units.get(low, tens.get(low))
            found += [word] if word and value is None else []
    return found


def _meant(word: str, names: list[str]) -> str:
    """One word as a thing; empty for one that only asks."""
    if not word[0].isalnum() and not word.startswith("⟦"):
        return word
    if word.startswith("⟦"):
        return names[int(word[1:-1])]
    if word[0].isdigit():
        return f"n:{float(word):g}" if re.fullmatch(r"\d+(?:\.\d+)?", word) else word.lower()
    if len(word) == 1:
        return "" if word in "aI" else word
    low = word.lower()
    noun = singular(low)
    return "" if vocabulary().has("asking", low) or vocabulary().has("asking", noun) else noun


def singular(word: str) -> str:
    """A noun in the singular, where that is safe."""
    if (
        vocabulary().has("singular", word)
        or len(word) < 4
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word if vocabulary().has("shapes", word[:-1]) else word[:-1]


def _negated(words: list[str]) -> list[str]:
    """What is denied is another thing: `without axes` says `¬axes`."""
    found: list[str] = []
    denied = False
    for word in words:
        if vocabulary().has("negations", word) or CONTRACTED.search(word):
            denied = not denied or word in ("nor", "neither")
            continue
        found.append(f"¬{word}" if denied else word)
        denied = False
    return [*found, "¬"] if denied else found
