"""Items: the tokens of a wish, joined into phrases and looked up in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from agent.models.composer.direct import fillers, formulas, nouns, verbs, words
from agent.models.composer.direct.colors import COLORS, SHADE_WORDS
from agent.models.composer.direct.tokens import Token

LONGEST = 6
"""Words of the longest phrase that is looked up."""

BEFORE_NOUN = frozenset({"det", "adj", "color", "count", "size", "number", "shade", "ordinal", "measure"})
PARTICLE_VERBS = frozenset(
    [
        "fade",
        "zoom",
        "fly",
        "scale",
        "spin",
        "slide",
        "pop",
        "line",
        "cross",
        "shrink",
        "move",
        "spread",
        "split",
        "float",
        "write",
        "flip",
        "blow",
    ]
)
PARTICLES = frozenset({"in", "out", "up", "down", "away", "apart", "off"})


@dataclass(frozen=True, slots=True)
class Item:
    """A looked-up phrase. `kind` is its role (noun, verb, color, relation, …), `value` what it means there."""

    kind: str
    value: str
    text: str
    numbers: tuple[float, ...] = ()
    raw: str = ""


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, dict[str, str]]:
    """Phrase to its possible roles: kind → value."""
    table: dict[str, dict[str, str]] = {}

    def add(kind: str, value: str, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            table.setdefault(phrase, {}).setdefault(kind, value)

    for kind, spellings in (*nouns.THINGS.items(), *nouns.PARTS.items()):
        part = "part" if kind in nouns.PARTS else "noun"
        add(part, kind, spellings.split("|"))
        add(part + "s", kind, [nouns.plural(s) for s in spellings.split("|")])
    for action, spellings in verbs.ACTIONS.items():
        add("verb", action, [form for spelling in spellings.split("|") for form in verbs.forms(spelling)])
    for kind, pairs in _tables().items():
        for phrase, value in pairs.items():
            add(kind, str(value), [phrase])
    add("different", "different", words.DIFFERENT)
    add("named", "formula", formulas.NAMED)
    add("neutral", "", [*fillers.NEUTRAL, *fillers.NEUTRAL_PHRASES])
    add("negation", "", fillers.NEGATIONS)
    return table


def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {
        "color": COLORS,
        "shade": {shade: shade for shade in SHADE_WORDS},
        "adj": words.ADJECTIVES,
        "region": words.REGIONS,
        "dir": words.DIRECTIONS,
        "turn": words.TURNS,
        "relation": words.RELATIONS,
        "formation": words.FORMATIONS,
        "order": words.ORDER,
        "manner": words.MANNER,
        "pronoun": words.PRONOUNS,
        "det": words.DETERMINERS,
        "unit": words.UNITS,
        "measure": words.MEASURES,
    }
    numeric = {"count": words.COUNTS, "ordinal": words.ORDINALS, "size": words.SIZES, "turnangle": words.ANGLE_WORDS}
    tables |= {kind: {phrase: str(value) for phrase, value in table.items()} for kind, table in numeric.items()}
    return tables


def itemize(tokens: tuple[Token, ...]) -> list[Item]:
    """Look up the longest phrases from left to right; words that are not in the vocabulary become `unknown`."""
    tokens = _particles_joined(tokens)
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        item, at = _next(tokens, at, items)
        items.append(item)
    return items


def _next(tokens: tuple[Token, ...], at: int, before: list[Item]) -> tuple[Item, int]:
    token = tokens[at]
    if token.kind == "coordinate" and not (
        before and before[-1].value in ("at", "to", "from", "on", "along", "through", "in")
    ):
        return Item("tex", token.raw, token.raw, (), token.raw), at + 1
    if token.kind != "word":
        value = token.text if token.kind in ("coordinate", "hex") else token.raw
        return Item(token.kind, value, token.text, token.numbers, token.raw), at + 1
    if len(token.raw) == 1 and token.raw.isalpha() and _is_name(token, tokens, at, before):
        return Item("name", token.raw, token.raw, (), token.raw), at + 1
    for length in range(LONGEST, 0, -1):
        span = tokens[at : at + length]
        phrase = " ".join(t.text for t in span)
        roles = vocabulary().get(phrase) if len(span) == length and all(t.kind == "word" for t in span) else None
        if roles:
            after = tokens[at + length : at + length + 3]
            kind = _role(phrase, roles, before, after)
            if kind == "verb" and phrase.startswith("plot") and not _plots_points(after):
                continue
            wrong = (
                kind == "verb" and before and before[-1].kind in BEFORE_NOUN and not phrase.split()[0].endswith("ing")
            )
            if kind and not wrong and not _cut_short(phrase, after):
                return Item(kind, roles[kind], phrase, (), " ".join(t.raw for t in span)), at + length
    return Item("unknown", token.raw, token.text, (), token.raw), at + 1


def _plots_points(after: tuple[Token, ...]) -> bool:
    """Whether "plot" is said of points: anything else that can be plotted is beyond this grammar."""
    return any(token.text in ("point", "points", "dot", "dots") or token.kind == "point" for token in after)


def _cut_short(phrase: str, after: tuple[Token, ...]) -> bool:
    """Whether "spin in" is really "spin" and "in the corner"."""
    verb, _, particle = phrase.rpartition(" ")
    follows = "det" in vocabulary().get(_word(after), {}) or "region" in vocabulary().get(_word(after), {})
    return particle in ("in", "out", "around", "along", "off") and follows and bool(verb) and verb[:3] in _IN_PLACE


_IN_PLACE = frozenset(["spi", "mov", "fly", "sli", "flo", "gli", "bou", "dro", "pop", "sta"])


def _is_name(token: Token, tokens: tuple[Token, ...], at: int, before: list[Item]) -> bool:
    if token.raw != "a" and token.raw not in "AI":
        return True
    last = before[-1] if before else None
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    if token.raw == "A":
        return bool(before) and last is not None and not (last.kind == "mark" and last.text == ".")
    far = tokens[at + 2].raw if at + 2 < len(tokens) else ""
    if after in (",", "and") and len(far) == 1 and far.isalpha():
        return True
    labelled = last is not None and (last.value == "labeled" or last.text in ("as", "labeled", "letter", "side"))
    return labelled and (after in ("and", ",", ".", "or") or at + 1 == len(tokens))


def _role(phrase: str, roles: dict[str, str], before: list[Item], after: tuple[Token, ...]) -> str:
    """The role that fits between what came before and the next words; empty when the phrase must not be taken."""
    last = before[-1].kind if before else "start"
    if len(roles) == 1:
        return next(iter(roles))
    if set(roles) == {"verb", "neutral"} and last in BEFORE_NOUN and not phrase.endswith("ing"):
        return "neutral"
    for kind, fits in _CHOICES:
        if kind in roles and fits(phrase, last, before, after):
            return kind
    order = (
        "different turnangle formation manner named verb noun part nouns parts region dir color shade adj size count"
    )
    for kind in (*order.split(), *roles):
        if kind in roles:
            return kind
    return ""


def _word(after: tuple[Token, ...], at: int = 0) -> str:
    return after[at].text if len(after) > at else "."


def _starts_object(after: tuple[Token, ...]) -> bool:
    first = after[0] if after else None
    if first is None or (len(first.raw) == 1 and first.raw.isupper()):
        return False
    roles = vocabulary().get(first.text, {})
    return (
        first.kind in ("string", "tex", "number")
        or bool({"pronoun", "det", "count"} & set(roles))
        or first.text == "with"
    )


def _names_thing(after: tuple[Token, ...]) -> bool:
    """Whether a noun follows at once or behind one adjective: "all circles", "both red dots"."""
    return any(
        {"noun", "nouns", "part", "parts"} & set(vocabulary().get(_word(after, at), {}))
        for at in range(2)
        if at == 0 or _is_adjective(_word(after))
    )


def _is_adjective(word: str) -> bool:
    return bool({"color", "adj", "size", "shade"} & set(vocabulary().get(word, {})))


def _free(last: str) -> bool:
    return last in ("start", "mark", "order", "neutral", "manner", "pronoun", "unknown", "unit")


def _is_noun_here(phrase: str, last: str, before: list[Item], after: tuple[Token, ...]) -> bool:
    return last in BEFORE_NOUN or (last == "relation" and not phrase.endswith("ing"))


def _is_verb_here(phrase: str, last: str, before: list[Item], after: tuple[Token, ...]) -> bool:
    if phrase.endswith("ing") and last in ("noun", "nouns", "part", "name", "string"):
        return True
    if _free(last) and _starts_object(after):
        return True
    return phrase == "points" and last == "noun"


_CHOICES = (
    ("pronoun", lambda p, last, b, a: p in ("each", "all", "both") and not _names_thing(a)),
    ("det", lambda p, last, b, a: p in ("each", "all", "both") and _names_thing(a)),
    (
        "unit",
        lambda p, last, b, a: (
            (last in ("number", "count") and p not in ("points",))
            or (
                p in ("a second", "one second")
                and bool(b)
                and (b[-1].text in ("for", "after", "over", "in") or b[-1].value == "wait")
            )
        ),
    ),
    (
        "measure",
        lambda p, last, b, a: (
            bool(a)
            and not (p == "sides" and _word(a, 1) in (",", "and"))
            and (a[0].kind == "number" or (_word(a) in ("of", "is", "equal") and len(a) > 1 and a[1].kind == "number"))
        ),
    ),
    ("ordinal", lambda p, last, b, a: last in ("det", "count") and p != "1"),
    ("order", lambda p, last, b, a: p in ("first", "next", "last", "finally") and last in ("start", "mark", "order")),
    (
        "part",
        lambda p, last, b, a: (
            p in ("one", "ones") and last in ("adj", "color", "ordinal", "dir", "region", "size", "turn")
        ),
    ),
    ("relation", lambda p, last, b, a: p in ("overlapping", "touching") and last not in BEFORE_NOUN),
    ("verb", lambda p, last, b, a: p == "cross" and bool(b) and b[-1].text in ("that", "which")),
    ("verb", lambda p, last, b, a: p == "point" and bool(b) and b[-1].text == "to" and _word(a) in words.DIRECTIONS),
    ("verb", lambda p, last, b, a: p == "cross" and bool(b) and b[-1].text in ("that", "which")),
    ("verb", lambda p, last, b, a: p == "point" and bool(b) and b[-1].text == "to" and _word(a) in words.DIRECTIONS),
    (
        "region",
        lambda p, last, b, a: (
            last == "relation"
            and bool(b)
            and b[-1].value != "with"
            and bool(b)
            and b[-1].value != "with"
            and _word(a) != "of"
            and p not in ("left", "right")
        ),
    ),
    ("part", lambda p, last, b, a: last == "det" and bool(b) and b[-1].value in ("its", "their") and p not in ("one",)),
    (
        "region",
        lambda p, last, b, a: last in ("det", "relation", "order", "start", "mark") and p not in ("left", "right"),
    ),
    (
        "det",
        lambda p, last, b, a: (
            p in ("one", "a", "an", "the", "this", "its", "their") and a != () and a[0].kind == "word"
        ),
    ),
    ("noun", _is_noun_here),
    ("nouns", _is_noun_here),
    ("part", _is_noun_here),
    ("parts", _is_noun_here),
    ("adj", lambda p, last, b, a: p.endswith("ed") or p in ("dotted", "diagonal")),
    ("manner", lambda p, last, b, a: " " in p),
    ("verb", _is_verb_here),
    ("noun", lambda p, *_: p not in ("center", "centre")),
    ("nouns", lambda *_: True),
    ("dir", lambda *_: True),
    ("region", lambda *_: True),
    ("relation", lambda p, last, b, a: p not in ("as", "before", "along", "around", "about") or True),
)


def _particles_joined(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "fade everything out" becomes "fade out everything": the particle is brought to its verb."""
    out = list(tokens)
    for at, token in enumerate(out):
        if token.kind != "word" or not _base(token.text):
            continue
        for far in range(at + 2, min(at + 7, len(out))):
            if out[far - 1].kind == "mark" or out[far - 1].text in ("and", "then", "to", "into", "from", "while"):
                break
            counted = out[far].text in ("up", "down") and out[far + 1 : far + 2] and out[far + 1].kind == "number"
            if (
                out[far].text in PARTICLES
                and not counted
                and _closes(out[far + 1 : far + 2])
                and out[at + 1].text not in PARTICLES
            ):
                out.insert(at + 1, out.pop(far))
                break
    return tuple(out)


@lru_cache(maxsize=512)
def _base(word: str) -> str:
    return next((base for base in PARTICLE_VERBS if word in verbs.forms(base)), "")


def _closes(after: list[Token]) -> bool:
    if not after or after[0].kind in ("mark", "number"):
        return True
    roles = vocabulary().get(after[0].text, {})
    closing = {"order", "manner"} & set(roles) or after[0].text in (
        "over",
        "for",
        "after",
        "by",
        "from",
        "on",
        "to",
        "with",
    )
    return bool(closing)
