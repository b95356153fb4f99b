"""What long work shows while it runs: a bar with rate and remaining time, or one line a piece without a terminal."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from threading import Event
from types import FrameType
from typing import Any, Generic, Protocol, TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Done = TypeVar("Done", covariant=True)


class Work(Protocol[Done]):
    """Many pieces, several at once. After `stop` only the running ones are finished; `now` names them."""

    stopped: Event

    @property
    def total(self) -> int: ...

    @property
    def now(self) -> list[str]: ...

    def stop(self) -> None: ...

    def run(self, jobs: int) -> Iterator[Done]: ...


Piece = TypeVar("Piece")


class Watched(Generic[Piece]):
    """Runs work and shows it. The first Ctrl-C stops handing out pieces, the second raises KeyboardInterrupt.

    `line` says in rich markup what came of a piece.
    """

    def __init__(self, work: Work[Piece], line: Callable[[Piece], str], *, quiet: bool) -> None:
        self.work, self.line, self.quiet = work, line, quiet
        self.console = Console(stderr=True, highlight=False)
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=self.console,
            disable=quiet or not self.console.is_terminal,
        )
        self.before: Any = None

    def __enter__(self) -> Watched[Piece]:
        self.before = signal.signal(signal.SIGINT, self._interrupted)
        self.progress.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.progress.stop()
        signal.signal(signal.SIGINT, self.before)

    def run(self, jobs: int) -> Iterator[Piece]:
        """What comes of the pieces, in the order in which they end."""
        task = self.progress.add_task("making", total=self.work.total, rate="")
        for count, done in enumerate(self.work.run(jobs), 1):
            elapsed = self.progress.tasks[0].elapsed or 0.0
            rate = f"{60 * count / elapsed:.1f} a minute" if elapsed else ""
            self.progress.update(task, advance=1, rate=rate, description=self._now())
            if not self.quiet:
                self.progress.console.print(self.line(done), soft_wrap=True)
            yield done

    def _now(self) -> str:
        """The pieces that are being made."""
        if self.work.stopped.is_set():
            return "finishing what is running (Ctrl-C stops it)"
        return escape(", ".join(self.work.now)[:48]) or "making"

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if self.work.stopped.is_set():
            raise KeyboardInterrupt
        self.work.stop()
        if not self.quiet:
            self.progress.console.print("finishing what is running; Ctrl-C again stops it")
