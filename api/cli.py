"""The `tulku` command: make, render, probe, convert, doctor.

Exit codes: 0 made, 2 bad input, 3 unsupported wish or a scene that cannot be converted, 4 could not be made.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

EXITS = {"BadInput": 2, "Unsupported": 3}
QUALITY = click.Choice(["low", "medium", "high", "4k"])
CONTEXT = {"help_option_names": ["-h", "--help"]}


@click.group(context_settings=CONTEXT)
@click.version_option("0.1.0", prog_name="tulku")
def main() -> None:
    """Say what you want to understand; get a Manim video and the code behind it."""


@main.command()
@click.argument("wish")
@click.option("--quality", type=QUALITY, default="low", show_default=True, help="480p15, 720p30, 1080p60, 2160p60")
@click.option("--style", default="3b1b", show_default=True, help="3b1b, black, midnight, chalkboard")
@click.option("--out", type=click.Path(path_type=Path), help="folder for the results  [default: videos/<wish>]")
@click.option("--model", help="composer (default), or any litellm model such as openai/gpt-4o")
@click.option("--seed", type=int, default=0, show_default=True, help="fixes every random choice")
@click.option("--json", "as_json", is_flag=True, help="print the result as JSON, nothing else")
@click.option("--code-only", is_flag=True, help="write the code, do not render")
@click.option("--open", "show", is_flag=True, help="open the video when it is made")
def make(
    wish: str,
    quality: str,
    style: str,
    out: Path | None,
    model: str | None,
    seed: int,
    as_json: bool,
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
        "options": {"quality": quality, "style": style, "model": model or _default_model(), "seed": seed},
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
        _fail({"kind": "BadInput", "message": error.message, "advice": error.advice}, as_json)
    except UnicodeDecodeError as error:
        _fail({"kind": "BadInput", "message": f"{path} is not UTF-8 text: {error}", "advice": ""}, as_json)


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


def _ask(request: dict[str, Any], as_json: bool) -> dict[str, Any]:
    """Send a request, show its events, return its result; ends the program on an error."""
    from api.client import ask
    from core.errors import SetupError

    try:
        answers = ask(request)
        first = next(answers)  # the work is under way while the display is still being imported
        from api.show import progress

        last = progress(first, answers, quiet=as_json)
    except SetupError as error:
        _fail({"kind": "SetupError", "message": error.message, "advice": error.advice}, as_json)
    except KeyboardInterrupt:
        click.echo("stopped; nothing that was finished is lost", err=True)
        sys.exit(130)
    if "error" in last:
        _fail(last["error"], as_json)
    return last["result"]


def _fail(error: dict[str, Any], as_json: bool) -> NoReturn:
    if as_json:
        click.echo(json.dumps({"error": error}, indent=1))
    else:
        from api.show import failed

        failed(error)
    sys.exit(EXITS.get(error["kind"], 4))


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
