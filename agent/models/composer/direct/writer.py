"""Writing a reading as a ManimCE file: things, layout, then one commented play call per step."""

from __future__ import annotations

import subprocess
from dataclasses import replace

from agent.models.composer.direct.groups import construct
from agent.models.composer.direct.motions import Choreographer, Move
from agent.models.composer.direct.notation import BACKGROUND, FONT, INK, number
from agent.models.composer.direct.nouns import COORDINATES, SOLIDS, TEXTS
from agent.models.composer.direct.parts import coordinates, is_virtual
from agent.models.composer.direct.program import Action, Program, Spot, Step, Thing
from agent.models.composer.direct.reader import Reading
from agent.models.composer.direct.stage import place
from agent.models.composer.direct.wording import scene_name, takeaway
from agent.models.composer.direct.wording import title as headline
from core.scene import SceneCode

MAX_TEXT_WIDTH = 12.5


def write(reading: Reading, *, title: str | None = None, seed: int = 0) -> SceneCode:
    """The scene of a reading, formatted by ruff. `title` adds or replaces the title; `seed` is not needed here."""
    made = draft(reading, title)
    return replace(made, code=_formatted(made.code))


def draft(reading: Reading, title: str | None = None) -> SceneCode:
    """The same code before it is formatted."""
    return _Writer(_completed(reading.program, title), reading).scene()


def _completed(program: Program, title: str | None) -> Program:
    """Add what every such scene needs: words for open titles, right-angle marks, ground to bounce on."""
    things = list(program.things)
    if title and not any(t.kind == "title" for t in things):
        things.append(Thing("title", "title", content=title, role="band"))
        program = replace(program, steps=(Step((Action("enter", ("title",)),)), *program.steps))
    things = [_worded(_in_space(t, program), program) for t in things]
    program = replace(program, things=tuple(_reaching(t, things) for t in things))
    return _ordered(_with_floor(_with_right_angles(program)))


def _reaching(thing: Thing, things: list[Thing]) -> Thing:
    """Axes that reach beyond every point that is put on them."""
    if thing.kind != "axes" or thing.points:
        return thing
    points = [p for t in things if t.owner == thing.id for p in coordinates(t)]
    beyond = any(abs(p[0]) >= 5 or abs(p[1]) >= 3 for p in points)
    return replace(thing, points=tuple(points)) if beyond else thing


def _in_space(thing: Thing, program: Program) -> Thing:
    """Axes around a solid are axes in space."""
    return replace(thing, kind="axes3d") if program.three_d and thing.kind in ("axes", "plane") else thing


def _worded(thing: Thing, program: Program) -> Thing:
    if thing.content or thing.kind not in ("title", "takeaway", "caption", "subtitle", "text", "formula"):
        return thing
    if thing.kind in ("takeaway", "caption"):
        return replace(thing, content=takeaway(program))
    if thing.kind == "formula":
        return replace(thing, content="a^2 + b^2 = c^2", tex=True)
    return replace(thing, content=headline(program) if thing.kind == "title" else thing.noun.title())


def _with_right_angles(program: Program) -> Program:
    marks = [
        Thing(f"{t.id}_corner", "corner_mark", owner=t.id, role="attached")
        for t in program.things
        if t.kind == "right_triangle"
        and not t.points
        and not t.group
        and not any(p.kind in ("right_angle", "corner_mark") for p in program.things)
    ]
    steps = list(program.steps)
    for mark in marks:
        at = next(
            (
                i
                for i, s in enumerate(steps)
                if any(a.verb == "enter" and a.targets == (mark.owner,) for a in s.actions)
            ),
            None,
        )
        if at is not None:
            steps[at] = replace(steps[at], actions=(*steps[at].actions, Action("enter", (mark.id,))))
    return Program((*program.things, *marks), tuple(steps))


def _with_floor(program: Program) -> Program:
    ball = next(
        (a.targets[0] for s in program.steps for a in s.actions if a.verb == "bounce" and a.style == "gravity"), ""
    )
    if not ball:
        return program
    floors = [t for t in program.things if t.kind == "floor"]
    things = [replace(t, spot=Spot("point", point=(0.0, 1.8))) if t.id == ball else t for t in program.things]
    if floors:
        return Program(tuple(things), program.steps)
    steps = list(program.steps)
    steps[0] = replace(steps[0], actions=(Action("enter", ("floor",)), *steps[0].actions))
    return Program((*things, Thing("floor", "floor", spot=Spot("relative", "floor", refs=(ball,)))), tuple(steps))


