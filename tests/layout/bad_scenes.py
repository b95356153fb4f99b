"""Badly laid out scenes with what is wrong with them: the mistakes that language models make."""

from __future__ import annotations

from tests.layout.scenes import Bad

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
