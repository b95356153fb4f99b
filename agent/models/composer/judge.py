"""The judge: lets the three readers of a wish compete, and turns the winner into a storyboard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from agent.models.composer.draft import Draft
from agent.models.composer.language import content, tokens
from agent.models.composer.slots import fill
from agent.models.composer.stored import stored_match
from agent.models.composer.strange import of_a_function, strange
from agent.models.composer.topics import TopicMatch, topics
from agent.models.composer.typos import corrected
from components_cache.catalogue import catalogue
from components_cache.store.opening import is_empty
from core.errors import Unsupported
from core.storyboard import ActCall, ScenePlan, Storyboard

THRESHOLD = 0.5
"""Confidence under which a topic or formula is not shown. Measured by eval/bench/matching.py; see docs/log.md."""
DIRECT_THRESHOLD = 0.8
"""Share of a drawing wish that the grammar must have understood."""
SURE = 0.95
"""Confidence above which no other reader is asked."""
BARE_SHAPE, BARE_WRITTEN = 0.8, 0.7
"""What a wish that only names a shape, or a formula, is worth as a drawing: it may mean the topic behind it."""
DRAWING_VERBS = frozenset({"draw", "create", "animate", "make", "write", "sketch", "grow"})
WRITTEN = ("formula", "text", "number")
STRANGE_NUMBER, STRANGE_FORMULA = 0.7, 0.45
"""What each number, and each formula, matrix or list, of a wish that a topic does not show leaves of its confidence."""
UNDRAWN = frozenset({"area", "distance", "midpoint", "perimeter", "derivative", "integral", "determinant", "slope"})
"""Words that ask for more than a drawing."""
UNDRAWN_COST = 0.6
NEAREST = 4
NEAR = 0.3
"""Least cosine at which the nearest topics are likely what was meant; below it, topics of every area are named too."""

MATHEMATICS = re.compile(r"[\d+=^\[({]")
PARTS = re.compile(r"\s*(?:;|\.\s+(?=[A-Z])|,?\s+(?:and\s+)?then\s+)\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of understanding the whole wish."""

    plan: ScenePlan
    confidence: float


def judge(text: str) -> Storyboard:
    """The storyboard of the surest reading of a wish.

    Raises `Unsupported`, with the nearest topics, when no reading is sure enough.
    """
    text = corrected(text)
    best = _best(text)
    parts = _parts(text) or _stored_parts(text, best) if best is None or best.confidence < SURE else None
    if parts:
        return parts
    if best is None and not _pieces(text)[1:]:
        best = _stored(text)
    if best is None:
        raise _unsupported(text)
    return Storyboard(best.plan.title, (best.plan,), best.confidence)


def _best(text: str) -> Reading | None:
    """Cheapest reader first: the embedder, slow to load, is only asked when the others are not sure."""
    named = topics().named(text)
    if named and not MATHEMATICS.search(text) and not of_a_function(named):
        return _topic(text)
    if topics().is_missing(text):
        return None  # though its words may name shapes: a red-black tree is no tree in red and black
    topic = cache(lambda: _topic(text))  # asked at most once
    readings: list[Reading] = []
    for read in (_symbolic, _direct, lambda _: topic()):
        reading = read(text)
        readings += [reading] if reading else []
        if reading and reading.confidence >= SURE:
            break
        if reading and read is _symbolic and _acts(reading) & _acts(topic()):
            break  # the same act, but with the mathematics of the wish
    return max(readings, key=lambda reading: reading.confidence, default=None)


def _acts(reading: Reading | None) -> frozenset[str]:
    return frozenset(call.component for call in reading.plan.calls) if reading else frozenset()


def _direct(text: str) -> Reading | None:
    from agent.models.composer.direct.reader import read

    reading = read(text)
    if reading is None or reading.coverage < DIRECT_THRESHOLD or not reading.objects:
        return None
    written = all(thing.kind in WRITTEN for thing in reading.program.things)
    moved = any(action.verb != "enter" for step in reading.program.steps for action in step.actions)
    asked = DRAWING_VERBS & set(tokens(text))
    weight = 1.0 if moved or (asked and not written) else BARE_WRITTEN if written else BARE_SHAPE
    if weight == BARE_SHAPE and UNDRAWN & set(tokens(text)):
        weight *= UNDRAWN_COST
    return Reading(ScenePlan(_headline(text), text, "direct"), weight * reading.coverage)


