"""Made-up sources and a prober that runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.report import SceneReport
from core.run import RunResult, SceneError
from core.snippet import Snippet, snippet_id
from corpus.sources.source import Document

SCENE = '''from manim import *


class {name}(Scene):
    """{says}"""

    def construct(self):
        shape = {shape}(color={color})
        self.play(Create(shape), run_time={seconds})
        self.wait()
'''
SHAPES = ("Circle", "Square", "Triangle", "Star", "Line", "Dot", "Arrow", "Annulus")
COLORS = ("RED", "BLUE", "GREEN", "YELLOW", "TEAL")


def scene(number: int) -> str:
    """A scene like no other of the first few hundred: shapes, colours and what follows differ."""
    steps = [((number * 7 + step * 3) % 11, (number + step) % 13) for step in range(number % 5 + 2)]
    more = "".join(f"        self.play(shape.animate.shift({x} * RIGHT).rotate({y}))\n" for x, y in steps)
    code = SCENE.format(
        name=f"Scene{number}",
        says=f"Number {number} is drawn as a shape of its own",
        shape=SHAPES[number % len(SHAPES)],
        color=COLORS[number % len(COLORS)],
        seconds=number % 4 + 1,
    )
    return code + more


def snippet(code: str, **known: object) -> Snippet:
    """A snippet of a source called `made-up`."""
    values: dict[str, object] = {"source": "made-up", "path": "file.py", "licence": "MIT"} | known
    path, name = str(values["path"]), str(values.get("name", ""))
    return Snippet(id=snippet_id(str(values["source"]), path, name, code), code=code, **values)  # pyright: ignore[reportArgumentType]


@dataclass
class MadeUp:
    """A source of `count` scenes."""

    count: int
    name: str = "made-up"

    def documents(self) -> Iterator[Document]:
        for number in range(self.count):
            yield Document(snippet(scene(number), path=f"scene{number}.py", source=self.name))


@dataclass
class Given:
    """A source of these documents."""

    found: list[Document]
    name: str = "given"

    def documents(self) -> Iterator[Document]:
        yield from self.found


@dataclass
class FakeProber:
    """Every scene runs for two seconds, but those that mention `broken`. Notes what it was asked in `log`, if given."""

    log: Path | None = None

    def probe(self, code: str, scene: str | None, *, timeout: float | None = None) -> RunResult:
        if self.log:
            with self.log.open("a") as log:
                log.write(f"{scene}\n")
        if "broken" in code:
            return RunResult("error", error=SceneError("runtime", "it broke at 0x7f00deadbeef", 7))
        return RunResult("ok", scene=scene or "", duration=2.0, report=SceneReport(scene or ""))
