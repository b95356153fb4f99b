"""The child's work: compile the user's file, find the scene, run it, put the outcome on the channel.

Runs inside the sandbox. Whatever happens in here is data for the zygote and the client, never trusted.
"""

from __future__ import annotations

import json
import linecache
import os
import random
import signal
import sys
import types
from pathlib import Path
from typing import Any, NoReturn

from core.report import SceneReport
from core.run import SceneError
from render import gallery, policy, wire
from render.blame import FILE, NoScene, OutOfTime, blame
from render.crew import Painter, Scout
from render.encode import Segment, join
from render.order import Order
from render.stage import StageRenderer
from render.texlink import Channel, TexLink


def run(request: dict[str, Any], folder: Path, link: int) -> None:
    """Run one job and send its result line. Returns when all is said."""
    _silence()
    channel = Channel(link, folder)
    order = Order(**request["order"])
    scout = Scout(order, folder, channel)
    StageRenderer.crew = scout
    outcome: dict[str, Any] = {"scene": request.get("scene") or "", "scenes": []}
    try:
        _arm(float(request["timeout"]))
        _run(request, folder, scout, outcome)
    except BaseException as problem:  # a failure of user code, whatever its kind, is data
        signal.setitimer(signal.ITIMER_REAL, 0)
        _painter_fails(problem)
        outcome["error"] = _as_data(blame(problem))
    report = SceneReport(outcome["scene"], tuple(scout.moments), **outcome.pop("stage", {}))
    outcome["report"] = wire.pack_report(report)
    outcome["timings"] = [[t.index, t.run_time, t.wall] for t in scout.timings]
    channel.say({"result": outcome})


def _silence() -> None:
    nothing = os.open("/dev/null", os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nothing, handle)


def _arm(seconds: float) -> None:
    def over(_number: int, _frame: Any) -> NoReturn:
        raise OutOfTime

    signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _painter_fails(problem: BaseException) -> None:
    if isinstance(StageRenderer.crew, Painter):
        StageRenderer.crew.fail(problem)


def _as_data(error: SceneError) -> dict[str, Any]:
    return {name: getattr(error, name) for name in error.__slots__}


class Refused(Exception):
    """Carries a finished SceneError."""


def _run(request: dict[str, Any], folder: Path, scout: Scout, outcome: dict[str, Any]) -> None:
    code = str(request["code"])
    refusal = policy.check(code) if request.get("policy", True) else None
    if refusal:
        outcome["error"] = _as_data(refusal)
        return
    _configure(scout.order, folder, int(request["seed"]))
    TexLink(scout.channel, folder).install()
    module = load(code)
    kinds = scenes_in(module)
    outcome["scenes"] = list(kinds)
    kind = _choose(kinds, request.get("scene"))
    outcome["scene"] = kind.__name__
    scene = kind()
    try:
        scene.render()
    finally:
        outcome["stage"] = _facts(scene, scout.order)
    if isinstance(StageRenderer.crew, Painter):
        StageRenderer.crew.finish()
    scout.gather()
    _paint_out(scene, scout, outcome)


def _configure(order: Order, folder: Path, seed: int) -> None:
    import numpy as np
    from manim import config

    settings: Any = config
    settings.pixel_width, settings.pixel_height, settings.frame_rate = order.width, order.height, order.fps
    settings.media_dir = str(folder)
    settings.assets_dir = str(folder / "assets")
    settings.seed = seed
    os.environ.clear()
    random.seed(seed)
    np.random.seed(seed)  # what user code draws from


def load(code: str) -> types.ModuleType:
    """Run a file's top level as the module `scene`. Raises whatever it raises."""
    module = types.ModuleType("scene")
    module.__file__ = FILE
    sys.modules["scene"] = module
    linecache.cache[FILE] = (len(code), None, code.splitlines(keepends=True), FILE)
    exec(compile(code, FILE, "exec", dont_inherit=True), module.__dict__)  # noqa: S102  # the purpose of the sandbox
    return module


