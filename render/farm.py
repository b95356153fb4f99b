"""The client of the render farm: `Farm.connect()`, then `render` and `probe` from any thread."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from core import settings as configuration
from core.errors import BadInput
from core.run import RunResult, SceneError
from core.settings import Settings
from core.wish import QUALITIES, SIZES, Quality, Resolution, frame
from render import launch, wire
from render.encode import CRF
from render.parcel import take
from render.segments import Shelf

Format = Literal["mp4", "gif", "webm", "png"]
OnEvent = Callable[[dict[str, Any]], None]

_MOST_ASSETS = 512 << 20


class Farm:
    """A connection to the warm render farm. Cheap to make, safe to share between threads: each job has its own socket.

    Nothing that generated code does raises here: it comes back in the `RunResult`. Raises FarmError only where the farm
    cannot start or cannot guard what it runs, BadInput for options that make no sense.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @classmethod
    def connect(cls, *, settings: Settings | None = None) -> Farm:
        """Join the living zygote, or start one; it warms up while the caller goes on. Raises FarmError."""
        farm = cls(settings or configuration.settings())
        launch.reach(farm._settings).close()
        return farm

    def close(self) -> None:
        """Part from the farm. The zygote stays warm for others, and ends by itself when idle."""

    def render(
        self,
        code: str,
        scene: str | None,
        *,
        quality: Quality = "low",
        resolution: Resolution = "",
        out: Path,
        final: bool = False,
        format: Format = "mp4",  # the name users know
        on_event: OnEvent | None = None,
        timeout: float | None = None,
        memory: int | None = None,
        seed: int = 0,
        assets: Path | None = None,
        scope: str | None = None,
    ) -> RunResult:
        """Render a scene and put the files at `out`.

        `out` is a folder (files are named after the scene) or, with the format's own ending, the video's path.
        `scene=None` means the only one in the file. `final` encodes slower and smaller. `timeout` in seconds, `memory`
        in MiB; `assets` is a folder whose files the scene may use. Renders of one `scope` share unchanged segments: by
        default all those to one path; empty for none. `on_event` hears
        `{"stage": "run"|"draw", "animation": n, "of": total or None, "time": video seconds}`.
        """
        if format not in ("mp4", "gif", "webm", "png"):
            raise BadInput(f"unknown format {format}", advice="mp4, gif, webm or png")
        order = _order(quality, resolution) | {"format": format, "final": final, "painters": (os.cpu_count() or 1) + 1}
        request = self._request(code, scene, order, timeout, memory, seed)
        scope = f"{out.resolve()}:{scene or ''}" if scope is None else scope
        shelf = Shelf(launch.farm_folder(self._settings), scope) if scope and format != "png" else None
        return self._run(request, on_event, out, assets, shelf)

    def probe(
        self,
        code: str,
        scene: str | None,
        *,
        quality: Quality = "low",
        on_event: OnEvent | None = None,
        timeout: float | None = None,
        memory: int | None = None,
        seed: int = 0,
        assets: Path | None = None,
    ) -> RunResult:
        """Run a scene without drawing: its report, or its error, several times sooner than a render."""
        request = self._request(code, scene, _order(quality), timeout, memory, seed)
        return self._run(request, on_event, None, assets)

    def _request(
        self, code: str, scene: str | None, order: dict[str, Any], timeout: float | None, memory: int | None, seed: int
    ) -> dict[str, Any]:
        return {
            "code": code,
            "scene": scene,
            "order": order,
            "timeout": timeout or self._settings.render_timeout,
            "memory": memory or self._settings.render_memory,
            "seed": seed,
        }

    def _run(
        self,
        request: dict[str, Any],
        on_event: OnEvent | None,
        out: Path | None,
        assets: Path | None,
        shelf: Shelf | None = None,
    ) -> RunResult:
        began = time.perf_counter()
        if assets is not None:
            request["assets"] = self._stage_assets(assets)
        result = None
        for last in (False, True):
            if shelf:
                request["order"]["stamped"] = True
                request["segments"] = shelf.stage()
            result = self._try(request, on_event, out, shelf, last=last)
            if result:
                break
        return replace(result or _lost("the render farm does not accept jobs"), wall=time.perf_counter() - began)

    def _try(
        self, request: dict[str, Any], on_event: OnEvent | None, out: Path | None, shelf: Shelf | None, *, last: bool
    ) -> RunResult | None:
        """One attempt; None if the zygote went away, say of idleness, just before it took the job."""
        taken = False

        def note(message: dict[str, Any]) -> None:
            nonlocal taken
            taken = True
            if on_event and isinstance(message.get("event"), dict):
                on_event(message["event"])

        with launch.reach(self._settings) as link:
            try:
                link.sendall(wire.line(request))
                said, end = _listen(link, note)
                if end is None and not taken and not last:
                    return None
                result = _result(said, end)
                if out is not None and end:
                    result = _fetch(result, said, Path(end["folder"]), out, request["order"]["format"])
                if shelf and end and result.ok:
                    shelf.keep(Path(end["folder"]), said.get("segments", []))
            except (OSError, ValueError, KeyError, TypeError, IndexError) as problem:
                if isinstance(problem, ConnectionError) and not taken and not last:
                    return None
                result = _lost(f"the render farm broke off, or the scene sent nonsense: {problem!r}")
        return result

    def _stage_assets(self, assets: Path) -> str:
        """Copy plain files to where the zygote can hand them to the job; links are left out."""
        name = f"assets-{secrets.token_hex(8)}"
        target = launch.farm_folder(self._settings) / "jobs" / name
        total = 0
        for source in sorted(assets.rglob("*")):
            if source.is_symlink() or not source.is_file():
                continue
            total += source.stat().st_size
            if total > _MOST_ASSETS:
                raise BadInput(
                    f"{assets} is too big", advice=f"at most {_MOST_ASSETS >> 20} MiB of files for one scene"
                )
            copy = target / source.relative_to(assets)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
        return name


