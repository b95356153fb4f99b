"""Converts a clone's scenes, probes each in the sandbox and says how many run.

    python -m eval.conversion --root CLONE --sample 60 --seed 1 --years 2021-2026
    python -m eval.conversion --root CLONE --match Name1 --keep out/          the converted code goes to out/
    python -m eval.conversion --root CLONE --render --report out.html         all of it, with pictures

Prints the pass rate by year and the error histogram; `--jsonl` keeps one line a scene. What was probed once is not
probed again, as long as the converted code and manim stay the same: a run that was broken off goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from core.settings import settings
from eval.conversion import report
from eval.conversion.ledger import Ledger
from eval.conversion.run import Choice, Means, choose, run
from eval.conversion.summary import by_year, histogram, rate
from eval.conversion.survey import Listed, survey
from eval.conversion.trial import Trial, as_row


def main() -> None:
    """Parse the command line, try the scenes, print what came out."""
    options = _options()
    root = options.root.absolute()
    first, _, last = options.years.partition("-")
    cache = settings().home / "conversion"
    listed = survey(root, cache)
    choice = Choice(options.sample, options.seed, (int(first), int(last or first)), options.match)
    chosen = choose(listed, choice)
    ledger = Ledger(options.ledger or cache / "probes.jsonl")
    pictures = _pictures(options.report) if options.render else None
    trials: list[Trial] = []
    for trial in run(chosen, root, Means(ledger, options.jobs, options.timeout, pictures)):
        trials.append(trial)
        _keep(trial, options.jsonl, options.keep)
    _show(trials, listed, options.examples)
    if options.report:
        apart = Counter(scene.apart for scene in listed if scene.apart)
        report.write(trials, apart, options.report, shlex.join(["python", "-m", "eval.conversion", *sys.argv[1:]]))
    sys.exit(0 if trials else 2)


def _pictures(page: Path | None) -> Path:
    page = (page or Path("conversion.html")).absolute()
    return page.with_name(f"{page.stem}-files")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=0, help="so many at random; 0 means all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--years", default="0-9999", help="for instance 2015-2026; 0 is no year in the path")
    parser.add_argument("--match", default="", help="only scenes whose path:name contains this")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds for one probe")
    parser.add_argument("--examples", type=int, default=2, help="scenes named per error class")
    parser.add_argument("--render", action="store_true", help="also render what runs, for the pictures of the report")
    parser.add_argument("--report", type=Path, help="an HTML page about the run")
    parser.add_argument("--ledger", type=Path, help="where probe results are kept")
    parser.add_argument("--jsonl", type=Path, help="append one line a scene")
    parser.add_argument("--keep", type=Path, help="folder for the converted code")
    return parser.parse_args()


def _keep(trial: Trial, jsonl: Path | None, folder: Path | None) -> None:
    row = as_row(trial)
    code = row.pop("code")
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{trial.scene}.py").write_text(code, encoding="utf-8")
    if jsonl:
        with jsonl.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def _show(trials: list[Trial], listed: list[Listed], examples: int) -> None:
    console = Console()
    apart = sum(1 for scene in listed if scene.apart)
    console.print(f"{len(listed)} scenes in the clone, {apart} of them abstract or unfinished by their source")
    table = Table("year", "passed", "of", "share")
    for year, own in by_year(trials).items():
        table.add_row(str(year or "?"), str(own.passed), str(own.total), f"{100 * own.share:.0f} %")
    console.print(table)
    for name, count, members in histogram(trials):
        console.print(f"{count:4}  {name}", markup=False, highlight=False, soft_wrap=True)
        for trial in members[:examples]:
            console.print(
                f"        {trial.file}:{trial.scene} line {trial.line}: {trial.text}",
                markup=False, highlight=False, soft_wrap=True, style="dim",
            )  # fmt: skip
    console.print(f"passed: {rate(trials)}", markup=False)


if __name__ == "__main__":
    main()
