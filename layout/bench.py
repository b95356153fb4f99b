"""Where things can go: a scene's boxes with the shifts decided so far, and the search for free places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.finding import Finding
from core.report import Box, SceneReport
from layout.geometry import SAFE, Point, Rect, covered_share, intersection, rect, runs_through, union
from layout.reading import OPAQUE, core_of
from layout.source import Origin, Source
from layout.stage import Stage, stages

GAP = 0.12
"""Units left free around a text that is moved."""


@dataclass(frozen=True)
class Target:
    """What one statement put on the stage: its boxes at a moment and their bounds."""

    box: Box
    boxes: tuple[Box, ...]
    bounds: Rect
    origin: Origin

    @property
    def single(self) -> bool:
        return len(self.boxes) == 1

    @property
    def texts_only(self) -> bool:
        return all(box.is_text for box in self.boxes)


class Bench:
    """The scene that is being mended."""

    def __init__(self, source: Source, report: SceneReport) -> None:
        self.source = source
        self.report = report
        self.stages = stages(report)
        self.faded: set[str] = set()
        self._moved: dict[int, tuple[Rect, Rect]] = {}
        self._touched: set[str] = set()

    def stage(self, finding: Finding) -> Stage | None:
        """The moment of a finding, unless the camera is elsewhere then and places mean nothing."""
        found = next((stage for stage in self.stages if stage.moment.index == finding.moment), None)
        return None if found is None or found.away else found

    def boxes(self, stage: Stage, finding: Finding) -> list[Box]:
        """The boxes a finding is about, in its order."""
        known = {box.key: box for box in stage.moment.boxes}
        return [known[key] for key in finding.keys if key in known]

    def target(self, stage: Stage, box: Box) -> Target | None:
        """What stands at the box's line in the source; None where that cannot be edited."""
        origin = self.source.origin(box.line)
        if origin is None:
            return None
        first, last = self.source.lines(origin.statement)
        whole = tuple(b for b in stage.moment.boxes if first <= b.line <= last) if origin.name else (box,)
        whole = (box,) if origin.looped and self._made(first, last) > 1 else whole
        return Target(box, whole, union(self.place(b) for b in whole), origin)

    def repeated(self, target: Target) -> bool:
        """Whether the statement makes several things, one a run, so that a shift would move all of them."""
        first, last = self.source.lines(target.origin.statement)
        return target.origin.looped and self._made(first, last) > 1

    def _made(self, first: int, last: int) -> int:
        """How many boxes come from these lines of the source, over the whole scene."""
        return len({b.key for s in self.stages for b in s.moment.boxes if first <= b.line <= last})

    def place(self, box: Box) -> Rect:
        """Where a box will be, with the moves decided so far."""
        now = rect(box)
        before, after = self._moved.get(box.key, (now, now))
        return after if _near(before, now) else now

    def stale(self, target: Target) -> bool:
        """Whether something was moved that this target is placed by, so that only a new probe can tell where it is."""
        if not self._touched:
            return False
        placing = self.source.placing(target.origin)
        return any(self.source.uses(name, node) for name in self._touched - {target.origin.name} for node in placing)

    def enclosed(self, stage: Stage, text: Box) -> bool:
        """Whether a text is the label inside a closed shape, where it must stay."""
        spot = rect(text)
        return any(
            len(shape.path) > 2
            and rect(shape).contains(spot)
            and shape.width * shape.height < 12 * max(spot.area, 0.3)
            and covered_share(spot, shape.path) > 0.95
            for shape in stage.shapes
        )

    def note_move(self, target: Target, bounds: Rect) -> None:
        """Remember that a target will be at `bounds`."""
        self._touched.add(target.origin.name)
        old = target.bounds
        factor = bounds.width / old.width if old.width else 1.0
        for box in target.boxes:
            was = self.place(box)
            x, y = bounds.left + (was.left - old.left) * factor, bounds.bottom + (was.bottom - old.bottom) * factor
            self._moved[box.key] = (rect(box), Rect(x, y, x + was.width * factor, y + was.height * factor))

    def clear(self, target: Target, bounds: Rect, *, roomy: bool = False) -> bool:
        """Whether a text may be at `bounds` whenever it is where it is now: inside the frame, nothing on it.

        `roomy` asks for a little room between it and any line.
        """
        return SAFE.contains(bounds, 0.05) and all(
            not any(self._in_the_way(stage, target, bounds, roomy=roomy)) for stage in self._same(target)
        )

    def free_shift(self, target: Target, bounds: Rect, most: float) -> Point | None:
        """The shortest shift of `bounds`, at most `most` units, to a free place; None if there is none."""
        ways = [(0.1 * step, turn) for step in range(1, int(most / 0.1) + 1) for turn in _DIRECTIONS]
        shifts = [(length * math.cos(turn), length * math.sin(turn)) for length, turn in ways]
        for roomy in (True, False):
            for dx, dy in shifts:
                if self.clear(target, bounds.shifted(dx, dy), roomy=roomy):
                    return dx, dy
        return None

    def independent(self, stage: Stage, target: Target) -> Iterator[Box]:
        """Boxes that share the target's place but were put there on their own: they would be left behind."""
        own = {box.key for box in target.boxes}
        for box in stage.moment.boxes:
            if box.key in own or intersection(self.place(box).grown(0.05), target.bounds).area <= 0:
                continue
            statement = self.source.statement_at(box.line)
            if statement is None or not self.source.uses(target.origin.name, statement):
                yield box

    def _same(self, target: Target) -> Iterable[Stage]:
        """Moments at which the target is where it is in this one."""
        box = target.box
        return [stage for stage in self.stages if not stage.away and box in stage.moment.boxes]

    def _in_the_way(self, stage: Stage, target: Target, bounds: Rect, *, roomy: bool) -> Iterator[Box]:
        own = {box.key for box in target.boxes}
        wide = bounds.grown(GAP)
        inner = bounds.grown(-min(0.1, 0.1 * bounds.width), -0.12 * bounds.height)
        core = bounds.grown(0.08) if roomy else inner
        for box in stage.moment.boxes:
            if box.key in own or intersection(self.place(box).grown(1e-6), wide).area <= 0:
                continue
            seen = box.fill_opacity > 0.35 or not stage.is_faint(box)
            crosses = seen and len(box.path) > 1 and runs_through(box.path, core)
            covers = box.fill_opacity >= OPAQUE and stage.above(box, target.box)
            if box.is_text or crosses or covers:
                yield box


_DIRECTIONS = tuple(math.pi * quarter / 8 for quarter in (4, 12, 0, 8, 2, 6, 10, 14, 1, 3, 5, 7, 9, 11, 13, 15))
"""Up, down, right, left, then the diagonals and what lies between."""


def _near(one: Rect, other: Rect) -> bool:
    return (
        abs(one.left - other.left) + abs(one.right - other.right) < 0.02
        and abs(one.bottom - other.bottom) + abs(one.top - other.top) < 0.02
    )


def core(box: Box) -> Rect:
    """The part of a text that nothing may run through."""
    return core_of(box)
