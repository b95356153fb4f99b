"""A deadline for pure Python work in this thread: SymPy can take for ever, and offers no limit of its own."""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

AGAIN = 0.02
"""Seconds until the next try to interrupt a thread that was importing."""


class Expired(Exception):
    """Raised inside the block when its time is up."""


@contextmanager
def deadline(seconds: float) -> Generator[None]:
    """Raise Expired in the block after `seconds` of its own computing: a busy machine does not shorten it.

    Interrupts Python code only, not one long C call.
    An import is never interrupted: it would leave a half-made module behind, and its lock taken for ever.
    """
    lock, over, thread = threading.Lock(), threading.Event(), threading.get_ident()
    clock = time.pthread_getcpuclockid(thread)
    end = time.clock_gettime(clock) + seconds

    def ring() -> None:
        wait = seconds
        while not over.wait(wait):
            with lock:
                left = 0.0 if over.is_set() else end - time.clock_gettime(clock)
                if left > 0:
                    wait = max(AGAIN, left)
                    continue
                if not over.is_set() and not _importing(_frame(thread)):
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(Expired))
                    return
            wait = AGAIN

    threading.Thread(target=ring, daemon=True).start()
    try:
        yield
    finally:
        with lock:
            over.set()


def _frame(thread: int) -> FrameType | None:
    """Where a thread is at this moment; the one documented way to ask."""
    return sys._current_frames().get(thread)  # pyright: ignore[reportPrivateUsage]


def _importing(frame: FrameType | None) -> bool:
    """Whether this frame, or one that called it, belongs to an import."""
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False