def scenes_in(module: types.ModuleType) -> dict[str, Any]:
    from manim import Scene

    return {
        name: thing
        for name, thing in vars(module).items()
        if isinstance(thing, type)
        and issubclass(thing, Scene)
        and thing.__module__ == "scene"
        and name == thing.__name__
    }


def _choose(kinds: dict[str, Any], name: str | None) -> Any:
    there = ", ".join(kinds) or "none"
    if name:
        if name in kinds:
            return kinds[name]
        raise NoScene(f"there is no scene {name} in the file; scenes there: {there}")
    if len(kinds) != 1:
        raise NoScene("the file has no scene" if not kinds else f"which scene? The file has several: {there}")
    return next(iter(kinds.values()))


def _facts(scene: Any, order: Order) -> dict[str, Any]:
    from manim import ManimColor

    camera = scene.renderer.camera
    return {
        "duration": scene.renderer.frame / order.fps,
        "background": ManimColor(camera.background_color).to_hex().lower()[:7],
        "three_d": hasattr(camera, "project_points"),
    }


def _paint_out(scene: Any, scout: Scout, outcome: dict[str, Any]) -> None:
    if not scout.order.format:
        return
    if scout.order.moves and scout.parts:
        _video(scout, outcome)
    else:
        _still(scene, scout, outcome)


def _still(scene: Any, scout: Scout, outcome: dict[str, Any]) -> None:
    """A png of the last frame: asked for, or because the scene plays nothing."""
    from PIL import Image

    if scout.order.moves:
        outcome["error"] = _as_data(SceneError("output", "the scene plays no animation, so there is no video"))
    renderer = scene.renderer
    renderer.static_image = None
    renderer.update_frame(scene)
    pixels = renderer.camera.pixel_array
    if bool((pixels == pixels[0, 0]).all()) and "error" not in outcome:
        outcome["error"] = _as_data(SceneError("output", "the picture is blank"))
    Image.fromarray(pixels[:, :, :3].copy()).save(scout.folder / "poster.png", compress_level=1)
    outcome["files"] = {"video": "", "poster": "poster.png", "contact_sheet": ""}


def _video(scout: Scout, outcome: dict[str, Any]) -> None:
    broken = [part.note for part in scout.parts if not part.segment.exists()]
    if broken:
        outcome["error"] = _drawing_error(broken[0])
        return
    segments = [Segment.load(part.segment) for part in scout.parts]
    order, folder = scout.order, scout.folder
    _pictures(scout, segments)
    video = folder / "video.mp4"
    join(segments, video, (order.width, order.height), order.fps, order.encoding)
    frames = sum(segment.frames for segment in segments)
    if order.format != "mp4":
        source, video = video, folder / f"video.{order.format}"
        gallery.convert(source, video, order.fps)
    trouble = gallery.check(video, frames if order.format == "mp4" else 0)
    if not trouble and all(segment.facts["blank"] for segment in segments):
        trouble = "the video is blank: every frame is one plain colour"
    if trouble:
        outcome["error"] = _as_data(SceneError("output", trouble))
    keys = [(segment.facts.get("key"), part.segment) for segment, part in zip(segments, scout.parts, strict=True)]
    outcome["segments"] = [[key, str(path.relative_to(folder))] for key, path in keys if key]
    outcome["files"] = {"video": video.name, "poster": "poster.png", "contact_sheet": "contact.png"}


def _drawing_error(note: Path) -> dict[str, Any]:
    try:
        return json.loads(note.read_text())
    except (OSError, ValueError):
        return _as_data(SceneError("killed", "a process that drew frames died, perhaps of the memory limit"))


def _pictures(scout: Scout, segments: list[Segment]) -> None:
    bests = [(s.facts["ink"], part.best) for s, part in zip(segments, scout.parts, strict=True)]
    gallery.poster([best for best in bests if best[1].exists()], scout.folder / "poster.png")
    waits = {m.index for m in scout.moments if m.animations == ("Wait",)}
    thumbs = sorted(scout.folder.glob("*.thumb.npy"))
    moving = [thumb for thumb in thumbs if int(thumb.name[:6]) not in waits]
    gallery.contact_sheet(moving or thumbs, scout.folder / "contact.png")
