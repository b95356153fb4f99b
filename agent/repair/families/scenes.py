"""The scene itself: no class, no base, a base without the camera or the methods that are used, a broken `__init__`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.facts.scenes import BASES, CLASSES
from agent.repair.families.placing import with_names
from agent.repair.mend import Mend
from convert.passes.walk import Place

_NAME = "GeneratedScene"


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for faults of the scene class."""
    if case.tree is None:
        return
    if re.search(r"^\w[^\n]*\.(?:render|construct)\(", case.text(-1), re.M):
        why = "left out the call that renders the scene: that is done from outside"
        yield Mend(
            "scene.rendered", why, re.sub(r"^\w[^\n]*\.(?:render|construct)\([^\n]*\n?", "", case.code, flags=re.M)
        )
    if case.says("the file has no scene|name 'self' is not defined"):
        yield from _made(case)
    if found := case.says(r"name '(\w*(?:Scene|Camera|Scene3D))' is not defined"):
        new = CLASSES.get(found[1], "Scene")
        yield Mend(
            "scene.renamed",
            f"`{found[1]}` is no scene of manim: `{new}` stands for it",
            _with_base(case, new, found[1]),
        )
    if case.says(r"takes 0 positional arguments but 1 was given"):
        yield Mend("scene.self", "gave methods of the scene their `self`", _with_self(case))
    if case.says(r"'(?:Camera|\w+)' object has no attribute '(?:frame|camera_frame)'") and "ThreeD" not in case.message:
        code = re.sub(r"\bself\.camera_frame\b|\bself\.frame\b", "self.camera.frame", case.code)
        yield Mend(
            "scene.moving", "a camera that moves needs `MovingCameraScene`", _based(case, code, "MovingCameraScene")
        )
    if found := case.says(r"object has no attribute '(\w+)'"):
        yield from _method_of_another(case, found[1])
        yield Mend("scene.init", "`__init__` of the scene calls the one it replaces", _with_super(case))


def _made(case: Case) -> Iterator[Mend]:
    """A scene class where there is none, or a base for a class that was meant to be one."""
    assert case.tree is not None
    classes = [node for node in case.tree.body if isinstance(node, ast.ClassDef)]
    meant = [
        node for node in classes if any(isinstance(f, ast.FunctionDef) and f.name == "construct" for f in node.body)
    ]
    for node in meant:
        base = ast.unparse(node.bases[0]) if node.bases else ""
        new = CLASSES.get(base, _fitting(case.code))
        yield Mend(
            "scene.base", f"`{node.name}` is a scene: its base is `{new}`", _with_base(case, new, base, node.name)
        )
    if not meant:
        yield Mend("scene.wrapped", "put the code into a scene", _wrapped(case))


def _fitting(code: str) -> str:
    """The scene class that has what the code uses."""
    if "camera.frame" in code:
        return "MovingCameraScene"
    return next((base for name, base in BASES.items() if f"self.{name}(" in code), "Scene")


def _with_base(case: Case, new: str, old: str, name: str = "") -> str:
    def rule(node: cst.ClassDef, place: Place) -> cst.ClassDef:
        held = [arg for arg in node.bases if isinstance(arg.value, cst.Name) and arg.value.value == old]
        if (name and node.name.value != name) or bool(held) != bool(old):
            return node
        rest = [arg for arg in node.bases if arg not in held]
        return node.with_changes(bases=[cst.Arg(cst.Name(new)), *rest], lpar=cst.LeftParen(), rpar=cst.RightParen())

    code = case.edited((cst.ClassDef, rule))
    return with_names(code, ast.parse(code), {new})


def _based(case: Case, code: str, new: str) -> str:
    """Scenes derived from `Scene` derive from a class that has more."""
    code = re.sub(r"^(class \w+\()(manim\.|mn\.)?Scene\)", rf"\1\2{new})", code, flags=re.M)
    return with_names(code, ast.parse(code), {new})


def _method_of_another(case: Case, name: str) -> Iterator[Mend]:
    if (base := BASES.get(name)) and f"self.{name}" in case.code:
        yield Mend("scene.other", f"`{name}` is a method of `{base}`", _based(case, case.code, base))


def _with_self(case: Case) -> str:
    def rule(node: cst.FunctionDef, place: Place) -> cst.FunctionDef:
        first = node.params.params[0].name.value if node.params.params else ""
        if not isinstance(_holder(place), cst.ClassDef) or first in ("self", "cls") or node.decorators:
            return node
        return node.with_changes(
            params=node.params.with_changes(params=[cst.Param(cst.Name("self")), *node.params.params])
        )

    return case.edited((cst.FunctionDef, rule))


def _holder(place: Place) -> cst.CSTNode | None:
    """The class or function that a definition stands in."""
    return next((node for node in reversed(place.stack) if isinstance(node, cst.ClassDef | cst.FunctionDef)), None)


def _with_super(case: Case) -> str:
    """`super().__init__()` as the first line of an `__init__` that lacks it."""

    def rule(node: cst.FunctionDef, place: Place) -> cst.FunctionDef:
        text = cst.Module([]).code_for_node(node)
        if (
            node.name.value != "__init__"
            or "__init__(" in text.partition(":")[2]
            or not isinstance(node.body, cst.IndentedBlock)
        ):
            return node
        line = cst.parse_statement("super().__init__()")
        return node.with_changes(body=node.body.with_changes(body=[line, *node.body.body]))

    return case.edited((cst.FunctionDef, rule))


def _wrapped(case: Case) -> str:
    """Loose statements, or a loose `construct`, become the scene's."""
    assert case.tree is not None
    head = [node for node in case.tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    kept = [
        node for node in case.tree.body if isinstance(node, ast.ClassDef | ast.FunctionDef) and not _is_construct(node)
    ]
    loose = [node for node in case.tree.body if node not in head and node not in kept]
    if any(_is_construct(node) for node in loose):
        body = [_source(case, node, 4) for node in loose]
    else:
        body = ["    def construct(self):", *(_source(case, node, 8) for node in loose)]
    parts = [*(_source(case, node, 0) for node in head), "", *(_source(case, node, 0) + "\n" for node in kept)]
    code = "\n".join([*parts, "", f"class {_NAME}({_fitting(case.code)}):", *body]) + "\n"
    code = code.replace("scene.play(", "self.play(") if "self." not in code else code
    return code if loose and ("self." in code) else case.code


def _is_construct(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == "construct"


def _source(case: Case, node: ast.stmt, pad: int) -> str:
    first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
    lines = case.lines[first - 1 : node.end_lineno]
    return "\n".join(" " * pad + line if line.strip() else line for line in lines)
