"""Which classes of a clone are scenes that count, and how many animations they must at least play."""

from __future__ import annotations

from pathlib import Path

from eval.conversion.plays import certain_plays
from eval.conversion.survey import survey

CLONE = {
    "_2019/base.py": """
from manimlib import *

class Base(Scene):
    def construct(self):
        raise Exception("Not Implemented")

class Template(MovingCameraScene):
    title = ""

class Tile(Square):
    pass

class Helper(VGroup):
    def construct(self):
        pass
""",
    "_2020/part.py": """
from _2019.base import *

class Square(Scene):
    def construct(self):
        self.wait()

class Full(Base):
    def construct(self):
        self.wait()

class Inherits(Full):
    number = 3

class Empty(Scene):
    def construct(self):
        '''To do.'''
        pass

class Works(Scene):
    def construct(self, *numbers):
        self.wait(max(numbers))

class Wants(Scene):
    def construct(self, number):
        self.wait(number)
""",
}


def test_survey_tells_scenes_from_templates(tmp_path: Path) -> None:
    for name, text in CLONE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    found = {scene.name: (scene.year, scene.apart) for scene in survey(tmp_path)}
    assert found == {
        "Base": (2019, "raises by design"),
        "Template": (2019, "no construct"),
        "Square": (2020, ""),
        "Full": (2020, ""),
        "Inherits": (2020, ""),
        "Empty": (2020, "empty construct"),
        "Works": (2020, "construct with arguments"),
        "Wants": (2020, "construct with arguments"),
    }
    assert survey(tmp_path, tmp_path / "cache") == survey(tmp_path, tmp_path / "cache") == survey(tmp_path)


def test_plays_that_happen_for_certain() -> None:
    code = """
class Base(Scene):
    def setup_all(self):
        self.play(a)

class S(Base):
    def construct(self):
        super().setup_all()
        Base.setup_all(self)
        self.show()
        self.play(b, run_time=2)
        for n in range(3):
            self.play(c)
        if n:
            self.play(d)
        f = lambda: self.play(e)
        self.play()
        return
        self.play(f)

    def show(self):
        self.play(g)
        self.embed()
        self.play(h)

    def other(self):
        self.play(i)
"""
    assert certain_plays(code, "S") == 4
    assert certain_plays(code, "T") == 0
    assert certain_plays("class S(", "S") == 0


def test_methods_that_call_each_other_end() -> None:
    code = "class S(Scene):\n    def construct(self):\n        self.play(a)\n        self.construct()\n"
    assert 1 <= certain_plays(code, "S") <= 20
