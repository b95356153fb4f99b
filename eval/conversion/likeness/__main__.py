"""Compares last frames of converted scenes with those that manimgl drew.

    python -m eval.conversion.likeness --root CLONE --frames FRAMES --report out.html

FRAMES holds `<module path>/<scene>.png`; `eval/conversion/likeness/__init__.py` says how to make them. Prints the
summary; a run that was broken off goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from pathlib import Path
from typing import Any

from rich.progress import track

from core.settings import settings
from eval.conversion.likeness import page
from eval.conversion.likeness.pairs import Pair, pairs, references
from eval.conversion.survey import survey


def main() -> None:
    """Parse the command line, compare, write the page, print the summary."""
    options = _options()
    root, report = options.root.absolute(), options.report.absolute()
    pictures = report.with_name(f"{report.stem}-files")
    pictures.mkdir(parents=True, exist_ok=True)
    scenes = references(options.frames.absolute(), root, survey(root, settings().home / "conversion"))
    done: list[Pair] = []
    working = pairs(scenes, root, pictures, jobs=options.jobs, timeout=options.timeout)
    for pair in track(working, "scenes", total=len(scenes)):
        done.append(pair)
        _keep(done, root, options.jsonl)
    page.write(done, report, pictures, shlex.join(["python", "-m", "eval.conversion.likeness", *sys.argv[1:]]))
    print(page.summary(done))
    sys.exit(0 if done else 2)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True, help="the clone")
    parser.add_argument("--frames", type=Path, required=True, help="manimgl's last frames")
    parser.add_argument("--report", type=Path, required=True, help="the HTML page")
    parser.add_argument("--jsonl", type=Path, help="one line a scene")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds for one render")
    return parser.parse_args()


def _keep(done: list[Pair], root: Path, path: Path | None) -> None:
    """All lines anew after each pair: what is there is whole when a run is broken off."""
    if path:
        path.write_text("".join(json.dumps(_row(pair, root)) + "\n" for pair in done), encoding="utf-8")


def _row(pair: Pair, root: Path) -> dict[str, Any]:
    like = pair.likeness
    return {
        "file": pair.listed.file.relative_to(root).as_posix(),
        "scene": pair.listed.name,
        "year": pair.listed.year,
        "status": pair.status,
        "message": pair.message,
        "drawn": str(pair.drawn or ""),
        "reference": str(pair.reference),
        "numbers": [round(n, 3) for n in (like.fault, like.matched, like.structure)] if like else [],
    }


if __name__ == "__main__":
    main()
