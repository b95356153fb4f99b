"""The module of a candidate: imports, what it needs, then the function with a docstring that the catalogue reads."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass

from components_cache.closure import closure
from components_cache.extraction.candidate import Candidate, Shape
from components_cache.extraction.naming import safe
from components_cache.extraction.reading import NAME, Source
from components_cache.formatting import format_code
from convert.inline.names import references
from core.component import SceneKind

MOST_DESCRIBED = 300


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body. `arguments` are source, with annotations and defaults; `lines` say what each is."""

    name: str
    title: str
    summary: str
    arguments: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    returns: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()


def candidate(
    source: Source, head: Head, body: str, shape: Shape, *, line: int, scene_kind: SceneKind = "Scene", extra: str = ""
) -> Candidate:
    """The function with everything that it needs from its file. `extra` are definitions made on the way."""
    function = f"def {head.name}({', '.join(head.arguments)}){f' -> {head.returns}' if head.returns else ''}:\n"
    function += f"{docstring(head)}\n{body}\n"
    own = "\n\n\n".join(filter(None, (extra, function)))
    code = format_code(f"{_needed(source, own, head.name)}\n\n\n{own}")
    return Candidate(head.name, code, shape, scene_kind, line)


def docstring(head: Head) -> str:
    """In the format of `components_cache.docstring`, indented as the first statement of a function."""
    sections = [f"{head.title}: {safe(head.summary) or head.title}"]
    if head.description:
        sections += ["", safe(head.description, MOST_DESCRIBED)]
    sections += ["", f"Tags: {', '.join(head.tags)}"] if head.tags else [""]
    sections += ["Wishes:", *(f"    {safe(wish, 160)}" for wish in head.wishes)]
    if head.lines:
        sections += ["Parameters:", *(f"    {name}: {safe(line, 160)}" for name, line in head.lines)]
    text = "\n".join(f"    {row}".rstrip() for row in sections).strip()
    return f'    """{text}\n    """'


def _needed(source: Source, own: str, name: str) -> str:
    """Imports and definitions of the file that the new definitions read, in the order of the file."""
    tree = ast.parse(own)
    made = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    read = {reference.name for node in tree.body for reference in references(node)} | _annotated(tree)
    wanted = sorted((read - made) & source.module.definitions.keys())
    parts = closure([(NAME, needed) for needed in wanted], lambda _: source.module)
    lines = {source.module.imports[needed] for needed in read & source.module.imports.keys()} | parts.imports
    texts: dict[str, None] = {}
    for definition in sorted(parts.definitions, key=lambda definition: definition.order):
        if definition.name != name:
            texts[definition.source] = None
    imports = [*_first(sorted(lines)), "from manim import *"]
    return "\n".join(imports) + "\n\n\n" + "\n\n\n".join(texts)


def _first(lines: Iterable[str]) -> list[str]:
    """Without what the star import brings."""
    return [line for line in lines if not re.match(r"from manim(\.\S+)? import \*", line)]


def _annotated(tree: ast.Module) -> set[str]:
    """Names in annotations, which are read when the function is defined."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            every = [*node.args.args, *node.args.kwonlyargs, *filter(None, (node.args.vararg, node.args.kwarg))]
            for annotation in filter(None, (node.returns, *(argument.annotation for argument in every))):
                found |= {part.id for part in ast.walk(annotation) if isinstance(part, ast.Name)}
    return found
