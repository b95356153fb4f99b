"""One failure under the eyes of the families: the code, its error, its trees, and the statements that are to blame."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from agent.signature_table import SignatureTable, load_table
from agent.signatures import Scope
from convert.passes.walk import Rule, walk
from convert.sheet import Sheet, read
from core.run import SceneError
from core.settings import settings

Span = tuple[int, int]
"""First and last line of a statement."""
_FRAME = re.compile(r'File "[^"]*", line (\d+)')


@dataclass(frozen=True)
class Case:
    """Code and the error it ended with; `scene` is the scene that was run, if one was named."""

    code: str
    error: SceneError
    scene: str | None = None

    @property
    def message(self) -> str:
        return self.error.message

    def says(self, pattern: str) -> re.Match[str] | None:
        """The error's message searched by a regular expression."""
        return re.search(pattern, self.error.message)

    @cached_property
    def tree(self) -> ast.Module | None:
        """The code as Python reads it; None while it does not parse."""
        try:
            return ast.parse(self.code)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    @cached_property
    def module(self) -> cst.Module:
        return cst.parse_module(self.code)

    @cached_property
    def lines(self) -> list[str]:
        return self.code.splitlines()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The statements of the failing frames, the innermost first."""
        found = [int(line) for line in _FRAME.findall(self.error.traceback)][::-1]
        numbers = dict.fromkeys([self.error.line, *found])
        return tuple(span for line in numbers if line and (span := self.span_of(line)))

    def span_of(self, line: int) -> Span | None:
        """The innermost statement at a line; of a compound one only its head."""
        if self.tree is None:
            return (line, line)
        holding = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
        ]
        if not holding:
            return None
        inner = max(holding, key=lambda node: (node.lineno, -(node.end_lineno or 0)))
        body = getattr(inner, "body", None)
        return (inner.lineno, body[0].lineno - 1 if body else inner.end_lineno or inner.lineno)

    def text(self, depth: int = 0) -> str:
        """The source of a failing statement: 0 is the innermost, -1 the outermost."""
        if not -1 <= depth < len(self.spans) or not self.spans:
            return ""
        first, last = self.spans[depth]
        return "\n".join(self.lines[first - 1 : last])

    @cached_property
    def sheet(self) -> Sheet:
        return read(self.code, "ce", frozenset())

    @cached_property
    def table(self) -> SignatureTable | None:
        """All of the installed manim, by signature; None where manim cannot be asked."""
        return load_table(settings().home / "signatures")

    @cached_property
    def scope(self) -> Scope | None:
        """What the names of the file stand for."""
        return Scope(self.tree, self.table) if self.tree and self.table else None

    @cached_property
    def _positions(self) -> Mapping[cst.CSTNode, CodeRange]:
        wrapper = MetadataWrapper(self.module, unsafe_skip_copy=True)
        return wrapper.resolve(PositionProvider)

    def within(self, node: cst.CSTNode | None, spans: tuple[Span, ...]) -> bool:
        """Whether an untouched node lies in one of the statements."""
        place = self._positions.get(node) if node is not None else None
        return place is not None and any(a <= place.start.line and place.end.line <= b for a, b in spans)

    def edited(self, *rules: tuple[type, Rule], spans: tuple[Span, ...] | None = None) -> str:
        """The code after rules were applied to the nodes in `spans`, everywhere without; unchanged if they fail."""
        if self.tree is None:
            return self.code
        group: dict[type, tuple[Rule, ...]] = {}
        for kind, rule in rules:
            group[kind] = (*group.get(kind, ()), self._guarded(rule, spans))
        try:
            return walk(self.module, self.sheet, group).code
        except (cst.CSTValidationError, cst.ParserSyntaxError, RecursionError):
            return self.code

    def at_fault(self, *rules: tuple[type, Rule]) -> str:
        """The code after rules were applied to the innermost failing statement that they change."""
        for span in self.spans:
            if (code := self.edited(*rules, spans=(span,))) != self.code:
                return code
        return self.code

    def _guarded(self, rule: Rule, spans: tuple[Span, ...] | None) -> Rule:
        def guarded(node: Any, place: Any) -> Any:
            return rule(node, place) if spans is None or self.within(place.original, spans) else node

        return guarded


def as_ast(value: cst.BaseExpression) -> ast.expr:
    """An expression of the one tree as one of the other, for `Scope.class_of`."""
    return ast.parse(cst.Module([]).code_for_node(value), mode="eval").body
