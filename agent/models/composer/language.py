"""The words of a wish that carry meaning: tokens, stems, stop words, numbers in words."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

TOKEN = re.compile(r"[a-z]\^\(?[a-z0-9]+\)?|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?")
NUMBER_WORDS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "hundred": 100,
    "dozen": 12,
}
NEGATIONS = frozenset({"without", "no", "not", "never", "except", "don't", "doesn't", "isn't"})


def plain(text: str) -> str:
    """Lower-case ASCII of a text: accents dropped, typographic quotes and dashes made plain."""
    swapped = text.translate(
        str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "ß": "ss"})
    )
    return unicodedata.normalize("NFKD", swapped).encode("ascii", "ignore").decode().lower()


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers and powers such as `a^2`, in order; possessive endings dropped."""
    return [token.removesuffix("'s") for token in TOKEN.findall(plain(text))]


def content(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order; numbers and words that only ask are left out."""
    return [stem(token) for token in tokens(_respelt(plain(text))) if is_content(token)]


def is_content(token: str) -> bool:
    """Whether a word says what to show, rather than how politely it is asked for."""
    return not token[0].isdigit() and token not in asking() and (len(token) > 1 or token in {"x", "y", "z"})


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The Porter2 stem of an English word."""
    return str(_stemmer().stemWord(word))


_OWN = threading.local()


def _stemmer() -> Any:
    """One a thread: a stemmer keeps the word it works on in itself."""
    if not hasattr(_OWN, "stemmer"):
        import snowballstemmer

        _OWN.stemmer = snowballstemmer.stemmer("english")
    return _OWN.stemmer


def _respelt(text: str) -> str:
    """A text with every spelling of `spellings.txt` written the library's way."""
    pattern, table = _spellings()
    return pattern.sub(lambda match: table[match[0]], text)


@lru_cache(maxsize=1)
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = (Path(__file__).parent / "spellings.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if line and not line.startswith("#"))
    table = dict(pairs)
    words = sorted(map(re.escape, table), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])"), table


@lru_cache(maxsize=1)
def asking() -> frozenset[str]:
    """The words that say how something is asked for."""
    lines = (Path(__file__).parent / "asking_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
