"""A method that reads `frame` and never sets it: in the author's interactive session the name was there."""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterator

from convert.result import Note

_NAME = "frame"


def given(code: str) -> tuple[str, list[Note]]:
    """The code with `frame = self.frame` on top of such methods of scenes, and what is to be said about it."""
    if not _is_free(code):
        return code, []
    lines = code.split("\n")
    methods = list(_methods(ast.parse(code), _readers(symtable.symtable(code, "scene", "exec"))))
    for method in sorted(methods, key=lambda each: -each.lineno):
        first = method.body[1] if _starts_with_words(method) else method.body[0]
        place = min([first.lineno, *(each.lineno for each in getattr(first, "decorator_list", []))]) - 1
        lines.insert(place, " " * first.col_offset + f"{_NAME} = self.{_NAME}")
    made = "\n".join(lines)
    if not methods or not _parses(made):  # a body on the line of its `def`, a name that is declared `global`
        return code, []
    words = [
        f"{each.name} reads a {_NAME} that only the author's session had: the scene's own is taken" for each in methods
    ]
    return made, [Note("approximated", "camera", text) for text in words]


def _parses(code: str) -> bool:
    """Whether Python would take it; `compile`, since a declaration that comes too late still makes a tree."""
    try:
        compile(code, "scene", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def _is_free(code: str) -> bool:
    """Whether the module gives the name no meaning, though something of it stands there."""
    if _NAME not in code:
        return False
    top = symtable.symtable(code, "scene", "exec")
    return _NAME not in {
        symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()
    }


def _readers(table: symtable.SymbolTable) -> frozenset[int]:
    """The lines where functions start that read the name as a global one, themselves or in functions of theirs."""
    found: set[int] = set()
    for child in table.get_children():
        inner = _readers(child)
        if inner or (child.get_type() == "function" and _reads(child)):
            found |= {child.get_lineno(), *inner}
    return frozenset(found)


def _reads(table: symtable.SymbolTable) -> bool:
    return _NAME in table.get_identifiers() and table.lookup(_NAME).is_global()


def _methods(tree: ast.Module, readers: frozenset[int]) -> Iterator[ast.FunctionDef]:
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in classes.values():
        if _is_scene(node, classes, frozenset()):
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.lineno in readers and _has_self(part):
                    yield part


def _is_scene(node: ast.ClassDef, classes: dict[str, ast.ClassDef], seen: frozenset[str]) -> bool:
    """By the name of a base, or that of a base's base in the same module."""
    bases = {base.id for base in node.bases if isinstance(base, ast.Name)} - seen
    return any(
        base.endswith("Scene") or (base in classes and _is_scene(classes[base], classes, seen | {node.name, base}))
        for base in bases
    )


def _has_self(method: ast.FunctionDef) -> bool:
    return bool(method.args.args) and method.args.args[0].arg == "self"


def _starts_with_words(method: ast.FunctionDef) -> bool:
    first = method.body[0]
    words = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return words and len(method.body) > 1
