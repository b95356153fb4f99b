"""Layout: where each thing stands, as lines of Manim code."""

from __future__ import annotations

from dataclasses import dataclass

from agent.models.composer.direct.notation import number, vector
from agent.models.composer.direct.nouns import CLOSED, COORDINATES, LINES, PATHS, TEXTS
from agent.models.composer.direct.program import Program, Spot, Thing, root
from agent.models.composer.direct.sizes import width_of

DIRECTIONS = frozenset({"UP", "DOWN", "LEFT", "RIGHT"})
CORNERS = frozenset({"UL", "UR", "DL", "DR"})
OPPOSITE = {"LEFT": "RIGHT", "RIGHT": "LEFT", "UP": "DOWN", "DOWN": "UP"}


@dataclass(frozen=True)
class Placement:
    """`suffix`: method calls right behind a constructor, by id. `after`: statements once everything is built."""

    suffix: dict[str, str]
    after: tuple[str, ...]


def place(program: Program) -> Placement:
    """Place every stage thing: said places first, the rest side by side."""
    return _Planner(program).plan()


def at_region(region: str, titled: bool = False) -> str:
    """The call that puts a mobject into a region of the frame."""
    if region == "ORIGIN":
        return ".move_to(ORIGIN)"
    if region in CORNERS:
        below = ".shift(0.5 * DOWN)" if titled and region in ("UL", "UR") else ""
        return f".to_corner({region}, buff=0.8){below}"
    if region == "UP":
        return ".to_edge(UP, buff=1.2)" if titled else ".to_edge(UP, buff=0.8)"
    return f".to_edge({region}, buff={'0.8' if region == 'DOWN' else '1'})"


