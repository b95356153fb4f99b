"""What the grammar reads out of sentences, and how honest it is about what it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.models.composer.direct.items import vocabulary
from agent.models.composer.direct.program import Program
from agent.models.composer.direct.reader import Reading, read
from agent.models.composer.direct.writer import draft
from tests.agent.direct.wishes import ACTIONS, DETAILS, NOT_DRAWINGS, READ

PIECES = ("'Hi'", "E = mc^2", "(1,2)", "3", "90 degrees", "2 seconds", "4x4", "A", "B", "A-D", "x = 2", ",", ".")
"""Tokens that are not words, for jumbled sentences."""


def _reading(wish: str) -> Reading:
    reading = read(wish)
    assert reading is not None, wish
    return reading


def _verbs(program: Program) -> tuple[str, ...]:
    return tuple(action.verb for step in program.steps for action in step.actions)


@pytest.mark.parametrize(("wish", "kinds", "verbs"), READ)
def test_things_and_actions(wish: str, kinds: tuple[str, ...], verbs: tuple[str, ...]) -> None:
    program = _reading(wish).program
    assert tuple(thing.kind for thing in program.things) == kinds
    assert _verbs(program) == verbs


@pytest.mark.parametrize(("wish", "name", "field", "value"), DETAILS)
def test_details_of_things(wish: str, name: str, field: str, value: object) -> None:
    thing = next(thing for thing in _reading(wish).program.things if thing.id == name)
    assert getattr(thing, field) == value


@pytest.mark.parametrize(("wish", "verb", "field", "value"), ACTIONS)
def test_details_of_actions(wish: str, verb: str, field: str, value: object) -> None:
    actions = [a for step in _reading(wish).program.steps for a in step.actions if a.verb == verb]
    assert [getattr(a, field) for a in actions] == [value]


@pytest.mark.parametrize("wish", [row[0] for row in (*READ, *DETAILS, *ACTIONS)])
def test_drawing_wishes_are_covered(wish: str) -> None:
    reading = _reading(wish)
    assert reading.coverage >= 0.9, reading.unread


@pytest.mark.parametrize("wish", NOT_DRAWINGS)
def test_other_wishes_are_not_claimed(wish: str) -> None:
    reading = read(wish)
    assert reading is None or reading.coverage < 0.7, reading.coverage


def test_an_unknown_verb_is_named_and_lowers_coverage_strongly() -> None:
    known, unknown = _reading("a red circle that rotates"), _reading("a red circle that evaporates")
    assert unknown.unread == ("evaporates",)
    assert unknown.coverage < known.coverage - 0.3


def test_a_look_that_cannot_change_is_named_and_not_dropped() -> None:
    reading = _reading("draw a square, then make the square dashed")
    assert reading.unread == ("dashed",) and reading.coverage < 0.7


def test_a_negation_is_respected_or_lowers_coverage() -> None:
    assert all(thing.kind != "title" for thing in _reading("a circle without a title").program.things)
    assert _reading("a circle that does not move").coverage < 0.9


def test_at_the_same_time_joins_steps() -> None:
    steps = _reading("a square rotates while a circle changes color to green").program.steps
    assert sorted(action.verb for action in steps[-1].actions) == ["recolor", "rotate"]


def test_then_separates_steps() -> None:
    steps = _reading("a square rotates, then it turns green").program.steps
    assert [action.verb for step in steps for action in step.actions] == ["enter", "rotate", "recolor"]
    assert len(steps) == 3


@pytest.mark.parametrize(
    "wish", ["", "   ", "...", "the", "and then", "a", "(((", "'", '"', "$", "then while and", "\\frac{", "🙂"]
)
def test_fragments_do_not_raise(wish: str) -> None:
    reading = read(wish)
    assert reading is None or 0.0 <= reading.coverage <= 1.0


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(sorted(vocabulary())) | st.sampled_from(PIECES), max_size=12))
def test_any_jumble_of_known_words_gives_code_or_nothing(words: list[str]) -> None:
    reading = read(" ".join(words))
    if reading is not None:
        compile(draft(reading).code, "scene.py", "exec")


@pytest.mark.parametrize(
    ("wish", "width", "height"),
    [
        ("draw a rectangle 5 units wide and 3 units high", 5, 3),
        ("a rectangle 2 high and 6 wide", 6, 2),
        ("draw a rectangle 4 by 2", 4, 2),
        ("draw a 6 by 1 rectangle", 6, 1),
    ],
)
def test_sizes_in_other_words(wish: str, width: float, height: float) -> None:
    reading = read(wish)
    assert reading is not None
    assert reading.coverage == 1
    assert dict(reading.program.things[0].measures) == {"width": width, "height": height}


@pytest.mark.parametrize("wish", ["draw a smiley", "make a house", "two trees and a snowman", "a traffic light"])
def test_everyday_figures_are_known(wish: str) -> None:
    reading = read(wish)
    assert reading is not None
    assert reading.coverage == 1
