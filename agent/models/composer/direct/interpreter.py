"""From clauses to a program: each clause becomes actions on things, in the order that was asked for."""

from __future__ import annotations

from agent.models.composer.direct.ensembles import Ensembles
from agent.models.composer.direct.program import Action, Program, root
from agent.models.composer.direct.stagehand import ENTRANCES, FACTORS, SWINGS
from agent.models.composer.direct.syntax import Clause, NounPhrase, Place

TURNING = frozenset({"gather", "rotate", "change", "scale", "shrink", "stretch", "fade_out", "create", "recolor"})
"""Verbs that with "into" mean a transformation."""
COLORING = frozenset({"rotate", "change", "flash", "transform", "create", "fill", "shift_color", "fade_in", "fade_out"})
"""Verbs that with a colour mean a change of colour."""


class Interpreter(Ensembles):
    """Carries out clauses one by one. `run` gives the program."""

    def run(self, clauses: list[Clause]) -> Program:
        """Interpret all clauses."""
        for clause in clauses:
            if not clause.negated:
                self.carry_out(clause)
        self._enter_forgotten()
        return Program(tuple(self.world.things.values()), self.world.frozen_steps(), tuple(self.cast.doubts))

    def _enter_forgotten(self) -> None:
        transforms = {
            other
            for step in self.world.steps
            for action in step
            if action.verb == "transform"
            for other in action.others
        }
        paths = {root(o) for step in self.world.steps for a in step if a.verb == "follow" for o in a.others}
        missing = [
            n for n in self.world.things if n not in self.world.entered and n not in transforms and n not in paths
        ]
        self.world.enter(missing)

    def carry_out(self, clause: Clause) -> None:
        if clause.delay and self.world.steps:
            self.world.play([Action("wait", seconds=clause.delay)])
        action = self._meaning(clause)
        if action in ENTRANCES:
            self._entrance(clause, action)
            return
        if action == "form":
            self._form(clause)
            return
        do = getattr(self, f"_do_{action}", None)
        targets = self._targets(clause)
        if do is None:
            self._simple(clause, action, targets)
            return
        do(clause, targets)
        self._bring_in(clause)

    def _change(self, clause: Clause, action: str, subject: NounPhrase) -> str | None:
        """Changes of colour or size hidden in other verbs; None when the verb means what it says."""
        if clause.look:
            return "relook"
        if (clause.colors or clause.different) and action in COLORING and not clause.into:
            return "fill" if action == "fill" else "recolor"
        if (
            subject.part
            and subject.noun in ("width", "height")
            and action in ("double", "halve", "scale", "shrink", "triple")
        ):
            clause.factor = clause.factor or FACTORS.get(action, 1.5)
            clause.directions = [("UP" if subject.noun == "height" else "RIGHT", None)]
            return "stretch"
        if action == "change" or (subject.part and subject.noun == "color"):
            return "recolor"
        if action == "transform" and not clause.into and (clause.factor or clause.verb.startswith("becom")):
            return "scale"
        growing = action == "scale" and clause.verb.startswith("grow") and not clause.factor and not clause.numbers
        return "grow_in" if growing and self._is_new(subject) else None

    def _meaning(self, clause: Clause) -> str:
        """What the verb means here: "turn red" is not "turn 90 degrees" is not "turn into"."""
        action, subject = clause.action, (clause.objects or clause.subjects or [NounPhrase()])[0]
        if clause.into and action in TURNING:
            return "transform"
        if (changed := self._change(clause, action, subject)) is not None:
            return changed
        if action == "place" and self._is_new(subject):
            return "create"
        if action == "move" and any(m in SWINGS for m in clause.manners):
            return "swing"
        if action == "orbit" and clause.objects and clause.objects[0].part and clause.subjects:
            clause.path, clause.objects = Place("relative", "around", things=clause.objects), []
            return "rotate"
        if action in ("orbit",) and not (clause.objects or clause.path or clause.goal):
            return "follow"
        return action


def interpret(clauses: list[Clause]) -> Program:
    """The program of a parsed wish."""
    return Interpreter().run(clauses)
