"""Warming the zygote up: everything a first scene would pay for is done once, before the first fork."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from render.texlink import question

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


def warm_up() -> None:
    """Import Manim and what scenes use, find the fonts, draw and encode one small frame."""
    keep_memory()
    import manim

    config: Any = manim.config
    with tempfile.TemporaryDirectory() as folder:
        config.media_dir = folder
        config.verbosity = "CRITICAL"
        config.progress_bar = "none"
        config.disable_caching = True
        from render import report, stage, svg
        from render.blame import FILE

        stage.install()
        svg.install()
        report.mark_sources(FILE)
        config.pixel_width, config.pixel_height, config.frame_rate = 128, 72, 15
        try:
            _touch(Path(folder))
        except Exception as problem:  # a cold start is slower, not wrong
            print(f"warming up failed: {problem!r}", file=sys.stderr)


def keep_memory() -> None:
    """Keep freed frame buffers: giving 1.6 MB back and fetching it again costs more than drawing a frame."""
    mallopt = ctypes.CDLL(None).mallopt
    mallopt(_M_MMAP_THRESHOLD, 1 << 30)
    mallopt(_M_TRIM_THRESHOLD, 1 << 30)


def common_formulas() -> list[dict[str, str]]:
    """What to ask the TeX desk for the characters of numbers: every `DecimalNumber` is set from these."""
    from manim import MathTex
    from manim.mobject.text import tex_mobject

    module: Any = tex_mobject
    asked: list[dict[str, str]] = []

    def note(expression: str, environment: str | None = None, tex_template: Any = None) -> Path:
        asked.append(question(expression, environment, tex_template))
        raise _NotedError

    plain, module.tex_to_svg_file = module.tex_to_svg_file, note
    for character in "0123456789.-+,":
        with suppress(_NotedError):
            MathTex(character)
    module.tex_to_svg_file = plain
    return asked


class _NotedError(Exception):
    """Ends a formula that is only noted."""


_SCENE = """
from manim import *
class Warm(Scene):
    def construct(self):
        group = VGroup(Square(fill_opacity=1), Dot(), Line(), Text("Aa")).arrange()
        self.play(Create(group), run_time=0.2)
        self.play(group.animate.shift(UP), run_time=0.2)
        self.wait(0.2)
"""


def _touch(folder: Path) -> None:
    """Run a small scene as a probe, and draw, encode, join and check two frames, all in this process."""
    from render import gallery, policy, scene, stamp
    from render.crew import Scout
    from render.encode import Encoder, Segment, join
    from render.order import Order
    from render.stage import StageRenderer
    from render.texlink import Channel

    stamp.remember_manim()
    nowhere = os.open("/dev/null", os.O_WRONLY)
    order = Order(64, 64, 15)
    policy.check(_SCENE)
    StageRenderer.crew = Scout(order, folder, Channel(nowhere, folder))
    stage = scene.scenes_in(scene.load(_SCENE))["Warm"]()
    stage.render()
    stage.renderer.update_frame(stage)
    pixels = stage.renderer.camera.pixel_array
    height, width = pixels.shape[:2]
    encoder = Encoder(folder / "warm.seg", width, height, 15, order.encoding)
    encoder.add(pixels, 2)
    encoder.close({"ink": 1.0})
    join([Segment.load(folder / "warm.seg")], folder / "warm.mp4", (width, height), 15, order.encoding)
    gallery.check(folder / "warm.mp4", 2)
    np.save(folder / "warm.thumb.npy", pixels[::2, ::2, :3])
    gallery.contact_sheet([folder / "warm.thumb.npy"], folder / "warm.png")
    gallery.poster([(1.0, folder / "warm.thumb.npy")], folder / "warm.png")
    os.close(nowhere)
    sys.modules.pop("scene", None)
