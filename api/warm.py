"""The warm process: keeps the agent, the embedder and the render farm loaded between commands.

    python -m api.warm SOCKET

Serves its own user on a private unix socket and ends after `idle_timeout` seconds without a connection. A client
that goes away cancels its work.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

from api.idle import Idle
from api.requests import close, handle
from core.parsing import one_at_a_time
from core.settings import settings


def main() -> None:
    """Serve until idle."""
    one_at_a_time()
    asyncio.run(_serve(Path(sys.argv[1])))


class Warm:
    """Connections, how many there have been, and when the last one ended."""

    def __init__(self) -> None:
        self.open = self.served = 0
        self.last = time.monotonic()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection: one request, its events, its result."""
        self.open += 1
        try:
            await _converse(reader, writer)
        except (ConnectionError, json.JSONDecodeError):
            pass  # the client went away; nothing is owed
        finally:
            self.open -= 1
            self.served += 1
            self.last = time.monotonic()
            writer.close()

    def idle(self) -> float:
        return 0.0 if self.open else time.monotonic() - self.last


async def _converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    line = await reader.readline()
    if not line:
        return
    loop = asyncio.get_running_loop()
    home = threading.get_ident()

    def send(message: dict[str, Any]) -> None:
        """Events come from worker threads too; writes belong to the loop."""
        data = json.dumps(message, default=str).encode() + b"\n"
        if threading.get_ident() == home:
            writer.write(data)
        else:
            loop.call_soon_threadsafe(writer.write, data)

    work = asyncio.create_task(handle(json.loads(line), send))
    gone = asyncio.create_task(reader.read(1))
    await asyncio.wait({work, gone}, return_when=asyncio.FIRST_COMPLETED)
    if not work.done():
        work.cancel()
    gone.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        send(await work)
        await writer.drain()


async def _serve(path: Path) -> None:
    path.unlink(missing_ok=True)
    warm = Warm()
    server = await asyncio.start_unix_server(warm.serve, path, limit=1 << 20)
    path.chmod(0o600)
    threading.Thread(target=_preload, daemon=True).start()
    own = path.stat().st_ino
    idle = Idle(lambda: warm.open > 0)
    async with server:
        while warm.idle() < settings().idle_timeout:
            await asyncio.sleep(1.0)
            idle.tend(warm.idle(), warm.served)
            if not path.exists() or path.stat().st_ino != own:
                break  # a newer process took the place
    await close()
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_ino == own:
            path.unlink()


def _preload() -> None:
    """Load what the first wish will need, while its client is still typing."""
    with contextlib.suppress(Exception):  # whatever is wrong here is reported by the request that needs it
        from agent.graph import build
        from agent.models.composer.topics import topics
        from api.requests import farm

        build()
        farm()
        topics().match("warm up the embedder with words of no component")


if __name__ == "__main__":
    main()
