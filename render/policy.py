"""Early, friendly refusals of code that the sandbox would stop anyway. Not the boundary: the sandbox is."""

from __future__ import annotations

import ast

from core.run import SceneError

ALLOWED_IMPORTS = frozenset(
    """manim numpy math random itertools functools collections dataclasses typing enum string fractions decimal
    statistics cmath colorsys operator heapq bisect textwrap re copy scipy networkx sympy mpmath PIL __future__
    abc time warnings numbers datetime calendar json types contextlib unicodedata struct hashlib array inspect
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
FORBIDDEN_CALLS = {
    "open": "scenes may not open files; put images where `ImageMobject` finds them",
    "eval": "write the expression out",
    "exec": "write the code out",
    "compile": "write the code out",
    "__import__": "use a plain import",
    "input": "nobody is there to answer",
    "breakpoint": "nobody is there to debug",
    "globals": "use ordinary variables",
    "locals": "use ordinary variables",
    "vars": "use ordinary attributes",
}
ALLOWED_DUNDERS = frozenset(
    """__init__ __name__ __file__ __doc__ __call__ __class__ __len__ __getitem__ __setitem__ __iter__ __next__ __add__
    __radd__ __sub__ __rsub__ __mul__ __rmul__ __matmul__ __truediv__ __floordiv__ __mod__ __pow__ __neg__ __abs__
    __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __repr__ __str__ __contains__ __enter__ __exit__ __post_init__
    __bool__
    __float__ __int__ __format__ __copy__ __deepcopy__ __new__ __all__ __version__ __annotations__ __slots__ __main__
    __iadd__ __isub__ __imul__ __and__ __or__ __xor__ __invert__ __reversed__ __setattr__ __getattr__ __get__ __set__
    __set_name__ __init_subclass__ __qualname__ __module__ __round__ __index__ __delitem__ __author__
    """.split()  # noqa: SIM905  # a table of names reads best as text
)


def check(code: str) -> SceneError | None:
    """What in `code` is refused, with line and advice, or None. Kinds `syntax` and `policy`; runs nothing."""
    try:
        tree = ast.parse(code)
    except SyntaxError as problem:
        text = (problem.text or "").rstrip()
        message = f"{problem.msg}: {text.strip()}" if text else str(problem.msg)
        return SceneError("syntax", message, problem.lineno or 0, text)
    except (ValueError, RecursionError, MemoryError) as problem:
        return SceneError("syntax", f"the file cannot be parsed: {problem}")
    for node in ast.walk(tree):
        message = _refusal(node)
        if message:
            return SceneError("policy", message, getattr(node, "lineno", 0))
    return None


def _refusal(node: ast.AST) -> str:
    match node:
        case ast.Import(names=names):
            return next((message for name in names if (message := _import(name.name))), "")
        case ast.ImportFrom(module=module, level=level):
            return "relative imports have nothing to refer to" if level else _import(module or "")
        case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
            return f"{name}() is not allowed in a scene: {FORBIDDEN_CALLS[name]}"
        case ast.Attribute(attr=name) | ast.Name(id=name) if _is_odd_dunder(name):
            return f"{name} is not allowed in a scene: use the ordinary Manim interface"
        case _:
            return ""


def _import(module: str) -> str:
    top = module.split(".")[0]
    if top in ALLOWED_IMPORTS:
        return ""
    if top in {"manimlib", "manimgl", "manim_imports_ext", "big_ol_pile_of_manim_imports"}:
        return f"{top} is another Manim: use `from manim import *` (Manim Community Edition)"
    offered = "Manim, NumPy, SciPy, SymPy and the plain parts of the standard library"
    return f"import {top} is not allowed in a scene: scenes may use {offered}"


def _is_odd_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__") and name not in ALLOWED_DUNDERS
