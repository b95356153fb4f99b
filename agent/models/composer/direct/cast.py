"""From noun phrases to things: what is new is made, what is known is found, parts are attached to their owner."""

from __future__ import annotations

from agent.models.composer.direct.belongings import Belongings
from agent.models.composer.direct.making import BANDS
from agent.models.composer.direct.nouns import CLOSED, COORDINATES, TEXTS
from agent.models.composer.direct.program import Spot, Thing
from agent.models.composer.direct.syntax import NounPhrase, Place


class Cast(Belongings):
    """Resolves noun phrases against a world; the entrances of new things are the caller's business.

    `doubts` collects words that were read but cannot be meant as they were taken, such as the tangent of a formula.
    """

    def resolve(self, phrase: NounPhrase) -> list[str]:
        """Code of what a phrase means; new things are added to the world and to `new`."""
        if not phrase.ids:
            made = len(self.world.things)
            phrase.ids = self._resolve(phrase)
            if phrase.having and (phrase.part or phrase.pronoun or len(self.world.things) == made):
                for extra in phrase.having:
                    self.have(phrase.ids[0], extra) if phrase.ids else self.resolve(extra)
            self.world.mention(phrase.ids)
        return phrase.ids

    def _resolve(self, phrase: NounPhrase) -> list[str]:
        if phrase.pronoun:
            return self._pronoun(phrase)
        if phrase.noun == "screen":
            return []
        if phrase.noun == "number" and phrase.content and (line := self._number_line()):
            return [self._on_line(phrase, line)]
        if phrase.part:
            return self._part(phrase)
        known = self.world.find(phrase) if self._may_be_known(phrase) else []
        if known:
            self._add_labels(known, phrase)
            return known
        if phrase.noun in ("shape", "each", "camera"):
            return self.world.it() if not phrase.plural else self.world.them()
        return [self._make(phrase).id]

    def _number_line(self) -> str:
        return next(
            (t.id for t in self.world.things.values() if t.kind == "number_line" and t.id not in self.world.gone), ""
        )

    def _on_line(self, phrase: NounPhrase, line: str) -> str:
        """ "highlight the number 3" on a number line: a dot there."""
        value = float(phrase.content.replace("−", "-"))
        color = tuple(phrase.colors) or ("YELLOW",)
        dot = self.world.add(
            Thing("dot", "dot", "dot", colors=color, points=((value, 0.0),), owner=line, role="attached")
        )
        self.new.append(dot.id)
        return dot.id

    def _may_be_known(self, phrase: NounPhrase) -> bool:
        if phrase.content and phrase.noun in TEXTS:
            return False
        if phrase.definite in ("the", "their", "its", "every"):
            return True
        return phrase.noun in ("shape", "each") or (
            not phrase.definite and bool(phrase.labels) and not phrase.wants_label
        )

    def _pronoun(self, phrase: NounPhrase) -> list[str]:
        world = self.world
        match phrase.pronoun:
            case "them" | "itself" | "both" | "each":
                codes = world.them()
            case "all":
                codes = world.stage()
            case "rest":
                said = world.focus[-1] if world.focus else []
                codes = [name for name in world.stage() if name not in said]
            case "other":
                codes = [name for name in world.stage() if [name] != world.it()][-1:]
            case "former":
                codes = world.stage()[:1]
            case "one":
                codes = (
                    [f"{world.them()[0]}[0]"] if world.them() and world.get(world.them()[0]).group else world.them()[:1]
                )
            case _:
                codes = world.it()
        if phrase.labels:
            self._add_labels(codes, phrase)
        return codes

    def _make(self, phrase: NounPhrase) -> Thing:
        kind, formation = self._kind(phrase), phrase.formation
        inner = (
            phrase.owner
            if phrase.owner
            and kind in ("grid", "line", "circle", "square", "triangle", "shape")
            and phrase.owner.plural
            else None
        )
        count = self._count(phrase)
        if kind == "label":
            kind, phrase.size = "text", phrase.size * 0.6
        if inner and kind != "grid":  # "a circle of six dots"
            formation = {"line": "row"}.get(kind, kind)
            phrase.owner, inner.formation, inner.colors = None, formation, inner.colors or phrase.colors
            return self._make(inner)
        colors = self._colors(phrase, inner, count, kind)
        content, tex = self._content(phrase, kind)
        thing = Thing(
            id=self._name(phrase, kind, content, inner),
            kind=kind,
            noun=phrase.text,
            count=count,
            dims=phrase.dims or ((4, 4) if kind == "grid" else None),
            element=inner.noun if inner else ("square" if kind == "grid" else ""),
            formation=formation,
            colors=colors,
            look=tuple(dict.fromkeys(a for a in phrase.adjectives if a and a != "labeled")),
            size=phrase.size,
            measures=tuple(phrase.measures.items()),
            content=content,
            tex=tex,
            points=tuple(phrase.points),
            span=phrase.span,
            role="band" if kind in BANDS else "stage",
        )
        thing = self.world.add(thing)
        self.new.append(thing.id)
        self._situate(thing, phrase)
        return self.world.get(thing.id)

    def _situate(self, thing: Thing, phrase: NounPhrase) -> None:
        world = self.world
        if phrase.ends:
            ends = [code for end in phrase.ends for code in self.resolve(end)]
            world.update(thing.id, ends=tuple(self._each(ends))[:2], role="attached")
        if phrase.place:
            self.place(thing.id, phrase.place)
        system = next(
            (
                t.id
                for t in world.things.values()
                if t.kind in COORDINATES and t.id not in world.gone and t.id != thing.id
            ),
            "",
        )
        spot = world.get(thing.id).spot
        on_axes = (
            spot is None or spot.kind in ("point", "coordinate") or (spot.kind == "region" and spot.value == "ORIGIN")
        )
        if thing.kind in ("dot", "vector") and system and on_axes:
            world.update(thing.id, owner=system, role="attached")
        if thing.kind in ("angle", "brace"):
            self._mark_angle(thing)
        if phrase.having:
            world.mention([thing.id])
        for part in phrase.having:
            self.have(thing.id, part)
        self.want_labels(thing.id, phrase)

    def place(self, code: str, place: Place) -> None:
        """Give a thing the place a phrase names."""
        spot = self.spot(place, code)
        if spot is None:
            return
        thing = self.world.get(code)
        if spot.kind == "relative" and any(self.world.get(ref).role == "band" for ref in spot.refs):
            return
        if spot.kind == "relative" and thing.kind in ("dot", "ball", "vector") and spot.value in ("on", "in", "at"):
            owner = self.world.get(spot.refs[0])
            if owner.kind in COORDINATES:
                self.world.update(code, owner=owner.id, role="attached")
                return
        if thing.kind in COORDINATES | {"grid"} and spot.kind == "region" and spot.value == "ORIGIN":
            return
        self.world.update(code, spot=spot)

    def spot(self, place: Place, code: str = "") -> Spot | None:
        """A place of the parse as a spot, its things resolved."""
        if place.kind != "relative":
            return Spot(place.kind, place.value, place.point)
        refs: list[str] = []
        for phrase in place.things:
            if (
                phrase.part
                and phrase.noun in ("side", "leg", "edge")
                and place.value == "on"
                and code
                and self.world.get(code).kind in CLOSED
            ):
                self.doubts.append(phrase.text)
            own = (code, *[t.id for t in self.world.things.values() if code and t.owner == code])
            found = self.world.it(own) if phrase.pronoun in ("it", "its") else self.resolve(phrase)
            refs.extend(ref for ref in found if ref != code)
        if not place.things:
            refs = [ref for ref in self.world.it((code,)) if ref != code] or [
                n for n in self.world.stage() if n != code
            ][-1:]
        if not refs and any(self.world.get(code).kind == "title" for code in self.world.visible()):
            return None
        if not refs:
            return Spot("region", place.value) if place.value in ("UP", "DOWN", "LEFT", "RIGHT") else None
        return Spot("relative", place.value, refs=tuple(refs))
