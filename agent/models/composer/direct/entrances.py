"""Coming on the stage and leaving it."""

from __future__ import annotations

from agent.models.composer.direct.program import Action, root
from agent.models.composer.direct.stagehand import ENTRANCES, Stagehand
from agent.models.composer.direct.syntax import Clause, NounPhrase


def _is_summand(phrase: NounPhrase) -> bool:
    """Whether adding this may mean a sum, not that it comes on the stage."""
    return phrase.noun in ("vector", "number") or (phrase.noun == "formula" and not phrase.content)


class Entrances(Stagehand):
    """Verbs such as show, write, fade in, appear; and fade out, vanish, leave."""

    def _entrance(self, clause: Clause, action: str) -> None:
        _share_labels(clause.subjects + clause.objects)
        style, lag = ENTRANCES[action], "sequential" in clause.manners
        if clause.verb.startswith("add") and any(_is_summand(phrase) for phrase in clause.objects):
            self.cast.doubts.append(clause.verb)
        if "letters" in clause.manners:
            style = "letters"
        codes: list[str] = []
        for phrase in clause.subjects + clause.objects:
            codes.extend(self.cast.resolve(phrase))
        if len(codes) > 1:
            self.world.mention(codes)
        self._formation_of_several(clause, codes)
        self._settle(codes, clause)
        if clause.goal and codes:
            self.cast.place(codes[-1], clause.goal)
        if clause.start and action == "fly_in":
            style = f"fly:{clause.start.value}"
        elif clause.directions and action == "fly_in":
            style = f"fly:{clause.directions[0][0]}"
        for phrase in clause.subjects + clause.objects:
            if phrase.different or (clause.different and phrase.noun == "letter"):
                self._many_colors(phrase)
        fresh = list(self.cast.new)
        self._flush_new("while" if clause.order == "while" else "then")
        self._restyle(codes, fresh, style, lag, clause)
        self._bring_in(clause)
        self._verbs_in_phrases(clause)

    def _many_colors(self, phrase: NounPhrase) -> None:
        """ "each letter in a different colour", said of what is there already."""
        for code in phrase.ids:
            thing = self.world.get(code)
            if len(thing.colors) <= 1:
                self.world.update(code, colors=self.world.rainbow(thing.count if thing.count > 1 else 6))

    def _formation_of_several(self, clause: Clause, codes: list[str]) -> None:
        shape = clause.formation or next((p.formation for p in clause.subjects + clause.objects if p.formation), "")
        if shape and len(codes) > 1:
            for code in codes:
                if not self.world.get(code).group:
                    self.world.update(code, formation=shape)
        elif shape and codes:
            self.world.update(codes[0], formation=shape)

    def _restyle(self, codes: list[str], fresh: list[str], style: str, lag: bool, clause: Clause) -> None:
        seconds = self._seconds(clause)
        changes: dict[str, object] = {k: v for k, v in (("style", style), ("lag", lag), ("seconds", seconds)) if v}
        if "together" in clause.manners and not changes:
            return
        again = [code for code in codes if root(code) in self.world.gone]
        for code in again:
            self.world.gone.discard(root(code))
            self.world.play([Action("enter", (code,), style=style or "fade")])
        if changes:
            for code in codes:
                if code not in again:
                    self.world.restyle(code, **changes)
        if lag and len(codes) > 1:
            self._one_by_one(codes)

    def _one_by_one(self, codes: list[str]) -> None:
        """Entrances of several things, sequentially: one step each."""
        for at, step in enumerate(self.world.steps):
            if len(step) > 1 and all(a.verb == "enter" and a.targets[0] in codes for a in step):
                self.world.steps[at : at + 1] = [[action] for action in step]
                return

    def _verbs_in_phrases(self, clause: Clause) -> None:
        for phrase in clause.subjects + clause.objects:
            verbs = list(phrase.verbs)
            if "rotating" in phrase.adjectives:
                verbs.append("rotate")
            if "glowing" in phrase.adjectives:
                verbs.append("flash")
            phrase.verbs = []
            phrase.adjectives = [a for a in phrase.adjectives if a not in ("rotating", "glowing")]
            for verb in verbs:
                if verb not in ENTRANCES:
                    self.carry_out(
                        Clause(
                            verb, verb, "then", objects=[phrase], manners=list(clause.manners), seconds=clause.seconds
                        )
                    )

    def _do_fade_out(self, clause: Clause, targets: list[str]) -> None:
        everything = any(p.pronoun == "all" for p in clause.objects + clause.subjects) or any(
            p.noun == "screen" for p in clause.objects
        )
        if everything:
            targets = self.world.visible()
            self._play(clause, Action("exit", ("*",), style="fade"))
        else:
            targets = targets + [
                t.id for t in self.world.things.values() if t.owner in targets and t.id in self.world.visible()
            ]
            self._play(clause, *[Action("exit", (t,), style="fade") for t in dict.fromkeys(targets)])
        self.world.leave(targets)

    def _exit(self, clause: Clause, targets: list[str], style: str) -> None:
        self._play(clause, *[Action("exit", (t,), style=style) for t in targets])
        self.world.leave(targets)

    def _do_shrink_out(self, clause: Clause, targets: list[str]) -> None:
        self._exit(clause, targets, "shrink")

    def _do_uncreate(self, clause: Clause, targets: list[str]) -> None:
        self._exit(clause, targets, "undraw")

    def _do_fly_out(self, clause: Clause, targets: list[str]) -> None:
        side = clause.goal.value if clause.goal else (clause.directions[0][0] if clause.directions else "RIGHT")
        self._exit(clause, targets, f"fly:{side}")


def _share_labels(phrases: list[NounPhrase]) -> None:
    """ "a square and a circle labelled A and B": one name for each."""
    names = phrases[-1].labels if phrases else []
    if len(phrases) < 2 or len(names) != len(phrases) or phrases[-1].plural or any(p.labels for p in phrases[:-1]):
        return
    for phrase, name in zip(phrases, list(names), strict=True):
        phrase.labels = [name]
