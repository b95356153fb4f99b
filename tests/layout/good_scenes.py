"""Good scenes that look suspicious."""

from __future__ import annotations

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
