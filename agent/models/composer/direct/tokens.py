"""Tokens of a wish: words, numbers, quoted texts, formulas, points, colours, dimensions and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["word", "number", "string", "tex", "point", "hex", "dims", "names", "coordinate", "mark"]

_NUMBER = r"[-−+]?\d+(?:\.\d+)?"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the wish. `text` is lower case; `raw` as written; `numbers` the values it carries.

    `coordinate` is "x = 2" (`text` is the axis); `names` a letter range such as A-H; `dims` "4x4".
    """

    kind: TokenKind
    text: str
    raw: str
    numbers: tuple[float, ...] = ()


_SPOKEN = (  # spellings that would confuse the scanner, and what they become
    (re.compile(r"[“”„«»]"), '"'),
    (re.compile(r"[‘’`]"), "'"),
    (re.compile(r"\b3[- ]?d\b", re.I), "threed"),
    (re.compile(r"\b2[- ]?d\b", re.I), "twod"),
    (re.compile(r"\b([xyz])-?(axis|axes|coordinates?)\b", re.I), r"\1 \2"),
    (re.compile(r"\s*(?:->|→|=>|⇒)\s*"), " into "),
    (re.compile(r"\b(\w+)'s\b(?=\s+(?:cent|mid|side|edge|vert|rad|diam|corn|diag))", re.I), r"\1"),
    (re.compile(r"\bunit(?=\s+circle\b)", re.I), "radius 1"),
    (re.compile(r"\b(that|there|it|what|let)'s\b", re.I), r"\1 is"),
    (re.compile(r"\be\.g\.|\bi\.e\.", re.I), " "),
)

_SCAN = re.compile(
    rf"""
    (?P<tex>\$\$.+?\$\$|\$[^$]+\$|\\\(.+?\\\)|\\\[.+?\\\])
  | (?P<string>"[^"]+"|(?<![\w])'[^']+?'(?!\w))
  | (?P<run>\x00\d+\x00)
  | (?P<point>(?<![\w])[(\[]\s*{_NUMBER}\s*,\s*{_NUMBER}\s*(?:,\s*{_NUMBER}\s*)?[)\]])
  | (?P<hex>\#[0-9a-fA-F]{{6}}\b)
  | (?P<dims>\b\d+\s?(?:x|×|by)\s?\d+\b)
  | (?P<names>\b(?:[A-Z]\s?[-–]\s?[A-Z]|[a-z][-–][a-z])\b)
  | (?P<coordinate>\b[xyz]\s*=\s*{_NUMBER})
  | (?P<number>(?<![\w.])[-−+]?(?:\d+\.\d+|\d+|\.\d+)(?:/\d+)?(?:\s*(?:°|%|(?:px|cm|s|x)\b))?)
  | (?P<ordinal>\b\d+(?:st|nd|rd|th)\b)
  | (?P<word>[^\W\d_]+(?:'[a-z]+)?\d?|\d+[a-z]+)
  | (?P<mark>[,.;:!?])
    """,
    re.VERBOSE,
)

_CORE = re.compile(r"[=^≤≥≠²³√∫∑∞±≈]|\\[a-zA-Z]+|^[a-zA-Z]{1,4}\([a-z0-9θ]\)$|_\{|^[a-z]_[a-z0-9]$|^\d+[a-z]$|[<>]=?")
_SOFT = re.compile(
    r"^(?:[-+*/=<>|·×()]+|[-+]?\d+(?:\.\d+)?[a-z]{0,2}[)!]*|[-+(|]*[a-zA-Zα-ωπ][)|!']*|"
    r"[-+(]*(?:sin|cos|tan|log|ln|exp|sqrt|pi|theta|alpha|beta|lim|d[xyt])\)?|"
    r"[-+(\d]*\w{0,4}\([^\s]*\)?|[^\s]*[-+*/][^\s]*\))$"
)
_SHORT_WORDS = frozenset(
    [
        "in",
        "on",
        "at",
        "to",
        "of",
        "by",
        "is",
        "it",
        "and",
        "the",
        "for",
        "red",
        "box",
        "up",
        "as",
        "or",
        "be",
        "we",
        "so",
        "its",
        "one",
        "two",
        "six",
        "ten",
    ]
)
_OPERATOR = re.compile(r"[-+*/=<>|·×(^]$")
_DIMENSION = re.compile(r"^\d+[x×]\d+$")
_UNITS = {"°": "degrees", "%": "percent", "s": "seconds", "px": "pixels", "cm": "units", "x": "times"}


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a wish, in order. Unknown signs are dropped; nothing is raised."""
    for pattern, plain in _SPOKEN:
        text = pattern.sub(plain, text)
    marked, formulas = _set_formulas_aside(text)
    found: list[Token] = []
    for match in _SCAN.finditer(marked):
        found.extend(_token(match.lastgroup or "", match.group(), formulas))
    return tuple(found)


def _token(kind: str, raw: str, formulas: list[str]) -> list[Token]:
    match kind:
        case "run":
            formula = formulas[int(raw.strip("\x00"))]
            return [Token("tex", formula, formula)]
        case "tex":
            return [Token("tex", raw, re.sub(r"^(\$\$?|\\\(|\\\[)|(\$\$?|\\\)|\\\])$", "", raw).strip())]
        case "string":
            return [Token("string", raw[1:-1], raw[1:-1])]
        case "number":
            return _number(raw)
        case "mark":
            return [Token("mark", "." if raw in "!?" else raw, raw)]
        case _:
            return [_plain_token(kind, raw)]


def _plain_token(kind: str, raw: str) -> Token:
    match kind:
        case "point":
            return Token("point", raw, raw, _numbers(raw))
        case "hex":
            return Token("hex", raw.upper(), raw)
        case "dims":
            return Token("dims", raw, raw, tuple(float(n) for n in re.findall(r"\d+", raw)))
        case "names":
            return Token("names", raw, raw)
        case "coordinate":
            return Token("coordinate", raw[0].lower(), raw, _numbers(raw))
        case _:
            return Token("word", raw.lower(), raw)


def _number(raw: str) -> list[Token]:
    match = re.match(r"([-−+]?[\d.]+)(?:/(\d+))?\s*(\D*)$", raw)
    if match is None:
        return []
    value = float(match[1].replace("−", "-").rstrip(".") or 0) / float(match[2] or 1)
    tokens = [Token("number", match[1], raw, (value,))]
    if match[3]:
        tokens.append(Token("word", _UNITS[match[3].strip()], match[3]))
    return tokens


def _numbers(raw: str) -> tuple[float, ...]:
    return tuple(float(n.replace("−", "-")) for n in re.findall(_NUMBER, raw.split("=")[-1]))


def _set_formulas_aside(text: str) -> tuple[str, list[str]]:
    """Replace each undelimited formula by a placeholder that the scanner knows."""
    formulas: list[str] = []
    pieces = re.split(r"""("[^"]*"|(?<!\w)'[^']+?'(?!\w)|\$[^$]*\$|\\\(.*?\\\)|\\\[.*?\\\])""", text)
    for at in range(0, len(pieces), 2):
        pieces[at] = _replace_runs(pieces[at], formulas)
    return "".join(pieces), formulas


