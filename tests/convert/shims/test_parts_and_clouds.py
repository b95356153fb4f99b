"""Indices reach parts; clouds keep all their points though some are drawn; trackers, uniforms, dice."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_index_loop_and_length_reach_the_parts(probe: Probe) -> None:
    probe(
        """
        square, number = Square(), Integer(3)
        square.add(number, Dot())
        assert square[0] is number and len(square) == 2 and list(square)[1] is square[-1]
        assert square[:1].submobjects == [number] and isinstance(square[:1], VGroup)
        leaf = Circle()
        assert leaf[0] is leaf and len(leaf) == 1
        self.play(FadeIn(square), Create(leaf))
        """,
        "@parts",
    )


def test_families_are_manimces(probe: Probe) -> None:
    probe(
        """
        a, b, c = Square(), Circle(), Dot()
        inner = VGroup(a, b)
        outer = VGroup(inner, VGroup(c, a))
        assert outer.get_family() == list(dict.fromkeys(reversed(list(outer._iter_family(set())))))[::-1]
        assert a.get_family() == [a]
        a.submobjects = [inner]
        assert inner.get_family() == [inner, a, b]
        """,
    )


def test_large_clouds_know_all_their_points(probe: Probe) -> None:
    probe(
        """
        places = np.linspace(4 * LEFT, 4 * RIGHT, 3000)
        cloud = GlDotCloud(places)
        assert cloud.get_num_points() == 3000 and len(cloud.dots) == 800
        assert np.allclose(cloud.get_points()[1234], places[1234])
        self.play(cloud.animate.shift(UP))
        assert np.allclose(cloud.get_points()[2999], 4 * RIGHT + UP) and np.allclose(cloud.get_end(), 4 * RIGHT + UP)
        assert np.allclose(cloud.dots[-1].get_center(), 4 * RIGHT + UP, atol=1e-6)
        cloud.set_points(places + DOWN)
        assert np.allclose(cloud.dots[-1].get_center(), 4 * RIGHT + DOWN, atol=1e-6) and len(cloud.dots) == 800
        cloud.data["rgba"][:] = np.linspace([0, 0, 0, 1], [1, 0, 0, 0.5], 3000)
        assert cloud.data["rgba"].shape == (3000, 4) and abs(cloud.get_opacities()[-1] - 0.5) < 0.01
        cloud.filter_out(lambda point: point[0] < 0)
        assert cloud.get_num_points() == 1500 and cloud.get_points()[0][0] > 0
        self.play(FadeOut(cloud))
        """,
        "GlDotCloud",
        ".data",
    )


def test_points_are_added_to_clouds(probe: Probe) -> None:
    probe(
        """
        cloud = GlowDot(LEFT)
        for x in range(3):
            cloud.add_point(x * RIGHT, color=BLUE)
        assert np.allclose(cloud.get_end(), 2 * RIGHT) and np.allclose(cloud.get_start(), LEFT)
        opacities = cloud.get_opacities()
        opacities *= 0.5
        cloud.set_opacity(opacities)
        assert np.allclose(cloud.get_opacities(), 0.5)
        cloud.set_uniform(reach=2.0)
        cloud.set_uniforms({"sources": [[1, 2], [3, 4]]})
        assert cloud.uniforms["reach"] == cloud[0].uniforms["reach"] == 2 and cloud.uniforms["sources"].shape == (2, 2)
        """,
        "GlowDot",
        ".set_uniform",
        ".set_uniforms",
        ".uniforms",
    )


def test_dice_are_copies(probe: Probe) -> None:
    probe(
        """
        one, other = DieFace(5), DieFace(5, fill_color=BLUE)
        assert one.value == 5 and len(one.dots) == 5 and one.square.get_fill_color() == GREY_E
        one.shift(UP)
        assert np.allclose(DieFace(5).get_center(), ORIGIN) and other.square.get_fill_color() == BLUE
        """,
        "DieFace",
    )


def test_trackers_of_complex_arrays(probe: Probe) -> None:
    probe(
        """
        tracker = GlComplexValueTracker(np.array([1j, 2 + 0j]))
        self.play(tracker.animate.set_value(np.array([3j, 4 + 4j])))
        assert np.allclose(tracker.get_value(), [3j, 4 + 4j])
        assert GlComplexValueTracker(1 + 2j).get_value() == 1 + 2j
        self.play(FadeIn(GlCross(Square(), stroke_width=(0, 7, 0))), run_time=0.5)
        """,
        "GlComplexValueTracker",
        "GlCross",
    )
