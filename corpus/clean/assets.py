"""Step: pictures, drawings and sounds that nobody else has are replaced by something of the same kind."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from corpus.clean.spans import Edit, replace_nodes
from corpus.clean.step import Cleaned
from corpus.clean.syntax import tree

PICTURE = "np.full((270, 480, 3), 96, dtype=np.uint8)"
"""A grey picture, 16 to 9."""
DRAWING_KEEPS = ("height", "width", "color", "fill_color", "fill_opacity", "stroke_color", "stroke_width")
SOUNDS = ("add_sound", "add_audio")


def replace_assets(code: str) -> Cleaned:
    """Code that needs no files beside it, as far as that can be seen."""
    found = tree(code)
    if found is None:
        return Cleaned(code)
    edits: list[Edit] = []
    notes: dict[str, None] = {}
    for node in ast.walk(found):
        for edit, note in _edits(node):
            edits.append(edit)
            notes[note] = None
    if not edits:
        return Cleaned(code)
    changed = replace_nodes(code, edits)
    if PICTURE in changed and not any(line in changed for line in ("import *", "import numpy as np")):
        changed = f"import numpy as np\n{changed}"
    return Cleaned(changed, tuple(notes))


def _edits(node: ast.AST) -> Iterator[tuple[Edit, str]]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and _called(node.value) in SOUNDS:
        yield (node, "pass"), "removed a sound"
    elif isinstance(node, ast.Call) and (change := CHANGES.get(_called(node))):
        yield from change(node)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _image(node: ast.Call) -> Iterator[tuple[Edit, str]]:
    given = _file(node, "filename_or_array")
    if given is not None:
        yield (given, PICTURE), "replaced a missing picture by a grey one"


def _drawing(node: ast.Call) -> Iterator[tuple[Edit, str]]:
    if _file(node, "file_name") is None:
        return
    kept = [keyword for keyword in node.keywords if keyword.arg in DRAWING_KEEPS]
    given = ", ".join(f"{keyword.arg}={ast.unparse(keyword.value)}" for keyword in kept)
    yield (node, f"VGroup(RoundedRectangle({given}))"), "replaced a missing drawing by a rounded rectangle"


def _listing(node: ast.Call) -> Iterator[tuple[Edit, str]]:
    file = next((keyword for keyword in node.keywords if keyword.arg in ("code_file", "file_name")), None)
    if file is not None and _text(file.value):
        yield (file, 'code_string="print(1 + 1)"'), "replaced a missing listing by a short one"


CHANGES: dict[str, Callable[[ast.Call], Iterator[tuple[Edit, str]]]] = {
    "ImageMobject": _image,
    "SVGMobject": _drawing,
    "Code": _listing,
}


def _file(node: ast.Call, keyword: str) -> ast.expr | None:
    """The argument that names a file: a string, or something put together of strings."""
    given = node.args[0] if node.args else next((word.value for word in node.keywords if word.arg == keyword), None)
    return given if given is not None and _text(given) else None


def _text(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.BinOp):
        return _text(node.left) or _text(node.right)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Call) and "join" in ast.unparse(node.func))
