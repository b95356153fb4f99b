"""Forking children that can be killed whole: each gets a PID namespace of its own where the kernel allows it."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from render import guards

_NEWPID, _NEWUSER = 0x20000000, 0x10000000


class Forge:
    """Makes children. Killing a child's first process kills all that it ever started."""

    def __init__(self, sandbox: guards.Sandbox, *, bubblewrap: bool, door: socket.socket) -> None:
        self.sandbox = sandbox
        self._bubblewrap = bubblewrap
        self._own_namespace = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        self._namespaces = self._can_unshare()

    @property
    def owns_all(self) -> bool:
        """Whether the end of a child is already the end of all that it started."""
        return self._namespaces

    @property
    def active(self) -> tuple[str, ...]:
        """The sandbox layers that every child gets."""
        outer = (("bubblewrap",) if self._bubblewrap else ()) + (("pid namespace",) if self._namespaces else ())
        return outer + self.sandbox.active()

    @property
    def missing(self) -> tuple[str, ...]:
        """The sandbox layers that this machine does not have."""
        return tuple(name for name in guards.LAYERS if name not in self.active)

    @staticmethod
    def own_namespaces(door: socket.socket) -> None:
        """An ordinary user's zygote moves into a user and PID namespace that it owns, so that it may make more of them.

        The process that was started stays behind, waits, and ends with it. Root needs none of this.
        """
        uid, gid = os.getuid(), os.getgid()
        if uid == 0 or not guards.unshare(_NEWUSER | _NEWPID):
            return
        child = os.fork()
        if child:
            door.close()
            os._exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 0xFF)
        with suppress(OSError):
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
            Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")

    def _can_unshare(self) -> bool:
        if not guards.unshare(_NEWPID):
            return False
        return self._return_home()

    def _return_home(self) -> bool:
        return ctypes.CDLL(None).setns(self._own_namespace, _NEWPID) == 0

    def fork(self, keep: set[int], work: Callable[[], None]) -> int:
        """Run `work` in a child that inherits no open file but those in `keep`; the child's PID as seen from here."""
        if self._namespaces:
            guards.unshare(_NEWPID)
        child = os.fork()
        if child == 0:
            _be_child(keep, work)
        if self._namespaces:
            self._return_home()
        return child

    def kill(self, pid: int) -> None:
        """Kill a child and, with it, everything it started."""
        with suppress(ProcessLookupError, PermissionError):
            if not self._namespaces:
                os.killpg(pid, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _be_child(keep: set[int], work: Callable[[], None]) -> NoReturn:
    code = 1
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        _close_all_but(keep | {0, 1, 2})
        work()
        code = 0
    except BaseException as problem:  # nothing may return into the zygote's loop
        with suppress(BaseException):
            print(f"child failed: {problem!r}", file=sys.stderr, flush=True)
    finally:
        os._exit(code)


def _close_all_but(keep: set[int]) -> None:
    low = 3
    for handle in sorted(keep):
        if handle > low:
            os.closerange(low, handle)
        low = max(low, handle + 1)
    os.closerange(low, 4096)


def pidfd(pid: int) -> int:
    """A handle that becomes readable when the process ends."""
    return os.pidfd_open(pid)


def ended(handle: int) -> bool:
    """Whether the process behind a pidfd has ended."""
    return bool(select.select([handle], [], [], 0)[0])
