"""A quick look at a component or a scene file: contact sheet and layout findings, without encoding a video.

    python -m eval.preview bubble_sort values=[3,1,2] -o sheet.png
    python -m eval.preview scene.py SceneName -o sheet.png

Every frame is stepped through, so updaters behave as in a render; only the last frame of each animation, and
a few in the middle of long ones, are drawn. For authors of the library: it trusts the code it runs.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.report import Moment, SceneReport
from layout.findings import check

TILE = (480, 270)
COLUMNS = 4


def main() -> None:
    """Parse the command line, play the scene, print findings, save the sheet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", help="a component's name or a Python file")
    parser.add_argument("arguments", nargs="*", help="name=value for a component, a scene name for a file")
    parser.add_argument("-o", "--out", type=Path, default=Path("preview.png"))
    parser.add_argument("--most", type=int, default=24, help="most tiles on the sheet")
    parser.add_argument("--code", type=Path, help="also write the composed code here")
    options = parser.parse_args()
    started = time.perf_counter()
    code, name = _code(options.target, options.arguments)
    if options.code:
        options.code.write_text(code, encoding="utf-8")
    report, frames = play(code, name)
    for finding in check(report):
        print(f"{finding.kind:12} after animation {finding.moment:3}, line {finding.line}: {finding.message}")
    spent = time.perf_counter() - started
    print(f"{name}: {report.animations} animations, {report.duration:.1f} s of video, {spent:.1f} s")
    _sheet(frames, options.most).save(options.out)
    print(options.out)


def _code(target: str, arguments: list[str]) -> tuple[str, str]:
    if target.endswith(".py"):
        return Path(target).read_text(encoding="utf-8"), arguments[0] if arguments else ""
    from components_cache.catalogue import catalogue
    from components_cache.compose import compose, scene_name
    from core.storyboard import ActCall

    component = catalogue()[target]
    pairs = tuple((key, value) for key, _, value in (argument.partition("=") for argument in arguments))
    made = compose(component.title, (ActCall(target, pairs),), scene_name(component.title))
    return made.code, made.name


def play(code: str, name: str) -> tuple[SceneReport, list[Any]]:
    """Run a scene and return its report and the drawn frames (arrays of 480 x 854 x 4)."""
    from manim import Scene, tempconfig

    with tempconfig({"quality": "low_quality", "dry_run": True, "progress_bar": "none", "verbosity": "ERROR"}):
        space: dict[str, Any] = {"__name__": "preview"}
        exec(compile(code, "scene.py", "exec", dont_inherit=True), space)  # noqa: S102  # the author's own code
        scenes = [
            v for v in space.values() if isinstance(v, type) and issubclass(v, Scene) and v.__module__ == "preview"
        ]
        chosen = next((s for s in scenes if s.__name__ == name), scenes[-1])
        moments: list[Moment] = []
        frames: list[Any] = []
        with _watched(moments, frames):
            chosen().render()
    duration = moments[-1].time if moments else 0.0
    return SceneReport(chosen.__name__, tuple(moments), duration), frames


@contextmanager
def _watched(moments: list[Moment], frames: list[Any]) -> Generator[None]:
    """Step frames without drawing; after each animation take a snapshot and draw once."""
    from manim.renderer.cairo_renderer import CairoRenderer

    from render.report import snapshot

    kept = {key: getattr(CairoRenderer, key) for key in ("play", "render", "add_frame", "save_static_frame_data")}
    clock = {"last": 0.0}

    def draw(renderer: Any, scene: Any) -> None:
        renderer.static_image = None
        renderer.update_frame(scene)
        frames.append(renderer.get_frame())

    def step(renderer: Any, scene: Any, at: float, moving: Any = None) -> None:
        renderer.add_frame(None)
        if at - clock["last"] > 1.5:
            clock["last"] = at
            draw(renderer, scene)

    def count(renderer: Any, frame: Any, num_frames: int = 1) -> None:
        renderer.time += num_frames / renderer.camera.frame_rate

    def watch(renderer: Any, scene: Any, *args: Any, **kwargs: Any) -> None:
        before = renderer.time
        clock["last"] = 0.0
        kept["play"](renderer, scene, *args, **kwargs)
        draw(renderer, scene)
        names = tuple(str(animation) for animation in scene.animations or [])
        moments.append(Moment(len(moments), renderer.time, renderer.time - before, snapshot(scene), names))

    CairoRenderer.play = watch  # type: ignore[method-assign]
    CairoRenderer.render = step  # type: ignore[method-assign]
    CairoRenderer.add_frame = count  # type: ignore[method-assign]
    CairoRenderer.save_static_frame_data = lambda *_: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        for key, value in kept.items():
            setattr(CairoRenderer, key, value)


def _sheet(frames: list[Any], most: int) -> Any:
    """A grid of evenly chosen frames, in reading order."""
    from PIL import Image

    step = max(1, -(-len(frames) // most))
    chosen = frames[::-1][::step][::-1]  # the last frame is always on it
    rows = -(-len(chosen) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * TILE[0], max(1, rows) * TILE[1]), "#333333")
    for place, frame in enumerate(chosen):
        tile = Image.fromarray(frame[:, :, :3]).resize((TILE[0] - 4, TILE[1] - 4))
        sheet.paste(tile, ((place % COLUMNS) * TILE[0] + 2, (place // COLUMNS) * TILE[1] + 2))
    return sheet


if __name__ == "__main__":
    main()
