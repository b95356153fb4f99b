"""What is on the stage right now: every visible mobject as a box in frame units, as the camera sees it."""

from __future__ import annotations

import sys
from typing import Any, cast
from weakref import WeakKeyDictionary

import numpy as np

from core.report import FRAME_WIDTH, Box

VISIBLE = 0.02
"""Opacity under which nobody sees a mobject."""

_MOST_SAMPLES = 96
_T = np.linspace(0.0, 1.0, 5)
_BERNSTEIN = np.stack([(1 - _T) ** 3, 3 * (1 - _T) ** 2 * _T, 3 * (1 - _T) * _T**2, _T**3], axis=1)
"""Five points on each cubic: control points themselves lie outside the curve and would make boxes too big."""

Array = np.ndarray[Any, np.dtype[np.float64]]


def mark_sources(file: str) -> None:
    """From now on every new mobject notes, as `source_line`, the innermost line of `file` that led to it."""
    from manim import Mobject

    kind: Any = Mobject
    plain = kind.__init__

    def noting(self: Any, *args: Any, **kwargs: Any) -> None:
        plain(self, *args, **kwargs)
        self.source_line = line_in(file)

    kind.__init__ = noting


def line_in(file: str) -> int:
    """The line of the innermost running frame of `file`, 0 if there is none."""
    frame: Any = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]
    while frame is not None:
        if frame.f_code.co_filename == file:
            return int(frame.f_lineno)
        frame = frame.f_back
    return 0


