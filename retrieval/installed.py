"""What the installed ManimCE alone gives to the search: the examples in its docstrings, and its reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.snippet import Snippet
from corpus.sources.manim_api import api
from corpus.sources.manim_docs import examples


def reference() -> list[Snippet]:
    """The reference: one entry a public name."""
    return list(api())


def illustrated(entries: list[Snippet], some: Iterable[Snippet] | None = None) -> list[Snippet]:
    """Examples, by default all of the installed ManimCE, each with the description of what it is an example of."""
    said = {entry.path: entry.description for entry in entries}
    return [
        replace(example, description=joined(example.description, said.get(example.path, "")))
        for example in (examples() if some is None else some)
    ]


def joined(one: str, other: str) -> str:
    """Two descriptions, without paragraphs that are in both."""
    return "\n\n".join(dict.fromkeys(part for part in (*one.split("\n\n"), *other.split("\n\n")) if part.strip()))
