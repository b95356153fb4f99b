"""`tulku eval`: suites against models, with parts switched off; and two results compared."""

from __future__ import annotations

import json
import os
import shlex
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from core.errors import TulkuError
    from eval.harness.compare import Comparison
    from eval.harness.run import Outcome, Run

PARTS = ("retrieval", "convert", "repair", "components")
STOPPED = 130


@click.command("eval")
@click.argument("suite", required=False)
@click.option("--model", "models", multiple=True, help="composer, any litellm model, or `recorded`; may be given again")
@click.option("--ablate", default="", help=f"parts to switch off, one at a time: {','.join(PARTS)}")
@click.option("--group", "groups", multiple=True, help="only these groups of the suite")
@click.option("--limit", type=click.IntRange(0), default=0, help="so many cases, spread over the groups; 0: all")
@click.option("--trials", type=click.IntRange(1, 100), default=1, show_default=True, help="tries at each case")
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="cases at once")
@click.option("--quality", type=click.Choice(["low", "medium", "high"]), default="low", show_default=True)
@click.option("--judge", help="vision model that judges the videos  [default: TULKU_VISION_MODEL]")
@click.option("--out", type=click.Path(path_type=Path), help="folder for the report  [default: evaluations/<suite>]")
@click.option("--fresh", is_flag=True, help="make everything anew")
@click.option("--compare", nargs=2, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="OLD NEW")
@click.option("--json", "as_json", is_flag=True, help="print the result as JSON, nothing else")
def evaluate(
    suite: str | None,
    models: tuple[str, ...],
    ablate: str,
    groups: tuple[str, ...],
    limit: int,
    trials: int,
    jobs: int,
    quality: str,
    judge: str | None,
    out: Path | None,
    fresh: bool,
    compare: tuple[Path, Path] | None,
    as_json: bool,
) -> None:
    """Run SUITE (a file, a folder, or `tulku`) and write report.html, result.json and junit.xml.

    What was made before by the same code is not made again, so a run that was stopped goes on. `--compare OLD NEW` says
    what changed between two results, and ends with 1 on a regression.
    """
    from core.errors import TulkuError

    try:
        if compare:
            _compared(*compare, as_json=as_json)
        if not suite:
            raise click.UsageError("give a suite, or --compare OLD.json NEW.json")
        work = _work(suite, models, ablate, (groups, limit), trials, quality, judge, fresh)
        folder = out or Path("evaluations") / work.plan.suite.name
        _writable(folder)
        outcomes, data = _made(work, jobs, folder, quiet=as_json)
    except TulkuError as error:
        _fail(error, as_json)
    click.echo(json.dumps(data, indent=1, ensure_ascii=False)) if as_json else _said(data, folder)
    unheard = [each["name"] for each in data["contestants"] if set(each["statuses"]) == {"excluded"}]
    if unheard:
        click.echo(f"nothing was learnt about {', '.join(unheard)}: see why above, and try again", err=True)
    sys.exit(STOPPED if work.stopped.is_set() else 4 if unheard or not outcomes else 0)


def _writable(folder: Path) -> None:
    """Raises `BadInput` before anything is made that could not be written down."""
    from core.errors import BadInput

    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "result.json").touch()
    except OSError as error:
        raise BadInput(f"{folder} cannot be written: {error.strerror}", advice="name another: --out") from error


def _work(
    place: str, models: tuple[str, ...], ablate: str, chosen: tuple[tuple[str, ...], int], trials: int, quality: str,
    judge: str | None, fresh: bool,
) -> Run:  # fmt: skip
    from typing import cast

    from agent.state import Part
    from core.environment import chosen_model, forbid_downloads
    from core.errors import BadInput
    from core.settings import settings
    from eval.suites.opening import opened, some

    forbid_downloads()
    parts = tuple(part.strip() for part in ablate.split(",") if part.strip())
    if unknown := set(parts) - set(PARTS):
        raise BadInput(f"no part {', '.join(sorted(unknown))}", advice=f"parts are {', '.join(PARTS)}")
    suite = some(opened(place), *chosen)
    from eval.harness.evidence import RECORDED, Shelf
    from eval.harness.making import Terms, evidence_home
    from eval.harness.run import Plan, Run
    from render.farm import Farm

    default = RECORDED if suite.is_recorded else chosen_model()
    plan = Plan(
        suite,
        tuple(dict.fromkeys(models or (default,))),
        cast("tuple[Part, ...]", parts),
        trials,
        settings().vision_model if judge is None else judge,
        fresh,
    )
    if not plan.bouts:
        raise BadInput("the suite holds no recorded answers", advice="name a model: --model composer")
    farm: Any = Farm.connect()
    return Run(plan, Terms(Shelf(evidence_home()), farm, cast("Any", quality)))


