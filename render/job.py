"""One job as the zygote sees it: a client, a child process, limits, an end."""

from __future__ import annotations

import json
import os
import selectors
import socket
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from render import folders, guards, watch, wire
from render.forge import pidfd
from render.peer import Peer

if TYPE_CHECKING:
    from render.zygote import Zygote

_GRACE = 2.0
"""Seconds between the polite time-out inside the job, which can name the line, and the kill."""
_MOST_REQUEST = 8 << 20


class Job:
    """Reads a client's request, runs it in a child, relays what the child says, and reports its end."""

    def __init__(self, link: socket.socket, zygote: Zygote) -> None:
        self.zygote = zygote
        self.request: dict[str, Any] = {}
        self.limits = guards.Limits()
        self._asked = bytearray()
        self._said = bytearray()
        self._client = Peer(link, zygote.selector, self._from_client)
        self._child: Peer | None = None
        self._folder: tuple[Path, int] | None = None
        self._pid = self._handle = self._slot = -1
        self._deadline = float("inf")
        self._killed = ""

    def _from_client(self, data: bytes) -> None:
        if not data:
            self._client_left()
            return
        if self.request:
            return
        self._asked += data
        if len(self._asked) > _MOST_REQUEST:
            self._client_left()
        elif self._asked.endswith(b"\n"):
            self._begin()

    def _begin(self) -> None:
        try:
            self.request = json.loads(self._asked)
            disk = int(self.request.get("disk", guards.Limits().disk))
            self.limits = guards.Limits(int(self.request["memory"]), float(self.request["timeout"]), disk)
        except (ValueError, KeyError, TypeError):
            self._client_left()
            return
        self._client.send(wire.frame(wire.EVENT, b'{"accepted":true}'))
        self.zygote.enqueue(self)

    def start(self, slot: int) -> None:
        """Fork the child. Called when a slot is free."""
        forge = self.zygote.forge
        self._slot = slot
        uid = self.zygote.users.of_job(slot)
        self._folder = folders.make(self.zygote.farm / "jobs", uid if forge.sandbox.own_user else None)
        folder = self._folder[0]
        for what in ("assets", "segments"):
            self._bring(folder, what)
        ours, theirs = socket.socketpair()

        def work() -> None:
            from render.scene import run

            forge.sandbox.enter_scene(folder, uid, self.limits)
            run(self.request, folder, theirs.fileno())

        self._pid = forge.fork({theirs.fileno()}, work)
        theirs.close()
        self._handle = pidfd(self._pid)
        self._deadline = time.monotonic() + self.limits.seconds + _GRACE
        self._child = Peer(ours, self.zygote.selector, self._from_child)
        self.zygote.selector.register(self._handle, selectors.EVENT_READ, self._ended)

    def _bring(self, folder: Path, what: str) -> None:
        """Move files that the client laid ready below the farm's folder into the job's."""
        staged = str(self.request.get(what) or "")
        source = self.zygote.farm / "jobs" / staged
        if staged and "/" not in staged and source.is_dir() and not source.is_symlink():
            source.rename(folder / what)

    def _from_child(self, data: bytes) -> None:
        if not data and self._child:
            self._child.close()
        self._said += data
        if len(self._said) > wire.MOST:
            self._kill("memory")
            self._said.clear()
        *lines, rest = self._said.split(b"\n")
        self._said = rest
        for line in lines:
            self._hear(bytes(line))

    def _hear(self, line: bytes) -> None:
        if not line.startswith(b'{"tex":'):
            self._client.send(wire.frame(wire.EVENT, line))
            return
        try:
            asked = json.loads(line)["tex"]
            self.zygote.tex.typeset(asked, self._answer)
        except (ValueError, KeyError, TypeError):
            self._answer({"error": "unreadable request", "log": ""})

    def _answer(self, message: dict[str, Any]) -> None:
        if self._child:
            self._child.send(wire.line(message))

    def look(self, now: float) -> None:
        """Kill the child if it is over time, memory or disk. Called several times a second."""
        if self._handle < 0:
            return
        if now > self._deadline:
            self._kill("timeout")
            return
        family = watch.family(self._pid)
        if len(family) > self.limits.processes + 1:
            self._kill("processes")
        elif watch.own_memory(family, self.zygote.memory) > self.limits.memory << 20:
            self._kill("memory")
        elif self._folder and folders.size(self._folder[0]) > self.limits.disk << 20:
            self._kill("disk")

    def _kill(self, reason: str) -> None:
        self._killed = self._killed or reason
        if self._handle >= 0:
            self.zygote.forge.kill(self._pid)

    def _ended(self, _events: int) -> None:
        _, status, used = os.wait4(self._pid, 0)
        self.zygote.selector.unregister(self._handle)
        os.close(self._handle)
        self._handle = -1
        if not self.zygote.forge.owns_all:
            self.zygote.forge.kill(self._pid)
        if self._child:
            self._child.drain()
            self._child.close()
        self._tell_end(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime)
        self.zygote.release(self._slot)

    def _tell_end(self, code: int, cpu: float) -> None:
        if self._client.closed:
            self._clean()
            return
        folder = str(self._folder[0]) if self._folder else ""
        forge = self.zygote.forge
        end = {"code": code, "killed": self._killed, "cpu": cpu, "folder": folder}
        end |= {"guards": forge.active, "missing": forge.missing}
        self._client.send(wire.frame(wire.EXIT, json.dumps(end).encode()))

    def _client_left(self) -> None:
        self._client.close()
        self._kill("client left")
        if self._handle < 0:
            self._clean()

    def _clean(self) -> None:
        if self._folder:
            folders.drop(*self._folder)
            self._folder = None
        self.zygote.forget(self)
