"""Numbers in clauses: how far, how much, how long, how often."""

from __future__ import annotations

from math import pi

from agent.models.composer.direct.items import Item
from agent.models.composer.direct.phrases import PhraseReader
from agent.models.composer.direct.prefixes import HEADS, PREFIX
from agent.models.composer.direct.syntax import Clause, NounPhrase

MOMENTS = {"moment": 1.0, "one_second": 1.0, "half_second": 0.5, "few_seconds": 3.0}

FACTORS = {
    "half": 0.5,
    "twice": 2.0,
    "double": 2.0,
    "triple": 3.0,
    "thrice": 3.0,
    "a third": 1 / 3,
    "a quarter": 0.25,
    "quarter": 0.25,
}

CREATING = frozenset(
    {"", "create", "draw", "build", "write", "type", "appear", "fade_in", "grow_in", "pop_in", "spin_in", "end"}
)
CHANGING = ("mak", "made", "turn", "becom")
"""How verbs begin that give a thing another look: "make it hollow", "the square becomes transparent"."""
INTO_WORDS = ("into", "become", "becomes", "becoming", "became", "to")
MOVING = frozenset(
    ["move", "roll", "fly_in", "fly_out", "fall", "rise", "place", "follow", "orbit", "bounce", "swing", "pan", "point"]
)


class QuantityReader:
    """The clause being read, and everything with a number in it."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.phrases = PhraseReader(items)
        self.clauses: list[Clause] = []
        self.clause = Clause(order="start")
        self.latest: list[NounPhrase] = []
        self.negate = False
        self.fresh = True

    def _duration(self, at: int) -> int:
        """ "over 1.5 seconds", "for three seconds"."""
        number = self._number(at + 1)
        unit = self.phrases.at(at + 2).value
        if number is not None and unit in ("seconds", "ms"):
            self.phrases.take(at, at + 1, at + 2)
            self._last_clause().seconds = number / (1000 if unit == "ms" else 1)
            return at + 3
        if self.phrases.at(at + 1).value in MOMENTS:
            self.phrases.take(at, at + 1)
            self._last_clause().seconds = MOMENTS[self.phrases.at(at + 1).value]
            return at + 2
        return at

    def _last_clause(self) -> Clause:
        return self.clause if self.clause.action or self.clause.subjects or not self.clauses else self.clauses[-1]

    def _number(self, at: int) -> float | None:
        item = self.phrases.at(at)
        if item.kind == "number":
            return item.numbers[0]
        return float(item.value) if item.kind == "count" else None

    def _delay(self, at: int) -> int:
        number, unit = self._number(at + 1), self.phrases.at(at + 2).value
        moment = MOMENTS.get(self.phrases.at(at + 1).value)
        if moment is None and (number is None or unit != "seconds"):
            return at
        length = 2 if moment is not None else 3
        self.phrases.take(*range(at, at + length))
        if self.clause.action and (self.clause.objects or self.clause.subjects):
            self._flush("then")
        self.clause.delay = moment if moment is not None else (number or 0.0)
        return at + length

    def _amount(self, at: int) -> int:
        """ "by 90 degrees", "by a factor of 2", "to half its size", "by 2 units", "to red"."""
        item = self.phrases.at(at + 1)
        if item.kind in ("color", "shade", "hex"):
            after = self.phrases.color_list(self.clause.colors, at + 1)
            self.phrases.take(at)
            return after
        if self.clause.action == "connect" and item.kind in PREFIX | HEADS:
            return self._with(at)
        if item.kind == "different":
            self.phrases.take(at, at + 1)
            self.clause.different = True
            return at + 2
        start = at + 2 if item.kind == "det" else at + 1
        if self.phrases.at(start).kind == "measure":
            self.phrases.take(*range(at, start))
            measures: dict[str, float] = {}
            after = self.phrases.measured(measures, start)
            self._measures(measures)
            return after
        if item.kind in ("number", "count", "turnangle") or item.text in FACTORS:
            after = self._quantity(at + 1, by=self.items[at].value == "by")
            if after > at + 1:
                self.phrases.take(at)
                return after
        return at

    def _measures(self, measures: dict[str, float]) -> None:
        self.clause.factor = measures.pop("factor", self.clause.factor)
        self.clause.measures |= measures

    def _quantity(self, at: int, by: bool = False) -> int:
        item, unit = self.phrases.at(at), self.phrases.at(at + 1)
        if item.text in FACTORS:
            self.phrases.take(at)
            self.clause.factor = FACTORS[item.text]
            return self._size_words(at + 1)
        if item.kind == "turnangle":
            self.phrases.take(at)
            self.clause.angle = float(item.value)
            return at + 1
        number = self._number(at)
        if number is None:
            return at
        self.phrases.take(at)
        if unit.kind == "unit":
            return self._with_unit(number, unit, at)
        if item.text.endswith("pi"):
            self.clause.angle = number * 180
        self.clause.numbers.append(number)
        return at + 1

    def _size_words(self, after: int) -> int:
        """Skip "its original size"."""
        while self.phrases.at(after).text in (
            "its",
            "the",
            "of",
            "original",
            "size",
            "their",
            "as",
            "big",
            "large",
            "in",
            "current",
            "normal",
            "width",
            "height",
            "length",
        ):
            self.phrases.take(after)
            after += 1
        return after

    def _with_unit(self, number: float, unit: Item, at: int) -> int:
        self.phrases.take(at + 1)
        clause = self.clause
        match unit.value:
            case "degrees":
                clause.angle = number
            case "radians" | "pi":
                clause.angle = number * 180 / (pi if unit.value == "radians" else 1)
            case "turns":
                clause.angle = 360 * number
            case "seconds":
                self._last_clause().seconds = number
            case "times" if clause.action in ("scale", "shrink", "stretch") and self.phrases.at(at - 1).text in (
                "to",
                "by",
            ):
                clause.factor = number
                return self._size_words(at + 2)
            case "times":
                self._times(number)
            case "percent":
                clause.factor = number / 100
            case "units":
                return self._units(number, at + 2)
            case _:
                clause.numbers.append(number)
        return at + 2

    def _times(self, number: float) -> None:
        clause = self._last_clause()
        if clause.action in ("scale", "shrink", "stretch") and clause.repeat == 1 and number != int(number):
            clause.factor = number
        else:
            clause.repeat = max(1, min(8, int(number)))

    def _units(self, number: float, at: int) -> int:
        """ "2 units to the right", "3 units up"."""
        ahead = at
        while self.phrases.at(ahead).text in ("to", "the", "of", "towards"):
            ahead += 1
        if self.phrases.at(ahead).kind == "dir":
            self.phrases.take(*range(at, ahead + 1))
            self.clause.directions.append((self.phrases.at(ahead).value, number))
            return ahead + 1
        if self.clause.directions:
            self.clause.directions[-1] = (self.clause.directions[-1][0], number)
        else:
            self.clause.numbers.append(number)
        return at

    def _at_angle(self, at: int) -> int:
        if self._number(at + 1) is not None and self.phrases.at(at + 2).value == "degrees":
            self.phrases.take(at)
            return self._quantity(at + 1)
        return at

    def _flush(self, order: str) -> None:
        raise NotImplementedError

    def _with(self, at: int) -> int:
        raise NotImplementedError
