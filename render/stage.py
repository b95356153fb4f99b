"""Manim's renderer for the farm: one process steps through the scene, forked painters draw and encode its frames.

The **scout** runs the scene as fast as it can without drawing; that alone is a probe. In a render it forks, at fixed
frame counts, a **painter**: a full copy of the scene at that very moment, which goes on alone, draws and encodes the
next frames and exits. So a render shows exactly what a probe reports, and scales with the cores.

Both play an animation by the same code (`play`), so both reach the same states. Frames are skipped only where every
animation is one of Manim's own stateless ones and nothing has an updater; otherwise every frame is stepped.
"""

from __future__ import annotations

import time
from typing import Any, Protocol

import manim
import numpy as np
from manim.animation import composition, movement, numbers, speedmodifier
from manim.animation.updaters import update
from manim.renderer import cairo_renderer

Manim: Any = manim


class Crew(Protocol):
    """Who is told of the scene's progress: the scout that forks painters, or a painter."""

    drawing: bool
    careful: bool
    """Whether every frame must be stepped, because each is stamped."""

    def turn(self, frame: int, steps: bool | None) -> None:
        """An animation begins; `steps`: its frames must be stepped (None: it is one still picture)."""
        ...

    def boundary(self, frame: int) -> None:
        """Frame number `frame` comes next, within an animation; a stretch may begin or end."""
        ...

    def stamp(self, renderer: StageRenderer, scene: Any, repeat: int) -> None:
        """A frame is as it would be drawn."""
        ...

    def drawn(self, pixels: Any, repeat: int) -> None:
        """A frame was drawn."""
        ...

    def played(self, renderer: StageRenderer, scene: Any, frames: int, wall_from: float) -> None:
        """An animation has ended."""
        ...


class StageRenderer(cairo_renderer.CairoRenderer):  # type: ignore[misc]
    """Plays animations for a crew. The crew is set on the class before the scene is made."""

    crew: Crew
    frame = 0
    """Number of the next video frame."""

    def play(self, scene: Any, *args: Any, **kwargs: Any) -> None:
        """One `Scene.play` or `wait`."""
        began, first = time.perf_counter(), self.frame
        self.skip_animations = self._original_skipping_status
        self.update_skipping_status()
        scene.compile_animation_data(*args, **kwargs)
        scene.begin_animations()
        self._static_done = False
        self.crew.turn(self.frame, self._steps(scene))
        if scene.is_current_animation_frozen_frame():
            self._freeze(scene)
        else:
            self._step_through(scene)
        self.crew.played(self, scene, self.frame - first, began)
        self.num_plays += 1

    def _steps(self, scene: Any) -> bool | None:
        if self.skip_animations or scene.is_current_animation_frozen_frame():
            return None
        return not can_skip(scene)

    def _freeze(self, scene: Any) -> None:
        if self.skip_animations:
            self.time += scene.duration
            return
        frames = int(scene.duration * self._fps + 1e-9)
        self._show(scene, max(1, frames))
        self.static_image = None

    def _step_through(self, scene: Any) -> None:
        scene.duration = scene.get_run_time(scene.animations)
        if self.skip_animations:
            scene.update_to_time(scene.duration)
            self.time += scene.duration
        elif not (self.crew.drawing or self.crew.careful) and can_skip(scene):
            count = len(frame_times(scene.duration, self._fps))
            scene.update_to_time(scene.duration)
            self._advance(count)
        else:
            self._each_frame(scene)
        for animation in scene.animations:
            animation.finish()
            animation.clean_up_from_scene(scene)
        if not self.skip_animations:
            scene.update_mobjects(0)
        self.static_image = None

    def _each_frame(self, scene: Any) -> None:
        splits = not can_skip(scene)
        for number, t in enumerate(frame_times(scene.duration, self._fps)):
            if number and splits:
                self.crew.boundary(self.frame)
            scene.update_to_time(t)
            self._show(scene, 1)
            if scene.stop_condition is not None and scene.stop_condition():
                break

    def _show(self, scene: Any, repeat: int) -> None:
        self.crew.stamp(self, scene, repeat)
        if self.crew.drawing:
            if not self._static_done:
                self.save_static_frame_data(scene, scene.static_mobjects)
                self._static_done = True
            self.update_frame(scene, scene.moving_mobjects)
            self.crew.drawn(self.camera.pixel_array, repeat)
        self._advance(repeat)

    def _advance(self, frames: int) -> None:
        self.frame += frames
        self.time += frames / self._fps

    @property
    def _fps(self) -> float:
        return float(self.camera.frame_rate or 1.0)

    def scene_finished(self, scene: Any) -> None:
        """Manim would write its own files here; the crew writes ours."""


def frame_times(duration: float, fps: float) -> Any:
    """The moments in seconds at which Manim draws an animation."""
    return np.arange(0, duration, 1 / fps)


_STATEFUL = (
    update.UpdateFromFunc,
    update.MaintainPositionRelativeTo,
    movement.Homotopy,
    movement.PhaseFlow,
    numbers.ChangingDecimal,
    speedmodifier.ChangeSpeed,
)


def can_skip(scene: Any) -> bool:
    """Whether jumping to the end of the current animations leads to the same state as playing every frame."""
    if scene.updaters or scene.always_update_mobjects or scene.stop_condition is not None:
        return False
    if not all(_stateless(animation) for animation in scene.animations):
        return False
    roots = [*scene.mobjects, *scene.foreground_mobjects]
    return not any(member.updaters for root in roots for member in root.get_family())


def _stateless(animation: Any) -> bool:
    kind = type(animation)
    if isinstance(animation, _STATEFUL) or not _manims(kind) or not _manims(animation.rate_func):
        return False
    if isinstance(animation, composition.AnimationGroup) and not all(map(_stateless, animation.animations)):
        return False
    # Not `get_all_mobjects`: a Succession's later animations have not begun, and have no target copies yet.
    involved = [getattr(animation, name, None) for name in ("mobject", "starting_mobject", "target_mobject")]
    return not any(member.updaters for mobject in involved if mobject is not None for member in mobject.get_family())


def _manims(thing: Any) -> bool:
    return str(getattr(thing, "__module__", "")).startswith("manim.")


def install() -> None:
    """Make every new scene use this renderer."""
    from manim.scene import scene

    scene.CairoRenderer = StageRenderer  # type: ignore[misc]
