"""States that are brought back and were never saved."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from agent.repair.case import Case
from agent.repair.mend import Mend


def mends(case: Case) -> Iterator[Mend]:
    """The candidate for a state that nobody saved."""
    if case.tree is None or not case.says(r"restore without having saved|saved_state"):
        return
    yield Mend("saved.first", "a state is saved before it is brought back", _saved(case, case.tree))


def _saved(case: Case, tree: ast.Module) -> str:
    """The code with `mob.save_state()` where `mob` is made, or at the top of the method for what it does not make."""
    lines = case.code.splitlines(keepends=True)
    for method in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for restored in dict.fromkeys(_restored(method)):
            if f"{restored}.save_state()" in case.code:
                continue
            made = next(filter(None, (_end(node, restored) for node in method.body)), 0)
            after = made or method.body[0].lineno - 1
            indent = " " * method.body[0].col_offset
            return "".join([*lines[:after], f"{indent}{restored}.save_state()\n", *lines[after:]])
    return case.code


def _end(node: ast.stmt, name: str) -> int:
    """The last line of a statement that makes what has this name; 0 for others."""
    made = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    return node.end_lineno or 0 if made else 0


def _restored(method: ast.FunctionDef) -> Iterator[str]:
    """What the method brings back: `Restore(mob)`, `mob.restore()`, `mob.animate.restore()`."""
    for node in ast.walk(method):
        match node:
            case ast.Call(func=ast.Name(id="Restore"), args=[mob, *_]):
                yield ast.unparse(mob)
            case ast.Call(func=ast.Attribute(value=owner, attr="restore")):
                yield ast.unparse(owner).removesuffix(".animate")
            case _:
                pass
