"""Scene classes: which of ManimCE's scenes offers the camera that the code moves."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

import libcst as cst

from convert.passes.syntax import attribute, is_self
from convert.passes.walk import Place
from convert.sheet import Sheet

_ROOTS = frozenset({"Scene", "InteractiveScene", "MovingCameraScene", "ThreeDScene", "SpecialThreeDScene"})
_PLAIN = frozenset({"Scene", "InteractiveScene"})
_THREE_D_ROOTS = frozenset({"ThreeDScene", "SpecialThreeDScene"})
_FRAME = frozenset({"frame", "camera_frame"})
_TURNS = frozenset(
    """
    set_euler_angles set_theta set_phi set_gamma increment_theta increment_phi increment_gamma get_theta
    add_ambient_rotation always_sort_to_camera get_implied_camera_location set_camera_orientation
    get_euler_angles
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
_SOLIDS = frozenset(
    """
    Surface ParametricSurface Sphere Torus Cube VCube ThreeDAxes Prism VPrism TexturedSurface Line3D Cylinder
    Cone SurfaceMesh Dodecahedron Prismify Disk3D Square3D SGroup VGroup3D Sphere3D
    """.split()  # noqa: SIM905  # a table of names reads best as text
)


_CREATURES = frozenset({"PiCreatureScene", "MortyPiCreatureScene", "RandolphScene", "TeacherStudentsScene"})
"""Scenes of the shims that have no camera of their own: the one with a frame comes as a second base."""


@dataclass
class _Scene:
    bases: list[str]
    frame: bool = False
    solid: bool = False
    children: list[str] = field(default_factory=list)


def cameras(code: str, sheet: Sheet) -> dict[tuple[str, str], str]:
    """(class, its base) → the base it gets, for the scenes that move a camera frame."""
    if sheet.dialect == "ce":
        return {}
    scenes = {node.name: _scene(node) for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ClassDef)}
    for name, scene in scenes.items():
        for base in scene.bases:
            if base in scenes:
                scenes[base].children.append(name)
    found: dict[tuple[str, str], str] = {}
    for name, scene in scenes.items():
        for base in set(scene.bases) & (_ROOTS if sheet.gl else _PLAIN) - set(scenes):
            new = _camera_for(name, base, scenes, sheet)
            if new != base and new not in sheet.bound:
                found[name, base] = new
        for base in set(scene.bases) & _CREATURES & sheet.offered - set(scenes):
            camera = _camera_for(name, "Scene", scenes, sheet)
            if sheet.gl and camera in ("GlMovingCameraScene", "GlThreeDScene"):
                found[name, base] = camera
    return found


def _scene(node: ast.ClassDef) -> _Scene:
    scene = _Scene([base.id for base in node.bases if isinstance(base, ast.Name)])
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute):
            scene.frame |= part.attr in _FRAME and _is_camera(part.value)
            scene.solid |= part.attr in _TURNS
        elif isinstance(part, ast.Name):
            scene.solid |= part.id in _SOLIDS
        elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == "reorient":
            scene.solid |= _turns(part)
            scene.frame = True
    return scene


def _is_camera(node: ast.expr) -> bool:
    """`self.frame`, `self.camera.frame`, `scene.camera.frame`."""
    return (isinstance(node, ast.Name) and node.id in ("self", "scene")) or (
        isinstance(node, ast.Attribute) and node.attr == "camera"
    )


def _turns(call: ast.Call) -> bool:
    """Whether a `reorient` leaves the plane: theta or phi other than a literal zero."""
    angles = [*call.args[:2], *(key.value for key in call.keywords if key.arg in ("theta_degrees", "phi_degrees"))]
    return any(not (isinstance(angle, ast.Constant) and not angle.value) for angle in angles)


def _camera_for(name: str, base: str, scenes: dict[str, _Scene], sheet: Sheet) -> str:
    family = [scenes[each] for each in _descendants(name, scenes, set())]
    frame, solid = any(scene.frame for scene in family), any(scene.solid for scene in family)
    if base in _THREE_D_ROOTS:
        return (
            _first(sheet, f"Gl{base}", base) if frame or sheet.dialect == "gl" or base == "SpecialThreeDScene" else base
        )
    if (frame and solid) or (solid and sheet.dialect == "gl"):
        return _first(sheet, "GlThreeDScene", "ThreeDScene")
    if frame:
        return _first(sheet, "GlMovingCameraScene", "MovingCameraScene")
    return base


def _descendants(name: str, scenes: dict[str, _Scene], seen: set[str]) -> set[str]:
    if name not in seen:
        seen.add(name)
        for child in scenes[name].children:
            _descendants(child, scenes, seen)
    return seen


def _first(sheet: Sheet, wished: str, other: str) -> str:
    return wished if wished in sheet.offered else other


def rebase(node: cst.ClassDef, place: Place) -> cst.ClassDef:
    """Give a scene the base that has its camera."""
    changes = place.sheet.cameras
    assert isinstance(place.original, cst.ClassDef)
    bases: list[cst.Arg] = []
    for arg, before in zip(node.bases, place.original.bases, strict=True):
        old = before.value.value if isinstance(before.value, cst.Name) else ""
        new = changes.get((node.name.value, old)) if old else None
        if new:
            place.note("info", "camera", f"{node.name.value}: {old} has no camera frame in ManimCE, {new} has")
        if new and old in _CREATURES:
            bases += [arg.with_changes(comma=cst.MaybeSentinel.DEFAULT), cst.Arg(cst.Name(new))]
        else:
            bases.append(arg.with_changes(value=cst.Name(new)) if new else arg)
    return node.with_changes(bases=_unique(bases))


def _unique(bases: list[cst.Arg]) -> list[cst.Arg]:
    """The same base twice is an error; it can come from two that became one."""
    seen: set[str] = set()
    kept: list[cst.Arg] = []
    for arg in bases:
        name = arg.value.value if isinstance(arg.value, cst.Name) else ""
        if not name or name not in seen:
            kept.append(arg)
        seen.add(name)
    if len(kept) == len(bases) or not kept:
        return bases
    return [*kept[:-1], kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)]


def camera_frame(node: cst.Attribute, place: Place) -> cst.Attribute:
    """`self.camera_frame` and `self.frame` → `self.camera.frame`."""
    sheet, name = place.sheet, node.attr.value
    if name not in _FRAME or not is_self(node.value) or name in sheet.methods or name in sheet.assigned:
        return node
    if not sheet.cameras or f".{name}" in sheet.offered:
        return node
    return attribute(attribute(node.value, "camera"), "frame")


RULES = {cst.ClassDef: (rebase,), cst.Attribute: (camera_frame,)}
