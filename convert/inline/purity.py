"""What must not run when a file is merely loaded: reading files, asking the network, printing, parsing arguments."""

from __future__ import annotations

import ast
import re

from convert.inline.closure import Closure
from convert.inline.externals import has_stand_in, is_available
from convert.inline.modules import Statement
from convert.inline.order import calls_early, loaded
from convert.inline.resolve import External

_CALLS = frozenset("open input exec eval compile __import__".split())  # noqa: SIM905
_MODULES = frozenset(
    """sys subprocess shutil requests urllib pickle argparse socket threading tkinter glob io gzip csv
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
_READERS = re.compile(r"^(load|loads|loadtxt|genfromtxt|fromfile|read\w*|imread|urlopen|open|unpickle)$")
_PATH_NAMES = re.compile(r"(DIR|PATH|FOLDER|FILE|ROOT)(_|$|\b)", re.IGNORECASE)


def side_effect(statement: Statement, closure: Closure) -> str:
    """Why a constant cannot be computed in the converted file: a few words, or nothing where it can."""
    if statement.kind not in ("assign", "block"):
        return ""
    return _effect(statement, closure, early=True, seen=set())


def _effect(statement: Statement, closure: Closure, *, early: bool, seen: set[Statement]) -> str:
    if statement in seen or len(seen) > 200:
        return ""
    seen.add(statement)
    for node in loaded(statement.tree) if early else ast.walk(statement.tree):
        found = _impure(node)
        if found:
            return found
    for reference in statement.references:
        use = closure.uses.get((statement, reference))
        if use and isinstance(use.target, External) and _is_absent(use.target, closure):
            return f"needs the package {use.target.source.split('.')[0]}"
    if early and not calls_early(statement):
        return ""
    return _effect_of_needs(statement, closure, early, seen)


def _effect_of_needs(statement: Statement, closure: Closure, early: bool, seen: set[Statement]) -> str:
    for needed in closure.needs(statement, early=early):
        found = _effect(needed, closure, early=False, seen=seen) if needed.kind == "function" else ""
        if found:
            return found
    return ""


def _is_absent(external: External, closure: Closure) -> bool:
    there = is_available(external.source) or has_stand_in(external.source, external.name)
    return not there and external.alias not in closure.resolver.supplied


def _impure(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            return f"calls {name}()"
        case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name)) if owner in _MODULES or _READERS.match(
            name
        ):
            return f"calls {owner}.{name}()"
        case ast.Attribute(value=ast.Name(id=owner)) if owner in _MODULES:
            return f"uses {owner}"
        case _:
            return ""


def replacement(statement: Statement) -> str:
    """A harmless statement that binds the same names."""
    lines = [f'{name} = ""' if _PATH_NAMES.search(name) else f"{name} = None" for name in statement.names]
    return "\n".join(lines) + "\n"
