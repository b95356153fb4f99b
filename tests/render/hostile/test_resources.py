# ruff: noqa: E501  # one program per line reads better than a broken one
"""Attacks on time, memory, processes and disk: nothing of them outlives its job."""

from __future__ import annotations

import threading
import time

import psutil
import pytest

from tests.render.hostile.arena import Arena, settles

pytestmark = pytest.mark.render


def test_fork_bomb(arena: Arena) -> None:
    bomb = "while True:\n    try:\n        os.fork()\n    except OSError:\n        time.sleep(0.01)"
    before = len(psutil.pids())
    done = threading.Event()
    most = [0]

    def watch() -> None:
        while not done.wait(0.05):
            most[0] = max(most[0], len(psutil.pids()))

    watcher = threading.Thread(target=watch)
    watcher.start()
    result = arena.attack(bomb, timeout=1.5)
    done.set()
    watcher.join()
    assert result.error is not None
    limited = "own user" in result.guards  # otherwise the zygote's watch has to kill it
    assert most[0] - before < (120 if limited else 2000), "processes were not limited"
    assert settles(lambda: len(psutil.pids()) <= before + 5), "orphans stay behind"


def test_memory_bomb(arena: Arena) -> None:
    result = arena.attack("hold = []\nwhile True:\n    hold.append(bytearray(50_000_000))", memory=1500)
    assert result.error is not None
    assert result.error.kind == "memory", result.error


def test_memory_bomb_in_many_processes(arena: Arena) -> None:
    bomb = "for _ in range(3):\n    os.fork()\nhold = []\nwhile True:\n    hold.append(b'x' * 20_000_000)\n    time.sleep(0.02)"
    free = psutil.virtual_memory().available
    lowest = [free]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            lowest[0] = min(lowest[0], psutil.virtual_memory().available)

    watcher = threading.Thread(target=watch)
    watcher.start()
    result = arena.attack(bomb, memory=1500, timeout=8)
    done.set()
    watcher.join()
    assert result.error is not None
    assert result.error.kind == "memory", result.error
    assert free - lowest[0] < 5 << 30


def test_disk_bomb(arena: Arena) -> None:
    one = "with open('big', 'wb') as file:\n    while True:\n        file.write(bytes(1 << 24))"
    many = "n = 0\nwhile True:\n    n += 1\n    with open(f'big{n}', 'wb') as file:\n        file.write(bytes(1 << 24))"
    files = "n = 0\nwhile True:\n    n += 1\n    open(f'f{n}', 'w').close()"
    for body in (one, many, files):
        error = arena.attack(body, timeout=30, disk=200).error
        assert error is not None
        assert error.kind in ("killed", "runtime"), error
        assert "disk" in error.message or "File too large" in error.message or "space" in error.message, error
    assert settles(lambda: not list(arena.jobs.glob("job-*")), 30), "the rubbish stays"


def test_infinite_loop(arena: Arena) -> None:
    began = time.monotonic()
    result = arena.attack("x = 0\nwhile True:\n    x += 1", timeout=1)
    assert result.error is not None
    assert result.error.kind == "timeout"
    assert result.error.line in (7, 8, 9), "the line of the loop is named"
    assert time.monotonic() - began < 6


def test_loop_that_swallows_everything_and_ignores_signals(arena: Arena) -> None:
    body = (
        "for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGXCPU, signal.SIGHUP):\n"
        "    signal.signal(number, signal.SIG_IGN)\n"
        "while True:\n    try:\n        time.sleep(100)\n    except BaseException:\n        pass"
    )
    began = time.monotonic()
    result = arena.attack(body, timeout=1)
    assert result.error is not None
    assert result.error.kind == "timeout"
    assert time.monotonic() - began < 8


def test_children_that_leave_their_group_die_too(arena: Arena) -> None:
    before = set(psutil.pids())
    body = (
        "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "        time.sleep(300)\n    os._exit(0)\nself.play(Create(Circle()))"
    )
    arena.attack(body)
    assert settles(lambda: not _strays(before)), _strays(before)


def _strays(before: set[int]) -> list[str]:
    return [
        f"{process.pid} {process.info['status']}"
        for process in psutil.process_iter(["pid", "cmdline", "status"])
        if process.pid not in before and "render.zygote" in " ".join(process.info["cmdline"] or [])
    ]
