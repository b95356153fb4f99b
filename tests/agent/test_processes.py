"""Real processes that want the same video in the same second: one render, whoever is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.redis_server import RedisServer

pytestmark = pytest.mark.service

CODE = """
import asyncio, json, os, sys
from pathlib import Path
from core.wish import Wish
from tests.agent.cached_fakes import VideoFarm, maker_with
from tests.agent.fakes import ScriptedModel

class Noted(VideoFarm):
    def render(self, *given, **options):
        with open(os.environ["NOTES"], "a") as notes:
            notes.write(f"{os.getpid()}\\n")
        return super().render(*given, **options)

import agent.nodes.retrieve
agent.nodes.retrieve._passages = lambda text: ()

async def main():
    async with maker_with(Noted(float(sys.argv[2])), lasting=1.5) as maker:
        made = await maker.make(Wish("bubble sort on 8 bars"), Path(sys.argv[1]), model=ScriptedModel())
        print(json.dumps([made.served, made.video.stat().st_size]))

asyncio.run(main())
"""


@pytest.fixture(params=["database", "redis"])
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, str]]:
    found = {**os.environ, "TULKU_HOME": str(tmp_path / "home"), "NOTES": str(tmp_path / "notes")}
    found["PYTHONPATH"] = str(Path(__file__).parents[2])
    if request.param == "database":
        yield found | {"TULKU_REDIS_URL": ""}
        return
    server = RedisServer(tmp_path / "redis", Path(f"/tmp/tulku-test-{os.getpid()}.sock"))
    server.start()
    yield found | {"TULKU_REDIS_URL": server.url}
    server.stop()


def start(environment: dict[str, str], out: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "ignore", "-c", CODE, str(out), str(seconds)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def answer(process: subprocess.Popen[str]) -> list[Any]:
    return json.loads(process.communicate(timeout=90)[0])


def renders(environment: dict[str, str]) -> list[str]:
    notes = Path(environment["NOTES"])
    return notes.read_text().split() if notes.exists() else []


def wait_for_a_render(environment: dict[str, str]) -> None:
    deadline = time.monotonic() + 90
    while not renders(environment):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_one_render_for_two_processes(environment: dict[str, str], tmp_path: Path) -> None:
    processes = [start(environment, tmp_path / str(k), 2.0) for k in range(2)]
    answers = [answer(process) for process in processes]
    assert len(renders(environment)) == 1
    assert sorted(served for served, _ in answers) in (["made", "shared"], ["exact", "made"])
    assert answers[0][1] == answers[1][1]


def test_who_waits_takes_over_from_one_that_was_killed(environment: dict[str, str], tmp_path: Path) -> None:
    first = start(environment, tmp_path / "a", 60.0)
    wait_for_a_render(environment)
    second = start(environment, tmp_path / "b", 0.1)
    time.sleep(1.0)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert answer(second)[0] == "made"
    assert len(set(renders(environment))) == 2
