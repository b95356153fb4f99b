"""Noun phrases and places, read from items by recursive descent."""

from __future__ import annotations

from agent.models.composer.direct.nouns import CLOSED, THINGS
from agent.models.composer.direct.prefixes import HEADS
from agent.models.composer.direct.suffixes import SuffixReader
from agent.models.composer.direct.syntax import NounPhrase, Place


class PhraseReader(SuffixReader):
    """Reads noun phrases and places at an index; each method returns what it read and the index after it."""

    def noun_phrase(self, index: int, placing: bool = True) -> tuple[NounPhrase | None, int]:
        """A noun phrase at `index`, or None. `placing` lets it take the place that follows ("in the corner")."""
        head = self._head_index(index)
        if head is None:
            return None, index
        phrase = NounPhrase()
        at = index
        while at < head:
            at = self._prefix(phrase, at)
        at = self._head(phrase, head)
        return phrase, self._suffixes(phrase, at, placing)

    def _head(self, phrase: NounPhrase, at: int) -> int:
        item = self.at(at)
        self.take(at)
        phrase.text = item.text
        match item.kind:
            case "pronoun":
                phrase.pronoun = item.value
            case "string":
                phrase.noun, phrase.content = "text", item.raw
            case "tex":
                phrase.noun, phrase.content, phrase.tex = "formula", item.raw, True
            case "named":
                phrase.noun, phrase.content, phrase.tex = "formula", f"={item.text}", True
                if self.at(at + 1).value == "formula":
                    self.take(at + 1)
                    at += 1
            case _:
                phrase.noun, phrase.part = item.value, item.kind.startswith("part")
                phrase.plural = item.kind.endswith("s")
        return self._compound(phrase, at + 1)

    def _compound(self, phrase: NounPhrase, at: int) -> int:
        """A second noun right behind the first: "area formula", "circle shape", "triangle vertices"."""
        item = self.at(at)
        if item.kind not in ("noun", "nouns", "part", "parts") or phrase.pronoun or phrase.content:
            return at
        if phrase.noun == "center" and item.value in ("each", *THINGS):
            phrase.side, phrase.noun, phrase.part, phrase.text = "ORIGIN", item.value, item.value == "each", item.text
        elif phrase.part and item.value == "formula":
            phrase.content, phrase.tex = f"={phrase.noun}", True
            phrase.noun, phrase.part = "formula", False
        elif item.value in ("screen", "shape", "path", "each", "position", "color") and item.value != phrase.noun:
            pass
        elif item.kind.startswith("part") and not phrase.part:
            phrase.owner = NounPhrase(noun=phrase.noun, text=phrase.text, definite="the")
            phrase.noun, phrase.part, phrase.plural = item.value, True, item.kind == "parts"
        elif item.value == "grid" and phrase.noun in CLOSED | {"dot", "ball"}:
            phrase.owner = NounPhrase(noun=phrase.noun, text=phrase.text, plural=True, colors=list(phrase.colors))
            phrase.noun, phrase.text = "grid", "grid"
        else:
            return at
        self.take(at)
        return at + 1

    def _suffixes(self, phrase: NounPhrase, at: int, placing: bool) -> int:
        at = self._content(phrase, at)
        for _ in range(24):
            after = self._suffix(phrase, at, placing)
            if after == at:
                break
            at = after
        return at

    def place(self, at: int) -> tuple[Place | None, int]:
        """A place that starts with a preposition (or a direction) at `at`."""
        relation = self.at(at).value if self.at(at).kind == "relation" else ""
        start = at + 1 if relation else at
        after = self._skip_articles(start)
        item = self.at(after)
        if item.kind == "point":
            self.take(*range(at, after + 1))
            return Place("point", point=item.numbers), after + 1
        if item.kind == "coordinate":
            self.take(*range(at, after + 1))
            return Place("coordinate", item.text, item.numbers), after + 1
        if (
            self.at(after - 1).text in ("its", "their")
            and item.value in ("LEFT", "RIGHT", "UP", "DOWN")
            and relation in ("to", "on", "at")
        ):
            self.take(*range(at, after + 1))
            return Place("relative", item.value, things=[NounPhrase(pronoun="it")]), after + 1
        if item.kind in ("region", "dir") or (
            item.kind == "part" and item.value in ("center", "top", "bottom", "origin")
        ):
            found = self._region(at, after)
            if found:
                return found
        return self._relative(relation, at, start)

    def _skip_articles(self, at: int) -> int:
        while self.at(at).kind in ("det", "neutral", "size") and self.at(at).text in (
            "the",
            "its",
            "very",
            "same",
            "exact",
            "point",
            "their",
        ):
            at += 1
        return at + 1 if self.at(at).value == "dot" and self.at(at + 1).kind == "point" else at

    def _region(self, at: int, after: int) -> tuple[Place, int] | None:
        item = self.at(after)
        value = {"center": "ORIGIN", "top": "UP", "bottom": "DOWN", "origin": "ORIGIN"}.get(item.value, item.value)
        if self.at(after + 1).kind in HEADS and self.at(after + 1).value not in (
            "corner",
            "side",
            "edge",
            "screen",
            "position",
        ):
            return None
        end = after + 1
        while (
            self.at(end).value in ("corner", "side", "edge", "screen")
            or (self.at(end).text in ("of", "the") and self.at(end + 1).value == "screen")
            or (self.at(end).text == "of" and self.at(end + 2).value == "screen")
        ):
            end += 1
        if self.at(end).text == "of":
            return None
        self.take(*range(at, end))
        return Place("region", value), end

    def _relative(self, relation: str, at: int, start: int) -> tuple[Place | None, int]:
        if not relation:
            return None, at
        things: list[NounPhrase] = []
        phrase, after = self.noun_phrase(start, placing=False)
        while phrase is not None:
            things.append(phrase)
            if relation != "between" or self.at(after).value != "and" or len(things) > 1:
                break
            phrase, after = self.noun_phrase(after + 1, placing=False)
        if things and things[0].noun == "screen":
            self.take(at)
            return Place("region", "ORIGIN"), after
        if things:
            self.take(at)
            return Place("relative", relation, things=things), after
        if relation in ("UP", "DOWN", "RIGHT", "LEFT"):
            self.take(at)
            return Place("relative", relation), start
        return None, at
