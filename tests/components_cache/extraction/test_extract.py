"""What is taken out of scenes, word for word."""

from __future__ import annotations

import pytest
from inline_snapshot import snapshot

from components_cache.extraction.candidate import Candidate, Dropped
from components_cache.extraction.extract import extract
from components_cache.origin import Origin
from core.scene import SceneCode
from tests.components_cache.extraction.scenes import ACT, BLOCK, CLASS, FUNCTION


def taken(code: str, scene: str, **known: str) -> list[Candidate | Dropped]:
    return extract(SceneCode(code, scene), Origin("test", "here", scene, **{"licence": "MIT", **known}))


def one(code: str, scene: str, shape: str, **known: str) -> Candidate:
    found = [piece for piece in taken(code, scene, **known) if piece.shape == shape and isinstance(piece, Candidate)]
    assert len(found) == 1
    return found[0]


def test_a_function_gets_the_value_it_was_called_with_and_brings_its_constant() -> None:
    assert one(FUNCTION, "Towers", "function", title="Towers").code == snapshot('''\
from manim import *


GAP = 0.5


def tower(count: int = 4, color: ManimColor = RED) -> VGroup:
    """Tower: A tower of squares, one upon the other.

    Tags: tower
    Wishes:
        tower
        tower, as in Towers
    Parameters:
        count: count; in [3, 5]
        color: color
    """
    squares = VGroup(*[Square(side_length=0.5, color=color) for _ in range(count)])
    return squares.arrange(UP, buff=GAP)
''')


def test_a_class_comes_with_a_function_that_makes_one() -> None:
    assert one(CLASS, "Garden", "class", title="A garden").code == snapshot('''\
from manim import *


class Flower(VGroup):
    """A flower with petals."""

    def __init__(self, petals=5, size=1.0, **kwargs):
        super().__init__(**kwargs)
        for k in range(petals):
            self.add(Circle(size / 2).shift(size * UP).rotate(k * TAU / petals, about_point=ORIGIN))


def flower(petals: int = 5, size: float = 1.0) -> Flower:
    """Flower: A flower with petals.

    Tags: flower
    Wishes:
        flower
        flower, as in A garden
    Parameters:
        petals: petals; in [3, 7]
        size: size; in [0.75, 1.25]
    """
    return Flower(petals=petals, size=size)
''')


def test_statements_that_build_a_group_become_a_function() -> None:
    assert one(BLOCK, "DotsInARow", "block", title="Dots in a row").code == snapshot('''\
from manim import *


def row(n: int = 5, frame_color: ManimColor = YELLOW) -> VGroup:
    """Row: a row of dots

    Tags: row, dots
    Wishes:
        row
        a row of dots
    Parameters:
        n: n; in [3, 7]
        frame_color: color of the frame
    """
    dots = VGroup(*[Dot() for _ in range(n)])
    dots.arrange(RIGHT, buff=0.4)
    frame = SurroundingRectangle(dots, color=frame_color)
    row = VGroup(dots, frame)
    return row
''')


def test_a_scene_becomes_an_act_with_its_own_methods() -> None:
    assert one(ACT, "RollingWheel", "act", title="A wheel rolls").code == snapshot('''\
from manim import *


def turn(scene, wheel, times):
    scene.play(Rotate(wheel, -times * PI), wheel.animate.shift(2 * RIGHT))


def scene_wheel(scene):
    return VGroup(Circle(radius=(1)), Line(ORIGIN, (1) * UP))


def show_wheel_rolls(scene: Scene, label_text: str = "it rolls"):
    """A wheel rolls: A wheel rolls

    Tags: rolling, wheel
    Wishes:
        a wheel rolls
        wheel rolls
    Parameters:
        label_text: the text of the label; 1 to 10 characters
    """
    wheel = scene_wheel(scene)
    label = Text(label_text).to_edge(DOWN)
    scene.play(Create(wheel), Write(label))
    turn(scene, wheel, 2)
    scene.wait()
''')


def test_what_a_component_says_of_itself_is_read_by_the_catalogue() -> None:
    component = one(BLOCK, "DotsInARow", "block", title="Dots in a row").component
    assert component.kind == "mobject" and component.name == "row"
    count, color = component.parameters
    assert (color.annotation, color.default) == ("ManimColor", "YELLOW")
    assert (count.name, count.annotation, count.default, count.low, count.high) == ("n", "int", "5", 3, 7)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("def construct(self):", "def setup(self):\n        pass\n\n    def construct(self):"), "it sets itself up"),
        (("class RollingWheel(Scene)", "class RollingWheel(ZoomedScene)"), "it is not a plain Scene"),
        (("self.wait()", "super().construct()"), "it calls the class above it"),
        (("self.wait()", "config.frame_width = 3"), "it depends on the configuration"),
        (("self.wait()", "self.invented.thing()"), "nobody knows what self.invented is"),
    ],
)
def test_what_cannot_be_lifted_says_why(change: tuple[str, str], reason: str) -> None:
    acts = [piece for piece in taken(ACT.replace(*change), "RollingWheel") if piece.shape == "act"]
    assert len(acts) == 1 and isinstance(acts[0], Dropped)
    assert acts[0].reason.startswith(reason)


def test_a_function_whose_parameter_nobody_has_seen_is_dropped() -> None:
    (piece,) = [p for p in taken(FUNCTION.replace("tower(4)", "tower(self.n)"), "Towers") if p.shape == "function"]
    assert isinstance(piece, Dropped) and piece.reason == "no seen value for its parameter count"


def test_a_scene_that_clears_the_stage_gives_an_act_for_each_stretch() -> None:
    code = """from manim import *


class TwoParts(Scene):
    def construct(self):
        # a circle grows
        circle = Circle()
        self.play(Create(circle))
        self.play(circle.animate.scale(2))
        self.play(FadeOut(*self.mobjects))
        # a square turns
        square = Square()
        self.play(Create(square))
        self.play(Rotate(square, PI / 2))
"""
    names = [piece.name for piece in taken(code, "TwoParts", title="Two parts") if piece.shape == "act"]
    assert names == ["show_two_parts", "show_circle_grows", "show_square_turns"]


def test_code_under_a_licence_that_forbids_it_gives_nothing() -> None:
    assert taken(BLOCK, "DotsInARow", licence="CC-BY-NC-SA-4.0") == []


def test_code_that_is_none_gives_nothing() -> None:
    assert taken("class X(", "X") == []


def test_words_from_outside_cannot_end_the_docstring() -> None:
    title = 'x"""\nimport os\n"""y \\" {{wish}}'
    piece = one(ACT, "RollingWheel", "act", title=title, wish=title, description=title)
    compile(piece.code, "component", "exec")
    assert "import os" not in [line.strip() for line in piece.code.splitlines()]
    assert "os" not in {name for line in piece.code.splitlines() if line.startswith("import") for name in line.split()}
