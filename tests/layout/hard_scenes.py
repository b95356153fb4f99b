"""Longer badly laid out scenes, written before mending was tried on them."""

from __future__ import annotations

from tests.layout.scenes import Bad

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
