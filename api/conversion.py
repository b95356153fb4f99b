"""`tulku convert`: a file of any Manim becomes a ManimCE file. Runs in this process; nothing it converts is run."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.markup import escape

if TYPE_CHECKING:
    from convert.result import ConversionResult

NOT_POSSIBLE = 3
_STYLES = {"info": "dim", "approximated": "yellow", "lost": "yellow", "impossible": "red"}
_SHOWN = 30


def convert_file(file: Path, scenes: tuple[str, ...], root: Path | None, out: Path | None, as_json: bool) -> int:
    """Convert one file; returns the exit code. Raises BadInput for code that does not parse."""
    from convert.context import ConversionContext
    from convert.convert import convert
    from core.errors import BadInput

    if file.is_dir():
        raise BadInput(f"{file} is a folder", advice="name a file in it, or add --verify to try all its scenes")
    code = file.read_text(encoding="utf-8")
    home = root or file.absolute().parent
    result = convert(code, ConversionContext(home, file, scenes))
    _check_scenes(scenes, result)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(result.code, encoding="utf-8")
    if as_json:
        click.echo(json.dumps(_as_dict(result, out), indent=1))
    else:
        _show(result, out)
    return NOT_POSSIBLE if _nothing_left(result) else 0


def verify_clone(root: Path, report: Path | None, sample: int, seed: int, years: str) -> int:
    """Convert, probe and render the scenes of a clone, in a process of its own; returns its exit code."""
    command = [
        sys.executable,
        "-m",
        "eval.conversion",
        "--root",
        str(root),
        "--sample",
        str(sample),
        "--seed",
        str(seed),
    ]
    command += ["--years", years] if years else []
    command += ["--render", "--report", str(report)] if report else []
    return subprocess.run(command, check=False).returncode


def _check_scenes(scenes: tuple[str, ...], result: ConversionResult) -> None:
    from core.errors import BadInput

    missing = [scene for scene in scenes if scene not in result.scenes]
    if missing:
        raise BadInput(f"no scene {missing[0]} in this file")


def _nothing_left(result: ConversionResult) -> bool:
    """Whether every scene that was asked for is beyond conversion."""
    return bool(result.impossible) and {scene for scene, _ in result.impossible} >= set(result.scenes)


def _as_dict(result: ConversionResult, out: Path | None) -> dict[str, Any]:
    return asdict(result) | {"impossible": dict(result.impossible), "out": str(out) if out else None}


def _show(result: ConversionResult, out: Path | None) -> None:
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for note in [note for note in result.notes if note.severity != "info"][:_SHOWN]:
        console.print(f"[{_STYLES[note.severity]}]{note.severity}[/] {escape(str(note))}")
    for scene, reason in result.impossible:
        console.print(f"[red]not possible[/] {scene}: {reason}")
    count, mark = len(result.scenes), "[bold red]✗[/]" if _nothing_left(result) else "[bold green]✓[/]"
    console.print(f"{mark} {count} scene{'s' * (count != 1)}, {result.dialect} → ce, {len(result.notes)} notes")
    if out:
        console.print(f"  code    {out}")
    else:
        click.echo(result.code, nl=False)
