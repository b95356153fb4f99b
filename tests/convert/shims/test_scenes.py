"""Scenes with a camera frame, with creatures, with graphs."""

import pytest

from tests.convert.shims.conftest import Probe

pytestmark = pytest.mark.render


def test_the_frame_in_the_plane(probe: Probe) -> None:
    probe(
        """
        self.play(self.frame.animate.scale(0.5).move_to(UR))
        assert np.allclose(self.frame.get_center(), UR) and abs(self.camera.frame_height - 4) < 0.01
        self.play(self.camera.frame.animate.to_default_state())
        assert abs(self.camera.frame_height - 8) < 0.01
        """,
        "GlMovingCameraScene",
        base="GlMovingCameraScene",
    )


def test_the_frame_in_space(probe: Probe) -> None:
    probe(
        """
        self.add(Text("hello").fix_in_frame(), GlSphere(radius=1), SurfaceMesh(GlSphere()))
        self.play(self.frame.animate.reorient(30, 60, 0, center=RIGHT, height=6))
        assert np.allclose(self.camera.get_phi(), 60 * DEGREES) and abs(self.camera.get_zoom() - 8 / 6) < 0.01
        self.frame.add_ambient_rotation(0.1)
        self.wait(2)
        assert self.frame.get_theta() > 30 * DEGREES + 0.15
        self.move_camera(phi=0, theta=-90 * DEGREES)
        assert abs(self.frame.get_theta()) < 0.05
        """,
        "GlThreeDScene",
        "GlSphere",
        "SurfaceMesh",
        ".fix_in_frame",
        base="GlThreeDScene",
    )


def test_teacher_and_students(probe: Probe) -> None:
    result = probe(
        """
        self.student_says("What about $x^2$?", target_mode="confused")
        self.play_student_changes("happy", "hooray", "pondering")
        self.teacher_says("Watch closely", added_anims=[self.change_students("angry", "sad", "surprised")])
        self.play(RemovePiCreatureBubble(self.teacher))
        self.play(self.teacher.change_mode, "tease", self.students[0].look_at, self.screen)
        self.play(self.students[1].says("hi!", mode="hooray"))
        self.play(self.students[1].debubble(), self.students[2].change("maybe", self.teacher))
        self.add(GlImageMobject("nice_portrait.png", height=2), GlSVGMobject("car", height=1))
        """,
        "TeacherStudentsScene",
        "RemovePiCreatureBubble",
        "GlImageMobject",
        "GlSVGMobject",
        base="TeacherStudentsScene",
    )
    assert len(result.timings) == 7


def test_graph_scenes(probe: Probe) -> None:
    probe(
        """
        self.setup_axes()
        graph = self.get_graph(lambda x: x**2 / 4)
        first, second, third = self.get_riemann_rectangles_list(graph, 3, x_min=0, x_max=4)
        self.transform_between_riemann_rects(first, second)
        group = self.get_secant_slope_group(2, graph, dx=1, dx_label="dx", df_label="df")
        self.animate_secant_slope_group_change(group, target_dx=0.1)
        assert np.allclose(self.coords_to_point(0, 0), self.graph_origin)
        """,
        "GraphScene",
        base="GraphScene",
    )


def test_fields_and_dots(probe: Probe) -> None:
    probe(
        """
        plane = GlNumberPlane((-4, 4), (-2, 2))
        self.add(GlVectorField(lambda p: np.array([-p[1], p[0], 0]), plane))
        self.add(AnimatedStreamLines(GlStreamLines(lambda points: 0.3 * np.array(points), plane)))
        dot = GlowDot(UP, color=BLUE)
        tail = TracingTail(dot, stroke_color=RED)
        self.add(dot, tail, GlDotCloud(np.zeros((3, 3))).set_color([RED, BLUE]))
        self.play(dot.animate.shift(3 * RIGHT))
        assert tail.width > 2
        """,
        "GlNumberPlane",
        "GlVectorField",
        "GlStreamLines",
        "AnimatedStreamLines",
        "GlowDot",
        "GlDotCloud",
        "TracingTail",
    )


def test_a_scene_keeps_a_clock_of_its_own(probe: Probe) -> None:
    probe(
        """
        self.wait()
        self.time = 0
        dot = Dot()
        self.add(dot, set_depth_test=False)
        self.play(dot.animate.shift(RIGHT), run_time=2)
        assert abs(self.time - 2) < 0.2
        """,
        ".time",
        ".add",
        ".play",
    )


def test_a_homotopy_moves_the_dots_of_a_cloud(probe: Probe) -> None:
    probe(
        """
        cloud = GlDotCloud([LEFT, RIGHT])
        self.add(cloud)
        self.play(Homotopy(lambda x, y, z, t: (x, y + t, z), cloud))
        assert np.allclose(cloud.get_points(), [LEFT + UP, RIGHT + UP], atol=0.01)
        """,
        "GlDotCloud",
        ".play",
    )