class _Planner:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.stage = [t for t in program.things if t.role == "stage"]
        self.titled = any(t.kind in ("title",) for t in program.things)
        self.system = next((t for t in self.stage if t.kind in COORDINATES), None)
        self.suffix: dict[str, str] = {}
        self.after: list[str] = []
        self.moving = {
            root(t)
            for s in program.steps
            for a in s.actions
            if a.verb in ("follow", "orbit", "bounce")
            for t in a.targets
        }
        self.orbits = {
            root(t): root(a.others[0])
            for s in program.steps
            for a in s.actions
            if a.verb == "orbit" and a.others
            for t in a.targets
        }
        self.tracks = {
            root(t): root(a.others[0])
            for s in program.steps
            for a in s.actions
            if a.verb == "follow" and a.others
            for t in a.targets
        }

    def plan(self) -> Placement:
        for thing in self.stage:
            self._members(thing)
        special = self._special()
        epochs = self._epochs([t for t in self.stage if t.id not in special])
        for free in epochs:
            self._arrange(free)
        for thing in self.stage:
            if thing.id not in special:
                self._said(thing)
        for name, center in self.orbits.items():
            if root(center) != name and any(t.id == name for t in self.stage):
                distance = number(self._orbit_radius(name, center))
                self.after.append(f"{name}.move_to({center}.get_center() + {distance} * RIGHT)")
        for name, track in self.tracks.items():
            self.after.append(self._on_track(name, track))
        return Placement(self.suffix, tuple(line for line in self.after if line))

    def _orbit_radius(self, name: str, center: str) -> float:
        inner, outer = self.program.thing(center), self.program.thing(name)
        place = list(self.orbits).index(name)
        base = (width_of(inner) if inner else 2) / 2 + (width_of(outer) if outer else 1) / 2 + 0.6
        return min(3.2, base + place * 0.9)

    def _on_track(self, name: str, track: str) -> str:
        thing = self.program.thing(track)
        if thing is None or name == track:
            return ""
        if thing.kind == "number_line":
            return ""
        return f"{name}.move_to({track}.get_start())"

    # -- groups ------------------------------------------------------------------------------------------------------

    def _members(self, thing: Thing) -> None:
        """How the members of a group stand."""
        if (
            thing.count < 2
            or thing.dims
            or "directions" in thing.look
            or len(thing.points) == thing.count
            or "concentric" in (*thing.look, thing.formation)
        ):
            return
        if thing.kind == "line" and (
            "angle" in dict(thing.measures) or {"overlapping", "crossing", "perpendicular"} & set(thing.look)
        ):
            return
        self.suffix[thing.id] = self._formation(thing)

    def _formation(self, thing: Thing) -> str:
        if thing.kind == "wall":
            return ".arrange(RIGHT, buff=9)"
        if "overlapping" in thing.look:
            return f".arrange(RIGHT, buff=-{number(width_of(thing) / 3)})"
        column = thing.formation == "column" or (
            thing.kind in LINES | {"line"}
            and thing.kind != "vertical_line"
            and "vertical" not in thing.look
            and thing.formation != "row"
        )
        if column or (thing.kind in TEXTS - {"number", "letter"} and thing.formation != "row"):
            return f".arrange(DOWN, buff={'1' if thing.kind in LINES else '0.4'})"
        if thing.formation == "grid":
            columns = round(thing.count**0.5 + 0.49)
            return f".arrange_in_grid(cols={columns}, buff=0.5)"
        if thing.formation == "corners":
            return ".arrange_in_grid(rows=2, cols=2, buff=(11, 5.5))"
        if thing.formation in ("circle", "triangle", "square", "pyramid", "v"):
            return ""
        if thing.formation == "diagonal":
            return ".arrange(DR, buff=0.2)"
        if any(a.verb == "meet" and thing.id in a.targets for s in self.program.steps for a in s.actions):
            return ".arrange(RIGHT, buff=5)"
        if thing.kind in ("dot", "ball"):
            return f".arrange(RIGHT, buff={number(max(0.6, min(2.5, 7 / thing.count)))})"
        return ".arrange(RIGHT, buff=0.5)"

    # -- free things -------------------------------------------------------------------------------------------------

    def _special(self) -> set[str]:
        names = set(self.orbits) | set(self.tracks)
        names |= {t.id for t in self.stage if t.kind in PATHS}
        return names

    def _epochs(self, things: list[Thing]) -> list[list[Thing]]:
        """Things by the stretch of the video between two clearings of the stage in which they appear."""
        epoch, when = 0, dict[str, int]()
        for step in self.program.steps:
            for action in step.actions:
                if action.verb == "enter":
                    when.setdefault(root(action.targets[0]), epoch)
            if any(a.verb == "exit" and a.targets == ("*",) for a in step.actions) or self._emptied(step, when):
                epoch += 1
        groups: dict[int, list[Thing]] = {}
        for thing in things:
            groups.setdefault(when.get(thing.id, 0), []).append(thing)
        return list(groups.values())

    def _emptied(self, step: object, when: dict[str, int]) -> bool:
        from agent.models.composer.direct.program import Step

        assert isinstance(step, Step)
        out = {root(t) for a in step.actions if a.verb == "exit" for t in a.targets}
        if not out:
            return False
        earlier = {
            root(t)
            for s in self.program.steps[: self.program.steps.index(step)]
            for a in s.actions
            if a.verb == "exit"
            for t in a.targets
        }
        return all(
            name in out | earlier for name in when if (t := self.program.thing(name)) is None or t.role == "stage"
        )

    def _arrange(self, things: list[Thing]) -> None:
        free = [t for t in things if self._is_free(t)]
        if self.system is not None and self.system in things:
            for thing in free:
                if thing is not self.system:
                    self._beside_system(thing)
            return
        lanes = [
            t for t in things if t.spot and t.spot.kind == "region" and t.spot.value in DIRECTIONS and self._sweeps(t)
        ]
        if lanes and len(lanes) + len(free) > 1:
            upright = all(t.spot and t.spot.value in ("UP", "DOWN") for t in lanes)
            self._lanes([t for t in things if t in free or t in lanes], "RIGHT" if upright else "DOWN")
            return
        free = self._ordered(free)
        if 2 <= len(free) <= 3 and any(self._sweeps(t) for t in free) and not self.program.three_d:
            self._lanes(free)
            return
        if len(free) < 2:
            return
        names = [t.id for t in free]
        column = self._as_column(free)
        width = sum(self._reach(t) for t in free) + 1.2 * (len(free) - 1)
        joined = any(len(t.ends) == 2 and {root(e) for e in t.ends} <= set(names) for t in self.program.things)
        meeting = any(a.verb == "meet" and len(a.targets) > 1 for s in self.program.steps for a in s.actions)
        buff = "0.8" if column else ("1.2" if width < 12 else "0.5")
        buff = "5" if meeting else ("2" if self.program.three_d else buff)
        buff = ("1.5" if column else "3") if joined and width < 9 else buff
        room = 5.4 if any(t.role == "band" for t in self.program.things) else 6.8
        height = sum(self._height(t) for t in free) + 0.8 * (len(free) - 1)
        fit = "" if column or width < 12.5 else ".scale_to_fit_width(12)"
        fit = f".scale_to_fit_height({number(room)})" if column and height > room else fit
        self.after.append(f"VGroup({', '.join(names)}).arrange({'DOWN' if column else 'RIGHT'}, buff={buff}){fit}")

    def _reach(self, thing: Thing) -> float:
        return width_of(thing) * (thing.count if thing.formation != "column" else 1) + (
            0.5 * (thing.count - 1) if thing.count > 1 else 0
        )

    def _height(self, thing: Thing) -> float:
        """A rough height, in frame units."""
        if thing.kind in TEXTS | LINES | {"number_line"}:
            return 0.8 * (thing.count if thing.formation != "row" else 1)
        one = thing.measure("height", 1.8 if thing.kind in ("rectangle", "box") else min(width_of(thing), 2.4))
        if thing.dims:
            return 5.0
        return one * (thing.count if thing.formation == "column" else 1)

    def _as_column(self, free: list[Thing]) -> bool:
        if all(t.kind in TEXTS | LINES | {"number_line"} for t in free) or any(
            t.formation == "column" for t in free if not t.group
        ):
            return True
        if any(t.spot and t.spot.value in ("UP", "DOWN") for t in free):
            return True
        return any(t.group and self._reach(t) > 6 for t in free) or any(t.kind == "number_line" for t in free)

    def _is_free(self, thing: Thing) -> bool:
        spot = thing.spot
        if thing.group and len(thing.points) == thing.count:
            return False
        if thing.kind in ("floor", "axes3d") or (
            thing.points and thing.kind in LINES | {"polygon", "dot", "right_triangle", "triangle"}
        ):
            return False
        if any(
            a.verb == "bounce" and root(a.others[0] if a.others else "") == thing.id
            for s in self.program.steps
            for a in s.actions
        ):
            return thing.kind not in ("wall",)
        if thing.id in self.moving and any(a.verb == "bounce" for s in self.program.steps for a in s.actions):
            return False
        if spot is None:
            return thing.formation not in ("circle", "triangle") or True
        if spot.kind == "relative" and spot.value in DIRECTIONS and spot.refs:
            other = self.program.thing(spot.refs[0])
            return bool(other and other.role == "stage" and "[" not in spot.refs[0] and other.spot is None)
        return False

    def _ordered(self, free: list[Thing]) -> list[Thing]:
        """Things said to be left of, right of, above or below another stand next to it."""
        order = [t for t in free if t.spot is None]
        for thing in (t for t in free if t.spot is not None):
            assert thing.spot is not None
            at = next(
                (i for i, t in enumerate(order) if thing.spot.refs and t.id == root(thing.spot.refs[0])), len(order) - 1
            )
            order.insert(at if thing.spot.value in ("LEFT", "UP") else at + 1, thing)
        return order

    def _beside_system(self, thing: Thing) -> None:
        if thing.kind in TEXTS:
            self.after.append(f"{thing.id}.to_corner(UL).add_background_rectangle()")
        elif thing.kind in ("dot", "ball") and self.system and self.system.kind == "number_line":
            self.after.append(f"{thing.id}.move_to({self.system.id}.n2p({number((self.system.span or (-5, 5))[0])}))")
        elif self.system and self.system.kind == "number_line":
            self.after.append(f"{thing.id}.next_to({self.system.id}, UP, buff=0.8)")

    def _sweeps(self, thing: Thing) -> bool:
        return any(
            a.verb in ("move", "roll") and thing.id in a.targets and (a.spot is not None or abs(a.shift[0]) >= 1.5)
            for s in self.program.steps
            for a in s.actions
        )

    def _lanes(self, things: list[Thing], way: str = "DOWN") -> None:
        height = sum(self._height(t) for t in things) + len(things) - 1
        fit = ".scale_to_fit_height(6.4)" if height > 6.8 and way == "DOWN" else ""
        self.after.append(f"VGroup({', '.join(t.id for t in things)}).arrange({way}, buff=1){fit}")

    # -- said places -------------------------------------------------------------------------------------------------

    def _said(self, thing: Thing) -> None:
        spot = thing.spot
        if spot is None or (thing.kind in COORDINATES and spot.kind == "region" and spot.value == "ORIGIN"):
            return
        if spot.kind == "relative" and spot.value in DIRECTIONS and self._is_free(thing) and self.system is None:
            if spot.value in ("UP", "DOWN") and not self._as_column([thing]):
                self.after.append(f"{thing.id}.next_to({spot.refs[0]}, {spot.value})")
            return
        call = self.call(spot, thing)
        in_lane = any(thing.id in line and "buff=1)" in line and line.startswith("VGroup") for line in self.after)
        if call and (spot.kind == "relative" or in_lane):
            self.after.append(f"{thing.id}{call}")
        elif call and call != ".move_to(ORIGIN)":
            self.suffix[thing.id] = self.suffix.get(thing.id, "") + call

    def call(self, spot: Spot, thing: Thing | None = None) -> str:
        """The method call that realises a spot."""
        return spot_call(spot, self.program, thing)


