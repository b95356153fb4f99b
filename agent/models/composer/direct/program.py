"""The program of a direct wish: the things on the stage and the steps that are played. No Manim here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is or goes. `kind`: region, point, coordinate, relative. Regions are Manim's (UL, LEFT …).

    For relative: `value` is a direction (UP …), inside, around, between, along, to … and `refs` the code of what
    it is relative to. Points are in frame units, or in the units of the axes when there are axes.
    """

    kind: str
    value: str = ""
    point: tuple[float, ...] = ()
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something drawn. `id` is its variable in the code, `kind` a key of `nouns.THINGS` or of `nouns.PARTS`.

    `count` > 1 makes a group, `dims` a grid of `element`s. `role`: stage (has a place of its own), attached (lives on
    `owner`), target (what something turns into), band (title, caption). `after` is the id it takes the place of.
    """

    id: str
    kind: str
    noun: str = ""
    count: int = 1
    dims: tuple[int, int] | None = None
    element: str = ""
    formation: str = ""
    colors: tuple[str, ...] = ()
    look: tuple[str, ...] = ()
    size: float = 1.0
    measures: tuple[tuple[str, float], ...] = ()
    content: str = ""
    tex: bool = False
    points: tuple[tuple[float, ...], ...] = ()
    span: tuple[float, float] | None = None
    spot: Spot | None = None
    owner: str = ""
    ends: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    role: str = "stage"

    def measure(self, name: str, default: float) -> float:
        """A number given in the wish (radius, side, width …), else `default`."""
        return dict(self.measures).get(name, default)

    @property
    def color(self) -> str:
        return self.colors[0] if self.colors else "WHITE"

    @property
    def group(self) -> bool:
        return self.count > 1 or self.dims is not None


@dataclass(frozen=True, slots=True)
class Action:
    """One animation. `targets` and `others` are code (`circle`, `dots[0]`); `value` is an angle in degrees or a factor.

    `seconds` 0 means the usual time. `lag` plays the members of a group one after another.
    """

    verb: str
    targets: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    style: str = ""
    spot: Spot | None = None
    shift: tuple[float, float] = (0.0, 0.0)
    value: float = 0.0
    colors: tuple[str, ...] = ()
    seconds: float = 0.0
    repeat: int = 1
    lag: bool = False
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Actions that are played together."""

    actions: tuple[Action, ...]
    explicit: bool = True


@dataclass(frozen=True, slots=True)
class Program:
    """All things in order of appearance, the steps, and words that were read but hardly meant so."""

    things: tuple[Thing, ...]
    steps: tuple[Step, ...]
    doubts: tuple[str, ...] = ()

    def thing(self, code: str) -> Thing | None:
        """The thing a piece of code such as `dots[0]` is about."""
        name = root(code)
        return next((thing for thing in self.things if thing.id == name), None)

    @property
    def three_d(self) -> bool:
        from agent.models.composer.direct.nouns import SOLIDS

        return any(thing.kind in SOLIDS for thing in self.things)


def root(code: str) -> str:
    """The variable in a piece of code: `dots` in `dots[0]` and in `VGroup(dots[0], dots[3])`."""
    return code.removeprefix("VGroup(").split("[")[0].split(".")[0]
