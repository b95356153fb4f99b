"""Between a finished video and what the cache keeps of it, and between errors and what is remembered of them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from agent.make import Made, Origin, Served
from components_cache.wishes.record import Kept, Refusal
from core import errors
from core.finding import Finding
from core.storyboard import ActCall, ScenePlan, Storyboard
from core.times import now

KEPT = ("title", "duration", "attempts", "confidence", "missing", "components")
"""Fields of `Made` that are kept as they are."""


def to_keep(made: Made) -> tuple[dict[str, Path], dict[str, Any], dict[str, Any]]:
    """Files by name, details and storyboard of a finished video."""
    paths = [made.video, *made.code, made.poster, made.contact_sheet, made.captions]
    details = {name: getattr(made, name) for name in KEPT}
    details["findings"] = [asdict(finding) for finding in made.findings]
    return {path.name: path for path in paths if path}, details, asdict(made.storyboard) if made.storyboard else {}


def from_kept(kept: Kept, paths: dict[str, Path], served: Served) -> Made:
    """The finished video again, from its copies."""
    details = kept.details
    return Made(
        title=details["title"],
        video=paths.get("animation.mp4"),
        code=tuple(path for name, path in sorted(paths.items(), key=_place) if name.endswith(".py")),
        poster=paths.get("poster.png"),
        contact_sheet=paths.get("contact_sheet.png"),
        duration=details["duration"],
        seconds=0.0,
        attempts=details["attempts"],
        confidence=details["confidence"],
        findings=tuple(map(_finding, details["findings"])),
        missing=tuple(details["missing"]),
        components=tuple(details["components"]),
        served=served,
        origin=origin(kept),
        storyboard=storyboard(kept.plan),
        captions=paths.get("captions.vtt"),
    )


def origin(kept: Kept) -> Origin:
    """What a kept video was made for."""
    return Origin(kept.text, kept.made_at.isoformat(timespec="seconds"), round(kept.seconds, 3))


def _finding(data: dict[str, Any]) -> Finding:
    keys: Any = tuple(data["keys"])
    return Finding(**(data | {"keys": keys}))


def _place(item: tuple[str, Path]) -> tuple[int, str]:
    """Scene 2 comes before scene 10."""
    return len(item[0]), item[0]


def storyboard(plan: dict[str, Any]) -> Storyboard | None:
    """A storyboard from its plain data."""
    if not plan:
        return None
    scenes = tuple(
        ScenePlan(
            scene["title"],
            scene["brief"],
            scene["kind"],
            tuple(ActCall(call["component"], tuple((n, v) for n, v in call["arguments"])) for call in scene["calls"]),
        )
        for scene in plan["scenes"]
    )
    return Storyboard(plan["title"], scenes, plan["confidence"], tuple(plan.get("notes", ())))


def refused(error: errors.TulkuError) -> Refusal:
    """What is remembered of an error."""
    more = {name: getattr(error, name) for name in ("nearest", "kept") if getattr(error, name, None)}
    return Refusal(type(error).__name__, error.message, error.advice, now(), more)


def raised(refusal: Refusal, *, again: bool = True) -> errors.TulkuError:
    """The remembered error; `again` says that it is an earlier one."""
    kind = getattr(errors, refusal.kind, errors.TulkuError)
    known = {name: tuple(value) if name == "nearest" else value for name, value in refusal.more.items()}
    error = kind(refusal.message, advice=refusal.advice, **known)
    if again and refusal.kind != "Unsupported":
        ago = max(1, round((now() - refusal.at).total_seconds()))
        error.add_note(f"tried {ago} s ago")
        error.advice = f"{refusal.advice}; this was tried {ago} s ago, --fresh tries it again".lstrip("; ")
    return error
