"""Numbers, points, quotes and formulas in running text."""

from __future__ import annotations

import pytest

from agent.models.composer.direct.formulas import to_tex
from agent.models.composer.direct.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "kind", "raw"),
    [
        ("write E = mc^2 in the middle", "tex", "E = mc^2"),
        ("the formula A = \\pi r^2 on screen", "tex", "A = \\pi r^2"),
        ("place a^2 + b^2 = c^2 nearby", "tex", "a^2 + b^2 = c^2"),
        ("show $\\int_0^1 x dx$ now", "tex", "\\int_0^1 x dx"),
        ("show sin^2 x + cos^2 x = 1 below it", "tex", "sin^2 x + cos^2 x = 1"),
        ("F = ma and then more", "tex", "F = ma"),
        ("text 'Hello World' that fades", "string", "Hello World"),
        ("the word “don't” appears", "string", "don't"),
        ("from (-3, -1) to the end", "point", "(-3, -1)"),
        ("in #ff8800 please", "hex", "#ff8800"),
        ("a 4x4 grid", "dims", "4x4"),
        ("a 3 by 5 grid", "dims", "3 by 5"),
        ("vertices A-H", "names", "A-H"),
        ("move it to x = 2", "coordinate", "x = 2"),
        ("wait 1.5 seconds", "number", "1.5"),
    ],
)
def test_special_tokens(text: str, kind: str, raw: str) -> None:
    assert [token.raw for token in tokenize(text) if token.kind == kind] == [raw]


def test_plain_words_stay_words() -> None:
    assert {token.kind for token in tokenize("a square and a circle next to each other, then swap them")} == {
        "word",
        "mark",
    }


@pytest.mark.parametrize(
    ("plain", "tex"),
    [
        ("x^10", "x^{10}"),
        ("sqrt(x)/2", "\\sqrt{x}/2"),
        ("1/2", "\\frac{1}{2}"),
        ("2*pi*r", "2 \\cdot \\pi \\cdot r"),
        ("sin x", "\\sin x"),
        ("a <= b", "a \\le b"),
        ("x² + 1", "x^2 + 1"),
        ("\\frac{1}{2}", "\\frac{1}{2}"),
        ("e^(i*pi", "e^(i \\cdot \\pi"),
        ("\\sqrt{2", "\\sqrt{2}"),
    ],
)
def test_formulas_as_tex(plain: str, tex: str) -> None:
    assert to_tex(plain) == tex
