"""New things from noun phrases: kind, number, colour, content, name."""

from __future__ import annotations

import re

from agent.models.composer.direct.figures import HUES
from agent.models.composer.direct.formulas import AREA, NAMED, PERIMETER, VOLUME, to_tex
from agent.models.composer.direct.nouns import COORDINATES, LINES, TEXTS
from agent.models.composer.direct.syntax import NounPhrase
from agent.models.composer.direct.world import World

BANDS = frozenset({"title", "takeaway", "caption"})
NATURAL = {"heart": "RED", "star": "YELLOW", "crescent": "YELLOW", **HUES}
SELECTING = frozenset({"diagonal", "antidiagonal", "row", "column", "corner"})
DEFAULT_SPANS = {"number_line": (-5.0, 5.0)}


class ThingMaker:
    """Decides what a new thing is; keeps the new things that have not entered yet, and doubts."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.new: list[str] = []
        self.doubts: list[str] = []

    def _kind(self, phrase: NounPhrase) -> str:
        kind = phrase.noun
        if "dashed" in phrase.adjectives and kind == "line":
            return "dashed_line"
        if "threed" in phrase.adjectives and kind == "axes":
            return "axes3d"
        if "vertical" in phrase.adjectives and kind == "line":
            return "vertical_line"
        if kind == "grid" and phrase.text == "grid" and phrase.dims is None and phrase.owner is None:
            return "plane"
        if kind == "text" and phrase.tex:
            return "formula"
        if kind == "triangle" and len(phrase.points) == 3:
            return "polygon"
        if kind == "axes" and "number" in phrase.text:
            return "number_line"
        if kind in ("quadrilateral",):
            return "trapezoid" if not phrase.points else "polygon"
        return kind

    def _count(self, phrase: NounPhrase) -> int:
        if phrase.dims or phrase.noun == "grid":
            return 1
        if phrase.count is not None:
            return max(1, min(phrase.count, 60))
        if len(phrase.points) > 1 and phrase.noun == "dot":
            return len(phrase.points)
        if phrase.labels and phrase.plural:
            return len(phrase.labels)
        if phrase.noun == "wall" and phrase.plural:
            return 2
        return 3 if phrase.plural and phrase.noun not in ("axes", "text", "title", "caption", "formula") else 1

    def _colors(self, phrase: NounPhrase, inner: NounPhrase | None, count: int, kind: str) -> tuple[str, ...]:
        said = phrase.colors or (inner.colors if inner else [])
        if phrase.different and kind in TEXTS and count == 1:
            return self.world.rainbow(6)
        if (phrase.different or "colorful" in phrase.adjectives or (inner and inner.different)) and (
            count > 1 or phrase.dims
        ):
            return self.world.rainbow(count if not phrase.dims else phrase.dims[0] * phrase.dims[1])
        if said:
            return tuple(said)
        if kind in TEXTS or kind in COORDINATES or kind in ("wall", "floor", "axes3d"):
            return ()
        if kind in LINES and not count > 1:
            return ("YELLOW",) if kind in ("vector",) else ("WHITE",)
        return (NATURAL.get(kind) or self.world.next_color(),)

    def _content(self, phrase: NounPhrase, kind: str) -> tuple[str, bool]:
        content = phrase.content
        if content.startswith("="):
            return self._named_formula(content[1:]), True
        if phrase.tex:
            return "\n".join(to_tex(line) for line in content.split("\n")), True
        return content, False

    def _named_formula(self, name: str) -> str:
        kinds = [thing.kind for thing in self.world.things.values()]
        table = {"area": AREA, "circumference": PERIMETER, "size": VOLUME}.get(name)
        if table is None:
            return NAMED.get(name, "")
        return next((table[kind] for kind in reversed(kinds) if kind in table), "")

    def _name(self, phrase: NounPhrase, kind: str, content: str, inner: NounPhrase | None) -> str:
        if kind in BANDS or kind in ("formula", "number_line", "axes", "plane"):
            return kind
        color = (
            re.sub(r"_[A-E]$|PURE_", "", phrase.colors[0]).lower()
            if len(phrase.colors) == 1 and "#" not in phrase.colors[0]
            else ""
        )
        base = phrase.text.replace(" ", "_").replace("-", "_") if phrase.text.isascii() and phrase.text else kind
        if phrase.noun == "text":
            base = "text" if not re.fullmatch(r"[A-Za-z]{2,12}", content) else f"{content.lower()}_text"
        if inner:
            base = f"{inner.text}_grid" if kind == "grid" else base
        single = kind if phrase.plural and phrase.count == 1 else base
        return f"{color}_{single}" if color else single

    def resolve(self, phrase: NounPhrase) -> list[str]:
        """Code of what a phrase means."""
        raise NotImplementedError
