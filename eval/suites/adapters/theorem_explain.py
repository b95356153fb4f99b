"""TheoremExplainBench: a list of theorems, each with `theorem`, `description`, `difficulty`, `subfield`.

In a clone of TIGER-AI-Lab/TheoremExplainAgent the files are `data/thb_easy/math.json` and its neighbours. The theorem's
name must be read in the video, as its judges look for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.suites.suite import Case, Wanted, case_id


def read(path: Path, data: Any) -> list[Case] | None:
    """One case a theorem."""
    if not isinstance(data, list) or not all(isinstance(row, dict) and "theorem" in row for row in data):
        return None
    return [_case(row) for row in data]


def _case(row: dict[str, Any]) -> Case:
    name, words = str(row["theorem"]).strip(), " ".join(str(row.get("description") or "").split())
    group = " ".join(filter(None, (str(row.get("difficulty") or ""), str(row.get("subfield") or ""))))
    wish = f"Explain {name}: {words}" if words else f"Explain {name}"
    return Case(str(row.get("uid") or case_id(name)), group.lower() or "theorems", wish, Wanted(texts=(name,)))
