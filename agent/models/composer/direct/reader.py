"""Reading a wish: how much of it the grammar understands, and the program it asks for."""

from __future__ import annotations

from dataclasses import dataclass

from agent.models.composer.direct.clauses import read_clauses
from agent.models.composer.direct.interpreter import interpret
from agent.models.composer.direct.items import Item, itemize
from agent.models.composer.direct.paraphrase import paraphrased
from agent.models.composer.direct.program import Program
from agent.models.composer.direct.tokens import tokenize

WEIGHTS = {"noun": 1.0, "nouns": 1.0, "part": 1.0, "parts": 1.0, "verb": 1.0, "string": 1.0, "tex": 1.0,
    "named": 1.0, "point": 0.7,
           "color": 0.5, "hex": 0.5, "number": 0.5, "dims": 0.7, "region": 0.5, "dir": 0.5, "formation": 0.7,
           "manner": 0.4, "different": 0.5,
           "coordinate": 0.7, "names": 0.5, "name": 0.8, "pronoun": 0.3, "size": 0.3, "adj": 0.4, "count": 0.4,
           "unit": 0.2, "turn": 0.4,
           "measure": 0.5, "ordinal": 0.3, "turnangle": 0.5}  # fmt: skip
UNKNOWN_WEIGHT = 2.0
NEGATION_WEIGHT = 2.0
BARE_FORMULA = 0.75
"""Most coverage of a wish that is only a formula or a name: it may want an explanation, not the formula written."""
"""A word that is not understood counts twice: it is usually the one that matters."""


@dataclass(frozen=True)
class Reading:
    """What the grammar made of a wish. `coverage` is 0 to 1, the weighted share of its words that were understood."""

    text: str
    program: Program
    coverage: float
    unread: tuple[str, ...]
    objects: int


def read(text: str) -> Reading | None:
    """Read a wish; None when it names nothing that can be drawn."""
    items = itemize(tokenize(paraphrased(text)))
    if not any(item.kind in ("noun", "nouns", "string", "tex", "named") or item.value == "count" for item in items):
        return None
    clauses, used = read_clauses(items)
    program = interpret(clauses)
    if not program.things:
        return None
    coverage, unread = _coverage(items, used, program.doubts)
    if not any(item.kind == "verb" for item in items) and all(t.kind == "formula" for t in program.things):
        coverage = min(coverage, BARE_FORMULA)
    return Reading(text, program, coverage, unread, len(program.things))


def _coverage(items: list[Item], used: set[int], doubts: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    understood = missed = 0.0
    unread: list[str] = []
    for index, item in enumerate(items):
        if item.kind == "negation" and index not in used:
            missed += NEGATION_WEIGHT
            unread.append(item.text)
        elif index in used:
            understood += WEIGHTS.get(item.kind, 0.0)
        elif item.kind == "unknown":
            missed += UNKNOWN_WEIGHT
            unread.append(item.text)
        elif WEIGHTS.get(item.kind, 0.0) > 0:
            missed += 1.5 * WEIGHTS[item.kind]
            unread.append(item.text)
    missed += UNKNOWN_WEIGHT * len(doubts)
    unread.extend(doubts)
    total = understood + missed
    return (understood / total if total else 0.0), tuple(unread)
