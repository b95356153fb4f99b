"""How long searching, offering and composing take with ten thousand components in the store.

    TULKU_HOME=/tmp/bench python -m eval.bench.components [--count 10000]

The components are made: forty kinds of builders and acts under other names, words and numbers, with vectors of their
own texts, put straight into the records (their proofs would take a day). Everything else is what a wish meets: SQLite,
the search, the topics, assembly with ruff. On a busy machine read the CPU time, which is what an idle one would take.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable
from itertools import islice
from pathlib import Path

import numpy as np

from components_cache.admission.admit import shape_of
from components_cache.assemble import assemble, stored_piece
from components_cache.extraction.candidate import described
from components_cache.schema import signature_schema
from components_cache.store import files
from components_cache.store.meaning import bring_in_line, near, texts
from components_cache.store.record import Stored, component_id, facts_of
from components_cache.store.store import Store
from components_cache.store.tables import ComponentRow, SourceRow
from core.component import Component
from core.database import opened
from core.scene import SceneCode
from retrieval.embedder import DIMENSIONS

ROUNDS = 5
THINGS = """tower bridge ladder garden river wheel clock crystal planet molecule battery lens mirror pendulum spring
    magnet antenna turbine piston valve sail kite arch dome spiral lattice mosaic ribbon lantern compass anchor prism
    candle feather shell bell drum harp flute violin""".split()  # noqa: SIM905  # a table of words reads best as text
WAYS = "growing turning falling shining swinging folded broken mirrored stacked woven floating drifting".split()  # noqa: SIM905
PLACES = (
    "in the rain",
    "at night",
    "under water",
    "on a hill",
    "behind glass",
    "in a storm",
    "at dawn",
    "over the sea",
)
BUILDER = '''from manim import *


def {name}(count: int = {number}, color: ManimColor = RED):
    """{title}: a picture of a {title}, number {number}.

    Tags: {tags}
    Wishes:
        {title}
        show me a {title}
    Parameters:
        count: how many parts; in [2, {number}]; said: parts
        color: its color
    """
    parts = VGroup(*[RegularPolygon(k + {number}, color=color) for k in range(count)])
    return parts.arrange(RIGHT, buff={gap})
'''
QUERIES = (
    "a ladder that turns at night", "planets drifting over the sea", "show a broken mirror behind glass",
    "the swinging pendulum", "a mosaic folded under water", "how do bells fall in a storm", "crystal lattice",
    "a lantern shining at dawn",
)  # fmt: skip


def main() -> None:
    """Fill a store, then print medians and 95th percentiles in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    options = parser.parse_args()
    asyncio.run(_measure(options.count))
    _composer()


async def _measure(count: int) -> None:
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    async with opened() as database:
        store = Store(database)
        newest = await store.listed(most=1)
        if newest and "number" not in newest[0].component.summary:
            raise SystemExit("this store holds other components: give the benchmark a TULKU_HOME of its own")
        if (await store.counts()).states.get("admitted", 0) < count:
            await _timed_once("records written", lambda: _fill(store, count))
            await _timed_once("search brought in line", lambda: bring_in_line(store))
        print(f"{(await store.counts()).states} records, {_size(files.folder().parent):.0f} MB on the disk")
        found = await near(store, QUERIES[0], 6)
        await _row("search, six records", lambda query: near(store, query, 6))
        await _row("six records by id", lambda query: store.get([record.id for record in found]))
        await _row("looks of all of a kind", lambda query: store.looks("mobject"))
        await _row("the same code? by shape", store.shaped)
        await _row("assembly of two components", lambda query: asyncio.to_thread(_assembled, found))
        await _row("a use counted", lambda query: store.used([found[0].id], well=True))
        there = (await store.counts()).states["admitted"]
        one = _component(there, random.Random(there))
        await _timed_once("one more admitted and found", lambda: _one_more(store, one))


def _composer() -> None:
    """The composer's look into the store, for a wish that the library cannot show."""
    from agent.models.composer.stored import stored_match

    stored_match("warm up")
    taken = [_clock(lambda query=query: stored_match(query)) for query in QUERIES * ROUNDS]
    _print("composer: is there a stored act?", taken)


