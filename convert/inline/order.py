"""The order in which statements must stand so that the file can be loaded."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path

from convert.inline.closure import Closure
from convert.inline.modules import Statement


def ordered(closure: Closure, home: Path) -> list[Statement]:
    """Other modules first, the file itself last; within each as they stand; but always after what loading needs.

    A statement that calls something while it is loaded also needs all that the called functions need.
    """
    ranks: dict[Path, int] = {}
    for statement in reversed(closure.kept):
        ranks.setdefault(statement.module, len(ranks))
    ranks[home] = len(ranks) + 1
    emitter = _Emitter(closure)
    for statement in sorted(closure.kept, key=lambda s: (ranks[s.module], s.place)):
        emitter.emit(statement, deep=False)
    return list(emitter.done)


@dataclass
class _Emitter:
    closure: Closure
    done: dict[Statement, None] = field(default_factory=dict[Statement, None])
    open: set[tuple[Statement, bool]] = field(default_factory=set[tuple[Statement, bool]])

    def emit(self, statement: Statement, *, deep: bool) -> None:
        if (statement, deep) in self.open:
            return
        self.open.add((statement, deep))
        calls = deep or calls_early(statement)
        for needed in self.closure.needs(statement, early=not deep):
            if needed is not statement:
                self.emit(needed, deep=calls)
        self.done.setdefault(statement)


def calls_early(statement: Statement) -> bool:
    """Whether loading the statement calls anything."""
    return any(isinstance(node, ast.Call) for node in loaded(statement.tree))


def loaded(node: ast.AST) -> list[ast.AST]:
    """The nodes that run when the statement is loaded: bodies of functions do not."""
    found: list[ast.AST] = []
    waiting = [node]
    while waiting:
        at = waiting.pop()
        found.append(at)
        match at:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                waiting += [*at.decorator_list, *at.args.defaults, *filter(None, at.args.kw_defaults)]
            case ast.Lambda():
                waiting += [*at.args.defaults, *filter(None, at.args.kw_defaults)]
            case _:
                waiting += ast.iter_child_nodes(at)
    return found
