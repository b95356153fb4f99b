"""The canonical form of a wish: equal for wishes that differ only in spelling of the same letters and in politeness.

What is between quotes is shown as it is written, so its case stays; so does the case of single letters, which name
points and matrices, and of everything where the wish asks for written text.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import asdict

from core.wish import Wish

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿⁱ", "0123456789-+ni", strict=True))
LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
FRACTIONS = {"½": "(1/2)", "¼": "(1/4)", "¾": "(3/4)", "⅓": "(1/3)", "⅔": "(2/3)"}
SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "−": "-", "‑": "-"}
    | {"…": "...", "\u00ad": "", "\u200b": "", "\ufeff": ""}
)
QUOTED = re.compile(r'"[^"]*"|(?<!\w)\'[^\']+\'(?!\w)')
SHOWN_TEXT = re.compile(
    r"\b(?:write|writes|writing|written|text|title|titled|label|labels|labell?ed|says?|saying|word|words|letters?|caption|"
    r"called|named|names?|spell|spells|type|types|reads?|reading|message|quote|banner)\b",
    re.IGNORECASE,
)
"""Words after which text is shown as typed: the case of the whole wish then matters."""
LETTER = re.compile(r"(?<![\w'])[A-Z](?![\w'])")
POLITE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^(?:hi|hello|hey|dear|good (?:morning|evening|day))(?: there| tulku| team| all)?\s*[,!.]+\s*",
        r"^(?:ok|okay|so|well|now)\s*,\s*",
        r"^tulku\s*[,:!]\s*",
        r"\b(?:please|pls|plz|kindly)\b",
        r"[,.;!]?\s*\b(?:many thanks|thank you|thanks|thx|cheers)(?: (?:so|very) much| a lot| in advance)?\s*[!.]*$",
        r"^(?:can|could|would|will) you\b(?: be so kind(?: as)? to)?",
        r"^(?:i(?: would|'d) (?:like|love)(?: you)? to|i (?:want|need)(?: you)? to)\b",
        r"^(?:help me(?: to)?|let me|let us|let's)\b(?= (?:see|understand|visuali[sz]e|learn|look|explore))",
        r"\bfor me\b(?=\s*[.!?]*$)",
    )
)
ENDS = re.compile(r"^[\s,;:.!?]+(?=[^\d\s.])|(?<=[\w\"'\])}|^])[\s,;:.?]+$|(?<=[A-Za-z]{2})[\s!?.]+$|(?<=\s)[!?.,;:]+$")
"""Punctuation at the ends; the mark of a factorial (`5!`, `n!`) stays."""


def canonical(text: str) -> str:
    """The canonical form; applying it again changes nothing."""
    for _ in range(12):
        shorter = _once(text)
        if shorter == text:
            break
        text = shorter
    return text


def _once(text: str) -> str:
    text = _plain(text)
    for pattern in POLITE:
        text = pattern.sub(" ", text)
    text = ENDS.sub("", re.sub(r"\s+([,;.!?])(?=\s|$)", r"\1", " ".join(text.split())))
    return _lower(text.strip())


def _plain(text: str) -> str:
    """One way to write quotes, dashes, powers and fractions; then Unicode's compatible composed form."""
    text = _raised(text.translate(SIGNS))
    for sign, written in FRACTIONS.items():
        text = text.replace(sign, written)
    return unicodedata.normalize("NFKC", text).translate(SIGNS)


def _raised(text: str) -> str:
    """`x²` is `x^2`: Unicode's own form would make it `x2`."""
    text = re.sub(f"[{''.join(RAISED)}]+", lambda match: "^" + _grouped("".join(RAISED[c] for c in match[0])), text)
    return re.sub(f"[{''.join(LOWERED)}]+", lambda match: "_" + "".join(LOWERED[c] for c in match[0]), text)


def _grouped(exponent: str) -> str:
    return exponent if len(exponent) == 1 else f"({exponent})"


def _lower(text: str) -> str:
    """Small letters, but for what is shown as it is written."""
    if SHOWN_TEXT.search(QUOTED.sub(" ", text)):
        return text
    pieces, place = [""], 0
    for match in QUOTED.finditer(text):
        pieces += [_folded(text[place : match.start()]), match[0]]
        place = match.end()
    return "".join([*pieces, _folded(text[place:])])


def _folded(text: str) -> str:
    kept = {match.start() for match in LETTER.finditer(text) if match.start() > 0 and match[0] != "I"}
    if not kept:
        return text.casefold()
    return "".join(char if place in kept else char.casefold() for place, char in enumerate(text))


def family(wish: Wish) -> str:
    """Equal for the same canonical wish with the same options, whatever version of the code answers it."""
    parts = {"wish": canonical(wish.text), "options": asdict(wish.options)}
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def key(wish: Wish, version: str) -> str:
    """The key of a finished wish: its family and the version of what decides its video."""
    return hashlib.sha256(f"{family(wish)}\0{version}".encode()).hexdigest()[:32]
