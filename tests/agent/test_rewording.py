"""What is said about a video, as a wish in other words."""

import pytest

from agent.pace import factor, paced, scene_of
from agent.rewording import about, rewordings

SCENE = '''from manim import *


class Hello(Scene):
    """A scene."""

    def construct(self):
        self.wait()
'''


@pytest.mark.parametrize(
    ("wish", "said", "meant"),
    [
        ("Create a circle", "make the circle red", "Create a red circle"),
        ("Create a blue circle", "please make the circle red", "Create a red circle"),
        ("a circle becomes a square", "change the square to a triangle", "a circle becomes a triangle"),
        ("graph of x^2", "use sin(x) instead", "graph of sin(x)"),
        ("graph of x^2", "use sin(x) instead of x^2", "graph of sin(x)"),
        ("solve 2x + 3 = 7", "solve 3x + 1 = 10 instead", "solve 3x + 1 = 10"),
        ("derivative of x^2", "now do x^3", "derivative of x^3"),
        ("sort 5 bars", "use 8 bars", "sort 8 bars"),
        ("Pascal's triangle with 5 rows", "make it 7", "Pascal's triangle with 7 rows"),
        ("three red dots in a row", "make it five dots", "five red dots in a row"),
        ("sort 5 bars", "make it seven", "sort seven bars"),
        ("plot sin x", "change it to cos x", "plot cos x"),
        ("plot sin x", "add cos x in the same plot", "plot sin x and cos x"),
        ("Pythagorean theorem", "with sides 5 and 12", "Pythagorean theorem with sides 5 and 12"),
    ],
)
def test_the_likeliest_meaning_comes_first(wish: str, said: str, meant: str) -> None:
    assert next(rewordings(wish, said)) == meant


@pytest.mark.parametrize(
    ("wish", "said", "meant"),
    [
        ("plot x^2 + 1", "show its derivative", "show its derivative of x^2 + 1"),
        ("plot x^2", "the tangent at x = 1", "the tangent of x^2 at x = 1"),
        ("plot x^2", "the derivative of x^3", "the derivative of x^3"),  # says itself of what
        ("plot x^2 and x^3", "the derivative", "the derivative"),  # of which?
        ("bubble sort", "the derivative", "the derivative"),
    ],
)
def test_what_is_said_of_the_only_formula(wish: str, said: str, meant: str) -> None:
    assert about(wish, said) == meant


def test_instead_never_means_beside() -> None:
    assert list(rewordings("bubble sort", "quick sort instead")) == []


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("slower", 1.5),
        ("Slow it down, please"[:12], 1.5),
        ("make it much slower", 2.0),
        ("a bit faster", 0.8),
        ("twice as fast", 0.5),
        ("half as fast", 2.0),
        ("please speed it up!", 1 / 1.5),
        ("make the video shorter", 1 / 1.5),
        ("a bit longer", 1.25),
        ("make the circle red", 0.0),
        ("show how slow light is in glass", 0.0),
    ],
)
def test_pace(said: str, times: float) -> None:
    assert factor(said) == pytest.approx(times)


def test_a_scene_at_another_pace_is_still_a_file_of_its_own() -> None:
    slow = paced(SCENE, 1.5)
    compile(slow, "scene.py", "exec")
    assert scene_of(slow) == "Hello" and slow.count("def compile_animations") == 1
    assert "*= 3\n" in paced(slow, 2.0) and paced(slow, 2.0).count("run_time") == 1
