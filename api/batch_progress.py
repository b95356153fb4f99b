"""What a batch shows while it runs: a bar with rate and remaining time, or one line a topic without a terminal."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from api.batch import Batch, Done

MARKS = {"made": "[green]✓[/]", "partial": "[yellow]½[/]", "unsupported": "[yellow]–[/]", "failed": "[red]✗[/]"}


class Watched:
    """Runs a batch and shows it. The first Ctrl-C stops handing out topics, the second raises KeyboardInterrupt."""

    def __init__(self, batch: Batch, *, quiet: bool) -> None:
        self.batch, self.quiet = batch, quiet
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

    def __enter__(self) -> Watched:
        self.before = signal.signal(signal.SIGINT, self._interrupted)
        self.progress.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.progress.stop()
        signal.signal(signal.SIGINT, self.before)

    def run(self, jobs: int) -> Iterator[Done]:
        """What comes of the topics, as `Batch.run`."""
        task = self.progress.add_task("making", total=len(self.batch.topics), rate="")
        for count, done in enumerate(self.batch.run(jobs), 1):
            elapsed = self.progress.tasks[0].elapsed or 0.0
            rate = f"{60 * count / elapsed:.1f} a minute" if elapsed else ""
            self.progress.update(task, advance=1, rate=rate, description=self._now())
            if not self.quiet:
                self._line(done)
            yield done

    def _now(self) -> str:
        """The topics that are being made."""
        if self.batch.stopped.is_set():
            return "finishing what is running (Ctrl-C stops it)"
        names = [topic.wish for topic in list(self.batch.running.values())]
        return escape(", ".join(names)[:48]) or "making"

    def _line(self, done: Done) -> None:
        how = done.served if done.is_made else done.reason
        notes = f" [yellow]{escape('; '.join(done.findings)[:100])}[/]" if done.findings else ""
        what = f"{MARKS[done.status]} {escape(done.topic.wish[:70])} [dim]{escape(how[:120])}, {done.seconds:.1f} s[/]"
        self.progress.console.print(what + notes, soft_wrap=True)

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        if self.batch.stopped.is_set():
            raise KeyboardInterrupt
        self.batch.stop()
        if not self.quiet:
            self.progress.console.print("finishing what is running; Ctrl-C again stops it")
