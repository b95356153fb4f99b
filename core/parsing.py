"""One thread at a time in `ast.parse`: CPython 3.11 keeps one count of its depth for all of them (its issue 106905).

Two threads that parse at the same time may raise "SystemError: AST constructor recursion depth mismatch". Processes
whose threads parse call `one_at_a_time` when they start. The interpreter lets only one work anyway: it costs nothing.
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


@wraps(_PLAIN)
def _parse(*arguments: Any, **options: Any) -> Any:
    with _LOCK:
        return _PLAIN(*arguments, **options)
