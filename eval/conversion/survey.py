"""Which scenes a clone holds, and which of them are meant to be rendered at all.

A scene is a class that leads, by names of bases across the whole clone, to a class called `…Scene`. It is counted apart
(`apart` says why) when by its source alone it cannot be meant to render:

- "no construct": no class of the clone on its way up defines `construct`;
- "empty construct": the body is nothing but docstring, `pass`, `...`;
- "construct with arguments": `construct` needs arguments besides `self`, or works on a list of them (`*args`);
- "raises by design": the first real statement of `construct` is `raise`.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from convert.facts import manim
from convert.inline.modules import Statement, load
from convert.inline.repository import repository
from convert.shims import supplied

_YEAR = re.compile(r"(?:^|[/_])(20[0-9]{2})(?:/|_|$)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A scene of a clone. `year` is 0 where the path names none; `apart` is empty for a scene that counts."""

    file: Path
    name: str
    year: int
    apart: str = ""


@dataclass(frozen=True, slots=True)
class _Class:
    file: Path
    bases: tuple[str, ...]
    construct: str | None


def survey(root: Path, cache: Path | None = None) -> list[Listed]:
    """All scenes below `root`, by path and place in the file; with a `cache`, read once per state of the clone."""
    if cache is None:
        return _survey(root)
    kept = cache / f"survey-{_state(root)}.json"
    if not kept.exists():
        rows = [(one.file.relative_to(root).as_posix(), one.name, one.year, one.apart) for one in _survey(root)]
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(rows), encoding="utf-8")
    return [Listed(root / file, *rest) for file, *rest in json.loads(kept.read_text(encoding="utf-8"))]


def _state(root: Path) -> str:
    files = [(path.as_posix(), path.stat().st_mtime_ns) for path in repository(root).files]
    return hashlib.sha256(repr((files, Path(__file__).read_bytes())).encode()).hexdigest()[:16]


def _survey(root: Path) -> list[Listed]:
    rows: list[tuple[str, _Class]] = []
    table: dict[str, list[_Class]] = defaultdict(list)
    for path in repository(root).files:
        for name, made in _classes(path).items():
            rows.append((name, made))
            table[name].append(made)
    lineage = _Lineage(table, repository(root).shared)
    return [
        Listed(made.file, name, year(made.file.relative_to(root)), _apart(made, lineage))
        for name, made in rows
        if lineage.is_scene(made)
    ]


def year(path: Path) -> int:
    """The year that a path names, or 0."""
    found = _YEAR.search(path.as_posix())
    return int(found[1]) if found else 0


def _classes(path: Path) -> dict[str, _Class]:
    module = load(path)
    found = {}
    for statement in module.statements() if module else ():
        if statement.kind == "class":
            found[statement.names[0]] = _class(statement, path)
    return found


def _class(statement: Statement, path: Path) -> _Class:
    tree = statement.tree
    assert isinstance(tree, ast.ClassDef)
    bases = tuple(_last_name(base) for base in tree.bases)
    constructs = [part for part in tree.body if isinstance(part, ast.FunctionDef) and part.name == "construct"]
    return _Class(path, bases, _unfit(constructs[-1]) if constructs else None)


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _unfit(construct: ast.FunctionDef) -> str:
    arguments = construct.args
    required = len(arguments.posonlyargs) + len(arguments.args) - len(arguments.defaults)
    if required > 1 or arguments.vararg or None in arguments.kw_defaults:
        return "construct with arguments"
    body = [part for part in construct.body if not isinstance(part, ast.Pass) and not _is_constant(part)]
    if not body:
        return "empty construct"
    return "raises by design" if isinstance(body[0], ast.Raise) else ""


def _is_constant(part: ast.stmt) -> bool:
    return isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)


class _Lineage:
    """Which classes lead to a scene. A base is looked up in its own file first; a name of the library means the
    library's class, or that of a shared folder, although some scene elsewhere may be called `Rectangle` too."""

    def __init__(self, table: dict[str, list[_Class]], shared: tuple[Path, ...]) -> None:
        self._table = table
        self._shared = frozenset(shared)
        self._library = manim.exported() | supplied()
        self._known: dict[int, bool] = {}

    def is_scene(self, made: _Class) -> bool:
        """Whether the class leads to one called `…Scene`."""
        if id(made) not in self._known:
            self._known[id(made)] = False
            self._known[id(made)] = any(self._leads(base, made) for base in made.bases)
        return self._known[id(made)]

    def _leads(self, base: str, made: _Class) -> bool:
        return base.endswith("Scene") or any(self.is_scene(above) for above in self.above(base, made))

    def above(self, base: str, made: _Class) -> list[_Class]:
        """The classes that a base's name may mean in this file."""
        found = [one for one in self._table.get(base, []) if one is not made]
        own = [one for one in found if one.file == made.file]
        if own or base not in self._library:
            return own or found
        return [one for one in found if one.file in self._shared]


def _apart(made: _Class, lineage: _Lineage) -> str:
    seen: set[int] = set()
    waiting = [made]
    while waiting:
        at = waiting.pop(0)
        if id(at) in seen:
            continue
        seen.add(id(at))
        if at.construct is not None:
            return at.construct
        for base in at.bases:
            waiting += lineage.above(base, at)[:1]
    return "no construct"
