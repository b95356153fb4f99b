"""What `tulku corpus` shows: progress while it builds, then tables."""

from __future__ import annotations

from collections import Counter
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.syntax import Syntax
from rich.table import Table

from core.snippet import Snippet
from corpus.report import BuildReport
from corpus.statistics import Statistics


class Progress:
    """A line for each stage under way; a plain line for each source that is finished or has a problem."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        columns = (TextColumn("{task.description:32}"), BarColumn(30), MofNCompleteColumn(), TimeElapsedColumn())
        self._bar = Bar(*columns, console=self._console, transient=True, disable=not self._console.is_terminal)
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def note(self, message: str) -> None:
        """A line above the bars."""
        self._console.print(f"[yellow]–[/] {escape(message)}")

    def event(self, event: dict[str, Any]) -> None:
        """What `corpus.build.build` reports."""
        if event["stage"] == "problem":
            self.note(f"{event['source']}: {event['message'].removeprefix(event['source'] + ': ')}")
        elif event["stage"] == "source":
            new = f", {event['new']} new" if event["new"] != event["documents"] else ""
            found = f"{event['documents']} documents{new} → {event['snippets']} snippets"
            self._console.print(f"[green]✓[/] {escape(event['name'])}: {found}  [dim]{event['seconds']:.1f} s[/]")
        else:
            name = " ".join(filter(None, (event["stage"], event.get("source", ""))))
            task = self._tasks.get(name) or self._tasks.setdefault(name, self._bar.add_task(name, total=None))
            self._bar.update(task, completed=event["done"], total=event.get("of"))


def printed(report: BuildReport) -> None:
    """A finished build."""
    console = Console(highlight=False, soft_wrap=True)
    table = Table("step", "changed", "dropped", "seconds of work", box=None, pad_edge=False)
    for name, row in report.steps.items():
        table.add_row(name, str(row.changed), str(row.dropped), f"{row.seconds:.1f}" if row.seconds else "")
    console.print(table)
    _line(console, "the same", report.duplicates)
    _line(console, "checked", report.verified)
    if report.probe:
        tried = sum(report.probe.values())
        console.print(f"probed: {tried} scenes, {report.share:.1%} run; {report.left} left for the next build")
        _line(console, "outcomes", report.probe)
    _line(console, "seconds", {name: round(seconds, 1) for name, seconds in report.stages.items()})
    console.print(f"[bold green]✓[/] {report.snippets} snippets in {report.path}")


def counted(found: Statistics) -> None:
    """The distribution of a corpus."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{found.snippets} snippets, {found.videos} videos")
    for name in ("kinds", "sources", "licences", "dialects", "verified", "topics", "idioms", "difficulty", "years"):
        _line(console, name, dict(getattr(found, name).most_common(14)))
    _line(console, "used most", dict(Counter(found.uses).most_common(20)))
    _line(console, "lines of a scene", found.lengths)
    if found.scored:
        console.print(f"description fits code: {found.mean_score:.2f} on average over {found.scored}")


def shown(snippet: Snippet) -> None:
    """One snippet with all that is known about it."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold]{escape(snippet.title or snippet.name)}[/]  [dim]{snippet.id}[/]")
    place = f"{snippet.source} {snippet.path}{f':{snippet.line}' if snippet.line else ''}"
    console.print(f"[dim]{escape(place)} @ {snippet.commit[:12]} · {snippet.licence} · {snippet.dialect}[/]")
    console.print(escape(snippet.description))
    for wish in snippet.wishes:
        console.print(f"  · {escape(wish)}")
    console.print(f"{snippet.verified}{f': {escape(snippet.problem)}' if snippet.problem else ''}")
    for note in snippet.notes:
        console.print(f"  [dim]{escape(note)}[/]")
    console.print(Syntax(snippet.code, "python", background_color="default"))


def _line(console: Console, name: str, counts: dict[str, Any]) -> None:
    if counts:
        console.print(f"{name}: " + ", ".join(f"{escape(str(key))} {value}" for key, value in counts.items()))
