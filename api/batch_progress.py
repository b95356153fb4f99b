"""What a batch shows of a topic that ended: one line."""

from __future__ import annotations

from rich.markup import escape

from api.batch import Done

MARKS = {"made": "[green]✓[/]", "partial": "[yellow]½[/]", "unsupported": "[yellow]–[/]", "failed": "[red]✗[/]"}


def line(done: Done) -> str:
    """The topic, how it was come by or why not, and what there is to object to."""
    how = done.served if done.is_made else done.reason
    notes = f" [yellow]{escape('; '.join(done.findings)[:100])}[/]" if done.findings else ""
    what = f"{MARKS[done.status]} {escape(done.topic.wish[:70])} [dim]{escape(how[:120])}, {done.seconds:.1f} s[/]"
    return what + notes
