"""The installed ManimCE: every example in its docstrings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from core.snippet import Snippet, snippet_id
from corpus.sources import docstring
from corpus.sources.installed import manim_folder, manim_modules, manim_version
from corpus.sources.source import Document

NAME = "manim-docs"
LICENCE = "MIT"
HEADER = "from manim import *\n\n\n"


class ManimDocs:
    """Source: about 400 examples, each a small scene that shows one thing."""

    name = NAME

    def documents(self) -> Iterator[Document]:
        for snippet in examples():
            yield Document(snippet)


def examples() -> Iterator[Snippet]:
    """The examples as snippets; `path` is the dotted name of what they stand in."""
    for module, file, tree in manim_modules():
        if "opengl" in module:
            continue
        for owner, node in _owners(module, tree):
            yield from _examples(owner, node, file)


def _owners(prefix: str, node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Everything that can carry a docstring, with its dotted name."""
    yield prefix, node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _owners(f"{prefix}.{child.name}", child)


def _examples(owner: str, node: ast.AST, file: Path) -> Iterator[Snippet]:
    assert isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    text = ast.get_docstring(node)
    if not text or ".. manim::" not in text:
        return
    start = node.body[0].lineno
    title = docstring.first_sentence(docstring.prose(text))
    for example in docstring.examples(text):
        yield _snippet(owner, title, example, start + example.line, file)


def _snippet(owner: str, title: str, example: docstring.Example, line: int, file: Path) -> Snippet:
    code = example.code if HEADER.strip() in example.code else HEADER + example.code
    lead = example.prose.split("\n\n")[-1] if example.prose else ""
    if re.match(r"\w[\w ]*:\n", lead):
        lead = ""  # a section of parameters, not a sentence that leads to the example
    return Snippet(
        id=snippet_id(NAME, owner, example.name, code),
        code=code + "\n",
        title=title,
        description="\n\n".join(dict.fromkeys(filter(None, (title, lead)))),
        name=example.name,
        kind="example",
        scenes=(example.name,),
        source=NAME,
        path=owner,
        line=line,
        commit=manim_version(),
        licence=LICENCE,
        tags=(owner.rpartition(".")[2], file.relative_to(manim_folder()).parts[0]),
    )
