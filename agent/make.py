"""From a wish to a video: runs the graph, joins the scenes, puts the results where the user wants them."""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

from agent.checkpoint import checkpoints
from agent.models.choose import choose_model
from agent.models.protocol import CodeModel, Usage
from agent.state import WHOLE, Event, Part, Renderer, SceneOutcome, Tools
from components_cache.styles import STYLES
from components_cache.wishes.files import copy
from core.errors import BadInput, NotMade
from core.finding import Finding
from core.settings import settings
from core.storyboard import Storyboard
from core.wish import MAX_WISH_LENGTH, QUALITIES, SIZES, Complexity, Wish
from layout.captions import Cue, webvtt

Served = Literal[
    "made",  # now
    "shared",  # now, for somebody who asked for the same a moment earlier
    "exact",  # earlier, for the same wish
    "semantic",  # earlier, for a wish that means the same
    "near",  # now, from the storyboard of a wish of the same kind
]


@dataclass(frozen=True)
class Origin:
    """The wish that a video was first made for, when (ISO 8601, UTC), and the seconds that it took."""

    wish: str
    made_at: str
    seconds: float


@dataclass(frozen=True)
class Made:
    """A finished video. `missing` names the scenes that could not be made; paths are absolute.

    `duration` is the video's length, `seconds` the time it took. `attempts` counts all scenes. `served` says how it was
    come by, `origin` what it was made for or from where that was another run.
    """

    title: str
    video: Path | None
    code: tuple[Path, ...]
    poster: Path | None
    contact_sheet: Path | None
    duration: float
    seconds: float
    attempts: int
    confidence: float
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)
    stages: tuple[tuple[str, float], ...] = ()
    served: Served = "made"
    origin: Origin | None = None
    storyboard: Storyboard | None = None
    captions: Path | None = None


async def make(
    wish: Wish,
    out: Path,
    *,
    farm: Renderer,
    model: CodeModel | None = None,
    code_only: bool = False,
    on_event: Callable[[Event], None] = lambda event: None,
    folder: Path | None = None,
    without: frozenset[Part] = WHOLE,
) -> Made:
    """Make the video of a wish into the folder `out`, with the parts in `without` switched off.

    A run that was killed goes on at its last finished step when the same wish is made again, in the same `folder`.
    Raises `BadInput`, `Unsupported`, `ModelError`, or `NotMade` when no scene could be made.
    """
    check_wish(wish)
    started = time.perf_counter()
    model = model or choose_model(wish.options.model, temperature=wish.options.temperature, seed=wish.options.seed)
    if code_only:
        return await _code_only(wish, out, model, started)
    folder = folder or settings().home / "runs" / run_id(wish)
    folder.mkdir(parents=True, exist_ok=True)
    watch = Stopwatch(on_event)
    tools = Tools(model, farm, folder, settings().attempts, settings().render_timeout, watch, without)
    state = await _run(wish, tools)
    outcomes = sorted(state["done"], key=lambda outcome: outcome.index)
    made = await asyncio.to_thread(_deliver, state["storyboard"], outcomes, out, folder)
    return replace(made, seconds=time.perf_counter() - started, usage=state["usage"], stages=watch.stages())


def check_wish(wish: Wish) -> None:
    """Raises `BadInput` for a wish or option that cannot be used."""
    if not wish.text.strip():
        raise BadInput("the wish is empty", advice='say what you want to see: tulku make "a circle becomes a square"')
    if len(wish.text) > MAX_WISH_LENGTH:
        raise BadInput(f"the wish has {len(wish.text)} characters; at most {MAX_WISH_LENGTH} are read")
    if any(ord(char) < 32 and char not in "\n\t\r" for char in wish.text):
        raise BadInput("the wish holds control characters", advice="send plain text")
    if wish.options.quality not in QUALITIES:
        raise BadInput(f"no quality {wish.options.quality!r}", advice=f"use one of {', '.join(QUALITIES)}")
    if wish.options.resolution and wish.options.resolution not in SIZES:
        raise BadInput(f"no resolution {wish.options.resolution!r}", advice=f"use one of {', '.join(SIZES)}")
    if wish.options.complexity not in get_args(Complexity):
        raise BadInput(
            f"no complexity {wish.options.complexity!r}", advice=f"use one of {', '.join(get_args(Complexity))}"
        )
    if wish.options.style not in STYLES:
        raise BadInput(f"no style {wish.options.style!r}", advice=f"use one of {', '.join(STYLES)}")


def run_id(wish: Wish) -> str:
    """Equal for the same wish with the same options."""
    return hashlib.sha256(json.dumps(asdict(wish), sort_keys=True).encode()).hexdigest()[:16]


