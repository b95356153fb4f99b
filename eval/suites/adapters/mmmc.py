"""MMMC of Code2Video (showlab): `long_video_topics_list.json` is a plain list of topics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.suites.suite import Case, case_id


def read(path: Path, data: Any) -> list[Case] | None:
    """One case a topic; a topic that is listed twice is asked once."""
    if not isinstance(data, list) or not all(isinstance(row, str) for row in data):
        return None
    topics = dict.fromkeys(" ".join(row.split()) for row in data if row.strip())
    return [Case(case_id(topic), "topics", f"Explain {topic}") for topic in topics]
