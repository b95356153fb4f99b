"""Rough sizes of things, for layout: nothing is measured, everything is estimated."""

from __future__ import annotations

from agent.models.composer.direct.nouns import COORDINATES, LINES, TEXTS
from agent.models.composer.direct.program import Program, Thing

WIDTHS = {"dot": 0.3, "ball": 0.8, "star": 2.5, "circle": 2.4, "square": 2.0, "rectangle": 3.0, "ellipse": 4.0,
          "wall": 0.2, "line": 0.3, "text": 2.5, "arrow": 0.4, "vertical_line": 0.3, "disk": 2.0}  # fmt: skip


def width_of(thing: Thing) -> float:
    """A rough width of one member, in frame units."""
    given = thing.measure("width", thing.measure("side", 2 * thing.measure("radius", thing.measure("diameter", 0) / 2)))
    if given:
        return given
    if thing.kind in TEXTS:
        return 0.3 * max(3, len(thing.content)) * (1.2 if thing.kind == "text" else 1)
    if thing.kind in COORDINATES:
        return 11.0
    return WIDTHS.get(thing.kind, 5.0 if thing.kind in LINES else 2.5) * thing.size


def member_scale(thing: Thing) -> float:
    """How much the members of a group shrink so that a row of them fits."""
    if thing.kind in ("dot", "ball", "wall"):
        return 1.0
    room = 5.0 if thing.formation == "column" else 11.5
    need = thing.count * width_of(thing) * 1.25
    if thing.formation == "circle":
        return min(1.0, 4.5 / max(1.0, thing.count) / width_of(thing) * 2)
    return round(min(1.0, room / need), 1) or 0.1


def room(thing: Thing, program: Program, scale: float) -> float:
    """How much a thing must start smaller so that it still fits once it has grown."""
    growth = 1.0
    for step in program.steps:
        for action in step.actions:
            if action.verb == "scale" and action.targets == (thing.id,):
                growth *= action.value**action.repeat
    if growth <= 1.2 or thing.kind in TEXTS:
        return 1.0
    return min(1.0, 6.6 / (width_of(thing) * scale * growth))
