"""The scout and its painters: who draws which frames of a render."""

from __future__ import annotations

import gc
import json
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from core.report import Box, Moment
from core.run import AnimationTiming
from render.blame import FILE, blame
from render.easel import Easel, drawn_event
from render.order import Order
from render.report import line_in, snapshot
from render.stage import StageRenderer
from render.stamp import Stamp
from render.texlink import Channel


@dataclass
class Part:
    """One stretch of the video, from frame `first`: where its files are or will be, and the gate of its painter."""

    folder: Path
    first: int
    segment: Path = field(default_factory=Path)
    gate: int = -1

    def __post_init__(self) -> None:
        self.segment = self._path("seg")

    def _path(self, ending: str) -> Path:
        return self.folder / f"{self.first:08d}.{ending}"

    @property
    def best(self) -> Path:
        """The fullest frame at the end of an animation."""
        return self._path("best.npy")

    @property
    def note(self) -> Path:
        """The painter's error."""
        return self._path("error")

    @property
    def texts(self) -> Path:
        """The painter's own folder of texts."""
        return self._path("texts")


@dataclass
class Scout:
    """Runs through the scene, notes what is on the stage, and sees to it that every stretch gets drawn.

    Stretches whose frames it can skip are left to painters. Where it must step every frame anyway, because something
    has an updater, it draws them itself: a painter would only step them a second time.

    Where segments of an earlier version are at hand, the scout is `careful`: it stamps every frame, holds each painter
    at its gate until the stretch is stamped, and if that very segment exists lets the painter draw small pictures only.
    """

    order: Order
    folder: Path
    channel: Channel
    careful: bool = False
    moments: list[Moment] = field(default_factory=list[Moment])
    timings: list[AnimationTiming] = field(default_factory=list[AnimationTiming])
    parts: list[Part] = field(default_factory=list[Part])
    drawing: bool = False
    _easel: Easel | None = None
    _running: set[int] = field(default_factory=set[int])
    _stamp: Stamp | None = None
    _next: int = 0

    def __post_init__(self) -> None:
        self.careful = self.order.moves and self.order.stamped and (self.folder / "segments").is_dir()

    def turn(self, frame: int, steps: bool | None) -> None:
        """An animation begins: `steps` says whether its frames must be stepped, None that there is just one picture."""
        if not self.order.moves:
            return
        if steps and not self.careful and not self._easel:
            self._next = frame
            self.drawing = True
        elif steps is False and self._easel:
            self._put_down()
            self._next = frame
        self.boundary(frame)

    def boundary(self, frame: int) -> None:
        """Begin the next stretch where the last one ends."""
        if not self.order.moves or frame < self._next:
            return
        self._open_gate()
        if self._easel:
            self._easel.close()
        self._next = frame + self.order.stretch
        part = Part(self.folder, frame)
        if self.drawing:
            self._easel = Easel(self.order, part.segment, part.best, threaded=True)
            self.parts.append(part)
        else:
            self._hire(part)

    def _put_down(self) -> None:
        if self._easel:
            self._easel.close()
        self._easel, self.drawing = None, False

    def _hire(self, part: Part) -> None:
        while len(self._running) >= self.order.painters:
            self._reap()
        inner, outer = os.pipe()
        gc.freeze()  # or the painter's first collection would write to, and so copy, every page of the scene
        pid = os.fork()
        if pid == 0:
            os.close(outer)
            painter = Painter(self.order, part, self._next, self.channel, careful=self.careful)
            StageRenderer.crew = painter
            painter.wait_at(inner)
            return
        os.close(inner)
        part.gate = outer
        self._running.add(pid)
        self.parts.append(part)
        if self.careful:
            self._stamp = Stamp(self.order.stamp_head)
        else:
            self._open_gate()

    def _open_gate(self) -> None:
        """Let the last painter go: to draw its stretch, or only its small pictures if its segment exists already."""
        if not self.parts or self.parts[-1].gate < 0:
            return
        part = self.parts[-1]
        key = self._stamp.key() if self._stamp else ""
        old = self.folder / "segments" / f"{key}.seg"
        found = bool(key) and old.exists()
        if found:
            part.segment = old
        os.write(part.gate, b"s" if found else b"d")
        os.close(part.gate)
        part.gate = -1

    def _reap(self) -> None:
        self._running.discard(os.wait()[0])

    def gather(self) -> None:
        """Wait until all is drawn. By now it is known how many animations there are."""
        self.channel.say({"total": len(self.moments)})
        self._put_down()
        self._open_gate()
        while self._running:
            self._reap()

    def stamp(self, renderer: Any, scene: Any, repeat: int) -> None:
        """Take a frame into the key of the current stretch."""
        if self._stamp:
            self._stamp.frame(renderer, scene, repeat)
        if self._easel:
            self._easel.stamp(renderer, scene, repeat)

    def drawn(self, pixels: Any, repeat: int) -> None:
        """Encode a frame of a stretch that the scout draws itself."""
        if self._easel:
            self._easel.draw(pixels, repeat)

    def played(self, renderer: Any, scene: Any, frames: int, wall_from: float) -> None:
        """Note the stage after an animation, and tell the client."""
        boxes: tuple[Box, ...] = snapshot(scene)
        index, fps = renderer.num_plays, self.order.fps
        names = tuple(type(animation).__name__ for animation in scene.animations)
        moment = Moment(index, renderer.frame / fps, frames / fps, boxes, names, line_in(FILE))
        self.moments.append(moment)
        self.timings.append(AnimationTiming(index, moment.run_time, time.perf_counter() - wall_from))
        self.channel.say({"event": {"stage": "run", "animation": index + 1, "of": None, "time": moment.time}})
        if self._easel:
            self._easel.keep(renderer, scene, drawn=True)
            self.channel.say(drawn_event(renderer, fps))


