"""What can be told of a video from its scene reports: texts, formulas, kinds of objects, events."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from core.report import Box, SceneReport
from core.signs import SIGNS
from eval.scores.drawn import DRAWN, is_turned
from layout.stage import stages

_LOOSE = re.compile(
    r"\\(left|right|displaystyle|big|Big|quad|qquad|mathrm|text|operatorname|mathbf)\b|\\[,;:! ]|[\s{}&$]"
)
_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_SIGNS = str.maketrans(SIGNS)
_WORD = re.compile(r"[^\W_]+")
FAR = 0.15
"""Units from which a viewer notices that something moved, or grew."""


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, Any]:
    """Words for objects and events, and what manim calls them."""
    return json.loads(Path(__file__).with_name("vocabulary.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Sights:
    """All scenes of one video, and the code behind it."""

    reports: tuple[SceneReport, ...]
    code: str = ""

    @cached_property
    def boxes(self) -> list[Box]:
        return [box for report in self.reports for moment in report.moments for box in moment.boxes]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Everything to be read, each once, as it appears."""
        return tuple(dict.fromkeys(" ".join(box.text.split()) for box in self.boxes if box.is_text and box.text))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Classes that were seen; also those that the code builds to transform others into, which keep their class."""
        seen = {name for box in self.boxes for name in (box.kind, *box.parents)}
        for name, is_drawn in DRAWN.items():
            if any(is_drawn(moment.boxes) for report in self.reports for moment in report.moments):
                seen.add(name)
        transformed = self.animations & set(vocabulary()["events"]["transform"]["animations"])
        built = set(re.findall(r"\b([A-Z]\w+)\(", self.code)) if transformed else set[str]()
        return frozenset(seen | built)

    @cached_property
    def animations(self) -> frozenset[str]:
        return frozenset(name for report in self.reports for moment in report.moments for name in moment.animations)

    def has_text(self, wanted: str) -> bool:
        """Whether a text holds these words, or one moment shows them all."""
        words = _words(wanted)
        if not words:
            return self.has_formula(wanted)
        if any(f" {' '.join(words)} " in f" {' '.join(_words(text))} " for text in self.texts):
            return True
        return any(set(words) <= shown for shown in self._moments)

    def has_formula(self, wanted: str) -> bool:
        """Whether it is part of a formula or text, up to how it is spaced and grouped."""
        plain = plain_tex(wanted)
        if plain.isalpha() and len(plain) == 1:
            return any(re.search(rf"(?<![A-Za-z\\]){plain}(?![A-Za-z])", text) for text in self.texts)
        return any(plain in plain_tex(text) for text in self.texts)

    def has_object(self, wanted: str) -> bool:
        """Whether something of that kind was seen."""
        kinds = vocabulary()["objects"].get(wanted.lower(), [wanted])
        return bool(self.kinds & set(kinds))

    def has_event(self, wanted: str) -> bool:
        """Whether it was animated under that name, or could be seen to happen."""
        known = vocabulary()["events"].get(wanted.lower())
        if known is None:
            return wanted in self.animations
        return bool(self.animations & set(known["animations"])) or self._seen(known["seen"])

    def _seen(self, what: str) -> bool:
        look = OBSERVED.get(what)
        return look is not None and any(look(report) for report in self.reports)

    @cached_property
    def _moments(self) -> list[set[str]]:
        return [
            {word for box in moment.boxes for word in _words(box.text)}
            for report in self.reports
            for moment in report.moments
        ]


def plain_tex(text: str) -> str:
    """A formula without what does not change its meaning."""
    text = text.translate(_SIGNS)
    for _ in range(3):
        text = _FRACTION.sub(r"\1/\2", text)
    return _LOOSE.sub("", text)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _changes(report: SceneReport) -> Iterator[tuple[Box, Box]]:
    """The same thing before and after an animation."""
    for before, after in pairwise(report.moments):
        old = {box.key: box for box in before.boxes}
        yield from ((old[box.key], box) for box in after.boxes if box.key in old)


def _is_moved(report: SceneReport) -> bool:
    return any(
        abs(a.left + a.right - b.left - b.right) > 2 * FAR or abs(a.top + a.bottom - b.top - b.bottom) > 2 * FAR
        for a, b in _changes(report)
    )


def _is_resized(report: SceneReport) -> bool:
    return any(max(abs(a.width - b.width), abs(a.height - b.height)) > FAR for a, b in _changes(report))


def _is_turned(report: SceneReport) -> bool:
    return any(is_turned(a, b) for a, b in _changes(report))


def _is_recoloured(report: SceneReport) -> bool:
    return any(a.color != b.color or a.fill_color != b.fill_color for a, b in _changes(report))


def _is_rewritten(report: SceneReport) -> bool:
    return any(a.text != b.text for a, b in _changes(report) if a.is_text)


def _keys(report: SceneReport) -> list[set[int]]:
    return [{box.key for box in moment.boxes} for moment in report.moments]


OBSERVED: dict[str, Callable[[SceneReport], bool]] = {
    "new": lambda report: any(_keys(report)),
    "gone": lambda report: any(before - after for before, after in pairwise(_keys(report))),
    "moved": _is_moved,
    "resized": _is_resized,
    "turned": _is_turned,
    "recoloured": _is_recoloured,
    "rewritten": _is_rewritten,
    "camera": lambda report: any(stage.away for stage in stages(report)),
}
"""What a change of the boxes shows, whatever the animation was called."""