class _Keys:
    """Small numbers for mobjects, in the order in which they were first seen. Holds them, so that no id comes twice."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[int, Any]] = {}

    def of(self, mobject: Any) -> int:
        return self._known.setdefault(id(mobject), (len(self._known) + 1, mobject))[0]


_keys: WeakKeyDictionary[Any, _Keys] = WeakKeyDictionary()


def snapshot(scene: Any) -> tuple[Box, ...]:
    """Boxes of all visible mobjects of a ManimCE scene, in the order in which they are drawn, back to front.

    Texts and formulas are one box each; everything else is one box per part that has points of its own.
    """
    stage = _Stage(scene)
    front: list[Any] = list(scene.foreground_mobjects)
    for mobject in [m for m in scene.mobjects if not any(m is other for other in front)] + front:
        stage.walk(mobject, ())
    return tuple(sorted(stage.boxes, key=lambda box: box.z))


class _Stage:
    """One look at a scene."""

    def __init__(self, scene: Any) -> None:
        from manim import BackgroundRectangle, DecimalNumber, MarkupText, Paragraph, SingleStringMathTex, Text

        self.boxes: list[Box] = []
        self._texts = (Text, MarkupText, SingleStringMathTex, DecimalNumber, Paragraph)
        self._patches = (BackgroundRectangle,)
        self._keys = _keys.setdefault(scene, _Keys())
        self._seen: set[int] = set()
        camera = scene.renderer.camera
        self._camera = camera if hasattr(camera, "project_points") else None
        if self._camera is not None:
            camera.reset_rotation_matrix()  # otherwise done only when a frame is drawn
        frame = getattr(camera, "frame", None)
        self._center = np.zeros(3) if frame is None else cast("Array", frame.get_center())
        self._scale = 1.0 if frame is None else FRAME_WIDTH / float(frame.width)

    def walk(self, mobject: Any, parents: tuple[str, ...]) -> None:
        """Add the boxes of a mobject and of all in it."""
        if id(mobject) in self._seen:
            return
        self._seen.add(id(mobject))
        if isinstance(mobject, self._texts):
            parts = mobject.family_members_with_points()
            letters = [part for part in parts if not isinstance(part, self._patches)]
            self._add(mobject, parents, letters, text=True, backed=len(letters) < len(parts))
            return
        if len(mobject.points):
            self._add(mobject, parents, [mobject], text=False)
        inner = (*parents, type(mobject).__name__)
        for part in mobject.submobjects:
            self.walk(part, inner)

    def _add(
        self, mobject: Any, parents: tuple[str, ...], parts: list[Any], *, text: bool, backed: bool = False
    ) -> None:
        looks = [_Look(part) for part in parts]
        shown = [look for look in looks if look.opacity > VISIBLE]
        if not shown:
            return
        outlines = [self._project(look.part, _outline(look.part)) for look in shown]
        points = outlines[0] if len(outlines) == 1 else np.concatenate(outlines)
        if not np.isfinite(points).all():
            return
        (left, bottom), (right, top) = points.min(axis=0), points.max(axis=0)
        lead = shown[0]
        self.boxes.append(
            Box(
                key=self._keys.of(mobject),
                kind=type(mobject).__name__,
                left=_round(left),
                bottom=_round(bottom),
                right=_round(right),
                top=_round(top),
                z=float(mobject.z_index),
                color=lead.fill if text and lead.fill_opacity > VISIBLE else lead.stroke,
                fill_color=lead.fill,
                opacity=max(look.opacity for look in shown),
                fill_opacity=max(look.fill_opacity for look in shown),
                stroke_width=lead.stroke_width,
                text=_text(mobject) if text else "",
                is_text=text,
                font_height=_typical_height(outlines) if text else 0.0,
                line=int(getattr(mobject, "source_line", 0)),
                parents=parents,
                path=() if text else _sample(points),
                backed=backed or lead.backed,
            )
        )

    def _project(self, part: Any, points: Array) -> Array:
        """Points (n × 3) in space → (n × 2) in the frame."""
        if self._camera is not None:
            return np.asarray(self._camera.transform_points_pre_display(part, points))[:, :2]
        return ((points - self._center) * self._scale)[:, :2]


class _Look:
    """Colours and opacities of one part, read straight from its arrays: a formula has hundreds of parts."""

    __slots__ = ("backed", "fill", "fill_opacity", "opacity", "part", "stroke", "stroke_width")

    def __init__(self, part: Any) -> None:
        self.part = part
        fill, stroke = getattr(part, "fill_rgbas", None), getattr(part, "stroke_rgbas", None)
        self.stroke_width = 0.0
        self.backed = False
        if fill is None and stroke is None:
            self._look_at_pixels(part)
            return
        self.fill_opacity = float(fill[:, 3].max()) if fill is not None and len(fill) else 0.0
        self.fill, self.stroke = _hex(fill), _hex(stroke)
        self.stroke_width = float(getattr(part, "stroke_width", 0.0) or 0.0)
        self.opacity = self.fill_opacity
        if stroke is not None and len(stroke) and self.stroke_width > 0.05:
            self.opacity = max(self.opacity, float(stroke[:, 3].max()))
        self.backed = float(getattr(part, "background_stroke_width", 0) or 0) > 0

    def _look_at_pixels(self, part: Any) -> None:
        """Point clouds and images."""
        rgbas = getattr(part, "rgbas", None)
        pixels = getattr(part, "pixel_array", None)
        self.fill = self.stroke = _hex(rgbas)
        if rgbas is not None and len(rgbas):
            self.opacity = float(rgbas[:, 3].max())
        elif pixels is not None and getattr(pixels, "ndim", 0) == 3 and pixels.shape[2] == 4:
            self.opacity = float(pixels[:, :, 3].max()) / 255.0
        else:
            self.opacity = 1.0 if pixels is not None else 0.0
        self.fill_opacity = self.opacity


def _hex(rgbas: Any) -> str:
    if rgbas is None or not len(rgbas):
        return "#ffffff"
    red, green, blue = (min(255, max(0, round(float(value) * 255))) for value in rgbas[0][:3])
    return f"#{red:02x}{green:02x}{blue:02x}"


def _outline(part: Any) -> Array:
    """Points on the drawn outline (n × 3)."""
    points = cast("Array", part.points)
    per_curve = getattr(part, "n_points_per_cubic_curve", 0)
    if per_curve != 4 or len(points) < 4:
        return points
    curves = points[: len(points) // 4 * 4].reshape(-1, 4, 3)
    return np.einsum("tk,nkd->ntd", _BERNSTEIN, curves).reshape(-1, 3)


def _typical_height(outlines: list[Array]) -> float:
    return _round(float(np.median([float(np.ptp(outline[:, 1])) for outline in outlines])))


def _sample(points: Array) -> tuple[tuple[float, float], ...]:
    step = max(1, -(-len(points) // _MOST_SAMPLES))
    kept = np.concatenate([points[::step], points[-1:]])
    return tuple((_round(x), _round(y)) for x, y in kept.tolist())


def _round(value: Any) -> float:
    return round(float(value), 5)


def _text(mobject: Any) -> str:
    for name in ("original_text", "tex_string", "text"):
        value = getattr(mobject, name, None)
        if isinstance(value, str):
            return value
    number = getattr(mobject, "number", None)
    if number is not None:
        places = int(getattr(mobject, "num_decimal_places", 2))
        return f"{number:.{places}f}" if isinstance(number, (int, float)) else str(number)
    lines = getattr(mobject, "lines_text", None)
    return "" if lines is None else str(getattr(lines, "original_text", ""))
