"""Talks to the warm process: starts it when it is not there, sends one request, yields its events.

Standard library only: this is what every command pays for. One JSON object a line in both directions; the last
line of an answer holds `result` or `error`.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.environment import data_home, fingerprint, runtime_home
from core.errors import SetupError

ROOT = Path(__file__).resolve().parent.parent
START_TIMEOUT = 90.0
"""Seconds a warm process may take to open its socket; the first start on a cold disk is slow."""

Message = dict[str, Any]


def ask(request: Message) -> Iterator[Message]:
    """Send `request` and yield every message of the answer, the result last.

    Closing the iterator (Ctrl-C) closes the connection, which cancels the work. A warm process that ends before its
    first word, being idle or killed, is replaced. Raises `SetupError` when the warm process does not start,
    or ends in the middle.
    """
    link, heard, tries = _connect(socket_path()), False, 3
    while tries and not heard:
        tries -= 1
        if link is None:
            yield {"event": {"stage": "starting", "scene": -1}}
            link = _start()
        for message in _converse(link, request):
            heard = True
            yield message
            if "result" in message or "error" in message:
                return
        link = None
    raise SetupError("the warm process ended before it answered", advice=f"see {log_path()}, then try again")


def _converse(link: socket.socket, request: Message) -> Iterator[Message]:
    """Every whole message of the answer; ends early when the other side goes away."""
    with link, contextlib.suppress(ConnectionError), link.makefile("rwb") as stream:
        stream.write(json.dumps(request).encode() + b"\n")
        stream.flush()
        for line in stream:
            if line.endswith(b"\n"):
                yield json.loads(line)


def socket_path() -> Path:
    """The socket of the warm process that runs this very code with this very configuration."""
    return private_folder() / f"agent-{fingerprint(ROOT)}.sock"


def log_path() -> Path:
    return data_home() / "logs" / "warm.log"


def private_folder() -> Path:
    """The folder for sockets, readable by nobody else. Raises `SetupError` if somebody else owns it."""
    folder = runtime_home()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise SetupError(f"{folder} belongs to somebody else", advice="set TULKU_RUNTIME to a folder of your own")
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)
    return folder


def _connect(path: Path) -> socket.socket | None:
    link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        link.connect(str(path))
    except (FileNotFoundError, ConnectionRefusedError):
        link.close()
        return None
    return link


def _start() -> socket.socket:
    """Start the warm process once, however many callers ask at the same time, and wait for its socket."""
    path = socket_path()
    with (path.parent / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        link = _connect(path)
        return link if link is not None else _spawn(path)


def _spawn(path: Path) -> socket.socket:
    log = log_path()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "api.warm", str(path)],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline and process.poll() is None:
        link = _connect(path)
        if link is not None:
            return link
        time.sleep(0.02)
    raise SetupError("the warm process did not start", advice=f"see {log}; `tulku doctor` names what is missing")
