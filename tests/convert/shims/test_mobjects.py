"""What manimgl's constructors and methods take, ManimCE's take too."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_loose_keywords_and_config_dicts(probe: Probe) -> None:
    probe(
        """
        class Ring(Circle):
            CONFIG = {"color": GREEN, "radius": 2, "style": {"width": 3, "dash": 1}}

        class Small(Ring):
            CONFIG = {"radius": 0.5, "style": {"width": 4}}

            def __init__(self, **kwargs):
                digest_config(self, kwargs)
                assert self.wish == 5
                Ring.__init__(self, **kwargs)

        ring = Small(wish=5, gloss=1)
        assert abs(ring.width - 1) < 1e-6 and ring.color == GREEN
        assert ring.style == {"width": 4, "dash": 1}
        assert Square(flat_stroke=True).flat_stroke is True
        """,
        "@config",
        "digest_config",
    )


def test_methods(probe: Probe) -> None:
    probe(
        """
        square = Square().set_color(RED).set_stroke(BLUE, 3, background=True).set_backstroke()
        assert square.get_grid(2, 3, height=2).height == 2
        row = Dot().replicate(4).arrange_to_fit_width(8)
        assert abs(row.width - 8) < 1e-6
        assert len(Dot().replicate(6).arrange_in_grid(2, 3, buff=0.1)) == 6
        dot = Dot()
        dot.f_always.move_to(lambda: square.get_center())
        self.add(dot)
        self.play(square.animate.shift(RIGHT).set_anim_args(run_time=1.5))
        assert np.allclose(dot.get_center(), square.get_center(), atol=0.01)
        assert Square().set_width(3, stretch=True).get_height() == 2
        """,
        ".set_color",
        ".set_stroke",
        ".set_backstroke",
        ".get_grid",
        ".replicate",
        ".arrange_to_fit_width",
        ".arrange_in_grid",
        ".f_always",
        ".set_anim_args",
        ".set_width",
        ".get_height",
    )


def test_old_ways_to_play(probe: Probe) -> None:
    result = probe(
        """
        square = Square()
        self.play(square.shift, UP, square.rotate, PI / 4, Write(Text("a")), FadeIn(Circle(), UP), run_time=2)
        assert np.allclose(square.get_center(), UP)
        self.play()
        self.wait(0)
        self.play(VShowPassingFlash(Circle(), time_span=(0.5, 1.5)), FlashAround(square), CircleIndicate(square))
        self.play(GlLaggedStart(FadeOut, VGroup(Dot(), Dot())), VFadeInThenOut(Circle()))
        self.add(ContinualChangingDecimal(number := DecimalNumber(0), lambda time: 2 * time))
        self.wait(2)
        assert number.get_value() > 3
        """,
        "VShowPassingFlash",
        "FlashAround",
        "CircleIndicate",
        "GlLaggedStart",
        "VFadeInThenOut",
        "ContinualChangingDecimal",
    )
    assert [round(timing.run_time, 1) for timing in result.timings] == [2.0, 1.5, 2.0, 2.0]


def test_axes_of_all_ages(probe: Probe) -> None:
    probe(
        r"""
        new = GlAxes((-1, 5), (-2, 3), width=6, height=3).to_edge(UP)
        assert np.allclose(new.p2c(new.c2p(2, 1)), (2, 1)) and new.c2p(np.arange(3), np.arange(3)).shape == (3, 3)
        new.add_coordinate_labels(font_size=20)
        old = GlAxes(x_min=0, x_max=4, y_min=0, y_max=3, x_axis_config={"unit_size": 0.5}, center_point=3 * LEFT)
        graph = old.get_graph(lambda x: x**0.5, x_min=0, x_max=3, color=RED)
        assert np.allclose(old.get_origin(), 3 * LEFT) and np.allclose(old.i2gp(1, graph), old.c2p(1, 1))
        assert len(old.get_riemann_rectangles(graph, dx=0.5)) == 6
        plane = GlComplexPlane((-2, 2), (-2, 2), unit_size=0.5)
        assert abs(plane.p2n(plane.n2p(1 + 2j)) - (1 + 2j)) < 1e-6
        assert np.allclose(GlThreeDAxes().c2p(1, 2, 3), (1, 2, 3))
        line = GlNumberLine(x_min=0, x_max=4, unit_size=0.6, include_numbers=True)
        assert abs(line.get_unit_size() - 0.6) < 1e-6 and len(line.numbers) == 5
        """,
        "GlAxes",
        "GlComplexPlane",
        "GlThreeDAxes",
        "GlNumberLine",
    )


def test_old_habits_of_mobjects(probe: Probe) -> None:
    probe(
        """
        class Slider(Square):
            def copy(self):
                return self.deepcopy()

        assert Slider().copy().width == 2
        square = Square().shift(RIGHT)
        assert np.allclose(square.do_in_place(square.rotate, PI / 4, about_point=ORIGIN).get_center(), RIGHT)
        assert Mobject().set_points(np.array([[1, 0, 0, 0]])).get_points().shape == (1, 4)
        square.add_updater(lambda m: m.move_to(LEFT))
        self.add(square)
        self.update_mobjects()
        assert np.allclose(square.get_center(), LEFT)
        assert np.allclose(intersection([(0, 0), (2, 2)], [(0, 2), (2, 0)]), [1, 1])
        assert uniform_block_dtype(*COMMON_UNIFORMS, ("color", 3), ("sources", 4, 2))["sources"].shape == (4, 2)
        ticks = Clock().ticks
        assert len(ticks) == 12 and np.allclose(ticks[3].get_start(), RIGHT)
        """,
        ".deepcopy",
        ".do_in_place",
        ".set_points",
        ".get_points",
        ".update_mobjects",
        "intersection",
        "uniform_block_dtype",
        "COMMON_UNIFORMS",
        "Clock",
    )


def test_rows_of_a_matrix_and_the_place_of_nothing(probe: Probe) -> None:
    probe(
        """
        matrix = Matrix([[1, 2], [3, 4], [5, 6]])
        assert (len(matrix.rows), len(matrix.columns)) == (3, 2)
        assert VGroup().get_coord(0, LEFT) == 0
        self.add(matrix)
        """,
        ".rows",
        ".columns",
        "@tolerant",
    )
