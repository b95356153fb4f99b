"""The store from code that is not asynchronous: the composer, the command line."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

from components_cache.store.files import stamp

if TYPE_CHECKING:
    from components_cache.store.store import Store

T = TypeVar("T")
PATIENCE = 60.0
"""Seconds after which a caller no longer waits for the database."""


def is_empty() -> bool:
    """Whether there has never been a component here; costs one look at a file."""
    return not stamp()


def blocking(work: Callable[[Store], Awaitable[T]]) -> T:
    """Do `work` with the store opened for it, in a thread of its own. Raises what the work raises, or TimeoutError."""
    done: Future[T] = Future()

    def run() -> None:
        try:
            done.set_result(asyncio.run(_with_store(work)))
        except BaseException as problem:
            done.set_exception(problem)

    threading.Thread(target=run, daemon=True).start()
    return done.result(timeout=PATIENCE)


async def _with_store(work: Callable[[Store], Awaitable[T]]) -> T:
    from components_cache.store.store import Store
    from core.database import opened

    async with opened() as database:
        return await work(Store(database))
