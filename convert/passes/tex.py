"""`Tex` in code that mixes the libraries: what only mathematics may hold becomes `MathTex`, and the reverse."""

from __future__ import annotations

import re

import libcst as cst

from convert.passes.syntax import called, keyword
from convert.passes.walk import Place

# outside dollars LaTeX refuses these: an index, a power, a command of mathematics
_MATHS = re.compile(
    r"(?<!\\)[\^_]|\\(?:frac|d?frac|sum|prod|int|sqrt|lim|infty|cdot|times|partial|nabla|vec|hat|bar|left|right|pi|theta"
    r"|alpha|beta|gamma|delta|epsilon|lambda|mu|sigma|phi|omega|Delta|Sigma|Omega|leq|geq|neq|approx|to|rightarrow|Rightarrow"
    r"|mathbb|mathcal|mathbf|begin\{[bpvB]?matrix\}|begin\{(?:aligned|cases)\})(?![a-zA-Z])"
)
_TEXTUAL = re.compile(r"\$|\\[(\[]|\\text|\\begin\{(?:align|equation|gather|tabular|itemize|enumerate|minipage)")
_DOLLARS = re.compile(r"^\s*\$([^$]+)\$\s*$")


def mathematics(call: cst.Call, place: Place) -> cst.Call:
    """`Tex("x^2")` → `MathTex("x^2")`: in ManimCE `Tex` sets text, and LaTeX would stop at the power."""
    if called(call) != "Tex" or place.sheet.gl or place.sheet.own("Tex") or keyword(call, "tex_environment"):
        return call
    texts = _texts(call)
    if not texts or any(_TEXTUAL.search(text) for text in texts):
        return call
    if not any(_MATHS.search(text) for text in texts):
        return call
    place.note("info", "tex", "Tex of mathematics without dollars is MathTex in ManimCE")
    return call.with_changes(func=cst.Name("MathTex"))


def dollars(call: cst.Call, place: Place) -> cst.Call:
    """`MathTex("$x^2$")` → `MathTex("x^2")`: it is mathematics already."""
    if called(call) != "MathTex" or place.sheet.own("MathTex") or not _texts(call):
        return call
    args = [_without_dollars(arg) for arg in call.args]
    if all(new is old for new, old in zip(args, call.args, strict=True)):
        return call
    place.note("info", "tex", "MathTex needs no dollars")
    return call.with_changes(args=args)


def unpacked(line: cst.Assign, place: Place) -> cst.Assign:
    """`lp, rp = OldTex("()")` → `lp, rp = OldTex("()")[0]`: until 2018 a single string was its glyphs."""
    call = line.value
    assert isinstance(place.original, cst.Assign)
    if called(place.original.value) not in _ONCE_GLYPHS or not place.sheet.gl or not isinstance(call, cst.Call):
        return line
    if "@glyphs_of_one" in place.sheet.wanted:
        return line  # still is
    if len(call.args) != 1 or len(_texts(call)) != 1 or not any(_is_row(each.target) for each in line.targets):
        return line
    return line.with_changes(value=cst.Subscript(call, [cst.SubscriptElement(cst.Index(cst.Integer("0")))]))


_ONCE_GLYPHS = frozenset({"OldTex", "OldTexText", "TexMobject", "TextMobject"})


def _is_row(target: cst.BaseExpression) -> bool:
    return isinstance(target, (cst.Tuple, cst.List)) and len(target.elements) > 1


def _texts(call: cst.Call) -> list[str]:
    """The literal strings passed by position; none if one is not literal."""
    values = [arg.value for arg in call.args if not arg.keyword and not arg.star]
    if not all(isinstance(value, (cst.SimpleString, cst.ConcatenatedString)) for value in values):
        return []
    return [
        str(value.evaluated_value) for value in values if isinstance(value, (cst.SimpleString, cst.ConcatenatedString))
    ]


def _without_dollars(arg: cst.Arg) -> cst.Arg:
    value = arg.value
    if arg.keyword or not isinstance(value, cst.SimpleString):
        return arg
    inner = _DOLLARS.match(value.raw_value)
    if not inner:
        return arg
    new = f"{value.prefix}{value.quote}{inner[1]}{value.quote}"
    return arg.with_changes(value=value.with_changes(value=new))


RULES = {cst.Call: (mathematics, dollars), cst.Assign: (unpacked,)}
