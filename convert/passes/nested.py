"""Scenes that make other scenes, which once ran as soon as they were made."""

from __future__ import annotations

import libcst as cst

from convert.passes.syntax import called, is_self
from convert.passes.walk import Place

_OLD = frozenset({"old_gl", "ancient"})


def nested(call: cst.Call, place: Place) -> cst.Call:
    """`other = OtherScene(…)` in a scene asks for the shim that runs it through at once."""
    sheet = place.sheet
    if sheet.dialect not in _OLD or "@nested_scenes" not in sheet.offered:
        return call
    if _is_scene(called(call), place) or _own_attribute(call) in sheet.shadowed - sheet.methods:
        sheet.wanted.add("@nested_scenes")
    return call


def _own_attribute(call: cst.Call) -> str:
    """`self.other_scene_class(…)`: a scene class kept in CONFIG."""
    func = call.func
    name = func.attr.value if isinstance(func, cst.Attribute) and is_self(func.value) else ""
    return name if "scene" in name.lower() else ""


def _is_scene(name: str, place: Place) -> bool:
    seen: set[str] = set()
    while name in place.sheet.classes and name not in seen:
        seen.add(name)
        bases = place.sheet.classes[name]
        if any(base.endswith("Scene") for base in bases):
            return True
        name = bases[0] if bases else ""
    return False


RULES = {cst.Call: (nested,)}
