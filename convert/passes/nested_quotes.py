"""f-strings of Python 3.12, `f"{d["x"]}"`, written so that 3.11 reads them: the inner quotes become the other kind."""

from __future__ import annotations

import libcst as cst

_OTHER = {'"': "'", "'": '"'}


def mend(code: str) -> str:
    """The code with inner quotes changed; as it was where LibCST cannot read it either. Only for code that fails."""
    try:
        return cst.parse_module(code).visit(_Requoter()).code
    except (cst.ParserSyntaxError, cst.CSTValidationError, RecursionError):
        return code


class _Requoter(cst.CSTTransformer):
    """Tracks the quotes of the f-strings it is in."""

    def __init__(self) -> None:
        self._outer: list[str] = []

    def visit_FormattedString(self, node: cst.FormattedString) -> None:
        self._outer.append(node.quote)

    def leave_FormattedString(
        self, original_node: cst.FormattedString, updated_node: cst.FormattedString
    ) -> cst.FormattedString:
        self._outer.pop()
        if original_node.quote not in self._outer or original_node.quote not in _OTHER:
            return updated_node
        other = _OTHER[original_node.quote]
        return updated_node.with_changes(start=original_node.prefix + other, end=other)

    def leave_SimpleString(self, original_node: cst.SimpleString, updated_node: cst.SimpleString) -> cst.SimpleString:
        quote = original_node.quote
        if quote not in self._outer or quote not in _OTHER or _OTHER[quote] in original_node.value:
            return updated_node
        return updated_node.with_changes(
            value=original_node.prefix + _OTHER[quote] + original_node.raw_value + _OTHER[quote]
        )
