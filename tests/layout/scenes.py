"""Small scenes: badly laid out ones, with what is wrong with them, and good ones that look suspicious.

Each is the body of `construct`. The bad ones are the mistakes that language models make.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent, indent

from core.finding import FindingKind


@dataclass(frozen=True)
class Bad:
    """A body and the kinds of findings that it must give. `mendable` is false where only a person or model can help."""

    body: str
    kinds: frozenset[FindingKind]
    mendable: bool = True
    base: str = "Scene"


def code(body: str, base: str = "Scene") -> str:
    """The whole file of a scene called `Bad`."""
    inner = indent(dedent(body).strip(), " " * 8)
    return f"from manim import *\n\n\nclass Bad({base}):\n    def construct(self):\n{inner}\n"


BAD: dict[str, Bad] = {
    "long_title": Bad(
        """
        title = Text("The fundamental theorem of calculus and what it means for us", font_size=48)
        title.to_edge(UP)
        self.play(Write(title))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "very_long_line": Bad(
        """
        words = "This sentence is far too long for one line and it was never broken into several lines by its author"
        note = Text(words + ", who kept on writing", font_size=36)
        self.play(FadeIn(note))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "label_past_right_edge": Bad(
        """
        circle = Circle().shift(5.5 * RIGHT)
        label = Text("the unit circle").next_to(circle, RIGHT)
        self.play(Create(circle))
        self.play(Write(label))
        """,
        frozenset({"off_frame"}),
    ),
    "inline_text_off_frame": Bad(
        """
        self.play(Write(Text("A heading that was moved too far up").to_edge(UP).shift(0.9 * UP)))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "too_large_axes": Bad(
        """
        axes = Axes(x_range=[-5, 5], y_range=[-3, 3], x_length=15, y_length=9)
        graph = axes.plot(lambda x: np.sin(x), color=BLUE)
        self.play(Create(axes))
        self.play(Create(graph))
        """,
        frozenset({"off_frame"}),
    ),
    "shape_below_frame": Bad(
        """
        box = Square(side_length=2, color=BLUE)
        box.shift(3.5 * DOWN)
        self.play(Create(box))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "list_runs_out_below": Bad(
        """
        items = VGroup(*[Text(f"Step number {i}", font_size=40) for i in range(1, 12)])
        items.arrange(DOWN, buff=0.5, aligned_edge=LEFT)
        self.play(FadeIn(items))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "formula_too_wide": Bad(
        r"""
        terms = r"(a+b)^6 = a^6 + 6a^5b + 15a^4b^2 + 20a^3b^3 + 15a^2b^4 + 6ab^5 + b^6 + 0 + 0 + 0"
        formula = MathTex(terms, font_size=66)
        self.play(Write(formula))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "animated_out": Bad(
        """
        word = Text("moving on")
        self.play(Write(word))
        self.play(word.animate.shift(6.5 * RIGHT))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "two_labels_on_each_other": Bad(
        """
        dot = Dot()
        first = Text("first label", font_size=36).next_to(dot, UP)
        second = Text("second label", font_size=36).next_to(dot, UP, buff=0.4)
        self.play(FadeIn(dot), Write(first), Write(second))
        self.wait()
        """,
        frozenset({"overlap"}),
    ),
    "title_over_title": Bad(
        """
        first = Text("Part one").to_edge(UP)
        self.play(Write(first))
        self.wait()
        second = Text("Part two").to_edge(UP)
        self.play(Write(second))
        self.wait()
        """,
        frozenset({"left_over"}),
    ),
    "caption_over_caption": Bad(
        """
        a = Text("We begin with a circle", font_size=30).to_edge(DOWN)
        circle = Circle()
        self.play(Create(circle), FadeIn(a))
        b = Text("Now it grows to twice its size", font_size=30).to_edge(DOWN)
        self.play(circle.animate.scale(2), FadeIn(b))
        self.wait()
        """,
        frozenset({"left_over"}),
    ),
    "formulas_on_each_other": Bad(
        r"""
        one = MathTex(r"\int_0^1 x^2\,dx = \frac13")
        two = MathTex(r"\sum_{k=1}^n k = \frac{n(n+1)}{2}")
        self.play(Write(one))
        self.play(Write(two))
        self.wait()
        """,
        frozenset({"left_over"}),
    ),
    "unarranged_group": Bad(
        """
        words = VGroup(Text("alpha"), Text("beta"), Text("gamma"))
        self.play(FadeIn(words))
        self.wait()
        """,
        frozenset({"overlap"}),
    ),
    "labels_of_near_dots": Bad(
        """
        a, b = Dot(0.2 * LEFT), Dot(0.2 * RIGHT)
        name_a = Text("point A", font_size=30).next_to(a, UP)
        name_b = Text("point B", font_size=30).next_to(b, UP)
        self.play(FadeIn(a, b))
        self.play(FadeIn(name_a), FadeIn(name_b))
        """,
        frozenset({"overlap"}),
    ),
    "moved_onto_title": Bad(
        """
        title = Text("Completing the square").to_edge(UP)
        formula = MathTex("x^2 + 2x + 1")
        self.play(Write(title), Write(formula))
        self.play(formula.animate.to_edge(UP))
        self.wait()
        """,
        frozenset({"overlap"}),
    ),
    "transformed_onto_text": Bad(
        """
        note = Text("remember this", font_size=36).shift(2 * DOWN)
        formula = MathTex("a + b")
        result = MathTex("b + a").shift(2 * DOWN)
        self.play(Write(note), Write(formula))
        self.play(ReplacementTransform(formula, result))
        self.wait()
        """,
        frozenset({"overlap", "left_over"}),
    ),
    "formula_on_axes": Bad(
        """
        axes = Axes(x_length=8, y_length=5)
        graph = axes.plot(lambda x: 0.1 * x**2, x_range=[-5, 5], color=BLUE)
        formula = MathTex("y = 0.1 x^2")
        self.play(Create(axes), Create(graph))
        self.play(Write(formula))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "label_on_curve": Bad(
        """
        axes = Axes(x_range=[0, 6], y_range=[0, 4], x_length=9, y_length=5)
        graph = axes.plot(lambda x: 0.5 * x + 0.5, color=YELLOW)
        label = Text("growth", font_size=36).move_to(axes.c2p(3, 2))
        self.play(Create(axes), Create(graph))
        self.play(FadeIn(label))
        """,
        frozenset({"crossed"}),
    ),
    "words_on_plane": Bad(
        """
        plane = NumberPlane()
        words = Text("A vector in the plane").shift(1.5 * UP)
        self.play(Create(plane))
        self.play(Write(words))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "line_through_text": Bad(
        """
        text = Text("hello world")
        line = Line(5 * LEFT, 5 * RIGHT, color=RED)
        self.play(Write(text))
        self.play(Create(line))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "label_across_border": Bad(
        """
        square = Square(side_length=3, color=BLUE)
        label = Text("side length").move_to(square.get_right())
        self.play(Create(square))
        self.play(Write(label))
        """,
        frozenset({"crossed"}),
    ),
    "text_under_square": Bad(
        """
        text = Text("important words")
        cover = Square(side_length=2, color=BLUE, fill_opacity=1).shift(RIGHT)
        self.play(Write(text))
        self.play(FadeIn(cover))
        self.wait()
        """,
        frozenset({"covered"}),
    ),
    "label_under_circle": Bad(
        """
        label = Text("centre", font_size=36)
        self.add(label)
        disc = Circle(radius=0.7, color=GREEN, fill_opacity=0.9).shift(0.5 * LEFT)
        self.play(GrowFromCenter(disc))
        self.wait()
        """,
        frozenset({"covered"}),
    ),
    "tiny_note": Bad(
        """
        shape = Square()
        note = Text("a note that nobody can read", font_size=10).next_to(shape, DOWN)
        self.play(Create(shape))
        self.play(FadeIn(note))
        """,
        frozenset({"tiny_text"}),
    ),
    "scaled_down_formula": Bad(
        r"""
        formula = MathTex(r"e^{i\pi} + 1 = 0").scale(0.25)
        formula.to_corner(UR)
        self.play(Write(formula))
        self.wait()
        """,
        frozenset({"tiny_text"}),
    ),
    "tiny_list": Bad(
        """
        rows = VGroup(Text("first row", font_size=9), Text("second row", font_size=9), Text("third row", font_size=9))
        rows.arrange(DOWN, buff=0.1)
        self.play(FadeIn(rows))
        self.wait()
        """,
        frozenset({"tiny_text"}),
    ),
    "dark_on_dark": Bad(
        """
        words = Text("hard to see", color="#222233")
        self.play(Write(words))
        self.wait()
        """,
        frozenset({"low_contrast"}),
    ),
    "white_on_yellow": Bad(
        """
        box = Rectangle(width=5, height=2, fill_opacity=1, color=YELLOW)
        label = Text("label")
        self.play(FadeIn(box))
        self.play(Write(label))
        self.wait()
        """,
        frozenset({"low_contrast"}),
    ),
    "black_text": Bad(
        """
        self.play(Write(Text("invisible ink", color=BLACK)))
        self.play(Create(Circle().shift(2 * DOWN)))
        """,
        frozenset({"low_contrast"}),
    ),
    "axes_over_axes": Bad(
        """
        first = Axes(x_length=8, y_length=5)
        self.play(Create(first))
        self.wait()
        second = Axes(x_range=[0, 3], y_range=[0, 9], x_length=7, y_length=5)
        self.play(Create(second))
        self.wait()
        """,
        frozenset({"left_over"}),
    ),
    "old_formula_then_title": Bad(
        """
        old = MathTex("a^2 + b^2 = c^2")
        self.play(Write(old))
        self.wait()
        new = Text("Now something different")
        self.play(FadeIn(new))
        self.play(FadeOut(new))
        """,
        frozenset({"left_over"}),
    ),
    "left_over_faded_later": Bad(
        """
        first = Text("Step one: guess")
        self.play(Write(first))
        second = Text("Step two: check")
        self.play(Write(second))
        self.play(FadeOut(first), FadeOut(second))
        """,
        frozenset({"left_over"}),
    ),
    "corner_labels_collide": Bad(
        """
        left = Text("input variable x", font_size=40).to_corner(UL)
        middle = Text("a function of one variable", font_size=40).to_edge(UP)
        self.play(FadeIn(left), FadeIn(middle))
        self.wait()
        """,
        frozenset({"overlap"}),
    ),
    "loop_of_labels": Bad(
        """
        for i in range(4):
            label = Text(f"value {i}", font_size=36).shift(i * 0.2 * DOWN)
            self.play(FadeIn(label))
        self.wait()
        """,
        frozenset({"overlap", "left_over"}),
        mendable=False,
    ),
    "crowded_ticks": Bad(
        """
        line = NumberLine(x_range=[0, 40, 1], length=8, include_numbers=True)
        self.play(Create(line))
        self.wait()
        """,
        frozenset({"overlap"}),
        mendable=False,
    ),
    "nothing": Bad("self.wait(2)", frozenset({"empty"}), mendable=False),
    "still": Bad('self.add(Text("hello"))\nself.wait(3)', frozenset({"static"}), mendable=False),
    "graph_leaves_frame": Bad(
        """
        axes = Axes(x_range=[-3, 3], y_range=[-2, 2], x_length=6, y_length=4)
        graph = axes.plot(lambda x: x**2, color=BLUE)
        self.play(Create(axes))
        self.play(Create(graph))
        """,
        frozenset({"off_frame"}),
        mendable=False,
    ),
}

HARD: dict[str, Bad] = {
    "pythagoras": Bad(
        """
        title = Text("Pythagorean Theorem", font_size=48).to_edge(UP)
        triangle = Polygon([-2, -1, 0], [2, -1, 0], [-2, 2, 0], color=WHITE)
        a = MathTex("a").next_to(triangle, LEFT)
        b = MathTex("b").next_to(triangle, DOWN)
        c = MathTex("c").move_to(triangle.get_center())
        formula = MathTex("a^2 + b^2 = c^2").next_to(triangle, DOWN)
        self.play(Write(title))
        self.play(Create(triangle))
        self.play(Write(a), Write(b), Write(c))
        self.play(Write(formula))
        self.wait(2)
        """,
        frozenset({"crossed", "overlap"}),
    ),
    "steps": Bad(
        """
        eq1 = MathTex("2x + 3 = 11")
        eq2 = MathTex("2x = 8")
        eq3 = MathTex("x = 4")
        self.play(Write(eq1))
        self.wait()
        self.play(Write(eq2))
        self.wait()
        self.play(Write(eq3))
        self.wait()
        """,
        frozenset({"left_over"}),
    ),
    "bullets": Bad(
        """
        header = Text("Properties of logarithms").to_edge(UP)
        self.play(Write(header))
        points = BulletedList(
            "Logarithms turn products into sums and quotients into differences of logarithms",
            "The base must be positive and different from one in all cases considered",
            "Inverse of exponentials",
        )
        self.play(FadeIn(points))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "unit_circle": Bad(
        r"""
        plane = NumberPlane(x_range=[-2, 2], y_range=[-2, 2], x_length=6, y_length=6)
        circle = Circle(radius=1.5, color=YELLOW)
        angle_label = MathTex(r"\theta = 45^\circ").move_to([0.9, 0.4, 0])
        dot = Dot(circle.point_at_angle(PI / 4))
        line = Line(ORIGIN, dot.get_center())
        self.play(Create(plane))
        self.play(Create(circle), FadeIn(dot), Create(line))
        self.play(Write(angle_label))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "three_boxes": Bad(
        """
        boxes = VGroup(*[Square(side_length=3) for _ in range(5)]).arrange(RIGHT, buff=0.5)
        names = VGroup(*[Text(f"layer {i}", font_size=30).move_to(boxes[i]) for i in range(5)])
        self.play(Create(boxes))
        self.play(FadeIn(names))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "sum_over_picture": Bad(
        """
        dots = VGroup(*[Dot([x, y, 0], radius=0.15, color=BLUE) for x in range(-3, 4) for y in range(-2, 3)])
        self.play(FadeIn(dots))
        total = Text("7 times 5 equals 35", font_size=40)
        self.play(Write(total))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "two_parts": Bad(
        r"""
        intro = VGroup(Text("What is a limit?", font_size=44), Text("An intuition", font_size=30)).arrange(DOWN)
        self.play(FadeIn(intro))
        self.wait()
        axes = Axes(x_range=[0, 4], y_range=[0, 4], x_length=6, y_length=5)
        curve = axes.plot(lambda x: 3 - 2 / (x + 1), color=GREEN)
        self.play(Create(axes))
        self.play(Create(curve))
        limit = MathTex(r"\lim_{x \to \infty} f(x) = 3").to_corner(DR)
        self.play(Write(limit))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "arrow_label": Bad(
        """
        start, end = LEFT * 3, RIGHT * 3
        arrow = Arrow(start, end)
        label = Text("maps to", font_size=36).move_to(arrow)
        f = MathTex("A").move_to(start)
        g = MathTex("B").move_to(end)
        self.play(Write(f), Write(g))
        self.play(GrowArrow(arrow), FadeIn(label))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "grow_out": Bad(
        """
        word = Text("Exponential growth")
        self.play(Write(word))
        self.play(word.animate.scale(3))
        self.wait()
        """,
        frozenset({"off_frame"}),
    ),
    "tree": Bad(
        """
        root = Circle(radius=0.4).shift(2 * UP)
        kids = VGroup(*[Circle(radius=0.4) for _ in range(4)]).arrange(RIGHT, buff=1).shift(DOWN)
        edges = VGroup(*[Line(root.get_center(), kid.get_center()) for kid in kids])
        value = Text("8", font_size=36).move_to(root)
        self.play(Create(root), Create(kids), Write(value))
        self.play(Create(edges))
        self.wait()
        """,
        frozenset({"crossed"}),
    ),
    "proof_text": Bad(
        """
        title = Text("Proof by induction")
        title.to_edge(UP)
        base = Text("Base case: the claim holds for n = 1", font_size=32).next_to(title, DOWN)
        step = Text("Inductive step: assume the claim for n and show it for n + 1", font_size=32).next_to(title, DOWN)
        self.play(Write(title))
        self.play(Write(base))
        self.play(Write(step))
        self.wait()
        """,
        frozenset({"left_over"}),
    ),
    "dark_labels": Bad(
        """
        blob = Circle(radius=1.5, color=DARK_BLUE, fill_opacity=0.8)
        label = Text("nucleus", font_size=36, color=DARK_BLUE)
        self.play(FadeIn(blob))
        self.play(Write(label))
        self.wait()
        """,
        frozenset({"low_contrast"}),
    ),
}
"""Longer scenes, written before mending was tried on them."""

GOOD: dict[str, tuple[str, str]] = {
    "circle_to_square": (
        "circle = Circle()\nself.play(Create(circle))\nself.play(Transform(circle, Square()))\nself.wait()",
        "Scene",
    ),
    "label_in_circle": (
        'circle = Circle(radius=1.2)\nself.play(Create(circle), Write(Text("A")))\nself.wait()',
        "Scene",
    ),
    "label_on_filled_box": (
        'box = Rectangle(width=4, height=2, fill_opacity=1, color=BLUE_E)\nself.play(FadeIn(box), Write(Text("sum")))',
        "Scene",
    ),
    "surrounded": (
        'text = MathTex("a^2")\nself.play(Write(text))\nself.play(Create(SurroundingRectangle(text)))',
        "Scene",
    ),
    "struck_out": (
        'text = Text("wrong")\nself.play(Write(text))\nself.play(Create(Cross(text)))',
        "Scene",
    ),
    "underlined": (
        'text = Text("right")\nself.play(Write(text))\nself.play(Create(Underline(text)))',
        "Scene",
    ),
    "strike_by_line": (
        'text = Text("x + 1 - 1")\nself.play(Write(text))\n'
        "self.play(Create(Line(text.get_corner(DL), text.get_corner(UR), color=RED)))",
        "Scene",
    ),
    "axes_with_numbers": (
        'axes = Axes(x_range=[-3, 3], y_range=[-2, 2], axis_config={"include_numbers": True})\n'
        "self.play(Create(axes))\nself.play(Create(axes.plot(np.sin, color=BLUE)))",
        "Scene",
    ),
    "plane_with_coordinates": (
        "plane = NumberPlane().add_coordinates()\nself.play(Create(plane))\n"
        "self.play(GrowArrow(Arrow(ORIGIN, plane.c2p(2, 1), buff=0, color=YELLOW)))",
        "Scene",
    ),
    "words_on_faint_plane": (
        'plane = NumberPlane(background_line_style={"stroke_opacity": 0.2}, axis_config={"stroke_opacity": 0.2})\n'
        'self.play(Create(plane))\nself.play(Write(Text("A vector")))',
        "Scene",
    ),
    "backed_words_on_plane": (
        'words = Text("A vector")\nwords.add_background_rectangle(opacity=1)\n'
        "self.add(NumberPlane())\nself.play(Write(words))",
        "Scene",
    ),
    "halo_on_line": (
        'words = Text("A vector").set_stroke(BLACK, width=8, background=True)\n'
        "self.play(Create(Line(5 * LEFT, 5 * RIGHT)))\nself.play(Write(words))",
        "Scene",
    ),
    "title_replaced": (
        'title = Text("One").to_edge(UP)\nself.play(Write(title))\n'
        'self.play(ReplacementTransform(title, Text("Two").to_edge(UP)))\nself.wait()',
        "Scene",
    ),
    "table": ('self.play(Create(Table([["a", "b"], ["c", "d"]])))\nself.wait()', "Scene"),
    "matrix": ("self.play(Write(Matrix([[1, 2], [3, 4]])))\nself.wait()", "Scene"),
    "dimmed_on_purpose": (
        'words = Text("seen before")\nself.play(Write(words))\nself.play(words.animate.set_opacity(0.15))\nself.wait()',
        "Scene",
    ),
    "zoom": (
        'words = Text("far away").shift(4 * LEFT)\ncircle = Circle().shift(2 * RIGHT)\n'
        "self.play(Write(words), Create(circle))\n"
        "self.play(self.camera.frame.animate.scale(0.5).move_to(circle))\nself.wait()",
        "MovingCameraScene",
    ),
    "flies_away": (
        "dot = Dot()\nself.play(FadeIn(dot))\nself.play(dot.animate.shift(12 * RIGHT))\nself.wait()",
        "Scene",
    ),
    "asymptote_through_frame": (
        "self.play(Create(Axes(x_length=8, y_length=5)))\n"
        "self.play(Create(DashedLine(9 * LEFT, 9 * RIGHT, color=RED)))",
        "Scene",
    ),
    "three_d": (
        "axes = ThreeDAxes()\nself.set_camera_orientation(phi=70 * DEGREES, theta=-45 * DEGREES)\n"
        'title = Text("A surface").to_corner(UL)\nself.add_fixed_in_frame_mobjects(title)\n'
        "self.play(Create(axes))\nself.play(Create(Sphere(resolution=(6, 6))))",
        "ThreeDScene",
    ),
    "node_on_edge": (
        "edge = Line(3 * LEFT, 3 * RIGHT)\nnode = Circle(radius=0.5, fill_opacity=1, fill_color=BLACK)\n"
        'self.play(Create(edge))\nself.play(FadeIn(node), Write(Text("v", font_size=32)))',
        "Scene",
    ),
    "equal_texts_at_one_place": (
        'a = Text("same")\nself.play(Write(a))\nself.play(Circumscribe(a))\nself.add(a.copy())\nself.play(Indicate(a))',
        "Scene",
    ),
    "counter": (
        "value = ValueTracker(0)\nnumber = always_redraw(lambda: DecimalNumber(value.get_value()))\nself.add(number)\n"
        "self.play(value.animate.set_value(5))",
        "Scene",
    ),
    "marks_only": ('self.play(Write(MathTex(r"\\\\cdots")))\nself.wait()', "Scene"),
    "bar_chart": (
        'chart = BarChart([3, 5, 2], bar_names=["a", "b", "c"], y_range=[0, 6, 2])\nself.play(Create(chart))',
        "Scene",
    ),
    "braced": (
        "line = Line(2 * LEFT, 2 * RIGHT)\nbrace = Brace(line, DOWN)\n"
        'self.play(Create(line))\nself.play(GrowFromCenter(brace), Write(brace.get_tex("4")))',
        "Scene",
    ),
}
