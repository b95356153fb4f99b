"""Jobs that only pretend: what is asked decides how they end, a clock decides how far they are.

A wish with the word "impossible" is unsupported, "broken" fails, "half" loses its second scene; one that begins with
"slow:" waits in the middle of the drawing until a test lets it go on.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

STAGES = ("plan", "retrieve", "write", "check", "render", "keep")
ANIMATIONS = 5
HELD_AT = 0.8
"""Share of the work after which a slow job waits: its fourth animation."""
CODE = '''"""A circle becomes a square."""

from manim import *

SIDE = 2.5  # units


class CircleToSquare(Scene):
    def construct(self):
        circle = Circle(radius=1.5, color=BLUE_C)
        square = Square(side_length=SIDE, color=YELLOW)
        label = MathTex(r"\\pi r^2 \\to a^2").to_edge(UP)
        self.play(Create(circle), Write(label))
        self.play(Transform(circle, square), run_time=2)
        self.wait(1)
'''


@dataclass
class Job:
    """One pretended task."""

    prompt: str
    conversation: str
    parent: str | None = None
    project: str = ""
    code: str = CODE
    options: dict[str, Any] = field(default_factory=dict)
    seconds: float = 1.2
    held: bool = False
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    started: float = field(default_factory=time.monotonic)
    stopped: bool = False
    retried: bool = False
    feedback: dict[str, Any] | None = None

    @property
    def share(self) -> float:
        return min(HELD_AT if self.held else 1.0, (time.monotonic() - self.started) / self.seconds)

    @property
    def outcome(self) -> str:
        words = self.prompt.lower()
        if "impossible" in words:
            return "unsupported"
        if "broken" in words:
            return "failed"
        return "partial" if "half" in words and not self.retried else "completed"

    @property
    def status(self) -> str:
        if self.stopped:
            return "cancelled"
        return self.outcome if self.share >= 1 else "running"

    @property
    def ended(self) -> bool:
        return self.status != "running"

    def retry(self) -> None:
        self.retried = True
        self.started = time.monotonic()

    def line(self) -> dict[str, Any]:
        """The record in a list."""
        return {
            "task_id": self.id,
            "prompt": self.prompt,
            "status": self.status,
            "title": self.title,
            "project": self.project,
            "parent_id": self.parent,
            "conversation_id": self.conversation,
            "created": self.created.isoformat(),
            "poster_url": self._file("poster.png"),
        }

    def record(self) -> dict[str, Any]:
        """The answer of /status."""
        stage = STAGES[min(int(self.share * len(STAGES)), len(STAGES) - 1)]
        written = self.ended or self.share > 0.5
        good = self.ended and self.status in {"completed", "partial"}
        return self.line() | {
            "code": self.code if written and self.outcome != "unsupported" else None,
            "scenes": self._scenes() if written and self.outcome != "unsupported" else [],
            "video_url": self._file("animation.mp4"),
            "captions_url": self._file("captions.vtt"),
            "error": self._error(),
            "stage": stage,
            "progress": self.share,
            "attempts": 2,
            "layout": {"findings": self._findings() if good else []},
            "confidence": 0.91 if good else 0,
            "components": [],
            "cache": "made",
            "usage": {"prompt_tokens": 0, "completion_tokens": 0, "cost": 0},
            "timings": {"plan": 0.2, "render": self.seconds},
            "options": self.options,
            "queue_position": 0,
            "duration": 4.0 if good else 0,
            "feedback": self.feedback,
        }

    def happenings(self) -> list[tuple[float, str, dict[str, Any]]]:
        """The events of the whole job: when (share of its time), what, and with what data."""
        titles = [scene["title"] for scene in self._scenes()]
        told: list[tuple[float, str, dict[str, Any]]] = [
            (index / len(STAGES), "stage", {"stage": stage, "scene": 0, "progress": index / len(STAGES)})
            for index, stage in enumerate(STAGES)
        ]
        told[1][2]["scenes"] = titles
        for animation in range(1, ANIMATIONS + 1):
            share = (4 + animation / (ANIMATIONS + 1)) / len(STAGES)
            data = {"stage": "render", "scene": 0, "animation": animation, "of": ANIMATIONS, "progress": share}
            told.append((share, "progress", data))
        for scene in self._scenes():
            made = scene["status"] == "completed"
            told += [(0.95, "scene", {"index": scene["index"], "made": made, "attempts": 1})]
        return sorted(told, key=lambda happening: happening[0])

    @property
    def title(self) -> str:
        return self.prompt[:60]

    def _file(self, name: str) -> str | None:
        made = self.ended and self.status in {"completed", "partial"}
        return f"/videos/{self.id}/{name}" if made else None

    def _scenes(self) -> list[dict[str, Any]]:
        if "half" not in self.prompt.lower():
            return [self._scene(0, "A circle becomes a square", True)]
        return [self._scene(0, "The circle", True), self._scene(1, "The square", self.retried)]

    def _scene(self, index: int, title: str, made: bool) -> dict[str, Any]:
        return {
            "index": index,
            "title": title,
            "status": "completed" if made else "failed",
            "code": self.code,
            "attempts": 1 if made else 4,
            "findings": [],
            "error": None if made else {"message": "NameError: name 'Sqare' is not defined"},
        }

    def _findings(self) -> list[dict[str, Any]]:
        message = "the label “a²” is too small to read"
        return [{"kind": "tiny_text", "message": message, "line": 12}] if "tiny" in self.prompt.lower() else []

    def _error(self) -> dict[str, Any] | None:
        if not self.ended:
            return None
        if self.outcome == "unsupported":
            message = "No topic of the library is near enough, so nothing was made."
            return {"code": "unsupported", "message": message, "nearest": ["the dot product", "a circle and a square"]}
        if self.outcome == "failed":
            message = "Four attempts failed; the last said: NameError: name 'Sqare' is not defined"
            return {"code": "not_made", "message": message, "advice": "Say it more simply, or look at the code."}
        return None
