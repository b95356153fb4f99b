"""What each statement of `construct` binds, reads, changes and shows."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from convert.inline.names import bound_names


@dataclass(frozen=True, slots=True)
class Step:
    """One statement. `changes` are names whose objects it may change; `stage` says that it uses the scene itself."""

    node: ast.stmt
    binds: frozenset[str]
    reads: frozenset[str]
    changes: frozenset[str]
    stage: bool
    moves: bool

    @property
    def first(self) -> int:
        return self.node.lineno

    @property
    def last(self) -> int:
        return self.node.end_lineno or self.node.lineno


def steps(body: list[ast.stmt], own: str = "self") -> list[Step]:
    """The statements of a function; a docstring is left out."""
    return [_step(node, own) for place, node in enumerate(body) if not (place == 0 and _is_text(node))]


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _step(node: ast.stmt, own: str) -> Step:
    names = [part for part in ast.walk(node) if isinstance(part, ast.Name)]
    reads = frozenset(name.id for name in names if isinstance(name.ctx, ast.Load))
    changes = frozenset(owner for part in ast.walk(node) if (owner := _changed(part)))
    animated = any(isinstance(part, ast.Attribute) and part.attr == "animate" for part in ast.walk(node))
    animated = animated or bool(reads & {"Transform", "ReplacementTransform", "MoveToTarget", "ApplyMethod"})
    stage = own in reads
    return Step(node, frozenset(bound_names([node])), reads - {own}, changes - {own}, stage, stage and animated)


def _changed(part: ast.AST) -> str:
    """The name whose object a call of its method, or an assignment into it, may change."""
    match part:
        case ast.Call(func=ast.Attribute(value=inner)):
            return _root(inner)
        case ast.Attribute(value=inner, ctx=ast.Store()) | ast.Subscript(value=inner, ctx=ast.Store()):
            return _root(inner)
        case ast.AugAssign(target=ast.Name(id=name)):
            return name
        case _:
            return ""


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
