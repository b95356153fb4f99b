"""What a scene showed: every visible mobject after every animation, as boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

FRAME_WIDTH = 14.0 + 2.0 / 9.0
FRAME_HEIGHT = 8.0
"""ManimCE's frame in scene units; the origin is its centre."""


@dataclass(frozen=True, slots=True)
class Box:
    """A visible mobject: axis-aligned bounds in frame units (after the camera), look and origin.

    `kind` is the class name; `text` the string or TeX shown, or empty; `is_text` marks anything meant to be read.
    `opacity` is the strongest of fill and stroke, 0 to 1; `fill_opacity` that of the fill alone.
    `font_height` is the height in units of a lower-case x (texts only). `line` is the 1-based line in the
    user's file that made it, 0 if unknown. `parents` are class names from the outermost group inwards.
    `path` samples the outline as (x, y) points (shapes and curves only). `key` is stable within one run.
    """

    key: int
    kind: str
    left: float
    bottom: float
    right: float
    top: float
    z: float = 0.0
    color: str = "#ffffff"
    fill_color: str = "#ffffff"
    opacity: float = 1.0
    fill_opacity: float = 0.0
    stroke_width: float = 0.0
    text: str = ""
    is_text: bool = False
    font_height: float = 0.0
    line: int = 0
    parents: tuple[str, ...] = ()
    path: tuple[tuple[float, float], ...] = ()
    backed: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Moment:
    """The stage right after animation number `index` (0-based), `time` seconds into the video."""

    index: int
    time: float
    run_time: float
    boxes: tuple[Box, ...]
    animations: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class SceneReport:
    """All moments of one scene, in order. `duration` in seconds; `background` as #rrggbb."""

    scene: str
    moments: tuple[Moment, ...] = field(default_factory=tuple)
    duration: float = 0.0
    background: str = "#000000"
    three_d: bool = False

    @property
    def animations(self) -> int:
        return len(self.moments)
