"""What stands before a noun: determiners, counts, colours, sizes, measures."""

from __future__ import annotations

from collections.abc import Callable

from agent.models.composer.direct.colors import shaded
from agent.models.composer.direct.items import Item
from agent.models.composer.direct.nouns import TEXTS
from agent.models.composer.direct.syntax import NounPhrase, Place

HEADS = frozenset({"noun", "nouns", "part", "parts", "pronoun", "named", "string", "tex"})
PREFIX = frozenset(
    {"det", "count", "number", "dims", "color", "shade", "size", "adj", "ordinal", "different", "dir", "region",
     "measure", "verb",      "hex", "neutral", "unit", "manner", "turn"}
)  # fmt: skip
PLACING = frozenset(
    {
        "UP",
        "DOWN",
        "LEFT",
        "RIGHT",
        "inside",
        "around",
        "between",
        "behind",
        "front",
        "in",
        "at",
        "on",
        "at_bottom",
        "at_top",
        "inscribed",
        "overlap",
        "touch",
    }
)
DECORATIONS = TEXTS | {"radius", "diameter", "brace"}
SEPARATOR = "\n"
"""Between the texts of one phrase: "the numbers 1, 2 and 3"."""
SPEAKING = frozenset({"text", "title", "subtitle", "caption", "takeaway", "label", "letter", "number"})


SETTERS: dict[str, Callable[[NounPhrase, Item], None]] = {
    "det": lambda phrase, item: setattr(phrase, "definite", item.value),
    "count": lambda phrase, item: setattr(phrase, "count", int(item.value)),
    "dims": lambda phrase, item: setattr(phrase, "dims", (int(item.numbers[0]), int(item.numbers[1]))),
    "color": lambda phrase, item: phrase.colors.append(item.value),
    "hex": lambda phrase, item: phrase.colors.append(item.value),
    "size": lambda phrase, item: setattr(phrase, "size", phrase.size * float(item.value)),
    "adj": lambda phrase, item: phrase.adjectives.append(item.value),
    "ordinal": lambda phrase, item: setattr(phrase, "ordinal", int(item.value)),
    "different": lambda phrase, item: setattr(phrase, "different", True),
    "dir": lambda phrase, item: setattr(phrase, "side", item.value),
    "region": lambda phrase, item: setattr(phrase, "side", item.value),
    "verb": lambda phrase, item: phrase.verbs.append(item.value),
}
"""What one item before a noun says about the phrase."""


class PrefixReader:
    """Items with a memory of which were understood; readers of everything before a noun."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.used: set[int] = set()
        self.connecting = self.changing = False

    def at(self, index: int) -> Item:
        """The item at an index; an empty full stop beyond the end."""
        return self.items[index] if 0 <= index < len(self.items) else Item("mark", ".", ".")

    def take(self, *indices: int) -> None:
        """Mark items as understood."""
        self.used.update(indices)

    def _head_index(self, index: int) -> int | None:
        """Where the noun of a phrase that starts here stands, if one does."""
        at = index
        while self.at(at).kind in PREFIX:
            item = self.at(at)
            if item.kind == "verb" and not self._adjectival(at, index):
                return None
            if item.kind == "number" and not self._counts(at):
                return None
            if item.kind in ("neutral", "manner") and at == index and item.text not in ("of them",):
                return None
            at += 1
        return at if self.at(at).kind in HEADS and at < len(self.items) else None

    def _adjectival(self, at: int, start: int) -> bool:
        """ "a rotating cube": a participle between a determiner and its noun."""
        return (
            at > start
            and self.at(at).text.endswith("ing")
            and self.at(at - 1).kind in PREFIX
            and self.at(at + 1).kind in (PREFIX | HEADS)
        )

    def _counts(self, at: int) -> bool:
        value = self.at(at).numbers[0]
        follows = self.at(at + 1)
        return (
            value == int(value) and value > 0 and follows.kind in PREFIX | HEADS and follows.value != "seconds"
        ) or follows.value == "sides"

    def _prefix(self, phrase: NounPhrase, at: int) -> int:
        item = self.at(at)
        self.take(at)
        if item.kind == "number":
            return self._counted(phrase, at)
        if item.kind == "shade":
            return self._shaded(phrase.colors, at)
        if item.kind == "measure":
            return self.measured(phrase.measures, at)
        setter = SETTERS.get(item.kind)
        if setter:
            setter(phrase, item)
        return at + 1

    def _counted(self, phrase: NounPhrase, at: int) -> int:
        value, unit = self.at(at).numbers[0], self.at(at + 1)
        if unit.kind == "unit":
            self.take(at + 1)
            phrase.measures["angle" if unit.value == "degrees" else unit.value] = value
            return at + 2
        phrase.count = int(value)
        return at + 1

    def _shaded(self, colors: list[str], at: int) -> int:
        if self.at(at + 1).kind == "color":
            self.take(at + 1)
            colors.append(shaded(self.at(at).value, self.at(at + 1).value))
            return at + 2
        return at + 1

    def measured(self, measures: dict[str, float], at: int) -> int:
        """ "radius 2", "side length of 3": the measure at `at` and its number."""
        name, to = self.at(at).value, at + 1
        while self.at(to).kind in ("relation", "neutral") and self.at(to).text in ("of", "is", "equal", "to"):
            to += 1
        if self.at(to).kind != "number":
            return at + 1
        self.take(*range(at, to + 1))
        measures[name] = self.at(to).numbers[0]
        if self.at(to + 1).kind == "unit" and self.at(to + 1).value in ("units", "pixels", "percent"):
            self.take(to + 1)
            measures[name] /= 100 if self.at(to + 1).value in ("percent", "pixels") else 1
            to += 1
        return to + 1

    def color_list(self, colors: list[str], at: int) -> int:
        """ "red, green and light blue", "one red and one blue" from `at` on."""
        while True:
            item = self.at(at)
            if item.kind in ("color", "hex"):
                colors.append(item.value)
                self.take(at)
                at += 1
            elif item.kind == "shade" and self.at(at + 1).kind == "color":
                self.take(at)
                at = self._shaded(colors, at)
            elif skipped := self._color_link(at):
                self.take(*range(at, at + skipped))
                at += skipped
            else:
                return self._color_word(at)

    def _color_link(self, at: int) -> int:
        """How many items join two colours of a list here: ",", "and", ", and one" …; 0 for none."""
        ahead = at
        while self.at(ahead).value in (",", "and") or self.at(ahead).text in ("one", "the", "other"):
            ahead += 1
        colored = self.at(ahead).kind in ("color", "hex") or (
            self.at(ahead).kind == "shade" and self.at(ahead + 1).kind == "color"
        )
        return ahead - at if colored and ahead > at and self._head_index(ahead) is None else 0

    def _color_word(self, at: int) -> int:
        """Skip the noun in "in red colour"."""
        if self.at(at).kind == "part" and self.at(at).value == "color":
            self.take(at)
            return at + 1
        return at

    def noun_phrase(self, index: int, placing: bool = True) -> tuple[NounPhrase | None, int]:
        """A noun phrase at `index`, or None, and the index after it."""
        raise NotImplementedError

    def place(self, at: int) -> tuple[Place | None, int]:
        """A place at `at`, or None, and the index after it."""
        raise NotImplementedError
