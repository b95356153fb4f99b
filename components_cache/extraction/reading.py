"""A scene's file, read once: its definitions, its scene class, its comments."""

from __future__ import annotations

import ast
import io
import tokenize
from dataclasses import dataclass, field

from components_cache.closure import Module, parse_module
from convert.facts.manim import bases
from core.component import SceneKind

SCENES: dict[str, SceneKind] = {
    "Scene": "Scene",
    "MovingCameraScene": "MovingCameraScene",
    "ThreeDScene": "ThreeDScene",
}
"""The scenes that an act can be played in."""
NAME = "scene"
"""What the file's module is called among the modules of a closure."""


@dataclass(frozen=True)
class Source:
    """The file. `lines` are its bytes a line, since positions of syntax trees count bytes."""

    code: str
    tree: ast.Module
    module: Module
    scene: ast.ClassDef | None
    lines: list[bytes]
    comments: dict[int, str] = field(default_factory=dict[int, str])
    inside: frozenset[int] = frozenset()
    """Lines that begin inside a string: their indentation is content."""

    @property
    def methods(self) -> dict[str, ast.FunctionDef]:
        """The scene's own methods."""
        body = self.scene.body if self.scene else []
        return {node.name: node for node in body if isinstance(node, ast.FunctionDef)}

    @property
    def scene_kind(self) -> SceneKind | None:
        """Which scene it is; None for one that acts are not played in."""
        base = self.scene.bases[0] if self.scene and len(self.scene.bases) == 1 else None
        return SCENES.get(base.id) if isinstance(base, ast.Name) else None

    @property
    def fields(self) -> dict[str, ast.expr]:
        """Values that the scene class sets for itself."""
        found: dict[str, ast.expr] = {}
        for node in self.scene.body if self.scene else []:
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                found[node.targets[0].id] = node.value
        return found

    def is_mobject(self, name: str) -> bool:
        """Whether a name is a class of mobjects, manim's or the file's own."""
        return "Mobject" in self._bases(name, 0)

    def _bases(self, name: str, depth: int) -> set[str]:
        found = set(bases(name))
        for node in self.tree.body:
            if depth < 8 and isinstance(node, ast.ClassDef) and node.name == name:
                for base in node.bases:
                    if isinstance(base, ast.Name):
                        found |= {base.id} | self._bases(base.id, depth + 1)
        return found


def read(code: str, scene: str) -> Source:
    """The file with the scene called `scene`. Raises SyntaxError."""
    tree = ast.parse(code)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    found = next((node for node in classes if node.name == scene), None)
    comments, inside = _comments(code)
    return Source(code, tree, parse_module(NAME, code), found, code.encode().split(b"\n"), comments, inside)


def _comments(code: str) -> tuple[dict[int, str], frozenset[int]]:
    comments: dict[int, str] = {}
    inside: set[int] = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.type == tokenize.COMMENT:
                comments[token.start[0]] = token.string.lstrip("# ").strip()
            elif token.start[0] != token.end[0] and token.type not in (tokenize.NEWLINE, tokenize.NL):
                inside.update(range(token.start[0] + 1, token.end[0] + 1))
    except tokenize.TokenError:
        pass  # it has parsed: what is odd lies behind the last statement
    return comments, frozenset(inside)
