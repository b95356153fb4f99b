"""manim-bench of NtrpyDev: a task in YAML has `prompt`, `required_labels`, `required_visuals`; a suite lists its tasks.

Labels with signs of mathematics in them are formulas, the others texts; visuals are prose, and become claims.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from eval.suites.suite import Case, Claim, Wanted

_MATHS = re.compile(r"[\^_=\\+*/<>]|\d")


def read(path: Path, data: Any) -> list[Case] | None:
    """One case of a task file, or those of a suite beside its tasks."""
    if not isinstance(data, dict):
        return None
    if "prompt" in data and "id" in data:
        return [_case(data)]
    tasks = data.get("tasks")
    if not isinstance(tasks, list) or not all(isinstance(task, str) for task in tasks):
        return None
    return [_case(row) for task in tasks for row in _tasks(path.parent / task)]


def _tasks(path: Path) -> list[dict[str, Any]]:
    """A task file holds one task, or a list of them."""
    import yaml

    held = yaml.safe_load(path.read_text(encoding="utf-8"))
    rows: list[Any] = held.get("tasks", [held]) if isinstance(held, dict) else held
    return [row for row in rows if isinstance(row, dict) and "prompt" in row]


def _case(row: dict[str, Any]) -> Case:
    labels = [str(label) for label in row.get("required_labels") or ()]
    wanted = Wanted(
        texts=tuple(label for label in labels if not _is_formula(label)),
        formulas=tuple(label for label in labels if _is_formula(label)),
        claims=tuple(Claim(str(text)) for text in row.get("required_visuals") or ()),
    )
    return Case(str(row["id"]), str(row.get("difficulty") or "tasks"), " ".join(str(row["prompt"]).split()), wanted)


def _is_formula(label: str) -> bool:
    return len(label.strip()) == 1 or (bool(_MATHS.search(label)) and not re.search(r"[a-z]{3}", label))
