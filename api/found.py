"""What `tulku search` shows: results with their code, and what was built on the way."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.syntax import Syntax

LINES = 14
"""Lines of code shown of each result; `--json` has them all."""


def found(result: dict[str, Any]) -> None:
    """Results, best first: title, where it is from, licence, the start of the code."""
    console = Console(highlight=False)
    for built in result["built"]:
        counts = f"{built['added']} new, {built['kept']} kept, {built['removed']} removed"
        console.print(f"[dim]{built['kind']}: {counts}, {built['seconds']:.1f} s[/]")
    for number, hit in enumerate(result["hits"], 1):
        _show(console, number, hit)
    if result["asked"] and not result["hits"]:
        console.print("nothing found; other words or fewer filters may help")


def _show(console: Console, number: int, hit: dict[str, Any]) -> None:
    snippet = hit["snippet"]
    title = snippet["title"] or snippet["name"]
    console.print(f"[bold]{number}. {escape(title)}[/]  [dim]{hit['score']:.4f}[/]")
    where = " · ".join(filter(None, (snippet["source"], snippet["path"], hit["part"], snippet["licence"])))
    console.print(f"   [dim]{escape(where)}[/]")
    lines = snippet["code"].strip().splitlines()
    code = "\n".join(lines[:LINES])
    console.print(Syntax(code, "python", theme="ansi_dark", background_color="default", word_wrap=True))
    if len(lines) > LINES:
        console.print(f"   [dim]… {len(lines) - LINES} more lines[/]")
    console.print()
