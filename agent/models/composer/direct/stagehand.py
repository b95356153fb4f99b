"""What every action of a wish needs: its targets, its time, its place in the order of steps."""

from __future__ import annotations

from dataclasses import replace

from agent.models.composer.direct.cast import Cast
from agent.models.composer.direct.nouns import COORDINATES
from agent.models.composer.direct.program import Action, Spot, root
from agent.models.composer.direct.syntax import Clause, NounPhrase
from agent.models.composer.direct.world import World

ENTRANCES = {
    "": "",
    "create": "",
    "draw": "draw",
    "build": "draw",
    "write": "write",
    "type": "letters",
    "appear": "fade",
    "fade_in": "fade",
    "grow_in": "grow",
    "pop_in": "pop",
    "spin_in": "spin",
    "fly_in": "fly",
    "end": "",
    "stand": "",
    "keep": "",
}
UNIT_VECTORS = {
    "LEFT": (-1, 0),
    "RIGHT": (1, 0),
    "UP": (0, 1),
    "DOWN": (0, -1),
    "UL": (-1, 1),
    "UR": (1, 1),
    "DL": (-1, -1),
    "DR": (1, -1),
}
FACTORS = {"scale": 1.5, "shrink": 0.5, "double": 2.0, "halve": 0.5, "triple": 3.0}
PACE = {"slow": 3.0, "fast": 0.5}
SWINGS = {"swing": (1.0, 0.0), "swing_up": (0.0, 1.0)}
MANNER_PATHS = {
    "circle": "circular_path",
    "spiral": "spiral",
    "zigzag": "zigzag",
    "wave": "wave_path",
    "eight": "eight_path",
    "square_path": "square_path",
    "ellipse_path": "elliptical_path",
    "arc": "arc",
}


UNTARGETED = frozenset({"wait", "zoom", "zoom_out", "pan"})
ENSEMBLE = frozenset({"gather", "arrange", "form", "spread", "stack", "swap", "transform", "connect"})
"""Verbs whose place is where their targets go, not where they are."""


class Stagehand:
    """The world of a wish while it is carried out, and the ways to put actions into it."""

    def __init__(self) -> None:
        self.world = World()
        self.cast = Cast(self.world)

    def _is_new(self, phrase: NounPhrase) -> bool:
        if phrase.ids or phrase.pronoun:
            return False
        return phrase.definite in ("new", "another") or bool(phrase.content) or not self.world.find(phrase)

    def _targets(self, clause: Clause) -> list[str]:
        phrases = clause.objects or clause.subjects
        codes: list[str] = []
        for phrase in phrases:
            codes.extend(code for code in self.cast.resolve(phrase) if code not in codes)
        if not phrases:
            codes = self.world.last_mentioned()
        self._settle(codes, clause)
        self._flush_new(clause.order)
        return codes

    def _settle(self, codes: list[str], clause: Clause) -> None:
        """A place said with a verb that does not move ("spinning in the corner") is where the thing is."""
        if clause.place is None or clause.action in ENSEMBLE:
            return
        for code in codes:
            if (
                root(code) in self.world.things
                and not self.world.get(code).spot
                and self.world.get(code).role == "stage"
                and self.world.get(code).kind not in COORDINATES
            ):
                self.cast.place(code, clause.place)

    def _flush_new(self, order: str) -> None:
        new, self.cast.new = self.cast.new, []
        self.world.enter([n for n in new if n in self.world.things], order)

    def _bring_in(self, clause: Clause) -> None:
        for phrase in clause.having:
            target = self.world.it()
            if phrase.noun == "label" and phrase.plural:
                for code in self.world.last_mentioned():
                    self.cast.have(code, replace(phrase, place=None, pronoun=""))
            elif target and (phrase.noun == "label" or phrase.part):
                self.cast.have(target[0], phrase)
            else:
                self.cast.resolve(phrase)
        self._flush_new(clause.order if clause.order == "while" else "then")

    def _opposite(self, start: Spot | None) -> Spot | None:
        flip = {
            "LEFT": "RIGHT",
            "RIGHT": "LEFT",
            "UP": "DOWN",
            "DOWN": "UP",
            "UL": "DR",
            "DR": "UL",
            "UR": "DL",
            "DL": "UR",
        }
        if start and start.value in flip:
            return Spot("region", flip[start.value])
        return None

    def _begin_at(self, targets: list[str], start: Spot, clause: Clause) -> None:
        """Where a movement starts: the thing's own place if it has just appeared, else a first movement."""
        for target in targets:
            thing = self.world.get(target)
            if (
                not any(a.verb != "enter" and target in a.targets for step in self.world.steps for a in step)
                and thing.role == "stage"
            ):
                self.world.update(target, spot=start)
            elif thing.spot != start:
                self.world.play([Action("move", (target,), spot=start)])

    def _play(self, clause: Clause, *actions: Action) -> None:
        actions = tuple(action for action in actions if action.targets or action.verb in UNTARGETED)
        seconds = self._seconds(clause)
        lag = "sequential" in clause.manners
        done = [replace(a, seconds=seconds or a.seconds, lag=lag or a.lag) for a in actions]
        manner = next((m for m in clause.manners if m in ("linear", "gravity")), "")
        if manner:
            done = [replace(a, manner=a.manner or manner) for a in done]
        if lag and len(done) > 1:
            for action in done:
                self.world.play([action])
            return
        self.world.play(done, clause.order if clause.order == "while" else "then")

    def _seconds(self, clause: Clause) -> float:
        if clause.seconds:
            return max(0.2, min(clause.seconds, 30.0))
        return next((PACE[m] for m in clause.manners if m in PACE), 0.0)

    def carry_out(self, clause: Clause) -> None:
        """Carry out one clause."""
        raise NotImplementedError
