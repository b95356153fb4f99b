"""Recorded answers of models: JSON lines with `code`, and `id` or `model` where known; or a folder of scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.suites.suite import Case, case_id

PROMPTS = ("wish", "prompt", "query", "instruction")


def read(path: Path, data: Any) -> list[Case] | None:
    """One case a code; rows that also say what was asked for belong to another adapter."""
    if not isinstance(data, list) or not data or not all(_is_code(row) for row in data):
        return None
    return [
        Case(str(row.get("id") or case_id(row["code"])), str(row.get("model") or "codes"), "", code=str(row["code"]))
        for row in data
    ]


def _is_code(row: Any) -> bool:
    return isinstance(row, dict) and bool(row.get("code")) and not any(row.get(name) for name in PROMPTS)
