"""`tulku fix`: a broken script becomes one that runs, without a model; a difference and the reasons are shown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from api.asking import fail


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("scene", required=False)
@click.option(
    "-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="the mended file  [default: only the diff]"
)
@click.option("--in-place", is_flag=True, help="write over FILE, if it could be fixed")
@click.option("--layout", is_flag=True, help="mend the layout too: overlaps, off the frame, too small, too pale")
@click.option("--json", "as_json", is_flag=True, help="status, code, diff, mends with their errors, what was tried")
def fix(file: Path, scene: str | None, out: Path | None, in_place: bool, layout: bool, as_json: bool) -> None:
    """Mend a broken Manim FILE: every scene of it, or SCENE. A file that works stays as it is, byte for byte.

    Only with --layout are scenes that run changed too, where a viewer would object to what lies where.
    """
    from api.fixing import fix_file
    from core.errors import BadInput

    try:
        if out and in_place:
            raise BadInput("--out and --in-place cannot both be", advice="choose one")
        sys.exit(fix_file(file, scene, file if in_place else out, as_json, layout=layout))
    except BadInput as error:
        fail({"kind": "BadInput", "message": error.message, "advice": error.advice}, as_json)
    except UnicodeDecodeError as error:
        fail({"kind": "BadInput", "message": f"{file} is not UTF-8 text: {error}", "advice": ""}, as_json)
