"""Fields, surfaces, clouds and matrices keep their points where manimgl keeps them."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_points_of_surfaces_and_data(probe: Probe) -> None:
    probe(
        """
        ball = GlSphere(radius=2, resolution=(8, 6))
        points = ball.get_points()
        assert len(points) == 9 * 7 and np.allclose(np.linalg.norm(points, axis=1), 2)
        ball.set_points(2 * points)
        assert abs(ball.width - 8) < 0.01
        earth = TexturedSurface(ball, "EarthTexture.png")
        earth.data["d_normal_point"] = earth.data["point"] + 1e-3 * OUT
        earth.data["rgba"][:, 3] = 0.5
        assert earth[0].get_fill_opacity() == 0.5
        line = Line(stroke_width=3)
        line.data["stroke_rgba"][:, 3] *= 0.25
        line.data["stroke_width"] = 0.5
        assert line.get_stroke_opacity() == 0.25 and line.get_stroke_width() == 0.5
        cloud = GlDotCloud([LEFT, RIGHT])
        cloud.data["rgba"][1] = [1, 0, 0, 1]
        assert cloud[1][0].get_fill_color() == PURE_RED
        assert len(ball.uniforms["clip_plane"]) == 4

        class Table(VGroup):
            def __init__(self):
                super().__init__()
                self.data = [1]

        assert Table().data == [1]
        """,
        "GlSphere",
        "TexturedSurface",
        ".data",
        ".uniforms",
        "GlDotCloud",
    )


def test_vector_fields(probe: Probe) -> None:
    probe(
        """
        plane = GlNumberPlane((-4, 4), (-3, 3))
        field = GlVectorField(lambda p: np.stack([-p[:, 1], p[:, 0]], axis=1), plane, density=1)
        assert len(field) == 9 * 7 and np.allclose(field[0].points[0, :2], [-4, -3], atol=0.1)
        field.set_stroke(opacity=0.5).update_vectors()
        assert field[3].get_fill_opacity() == 0.5
        moving = TimeVaryingVectorField(lambda p, t: np.array([np.cos(t), 0, 0]) + 0 * p, plane)
        self.add(moving)
        before = moving[5].points.copy()
        self.wait(1)
        assert not np.allclose(before, moving[5].points)
        old = GlVectorField(lambda p: p[0] * RIGHT + UP, x_min=-2, x_max=2, y_min=-1, y_max=1)
        assert len(old) == 15 and isinstance(old.get_vector(RIGHT), Arrow)
        given = GlVectorField(lambda p: 0 * p + UP, sample_points=[LEFT, RIGHT], max_vect_len=np.inf)
        assert abs(given[1].get_top()[1] - 1) < 1e-6
        given.sample_points = np.array([ORIGIN])
        assert len(given.update_vectors()) == 1
        self.play(field.animate.set_color(RED))
        """,
        "GlVectorField",
        "TimeVaryingVectorField",
        "GlNumberPlane",
    )


def test_dots_of_matrices_and_grids_of_dots(probe: Probe) -> None:
    probe(
        """
        matrix = GlDecimalMatrix(np.arange(12).reshape(3, 4), ellipses_row=-2, ellipses_col=7)
        assert len(matrix.get_entries()) == 8 and len(matrix.get_ellipses()) == 4
        assert all(isinstance(entry, DecimalNumber) for entry in matrix.get_entries())
        copied = GlMatrix([[1.0, 2.0, 3.0]], ellipses_col=1).copy()
        assert len(copied.get_entries()) == 2 and copied.get_columns()[1][0] in copied.get_ellipses()
        cloud = GlDotCloud(radius=0.1).to_grid(2, 3, 4)
        assert len(cloud) == 24 and abs(cloud.height - 6) < 1e-6
        cloud.set_points(cloud.get_points() + UP)
        assert abs(cloud.get_center()[1] - 1) < 1e-6
        cloud.filter_out(lambda point: point[1] > 1).add_point(9 * RIGHT).sort_points(lambda point: -point[0])
        assert len(cloud) == 13 and np.allclose(cloud.get_points()[0], 9 * RIGHT)
        """,
        "GlDecimalMatrix",
        "GlMatrix",
        "GlDotCloud",
    )


def test_entries_of_matrices_are_parts(probe: Probe) -> None:
    probe(
        """
        vector = GlDecimalMatrix([[1.0], [2.0], [3.0]], ellipses_row=1)
        assert len(vector) == 5 and vector[:-2].submobjects == list(vector.mob_matrix.flat)
        assert vector[1] in vector.get_ellipses() and vector[-1] is vector.get_brackets()[1]
        copied = vector.copy()
        assert copied.get_entries()[0] is copied[0] and len(copied.rows) == 3 and len(copied.columns) == 1
        self.play(FadeIn(vector))
        """,
        "GlDecimalMatrix",
        "@entries_as_parts",
        "@parts",
    )


def test_what_the_window_and_the_writer_answer(probe: Probe) -> None:
    probe(
        """
        assert self.point_to_mobject(ORIGIN, [Dot()]) and self.window is None
        assert str(self.file_writer.get_output_file_rootname().parent) == "assets/output/videos"
        assert not os.path.exists("x/none.txt")
        os.path.files = {"none.txt": "1 2"}
        assert os.path.exists("x/none.txt") and Path("none.txt").read_text() == "1 2"
        assert abs(Glrandom_bright_color((0.3, 0.3), (1, 1), (0.5, 0.5)).to_hsl()[0] - 0.3) < 0.01
        assert len(Glindex_labels(VGroup(Dot(), Dot()))) == 2
        self.mouse_point.move_to(UP)
        assert self.mouse_point.get_y() == 1 and self.mouse_drag_point.get_y() == 0
        gl_save("x/grid.npy", np.ones(2))
        assert gl_load("x/grid.npy").sum() == 2
        assert GlText("a b c").substr_to_path_count("a b") == 2
        square = Square().set_fill(RED, 0.5).set_stroke(BLUE, 3, 0.25)
        assert square.get_fill_color() == RED and square.get_stroke_opacity() == 0.25
        assert len(square.set_fill([RED, BLUE]).fill_rgbas) == 2
        """,
        ".mouse_point",
        ".mouse_drag_point",
        "gl_save",
        "gl_load",
        "Glrandom_bright_color",
        "Glindex_labels",
        "GlText",
        ".point_to_mobject",
        ".window",
        ".file_writer",
        "os",
        "Path",
    )


def test_lines_of_text_and_glowing_dots(probe: Probe) -> None:
    probe(
        """
        GlText.alignment = "CENTER"
        text = GlText("a long line\\nab")
        assert abs(text["ab"].get_x() - text.get_x()) < 1e-3
        left = GlText("a long line\\nab", alignment="LEFT")
        assert abs(left["ab"].get_left()[0] - left.get_left()[0]) < 0.05
        glow = GlowDot(LEFT)
        assert len(glow[0]) == 8 and np.allclose(glow.get_points()[0], LEFT)
        assert len(GlowDots([LEFT, RIGHT]).set_opacity(0.5)[0]) == 4
        """,
        "GlText",
        "GlowDot",
        "GlowDots",
    )


def test_mobjects_that_shaders_draw(probe: Probe) -> None:
    probe(
        """
        class Shaded(Mobject):
            def __init__(self, **kwargs):
                super().__init__(strength=2, **kwargs)
                self.scale(2)

            def init_data(self):
                self.set_points([UL, DL, UR, DR])

            def init_uniforms(self):
                super().init_uniforms()
                self.uniforms["strength"] = self.strength

        shaded = Shaded()
        assert shaded.width == 4 and shaded.uniforms["strength"] == 2
        self.play(FadeIn(shaded), shaded.animate.shift(UP))
        self.play(GrowFromCenter(shaded), Create(Mobject()))
        assert np.allclose(shaded.point_from_proportion(0), shaded.points[0])
        """,
        ".uniforms",
        ".init_uniforms",
        ".init_data",
        ".set_points",
    )
