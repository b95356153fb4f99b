"""Real signatures for failing lines, from the manim that is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.signature_table import SignatureTable, installed_version, load_table
from agent.signatures import signatures

CODE = """from manim import *


class Demo(Scene):
    def construct(self):
        axes = Axes(x_min=-3, x_range=[0, 1])
        graph = axes.get_graph(lambda x: x**2)
        self.ring = Circle(radius=1).shift(UP)
        self.play(ShowCreation(self.ring), run_time=2)
        self.play(self.ring.animate.set_colour(RED))
        self.play(
            Circumscribe(
                self.ring,
                colour=RED,
            )
        )
        self.add_fixed_in_frame_mobjects(axes)
        for i in range(self.undefined()):
            self.play(FadeIn(axes, direction=UP))
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("signatures")


@pytest.fixture(scope="session")
def table(folder: Path) -> SignatureTable:
    found = load_table(folder)
    assert found is not None
    return found


def test_the_table_is_kept(table: SignatureTable, folder: Path) -> None:
    assert table.version == installed_version()
    assert [path.name for path in folder.iterdir()] == [f"manim-{table.version}-1.json"]
    load_table.cache_clear()
    assert load_table(folder, timeout=0.001) == table  # no time to make it anew: it was read


def test_the_table_knows_inheritance(table: SignatureTable) -> None:
    assert "shift" in table.attributes("Circle")
    assert table.keywords("Circle")["radius"] == "Circle"
    assert "fill_opacity" in table.keywords("Circle")
    assert "x_min" not in table.keywords("Axes")


@pytest.mark.parametrize(
    ("line", "message", "said"),
    [
        (6, "Mobject.__init__() got an unexpected keyword argument 'x_min'", "Axes takes no `x_min`; near it: "),
        (6, "anything", "Axes(x_range: Sequence[float] | None = None, y_range"),
        (7, "getter() takes 1 positional argument but 2 were given", "Axes has no `get_graph`"),
        (9, "name 'ShowCreation' is not defined", "`ShowCreation` is not in manim"),
        (9, "name 'ShowCreation' is not defined", "Create(mobject: "),
        (10, "Circle object has no attribute 'set_colour'", "Circle has no `set_colour`; near it: set_color"),
        (10, "Circle object has no attribute 'set_colour'", "set_color(color: ParsableManimColor"),
        (14, "Animation.__init__() got an unexpected keyword argument 'colour'", "Circumscribe takes no `colour`"),
        (17, "'Demo' object has no attribute 'add_fixed_in_frame_mobjects'", "it belongs to ThreeDCamera, ThreeDScene"),
        (19, "Animation.__init__() got an unexpected keyword argument 'direction'", "FadeIn takes no `direction`"),
    ],
)
def test_what_a_model_is_told(table: SignatureTable, folder: Path, line: int, message: str, said: str) -> None:
    assert any(said in fact for fact in signatures(CODE, line, message, folder=folder))


@pytest.mark.parametrize("line", [0, 1, 3, 999])
def test_lines_without_calls(table: SignatureTable, folder: Path, line: int) -> None:
    assert signatures(CODE, line, "boom", folder=folder) == ()


def test_code_that_does_not_parse(table: SignatureTable, folder: Path) -> None:
    facts = signatures("class A(:\n", 1, "name 'Circel' is not defined", folder=folder)
    assert "Circle" in facts[0]


def test_the_head_of_a_compound_statement_only(table: SignatureTable, folder: Path) -> None:
    assert not any("FadeIn" in fact for fact in signatures(CODE, 18, "boom", folder=folder))


def test_nothing_without_manim(tmp_path: Path) -> None:
    assert load_table(tmp_path / "none", timeout=0.001) is None
