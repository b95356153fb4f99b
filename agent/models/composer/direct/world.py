"""What is on the stage while a wish is read: things, what was mentioned last, and the steps so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from agent.models.composer.direct.colors import PALETTE, RAINBOW
from agent.models.composer.direct.nouns import COORDINATES, LINES, TEXTS
from agent.models.composer.direct.program import Action, Spot, Step, Thing, root
from agent.models.composer.direct.syntax import NounPhrase

FAMILIES = (
    frozenset({"circle", "ball", "disk", "dot", "ring"}),
    TEXTS - {"formula"},
    TEXTS,
    LINES | {"line", "side", "hypotenuse", "radius", "diameter", "diagonal"},
    COORDINATES,
    frozenset({"square", "rectangle", "box", "rounded_rectangle"}),
    frozenset({"triangle", "right_triangle", "isosceles"}),
    frozenset({"wall", "line", "vertical_line"}),
    frozenset({"dot", "midpoint", "center", "vertex", "endpoint"}),
)
RESERVED = frozenset(
    {"midpoint", "normalize", "linear", "wiggle", "color", "smooth", "height", "fall", "rise"}
) | frozenset(
    [
        "self",
        "and",
        "or",
        "not",
        "is",
        "in",
        "if",
        "for",
        "while",
        "as",
        "with",
        "from",
        "import",
        "class",
        "def",
        "lambda",
        "none",
        "true",
        "false",
        "axes",
        "line",
    ]
) - {"axes", "line"}


@dataclass
class World:
    """Mutable while a wish is interpreted. `focus` holds mentions, the latest last; each is a list of code."""

    things: dict[str, Thing] = field(default_factory=lambda: {})
    steps: list[list[Action]] = field(default_factory=lambda: [])
    focus: list[list[str]] = field(default_factory=lambda: [])
    entered: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    implicit: set[str] = field(default_factory=set)

    # -- things ------------------------------------------------------------------------------------------------------

    def add(self, thing: Thing) -> Thing:
        """Keep a thing under a free name made from its own."""
        name, number = thing.id, 2
        while name in self.things or name in RESERVED:
            name, number = f"{thing.id}_{number}", number + 1
        self.things[name] = replace(thing, id=name)
        return self.things[name]

    def update(self, code: str, **changes: object) -> Thing:
        """Replace fields of a thing."""
        name = root(code)
        self.things[name] = replace(self.things[name], **changes)  # pyright: ignore[reportArgumentType]
        return self.things[name]

    def get(self, code: str) -> Thing:
        return self.things[root(code)]

    def visible(self) -> list[str]:
        """Ids of what is on the stage now, in order of appearance."""
        return [name for name in self.things if name in self.entered and name not in self.gone]

    def next_color(self) -> str:
        """A palette colour that nothing on the stage has yet."""
        taken = {color for thing in self.things.values() for color in thing.colors}
        return next((color for color in PALETTE if color not in taken), PALETTE[len(self.things) % len(PALETTE)])

    def rainbow(self, count: int) -> tuple[str, ...]:
        return tuple(RAINBOW[i % len(RAINBOW)] for i in range(count))

    # -- mentions ----------------------------------------------------------------------------------------------------

    def mention(self, codes: list[str]) -> None:
        """Remember what was spoken of last."""
        if codes:
            self.focus.append(codes)

    def it(self, without: tuple[str, ...] = ()) -> list[str]:
        """The single thing spoken of last."""
        for codes in reversed(self.focus):
            alive = [code for code in codes if root(code) not in self.gone and code not in without]
            if len(alive) == 1 and self.get(alive[0]).kind not in ("title", "takeaway", "caption"):
                return alive
        for codes in reversed(self.focus):
            alive = [code for code in codes if root(code) not in self.gone and code not in without]
            if alive:
                return alive[-1:]
        return []

    def last_mentioned(self) -> list[str]:
        """What was spoken of last, one thing or several, titles aside."""
        said = [code for code in self.focus[-1] if root(code) not in self.gone] if self.focus else []
        if said and not any(self.get(code).role == "band" for code in said):
            return said
        return self.it()

    def them(self) -> list[str]:
        """The things spoken of last, as a group."""
        for codes in reversed(self.focus):
            alive = [code for code in codes if root(code) not in self.gone]
            if len(alive) > 1 or (len(alive) == 1 and self.get(alive[0]).group):
                return alive
        return self.stage() or self.it()

    def stage(self) -> list[str]:
        """Everything visible that is not a title or a label."""
        return [name for name in self.visible() if self.things[name].role == "stage"]

    def find(self, phrase: NounPhrase) -> list[str]:
        """Code of the existing things that a phrase can mean, best kind first."""
        alive = [thing for thing in self.things.values() if thing.id not in self.gone]
        kinds = [frozenset({phrase.noun})] + [family for family in FAMILIES if phrase.noun in family]
        if phrase.noun == "shape" or phrase.noun == "each":
            kinds = [frozenset(thing.kind for thing in alive if thing.role == "stage")]
        for kind in kinds:
            matches = [
                thing for thing in alive if (thing.kind in kind or thing.element in kind) and self._fits(thing, phrase)
            ]
            if matches:
                return self._chosen(matches, phrase)
        return []

    def _fits(self, thing: Thing, phrase: NounPhrase) -> bool:
        if phrase.colors and not any(color in thing.colors for color in phrase.colors):
            return False
        if phrase.labels and not set(phrase.labels) & set(thing.labels):
            return False
        return not (phrase.size != 1.0 and thing.size != phrase.size)

    def _chosen(self, matches: list[Thing], phrase: NounPhrase) -> list[str]:
        if phrase.plural and phrase.ordinal is None and not phrase.side:
            return [thing.id for thing in matches] if phrase.count != 1 else [matches[-1].id]
        if len(matches) == 1 and matches[0].group:
            return self._member(matches[0], phrase)
        if phrase.ordinal is not None and -len(matches) <= phrase.ordinal < len(matches):
            return [matches[phrase.ordinal].id]
        if phrase.side in ("LEFT", "RIGHT", "UP", "DOWN"):
            return [matches[0 if phrase.side in ("LEFT", "UP") else -1].id]
        return [matches[-1].id]

    def _member(self, thing: Thing, phrase: NounPhrase) -> list[str]:
        count = thing.count if not thing.dims else thing.dims[0] * thing.dims[1]
        index = phrase.ordinal
        if phrase.side:
            index = {"LEFT": 0, "RIGHT": -1, "UP": 0, "DOWN": -1, "ORIGIN": count // 2, "UL": 0, "UR": -1}.get(
                phrase.side
            )
        if phrase.labels and phrase.labels[0] in thing.labels:
            index = thing.labels.index(phrase.labels[0])
        if phrase.colors and phrase.colors[0] in thing.colors and len(thing.colors) > 1:
            index = thing.colors.index(phrase.colors[0])
        return [thing.id if index is None or abs(index) >= count + (index < 0) else f"{thing.id}[{index}]"]

    # -- steps -------------------------------------------------------------------------------------------------------

    def play(self, actions: list[Action], order: str = "then") -> None:
        """Append a step, or join the last one when it is to happen at the same time."""
        if not actions:
            return
        entering = all(action.verb == "enter" for action in actions)
        if order == "while" and self.steps and (entering or not self._only_implicit(self.steps[-1])):
            self.steps[-1].extend(actions)
        else:
            self.steps.append(actions)

    def _only_implicit(self, step: list[Action]) -> bool:
        """Whether a step only brings things in that were merely mentioned: nothing to happen "while" that."""
        return all(action.verb == "enter" and action.targets[0] in self.implicit for action in step)

    def enter(self, codes: list[str], order: str = "then", style: str = "") -> None:
        """Let things come on the stage, once each. Implicit entrances (`style` empty) can be restyled later."""
        new = [code for code in codes if root(code) not in self.entered]
        for code in new:
            self.entered.add(root(code))
        if not style:
            self.implicit.update(root(code) for code in new)
        actions = [Action("enter", (root(code),), style=style) for code in new]
        if order == "after_subject" and self.steps and all(action.verb == "enter" for action in self.steps[-1]):
            self.steps[-1].extend(actions)
        elif order == "while" and self.steps and not all(action.verb == "enter" for action in self.steps[-1]):
            self.steps.insert(len(self.steps) - 1, actions) if actions else None
        else:
            self.play(actions, order)

    def restyle(self, code: str, **changes: object) -> bool:
        """Change an implicit entrance ("a circle … fades in"); False when there is none."""
        name = root(code)
        for step in self.steps:
            for at, action in enumerate(step):
                if action.verb == "enter" and action.targets == (name,) and name in self.implicit:
                    step[at] = replace(action, **changes)  # pyright: ignore[reportArgumentType]
                    self.implicit.discard(name)
                    return True
        return False

    def leave(self, codes: list[str]) -> None:
        """Note that things are gone."""
        self.gone.update(root(code) for code in codes if "[" not in code)

    def frozen_steps(self) -> tuple[Step, ...]:
        return tuple(Step(tuple(actions)) for actions in self.steps if actions)

    def spot_of(self, code: str) -> Spot | None:
        return self.get(code).spot