def _replace_runs(text: str, formulas: list[str]) -> str:
    chunks = list(re.finditer(r"\S+", text))
    out, done, at = "", 0, 0
    while at < len(chunks):
        end = _run_end(chunks, at)
        start, end = _trimmed(chunks, at, end)
        if end <= start:
            at = max(at + 1, _coordinate_end(chunks, at))
            continue
        tail = re.search(r"[,.;:!?]*$", chunks[end - 1].group())
        stop = chunks[end - 1].end() - len(tail.group() if tail else "")
        formulas.append(text[chunks[start].start() : stop])
        out += text[done : chunks[start].start()] + f"\x00{len(formulas) - 1}\x00"
        done, at = stop, end
    return out + text[done:]


def _coordinate_end(chunks: list[re.Match[str]], at: int) -> int:
    """Index after "x = 2" written with spaces, else `at`."""
    joined = " ".join(chunk.group().rstrip(",.;:") for chunk in chunks[at : at + 3])
    return at + 3 if re.fullmatch(rf"[xyz] = {_NUMBER}", joined) else at


def _run_end(chunks: list[re.Match[str]], at: int) -> int:
    """Index after the longest run of mathematical chunks that starts at `at`."""
    end = at
    while end < len(chunks):
        word = chunks[end].group()
        bare = word.rstrip(",.;:?")
        product = end > at and re.search(r"[=+]$", chunks[end - 1].group()) and re.fullmatch(r"[a-z]{2,3}", bare)
        if not _is_math(bare) and not (product and bare not in _SHORT_WORDS):
            break
        end += 1
        if bare != word:
            break
    return end


def _is_math(bare: str) -> bool:
    if not bare or _DIMENSION.match(bare) or re.match(r"^[(\[][-\d.]+,[-\d.]+[)\]]$", bare):
        return False
    return bool(_CORE.search(bare) or _SOFT.match(bare)) and not re.match(r"^#[0-9a-fA-F]{6}$", bare)


def _trimmed(chunks: list[re.Match[str]], start: int, end: int) -> tuple[int, int]:
    """Cut words that only look like mathematics off both ends; empty when no formula is left."""
    words = [chunk.group().rstrip(",.;:?") for chunk in chunks[start:end]]
    while words and words[0] in ("a", "A", "I", "-") and (len(words) == 1 or not re.match(r"[=+*/^<>-]", words[1])):
        words, start = words[1:], start + 1
    while len(words) > 1 and words[0].isalnum() and not re.match(r"[-=+*/^<>≤≥±·×(]", words[1]) and len(words[0]) > 1:
        words, start = words[1:], start + 1
    while words and (words[-1] in "-" or (words[-1] == "a" and len(words) > 1 and not _OPERATOR.search(words[-2]))):
        words, end = words[:-1], end - 1
    joined = " ".join(words)
    if not any(_CORE.search(word) for word in words) or re.fullmatch(rf"[xyz]\s?=\s?{_NUMBER}", joined):
        return start, start
    if re.fullmatch(r"\d+[xs]|\d[dD]", joined) or not re.search(r"[a-zA-Z0-9\\]", joined):
        return start, start
    return start, end