def _made(work: Run, jobs: int, folder: Path, *, quiet: bool) -> tuple[list[Outcome], dict[str, Any]]:
    """Run before the user's eyes; the report is written whatever happens."""
    from api.watching import Watched

    started = time.monotonic()
    outcomes: list[Outcome] = []
    try:
        with Watched(work, _line, quiet=quiet) as watched:
            for some in watched.run(jobs):
                outcomes += some
    except KeyboardInterrupt:  # the second one
        _written(work, outcomes, folder, time.monotonic() - started)
        click.echo("stopped; what was finished is kept, the next run goes on", err=True)
        sys.stdout.flush()
        os._exit(STOPPED)  # ends what is running
    return outcomes, _written(work, outcomes, folder, time.monotonic() - started)


def _written(work: Run, outcomes: list[Outcome], folder: Path, seconds: float) -> dict[str, Any]:
    from eval.harness import junit
    from eval.harness.report import page
    from eval.harness.result import results

    command = shlex.join(["tulku", *sys.argv[1:]])
    data = results(work.plan, outcomes, work.terms.quality, seconds, command)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "result.json").write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
    junit.write(data, folder / "junit.xml")
    page.write(data, outcomes, folder / "report.html")
    return data


def _line(some: list[Outcome]) -> str:
    """What came of a case, for every contestant."""
    from rich.markup import escape

    marks = {"excluded": "[dim]?[/]", "partial": "[yellow]½[/]"}
    first = some[0]
    shown = [
        marks.get(one.evidence.status, "[green]✓[/]" if one.scores.get("right") else "[red]✗[/]")
        for one in some
        if not one.is_same
    ]
    how = "known" if first.is_known else f"{first.evidence.seconds:.1f} s"
    told = first.evidence.detail or "; ".join(first.evidence.findings)
    return (
        f"{''.join(shown)} {escape(first.case.label[:70])} [dim]{first.contestant.name}, {how}  {escape(told[:90])}[/]"
    )


def _said(data: dict[str, Any], folder: Path) -> None:
    """The figures that matter, one line a contestant."""
    from eval.harness.report.page import shown

    for each in data["contestants"]:
        scores = each["scores"]
        figures = [
            f"{title} {shown(scores[name]['mean'], 'share')} [{shown(scores[name]['low'], 'share')}, "
            f"{shown(scores[name]['high'], 'share')}]"
            for name, title in (("right", "right"), ("first_try", "at first"), ("clean", "clean"))
            if name in scores
        ]
        ends = ", ".join(f"{count} {status}" for status, count in each["statuses"].items())
        click.echo(f"{each['name']}: {'; '.join(figures)}  ({ends})")
    for row in data["ablations"]:
        if not row["used"]:
            click.echo(f"  {row['part']} makes no difference for {row['model']}: it had nothing to do in any trial")
    click.echo(f"  report  {folder / 'report.html'}")


def _compared(old: Path, new: Path, *, as_json: bool) -> NoReturn:
    from dataclasses import asdict

    from eval.harness.compare import compared, read

    found = compared(read(old), read(new))
    click.echo(json.dumps(asdict(found), indent=1)) if as_json else _told(found)
    sys.exit(1 if found.regressions else 0)


def _told(found: Comparison) -> None:
    from eval.harness.report.page import changed, shown

    for change in found.changes:
        mark = {"worse": "✗" if change.gates else "–", "better": "✓"}.get(change.verdict, "·")
        change_words = [changed(value, change.unit) for value in (change.change.low, change.change.high)]
        click.echo(
            f"{mark} {change.contestant}: {change.title} {shown(change.old, change.unit)} → "
            f"{shown(change.new, change.unit)}  ({change.verdict}; change {' to '.join(change_words)})"
        )
    for turn in found.turns:
        click.echo(f"  {turn.contestant}: {turn.old} → {turn.new}  {turn.wish[:80]}  {turn.detail[:80]}")
    click.echo(f"{len(found.regressions)} regressions beyond the intervals, over {found.cases} cases")


def _fail(error: TulkuError, as_json: bool) -> NoReturn:
    from api.asking import fail
    from api.requests import error_message

    fail(error_message(error)["error"], as_json)
