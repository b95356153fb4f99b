"""The scene in which a component has to prove itself, alone."""

from __future__ import annotations

from components_cache.extraction.building import is_space
from core.component import Component
from core.scene import SceneCode

NAME = "Proof"
PAUSE = 0.2
"""Seconds that the last picture stands."""
ORIENTATION = "phi=65 * DEGREES, theta=-45 * DEGREES"

Arguments = tuple[tuple[str, str], ...]


def proof(code: str, component: Component, arguments: Arguments = ()) -> SceneCode:
    """A scene that plays the act, or shows what the builder builds, and nothing else."""
    given = [f"{name}={value}" for name, value in arguments]
    if component.kind == "act":
        kind, lines = str(component.scene_kind), [f"{component.name}({', '.join(['self', *given])})"]
    else:
        space = is_space(code)
        kind = "ThreeDScene" if space else "Scene"
        lines = [f"self.set_camera_orientation({ORIENTATION})"] if space else []
        lines += [f"self.play(FadeIn({component.name}({', '.join(given)})))"]
    body = "\n".join(f"        {line}" for line in [*lines, f"self.wait({PAUSE})"])
    return SceneCode(f"{code}\n\nclass {NAME}({kind}):\n    def construct(self):\n{body}\n", NAME)
