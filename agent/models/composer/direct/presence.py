"""Coming and going as Manim code, and what is on the stage meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field

from agent.models.composer.direct.notation import singular
from agent.models.composer.direct.nouns import COORDINATES, SOLIDS, TEXTS
from agent.models.composer.direct.program import Action, Program, Thing, root


@dataclass
class Move:
    """Code of one action: lines `before` the play call, `plays` (animations), or a `block` that plays by itself."""

    plays: list[str] = field(default_factory=lambda: [])
    before: list[str] = field(default_factory=lambda: [])
    block: list[str] = field(default_factory=lambda: [])
    seconds: float = 0.0
    rate: str = ""
    repeat: int = 1
    comment: str = ""


class Presence:
    """Remembers what is shown, so that labels travel with what they label."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.shown: set[str] = set()
        self.names: set[str] = {t.id for t in program.things}
        self.moved: set[str] = set()
        self.zoomed = False

    def name(self, wanted: str) -> str:
        """A free variable name."""
        name, at = wanted, 2
        while name in self.names:
            name, at = f"{wanted}_{at}", at + 1
        self.names.add(name)
        return name

    def thing(self, code: str) -> Thing:
        found = self.program.thing(code)
        return found if found is not None else Thing(root(code), "shape")

    def whole(self, code: str) -> str:
        """A thing together with the labels that are on the stage with it."""
        labels = [
            t.id
            for t in self.program.things
            if t.owner == root(code) and t.kind not in ("midpoint",) and t.id in self.shown and t.role == "attached"
        ]
        if not labels or "[" in code:
            return code
        return f"VGroup({', '.join([code, *labels])})"

    def rigid(self, code: str) -> str:
        """A thing together with the marks and lines drawn on it (not the labels), which turn with it."""
        marks = [
            t.id
            for t in self.program.things
            if t.owner == code
            and t.kind not in ("label", "dot", "vector")
            and t.id in self.shown
            and t.role == "attached"
        ]
        return f"VGroup({', '.join([code, *marks])})" if marks else code

    def _enter(self, action: Action) -> Move:
        code = action.targets[0]
        thing = self.thing(code)
        self.shown.add(root(code))
        if thing.group and (action.lag or self._staggered(thing, action)):
            return self._enter_members(action, thing)
        style = action.style or self._usual(thing)
        return Move(
            [self._entrance(code, thing, style)],
            seconds=self._entrance_time(thing, style),
            comment=_COMMENTS.get(style, "Show") + f" {the(thing)}",
        )

    def _staggered(self, thing: Thing, action: Action) -> bool:
        return (
            thing.kind not in ("label", "wall", "line", "leg", "side", "diagonal", "text")
            and action.style != "grow"
            and (thing.count <= 12 and not thing.dims)
        )

    def _enter_members(self, action: Action, thing: Thing) -> Move:
        member = singular(thing.id)
        one = self._entrance(member, thing, action.style or self._usual(thing))
        lag = 1 if action.lag else 0.3
        count = thing.count if not thing.dims else thing.dims[0] * thing.dims[1]
        seconds = max(1.5, min(4.0, 0.8 * count)) if action.lag else 1.5
        text = f"Show {the(thing)}" + (" one after another" if action.lag else "")
        return Move(
            [f"LaggedStart(*[{one} for {member} in {thing.id}], lag_ratio={lag})"], seconds=seconds, comment=text
        )

    def _usual(self, thing: Thing) -> str:
        if thing.kind in TEXTS:
            return "write" if thing.kind not in ("label", "counter", "caption", "takeaway") else "fade"
        if thing.kind in ("dot", "ball", "midpoint", "center", "vertex", "endpoint", "origin"):
            return "grow" if not thing.group else "fade"
        if thing.kind in SOLIDS - {"cube", "axes3d"}:
            return "fade"
        if thing.dims and thing.element == "dot":
            return "fade"
        return "draw"

    def _entrance(self, code: str, thing: Thing, style: str) -> str:
        if style.startswith("fly"):
            return f"FadeIn({code}, shift={_from(style)})"
        if style == "draw" and thing.kind in ("arrow", "vector") and not thing.group and "dashed" not in thing.look:
            return f"GrowArrow({code})"
        if style == "write" and thing.kind not in TEXTS:
            style = "draw"
        if style == "letters" and thing.kind != "text":
            style = "write"
        if style == "draw" and thing.kind in TEXTS:
            style = "write"
        table = {
            "draw": f"Create({code})",
            "write": f"Write({code})",
            "letters": f"AddTextLetterByLetter({code}, time_per_char=0.2)",
            "fade": f"FadeIn({code})",
            "grow": f"GrowFromCenter({code})",
            "pop": f"GrowFromCenter({code}, rate_func=rate_functions.ease_out_back)",
            "spin": f"SpinInFromNothing({code})",
        }
        return table.get(style, f"Create({code})")

    def _entrance_time(self, thing: Thing, style: str) -> float:
        if style == "letters":
            return 0.0
        if thing.kind in COORDINATES | {"grid"} or thing.dims:
            return 1.5
        return 1.5 if style == "write" and len(thing.content) > 20 else 1.0

    def _exit(self, action: Action) -> Move:
        code = action.targets[0]
        if code == "*":
            self.shown.clear()
            return Move(["FadeOut(*self.mobjects)"], comment="Clear the stage")
        self.shown.discard(root(code))
        if action.style.startswith("fly"):
            side = action.style.split(":")[1] or "RIGHT"
            return Move(
                [f"{code}.animate.shift({_far(side)})"],
                seconds=1.5,
                comment=f"Send {the(self.thing(code))} off the screen",
            )
        calls = {"shrink": "ShrinkToCenter", "undraw": "Uncreate"}
        return Move([f"{calls.get(action.style, 'FadeOut')}({code})"], comment=f"Remove {the(self.thing(code))}")


_COMMENTS = {
    "draw": "Draw",
    "write": "Write",
    "letters": "Type",
    "fade": "Show",
    "grow": "Show",
    "pop": "Pop up",
    "spin": "Spin in",
}


def the(thing: Thing) -> str:
    """ "the blue circle": a thing in the words of a comment."""
    return "the " + thing.id.replace("_", " ")


def _from(style: str) -> str:
    side = style.partition(":")[2]
    opposite = {"LEFT": "RIGHT", "RIGHT": "LEFT", "UP": "DOWN", "DOWN": "UP"}.get(side, "RIGHT")
    return f"4 * {opposite}"


def _far(side: str) -> str:
    return {"LEFT": "12 * LEFT", "UP": "8 * UP", "DOWN": "8 * DOWN"}.get(side, "12 * RIGHT")
