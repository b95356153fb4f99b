"""Worker processes: batches in, results out, in order, with only a few under way at a time.

Workers are started fresh, not forked, so no thread or lock of the parent comes along. They end when the parent does,
however it ends.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 3
"""Batches under way for each worker."""


class Crew:
    """`workers` processes, started when first needed; with one worker everything happens in this process."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._strangers = set(active_children())

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(wait=error is None, cancel_futures=True)
        if error is not None:  # somebody pressed Ctrl-C: what is half done is done anew the next time
            for child in set(active_children()) - self._strangers:
                child.kill()

    def map(
        self, function: Callable[[list[T]], list[R]], batches: Iterable[list[T]]
    ) -> Iterator[list[tuple[T, R | None]]]:
        """Each batch's items with their results. An item that kills its worker has None; the others are not harmed."""
        if self._workers < 2:
            for batch in batches:
                yield list(zip(batch, function(batch), strict=True))
            return
        under_way: deque[tuple[list[T], Future[list[R]]]] = deque()
        for batch in batches:
            under_way.append((batch, self._submit(function, batch)))
            if len(under_way) >= AHEAD * self._workers:
                yield self._take(function, *under_way.popleft())
        while under_way:
            yield self._take(function, *under_way.popleft())

    def _take(
        self, function: Callable[[list[T]], list[R]], batch: list[T], result: Future[list[R]]
    ) -> list[tuple[T, R | None]]:
        try:
            return list(zip(batch, result.result(), strict=True))
        except BrokenProcessPool:
            return [(item, self._alone(function, item)) for item in batch]

    def _alone(self, function: Callable[[list[T]], list[R]], item: T) -> R | None:
        """One item by itself, to find the one that kills its worker."""
        try:
            return self._submit(function, [item]).result()[0]
        except BrokenProcessPool:
            return None

    def _submit(self, function: Callable[[list[T]], list[R]], batch: list[T]) -> Future[list[R]]:
        for _ in range(2):
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self._workers, mp_context=get_context("spawn"), initializer=_follow_parent
                )
            try:
                return self._pool.submit(function, batch)
            except BrokenProcessPool:
                self._pool.shutdown(wait=False)
                self._pool = None
        raise BrokenProcessPool("workers die as soon as they start")


def batched(items: Iterable[T], weigh: Callable[[T], int], *, most: int, weight: int) -> Iterator[list[T]]:
    """Batches of at most `most` items that weigh about `weight` together."""
    batch: list[T] = []
    total = 0
    for item in items:
        batch.append(item)
        total += weigh(item)
        if len(batch) >= most or total >= weight:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def _follow_parent() -> None:
    """End this worker when its parent is gone: a killed parent cannot tell it to."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
