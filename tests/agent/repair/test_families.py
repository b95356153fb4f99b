"""What each family makes of its faults. The farm is not asked: a mend is text in, text out."""

from __future__ import annotations

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.agent.repair.bench import case, first, latex, mended, scene

pytestmark = pytest.mark.usefixtures("own_home")
_UNEXPECTED = "TypeError: Mobject.__init__() got an unexpected keyword argument '{}'"
_SHAPES = "ValueError: operands could not be broadcast together with shapes (2,) (3,)"


def undefined(name: str) -> str:
    return f"NameError: name '{name}' is not defined"


def lacks(kind: str, name: str) -> str:
    return f"AttributeError: {kind} object has no attribute '{name}'"


def test_names_of_other_ages_and_of_no_age() -> None:
    assert mended("self.play(ShowCreation(Dot()))", undefined("ShowCreation"), kind="import") == snapshot(
        ("converted", "        self.play(Create(Dot()))")
    )
    assert mended("self.play(FadeInUp(a))", undefined("FadeInUp"), kind="import") == snapshot(
        ("name.keyword", "        self.play(FadeIn(a, shift=UP))")
    )
    assert mended("self.play(Crete(a))", undefined("Crete"), kind="import") == snapshot(
        ("name.misspelt", "        self.play(Create(a))")
    )
    assert mended("self.play(SparkleIn(a))", undefined("SparkleIn"), kind="import") == snapshot(
        ("name.animation", "        self.play(FadeIn(a))")
    )
    assert mended("h = Hexagon()", undefined("Hexagon"), kind="import") == snapshot(
        (
            "name.stand_in",
            """\
def Hexagon(**kwargs):
    return RegularPolygon(6, **kwargs)\
""",
        )
    )
    assert mended("a.move_to(UP_LEFT)", undefined("UP_LEFT"), kind="import") == snapshot(
        ("name.renamed", "        a.move_to(UL)")
    )


def test_names_that_are_elsewhere_in_the_file() -> None:
    assert mended("self.axes = Axes()\nb = axes.c2p(1, 2)", undefined("axes"), line=6, kind="import") == snapshot(
        ("name.self", "        b = self.axes.c2p(1, 2)")
    )
    assert mended("label = Text('a')\nself.add(lable)", undefined("lable"), line=6, kind="import") == snapshot(
        ("name.misspelt", "        self.add(label)")
    )
    code = scene("plane = Axes()\nself.more()") + "\n    def more(self):\n        self.add(plane)\n"
    assert first(case(code, undefined("plane"), 9, "import")) == snapshot(
        (
            "name.shared",
            """\
        self.plane = Axes()
        self.add(self.plane)\
""",
        )
    )


def test_colours() -> None:
    assert mended("a = Dot(color=LIGHT_BLUE)\nb = Dot(color=CRIMSON)", undefined("CRIMSON"), kind="import") == snapshot(
        (
            "color.defined",
            """\
CRIMSON = ManimColor("#DC143C")
LIGHT_BLUE = BLUE_B\
""",
        )
    )


def test_imports() -> None:
    code = "from manim.mobject.geometry import Line\nfrom manim import *\n"
    assert first(case(code, "ImportError: cannot import name 'Line' from 'manim.mobject.geometry'", 1, "import"))[
        0
    ] == ("import.manim")
    only = "from manim import Scene\n\nclass S(Scene):\n    def construct(self):\n        self.add(Dot())\n"
    assert first(case(only, undefined("Dot"), 5, "import")) == snapshot(
        ("name.imported", "from manim import Dot, Scene")
    )
    os = "import os\n" + scene("self.wait()")
    assert first(case(os, "import os is not allowed in a scene: …", 1, "policy"))[0] == "import.dropped"


def test_helpers_that_nobody_wrote() -> None:
    assert mended('t = create_title("Hi")', undefined("create_title"), kind="import") == snapshot(
        (
            "undefined.function",
            """\
def create_title(*words, **kwargs):
    return Text(str(next((word for word in words if isinstance(word, str)), 'title')), font_size=36)\
""",
        )
    )
    assert mended(
        "self.setup_all()\nself.wait()", "AttributeError: 'S' object has no attribute 'setup_all'"
    ) == snapshot(("undefined.method_call", ""))


