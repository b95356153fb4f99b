"""Mends of values: something else is given than is meant."""

from __future__ import annotations

import pytest

from tests.agent.repair.bench import case, first, latex, mended, scene

pytestmark = pytest.mark.usefixtures("own_home")
_KEYWORD = "TypeError: Mobject.__init__() got an unexpected keyword argument '{}'"
_SHAPES = "ValueError: operands could not be broadcast together with shapes (2,) (3,)"
_DIMENSIONS = "ValueError: setting an array element with a sequence."
_RATES = "AttributeError: module 'manim.utils.rate_functions' has no attribute '{}'"
_GROUP = "TypeError: Only values of type Mobject can be added as submobjects of Group, but the value {} is of type {}."


@pytest.mark.parametrize(
    ("line", "message", "mend", "becomes"),
    [
        ("a.rotate(1, about_point=b)", _DIMENSIONS, "property.point", "a.rotate(1, about_point=b.get_center())"),
        ("m = Dot() + Dot()", "NotImplementedError", "property.grouped", "m = VGroup(Dot(), Dot()).arrange(RIGHT)"),
        ("a.shift(np.random.rand(2))", _SHAPES, "point.random", "a.shift(np.append(np.random.rand(2), 0))"),
        ("v.set_points_smoothly(ax.c2p(*p.T))", _SHAPES, "point.rows", "v.set_points_smoothly(ax.c2p(p))"),
        ("v.set_points_as_corners(ax.c2p(x, y))", _SHAPES, "point.rows", "v.set_points_as_corners(ax.c2p(x, y).T)"),
        ("Torus(checkerboard_colors=None)", "'NoneType' object", "none.off", "Torus(checkerboard_colors=False)"),
        ("a.foo(x=None, y=1)", "'NoneType' object", "none.off", "a.foo(y=1)"),
        ("play(f=rate_functions.linear_ease)", _RATES.format("linear_ease"), "python.rate", "play(f=linear)"),
        ("play(f=rate_functions.bouncy)", _RATES.format("bouncy"), "python.rate", "play(f=smooth)"),
        ("g.edges[(2, 1)].set_color(RED)", "KeyError: (2, 1)", "python.edge", "g.edges[(1, 2)].set_color(RED)"),
        ("g.edges[2, 1].set_color(RED)", "KeyError: (2, 1)", "python.edge", "g.edges[(1, 2)].set_color(RED)"),
        ("Group(Dot(p) for p in ps)", _GROUP.format("x", "generator"), "group.spread", "Group(*[Dot(p) for p in ps])"),
        ("Transform(a, names[1])", "'str' object has no attribute", "animation.text", "Transform(a, Text(names[1]))"),
    ],
)  # fmt: skip
def test_what_is_given_for_something_else(line: str, message: str, mend: str, becomes: str) -> None:
    assert mended(line, message, mend) == (mend, f"        {becomes}")


def test_a_keyword_is_said_to_be_left_out_where_it_is() -> None:
    for line, key, becomes, said in (
        ("Circle(colour=RED)", "colour", "Circle(color=RED)", "said it as manim does"),
        ("Circle(position=UP)", "position", "Circle().move_to(UP)", "said it as manim does"),
        ("Matrix([[1]], bracket='round')", "bracket", "Matrix([[1]])", "left it out"),
        ("Tex('a', weight=BOLD)", "weight", "Tex('a')", "left it out"),
        ("Text('a', size=0.5)", "size", "Text('a').scale(0.5)", "said it as manim does"),
        ("Text('a', size=24)", "size", "Text('a', font_size=24)", "said it as manim does"),
    ):
        the_case = case(scene(line), _KEYWORD.format(key), 5)
        assert first(the_case, "keyword.mapped") == ("keyword.mapped", f"        {becomes}")
        assert mend_why(the_case, "keyword.mapped").endswith(said)


def mend_why(the_case, mend: str) -> str:  # type: ignore[no-untyped-def]
    from agent.repair.families import candidates

    return next(each.why for each in candidates(the_case) if each.id == mend)


def test_a_keyword_is_mapped_wherever_it_stands() -> None:
    code = scene("a = SurroundingRectangle(b, spacing=1)\nb.arrange(RIGHT, spacing=1)")
    found = first(case(code, _KEYWORD.format("spacing"), 5), "keyword.mapped_everywhere")
    assert found[1] == "        a = SurroundingRectangle(b, buff=1)\n        b.arrange(RIGHT, buff=1)"


def test_letters_that_cut_commands_are_not_kept_apart() -> None:
    for formula, becomes in (
        (
            'MathTex(r"a \\cdot b", substrings_to_isolate=["b", "c"])',
            'MathTex(r"a \\cdot b", substrings_to_isolate=["b"])',
        ),
        ('MathTex(r"\\frac{a}{b}", tex_to_color_map={"a": RED})', 'MathTex(r"\\frac{a}{b}")'),
    ):
        found = latex(formula, "x", "Undefined control sequence.", "latex.isolated")
        assert found == ("latex.isolated", f"        {becomes}")
