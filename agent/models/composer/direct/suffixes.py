"""What stands behind a noun: contents, labels, colours, ends, owners, places."""

from __future__ import annotations

from agent.models.composer.direct.nouns import CLOSED, LINES, TEXTS
from agent.models.composer.direct.prefixes import DECORATIONS, PLACING, SEPARATOR, SPEAKING, PrefixReader
from agent.models.composer.direct.syntax import NounPhrase, Place


class SuffixReader(PrefixReader):
    """Each method reads one kind of suffix into a phrase and returns the index after it."""

    def _content(self, phrase: NounPhrase, at: int) -> int:
        """Texts and formulas named after their noun: title 'Orbits', the word EUREKA, the equation a = b."""
        if phrase.content.startswith("=") and self.at(at).kind == "tex":
            phrase.content = ""
        if phrase.noun not in SPEAKING | {"formula"} or phrase.content:
            return at
        while (self.at(at).kind == "mark" and self.at(at).text == ":") or (
            self.at(at).value in ("saying", "as") and self.at(at).kind == "relation"
        ):
            self.take(at)
            at += 1
        item = self.at(at)
        if phrase.plural and item.kind in ("number", "name", "string", "names", "tex"):
            return self._contents(phrase, at)
        if item.kind in ("string", "tex", "named"):
            self.take(at)
            phrase.content, phrase.tex = (f"={item.text}" if item.kind == "named" else item.raw), item.kind != "string"
            return at + 1
        if item.kind == "number" and phrase.noun == "number":
            self.take(at)
            phrase.content = item.text
            return at + 1
        return self._bare_words(phrase, at)

    def _contents(self, phrase: NounPhrase, at: int) -> int:
        """ "the numbers 1, 2 and 3": one text each."""
        found: list[str] = []
        while self.at(at).kind in ("number", "name", "string", "names", "tex") or (
            self.at(at).value in (",", "and")
            and {self.at(at + 1).kind, self.at(at + 2).kind} & {"number", "name", "string", "tex"}
            and found
        ):
            item = self.at(at)
            if item.kind not in ("mark", "order"):
                found.extend(_spread(item.raw) if item.kind == "names" else [item.raw])
            self.take(at)
            at += 1
        if found[1:] and self.at(at - 1).value in (",", "and"):
            at -= 1
        phrase.content, phrase.count, phrase.tex = SEPARATOR.join(found), len(found), phrase.noun == "formula"
        return at

    def _bare_words(self, phrase: NounPhrase, at: int) -> int:
        """Unquoted words that can only be what the text says: capitals, unknown words, anything after "saying"."""
        said = self.at(at - 1).value == "saying"
        taken: list[str] = []
        while self.at(at).kind not in ("mark", "tex", "point", "string") and at < len(self.items):
            item = self.at(at)
            loud = (item.raw[:1].isupper() and item.kind != "name") or (item.raw.isupper() and item.kind == "name")
            if not (
                loud or (item.kind == "unknown" and (said or taken or phrase.text == "word")) or (said and not taken)
            ):
                break
            taken.append(item.raw)
            self.take(at)
            at += 1
        phrase.content = " ".join(taken)
        return at

    def _suffix(self, phrase: NounPhrase, at: int, placing: bool) -> int:
        item = self.at(at)
        if item.kind == "dims" and phrase.noun == "grid" and phrase.dims is None:
            self.take(at)
            phrase.dims = (int(item.numbers[0]), int(item.numbers[1]))
            return at + 1
        for read in (
            self.labels,
            self._given_points,
            self._colors,
            self._measures,
            self._ends,
            self._owner,
            self._having,
        ):
            after = read(phrase, at)
            if after != at:
                return after
        if item.kind == "formation" and not phrase.formation and not phrase.pronoun and placing:
            self.take(at)
            phrase.formation = item.value
            return at + 1
        if (
            item.kind == "manner"
            and item.value == "circle"
            and item.text.startswith(("in", "into"))
            and placing
            and phrase.plural
        ):
            self.take(at)
            phrase.formation = "circle"
            return at + 1
        if placing and phrase.place is None and item.kind in ("relation", "formation"):
            return self._placed(phrase, at)
        if item.kind == "mark" and item.text == "," and self._suffix_after_comma(at + 1):
            return self._suffix(phrase, at + 1, placing)
        return at

    def _suffix_after_comma(self, at: int) -> bool:
        item = self.at(at)
        if item.text == "one" and self.at(at + 1).kind in ("color", "shade", "size"):
            return self._head_index(at) is None
        return item.kind in ("different", "formation") or (
            item.kind in ("adj", "color", "shade") and self._head_index(at) is None
        )

    def _given_points(self, phrase: NounPhrase, at: int) -> int:
        """ "the point (2, 3)", "vectors (2,1) and (-1,2)", "dots at (0,0) and (1,1)"."""
        if self.at(at).kind == "point" and phrase.noun in ("dot", "ball", "vector"):
            points = self._points(at)
        elif phrase.plural and self.at(at).value == "at" and not phrase.pronoun:
            points = self._points(at + 1)
            points = points if len(points) > 1 else []
        else:
            return at
        if not points:
            return at
        phrase.points = [self.at(i).numbers for i in points]
        self.take(at, *points)
        return points[-1] + 1

    def _placed(self, phrase: NounPhrase, at: int) -> int:
        if self.at(at).value not in PLACING:
            return at
        if (
            self.at(at).value in ("at", "on")
            and self.at(at + 1).kind == "number"
            and self.at(at + 2).kind != "unit"
            and phrase.noun in ("dot", "ball")
        ):
            self.take(at, at + 1)
            phrase.place = Place("coordinate", "x", self.at(at + 1).numbers)
            return at + 2
        place, after = self.place(at)
        if place is None or (place.kind == "relative" and phrase.pronoun):
            return at
        if phrase.plural and place.things and place.things[0].noun == "corner":
            phrase.formation = "corners"
            return after
        phrase.place = place
        return after

    def labels(self, phrase: NounPhrase, at: int) -> int:
        start, item = at, self.at(at)
        if (
            item.kind == "unknown"
            and item.raw.isupper()
            and 2 <= len(item.raw) <= 8
            and phrase.noun in CLOSED | LINES | {"chord"}
        ):
            self.take(at)
            phrase.labels.extend(item.raw)
            return at + 1
        if phrase.part and phrase.plural and item.kind == "number" and self.at(at + 1).kind != "unit":
            return self._label_list(phrase, at, True)
        if item.kind == "adj" and item.value == "labeled":
            phrase.wants_label = True
            self.take(at)
            at += 1
            while self.at(at).value in ("as", "with", "by", "labeled", "and") and self.at(at + 1).kind in (
                "name",
                "string",
                "tex",
                "names",
                "number",
                "adj",
            ):
                self.take(at)
                at += 1
        elif item.kind not in ("name", "names") or phrase.tex:
            return start
        return self._label_list(phrase, at, item.kind == "adj")

    def _label_list(self, phrase: NounPhrase, at: int, introduced: bool) -> int:
        kinds = ("name", "names", "string", "tex", "number") if introduced else ("name", "names")
        while True:
            item = self.at(at)
            if item.kind in kinds and self.at(at + 1).kind != "unit":
                phrase.labels.extend(_spread(item.raw) if item.kind == "names" else [item.raw])
            elif introduced and item.kind in ("unknown",) and item.raw[:1].isupper():
                phrase.labels.append(item.raw)
            elif not self._list_goes_on(at, kinds):
                return at
            self.take(at)
            at += 1

    def _list_goes_on(self, at: int, kinds: tuple[str, ...]) -> bool:
        """Whether a comma or "and" here is followed by another name of the list."""
        if self.at(at).value == "," and self.at(at + 1).value == "and":
            at += 1
        return self.at(at).value in (",", "and") and self.at(at + 1).kind in kinds

    def _colors(self, phrase: NounPhrase, at: int) -> int:
        start = at
        if self.at(at).text == "one" and self.at(at + 1).kind in ("color", "shade") and self._head_index(at) is None:
            return self.color_list(phrase.colors, at)
        if self.at(at).kind == "different":
            phrase.different = True
            self.take(at)
            return at + 1
        if self.at(at).kind == "adj" and self._head_index(at) is None:
            if self.changing and (phrase.pronoun or phrase.definite == "the"):
                return at  # what it becomes, not what it is
            phrase.adjectives.append(self.at(at).value)
            self.take(at)
            at += 1
            if self.at(at).value in ("with", "in") and self.at(at + 1).kind in ("color", "shade"):
                self.take(at)
                at += 1
            elif self.at(at).kind not in ("color", "shade", "hex"):
                return at
        elif (
            self.at(at).value in ("in", "of", "with")
            and self.at(at + 1).kind in ("color", "shade", "hex")
            and self._head_index(at + 1) is None
        ):
            self.take(at)
            at += 1
        elif self.at(at).kind not in ("color", "hex") or self._head_index(at) is not None:
            return start
        return self.color_list(phrase.colors, at)

    def _measures(self, phrase: NounPhrase, at: int) -> int:
        skip = 1 if self.at(at).value in ("with", "of", "and", ",", "has") or self.at(at).text in ("a", "having") else 0
        skip += 1 if self.at(at + skip).kind == "det" and skip else 0
        item = self.at(at + skip)
        if item.kind == "measure":
            self.take(*range(at, at + skip))
            return self.measured(phrase.measures, at + skip)
        if (
            item.kind == "number"
            and self.at(at + skip + 1).value in ("sides", "units")
            and (skip or phrase.noun in ("polygon", "line"))
        ):
            self.take(*range(at, at + skip + 2))
            phrase.measures["n" if self.at(at + skip + 1).value == "sides" else "length"] = item.numbers[0]
            return at + skip + 2
        if item.kind == "number" and skip and self.at(at + skip + 1).value == "degrees":
            self.take(*range(at, at + skip + 2))
            phrase.measures["angle"] = item.numbers[0]
            return at + skip + 2
        if item.value == "at" and self.at(at + skip + 1).kind == "number" and self.at(at + skip + 2).value == "degrees":
            self.take(at, at + skip, at + skip + 1, at + skip + 2)
            phrase.measures["angle"] = self.at(at + skip + 1).numbers[0]
            return at + skip + 3
        if self.at(at + skip).value == "vertex" and self._points(at + skip + 1):
            points = self._points(at + skip + 1)
            self.take(*range(at, points[-1] + 1))
            phrase.points = [self.at(i).numbers for i in points]
            return points[-1] + 1
        return at

    def _points(self, at: int) -> list[int]:
        """Indices of the points of a list "(0,0), (1,0) and (0,2)" that starts at `at`."""
        found: list[int] = []
        while self.at(at).kind == "point" or (
            (self.at(at).value in (",", "and", "at") or self.at(at).text == ":")
            and (self.at(at + 1).kind == "point" or self.at(at + 2).kind == "point")
        ):
            if self.at(at).kind == "point":
                found.append(at)
            at += 1
        self.take(*(list(range(found[0], found[-1])) if found else []))
        return found

    def _ends(self, phrase: NounPhrase, at: int) -> int:
        """ "from (0,0) to (1,1)", "from -5 to 5", "from the circle to the square"."""
        if self.at(at).value not in ("from", "between") or phrase.pronoun:
            return at
        first, second = self.at(at + 1), self.at(at + 3)
        if {first.kind, second.kind} == {"number"} and self.at(at + 2).value in ("to", "and"):
            self.take(at, at + 1, at + 2, at + 3)
            phrase.span = (first.numbers[0], second.numbers[0])
            return at + 4
        if {first.kind, second.kind} == {"point"}:
            self.take(at, at + 1, at + 2, at + 3)
            phrase.points = [first.numbers, second.numbers]
            return at + 4
        if {first.kind, second.kind} == {"name"} and phrase.noun in LINES and self.at(at + 2).value in ("to", "and"):
            self.take(at, at + 1, at + 2, at + 3)
            phrase.labels = [first.raw, second.raw]
            return at + 4
        origin = next((i for i in (at + 1, at + 2) if self.at(i).value in ("origin", "ORIGIN")), 0)
        if origin and self.at(origin + 1).value == "to" and self.at(origin + 2).kind == "point":
            self.take(*range(at, origin + 3))
            phrase.points = [(0.0, 0.0), self.at(origin + 2).numbers]
            return origin + 3
        if phrase.noun not in ("line", "arrow", "dashed_line", "double_arrow", "curved_arrow", "vector", "brace"):
            return at
        return self._end_phrases(phrase, at)

    def _end_phrases(self, phrase: NounPhrase, at: int) -> int:
        one, after = self.noun_phrase(at + 1, placing=False)
        if one is None or self.at(after).value not in ("to", "and"):
            if one is not None and self.at(at).value == "between":
                phrase.ends = [one]
                self.take(at)
                return after
            return at
        two, end = self.noun_phrase(after + 1, placing=False)
        if two is None:
            return at
        self.take(at, after)
        phrase.ends = [one, two]
        return end

    def _owner(self, phrase: NounPhrase, at: int) -> int:
        """ "the midpoint of the line", "a grid of dots", "a row of five squares"."""
        if self.at(at).value != "of" or phrase.pronoun:
            return at
        owner, after = self.noun_phrase(at + 1, placing=False)
        if owner is None or not (
            phrase.part or phrase.noun in ("grid", "circle", "line", "shape", "square", "triangle", "label")
        ):
            return at
        self.take(at)
        phrase.owner = owner
        return after

    def _having(self, phrase: NounPhrase, at: int) -> int:
        """ "with a title and a takeaway": what comes with the thing."""
        if self.at(at).value != "with" or phrase.pronoun or (phrase.noun in TEXTS and not phrase.content):
            return at
        part, after = self.noun_phrase(at + 1)
        if part is None or part.pronoun or any(end.pronoun for end in part.ends):
            return at
        if self.connecting and part.noun in LINES:
            return at
        self.take(at)
        phrase.having.append(part)
        while self.at(after).value in ("and", ",", "with"):
            step = 2 if self.at(after + 1).value == "and" else 1
            part, end = self.noun_phrase(after + step)
            if part is None or not (part.noun in DECORATIONS or part.part) or self.at(end).kind == "verb":
                break
            self.take(after, after + step - 1)
            phrase.having.append(part)
            after = end
        return after


def _spread(names: str) -> list[str]:
    """ "A-D" as A, B, C, D."""
    first, last = names[0], names[-1]
    return [chr(code) for code in range(ord(first), ord(last) + 1)][:26]
