"""Fixed cases: what is kept of a mend, and which is like a failure."""

from __future__ import annotations

from pathlib import Path

from agent.repair.lessons import KeptLessons
from agent.repair.likeness import shipped, similar
from agent.repair.mend import LINES, LONGEST, FixedCase, Mended, fixed_case
from core.run import SceneError

NO_NAME = SceneError("import", "NameError: name 'Crete' is not defined", 1)


def test_a_fixed_case_holds_the_changed_lines_alone() -> None:
    case = fixed_case(Mended("a.b", "why", NO_NAME, "x = 1\n    Crete(a)\n", "x = 1\n    Create(a)\n"))
    assert case == FixedCase("import", NO_NAME.message, "Crete(a)", "Create(a)", "why")
    long = "\n".join(f"line {n}" for n in range(LINES + 1))
    assert fixed_case(Mended("a.b", "why", NO_NAME, "", long)) is None
    assert fixed_case(Mended("a.b", "why", NO_NAME, "x", "y" * (LONGEST + 1))) is None


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
