"""What an author's session had and a file has not: a free `frame`, moods and changes in the place of mobjects."""

from __future__ import annotations

import pytest

from convert.convert import convert
from convert.passes import free_frames
from tests.convert.snippets import body, scene


def test_a_frame_of_the_authors_session_is_the_scenes_own() -> None:
    code = convert(
        scene("def wide():\n    return frame.get_width()\nframe.reorient(10, 70)\nself.add(Dot(), wide())")
    ).code
    assert body(code).startswith("frame = self.camera.frame\n") and "class Demo(GlThreeDScene)" in code
    assert body(convert(scene("frame = Square()\nself.add(frame)")).code).startswith("frame = Square()")
    outside = convert(scene("self.add(frame)").replace("class Demo", "frame = Square()\n\n\nclass Demo")).code
    assert body(outside) == "self.add(frame)"


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("class A(Scene):\n    def construct(self): frame.shift(UP)\n", False),
        ("class A(Scene):\n    def construct(self):\n        'doc'; frame.shift(UP)\n", False),
        ("class A(Scene):\n    def construct(self):\n        global frame\n        frame.shift(UP)\n", False),
        ("class A(Scene):\n    pass\nclass B(A):\n    def construct(self):\n        frame.shift(UP)\n", True),
        ("class A:\n    def construct(self):\n        frame.shift(UP)\n", False),
    ],
)
def test_a_frame_is_given_to_scenes_only_and_where_a_line_fits(code: str, given: bool) -> None:
    made, notes = free_frames.given(code)
    compile(made, "scene", "exec")
    assert ("frame = self.frame" in made) is given is bool(notes)
    assert given or made == code


def test_changes_used_as_mobjects_bring_what_unwraps_them() -> None:
    for lines in (
        "VGroup(pi.copy().change('sad'), Dot())",
        "FadeIn(dot.animate.shift(UP))",
        "a.interpolate(b, c, 0.5)",
    ):
        assert "_install_changes()" in convert(scene(lines)).code, lines
    for lines in ("self.play(pi.change('sad'))", "self.play(dot.animate.shift(UP))", "interpolate(0, 1, 0.5)"):
        assert "_install_changes()" not in convert(scene(lines)).code, lines
