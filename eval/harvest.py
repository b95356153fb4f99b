"""Takes the examples of ManimCE's docs, or scenes of the composer, apart, and says what became of the pieces.

    TULKU_HOME=/tmp/harvest python -m eval.harvest manim-docs [--scenes 130] [--seed 7] [--minutes 25]
    TULKU_HOME=/tmp/harvest python -m eval.harvest composer --scenes 20
    TULKU_HOME=/tmp/harvest python -m eval.harvest drawings

The store it fills is that of TULKU_HOME; doing it again tries only what is new.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

from components_cache.admission.admit import Verdict
from components_cache.extraction import naming
from components_cache.harvest import harvest
from components_cache.origin import Origin
from core.database import opened
from core.scene import SceneCode
from render.farm import Farm

Case = tuple[SceneCode, Origin]
DRAWINGS = (
    "draw a red square next to a blue circle and connect them with an arrow",
    "create a row of five dots that turn yellow one after the other",
    "a green triangle inside a circle, both rotate by 90 degrees",
    "three squares of different colours in a row with labels A, B and C",
    "a number line from 0 to 10 with a dot at 4",
    "draw a blue rectangle with the text hello inside it, then fade it out",
)


def main() -> None:
    """Harvest scene by scene, then print how many pieces of each shape were admitted, rejected and why."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", choices=["manim-docs", "composer", "drawings"])
    parser.add_argument("--scenes", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7, help="fixes the sample")
    parser.add_argument("--minutes", type=float, default=60.0)
    options = parser.parse_args()
    cases = list(SOURCES[options.source]())
    random.Random(options.seed).shuffle(cases)
    asyncio.run(_all(cases[: options.scenes], options.minutes * 60))


def _examples() -> Iterator[Case]:
    from corpus.sources.manim_docs import examples

    for example in examples():
        origin = Origin(
            "manim-docs",
            example.path,
            example.name,
            title=naming.title(naming.spoken(example.name)),
            description=example.description,
            tags=example.tags,
            licence=example.licence,
            commit=example.commit,
        )
        yield SceneCode(example.code, example.name), origin


def _composed() -> Iterator[Case]:
    """Scenes of library acts and of drawings, as wishes make them: their acts cost nothing, their builders count."""
    from components_cache.catalogue import catalogue
    from components_cache.compose import compose, scene_name
    from core.storyboard import ActCall

    for act in catalogue().values():
        if act.kind == "act":  # an act is in the library already: only what it builds with is looked at
            scene = compose(act.title, (ActCall(act.name),), scene_name(act.title))
            yield scene, Origin("composer", act.name, scene.name, act.title, act.summary, licence="MIT", acts=False)


def _drawn() -> Iterator[Case]:
    """Scenes of drawing wishes."""
    from agent.models.composer.composer import Composer
    from core.wish import Wish

    for text in DRAWINGS:
        wish, composer = Wish(text), Composer()
        plan = asyncio.run(composer.plan(wish, ())).value.scenes[0]
        scene = asyncio.run(composer.write(wish, plan, ())).value
        yield scene, Origin("composer", text, scene.name, plan.title, text, wish=text, licence="MIT", acts=False)


async def _all(cases: list[Case], seconds: float) -> None:
    farm: Any = await asyncio.to_thread(Farm.connect)  # its options are more than the protocol of a trial asks for
    started = time.monotonic()
    counted: Counter[tuple[str, str, str]] = Counter()
    done = 0
    async with opened() as database:
        for scene, origin in cases:
            if time.monotonic() - started > seconds:
                break
            done += 1
            for verdict in await harvest(scene, origin, farm=farm, database=database):
                counted[verdict.shape, verdict.state, _reason(verdict)] += 1
                print(
                    f"{origin.scene:36} {verdict.shape:8} {verdict.name:36} {verdict.state} {verdict.reason}",
                    flush=True,
                )
    print(f"{done} scenes, {time.monotonic() - started:.0f} s")
    for (shape, state, reason), count in sorted(counted.items()):
        print(f"{count:5} {shape:8} {state:8} {reason}")


SOURCES = {"manim-docs": _examples, "composer": _composed, "drawings": _drawn}


def _reason(verdict: Verdict) -> str:
    return verdict.reason if verdict.state in ("rejected", "dropped") else ""


if __name__ == "__main__":
    main()
