"""Who says whether a description fits its code, and finds a better one: the caller's model, or its embedder."""

from __future__ import annotations

from typing import Protocol

from core.snippet import Snippet


class Judge(Protocol):
    """A model or an embedder. `name` changes whenever its answers could: results are kept under it."""

    name: str

    def describe(self, snippets: list[Snippet]) -> list[str]:
        """A description for each; the one it has where there is no better."""
        ...

    def fits(self, snippets: list[Snippet]) -> list[float]:
        """How well each description fits its code: 0 or 1 from a model, 0 to 1 from an embedder."""
        ...
