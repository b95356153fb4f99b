"""A non-blocking socket of the zygote's loop: bytes in, bytes out, never waiting."""

from __future__ import annotations

import selectors
import socket
from collections.abc import Callable
from contextlib import suppress


class Peer:
    """One socket. `on_bytes(data)` is called with what arrived, and with b"" once when the other side hung up."""

    def __init__(
        self, link: socket.socket, selector: selectors.BaseSelector, on_bytes: Callable[[bytes], None]
    ) -> None:
        self.link = link
        self.on_bytes = on_bytes
        self.closed = False
        self._selector = selector
        self._waiting = bytearray()
        link.setblocking(False)
        selector.register(link, selectors.EVENT_READ, self.ready)

    def ready(self, events: int) -> None:
        """Called by the loop when the socket can be read or written."""
        if events & selectors.EVENT_WRITE:
            self._flush()
        if events & selectors.EVENT_READ and not self.closed:
            self._take()

    def _take(self) -> None:
        try:
            data = self.link.recv(1 << 20)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self.on_bytes(data)

    def drain(self) -> None:
        """Read what is still there; used once a job has ended."""
        while not self.closed:
            try:
                data = self.link.recv(1 << 20)
            except OSError:
                return
            if not data:
                return
            self.on_bytes(data)

    def send(self, data: bytes) -> None:
        """Send now what fits, the rest when the other side reads."""
        if self.closed:
            return
        self._waiting += data
        self._flush()

    def _flush(self) -> None:
        try:
            while self._waiting:
                sent = self.link.send(self._waiting)
                del self._waiting[:sent]
        except BlockingIOError:
            pass
        except OSError:
            self._waiting.clear()
        if not self.closed:
            wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._waiting else 0)
            self._selector.modify(self.link, wanted, self.ready)

    def close(self) -> None:
        """Forget the socket."""
        if self.closed:
            return
        self.closed = True
        with suppress(KeyError, ValueError):
            self._selector.unregister(self.link)
        self.link.close()
