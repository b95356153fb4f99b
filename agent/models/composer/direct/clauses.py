"""Clauses: who does what, how, and in which order, read from the items of a wish."""

from __future__ import annotations

from agent.models.composer.direct.adverbials import AdverbialReader
from agent.models.composer.direct.items import Item
from agent.models.composer.direct.nouns import CLOSED, TEXTS
from agent.models.composer.direct.phrases import PhraseReader
from agent.models.composer.direct.prefixes import HEADS, PREFIX
from agent.models.composer.direct.quantities import CHANGING, CREATING, INTO_WORDS
from agent.models.composer.direct.syntax import Clause, NounPhrase


class ClauseReader(AdverbialReader):
    """Walks the items once; `clauses` is the result, `phrases.used` the items that were understood."""

    def read(self) -> list[Clause]:
        """All clauses, in order."""
        at = 0
        while at < len(self.items):
            at = max(self._step(at), at + 1)
        self._flush("then")
        return self.clauses

    def _step(self, at: int) -> int:
        item = self.items[at]
        read = getattr(self, f"_read_{item.kind}", None)
        phrase, after = self._phrase(at) if item.kind in PREFIX | HEADS else (None, at)
        if phrase is not None:
            self._noun(phrase, after)
            return after
        return read(at) if read else at + 1

    def _phrase(self, at: int) -> tuple[NounPhrase | None, int]:
        return self.phrases.noun_phrase(at, placing=self.clause.action in CREATING or self.clause.action == "label")

    def _flush(self, order: str) -> None:
        clause = self.clause
        if not clause.action and not clause.subjects and (clause.filled or clause.factor) and self.clauses:
            self._carry_on(clause)
        elif self._next_shape(clause):
            last = self.clauses[-1]
            clause.action, clause.verb, clause.into, clause.subjects = "transform", "transform", clause.subjects, []
            clause.objects = [NounPhrase(pronoun=_back(last))]
        if clause.action or clause.subjects or clause.objects or clause.having or clause.delay:
            self.clauses.append(clause)
        self.clause = Clause(order=order)
        self.fresh = True

    def _next_shape(self, clause: Clause) -> bool:
        """ "a circle becomes a square, then a triangle": what comes next is turned into as well."""
        if clause.action or len(clause.subjects) != 1 or not self.clauses or clause.order != "then":
            return False
        last, said = self.clauses[-1], clause.subjects[0]
        new = (
            not said.pronoun
            and said.definite != "the"
            and said.noun in CLOSED | TEXTS - {"title", "caption", "takeaway"}
        )
        return last.action == "transform" and bool(last.into) and new

    def _carry_on(self, clause: Clause) -> None:
        """ "moves right, then up": a clause without a verb goes on with the last one."""
        last = next((c for c in reversed(self.clauses) if c.action not in CREATING), None)
        if clause.into or last is None:
            clause.action, clause.verb = ("transform", "transform") if clause.into else ("move", "move")
        else:
            clause.action, clause.verb = last.action, last.verb
        clause.objects = [NounPhrase(pronoun="it")] if last is None else [NounPhrase(pronoun=_back(last))]

    def _noun(self, phrase: NounPhrase, after: int) -> None:
        clause = self.clause
        if clause.negated:
            return
        if clause.verb.endswith(INTO_WORDS[:5]) and clause.action == "transform" and not clause.into:
            clause.into.append(phrase)
        elif clause.action and clause.objects and clause.filled and clause.action not in CREATING:
            self._gapped(phrase)
        elif clause.action and clause.subjects and not clause.objects and self._is_finite(after):
            order = clause.order if clause.order in ("while",) else "then"
            self._flush(order)
            self.clause.subjects.append(phrase)
        elif clause.action:
            clause.objects.append(phrase)
        else:
            clause.subjects.append(phrase)
        self._coordinate(phrase)
        follows = self.phrases.at(after)
        if phrase.having and (
            follows.text.split()[0] in ("that", "which") or (follows.kind == "verb" and follows.text.endswith("ing"))
        ):
            self.latest = [phrase.having[-1]]

    def _is_finite(self, at: int) -> bool:
        """Whether a verb such as "changes" stands here: then what came before it is its subject."""
        item = self.phrases.at(at)
        return item.kind == "verb" and (item.text.split()[0].endswith("s") or self.phrases.at(at - 1).text == "they")

    def _coordinate(self, phrase: NounPhrase) -> None:
        self.latest = [phrase] if self.fresh else [*self.latest, phrase]
        self.fresh = False

    def _gapped(self, phrase: NounPhrase) -> None:
        """ "move the circle left and the square right": the second half repeats the verb."""
        action, verb = self.clause.action, self.clause.verb
        self._flush("while")
        self.clause.action, self.clause.verb = action, verb
        self.clause.objects.append(phrase)

    def _read_verb(self, at: int) -> int:
        item = self.items[at]
        self.phrases.take(at)
        if item.text.split()[0] in PLACED and self.latest and not self.fresh:
            return self._participle(at)
        before = self.clause
        if self.negate:
            self._flush("then")
        if (
            before.action in ("end", "create", "keep")
            and not before.objects
            and not before.filled
            and not before.having
        ):
            before.action, before.verb = item.value, item.text
            if not before.subjects:
                return at + 1
            return at + 1
        order = before.order if not (before.action or before.subjects) else "after_subject"
        subjects = self._subjects(item, at)
        pending, negated = before, before.negated
        self._flush("then")
        if pending.order in ("while", "before") and pending in self.clauses and not pending.action:
            order = pending.order
        self.phrases.connecting = item.value == "connect"
        self.phrases.changing = item.text.startswith(CHANGING)
        self.clause.action, self.clause.verb, self.clause.order = item.value, item.text, order
        self.clause.subjects, self.clause.negated = subjects, negated
        return at + 1

    def _participle(self, at: int) -> int:
        """ "four squares arranged in a grid": how they stand, not something that happens."""
        word, after = self.items[at].text, self.phrases.at(at + 1)
        if word.startswith(("stacked", "piled")):
            self.latest[-1].formation = "column"
            if after.text in ("vertically", "up"):
                self.phrases.take(at + 1)
                return at + 2
        if after.text in ("horizontally", "vertically"):
            self.latest[-1].formation = "row" if after.text == "horizontally" else "column"
            self.phrases.take(at + 1)
            return at + 2
        if after.kind == "manner" and after.value == "circle":
            self.latest[-1].formation = "circle"
            self.phrases.take(at + 1)
            return at + 2
        return at + 1

    def _subjects(self, item: Item, at: int) -> list[NounPhrase]:
        if not self.latest or self.fresh:
            return []
        back = at - 1
        while (
            back >= 0 and self.items[back].kind in ("neutral", "manner", "pronoun") and self.items[back].kind != "noun"
        ):
            back -= 1
        single = item.text.split()[0].endswith("s") or self.items[at - 1].kind in ("noun", "part", "name", "string")
        if self.latest[-1].definite in ("the", "its") and any(p.definite == "new" or p.count for p in self.latest[:-1]):
            return self.latest[-1:]
        return self.latest[-1:] if single and len(self.latest) > 1 and self.clause.action else list(self.latest)

    def _read_order(self, at: int) -> int:
        item = self.items[at]
        self.phrases.take(at)
        if item.value in ("and", "also"):
            return self._and(at)
        if item.value == "or":
            return at + 1
        self._flush(item.value if item.value in ("while", "before") else "then")
        return at + 1

    def _and(self, at: int) -> int:
        ahead = at + 1
        while self.phrases.at(ahead).kind in ("neutral", "manner") or self.phrases.at(ahead).value in ("and", ","):
            ahead += 1
        if self.phrases.at(ahead).kind == "verb":
            self._flush("then")
        return at + 1

    def _read_mark(self, at: int) -> int:
        self.phrases.take(at)
        if self.items[at].text in ".;:":
            self._flush("then")
            return at + 1
        follows = self.phrases.at(at + 1)
        if follows.kind == "verb" and not follows.text.endswith("ing"):
            self._flush("then")
        elif self.clause.action and self.clause.objects and follows.kind in PREFIX | HEADS:
            self.fresh = self.fresh or self._sentence_follows(at + 1)
        return at + 1

    def _sentence_follows(self, at: int) -> bool:
        phrase, after = PhraseReader(self.items).noun_phrase(at, placing=False)
        return (
            phrase is not None
            and self.phrases.at(after).kind == "verb"
            and not self.phrases.at(after).text.endswith("ing")
        )


def _back(clause: Clause) -> str:
    """The pronoun for what a clause was about."""
    said = clause.objects or clause.subjects
    return "them" if len(said) > 1 or any(p.plural or p.pronoun == "them" for p in said) else "it"


PLACED = frozenset(
    {
        "arranged",
        "stacked",
        "piled",
        "aligned",
        "lined",
        "positioned",
        "placed",
        "organized",
        "organised",
        "located",
        "centered",
        "laid",
    }
)


def read_clauses(items: list[Item]) -> tuple[list[Clause], set[int]]:
    """The clauses of a wish and the indices of the items that were understood."""
    reader = ClauseReader(items)
    return reader.read(), reader.phrases.used
