"""The whole conversion: what comes back, what stays as it was, and that a second time changes nothing."""

from __future__ import annotations

import ast
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convert.context import ConversionContext
from convert.convert import convert
from core.errors import BadInput
from tests.convert.snippets import CE, GL, OLD, converted, scene

CLEAN = """\"\"\"A file of today.\"\"\"
from manim import *


class Demo(MovingCameraScene):
    def construct(self):
        c = Circle(radius=2,   color = RED)   # odd spacing stays
        self.play(Create(c), run_time=2)
        self.play(self.camera.frame.animate.scale(0.5))
"""


def test_manimce_comes_back_byte_for_byte() -> None:
    result = convert(CLEAN)
    assert result.code == CLEAN
    assert (result.dialect, result.notes, result.scenes) == ("ce", (), ("Demo",))


def test_what_is_untouched_keeps_its_formatting() -> None:
    odd = "x   =  [1,2,3]  # why not\nself.play( ShowCreation( x ) )"
    assert converted(odd) == odd.replace("ShowCreation", "Create")


def test_notes_have_severity_code_and_line() -> None:
    result = convert(scene("c = Circle(flat_stroke=True)\nself.play(ShowCreation(c))"))
    found = {(note.severity, note.code, note.line) for note in result.notes}
    assert {("lost", "keyword", 6), ("info", "renamed", 7)} <= found


@pytest.mark.parametrize("code", ["x = (", "class A(Scene:\n    pass", "def f():\nreturn"])
def test_bad_syntax_names_its_line(code: str) -> None:
    with pytest.raises(BadInput, match=r"line [123]"):
        convert(code)


def test_shaders_and_interaction_are_said_to_be_impossible() -> None:
    code = (
        scene("self.set_color_by_code('x')")
        + "\n\nclass Other(Scene):\n    def on_mouse_press(self, point):\n        pass\n"
    )
    assert convert(code).impossible == (("Demo", "glsl_shader"), ("Other", "interaction"))


def test_one_file_that_imports_only_manim_and_what_it_uses() -> None:
    code = convert(scene("for a, b in it.product([1], [2]):\n    self.wait(random.random() + a)")).code
    modules = {node.module for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)}
    assert "manim" in modules and not any(module.startswith("manim_imports") for module in modules if module)
    assert "import itertools as it" in code and "import random" in code


def test_names_of_other_modules_are_inlined(tmp_path: Path) -> None:
    (tmp_path / "shapes.py").write_text(f"{GL}\n\nSIDE = 2\n\n\ndef box():\n    return Square(SIDE)\n")
    file = tmp_path / "scene.py"
    file.write_text(scene("self.play(ShowCreation(box()))", header=f"{GL}\nfrom shapes import *"))
    result = convert(file.read_text(), ConversionContext(tmp_path, file, ("Demo",)))
    assert set(result.inlined) == {"SIDE", "box"}
    assert "def box():" in result.code and "SIDE = 2" in result.code and "from shapes" not in result.code


LINES = [
    "c = Circle(radius=2, flat_stroke=False)",
    "self.play(ShowCreation(c), FadeInFrom(t, UP))",
    "self.play(c.shift, UP, {'run_time': 2})",
    "t = TexMobject('x^2', 'y')",
    "t = Tex(R'a + b', t2c={'a': RED})",
    "t.set_width(FRAME_WIDTH - 1)",
    "n = t.get_height() + 1",
    "c.set_backstroke(BLACK, 3)",
    "self.camera.frame.set_height(3)",
    "self.frame.reorient(20, 70)",
    "axes = Axes(x_min=-1, x_max=2)",
    "graph = axes.get_graph(lambda x: x**2)",
    "group = VGroup(c, t).arrange_in_grid(n_rows=1)",
    "c.fix_in_frame()",
    "d = DecimalNumber(2, num_decimal_places=1)",
    "letters = string.letters",
    "pairs = zip([1], [2])[0]",
    "kw = locals()",
    "self.dither(2)",
    "x = it.count()",
    "label = Text('hello', size=30)",
    "self.play(LaggedStartMap(FadeIn, group), FlashAround(c))",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=6), st.sampled_from([GL, OLD, CE]))
def test_a_second_time_changes_nothing(lines: list[str], header: str) -> None:
    once = convert(scene("\n".join(lines), header)).code
    ast.parse(once)
    assert convert(once).code == once


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_converted_or_refused(text: str) -> None:
    try:
        result = convert(text)
    except BadInput:
        return
    ast.parse(result.code)


def test_a_long_file_is_bounded() -> None:
    body = "\n".join(f"a{i} = Circle(radius={i}).shift(UP).set_width(FRAME_WIDTH)" for i in range(3000))
    started = time.process_time()
    convert(scene(body))
    assert time.process_time() - started < 60
