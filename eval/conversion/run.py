"""Converts and probes many scenes, two at a time, with a progress bar; what the ledger knows is not probed again."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from eval.conversion.ledger import Ledger
from eval.conversion.survey import Listed
from eval.conversion.trial import Prepared, Trial, draw, judge, prepare, probe
from render.farm import Farm


@dataclass(frozen=True, slots=True)
class Choice:
    """Which scenes to try: `sample` of them at random by `seed` (0: all), of these years, in files or with names that
    contain `match`."""

    sample: int = 0
    seed: int = 1
    years: tuple[int, int] = (0, 9999)
    match: str = ""


def choose(listed: Iterable[Listed], choice: Choice) -> list[Listed]:
    """Scenes that count, in a random but repeatable order where a sample is asked for."""
    first, last = choice.years
    own = [
        scene
        for scene in listed
        if not scene.apart
        and (first <= scene.year <= last)
        and (not choice.match or choice.match in f"{scene.file.as_posix()}:{scene.name}")
    ]
    return random.Random(choice.seed).sample(own, min(choice.sample, len(own))) if choice.sample else own


@dataclass(frozen=True, slots=True)
class Means:
    """How to try scenes: `pictures` is the folder for contact sheets, None where nothing is to be drawn."""

    ledger: Ledger
    jobs: int = 2
    timeout: float = 120.0
    pictures: Path | None = None


def run(scenes: list[Listed], root: Path, means: Means) -> Iterator[Trial]:
    """Trials as they end."""
    farm = Farm.connect()

    def one(scene: Listed) -> Trial:
        prepared = prepare(scene, root)
        if prepared.error:
            return judge(prepared, _crash(prepared))
        return judge(prepared, _facts(prepared, farm, means))

    with _progress() as bar, ThreadPoolExecutor(means.jobs) as pool:
        task = bar.add_task("scenes", total=len(scenes), passed=0)
        passed = 0
        for future in as_completed([pool.submit(one, scene) for scene in scenes]):
            trial = future.result()
            passed += trial.ok
            bar.update(task, advance=1, passed=passed)
            yield trial


def _facts(prepared: Prepared, farm: Farm, means: Means) -> dict[str, Any]:
    """What the ledger knows of this code, or what a probe, and where asked for a render, now shows."""
    facts = means.ledger.known(prepared.key)
    if facts is None:
        facts = probe(prepared, farm, means.timeout)
        means.ledger.keep(prepared.key, facts)
    if means.pictures is None or facts.get("kind"):
        return facts
    drawn = means.ledger.known(f"drawn:{prepared.key}")
    if drawn is None or not Path(drawn.get("sheet") or means.pictures).exists():
        drawn = draw(prepared, facts, farm, means.pictures, 3 * means.timeout)
        means.ledger.keep(f"drawn:{prepared.key}", drawn)
    return drawn


def _crash(prepared: Prepared) -> dict[str, Any]:
    return {"kind": "converter", "message": prepared.error, "played": 0}


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[passed]} passed"),
        TimeRemainingColumn(),
    )
