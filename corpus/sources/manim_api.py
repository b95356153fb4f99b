"""The installed ManimCE: signature and docstring of every public name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache

from core.snippet import Snippet, snippet_id
from corpus.sources import docstring
from corpus.sources.installed import listed, manim_modules, manim_version
from corpus.sources.source import Document

NAME = "manim-api"
LICENCE = "MIT"
SKIPPED = ("opengl", "renderer", "utils.color.", "typing", "utils.qhull", "utils.polylabel", "utils.parameter_parsing")
COLOURS = "utils.color.manim_colors"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class ManimApi:
    """Source: the reference, one entry a class, function, method or constant."""

    name = NAME

    def documents(self) -> Iterator[Document]:
        for snippet in api():
            yield Document(snippet, "entry")


def api() -> Iterator[Snippet]:
    """The entries as snippets: `code` is the signature, `description` the docstring without its examples."""
    seen: set[str] = set()
    for module, tree in _modules():
        for entry in _entries(module, tree):
            if entry.name not in seen:
                seen.add(entry.name)
                yield entry


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for module, _, tree in manim_modules():
        inside = module.removeprefix("manim.")
        if inside.endswith(COLOURS) or not any(part in f"{inside}." for part in SKIPPED):
            yield module, tree


def _entries(module: str, tree: ast.Module) -> Iterator[Snippet]:
    names = listed(tree)
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and _is_public(node.name, names):
            yield from _class_entries(module, node)
        elif isinstance(node, Function) and _is_public(node.name, names):
            yield _entry(f"{module}.{node.name}", _call(node.name, node), node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            yield from _constants(module, node, names)


def _is_public(name: str, names: tuple[str, ...]) -> bool:
    return name in names if names else not name.startswith("_")


def _class_entries(module: str, node: ast.ClassDef) -> Iterator[Snippet]:
    init = _init(node)
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    call = _call(node.name, init, method=True) if init else f"{node.name}()"
    yield _entry(f"{module}.{node.name}", call, node, bases)
    for method in node.body:
        if isinstance(method, Function) and not method.name.startswith("_") and not _is_overload(method):
            owner = f"{node.name}.{method.name}"
            yield _entry(f"{module}.{owner}", _call(owner, method, method=True), method)


def _is_overload(node: Function) -> bool:
    """Whether it only repeats the name: a typing overload, a setter."""
    marks = [ast.unparse(mark) for mark in node.decorator_list]
    return any(mark.endswith(("overload", ".setter", ".deleter")) for mark in marks)


def _constants(module: str, node: ast.Assign | ast.AnnAssign, names: tuple[str, ...]) -> Iterator[Snippet]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    for target in targets:
        if isinstance(target, ast.Name) and target.id.isupper() and _is_public(target.id, names) and node.value:
            value = ast.unparse(node.value)
            if len(value) <= 200:
                yield _entry(f"{module}.{target.id}", f"{target.id} = {value}", None)


def _entry(name: str, code: str, node: ast.ClassDef | Function | None, bases: str = "") -> Snippet:
    text = docstring.prose(ast.get_docstring(node) or "") if node else ""
    based = f"{name.rpartition('.')[2]} is a {bases}." if bases else ""
    return Snippet(
        id=snippet_id(NAME, name, name, code),
        code=code,
        title=name,
        description="\n\n".join(filter(None, (text, based))),
        name=name,
        kind="api",
        source=NAME,
        path=name,
        line=node.lineno if node else 0,
        commit=manim_version(),
        licence=LICENCE,
        tags=tuple(part.strip() for part in bases.split(",") if part.strip()),
    )


def _call(name: str, node: Function, *, method: bool = False) -> str:
    """The signature as one would read it, without `self`."""
    inside = node.args
    first = [*inside.posonlyargs, *inside.args][:1]
    static = any(ast.unparse(mark) == "staticmethod" for mark in node.decorator_list)
    if any(ast.unparse(mark) == "property" for mark in node.decorator_list):
        return f"{name}{_returns(node)}"
    text = ast.unparse(inside)
    if method and first and not static:
        text = text[len(ast.unparse(first[0])) :].lstrip(" ,")
    return f"{name}({text}){_returns(node) if node.name != '__init__' else ''}"


def _returns(node: Function) -> str:
    return f" -> {ast.unparse(node.returns)}" if node.returns else ""


@lru_cache(maxsize=1)
def _classes() -> dict[str, ast.ClassDef]:
    return {node.name: node for _, tree in _modules() for node in tree.body if isinstance(node, ast.ClassDef)}


def _init(node: ast.ClassDef) -> Function | None:
    """The constructor, its own or the nearest inherited one."""
    own = next((part for part in node.body if isinstance(part, Function) and part.name == "__init__"), None)
    if own:
        return own
    for base in node.bases:
        parent = _classes().get(ast.unparse(base))
        found = _init(parent) if parent and parent is not node else None
        if found:
            return found
    return None
