"""Reading what models say: fences, prose, thoughts, cuts, scene names."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agent.models.answers import joined, read_code, read_json, scene_name
from agent.models.plans import read_plan, schema

CODE = "from manim import *\n\n\nclass A(Scene):\n    def construct(self):\n        self.wait(1)\n"
OTHER = "x = 1\n"


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        f"```python\n{CODE}```",
        f"```\n{CODE}```",
        f"~~~py\n{CODE}~~~",
        f"````python\n{CODE}````",
        f"Sure:\n\n```python\n{CODE}```\n\nIt waits.",
        f"```python\n```python\n{CODE}```\n```",
        f"```\n```python\n{CODE}```\n```",
        f"```python\n{CODE}",
        f"First\n```bash\npip install manim\n```\nthen\n```python\n{CODE}```\nand\n```\nmanim -ql a.py A\n```",
        f"<think>I could write ```python\nx\n``` or not</think>\n```python\n{CODE}```",
        f"Here is the code:\n\n{CODE}\nThis scene waits for a second.",
        "\r\n".join(f"```python\n{CODE}```".split("\n")),
        f"  ```python\n{CODE}  ```",
        '{"code": "' + CODE.replace("\n", "\\n") + '"}',
        "```python\n" + "\n".join(f"    {line}" if line else line for line in CODE.splitlines()) + "\n```",
    ],
)
def test_code_is_found(text: str) -> None:
    found = read_code(text)
    assert found.code.replace("\r", "") == CODE
    assert (found.scene, found.cut) == ("A", False)


@pytest.mark.parametrize("text", ["", "   ", "No.", "```\n```", "<think>only thoughts", "<think>a</think>"])
def test_no_code(text: str) -> None:
    assert read_code(text).code == ""


@pytest.mark.parametrize(
    ("tail", "cut"),
    [
        ("        self.play(Create(", True),
        ('        t = Text("hel', True),
        ('        t = """hel', True),
        ("        for i in range(3):", True),
        ("        x = [1,\n             2,", True),
        ("        x =", False),  # wrong in itself: the repair loop's business
        ("        self.play(Create(Circle()))", False),
        ("        x = = 1\n        self.wait(1)", False),
    ],
)
def test_where_code_stops(tail: str, cut: bool) -> None:
    assert read_code(f"```python\n{CODE}{tail}\n```").cut is cut


def test_open_fence_with_broken_code_is_cut() -> None:
    assert read_code(f"```python\n{CODE}        self.play(Create(").cut


def test_a_syntax_error_in_the_middle_is_kept() -> None:
    broken = CODE.replace("self.wait(1)", "self.wait((1)\n        self.wait(2)")
    found = read_code(f"```python\n{broken}```")
    assert (found.code, found.scene, found.cut) == (broken, "A", False)


@pytest.mark.parametrize(
    ("code", "wanted", "scene"),
    [
        ("class A(Scene):\n    pass\n", "", "A"),
        ("class A(ThreeDScene):\n    pass\n", "", "A"),
        ("class A(manim.Scene):\n    pass\n", "", "A"),
        ("class Base(Scene):\n    pass\n\nclass B(Base):\n    pass\n", "", "B"),
        ("class A(Scene):\n    pass\n\nclass B(Scene):\n    x = 1\n    y = 2\n", "", "B"),
        ("class A(Scene):\n    pass\n\nclass B(Scene):\n    x = 1\n    y = 2\n", "A", "A"),
        ("class A(VGroup):\n    pass\n", "", ""),
        ("class A:\n    pass\n", "A", ""),
        ("class A(B):\n    pass\n\nclass B(A):\n    pass\n", "", ""),
    ],
)
def test_scene_class(code: str, wanted: str, scene: str) -> None:
    assert read_code(code, wanted).scene == scene


def test_the_scene_is_found_in_code_that_does_not_parse() -> None:
    assert read_code("```python\nclass A(Scene):\n    x = = 1\n    y = 2\n```").scene == "A"


@given(st.integers(min_value=30, max_value=len(CODE) - 1))
def test_any_cut_is_joined(cut: int) -> None:
    assert read_code(joined(CODE[:cut], CODE[cut:])).code == CODE


@given(st.integers(min_value=30, max_value=len(CODE) - 1), st.integers(min_value=4, max_value=25))
def test_what_is_said_again_counts_once(cut: int, again: int) -> None:
    assume(len(CODE[cut - again : cut].strip()) > 3)
    assert read_code(joined(CODE[:cut], CODE[cut - again :])).code == CODE


def test_a_continuation_that_begins_anew_replaces_the_start() -> None:
    assert joined(f"```python\n{CODE[:70]}", f"```python\n{CODE}```").strip() == CODE.strip()


@given(st.text(max_size=300))
def test_any_answer_can_be_read(text: str) -> None:
    found = read_code(text)
    assert found.code == "" or found.code.endswith("\n")


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}',
        '```json\n{"a": 1}\n```',
        'Here: {"a": 1} as asked',
        '<think>{"a": 2}</think>{"a": 1}',
        'A set {x, y} and {"a": 1}',
    ],
)
def test_json_is_found(text: str) -> None:
    assert read_json(text) == {"a": 1}


@pytest.mark.parametrize("text", ["", "{", "none", "[", "x = {1, 2}"])
def test_no_json(text: str) -> None:
    with pytest.raises(ValueError, match="no JSON"):
        read_json(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"title": "a", "scenes": []}', "scenes"),
        ('{"scenes": [{"title": "a", "brief": "a long enough brief"}]}', "title"),
        ('{"title": "a", "scenes": [{"title": "a", "brief": "short"}]}', r"scenes\.0\.brief"),
        ('{"title": "a", "scenes": "b"}', "scenes"),
        ("[]", "valid dictionary"),
    ],
)
def test_a_bad_plan_says_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_plan(text)


def test_the_schema_is_strict_all_the_way_down() -> None:
    def objects(node: object) -> list[dict[str, object]]:
        if isinstance(node, list):
            return [found for item in node for found in objects(item)]
        if not isinstance(node, dict):
            return []
        own = [node] if node.get("type") == "object" else []
        return own + [found for value in node.values() for found in objects(value)]

    found = objects(schema())
    assert sorted(sorted(node["properties"]) for node in found) == [["brief", "title"], ["scenes", "title"]]
    assert all(node["additionalProperties"] is False for node in found)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Circle to square", "CircleToSquare"),
        ("Why L1 is sparse", "WhyL1IsSparse"),
        ("3 bodies", "Scene3Bodies"),
        ("∫ x dx", "XDx"),
        ("勾股定理", "WishScene"),
        ("", "WishScene"),
    ],
)
def test_scene_names(title: str, name: str) -> None:
    assert scene_name(title) == name
    assert name.isidentifier()
