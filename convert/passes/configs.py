"""`CONFIG` dicts: class attributes in scenes; elsewhere the shim `@config` gives them the meaning they had.

A scene's CONFIG became attributes of the scene, the dicts of its bases merged in. Where no dict has to be merged with
another, class attributes say exactly that. For mobjects and animations CONFIG also changed the defaults of their
constructors, along the whole hierarchy and past explicit `Base.__init__(self, **kwargs)` calls: that is
done at run time.
"""

from __future__ import annotations

import ast

import libcst as cst

from convert.passes.walk import Place
from convert.sheet import Sheet

_PLAIN_ROOTS = frozenset({"Scene", "InteractiveScene", "MovingCameraScene", "ThreeDScene"})
# keys that configured the renderer, which ManimCE configures elsewhere
_RENDERER = frozenset(
    """
    camera_class camera_config file_writer_config window skip_animations always_update_mobjects random_seed
    leave_progress_bars start_at_animation_number end_at_animation_number preview_while_skipping renderer
    """.split()  # noqa: SIM905  # a table of names reads best as text
)


def plan(code: str, sheet: Sheet) -> set[str]:
    """The classes whose CONFIG is written as class attributes; asks for `@config` if there are others."""
    classes = {node.name: node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ClassDef)}
    holders = {name: value for name, node in classes.items() if (value := _config(node)) is not None}
    if not holders:
        if "digest_config" in sheet.loads:
            sheet.wanted.add("@config")
        return set()
    simple = {name for name, value in holders.items() if _is_simple(value)}
    static = {name for name in simple if _is_plain_scene(name, classes)}
    entangled = {
        name
        for name in static
        if _merges(name, classes, holders) or _ancestors(name, classes) & (set(holders) - static)
    }
    entangled |= {base for name in entangled for base in _ancestors(name, classes)}
    static -= entangled
    static -= {name for name in static if _ancestors(name, classes) & entangled or _read_as_dict(code)}
    if set(holders) - static:
        sheet.wanted.add("@config")
    return static


def _config(node: ast.ClassDef) -> ast.expr | None:
    for line in node.body:
        if isinstance(line, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "CONFIG" for t in line.targets):
            return line.value
    return None


def _is_simple(value: ast.expr) -> bool:
    """A dict display whose keys can be names."""
    return isinstance(value, ast.Dict) and all(
        isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value.isidentifier() for key in value.keys
    )


def _base_names(node: ast.ClassDef) -> list[str]:
    return [base.id if isinstance(base, ast.Name) else "?" for base in node.bases]


def _ancestors(name: str, classes: dict[str, ast.ClassDef]) -> set[str]:
    found: set[str] = set()
    queue = [name]
    while queue:
        for base in _base_names(classes[queue.pop()]):
            if base in classes and base not in found and base != name:
                found.add(base)
                queue.append(base)
    return found


def _is_plain_scene(name: str, classes: dict[str, ast.ClassDef]) -> bool:
    """All roots are scenes that have no settings of their own."""
    family = {name, *_ancestors(name, classes)}
    roots = {base for each in family for base in _base_names(classes[each]) if base not in classes}
    return bool(roots) and roots <= _PLAIN_ROOTS


def _merges(name: str, classes: dict[str, ast.ClassDef], holders: dict[str, ast.expr]) -> bool:
    """Whether a dict in this CONFIG meets one of the same key in a base."""
    above = {key for each in _ancestors(name, classes) if each in holders for key in _keys(holders[each])}
    value = holders[name]
    assert isinstance(value, ast.Dict)
    return any(
        key.value in above and isinstance(item, (ast.Dict, ast.Call))
        for key, item in zip(value.keys, value.values, strict=True)
        if isinstance(key, ast.Constant)
    )


def _keys(value: ast.expr) -> set[str]:
    if not isinstance(value, ast.Dict):
        return set()
    return {str(key.value) for key in value.keys if isinstance(key, ast.Constant)}


def _read_as_dict(code: str) -> bool:
    return ".CONFIG" in code


def config(node: cst.ClassDef, place: Place) -> cst.ClassDef:
    """`CONFIG = {"radius": 2}` → `radius = 2`."""
    if node.name.value not in place.sheet.static_configs or not isinstance(node.body, cst.IndentedBlock):
        return node
    body: list[cst.BaseStatement] = []
    for line in node.body.body:
        value = _config_value(line)
        body += _attributes(value, place, line) if value is not None else [line]
    place.note("info", "config", "a scene's CONFIG is written as class attributes")
    return node.with_changes(body=node.body.with_changes(body=body))


def _config_value(line: cst.CSTNode) -> cst.Dict | None:
    match line:
        case cst.SimpleStatementLine(
            body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name("CONFIG"))], value=cst.Dict() as value)]
        ):
            return value
        case _:
            return None


def _attributes(value: cst.Dict, place: Place, line: cst.CSTNode) -> list[cst.SimpleStatementLine]:
    lines: list[cst.SimpleStatementLine] = []
    taken: set[str] = set()
    for element in reversed(value.elements):
        assert isinstance(element, cst.DictElement) and isinstance(
            element.key, (cst.SimpleString, cst.ConcatenatedString)
        )
        key = str(element.key.evaluated_value)
        if key in _RENDERER:
            place.note("lost", "config", f"CONFIG: {key} configures the renderer, which ManimCE does elsewhere")
        elif key not in taken:
            lines.append(_assignment(key, element.value))
        taken.add(key)
    lines.reverse()
    if lines:
        assert isinstance(line, cst.SimpleStatementLine)
        lines[0] = lines[0].with_changes(leading_lines=line.leading_lines)
    return lines


def _assignment(key: str, value: cst.BaseExpression) -> cst.SimpleStatementLine:
    if _binds(value):
        value = cst.Call(cst.Name("staticmethod"), [cst.Arg(value)])
    target = cst.AssignTarget(cst.Name(key))
    return cst.SimpleStatementLine([cst.Assign([target], value)])


def _binds(value: cst.BaseExpression) -> bool:
    """A function as a class attribute would become a method."""
    if isinstance(value, cst.Lambda):
        return True
    return (isinstance(value, cst.Name) and value.value.islower() and value.value not in ("self",)) or (
        isinstance(value, cst.Call)
        and isinstance(value.func, cst.Name)
        and value.func.value in ("squish_rate_func", "partial")
    )


RULES = {cst.ClassDef: (config,)}
