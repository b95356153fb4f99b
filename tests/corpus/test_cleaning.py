"""Cleaning is idempotent, never makes code worse, and says what it did."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from core.snippet import Snippet
from corpus.clean import comments
from corpus.clean.assets import replace_assets
from corpus.clean.encoding import decode, tidy
from corpus.clean.fences import blocks, unfence
from corpus.clean.loose import wrap
from corpus.clean.mend import mend
from corpus.clean.missing import add_imports
from corpus.clean.pipeline import DOCUMENT_STEPS, PIECE_STEPS, clean
from corpus.clean.private import remove_private
from corpus.clean.split import split
from corpus.clean.static_check import problem
from corpus.clean.syntax import tree
from corpus.sources.source import Document
from tests.corpus.fakes import scene, snippet

LINES = st.sampled_from(
    [
        "circle = Circle(radius=2)",
        "circle = Circle() ; square = Square()",
        "self.play(Create(circle))  # draw it",
        "# self.play(FadeOut(circle))",
        "# Now the proof: a = b",
        "picture = ImageMobject('/Users/jane/pictures/π.png')",
        'logo = SVGMobject("logo.svg", height=2).shift(UP)',
        "self.add_sound('click.wav')",
        "for i in range(3):\n    self.wait(i)",
        "x = np.linspace(0, 1, 5)\ny = math.sin(x[0])",
        "text = Text('“quoted” … − ```')",
        "text = '''\n# not a comment\n    self.play()\n'''",
        "key = 'sk-abcdefghijklmnopqrstuvwxyz0123'",
        "def inner(a: int, *b) -> None:\n    return None",
        "t: ValueTracker = ValueTracker(0)",
        "import os, sys",
        "if True:\n    sys.path.append('/home/joe/lib')",
        "mail = 'jane.doe@gmail.com'",
        "with open('data.txt') as f: pass",
        "circle.add_updater(lambda m, dt: m.rotate(dt))",
        "r'''raw \\d'''",
        '"\\u200b zero width"',
    ]
)
BODIES = st.lists(LINES, min_size=1, max_size=8)
HEADS = st.sampled_from(
    [
        "from manim import *",
        "from manimlib import *\nimport random",
        "from manim import Scene, Circle\nimport numpy as np",
        "",
    ]
)
WRAPS = st.sampled_from(
    ["{}", "```python\n{}\n```", "Here it is:\n```python\n```python\n{}\n```\nEnjoy!", "\ufeff{}", "    {}"]
)


def _indented(lines: list[str], by: str) -> str:
    return "\n".join(by + line for part in lines for line in part.splitlines())


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of one to three scenes, some deriving from another, and helpers."""
    parts = [draw(HEADS), "RADIUS = 3\n", "def helper(x):\n    y = x + RADIUS\n    return y\n"]
    for number in range(draw(st.integers(1, 3))):
        base = draw(st.sampled_from(["Scene", "ThreeDScene", "Scene0"])) if number else "Scene"
        body = _indented(draw(BODIES), " " * 8)
        parts.append(f"class Scene{number}({base}):\n    def construct(self):\n        a = helper(1)\n{body}\n")
    return "\n\n".join(parts)


def cleaned(code: str, **known: object) -> list[Snippet]:
    """The snippets of one document."""
    return clean([Document(snippet(code, **known))])[0].snippets


@settings(max_examples=25, deadline=None)
@given(files())
def test_what_is_clean_stays_as_it_is(code: str) -> None:
    first = cleaned(code)
    again = [result.snippets for result in clean([Document(found) for found in first])]
    assert [[found.code for found in snippets] for snippets in again] == [[found.code] for found in first]


@settings(max_examples=25, deadline=None)
@given(files())
def test_what_parsed_still_parses_and_keeps_its_scenes(code: str) -> None:
    tree_before = tree(code)
    assert tree_before is not None
    found = cleaned(code)
    assert all(tree(one.code) is not None for one in found)
    scenes = {node.name for node in tree_before.body if isinstance(node, ast.ClassDef)}
    assert {one.name for one in found} == scenes


@settings(max_examples=25, deadline=None)
@given(files(), WRAPS)
def test_wrapped_code_is_found(code: str, wrapping: str) -> None:
    assert {one.name for one in cleaned(wrapping.format(code))} >= {"Scene0"}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300) | files())
