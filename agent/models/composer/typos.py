"""Typing errors: a word that nobody knows becomes the one known word that it was surely meant to be.

Only slips that hardly ever make another English word are mended: two letters swapped, one missing or doubled, a wrong
vowel in a long word. `horse` does not become `house`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agent.models.composer.language import asking, plain, stem, tokens

WORD = re.compile(r"\"[^\"]*\"|'[^']{2,}'|\$[^$]*\$|\\\w+|(?<![\w\\^_])[A-Za-z]{5,}(?![\w^_(])")
"""Words that may be mended; what stands in quotes, formulas and TeX commands is stepped over."""
VOWELS = frozenset("aeiou")
LONG = 7
SHORTHAND = {"graf": "graph", "pls": "please", "plz": "please", "pic": "picture", "eqn": "equation", "fn": "function"}


def corrected(text: str) -> str:
    """The wish with its typing errors mended."""
    text = re.sub(r"[A-Za-z]+", lambda match: SHORTHAND.get(match[0].lower(), match[0]), text)
    return WORD.sub(lambda match: _meant(match[0]) if match[0].isalpha() else match[0], text)


def _meant(word: str) -> str:
    lower = word.lower()
    nouns, grammar = _grammar()
    if lower in grammar or word.isupper():
        return word
    known, stems = _known()  # reads the whole library: only when a word is not one of the grammars'
    if lower in known or stem(lower) in stems:
        return word
    found = {other for other in _slips(lower, nouns) if other in known}
    return found.pop() if len(found) == 1 else word


def _slips(word: str, nouns: frozenset[str]) -> set[str]:
    """The words from which `word` may have come by one slip."""
    cuts = [(word[:k], word[k:]) for k in range(1, len(word) + 1)]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    letters = "abcdefghijklmnopqrstuvwxyz"
    missing = {a + letter + b for a, b in cuts for letter in letters}
    if len(word) < LONG:
        return swapped | {other for other in missing if other in nouns}
    doubled = {a + b[1:] for a, b in cuts if b and b[0] == a[-1]}
    vowels = {a + vowel + b[1:] for a, b in cuts if b and b[0] in VOWELS for vowel in VOWELS}
    extra = {a + b[1:] for a, b in cuts if b} if len(word) > LONG else set[str]()
    return swapped | missing | doubled | vowels | extra


@lru_cache(maxsize=1)
def _grammar() -> tuple[frozenset[str], frozenset[str]]:
    """The names of shapes and colours, and every word of the grammars."""
    from agent.models.composer.direct.colors import COLORS
    from agent.models.composer.direct.nouns import PARTS, THINGS
    from agent.models.composer.direct.verbs import ACTIONS, IRREGULAR
    from agent.models.composer.symbolic.intent import NEUTRAL, OPERATIONS

    nouns = frozenset(tokens(" ".join([*THINGS.values(), *COLORS]).replace("|", " ")))
    others = " ".join([*PARTS.values(), *ACTIONS.values(), *IRREGULAR.values()]).replace("|", " ")
    return nouns, nouns | frozenset(tokens(f"{others} {NEUTRAL} {OPERATIONS}")) | asking()


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Every word of the grammars and of the library, and their stems."""
    from components_cache.catalogue import catalogue

    texts = [" ".join([c.title, c.summary, *c.wishes, *c.tags]) for c in catalogue().values()]
    words = frozenset(tokens(plain(" ".join(texts)))) | _grammar()[1]
    return words, frozenset(map(stem, words))
