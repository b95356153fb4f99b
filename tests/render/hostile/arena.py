# one program per line reads better than a broken one
"""The arena of the attacks: a farm whose early policy is switched off, since it is not the boundary."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from core.run import RunResult
from core.settings import Settings
from render import launch
from render.farm import Farm
from tests.render.conftest import scene

REFUSED = ("PermissionError", "FileNotFoundError", "OSError", "BlockingIOError")
"""What a refused attack raises."""


class Arena:
    """A farm whose jobs skip the policy."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.farm = Farm.connect(settings=settings)
        self.jobs = launch.farm_folder(settings) / "jobs"

    def attack(
        self,
        body: str,
        *,
        head: str = "",
        timeout: float = 15,
        memory: int = 2048,
        disk: int = 2048,
        out: Path | None = None,
    ) -> RunResult:
        """Run hostile code; what it raises comes back as the error's message."""
        order: dict[str, Any] = {"width": 854, "height": 480, "fps": 15}
        if out:
            order |= {"format": "mp4", "painters": 2}
        head = "import os, sys, socket, subprocess, signal, time, threading, ctypes\n" + head
        request = self.farm._request(scene(body, head=head), "S", order, timeout, memory, 0)
        return self.farm._run(request | {"policy": False, "disk": disk}, None, out, None)

    def said(self, body: str, **more: Any) -> str:
        """What the attack raised."""
        error = self.attack(body, **more).error
        assert error is not None, "the attack went through"
        return error.message

    def works(self) -> bool:
        """Whether the farm still serves others."""
        return self.farm.probe(scene("self.play(Create(Circle()))"), "S").ok


def settles(condition: Any, seconds: float = 6) -> bool:
    """Whether the condition comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())
