"""The smallest set of statements that some statements need, and what each name in them refers to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from convert.inline.modules import Module, Statement, load
from convert.inline.names import Reference
from convert.inline.resolve import External, Library, Resolver, Target

_MOST_STATEMENTS = 3000


@dataclass(frozen=True, slots=True)
class Use:
    """What a reference means, and how many attributes of its chain lead there."""

    target: Statement | External | Library | None
    depth: int = 0


@dataclass
class Closure:
    """Statements by discovery. `uses` has an entry for every reference of every kept statement."""

    resolver: Resolver
    kept: dict[Statement, None] = field(default_factory=dict[Statement, None])
    uses: dict[tuple[Statement, Reference], Use] = field(default_factory=dict[tuple[Statement, Reference], Use])
    full: bool = False

    def grow(self, roots: Iterable[Statement]) -> None:
        """Add the roots and all they need. Stops, with `full` set, where a closure is too big to be real."""
        waiting = deque(roots)
        while waiting:
            statement = waiting.popleft()
            if statement in self.kept:
                continue
            if len(self.kept) >= _MOST_STATEMENTS:
                self.full = True
                return
            self.kept[statement] = None
            waiting += [use.target for use in self._uses(statement) if isinstance(use.target, Statement)]

    def _uses(self, statement: Statement) -> list[Use]:
        module = load(statement.module)
        if module is None or statement.place >= len(module.bindings):
            return []
        for reference in statement.references:
            self.uses[statement, reference] = self._use(module, statement, reference)
        return [self.uses[statement, reference] for reference in statement.references]

    def _use(self, module: Module, statement: Statement, reference: Reference) -> Use:
        before = statement.place if reference.early else None
        target: Target = self.resolver.resolve(module, reference.name, before)
        depth = 0
        while isinstance(target, Module):
            if depth >= len(reference.chain):
                return Use(None)
            target = self.resolver.member(target, reference.chain[depth])
            depth += 1
        if isinstance(target, Library) and not target.name:
            return _library_member(reference)
        return Use(target, depth)

    def needs(self, statement: Statement, *, early: bool) -> Iterable[Statement]:
        """Statements that must stand before it: all of them, or those it needs while it is being loaded."""
        for reference in statement.references:
            use = self.uses.get((statement, reference))
            if use and isinstance(use.target, Statement) and (reference.early or not early):
                yield use.target


def _library_member(reference: Reference) -> Use:
    """`manimlib.mobject.geometry.Circle` means `Circle`: the first attribute that looks like a class, or the last."""
    for depth, attribute in enumerate(reference.chain):
        if attribute[:1].isupper():
            return Use(Library(attribute), depth + 1)
    return Use(Library(reference.chain[-1]), len(reference.chain)) if reference.chain else Use(None)
