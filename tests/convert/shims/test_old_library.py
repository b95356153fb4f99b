"""What mobjects meant in the library of 2015 to 2020."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_a_colour_filled_what_was_hollow(probe: Probe) -> None:
    probe(
        """
        assert Circle().set_fill(RED).get_fill_opacity() == 1
        assert Circle().set_color(RED).get_fill_opacity() == 0
        assert Circle().set_style(fill_color=RED).get_fill_opacity() == 0
        assert Circle(fill_opacity=0.4).set_fill(RED).get_fill_opacity() == 0.4
        pair = VGroup(Circle(fill_opacity=0.4), Square()).set_fill(BLUE)
        assert [part.get_fill_opacity() for part in pair] == [1, 1]
        """,
        "@filled",
        ".set_fill",
        ".set_color",
    )


def test_settings_of_classes_that_have_none(probe: Probe) -> None:
    probe(
        """
        assert Dot.CONFIG["radius"] == DEFAULT_DOT_RADIUS
        assert Dot.CONFIG.get("nothing", 3) == 3
        Square.CONFIG["side_length"] = 3
        Square.CONFIG.update({"stroke_width": 7})
        assert Square().width == 3 and Square().get_stroke_width() == 7
        assert Circle().width == 2 and Square(side_length=1).width == 1
        """,
        ".CONFIG",
    )


def test_number_lines_of_2015(probe: Probe) -> None:
    probe(
        """
        line = GlNumberLine(radius=5, interval_size=0.5)
        assert (line.x_min, line.x_max, len(line.get_tick_range())) == (-5, 5, 21)
        ticks = len(line.get_tick_marks())
        assert line.elongate_tick_at(5, 4) is line and len(line.get_tick_marks()) == ticks + 1
        assert line.add_numbers() is line and len(line.numbers) == 21
        line.remove_numbers()
        assert line.numbers not in line.submobjects
        close = GlNumberLine(numerical_radius=1, unit_length_to_spatial_width=3)
        assert abs(close.width - 6) < 1e-6
        pair = Group(Square(), Circle().shift(3 * RIGHT)).set_color(RED, lambda p: p[0] > 1)
        assert [part.get_color() == RED for part in pair] == [False, True]
        """,
        "GlNumberLine",
        "@numbered_line",
        ".set_color",
    )


def test_animations_know_their_families(probe: Probe) -> None:
    probe(
        """
        class Redden(Animation):
            def interpolate_mobject(self, alpha):
                for part, start in self.families:
                    part.set_fill(interpolate_color(start.get_fill_color(), RED, alpha))

        row = VGroup(Square(fill_opacity=1), Circle(fill_opacity=1)).arrange(RIGHT)
        self.play(Redden(row))
        assert all(part.get_fill_color() == RED for part in row)
        """,
        ".families",
    )
