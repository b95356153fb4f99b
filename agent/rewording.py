"""A wish and what is said about its video, as wishes in other words: the likeliest meaning first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.models.composer.direct.colors import COLORS
from agent.models.composer.language import NUMBER_WORDS
from agent.models.composer.symbolic.reading import Equation, Expression

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
    r"^(?:use|take|with|show|try|have|make it(?=\s+\d)|do it with|give it|let it have|set)\s+(?P<what>.+?)[.!]*$", re.I
)
BESIDE = re.compile(
    r"^(?:also\s+)?(?:add|plot|draw|show|put)\s+(?P<what>.+?)\s+(?:in|on|to|into)\s+"
    r"(?:the same|this)\s+(?:plot|graph|axes|picture|diagram|figure)[.!]*$",
    re.I,
)
WRITTEN = re.compile(
    r"^(?:please\s+)?(?:also\s+|then\s+)?(?:add|append|put|write)\s+(?:an?\s+|the\s+)?"
    r"(?:formula|equation|text|title|label|caption|words?|sentence)\b",
    re.I,
)
IT = re.compile(r"^(?:it|this|that|the (?:function|formula|equation|graph|curve|plot))$", re.I)
INSTEAD = re.compile(r"\b(?:instead|rather)\b", re.I)
ADDS = re.compile(r"\b(?:also|add|too|and|then)\b", re.I)
COUNT = rf"\d+(?:\.\d+)?|\b(?:{'|'.join(word for word in NUMBER_WORDS if word != 'one')})\b"
NUMBER = re.compile(rf"(?P<number>{COUNT})\s+(?P<noun>[a-z]+)", re.I)
SPELT = re.compile(rf"^(?:(?:make it|use|with|try|take)\s+)?(?P<number>{COUNT})[.!]*$", re.I)
OF_IT = re.compile(
    r"\b(?:its|the)\s+(?:(?:first|second|third|definite|indefinite)\s+)?(?:derivative|antiderivative|integral|"
    r"tangent(?: line)?|inverse|taylor (?:series|polynomials?)|slope|area under (?:it|the curve)|roots|zeros|limit)\b",
    re.I,
)


def rewordings(wish: str, message: str) -> Iterator[str]:
    """Wishes that may be what is meant now."""
    said = POLITE.sub("", " ".join(message.split())).strip()
    wish = wish.strip().rstrip(".!")
    for reading in (_painted, _beside, _replaced, _swapped, _counted, _formula):
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


def about(wish: str, message: str) -> str:
    """The message as a wish of its own: “show the derivative” means that of the only formula of the wish."""
    formulas = _formulas(wish)
    if len(formulas) != 1 or not OF_IT.search(message) or _formulas(message):
        return message
    return OF_IT.sub(lambda found: f"{found[0]} of {formulas[0]}", message, count=1)


def is_beside(message: str) -> bool:
    """Whether what is added belongs into the same picture."""
    return bool(BESIDE.match(message.strip()) or WRITTEN.match(message.strip()))


def _painted(wish: str, said: str) -> str:
    """“make the circle red”: a red circle from the start."""
    found = PAINTED.match(said)
    if not found or found["how"].lower() not in COLORS:
        return ""
    colours = "|".join(map(re.escape, COLORS))
    thing = re.compile(rf"\b(?:(?:{colours})\s+)?({re.escape(found['thing'].strip())})\b", re.I)
    return thing.sub(lambda match: f"{found['how']} {match[1]}", wish, count=1)


def _beside(wish: str, said: str) -> str:
    """“add cos x in the same plot”."""
    found = BESIDE.match(said)
    return f"{wish} and {found['what']}" if found else ""


def _replaced(wish: str, said: str) -> str:
    """“change the square to a triangle”, “change it to cos x”."""
    found = REPLACED.match(said)
    if found and IT.match(found["old"]):
        return _formula(wish, found["new"]) or _counted(wish, found["new"])
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
    """“8 bars” where the wish says 5 bars, or five red ones; a number alone takes the place of the only one."""
    found = NUMBER.search(said)
    if found:
        same = re.compile(rf"(?:{COUNT})(?=\s+(?:[a-z]+\s+)?{re.escape(found['noun'])}\b)", re.I)
        return same.sub(found["number"], wish) if same.search(wish) else ""
    if _formulas(said) or _formulas(wish):
        return ""  # the number is a part of something
    spelt = SPELT.match(said)
    alone = [spelt["number"]] if spelt else re.findall(r"\d+(?:\.\d+)?", said)
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
    """The formulas of a text as they are written there, more than numbers."""
    return [found for found in _read(text) if found in text]


def _read(text: str) -> list[str]:
    """What the reader of mathematics takes for formulas, the widest only."""
    from agent.models.composer.symbolic.mathtext import read

    reading = read(text)
    spans = [each.span for each in (*reading.expressions, *reading.equations) if _is_telling(each)]
    wide = [(a, b) for a, b in spans if not any((c, d) != (a, b) and c <= a and b <= d for c, d in spans)]
    return [reading.plain[start:end].strip() for start, end in dict.fromkeys(wide)]


def _is_telling(part: Expression | Equation) -> bool:
    if isinstance(part, Equation):
        return bool(part.symbols) and not part.gives_a_value
    return bool(part.sympy.free_symbols) and not part.weak


def _exchanged(wish: str, old: str, new: str) -> str:
    """The wish with `old` replaced where it stands, articles aside."""
    plain = re.sub(r"^(?:an?|the)\s+", "", old.strip(), flags=re.I)
    fresh = re.sub(r"^(?:an?|the)\s+", "", new.strip(), flags=re.I)
    found = re.search(rf"\b(?P<thing>{re.escape(plain)})(?!\w)", wish, re.I)
    if not found:
        return ""
    start, end = found.span("thing")
    return wish[:start] + fresh + wish[end:]
