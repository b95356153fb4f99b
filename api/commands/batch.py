"""`tulku batch`: make a whole list of topics ahead of time."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import click

from api.asking import fail

Message = dict[str, Any]
STOPPED = 130


@click.command()
@click.argument("topics", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--popular", is_flag=True, help="the list that Tulku brings: what students search")
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="topics made at once")
@click.option("--quality", type=click.Choice(["low", "medium", "high", "4k"]), default="low", show_default=True)
@click.option("--style", default="3b1b", show_default=True)
@click.option("--model", help="composer (default), or any litellm model")
@click.option("--out", type=click.Path(path_type=Path), help="folder for the results  [default: videos/<file>]")
@click.option(
    "--report", type=click.Path(path_type=Path), help="page with contact sheets  [default: report.html there]"
)
@click.option("--fresh", is_flag=True, help="make everything anew")
@click.option("--json", "as_json", is_flag=True, help="print the summary as JSON, nothing else")
def batch(
    topics: Path | None,
    popular: bool,
    jobs: int,
    quality: str,
    style: str,
    model: str | None,
    out: Path | None,
    report: Path | None,
    fresh: bool,
    as_json: bool,
) -> None:
    """Make every wish of TOPICS (.txt, .csv or .jsonl); what was made before is not made again.

    Ctrl-C finishes what is running and writes the report; a second one stops at once. The next run goes on.
    """
    from api.topics import POPULAR, read
    from core.environment import chosen_model
    from core.errors import BadInput

    path = POPULAR if popular else topics
    if path is None:
        raise click.UsageError("give a file of topics, or --popular")
    try:
        found, problems = read(path)
    except BadInput as error:
        fail({"kind": "BadInput", "message": error.message, "advice": error.advice}, as_json)
    for problem in problems:
        click.echo(f"{path.name}, line {problem.line}: {problem.message}", err=True)
    from api.batch import Batch

    folder = out or Path("videos") / path.stem
    options = {"quality": quality, "style": style, "model": model or chosen_model(), "seed": 0}
    work = Batch(found, folder, options, fresh=fresh)
    page = report or folder / "report.html"
    figures = _made(work, jobs, page, problems, quiet=as_json)
    click.echo(json.dumps(figures, indent=1)) if as_json else _said(figures, page)
    if work.stopped.is_set():
        sys.exit(STOPPED)
    sys.exit(0 if figures["done"] == figures["statuses"].get("made", 0) else 4)


def _made(work: Any, jobs: int, page: Path, problems: list[Any], *, quiet: bool) -> Message:
    """Run the batch before the user's eyes; the report is written whatever happens."""
    from api.batch_progress import line
    from api.batch_report import summary, write
    from api.watching import Watched

    started = time.monotonic()
    dones: list[Any] = []

    def report() -> Message:
        figures = summary(dones, problems, len(work.topics), time.monotonic() - started)
        write(page, work.out, dones, problems, figures)
        return figures

    try:
        with Watched(work, line, quiet=quiet) as watched:
            for done in watched.run(jobs):
                dones.append(done)  # noqa: PERF402  # one by one: a Ctrl-C must find those that ended
    except KeyboardInterrupt:  # the second one
        report()
        click.echo("stopped; what was finished is kept, the next run goes on", err=True)
        sys.stdout.flush()
        os._exit(STOPPED)  # closes the connections, which cancels what is running
    return report()


def _said(figures: Message, page: Path) -> None:
    counts = ", ".join(f"{count} {name}" for name, count in figures["statuses"].items())
    served = ", ".join(f"{count} {name}" for name, count in figures["served"].items())
    click.echo(f"{figures['done']} of {figures['topics']} topics in {figures['seconds']:.0f} s: {counts or 'nothing'}")
    if served:
        click.echo(f"  come by: {served}; {figures['video_seconds']:.0f} s of video")
    click.echo(f"  report  {page}")
