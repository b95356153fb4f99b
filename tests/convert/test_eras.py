"""What code means by the year it was written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from convert.context import ConversionContext
from convert.convert import convert
from tests.convert.snippets import GL, OLD, classes, converted, scene

ANCIENT = "from helpers import *"


@pytest.mark.parametrize(
    ("folder", "header", "filled"),
    [
        ("_2016", GL, True),
        ("_2019", GL, False),
        ("2018/chapter1", GL, True),
        ("other", GL, False),
        ("x", ANCIENT, True),
    ],
)
def test_the_year_of_a_file_says_what_a_method_meant(folder: str, header: str, filled: bool) -> None:
    context = ConversionContext(file=Path(f"/videos/{folder}/topic.py"))
    code = convert(scene("self.add(Circle().set_fill(RED))", header), context).code
    assert ("_install_filled()" in code) is filled


def test_config_of_scenes_whose_dicts_meet_is_kept() -> None:
    code = """
        class A(Scene):
            CONFIG = {"block": {"mass": 1, "width": 2}}


        class B(A):
            CONFIG = {"block": {"mass": 5}}
    """
    assert classes(code).count("CONFIG") == 2


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("last = n % base\nn /= base", "n //= base"),
        ("n /= base", "n /= base"),
        ("turn = (n / 2) % 2", "turn = (n // 2) % 2"),
        ("angle = (a / 2) % TAU", "angle = (a / 2) % TAU"),
    ],
)
def test_whole_numbers_divided_in_python_2(lines: str, expected: str) -> None:
    assert converted(lines, OLD).splitlines()[-1] == expected


@pytest.mark.parametrize(
    ("folder", "made", "feature", "expected"),
    [
        ("_2021", 'OldTex("{{x}} = 1")', "double_braces", True),
        ("_2022", 'OldTex("{{x}} = 1")', "double_braces", False),
        ("_2022", 'OldTex("x", " ", "y")', "drawn_parts", True),
        ("_2019", 'OldTex("x", " ", "y")', "drawn_parts", False),
        ("_2024", "IntegerMatrix([[1]])", "entries_as_parts", True),
        ("_2023", "IntegerMatrix([[1]])", "entries_as_parts", False),
        ("_2023", "ThoughtBubble()", "bubbles_of_shapes", True),
        ("_2024", "ThoughtBubble()", "bubbles_of_shapes", False),
    ],
)
def test_the_year_says_how_parts_are_counted(folder: str, made: str, feature: str, expected: bool) -> None:
    context = ConversionContext(file=Path(f"/videos/{folder}/topic.py"))
    code = convert(scene(f"self.add({made})"), context).code
    assert (f"_install_{feature}()" in code) is expected
