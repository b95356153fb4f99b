"""Copies and questions about paths are quick, and the answers are ManimCE's; scenes of 2015 to 2018 find their ways."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_copies_and_paths(probe: Probe) -> None:
    probe(
        """
        square, watched = Square(), ValueTracker(1)
        group = VGroup(square, MathTex("x", "y"))
        group.favourite, group.tracker, group.places = square, watched, [square, {"a": np.ones(3)}]
        copied = group.copy()
        assert copied.favourite is copied[0] is copied.places[0] is not square
        assert copied.tracker is watched
        copied.places[1]["a"][0] = 5
        copied.shift(UP)
        assert group.places[1]["a"][0] == 1 and abs(square.get_center()[1] + group[0].get_center()[1]) < 1e-9
        glyphs = copied[1].get_part_by_tex("y").family_members_with_points()
        assert glyphs and set(glyphs) <= set(copied[1].get_family())
        assert len(Square().get_anchors()) == 5 and isinstance(Square().get_anchors(), np.ndarray)
        assert abs(VGroup(Circle(), Square().shift(3 * RIGHT)).width - 5) < 1e-6
        rings = Annulus()
        assert len(rings.get_subpaths()) == 2 and Circle().is_closed()
        assert Square(color="skyblue").get_color().to_hex().upper().startswith("#87CEEB")
        """
    )


def test_zoomed_scenes_of_all_ages(probe: Probe) -> None:
    probe(
        """
        self.activate_zooming()
        self.little_rectangle.move_to(RIGHT)
        assert abs(self.little_rectangle.height - 0.5) < 1e-6
        self.play(self.little_rectangle.animate.shift(UP))
        self.disactivate_zooming()
        """,
        "GlZoomedScene",
        base="type('Old', (GlZoomedScene,), {'zoom_factor': 6})",
    )


def test_axes_know_their_ends_and_numbers_their_tex(probe: Probe) -> None:
    probe(
        """
        axes = GlThreeDAxes(y_min=-2, y_max=3)
        assert (axes.y_min, axes.y_max) == (-2, 3)
        line = GlNumberLine(x_min=-2, x_max=2)
        assert [number.get_tex() for number in line.get_numbers(*range(-1, 2))] == ["-1", "0", "1"]
        """,
        "GlThreeDAxes",
        "GlNumberLine",
        ".get_tex",
    )
