"""The tables about manim say what is true of the installed one."""

from __future__ import annotations

import re

import manim
import pytest

from agent.repair.facts.arguments import DEFAULTS, ORDERS, POINTS, SPREAD, TEXTS
from agent.repair.facts.colors import ALIASES, color
from agent.repair.facts.keywords import KEYWORDS, METHODS
from agent.repair.facts.methods import ATTRIBUTES
from agent.repair.facts.methods import METHODS as CALLS
from agent.repair.facts.names import ANIMATION_WORDS, NAMES, STAND_INS, WITH_KEYWORD
from agent.repair.facts.packages import STAND_INS as PACKAGES
from agent.repair.facts.scenes import BASES, CLASSES
from agent.repair.families.updaters import CALLS as UPDATERS
from convert.facts import manim as facts


def test_every_name_leads_to_one_that_manim_has() -> None:
    for old, new in NAMES.items():
        assert not hasattr(manim, old) or old == "E", old
        assert eval(new, vars(manim)) is not None, new
    assert all(hasattr(manim, kind) for _, kind in ANIMATION_WORDS)


@pytest.mark.parametrize("name", WITH_KEYWORD)
def test_animations_take_the_keyword_that_stands_for_a_name(name: str) -> None:
    kind, key, value = WITH_KEYWORD[name]
    assert not hasattr(manim, name)
    assert key in (facts.keywords(kind) or {key}) or kind in ("FadeIn", "FadeOut")
    assert eval(value, vars(manim)) is not None
    dot = manim.Dot()
    getattr(manim, kind)(dot, **{key: eval(value, vars(manim))})


@pytest.mark.parametrize("name", STAND_INS)
def test_stand_ins_make_what_they_are_called(name: str) -> None:
    assert not hasattr(manim, name)
    names = dict(vars(manim)) | {"np": __import__("numpy")}
    exec(STAND_INS[name], names)
    assert names[name](color=manim.RED).has_points()


@pytest.mark.parametrize("name", PACKAGES)
def test_stand_ins_of_packages_load(name: str) -> None:
    exec(PACKAGES[name], dict(vars(manim)))


def test_colours_are_names_or_numbers() -> None:
    for name in (*ALIASES, "CRIMSON", "SKYBLUE", "DARK_SLATE_GREY", "BLUE_F", "ORANGE_C", "NEON_GREEN"):
        found = color(name)
        assert found.startswith("#") or hasattr(manim, found), name
        assert name in ("BLACK",) or not hasattr(manim, name), name
    assert color("CIRCLE") == "" and color("PI") == ""


def test_keywords_lead_to_keywords_or_methods() -> None:
    for (kind, _), new in KEYWORDS.items():
        assert kind == "*" or facts.bases(kind), kind
        if new.startswith("."):
            assert facts.has_method(new[1:]), new
        elif new.isidentifier() and kind != "*":
            accepted = facts.keywords(kind)
            assert accepted is None or new in accepted or kind == "Animation", (kind, new)
    for (method, _), new in METHODS.items():
        accepted = facts.method_keywords(method)
        assert not new or accepted is None or new in accepted, (method, new)


def test_methods_lead_to_methods() -> None:
    for name, pattern in (CALLS | ATTRIBUTES).items():
        for used in re.findall(r"\{x\}\.(\w+)", pattern):
            assert facts.has_method(used) or used in _PROPERTIES, (name, used)


_PROPERTIES = frozenset({"mobjects", "font_size", "text", "submobjects", "tex_string", "code_lines", "background"}) | {
    "line_numbers"
}


def test_scene_classes_have_the_methods_they_are_known_for() -> None:
    for name, base in BASES.items():
        kind = getattr(manim, base)
        assert hasattr(kind, name) or name in ("zoomed_camera", "zoomed_display"), name
        assert not hasattr(manim.Scene, name), name
    assert all(issubclass(getattr(manim, new), manim.Scene) for new in CLASSES.values())


def test_argument_tables_name_classes_and_their_keywords() -> None:
    for name in (*TEXTS, *SPREAD, *POINTS, *DEFAULTS, *ORDERS):
        assert facts.bases(name), name
    for name, order in ORDERS.items():
        assert set(order) <= (facts.keywords(name) or set(order))


def test_functions_that_manim_calls_belong_to_something() -> None:
    assert all(hasattr(manim, name) or facts.has_method(name) for name in UPDATERS)
