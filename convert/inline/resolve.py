"""From a name in a module to what it means: a statement of the repository, an import from outside, or manim's own."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from convert.facts.manim import exported
from convert.facts.names import GL_NAMES, NAMES
from convert.inline.externals import is_known_package, is_library
from convert.inline.modules import Binding, Import, Module, Star, Statement, load
from convert.inline.repository import Repository

_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class External:
    """An import that stays an import."""

    text: str
    alias: str
    source: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """A name that manim itself provides, or a module of manim where `name` is empty."""

    name: str


OPEN = External("", "absent_file", "open")
"""The built-in function: no file is there for it, and the sandbox refuses the mere name."""

Target = Statement | Module | External | Library | None


@dataclass(frozen=True)
class Resolver:
    """Looks names up as Python would, through `import *` chains, cycles included."""

    repository: Repository | None
    supplied: frozenset[str]

    def resolve(self, module: Module, name: str, before: int | None = None) -> Target:
        """What `name` means in `module`; `before`: the place of a statement that needs it while the file is loaded."""
        found = self._search(module, name, before, frozenset())
        if found is None and before is not None:
            found = self._search(module, name, None, frozenset())
        if found is None:
            found = OPEN if name == "open" else None if hasattr(builtins, name) else self._anywhere(name, module)
        return self._theirs(found, name, module.path)

    def member(self, module: Module, name: str) -> Target:
        """What `module.name` means."""
        return self._theirs(self._member(module, name, frozenset()), name, module.path)

    def _theirs(self, found: Target, name: str, asker: Path) -> Target:
        """Names that shims supply stay free, unless the asking file defines them itself."""
        if not isinstance(found, Statement):
            return found
        if name in self.supplied and found.module != asker and self._is_shared(found):
            return Library(name)
        return self._filled(found, name)

    def _filled(self, found: Statement, name: str) -> Target:
        """A hollow class marks a place from which the real one was moved to the shared folders."""
        if self.repository is None or not is_hollow(found):
            return found
        moved = self.repository.shared_names.get(name)
        return moved if moved and moved is not found and not is_hollow(moved) else found

    def _is_shared(self, statement: Statement) -> bool:
        return self.repository is not None and statement.module in self.repository.shared

    def _anywhere(self, name: str, module: Module) -> Target:
        """A name that no import explains: from the shared folders, or from a neighbour if manim has no such name."""
        found = self._by_name(name)
        if found is not None or self.repository is None or self.is_manims(name):
            return found
        return self.repository.neighbour(name, module.path)

    def is_manims(self, name: str) -> bool:
        """Whether manim, of whatever age, or a shim brings the name."""
        return name in self.supplied or name in _manims()

    def _by_name(self, name: str) -> Target:
        if name in self.supplied or self.repository is None:
            return None
        return self.repository.shared_names.get(name)

    def _search(self, module: Module, name: str, before: int | None, seen: frozenset[Path]) -> Target:
        if module.path in seen or len(seen) > _DEEPEST:
            return None
        seen |= {module.path}
        limit = len(module.bindings) if before is None else before
        for place in sorted({*module.index.get(name, []), *module.stars}, reverse=True):
            if place < limit:
                found = self._bound(module, module.bindings[place], name, seen)
                if found is not None:
                    return found
        return None

    def _bound(self, module: Module, binding: Binding, name: str, seen: frozenset[Path]) -> Target:
        match binding:
            case Statement():
                return binding
            case Star(source=source, level=level):
                target = None if name.startswith("_") else self._find(source, level, module.path)
                return self._search(target, name, None, seen) if target else None
            case Import():
                return self._imported(binding, module, seen)

    def _imported(self, binding: Import, module: Module, seen: frozenset[Path]) -> Target:
        if not binding.name:
            return self._module(binding, module)
        target = self._find(binding.source, binding.level, module.path)
        if target:
            found = self._member(target, binding.name, seen)
            if found is not None:
                return found
        submodule = self._find(f"{binding.source}.{binding.name}", binding.level, module.path)
        if submodule:
            return submodule
        if binding.level or is_library(binding.source):
            return self._by_name(binding.name) or Library(binding.name)
        if target is not None or self._looks_internal(binding.source):
            return self._by_name(binding.name)
        moved = None if is_known_package(binding.source.split(".")[0]) else self._by_name(binding.name)
        return moved or External(binding.text, binding.alias, binding.source, binding.name)

    def _module(self, binding: Import, module: Module) -> Target:
        whole = binding.source if binding.alias != binding.source.split(".")[0] else binding.alias
        target = self._find(whole, 0, module.path)
        if target:
            return target
        if is_library(binding.source):
            return Library("")
        return External(binding.text, binding.alias, binding.source)

    def _member(self, module: Module, name: str, seen: frozenset[Path]) -> Target:
        found = self._search(module, name, None, seen)
        if found is not None or module.path.name != "__init__.py":
            return found
        return load(module.path.with_name(f"{name}.py"))

    def _find(self, source: str, level: int, importer: Path) -> Module | None:
        return self.repository.find(source, level, importer) if self.repository else None

    def _looks_internal(self, source: str) -> bool:
        """A path such as `_2025.lost.module`, of which the repository has at least the first folder."""
        return self.repository is not None and (self.repository.root / source.split(".")[0]).is_dir()


@lru_cache(maxsize=1)
def _manims() -> frozenset[str]:
    """Names that some age of manim explains."""
    return exported() | frozenset(NAMES) | frozenset(GL_NAMES)


def is_hollow(statement: Statement) -> bool:
    """Whether it is a class in which nothing is defined but an empty `construct`."""
    return (
        statement.kind == "class"
        and len(statement.text) < 400
        and all(map(_is_empty, getattr(statement.tree, "body", ())))
    )


def _is_empty(part: ast.stmt) -> bool:
    match part:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.FunctionDef(name="construct", body=body):
            return all(map(_is_empty, body))
        case _:
            return False
