"""Fixed cases: what is kept of a mend, and which is like a failure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.models.protocol import Failure
from agent.nodes.repair import _informed
from agent.repair.lessons import KeptLessons, kept
from agent.repair.likeness import shipped, similar
from agent.repair.mend import LINES, LONGEST, FixedCase, Mended, fixed_case
from core.run import SceneError
from core.scene import SceneCode
from core.settings import settings

NO_NAME = SceneError("import", "NameError: name 'Crete' is not defined", 1)


def test_a_fixed_case_holds_the_changed_lines_alone() -> None:
    case = fixed_case(Mended("a.b", "why", NO_NAME, "x = 1\n    Crete(a)\n", "x = 1\n    Create(a)\n"))
    assert case == FixedCase("import", NO_NAME.message, "Crete(a)", "Create(a)", "why")
    long = "\n".join(f"line {n}" for n in range(LINES + 1))
    assert fixed_case(Mended("a.b", "why", NO_NAME, "", long)) is None
    assert fixed_case(Mended("a.b", "why", NO_NAME, "x", "y" * (LONGEST + 1))) is None


def test_what_only_moves_sideways_is_no_case() -> None:
    before, after = "def f():\nself.add(a)", "def f():\n    self.add(a)"
    assert fixed_case(Mended("indentation.body", "why", NO_NAME, before, after)) is None
    assert all(case.before != case.after for case in shipped())


def test_a_fixed_case_does_not_tell_where_files_lie() -> None:
    error = SceneError("import", "cannot import name 'A' from 'manim.b' (/home/me/my-env/lib/manim/b.py)", 1)
    case = fixed_case(Mended("a.b", "why", error, "x", "y"))
    assert case and case.message == "cannot import name 'A' from 'manim.b' (b.py)"
    assert not [case.message for case in shipped() if re.search(r"/\w+/", case.message)]


def test_only_so_many_cases_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.repair.lessons.MOST", 3)
    lessons = KeptLessons(tmp_path / "lessons.sqlite")
    for number in range(5):
        lessons.learn(Mended(f"a.{number}", f"case {number}", NO_NAME, "x", "y"))
    assert [case.why for case in lessons.cases()] == ["case 4", "case 3", "case 2"]
    assert len(lessons.known(NO_NAME)) == 5  # which mends help is remembered for all


def test_what_was_met_here_comes_before_what_is_shipped(tmp_path: Path) -> None:
    lessons = KeptLessons(tmp_path / "lessons.sqlite")
    assert lessons.cases() == ()
    lessons.learn(Mended("a.b", "first", NO_NAME, "Crete(a)", "Create(a)"))
    lessons.learn(Mended("a.b", "second", NO_NAME, "Crete(b)", "Create(b)"))
    assert [case.why for case in lessons.cases()] == ["second"]
    found = similar(SceneError("import", "NameError: name 'Wriet' is not defined", 3), "Wriet(t)", lessons.cases())
    assert found and found.why == "second"


def test_without_a_memory_a_shipped_case_is_taken_and_none_for_what_is_unlike_all() -> None:
    found = similar(SceneError("runtime", "TypeError: Unexpected argument Axes passed to Scene.play()."), "", ())
    assert found in shipped() and found and "Scene.play()" in found.message
    assert similar(SceneError("killed", "gone"), "", ()) is None


@pytest.mark.parametrize(("auth", "theirs"), [("", True), ("keys", False)])
def test_lines_of_one_are_shown_to_another_only_where_there_are_no_accounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, auth: str, theirs: bool
) -> None:
    monkeypatch.setenv("TULKU_HOME", str(tmp_path))
    monkeypatch.setenv("TULKU_AUTH", auth)
    settings.cache_clear()
    kept().learn(Mended("a.b", "why", NO_NAME, "secret = 1", "secret = 2"))
    code = "from manim import *\n\nclass S(Scene):\n    def construct(self):\n        pass\n"
    told = _informed(SceneCode(code, "S"), Failure(1, NO_NAME)).similar
    settings.cache_clear()
    assert (told is not None and told.before == "secret = 1") is theirs
