"""Who listens at the zygote's socket: never the process that only opened it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from core.settings import Settings
from render import launch

LISTENS = "import socket; s = socket.fromfd({}, 1, 1); s.listen(64); print(1, flush=True); s.accept()"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setattr(launch, "_STARTING", 0.1)
    return Settings(home=tmp_path / "home", runtime=tmp_path / "run")  # pyright: ignore[reportCallIssue]


def test_nobody_listens(settings: Settings) -> None:
    assert launch.zygote(settings) == 0
    launch.end(settings)


def test_who_opened_the_socket_is_not_the_zygote_and_is_not_killed(settings: Settings) -> None:
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(launch.socket_path(settings)))
        door.listen(64)
        assert launch.zygote(settings) == 0
        launch.end(settings)  # would end this process
        command = [sys.executable, "-c", LISTENS.format(door.fileno())]
        with subprocess.Popen(command, pass_fds=[door.fileno()], stdout=subprocess.PIPE) as other:
            assert other.stdout
            other.stdout.readline()
            assert launch.zygote(settings) == other.pid != os.getpid()
            other.kill()