def _headline(text: str, most: int = 60) -> str:
    """The wish itself as a title, cut at a word."""
    line = " ".join(text.split())
    cut = line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
    return cut[:1].upper() + cut[1:]


def _symbolic(text: str) -> Reading | None:
    from agent.models.composer.symbolic.match import match

    draft = match(text)
    if draft is None or draft.confidence < THRESHOLD:
        return None
    return Reading(_plan(draft), draft.confidence)


def _plan(draft: Draft) -> ScenePlan:
    return ScenePlan(draft.title, draft.brief, "act", draft.calls)


def _topic(text: str) -> Reading | None:
    readings = [_topic_reading(match, text) for match in topics().match(text, most=3)]
    best = max(readings, key=lambda reading: reading.confidence, default=None)
    return best if best and best.confidence >= THRESHOLD else None


def _topic_reading(match: TopicMatch, text: str, called: str = "") -> Reading:
    """A match with its slots filled; everything that it can neither take nor shows makes it less likely."""
    filled = fill(match.component, text)
    numbers, formulas = strange(match.component, filled, text)
    brief = " ".join([match.component.summary, *filled.notes])
    call = ActCall(called or match.component.name, filled.arguments)
    plan = ScenePlan(match.component.title, brief, "act", (call,))
    cost = STRANGE_NUMBER ** min(3, len(numbers)) * STRANGE_FORMULA ** min(2, len(formulas))
    return Reading(plan, match.confidence * cost)


def _stored(text: str) -> Reading | None:
    """An act that was taken from an earlier scene; only asked where the library has nothing."""
    match = stored_match(text)
    reading = _topic_reading(match, text, match.component.module) if match else None
    return reading if reading and reading.confidence >= THRESHOLD else None


def _stored_parts(text: str, best: Reading | None) -> Storyboard | None:
    """The same with stored acts for parts that nobody else can show; what was understood of the whole stays in it."""
    if is_empty() or (best and best.plan.kind != "act"):
        return None
    board = _parts(text, stored=True)
    shown = {call.component for scene in board.scenes for call in scene.calls} if board else set[str]()
    return board if board and _acts(best) <= shown else None


def _parts(text: str, *, stored: bool = False) -> Storyboard | None:
    """A storyboard of several acts, when each part of the wish means a topic of its own; also stored acts if asked."""
    pieces = _pieces(text)
    if len(pieces) < 2:
        return None
    readings = (_symbolic(piece) or _topic(piece) or (_stored(piece) if stored else None) for piece in pieces)
    plans = [reading.plan for reading in readings if reading]
    if len(plans) < len(pieces) or len({plan.calls[0].component for plan in plans}) < len(plans):
        return None
    return Storyboard(", then ".join(plan.title for plan in plans), tuple(plans), THRESHOLD)


def _pieces(text: str) -> list[str]:
    """The parts of a wish that say something."""
    return [piece for piece in PARTS.split(text) if content(piece)]


def _unsupported(text: str) -> Unsupported:
    matches = topics().match(text, most=NEAREST)
    near = any(match.evidence.nearest >= NEAR for match in matches)
    hint = "ask for one of the nearest topics" if near else f"it can show, for instance: {_samples()}"
    return Unsupported(
        "the embedded composer has nothing that shows this",
        nearest=tuple(match.component.title for match in matches),
        advice=f"{hint}; or set TULKU_MODEL to any litellm model (openai/gpt-4o, ollama/qwen3, …) and its key",
    )


def _samples() -> str:
    """One topic of each area of the library, for somebody whose wish is near nothing."""
    areas: dict[str, str] = {}
    for component in catalogue().values():
        if component.kind == "act":
            areas.setdefault(component.module.split(".")[2], component.title)
    return ", ".join(areas.values())
