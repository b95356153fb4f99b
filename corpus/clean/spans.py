"""Replacing parts of code by their place, so that all the rest stays as it is written."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import accumulate

Located = ast.expr | ast.stmt | ast.alias | ast.keyword
Edit = tuple[Located, str]


def replace_nodes(code: str, edits: Iterable[Edit]) -> str:
    """Code with each node's text replaced. Of two nodes, one inside the other, the outer one counts."""
    data = code.encode()
    starts = [0, *accumulate(len(line) for line in data.splitlines(keepends=True))]
    spans = sorted(
        (starts[node.lineno - 1] + node.col_offset, -_end(node, starts), text.encode()) for node, text in edits
    )
    parts: list[bytes] = []
    at = 0
    for start, end, text in spans:
        if start >= at:
            parts += [data[at:start], text]
            at = -end
    return b"".join([*parts, data[at:]]).decode()


def _end(node: Located, starts: list[int]) -> int:
    return starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
