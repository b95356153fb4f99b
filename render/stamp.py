"""A hash of exactly what is drawn: the key of a cached segment.

A frame is a pure function of the camera and of the points, colours and line styles of the mobjects it shows, so these
are hashed, for every single frame, and not the code that led to them. Fonts, assets, seeds, formulas and earlier
animations are in the key by what they did to the picture. Where anything else could speak (images, point clouds,
textures, 3-D shading, drawing methods that the scene has replaced) there is no key, and the segment is drawn.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

import numpy as np

_ARRAYS = ("points", "fill_rgbas", "stroke_rgbas", "background_stroke_rgbas", "sheen_direction")
_PLAIN = (
    "stroke_width",
    "background_stroke_width",
    "sheen_factor",
    "joint_type",
    "cap_style",
    "z_index",
    "tolerance_for_point_equality",
)
_READ_BY_CAMERA = frozenset(
    """points get_points get_fill_rgbas get_stroke_rgbas get_stroke_width get_background_image consider_points_equals_2d
    get_gradient_start_and_end_points get_subpath_split_indices_from_points n_points_per_cubic_curve get_center
    get_critical_point get_boundary_point get_start_and_end_anchors get_anchors family_members_with_points get_family
    submobjects split z_index __getattribute__ __getattr__ length_over_dim get_sheen_direction get_sheen_factor
    """.split()  # noqa: SIM905  # a table of names reads best as text
)


class Stamp:
    """The running key of one segment. `head` names everything outside the scene: sizes, encoder, versions."""

    def __init__(self, head: str) -> None:
        self._hash = hashlib.blake2b(head.encode(), digest_size=32)
        self._usable = True
        self._play = -1
        self._static = b""

    def frame(self, renderer: Any, scene: Any, repeat: int) -> None:
        """Take in one frame, as the renderer would draw it now."""
        if not self._usable:
            return
        if self._play != renderer.num_plays:
            self._play, self._static = renderer.num_plays, self._drawing(renderer, scene.static_mobjects)
        moving = scene.moving_mobjects or [*scene.mobjects, *scene.foreground_mobjects]
        self._hash.update(self._static + self._drawing(renderer, moving) + repeat.to_bytes(4, "big"))

    def key(self) -> str:
        """The key of all frames so far, or empty where a picture depends on more than is hashed."""
        return self._hash.hexdigest() if self._usable and _manim_is_itself() else ""

    def _drawing(self, renderer: Any, mobjects: Any) -> bytes:
        from manim import PMobject, VMobject
        from manim.mobject.types.image_mobject import AbstractImageMobject

        camera = renderer.camera
        if not _plain_camera(camera):
            self._usable = False
            return b""
        seen = hashlib.blake2b(digest_size=32)
        frame = (camera.frame_width, camera.frame_height, *camera.frame_center, camera.cairo_line_width_multiple)
        seen.update(repr((*frame, str(camera.background_color), camera.background_opacity)).encode())
        for mobject in camera.get_mobjects_to_display(mobjects):
            if not isinstance(mobject, VMobject | PMobject | AbstractImageMobject):
                continue  # value trackers and the like: the camera passes them over
            if not _plain_mobject(mobject):
                self._usable = False
                return b""
            _take_in(seen, mobject)
        return seen.digest()


def _take_in(seen: Any, mobject: Any) -> None:
    state = mobject.__dict__
    seen.update(repr([state.get(name) for name in _PLAIN]).encode())
    for name in _ARRAYS:
        value = state.get(name)
        if value is None:
            seen.update(b"-")
            continue
        array = np.ascontiguousarray(value)
        seen.update(repr((array.shape, array.dtype.str)).encode())
        seen.update(array.data if array.size else b"")


def _plain_camera(camera: Any) -> bool:
    from manim import Camera, MovingCamera

    return type(camera) in (Camera, MovingCamera) and camera.background_image is None and not _patched(camera.__dict__)


def _plain_mobject(mobject: Any) -> bool:
    state = mobject.__dict__
    return (
        _plain_kind(type(mobject))
        and state.get("background_image") is None
        and not _patched(state, skip=("points", "submobjects", "z_index"))
    )


def _patched(state: dict[str, Any], skip: tuple[str, ...] = ()) -> bool:
    """Whether an instance carries its own function where the class's would be called."""
    return any(callable(value) and name not in skip for name, value in state.items() if name in _ALL_DRAWING)


@lru_cache(maxsize=4096)
def _plain_kind(kind: type) -> bool:
    """Whether a class draws as a VMobject does: no class of the user's replaces what the camera reads."""
    from manim import PMobject
    from manim.mobject.types.image_mobject import AbstractImageMobject

    if issubclass(kind, (PMobject, AbstractImageMobject)):
        return False
    users = [part for part in kind.__mro__ if not part.__module__.startswith(("manim.", "builtins", "abc"))]
    return not any(_READ_BY_CAMERA & vars(part).keys() for part in users)


def _methods(*kinds: type) -> dict[tuple[type, str], Any]:
    return {(kind, name): thing for kind in kinds for name, thing in vars(kind).items() if callable(thing)}


_ALL_DRAWING = _READ_BY_CAMERA | {
    "capture_mobjects",
    "capture_mobject",
    "display_vectorized",
    "display_multiple_vectorized_mobjects",
    "display_multiple_non_background_colored_vmobjects",
    "set_cairo_context_path",
    "set_cairo_context_color",
    "apply_fill",
    "apply_stroke",
    "transform_points_pre_display",
    "get_cairo_context",
    "get_mobjects_to_display",
    "reset",
}
_itself: dict[tuple[type, str], Any] = {}


def remember_manim() -> None:
    """Note how Manim's drawing methods are before any scene could replace them. Called once, while warming up."""
    from manim import Camera, Mobject, MovingCamera, VMobject

    _itself.update(_methods(Camera, MovingCamera, Mobject, VMobject))


def _manim_is_itself() -> bool:
    return bool(_itself) and all(vars(kind).get(name) is thing for (kind, name), thing in _itself.items())
