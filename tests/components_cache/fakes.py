"""A farm without manim, a meaning without a model, candidates and rows for the store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from components_cache.extraction.candidate import Candidate
from core.report import Box, Moment, SceneReport
from core.run import RunResult, SceneError

RING = '''from manim import *


def {name}(count: int = {count}, color: ManimColor = RED) -> VGroup:
    """{title}: {summary}

    Tags: ring, circle
    Wishes:
        {title}
        some {title}
    Parameters:
        count: how many; in [2, 6]
        color: its color
    """
    return VGroup(*[Circle(color=color) for _ in range(count)]).arrange(RIGHT)
'''


def ring(name: str = "ring_row", count: int = 3, title: str = "A row of rings", summary: str = "rings") -> Candidate:
    """A candidate that builds a row of rings."""
    code = RING.format(name=name, count=count, title=title, summary=summary)
    return Candidate(name, code, "block", line=7)


def report(*lefts: float, text: str = "") -> SceneReport:
    """A square at each place, one after the other."""
    boxes = [Box(1, "Square", x, -1, x + 1, 1, fill_opacity=1.0, text=text) for x in lefts or (0.0, 1.0)]
    return SceneReport("Proof", tuple(Moment(i, i + 1.0, 1.0, (box,), ("FadeIn",)) for i, box in enumerate(boxes)), 2.0)


class FakeFarm:
    """Answers by `behave`: given the code, an error message, or a report, or nothing for a good one.

    Pictures are drawn of the code's first number, so that equal codes look equal.
    """

    def __init__(self, behave: Callable[[str], str | SceneReport | None] = lambda code: None) -> None:
        self.behave = behave
        self.probed: list[str] = []
        self.rendered: list[str] = []

    def probe(self, code: str, scene: str | None, **options: Any) -> RunResult:
        self.probed.append(code)
        return self._result(code)

    def render(self, code: str, scene: str | None, *, out: Path, **options: Any) -> RunResult:
        self.rendered.append(code)
        result = self._result(code)
        return result if result.error else RunResult("ok", "Proof", poster=picture(out, code), report=result.report)

    def _result(self, code: str) -> RunResult:
        said = self.behave(code)
        if isinstance(said, str):
            return RunResult("error", "Proof", error=SceneError("runtime", said, 5))
        return RunResult("ok", "Proof", report=said or report())


def picture(folder: Path, code: str) -> Path:
    """A picture that differs where `# look N` in the code does."""
    import numpy as np
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    mark = code.split("# look ", 1)[1].split()[0] if "# look " in code else "0"
    pixels = np.random.default_rng(int(mark)).integers(0, 2, (9, 16), dtype=np.uint8) * 255
    Image.fromarray(pixels).resize((320, 180), Image.Resampling.NEAREST).save(folder / "poster.png")
    return folder / "poster.png"
