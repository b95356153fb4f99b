"""What scenes play: `self.play(mob.method, args)` and `ApplyMethod` become `mob.animate.method(args)`."""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst

from convert import shelf
from convert.facts import manim
from convert.passes.syntax import attribute, called, keyword, method_of, named, with_args
from convert.passes.walk import Place

# Keywords that `.animate(...)` takes itself; what else a method got stays with the method.
ANIMATION_KEYWORDS = frozenset(
    {"run_time", "rate_func", "lag_ratio", "path_arc", "remover", "suspend_mobject_updating"}
)
_PLAYS = frozenset({"play", "play_all", "compile_animations", "compile_play_args_to_animation_list"})
_GROUPS = frozenset({"AnimationGroup", "LaggedStart", "Succession"})
# attributes of mobjects and scenes that hold animations, not methods to animate
_ANIMATIONS_BY_NAME = ("anim", "animation", "anims", "animations")


@dataclass
class _Step:
    """A method named in `play`, and the arguments that follow it."""

    method: cst.Attribute
    args: list[cst.Arg] = field(default_factory=list)


def play_methods(call: cst.Call, place: Place) -> cst.Call:
    """`self.play(mob.shift, UP, other.rotate, PI)` → one `.animate` chain a mobject."""
    if not _plays(call, place):
        return call
    args, changed = _animated(list(call.args), place)
    if not changed:
        return call
    place.note("info", "animate", "a method and its arguments in play(…) are written mob.animate.method(…)")
    return with_args(call, args)


def _plays(call: cst.Call, place: Place) -> bool:
    return method_of(call) in _PLAYS and "play" not in place.sheet.methods - {"play"}


def _animated(args: list[cst.Arg], place: Place) -> tuple[list[cst.Arg], bool]:
    done: list[cst.Arg] = []
    steps: list[_Step] = []
    changed = False
    for arg in args:
        if _names_method(arg, place, steps):
            assert isinstance(arg.value, cst.Attribute)
            if arg.value.attr.value != "do_in_place":  # the method after it turns and scales about the center anyway
                steps.append(_Step(_unanimated(arg.value)))
            changed = True
        elif steps and not arg.keyword and not _is_animation(arg, place):
            steps[-1].args.append(arg)
        else:
            done += _chains(steps)
            steps = []
            done.append(arg)
    return [*done, *_chains(steps)], changed


def _unanimated(method: cst.Attribute) -> cst.Attribute:
    """`mob.animate.shift`, given without a call as models do, is `mob.shift`."""
    owner = method.value
    if isinstance(owner, cst.Attribute) and owner.attr.value == "animate":
        return method.with_changes(value=owner.value)
    return method


def _names_method(arg: cst.Arg, place: Place, steps: list[_Step]) -> bool:
    """A bare `mob.method`: not a call, not an animation kept in an attribute, not an argument of the method before."""
    value = arg.value
    if arg.keyword or arg.star or not isinstance(value, cst.Attribute):
        return False
    name = value.attr.value
    if isinstance(value.value, cst.Name) and value.value.value in ("np", "config", "math"):
        return False
    return is_method(name, place)


def is_method(name: str, place: Place) -> bool:
    """Whether an attribute of this name is a method: of this module, of the shims, or of ManimCE."""
    sheet = place.sheet
    if name in sheet.assigned and name not in sheet.methods:
        return name in _ALWAYS
    known = name in sheet.methods or f".{name}" in sheet.offered or name in _ALWAYS or name in shelf.methods()
    return known or (manim.has_method(name) and name not in _PROPERTIES)


_ALWAYS = frozenset(
    """
    shift scale rotate move_to next_to to_edge to_corner set_color set_fill set_stroke restore set_width
    set_height fade highlight apply_function apply_complex_function apply_matrix stretch change_mode look_at
    change set_value increment_value set_opacity center arrange
    """.split()  # noqa: SIM905  # a table of names reads best as text
)
_PROPERTIES = frozenset(
    {"target", "saved_state", "width", "height", "depth", "points", "color", "submobjects", "tip", "label", "text"}
)


def _is_animation(arg: cst.Arg, place: Place) -> bool:
    """Whether an argument that follows a method starts something of its own."""
    value = arg.value
    if arg.star:
        return True
    if isinstance(value, cst.Call):
        return _looks_animated(value, place)
    if isinstance(value, cst.Name):
        makers = place.sheet.made.get(value.value, set())
        return value.value.endswith(_ANIMATIONS_BY_NAME) or any(_makes_animation(maker, place) for maker in makers)
    return isinstance(value, cst.Attribute) and value.attr.value.endswith(_ANIMATIONS_BY_NAME)


def _makes_animation(name: str, place: Place) -> bool:
    return "Animation" in manim.bases(name) or _is_animation_class(name, place) or name.endswith(_ANIMATIONS_BY_NAME)


# methods of scenes with creatures that give back animations
_MAKERS = frozenset(
    {"get_student_changes", "change_all_student_modes", "teacher_says", "student_says", "pi_says", "blink"}
)


def _looks_animated(call: cst.Call, place: Place) -> bool:
    name = called(call)
    if name:
        return "Animation" in manim.bases(name) or _is_animation_class(name, place)
    method = method_of(call)
    if method.endswith(_ANIMATIONS_BY_NAME) or method.startswith("change_student") or method in _MAKERS:
        return True
    node: cst.BaseExpression = call
    while isinstance(node, (cst.Call, cst.Attribute)):
        if isinstance(node, cst.Attribute) and node.attr.value == "animate":
            return True
        node = node.func if isinstance(node, cst.Call) else node.value
    return False