class Stopwatch:
    """Passes events on and notes how long each stage took."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self.on_event = on_event
        self.seconds: dict[str, float] = {}
        self.stage, self.since = "start", time.perf_counter()

    def __call__(self, event: Event) -> None:
        if event["stage"] != self.stage:
            self._close(event["stage"])
        self.on_event(event)

    def _close(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[self.stage] = self.seconds.get(self.stage, 0.0) + now - self.since
        self.stage, self.since = stage, now

    def stages(self) -> tuple[tuple[str, float], ...]:
        self._close("end")
        return tuple(self.seconds.items())


async def _run(wish: Wish, tools: Tools) -> dict[str, Any]:
    """Run the graph, or go on with a run of the same wish that did not end."""
    from agent.graph import build

    config: dict[str, Any] = {"configurable": {"thread_id": tools.folder.name}, "recursion_limit": 200}
    async with checkpoints(tools.folder / "checkpoints.sqlite") as saver:
        graph = build(saver)
        start: dict[str, Any] | None = {"wish": wish, "usage": Usage()}
        found = await graph.aget_state(config)
        if found.next and found.values.get("storyboard"):
            tools.emit({"stage": "resumed", "scene": -1})
            start = None
        else:
            await saver.adelete_thread(tools.folder.name)
        return await graph.ainvoke(start, config, context=tools, durability="async")


async def _code_only(wish: Wish, out: Path, model: CodeModel, started: float) -> Made:
    board = (await model.plan(wish, ())).value
    codes = [(await model.write(wish, plan, ())).value for plan in board.scenes]
    out.mkdir(parents=True, exist_ok=True)
    paths = [_code_path(out, index, len(codes)) for index in range(len(codes))]
    for path, code in zip(paths, codes, strict=True):
        path.write_text(code.code, encoding="utf-8")
    used = tuple(name for code in codes for name in code.components)
    seconds = time.perf_counter() - started
    return Made(
        board.title,
        None,
        tuple(paths),
        None,
        None,
        0.0,
        seconds,
        1,
        board.confidence,
        components=used,
        storyboard=board,
    )


def _deliver(board: Storyboard, outcomes: list[SceneOutcome], out: Path, folder: Path) -> Made:
    """Copy code, video and stills into `out`. Raises `NotMade` when no scene was made."""
    made = [outcome for outcome in outcomes if outcome.made]
    if not made:
        raise _not_made(outcomes, folder)
    out.mkdir(parents=True, exist_ok=True)
    code = tuple(_write_code(outcome, out, len(outcomes)) for outcome in outcomes if outcome.code)
    video, duration = _video(made, out)
    first = made[0].result
    return Made(
        title=board.title,
        video=video,
        code=code,
        poster=_copied(made[-1].result and made[-1].result.poster, out / "poster.png"),
        contact_sheet=_copied(first and first.contact_sheet, out / "contact_sheet.png"),
        duration=duration,
        seconds=0.0,
        attempts=sum(outcome.attempts for outcome in outcomes),
        confidence=board.confidence,
        findings=tuple(finding for outcome in made for finding in outcome.findings),
        missing=tuple(f"{outcome.plan.title}: {outcome.problem}" for outcome in outcomes if not outcome.made),
        components=tuple(name for outcome in made if outcome.code for name in outcome.code.components),
        storyboard=board,
        captions=_captions(made, folder, out / "captions.vtt"),
    )


def _captions(made: list[SceneOutcome], folder: Path, target: Path) -> Path:
    """What can be read in the scenes that were made, one after another, as WebVTT."""
    found: list[Cue] = []
    start = 0.0
    for outcome in made:
        path = folder / f"scene-{outcome.index + 1}" / "captions.json"
        cues = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
        found += [Cue(start + cue["start"], start + cue["end"], cue["text"]) for cue in cues]
        start += outcome.result.duration if outcome.result else 0.0
    target.write_text(webvtt(found), encoding="utf-8")
    return target


def _not_made(outcomes: list[SceneOutcome], folder: Path) -> NotMade:
    problems = "; ".join(dict.fromkeys(outcome.problem or "unknown" for outcome in outcomes))
    return NotMade(
        f"no scene could be made: {problems}",
        kept=str(folder),
        advice=f"every attempt and its error is kept in {folder}; say it in other words, or use another model",
    )


def _write_code(outcome: SceneOutcome, out: Path, count: int) -> Path:
    path = _code_path(out, outcome.index, count)
    path.write_text(outcome.code.code if outcome.code else "", encoding="utf-8")
    return path


def _code_path(out: Path, index: int, count: int) -> Path:
    return out / ("scene.py" if count == 1 else f"scene_{index + 1}.py")


def _video(made: list[SceneOutcome], out: Path) -> tuple[Path, float]:
    from render.join import join

    parts = [outcome.result.video for outcome in made if outcome.result and outcome.result.video]
    target = out / "animation.mp4"
    if len(parts) > 1:
        return target, join(parts, target)
    _copied(parts[0], target)
    return target, made[0].result.duration if made[0].result else 0.0


def _copied(source: Path | None, target: Path) -> Path | None:
    if source is None or not source.exists():
        return None
    copy(source, target)
    return target
