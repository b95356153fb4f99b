"""Parts, labels and marks: what belongs to another thing."""

from __future__ import annotations

import re

from agent.models.composer.direct.making import SELECTING, ThingMaker
from agent.models.composer.direct.nouns import CLOSED, COORDINATES, LINES, SIDES
from agent.models.composer.direct.program import Thing, root
from agent.models.composer.direct.syntax import NounPhrase


class Belongings(ThingMaker):
    """Attaches radii, sides, vertices, midpoints, angles and labels to their owners."""

    def _mark_angle(self, thing: Thing) -> None:
        """An angle lies between lines, or at a corner of a shape; a brace under a thing."""
        others = [t for t in self.world.things.values() if t.id != thing.id and t.id not in self.world.gone]
        if thing.kind == "brace":
            if others:
                self.world.update(thing.id, owner=others[-1].id, role="attached")
            return
        groups = [t for t in others if t.kind in LINES and t.count > 1]
        lines = [t for t in others if t.kind in LINES and t.count == 1]
        shapes = [t for t in others if t.kind in CLOSED]
        if groups:
            self.world.update(thing.id, owner=groups[-1].id, role="attached")
        elif len(lines) >= 2:
            self.world.update(thing.id, ends=(lines[-2].id, lines[-1].id), role="attached")
        elif shapes:
            self.world.update(thing.id, owner=shapes[-1].id, role="attached")
        else:
            degrees = thing.measure("angle", 60.0)
            lines = self.world.add(
                Thing("lines", "line", "lines", count=2, colors=("WHITE",), measures=(("angle", degrees),))
            )
            self.new.insert(self.new.index(thing.id), lines.id)
            self.world.update(thing.id, owner=lines.id, role="attached")
            self.world.things[thing.id] = self.world.things.pop(thing.id)

    def _each(self, codes: list[str]) -> list[str]:
        """Members of a group of two, for a line between them."""
        if len(codes) == 1 and self.world.get(codes[0]).count == 2 and "[" not in codes[0]:
            return [f"{codes[0]}[0]", f"{codes[0]}[1]"]
        return codes

    def have(self, code: str, phrase: NounPhrase) -> None:
        """What comes with a thing: title, label, radius, labelled vertices, points on axes …"""
        if phrase.noun in ("label",) and not phrase.owner:
            thing = self.world.get(code)
            text = phrase.content or (phrase.labels[0] if phrase.labels else f"{_readable(thing)}")
            if not thing.labels:
                self.world.update(code, labels=(text,))
                self.label(code)
            return
        if phrase.part and phrase.owner is None:
            phrase.owner = NounPhrase(ids=[code])
        self.resolve(phrase)

    def want_labels(self, code: str, phrase: NounPhrase) -> None:
        thing = self.world.get(code)
        names = list(phrase.labels)
        if not names and (phrase.wants_label or "labeled" in phrase.adjectives):
            count = thing.count if thing.count > 1 else 1
            names = (
                [chr(65 + i) for i in range(min(count, 26))] if count > 1 or thing.kind == "dot" else [_readable(thing)]
            )
            if thing.kind in DEFAULT_NAMES or thing.kind in UNNAMED:
                names = list(DEFAULT_NAMES.get(thing.kind, ""))[: max(1, thing.count)]
            if thing.kind == "angle":
                names = [self._angle_name(thing)]
        if names:
            self.world.update(code, labels=tuple(names))
            self.label(code)

    def _angle_name(self, thing: Thing) -> str:
        """The size of an angle in degrees where it is known, else a Greek letter."""
        owner = self.world.things.get(thing.owner)
        known = 90.0 if owner and "perpendicular" in owner.look else owner.measure("angle", 0.0) if owner else 0.0
        degrees = thing.measure("angle", known)
        return rf"{degrees:g}^\circ" if degrees else r"\theta"

    def _add_labels(self, codes: list[str], phrase: NounPhrase) -> None:
        for code in codes[:1]:
            thing = self.world.get(code)
            if phrase.labels and not thing.labels and "[" not in code:
                self.world.update(code, labels=tuple(phrase.labels))
                self.label(code)

    def label(self, code: str) -> str:
        """Make the label thing of a labelled thing, attached to it."""
        owner = self.world.get(code)
        existing = next((t.id for t in self.world.things.values() if t.kind == "label" and t.owner == owner.id), "")
        if existing:
            return existing
        plural = "labels" if owner.count > 1 or len(owner.labels) > 1 else "label"
        thing = self.world.add(
            Thing(
                f"{owner.id}_{plural}",
                "label",
                "label",
                count=max(1, len(owner.labels)),
                labels=owner.labels,
                owner=owner.id,
                role="attached",
            )
        )
        self.new.append(thing.id)
        return thing.id

    def _part(self, phrase: NounPhrase) -> list[str]:
        if phrase.noun == "height" and phrase.definite == "its" and self.world.it() and not self._has_altitude():
            return self.world.it()
        owners = self.resolve(phrase.owner) if phrase.owner else self._owner_of(phrase)
        known = (
            [c for c in self.world.find(phrase) if self.world.get(c).kind == phrase.noun]
            if phrase.definite in ("the", "its", "their")
            else []
        )
        if known and not phrase.owner:
            self._add_labels(known, phrase)
            return known
        if phrase.noun in ("each",):
            return self.world.find(phrase) or self.world.it()
        fits = PART_OWNERS.get(phrase.noun)
        if fits is not None:
            owners = [self._bearer(owner, fits) for owner in owners]
        if fits is not None and not any(self.world.get(owner).kind in fits for owner in owners):
            self.doubts.append(phrase.text)
        if not owners or phrase.noun in (
            "tick",
            "width",
            "color",
            "size",
            "position",
            "length",
            "circumference",
            "thickness",
            "area",
        ):
            return owners
        owner = self.world.get(owners[0])
        if phrase.noun in SELECTING and (owner.dims or owner.group):
            return [self._selection(owner, phrase)]
        if phrase.noun == "copy":
            return self._copy(owners[0])
        if owner.kind == "vertex":
            owner = self.world.get(owner.owner)
        return [self._attach(owner, owners, phrase)]

    def _has_altitude(self) -> bool:
        """Whether the thing spoken of can have an altitude drawn; else its height is a measure."""
        return self.world.get(self.world.it()[0]).kind in PART_OWNERS["height"]

    def _bearer(self, code: str, fits: frozenset[str]) -> str:
        """A thing that can have a part: itself, or what it belongs to ("a circle with centre O and a chord")."""
        thing = self.world.get(code)
        if thing.kind in fits or not thing.owner or self.world.get(thing.owner).kind not in fits:
            return code
        return thing.owner

    def _owner_of(self, phrase: NounPhrase) -> list[str]:
        """The thing on the stage that can have such a part."""
        fits = PART_OWNERS.get(phrase.noun)
        names = [n for n in self.world.things if n not in self.world.gone]
        if phrase.noun in SELECTING:
            groups = [n for n in names if self.world.things[n].dims]
            if groups:
                return groups[-1:]
        matching = [n for n in names if fits is None or self.world.things[n].kind in fits]
        focus = [code for code in self.world.it() if root(code) in matching]
        return focus or matching[-1:] or self.world.it()

    def _attach(self, owner: Thing, owners: list[str], phrase: NounPhrase) -> str:
        count = (
            self._count(phrase)
            if phrase.count or phrase.labels
            else {"leg": 2, "vertex": 0, "side": 0, "diagonal": 2}.get(phrase.noun, 1)
        )
        if phrase.noun == "center" and owner.count > 1:
            count = owner.count
        elif not phrase.plural and phrase.noun != "vertex":
            count = 1
        name = "middle" if phrase.noun == "midpoint" else f"{phrase.text}".replace(" ", "_")
        kind = phrase.noun
        if kind == "edge":
            kind = "side"
        thing = Thing(
            name,
            kind,
            phrase.text,
            count=count or self._sides(owner),
            colors=tuple(phrase.colors) or ("YELLOW",),
            size=phrase.size,
            measures=tuple(phrase.measures.items()),
            owner=owner.id,
            ends=tuple(self._each(owners)) if len(self._each(owners)) > 1 else (),
            role="attached",
            look=tuple(a for a in phrase.adjectives if a),
        )
        thing = self.world.add(thing)
        self.new.append(thing.id)
        self.want_labels(thing.id, phrase)
        return thing.id

    def _sides(self, owner: Thing) -> int:
        if owner.kind in ("cube", "prism"):
            return 8
        if owner.points:
            return len(owner.points)
        if owner.kind in LINES:
            return 2
        return SIDES.get(
            owner.kind, int(owner.measure("n", 3 if "triangle" in owner.kind or owner.kind == "isosceles" else 4))
        )

    def _selection(self, owner: Thing, phrase: NounPhrase) -> str:
        rows, columns = owner.dims or (1, owner.count)
        index = (
            phrase.ordinal
            if phrase.ordinal is not None
            else {"UP": 0, "DOWN": -1, "LEFT": 0, "RIGHT": -1, "ORIGIN": rows // 2}.get(phrase.side, 0)
        )
        match phrase.noun:
            case "diagonal":
                return f"{owner.id}[:: {columns + 1}]"
            case "antidiagonal":
                return f"{owner.id}[{columns - 1} : {rows * columns - 1} : {columns - 1}]"
            case "row":
                index %= rows
                return f"{owner.id}[{index * columns} : {(index + 1) * columns}]"
            case "column":
                return f"{owner.id}[{index % columns} :: {columns}]"
            case _:
                return f"VGroup({owner.id}[0], {owner.id}[{columns - 1}], {owner.id}[{-columns}], {owner.id}[-1])"

    def _copy(self, code: str) -> list[str]:
        thing = self.world.get(code)
        copied = self.world.add(
            Thing(f"{thing.id}_copy", "copy", thing.noun, colors=thing.colors, owner=thing.id, size=thing.size)
        )
        self.new.append(copied.id)
        return [copied.id]


def _readable(thing: Thing) -> str:
    """ "Green square" for a label or a title."""
    color = (
        re.sub(r"_[A-E]$|^PURE_|^#.*", "", thing.colors[0]).replace("_", " ").lower() if len(thing.colors) == 1 else ""
    )
    return f"{color} {thing.noun or thing.kind}".strip().capitalize()


DEFAULT_NAMES = {"side": "abcdefgh", "leg": "ab", "hypotenuse": "c", "radius": "r", "diameter": "d", "height": "h",
                 "center": "O", "midpoint": "M", "base": "b", "origin": "O", "diagonal": "pq"}  # fmt: skip
"""What a part is called when a label is asked for without a name: one letter for each."""
UNNAMED = frozenset({"line", "angle", "axes", "plane", "number_line", "right_angle", "corner_mark", "grid"})
TRIANGLES = frozenset({"triangle", "right_triangle", "isosceles", "polygon"})
PART_OWNERS: dict[str, frozenset[str]] = {
    "radius": frozenset({"circle", "disk", "ball", "sector", "sphere", "ring", "arc"}),
    "diameter": frozenset({"circle", "disk", "ball"}),
    "chord": frozenset({"circle", "disk"}),
    "tangent": frozenset({"circle", "disk", "ball", "ellipse"}),
    "hypotenuse": frozenset({"right_triangle"}),
    "leg": frozenset({"right_triangle", "isosceles"}),
    "height": TRIANGLES | {"trapezoid", "parallelogram"},
    "right_angle": TRIANGLES | {"square", "rectangle"} | LINES,
    "midpoint": LINES | {"dot", "side", "hypotenuse"},
    "endpoint": LINES,
    "vertex": CLOSED | {"cube", "prism"},
    "side": CLOSED,
    "edge": CLOSED,
    "base": CLOSED,
    "diagonal": CLOSED | {"grid"},
    "origin": COORDINATES,
    "tick": COORDINATES,
    "center": CLOSED | {"grid"},
}
"""Which kinds can have which part."""
