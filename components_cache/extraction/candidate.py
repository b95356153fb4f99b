"""A candidate: a piece of a scene, lifted out into code that stands alone, before anybody has proven it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

from components_cache.catalogue import component_of
from core.component import Component, SceneKind

Shape = Literal["function", "class", "block", "act"]
"""What it was in the scene: a function, a class, statements that build one group, or animations."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`code` is a module that defines `name` with everything it needs. `line` is where it stood in the scene's file."""

    name: str
    code: str
    shape: Shape
    scene_kind: SceneKind = "Scene"
    line: int = 0

    @property
    def component(self) -> Component:
        """What its docstring and annotations say of it. Raises LookupError when they say nothing."""
        return described(self.code, self.name)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece that cannot be lifted out, and why."""

    name: str
    shape: Shape
    reason: str
    line: int = 0


def described(code: str, name: str, module: str = "store") -> Component:
    """The component `name` of a module's source."""
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            found = component_of(node, module)
            if found:
                return found
    raise LookupError(f"no component {name!r} in the code")
