"""SymPy, imported late (it is slow to start) and untyped (its own annotations cover only part of it)."""

from __future__ import annotations

from typing import Any


def cas() -> Any:
    """The module `sympy`."""
    import sympy

    return sympy
