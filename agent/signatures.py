"""The real signatures, in the installed manim, of what stands on a failing line.

Public entry: `signatures`. Nothing is imported or run: the code is read as a tree, the facts come from the table.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from agent.signature_table import SignatureTable, load_table
from convert.facts.names import RENAMES
from core.settings import settings

MOST = 8
"""Most lines handed to a model."""
LONGEST = 420
"""Characters of one signature."""

_NO_KEYWORD = re.compile(r"got an unexpected keyword argument '(\w+)'")
_NO_NAME = re.compile(r"name '(\w+)' is not defined|cannot import name '(\w+)'")
_NO_ATTRIBUTE = re.compile(r"(?:type object )?'?(\w+)'? (?:object )?has no attribute '(\w+)'")


def signatures(code: str, line: int, message: str, *, folder: Path | None = None) -> tuple[str, ...]:
    """Facts that help to mend `message` at `line` (1-based, 0 if unknown): near names first, then signatures.

    Empty when manim cannot be asked or nothing on the line is manim's. `folder` keeps the table; by default it
    lies under `Settings.home`.
    """
    table = load_table(folder or settings().home / "signatures")
    if table is None:
        return ()
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError):
        return tuple(_from_message(table, message))[:MOST]
    scope = Scope(tree, table)
    failing = list(_statements(tree, line))
    calls = [node for statement in failing for node in ast.walk(statement) if isinstance(node, ast.Call)]
    facts = [
        *_from_message(table, message),
        *_missing_attributes(scope, failing),
        *_refused_keywords(scope, calls, message),
        *_shown_signatures(scope, calls),
    ]
    return tuple(dict.fromkeys(facts))[:MOST]


class Scope:
    """What the names of a file stand for: each variable's manim class as far as an assignment tells."""

    def __init__(self, tree: ast.Module, table: SignatureTable) -> None:
        self.table = table
        self.own: dict[str, str] = {}
        self._classes: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                self._classes[node.name] = next((b.id for b in node.bases if isinstance(b, ast.Name)), "")
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                self._learn(node)

    def class_of(self, node: ast.expr) -> str:
        """The manim class of an expression, or an empty string."""
        if isinstance(node, ast.Name):
            return self._scene() if node.id == "self" else self.own.get(node.id, "")
        if isinstance(node, ast.Attribute):
            known = self.own.get(ast.unparse(node), "")
            return known or (self.class_of(node.value) if node.attr == "animate" else "")
        if isinstance(node, ast.Call):
            return self._returned(node)
        return ""

    def is_class(self, name: str) -> bool:
        entry = self.table.names.get(name)
        return entry is not None and entry.kind == "class"

    def _returned(self, call: ast.Call) -> str:
        if isinstance(call.func, ast.Name):
            return call.func.id if self.is_class(call.func.id) else ""
        if not isinstance(call.func, ast.Attribute):
            return ""
        if call.func.attr in ("plot", "plot_parametric_curve"):
            return "ParametricFunction"
        signature = self.table.attributes(self.class_of(call.func.value)).get(call.func.attr)
        return self.class_of(call.func.value) if signature is not None and not call.func.attr.startswith("get_") else ""

    def _learn(self, node: ast.Assign | ast.AnnAssign) -> None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        found = self.class_of(node.value) if node.value is not None else ""
        for target in targets:
            if found and isinstance(target, ast.Name | ast.Attribute):
                self.own[ast.unparse(target)] = found

    def _scene(self) -> str:
        """The manim class that the file's scene comes from in the end."""
        for base in self._classes.values():
            known = base
            for _ in self._classes:
                known = self._classes.get(known, known)
            if known.endswith("Scene"):
                return known
        return "Scene"


def _statements(tree: ast.Module, line: int) -> Iterator[ast.AST]:
    """The innermost statement at a line; of a compound one only its head."""
    holding = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    if not holding:
        return
    inner = max(holding, key=lambda node: (node.lineno, -(node.end_lineno or 0)))
    if not hasattr(inner, "body"):
        yield inner
        return
    for name, value in ast.iter_fields(inner):
        if name not in ("body", "orelse", "finalbody", "handlers"):
            yield from (part for part in (value if isinstance(value, list) else [value]) if isinstance(part, ast.AST))


def _from_message(table: SignatureTable, message: str) -> Iterator[str]:
    """What the error names and manim does not have."""
    if found := _NO_NAME.search(message):
        name = found[1] or found[2]
        if name not in table.names:
            yield from _near(name, {key: entry.signature for key, entry in table.names.items()}, f"`{name}`", table)
    if found := _NO_ATTRIBUTE.search(message):
        owner, name = found[1], found[2]
        if owner in table.names:
            yield from _near(name, table.attributes(owner), f"{owner} has no `{name}`", table)


