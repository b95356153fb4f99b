"""A reference picture, the converted scene's picture, and what the comparison says."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image

from eval.conversion.likeness.measure import Likeness, compare
from eval.conversion.survey import Listed
from eval.conversion.trial import Prepared, prepare
from render.farm import Farm

Status = Literal["same", "other", "failed"]


@dataclass(frozen=True, slots=True)
class Pair:
    """One scene. `failed` means that there is no converted picture; `message` then says why."""

    listed: Listed
    reference: Path
    status: Status
    drawn: Path | None = None
    likeness: Likeness | None = None
    message: str = ""


def references(frames: Path, root: Path, listed: list[Listed]) -> list[tuple[Listed, Path]]:
    """The scenes of the clone for which `frames` holds a picture, by path; leading underscores may be missing."""
    known = {(_plain(scene.file.relative_to(root).with_suffix("")), scene.name): scene for scene in listed}
    found = []
    for picture in sorted(frames.rglob("*.png")):
        scene = known.get((_plain(picture.parent.relative_to(frames)), picture.stem))
        if scene:
            found.append((scene, picture))
    return found


def _plain(path: Path) -> str:
    """manimgl's mirrored folders lose the underscore that folder names of years begin with."""
    return path.as_posix().lstrip("_")


def pairs(
    scenes: list[tuple[Listed, Path]], root: Path, pictures: Path, *, jobs: int, timeout: float
) -> Iterator[Pair]:
    """Convert, render and compare; a picture in `pictures` that this very code has drawn is used again."""
    farm = Farm.connect()
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(lambda scene: _pair(farm, scene, root, pictures, timeout), scenes)


def _pair(farm: Farm, scene: tuple[Listed, Path], root: Path, pictures: Path, timeout: float) -> Pair:
    listed, reference = scene
    prepared = prepare(listed, root)
    if prepared.error:
        return Pair(listed, reference, "failed", message=f"converter: {prepared.error}")
    drawn = pictures / f"{prepared.key}.png"
    message = "" if drawn.exists() else _draw(farm, prepared, drawn, timeout)
    if message:
        return Pair(listed, reference, "failed", message=message)
    with Image.open(reference) as one, Image.open(drawn) as two:
        likeness = compare(one, two)
    return Pair(listed, reference, "same" if likeness.same else "other", drawn, likeness)


def _draw(farm: Farm, prepared: Prepared, target: Path, timeout: float) -> str:
    """Render the last frame; why it could not be, or nothing. A blank last frame is a picture too."""
    trial = target.with_suffix(".new.png")
    result = farm.render(prepared.code, prepared.listed.name, format="png", out=trial, timeout=timeout)
    error = result.error
    if error and not (error.kind == "output" and trial.exists()):
        trial.unlink(missing_ok=True)
        return f"{error.kind}: {error.message}"
    trial.replace(target)
    return ""
