"""Our own format: `{"group": [{"wish": "…", "texts": […], "formulas": […], "objects": […], "events": […]}, …], …}`.

What is wanted may be left out. The group `unsupported` holds wishes that should be refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.errors import BadInput
from eval.suites.suite import Case, Wanted, case_id

REFUSED = "unsupported"
KINDS = ("texts", "formulas", "objects", "events")


def read(path: Path, data: Any) -> list[Case] | None:
    """Cases of all groups."""
    if not isinstance(data, dict) or not all(_is_group(group) for group in data.values()):
        return None
    cases = [_case(str(group), entry) for group, entries in data.items() for entry in entries]
    return [case for case in cases if case.wish.strip() or case.expected == "refusal"]


def _is_group(group: Any) -> bool:
    return isinstance(group, list) and all(isinstance(entry, dict) and "wish" in entry for entry in group)


def _items(entry: dict[str, Any], kind: str) -> tuple[str, ...]:
    given = entry.get(kind, [])
    if isinstance(given, str):
        return (given,)
    if not isinstance(given, list) or not all(isinstance(item, str | int | float) for item in given):
        raise BadInput(f"`{kind}` of the wish {entry['wish']!r} is no list of words", advice=f'write "{kind}": ["…"]')
    return tuple(map(str, given))


def _case(group: str, entry: dict[str, Any]) -> Case:
    wish = str(entry["wish"])
    texts, formulas, objects, events = (_items(entry, kind) for kind in KINDS)
    wanted = Wanted(texts, formulas, objects, events)
    return Case(str(entry.get("id") or case_id(wish)), group, wish, wanted, "refusal" if group == REFUSED else "video")