def spot_call(spot: Spot, program: Program, thing: Thing | None = None) -> str:
    """The method call that brings a mobject to a spot: `.to_corner(UR)`, `.next_to(circle, RIGHT)` …"""
    titled = any(t.kind == "title" for t in program.things)
    match spot.kind:
        case "region":
            return at_region(spot.value, titled)
        case "point":
            return f".move_to({_point(spot, program)})"
        case "coordinate":
            axis = spot.value
            return f".set_{axis}({number(spot.point[0])})" if axis in "xyz" else ""
        case _:
            return _relative(spot, program, thing)


def _point(spot: Spot, program: Program) -> str:
    system = next((t.id for t in program.things if t.kind in ("axes", "plane")), "")
    x, y = spot.point[0], spot.point[1]
    if system:
        return f"{system}.c2p({number(x)}, {number(y)})"
    return vector(max(-6.3, min(6.3, x)), max(-3.5, min(3.5, y)))


def _relative(spot: Spot, program: Program, thing: Thing | None) -> str:
    ref = spot.refs[0] if spot.refs else ""
    if not ref:
        return ""
    if spot.value in DIRECTIONS:
        return f".next_to({ref}, {spot.value}, buff=0.5)"
    if spot.value in PLAIN_CALLS:
        return PLAIN_CALLS[spot.value].format(ref)
    if spot.value == "between" and len(spot.refs) >= 2:
        return f".move_to(midpoint({spot.refs[0]}.get_center(), {spot.refs[1]}.get_center()))"
    if spot.value == "through" and thing is not None:
        return f".move_to(2 * {ref}.get_center() - {thing.id}.get_center())"
    other = program.thing(ref)
    return (_contact(spot, ref, other, thing) if other is not None else "") or f".move_to({ref})"


