"""The composer and acts of the store: asked last, never instead of a curated act, shown with where they are from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.models.composer import judge as judging
from agent.models.composer.judge import judge
from agent.models.composer.stored import chosen, stored_match
from agent.models.composer.topics import TopicMatch, topics
from components_cache.catalogue import catalogue
from components_cache.compose import compose
from components_cache.extraction.candidate import described
from components_cache.store.meaning import vectors_of
from components_cache.store.record import Stored
from core.errors import Unsupported
from core.storyboard import ActCall
from tests.components_cache.conftest import own_home

__all__ = ["own_home"]

ACT = '''from manim import *


def show_weather_front(scene: Scene, count: int = 4, gap: float = 0.5):
    """A weather front: warm air glides over cold air.

    Tags: meteorology, clouds, rain
    Wishes:
        a weather front
        how warm air glides over cold air and makes rain
    Parameters:
        count: how many clouds; in [3, 6]; said: clouds
        gap: gap (as seen)
    """
    scene.play(Create(VGroup(*[Circle() for _ in range(count)]).arrange(RIGHT, buff=gap)))
'''


def record(code: str = ACT, name: str = "show_weather_front") -> Stored:
    component = described(code, name, "store:0123")
    return Stored("0123", "admitted", "", code, component, {}, "MIT", "0.22.0", vectors=vectors_of(component),
                  proof={"leaves_title": True})  # fmt: skip


@pytest.fixture(scope="module")
def front() -> Stored:
    return record()


def given(monkeypatch: pytest.MonkeyPatch, *records: Stored) -> None:
    """The judge asks a store of these records."""

    def match(text: str) -> TopicMatch | None:
        return chosen(text, list(records))

    monkeypatch.setattr(judging, "is_empty", lambda: False)
    monkeypatch.setattr(judging, "stored_match", match)
    monkeypatch.setattr("components_cache.compose_stored._records", lambda calls: list(records))


def test_a_stored_act_is_shown_where_the_library_has_nothing(front: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unsupported):
        judge("how warm air glides over cold air")
    given(monkeypatch, front)
    (scene,) = judge("show how warm air glides over cold air with 5 clouds").scenes
    assert scene.calls == (ActCall("store:0123", (("count", "5"),)),)
    made = compose(scene.title, scene.calls, "Front")
    assert made.components == ("store:0123",)
    assert 'open_stage(self, "A weather front")' in made.code and "show_weather_front(self, count=5)" in made.code


def test_a_part_of_a_wish_may_be_stored(front: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, front)
    board = judge("bubble sort, then a weather front")
    assert [scene.calls[0].component for scene in board.scenes] == ["bubble_sort", "store:0123"]


@pytest.mark.parametrize("wish", ["bubble sort", "derivative of x^2", "a blue circle that becomes a square"])
def test_a_curated_reading_is_never_displaced(wish: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = judge(wish)
    monkeypatch.setattr(judging, "stored_match", _never)
    assert judge(wish) == before


def _never(text: str) -> Any:
    raise AssertionError("the store was asked")


def test_of_equal_names_the_curated_one_counts() -> None:
    code = ACT.replace("A weather front", "Bubble sort").replace("a weather front", "bubble sort")
    assert chosen("bubble sort", [record(code)]) is None


def test_what_is_nearer_to_a_curated_act_is_not_stored(front: Stored) -> None:
    assert chosen("sort these bars by swapping neighbours", [front]) is None
    assert chosen("the history of the Roman empire", [front]) is None


def test_an_empty_store_changes_nothing(own_home: Path) -> None:
    assert stored_match("how warm air glides over cold air") is None


def test_the_index_of_curated_acts_is_not_touched(front: Stored) -> None:
    count = len(topics().components)
    chosen("a weather front", [front])
    assert len(topics().components) == count == sum(c.kind == "act" for c in catalogue().values())