def _ordered(program: Program) -> Program:
    """Titles come first and takeaways last, unless the wish puts them elsewhere; virtual parts do not enter."""
    first: list[Action] = []
    last: list[Action] = []
    steps: list[Step] = []
    for step in program.steps:
        kept: list[Action] = []
        for action in step.actions:
            thing = program.thing(action.targets[0]) if action.targets else None
            if action.verb == "enter" and thing and is_virtual(thing, program):
                continue
            if action.verb == "enter" and thing and thing.kind == "title" and not action.style:
                first.append(action)
            elif action.verb == "enter" and thing and thing.kind == "takeaway":
                last.append(action)
            else:
                kept.append(action)
        if kept:
            steps.extend(_ground_first(kept, program))
    cleared = bool(steps) and any(a.verb == "exit" and a.targets == ("*",) for a in steps[-1].actions)
    at = len(steps) - 1 if cleared else len(steps)
    steps[at:at] = [Step(tuple(last))] if last else []
    return replace(program, steps=(*([Step(tuple(first))] if first else []), *steps))


def _ground_first(actions: list[Action], program: Program) -> list[Step]:
    """Axes are drawn before what stands on them."""
    ground = [a for a in actions if a.verb == "enter" and (t := program.thing(a.targets[0])) and t.kind in COORDINATES]
    rest = [a for a in actions if a not in ground]
    if not ground or not rest or any(a.verb != "enter" for a in rest):
        return [Step(tuple(actions))]
    return [Step(tuple(ground)), Step(tuple(rest))]


class _Writer:
    def __init__(self, program: Program, reading: Reading) -> None:
        self.program = program
        self.reading = reading
        self.lines: list[str] = []
        self.choreographer = Choreographer(program)
        self.camera = (
            any(a.verb in ("zoom", "pan", "zoom_out") for s in program.steps for a in s.actions) and not program.three_d
        )

    def scene(self) -> SceneCode:
        name = scene_name(self.program)
        base = "ThreeDScene" if self.program.three_d else ("MovingCameraScene" if self.camera else "Scene")
        self._opening()
        late = self._cast()
        for step in self.program.steps:
            self._step(step, late)
        if not self.lines[-1].startswith("self.wait("):
            self.lines.append("self.wait()")
        body = "\n".join(f"        {line}" if line else "" for line in self.lines)
        code = f"from manim import *\n\n\nclass {name}({base}):\n    def construct(self):\n{body}\n"
        return SceneCode(code, name, notes=tuple(f"not understood: {word}" for word in self.reading.unread))

    def _opening(self) -> None:
        self.lines.append(f'self.camera.background_color = "{BACKGROUND}"')
        if any(t.kind in TEXTS - {"formula", "counter"} for t in self.program.things):
            self.lines.append(f'Text.set_default(font="{FONT}", color="{INK}")')
        if self.program.three_d:
            several = sum(t.kind in SOLIDS for t in self.program.things) > 1
            self.lines.append(
                f"self.set_camera_orientation(phi=70 * DEGREES, theta={'-80' if several else '-30'} * DEGREES)"
            )
        if self.camera and any(a.verb == "zoom_out" for s in self.program.steps for a in s.actions):
            self.lines.append("self.camera.frame.save_state()")
        self.lines.append("")

    # -- the cast ----------------------------------------------------------------------------------------------------

    def _cast(self) -> dict[str, list[str]]:
        """Write the things that can be built at once; return the lines of those built only when they enter."""
        placement = place(self.program)
        late: dict[str, list[str]] = {}
        moving = self._movers()
        drawn = [t for t in self.program.things if not is_virtual(t, self.program)]
        for thing in (t for t in drawn if t.role in ("stage", "target")):
            self.lines.append(f"{thing.id} = {construct(thing, self.program)}{placement.suffix.get(thing.id, '')}")
            self.lines.extend(self._formation(thing))
        self.lines.extend(placement.after)
        for thing in (t for t in drawn if t.role == "attached"):
            line = f"{thing.id} = {construct(thing, self.program)}"
            if self._depends_on(thing, moving):
                late[thing.id] = [line]
            else:
                self.lines.append(line)
                self._in_space(thing)
        for thing in (t for t in drawn if t.role == "band"):
            self.lines.append(f"{thing.id} = {construct(thing, self.program)}{self._band(thing)}")
            self._in_space(thing, frame=True)
        return late

    def _formation(self, thing: Thing) -> list[str]:
        if thing.count < 2 or thing.formation not in ("circle", "triangle", "square", "pyramid"):
            return []
        outline = {
            "circle": "Circle(radius=2).rotate(90 * DEGREES)",
            "triangle": "Triangle(radius=2)",
            "square": "Square(side_length=3.5)",
        }.get(thing.formation, "Triangle(radius=2)")
        from agent.models.composer.direct.notation import singular

        member, name = singular(thing.id), self.choreographer.name("outline")
        return [
            f"{name} = {outline}",
            f"for i, {member} in enumerate({thing.id}):",
            f"    {member}.move_to({name}.point_from_proportion(i / {thing.count}))",
        ]

    def _movers(self) -> set[str]:
        """Things that have moved before something attached to them enters."""
        verbs = {
            "move",
            "follow",
            "orbit",
            "rotate",
            "scale",
            "swap",
            "arrange",
            "gather",
            "bounce",
            "transform",
            "swing",
            "roll",
            "zoom",
        }
        moved: set[str] = set()
        for step in self.program.steps:
            for action in step.actions:
                if action.verb in verbs:
                    moved.update(t.split("[")[0] for t in (*action.targets, *action.others))
        return moved

    def _depends_on(self, thing: Thing, moved: set[str]) -> bool:
        """Whether a thing must be built where its owner is by then: the owner moved before the thing entered."""
        owners = {thing.owner, *[end.split("[")[0] for end in thing.ends]}
        owner = self.program.thing(thing.owner)
        owners |= {owner.owner} if owner is not None and owner.role == "attached" else set()
        for step in self.program.steps:
            if any(a.verb == "enter" and a.targets == (thing.id,) for a in step.actions):
                return False
            if any(
                t.split("[")[0] in owners & moved
                for a in step.actions
                if a.verb != "enter"
                for t in (*a.targets, *a.others)
            ):
                return True
        return False

    def _band(self, thing: Thing) -> str:
        wide = len(thing.content) * 0.02 * 13 > MAX_TEXT_WIDTH
        fit = f".scale_to_fit_width({number(MAX_TEXT_WIDTH)})" if wide else ""
        if thing.kind == "title":
            return f"{fit}.to_edge(UP, buff=0.4)"
        return f"{fit}.to_edge(DOWN, buff=0.4)"

    def _in_space(self, thing: Thing, frame: bool = False) -> None:
        if not self.program.three_d or thing.kind in SOLIDS:
            return
        if frame or thing.kind in TEXTS:
            how = "frame" if frame or thing.count == 1 else "orientation"
            star = "*" if thing.count > 1 else ""
            if how == "frame":
                self.lines.append(f"self.add_fixed_in_frame_mobjects({thing.id})")
                self.lines.append(f"self.remove({thing.id})")
            else:
                self.lines.append(f"self.add_fixed_orientation_mobjects({star}{thing.id})")
                self.lines.append(f"self.remove({star}{thing.id})")

    # -- the steps ---------------------------------------------------------------------------------------------------

    def _step(self, step: Step, late: dict[str, list[str]]) -> None:
        moves = [self.choreographer.write(action) for action in step.actions]
        comment = "; ".join(dict.fromkeys(m.comment for m in moves if m.comment))
        self.lines.append("")
        if comment:
            self.lines.append(f"# {_short(moves, comment)}")
        for action in step.actions:
            if action.verb == "enter":
                self.lines.extend(late.pop(action.targets[0], []))
        for move in moves:
            self.lines.extend(move.before)
        self._plays(_untangled([m for m in moves if m.plays], step))
        for move in moves:
            self.lines.extend(move.block)

    def _plays(self, moves: list[Move]) -> None:
        if not moves:
            return
        repeat = max(m.repeat for m in moves)
        seconds = max(m.seconds for m in moves)
        rates = {m.rate for m in moves}
        args = [play for move in moves for play in move.plays]
        if seconds and seconds != 1:
            args.append(f"run_time={number(seconds)}")
        if len(rates) == 1 and (rate := rates.pop()):
            args.append(f"rate_func={rate}")
        call = f"self.play({', '.join(args)})"
        self.lines.extend([f"for _ in range({repeat}):", f"    {call}"] if repeat > 1 else [call])