def _contact(spot: Spot, ref: str, other: Thing, thing: Thing | None) -> str:
    """Calls that depend on what touches what: a shape on, in, around or at another; empty for the same centre."""
    if spot.value == "to" and other.kind not in POINTS:
        return f".next_to({ref}, LEFT)"
    if thing is None:
        return ""
    if spot.value == "on" and other.kind != "dot" and thing.kind not in ("dot", "text", "formula"):
        return f".next_to({ref}, UP, buff=0)"
    if spot.value == "around" and other.kind not in CLOSED and thing.kind in CLOSED:
        if thing.kind in ("circle", "ring"):
            return f".surround({ref})"
        return f".stretch_to_fit_width({ref}.width + 0.6).stretch_to_fit_height({ref}.height + 0.6).move_to({ref})"
    if spot.value in ("inside", "in", "around") and thing.kind in CLOSED - {"ball"} and other.kind in CLOSED:
        factor = "1.5" if spot.value == "around" else "0.5"
        return f".scale_to_fit_width({factor} * {ref}.width).move_to({ref})"
    return ""


POINTS = frozenset({"dot", "midpoint", "center", "vertex", "endpoint", "origin"})
PLAIN_CALLS = {
    "overlap": ".next_to({0}, LEFT, buff=-0.8)",
    "touch": ".next_to({0}, LEFT, buff=0)",
    "floor": ".next_to({0}, DOWN, buff=4)",
    "inscribed": ".scale_to_fit_width({0}.width).move_to({0})",
    "at_top": ".move_to({0}.get_top())",
    "at_bottom": ".move_to({0}.get_bottom())",
}
