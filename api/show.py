"""What the command line shows: live progress, results, errors, the doctor's findings."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markup import escape

if TYPE_CHECKING:
    from api.doctor import Examined

Message = dict[str, Any]

STAGES = {
    "waiting": "waiting for another process that makes the same",
    "starting": "starting (only the first time)",
    "resumed": "going on where the last run stopped",
    "plan": "planning",
    "planned": "planned",
    "index": "indexing examples and reference (only after something changed)",
    "retrieve": "looking for examples",
    "write": "writing",
    "convert": "converting",
    "check": "checking",
    "repair": "repairing",
    "render": "rendering",
    "kept": "done",
}


def progress(first: Message, rest: Iterator[Message], *, quiet: bool) -> Message:
    """Show events as they come; returns the last message, which holds the result or the error."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        return _drain(first, rest, console, quiet=quiet)
    started = time.monotonic()
    message = first
    with console.status("starting") as status:
        while "event" in message:
            status.update(f"{_line(message['event'])}  [dim]{time.monotonic() - started:.0f} s[/]")
            message = next(rest)
    return message


def _drain(first: Message, rest: Iterator[Message], console: Console, *, quiet: bool) -> Message:
    """Without a terminal: one plain line a stage."""
    message, shown = first, ""
    while "event" in message:
        event = message["event"]
        line = f"{STAGES.get(event['stage'], event['stage'])} {_place(event)}".strip()
        if line != shown and not quiet:
            console.print(line, highlight=False)
        shown = line
        message = next(rest)
    return message


def _line(event: Message) -> str:
    line = f"{STAGES.get(event['stage'], event['stage'])} [dim]{_place(event)}[/]"
    if "animation" in event:
        of = f" of {event['of']}" if event.get("of") else ""
        line += f" animation {event['animation'] + 1}{of}"
    return line + (f" [red]{escape(str(event['problem'])[:80])}[/]" if event.get("problem") else "")


def _place(event: Message) -> str:
    scene = f"scene {event['scene'] + 1}" if event["scene"] > 0 else ""
    attempt = f"attempt {event['attempt']}" if event.get("attempt", 1) > 1 else ""
    return " ".join(filter(None, (scene, attempt)))


def made(result: Message) -> None:
    """A finished wish: where things are, and what to know about them."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"[bold green]✓[/] {escape(result['title'])}")
    for note in (result.get("storyboard") or {}).get("notes", ()):
        console.print(f"  [yellow]{escape(note)}[/]")
    if result["video"]:
        console.print(f"  video   {result['video']}  [dim]({result['duration']:.1f} s)[/]")
    for path in result["code"]:
        console.print(f"  code    {path}")
    if result["poster"]:
        console.print(f"  poster  {result['poster']}")
    for missing in result["missing"]:
        console.print(f"  [yellow]missing[/] {escape(missing)}")
    for finding in result["findings"]:
        console.print(f"  [yellow]layout[/] {escape(finding['message'])}")
    usage = result["usage"]
    if usage["requests"]:
        tokens = usage["prompt_tokens"] + usage["completion_tokens"]
        console.print(f"  [dim]{tokens} tokens, ${usage['cost']:.4f}[/]")
    console.print(f"  [dim]{_come_by(result)}[/]")


def _come_by(result: Message) -> str:
    """How long it took, and from where it came when it was not made now."""
    origin = result.get("origin")
    if not origin or result.get("served") == "shared":
        return f"{result['seconds']:.1f} s, {result['attempts']} attempt{'s' * (result['attempts'] != 1)}"
    how = "made before" if result["served"] == "exact" else f"as made before for “{escape(origin['wish'][:60])}”"
    return f"{result['seconds']:.3f} s, {how}, {origin['made_at']} in {origin['seconds']:.1f} s; --fresh makes it anew"


def ran(result: Message) -> None:
    """The outcome of `render` or `probe`."""
    console = Console(highlight=False, soft_wrap=True)
    if result["status"] != "ok":
        error = result["error"]
        where = f" (line {error['line']})" if error["line"] else ""
        console.print(f"[bold red]✗[/] {error['kind']}{where}: {escape(error['message'])}")
        for part in ("traceback", "latex_log"):
            if error[part]:
                console.print(f"[dim]{escape(error[part])}[/]")
        return
    plays = len(result["report"]["moments"]) if result["report"] else 0
    console.print(f"[bold green]✓[/] {result['scene']}: {plays} animations, {result['duration']:.1f} s")
    for key in ("video", "poster", "contact_sheet"):
        if result[key]:
            console.print(f"  {key.replace('_', ' '):13} {result[key]}")
    for finding in result["findings"]:
        console.print(f"  [yellow]{finding['kind']}[/] line {finding['line']}: {escape(finding['message'])}")
    for guard in result["missing_guards"]:
        console.print(f"  [yellow]unguarded[/] {escape(guard)}")


def failed(error: Message) -> None:
    """An error, what to do about it, and the nearest topics where there are some."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(f"[bold red]✗[/] {escape(error['message'])}")
    if error.get("nearest"):
        console.print("  nearest topics: " + escape("; ".join(error["nearest"])))
    if error.get("advice"):
        console.print(f"  {escape(error['advice'])}")


def examined(findings: list[Examined]) -> None:
    """The doctor's table."""
    console = Console(highlight=False, soft_wrap=True)
    for finding in findings:
        mark = "[green]✓[/]" if finding.ok else ("[red]✗[/]" if finding.needed else "[yellow]–[/]")
        console.print(f"{mark} {finding.name:22} {escape(finding.found)}")
        if not finding.ok and finding.mend:
            console.print(f"  {'':22} [dim]{escape(finding.mend)}[/]")