def _untangled(moves: list[Move], step: Step) -> list[Move]:
    """A thing that moves and turns at once: the movement becomes a path, so that the two do not fight."""
    turning = {a.targets[0] for a in step.actions if a.verb == "rotate"}
    moving = {a.targets[0] for a in step.actions if a.verb == "move"}
    for code in turning & moving:
        for move in moves:
            call = move.plays[0]
            if call.startswith(f"{code}.animate"):
                goal = f"{code}.copy(){call.removeprefix(f'{code}.animate')}.get_center()"
                move.before.append("")
                move.plays = [f"MoveAlongPath({code}, Line({code}.get_center(), {goal}))"]
        moves = sorted(moves, key=lambda m: m.plays[0].startswith("MoveAlongPath"))
    return moves


def _short(moves: list[Move], comment: str) -> str:
    return comment if len(comment) <= 76 else next(m.comment for m in moves if m.comment)


def _formatted(code: str) -> str:
    """The code as ruff would write it; unchanged if ruff is not installed."""
    from ruff.__main__ import find_ruff_bin

    done = subprocess.run(
        [find_ruff_bin(), "format", "--isolated", "-"],
        check=False,
        input=code,
        capture_output=True,
        text=True,
        timeout=20,
    )
    return done.stdout if done.returncode == 0 else code