async def _one_more(store: Store, row: ComponentRow) -> None:
    async with store.database.session() as session:
        session.add(row)
    await bring_in_line(store)


def _assembled(records: list[Stored]) -> SceneCode:
    calls = ", ".join(f"{record.name}()" for record in records[:2])
    code = f"from manim import *\n\n\nclass S(Scene):\n    def construct(self):\n        self.add({calls})\n"
    return assemble(SceneCode(code, "S"), {record.name: stored_piece(record) for record in records})


async def _fill(store: Store, count: int) -> None:
    rng = random.Random(0)
    rows = (_component(number, rng) for number in range(count))
    while batch := list(islice(rows, 500)):
        async with store.database.session() as session:
            session.add_all(batch)
            await session.flush()
            session.add_all(_source(row.id) for row in batch)
    files.touch("bench")


def _component(number: int, rng: random.Random) -> ComponentRow:
    place, rest = PLACES[number % len(PLACES)], number // len(PLACES)
    way, thing = WAYS[rest % len(WAYS)], THINGS[rest // len(WAYS) % len(THINGS)]
    title = f"{way} {thing} {place}"
    is_act = number % 3 == 0
    name = f"{'show_' if is_act else ''}{way}_{thing}_{number}"
    code = BUILDER.format(name=name, number=3 + number % 97, title=title.capitalize(),
                          tags=", ".join(title.split()), gap=round(rng.random(), 3))  # fmt: skip
    if is_act:
        code = code.replace("(count: int", "(scene: Scene, count: int")
    key, component = component_id(code), described(code, name)
    return ComponentRow(
        id=key, name=name, kind=component.kind, state="admitted", reason="", code=code, shape=shape_of(code),
        facts=facts_of(component), schema=signature_schema(component), licence="MIT", manim=_manim(),
        vectors=_vectors(component), look=rng.randbytes(32).hex(), proof={"leaves_title": True}, cost=3.0,
        size=len(code),
    )  # fmt: skip


def _vectors(component: Component) -> bytes:
    """Unit vectors that share what their words share: real ones would take half an hour."""
    rows = [sum((_word(word) for word in text.lower().split()), np.zeros(DIMENSIONS)) for text in texts(component)]
    matrix = np.stack(rows)
    return (matrix / np.linalg.norm(matrix, axis=1, keepdims=True)).astype(np.float32).tobytes()


def _word(word: str) -> np.ndarray:
    seed = int.from_bytes(word.encode()[:8].ljust(8, b"\0"), "big")
    return np.random.default_rng(seed).normal(size=DIMENSIONS)


def _manim() -> str:
    from corpus.sources.installed import manim_version

    return manim_version()


def _source(key: str) -> SourceRow:
    return SourceRow(component=key, source="bench", place="", scene="", wish="", model="", licence="MIT", commit="")


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


async def _timed_once(name: str, act: Callable[[], Awaitable[object]]) -> None:
    started, used = time.perf_counter(), time.process_time()
    await act()
    print(f"{name:36} {time.perf_counter() - started:6.1f} s   CPU {time.process_time() - used:6.1f} s", flush=True)


async def _row(name: str, act: Callable[[str], Awaitable[object]]) -> None:
    taken: list[tuple[float, float]] = []
    for query in QUERIES * ROUNDS:
        started, used = time.perf_counter(), time.process_time()
        await act(query)
        taken.append((time.perf_counter() - started, time.process_time() - used))
    _print(name, taken)


def _clock(act: Callable[[], object]) -> tuple[float, float]:
    started, used = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - started, time.process_time() - used


def _print(name: str, taken: list[tuple[float, float]]) -> None:
    """The first round loads what the others find loaded, and does not count."""
    counted = taken[len(QUERIES) :]
    wall, used = np.percentile(counted, 50, axis=0) * 1000
    late = np.percentile([row[0] for row in counted], 95) * 1000
    print(f"{name:36} wall p50 {wall:7.1f} ms   p95 {late:7.1f} ms   CPU p50 {used:6.1f} ms", flush=True)


if __name__ == "__main__":
    main()
