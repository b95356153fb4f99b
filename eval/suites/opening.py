"""From a path to a suite: the file is read by its ending, and the first adapter that knows its shape takes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from core.errors import BadInput
from eval.suites.adapters import codes, manibench, manim_bench, mmmc, prompt_code, theorem_explain, wishes
from eval.suites.suite import Case, Suite

OWN = Path(__file__).parent
Adapter = Callable[[Path, Any], list[Case] | None]
"""Cases from what a file holds; None where it has another shape."""

ADAPTERS: dict[str, Adapter] = {
    "wishes": wishes.read,
    "TheoremExplainBench": theorem_explain.read,
    "MMMC": mmmc.read,
    "ManiBench": manibench.read,
    "manim-bench": manim_bench.read,
    "codes": codes.read,
    "prompt and code": prompt_code.read,
}
INSIDE = (
    "suite.yaml",
    "ManiBench_Pilot_Dataset.json",
    "long_video_topics_list.json",
    "src/long_video_topics_list.json",
)
"""Where a clone of a public suite keeps it."""


def opened(place: str) -> Suite:
    """The suite at a path, or one of our own by its name. Raises `BadInput` for what no adapter knows."""
    own = OWN / f"{place}.json"
    path = own if own.exists() else Path(place)
    if not path.exists():
        known = ", ".join(sorted(file.stem for file in OWN.glob("*.json")))
        raise BadInput(f"there is no suite {place}", advice=f"a file or folder, or one of our own: {known}")
    path, data = _found(path)
    for form, read in ADAPTERS.items():
        cases = read(path, data)
        if cases:
            return Suite(path.stem, form, _numbered(cases))
    raise BadInput(f"{path} has no shape of a suite that is known", advice=f"known are {', '.join(ADAPTERS)}")


def _found(path: Path) -> tuple[Path, Any]:
    """The file that counts, and what it holds; of a folder the suite in it, or all its files together."""
    if path.is_file():
        return path, _read(path)
    inside = next((path / name for name in INSIDE if (path / name).exists()), None)
    if inside:
        return inside, _read(inside)
    files = sorted(path.rglob("*.json"))
    if files:
        held = [_read(file) for file in files]
        return path, [entry for entries in held if isinstance(entries, list) for entry in entries]
    return path, [
        {"id": str(file.relative_to(path)), "code": file.read_text("utf-8", "replace")}
        for file in sorted(path.rglob("*.py"))
    ]


def _read(path: Path) -> Any:
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BadInput(f"{path} is no file of a suite", advice=f"known endings are {', '.join(READERS)}")
    import csv

    try:
        return reader(path)
    except RecursionError as problem:
        raise BadInput(f"{path} cannot be read: it is nested too deeply") from problem
    except (ValueError, OSError, csv.Error) as problem:
        raise BadInput(f"{path} cannot be read: {problem}") from problem


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _csv(path: Path) -> list[dict[str, str]]:
    import csv

    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parquet(path: Path) -> list[dict[str, Any]]:
    from pyarrow import parquet

    return parquet.read_table(path).to_pylist()


def _yaml(path: Path) -> Any:
    import yaml

    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as problem:
        raise ValueError(str(problem)) from problem


READERS: dict[str, Callable[[Path], Any]] = {
    ".json": _json, ".jsonl": _lines, ".csv": _csv, ".parquet": _parquet, ".yaml": _yaml, ".yml": _yaml,
}  # fmt: skip


def _numbered(cases: list[Case]) -> tuple[Case, ...]:
    """The cases with ids that are different: a second one of the same name gets a number."""
    seen: dict[str, int] = {}
    told: list[Case] = []
    for case in cases:
        seen[case.id] = count = seen.get(case.id, 0) + 1
        told.append(case if count == 1 else replace(case, id=f"{case.id}-{count}"))
    return tuple(told)


def some(suite: Suite, groups: tuple[str, ...], limit: int) -> Suite:
    """A part of a suite: only these groups, and of each in turn until there are `limit`. Raises `BadInput` for none."""
    known = dict.fromkeys(case.group for case in suite.cases)
    if unknown := [group for group in groups if group not in known]:
        raise BadInput(f"no group {', '.join(unknown)}", advice=f"groups are {', '.join(known)}")
    chosen = [case for case in suite.cases if not groups or case.group in groups]
    if limit:
        rows = [[case for case in chosen if case.group == group] for group in known]
        dealt = [case for turn in zip_longest(*rows) for case in turn if case is not None][:limit]
        chosen = [case for case in chosen if case in dealt]
    return replace(suite, cases=tuple(chosen))
