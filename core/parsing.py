"""One thread at a time in `ast.parse`: CPython 3.11 keeps one count of its depth for all of them (its issue 106905).

Two threads that parse at the same time may raise "SystemError: AST constructor recursion depth mismatch". Processes
whose threads parse call `one_at_a_time` when they start, so does the graph, which runs the scenes of a wish in threads.
The interpreter lets only one work anyway: it costs nothing.
"""

from __future__ import annotations

import ast
import threading
from functools import wraps
from typing import Any

_PLAIN = ast.parse
_LOCK = threading.RLock()


def one_at_a_time() -> None:
    """From now on `ast.parse` waits for its turn, whoever calls it; doing so twice is no harm."""
    ast.parse = _parse


def parsed_with(code: str, file: str, flags: int) -> Any:
    """What `compile` gives for these flags of `ast`, in turn with `ast.parse`. Raises what `compile` raises."""
    with _LOCK:
        return compile(code, file, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)


@wraps(_PLAIN)
def _parse(*arguments: Any, **options: Any) -> Any:
    with _LOCK:
        return _PLAIN(*arguments, **options)
