"""What the composer makes of a finished video and a sentence about it."""

from __future__ import annotations

import pytest

from agent.models.composer.composer import Composer
from agent.models.composer.judge import judge
from agent.refine import Former, Refining, Revision
from core.errors import Unsupported

CODE = """from manim import *


class Former(Scene):
    def construct(self):
        self.wait()
"""


def revised(wish: str, said: str) -> Revision:
    board = judge(wish)
    return Refining(Composer(), Former(wish, board, (CODE,) * len(board.scenes)), said).revision


def titles(revision: Revision) -> list[str]:
    return [scene.title for scene in revision.board.scenes]


def test_a_formula_that_is_added_goes_into_the_drawing() -> None:
    revision = revised("Create a circle that transforms into a square", "add the formula A = pi r^2 at the end")
    (scene,) = revision.board.scenes
    assert scene.kind == "direct"
    assert scene.brief.endswith("add the formula A = pi r^2 at the end")


def test_the_derivative_is_that_of_the_function_shown_and_comes_after_it() -> None:
    revision = revised("plot sin x", "show the derivative")
    assert titles(revision) == ["Graph of sin x", "The derivative of sin x"]
    assert list(revision.codes.values()) == [CODE], "the first scene stays"


def test_a_second_curve_in_the_same_plot() -> None:
    revision = revised("plot sin x", "add cos x in the same plot")
    (scene,) = revision.board.scenes
    assert "np.sin(x), lambda x: np.cos(x)" in dict(scene.calls[0].arguments)["functions"]


def test_longer_is_slower() -> None:
    (code,) = revised("bubble sort", "make it longer").codes.values()
    assert "animation.run_time *= 1.5" in code


def test_more_detail_is_another_act_on_the_topic() -> None:
    revision = revised("gradient descent", "more detail please")
    assert len(revision.board.scenes) == 2
    assert list(revision.codes.values()) == [CODE]


def test_nothing_deeper_is_said() -> None:
    with pytest.raises(Unsupported, match="nothing deeper"):
        revised("draw a red circle", "go deeper")
