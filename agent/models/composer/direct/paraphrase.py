"""Sizes and relations told in other words, put the way the grammar reads them."""

from __future__ import annotations

import re

from agent.models.composer.direct.colors import COLORS, SHADE_WORDS

NUMBER = r"(\d+(?:\.\d+)?)"
UNITS = r"(?:\s*(?:units?|cm|squares?))?"
WIDE, HIGH = r"\s*(?:wide|broad|long|across|in width)\b", r"\s*(?:high|tall|in height)\b"
WHICH, AND = r"(?:that is |which is )?", r"\s*(?:and|by|,|x)?\s*"
BY = rf"{NUMBER}\s*(?:by|x|×)\s*{NUMBER}"
BOTH = r"with width \1 and height \2"
NEIGHBOURS = r"(?:neighbou?r(?:s|ing dots|ing points|ing ones)?|adjacent (?:dots|points|ones))\b"
THING = r"(it|them|both|(?:the|this|that|these|those|each|every|all)\s+[a-z ]{1,40}?)"
COLOR = rf"((?:(?:{'|'.join(sorted(SHADE_WORDS))}) )?(?:{'|'.join(sorted(COLORS))}))"
ENDS = r"(?=\s*(?:[,.;!]|$|and\b|then\b|while\b))"
RATHER = r"(?:much|a bit|a little|slightly|somewhat)"
SIZE = r"(?:as (?:big|large)(?: as (?:before|it was|they were))?|(?:its|their|the)(?: original)? size|bigger|larger)\b"
BEATS = r"\b((?:grow(?:s|ing)? (?:and|then) shrink|puls|pulsat|beat)\w*)"
TURNS = r"\b((?:rotat|turn|spin)\w*)"
PARAPHRASES = (
    (rf"\bmake {THING} (?:twice|double|two times|2 times) {SIZE}", r"double \1"),
    (rf"\bmake {THING} half {SIZE}", r"halve \1"),
    (rf"\bmake {THING} (?:three|3) times {SIZE}", r"triple \1"),
    (rf"\bmake {THING} {NUMBER} times {SIZE}", r"scale \1 by a factor of \2"),
    (rf"\b(?:make|turn|colou?r|paint) (?!the background){THING} {COLOR}{ENDS}", r"\1 turns \2"),
    (rf"\bmake {THING} (?:{RATHER} )?(?:bigger|larger)\b", r"enlarge \1"),
    (rf"\bmake {THING} (?:{RATHER} )?smaller\b", r"shrink \1"),
    (rf"{WHICH}{NUMBER}{UNITS}{WIDE}{AND}{NUMBER}{UNITS}{HIGH}", BOTH),
    (rf"{WHICH}{NUMBER}{UNITS}{HIGH}{AND}{NUMBER}{UNITS}{WIDE}", r"with width \2 and height \1"),
    (rf"{WHICH}{NUMBER}{UNITS}{WIDE}", r"with width \1"),
    (rf"{WHICH}{NUMBER}{UNITS}{HIGH}", r"with height \1"),
    (rf"\b(rectangle|box|ellipse|oval)\s+(?:of\s+|of size\s+)?{BY}", r"\1 with width \2 and height \3"),
    (rf"\b{BY}\s+(rectangle|ellipse|oval)\b", r"\3 with width \1 and height \2"),
    (
        r"\b(two|2) lines (?:that |which )?(?:cross|meet|intersect)(?:ing)? at (?:a )?right angles?",
        r"\1 perpendicular lines",
    ),
    (rf"{BEATS} like a (?:heart(?:beat)?|pulse|beating heart)\b", r"\1"),
    (rf"{TURNS} like (?:the|a) (?:wheel|top|coin|fan|record|windmill|propeller)\b", r"\1"),
    (rf"{TURNS} like (?:(?:the|a) clock hand|(?:the|a) hands? of a clock)\b", r"\1 clockwise"),
    (r"\bspiral (?:that is |which is )?drawn from (?:the|its) cent(?:re|er)(?: outwards?| out)?\b", r"spiral"),
    (rf"\b(connect|join|link) (?:all )?(?:the )?{NEIGHBOURS}", r"\1 them"),
)
"""As people write it → as the grammar reads it."""
SHOUTED = re.compile(r"\b([Ww]rite|[Tt]ype) ((?:[A-Z]{2,}[!?]? ?)+)(?=[,.;]|$|and\b|then\b)")
"""Words in capitals that are to be written stand for themselves."""


def paraphrased(text: str) -> str:
    """A wish with the sizes of things told as `with width 4 and height 2`; quoted parts are left as they are."""
    parts = re.split(r"(\"[^\"]*\"|'[^']*'|\$[^$]*\$)", text)
    return "".join(part if k % 2 else _reworded(part) for k, part in enumerate(parts))


def _reworded(text: str) -> str:
    text = SHOUTED.sub(lambda found: f'{found[1]} "{found[2].strip()}" ', text)
    for pattern, replacement in PARAPHRASES:
        text = re.sub(pattern, replacement, text, flags=re.IGNORECASE)
    return text
