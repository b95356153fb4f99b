"""Changes that stand for mobjects, moods of creatures, lists of formulas, surfaces with the points asked for."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_changes_of_mobjects_stand_for_what_they_lead_to(probe: Probe) -> None:
    probe(
        """
        square, other = Square(), Circle()
        other.become(square.animate.shift(2 * UP))
        assert np.allclose(other.get_center(), 2 * UP) and np.allclose(square.get_center(), ORIGIN)
        group = VGroup(Dot(), square.animate.shift(RIGHT))
        assert group[1] is square.target and np.allclose(group[1].get_center(), RIGHT)
        self.play(Transform(other, square.animate.shift(LEFT)))
        assert np.allclose(other.get_center(), LEFT)
        between = VMobject().interpolate(Square(), Triangle(), 0.5)
        assert len(between.points) == 16
        """,
    )


def test_a_change_of_mood_is_the_changed_creature_too(probe: Probe) -> None:
    probe(
        """
        pi = PiCreature()
        happy, sad = (pi.copy().change(mode).set_height(2).move_to(RIGHT) for mode in ("happy", "sad"))
        assert abs(happy.get_height() - 2) < 1e-6 and len(happy.family_members_with_points()) > 3
        pi.become(happy)
        assert abs(pi.height - 2) < 1e-6
        pi.align_data(sad)
        for part, first, second in zip(*(mob.family_members_with_points() for mob in (pi, happy, sad))):
            part.interpolate(first, second, 0.5)
        pi.look_at(UP)
        self.play(pi.change("pondering", UP), run_time=0.2)
        assert pi.get_mode() == "pondering"
        """,
        "PiCreature",
        ".get_height",
        ".set_height",
    )


def test_lists_hold_formulas_line_by_line(probe: Probe) -> None:
    probe(
        r"""
        lines = GlBulletedList("$H(P)$", r"$-\log Q$ bits", "words", tex_to_color_map={"Q": RED}, font_size=40)
        assert len(lines) == 3 and lines[0].get_left()[0] == lines[2].get_left()[0]
        assert any(glyph.get_fill_color() == RED for glyph in lines[1])
        lines.fade_all_but(1)
        assert lines[1].get_fill_opacity() == 1 and lines[0].get_fill_opacity() == 0.25
        self.play(FadeIn(GlBulletedList("a", "b", numbered=True)))
        """,
        "GlBulletedList",
    )


def test_surfaces_have_the_points_asked_for(probe: Probe) -> None:
    probe(
        """
        sheet = GlParametricSurface(lambda u, v: [u, v, u * v], resolution=(101, 51))
        points = sheet.get_points()
        assert points.shape == (101 * 51, 3) and np.allclose(points[51 * 50 + 25], [0.5, 0.5, 0.25])
        sheet.set_points(points + UP)
        assert np.allclose(sheet.get_points()[-1], [1, 2, 1])
        """,
        "GlParametricSurface",
        ".get_points",
        ".set_points",
    )


def test_bubbles_shape_by_shape_and_numbers_as_parts_of_axes(probe: Probe) -> None:
    probe(
        """
        bubble = ThoughtBubble()
        assert bubble[3] is bubble[-1] and bubble[3] is bubble.body and len(bubble[:3]) == 3
        axes = GlAxes((-2, 2), (-1, 1))
        axes.add_coordinate_labels()
        assert axes.x_axis.submobjects[-1] is axes.coordinate_labels[0] and axes.x_axis.numbers in axes.get_family()
        """,
        "ThoughtBubble",
        "@bubbles_of_shapes",
        "GlAxes",
    )


def test_a_dodecahedron_is_its_pentagons(probe: Probe) -> None:
    probe(
        """
        solid = GlDodecahedron()
        assert len(solid) == 12 and all(len(face.get_vertices()) == 5 for face in solid)
        corners = {tuple(np.round(corner, 3)) for face in solid for corner in face.get_vertices()}
        assert (1.0, 1.0, 1.0) in corners and len(corners) == 20
        """,
        "GlDodecahedron",
    )
