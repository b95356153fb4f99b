"""What scenes did in the library of 2015 to 2020."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_continual_animations_start_slowly_and_stop(probe: Probe) -> None:
    probe(
        """
        class Rising(ContinualAnimation):
            CONFIG = {"rate": 2}

            def update_mobject(self, dt):
                self.mobject.shift(dt * self.rate * UP)

        dot = Dot()
        rising = Rising(dot, rate=3)
        self.wait(1)
        assert dot.get_y() == 0  # nothing happens before it is in the scene
        self.add(rising)
        self.wait(2)
        assert abs(rising.external_time - 2) < 0.1 and 4 < dot.get_y() < 5
        rising.begin_wind_down(0.5)
        self.wait(1)
        height = dot.get_y()
        self.wait(1)
        assert dot.get_y() == height and not dot.updaters
        number = DecimalNumber(0)
        change = ContinualChangingDecimal(number, lambda t: 10 * t)
        self.add(change)
        self.wait(1)
        assert number.get_value() > 9
        self.remove(change)
        self.wait(1)
        assert number.get_value() < 11
        """,
        "ContinualAnimation",
        "ContinualChangingDecimal",
        ".remove",
    )


def test_updaters_of_two_parameters_take_the_time(probe: Probe) -> None:
    probe(
        """
        dot = Dot()
        dot.add_updater(lambda mob, t: mob.shift(t * RIGHT))
        self.add(dot)
        self.wait(1)
        assert dot.get_x() > 0.9
        still = Dot().add_updater(lambda mob, far=3 * UP: mob.move_to(far))
        assert still.get_y() == 3
        """,
        ".add_updater",
    )


def test_glyphs_and_places_of_2017(probe: Probe) -> None:
    probe(
        r"""
        word = GlOldTexText("Hello")
        assert len(word) == 5 and len(word[1:3]) == 2
        assert word.get_part_by_tex("ell") is word and word.expression_parts == ["Hello"]
        parts = GlOldTex("x", "+", "y")
        assert [len(part) for part in parts] == [1, 1, 1]
        column = VGroup(Square(), Circle().shift(3 * RIGHT))
        Dot().next_to(column, DOWN)
        dot = Dot().next_to(column, RIGHT, buff=0, align_using_submobjects=True)
        assert abs(dot.get_left()[0] - 4) < 1e-6
        axes = GlAxes(x_axis_config={"x_min": -1, "x_max": 3}, y_axis_config={"x_max": 2})
        assert (axes.x_axis.x_min, axes.x_axis.x_max, axes.y_axis.x_max) == (-1, 3, 2)
        assert np.allclose(axes.num_pair_to_point((1, 2)), axes.coords_to_point(1, 2))
        """,
        "GlOldTexText",
        "GlAxes",
        "@glyphs_of_one",
        ".next_to",
        ".num_pair_to_point",
        ".expression_parts",
    )


def test_what_eyes_and_shapes_did(probe: Probe) -> None:
    probe(
        """
        eyes = Eyes(Square())
        self.play(eyes.look_at_anim(UP), run_time=0.2)
        self.play(eyes.change_mode_anim("happy"), run_time=0.2)
        self.play(eyes.blink_anim(), run_time=0.2)
        assert len(Square().add_line(ORIGIN, UP).submobjects) == 1
        assert np.allclose(Square(fill_color=WHITE).fill_rgb, 1)
        arc = Arc().set_bound_angles(1, 3)
        assert (arc.start_angle, arc.angle) == (1, 2)
        assert not Arrow(LEFT, RIGHT).remove_tip().has_tip()
        """,
        "Eyes",
        ".add_line",
        ".fill_rgb",
        ".set_bound_angles",
        ".remove_tip",
    )


def test_names_go_by_at_the_end(probe: Probe) -> None:
    probe(
        """
        self.specific_patrons, self.run_time = [f"Person {n}" for n in range(7)], 1
        super().construct()
        names = self.mobjects[-1]
        assert len(names) == 7 and names.get_bottom()[1] > self.title.get_top()[1]
        assert len({round(name.get_x(), 1) for name in names}) <= 7
        """,
        "PatreonEndScreen",
        base="PatreonEndScreen",
    )


def test_numbers_run_beside_a_mobject(probe: Probe) -> None:
    probe(
        r"""
        dot = Dot(2 * LEFT)
        words = {"direction": UP, "buff": 0.5}
        numbers = RangingValues(0, 4, tracked_mobject=dot, tracked_mobject_next_to_kwargs=words)
        self.play(numbers, dot.animate.shift(4 * RIGHT))
        assert numbers.mobject.get_value() == 4 and abs(numbers.mobject.get_x() - 2) < 0.3
        assert len(Face("talking")) == 4
        assert len(GlOldTex(r"\begin{align*} x &= 1 \\ y &= 2 \end{align*}")[0]) == 6
        """,
        "RangingValues",
        "Face",
        "GlOldTex",
    )


def test_end_screens_have_names_and_a_frame(probe: Probe) -> None:
    probe(
        """
        names = VGroup(*map(Text, self.get_names()[:3])).arrange(DOWN)
        self.add(names)
        self.play(self.camera.frame.animate.shift(DOWN))
        """,
        "PatreonEndScreen",
        base="PatreonEndScreen",
    )