def _near(name: str, known: dict[str, str], what: str, table: SignatureTable) -> Iterator[str]:
    """One line that says what is not there and what may have been meant, then the signatures of those."""
    head = what if " " in what else f"{what} is not in manim {table.version}"
    elsewhere = _elsewhere(name, table)
    names = [] if elsewhere else _alike(name, known)
    if elsewhere:
        yield f"{head}; it belongs to {', '.join(elsewhere)}"
    else:
        yield f"{head}; near it: {', '.join(names)}" if names else f"{head}, and nothing like it"
    yield from (_cut(f"{key}{known[key]}") for key in names if known[key])


def _alike(name: str, known: dict[str, str]) -> list[str]:
    """Known names that may have been meant: the one it is called today, then those of the same kind and spelling."""
    today = [RENAMES[name]] if RENAMES.get(name) in known else []
    kind = _case(name)
    lower = {key.lower(): key for key in known if _case(key) == kind}
    close = [lower[key] for key in difflib.get_close_matches(name.lower(), lower, n=3, cutoff=0.6)]
    parts = [key for low, key in lower.items() if len(low) > 3 and (low in name.lower() or name.lower() in low)]
    return list(dict.fromkeys([*today, *close, *sorted(parts, key=len, reverse=True)]))[:3]


def _case(name: str) -> str:
    """The kind of a name by its spelling: CONSTANT, Class or function."""
    return "constant" if name.isupper() else "class" if name[:1].isupper() else "function"


def _elsewhere(name: str, table: SignatureTable) -> list[str]:
    """Up to three classes that do have a method of that name themselves."""
    return [key for key, entry in table.names.items() if name in entry.methods and "OpenGL" not in key][:3]


def _missing_attributes(scope: Scope, nodes: list[ast.AST]) -> Iterator[str]:
    """Methods called on a known class that does not have them; `get_…` and `set_…` fail late in manim."""
    for root in nodes:
        for node in ast.walk(root):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner = scope.class_of(node.func.value)
            known = scope.table.attributes(owner) if owner else {}
            plain = node.func.attr.removeprefix("get_").removeprefix("set_")
            if known and node.func.attr not in known and plain not in known:
                yield from _near(node.func.attr, known, f"{owner} has no `{node.func.attr}`", scope.table)


def _refused_keywords(scope: Scope, calls: list[ast.Call], message: str) -> Iterator[str]:
    """manim blames `Mobject.__init__` for a keyword that a subclass was given: find the call that gave it."""
    found = _NO_KEYWORD.search(message)
    for call in calls if found else ():
        name = _called(scope, call)
        if found and name in scope.table.names and any(keyword.arg == found[1] for keyword in call.keywords):
            accepted = scope.table.keywords(name)
            if found[1] in accepted:
                continue
            near = difflib.get_close_matches(found[1], accepted, n=3, cutoff=0.5)
            own = [key for key, owner in accepted.items() if owner == name]
            rest = [key for key in accepted if key not in own]
            hint = f"; near it: {', '.join(near)}" if near else ""
            yield _cut(f"{name} takes no `{found[1]}`{hint}; it takes {', '.join([*own, *rest])}")


def _shown_signatures(scope: Scope, calls: list[ast.Call]) -> Iterator[str]:
    """Signatures of all manim classes, functions and methods called; `self.play` and its like come last."""
    for call in sorted(calls, key=_is_plain):
        name = _called(scope, call)
        entry = scope.table.names.get(name)
        if entry is not None and entry.signature:
            yield _cut(f"{name}{entry.signature}")
        elif isinstance(call.func, ast.Attribute) and (owner := scope.class_of(call.func.value)):
            signature = scope.table.attributes(owner).get(call.func.attr)
            if signature:
                yield _cut(f"{owner}.{call.func.attr}{signature}")


def _is_plain(call: ast.Call) -> bool:
    """Whether a call is one of those on every line, whose signature seldom helps."""
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func) in ("self.play", "self.add", "self.wait")


def _called(scope: Scope, call: ast.Call) -> str:
    """The public manim name that is called, or an empty string."""
    if isinstance(call.func, ast.Name):
        return call.func.id
    module = call.func.value if isinstance(call.func, ast.Attribute) else None
    if isinstance(module, ast.Name) and module.id in ("manim", "mn", "m") and isinstance(call.func, ast.Attribute):
        return call.func.attr if module.id not in scope.own else ""
    return ""


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
