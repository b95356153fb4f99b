"""One moment of a scene, prepared for looking at: texts and shapes in drawing order, what lies behind what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from core.report import Box, Moment, SceneReport
from layout.contrast import Rgb, blend, contrast, rgb
from layout.geometry import Rect, covered_share, rect, union

PLANES = frozenset({"NumberPlane", "ComplexPlane", "PolarPlane", "ArrowVectorField", "VectorField", "StreamLines"})
"""Grounds that may fill the frame and run out of it."""
GROUPS = frozenset({"VGroup", "Group", "VDict", "OpenGLVGroup"})
"""Containers that say nothing about what is in them."""
SEEN = 0.1
"""Opacity from which a viewer notices something."""
FAINT = 2.0
"""Contrast below which a line is construction, not a disturbance."""


@dataclass(frozen=True)
class Stage:
    """The stage after one animation, `before` the one before it. `away`: the camera is not where it was at first."""

    moment: Moment
    background: Rgb
    place: int = 0
    before: Moment | None = None
    away: bool = False

    @cached_property
    def texts(self) -> tuple[Box, ...]:
        return tuple(box for box in self.moment.boxes if box.is_text and box.opacity > SEEN)

    @cached_property
    def shapes(self) -> tuple[Box, ...]:
        return tuple(box for box in self.moment.boxes if not box.is_text and box.opacity > SEEN)

    @cached_property
    def order(self) -> dict[int, int]:
        """Place of each key in the drawing order, 0 at the back."""
        return {box.key: place for place, box in enumerate(self.moment.boxes)}

    @cached_property
    def has_plane(self) -> bool:
        """Whether a plane fills the frame, so that what lies on it may run out of the frame as the plane does."""
        parts = [rect(box) for box in self.shapes if PLANES & {box.kind, *box.parents}]
        return bool(parts) and union(parts).width > 12

    @cached_property
    def _wholes(self) -> dict[tuple[object, ...], Rect]:
        parts: dict[tuple[object, ...], list[Rect]] = {}
        for box in self.moment.boxes:
            parts.setdefault(subject(box), []).append(rect(box))
        return {about: union(rects) for about, rects in parts.items()}

    def whole(self, box: Box) -> Rect:
        """The bounds of everything that a box is a part of: of a dash, the whole dashed line."""
        return self._wholes[subject(box)]

    def changed(self, box: Box) -> bool:
        """Whether a box is new or moved in this moment's animation."""
        return box.key in self._changed

    @cached_property
    def _changed(self) -> frozenset[int]:
        old = {box.key: box for box in self.before.boxes} if self.before else dict[int, Box]()
        return frozenset(box.key for box in self.moment.boxes if old.get(box.key) != box)

    def above(self, one: Box, other: Box) -> bool:
        """Whether `one` is drawn over `other`."""
        return self.order[one.key] > self.order[other.key]

    def ground(self, box: Box) -> Rgb:
        """The colour behind the middle of a box."""
        color = self.background
        spot = rect(box).scaled(0.6)
        for shape in self.shapes:
            if self.above(shape, box):
                break
            if shape.fill_opacity > 0.15 and _reaches(shape, spot) and covered_share(spot, shape.path) > 0.7:
                color = blend(rgb(shape.fill_color), color, shape.fill_opacity)
        return color

    def is_backed(self, text: Box, against: Box) -> bool:
        """Whether something opaque keeps `against` from showing through `text`."""
        if self.above(against, text):
            return False
        return text.backed or any(
            self.above(text, patch)
            and self.above(patch, against)
            and patch.fill_opacity >= 0.5
            and _reaches(patch, rect(text))
            and covered_share(rect(text).scaled(0.9), patch.path) >= 0.85
            for patch in self.shapes
        )

    def is_faint(self, shape: Box) -> bool:
        """Whether a line hardly stands out from the ground."""
        seen = blend(rgb(shape.color), self.background, shape.opacity)
        return shape.stroke_width < 0.8 or contrast(seen, self.background) < FAINT

    def text_contrast(self, text: Box) -> float:
        """Contrast of a text with what is behind it, 1 to 21."""
        ground = blend(self.background, self.ground(text), 0.8 if text.backed else 0.0)  # a halo shields it
        return contrast(blend(rgb(text.color), ground, text.opacity), ground)


def _reaches(shape: Box, spot: Rect) -> bool:
    return shape.left < spot.right and shape.right > spot.left and shape.bottom < spot.top and shape.top > spot.bottom


def stages(report: SceneReport) -> tuple[Stage, ...]:
    """All moments of a report, in order."""
    background, moments = rgb(report.background), report.moments
    return tuple(
        Stage(moment, background, place, moments[place - 1] if place else None, away)
        for place, (moment, away) in enumerate(zip(moments, _camera_away(report), strict=True))
    )


def first_seen(report: SceneReport) -> dict[int, int]:
    """For each key the index in `report.moments` at which it first showed."""
    found: dict[int, int] = {}
    for place, moment in enumerate(report.moments):
        for box in moment.boxes:
            if box.opacity > SEEN:
                found.setdefault(box.key, place)
    return found


def subject(box: Box) -> tuple[object, ...]:
    """Equal for the parts of one composed mobject: the ticks of axes, the cells of a table."""
    return (box.line, box.parents[0]) if box.parents and box.line else (box.key,)


def same_whole(one: Box, other: Box) -> bool:
    """Whether two boxes are parts of one composed mobject that manim itself laid out, such as axes or a table."""
    outer = {*one.parents[:1]} & {*other.parents[:1]} - GROUPS
    return bool(outer) and one.line == other.line > 0


def _camera_away(report: SceneReport) -> list[bool]:
    """Whether the camera has left its first place, told from everything growing or sliding alike."""
    away = [False] * len(report.moments)
    scale, shift = 1.0, (0.0, 0.0)
    for place in range(1, len(report.moments)):
        grew, slid = _common_motion(report.moments[place - 1], report.moments[place])
        scale *= grew
        shift = (shift[0] * grew + slid[0], shift[1] * grew + slid[1])
        away[place] = abs(scale - 1) > 0.03 or max(abs(shift[0]), abs(shift[1])) > 0.15
    return away


def _common_motion(before: Moment, after: Moment) -> tuple[float, tuple[float, float]]:
    """The scaling (about the origin) and shift that every lasting box went through; (1, (0, 0)) if they disagree."""
    still = 1.0, (0.0, 0.0)
    old = {box.key: box for box in before.boxes}
    pairs = [(old[box.key], box) for box in after.boxes if box.key in old and max(box.width, box.height) > 0.05]
    lines = {box.line for _, box in pairs}
    if len(lines) < 2:
        return still
    one, other = max(pairs, key=lambda pair: max(pair[0].width, pair[0].height))
    grew = max(other.width, other.height) / max(one.width, one.height, 1e-6)
    slid = other.left - one.left * grew, other.bottom - one.bottom * grew
    agree = sum(
        abs(b.left - a.left * grew - slid[0]) < 0.03 * grew and abs(b.top - a.top * grew - slid[1]) < 0.03 * grew
        for a, b in pairs
    )
    enough = 2 if abs(grew - 1) > 0.02 else 3
    return (grew, slid) if agree == len(pairs) and len(lines) >= enough else still
