"""Evidence and reports made by hand, and a farm and model that need no process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.report import Box, Moment, SceneReport
from eval.harness.evidence import Evidence, Shelf

Show = Callable[..., Evidence]
CODE = "from manim import *\n\n\nclass A(Scene):\n    def construct(self):\n        self.play(Create(Circle()))\n"


def text(words: str, key: int = 1, left: float = -1.0, bottom: float = 0.0, **rest: Any) -> Box:
    values: dict[str, Any] = {"font_height": 0.3, "opacity": 1.0} | rest
    return Box(key, "Text", left, bottom, left + 2, bottom + 0.5, text=words, is_text=True, **values)


def shape(kind: str, key: int = 9, left: float = -3.0, bottom: float = -3.0, **rest: Any) -> Box:
    return Box(key, kind, left, bottom, left + 1, bottom + 1, **rest)


def report(*stages: tuple[tuple[Box, ...], tuple[str, ...]], seconds: float = 1.0) -> SceneReport:
    """A scene of stages: boxes, and the animations that led to them, `seconds` each."""
    moments = tuple(
        Moment(place, (place + 1) * seconds, seconds, boxes, animations)
        for place, (boxes, animations) in enumerate(stages)
    )
    return SceneReport("A", moments, len(stages) * seconds)


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """A function that makes the evidence of a video that shows a report."""
    shelf = Shelf(tmp_path / "shelf")

    def make(*reports: SceneReport, **fields: Any) -> Evidence:
        key = str(fields.pop("key", "k1"))
        for place, one in enumerate(reports):
            shelf.report(key, place, one)
        values: dict[str, Any] = {
            "status": "made", "codes": (CODE,), "first": (CODE,), "first_ran": True,
            "duration": sum(one.duration for one in reports), "cpu": 1.0, "folder": str(shelf.folder(key)),
        }  # fmt: skip
        return Evidence(key, **(values | fields))

    return make
