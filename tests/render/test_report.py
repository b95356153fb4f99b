"""The boxes of a report: where, what colour, which line, through the camera."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.report import Box
from render.farm import Farm
from tests.render.conftest import scene

pytestmark = pytest.mark.render


def boxes(farm: Farm, body: str, **more: Any) -> list[Box]:
    result = farm.probe(scene(body + "\nself.wait(0.1)", **more), "S")
    assert result.ok, result.error
    assert result.report is not None
    return list(result.report.moments[-1].boxes)


def test_plain_shape(farm: Farm) -> None:
    [box] = boxes(farm, "self.add(Square(2, color=RED, fill_opacity=0.5).shift(RIGHT))")
    assert (box.left, box.bottom, box.right, box.top) == pytest.approx((0, -1, 2, 1), abs=1e-4)
    assert (box.kind, box.color, box.fill_color) == ("Square", "#fc6255", "#fc6255")
    assert (box.opacity, box.fill_opacity, box.stroke_width) == (1.0, 0.5, 4.0)
    assert box.line == 6
    assert not box.is_text
    assert len(box.path) > 4


def test_curves_are_measured_not_their_handles(farm: Farm) -> None:
    [box] = boxes(farm, "self.add(ArcBetweenPoints(LEFT, RIGHT, angle=PI))")
    assert box.height == pytest.approx(1, abs=0.01)


def test_text_is_one_box_with_its_words(farm: Farm) -> None:
    text, formula = boxes(farm, "self.add(Text('Hello'), MathTex('x^2').shift(UP))")
    assert (text.kind, text.text, text.is_text) == ("Text", "Hello", True)
    assert (formula.kind, formula.text, formula.is_text) == ("MathTex", "x^2", True)
    assert 0.1 < text.font_height < 1


def test_invisible_things_are_left_out(farm: Farm) -> None:
    assert not boxes(
        farm, "self.add(Square(stroke_opacity=0), Dot(fill_opacity=0), VMobject(), Circle(stroke_width=0))"
    )


def test_keys_stay_and_parents_are_named(farm: Farm) -> None:
    code = scene(
        "a, b = Dot(), Square()\nself.add(VGroup(a, b))\nself.play(FadeOut(a))\nself.play(b.animate.shift(UP))"
    )
    report = farm.probe(code, "S").report
    assert report is not None
    assert report.moments[0].boxes[-1].key == report.moments[1].boxes[-1].key
    group = boxes(farm, "self.add(Group(Dot(), VGroup(Square())))")
    assert [box.parents for box in group] == [("Group",), ("Group", "VGroup")]


def test_lines_name_the_innermost_user_frame(farm: Farm) -> None:
    code = "def make():\n    return Circle()\nself.add(make())\nself.add(Square().copy())"
    assert [box.line for box in boxes(farm, code)] == [7, 9]


def test_drawing_order(farm: Farm) -> None:
    kinds = [
        box.kind
        for box in boxes(farm, "self.add(Dot().set_z_index(3), Square())\nself.add_foreground_mobject(Circle())")
    ]
    assert kinds == ["Square", "Circle", "Dot"]


def test_moving_camera(farm: Farm) -> None:
    body = "self.camera.frame.scale(0.5).shift(RIGHT)\nself.add(Square(1).shift(RIGHT))"
    [box] = boxes(farm, body, base="MovingCameraScene")
    assert (box.left, box.right) == pytest.approx((-1, 1), abs=1e-3)


def test_animated_camera_frame_is_not_a_box(farm: Farm) -> None:
    body = "self.add(Square())\nself.play(self.camera.frame.animate.scale(2))"
    assert [box.kind for box in boxes(farm, body, base="MovingCameraScene")] == ["Square"]


def test_three_dimensions(farm: Farm) -> None:
    body = (
        "self.set_camera_orientation(phi=90 * DEGREES, theta=-90 * DEGREES)\nself.add(Dot([0, 0, 2]))\n"
        "t = Text('fixed').to_corner(UL)\nself.add_fixed_in_frame_mobjects(t)"
    )
    result = farm.probe(scene(body + "\nself.wait(0.1)", base="ThreeDScene"), "S")
    assert result.report is not None
    assert result.report.three_d
    dot, text = result.report.moments[-1].boxes
    assert (dot.bottom + dot.top) / 2 == pytest.approx(2, abs=0.05)
    assert text.top == pytest.approx(3.5, abs=0.01)


def test_turning_camera_is_up_to_date(farm: Farm) -> None:
    body = "self.add(Dot([0, 0, 2]))\nself.move_camera(phi=90 * DEGREES, theta=-90 * DEGREES, run_time=0.4)"
    [dot] = boxes(farm, body, base="ThreeDScene")
    assert (dot.bottom + dot.top) / 2 == pytest.approx(2, abs=0.05)


def test_moments_name_animations_and_lines(farm: Farm) -> None:
    report = farm.probe(scene("self.play(Create(Circle()), FadeIn(Dot()))\nself.wait(2)"), "S").report
    assert report is not None
    assert [moment.animations for moment in report.moments] == [("Create", "FadeIn"), ("Wait",)]
    assert [moment.line for moment in report.moments] == [6, 7]
    assert [moment.time for moment in report.moments] == [1.0, 3.0]
    assert report.duration == 3.0


def test_a_background_given_as_text(farm: Farm, tmp_path: Path) -> None:
    code = scene('self.camera.background_color = "#112233"\nself.add(Dot(color=RED))\nself.wait(0.1)')
    made = farm.render(code, "S", out=tmp_path)
    assert made.error is None and made.report is not None
    assert made.report.background == "#112233"


def test_background_colour(farm: Farm) -> None:
    report = farm.probe(
        scene("self.camera.background_color = WHITE\nself.add(Dot(color=RED))\nself.wait(0.1)"), "S"
    ).report
    assert report is not None
    assert report.background == "#ffffff"
