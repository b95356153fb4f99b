"""Titles and takeaways derived from what a scene shows, where the wish leaves the words open."""

from __future__ import annotations

import re

from agent.models.composer.direct.notation import class_name
from agent.models.composer.direct.program import Program, Thing

FACTS: dict[str, str] = {
    "right_triangle": "The hypotenuse is the side opposite the right angle",
    "circle": "Every point of a circle is equally far from its centre",
    "square": "A square has four equal sides and four right angles",
    "triangle": "The angles of a triangle add up to 180°",
    "ellipse": "An ellipse is a circle stretched in one direction",
    "number_line": "Every number has its place on the line",
    "plane": "Two coordinates fix a point of the plane",
    "axes": "Two coordinates fix a point of the plane",
    "cube": "A cube has 8 vertices, 12 edges and 6 faces",
    "formula": "One line of symbols says it all",
}
THEOREMS = {
    "a^2 + b^2 = c^2": ("The Pythagorean Theorem", "The squares on the legs add up to the square on the hypotenuse"),
    r"A = \pi r^2": ("The Area of a Circle", "The area grows with the square of the radius"),
    "E = mc^2": ("Mass and Energy", "Mass is a form of energy"),
}
"""Formulas everybody knows: title and takeaway."""


def words(thing: Thing) -> str:
    """ "blue circle", "three red dots"."""
    return re.sub(r"_\d+$", "", thing.id).replace("_", " ")


def title(program: Program) -> str:
    """A headline for a program: what turns into what, or what is shown."""
    stage = [t for t in program.things if t.role in ("stage", "target") and t.kind not in ("text", "floor")]
    for thing in stage:
        if thing.content in THEOREMS:
            return THEOREMS[thing.content][0]
    change = _change(program)
    if change:
        return f"{_plain(change[0])} to {_plain(change[1])}"
    if not stage:
        texts = [t.content for t in program.things if t.content and not t.tex]
        return (texts[0] if texts else "Drawing").title()
    named = [_plain(t) for t in stage[:2]]
    return " and ".join(dict.fromkeys(named)) if len(stage) == 2 else named[0]


def _plain(thing: Thing) -> str:
    return words(thing).title()


def _change(program: Program) -> tuple[Thing, Thing] | None:
    pairs = [(a.targets[0], a.others[0]) for s in program.steps for a in s.actions if a.verb == "transform"]
    if not pairs:
        return None
    first, last = program.thing(pairs[0][0]), program.thing(pairs[-1][1])
    return (first, last) if first and last else None


def takeaway(program: Program) -> str:
    """A short closing line that is true of what was shown."""
    for thing in program.things:
        if thing.content in THEOREMS:
            return THEOREMS[thing.content][1]
    change = _change(program)
    if change:
        return f"A {_shape(change[0])} can become a {_shape(change[1])}, point by point"
    return next((FACTS[t.kind] for t in program.things if t.kind in FACTS), "That is the whole picture")


def _shape(thing: Thing) -> str:
    return (thing.noun or thing.kind).replace("_", " ")


def scene_name(program: Program) -> str:
    """A class name for the scene."""
    change = _change(program)
    if change:
        return class_name(f"{_shape(change[0]).title()} to {_shape(change[1]).title()}")
    stage = [t for t in program.things if t.role == "stage" and t.kind not in ("title", "floor")]
    verbs = [a.verb for s in program.steps for a in s.actions if a.verb in _VERBS]
    if stage and stage[0].kind in ("text", "word") and stage[0].content:
        return _free(class_name(stage[0].content.title()))
    name = class_name(" ".join([_VERBS[verbs[0]] if verbs else "", *[words(t).title() for t in stage[:2]]]))
    return _free(name)


def _free(name: str) -> str:
    return name if name not in _TAKEN else f"{name}Scene"


_VERBS = {
    "rotate": "Rotating",
    "move": "Moving",
    "bounce": "Bouncing",
    "swap": "Swapping",
    "orbit": "Orbiting",
    "swing": "Swinging",
}
_TAKEN = frozenset(
    [
        "Circle",
        "Square",
        "Rectangle",
        "Triangle",
        "Star",
        "Ellipse",
        "Arc",
        "Sector",
        "Line",
        "Arrow",
        "Vector",
        "Dot",
        "Cross",
        "Cube",
        "Sphere",
        "Cylinder",
        "Cone",
        "Torus",
        "Prism",
        "Axes",
        "Angle",
        "Text",
        "Title",
        "Scene",
        "Brace",
        "Annulus",
        "Polygon",
        "NumberLine",
        "NumberPlane",
        "DashedLine",
        "Integer",
        "Rotating",
        "Matrix",
        "Table",
        "Graph",
        "Dot3D",
        "RoundedRectangle",
        "Drawing",
    ]
) - {"Drawing"}
