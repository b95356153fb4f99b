"""The installed ManimCE, found and read as files: nothing of it is imported."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
from functools import lru_cache
from pathlib import Path

from core.errors import SourceError

SKIPPED = (
    "_config",
    "cli",
    "plugins",
    "templates",
    "utils/docbuild",
    "utils/testing",
    "utils/ipython_magic",
    "__main__",
)
"""Parts of the package that no scene is written with."""


@lru_cache(maxsize=1)
def manim_folder() -> Path:
    """The folder of the package. Raises `SourceError` when it is not installed."""
    found = importlib.util.find_spec("manim")
    if found is None or not found.submodule_search_locations:
        raise SourceError("ManimCE is not installed", advice="run ./tulku setup")
    return Path(found.submodule_search_locations[0])


@lru_cache(maxsize=1)
def manim_version() -> str:
    """Its version, such as `0.22.0`; empty when it is not installed."""
    try:
        return importlib.metadata.version("manim")
    except importlib.metadata.PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def manim_modules() -> tuple[tuple[str, Path, ast.Module], ...]:
    """Dotted name, file and syntax tree of every module, in order of their paths."""
    root = manim_folder()
    paths = [path for path in sorted(root.rglob("*.py")) if not _inside(path).startswith(SKIPPED)]
    return tuple((_dotted(_inside(path)), path, _parsed(path)) for path in paths)


@lru_cache(maxsize=1)
def exported_names() -> frozenset[str]:
    """Every name that `from manim import *` brings."""
    return _exported(manim_folder() / "__init__.py")


def listed(tree: ast.Module) -> tuple[str, ...]:
    """What `__all__` lists, also where it is added to."""
    names: list[str] = []
    for node in tree.body:
        value = getattr(node, "value", None)
        if "__all__" in _bound(node) and isinstance(value, ast.List | ast.Tuple):
            names += [str(item.value) for item in value.elts if isinstance(item, ast.Constant)]
    return tuple(names)


def _exported(path: Path) -> frozenset[str]:
    """What a star import of a file brings: its `__all__`, or all public names that it binds."""
    tree = _parsed(path)
    names = set(listed(tree)) or {name for node in ast.walk(tree) for name in _bound(node) if not name.startswith("_")}
    if not listed(tree):
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.level and node.names[0].name == "*":
                names |= _exported(_module_file(path.parent, node.module or ""))
    return frozenset(names)


def _module_file(folder: Path, dotted: str) -> Path:
    base = folder.joinpath(*dotted.split("."))
    return base / "__init__.py" if base.is_dir() else base.with_suffix(".py")


def _bound(node: ast.AST) -> list[str]:
    """Names that a statement binds."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return [name]
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return [(alias.asname or alias.name).split(".")[0] for alias in names if alias.name != "*"]
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.AugAssign(target=ast.Name(id=name)):
            return [name]
        case _:
            return []


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _inside(path: Path) -> str:
    return path.relative_to(manim_folder()).as_posix()


def _dotted(inside: str) -> str:
    parts = ("manim", *inside.removesuffix(".py").split("/"))
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