def test_every_step_is_idempotent_and_breaks_nothing(text: str) -> None:
    for name, step in (*DOCUMENT_STEPS, *PIECE_STEPS):
        if tree(text) is None and (name, step) in PIECE_STEPS:
            continue
        once = step(text)
        if once.problem:
            assert once.code == text, name
            continue
        assert step(once.code).code == once.code, name
        if tree(text) is not None:
            assert tree(once.code) is not None, name


@given(st.binary(max_size=200))
def test_any_bytes_become_text(data: bytes) -> None:
    tidied = tidy(decode(data)).code
    assert tidied.encode() and "\r" not in tidied and "\0" not in tidied


@pytest.mark.parametrize(
    ("broken", "note"),
    [
        ("    from manim import *\n    x = 1\n", "removed the indentation of everything"),
        ("%%manim -qm A\nfrom manim import *\nx = 1\n", "removed notebook and shell commands"),
        (">>> from manim import *\n>>> x = 1\n", "removed prompts"),
        ("print 'hello', 3\n", "made Python 2 Python 3"),
        ("x = 0777L\n", "made Python 2 numbers Python 3"),
        ("x = “a”\n", "made typographic quotes and dashes plain"),
        ("Sure, here is the code\nimport numpy\nx = 1\nI hope this helps you\n", "removed text around the code"),
        ("from manim import *\\nx = 1\\n", "undid double escapes"),
    ],
)
def test_mends(broken: str, note: str) -> None:
    mended = mend(broken)
    assert not mended.problem
    assert note in mended.notes
    assert tree(mended.code) is not None


def test_an_unfinished_end_is_cut() -> None:
    whole = scene(3)
    mended = mend(whole + "        self.play(Create(")
    assert mended.notes == ("cut an unfinished end",)
    assert mended.code.strip() == whole.strip()


def test_what_cannot_be_mended_says_where() -> None:
    assert mend("this is (no code\nat all").problem.startswith("does not parse, line 1")


def test_doubled_fences() -> None:
    text = "Intro\n```python\n```python\nclass A(Scene):\n    pass\n```\n```\nEnd"
    assert unfence(text).code == "class A(Scene):\n    pass"
    assert [block.line for block in blocks("a\n\n```py\nx\n```")] == [4]


def test_fences_in_a_string_stay() -> None:
    code = 'text = """\n```python\nx\n```\n"""\n'
    assert unfence(code).code == code


def test_split_takes_along_exactly_what_is_needed() -> None:
    code = (
        "from manim import *\nimport numpy as np\n\nA = 1\nB = A + 1\nUNUSED = 3\n\n# what it does\ndef twice(x):\n"
        "    y = x\n    return y * B\n\nclass Base(Scene):\n    def helper(self):\n        return twice(2)\n\n"
        "class Shown(Base):\n    def construct(self):\n        self.wait(self.helper())\n\nconfig.frame_rate = 30\n"
        "if __name__ == '__main__':\n    Shown().render()\n"
    )
    found = split(code)
    assert [(piece.kind, piece.name) for piece in found.pieces] == [("helper", "twice"), ("scene", "Shown")]
    assert found.left_out == ("Base (line 13) is a base of scenes and shows nothing itself",)
    assert found.pieces[1].code == snapshot("""\
from manim import *


A = 1
B = A + 1


# what it does
def twice(x):
    y = x
    return y * B


class Base(Scene):
    def helper(self):
        return twice(2)


class Shown(Base):
    def construct(self):
        self.wait(self.helper())


config.frame_rate = 30
""")


def test_patches_go_where_they_are_used() -> None:
    code = (
        "from manim import *\n\ndef _pfp(self, a):\n    b = self.lift()\n    return b\n\ndef _lift(self):\n    c = 1\n"
        "    return c\n\ndef _install_all():\n    d = 1\n    return d\n\nVMobject.pfp = _pfp\nVMobject.lift = _lift\n"
        "VMobject.other = _lift\n_install_all()\n\nclass A(Scene):\n    def construct(self):\n        Dot().pfp(1)\n\n"
        "class B(Scene):\n    def construct(self):\n        self.wait()\n"
    )
    first, second = (piece.code for piece in split(code).pieces if piece.kind == "scene")
    assert "VMobject.pfp = _pfp" in first and "VMobject.lift = _lift" in first and "_install_all()\n" in first
    assert "VMobject.other" not in first
    assert "_pfp" not in second and "_lift" not in second


