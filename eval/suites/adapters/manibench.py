"""ManiBench: `problems`, each with `full_prompt`, weighted `required_visual_events` and `coverage_requirements`.

Both are prose: what can be told of them from a scene report is measured as claims. A critical event counts as it
weighs there; coverage requirements weigh alike.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.suites.suite import Case, Claim, Wanted


def read(path: Path, data: Any) -> list[Case] | None:
    """One case a problem."""
    problems = data.get("problems") if isinstance(data, dict) else None
    if not isinstance(problems, list) or not all(isinstance(row, dict) and "full_prompt" in row for row in problems):
        return None
    return [_case(row) for row in problems]


def _case(row: dict[str, Any]) -> Case:
    events = [Claim(str(event["description"]), float(event.get("weight", 1))) for event in _rows(row)]
    covered = [Claim(str(text)) for text in row.get("coverage_requirements") or ()]
    level = row.get("difficulty_level", "?")
    return Case(str(row["id"]), f"level {level}", str(row["full_prompt"]), Wanted(claims=(*events, *covered)))


def _rows(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [event for event in row.get("required_visual_events") or () if "description" in event]
