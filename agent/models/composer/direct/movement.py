"""Movements as Manim code."""

from __future__ import annotations

from agent.models.composer.direct.notation import number, vector
from agent.models.composer.direct.nouns import SOLIDS
from agent.models.composer.direct.presence import Move, Presence, the
from agent.models.composer.direct.program import Action, Thing, root
from agent.models.composer.direct.stage import spot_call


class Movement(Presence):
    """Moves, paths, orbits, turns and bounces."""

    def _move(self, action: Action) -> Move:
        code = action.targets[0]
        thing = self.thing(code)
        self.moved.add(root(code))
        whole = self.whole(code)
        call = f".shift({vector(*_kept(action.shift, thing))})"
        if action.spot is not None:
            call = self._goal(action, thing)
            if call.startswith("!"):
                return Move([call[1:]], seconds=2.0, comment=f"Move {the(thing)}")
        rate = "rate_functions.ease_out_bounce" if action.manner == "fall" else ""
        far = action.spot is not None and action.spot.kind == "region" and action.spot.value != "ORIGIN"
        return Move([f"{whole}.animate{call}"], seconds=2.0 if far else 1.5, rate=rate, comment=f"Move {the(thing)}")

    def _goal(self, action: Action, thing: Thing) -> str:
        spot = action.spot
        assert spot is not None
        line = self.program.thing(thing.owner)
        if line is not None and line.kind in ("axes", "plane") and spot.kind == "point":
            return f".move_to({line.id}.c2p({number(spot.point[0])}, {number(spot.point[1])}))"
        if line is not None and line.kind == "number_line":
            if spot.point:
                return f".move_to({line.id}.n2p({number(spot.point[0])}))"
            if spot.value in ("LEFT", "RIGHT"):
                return f".move_to({line.id}.n2p({number((line.span or (-5, 5))[spot.value == 'RIGHT'])}))"
        if spot.value == "ORIGIN" and thing.owner and line is not None and line.kind in ("axes", "plane"):
            return f".move_to({line.id}.c2p(0, 0))"
        return spot_call(spot, self.program, thing)

    def _meet(self, action: Action) -> Move:
        codes = list(action.targets)
        whole = codes[0] if len(codes) == 1 else f"VGroup({', '.join(codes)})"
        return Move([f"{whole}.animate.arrange(RIGHT, buff=0)"], seconds=2.0, comment="Bring them together")

    def _gather(self, action: Action) -> Move:
        group = action.targets[0]
        return Move(
            [f"{group}.animate.arrange(RIGHT, buff=-{number(self._overlap(self.thing(group)))}).move_to(ORIGIN)"],
            seconds=1.5,
            comment=f"Bring {the(self.thing(group))} together in the centre",
        )

    def _overlap(self, thing: Thing) -> float:
        from agent.models.composer.direct.sizes import member_scale, width_of

        return width_of(thing) * member_scale(thing) * 0.8

    def _follow(self, action: Action) -> Move:
        code = action.targets[0]
        thing = self.thing(code)
        self.moved.add(root(code))
        track = action.others[0] if action.others else ""
        line = self.program.thing(track)
        if line is not None and line.kind == "number_line":
            last = number((line.span or (-5.0, 5.0))[1])
            return Move(
                [f"{code}.animate.move_to({line.id}.n2p({last}))"],
                seconds=3.0,
                comment=f"Move {the(thing)} along the number line",
            )
        if line is not None and line.kind in ("arrow", "vector"):
            return Move(
                [f"{code}.animate.move_to({track}.get_end())"],
                seconds=2.0,
                comment=f"Move {the(thing)} along {the(line)}",
            )
        return Move(
            [f"MoveAlongPath({code}, {track})"],
            seconds=3.0,
            rate="linear",
            comment=f"Move {the(thing)} along {the(self.thing(track))}",
        )

    def _orbit(self, action: Action) -> Move:
        code, center = action.targets[0], action.others[0]
        return Move(
            [f"Rotate({code}, TAU, about_point={center}.get_center())"],
            seconds=3.0,
            rate="linear",
            comment=f"Let {the(self.thing(code))} travel around {the(self.thing(center))}",
        )

    def _rotate(self, action: Action) -> Move:
        code = action.targets[0]
        thing = self.thing(code)
        angle = (
            f"{number(action.value)} * DEGREES"
            if abs(action.value) % 360
            else ("TAU" if action.value == 360 else f"{number(action.value / 360)} * TAU")
        )
        if self.program.three_d and thing.kind in SOLIDS:
            return self._turn_in_space(action, thing)
        code = self.rigid(code)
        linear = "linear" if abs(action.value) >= 720 else ""
        seconds = max(1.0, min(4.0, abs(action.value) / 180))
        about = f", about_point={action.others[0]}" if action.others else ""
        return Move([f"Rotate({code}, {angle}{about})"], seconds=seconds, rate=linear, comment=f"Rotate {the(thing)}")

    def _turn_in_space(self, action: Action, thing: Thing) -> Move:
        seconds = number(action.seconds or 6.0)
        return Move(
            comment=f"Turn around {the(thing)}",
            block=[
                f"self.begin_ambient_camera_rotation(rate={number(6.28 / (action.seconds or 6.0))})",
                f"self.wait({seconds})",
                "self.stop_ambient_camera_rotation()",
            ],
        )

    def _swing(self, action: Action) -> Move:
        code = self.whole(action.targets[0])
        side = "UP" if action.style == "swing_up" else "RIGHT"
        return Move(
            [f"{code}.animate(rate_func=wiggle).shift({'1.5' if side == 'UP' else '2.5'} * {side})"],
            seconds=2.5,
            repeat=action.repeat,
            comment=f"Swing {the(self.thing(code))}",
        )

    def _jump(self, action: Action) -> Move:
        return Move(
            [f"{self.whole(action.targets[0])}.animate(rate_func=there_and_back).shift(1.5 * UP)"], comment="Jump"
        )

    def _roll(self, action: Action) -> Move:
        code = action.targets[0]
        call = spot_call(action.spot, self.program, self.thing(code)) if action.spot else ".shift(4 * RIGHT)"
        turn = "" if action.spot and action.spot.value == "LEFT" else "-"
        return Move([f"{code}.animate{call}.rotate({turn}TAU)"], seconds=2.5, comment=f"Roll {the(self.thing(code))}")

    def _bounce(self, action: Action) -> Move:
        ball = action.targets[0]
        self.moved.add(root(ball))
        if action.style == "walls":
            return self._between_walls(ball, action)
        if action.style == "sides":
            return Move(
                block=[
                    f"for _ in range({max(2, action.repeat)}):",
                    f"    self.play({ball}.animate.to_edge(RIGHT), run_time=1.2, rate_func=linear)",
                    f"    self.play({ball}.animate.to_edge(LEFT), run_time=1.2, rate_func=linear)",
                ],
                comment=f"Bounce {the(self.thing(ball))} from side to side",
            )
        down, up = "rate_func=rate_functions.ease_in_quad", "rate_func=rate_functions.ease_out_quad"
        return Move(
            comment=f"Each bounce of {the(self.thing(ball))} reaches 60 % of the height before it",
            block=[
                "height = 4",
                f"for _ in range({max(4, min(8, 3 + action.repeat))}):",
                "    fall = 0.4 * height**0.5",
                f"    self.play({ball}.animate.shift(height * DOWN), run_time=fall, {down})",
                "    height *= 0.6",
                "    rise = 0.4 * height**0.5",
                f"    self.play({ball}.animate.shift(height * UP), run_time=rise, {up})",
                f"self.play({ball}.animate.shift(height * DOWN), run_time=0.4 * height**0.5, {down})",
            ],
        )

    def _between_walls(self, ball: str, action: Action) -> Move:
        walls = list(action.others)
        first, second = (walls[0], walls[1]) if len(walls) > 1 else (f"{walls[0]}[0]", f"{walls[0]}[1]")
        if len(walls) == 1 and self.thing(walls[0]).count == 1:
            return Move(
                [f"{ball}.animate(rate_func=there_and_back).next_to({walls[0]}, LEFT, buff=0)"],
                seconds=2.0,
                comment="Bounce off",
            )
        times = max(2, action.repeat)
        return Move(
            comment=f"Bounce {the(self.thing(ball))} between {the(self.thing(first))}",
            block=[
                f"for _ in range({times}):",
                f"    self.play({ball}.animate.next_to({second}, LEFT, buff=0), run_time=1.2, rate_func=linear)",
                f"    self.play({ball}.animate.next_to({first}, RIGHT, buff=0), run_time=1.2, rate_func=linear)",
            ],
        )


def _kept(shift: tuple[float, float], thing: Thing) -> tuple[float, float]:
    """A displacement that keeps a thing from the middle of the stage inside the frame."""
    return max(-5.5, min(5.5, shift[0])), max(-3.0, min(3.0, shift[1]))
