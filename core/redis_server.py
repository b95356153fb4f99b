"""A redis-server of our own: on a private unix socket, append-only, so that a kill loses at most a second."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import time
from pathlib import Path

from core.errors import SetupError

PATIENCE = 20.0
"""Seconds that the server may take to load its file and answer."""
MEMORY = "256mb"


class RedisServer:
    """The server of one home: `folder` holds its files, `socket` is where it listens."""

    def __init__(self, folder: Path, socket: Path) -> None:
        self.folder, self.socket = folder, socket
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def start(self) -> None:
        """Start it, or join the one that a killed service left behind. Raises `SetupError`."""
        if self.answers():
            return
        if self._process:
            self._process.poll()  # it ended; take note, so that nothing is left of it
        self.folder.mkdir(parents=True, exist_ok=True)
        self.socket.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / "redis.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["redis-server", *self._options()],
                executable=binary(),
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for the service, which ends this one last
            )
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise SetupError("redis-server did not start", advice=f"see {self.folder / 'redis.log'}")
            time.sleep(0.02)

    def answers(self) -> bool:
        """Whether it is there and has read its file."""
        from redis import Redis
        from redis.exceptions import RedisError

        if not self.socket.exists():
            return False
        client = Redis(unix_socket_path=str(self.socket), socket_timeout=2.0)
        try:
            return bool(client.ping())
        except (RedisError, OSError):
            return False
        finally:
            client.close()

    def stop(self) -> None:
        """Save and end; whoever started it."""
        from redis import Redis
        from redis.exceptions import RedisError

        client = Redis(unix_socket_path=str(self.socket), socket_timeout=10.0)
        with contextlib.suppress(RedisError, OSError):
            client.shutdown()
        client.close()
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()

    def _options(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.folder),
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": "",
            "maxmemory": MEMORY,
            "maxmemory-policy": "volatile-lru",  # only what has an end may be dropped: never the queue
            "daemonize": "no",
        }
        return [part for name, value in options.items() for part in (f"--{name}", value)]


def binary() -> str:
    """The server's program. Debian's package redis-tools has it as `redis-check-rdb`: one program, its name decides.

    Raises `SetupError` where neither is installed.
    """
    found = shutil.which("redis-server") or shutil.which("redis-check-rdb")
    if not found:
        raise SetupError("redis-server is not installed", advice="apt-get install redis-tools, or set TULKU_REDIS_URL")
    return found
