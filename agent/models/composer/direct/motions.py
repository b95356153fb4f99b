"""Actions as Manim code: which animations are played, and what must be prepared for them."""

from __future__ import annotations

from dataclasses import replace

from agent.models.composer.direct.movement import Movement
from agent.models.composer.direct.notation import color, number, singular, vector
from agent.models.composer.direct.nouns import CLOSED, LINES, TEXTS
from agent.models.composer.direct.presence import Move, the
from agent.models.composer.direct.program import Action, Thing, root


class Choreographer(Movement):
    """Writes actions as code."""

    def write(self, action: Action) -> Move:
        """The code of an action."""
        thing = self.thing(action.targets[0]) if action.targets else None
        if action.lag and thing is not None and thing.group and action.verb in IN_TURN and len(action.colors) < 2:
            return self._in_turn(action, thing)
        move = getattr(self, f"_{action.verb}", self._unknown)(action)
        move.seconds = action.seconds or move.seconds
        if action.manner == "linear":
            move.rate = "linear"
        move.repeat = max(move.repeat, action.repeat) if not move.block else 1
        return move

    def _in_turn(self, action: Action, thing: Thing) -> Move:
        """The same animation for the members of a group, one after another."""
        member = singular(thing.id)
        move = getattr(self, f"_{action.verb}")(replace(action, targets=(member,)))
        count = thing.count if not thing.dims else thing.dims[0] * thing.dims[1]
        move.plays = [f"LaggedStart(*[{play} for {member} in {thing.id}], lag_ratio=0.5)" for play in move.plays]
        move.seconds, move.comment = (
            max(2.0, min(5.0, 0.5 * count)),
            f"{move.comment.split(' ')[0]} {the(thing)} one by one",
        )
        return move

    def _unknown(self, action: Action) -> Move:
        return Move([f"Indicate({action.targets[0]})"])

    def _scale(self, action: Action) -> Move:
        code = action.targets[0]
        return Move(
            [f"{code}.animate.scale({number(action.value)})"],
            comment=f"{'Enlarge' if action.value > 1 else 'Shrink'} {the(self.thing(code))}",
        )

    def _stretch(self, action: Action) -> Move:
        return Move(
            [f"{action.targets[0]}.animate.stretch({number(action.value)}, {action.style})"],
            comment=f"Stretch {the(self.thing(action.targets[0]))}",
        )

    def _flip(self, action: Action) -> Move:
        return Move(
            [f"{self.rigid(action.targets[0])}.animate.flip({action.style})"],
            comment=f"Flip {the(self.thing(action.targets[0]))}",
        )

    def _transform(self, action: Action) -> Move:
        source, goal = list(action.targets), list(action.others)
        first, last = self.thing(source[0]), self.thing(goal[0])
        one = source[0] if len(source) == 1 else f"VGroup({', '.join(source)})"
        before: list[str] = []
        if last.role == "target" and (root(source[0]) in self.moved or not self._centred(source[0])):
            before.append(f"{goal[0]}.move_to({one})")
        gone = [
            t.id
            for t in self.program.things
            if t.owner in {root(s) for s in source} and t.id in self.shown and t.role == "attached"
        ]
        plays = [f"ReplacementTransform({one}, {goal[0]})", *[f"FadeOut({g})" for g in gone]]
        self.shown.difference_update({root(s) for s in source}, gone)
        self.shown.add(root(goal[0]))
        if root(source[0]) in self.moved:
            self.moved.add(root(goal[0]))
        plural = f"{the(first)}" if len(source) == 1 else "the shapes"
        return Move(plays, before, seconds=1.5, comment=f"Transform {plural} into {the(last)}")

    def _centred(self, code: str) -> bool:
        """Whether a thing is alone in the middle, so that what replaces it needs no placing."""
        thing = self.thing(code)
        others = [t for t in self.program.things if t.role == "stage" and t.id != thing.id]
        chained = thing.role == "target"
        return (
            (thing.spot is None and not others and not thing.points)
            if not chained
            else self._centred(thing.owner) and not others[1:]
        )

    def _recolor(self, action: Action) -> Move:
        code = action.targets[0]
        if len(action.colors) > 1:
            member = singular(root(code))
            hues = ", ".join(color(c) for c in action.colors)
            return Move(
                [f"*[{member}.animate.set_color(color) for {member}, color in zip({code}, [{hues}])]"],
                comment=f"Colour {the(self.thing(code))}",
            )
        hue = next(iter(action.colors), "YELLOW")
        return Move(
            [f"{code}.animate.set_color({color(hue)})"],
            comment=f"Colour {the(self.thing(code))} {hue.lower()}",
        )

    def _fill(self, action: Action) -> Move:
        return Move(
            [f"{action.targets[0]}.animate.set_fill({color(action.colors[0])}, opacity=0.8)"],
            comment=f"Fill {the(self.thing(action.targets[0]))}",
        )

    def _relook(self, action: Action) -> Move:
        code = action.targets[0]
        change, said = {
            "faint": (f"set_opacity({number(action.value)})", "Let {} be seen through"),
            "filled": ("set_fill(opacity=1)", "Fill {}"),
            "outlined": ("set_fill(opacity=0).set_stroke(opacity=1, width=4)", "Leave the outline of {}"),
            "thick": ("set_stroke(width=9)", "Thicken {}"),
            "thin": ("set_stroke(width=1.5)", "Thin {}"),
        }[action.style]
        return Move([f"{code}.animate.{change}"], comment=said.format(the(self.thing(code))))

    def _highlight(self, action: Action) -> Move:
        code, thing = action.targets[0], self.thing(action.targets[0])
        hue = color(action.colors[0]) if action.colors else "YELLOW"
        if hue != "YELLOW" or "[" in code:
            return Move(
                [
                    f"{code}.animate.set_color({hue})",
                ],
                seconds=1.0,
                comment=f"Highlight {self._said(code)}",
            )
        if thing.kind in TEXTS:
            return Move([f"Circumscribe({code}, color={hue})"], seconds=1.5, comment=f"Highlight {the(thing)}")
        return Move([f"Indicate({code}, color={hue})"], comment=f"Highlight {self._said(code)}")

    def _symbol(self, action: Action) -> Move:
        code, name = action.targets[0], action.style
        return Move(
            [f'{code}.animate.set_color_by_tex("{name}", {color(action.colors[0])})'], comment=f"Highlight the {name}"
        )

    def _said(self, code: str) -> str:
        if "[::" in code:
            return "the diagonal"
        return the(self.thing(code)) if "[" not in code else f"part of {the(self.thing(code))}"

    def _flash(self, action: Action) -> Move:
        hue = color(action.colors[0]) if action.colors else "YELLOW"
        return Move(
            [f"Flash({action.targets[0]}, color={hue}, flash_radius={action.targets[0]}.width / 2 + 0.2)"],
            comment=f"Flash {the(self.thing(action.targets[0]))}",
        )

    def _blink(self, action: Action) -> Move:
        return Move(
            [f"Blink({action.targets[0]}, blinks={max(2, action.repeat)})"], seconds=0, repeat=0, comment="Blink"
        )

    def _pulse(self, action: Action) -> Move:
        return Move(
            [f"{action.targets[0]}.animate(rate_func=there_and_back).scale(1.3)"],
            repeat=max(2, action.repeat),
            comment=f"Pulse {the(self.thing(action.targets[0]))}",
        )

    def _wiggle(self, action: Action) -> Move:
        return Move(
            [f"Wiggle({action.targets[0]})"], seconds=1.5, comment=f"Wiggle {the(self.thing(action.targets[0]))}"
        )

    def _box(self, action: Action) -> Move:
        return self._surround(action, "box", "SurroundingRectangle({0}, color={1}, buff=0.25)", "Put a box around")

    def _encircle(self, action: Action) -> Move:
        return self._surround(
            action,
            "ring",
            "Ellipse(width={0}.width + 0.8, height={0}.height + 0.8, color={1}).move_to({0})",
            "Draw a ring around",
        )

    def _underline(self, action: Action) -> Move:
        return self._surround(action, "underline", "Underline({0}, color={1})", "Underline")

    def _cross_out(self, action: Action) -> Move:
        return self._surround(action, "cross", "Cross({0}, stroke_color={1})", "Cross out")

    def _surround(self, action: Action, name: str, code: str, words: str) -> Move:
        target = action.targets[0]
        hue = color(action.colors[0]) if action.colors else ("RED" if name == "cross" else "YELLOW")
        variable = self.name(name)
        return Move(
            [f"Create({variable})"],
            [f"{variable} = {code.format(target, hue)}"],
            comment=f"{words} {the(self.thing(target))}",
        )

    def _swap(self, action: Action) -> Move:
        codes = list(action.targets)
        if len(codes) == 1:
            codes = [f"{codes[0]}[0]", f"{codes[0]}[-1]"]
        self.moved.update(root(c) for c in codes)
        return Move([f"Swap({', '.join(self.whole(c) for c in codes[:2])})"], seconds=1.5, comment="Swap them")

    def _arrange(self, action: Action) -> Move:
        codes = list(action.targets)
        thing = self.thing(codes[0])
        whole = codes[0] if len(codes) == 1 else f"VGroup({', '.join(codes)})"
        calls = {
            "row": ".arrange(RIGHT, buff=0.6)",
            "column": ".arrange(DOWN, buff=0.4)",
            "spread": ".arrange(RIGHT, buff=1.5)",
            "gather": ".arrange(RIGHT, buff=0.1)",
            "grid": ".arrange_in_grid(buff=0.5)",
            "arrange": ".arrange(RIGHT, buff=0.6)",
        }
        self.moved.update(root(c) for c in codes)
        said = f"Arrange {the(thing) if len(codes) == 1 else 'them'}"
        if action.style in calls:
            where = ".move_to(ORIGIN)" if len(codes) > 1 else ""
            return Move([f"{whole}.animate{calls[action.style]}{where}"], seconds=1.5, comment=said)
        return self._on_outline(action.style, codes, said)

    def _on_outline(self, shape: str, codes: list[str], said: str) -> Move:
        outlines = {
            "circle": "Circle(radius=2)",
            "triangle": "Triangle(radius=2)",
            "square": "Square(side_length=3.5)",
            "star": "Star(outer_radius=2.4)",
            "ring": "Circle(radius=2)",
            "pentagon": "RegularPolygon(n=5, radius=2)",
            "hexagon": "RegularPolygon(n=6, radius=2)",
            "diagonal": "Line(4 * LEFT + 2 * UP, 4 * RIGHT + 2 * DOWN)",
            "rectangle": "Rectangle(width=5, height=3)",
        }
        outline = self.name("outline")
        group = codes[0] if len(codes) == 1 else f"[{', '.join(codes)}]"
        member = singular(root(codes[0])) if len(codes) == 1 else "item"
        count = str(self.thing(codes[0]).count) if len(codes) == 1 else str(len(codes))
        share = f"i / {count}"
        if shape == "diagonal":
            share = f"i / {int(count) - 1}"
        start = ".rotate(90 * DEGREES)" if shape in ("circle", "ring") else ""
        go = f"{member}.animate.move_to({outline}.point_from_proportion({share}))"
        return Move(
            [f"*[{go} for i, {member} in enumerate({group})]"],
            [f"{outline} = {outlines.get(shape, 'Circle(radius=2)')}{start}"],
            seconds=2.0,
            comment=f"{said} in a {shape}",
        )

    def _zoom(self, action: Action) -> Move:
        self.zoomed = True
        target = action.targets[0] if action.targets else ""
        where = (
            f".move_to({target})"
            if target
            else (f".move_to({vector(*action.spot.point[:2])})" if action.spot and action.spot.point else "")
        )
        if self.program.three_d:
            return Move(block=["self.move_camera(zoom=1.5)"], comment="Move closer")
        return Move(
            [f"self.camera.frame.animate.scale({number(1 / max(1.2, action.value))}){where}"],
            seconds=2.0,
            comment=f"Zoom in on {the(self.thing(target))}" if target else "Zoom in",
        )

    def _pan(self, action: Action) -> Move:
        target = action.targets[0] if action.targets else "ORIGIN"
        return Move([f"self.camera.frame.animate.move_to({target})"], seconds=2.0, comment="Pan")

    def _zoom_out(self, action: Action) -> Move:
        call = "Restore(self.camera.frame)" if self.zoomed else "self.camera.frame.animate.scale(1.5)"
        return Move([call], seconds=2.0, comment="Zoom out")

    def _count(self, action: Action) -> Move:
        return Move(
            [f"ChangeDecimalToValue({action.targets[0]}, {number(action.value)})"],
            seconds=3.0,
            rate="linear",
            comment=f"Count to {number(action.value)}",
        )

    def _wait(self, action: Action) -> Move:
        return Move(block=[f"self.wait({number(action.seconds)})" if action.seconds != 1 else "self.wait()"])


IN_TURN = frozenset({"recolor", "highlight", "rotate", "scale", "fill", "flash", "wiggle", "pulse", "flip"})


__all__ = ["CLOSED", "LINES", "Choreographer", "Move"]
