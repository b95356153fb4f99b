"""A stream of wishes, the popular ones often, in the same and in other words: with the cache of wishes and without.

    python -m eval.bench.cache [--wishes 40] [--seed 1] [--out results.json]

Both runs start from an empty home of their own. Each wish is drawn by Zipf's law from `eval/suites/wish_stream.json`:
most often in its first words, else in other words, else with other values. After the stream, exact and semantic hits
(every topic in words not heard yet) are timed alone. CPU is that of this process and of the renders.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

SUITE = Path(__file__).parents[1] / "suites" / "wish_stream.json"
SAME, OTHER_WORDS = 0.5, 0.8
"""Up to the first, a draw is the topic's first wording; up to the second another one; beyond, a wish of its kind."""
WORDINGS = ("show {}", "visualize {}", "an animation of {}", "could you illustrate {}?", "I want to see {} nicely")
REPEATS = 200


@dataclass
class Sample:
    """One wish of the stream: how it was served, and what it took."""

    wish: str
    served: str
    seconds: float
    cpu: float
    tokens: int


@dataclass
class Run:
    """All of a stream, and hits timed alone (seconds)."""

    samples: list[Sample] = field(default_factory=list[Sample])
    exact: list[float] = field(default_factory=list[float])
    semantic: list[float] = field(default_factory=list[float])


def stream(count: int, seed: int) -> list[str]:
    """The wishes in their order."""
    topics = json.loads(SUITE.read_text(encoding="utf-8"))
    weights = [1 / rank for rank in range(1, len(topics) + 1)]
    rng = random.Random(seed)
    return [_wording(rng, rng.choices(topics, weights)[0]) for _ in range(count)]


def _wording(rng: random.Random, topic: dict[str, list[str]]) -> str:
    draw = rng.random()
    if draw < SAME:
        return topic["same"][0]
    return rng.choice(topic["same"][1:] if draw < OTHER_WORDS or not topic["kin"] else topic["kin"])


class Counting:
    """The farm, with the CPU seconds of what it rendered."""

    def __init__(self, farm: Any) -> None:
        self.farm, self.cpu = farm, 0.0

    def render(self, code: str, scene: str | None, **options: Any) -> Any:
        return self._counted(self.farm.render(code, scene, **options))

    def probe(self, code: str, scene: str | None, **options: Any) -> Any:
        return self._counted(self.farm.probe(code, scene, **options))

    def _counted(self, result: Any) -> Any:
        self.cpu += result.cpu
        return result


async def run(wishes: list[str], out: Path, *, cached: bool) -> Run:
    """The stream in this process."""
    from agent.cached import opened
    from agent.make import make
    from core.wish import Wish
    from render.farm import Farm
    from retrieval.embedder import embed

    farm, found = Counting(await asyncio.to_thread(Farm.connect)), Run()
    embed(["loaded before the clock starts"])
    async with opened(lambda: farm) as maker:

        async def one(text: str) -> Any:
            if cached:
                return await maker.make(Wish(text), out)
            return await make(Wish(text), out, farm=farm)

        for text in wishes:
            started, cpu = time.perf_counter(), time.process_time() + farm.cpu
            made = await one(text)
            tokens = made.usage.prompt_tokens + made.usage.completion_tokens
            spent = time.process_time() + farm.cpu - cpu
            found.samples.append(Sample(text, made.served, time.perf_counter() - started, spent, tokens))
        if cached:
            found.exact = await _timed([wishes[k % len(wishes)] for k in range(REPEATS)], one, "exact")
            found.semantic = await _timed(_unheard(wishes), one, "semantic")
    return found


def _unheard(wishes: list[str]) -> list[str]:
    return [wording.format(text) for wording in WORDINGS for text in dict.fromkeys(wishes)]


async def _timed(wishes: list[str], one: Callable[[str], Any], served: str) -> list[float]:
    """Seconds of those that were served so."""
    seconds: list[float] = []
    for text in wishes:
        started = time.perf_counter()
        made = await one(text)
        if made.served == served:
            seconds.append(time.perf_counter() - started)
    return seconds


def apart(wishes: list[str], *, cached: bool) -> Run:
    """The stream in a process with an empty home of its own."""
    with tempfile.TemporaryDirectory(prefix="tulku-bench-") as folder:
        home = Path(folder)
        places = {"TULKU_HOME": str(home / "home"), "TULKU_RUNTIME": str(home / "run"), "BENCH_OUT": str(home / "out")}
        places["TULKU_IDLE_TIMEOUT"] = "60"  # the farm of this home ends soon after it
        command = [sys.executable, "-W", "ignore", "-m", "eval.bench.cache", "--inside", "on" if cached else "off"]
        done = subprocess.run(
            command,
            input=json.dumps(wishes),
            env={**os.environ, **places},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    data = json.loads(done.stdout.splitlines()[-1])
    return Run([Sample(**sample) for sample in data["samples"]], data["exact"], data["semantic"])


def quantile(seconds: list[float], share: float) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))] if seconds else 0.0


def report(on: Run, off: Run) -> None:
    """Tables in Markdown."""
    print("| served | share | p50 | p95 | CPU a wish |\n|---|---|---|---|---|")
    for tier in ("exact", "semantic", "near", "made"):
        own = [sample for sample in on.samples if sample.served == tier]
        if own:
            _row(tier, own, len(on.samples))
    _row("**with the cache**", on.samples, len(on.samples))
    _row("**without**", off.samples, len(off.samples))
    cold = statistics.median(sample.seconds for sample in off.samples)
    for name, seconds in (("exact", on.exact), ("semantic", on.semantic)):
        p50 = quantile(seconds, 0.5)
        times = f"p50 {1000 * p50:.1f} ms, p95 {1000 * quantile(seconds, 0.95):.1f} ms"
        print(f"\n{name} hits alone ({len(seconds)}): {times}; {cold / p50:.0f} times faster than made without a cache")


def _row(name: str, samples: list[Sample], total: int) -> None:
    seconds = [sample.seconds for sample in samples]
    cpu = statistics.mean(sample.cpu for sample in samples)
    p50, p95 = quantile(seconds, 0.5), quantile(seconds, 0.95)
    print(f"| {name} | {len(samples) / total:.0%} | {p50:.3f} s | {p95:.3f} s | {cpu:.3f} s |")


def main() -> None:
    """Run both, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wishes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--inside", choices=["on", "off"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        out = Path(os.environ["BENCH_OUT"])
        print(json.dumps(asdict(asyncio.run(run(json.load(sys.stdin), out, cached=options.inside == "on")))))
        return
    wishes = stream(options.wishes, options.seed)
    print(f"{len(wishes)} wishes, {len(set(wishes))} different; load average {os.getloadavg()[0]:.0f}", flush=True)
    runs: dict[str, Run] = {}
    for name in ("on", "off"):
        runs[name] = apart(wishes, cached=name == "on")
        if options.out:
            options.out.write_text(json.dumps({key: asdict(run) for key, run in runs.items()}), encoding="utf-8")
    report(runs["on"], runs["off"])


if __name__ == "__main__":
    main()
