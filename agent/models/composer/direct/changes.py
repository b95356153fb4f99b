"""Changes of size, shape and colour, and emphasis."""

from __future__ import annotations

from agent.models.composer.direct.colors import PALETTE
from agent.models.composer.direct.nouns import CLOSED, TEXTS
from agent.models.composer.direct.program import Action, root
from agent.models.composer.direct.stagehand import FACTORS
from agent.models.composer.direct.syntax import Clause, NounPhrase
from agent.models.composer.direct.travels import Travels

FAINT = 0.3
"""The opacity of what is made transparent."""
UNCHANGING = frozenset({"dashed", "bold", "italic"})
"""Looks that a thing has from the start or never."""


class Changes(Travels):
    """Verbs such as scale, stretch, transform, colour, highlight, label."""

    def _do_scale(self, clause: Clause, targets: list[str]) -> None:
        factor = clause.factor or FACTORS.get(clause.action, 1.5)
        if clause.numbers and not clause.factor:
            factor = clause.numbers[0]
        if "little" in clause.manners:
            factor = 1.2 if factor > 1 else 0.8
        if clause.repeat > 1 and not clause.factor:
            factor = 1.4 if factor > 1 else 0.7
        self._play(
            clause, *[Action("scale", (t,), value=max(0.05, min(factor, 6.0)), repeat=clause.repeat) for t in targets]
        )

    _do_double = _do_halve = _do_triple = _do_scale

    def _do_shrink(self, clause: Clause, targets: list[str]) -> None:
        if clause.factor and clause.factor > 1:
            clause.factor = 1 / clause.factor
        before = self.world.steps[-1] if self.world.steps else []
        grown = next((a.value for a in before if a.verb == "scale" and list(a.targets) == targets and a.value > 1), 0.0)
        if grown and not clause.factor and clause.action == "shrink":
            if clause.repeat > 1:
                self.world.steps.pop()
                self._play(clause, *[Action("pulse", (t,), repeat=clause.repeat) for t in targets])
                return
            clause.factor = 1 / grown
        self._do_scale(clause, targets)

    def _do_stretch(self, clause: Clause, targets: list[str]) -> None:
        vertical = any(d[0] in ("UP", "DOWN") for d in clause.directions)
        factor = clause.factor or (0.5 if clause.action == "squash" else 2.0)
        self._play(
            clause,
            *[
                Action("stretch", (t,), value=factor, style="1" if vertical or clause.action == "squash" else "0")
                for t in targets
            ],
        )

    _do_squash = _do_stretch

    def _do_flip(self, clause: Clause, targets: list[str]) -> None:
        style = "RIGHT" if any(d[0] in ("UP", "DOWN") for d in clause.directions) else "UP"
        self._play(clause, *[Action("flip", (t,), style=style) for t in targets])

    def _do_transform(self, clause: Clause, targets: list[str]) -> None:
        subjects = (
            [c for p in (clause.subjects or clause.objects) for c in self.cast.resolve(p)]
            if clause.subjects or clause.objects
            else targets
        )
        into = clause.into or (clause.objects if clause.subjects else [])
        goal_phrase = into[:1] or ([clause.goal.things[0]] if clause.goal and clause.goal.things else [])
        if clause.objects and clause.into:
            subjects = targets
        if not goal_phrase or not subjects:
            return
        known = bool(goal_phrase[0].definite == "the" and self.world.find(goal_phrase[0]))
        for extra in list(goal_phrase[0].having):
            if extra.noun in ("title", "takeaway", "caption"):
                clause.having.append(extra)
                goal_phrase[0].having.remove(extra)
        after = self._turned(goal_phrase[0], subjects)
        if not after or {root(code) for code in after} & {root(code) for code in subjects}:
            return
        self.cast.new = [n for n in self.cast.new if n not in after]
        for code in after:
            if not known:
                self.world.update(code, role="target", owner=root(subjects[0]))
            self.world.entered.add(root(code))
        self._play(clause, Action("transform", tuple(subjects), tuple(after)))
        self.world.leave([s for s in subjects if s not in after])
        self.world.mention(after)
        self._move_on(clause, after)

    def _turned(self, phrase: NounPhrase, subjects: list[str]) -> list[str]:
        source = self.world.get(subjects[0])
        if (
            not phrase.colors
            and phrase.noun in CLOSED
            and source.kind in CLOSED
            and len(subjects) == 1
            and not source.group
        ):
            codes = self.cast.resolve(phrase)
            color = next(c for c in ("RED", "YELLOW", "GREEN", *PALETTE) if c not in source.colors)
            if self.world.get(codes[0]).id in self.cast.new:
                self.world.update(codes[0], colors=(color,))
            return codes
        return self.cast.resolve(phrase)

    def _move_on(self, clause: Clause, after: list[str]) -> None:
        if clause.place:
            spot = self.cast.spot(clause.place)
            if spot:
                self.world.play([Action("move", (after[0],), spot=spot)], "then")

    def _do_recolor(self, clause: Clause, targets: list[str]) -> None:
        phrases = [p for p in clause.objects or clause.subjects if p.noun == "color"]
        targets = [c for p in phrases for c in self.cast.resolve(p)] if phrases else targets
        if not targets:
            return
        colors = tuple(clause.colors)
        if not colors:
            used = self.world.get(targets[0]).colors if targets else ()
            colors = (next(c for c in ("YELLOW", *PALETTE) if c not in used),)
            if clause.different and targets and self.world.get(targets[0]).group:
                colors = self.world.rainbow(self.world.get(targets[0]).count)
        for color in colors if len(targets) == 1 and not self.world.get(targets[0]).group else (colors[0],):
            use = colors if len(colors) > 1 and color == colors[0] and self.world.get(targets[0]).group else (color,)
            self._play(clause, *[Action("recolor", (t,), colors=use) for t in targets])
            for target in targets:
                self._remember_color(target, color)
            clause.order = "then"

    def _remember_color(self, target: str, color: str) -> None:
        if "[" not in target and root(target) in self.world.things:
            self.world.update(
                target, colors=(color,), look=(*self.world.get(target).look, f"was:{self.world.get(target).color}")
            )

    def _do_fill(self, clause: Clause, targets: list[str]) -> None:
        color = clause.colors[0] if clause.colors else (self.world.get(targets[0]).color if targets else "BLUE")
        self._play(clause, *[Action("fill", (t,), colors=(color,)) for t in targets])

    def _do_relook(self, clause: Clause, targets: list[str]) -> None:
        """ "make it hollow", "fade it to half opacity": another look for what is there already."""
        if clause.look in UNCHANGING:
            self.cast.doubts.append(clause.look)
            return
        if clause.colors:
            self._do_recolor(clause, targets)
        style, value = ("faint", self._opacity(clause)) if clause.look == "opacity" else (clause.look, FAINT)
        self._play(clause, *[Action("relook", (t,), style=style, value=value) for t in targets])

    def _opacity(self, clause: Clause) -> float:
        """0 to 1, as it was said; "more opacity" is all of it, "less" some."""
        said = clause.factor if clause.factor is not None else next(iter(clause.numbers), None)
        if said is None:
            return 1.0 if clause.action == "scale" else FAINT
        return min(1.0, said / 100 if said > 1 else said)

    def _do_indicate(self, clause: Clause, targets: list[str]) -> None:
        if clause.names and targets and self._isolate(clause, targets[0]):
            return
        said = [c for p in clause.objects for c in p.colors if p.part or p.pronoun]
        colors = tuple(clause.colors or said or ["YELLOW"])
        self._play(clause, *[Action("highlight", (t,), colors=colors[:1], repeat=clause.repeat) for t in targets])

    def _isolate(self, clause: Clause, target: str) -> bool:
        """ "highlight the m in red" in a formula: one symbol of it."""
        thing = self.world.get(target)
        name = clause.names[0]
        if thing.kind != "formula" or name not in thing.content or "{" in thing.content or "\n" in thing.content:
            return False
        self.world.update(target, look=(*thing.look, f"isolate:{name}"))
        self._play(clause, Action("symbol", (target,), style=name, colors=tuple(clause.colors[:1]) or ("YELLOW",)))
        return True

    def _do_label(self, clause: Clause, targets: list[str]) -> None:
        names = clause.names or [p.content for p in clause.objects if p.noun in ("text", "formula") and p.content]
        for code in targets:
            thing = self.world.get(code)
            if names and not thing.labels and thing.kind != "text":
                self.world.update(code, labels=tuple(names[: max(1, thing.count)]))
                self.cast.label(code)
                names = names[max(1, thing.count) :]
            elif not thing.labels and thing.kind not in TEXTS:
                self.cast.want_labels(code, NounPhrase(wants_label=True))
        self._flush_new(clause.order)
