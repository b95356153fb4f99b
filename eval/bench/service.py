"""The service under load: many clients on wishes that were made before, then many different wishes at once.

    python -m eval.bench.service [--clients 200] [--rounds 5] [--wishes 50] [--jobs 2] [--out results.json] [--log FILE]

It starts a `tulku serve` of its own, on a free port, in a temporary home, with a cold cache. Clients and service share
the machine's cores, so the numbers are those of the whole. Memory is that of all processes of the service, redis-server
and render farm among them, each page counted once (PSS). It ends with 1 when a task was lost or did not complete.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import httpx
import psutil

COLORS = ("red", "blue", "green", "yellow", "orange", "purple", "pink", "teal")
SHAPES = ("circle", "square", "triangle", "star", "hexagon")
KNOWN = 10
"""Different wishes that the clients of the first part repeat."""
LOOK = 0.05
"""Seconds between two looks of a client at its task."""
ENDED = ("completed", "partial", "failed", "unsupported", "cancelled")
PATIENCE = 1800.0


@dataclass
class Part:
    """What one part of the load saw. Times in seconds, memory in MiB."""

    tasks: int = 0
    wall: float = 0.0
    statuses: dict[str, int] = field(default_factory=dict[str, int])
    tiers: dict[str, int] = field(default_factory=dict[str, int])
    errors: dict[str, int] = field(default_factory=dict[str, int])
    refused: int = 0
    a_second: float = 0.0
    accepted: dict[str, float] = field(default_factory=dict[str, float])
    status: dict[str, float] = field(default_factory=dict[str, float])
    ended: dict[str, float] = field(default_factory=dict[str, float])
    memory: float = 0.0


@dataclass
class Times:
    """How long requests took, as they come in."""

    accepted: list[float] = field(default_factory=list[float])
    status: list[float] = field(default_factory=list[float])
    ended: list[float] = field(default_factory=list[float])
    refused: int = 0


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="tulku-load-") as folder, _serving(Path(folder), arguments.jobs) as server:
        url, process = server
        results = asyncio.run(_load(url, arguments, lambda: _memory(process.pid, folder)))
        if arguments.log:
            shutil.copyfile(Path(folder) / "serve.log", arguments.log)
    text = json.dumps({name: asdict(part) for name, part in results.items()}, indent=1)
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")
    lost = [name for name, part in results.items() if part.statuses != {"completed": part.tasks}]
    sys.exit(f"not all tasks completed: {', '.join(lost)}" if lost else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=200, help="clients at once on cached wishes")
    parser.add_argument("--rounds", type=int, default=5, help="wishes of each client, one after the other")
    parser.add_argument("--wishes", type=int, default=50, help="different wishes queued at once")
    parser.add_argument("--jobs", type=int, default=2, help="tasks that the service works on at once")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--log", type=Path, help="where the service's log is to be kept")
    return parser.parse_args()


async def _load(url: str, arguments: argparse.Namespace, memory: Callable[[], float]) -> dict[str, Part]:
    wishes = list(itertools.islice(_wishes(), KNOWN + arguments.wishes))
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        first = await _measured(client, memory, [[wish] for wish in wishes[:KNOWN]])
        rounds = [[wishes[(n + m) % KNOWN] for m in range(arguments.rounds)] for n in range(arguments.clients)]
        cached = await _measured(client, memory, rounds)
        queued = await _measured(client, memory, [[wish] for wish in wishes[KNOWN:]])
        return {"warm_up": first, "cached": cached, "queued": queued}


def _wishes() -> Iterator[str]:
    """Different wishes that the composer draws in some seconds."""
    for one, other, first, second in itertools.product(COLORS, COLORS, SHAPES, SHAPES):
        if one != other and first != second:
            yield f"Create a {one} {first} that transforms into a {other} {second}"


async def _measured(client: httpx.AsyncClient, memory: Callable[[], float], clients: list[list[str]]) -> Part:
    """Each client asks for its wishes one after the other, all clients at once."""
    times, peak = Times(), [0.0]
    watching = asyncio.create_task(_watch(memory, peak))
    began = time.monotonic()
    told = await asyncio.gather(*(_client(client, wishes, times) for wishes in clients))
    wall = time.monotonic() - began
    watching.cancel()
    tasks = [task for of_client in told for task in of_client]
    return Part(
        tasks=sum(map(len, clients)),
        wall=round(wall, 2),
        statuses=dict(Counter(task["status"] for task in tasks)),
        tiers=dict(Counter(task["cache"] for task in tasks)),
        errors=dict(Counter(str(task["error"]["message"]) for task in tasks if task.get("error"))),
        refused=times.refused,
        a_second=round(len(tasks) / wall, 2),
        accepted=_shares(times.accepted),
        status=_shares(times.status),
        ended=_shares(times.ended),
        memory=round(peak[0], 1),
    )


async def _client(client: httpx.AsyncClient, wishes: list[str], times: Times) -> list[dict[str, Any]]:
    return [await _wish(client, wish, times) for wish in wishes]


async def _wish(client: httpx.AsyncClient, wish: str, times: Times) -> dict[str, Any]:
    """Send a wish, look at it until it has ended; its last status."""
    began = time.monotonic()
    while True:
        asked = time.monotonic()
        answer = await client.post("/generate", json={"prompt": wish})
        times.accepted.append(time.monotonic() - asked)
        if answer.status_code not in (429, 503):
            break
        times.refused += 1
        await asyncio.sleep(float(answer.headers["retry-after"]))
    place, pause = answer.raise_for_status().json()["status_url"], LOOK
    while time.monotonic() - began < PATIENCE:
        asked = time.monotonic()
        told = (await client.get(place)).raise_for_status().json()
        times.status.append(time.monotonic() - asked)
        if told["status"] in ENDED:
            times.ended.append(time.monotonic() - began)
            return told
        await asyncio.sleep(pause)
        pause = min(1.0, pause * 1.5)
    return {"status": "lost", "cache": "none"}


def _shares(seconds: list[float]) -> dict[str, float]:
    """Median, 99th percentile and the longest."""
    ordered = sorted(seconds) or [0.0]
    places = {"p50": 0.5, "p99": 0.99, "most": 1.0}
    return {name: round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 4) for name, share in places.items()}


async def _watch(memory: Callable[[], float], peak: list[float]) -> None:
    while True:
        peak[0] = max(peak[0], await asyncio.to_thread(memory))
        await asyncio.sleep(1.0)


def _memory(root: int, home: str) -> float:
    """MiB of the service's processes: the children of `root`, and those that name its home."""
    found: dict[int, psutil.Process] = {}
    for process in psutil.process_iter():
        try:
            if process.pid == root or any(home in part for part in process.cmdline()):
                found |= {one.pid: one for one in (process, *process.children(recursive=True))}
        except psutil.Error:
            continue
    return sum(_size(process) for process in found.values()) / 2**20


