"""Code that is ManimCE mostly: of older versions, or mixed with manimgl as models write it."""

from __future__ import annotations

from inline_snapshot import snapshot

from convert.convert import convert
from tests.convert.snippets import CE, body, converted, scene


def test_old_manimce() -> None:
    lines = """
        axes = Axes(x_range=[0, 1])
        graph = axes.get_graph(lambda x: x)
        self.play(ShowCreation(graph), FadeInFrom(title, UP))
        title = TextMobject("hello")
        code = Code(code="x = 1", insert_line_no=False)
    """
    assert converted(lines, CE) == snapshot("""\
axes = Axes(x_range=[0, 1])
graph = axes.plot(lambda x: x)
self.play(Create(graph), FadeIn(title, shift=DOWN))
title = Tex("hello")
code = Code(code_string="x = 1", add_line_numbers=False)\
""")


def test_mathematics_in_text_and_dollars_in_mathematics() -> None:
    lines = r"""
        a = Tex(r"x^2 + \frac{1}{2}", color=RED)
        b = Tex("The area $x^2$")
        c = MathTex("$e^{i \\pi}$")
        d = Tex(r"plain words, a\_b")
    """
    assert converted(lines, CE) == snapshot("""\
a = MathTex(r"x^2 + \\frac{1}{2}", color=RED)
b = Tex("The area $x^2$")
c = MathTex("e^{i \\\\pi}")
d = Tex(r"plain words, a\\_b")\
""")


def test_commands_of_latex_bring_their_preamble() -> None:
    code = convert(scene(r'a = MathTex(r"\mathds{R} \cancel{x}")', CE)).code
    assert [line for line in code.splitlines() if "preamble" in line] == snapshot(
        [
            'config.tex_template.add_to_preamble(r"\\usepackage{cancel}")',
            'config.tex_template.add_to_preamble(r"\\providecommand{\\mathds}[1]{\\mathbb{#1}}")',
        ]
    )
    assert convert(code).code == code


def test_mixtures_stay_small() -> None:
    lines = """
        label = MathTex("a", "=", "b")
        self.play(ShowCreation(label), FlashAround(label))
        self.play(TransformMatchingStrings(label, MathTex("b", "=", "a")))
        label.fix_in_frame()
        self.add(ParametricSurface(lambda u, v: np.array([u, v, u * v]), u_range=[-1, 1], v_range=[-1, 1]))
    """
    result = convert(scene(lines, CE, "ThreeDScene")).code
    assert body(result) == snapshot("""\
label = MathTex("a", "=", "b")
self.play(Create(label), Circumscribe(label))
self.play(TransformMatchingShapes(label, MathTex("b", "=", "a")))
self.add_fixed_in_frame_mobjects(label)
self.add(Surface(lambda u, v: np.array([u, v, u * v]), u_range=[-1, 1], v_range=[-1, 1]))\
""")
    assert len(result.splitlines()) < 12


def test_mixtures_that_ask_for_more_get_it() -> None:
    lines = "self.play(FlashAround(dot, taper_width=2))\nself.add(GlowDot(UP))"
    result = convert(scene(lines, CE)).code
    assert "class FlashAround(" in result and "class PlainGlowDot(" in result and "class GlDotCloud(" not in result


def test_a_method_of_animate_is_called_once() -> None:
    lines = "self.play(m.animate.rotate, PI, m.animate.shift(UP))"
    assert converted(lines, CE) == snapshot("self.play(m.animate.rotate(PI), m.animate.shift(UP))")
