"""The `tulku` command: make, batch, render, probe, components, convert, fix, corpus, search, eval, serve, keys …

Exit codes: 0 made, 2 bad input, 3 unsupported wish, or what cannot be converted or fixed, 4 not made.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import click

from api.asking import ask as _ask
from api.asking import fail as _fail
from api.commands.batch import batch
from api.commands.components import components
from api.commands.convert import convert
from api.commands.corpus import corpus
from api.commands.evaluate import evaluate
from api.commands.fix import fix
from api.commands.keys import keys
from api.commands.search import search
from api.commands.serve import serve, worker

QUALITY = click.Choice(["low", "medium", "high", "4k"])
DEPTH = click.Choice(["low", "medium", "high"])
CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.group(context_settings=CONTEXT)
@click.version_option("0.1.0", prog_name="tulku")
def main() -> None:
    """Say what you want to understand; get a Manim video and the code behind it."""


main.add_command(batch)
main.add_command(components)
main.add_command(convert)
main.add_command(corpus)
main.add_command(evaluate)
main.add_command(fix)
main.add_command(keys)
main.add_command(search)
main.add_command(serve)
main.add_command(worker)


@main.command()
@click.argument("wish")
@click.option("--quality", type=QUALITY, default="low", show_default=True, help="480p15, 720p30, 1080p60, 2160p60")
@click.option("--style", default="3b1b", show_default=True, help="3b1b, black, midnight, chalkboard")
@click.option("--complexity", type=DEPTH, default="medium", show_default=True, help="how deep the plan goes")
@click.option("--out", type=click.Path(path_type=Path), help="folder for the results  [default: videos/<wish>]")
@click.option("--model", help="composer (default), or any litellm model such as openai/gpt-4o")
@click.option("--seed", type=int, default=0, show_default=True, help="fixes every random choice")
@click.option("--json", "as_json", is_flag=True, help="print the result as JSON, nothing else")
@click.option("--fresh", is_flag=True, help="make it anew, even if it was made before")
@click.option("--code-only", is_flag=True, help="write the code, do not render")
@click.option("--open", "show", is_flag=True, help="open the video when it is made")
def make(
    wish: str,
    quality: str,
    style: str,
    complexity: str,
    out: Path | None,
    model: str | None,
    seed: int,
    as_json: bool,
    fresh: bool,
    code_only: bool,
    show: bool,
) -> None:
    """Make a video of WISH, for instance "Create a circle that transforms into a square"."""
    target = (out or Path("videos") / slug(wish)).absolute()
    request = {
        "do": "make",
        "wish": wish,
        "out": str(target),
        "code_only": code_only,
        "fresh": fresh,
        "options": {
            "quality": quality,
            "style": style,
            "complexity": complexity,
            "model": model or _default_model(),
            "seed": seed,
        },
    }
    result = _ask(request, as_json)
    if as_json:
        click.echo(json.dumps(result, indent=1))
        return
    from api.show import made

    made(result)
    if show and result["video"]:
        click.launch(result["video"])


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("scene", required=False)
@click.option("--quality", type=QUALITY, default="low", show_default=True)
@click.option("--format", "form", type=click.Choice(["mp4", "gif", "webm", "png"]), default="mp4", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="folder for the results  [default: videos/<file>]")
@click.option("--json", "as_json", is_flag=True)
def render(file: Path, scene: str | None, quality: str, form: str, out: Path | None, as_json: bool) -> None:
    """Render a scene of any Manim FILE, sandboxed."""
    target = (out or Path("videos") / slug(file.stem)).absolute()
    request = {
        "do": "render",
        "code": _read(file),
        "scene": scene,
        "quality": quality,
        "format": form,
        "out": str(target),
    }
    _report_run(_ask(request, as_json), as_json)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("scene", required=False)
@click.option("--json", "as_json", is_flag=True, help="status, error, scenes, animations, boxes, findings, timing")
def probe(file: Path, scene: str | None, as_json: bool) -> None:
    """Run a scene of a Manim FILE without drawing: does it work, and is it well laid out?"""
    _report_run(_ask({"do": "probe", "code": _read(file), "scene": scene}, as_json), as_json)


@main.command()
@click.option("--json", "as_json", is_flag=True)
def doctor(as_json: bool) -> None:
    """What is installed, what is missing, how to mend it."""
    from api.doctor import examine
    from api.show import examined

    findings = examine()
    click.echo(json.dumps([vars(finding) for finding in findings], indent=1)) if as_json else examined(findings)
    sys.exit(0 if all(finding.ok for finding in findings if finding.needed) else 4)


def slug(text: str) -> str:
    """A folder name from any text."""
    name = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].rstrip("-")
    return name or "wish"


def _default_model() -> str:
    from core.environment import chosen_model

    return chosen_model()


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        _fail({"kind": "BadInput", "message": f"{file} is not UTF-8 text: {error}", "advice": ""}, as_json=False)


def _report_run(result: dict[str, Any], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(result, indent=1))
    else:
        from api.show import ran

        ran(result)
    if result["status"] != "ok":
        sys.exit(2 if result["error"]["kind"] in ("syntax", "policy", "no_scene") else 4)


if __name__ == "__main__":
    main(prog_name="tulku")
