"""Formulas and texts whose parts are found by their source."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_parts_of_formulas(probe: Probe) -> None:
    probe(
        r"""
        formula = GlTex(r"\int_0^\infty e^{-x^2} dx = \frac{\sqrt{\pi}}{2} + \sum_{n=0}^5 x^n", t2c={"x": RED})
        assert [len(part) for part in formula["x"]] == [1, 1, 1]
        assert all(part[0].get_fill_color() == ManimColor(RED) for part in formula["x"])
        assert [len(part) for part in formula[r"\frac{\sqrt{\pi}}{2}"]] == [5]
        assert [len(part) for part in formula[r"\sum"]] == [1]
        assert [len(part) for part in formula["e^{-x^2}"]] == [4]
        assert len(formula["not there"]) == 0
        number = GlTex("x = 10.5").make_number_changeable("10.5")
        number.set_value(22.7)
        text = GlTexText("The area is $x^2$")
        assert len(text["area"][0]) == 4 and len(text.get_part_by_tex("x^2")) == 2
        """,
        "GlTex",
        "GlTexText",
    )


def test_strings_given_one_by_one_are_parts(probe: Probe) -> None:
    probe(
        r"""
        euler = GlOldTex("e^{", "i", r"\pi", "}", "=", "-1")
        assert [len(part) for part in euler] == [1, 1, 1, 0, 1, 2]
        assert len(euler.get_parts_by_tex("i")) == 2
        cut = GlOldTexText("Hello ", "world $x$", tex_to_color_map={"wor": BLUE})
        assert [(part.tex_string, len(part)) for part in cut] == [("Hello ", 5), ("wor", 3), ("ld $x$", 3)]
        assert cut.get_part_by_tex("nothing") is None
        """,
        "GlOldTex",
        "GlOldTexText",
    )


def test_words_of_texts(probe: Probe) -> None:
    probe(
        """
        text = GlText("hello brave world", t2c={"brave": YELLOW})
        assert len(text) == 15 and len(text["brave"][0]) == 5
        assert [glyph.get_fill_color() == ManimColor(YELLOW) for glyph in text[4:11]] == [False, *[True] * 5, False]
        assert abs(GlText("0", font_size=144).height - 1) < 0.01
        assert len(GlText("  ")) == 0
        """,
        "GlText",
    )


def test_formulas_that_turn_into_others(probe: Probe) -> None:
    result = probe(
        """
        self.play(TransformMatchingStrings(GlTex("a^2 + b^2 = c^2"), GlTex("c^2 - b^2 = a^2"), matched_keys=["a^2"]))
        target = GlOldTex("b", "+", "a")
        self.play(GlTransformMatchingTex(GlOldTex("a", "+", "b"), target))
        assert target in self.mobjects
        """,
        "TransformMatchingStrings",
        "GlTransformMatchingTex",
        "GlTex",
        "GlOldTex",
    )
    assert len(result.timings) == 2


def test_double_braces_make_parts_and_what_draws_nothing_is_none(probe: Probe) -> None:
    probe(
        """
        words = GlOldTexText("Make {{$e^{M}$}} to be {{true}}")
        assert words.tex_strings == ["Make ", "$e^{M}$", " to be ", "true"]
        assert [len(part) for part in words] == [4, 2, 4, 4]
        formula = GlOldTex("{{x}} {{=}} {y \\\\over 2}")
        assert [part.tex_string.strip() for part in formula] == ["x", "=", "{y \\\\over 2}"]
        """,
        "GlOldTex",
        "GlOldTexText",
        "@double_braces",
        "@drawn_parts",
        "@parts",
    )
