"""The shims on the shelf: which keys each statement serves, and the source of exactly those that are needed.

Keys: `Name` for a definition, `.method` for a patch of a ManimCE class, `@feature` for a call of `_install_feature`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "shims"
_NOT_SHIMS = {"__init__"}
_INSTALL = "_install_"
_FIRST = ("numbers_and_names", "colours")
"""Files of constants, which others may use at module level."""


@dataclass(frozen=True, slots=True)
class Shims:
    """Source of the shims asked for and of all they need, and the keys that they serve."""

    code: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One statement of a shim file."""

    order: int
    file: str
    source: str
    gives: frozenset[str]
    needs: frozenset[str]
    first: frozenset[str]
    """What must stand before it: bases, defaults, everything that runs when the statement runs."""
    is_import: bool = False
    runs: bool = False
    """Whether it calls other shims at once: then what those need must stand before it too."""


def shims_for(names: set[str]) -> Shims:
    """The source of the shims that serve `names` (keys nobody serves are ignored), each after what it needs."""
    pieces, givers = _shelf()
    wanted: set[int] = set()
    queue = [giver for name in names for giver in givers.get(name, ())]
    while queue:
        index = queue.pop()
        if index not in wanted:
            wanted.add(index)
            queue += [giver for need in pieces[index].needs for giver in givers.get(need, ())]
    ordered = list(_ordered(wanted, pieces, givers))
    imports = [piece.source for piece in ordered if piece.is_import]
    bodies = [piece for piece in ordered if not piece.is_import]
    served = frozenset(key for piece in ordered for key in piece.gives)
    return Shims("\n".join(sorted(set(imports))) + ("\n" if imports else "") + _joined(bodies), served)


@lru_cache(maxsize=1)
def offered() -> frozenset[str]:
    """All keys on the shelf but private ones."""
    return frozenset(key for key in _shelf()[1] if not key.startswith("_"))


def _joined(pieces: list[_Piece]) -> str:
    text = ""
    for piece in pieces:
        compact = "\n" not in piece.source and bool(text)
        text += ("" if compact else "\n\n") + piece.source + "\n"
    return text.lstrip("\n")


def _ordered(wanted: set[int], pieces: list[_Piece], givers: dict[str, list[int]]) -> Iterator[_Piece]:
    """In the order of the files, but each piece after those that must run before it."""
    placed: set[int] = set()
    seen: set[tuple[int, bool]] = set()

    def place(index: int, runs: bool) -> Iterator[_Piece]:
        runs = runs or pieces[index].runs
        if (index, runs) in seen:
            return
        seen.add((index, runs))
        for need in sorted(pieces[index].needs if runs else pieces[index].first):
            for giver in givers.get(need, ()):
                if giver in wanted:
                    yield from place(giver, runs)
        if index not in placed:
            placed.add(index)
            yield pieces[index]

    for index in sorted(wanted):
        yield from place(index, False)


@lru_cache(maxsize=1)
def _shelf() -> tuple[list[_Piece], dict[str, list[int]]]:
    """All pieces, and for each key those that serve it (several classes may get a method of one name)."""
    pieces: list[_Piece] = []
    files = [path for path in _FOLDER.glob("*.py") if path.stem not in _NOT_SHIMS]
    for path in sorted(files, key=lambda path: (path.stem not in _FIRST, path.stem)):
        source = path.read_text("utf-8")
        for statement in ast.parse(source).body:
            piece = _piece(statement, source, path.stem, len(pieces))
            if piece:
                pieces.append(piece)
    givers: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        for key in piece.gives:
            givers.setdefault(key, []).append(index)
    return pieces, givers


def _piece(statement: ast.stmt, source: str, file: str, order: int) -> _Piece | None:
    gives = frozenset(_gives(statement))
    if not gives or "annotations" in gives:
        return None
    decorators = getattr(statement, "decorator_list", [])
    start = min([statement.lineno, *[node.lineno for node in decorators]])
    text = "\n".join(source.split("\n")[start - 1 : statement.end_lineno])
    is_import = isinstance(statement, ast.Import | ast.ImportFrom)
    needs = frozenset(_needs(statement)) - gives
    first = needs if _is_install(statement) or isinstance(statement, ast.Assign) else _at_once(statement)
    return _Piece(order, file, text, gives, needs, frozenset(first) - gives, is_import, _is_install(statement))


def _gives(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef() | ast.ClassDef():
            yield statement.name
        case ast.Assign():
            for target in statement.targets:
                yield from _targets(target)
        case ast.AnnAssign(target=target):
            yield from _targets(target)
        case ast.Import() | ast.ImportFrom():
            yield from (alias.asname or alias.name.split(".")[0] for alias in statement.names if alias.name != "*")
        case ast.Expr(value=ast.Call(func=ast.Name(id=name))) if name.startswith(_INSTALL):
            yield "@" + name.removeprefix(_INSTALL)
        case _:
            return


def _targets(target: ast.expr) -> Iterator[str]:
    match target:
        case ast.Name(id=name):
            yield name
        case ast.Attribute(attr=attr):
            yield "." + attr
        case ast.Tuple(elts=elements):
            for element in elements:
                yield from _targets(element)
        case _:
            return


def _needs(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
            yield part.id
        elif isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value.startswith("@"):
            yield part.value
        elif isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Load):
            yield from (key for key in ("." + part.attr,) if key in _missing_methods())


@lru_cache(maxsize=1)
def _missing_methods() -> frozenset[str]:
    """Patches that add what is missing. Files `other_*` change what ManimCE has: shims themselves never need that."""
    keys: set[str] = set()
    for path in _FOLDER.glob("*.py"):
        if path.stem not in _NOT_SHIMS and not path.stem.startswith("other_"):
            for statement in ast.parse(path.read_text("utf-8")).body:
                keys.update(key for key in _gives(statement) if key.startswith("."))
    return frozenset(keys)


def _at_once(statement: ast.stmt) -> set[str]:
    """Names that are looked up when the definition itself runs, not when it is called."""
    found: set[str] = set()
    nodes: list[ast.AST] = [statement]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.FunctionDef):
            nodes += [*node.decorator_list, *node.args.defaults, *(d for d in node.args.kw_defaults if d)]
            continue
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.Name):
            found.add(node.id)
        nodes += list(ast.iter_child_nodes(node))
    return found


def _is_install(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr)


@lru_cache(maxsize=1)
def supplied() -> frozenset[str]:
    """Names that the converted code gets from here: the inliner leaves them alone."""
    return frozenset(key for key in offered() if key[0] not in ".@")


@lru_cache(maxsize=1)
def methods() -> frozenset[str]:
    """Names of the methods of the classes on the shelf."""
    statements = [each for path in _FOLDER.glob("*.py") for each in ast.parse(path.read_text("utf-8")).body]
    classes = [each for each in statements if isinstance(each, ast.ClassDef)]
    return frozenset(line.name for each in classes for line in each.body if isinstance(line, ast.FunctionDef))
