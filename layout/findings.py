"""Findings: what a viewer would object to, read off a scene report. Public entry: `check`.

Looked at after every animation, when things are at rest. Parts of one composed mobject count once. In three dimensions
only texts are looked at, since boxes of what lies in space say little about what is seen.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from core.finding import Finding, FindingKind
from core.report import Box, SceneReport
from layout.geometry import FRAME, Rect, apart, covered_share, intersection, likeness, overhang, rect, share, union
from layout.reading import PALE, covering, crossing, is_tiny, letter_height
from layout.stage import PLANES, SEEN, Stage, first_seen, stages, subject

MARGIN = 0.02
"""Overhang of a text, in units, that nobody sees."""
SHAPE_MARGIN = 0.06
"""The same for shapes: about half a stroke."""
SAME_PLACE = 0.22
"""Likeness from which a new text takes the place of an old one, rather than touching it."""
AXES = frozenset({"Axes", "BarChart", "Table", "MathTable", "IntegerTable", "DecimalTable", "MobjectTable"})
"""Composed mobjects that need their place to themselves."""


def check(report: SceneReport) -> tuple[Finding, ...]:
    """Findings of a scene in the order of their moments; each thing or pair of things is reported once."""
    dull = _dull(report)
    if dull:
        return (dull,)
    look = _Look(report)
    seen: dict[tuple[object, ...], Finding] = {}
    for stage in look.stages:
        for about, finding in look.at(stage):
            seen.setdefault((finding.kind, *about), finding)
    return tuple(seen.values())


class _Look:
    """One look through a scene."""

    def __init__(self, report: SceneReport) -> None:
        self.report = report
        self.stages = stages(report)
        self.born = first_seen(report)
        boxes = [box for moment in report.moments for box in moment.boxes]
        self._shown = {box.key for box in boxes if not apart(rect(box))}
        self._readable = self._ever_readable()

    def at(self, stage: Stage) -> Iterator[tuple[tuple[object, ...], Finding]]:
        """What is wrong at one moment, and which things each finding is about."""
        for box in (*stage.texts, *stage.shapes):
            yield from self._off_frame(stage, box)
        for place, one in enumerate(stage.texts):
            yield from self._reading(stage, one)
            for other in stage.texts[place + 1 :]:
                yield from self._overlap(stage, one, other)
        if not self.report.three_d:
            yield from self._double_axes(stage)

    def _off_frame(self, stage: Stage, box: Box) -> Iterator[tuple[tuple[object, ...], Finding]]:
        if stage.away or PLANES & {box.kind, *box.parents}:
            return
        if not box.is_text and (self.report.three_d or _may_leave(stage, box)):
            return
        over = overhang(rect(box))
        if over <= (MARGIN if box.is_text else SHAPE_MARGIN):
            return
        if apart(rect(box)):
            if box.key not in self._shown and apart(stage.whole(box)):
                yield _found("off_frame", f"{_name(box)} is outside the frame", stage, box, size=over)
            return
        yield _found("off_frame", f"{_name(box)} leaves the frame by {over:.2f}", stage, box, size=over)

    def _reading(self, stage: Stage, text: Box) -> Iterator[tuple[tuple[object, ...], Finding]]:
        if is_tiny(text) and not stage.away:
            size = letter_height(text)
            yield _found("tiny_text", f"{_name(text)} is too small to read", stage, text, size=size)
        if self.report.three_d:
            return
        if text.key not in self._readable:
            ratio = stage.text_contrast(text)
            words = f"{_name(text)} hardly stands out from what is behind it (contrast {ratio:.1f})"
            yield _found("low_contrast", words, stage, text, size=ratio)
        hidden = dict(covering(stage, text))
        for shape, part in hidden.items():
            if part < 0.98 or text.key not in self._uncovered:
                yield _found("covered", f"{_name(shape)} covers {_name(text)}", stage, text, shape, size=part)
        for shape in crossing(stage, text):
            if shape not in hidden:
                words = f"{_name(shape)} runs through {_name(text)}"
                yield _found("crossed", words, stage, text, shape, size=rect(text).width)

    def _overlap(self, stage: Stage, one: Box, other: Box) -> Iterator[tuple[tuple[object, ...], Finding]]:
        if not (stage.changed(one) or stage.changed(other)):
            return  # looked at in an earlier moment
        if min(one.opacity, other.opacity) < 0.2 or not _collide(one, other) or _are_twins(one, other):
            return
        if _is_screened(stage, one, other):
            return
        old, new = sorted((one, other), key=lambda box: (self.born[box.key], stage.changed(box)))
        area = intersection(rect(one), rect(other)).area
        arrived = self.born[old.key] < self.born[new.key] == stage.place
        if arrived and likeness(rect(old), rect(new)) > SAME_PLACE:
            yield _found("left_over", f"{_name(old)} is still there under {_name(new)}", stage, old, new, size=area)
            return
        if stage.changed(old) and not stage.changed(new):  # the older one came over the newer one
            old, new = new, old
        yield _found("overlap", f"{_name(new)} overlaps {_name(old)}", stage, new, old, size=area)

    def _double_axes(self, stage: Stage) -> Iterator[tuple[tuple[object, ...], Finding]]:
        """Axes, charts and tables that stay where the next one is drawn."""
        groups: dict[tuple[object, ...], list[Box]] = {}
        for box in stage.shapes:
            if box.parents and box.parents[0] in AXES and box.line:
                groups.setdefault(subject(box), []).append(box)
        known = sorted(groups.values(), key=lambda boxes: self.born[boxes[0].key])
        for place, old in enumerate(known):
            for new in known[place + 1 :]:
                before, after = union(map(rect, old)), union(map(rect, new))
                same = share(before, after) > 0.97 and abs(before.area - after.area) < 0.05 * before.area
                if self.born[old[0].key] < self.born[new[0].key] and share(before, after) > 0.3 and not same:
                    words = f"{old[0].parents[0]} is still there under {new[0].parents[0]}"
                    yield _found("left_over", words, stage, old[0], new[0], size=intersection(before, after).area)

    def _ever_readable(self) -> set[int]:
        """Texts that stand out well at one moment at least: paling later is a choice."""
        found: set[int] = set()
        for stage in self.stages:
            found |= {text.key for text in stage.texts if text.key not in found and stage.text_contrast(text) >= PALE}
        return found

    @cached_property
    def _uncovered(self) -> set[int]:
        """Texts that are in full view at some moment."""
        return {
            text.key
            for stage in self.stages
            for text in stage.texts
            if not any(part >= 0.98 for _, part in covering(stage, text))
        }


def _dull(report: SceneReport) -> Finding | None:
    """A scene with nothing to see, or in which nothing moves."""
    if not report.moments:
        return Finding("empty", "nothing is played", 0)
    if not any(box.opacity > SEEN for moment in report.moments for box in moment.boxes):
        return Finding("empty", "there is nothing to see", 0)
    moves = {name for moment in report.moments for name in moment.animations} - {"Wait"}
    stills = {moment.boxes for moment in report.moments}
    return None if moves or len(stills) > 1 else Finding("static", "nothing moves", 0, report.moments[0].line)


def _may_leave(stage: Stage, box: Box) -> bool:
    """Grounds, lines that cross the whole frame, and what lies on a plane that fills it."""
    if stage.has_plane or (AXES | {"NumberLine"}) & {box.kind, *box.parents}:
        return stage.has_plane
    whole = stage.whole(box) if "Dash" in "".join(box.parents) else rect(box)
    wide = whole.left <= FRAME.left + 0.05 and whole.right >= FRAME.right - 0.05
    high = whole.bottom <= FRAME.bottom + 0.05 and whole.top >= FRAME.top - 0.05
    return (wide and high) or ((wide or high) and box.fill_opacity < 0.1)


def _collide(one: Box, other: Box) -> bool:
    both = intersection(_tight(one), _tight(other))
    return both.width > 0.03 and both.height > 0.03 and share(rect(one), rect(other)) > 0.03


def _tight(box: Box) -> Rect:
    return rect(box).grown(-min(0.03, 0.1 * box.width), -min(0.03, 0.1 * box.height))


def _are_twins(one: Box, other: Box) -> bool:
    """The same text at the same place twice: nobody can tell."""
    sides = ("left", "right", "bottom", "top")
    return one.text == other.text and all(abs(getattr(one, s) - getattr(other, s)) < 0.05 for s in sides)


def _is_screened(stage: Stage, one: Box, other: Box) -> bool:
    """Whether something opaque lies between two texts, so that the lower one does not show through."""
    low, high = (one, other) if stage.above(other, one) else (other, one)
    both = intersection(rect(one), rect(other))
    return any(
        patch.fill_opacity >= 0.5
        and stage.above(patch, low)
        and stage.above(high, patch)
        and covered_share(both, patch.path) > 0.8
        for patch in stage.shapes
    )


def _name(box: Box) -> str:
    """What a viewer would call it: the text itself, or the kind with what it belongs to."""
    if box.text:
        words = " ".join(box.text.split())
        return f"{box.kind} “{words[:40]}{'…' if len(words) > 40 else ''}”"
    outer = next((name for name in box.parents if name != "VGroup"), "")
    return f"{box.kind} of {outer}" if outer else box.kind


def _found(
    kind: FindingKind, message: str, stage: Stage, first: Box, second: Box | None = None, *, size: float
) -> tuple[tuple[object, ...], Finding]:
    """A finding and what it is about: the same things are not reported twice."""
    keys = (first.key,) if second is None else (first.key, second.key)
    about = subject(first) if second is None else (*_pair_subject(first), *_pair_subject(second))
    return about, Finding(kind, message, stage.moment.index, first.line, round(size, 4), keys)


def _pair_subject(box: Box) -> tuple[object, ...]:
    """Texts count one by one, parts of a composed shape together."""
    return (box.key,) if box.is_text and not box.parents else subject(box)
