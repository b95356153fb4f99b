"""`play` given something else than animations: mobjects, methods, classes, nothing; what an animation cannot show."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from agent.repair.case import Case
from agent.repair.mend import Mend
from convert.facts import manim
from convert.passes.syntax import attribute, called, expression, is_self, method_of, with_args
from convert.passes.walk import Place, Rule

_ERRORS = (
    r"passed to Scene\.play|Passing Mobject methods|cannot be converted to an animation|only works|no animations|"
    r"without animations|At least one mobject|argument 'mobject'|accidentally invoked|has no attribute 'animate'|"
    r"Animat|'function' object has no|object is not callable|'str' object|Specified mobjects|must override|"
    r"submobject_mode|Mobject.* not|tex_string|matched_strings"
)
_VECTOR_ONLY = frozenset(
    {"Create", "Write", "DrawBorderThenFill", "Uncreate", "Unwrite", "ShowIncreasingSubsets", "GrowArrow"}
)
_LEAVING = frozenset({"Uncreate", "Unwrite"})
_SCENE = frozenset({"wait", "play", "add", "remove", "pause"})


def mends(case: Case) -> Iterator[Mend]:
    """Candidates for what is played; only in failing statements."""
    if not case.says(_ERRORS):
        return
    play = (cst.Call, _played(case))
    yield Mend("animation.text", "made a text of the words that are animated", case.at_fault((cst.Call, _worded(case))))
    once = case.code.replace(".animate.animate.", ".animate.")
    yield Mend("animation.once", "`animate` is said once", once)
    yield Mend(
        "animation.methods",
        "animated methods by `.animate`",
        case.at_fault((cst.Call, _paired), (cst.Call, _once_animated)),
    )
    yield Mend("animation.shown", "animated the change of a mobject, or let it appear", case.at_fault(play))
    why = "let appear what a method gives back"
    yield Mend("animation.appears", why, case.at_fault((cst.Call, _appearing)))
    yield Mend("animation.all", "faded all that is there", case.at_fault((cst.Call, _of_all)))
    yield Mend("animation.called", "called the functions that give animations", case.at_fault((cst.Call, _called)))
    yield Mend("animation.empty", "waited where nothing was to be played", case.at_fault((cst.Call, _waiting)))
    yield Mend("animation.faded", "faded what cannot be drawn by its outline", case.at_fault((cst.Call, _faded)))
    yield Mend("animation.shapes", "matched shapes where there is no TeX to match", case.at_fault((cst.Call, _shapes)))
    yield Mend(
        "animation.faded_everywhere",
        "faded what cannot be drawn by its outline",
        case.edited((cst.Call, _faded_if_group(case))),
    )


def _is_play(call: cst.Call) -> bool:
    return method_of(call) == "play" and isinstance(call.func, cst.Attribute) and is_self(call.func.value)


def _is_animator(call: cst.Call) -> bool:
    return _is_play(call) or called(call) in ("AnimationGroup", "LaggedStart", "Succession")


def _paired(call: cst.Call, place: Place) -> cst.Call:
    """`play(mob.shift, UP)` → `play(mob.animate.shift(UP))`, `play(Create, mob)` → `play(Create(mob))`."""
    if not _is_play(call):
        return call
    args: list[cst.Arg] = []
    rest = list(call.args)
    while rest:
        arg = rest.pop(0)
        if arg.keyword or arg.star or not _is_bare(arg.value):
            args.append(arg)
            continue
        taken: list[cst.Arg] = []
        while rest and not rest[0].keyword and not rest[0].star and not _starts(rest[0].value):
            taken.append(rest.pop(0))
        args.append(cst.Arg(with_args(cst.Call(_animated(arg.value)), taken)))
    return with_args(call, args)


def _is_bare(value: cst.BaseExpression) -> bool:
    """A method or an animation class that nobody calls."""
    if isinstance(value, cst.Name):
        return "Animation" in manim.bases(value.value)
    return (
        isinstance(value, cst.Attribute)
        and value.attr.value != "animate"
        and manim.has_method(value.attr.value)
        and not is_self(value.value)
    )


def _starts(value: cst.BaseExpression) -> bool:
    """Whether a value begins something new: another method, or an animation."""
    return (
        _is_bare(value)
        or (isinstance(value, cst.Call) and "Animation" in manim.bases(called(value)))
        or ".animate" in cst.Module([]).code_for_node(value)
    )


def _animated(value: cst.BaseExpression) -> cst.BaseExpression:
    if isinstance(value, cst.Attribute) and ".animate" not in cst.Module([]).code_for_node(value):
        return cst.Attribute(attribute(value.value, "animate"), value.attr)
    return value


def _once_animated(call: cst.Call, place: Place) -> cst.BaseExpression:
    """`a.animate.shift(UP).animate.scale(2)` → one `animate`; `ApplyMethod(mob.shift(UP))` → `mob.animate…`."""
    name = called(call)
    if name in ("ApplyMethod", "Animate", "Animation") and call.args:
        first = call.args[0].value
        if isinstance(first, cst.Call) and isinstance(first.func, cst.Attribute):
            return first.with_changes(func=_animated(first.func))
        if isinstance(first, cst.Attribute) and name != "ApplyMethod":
            return with_args(cst.Call(_animated(first)), list(call.args[1:]))
    if (
        isinstance(call.func, cst.Attribute)
        and isinstance(call.func.value, cst.Attribute)
        and call.func.value.attr.value == "animate"
    ):
        inner = call.func.value.value
        if isinstance(inner, cst.Call) and ".animate" in cst.Module([]).code_for_node(inner):
            return call.with_changes(func=cst.Attribute(inner, call.func.attr))
    return call


def _played(case: Case) -> Rule:
    """Mobjects as arguments of `play`: changed ones are animated, others appear."""

    def rule(call: cst.Call, place: Place) -> cst.Call:
        if not _is_animator(call):
            return call
        args = [arg if arg.keyword else _arg(arg, case) for arg in call.args]
        kept = [arg for arg in args if arg is not None]
        return with_args(call, kept) if kept != list(call.args) else call

    return rule


def _arg(arg: cst.Arg, case: Case) -> cst.Arg | None:
    value = arg.value
    if arg.star:
        return arg
    if isinstance(value, cst.Attribute) and value.attr.value == "animate":
        return arg.with_changes(value=cst.Call(cst.Name("Indicate"), [cst.Arg(value.value)]))
    if isinstance(value, cst.Name) and not value.value[:1].isupper() and value.value != "None":
        return arg.with_changes(value=cst.Call(cst.Name("FadeIn"), [cst.Arg(value)]))
    if isinstance(value, (cst.Name, cst.SimpleString)):
        return None
    if isinstance(value, cst.Subscript):
        return arg.with_changes(value=cst.Call(cst.Name("FadeIn"), [cst.Arg(value)]))
    if isinstance(value, cst.Call):
        return _of_call(arg, value)
    return arg


def _of_call(arg: cst.Arg, call: cst.Call) -> cst.Arg | None:
    name = called(call)
    if name:
        is_mobject = "Mobject" in manim.bases(name)
        return arg.with_changes(value=cst.Call(cst.Name("FadeIn"), [cst.Arg(call)])) if is_mobject else arg
    source = cst.Module([]).code_for_node(call)
    if not isinstance(call.func, cst.Attribute) or ".animate" in source:
        return arg
    if is_self(call.func.value):
        return None if call.func.attr.value in _SCENE else arg
    root = call.func
    while isinstance(root.value, cst.Call) and isinstance(root.value.func, cst.Attribute):
        root = root.value.func
    if isinstance(root.value, cst.Call):  # a mobject that is made and changed at once
        return arg.with_changes(value=cst.Call(cst.Name("FadeIn"), [cst.Arg(call)]))
    if not manim.has_method(call.func.attr.value):
        return arg
    owner = cst.Module([]).code_for_node(root.value)
    return arg.with_changes(value=expression(f"{owner}.animate{source[len(owner) :]}"))


def _appearing(call: cst.Call, place: Place) -> cst.Call:
    """`play(table.add_highlighted_cell((1, 1)))` → `play(FadeIn(…))`."""
    if not _is_play(call):
        return call
    return call.with_changes(args=[_faded_in(arg) for arg in call.args])


def _faded_in(arg: cst.Arg) -> cst.Arg:
    is_method = isinstance(arg.value, cst.Call) and isinstance(arg.value.func, cst.Attribute)
    of_scene = _is_scene_call(arg.value) and method_of(arg.value) in _SCENE
    if arg.keyword or not is_method or of_scene or ".animate" in cst.Module([]).code_for_node(arg.value):
        return arg
    return arg.with_changes(value=cst.Call(cst.Name("FadeIn"), [cst.Arg(arg.value)]))


def _of_all(call: cst.Call, place: Place) -> cst.Call:
    """`FadeOut()` → `FadeOut(*self.mobjects)`."""
    if called(call) != "FadeOut" or any(not arg.keyword for arg in call.args):
        return call
    return with_args(call, [cst.Arg(expression("self.mobjects"), star="*"), *call.args])


def _called(call: cst.Call, place: Place) -> cst.Call:
    """`play(step)` of a function → `play(step())`."""
    if not _is_play(call):
        return call
    args = [
        arg.with_changes(value=cst.Call(arg.value))
        if isinstance(arg.value, cst.Name) and not arg.keyword and not arg.star
        else arg
        for arg in call.args
    ]
    return call.with_changes(args=args)


def _waiting(call: cst.Call, place: Place) -> cst.Call:
    """`play()`, `play(None)`, `play(self.wait(1))` → `play(Wait(…))`."""
    if not _is_play(call) or any(
        not arg.keyword and isinstance(arg.value, cst.Call) and not _is_scene_call(arg.value) for arg in call.args
    ):
        return call
    inner = next(
        (arg.value for arg in call.args if isinstance(arg.value, cst.Call) and method_of(arg.value) == "wait"), None
    )
    arguments = cst.Module([]).code_for_node(inner)[len("self.wait") :] if inner else "()"
    return call.with_changes(args=[cst.Arg(expression(f"Wait{arguments}"))])


def _is_scene_call(value: cst.BaseExpression) -> bool:
    return isinstance(value, cst.Call) and isinstance(value.func, cst.Attribute) and is_self(value.func.value)


def _faded(call: cst.Call, place: Place) -> cst.Call:
    name = called(call)
    if name not in _VECTOR_ONLY or not call.args:
        return call
    kept = [arg for arg in call.args if not arg.keyword or arg.keyword.value in ("run_time", "rate_func", "lag_ratio")]
    return with_args(call.with_changes(func=cst.Name("FadeOut" if name in _LEAVING else "FadeIn")), kept)


def _faded_if_group(case: Case) -> Rule:
    def rule(call: cst.Call, place: Place) -> cst.Call:
        first = call.args[0].value if call.args else None
        if not isinstance(first, cst.Name) or not any(
            kind in ("ImageMobject", "Group") for kind in place.sheet.made.get(first.value, ())
        ):
            return call
        return _faded(call, place)

    return rule


def _shapes(call: cst.Call, place: Place) -> cst.Call:
    """`TransformMatchingTex` of what was not typeset by TeX."""
    return (
        call.with_changes(func=cst.Name("TransformMatchingShapes")) if called(call) == "TransformMatchingTex" else call
    )


def _worded(case: Case) -> Rule:
    """`Write("words")` → `Write(Text("words"))`; where a word is animated, an item of a list may be one."""
    kinds = (cst.SimpleString, cst.FormattedString, *([cst.Subscript] if case.says("'str' object") else []))

    def rule(call: cst.Call, place: Place) -> cst.Call:
        if "Animation" not in manim.bases(called(call)):
            return call
        return call.with_changes(args=[shown(arg) for arg in call.args])

    def shown(arg: cst.Arg) -> cst.Arg:
        if arg.keyword or not isinstance(arg.value, kinds):
            return arg
        return arg.with_changes(value=cst.Call(cst.Name("Text"), [cst.Arg(arg.value)]))

    return rule
