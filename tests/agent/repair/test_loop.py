"""The loop around the families: what it keeps, when it stops, what it remembers. The probe is a function here."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.repair import repair as loop
from agent.repair.lessons import KeptLessons, signature
from agent.repair.mend import Mend
from agent.repair.reach import further
from agent.repair.repair import Bounds, repair
from core.report import Moment, SceneReport
from core.run import RunResult, SceneError

GOOD = "from manim import *\n"


def failed(message: str, line: int = 1, moments: int = 0, kind: str = "runtime") -> RunResult:
    report = SceneReport("S", tuple(Moment(i, i, 1.0, ()) for i in range(moments)))
    frame = f'  File "scene.py", line {line}, in construct'
    return RunResult("error", error=SceneError(kind, message, line, frame), report=report)  # type: ignore[arg-type]


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Mend]]:
    """Mends by the message that they are offered for."""
    table: dict[str, list[Mend]] = {}
    monkeypatch.setattr(loop, "candidates", lambda case: iter(table.get(case.message, [])))
    return table


def prober(runs: dict[str, RunResult]):  # type: ignore[no-untyped-def]
    asked: list[str] = []

    def probe(code: str, scene: str | None) -> RunResult:
        asked.append(code)
        return runs.get(code, RunResult("ok"))

    probe.asked = asked  # type: ignore[attr-defined]
    return probe


def test_a_script_that_works_is_not_touched() -> None:
    done = repair("x = 1", prober({}))
    assert (done.status, done.code, done.mends, done.attempts) == ("works", "x = 1", (), 0)


def test_mends_are_kept_while_they_get_further(offer: dict[str, list[Mend]]) -> None:
    offer["one"] = [Mend("no.help", "n", "a = 2"), Mend("a.help", "first", "a = 3")]
    offer["two"] = [Mend("b.help", "second", "a = 4")]
    runs = {"a = 1": failed("one"), "a = 2": failed("one"), "a = 3": failed("two", moments=1)}
    done = repair("a = 1", prober(runs))
    assert done.status == "fixed" and done.code == "a = 4" and done.attempts == 3
    assert [(mend.id, mend.error.message) for mend in done.mends] == [("a.help", "one"), ("b.help", "two")]


def test_a_script_that_nothing_helps_keeps_its_code_and_says_what_was_tried(offer: dict[str, list[Mend]]) -> None:
    offer["one"] = [Mend("no.help", "n", "a = 2")]
    done = repair("a = 1", prober({"a = 1": failed("one"), "a = 2": failed("one")}))
    assert (done.status, done.code, done.tried) == ("stuck", "a = 1", ("no.help",))
    assert done.error and done.error.message == "one"


def test_another_error_at_the_same_line_is_taken_when_nothing_gets_further(offer: dict[str, list[Mend]]) -> None:
    aside, worse = Mend("a.side", "s", "a = 2"), Mend("a.loss", "l", "a = 3", resort=True)
    offer["one"] = [aside, worse]
    offer["two"] = [Mend("b.help", "h", "a = 4")]
    done = repair("a = 1", prober({"a = 1": failed("one"), "a = 2": failed("two")}))
    assert done.code == "a = 4" and [mend.id for mend in done.mends] == ["a.side", "b.help"]


def test_two_errors_that_take_turns_end_it(offer: dict[str, list[Mend]]) -> None:
    offer["one"] = [Mend("a.side", "s", f"a = {number}") for number in (2, 4, 6)]
    offer["two"] = [Mend("b.side", "s", f"a = {number}") for number in (3, 5, 7)]
    runs = {f"a = {number}": failed("one" if number % 2 else "two") for number in range(1, 9)}
    done = repair("a = 1", prober(runs))
    assert (done.status, [mend.id for mend in done.mends]) == ("stuck", ["a.side"])


def test_probes_are_bounded(offer: dict[str, list[Mend]]) -> None:
    offer["one"] = [Mend("no.help", "n", f"a = {i}") for i in range(2, 50)]
    runs = {f"a = {i}": failed("one") for i in range(50)}
    probe = prober(runs)
    done = repair("a = 1", probe, bounds=Bounds(probes=5))
    assert done.status == "stuck" and len(probe.asked) == 5


def test_code_that_does_not_parse_is_never_probed(offer: dict[str, list[Mend]]) -> None:
    probe = prober({})
    assert repair("a = (", probe).status == "stuck"
    assert probe.asked == []


def test_every_scene_of_a_file_is_repaired(offer: dict[str, list[Mend]]) -> None:
    offer["one"] = [Mend("a.help", "h", "a = 2")]
    several = RunResult("error", error=SceneError("no_scene", "which scene?"), scenes=("A", "B"))

    def probe(code: str, scene: str | None) -> RunResult:
        if scene is None:
            return several
        return failed("one") if (code, scene) == ("a = 1", "B") else RunResult("ok")

    done = repair("a = 1", probe)
    assert (done.status, done.code, done.scenes) == ("fixed", "a = 2", ("A", "B"))


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        (failed("a"), RunResult("ok"), "on"),
        (failed("a"), failed("a"), "back"),
        (failed("a"), failed("b"), "aside"),
        (failed("a", 1), failed("a", 2), "on"),
        (failed("a", 2), failed("b", 1), "back"),
        (failed("a", 1, 2), failed("b", 9, 1), "back"),
        (failed("a", kind="syntax"), failed("b", kind="policy"), "on"),
        (failed("a"), failed("b", 5, kind="timeout"), "back"),
        (failed("a"), failed("b", 5, kind="farm"), "back"),
    ],
)
def test_what_counts_as_further(old: RunResult, new: RunResult, step: str) -> None:
    code = "\n".join("abcdefghi")
    assert further(code, old, code, new) == step


def test_lines_are_compared_where_they_moved_to() -> None:
    old, new = "a\nb\nc", "import x\na\nb\nc"
    assert further(old, failed("a", 2), new, failed("a", 3)) == "back"
    assert further(old, failed("a", 2), new, failed("a", 4)) == "on"


def test_a_mend_that_helped_is_tried_first_next_time(offer: dict[str, list[Mend]], tmp_path: Path) -> None:
    offer["odd 7"] = offer["odd 8"] = [Mend("no.help", "n", "a = 2"), Mend("a.help", "h", "a = 3")]
    lessons = KeptLessons(tmp_path / "deep" / "lessons.sqlite")
    runs = {"a = 1": failed("odd 7"), "a = 2": failed("odd 7"), "b = 1": failed("odd 8")}
    assert repair("a = 1", prober(runs), lessons=lessons).attempts == 2
    again = repair("b = 1", prober(runs), lessons=KeptLessons(tmp_path / "deep" / "lessons.sqlite"))
    assert again.attempts == 1 and again.mends[0].id == "a.help"
    assert lessons.known(SceneError("runtime", "odd 9")) == ("a.help",)
    assert lessons.known(SceneError("latex", "odd 9")) == ()


def test_lessons_that_cannot_be_kept_cost_nothing_else(offer: dict[str, list[Mend]], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no database")
    offer["one"] = [Mend("a.help", "h", "a = 2")]
    assert repair("a = 1", prober({"a = 1": failed("one")}), lessons=KeptLessons(tmp_path / "file")).status == "fixed"


def test_signatures_leave_out_what_is_particular() -> None:
    first = SceneError("runtime", "ValueError: shapes (3,) (2,)")
    assert signature(first) == signature(SceneError("runtime", "ValueError: shapes (5,) (7,)"))
    assert signature(first) != signature(SceneError("runtime", "TypeError: shapes (3,) (2,)"))
    formula = SceneError("latex", "LaTeX cannot typeset x^2: Missing $ inserted.")
    assert signature(formula) == "latex: LaTeX: Missing $ inserted."
