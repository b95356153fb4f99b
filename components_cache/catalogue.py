"""The catalogue: every component of the curated library, read from its source without importing it."""

from __future__ import annotations

import ast
from functools import lru_cache
from pathlib import Path

from components_cache.docstring import bounds, describe, lengths, listed
from core.component import Component, Parameter, SceneKind

LIBRARY = Path(__file__).parent / "library"
PACKAGE = "components_cache.library"
SCENES = ("Scene", "MovingCameraScene", "ThreeDScene")


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Component]:
    """All components by name. A component is a public function whose docstring lists wishes or parameters."""
    found: dict[str, Component] = {}
    for path in sorted(LIBRARY.rglob("*.py")):
        for component in _read(path):
            if component.name in found:
                raise ValueError(f"two components are called {component.name}: {found[component.name].module}, {path}")
            found[component.name] = component
    return found


def module_name(path: Path) -> str:
    """The dotted module of a library file."""
    return ".".join((PACKAGE, *path.relative_to(LIBRARY).with_suffix("").parts))


def _read(path: Path) -> list[Component]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    defs = [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
    return [component for node in defs if (component := component_of(node, module_name(path)))]


def component_of(node: ast.FunctionDef, module: str) -> Component | None:
    """The component that a function is, or None where its docstring lists no wishes."""
    docstring = ast.get_docstring(node)
    if not docstring or "Wishes:" not in docstring:
        return None
    said = describe(docstring)
    arguments = node.args.args + node.args.kwonlyargs
    scene = _scene_kind(arguments)
    return Component(
        name=node.name,
        module=module,
        title=said.title,
        summary=said.summary,
        description=said.description,
        kind="act" if scene else "mobject",
        scene_kind=scene or "Scene",
        tags=said.tags,
        wishes=said.wishes,
        parameters=tuple(_parameters(node, said.parameters)),
        line=node.lineno,
    )


def _scene_kind(arguments: list[ast.arg]) -> SceneKind | None:
    if not arguments or arguments[0].arg != "scene":
        return None
    annotation = ast.unparse(arguments[0].annotation) if arguments[0].annotation else "Scene"
    if annotation not in SCENES:
        raise ValueError(f"an act's scene must be one of {', '.join(SCENES)}, not {annotation}")
    return annotation


def _parameters(node: ast.FunctionDef, said: dict[str, str]) -> list[Parameter]:
    plain = list(node.args.args)
    defaults: list[ast.expr | None] = [None] * (len(plain) - len(node.args.defaults)) + list(node.args.defaults)
    pairs = list(zip(plain, defaults, strict=True)) + list(
        zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
    )
    return [_parameter(arg, default, said.get(arg.arg, "")) for arg, default in pairs if arg.arg != "scene"]


def _parameter(arg: ast.arg, default: ast.expr | None, said: str) -> Parameter:
    low, high = bounds(said)
    shortest, longest = lengths(said)
    return Parameter(
        name=arg.arg,
        annotation=ast.unparse(arg.annotation) if arg.annotation else "object",
        default=ast.unparse(default) if default is not None else "",
        description=said.split(";")[0].strip(),
        low=low,
        high=high,
        shortest=shortest,
        longest=longest,
        choices=listed(said, "one of:"),
        said=listed(said, "said:"),
    )
