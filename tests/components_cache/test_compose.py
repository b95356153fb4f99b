import ast
from functools import cache

import pytest

from agent.models.composer.language import content
from components_cache.catalogue import catalogue
from components_cache.compose import compose, scene_name
from core.component import Component
from core.scene import SceneCode
from core.storyboard import ActCall

ACTS = [component for component in catalogue().values() if component.kind == "act"]


@cache
def alone(act: Component) -> SceneCode:
    return compose(act.title, (ActCall(act.name),), scene_name(act.title))


def names(component: Component) -> str:
    return component.name


@pytest.mark.parametrize("act", ACTS, ids=names)
def test_every_act_composes_into_code_without_imports_of_ours(act: Component) -> None:
    made = alone(act)
    tree = ast.parse(made.code)
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert not [module for module in modules if module.split(".")[0] in ("components_cache", "core", "agent")]
    assert made.name in [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
    assert "Wishes:" not in made.code
    assert not _undefined(made.code)


@pytest.mark.parametrize("act", ACTS, ids=names)
def test_every_act_declares_what_it_takes(act: Component) -> None:
    assert act.title and act.summary and len(act.wishes) >= 2
    assert act.tags
    for parameter in act.parameters:
        assert parameter.default, f"{parameter.name} has no default"
        assert parameter.description, f"{parameter.name} is not described"
        if parameter.annotation == "int":
            assert parameter.low is not None, f"{parameter.name} has no range"


def test_no_two_acts_answer_to_the_same_words() -> None:
    owners: dict[tuple[str, ...], str] = {}
    for act in ACTS:
        for text in (act.title, *act.wishes):
            words = tuple(content(text))
            assert owners.setdefault(words, act.name) == act.name, f"{act.name} and {owners[words]} both own {text!r}"


def test_the_library_covers_enough() -> None:
    assert len(ACTS) >= 60


def _undefined(code: str) -> set[str]:
    import builtins

    import manim

    tree = ast.parse(code)
    bound = set(dir(builtins)) | set(getattr(manim, "__all__", dir(manim))) | set(dir(manim))
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, (ast.Store, ast.Del)):
            bound.add(node.id)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            bound |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    return {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)} - bound


def test_several_acts_share_one_stage() -> None:
    first, second = ACTS[0], next(act for act in ACTS[1:] if act.scene_kind == ACTS[0].scene_kind)
    made = compose("Two", (ActCall(first.name), ActCall(second.name)), "Two")
    assert "clear_stage(self, headline)" in made.code
    assert made.components == (first.name, second.name)


def test_an_unknown_component_is_named() -> None:
    with pytest.raises(LookupError, match="no component 'nowhere'"):
        compose("X", (ActCall("nowhere"),), "X")


@pytest.mark.parametrize(
    ("title", "name"),
    [("Bubble sort: 8 bars", "BubbleSort8Bars"), ("3 dots", "Scene3Dots"), ("∫", "Scene")],
)
def test_scene_names_are_identifiers(title: str, name: str) -> None:
    assert scene_name(title) == name
    assert scene_name(title).isidentifier()