def _order(quality: Quality, resolution: Resolution = "") -> dict[str, Any]:
    try:
        width, height, fps = frame(quality, resolution)
    except KeyError as error:
        raise BadInput(f"no quality or resolution {error}", advice=", ".join((*QUALITIES, *SIZES))) from error
    return {"width": width, "height": height, "fps": fps, "crf": CRF[quality]}


def _listen(link: socket.socket, note: OnEvent) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """All that a job says: its result line (empty if it never came) and how its process ended (None: farm gone)."""
    said: dict[str, Any] = {}
    total: Any = None
    while True:
        got = wire.receive(link)
        if got is None:
            return said, None
        kind, message = got
        if not isinstance(message, dict):  # pyright: ignore[reportUnnecessaryIsInstance]  # a stranger's JSON
            raise ValueError("the scene sent nonsense")
        if kind == wire.EXIT:
            return said, message
        if "result" in message:
            said = message["result"]
        total = message.get("total", total)
        if isinstance(message.get("event"), dict):
            message["event"]["of"] = total
        note(message)


_KILLS: dict[str, SceneError] = {
    "timeout": SceneError("timeout", "the scene ran out of time and had to be killed"),
    "memory": SceneError("memory", "the scene used too much memory"),
    "processes": SceneError("killed", "the scene started too many processes"),
    "disk": SceneError("killed", "the scene wrote too much to disk"),
}


def _lost(message: str) -> RunResult:
    return RunResult("error", error=SceneError("farm", message))


def _result(said: dict[str, Any], end: dict[str, Any] | None) -> RunResult:
    if end is None:
        return _lost("the render farm was killed or crashed while this scene ran; trying again starts a new one")
    error = _error(said, end)
    report = wire.unpack_report(said["report"]) if said else None
    return RunResult(
        status="error" if error else "ok",
        scene=str(said.get("scene", "")),
        error=error,
        duration=report.duration if report else 0.0,
        cpu=float(end["cpu"]),
        report=report,
        timings=wire.unpack_timings(said.get("timings", [])),
        scenes=tuple(map(str, said.get("scenes", []))),
        guards=tuple(end["guards"]),
        missing_guards=tuple(end["missing"]),
    )


def _error(said: dict[str, Any], end: dict[str, Any]) -> SceneError | None:
    if end["killed"] in _KILLS and not said:
        return _KILLS[end["killed"]]
    if "error" in said:
        return wire.unpack_error(said["error"])
    if said:
        return None
    signal = -int(end["code"])
    how = f"by signal {signal}" if signal > 0 else f"with code {-signal}"
    return SceneError("killed", f"the scene's process ended {how} without a result")


def _fetch(result: RunResult, said: dict[str, Any], folder: Path, out: Path, form: str) -> RunResult:
    """Take the job's files to where the caller wants them."""
    files = said.get("files", {})
    video = _target(out, result.scene, form)
    video.parent.mkdir(parents=True, exist_ok=True)
    base = video.with_suffix("")
    targets = {
        "video": video,
        "poster": video if form == "png" else base.with_name(f"{base.name}-poster.png"),
        "contact_sheet": base.with_name(f"{base.name}-contact.png"),
    }
    taken = {name: take(folder, str(files.get(name, "")), target) for name, target in targets.items()}
    if form == "png":
        taken["video"] = taken["poster"]
    if result.ok and taken["video"] is None:
        return replace(result, status="error", error=SceneError("output", "the job left no video"), **taken)
    return replace(result, **taken)


def _target(out: Path, scene: str, form: str) -> Path:
    if out.suffix == f".{form}":
        return out
    safe = "".join(c for c in scene if c.isidentifier() or c.isdigit()) or "scene"
    return out / f"{safe}.{form}"