_ANIMATION_WORDS = tuple(
    """Transform Creat Fade Write Animation Show Flash Rotat Indicate Says Blink Apply Grow Lagged Wiggle Move
    Succession Change Count Update Broadcast Draw Replacement Uncreate VFade VShow Clock Circle Shimmer
    Swap Maintain Turn Always Spin Unwrite Shift Vibrate Homotopy Phase Complex Delay Restore Pi Student
    Random Remove Focus
    """.split()  # noqa: SIM905  # a table of names reads best as text
)


def _is_animation_class(name: str, place: Place) -> bool:
    """Names of classes that the module or the shims define: by their bases, else by their words."""
    name = name if name in place.sheet.classes else name.removeprefix("Gl")
    seen: set[str] = set()
    while name in place.sheet.classes and name not in seen:
        seen.add(name)
        bases = place.sheet.classes[name]
        if any("Animation" in manim.bases(base) for base in bases):
            return True
        if any(base in ("Scene", "VGroup", "VMobject", "Mobject") for base in bases) or not bases:
            return False
        name = bases[0]
    if manim.bases(name):
        return "Animation" in manim.bases(name)
    return (name[:1].isupper() and name.startswith(_ANIMATION_WORDS)) or name.endswith(("Animation", "Transform"))


def _chains(steps: list[_Step]) -> list[cst.Arg]:
    """Steps that follow each other on one mobject are one chain, as manim's ancestors played them."""
    chains: list[tuple[cst.BaseExpression, list[_Step]]] = []
    for step in steps:
        owner = step.method.value
        if chains and chains[-1][0].deep_equals(owner):
            chains[-1][1].append(step)
        else:
            chains.append((owner, [step]))
    return [_chain(owner, part) for owner, part in chains]


def _chain(owner: cst.BaseExpression, steps: list[_Step]) -> cst.Arg:
    options: dict[str, cst.Arg] = {}
    built: cst.BaseExpression = attribute(owner, "animate")
    calls: list[tuple[cst.Name, list[cst.Arg]]] = []
    for step in steps:
        args, own = _split(step.args)
        options |= own
        calls.append((step.method.attr, args))
    if options:
        built = with_args(cst.Call(built), list(options.values()))
    for name, args in calls:
        built = with_args(cst.Call(cst.Attribute(built, name)), [_bare(arg) for arg in args])
    return cst.Arg(built)


def _split(args: list[cst.Arg]) -> tuple[list[cst.Arg], dict[str, cst.Arg]]:
    """A trailing dict holds keywords: of the method, or of the animation."""
    options: dict[str, cst.Arg] = {}
    if not args or not isinstance(args[-1].value, cst.Dict):
        return args, options
    kept = args[:-1]
    for element in args[-1].value.elements:
        if not isinstance(element, cst.DictElement) or not isinstance(element.key, cst.SimpleString):
            return [*args[:-1], cst.Arg(args[-1].value, star="**")], {}
        key = str(element.key.evaluated_value)
        if key in ANIMATION_KEYWORDS:
            options[key] = named(key, element.value)
        else:
            kept = [*kept, named(key, element.value)]
    return kept, options


def _bare(arg: cst.Arg) -> cst.Arg:
    return arg.with_changes(comma=cst.MaybeSentinel.DEFAULT, whitespace_after_arg=cst.SimpleWhitespace(""))


def apply_method(call: cst.Call, place: Place) -> cst.BaseExpression:
    """`ApplyMethod(mob.shift, UP, run_time=2)` → `mob.animate(run_time=2).shift(UP)` where it is played at once."""
    if called(call) != "ApplyMethod" or place.sheet.own("ApplyMethod") or not call.args or not _at_once(place):
        return call
    first = call.args[0]
    if first.star or not isinstance(first.value, cst.Attribute):
        return call
    if any(arg.star == "**" for arg in call.args):
        return call
    args, options = _split([arg for arg in call.args[1:] if not arg.keyword])
    options |= {arg.keyword.value: arg for arg in call.args if arg.keyword}
    if set(options) - ANIMATION_KEYWORDS:
        return call
    built: cst.BaseExpression = attribute(first.value.value, "animate")
    if options:
        built = with_args(cst.Call(built), [_bare(arg) for arg in options.values()])
    place.note("info", "animate", "ApplyMethod is written mob.animate.method(…)")
    return with_args(cst.Call(cst.Attribute(built, first.value.attr)), [_bare(arg) for arg in args])


def _at_once(place: Place) -> bool:
    """Directly inside `self.play(…)` or a group of animations: elsewhere code may ask the animation for its mobject."""
    if len(place.stack) < 2 or not isinstance(place.stack[-1], cst.Arg):
        return False
    outer = place.stack[-2]
    return method_of(outer) == "play" or called(outer) in _GROUPS


def play_keywords(call: cst.Call, place: Place) -> cst.Call:
    """`play(*anims, note=…)`: keywords of manimgl's studio are dropped."""
    name = method_of(call)
    dropped = _STUDIO.get(name)
    if not dropped or not any(keyword(call, key) for key in dropped):
        return call
    return with_args(call, [arg for arg in call.args if not arg.keyword or arg.keyword.value not in dropped])


_STUDIO: dict[str, frozenset[str]] = {
    "wait": frozenset({"note", "ignore_presenter_mode"}),
    "add_sound": frozenset({"gain_to_background"}),
}

RULES = {cst.Call: (play_methods, apply_method, play_keywords)}
