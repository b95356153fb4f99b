"""How many animations a scene must at least play, by its source alone.

Counted are calls of `self.play` that run for certain: in `construct` and in the methods of the scene's own classes that
it calls for certain, not inside loops, branches, `try`, nested functions or after `return`. It is a lower bound: what a
loop plays, or a base class of the library, is not counted. A converted scene keeps its content when the probe saw at
least nine tenths of that number.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_MOST_DEPTH = 12
_STOPS = {"embed", "interact"}


def certain_plays(code: str, scene: str) -> int:
    """The lower bound for `scene` in self-contained code; 0 where the code does not parse."""
    try:
        tree = ast.parse(code)
    except (SyntaxError, ValueError, RecursionError):
        return 0
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    counter = _Counter(_order(scene, classes, set()))
    return counter.method("construct", 0, 0) if counter.order else 0


def _order(name: str, classes: dict[str, ast.ClassDef], seen: set[str]) -> list[ast.ClassDef]:
    """The class and those above it, near ones first; good enough for single inheritance."""
    if name not in classes or name in seen:
        return []
    seen.add(name)
    node = classes[name]
    above = [part for base in node.bases if isinstance(base, ast.Name) for part in _order(base.id, classes, seen)]
    return [node, *above]


@dataclass
class _Counter:
    order: list[ast.ClassDef]
    spent: int = field(default=0)

    def method(self, name: str, start: int, depth: int) -> int:
        """Plays of the method `name` as found from the class at `start` upwards."""
        self.spent += 1
        if depth > _MOST_DEPTH or self.spent > 2000:
            return 0
        for place in range(start, len(self.order)):
            for part in self.order[place].body:
                if isinstance(part, ast.FunctionDef) and part.name == name:
                    return self._body(part.body, place, depth)
        return 0

    def _body(self, body: Iterable[ast.stmt], place: int, depth: int) -> int:
        total = 0
        for statement in body:
            if isinstance(statement, (ast.Return, ast.Raise)):
                break
            for call in _certain_calls(statement):
                if isinstance(call.func, ast.Attribute) and call.func.attr in _STOPS and _is_self(call.func.value):
                    return total
                total += self._call(call, place, depth)
        return total

    def _call(self, call: ast.Call, place: int, depth: int) -> int:
        match call.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="play"):
                return 1 if call.args else 0
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                return self.method(name, 0, depth + 1)
            case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr=name):
                return self.method(name, place + 1, depth + 1)
            case ast.Attribute(value=ast.Name(id=owner), attr=name):
                return self._by_class(owner, name, depth)
            case _:
                return 0

    def _by_class(self, owner: str, name: str, depth: int) -> int:
        """`Base.construct(self)`."""
        places = [place for place, node in enumerate(self.order) if node.name == owner]
        return self.method(name, places[0], depth + 1) if places else 0


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def _certain_calls(node: ast.AST) -> Iterator[ast.Call]:
    """Calls that happen whenever the statement runs; arguments before the call itself."""
    if isinstance(node, (ast.For, ast.AsyncFor)):
        yield from _certain_calls(node.iter)
        return
    if isinstance(node, ast.With):
        for part in node.body:
            yield from _certain_calls(part)
        return
    if isinstance(node, ast.If):
        yield from _certain_calls(node.test)
        return
    if isinstance(
        node,
        (ast.While, ast.Try, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.IfExp, ast.BoolOp,
         ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    ):  # fmt: skip
        return
    for child in ast.iter_child_nodes(node):
        yield from _certain_calls(child)
    if isinstance(node, ast.Call):
        yield node
