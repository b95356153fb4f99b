"""Markdown with fenced Python: each fence that shows a scene, with the text that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from core.snippet import Snippet
from corpus.clean.fences import blocks
from corpus.sources.source import Document

_SCENE = re.compile(r"class\s+\w+\s*\(|\bself\.play\(|from manim")


def read(base: Snippet) -> Iterator[Document]:
    """One document for each fence. `base.code` is the Markdown."""
    for block in blocks(base.code):
        if block.language in ("", "python", "py", "python3", "manim") and _SCENE.search(block.code):
            title, prose = _lead(block.before)
            yield Document(replace(base, code=block.code, title=title, description=prose, line=block.line))


def _lead(before: str) -> tuple[str, str]:
    """The nearest heading, and the paragraph right before the fence."""
    headings = re.findall(r"^#+\s+(.+?)\s*#*$", before, re.MULTILINE)
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", before) if part.strip()]
    last = paragraphs[-1] if paragraphs and not paragraphs[-1].startswith("#") else ""
    return (headings[-1] if headings else ""), " ".join(last.split())
