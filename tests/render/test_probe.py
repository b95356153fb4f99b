# ruff: noqa: E501  # one program per line reads better than a broken one
"""A probe says what a render shows: same boxes, same errors, whatever moves the scene."""

from __future__ import annotations

from pathlib import Path

import pytest

from render.farm import Farm
from tests.render.conftest import scene

pytestmark = pytest.mark.render

SCENES = {
    "transforms": "c = Circle()\nself.play(Create(c))\nself.play(Transform(c, Square().shift(LEFT)), run_time=0.4)\nself.play(FadeOut(c))\nself.wait(0.3)",
    "dt updater": "d = Dot().add_updater(lambda m, dt: m.shift(RIGHT * dt))\nself.add(d)\nself.wait(1)\nself.play(Create(Square()), run_time=1.7)",
    "random per frame": "d = Dot().add_updater(lambda m: m.shift(RIGHT * np.random.randn() * 0.1 + UP * random.random() * 0.1))\nself.add(d)\nself.play(Create(Square()))\nself.add(Dot(np.random.randn(3)))\nself.wait(2.2)",
    "value tracker": "t = ValueTracker(0)\nr = always_redraw(lambda: Square(1 + t.get_value()))\nself.add(r, TracedPath(lambda: r.get_corner(UR)))\nself.play(t.animate.set_value(2), run_time=2.5)",
    "scene updater": "d = Dot()\nself.add(d)\nself.add_updater(lambda dt: d.shift(UP * dt))\nself.wait(1.5)",
    "own animation": "self.play(Creep(Square()), run_time=1.3)\nself.play(Create(Circle()))",
    "composed": "g = VGroup(*[Dot([x, 0, 0]) for x in range(4)])\nself.play(LaggedStart(*[FadeIn(m) for m in g], lag_ratio=0.3))\nself.play(Succession(g[0].animate.shift(UP), g[1].animate.shift(DOWN)))\nself.play(AnimationGroup(Rotate(g), Indicate(g[2])))",
    "stop condition": "d = Dot().add_updater(lambda m, dt: m.shift(RIGHT * dt))\nself.add(d)\nself.wait_until(lambda: d.get_x() > 0.7)",
    "user rate function": "seen = []\ndef rate(t):\n    seen.append(t)\n    return t\nself.play(Create(Square(), rate_func=rate))\nself.add(Dot([len(seen) / 10, 0, 0]))\nself.wait(0.2)",
    "phase flow": "d = Dot(RIGHT)\nself.play(PhaseFlow(lambda p: np.array([-p[1], p[0], 0]), d, virtual_time=1), run_time=1)",
    "text per frame": "t = ValueTracker(0)\nm = always_redraw(lambda: Text(f'{t.get_value():.1f}', font_size=30))\nself.add(m)\nself.play(t.animate.set_value(9), run_time=3)",
    "formula per frame": "t = ValueTracker(0)\nm = always_redraw(lambda: MathTex(f'x={int(t.get_value())}'))\nself.add(m)\nself.play(t.animate.set_value(2), run_time=3)",
    "formula": "m = MathTex('a', '=', 'b')\nself.play(Write(m))\nself.play(TransformMatchingTex(m, MathTex('b', '=', 'a')))",
    "numbers": "n = DecimalNumber(0)\nself.play(ChangeDecimalToValue(n, 5))\nself.play(n.animate.set_value(7))",
    "speed": "d = Dot().add_updater(lambda m, dt: m.shift(RIGHT * dt))\nself.add(d)\nself.play(ChangeSpeed(Wait(2), speedinfo={0: 1, 1: 0.3}))",
}
HEAD = (
    "import random\nclass Creep(Animation):\n    def interpolate_mobject(self, alpha):\n"
    "        self.mobject.shift(0.01 * RIGHT)\n"
)


@pytest.mark.parametrize("name", SCENES)
def test_probe_and_render_report_the_same(farm: Farm, out: Path, name: str) -> None:
    code = scene(SCENES[name], head=HEAD)
    probe = farm.probe(code, "S", seed=3)
    render = farm.render(code, "S", out=out, seed=3)
    assert probe.ok, probe.error
    assert render.ok, render.error
    assert probe.report == render.report
    assert probe.duration == render.duration


@pytest.mark.parametrize("name", SCENES)
def test_skipping_frames_changes_nothing(farm: Farm, name: str) -> None:
    """Against the plainest truth: every frame stepped."""
    code = scene(SCENES[name], head=HEAD)
    stepped = scene("import render.stage\nrender.stage.can_skip = lambda scene: False\n" + SCENES[name], head=HEAD)
    order = {"width": 854, "height": 480, "fps": 15}
    request = farm._request(stepped, "S", order, None, None, 3) | {"policy": False}
    slow, fast = farm._run(request, None, None, None), farm.probe(code, "S", seed=3)
    assert slow.ok, slow.error
    assert fast.report is not None
    assert slow.report is not None
    for one, other in zip(fast.report.moments, slow.report.moments, strict=True):
        assert one.time == other.time
        for box, twin in zip(one.boxes, other.boxes, strict=True):
            assert (box.left, box.bottom, box.right, box.top) == pytest.approx(
                (twin.left, twin.bottom, twin.right, twin.top), abs=1e-4
            )


def test_probe_makes_no_files(farm: Farm) -> None:
    result = farm.probe(scene("self.play(Create(Circle()))"), "S")
    assert (result.video, result.poster, result.contact_sheet) == (None, None, None)


def test_probe_is_several_times_faster(farm: Farm, out: Path) -> None:
    code = scene("c = Circle()\nfor _ in range(4):\n    self.play(c.animate.scale(1.1))")
    probes = min(farm.probe(code, "S").wall for _ in range(3))
    renders = min(farm.render(code, "S", out=out).wall for _ in range(3))
    assert renders > 2 * probes


def test_error_after_some_animations_keeps_their_moments(farm: Farm) -> None:
    result = farm.probe(scene("self.play(Create(Circle()))\nself.play(Create(Square()))\nboom"), "S")
    assert result.error is not None
    assert result.report is not None
    assert [len(moment.boxes) for moment in result.report.moments] == [1, 2]
