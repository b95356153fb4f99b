"""Assembly: code that calls components without defining them becomes one self-contained file.

Exactly the definitions that are needed are put in front of it: equal ones once, clashing names renamed, imports merged.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from components_cache.closure import Definition, Module, closure, parse_module, read_module
from components_cache.formatting import format_code, plain_docstring, sorted_imports
from components_cache.renaming import renamed
from components_cache.store.record import Stored
from convert.inline.names import bound_names, references
from core.component import Component
from core.scene import SceneCode
from render.policy import ALLOWED_IMPORTS


@dataclass(frozen=True)
class Piece:
    """A component that code may call by its name. `label` is what the scene's list of components calls it."""

    label: str
    name: str
    module: Module


def library_piece(component: Component) -> Piece:
    """A component of the curated library as a piece."""
    return Piece(component.name, component.name, read_module(component.module))


def stored_piece(record: Stored) -> Piece:
    """A component of the store as a piece."""
    return Piece(record.label, record.name, parse_module(record.label, record.code))


@dataclass
class _Parts:
    """Definitions that are put in, by their new names, and the import lines that they need."""

    texts: dict[str, str] = field(default_factory=dict[str, str])
    constants: set[str] = field(default_factory=set[str])
    keys: dict[str, str] = field(default_factory=dict[str, str])
    imports: set[str] = field(default_factory=set[str])


def assemble(scene: SceneCode, offered: Mapping[str, Piece]) -> SceneCode:
    """The scene with all offered pieces that it calls put in; the same scene where it calls none, or does not parse.

    What the code defines itself is its own, also under the name of a piece.
    """
    try:
        tree = ast.parse(scene.code)
    except (SyntaxError, ValueError):
        return scene
    code, tree = _without_imports(scene.code, tree, offered)
    own = bound_names(node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom))
    called = dict.fromkeys(reference.name for node in tree.body for reference in references(node))
    used = [offered[name] for name in called if name in offered and name not in own]
    if not used:
        return scene
    parts = _Parts()
    reserved = own | {piece.name for piece in used} | set(called)
    for piece in used:
        _put_in(piece, parts, reserved)
    labels = (*scene.components, *(piece.label for piece in used if piece.label))
    return replace(scene, code=_joined(code, tree, parts), components=tuple(dict.fromkeys(labels)))


def _without_imports(code: str, tree: ast.Module, offered: Mapping[str, Piece]) -> tuple[str, ast.Module]:
    """Without imports of offered names from modules that do not exist: some models import what they may just call."""
    lines = code.splitlines()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and _is_invented(node, offered):
            last = node.end_lineno or node.lineno
            lines[node.lineno - 1 : last] = [""] * (last - node.lineno + 1)
    kept = "\n".join(lines) + "\n"
    return kept, ast.parse(kept)


def _is_invented(node: ast.ImportFrom, offered: Mapping[str, Piece]) -> bool:
    known = (node.module or "").split(".")[0] in ALLOWED_IMPORTS
    return not known and all(alias.name in offered and not alias.asname for alias in node.names)


def _put_in(piece: Piece, parts: _Parts, reserved: set[str]) -> None:
    """Add what a piece needs, under names that are still free."""
    found = closure([(piece.module.name, piece.name)], _reader(piece.module))
    parts.imports |= found.imports
    ordered = found.definitions if piece.module.library else sorted(found.definitions, key=lambda one: one.order)
    keys = _identities(ordered)
    names: dict[tuple[str, str], str] = {}
    for definition in ordered:
        key = keys[definition.module, definition.name]
        is_main = definition.name == piece.name and definition.module == piece.module.name
        names[definition.module, definition.name] = _name(
            definition, key, parts, reserved - {piece.name} if is_main else reserved
        )
    visible = {
        module: {one.name: names[one.module, one.name] for one in ordered if one.module == module}
        for module, _ in names
    }
    for definition in ordered:
        new = names[definition.module, definition.name]
        if new not in parts.texts:
            renames = {old: now for old, now in _seen_by(definition, visible, piece, names).items() if old != now}
            parts.texts[new] = renamed(plain_docstring(definition.source), renames)
            parts.constants |= {parts.texts[new]} if definition.constant else set()


def _seen_by(
    definition: Definition,
    visible: dict[str, dict[str, str]],
    piece: Piece,
    names: dict[tuple[str, str], str],
) -> dict[str, str]:
    """New names of everything that a definition can mean: of its own module, and what that imports of the library."""
    module = _reader(piece.module)(definition.module)
    taken = {bound: names[owner] for bound, owner in module.library.items() if owner in names}
    return {**taken, **visible[definition.module]}


def _reader(own: Module) -> Callable[[str], Module]:
    """Modules by name: the piece's own, and those of the library."""
    return lambda name: own if name == own.name else read_module(name)


def _identities(definitions: list[Definition]) -> dict[tuple[str, str], str]:
    """A key for each definition that is equal only where it and all that it needs are equal."""
    by_name = {(one.module, one.name): one for one in definitions}
    names = {one.name: one for one in definitions}
    found: dict[tuple[str, str], str] = {}
    for start in definitions:
        seen: dict[str, str] = {}
        waiting = [start]
        while waiting:
            one = waiting.pop()
            if one.name in seen:
                continue
            seen[one.name] = one.source
            needed = (by_name.get((one.module, need)) or names.get(need) for need in one.needs)
            waiting += [other for other in needed if other]
        text = "\0".join(f"{name}\0{seen[name]}" for name in sorted(seen))
        found[start.module, start.name] = hashlib.sha256(text.encode()).hexdigest()
    return found


def _name(definition: Definition, key: str, parts: _Parts, reserved: set[str]) -> str:
    """Its own name, that of its equal, or a new one where something else has its name."""
    options = [definition.name, *(f"{definition.name}_{number}" for number in range(2, 999))]
    for option in options:
        if parts.keys.get(option) == key:
            return option
        if option not in parts.keys and option not in reserved:
            parts.keys[option] = key
            return option
    raise LookupError(f"no free name for {definition.name}")


def _joined(code: str, tree: ast.Module, parts: _Parts) -> str:
    """Docstring and imports of the code, then the definitions, then the rest of it."""
    head = 0
    for node in tree.body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not (is_text or isinstance(node, ast.Import | ast.ImportFrom)):
            break
        head = node.end_lineno or node.lineno
    lines = code.splitlines()
    imports = "\n".join([*lines[:head], *sorted(parts.imports)])
    texts = dict.fromkeys(parts.texts.values())
    body = "".join(f"{text}\n" if text in parts.constants else f"\n\n{text}\n" for text in texts)
    whole = f"{imports}\n\n{body}\n\n" + "\n".join(lines[head:]).strip("\n") + "\n"
    return format_code(sorted_imports(whole))
