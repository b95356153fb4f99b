"""Actions on several things, on the camera, and the few that stand alone."""

from __future__ import annotations

from dataclasses import replace

from agent.models.composer.direct.changes import Changes
from agent.models.composer.direct.program import Action, Spot, Thing, root
from agent.models.composer.direct.syntax import Clause

QUARTERS = ("RIGHT", "UP", "LEFT", "DOWN")
"""Directions by quarter turns from the right."""
ALIKE = {"pan": "zoom", "zoom_out": "zoom", "stack": "group", "arrange": "group", "gather": "group", "spread": "group"}
"""Actions that are carried out in the same way as another."""


class Ensembles(Changes):
    """Verbs such as arrange, swap, connect, point, zoom, count, wait, repeat."""

    def _simple(self, clause: Clause, action: str, targets: list[str]) -> None:
        """Verbs that need nothing but their targets."""
        own = getattr(self, f"_all_{ALIKE.get(action, action)}", None)
        if own is not None:
            own(clause, action, targets)
        else:
            said = [hue for p in clause.objects if p.pronoun for hue in p.colors]
            hues = tuple((clause.colors or said)[:1])
            self._play(clause, *[Action(action, (t,), colors=hues, repeat=clause.repeat) for t in targets])
        self._bring_in(clause)

    def _all_cross_out(self, clause: Clause, action: str, targets: list[str]) -> None:
        if not clause.objects and "out" not in clause.verb:
            self.cast.doubts.append(clause.verb)  # "two lines that cross" are not crossed out
            return
        self._play(clause, *[Action("cross_out", (t,), colors=tuple(clause.colors[:1])) for t in targets])

    def _all_wait(self, clause: Clause, action: str, targets: list[str]) -> None:
        self._play(clause, Action("wait", seconds=clause.seconds or (clause.numbers[0] if clause.numbers else 1.0)))

    def _all_swap(self, clause: Clause, action: str, targets: list[str]) -> None:
        if len(targets) < 2 and clause.objects:
            targets = self.world.them()
        self._play(clause, Action("swap", tuple(targets)))

    def _all_roll(self, clause: Clause, action: str, targets: list[str]) -> None:
        start = self.cast.spot(clause.start) if clause.start else Spot("region", "LEFT")
        self._begin_at(targets, start or Spot("region", "LEFT"), clause)
        goal = self.cast.spot(clause.goal) if clause.goal else self._opposite(start)
        self._play(clause, *[Action("roll", (t,), spot=goal) for t in targets])

    def _all_group(self, clause: Clause, action: str, targets: list[str]) -> None:
        shape = clause.formation or next((m for m in clause.manners if m in ("circle",)), "")
        if clause.into:
            shape = clause.into[0].noun
        shape = {"line": "row", "row": "row", "stack": "column", "column": "column"}.get(shape, shape)
        shape = shape or {"arrange": "row", "stack": "column"}.get(action, action)
        self._play(clause, Action("arrange", tuple(targets), style=shape))

    def _all_zoom(self, clause: Clause, action: str, targets: list[str]) -> None:
        spot = self.cast.spot(clause.goal) if clause.goal else None
        self._flush_new(clause.order)
        if action == "zoom_out":
            self._play(clause, Action("zoom_out"))
            return
        place = spot or (self.cast.spot(clause.place) if clause.place else None)
        said = bool(clause.objects)
        self._play(
            clause,
            Action(
                action,
                tuple(targets[:1])
                if said and not place
                else (place.refs if place and place.refs else tuple(targets[:1])),
                spot=place,
                value=clause.factor or 2.0,
            ),
        )

    def _all_connect(self, clause: Clause, action: str, targets: list[str]) -> None:
        with_line = [p for p in clause.having if p.noun in ("line", "arrow", "dashed_line", "double_arrow")]
        clause.having = [p for p in clause.having if p not in with_line]
        line = with_line[0] if with_line else None
        if line is None:
            line = next(
                (
                    p
                    for p in clause.subjects + clause.objects
                    if p.noun in ("line", "arrow", "dashed_line", "double_arrow")
                ),
                None,
            )
        for other in [self.cast.spot(clause.goal)] if clause.goal else []:
            targets = targets + list(other.refs if other else ())
        kind = line.noun if line else "line"
        ends = [t for t in targets if not line or t not in line.ids]
        if line and line.ids:
            self._ends(line.ids[0], ends)
            return
        thing = self.world.add(
            Thing(kind, kind, kind, colors=tuple(line.colors) if line and line.colors else ("WHITE",), role="attached")
        )
        self.cast.new.append(thing.id)
        self._ends(thing.id, ends)
        self._flush_new(clause.order)
        self.world.mention([thing.id])

    def _ends(self, code: str, ends: list[str]) -> None:
        if len(ends) == 1:
            group = self.world.get(ends[0])
            if group.count == 2:
                ends = [f"{ends[0]}[0]", f"{ends[0]}[1]"]
            elif group.count > 2:
                self.world.update(code, ends=(ends[0],), kind="loop", role="attached")
                return
        if len(ends) > 2 and self.world.get(code).kind == "line":
            self.world.update(code, ends=tuple(ends), kind="loop", role="attached")
        elif len(ends) >= 2:
            self.world.update(code, ends=tuple(ends[:2]), role="attached")

    def _all_point(self, clause: Clause, action: str, targets: list[str]) -> None:
        """ "an arrow pointing from A to B", "an arrow points at the circle"."""
        arrows = [c for p in clause.subjects for c in self.cast.resolve(p)] or self.world.it()
        self.cast.new = [n for n in self.cast.new if n not in arrows]
        start = self.cast.spot(clause.start) if clause.start else None
        goal = self.cast.spot(clause.goal) if clause.goal else None
        if not arrows:
            self._flush_new(clause.order)
            return
        if clause.directions and self._turn_towards(arrows[0], clause.directions[0][0]):
            return
        objects = [c for p in clause.objects for c in self.cast.resolve(p) if c not in arrows]
        refs = [*(start.refs if start else ()), *(goal.refs if goal else ()), *objects]
        if len(clause.directions) > 1 and self.world.get(arrows[0]).count > 1:
            self.world.update(arrows[0], look=("directions", *[d[0] for d in clause.directions]))
        elif clause.directions:
            self.world.update(arrows[0], measures=(("direction", float(QUARTERS.index(clause.directions[0][0]))),))
        if len(refs) >= 2:
            self.world.update(arrows[0], ends=tuple(refs[:2]), role="attached")
            self._after(arrows[0])
        elif len(refs) == 1:
            self.world.update(arrows[0], ends=(refs[0],), role="attached")
            self._after(arrows[0])
        self._flush_new(clause.order)
        self._enter_again(arrows)

    def _turn_towards(self, arrow: str, way: str) -> bool:
        """ "rotate it to point up": the angle of the turn that was just asked for."""
        last = self.world.steps[-1] if self.world.steps else []
        if not any(a.verb == "rotate" and a.targets == (arrow,) for a in last):
            return False
        quarters = (QUARTERS.index(way) - self.world.get(arrow).measure("direction", 0.0) + 2) % 4 - 2
        self.world.steps[-1] = [replace(a, value=90.0 * quarters) if a.verb == "rotate" else a for a in last]
        return True

    def _after(self, code: str) -> None:
        """Make a thing come after those it depends on, in the code and on the stage."""
        name = root(code)
        thing = self.world.things.pop(name)
        self.world.things[name] = thing
        if name in self.world.entered:
            self.world.entered.discard(name)
            self.world.steps = [[a for a in step if a.targets != (name,)] for step in self.world.steps]
            self.world.steps = [step for step in self.world.steps if step]

    def _enter_again(self, codes: list[str]) -> None:
        self.world.enter(codes)

    def _all_count(self, clause: Clause, action: str, targets: list[str]) -> None:
        numbers = clause.numbers or [0, 10]
        span = next((p.span for p in clause.objects + clause.subjects if p.span), None)
        first, last = span or (numbers[0], numbers[1]) if len(numbers) > 1 else span or (0, numbers[0])
        counters = [n for n in self.world.stage() if self.world.things[n].kind in ("counter", "number")]
        if not counters:
            thing = self.world.add(Thing("counter", "counter", "counter", span=(first, last), size=2.0))
            self.world.enter([thing.id])
            counters = [thing.id]
        self.world.update(counters[-1], span=(first, last), kind="counter")
        self._play(clause, Action("count", (counters[-1],), value=last))

    def _all_repeat(self, clause: Clause, action: str, targets: list[str]) -> None:
        last = [list(step) for step in self.world.steps if not all(a.verb in ("enter", "exit") for a in step)][-1:]
        for _ in range(max(1, clause.repeat if clause.repeat > 1 else 1)):
            self.world.steps.extend([list(step) for step in last])
