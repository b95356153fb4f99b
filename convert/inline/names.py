"""Which module-level names a statement uses, and where: a small model of Python's scopes over `ast`."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(frozen=True, slots=True)
class Reference:
    """A use of a module-level name. `chain` are attributes read from it; `early` means that it is needed when the
    statement runs, not only when a function in it is called."""

    name: str
    chain: tuple[str, ...] = ()
    early: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A reference and the node that makes it: a name, or the attribute that ends the chain."""

    reference: Reference
    node: ast.Name | ast.Attribute
    chain_nodes: tuple[ast.Attribute, ...] = ()


@dataclass(slots=True)
class _Scope:
    bound: set[str]
    foreign: set[str]
    is_class: bool = False
    late: bool = False


def references(statement: ast.AST) -> Iterator[Reference]:
    """What `statement` needs from its module, in order of appearance."""
    return (spot.reference for spot in spots(statement))


def spots(statement: ast.AST) -> Iterator[Spot]:
    """Every use of a module-level name in a top-level statement, its own targets included."""
    walker = _Walker()
    walker.visit(statement)
    return iter(walker.found)


def bound_names(body: Iterable[ast.AST]) -> set[str]:
    """Names that these statements bind in the scope they stand in."""
    names: set[str] = set()
    for node in body:
        _bind(node, names)
    return names


def _bind(node: ast.AST, names: set[str]) -> None:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            names.add(name)
            return
        case ast.Lambda() | ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            names.update(n.target.id for n in ast.walk(node) if isinstance(n, ast.NamedExpr))
            return
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            names.add(name)
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            names.update(alias.asname or alias.name.split(".")[0] for alias in aliases)
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            names.add(name)
        case _:
            pass
    for child in ast.iter_child_nodes(node):
        _bind(child, names)


def _declared(body: Iterable[ast.AST]) -> set[str]:
    """Names that a function declares `global`."""
    found: set[str] = set()
    for node in body:
        if isinstance(node, ast.Global):
            found.update(node.names)
        elif not isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            found |= _declared(ast.iter_child_nodes(node))
    return found


def _nonlocal(body: Iterable[ast.AST]) -> set[str]:
    return {name for node in body for n in ast.walk(node) if isinstance(n, ast.Nonlocal) for name in n.names}


@dataclass
class _Walker:
    found: list[Spot] = field(default_factory=list[Spot])
    scopes: list[_Scope] = field(default_factory=list[_Scope])

    def visit(self, node: ast.AST) -> None:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._all([*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)])
                self._function(node.args, node.body)
            case ast.Lambda():
                self._all([*node.args.defaults, *filter(None, node.args.kw_defaults)])
                self._function(node.args, [node.body])
            case ast.ClassDef():
                self._all([*node.decorator_list, *node.bases, *node.keywords])
                foreign = _declared(node.body)
                self._inside(_Scope(bound_names(node.body) - foreign, foreign, is_class=True), node.body)
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                self._comprehension(node)
            case ast.AnnAssign():
                self._all([part for part in (node.target, node.value) if part])
            case ast.Name():
                self._name(node, ())
            case ast.Attribute():
                self._attribute(node)
            case _:
                self._all(ast.iter_child_nodes(node))

    def _all(self, nodes: Iterable[ast.AST]) -> None:
        for node in nodes:
            self.visit(node)

    def _inside(self, scope: _Scope, nodes: Iterable[ast.AST]) -> None:
        self.scopes.append(scope)
        self._all(nodes)
        self.scopes.pop()

    def _function(self, arguments: ast.arguments, body: list[ast.stmt] | list[ast.expr]) -> None:
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        own = {argument.arg for argument in [*every, *filter(None, (arguments.vararg, arguments.kwarg))]}
        foreign = _declared(body)
        bound = (own | bound_names(body)) - foreign - _nonlocal(body)
        self._inside(_Scope(bound, foreign, late=True), body)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> None:
        first = node.generators[0]
        self.visit(first.iter)
        bound = bound_names([generator.target for generator in node.generators])
        parts: list[ast.AST] = [first.target, *first.ifs]
        for generator in node.generators[1:]:
            parts += [generator.iter, generator.target, *generator.ifs]
        parts += [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._inside(_Scope(bound, set()), parts)

    def _attribute(self, node: ast.Attribute) -> None:
        chain: list[ast.Attribute] = []
        at: ast.expr = node
        while isinstance(at, ast.Attribute):
            chain.append(at)
            at = at.value
        if isinstance(at, ast.Name):
            self._name(at, tuple(reversed(chain)))
        else:
            self.visit(at)

    def _name(self, node: ast.Name, chain: tuple[ast.Attribute, ...]) -> None:
        if not self._is_global(node.id):
            return
        early = not any(scope.late for scope in self.scopes)
        reference = Reference(node.id, tuple(part.attr for part in chain), early)
        self.found.append(Spot(reference, chain[-1] if chain else node, chain))

    def _is_global(self, name: str) -> bool:
        for depth, scope in enumerate(reversed(self.scopes)):
            if name in scope.foreign:
                return True
            if name in scope.bound and (not scope.is_class or depth == 0):
                return False
        return True
