"""`tulku convert`: code of any Manim becomes code for today's ManimCE; one file, or a whole clone with proof."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.asking import fail


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.argument("scenes", nargs=-1)
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="repository the file is from"
)
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="the converted file  [default: shown]"
)
@click.option("--json", "as_json", is_flag=True, help="code, notes, what was inlined, approximated or not possible")
@click.option(
    "--verify", is_flag=True, help="PATH is a clone: convert, probe and render all its scenes; can be resumed"
)
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="with --verify: an HTML page about it")
@click.option("--sample", type=int, default=0, help="with --verify: only so many scenes, at random")
@click.option("--seed", type=int, default=1, show_default=True, help="with --verify: fixes the sample")
@click.option("--years", default="", help="with --verify: only these years of the paths, such as 2015-2026")
def convert(
    path: Path,
    scenes: tuple[str, ...],
    root: Path | None,
    out: Path | None,
    as_json: bool,
    verify: bool,
    report: Path | None,
    sample: int,
    seed: int,
    years: str,
) -> None:
    """Turn a FILE written for manimgl, its ancestors or an older ManimCE into one that runs with today's ManimCE."""
    from api.conversion import convert_file, verify_clone
    from core.errors import BadInput

    try:
        if path.is_dir() and verify:
            sys.exit(verify_clone(path, report, sample, seed, years))
        sys.exit(convert_file(path, scenes, root, out, as_json))
    except BadInput as error:
        fail({"kind": "BadInput", "message": error.message, "advice": error.advice}, as_json)
    except UnicodeDecodeError as error:
        fail({"kind": "BadInput", "message": f"{path} is not UTF-8 text: {error}", "advice": ""}, as_json)