def test_assets_are_replaced() -> None:
    code = (
        "from manim import *\na = ImageMobject('x.png', height=3)\nb = SVGMobject('y', height=2, unknown=1)\n"
        "c = ImageMobject(array)\nself.add_sound('z')\n"
    )
    assert replace_assets(code).code == snapshot("""\
from manim import *
a = ImageMobject(np.full((270, 480, 3), 96, dtype=np.uint8), height=3)
b = VGroup(RoundedRectangle(height=2))
c = ImageMobject(array)
pass
""")


def test_private_things_are_removed() -> None:
    code = (
        "a = '/Users/jane/work/pi.svg'\nb = r'C:\\Users\\joe\\x.png'\ntoken = 'hf_abcdefghijklmnopqrstuvwxyzABCDEF'\n"
        "api_key = 'abcdefgh12345'\n# by jane.doe@gmail.com\nc = A @ B.T\n"
    )
    assert remove_private(code).code == snapshot("""\
a = 'pi.svg'
b = r'x.png'
token = 'YOUR_KEY'
api_key = 'YOUR_KEY'
# by someone@example.com
c = A @ B.T
""")


def test_prose_stays_and_dead_code_goes() -> None:
    code = (
        "# The proof has (two) parts.\nx = 1  # one\n# y = 2\n# self.play(\n#     Create(x))\n"
        "# TODO: more\n# see f(x)\n"
    )
    assert comments.drop_dead(code).code == snapshot("""\
# The proof has (two) parts.
x = 1  # one
# see f(x)
""")
    assert comments.prose(comments.drop_dead(code).code) == ("The proof has (two) parts.", "one", "see f(x)")


def test_names_with_one_meaning_are_imported() -> None:
    code = "from manim import *\nx = math.pi + random.random() + np.e\n"
    assert add_imports(code).code.splitlines()[:2] == ["import math", "import random"]


def test_loose_statements_get_a_scene() -> None:
    code = "from manim import *\nc = Circle()\nself.play(Create(c))\n"
    assert "class Example(Scene):\n    def construct(self):\n        c = Circle()" in wrap(code).code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (scene(1), ""),
        ("from manim import *\nx = Circel()\n", "name: Circel not defined and not in ManimCE"),
        ("from manim import *\nfrom other import *\nx = Circel()\n", "policy: import other is not allowed"),
        ("from manim import *\nopen('x')\n", "policy: open() is not allowed"),
        ("x = (", "syntax: "),
    ],
)
def test_static_check(code: str, expected: str) -> None:
    found = problem(code)
    assert found.startswith(expected) if expected else not found


def test_a_step_that_fails_drops_the_document_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(code: str, **given: object) -> None:
        raise RuntimeError("no luck")

    monkeypatch.setattr("corpus.clean.pipeline.split", broken)
    bad = clean([Document(snippet(scene(1)))])[0]
    assert [drop.reason for drop in bad.drops] == ["a step failed on it: RuntimeError: no luck"]


def test_scenes_of_a_file_are_converted_each_by_itself(tmp_path: Path) -> None:
    code = (
        "from manimlib import *\n\nclass A(Scene):\n    def construct(self):\n        self.add(Dot().fix_in_frame())\n"
        "\nclass B(Scene):\n    def construct(self):\n        self.play(ShowCreation(Circle()))\n        self.wait(2)\n"
    )
    (tmp_path / "both.py").write_text(code)
    result = clean([Document(snippet(code), root=str(tmp_path), file="both.py", context="x")])[0]
    first, second = result.snippets
    assert "_fix_in_frame" in first.code and "Create(Circle())" not in first.code
    assert "_fix_in_frame" not in second.code and "Create(Circle())" in second.code
    assert any("ShowCreation" in note for note in second.notes)
    assert not any("ShowCreation" in note for note in first.notes)


def test_entries_are_not_touched() -> None:
    entry = replace(snippet("Circle(radius=1)"), kind="api")
    assert clean([Document(entry, "entry")])[0].snippets == [entry]
