"""Step: a file into self-contained scenes and helpers, each with exactly what it needs."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from core.snippet import SnippetKind
from corpus.clean.units import Unit, units

_CONFIGURES = ("config", "Text", "Tex", "MathTex", "VMobject", "Mobject", "np", "random")
"""What top-level statements without a result may touch and still be part of every scene."""
_LEAST_LINES = 3
_PATCH = re.compile(r"^(?P<of>\w+)(?:\.\w+)*\.(?P<name>\w+) = ")
_INSTALL = re.compile(r"^_install_\w+\(")
"""How the converter's shims switch on what changes ManimCE as a whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One scene, class or function with what it needs. `line` is where it stands in the file."""

    kind: SnippetKind
    name: str
    code: str
    line: int
    docstring: str = ""


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a file was split into, and what was left out and why."""

    pieces: tuple[Piece, ...]
    left_out: tuple[str, ...] = ()


def split(code: str, *, only: str = "", own: frozenset[str] | None = None) -> Pieces:
    """The pieces of a file that parses. `only` names the one scene that is wanted.

    `own` names what the file itself defines: what a conversion brought from elsewhere is a part of pieces, never one.
    """
    parts = units(code)
    by_name = {name: index for index, unit in enumerate(parts) for name in unit.binds if not unit.is_import}
    scenes = _scenes(parts, by_name)
    found: list[Piece] = []
    left_out: list[str] = []
    for index, unit in enumerate(parts):
        node = unit.node
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or by_name.get(node.name) != index:
            continue
        if only and node.name != only and any(only == getattr(part.node, "name", "") for part in parts):
            continue
        if own is not None and node.name not in own and node.name not in scenes:
            continue
        kind, problem = _kind(node, scenes, by_name, parts)
        if problem and node.name != only:
            left_out += [problem] if own is None or node.name in own else []
        else:
            text = ast.get_docstring(node) or ""
            found.append(Piece(kind, node.name, _with_needs(index, parts, by_name), unit.line, text))
    return Pieces(tuple(found), tuple(left_out))


def _scenes(parts: list[Unit], by_name: dict[str, int]) -> frozenset[str]:
    """Names of classes that are scenes: by their own base's name, or through a base in the file."""
    known: dict[str, bool] = {}

    def is_scene(name: str) -> bool:
        if name not in known:
            known[name] = False  # a class that is its own base is none
            node = parts[by_name[name]].node if name in by_name else None
            if isinstance(node, ast.ClassDef):
                known[name] = any(is_scene(base) for base in _bases(node))
            else:
                known[name] = name.endswith("Scene")
        return known[name]

    return frozenset(
        unit.node.name for unit in parts if isinstance(unit.node, ast.ClassDef) and is_scene(unit.node.name)
    )


def _kind(
    node: ast.ClassDef | ast.FunctionDef, scenes: frozenset[str], by_name: dict[str, int], parts: list[Unit]
) -> tuple[SnippetKind, str]:
    """What a definition is, or why it is left out."""
    if node.name in scenes:
        assert isinstance(node, ast.ClassDef)
        shows = _shows(node, by_name, parts, set())
        return (
            "scene",
            "" if shows else f"{node.name} (line {node.lineno}) is a base of scenes and shows nothing itself",
        )
    if (node.end_lineno or 0) - node.lineno + 1 < _LEAST_LINES:
        return "helper", f"{node.name} (line {node.lineno}) is too short to teach anything"
    return ("component" if isinstance(node, ast.ClassDef) else "helper"), ""


def _shows(node: ast.ClassDef, by_name: dict[str, int], parts: list[Unit], seen: set[str]) -> bool:
    """Whether a scene has a `construct`, its own or from a base in the file."""
    if any(isinstance(part, ast.FunctionDef) and part.name == "construct" for part in node.body):
        return True
    bases = [base for base in _bases(node) if base in by_name and base not in seen]
    nodes = [found for base in bases if isinstance(found := parts[by_name[base]].node, ast.ClassDef)]
    return any(_shows(base, by_name, parts, seen | {node.name}) for base in nodes)


def _bases(node: ast.ClassDef) -> list[str]:
    return [base.id if isinstance(base, ast.Name) else ast.unparse(base).rpartition(".")[2] for base in node.bases]


def _with_needs(index: int, parts: list[Unit], by_name: dict[str, int]) -> str:
    """A unit, all it needs from the file, and the imports, in the file's order."""
    wanted = _closure([index], parts, by_name)
    while more := [i for i, unit in enumerate(parts) if i not in wanted and _belongs(unit, wanted, parts, by_name)]:
        wanted = _closure([*wanted, *more], parts, by_name)
    needed = frozenset(name for i in wanted for name in parts[i].needs)
    imports = [unit.source for unit in parts if unit.is_import and (_is_star(unit.node) or unit.binds & needed)]
    future = [source for source in imports if "from __future__" in source]
    plain = [source for source in imports if "from __future__" not in source]
    body = [parts[i] for i in sorted(wanted) if not parts[i].is_import]
    return "\n".join(dict.fromkeys([*future, *plain])) + "\n\n\n" + _joined(body) + "\n"


def _joined(body: list[Unit]) -> str:
    """Statements in order: two blank lines around definitions, none between others."""
    text = ""
    for before, unit in zip([None, *body], body, strict=False):
        apart = before is not None and any(hasattr(one.node, "body") for one in (before, unit))
        text += ("\n\n\n" if apart else "\n" if text else "") + unit.source
    return text


def _closure(start: list[int], parts: list[Unit], by_name: dict[str, int]) -> set[int]:
    wanted: set[int] = set()
    open_ends = list(start)
    while open_ends:
        index = open_ends.pop()
        if index in wanted:
            continue
        wanted.add(index)
        open_ends += [by_name[name] for name in parts[index].needs if name in by_name]
        open_ends += _rebinders(index, parts)
    return wanted


def _rebinders(index: int, parts: list[Unit]) -> list[int]:
    """Earlier statements that bind the same names: `x = 1` before `x += 1`, two halves of a definition."""
    names = parts[index].binds & parts[index].needs
    return [i for i in range(index) if names & parts[i].binds] if names else []


def _belongs(unit: Unit, wanted: set[int], parts: list[Unit], by_name: dict[str, int]) -> bool:
    """Whether a statement without a result does something that what is wanted feels."""
    node = unit.node
    if unit.binds or not isinstance(node, ast.Expr | ast.Assign | ast.AugAssign):
        return False
    patch = _PATCH.match(ast.unparse(node))
    if patch and patch["of"] not in by_name and patch["of"] not in _CONFIGURES[:1]:  # `Mobject.replicate = _replicate`
        return any(patch["name"] in parts[i].attributes for i in wanted)
    if _INSTALL.match(unit.source):
        return True
    here = {name for name in unit.needs if name in by_name}
    return bool(here or unit.needs & set(_CONFIGURES)) and all(by_name[name] in wanted for name in here)


def _is_star(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and (node.names[0].name == "*" or node.module == "__future__")
