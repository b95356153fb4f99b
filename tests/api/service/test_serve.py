"""`tulku serve` for real: the three commands of the README, a kill in the middle, a clean stop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import httpx
import psutil
import pytest

ROOT = Path(__file__).resolve().parents[3]
WISH = "Create a circle that transforms into a square"
PATIENCE = 240.0

pytestmark = [pytest.mark.service, pytest.mark.render]


class Serving:
    """A service of its own home, on a port that the system chose."""

    def __init__(self, home: Path) -> None:
        self.home, self.log = home, home / "serve.log"
        self.environment = {
            **os.environ,
            "TULKU_HOME": str(home / "data"),
            "TULKU_RUNTIME": str(home / "run"),
            "TULKU_JOB_LEASE": "8",
            "PYTHONPATH": str(ROOT),
        }
        self.client = httpx.Client(timeout=30)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        from json import loads

        with self.log.open("wb") as log:
            command = [sys.executable, "-m", "api.cli", "serve", "--port", "0", "--jobs", "1"]
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stderr=log, stdout=log)

        def told() -> str:
            assert self.process and self.process.poll() is None, self.log.read_text()
            lines = [loads(line) for line in self.log.read_text().splitlines() if '"serving"' in line]
            return lines[0]["url"] if lines else ""

        self.client.base_url = until(told)

    def end(self, how: signal.Signals) -> int:
        assert self.process
        self.process.send_signal(how)
        return self.process.wait(90)

    def status(self, task: str) -> dict[str, Any]:
        return self.client.get(f"/status/{task}").json()

    def ended(self, task: str) -> dict[str, Any]:
        return until(lambda: status if (status := self.status(task))["status"] not in ("pending", "running") else None)


def until(found: Callable[[], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if value := found():
            return value
        time.sleep(0.1)
    raise TimeoutError


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    home = tmp_path_factory.mktemp("serve")
    found = Serving(home)
    found.start()
    yield found
    if found.process and found.process.poll() is None:
        found.end(signal.SIGTERM)
    for process in psutil.process_iter(["cmdline"]):
        if any(str(home) in part for part in process.info["cmdline"] or ()):
            process.terminate()
    found.client.close()


def test_a_wish_becomes_a_video_by_three_requests(serving: Serving) -> None:
    asked = serving.client.post("/generate", json={"prompt": WISH, "options": {"quality": "low", "resolution": "720p"}})
    assert asked.status_code == 202 and asked.json()["status"] == "pending"
    status = serving.ended(asked.json()["task_id"])
    assert (status["status"], status["error"], status["cache"]) == ("completed", None, "made"), status
    assert "class" in status["code"] and status["poster_url"] and status["captions_url"]
    assert status["layout"]["findings"] == []
    video = serving.home / "animation.mp4"
    video.write_bytes(serving.client.get(status["video_url"]).content)
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == (1280, 720)
        assert sum(1 for _ in container.decode(stream)) / float(stream.average_rate or 1) == pytest.approx(
            status["duration"], abs=0.2
        )
    assert serving.client.get(status["captions_url"]).text.startswith("WEBVTT")
    assert "event: done" in serving.client.get(f"/events/{status['task_id']}").text


def test_the_same_wish_again_is_served_from_the_cache(serving: Serving) -> None:
    asked = serving.client.post("/generate", json={"prompt": WISH, "options": {"resolution": "720p"}})
    assert serving.ended(asked.json()["task_id"])["cache"] == "exact"


def test_a_kill_in_the_middle_loses_nothing(serving: Serving) -> None:
    wish = {"prompt": "Draw a red square, then rotate it, then turn it into a blue triangle"}
    tasks = [serving.client.post("/generate", json=wish | {"options": {"seed": n}}).json()["task_id"] for n in (1, 2)]
    until(lambda: any(serving.status(task)["status"] == "running" for task in tasks))
    serving.end(signal.SIGKILL)
    serving.start()
    for task in tasks:
        status = serving.ended(task)
        assert status["status"] == "completed", status
        assert serving.client.get(status["video_url"]).status_code == 200


def test_a_service_that_is_asked_to_stop_puts_things_in_order(serving: Serving) -> None:
    assert serving.end(signal.SIGTERM) == 0
    mark = str(serving.home / "run")
    left = [p for p in psutil.process_iter(["cmdline"]) if any(mark in part for part in p.info["cmdline"] or ())]
    assert not [p for p in left if "redis-server" in " ".join(p.info["cmdline"])]
