"""Tables of prompts and codes, as ManimBench and the sets for fine-tuning are: parquet, CSV or JSON lines.

The prompt is the wish; `--model recorded` runs the code instead. Columns are known by their names; where a description
was generated and then reviewed, the reviewed one counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.suites.suite import Case, case_id

PROMPTS = (
    "reviewed description", "generated description", "prompt", "wish", "query", "instruction", "description",
    "question", "input",
)  # fmt: skip
CODES = ("code", "final_code", "answer", "output", "completion", "response")
GROUPS = ("split", "category", "type", "difficulty")


def read(path: Path, data: Any) -> list[Case] | None:
    """One case a row that has a prompt."""
    if not isinstance(data, list) or not data or not all(isinstance(row, dict) for row in data):
        return None
    rows = [{str(name).strip().lower(): value for name, value in row.items()} for row in data]
    return [_case(row) for row in rows if _first(row, PROMPTS)] or None


def _case(row: dict[str, Any]) -> Case:
    wish = _first(row, PROMPTS)
    group = _first(row, GROUPS) or "prompts"
    return Case(str(row.get("id") or case_id(wish)), group.lower(), wish, code=_first(row, CODES))


def _first(row: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((str(row[name]).strip() for name in names if row.get(name)), "")