def _size(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.Error, AttributeError):
        return 0  # it has just ended


@contextmanager
def _serving(home: Path, jobs: int) -> Generator[tuple[str, subprocess.Popen[bytes]]]:
    """The address and the process of a service."""
    log = home / "serve.log"
    more = {"TULKU_HOME": home / "data", "TULKU_RUNTIME": home / "run", "TULKU_RENDER_JOBS": jobs}
    more |= {"TULKU_QUEUE_LIMIT": 5000, "TULKU_QUEUE_OWNER_LIMIT": 5000}
    command = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--jobs", str(jobs)]
    with log.open("wb") as out:
        environment = {**os.environ, **{name: str(value) for name, value in more.items()}}
        process = subprocess.Popen(command, stdout=out, stderr=out, env=environment)
    try:
        yield _address(process, log), process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(90)
        for left in psutil.process_iter(["cmdline"]):
            if any(str(home) in part for part in left.info["cmdline"] or ()):
                left.terminate()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Where it listens, once it does."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        lines = [line for line in log.read_text(encoding="utf-8").splitlines() if '"serving"' in line]
        if lines:
            return str(json.loads(lines[0])["url"])
        time.sleep(0.2)
    raise SystemExit(f"the service did not start:\n{log.read_text(encoding='utf-8')}")


if __name__ == "__main__":
    main()
