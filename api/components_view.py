"""What `tulku components` shows: tables, one component in full, verdicts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape
from rich.syntax import Syntax
from rich.table import Table

from components_cache.schema import call_of, is_free
from components_cache.store.files import thumbnail_path

if TYPE_CHECKING:
    from components_cache.admission.admit import Verdict
    from components_cache.store.record import Stored
    from components_cache.store.store import Counts

MARKS = {"admitted": "[green]✓[/]", "known": "[dim]=[/]", "rejected": "[red]✗[/]", "dropped": "[dim]–[/]"}


def brief(record: Stored) -> dict[str, Any]:
    """A component as one entry of a list."""
    component = record.component
    return {
        "id": record.id,
        "name": record.name,
        "kind": component.kind,
        "state": record.state,
        "reason": record.reason,
        "title": component.title,
        "signature": call_of(component),
        "licence": record.licence,
        "uses": record.uses,
        "failures": record.failures,
    }


def full(record: Stored) -> dict[str, Any]:
    """All that is known of a component."""
    return brief(record) | {
        "summary": record.component.summary,
        "tags": record.component.tags,
        "schema": dict(record.schema),
        "box": record.box,
        "proof": dict(record.proof),
        "manim": record.manim,
        "thumbnail": str(thumbnail_path(record.thumbnail)) if record.thumbnail else "",
        "origins": [asdict(origin) for origin in record.origins],
        "parents": record.parents,
        "successes": record.successes,
        "made_at": record.made_at,
        "used_at": record.used_at,
        "code": record.code,
    }


def listed(records: list[Stored], counts: Counts | None = None) -> None:
    """A table, and how many there are of each state."""
    console = Console(highlight=False)
    table = Table("id", "kind", "name", "free", "uses", "what it shows", box=None, pad_edge=False)
    for record in records:
        said = record.component.summary if record.state == "admitted" else record.reason
        free = sum(map(is_free, record.component.parameters))
        table.add_row(record.id[:8], record.component.kind, record.name, str(free), str(record.uses), escape(said))
    console.print(table if records else "no components; `tulku make` and `tulku components add FILE` find some")
    if counts and counts.states:
        console.print(f"[dim]{', '.join(f'{count} {state}' for state, count in sorted(counts.states.items()))}[/]")


def shown(record: Stored) -> None:
    """One component: what it does, where it is from, its code."""
    console = Console(highlight=False)
    console.print(f"[bold]{escape(record.component.title)}[/]  [dim]{record.state} {escape(record.reason)}[/]")
    console.print(escape(record.component.summary))
    facts = full(record)
    for key in ("id", "signature", "licence", "manim", "box", "uses", "successes", "failures", "thumbnail", "parents"):
        console.print(f"[dim]{key:10}[/] {escape(str(facts[key]))}")
    for origin in record.origins:
        where = " · ".join(filter(None, (origin.source, origin.place, origin.scene, origin.wish, origin.model)))
        console.print(f"[dim]{'from':10}[/] {escape(where)}")
    console.print(Syntax(record.code, "python", theme="ansi_dark", background_color="default", word_wrap=True))


def judged(verdicts: list[Verdict]) -> None:
    """What became of each piece of a scene."""
    console = Console(highlight=False)
    for verdict in verdicts:
        why = " ".join(filter(None, (verdict.reason, verdict.detail)))
        console.print(f"{MARKS[verdict.state]} {verdict.shape:8} {verdict.name:32} [dim]{escape(why[:160])}[/]")
    admitted = sum(verdict.state == "admitted" for verdict in verdicts)
    console.print(f"{admitted} of {len(verdicts)} pieces are components now")
