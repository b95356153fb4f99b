"""Jupyter notebooks: all code cells as one file, since later cells need earlier ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.snippet import Snippet
from corpus.clean.mend import mend
from corpus.sources.source import Document


def read(base: Snippet) -> Iterator[Document]:
    """One document of the cells that can be read; the rest is noted. `base.code` is the notebook's JSON."""
    try:
        book: dict[str, Any] = json.loads(base.code)
        cells = [_text(cell) for cell in book["cells"] if cell.get("cell_type") == "code"]
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    mended = [mend(cell) for cell in cells if cell.strip()]
    good = [cell.code for cell in mended if not cell.problem]
    if good:
        left_out = len(mended) - len(good)
        notes = (f"{left_out} cells of the notebook cannot be read",) if left_out else ()
        yield Document(replace(base, code="\n\n".join(good), notes=(*base.notes, *notes), description=_prose(book)))


def _text(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _prose(book: dict[str, Any]) -> str:
    """The first paragraph of the first text cell."""
    texts = [_text(cell) for cell in book["cells"] if cell.get("cell_type") == "markdown"]
    lines = [line for text in texts[:1] for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return lines[0].strip() if lines else ""
