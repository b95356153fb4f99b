"""Pianos, highlights of several outlines, and graphs with jumps."""

import pytest

from tests.convert.shims.conftest import Probe


@pytest.mark.render
def test_pianos_have_their_keys_from_left_to_right(probe: Probe) -> None:
    probe(
        """
        flat, solid = Piano(), Piano3D()
        assert len(flat.submobjects) == len(solid.submobjects) == 88 and abs(flat.width - 13) < 1e-6
        places = [key.get_x() for key in flat.submobjects]
        assert places == sorted(places) and len(flat.black_keys) == 36
        self.play(FadeIn(flat), flat[3].animate.set_fill(RED))
        """,
        "Piano",
        "Piano3D",
    )


@pytest.mark.render
def test_a_highlight_has_its_widest_outline_behind(probe: Probe) -> None:
    probe(
        """
        highlight = VHighlight(Square(stroke_width=1), n_layers=4, max_stroke_addition=8)
        assert [part.get_stroke_width() for part in highlight] == [9, 7, 5, 3]
        self.play(FadeIn(highlight))
        """,
        "VHighlight",
    )


@pytest.mark.render
def test_a_graph_jumps_where_an_array_says(probe: Probe) -> None:
    probe(
        """
        axes = GlAxes((0, 5), (0, 5))
        graph = axes.get_graph(lambda x: np.floor(x) + 0.5, x_range=(0, 4.99), discontinuities=np.arange(0, 8))
        self.play(Create(graph))
        """,
        "GlAxes",
    )


@pytest.mark.render
def test_a_quaternion_turns_as_its_axis_says(probe: Probe) -> None:
    probe(
        """
        matrix = rotation_matrix_from_quaternion(quaternion_from_angle_axis(PI / 2, OUT))
        assert np.allclose(matrix @ RIGHT, UP)
        """,
        "rotation_matrix_from_quaternion",
    )
