"""How long a hit takes in a full cache: exact, in other words, and a miss. Nothing is rendered.

    python -m eval.bench.wish_hits [--wishes 10000] [--repeats 200] [--redis unix:///path]

Times are wall time of `Maker.found`, files checked and copied included, and this thread's CPU time beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import struct
import tempfile
import time
from pathlib import Path
from typing import Any

NOUNS = ("bubble sort on {} bars", "plot {} x^2 - x", "derivative of x^{}", "random walk with {} steps", "{} red dots")
OTHER = ("show bubble sort with {} bars", "graph {}*x**2 - x", "differentiate x^{}")
"""The first ones of `NOUNS` in other words."""


def _files(folder: Path) -> dict[str, Path]:
    """A video of 300 KB and its code."""
    boxes = ((b"ftyp", b"isom"), (b"moov", b"index"), (b"mdat", os.urandom(300_000)))
    video, code = folder / "animation.mp4", folder / "scene.py"
    video.write_bytes(b"".join(struct.pack(">I4s", 8 + len(data), kind) + data for kind, data in boxes))
    code.write_text("# a scene\n" * 100)
    return {"animation.mp4": video, "scene.py": code}


async def _filled(cache: Any, folder: Path, count: int) -> None:
    """One real result, and its row again under as many other wishes as are asked for."""
    from sqlalchemy import insert, select

    from agent.formulas import marked
    from components_cache.wishes.canonical import canonical
    from components_cache.wishes.guards import facts
    from components_cache.wishes.tables import MeaningRow, ResultRow
    from core.wish import Wish
    from retrieval.embedder import embed

    details = {"title": "t", "duration": 3.0, "attempts": 1, "confidence": 1.0}
    details |= {"missing": [], "components": [], "findings": []}
    await cache.keep(Wish("the first"), _files(folder), details, {}, 1.0)
    texts = [NOUNS[number % len(NOUNS)].format(number + 2) for number in range(count)]
    meanings = embed([canonical(text) for text in texts]).astype("float16")
    async with cache.database.session() as session:
        first = dict((await session.execute(select(ResultRow.__table__))).mappings().one())
        rows: list[dict[str, Any]] = []
        for text in texts:
            said, wish = facts(text, marked), Wish(text)
            rows.append(first | {"id": cache.key(wish), "text": text, "said": said.digest, "kind": said.kind})
        await session.execute(insert(ResultRow), rows)
        kept = [{"id": row["id"], "vector": vector.tobytes()} for row, vector in zip(rows, meanings, strict=True)]
        await session.execute(insert(MeaningRow), kept)


async def _timed(maker: Any, texts: list[str], out: Path, served: str) -> None:
    """Print quantiles of the times of those that were served so."""
    from core.wish import Wish

    wall: list[float] = []
    cpu: list[float] = []
    for text in texts:
        started, spent = time.perf_counter(), time.process_time()
        made = await maker.found(Wish(text), out)
        if (made.served if made else "miss") == served:
            wall.append(1000 * (time.perf_counter() - started))
            cpu.append(1000 * (time.process_time() - spent))
    steps = statistics.quantiles(wall, n=20)
    print(
        f"| {served} | {len(wall)} of {len(texts)} | {statistics.median(wall):.1f} ms | {steps[-1]:.1f} ms "
        f"| {statistics.median(cpu):.1f} ms |",
        flush=True,
    )


async def _measured(count: int, repeats: int, folder: Path) -> None:
    from agent.cached import opened
    from retrieval.embedder import embed

    embed(["loaded before the clock starts"])
    async with opened(_nothing) as maker:
        started = time.perf_counter()
        await _filled(maker.cache, folder, count)
        print(f"{count} wishes kept in {time.perf_counter() - started:.0f} s; load average {os.getloadavg()[0]:.0f}\n")
        print("| served | hits | p50 | p95 | CPU p50 |\n|---|---|---|---|---|")
        numbers = [2 + len(NOUNS) * (k * 7 % (count // len(NOUNS))) for k in range(repeats)]
        exact = [NOUNS[0].format(number) for number in numbers]
        await maker.found(_wish(exact[0]), folder / "out")  # the first one opens the database and checks the files
        await _timed(maker, exact, folder / "out", "exact")
        other = [OTHER[k % len(OTHER)].format(number + k % len(OTHER)) for k, number in enumerate(numbers)]
        await _timed(maker, list(dict.fromkeys(other)), folder / "out", "semantic")
        await _timed(maker, [f"insertion sort on {number} bars" for number in numbers], folder / "out", "miss")


def _wish(text: str) -> Any:
    from core.wish import Wish

    return Wish(text)


def _nothing() -> Any:
    raise AssertionError("nothing is rendered here")


def main() -> None:
    """Measure in a home of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wishes", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=200)
    parser.add_argument("--redis", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tulku-hits-") as folder:
        os.environ |= {"TULKU_HOME": str(Path(folder) / "home"), "TULKU_REDIS_URL": options.redis}
        asyncio.run(_measured(options.wishes, options.repeats, Path(folder)))


if __name__ == "__main__":
    main()
