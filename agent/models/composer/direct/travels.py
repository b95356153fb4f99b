"""Movements: along lines and paths, around things, up and down."""

from __future__ import annotations

from agent.models.composer.direct.entrances import Entrances
from agent.models.composer.direct.nouns import PATHS
from agent.models.composer.direct.program import Action, Spot, Thing
from agent.models.composer.direct.stagehand import MANNER_PATHS, SWINGS, UNIT_VECTORS
from agent.models.composer.direct.syntax import Clause, NounPhrase, Place


class Travels(Entrances):
    """Verbs such as move, follow, orbit, rotate, bounce, fall."""

    def _do_move(self, clause: Clause, targets: list[str]) -> None:
        goal = self.cast.spot(clause.goal, targets[0]) if clause.goal and targets else None
        start = self.cast.spot(clause.start, targets[0]) if clause.start and targets else None
        if any(p.pronoun == "itself" for place in (clause.goal, clause.start) if place for p in place.things):
            away = clause.start is not None or "apart" in clause.verb
            self._play(
                clause, Action("arrange", tuple(targets), style="spread") if away else Action("meet", tuple(targets))
            )
            return
        path = self.cast.spot(clause.path, targets[0]) if clause.path and targets else None
        self._flush_new(clause.order)
        if goal is None and clause.numbers and targets and not clause.directions and self._on_line(targets[0]):
            goal = Spot("coordinate", "x", (clause.numbers[-1],))
        shape = next((MANNER_PATHS[m] for m in clause.manners if m in MANNER_PATHS), "")
        if path or shape:
            self._along(clause, targets, path, shape)
            return
        if start:
            self._begin_at(targets, start, clause)
        if start is None and clause.numbers and len(clause.numbers) > 1 and targets and self._on_line(targets[0]):
            self.world.update(targets[0], spot=Spot("coordinate", "x", (clause.numbers[0],)))
        if goal is None and not clause.directions:
            goal = self._opposite(start)
        moves = [self._one_move(clause, t, goal, at) for at, t in enumerate(targets)]
        if (
            goal
            and goal.value == "ORIGIN"
            and len(targets) == 1
            and self.world.get(targets[0]).count > 1
            and "[" not in targets[0]
        ):
            moves = [Action("gather", tuple(targets))]
        self._play(clause, *moves)

    def _on_line(self, code: str) -> bool:
        """Whether a thing lives on a number line, where "to 7" is a place."""
        owner = self.world.things.get(self.world.get(code).owner)
        return owner is not None and owner.kind == "number_line"

    def _one_move(self, clause: Clause, target: str, goal: Spot | None, at: int) -> Action:
        if goal is not None:
            return Action("move", (target,), spot=goal)
        if not clause.directions:
            return Action("move", (target,), shift=(3.0, 0.0))
        paired = len(clause.directions) > 1 and len(clause.directions) == len(clause.objects or clause.subjects)
        chosen = clause.directions[at : at + 1] if paired else clause.directions
        number = clause.numbers[0] if clause.numbers else None
        x = y = 0.0
        for name, amount in chosen:
            dx, dy = UNIT_VECTORS[name]
            length = amount or number or 2.5
            x, y = x + dx * length, y + dy * length
        return Action("move", (target,), shift=(x, y))

    def _along(self, clause: Clause, targets: list[str], path: Spot | None, shape: str) -> None:
        if shape:
            track = self._track(shape, clause)
            self._play(clause, *[Action("follow", (t,), (track,), repeat=clause.repeat) for t in targets])
            return
        assert path is not None
        if path.value == "around":
            self._play(clause, *[Action("orbit", (t,), path.refs, repeat=clause.repeat) for t in targets])
            return
        if (
            path.value in ("through", "past", "across", "between")
            and path.refs
            and self.world.get(path.refs[0]).kind not in PATHS
        ):
            self._play(
                clause, *[Action("move", (t,), spot=Spot("relative", "through", refs=path.refs)) for t in targets]
            )
            return
        self._play(clause, *[Action("follow", (t,), path.refs, repeat=clause.repeat) for t in targets])

    def _track(self, kind: str, clause: Clause) -> str:
        """A path of its own for "moves in a circle"."""
        thing = self.world.add(Thing("track", kind, "path", colors=("GRAY",)))
        self.world.enter([thing.id], "while" if clause.order == "while" else "after_subject")
        return thing.id

    def _do_follow(self, clause: Clause, targets: list[str]) -> None:
        movers = [code for p in clause.subjects for code in self.cast.resolve(p)] or self.world.it()
        path = [code for p in clause.objects for code in self.cast.resolve(p) if code not in movers]
        if clause.path:
            spot = self.cast.spot(clause.path)
            path = list(spot.refs) if spot else path
        if not path and clause.objects and clause.objects[0].pronoun:
            path = [n for n in self.world.stage() if n not in movers][-1:]
        self._flush_new(clause.order)
        shape = next(
            (MANNER_PATHS[m] for m in clause.manners if m in MANNER_PATHS), "circular_path" if not path else ""
        )
        if shape and not path:
            path = [self._track(shape, clause)]
        self._play(clause, *[Action("follow", (m,), tuple(path[:1]), repeat=clause.repeat) for m in movers])

    def _do_orbit(self, clause: Clause, targets: list[str]) -> None:
        movers = [code for p in clause.subjects for code in self.cast.resolve(p)] or self.world.it()
        around = [c for p in clause.objects for c in self._other(p, movers)]
        place = clause.path or clause.goal
        if place:
            spot = self.cast.spot(place)
            around = list(spot.refs) if spot and spot.refs else around
        self._flush_new(clause.order)
        if not around:
            self._play(clause, *[Action("follow", (m,), style="circular_path", repeat=clause.repeat) for m in movers])
            return
        self._play(clause, *[Action("orbit", (m,), tuple(around[:1]), repeat=clause.repeat) for m in movers])

    def _other(self, phrase: NounPhrase, movers: list[str]) -> list[str]:
        """What a phrase means when it cannot be the movers: in "a planet orbiting it", the thing before."""
        if phrase.pronoun == "it":
            return self.world.it(tuple(movers)) or [n for n in self.world.stage() if n not in movers][-1:]
        return [code for code in self.cast.resolve(phrase) if code not in movers]

    def _do_rotate(self, clause: Clause, targets: list[str]) -> None:
        place = clause.path
        about = self._pivot(place, targets)
        if place and place.things and not place.things[0].pronoun and not about:
            self._do_orbit(clause, targets)
            return
        angle = clause.angle if clause.angle is not None else (180.0 if "flip" in clause.verb else 360.0)
        angle = -angle if clause.turn == "clockwise" else angle
        if clause.angle is None and clause.seconds and clause.seconds >= 2.5:
            angle *= max(1, round(clause.seconds / 1.5))
        self._play(clause, *[Action("rotate", (t,), about, value=angle, repeat=clause.repeat) for t in targets])

    def _pivot(self, place: Place | None, targets: list[str]) -> tuple[str, ...]:
        """ "around its left end", "about the origin": the code of the point to turn about."""
        if place is None or not targets:
            return ()
        if place.kind == "region" and place.value == "ORIGIN":
            return ("ORIGIN",)
        said = place.things[0] if place.things else None
        if said is None or not said.part:
            return ()
        if said.noun in ("endpoint",):
            return (f"{targets[0]}.get_{'end' if said.side == 'RIGHT' else 'start'}()",)
        if said.noun in ("vertex", "corner"):
            return (f"{targets[0]}.get_vertices()[0]",)
        sides = {"bottom": "get_bottom", "base": "get_bottom", "top": "get_top", "center": "get_center"}
        return (f"{targets[0]}.{sides[said.noun]}()",) if said.noun in sides else ()

    def _do_swing(self, clause: Clause, targets: list[str]) -> None:
        style = next(
            (m for m in clause.manners if m in SWINGS), "swing_up" if "up and down" in clause.verb else "swing"
        )
        self._play(clause, *[Action("swing", (t,), style=style, repeat=max(2, clause.repeat)) for t in targets])

    def _do_bounce(self, clause: Clause, targets: list[str]) -> None:
        movers = [c for p in clause.subjects for c in self.cast.resolve(p)] or targets or self.world.it()
        place = clause.path or clause.goal
        spot = self.cast.spot(place) if place else None
        self._flush_new(clause.order)
        walls = [ref for ref in (spot.refs if spot else ()) if ref not in movers]
        walls = walls or [n for n in self.world.stage() if self.world.things[n].kind == "wall"]
        sideways = "swing" in clause.manners or any(d[0] in ("LEFT", "RIGHT") for d in clause.directions)
        if walls and self.world.get(walls[0]).kind not in ("floor",):
            self._play(
                clause, *[Action("bounce", (m,), tuple(walls), style="walls", repeat=clause.repeat) for m in movers]
            )
            return
        self._forget_fall(movers)
        self._play(
            clause,
            *[
                Action("bounce", (m,), tuple(walls), style="sides" if sideways else "gravity", repeat=clause.repeat)
                for m in movers
            ],
        )

    def _forget_fall(self, movers: list[str]) -> None:
        """ "falls and bounces": the bounce begins with the fall."""
        if self.world.steps and all(a.manner == "fall" and a.targets[0] in movers for a in self.world.steps[-1]):
            self.world.steps.pop()

    def _form(self, clause: Clause) -> None:
        movers = [c for p in clause.subjects for c in self.cast.resolve(p)] or self.world.them()
        shape = (
            clause.objects[0].noun
            if clause.objects
            else clause.formation or next((m for m in clause.manners if m == "circle"), "row")
        )
        shape = {"line": "row", "stack": "column"}.get(shape, shape)
        self._flush_new(clause.order)
        self._play(clause, Action("arrange", tuple(movers), style=shape))

    def _do_fall(self, clause: Clause, targets: list[str]) -> None:
        for target in targets:
            if self.world.get(target).spot is None and self.world.get(target).role == "stage":
                self.world.update(target, spot=Spot("region", "UP"))
        goal = self.cast.spot(clause.goal) if clause.goal else None
        self._play(clause, *[Action("move", (t,), spot=goal or Spot("region", "DOWN"), manner="fall") for t in targets])

    def _do_rise(self, clause: Clause, targets: list[str]) -> None:
        start = self.cast.spot(clause.start) if clause.start else Spot("region", "DOWN")
        if clause.start or not clause.goal:
            self._begin_at(targets, start or Spot("region", "DOWN"), clause)
        goal = self.cast.spot(clause.goal) if clause.goal else None
        self._play(clause, *[Action("move", (t,), spot=goal or Spot("region", "UP")) for t in targets])

    def _do_place(self, clause: Clause, targets: list[str]) -> None:
        if clause.goal is None and not clause.directions:
            clause.goal = clause.place or Place("region", "ORIGIN")
        self._do_move(clause, targets)
