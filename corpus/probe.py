"""Last step of a build: does a scene run? Asked of the render farm, within a time budget, never twice for one code."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from itertools import islice
from typing import Any, Protocol

from core.run import RunResult
from core.snippet import Snippet
from corpus.ledger import key
from corpus.sources.installed import manim_version

VERSION = 2
"""Raise it when the farm learns to run what it could not run before. 2: a busy machine is no reason to give up."""
SCENE_TIMEOUT = 20.0
"""Most seconds for one scene where nothing else runs; on a busy machine as many more as others take of it."""
_PLACES = re.compile(r"0x[0-9a-f]{6,}|/(?:tmp|root|home|job)/\S+")


class Prober(Protocol):
    """What runs a scene without drawing it: `render.farm.Farm`."""

    def probe(self, code: str, scene: str | None, *, timeout: float | None = None) -> RunResult: ...


def wants_probe(snippet: Snippet) -> bool:
    """Whether there is a scene that may run. A name that is missing may stand where nothing ever goes."""
    return bool(snippet.scenes) and (snippet.verified != "failed" or snippet.problem.startswith("name:"))


def probe_key(snippet: Snippet) -> str:
    return key("probe", VERSION, manim_version(), snippet.code, snippet.scenes[0])


def probe_all(
    snippets: Iterable[Snippet], prober: Prober, *, threads: int, until: float
) -> Iterator[tuple[Snippet, dict[str, Any] | None]]:
    """Outcomes as they come, None where the farm itself failed. Starts nothing after `until` (a monotonic time)."""
    stream = iter(snippets)
    with ThreadPoolExecutor(threads) as pool:
        running: dict[Future[dict[str, Any] | None], Snippet] = {}
        while True:
            wanted = 2 * threads - len(running) if time.monotonic() < until else 0
            for snippet in islice(stream, wanted):
                running[pool.submit(_probe, snippet, prober)] = snippet
            if not running:
                return
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(done), done.result()


def with_outcome(snippet: Snippet, outcome: dict[str, Any] | None) -> Snippet:
    """The snippet with what the probe said about it."""
    if outcome is None:
        return snippet
    if outcome["problem"]:
        return replace(snippet, verified="failed", problem=outcome["problem"])
    return replace(
        snippet,
        verified="probed",
        problem="",
        duration=outcome["duration"],
        animations=outcome["animations"],
        findings=outcome["findings"],
    )


def _probe(snippet: Snippet, prober: Prober) -> dict[str, Any] | None:
    result = prober.probe(snippet.code, snippet.scenes[0], timeout=SCENE_TIMEOUT * _business())
    if result.error is not None and result.error.kind == "farm":
        return None
    return {
        "problem": _problem(result),
        "duration": round(result.duration, 3) if result.ok else 0.0,
        "animations": result.report.animations if result.report else 0,
        "findings": _findings(result),
    }


def _business() -> float:
    """How much longer work takes than on an idle machine: processes that want to run for each core, at least 1."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def _problem(result: RunResult) -> str:
    if result.error is None:
        return ""
    message = _PLACES.sub("…", result.error.message.strip().splitlines()[0] if result.error.message.strip() else "")
    return f"{result.error.kind}: {message[:300]} (line {result.error.line})"


def _findings(result: RunResult) -> int:
    from layout.findings import check

    return len(check(result.report)) if result.ok and result.report else 0
