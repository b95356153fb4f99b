"""The working sheet of one conversion: what is known about the module, and what has been done to it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

import libcst as cst

from convert.result import Note, Severity
from core.snippet import Dialect

GL_DIALECTS = frozenset({"gl", "old_gl", "ancient"})


@dataclass
class Sheet:
    """Facts about a module, gathered once, and what the passes leave behind: notes and requests for shims.

    `bound` are names the module binds at any level, `methods` the functions it defines inside classes, `attributes` the
    attributes it reads, `assigned` those it sets, `shadowed` the attributes its classes give a value,
    `made` the functions whose results names are given. `cameras` says which
    base a scene gets. `counts` are names that index something, `remainders` what `%` stands between.
    `offered` are the keys the shims know, `wanted` those asked for.
    """

    code: str
    dialect: Dialect
    offered: frozenset[str] = frozenset()
    bound: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    methods: set[str] = field(default_factory=set)
    classes: dict[str, list[str]] = field(default_factory=dict)
    attributes: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    made: dict[str, set[str]] = field(default_factory=dict)
    wanted: set[str] = field(default_factory=set)
    shadowed: set[str] = field(default_factory=set)
    cameras: dict[tuple[str, str], str] = field(default_factory=dict)
    static_configs: set[str] = field(default_factory=set)
    counts: set[str] = field(default_factory=set)
    remainders: set[tuple[str, str]] = field(default_factory=set)
    remarks: dict[tuple[str, str], tuple[Severity, cst.CSTNode | None]] = field(default_factory=dict)

    @property
    def gl(self) -> bool:
        """Whether names that both dialects have mean what manimgl means by them."""
        return self.dialect in GL_DIALECTS

    def note(self, severity: Severity, code: str, message: str, node: cst.CSTNode | None = None) -> None:
        """Remember one kind of change; the first place where it happened counts."""
        self.remarks.setdefault((code, message), (severity, node))

    def own(self, name: str) -> bool:
        """Whether the module itself gives this name a meaning."""
        return name in self.bound

    def ask_for_parts(self) -> None:
        """Have indices and loops reach the parts of a mobject only, where the code has any."""
        if any(isinstance(node, (ast.Subscript, ast.For, ast.Starred, ast.comprehension)) for node in self.nodes()):
            self.wanted.add("@parts")

    def nodes(self) -> Iterator[ast.AST]:
        """The module's nodes."""
        return ast.walk(ast.parse(self.code))

    def notes(self, lines: dict[cst.CSTNode, int]) -> tuple[Note, ...]:
        """The remarks as notes, in the order of their lines."""
        found = [
            Note(severity, code, message, lines.get(node, 0) if node else 0)
            for (code, message), (severity, node) in self.remarks.items()
        ]
        return tuple(sorted(found, key=lambda note: note.line))


def read(code: str, dialect: Dialect, offered: frozenset[str]) -> Sheet:
    """Gather the facts about a module that parses."""
    sheet = Sheet(code, dialect, offered)
    for node in ast.walk(ast.parse(code)):
        sheet.bound.update(bound_by(node))
        _gather(node, sheet)
    return sheet


def bound_by(node: ast.AST) -> tuple[str, ...]:
    """The name that a node binds, if it does."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return (name,)
        case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | ast.ExceptHandler(name=str(name)):
            return (name,)
        case ast.alias(name=name, asname=alias) if name != "*":
            return (alias or name.split(".")[0],)
        case _:
            return ()


def _gather(node: ast.AST, sheet: Sheet) -> None:
    match node:
        case ast.ClassDef(name=name):
            sheet.classes[name] = [base for base in map(_last_name, node.bases) if base]
            sheet.methods.update(f.name for f in node.body if isinstance(f, ast.FunctionDef))
            sheet.shadowed.update(_class_attributes(node))
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=func)):
            sheet.made.setdefault(name, set()).add(_last_name(func))
        case ast.Name(id=name, ctx=ast.Load()):
            sheet.loads.add(name)
        case ast.Attribute(attr=name, ctx=ast.Load()):
            sheet.attributes.add(name)
        case ast.Attribute(attr=name):
            sheet.assigned.add(name)
        case _:
            pass


def _class_attributes(node: ast.ClassDef) -> set[str]:
    """Names that a class body gives a value, the keys of a CONFIG dict included."""
    found: set[str] = set()
    for line in node.body:
        if not isinstance(line, ast.Assign):
            continue
        names = {target.id for target in line.targets if isinstance(target, ast.Name)}
        found |= names
        if "CONFIG" in names and isinstance(line.value, ast.Dict):
            found |= {
                key.value for key in line.value.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
            }
    return found


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