def test_keywords() -> None:
    assert mended('t = Text("a", size=48)', _UNEXPECTED.format("size"), "keyword.mapped") == snapshot(
        ("keyword.mapped", '        t = Text("a", font_size=48)')
    )
    assert mended("c = Circle(colour=RED, position=UP)", _UNEXPECTED.format("colour")) == snapshot(
        ("keyword.mapped", "        c = Circle(color=RED).move_to(UP)")
    )
    assert mended("c = Circle(sparkle=3)", _UNEXPECTED.format("sparkle")) == snapshot(
        ("converted", "        c = Circle()")
    )
    assert mended("a = Axes(axis_config={'colour': RED})", _UNEXPECTED.format("colour")) == snapshot(
        ("keyword.in_dict", '        a = Axes(axis_config={"color": RED})')
    )
    message = "TypeError: Scene.wait() got an unexpected keyword argument 'time'"
    assert mended("self.wait(time=2)", message) == snapshot(("keyword.mapped_here", "        self.wait(duration=2)"))


def test_positional_arguments() -> None:
    assert mended("r = Rectangle(4, 2, color=RED)", "TypeError: got multiple values for argument 'color'") == snapshot(
        ("argument.keyword", "        r = Rectangle(width=4, height=2, color=RED)")
    )
    assert mended("self.play(FadeIn(a, UP))", "TypeError: Only values of type Mobject can be added") == snapshot(
        ("argument.keyword", "        self.play(FadeIn(a, shift=UP))")
    )
    assert mended("p = Polygon([a, b, c])", "ValueError: setting an array element with a sequence") == snapshot(
        ("argument.spread", "        p = Polygon(*[a, b, c])")
    )
    assert mended("a.move_to(1, 2, 0)", "TypeError: takes 2 positional arguments but 4 were given") == snapshot(
        ("argument.point", "        a.move_to([1, 2, 0])")
    )
    assert mended('b = Brace(a, DOWN, "x")', "TypeError: '>' not supported") == snapshot(
        ("argument.labelled", '        b = BraceLabel(a, "x", brace_direction=DOWN)')
    )


def test_updaters() -> None:
    message = "TypeError: <lambda>() takes 0 positional arguments but 1 was given"
    assert mended("a.add_updater(lambda: a.rotate(1))", message) == snapshot(
        ("updater.lambda", "        a.add_updater(lambda mob: a.rotate(1))")
    )
    assert mended(
        "b = always_redraw(lambda m: Dot())", "TypeError: missing 1 required positional argument"
    ) == snapshot(("updater.lambda", "        b = always_redraw(lambda: Dot())"))
    assert mended("b = always_redraw(Dot())", "TypeError: 'Dot' object is not callable") == snapshot(
        ("updater.wrapped", "        b = always_redraw(lambda: Dot())")
    )


def test_properties_and_calculations() -> None:
    assert mended("w = r.width()", "TypeError: 'float' object is not callable") == snapshot(
        ("property.called", "        w = r.width")
    )
    assert mended("a = Dot()\nb = Dot((a + UP) / 2)", "NotImplementedError", line=6) == snapshot(
        ("property.center", "        b = Dot((a.get_center() + UP) / 2)")
    )
    assert mended("k = ValueTracker(1)\ny = k * 2", "TypeError: unsupported operand type(s)", line=6) == snapshot(
        ("property.value", "        y = k.get_value() * 2")
    )


def test_methods_that_manim_does_not_have() -> None:
    assert mended("c.set_position(UP)", lacks("Circle", "set_position")) == snapshot(
        ("attribute.known", "        c.move_to(UP)")
    )
    assert mended("c.moveTo(UP)", lacks("Circle", "moveTo")) == snapshot(("attribute.known", "        c.move_to(UP)"))
    assert mended("t.place_below(c)", lacks("Text", "place_below")) == snapshot(
        ("attribute.known", "        t.next_to(c, DOWN)")
    )
    assert mended("b = c.right", lacks("Circle", "right")) == snapshot(("attribute.known", "        b = c.get_right()"))
    assert mended("t = Text('a').sparkle()", lacks("Text", "sparkle")) == snapshot(
        ("dropped.method", "        t = Text('a')")
    )


def test_formulas() -> None:
    shown = r"x = \frac{1}{2"
    assert latex(r'e = MathTex(r"x = \frac{1}{2")', shown, "Missing } inserted") == snapshot(
        ("latex.cleaned", '        e = MathTex(r"x = \\frac{1}{2}")')
    )
    assert latex('e = MathTex("\\frac{1}{2}")', "rac", "…") == snapshot(
        ("latex.cleaned", '        e = MathTex(r"\\frac{1}{2}")')
    )
    assert latex('t = Tex("5% of snake_case & more")', "5%", "…") == snapshot(
        ("latex.cleaned", '        t = Tex(r"5\\% of snake\\_case \\& more")')
    )
    assert latex(r'e = MathTex(r"\frac{", "a", "}{b}")', r"\frac{ a }{b}", "…") == snapshot(
        ("latex.joined", '        e = MathTex(r"\\frac{ a }{b}")')
    )
    assert latex('e = MathTex("θ ≤ x²")', "θ ≤ x²", "Unicode character") == snapshot(
        ("latex.cleaned", '        e = MathTex(r"\\theta  \\le  x^2")')
    )
    assert latex(r'e = MathTex(r"\SI{3}{\metre}")', r"\SI{3}{\metre}", "Undefined control sequence.") == snapshot(
        ("latex.package", 'config.tex_template.add_to_preamble(r"\\usepackage{siunitx}")')
    )
    assert latex(r'e = MathTex(r"2^3^2 \in \R")', r"2^3^2 \in \R", "Double superscript.") == snapshot(
        ("latex.cleaned", '        e = MathTex(r"2^{3^2} \\in \\mathbb{R}")')
    )
    assert latex(r't = Tex(r"slope $\alpha and more text")', r"slope $\alpha", "…") == snapshot(
        ("latex.cleaned", '        t = Tex(r"slope $\\alpha$ and more text")')
    )


