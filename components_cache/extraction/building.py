"""Which expressions and functions build mobjects."""

from __future__ import annotations

import ast

from components_cache.extraction.reading import Source

GROUPS = frozenset({"VGroup", "Group", "VDict"})
SPACE = frozenset(
    """ThreeDAxes Surface ParametricSurface Sphere Cube Prism Cone Cylinder Torus Arrow3D Line3D Dot3D Polyhedron
    Tetrahedron Octahedron Icosahedron Dodecahedron ThreeDVMobject ConvexHull3D
    """.split()  # noqa: SIM905
)
"""Mobjects that only look right in space."""


def kind_of(source: Source, node: ast.expr | None, known: dict[str, str]) -> str:
    """The class of mobject that an expression builds; empty for anything else. `known` are those of variables."""
    match node:
        case ast.Name(id=name):
            return known.get(name, "")
        case ast.Call(func=ast.Name(id=name)):
            if source.is_mobject(name):
                return name
            found = source.module.definitions.get(name)
            return returned(source, name) if found and not found.constant else ""
        case ast.Call(func=ast.Attribute(value=inner, attr=attr)):
            inner_kind = kind_of(source, inner, known)
            return _plotted(attr, inner_kind) or inner_kind
        case _:
            return ""


def _plotted(method: str, owner: str) -> str:
    """What axes give: a curve, an area, a label."""
    if not owner.endswith(("Axes", "Plane", "Line")):
        return ""
    return "VMobject" if method.startswith(("plot", "get_")) else ""


def variables(source: Source, body: list[ast.stmt]) -> dict[str, str]:
    """Variables of a function that hold mobjects, with their class."""
    known: dict[str, str] = {}
    for node in body:
        for part in ast.walk(node):
            if isinstance(part, ast.Assign) and len(part.targets) == 1 and isinstance(part.targets[0], ast.Name):
                kind = kind_of(source, part.value, known)
                if kind:
                    known[part.targets[0].id] = kind
    return known


def returned(source: Source, function: str) -> str:
    """The class of mobject that a function of the file returns; empty for any other function."""
    node = next((n for n in source.tree.body if isinstance(n, ast.FunctionDef) and n.name == function), None)
    return built(source, node, frozenset({function})) if node else ""


def built(source: Source, node: ast.FunctionDef, asked: frozenset[str] = frozenset()) -> str:
    """The same for any function. Functions in `asked` are being looked at already."""
    if isinstance(node.returns, ast.Name) and source.is_mobject(node.returns.id):
        return node.returns.id
    results = [part.value for part in ast.walk(node) if isinstance(part, ast.Return) and part.value]
    called = {part.func.id for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
    if called & asked:
        return ""  # it calls itself: its results say nothing
    known = variables(source, node.body)
    kinds = {kind_of(source, result, known) for result in results}
    return kinds.pop() if len(kinds) == 1 else ""


def count(source: Source, nodes: list[ast.stmt]) -> int:
    """How many mobjects statements make; those made in a loop count as three."""
    total = 0
    for node in nodes:
        loops = (ast.For, ast.ListComp, ast.GeneratorExp)
        many = 3 if any(isinstance(part, loops) for part in ast.walk(node)) else 1
        calls = [part for part in ast.walk(node) if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)]
        made = [c for c in calls if isinstance(c.func, ast.Name) and source.is_mobject(c.func.id)]
        total += many * len(made)
    return total


def is_space(code: str) -> bool:
    """Whether code uses mobjects that need a camera in space."""
    return any(isinstance(part, ast.Name) and part.id in SPACE for part in ast.walk(ast.parse(code)))
