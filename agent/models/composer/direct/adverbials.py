"""Prepositions, directions, manners, colours: everything in a clause that is neither verb nor noun."""

from __future__ import annotations

from agent.models.composer.direct.quantities import CHANGING, CREATING, MOMENTS, MOVING, QuantityReader
from agent.models.composer.direct.syntax import NounPhrase, Place

LOOKS = frozenset({"faint", "filled", "outlined", "thick", "thin", "dashed", "bold", "italic"})
"""What may be asked of a thing that is there already."""
CONNECTORS = frozenset({"line", "arrow", "dashed_line", "double_arrow", "curved_arrow"})


class AdverbialReader(QuantityReader):
    """Each `_read_<kind>` takes an item of that kind and returns the index after what it read."""

    def _read_relation(self, at: int) -> int:
        item = self.items[at]
        handlers = {
            "for": self._duration, "during": self._duration, "UP": self._duration, "in": self._duration,
            "after": self._delay,
            "by": self._amount, "to": self._amount, "with": self._with, "without": self._without, "into": self._into,
            "as": self._as,
            "at": self._at_angle, "about": self._amount, "around": self._path, "in_circle": self._path,
            "of": self._amount,
        }  # fmt: skip
        handler = handlers.get(item.value)
        if handler:
            after = handler(at)
            if after > at:
                return after
        return self._place(at)

    def _with(self, at: int) -> int:
        item = self.phrases.at(at + 1)
        if item.kind in ("name", "string", "tex", "names") and self.clause.action == "label":
            self.phrases.take(at)
            return at + 1
        phrase, after = self.phrases.noun_phrase(at + 1)
        if phrase is None:
            return at
        self.phrases.take(at)
        if (
            self.clause.action == "transform"
            and not self.clause.into
            and phrase.noun not in ("title", "takeaway", "caption", "label")
        ):
            self.clause.into.append(phrase)
        elif self.clause.action == "end":
            self.clause.objects.append(phrase)
        elif self.clause.action == "connect" and phrase.noun in CONNECTORS:
            self.clause.having.append(phrase)
        elif self.clause.action in ("connect", "label", "swap") or phrase.pronoun:
            self.clause.objects.append(phrase)
        else:
            self.clause.having.append(phrase)
        return self._more_having(after)

    def _more_having(self, at: int) -> int:
        while self.phrases.at(at).value in ("and", ","):
            step = 2 if self.phrases.at(at + 1).value == "and" else 1
            phrase, after = self.phrases.noun_phrase(at + step)
            if (
                phrase is None
                or phrase.noun not in ("title", "takeaway", "caption", "label", "subtitle")
                or self.phrases.at(after).kind == "verb"
            ):
                break
            self.phrases.take(*range(at, at + step))
            self.clause.having.append(phrase)
            at = after
        return at

    def _without(self, at: int) -> int:
        return at

    def _into(self, at: int) -> int:
        item = self.phrases.at(at + 1)
        if item.kind in ("color", "shade"):
            return self._amount(at)
        number = self._number(at + 1)
        phrase, after = self.phrases.noun_phrase(at + 1, placing=False)
        if phrase is None:
            if number is not None:
                self.phrases.take(at, at + 1)
                self.clause.numbers.append(number)
                return at + 2
            return at
        self.phrases.take(at)
        self.clause.into.append(phrase)
        return after

    def _as(self, at: int) -> int:
        self.phrases.take(at)
        return at + 1

    def _path(self, at: int) -> int:
        return at

    def _place(self, at: int) -> int:
        place, after = self.phrases.place(at)
        if place is None:
            return at + 1
        self._assign(place, self.items[at].value)
        return after

    def _assign(self, place: Place, relation: str) -> None:
        clause = self.clause
        if relation in ("from", "away", "out_of"):
            clause.start = place
        elif relation in ("along", "through", "around", "across", "past", "between", "off"):
            clause.path = place
        elif (relation in ("to", "on") and clause.action not in CREATING) or (
            clause.action in MOVING and clause.goal is None
        ):
            clause.goal = place
        else:
            clause.place = place
        for phrase in place.things:
            phrase.definite = phrase.definite or "the"

    def _read_dir(self, at: int) -> int:
        item = self.items[at]
        self.phrases.take(at)
        number = None
        ahead = at + 2 if self.phrases.at(at + 1).value == "by" else at + 1
        if self._number(ahead) is not None and self.phrases.at(ahead + 1).value not in ("seconds", "degrees", "times"):
            number = self._number(ahead)
            self.phrases.take(*range(at, ahead + 1))
            at = ahead
            if self.phrases.at(at + 1).value == "units":
                self.phrases.take(at + 1)
                at += 1
        self.clause.directions.append((item.value, number))
        return at + 1

    def _read_region(self, at: int) -> int:
        place, after = self.phrases.place(at)
        if place is not None:
            self._assign(place, "to" if self.clause.action in MOVING else "in")
        return after

    def _turns_into(self, at: int, shape: str) -> bool:
        """ "into a circle" is a formation for many, but what one thing turns into."""
        action = self.clause.action or (self.clauses[-1].action if self.clauses else "")
        if not self.items[at].text.startswith("into a ") or action not in ("transform", "rotate", "change"):
            return False
        noun = {"row": "line", "column": "line"}.get(shape, shape)
        self.clause.into.append(NounPhrase(noun=noun, text=noun, definite="new"))
        return True

    def _read_formation(self, at: int) -> int:
        self.phrases.take(at)
        if self._turns_into(at, self.items[at].value):
            return at + 1
        target = self.clause if self.clause.action or self.clause.subjects else self._last_clause()
        if target.action in ("", "create", "draw", "appear", "fade_in", "write") and self.latest:
            self.latest[-1].formation = self.items[at].value
            for phrase in self.latest[:-1]:
                phrase.formation = phrase.formation or self.items[at].value
        else:
            target.formation = self.items[at].value
        return at + 1

    def _read_number(self, at: int) -> int:
        return self._quantity(at)

    def _read_count(self, at: int) -> int:
        return self._quantity(at)

    def _read_turnangle(self, at: int) -> int:
        return self._quantity(at)

    def _read_unit(self, at: int) -> int:
        value = self.items[at].value
        if value in MOMENTS and self.clause.action == "wait":
            self.phrases.take(at)
            self.clause.seconds = MOMENTS[value]
        elif value in ("little", "moment", "once", "one_unit", "times"):
            self.phrases.take(at)
        return at + 1

    def _read_turn(self, at: int) -> int:
        self.phrases.take(at)
        self._last_clause().turn = self.items[at].value
        return at + 1

    def _read_manner(self, at: int) -> int:
        self.phrases.take(at)
        value = self.items[at].value
        target = self._last_clause()
        if self._turns_into(at, value):
            return at + 1
        if self.clause.action == "point" and self.items[at].text in ("left and right", "up and down"):
            self.clause.directions.extend((way.upper(), None) for way in self.items[at].text.split(" and "))
            return at + 1
        if value.startswith("x"):
            target.repeat = int(value[1:])
        elif value:
            target.manners.append(value)
        return at + 1

    def _read_color(self, at: int) -> int:
        return self.phrases.color_list(self.clause.colors, at)

    def _read_shade(self, at: int) -> int:
        return self.phrases.color_list(self.clause.colors, at)

    def _read_hex(self, at: int) -> int:
        return self.phrases.color_list(self.clause.colors, at)

    def _read_different(self, at: int) -> int:
        self.phrases.take(at)
        if self.clause.action in ("", "create", "draw") and self.latest:
            self.latest[-1].different = True
        self.clause.different = True
        return at + 1

    def _read_adj(self, at: int) -> int:
        item = self.items[at]
        if self._is_change() and item.value in LOOKS:
            self.phrases.take(at)
            self.clause.look = item.value
            return at + 1
        if self.latest:
            self.phrases.take(at)
            if item.value == "labeled":
                self.latest[-1].wants_label = True
                return self.phrases.labels(self.latest[-1], at)
            self.latest[-1].adjectives.append(item.value)
        return at + 1

    def _is_change(self) -> bool:
        """Whether what is there already gets another look."""
        clause = self.clause
        if not clause.verb.startswith(CHANGING) or not self.latest:
            return False
        said = self.latest[-1]
        return bool(said.pronoun or said.definite == "the" or (clause.subjects and not clause.objects))

    def _read_measure(self, at: int) -> int:
        """ "fade it to half opacity", "set its opacity to 0.3": a change, where it was not said of a new thing."""
        if self.items[at].value != "opacity" or not self.clause.action or not self.latest:
            return at + 1
        self.phrases.take(at)
        if self.phrases.at(at - 1).kind == "det":
            self.phrases.take(at - 1)
        if not self.clause.objects and not self.clause.subjects:
            self.clause.objects.append(NounPhrase(pronoun="it"))
        self.clause.look = "opacity"
        return at + 1

    def _read_size(self, at: int) -> int:
        self.phrases.take(at)
        self.clause.factor = float(self.items[at].value)
        return at + 1

    def _read_name(self, at: int) -> int:
        if self.clause.action in (
            "label",
            "create",
            "write",
            "draw",
            "indicate",
            "recolor",
            "box",
            "encircle",
            "underline",
        ):
            self.phrases.take(at)
            self.clause.names.append(self.items[at].raw)
        return at + 1

    def _read_names(self, at: int) -> int:
        return self._read_name(at)

    def _read_point(self, at: int) -> int:
        place, after = self.phrases.place(at)
        if place is not None:
            self._assign(place, "to")
        return after

    def _read_negation(self, at: int) -> int:
        """ "without axes", "no border": what is not to be drawn is left out; "don't rotate it" drops the clause."""
        phrase, after = self.phrases.noun_phrase(at + 1, placing=False)
        if phrase is not None:
            self.phrases.take(at)
            if phrase.noun == "circumference" and self.latest:
                self.latest[-1].adjectives.append("borderless")
            return after
        if self.phrases.at(at + 1).text in ("fill", "filling", "filled") and self.latest:
            self.phrases.take(at, at + 1)
            self.latest[-1].adjectives.append("outlined")
            return at + 2
        return at + 1
