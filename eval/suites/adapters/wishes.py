"""Our own format: `{"group": [{"wish": "…", "texts": […], "formulas": […], "objects": […], "events": […]}, …], …}`.

What is wanted may be left out. The group `unsupported` holds wishes that should be refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.suites.suite import Case, Wanted, case_id

REFUSED = "unsupported"
KINDS = ("texts", "formulas", "objects", "events")


def read(path: Path, data: Any) -> list[Case] | None:
    """Cases of all groups."""
    if not isinstance(data, dict) or not all(_is_group(group) for group in data.values()):
        return None
    return [_case(str(group), entry) for group, entries in data.items() for entry in entries]


def _is_group(group: Any) -> bool:
    return isinstance(group, list) and all(isinstance(entry, dict) and "wish" in entry for entry in group)


def _case(group: str, entry: dict[str, Any]) -> Case:
    texts, formulas, objects, events = (tuple(map(str, entry.get(kind, ()))) for kind in KINDS)
    wanted = Wanted(texts, formulas, objects, events)
    wish = str(entry["wish"])
    return Case(str(entry.get("id") or case_id(wish)), group, wish, wanted, "refusal" if group == REFUSED else "video")
