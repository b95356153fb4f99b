"""What keeps a text from being read: too small, too pale, crossed by a line, covered by a shape."""

from __future__ import annotations

from collections.abc import Iterator

from core.report import Box
from layout.contrast import blend, contrast, rgb
from layout.geometry import Rect, covered_share, intersection, rect, runs_through
from layout.stage import GROUPS, Stage, same_whole

TINY = 0.1
"""Height in units of a lower-case x under which text is hard to read at 480p: six pixels."""
PALE = 2.0
"""Contrast ratio under which text is hard to read, however large."""
OPAQUE = 0.55
"""Fill opacity from which a shape hides what lies under it."""
DECORATION = frozenset({"Cross", "Underline"})
"""Mobjects that are meant to touch the text they mark."""


def is_tiny(text: Box) -> bool:
    """Whether a text is too small; strings of marks only (dots, dashes) are never."""
    return any(char.isalnum() for char in text.text) and letter_height(text) < TINY


def letter_height(text: Box) -> float:
    """Height of a lower-case x in units. Numbers are all digits, which stand about half as high again."""
    number = not any(char.isalpha() for char in text.text)
    return max(text.font_height, text.height * 0.65) if number else text.font_height


def core_of(text: Box) -> Rect:
    """The part of a text's box where letters are: what only brushes its edge does not disturb."""
    return rect(text).grown(-min(0.12 * text.width, 0.12), -0.2 * text.height)


def crossing(stage: Stage, text: Box) -> Iterator[Box]:
    """Shapes whose line runs through a text."""
    inner = core_of(text)
    new = stage.changed(text)
    for shape in stage.shapes:
        if (
            len(shape.path) > 1
            and (new or stage.changed(shape))
            and intersection(rect(shape).grown(1e-6), inner).area > 0
            and not _belongs(text, shape)
            and runs_through(shape.path, inner)
            and (_is_edge(stage, text, shape) or (_is_line(shape) and not stage.is_faint(shape)))
            and not _marks(text, shape)
            and not stage.is_backed(text, shape)
        ):
            yield shape


def covering(stage: Stage, text: Box) -> Iterator[tuple[Box, float]]:
    """Shapes drawn over a text that hide part of it, and the share they hide, 0 to 1."""
    inner = core_of(text)
    for shape in stage.shapes:
        if (
            shape.fill_opacity < OPAQUE
            or len(shape.path) < 3
            or not stage.above(shape, text)
            or intersection(rect(shape), inner).area <= 0
            or _belongs(text, shape)
        ):
            continue
        hidden = covered_share(rect(text), shape.path)
        if hidden >= 0.12 or (not _is_line(shape) and runs_through(shape.path, inner)):
            yield shape, hidden


def _is_line(shape: Box) -> bool:
    """Whether the outline itself is drawn, rather than the fill alone."""
    if shape.stroke_width < 0.5:
        return False
    return shape.opacity > shape.fill_opacity + 0.05 or shape.fill_opacity < OPAQUE or shape.color != shape.fill_color


def _is_edge(stage: Stage, text: Box, shape: Box) -> bool:
    """Whether a filled shape under a text ends in the middle of it, standing out from the ground."""
    if shape.fill_opacity < 0.35 or stage.above(shape, text) or covered_share(rect(text), shape.path) > 0.9:
        return False
    return contrast(blend(rgb(shape.fill_color), stage.background, shape.fill_opacity), stage.background) > 3


def _belongs(text: Box, shape: Box) -> bool:
    """Parts of one composed mobject, and marks that are meant to lie on texts."""
    if DECORATION & {shape.kind, *shape.parents}:
        return True
    return same_whole(text, shape) or bool(text.parents and text.parents[-1] == shape.kind not in GROUPS)


def _marks(text: Box, shape: Box) -> bool:
    """A short line drawn on purpose over one text, to strike it out: it ends where the text ends."""
    box, line = rect(text), rect(shape)
    return (
        not shape.parents
        and box.grown(0.35).contains(line)
        and line.width > 0.6 * box.width
        and line.width < 1.4 * box.width
        and shape.kind in ("Line", "Arrow")
    )
