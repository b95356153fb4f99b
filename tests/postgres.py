"""A PostgreSQL of the tests' own: on a private socket, in a temporary folder, with an empty database for each test.

    from tests.postgres import postgres, postgres_url

Without the server's programs (Debian: `apt-get install postgresql`) the tests that ask for it are skipped.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

NUMBERS = count(1)
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=16MB"
"""Nothing here has to outlive a power failure."""


def program(name: str) -> str | None:
    """Where Debian keeps it, newest first, or on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
    return str(found[-1]) if found else shutil.which(name)


def servant() -> str | None:
    """Root may not run the server: somebody else does."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in known), None)


@dataclass(frozen=True)
class Server:
    """A server whose data and socket lie in `folder`."""

    folder: Path
    control: str
    who: str | None

    def run(self, *command: str) -> None:
        quiet = subprocess.DEVNULL
        subprocess.run(command, check=True, user=self.who, cwd=self.folder, stdout=quiet, timeout=120)

    def start(self) -> None:
        settings = f"{QUICK} -c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        log = str(self.folder / "log")
        self.run(self.control, "-D", f"{self.folder}/data", "-w", "-t", "60", "-l", log, "-o", settings, "start")

    def stop(self) -> None:
        """Not at once: what was committed just now would be lost, see `QUICK`."""
        self.run(self.control, "-D", f"{self.folder}/data", "-m", "fast", "-w", "stop")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A running server."""
    initdb, control = program("initdb"), program("pg_ctl")
    if not (initdb and control):
        pytest.skip("no PostgreSQL here: apt-get install postgresql")
    server = Server(Path(tempfile.mkdtemp(prefix="tulku-pg-")), control, servant())
    if server.who:
        shutil.chown(server.folder, server.who)
    server.run(initdb, "-D", f"{server.folder}/data", "-U", "tulku", "-A", "trust", "-E", "UTF8", "--no-sync")
    server.start()
    yield server
    server.stop()
    shutil.rmtree(server.folder, ignore_errors=True)


@pytest.fixture
async def postgres_url(postgres: Server) -> str:
    """The URL of an empty database."""
    import asyncpg

    name = f"test_{next(NUMBERS)}"
    connection = await asyncpg.connect(user="tulku", host=str(postgres.folder), database="postgres")
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return f"postgresql+asyncpg://tulku@/{name}?host={postgres.folder}"
