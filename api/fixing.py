"""`tulku fix` from both ends: what the warm process does with a script, and what the command shows and writes of it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape

from core.errors import BadInput

if TYPE_CHECKING:
    from agent.repair.mend import Fault, Mended
    from agent.repair.repair import Repaired

Message = dict[str, Any]
STUCK = 3
_LONGEST = 1_000_000
"""Characters of a script."""
_TRIED = 8


def fix_file(file: Path, scene: str | None, out: Path | None, as_json: bool, *, layout: bool = False) -> int:
    """Mend one file and show how; returns the exit code. Raises BadInput for what no script can be.

    With `layout`, scenes that run are mended too where a viewer would object.
    """
    from api.asking import ask

    data = file.read_bytes()
    code = data.decode("utf-8-sig")
    if not code.strip() or len(code) > _LONGEST:
        raise BadInput(f"{file} holds no script", advice=f"at most {_LONGEST} characters")
    result = ask({"do": "fix", "code": code, "scene": scene, "name": file.name, "layout": layout}, as_json)
    if out and result["status"] != "stuck":
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(data if result["status"] == "works" else result["code"].encode("utf-8"))
        result["out"] = str(out)
    if as_json:
        click.echo(json.dumps(result, indent=1))
    else:
        _show(result)
    return STUCK if result["status"] == "stuck" else 0


def fixed(request: Message, farm: Any, on_event: Callable[[Message], None]) -> Message:
    """What the warm process answers: the script mended, with a difference and all reasons."""
    from agent.repair.lessons import kept
    from agent.repair.repair import repair

    code, name = str(request["code"]), str(request.get("name", "scene.py"))
    plain = code.replace("\r\n", "\n")
    if request.get("scene") and f"class {request['scene']}" not in plain:
        raise BadInput(f"no scene {request['scene']} in this file")

    def probe(text: str, scene: str | None) -> Any:
        on_event({"stage": "repair", "scene": 0, "problem": ""})
        return farm.probe(text, scene, timeout=_seconds())

    done = repair(plain, probe, scene=request.get("scene"), lessons=kept())
    if done.status == "fixed" and all(_works_elsewhere(mend.error) for mend in done.mends):
        done = replace(done, status="works", code=plain, mends=())
    if request.get("layout"):
        from agent.repair.layout import laid_out

        done = laid_out(done, probe, request.get("scene"), kept())
    new = code if done.status == "works" else done.code
    new = new.replace("\n", "\r\n") if "\r\n" in code and done.status != "works" else new
    return _as_message(done, name, plain) | {"code": new}


def _works_elsewhere(error: Fault) -> bool:
    """Whether only the sandbox objects: an import of what Python itself brings is no fault of a script."""
    found = re.match(r"import (\w+)\S* is not allowed", error.message) if error.kind == "policy" else None
    return bool(found) and found[1] in sys.stdlib_module_names


def _seconds() -> float:
    """The longest probe: a scene that has not come to its end by then is taken for endless."""
    from core.settings import settings

    return min(60.0, settings().render_timeout)


def _as_message(done: Repaired, name: str, before: str) -> Message:
    return {
        "status": done.status,
        "diff": difference(before, done.code, name),
        "mends": [_mend(mend) for mend in done.mends],
        "error": asdict(done.error) if done.error else None,
        "findings": [asdict(finding) for finding in done.findings],
        "tried": list(done.tried),
        "attempts": done.attempts,
        "seconds": round(done.seconds, 2),
        "out": None,
    }


def _mend(mend: Mended) -> Message:
    error = {"kind": mend.error.kind, "message": mend.error.message, "line": mend.error.line}
    return {"id": mend.id, "why": mend.why, "error": error, "diff": difference(mend.before, mend.after, "")}


def difference(before: str, after: str, name: str) -> str:
    """A unified diff."""
    import difflib

    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{name}", f"b/{name}"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _show(result: Message) -> None:
    """The difference goes to standard output, everything else is for the eyes."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for mend in result["mends"]:
        error = mend["error"]
        where = f"line {error['line']}: " if error["line"] else ""
        first = (error["message"].splitlines() or [""])[0]
        console.print(f"[red]{where}{escape(first[:160])}[/]\n  → {escape(mend['why'])}")
    click.echo(result["diff"], nl=False)
    if result["status"] == "works":
        console.print("[bold green]✓[/] works as it is; nothing was changed")
    elif result["status"] == "fixed":
        console.print(f"[bold green]✓[/] fixed, {len(result['mends'])} mends in {result['seconds']} s")
    else:
        _show_stuck(console, result)
    for finding in result.get("findings", ()):
        console.print(f"  [yellow]layout[/]  {escape(finding['message'])}")
    if result["out"]:
        console.print(f"  code    {result['out']}")


def _show_stuck(console: Console, result: Message) -> None:
    error = result["error"]
    where = f"line {error['line']}: " if error["line"] else ""
    console.print(f"[bold red]✗[/] could not be fixed: {where}{escape(error['message'])}")
    if result["tried"]:
        console.print(f"  tried   {', '.join(result['tried'][:_TRIED])}")
    console.print("  a language model may know more: docs/repair.md")