def test_texts() -> None:
    assert mended("t = Text(5)", "AttributeError: 'int' object has no attribute 'find'") == snapshot(
        ("string.text", "        t = Text(str(5))")
    )
    assert mended('t = Text("n = " + n)', 'TypeError: can only concatenate str (not "int") to str') == snapshot(
        ("string.sum", '        t = Text("n = " + str(n))')
    )
    assert mended('t = MarkupText("a & b")', "ValueError: Error on line 1: Entity did not end") == snapshot(
        ("string.markup", '        t = MarkupText("a &amp; b")')
    )


def test_parts_and_nones() -> None:
    range_error = "IndexError: list index out of range"
    assert mended('e = MathTex("x")\nself.add(e[3])', range_error, line=6) == snapshot(
        ("part.glyph", "        self.add(e[0][3])")
    )
    assert mended("self.add(g[i])", range_error) == snapshot(("part.around", "        self.add(g[i % len(g)])"))
    none = "AttributeError: 'NoneType' object has no attribute 'set_color'"
    assert mended("c = self.play(Create(Circle()))\nc.set_color(RED)", none, line=6) == snapshot(
        (
            "none.kept",
            """\
        c = Circle()
        self.play(Create(c))\
""",
        )
    )
    assert mended("more = dots.append(d)", none) == snapshot(
        (
            "none.in_place",
            """\
        dots.append(d)
        more = dots\
""",
        )
    )


def test_groups() -> None:
    held = "TypeError: Only values of type VMobject can be added as submobjects of VGroup, but … is of type {}"
    assert mended('g = VGroup("a", "b")', held.format("str")) == snapshot(
        ("group.texts", '        g = VGroup(Text("a"), Text("b"))')
    )
    assert mended("g = VGroup(*rows)", held.format("list")) == snapshot(
        ("group.spread", "        g = VGroup(*[VGroup(*row) for row in rows])")
    )
    assert mended("g = VGroup(img, t)", held.format("ImageMobject")) == snapshot(
        ("group.any", "        g = Group(img, t)")
    )
    assert mended("row = [Dot(), Dot()]\nrow.arrange()", lacks("'list'", "arrange"), line=6) == snapshot(
        ("group.list", "        row = VGroup(*[Dot(), Dot()])")
    )


def test_what_is_played() -> None:
    unexpected = "TypeError: Unexpected argument Circle passed to Scene.play()."
    assert mended("self.play(c)", unexpected) == snapshot(("animation.shown", "        self.play(FadeIn(c))"))
    assert mended("self.play(c.shift(UP))", unexpected) == snapshot(
        ("animation.shown", "        self.play(c.animate.shift(UP))")
    )
    assert mended("self.play(c.shift, UP, run_time=2)", "TypeError: Passing Mobject methods to Scene.play") == snapshot(
        ("converted", "        self.play(c.animate.shift(UP), run_time=2)")
    )
    assert mended("self.play(Create(img))", "TypeError: Create only works for VMobjects.") == snapshot(
        ("animation.faded", "        self.play(FadeIn(img))")
    )
    assert mended('self.play(Write("a"))', "TypeError: Animation only works on Mobjects") == snapshot(
        ("animation.text", '        self.play(Write(Text("a")))')
    )


def test_points() -> None:
    assert mended("d = Dot([1, 2])", _SHAPES) == snapshot(("point.here", "        d = Dot([1, 2, 0])"))
    assert mended("pos = {'a': (1, 2)}\nd = Dot(pos['a'])", _SHAPES, line=6) == snapshot(
        ("point.taken", "        d = Dot([*pos['a'][:2], 0])")
    )
    assert mended("d = Dot(axes.c2p((1, 2)))", _SHAPES) == snapshot(
        ("point.spread", "        d = Dot(axes.c2p(*(1, 2)))")
    )


