"""Loose names that ManimCE spells differently, and calls of classes that it folded into others."""

from __future__ import annotations

import libcst as cst

from convert.facts.names import GL_LATER_NAMES, GL_NAMES, NAMES, OLD_CE_NAMES, PLAIN, RENAMES
from convert.passes.syntax import called, expression, keyword, named, negated, plain, with_args
from convert.passes.walk import Place

# class → ManimCE's class, the keyword for its second argument, that argument when missing, whether its sign turns
FADES: dict[str, tuple[str, str, str, bool]] = {
    "FadeInFrom": ("FadeIn", "shift", "DOWN", True),
    "FadeInFromDown": ("FadeIn", "shift", "DOWN", True),
    "FadeOutAndShift": ("FadeOut", "shift", "DOWN", False),
    "FadeOutAndShiftDown": ("FadeOut", "shift", "DOWN", False),
    "FadeInFromLarge": ("FadeIn", "scale", "2", False),
    "FadeInFromPoint": ("FadeIn", "target_position", "ORIGIN", False),
    "FadeOutToPoint": ("FadeOut", "target_position", "ORIGIN", False),
}
# scenes get their base from `convert.passes.scenes`
SCENES = frozenset({"Scene", "ThreeDScene", "MovingCameraScene", "SpecialThreeDScene"})
_FADE_KEYWORDS = ("direction", "point", "scale_factor")


def rename(name: cst.Name, place: Place) -> cst.BaseExpression:
    """A loose name, unless the file gives it a meaning of its own."""
    old = name.value
    new = _new_name(old, place)
    if not new or place.sheet.own(old) or not _is_loose(name, place):
        return name
    if new.startswith("Gl"):
        place.note("info", "shim", f"{old}: what manimgl means by it comes along as {new}")
    else:
        place.note("info", "renamed", f"{old} is called {new} in ManimCE")
    return expression(new).with_changes(lpar=name.lpar, rpar=name.rpar)


def _new_name(old: str, place: Place) -> str:
    sheet = place.sheet
    if sheet.gl:
        old = GL_LATER_NAMES.get(old, old)
    if sheet.gl and f"Gl{old}" in sheet.offered and old not in SCENES:
        return f"Gl{old}"
    if old in NAMES:
        return NAMES[old]
    if not sheet.gl and old in PLAIN and not any(word in sheet.code for word in PLAIN[old][1]):
        return PLAIN[old][0]
    if old in sheet.offered:
        return ""
    if sheet.gl:
        return GL_NAMES.get(old, "") or OLD_CE_NAMES.get(old, "")
    return OLD_CE_NAMES.get(old, "") or RENAMES.get(old, "")


def _is_loose(name: cst.Name, place: Place) -> bool:
    """Not the name of an attribute, a keyword or a parameter."""
    parent = place.parent
    match parent:
        case cst.Attribute():
            return parent.attr is not place.original
        case cst.Arg():
            return parent.keyword is not place.original
        case cst.Param() | cst.ClassDef() | cst.FunctionDef():
            return parent.name is not place.original
        case _:
            return True


def fades(call: cst.Call, place: Place) -> cst.Call:
    """`FadeInFrom(mob, LEFT)` → `FadeIn(mob, shift=RIGHT)` and its relatives."""
    name = called(place.original)
    row = FADES.get(name)
    given = plain(call) if row and not place.sheet.own(name) else None
    if row is None or not given or len(given) > 2:
        return call
    new, key, default, turned = row
    by_name = next((arg for arg in (keyword(call, k) for k in _FADE_KEYWORDS) if arg), None)
    value = given[1].value if len(given) == 2 else by_name.value if by_name else expression(default)
    rest = [arg for arg in call.args if (arg.keyword or arg.star) and arg is not by_name]
    place.note("info", "renamed", f"{name} is {new} with {key}= in ManimCE")
    args = [given[0], named(key, negated(value) if turned else value), *rest]
    return with_args(call.with_changes(func=cst.Name(new)), args)


_GROUPS = {"VMobject": "VGroup", "Mobject": "Group"}


def groups(call: cst.Call, place: Place) -> cst.Call:
    """`VMobject(a, b)` → `VGroup(a, b)`: the ancestors' plain mobjects took submobjects."""
    name = called(call)
    new = _GROUPS.get(name)
    if not new or not place.sheet.gl or place.sheet.own(name):
        return call
    if not any(not arg.keyword and arg.star != "**" for arg in call.args):
        return call
    place.note("info", "renamed", f"{name}(…) of mobjects is {new}(…) in ManimCE")
    return call.with_changes(func=cst.Name(new))


def spread(call: cst.Call, place: Place) -> cst.Call:
    """`VGroup(f(x) for x in xs)` → `VGroup(*(f(x) for x in xs))`: ManimCE's groups take mobjects one by one."""
    if called(call) not in _TAKES_EACH or len(call.args) != 1 or not place.sheet.gl:
        return call
    value = call.args[0].value
    if call.args[0].star or not isinstance(value, (cst.GeneratorExp, cst.ListComp, cst.List)):
        return call
    if isinstance(value, cst.GeneratorExp) and not value.lpar:
        value = value.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    return call.with_changes(args=[call.args[0].with_changes(value=value, star="*")])


def written(call: cst.Call, place: Place) -> cst.Call:
    """`Write("words")` → `Write(GlOldTexText("words"))`: until 2017 it made a text of a string."""
    if called(call) != "Write" or not call.args or not place.sheet.gl or place.sheet.own("Write"):
        return call
    first = call.args[0]
    if first.keyword or not isinstance(first.value, (cst.SimpleString, cst.ConcatenatedString)):
        return call
    text = cst.Call(cst.Name(_new_name("OldTexText", place) or "Tex"), [cst.Arg(first.value)])
    return call.with_changes(args=[first.with_changes(value=text), *call.args[1:]])


def base(node: cst.Attribute, place: Place) -> cst.BaseExpression:
    """`cls.__base__` → `cls.mro()[1]`: the sandbox refuses the former."""
    if node.attr.value != "__base__" or not place.sheet.gl:
        return node
    order = cst.Call(cst.Attribute(node.value, cst.Name("mro")))
    return cst.Subscript(order, [cst.SubscriptElement(cst.Index(cst.Integer("1")))])


_LEVELS = frozenset({"debug", "info", "warning", "error"})


def logger(node: cst.Attribute, place: Place) -> cst.Attribute:
    """`log.info` → `logging.info`: manimgl's star import brought a logger; alone, `log` is the logarithm."""
    match node.value:
        case cst.Name("log") if node.attr.value in _LEVELS and place.sheet.gl and not place.sheet.own("log"):
            return node.with_changes(value=cst.Name("logging"))
        case _:
            return node


_TAKES_EACH = frozenset({"VGroup", "Group", "AnimationGroup", "GlVGroup", "GlGroup"})

RULES = {cst.Call: (fades, groups, spread, written), cst.Name: (rename,), cst.Attribute: (base, logger)}
