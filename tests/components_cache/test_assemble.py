"""Assembly: exactly what is called comes in, once, under names that do not clash."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from inline_snapshot import snapshot

from components_cache.assemble import Piece, assemble, library_piece
from components_cache.catalogue import catalogue
from components_cache.closure import parse_module
from components_cache.renaming import renamed
from core.scene import SceneCode
from render.policy import check

ROWS = '''from itertools import repeat

from manim import *

GAP = 0.5


def spaced(parts):
    return VGroup(*parts).arrange(RIGHT, buff=GAP)


def dot_row(count: int = 3) -> VGroup:
    """Dots: a row of dots.

    Wishes:
        dots
    """
    return spaced(Dot() for _ in repeat(0, count))


def square_row(count: int = 3) -> VGroup:
    """Squares: a row of squares.

    Wishes:
        squares
    """
    return spaced(Square() for _ in range(count))
'''
OFFERED = {name: Piece(f"store:{name}", name, parse_module("store:rows", ROWS)) for name in ("dot_row", "square_row")}
SCENE = """from manim import *


class S(Scene):
    def construct(self):
        self.play(Create(dot_row(4)))
"""


def assembled(code: str, offered: dict[str, Piece] = OFFERED) -> SceneCode:
    return assemble(SceneCode(code, "S"), offered)


def run(code: str) -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": "made"}
    exec(compile(code, "made", "exec"), space)
    return space


def test_what_is_called_comes_in_with_what_it_needs() -> None:
    made = assembled(SCENE)
    assert made.components == ("store:dot_row",)
    assert made.code == snapshot('''\
from itertools import repeat

from manim import *

GAP = 0.5


def spaced(parts):
    return VGroup(*parts).arrange(RIGHT, buff=GAP)


def dot_row(count: int = 3) -> VGroup:
    """Dots: a row of dots."""
    return spaced(Dot() for _ in repeat(0, count))


class S(Scene):
    def construct(self):
        self.play(Create(dot_row(4)))
''')


def test_what_two_pieces_need_comes_in_once() -> None:
    made = assembled(SCENE.replace("dot_row(4)", "VGroup(dot_row(4), square_row(2))"))
    assert made.components == ("store:dot_row", "store:square_row")
    assert made.code.count("def spaced") == made.code.count("GAP = 0.5") == 1


def test_equal_helpers_of_two_components_are_shared_and_unequal_ones_renamed() -> None:
    twin = ROWS.replace("dot_row", "ring_row").replace("Dot()", "Circle()")
    wide = ROWS.replace("dot_row", "wide_row").replace("GAP = 0.5", "GAP = 2")
    offered = OFFERED | {
        "ring_row": Piece("store:ring_row", "ring_row", parse_module("store:twin", twin)),
        "wide_row": Piece("store:wide_row", "wide_row", parse_module("store:wide", wide)),
    }
    made = assembled(SCENE.replace("dot_row(4)", "VGroup(dot_row(2), ring_row(2), wide_row(2))"), offered)
    assert made.code.count("\ndef spaced") == 2 and "GAP_2 = 2" in made.code and "buff=GAP_2" in made.code
    space = run(made.code)
    assert space["wide_row"](2).width > space["dot_row"](2).width + 1
    assert space["dot_row"](2).width == pytest.approx(0.16 * 2 + 0.5)


def test_what_the_code_defines_itself_stays_its_own() -> None:
    own = SCENE.replace("class S", "def spaced(text):\n    return Text(text)\n\n\nclass S")
    made = assembled(own)
    assert "def spaced_2(parts)" in made.code and "def spaced(text)" in made.code and "return spaced_2(" in made.code
    mine = SCENE.replace("class S", "def dot_row(n):\n    return Dot()\n\n\nclass S")
    assert assembled(mine) == SceneCode(mine, "S")


def test_an_invented_import_of_an_offered_name_goes() -> None:
    made = assembled(SCENE.replace("from manim import *\n", "from manim import *\nfrom tulku.blocks import dot_row\n"))
    assert "tulku" not in made.code and "def dot_row" in made.code
    assert check(made.code) is None


@pytest.mark.parametrize("code", [SCENE.replace("dot_row(4)", "Dot()"), "class S(Scene:", ""])
def test_code_that_calls_nothing_stays_as_it_is(code: str) -> None:
    assert assembled(code) == SceneCode(code, "S")


def test_acts_of_the_library_are_pieces_too() -> None:
    offered = {name: library_piece(catalogue()[name]) for name in ("bubble_sort", "merge_sort")}
    code = SCENE.replace(
        "self.play(Create(dot_row(4)))", "bubble_sort(self, values=[3, 1, 2])\n        merge_sort(self)"
    )
    made = assembled(code, offered)
    assert made.components == ("bubble_sort", "merge_sort")
    assert made.code.count("class Narrator") == 1 and "Wishes:" not in made.code
    assert {"bubble_sort", "merge_sort", "S"} <= run(made.code).keys()


def test_a_name_is_renamed_where_it_means_the_definition_and_nowhere_else() -> None:
    source = """def draw(box, gap: float = GAP) -> "x":
    other = [gap for gap in box.gap]
    GAPS = {"GAP": GAP, gap: 1}
    return draw(other, gap=GAP), lambda GAP: GAP
"""
    assert renamed(source, {"draw": "draw_2", "GAP": "GAP_2"}) == snapshot("""\
def draw_2(box, gap: float = GAP_2) -> "x":
    other = [gap for gap in box.gap]
    GAPS = {"GAP": GAP_2, gap: 1}
    return draw_2(other, gap=GAP_2), lambda GAP: GAP
""")


def test_a_name_inside_an_f_string_is_renamed() -> None:
    made = renamed('def f():\n    return f"{GAP:.1f}" + g(GAP)\n', {"GAP": "GAP_2"})
    assert ast.dump(ast.parse(made)) == ast.dump(ast.parse('def f():\n    return f"{GAP_2:.1f}" + g(GAP_2)\n'))
