"""The zygote: imports Manim once, then forks a sandboxed child for every job. `python -m render.zygote OPTIONS`.

One thread, one loop: a fork copies only the calling thread, so there must be no other. The loop never runs what a job
sent: it relays lines, answers TeX requests, watches limits, kills and cleans up.
"""

from __future__ import annotations

import gc
import json
import os
import selectors
import socket
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from render import guards, users, watch
from render.forge import Forge
from render.job import Job
from render.tex import TexDesk

_TICK = 0.25
"""Seconds between two looks at a running job's memory, disk and clock."""


class Zygote:
    """Accepts clients, runs at most `jobs` scenes at once, ends after `idle` seconds without any."""

    def __init__(self, door: socket.socket, farm: Path, options: dict[str, Any]) -> None:
        self.farm = farm
        self.users = users.Users(farm)
        self.slots = set(range(min(int(options["jobs"]), users.JOBS)))
        self.idle = float(options["idle"])
        self.selector = selectors.DefaultSelector()
        self.forge = Forge(guards.Sandbox.found(), bubblewrap=bool(options["bubblewrap"]), door=door)
        self.tex = TexDesk(farm, self.forge, self.selector)
        self.queue: deque[Job] = deque()
        self.jobs: set[Job] = set()
        self.last_use = time.monotonic()
        self.memory = 0
        self._door = door
        door.setblocking(False)
        door.listen(64)  # again, so that SO_PEERCRED names this process and not the launcher
        self.selector.register(door, selectors.EVENT_READ, self._accept)

    def run(self) -> None:
        """Serve until idle for too long."""
        self.last_use = time.monotonic()
        self.memory = watch.memory(os.getpid())
        while self.jobs or time.monotonic() - self.last_use < self.idle:
            wait = _TICK if self.jobs else max(0.0, self.idle - (time.monotonic() - self.last_use))
            for key, events in self.selector.select(min(wait, 60.0)):
                handler: Callable[[int], None] = key.data
                handler(events)
            self._tick()

    def _accept(self, _events: int) -> None:
        try:
            link, _ = self._door.accept()
        except OSError:
            return
        self.jobs.add(Job(link, self))

    def _tick(self) -> None:
        now = time.monotonic()
        for job in list(self.jobs):
            job.look(now)
        if self.jobs:
            self.last_use = now

    def enqueue(self, job: Job) -> None:
        """A job with a complete request waits for a free slot."""
        self.queue.append(job)
        self.start_waiting()

    def start_waiting(self) -> None:
        """Give free slots to waiting jobs."""
        while self.queue and self.slots:
            job = self.queue.popleft()
            if job in self.jobs:
                job.start(self.slots.pop())

    def release(self, slot: int) -> None:
        """A job's process is gone: its slot is free."""
        self.slots.add(slot)
        self.start_waiting()

    def forget(self, job: Job) -> None:
        """A job and its client are done with."""
        self.jobs.discard(job)


def main(argument: str) -> None:
    """Set up namespaces while there is one thread, warm Manim up, serve."""
    options = json.loads(argument)
    door = socket.socket(fileno=int(options["door"]))
    os.set_inheritable(door.fileno(), False)
    os.umask(0o022)
    farm = Path(options["farm"])
    os.chdir(farm)
    Forge.own_namespaces(door)
    zygote = Zygote(door, farm, options)
    _sweep(farm)
    from render.warm import common_formulas, warm_up

    warm_up()
    zygote.tex.prepare(common_formulas())
    gc.collect()
    gc.freeze()
    zygote.run()


def _sweep(farm: Path) -> None:
    """Clear away what a killed zygote left behind. A living one of another version keeps its folders locked."""
    from render.folders import sweep

    sweep(farm / "jobs")


if __name__ == "__main__":
    main(sys.argv[1])
