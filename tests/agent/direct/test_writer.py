"""The code that is written: it compiles, is formatted, self-contained, commented; and it runs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from agent.models.composer.direct.reader import read
from agent.models.composer.direct.writer import write
from core.scene import SceneCode
from tests.agent.direct.wishes import ACTIONS, DETAILS, READ

WISHES = [row[0] for row in (*READ, *DETAILS, *ACTIONS)]


def _code(wish: str, title: str | None = None) -> SceneCode:
    reading = read(wish)
    assert reading is not None
    return write(reading, title=title)


@pytest.mark.parametrize("wish", WISHES)
def test_code_is_whole(wish: str) -> None:
    made = _code(wish)
    tree = ast.parse(made.code)
    assert [node.name for node in tree.body if isinstance(node, ast.ClassDef)] == [made.name]
    imports = [ast.unparse(node) for node in tree.body if isinstance(node, ast.ImportFrom | ast.Import)]
    assert imports == ["from manim import *"]
    assert "self.play(" in made.code
    assert made.code.rstrip().endswith("self.wait()")


@pytest.mark.parametrize("wish", WISHES)
def test_no_variable_is_used_before_it_is_made(wish: str) -> None:
    construct = next(n for n in ast.walk(ast.parse(_code(wish).code)) if isinstance(n, ast.FunctionDef))
    made: set[str] = set()
    stored = {n.id for n in ast.walk(construct) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    for statement in construct.body:
        inner = {n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        local = inner if not isinstance(statement, ast.Assign) else inner - {_target(statement)}
        used = {n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
        assert not (used & stored) - made - local
        made |= inner


def _target(statement: ast.Assign) -> str:
    return statement.targets[0].id if isinstance(statement.targets[0], ast.Name) else ""


def test_circle_to_square_is_minimal() -> None:
    assert _code("Create a circle that transforms into a square").code == (
        "from manim import *\n\n\n"
        "class CircleToSquare(Scene):\n"
        "    def construct(self):\n"
        '        self.camera.background_color = "#0d1017"\n\n'
        "        circle = Circle(radius=1.5, color=BLUE, fill_opacity=0.5)\n"
        "        square = Square(side_length=2.5, color=RED, fill_opacity=0.5)\n\n"
        "        # Draw the circle\n"
        "        self.play(Create(circle))\n\n"
        "        # Transform the circle into the square\n"
        "        self.play(ReplacementTransform(circle, square), run_time=1.5)\n"
        "        self.wait()\n"
    )


def test_a_title_can_be_given() -> None:
    made = _code("a blue circle", title="Round things")
    assert 'Text("Round things"' in made.code
    assert made.code.index("(title)") < made.code.index("Create(blue_circle)")


def test_an_open_title_says_what_is_shown() -> None:
    assert 'Text("Blue Square to Green Circle"' in _code("a blue square becomes a green circle, with a title").code


def test_unread_words_are_noted() -> None:
    assert _code("a circle that evaporates").notes == ("not understood: evaporates",)


def test_quotes_and_backslashes_survive() -> None:
    assert 'Text("say \\\\ it"' in _code("write 'say \\ it'").code


@pytest.mark.render
@pytest.mark.parametrize(
    "wish",
    [
        "Create a circle that transforms into a square",
        "a green square and a blue circle next to each other labelled A and B, then swap them",
        "a red ball bouncing between two walls",
        "show a right triangle with legs labeled a and b and highlight the hypotenuse c",
        "a rotating cube with labeled vertices A-H",
    ],
)
def test_plain_manim_renders_it(wish: str, tmp_path: Path) -> None:
    made = _code(wish)
    file = tmp_path / "scene.py"
    file.write_text(made.code, encoding="utf-8")
    command = [sys.executable, "-m", "manim", "-ql", "--media_dir", str(tmp_path / "media"), str(file), made.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert list(tmp_path.rglob(f"{made.name}.mp4"))