def test_cameras_and_scenes() -> None:
    moving = case(scene("self.play(self.camera.frame.animate.scale(2))"), lacks("'Camera'", "frame"), 5)
    assert first(moving) == snapshot(("scene.moving", "class S(MovingCameraScene):"))
    solid = case(scene("self.set_camera_orientation(phi=1)"), lacks("'S'", "set_camera_orientation"), 5)
    assert first(solid) == snapshot(("scene.other", "class S(ThreeDScene):"))
    message = "AttributeError: 'ThreeDCamera' object has no attribute 'frame'"
    assert mended("self.play(self.camera.frame.animate.scale(2), Create(a))", message) == snapshot(
        ("camera.moved", "        self.play(self.camera.zoom_tracker.animate.set_value(1 / 2), Create(a))")
    )
    code = "from manim import *\n\nclass S:\n    def construct(self):\n        self.wait()\n"
    assert first(case(code, "the file has no scene", 0, "no_scene")) == snapshot(("scene.base", "class S(Scene):"))
    loose = "from manim import *\n\nself.play(Create(Dot()))\n"
    assert first(case(loose, undefined("self"), 3, "import"), "scene.wrapped") == snapshot(
        (
            "scene.wrapped",
            """\
class GeneratedScene(Scene):
    def construct(self):
        self.play(Create(Dot()))\
""",
        )
    )


def test_durations_loops_and_files() -> None:
    zero = "ValueError: S.play() has a total run_time of 0 <= 0 seconds which Manim cannot render."
    assert mended("self.play(Create(a), run_time=0)\nself.wait(0)", zero) == snapshot(
        (
            "run_time.positive",
            """\
        self.play(Create(a), run_time=0.1)
        self.wait(0.1)\
""",
        )
    )
    assert mended("while True:\n    self.wait()", "the scene ran out of time", kind="timeout") == snapshot(
        ("endless.forever", "        for _ in range(8):")
    )
    assert mended("while n > 0:\n    self.wait()", "the scene ran out of time", kind="timeout") == snapshot(
        (
            "endless.loop",
            """\
        for _ in range(8):
            if not (n > 0):
                break\
""",
        )
    )
    missing = "OSError: could not find images/cat.png"
    assert mended('i = ImageMobject("images/cat.png").scale(2)', missing)[1].endswith(
        'i = placeholder("images/cat.png").scale(2)'
    )
    assert mended('self.add_sound("a.wav")\nself.wait()', missing, "asset.silent") == snapshot(("asset.silent", ""))


def test_python() -> None:
    assert mended("y = x ^ 2", "TypeError: unsupported operand type(s) for ^: 'float' and 'int'") == snapshot(
        ("python.power", "        y = x ** 2")
    )
    assert mended("f = lambda x: 1 / x", "ZeroDivisionError: division by zero") == snapshot(
        ("python.domain", "        f = lambda x: 1 / x if abs(x) > 1e-3 else 0")
    )


def test_the_last_resort_leaves_out_what_plays_nothing() -> None:
    assert mended("a.sparkle()\nself.wait()", "ValueError: odd") == snapshot(("dropped.statement", ""))


def test_code_without_a_fault_that_a_family_knows_gets_no_mend() -> None:
    code = scene("x = 1 // y")
    from agent.repair.families import candidates

    assert list(candidates(case(code, "OverflowError: odd", 5))) == []


def test_no_family_raises_on_odd_code(tmp_path: Path) -> None:
    odd = ["", "\n", "(", "x", "class", "from manim import *\n" * 3, "\x00", "def f(:\n", "f'{'"]
    from agent.repair.families import candidates

    messages = [("syntax", "invalid syntax"), ("runtime", "TypeError: None"), ("latex", "LaTeX cannot typeset x: y")]
    for code in odd:
        for kind, message in messages:
            for line in (0, 1, 99):
                assert all(mend.code != code for mend in candidates(case(code, message, line, kind)))


def test_states_that_nobody_saved() -> None:
    message = "Exception: Trying to restore without having saved"
    own = "d = Dot()\nself.play(d.animate.shift(UP))\nself.play(Restore(d))"
    assert mended(own, message, line=7) == snapshot(("saved.first", "        d.save_state()"))
    camera = "d = Dot()\nself.play(self.camera.frame.animate.restore())"
    assert mended(camera, message, line=6) == snapshot(("saved.first", "        self.camera.frame.save_state()"))


def test_classes_in_quotes() -> None:
    code = scene('d = Dot()\nself.play(Circumscribe(d, shape="circle"))')
    message = "ValueError: shape should be either Rectangle or Circle."
    assert first(case(code, message, 6), "argument.class") == snapshot(
        ("argument.class", "        self.play(Circumscribe(d, shape=Circle))")
    )