def _own_texts(folder: Path) -> None:
    """Pango writes and reads back an SVG under a name made of the text: two processes must not share one."""
    from manim import config

    config.text_dir = str(folder)


class Painter:
    """Draws and encodes the frames up to `end`, then exits. Lives in a forked copy of the scene."""

    def __init__(self, order: Order, part: Part, end: int, channel: Channel, *, careful: bool) -> None:
        self.drawing = True
        self.careful = False
        self._order, self._part, self._end, self._channel = order, part, end, channel
        self._steps_too = careful
        self._easel: Easel | None = None
        _own_texts(part.texts)

    def wait_at(self, gate: int) -> None:
        """Wait for the scout's word: draw, or keep small pictures only; or leave, if the scout is gone."""
        word = os.read(gate, 1)
        os.close(gate)
        if not word:
            os._exit(0)
        self.drawing = word == b"d"
        self._easel = Easel(self._order, self._part.segment, self._part.best, encoding=self.drawing)

    def turn(self, frame: int, steps: bool | None) -> None:
        """Exit where the scout takes over, or the next painter begins."""
        if steps and not self._steps_too:
            self.finish()
        self.boundary(frame)

    def boundary(self, frame: int) -> None:
        """Exit where the next painter begins."""
        if frame >= self._end:
            self.finish()

    def drawn(self, pixels: Any, repeat: int) -> None:
        """Encode a drawn frame."""
        if self._easel:
            self._easel.draw(pixels, repeat)

    def stamp(self, renderer: Any, scene: Any, repeat: int) -> None:
        """Take a frame into this segment's key."""
        if self._easel:
            self._easel.stamp(renderer, scene, repeat)

    def played(self, renderer: Any, scene: Any, frames: int, wall_from: float) -> None:
        """Keep a small picture of the stage at the end of an animation."""
        if self._easel:
            self._easel.keep(renderer, scene, drawn=self.drawing)
        self._channel.say(drawn_event(renderer, self._order.fps))

    def finish(self) -> NoReturn:
        """Write the segment and end this process."""
        if self._easel:
            self._easel.close()
        os._exit(0)

    def fail(self, problem: BaseException) -> NoReturn:
        """Leave a note for the scout and end this process."""
        error = blame(problem)
        note = {name: getattr(error, name) for name in error.__slots__}
        self._part.note.write_text(json.dumps(note))
        os._exit(1)
