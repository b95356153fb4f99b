"""The last step: imports and shims are put where they belong, exactly as many as the code needs."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from convert.facts import manim
from convert.passes import imports, preamble
from convert.passes.unused import without_unused_imports
from convert.result import Note
from convert.sheet import Sheet
from convert.shims import shims_for

STAND_INS = frozenset({"os", "sys", "logging", "Path", "tqdm", "ProgressDisplay"})
"""Shims for modules that old repositories import; in ManimCE code such a name is only a forgotten import."""

_TAKERS = frozenset(
    """VGroup Group Transform ReplacementTransform TransformFromCopy FadeTransform FadeIn FadeOut become next_to move_to
    add interpolate align_data
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
"""What takes mobjects, and may be given changes of them."""

OPENGL_ONLY = frozenset({"fix_in_frame", "unfix_from_frame"})
"""Methods that ManimCE has, but for its other renderer."""


@dataclass(frozen=True, slots=True)
class Assembled:
    code: str
    shims: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def assemble(code: str, sheet: Sheet) -> Assembled:
    """Add the star import, the shims and the module imports; code that lacks nothing comes back as it is."""
    if sheet.gl:
        code = without_unused_imports(code)
    tree = ast.parse(code)
    star = imports.has_star(tree)
    if not star and sheet.dialect != "ce":
        code = _at(code, imports.future_end(tree), f"{imports.STAR}\n")
        tree = ast.parse(code)
        star = True
    keys = _keys(tree, sheet)
    brought = preamble.lines(code, tree) if star else []
    shims = shims_for(keys) if keys and star else None
    if shims and shims.code:
        code = _at(code, imports.header_end(tree), f"\n\n{shims.code.strip()}\n\n")
        tree = ast.parse(code)
    if brought:
        code = _at(code, imports.header_end(tree), "\n" + "\n".join(brought) + "\n")
        tree = ast.parse(code)
    missing = imports.free_names(tree)
    lines = [line for line in imports.module_imports(missing) if star or sheet.dialect != "ce"]
    if lines:
        code = _at(code, imports.future_end(tree), "\n".join(lines) + "\n")
    unread = (missing - set(imports.MODULES)) & imports.names_in_annotations(tree)
    if unread and sheet.gl:
        code = _with_future(code)
    unknown = missing - set(imports.MODULES) - unread
    notes = [Note("lost", "missing_name", f"{name} is defined nowhere") for name in sorted(unknown)]
    used = tuple(sorted(key for key in (shims.names if shims else ()) if key in keys))
    return Assembled(code, used, tuple(notes) if sheet.dialect != "ce" else ())


def _keys(tree: ast.Module, sheet: Sheet) -> set[str]:
    """What the shims are asked for: free names, attributes that ManimCE lacks or means otherwise, and features."""
    free = imports.free_names(tree)
    read, defined = imports.attribute_names(tree)
    bound = sheet.bound
    if sheet.gl and _passes_keywords_on(tree):
        sheet.wanted.add("@tolerant")
    if sheet.gl and _takes_changes(tree):
        sheet.wanted.add("@changes")
    keys = (free & sheet.offered) - (frozenset() if sheet.gl else STAND_INS)
    if sheet.gl:
        keys |= {f".{name}" for name in read} & sheet.offered
        if "construct" in sheet.methods and ".play" in sheet.offered:
            keys.add(".play")  # shims play what they are handed, methods included
    elif sheet.dialect != "ce":
        called = imports.called_methods(tree)
        lacking = {name for name in called - defined if not manim.has_method(name) or name in OPENGL_ONLY}
        keys |= {f".{name}" for name in lacking} & sheet.offered
    return keys | {key for key in sheet.wanted if f"_install_{key[1:]}" not in bound}


def _passes_keywords_on(tree: ast.Module) -> bool:
    """Whether keywords may reach constructors of ManimCE unseen: through `**`, dicts, or classes of the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and (node.arg in (None, "time_span") or isinstance(node.value, ast.Dict)):
            return True
        if isinstance(node, ast.Starred) or (isinstance(node, ast.Name) and node.id == "Mobject"):
            return True
        if isinstance(node, ast.ClassDef) and not any("Scene" in ast.unparse(base) for base in node.bases):
            return True
    return False


def _takes_changes(tree: ast.Module) -> bool:
    """Whether `mob.animate.…` or `pi.change(…)` stands where a mobject is wanted, or paths of any kind are mixed."""
    return any(_takes_change(node) for node in ast.walk(tree) if isinstance(node, ast.Call))


def _takes_change(call: ast.Call) -> bool:
    mixes = isinstance(call.func, ast.Attribute) and call.func.attr == "interpolate" and len(call.args) > 2
    name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
    return mixes or (name in _TAKERS and any(map(_is_change, call.args)))


def _is_change(value: ast.expr) -> bool:
    while isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        if value.func.attr == "change":
            return True
        value = value.func.value
    return isinstance(value, ast.Attribute) and value.attr == "animate"


def _with_future(code: str) -> str:
    """Annotations that nobody evaluates may name what is not there."""
    if "from __future__ import annotations" in code:
        return code
    tree = ast.parse(code)
    first = tree.body[0] if tree.body else None
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return _at(code, (first.end_lineno or 0) if first and is_docstring else 0, "from __future__ import annotations\n")


def _at(code: str, line: int, text: str) -> str:
    """Insert text after a line."""
    lines = code.splitlines(keepends=True)
    if line and not lines[line - 1].endswith("\n"):
        lines[line - 1] += "\n"
    rest = lines[line:]
    while text.endswith("\n\n") and rest and not rest[0].strip():
        rest.pop(0)
    return "".join([*lines[:line], text, *rest])
