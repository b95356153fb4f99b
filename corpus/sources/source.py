"""What every source offers: documents, each a snippet as found and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from core.snippet import Snippet

Form = Literal["python", "entry"]


@dataclass(frozen=True, slots=True)
class Document:
    """A snippet as it was found: `snippet.code` is the raw text, the rest is what the source knows about it.

    `form` says whether it is code to clean, or a finished entry. `root` is the folder that its imports refer to, `file`
    its place in it, `context` a hash of the Python files there; all empty where there is none.
    """

    snippet: Snippet
    form: Form = "python"
    root: str = ""
    file: str = ""
    context: str = ""


class Source(Protocol):
    """A place that has Manim code. `name` is kept with each snippet and names the source's parquet file."""

    name: str

    def documents(self) -> Iterator[Document]:
        """Everything it has, in an order that does not change. Raises `SourceError` when it cannot be read."""
        ...
