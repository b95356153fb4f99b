"""A deadline for pure Python work in this thread: SymPy can take for ever, and offers no limit of its own."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Generator
from contextlib import contextmanager


class Expired(Exception):
    """Raised inside the block when its time is up."""


@contextmanager
def deadline(seconds: float) -> Generator[None]:
    """Raise Expired in the block after `seconds`. Interrupts Python code only, not one long C call."""
    lock, state = threading.Lock(), {"over": False}
    thread = ctypes.c_ulong(threading.get_ident())

    def ring() -> None:
        with lock:
            if not state["over"]:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(Expired))

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            state["over"] = True
        timer.cancel()
