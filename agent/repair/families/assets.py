"""Pictures, drawings and sounds that are not there: labelled placeholders, and silence."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.families.placing import after_imports
from agent.repair.mend import Mend
from convert.passes.syntax import called, is_self, method_of
from convert.passes.walk import Place

_NAMES = frozenset({"ImageMobject", "SVGMobject"})
_PLACEHOLDER = '''

def placeholder(path, height=2.0, **kwargs):
    """A labelled frame in place of a picture that is not there."""
    name = str(path).replace("\\\\", "/").split("/")[-1].rsplit(".", 1)[0]
    frame = RoundedRectangle(width=1.5 * height, height=height, corner_radius=0.15, color=GREY)
    label = Text(name, font_size=28)
    return VGroup(frame, label.scale(min(1, 1.3 * height / label.width)))
'''


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for files that are not there."""
    if not case.says(r"OSError|FileNotFoundError|could not find|No such file|not find|IsADirectory"):
        return
    assert case.tree is not None
    replaced = case.edited((cst.Call, _replaced))
    if replaced != case.code:
        import ast

        why = "put a labelled frame where a picture is not there"
        yield Mend("asset.placeholder", why, after_imports(replaced, ast.parse(replaced), _PLACEHOLDER))
    silent = case.edited((cst.SimpleStatementLine, _silent))
    yield Mend("asset.silent", "left out a sound that is not there", silent)


def _replaced(call: cst.Call, place: Place) -> cst.Call:
    """Pictures by file name; keywords stay as far as a placeholder knows them."""
    if called(call) not in _NAMES or not call.args or place.sheet.own("placeholder"):
        return call
    first = call.args[0]
    if not isinstance(first.value, (cst.SimpleString, cst.FormattedString, cst.Name)):
        return call
    kept = [arg for arg in call.args[1:] if arg.keyword and arg.keyword.value == "height"]
    name = first.with_changes(keyword=None, equal=cst.MaybeSentinel.DEFAULT, comma=cst.MaybeSentinel.DEFAULT)
    return call.with_changes(func=cst.Name("placeholder"), args=[name, *kept])


def _silent(line: cst.SimpleStatementLine, place: Place) -> cst.BaseStatement | cst.RemovalSentinel:
    match line.body:
        case [cst.Expr(value=cst.Call(func=cst.Attribute(value=owner)) as call)] if (
            is_self(owner) and method_of(call) == "add_sound"
        ):
            return cst.RemoveFromParent()  # type: ignore[return-value]
        case _:
            return line
