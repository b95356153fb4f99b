"""The scenes of a module: classes that, through their bases in the file, come from a scene."""

from __future__ import annotations

import ast


def scene_names(code: str, wanted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Names of the scene classes, in the order of the file; of `wanted`, those that are there."""
    classes = {node.name: node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ClassDef)}
    if wanted:
        return tuple(name for name in wanted if name in classes)
    return tuple(name for name in classes if _is_scene(name, classes, set()))


def _is_scene(name: str, classes: dict[str, ast.ClassDef], seen: set[str]) -> bool:
    if name in seen or name not in classes:
        return False
    seen.add(name)
    node = classes[name]
    bases = [base.id if isinstance(base, ast.Name) else getattr(base, "attr", "") for base in node.bases]
    if any(base.endswith("Scene") and base not in classes for base in bases):
        return True
    if any(_is_scene(base, classes, seen) for base in bases):
        return True
    return bool(bases) and any(isinstance(line, ast.FunctionDef) and line.name == "construct" for line in node.body)
