"""Runs the broken scripts raw, repairs them without a model, renders what came of them, and prints the shares.

    python -m eval.repair                       both halves
    python -m eval.repair --half tune --failures
    python -m eval.repair --match code_ --jobs 1

What was measured once, with the same code, is not measured again: a run that was broken off goes on where it was.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import mean

from rich.console import Console
from rich.table import Table

from core.settings import settings
from eval.broken.cases import Case, cases
from eval.conversion.ledger import Ledger
from eval.repair.trial import Trial, attempt, key, trial
from render.farm import Farm


def main() -> None:
    """Parse the command line, try the scripts, print what came out."""
    options = _options()
    chosen = [case for case in cases() if options.half in ("", case.half) and options.match in case.name]
    ledger = Ledger(options.ledger or settings().home / "repair" / "ledger.jsonl")
    farm = Farm.connect()

    def one(case: Case) -> Trial:
        name = f"{key(case)}{'' if options.render else ':probed'}"
        facts = ledger.known(name)
        if facts is None:
            facts = attempt(case, farm, render=options.render)
            ledger.keep(name, facts)
        return trial(case, facts)

    console, trials = Console(width=140), list[Trial]()
    with ThreadPoolExecutor(options.jobs) as pool:
        for each in pool.map(one, chosen):
            trials.append(each)
            if options.failures:
                _failure(each, console)
    for half in ("tune", "report"):
        _shares([each for each in trials if each.half == half], half, console)
    _times(trials, console)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["", "tune", "report"], default="")
    parser.add_argument("--match", default="", help="only scripts whose name contains this")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--no-render", dest="render", action="store_false", help="probe only: quick, for tuning")
    parser.add_argument("--failures", action="store_true", help="name what was not fixed; not for the report half")
    parser.add_argument("--ledger", type=Path, help="where results are kept")
    return parser.parse_args()


def _failure(each: Trial, console: Console) -> None:
    if not each.raw and not each.fixed and each.half == "tune":
        text = f"{each.name} [{each.fault}] kept {each.kept:.2f} line {each.line} {each.error} | {' '.join(each.mends)}"
        console.print(text, markup=False, highlight=False, soft_wrap=True)


def _shares(trials: list[Trial], half: str, console: Console) -> None:
    """By class of fault: how many fail raw, and how many of those are fixed."""
    failing = [each for each in trials if not each.raw and each.origin != "working"]
    if not trials:
        return
    table = Table("fault", "fail raw", "fixed", "share", title=f"{half} half")
    by_fault: defaultdict[str, list[Trial]] = defaultdict(list)
    for each in failing:
        by_fault[each.fault].append(each)
    for fault, own in [*sorted(by_fault.items()), ("all", failing)]:
        table.add_row(fault, str(len(own)), str(sum(each.fixed for each in own)), _share(own))
    console.print(table)
    for origin in ("written", "mutated"):
        own = [each for each in failing if each.origin == origin]
        console.print(f"{half}, {origin}: {sum(each.fixed for each in own)} of {len(own)} fixed, {_share(own)}")
    rendered = sum(each.rendered for each in failing)
    console.print(f"{half}: {rendered} of {len(failing)} render, whatever they kept of their plays")
    working = [each for each in trials if each.raw]
    same = sum(not each.changed and each.rendered for each in working)
    console.print(f"{half}: {len(working)} work as they are, {same} of them unchanged and rendered")


def _share(trials: list[Trial]) -> str:
    return f"{100 * sum(each.fixed for each in trials) / len(trials):.0f} %" if trials else "-"


def _times(trials: list[Trial], console: Console) -> None:
    fixed = [each for each in trials if each.fixed and not each.raw and each.attempts]
    if not fixed:
        return
    attempts = sum(each.attempts for each in fixed)
    one = sum(each.repair_seconds for each in fixed) / attempts
    render = mean(each.render_seconds for each in fixed)
    whole = mean(each.repair_seconds for each in fixed)
    console.print(
        f"one attempt takes {one:.2f} s, one render {render:.2f} s: ratio {one / max(render, 1e-3):.2f}; "
        f"{attempts / len(fixed):.1f} attempts a script, all of them {whole:.2f} s"
    )


if __name__ == "__main__":
    main()
