"""The passes, in order. For now one: names that manimgl or older ManimCE used."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from convert.renames import RENAMES


@dataclass(frozen=True, slots=True)
class ConversionResult:
    """Converted code, and one note for each kind of change. Code that does not parse comes back as it was."""

    code: str
    notes: tuple[str, ...] = ()


def convert(code: str) -> ConversionResult:
    """Rename what today's ManimCE calls differently. Strings, comments and attributes stay as they are."""
    try:
        tree = cst.parse_module(code)
    except cst.ParserSyntaxError as error:
        return ConversionResult(code, (f"not converted: line {error.raw_line} does not parse",))
    renamer = _Renamer(_defined(tree))
    changed = tree.visit(renamer)
    notes = tuple(f"{old} is called {RENAMES[old]} in ManimCE" for old in sorted(renamer.seen))
    return ConversionResult(changed.code, notes)


class _Renamer(cst.CSTTransformer):
    """Renames loose names, not attributes or keywords, unless the file defines them itself."""

    def __init__(self, own: set[str]) -> None:
        self.own = own
        self.seen: set[str] = set()

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        name = original_node.value
        if name not in RENAMES or name in self.own:
            return updated_node
        self.seen.add(name)
        return updated_node.with_changes(value=RENAMES[name])


def _defined(tree: cst.Module) -> set[str]:
    """Names that the file binds by class or def."""
    finder = _Definitions()
    tree.visit(finder)
    return finder.names


class _Definitions(cst.CSTVisitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        self.names.add(node.name.value)

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        self.names.add(node.name.value)
