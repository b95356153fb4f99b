"""One traversal for many rules: each rule sees one kind of node, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import libcst as cst

from convert.sheet import Sheet

Rule = Callable[[Any, "Place"], Any]


@dataclass
class Place:
    """Where a rule stands: the nodes around, outermost first, and the sheet. `original` is the untouched node."""

    sheet: Sheet
    stack: list[cst.CSTNode] = field(default_factory=list)
    original: cst.CSTNode | None = None

    @property
    def parent(self) -> cst.CSTNode | None:
        return self.stack[-1] if self.stack else None

    def enclosing(self, kind: type) -> Any:
        """The innermost node of a kind around this one, or None."""
        return next((node for node in reversed(self.stack) if isinstance(node, kind)), None)

    def note(self, severity: Any, code: str, message: str) -> None:
        self.sheet.note(severity, code, message, self.original)


class Walk(cst.CSTTransformer):
    """Applies rules bottom up. A rule that gives back another kind of node ends the work on that node."""

    def __init__(self, sheet: Sheet, rules: Mapping[type, tuple[Rule, ...]]) -> None:
        super().__init__()
        self.place = Place(sheet)
        self.rules = rules

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, (cst.Import, cst.ImportFrom)):
            return False
        self.place.stack.append(node)
        return True

    def on_leave(self, original_node: Any, updated_node: Any) -> Any:
        place = self.place
        if place.stack and place.stack[-1] is original_node:
            place.stack.pop()
        kind = type(original_node)
        place.original = original_node
        for rule in self.rules.get(kind, ()):
            updated_node = rule(updated_node, place)
            if type(updated_node) is not kind:
                break
        return updated_node


def walk(module: cst.Module, sheet: Sheet, *groups: Mapping[type, tuple[Rule, ...]]) -> cst.Module:
    """Visit the module once with all rules of the groups, in order."""
    rules: dict[type, tuple[Rule, ...]] = {}
    for group in groups:
        for kind, found in group.items():
            rules[kind] = (*rules.get(kind, ()), *found)
    return module.visit(Walk(sheet, rules))
