"""Imports: one `from manim import *` for every library import, and the modules that its star import used to bring."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Sequence

import libcst as cst

from convert.dialect import is_library
from convert.facts import manim
from convert.facts.modules import MOVED, OUTSIDE
from convert.facts.names import MODULES
from convert.inline.externals import is_available
from convert.sheet import bound_by

STAR = "from manim import *"
_KEPT_TOPS = frozenset({"manim", "inspect"})
_IMPLICIT = frozenset({"__file__", "__name__", "__doc__", "__class__", "self"})


class LibraryImports(cst.CSTTransformer):
    """Removes imports of Manim's ancestors, and of modules for which a shim stands in."""

    def __init__(self, offered: frozenset[str], *, deep: bool) -> None:
        super().__init__()
        self.offered = offered
        self.deep = deep

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return self.deep  # imports inside functions are rare, and the traversal is not free

    def leave_ImportFrom(
        self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom
    ) -> cst.ImportFrom | cst.RemovalSentinel:
        module = _dotted(original_node.module)
        if original_node.relative or not module or not self._goes(module, updated_node.names):
            return self._moved(updated_node, module)
        return cst.RemoveFromParent()

    def _moved(self, node: cst.ImportFrom, module: str) -> cst.ImportFrom:
        """Names that Python has moved to another module since."""
        if isinstance(node.names, cst.ImportStar):
            return node
        homes = {MOVED.get((module, _dotted(alias.name)), module) for alias in node.names}
        home = homes.pop()
        return node if homes or home == module else node.with_changes(module=cst.parse_expression(home))

    def leave_Import(self, original_node: cst.Import, updated_node: cst.Import) -> cst.Import | cst.RemovalSentinel:
        kept = [alias for alias in updated_node.names if not self._goes(_dotted(alias.name), [alias])]
        if len(kept) == len(updated_node.names):
            return updated_node
        if not kept:
            return cst.RemoveFromParent()
        return updated_node.with_changes(names=[*kept[:-1], kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)])

    def _goes(self, module: str, names: Sequence[cst.ImportAlias] | cst.ImportStar) -> bool:
        if module.split(".")[0] in _KEPT_TOPS:
            return False
        if _is_foreign(module) or not is_available(module):
            return True
        if module.split(".")[0] not in OUTSIDE or isinstance(names, cst.ImportStar):
            return False
        return all(alias.asname is None and _dotted(alias.name).split(".")[0] in self.offered for alias in names)


def imports_inside(code: str) -> bool:
    """Whether functions import anything."""
    return any(
        isinstance(part, (ast.Import, ast.ImportFrom))
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.FunctionDef)
        for part in ast.walk(node)
    )


def _is_foreign(module: str) -> bool:
    return is_library(module)


def _dotted(node: cst.BaseExpression | None) -> str:
    if isinstance(node, cst.Attribute):
        return f"{_dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""


def free_names(tree: ast.Module) -> set[str]:
    """Names that the module reads and nothing in it binds; not those of `from manim import *`, if it is there."""
    bound: set[str] = set()
    loads: set[str] = set()
    star = False
    for node in ast.walk(tree):
        bound.update(bound_by(node))
        star = star or (isinstance(node, ast.alias) and node.name == "*")
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            loads.add(node.id)
    known = manim.exported() if star else frozenset[str]()
    return loads - bound - known - set(dir(builtins)) - _IMPLICIT


def names_in_annotations(tree: ast.Module) -> set[str]:
    """Names that the module reads in annotations only."""
    inside: set[str] = set()
    counted: dict[str, int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            counted[node.id] = counted.get(node.id, 0) + 1
        for part in ("annotation", "returns"):
            annotation = getattr(node, part, None)
            if isinstance(annotation, ast.expr):
                for name in (each.id for each in ast.walk(annotation) if isinstance(each, ast.Name)):
                    counted[name] = counted.get(name, 0) - 1
                    inside.add(name)
    return {name for name in inside if counted[name] <= 0}


def attribute_names(tree: ast.Module) -> tuple[set[str], set[str]]:
    """Attributes that the module reads, and those it sets or defines."""
    read: set[str] = set()
    defined: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            (read if isinstance(node.ctx, ast.Load) else defined).add(node.attr)
        elif isinstance(node, ast.FunctionDef):
            defined.add(node.name)
    return read, defined


def called_methods(tree: ast.Module) -> set[str]:
    """Attributes that the module calls."""
    return {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def header_end(tree: ast.Module) -> int:
    """The line after which shims go: the last of the imports that open the file, 0 if it opens with none."""
    end = 0
    for position, node in enumerate(tree.body):
        is_docstring = position == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_docstring and not isinstance(node, (ast.Import, ast.ImportFrom)):
            break
        end = node.end_lineno or end
    return end


def future_end(tree: ast.Module) -> int:
    """The line after the docstring and the `__future__` imports, where other imports may begin."""
    end = 0
    for position, node in enumerate(tree.body):
        is_docstring = position == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_docstring and not (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            break
        end = node.end_lineno or end
    return end


def has_star(tree: ast.Module) -> bool:
    return any(
        isinstance(node, ast.ImportFrom) and node.module == "manim" and node.names[0].name == "*" for node in tree.body
    )


def module_imports(names: set[str]) -> list[str]:
    """Import lines for names of well-known modules."""
    return sorted({MODULES[name] for name in names if name in MODULES})
