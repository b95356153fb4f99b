"""What no converter can carry over: shaders, interaction, files that only their author has."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from convert.facts.reasons import ATTRIBUTES, CALLS, MODULES
from convert.result import Note


@dataclass(frozen=True, slots=True)
class Reasons:
    """Pairs of (scene, reason code), and a note for each reason found."""

    scenes: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()


def impossible(code: str, scenes: tuple[str, ...]) -> Reasons:
    """The first reason, if any, why each scene cannot be shown as it was; what else it does is kept."""
    tree = ast.parse(code)
    classes = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    found: list[tuple[str, str]] = []
    notes: list[Note] = []
    for scene in scenes:
        node = classes.get(scene)
        reason = next(_reasons(node), None) if node else None
        if reason:
            code_, message, line = reason
            found.append((scene, code_))
            notes.append(Note("impossible", code_, f"{scene}: {message}", line))
    return Reasons(tuple(found), tuple(notes))


def _reasons(scene: ast.ClassDef):
    for node in ast.walk(scene):
        if isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            yield (*ATTRIBUTES[node.attr], node.lineno)
        elif isinstance(node, ast.FunctionDef) and node.name in ATTRIBUTES:
            yield (*ATTRIBUTES[node.name], node.lineno)
        elif isinstance(node, ast.Name) and node.id in CALLS:
            yield (*CALLS[node.id], node.lineno)
        elif isinstance(node, ast.Import):
            yield from ((*MODULES[a.name], node.lineno) for a in node.names if a.name in MODULES)
