"""Layout mends in the loop: probed, kept only if fewer findings are left, tried smaller when all together break."""

from __future__ import annotations

import pytest

from agent.repair import layout
from agent.repair.layout import laid_out, lay_out
from agent.repair.repair import Repaired
from core.finding import Finding
from core.report import SceneReport
from core.run import RunResult, SceneError

TWO = (Finding("overlap", "a", 0, 1), Finding("off_frame", "b", 0, 2))
LEFT = {"old": TWO, "both": (), "worse": TWO, "one": TWO[:1]}


@pytest.fixture
def mends(monkeypatch: pytest.MonkeyPatch) -> dict[int, str]:
    """The code that mending so many findings at once gives; the findings are those of `LEFT`, by the report's name."""
    table: dict[int, str] = {}
    monkeypatch.setattr(layout, "check", lambda report: LEFT[report.scene])
    monkeypatch.setattr(
        layout, "mend", lambda code, some, report: (table[len(some)], ("done",)) if len(some) in table else None
    )
    return table


def ran(code: str) -> RunResult:
    return RunResult("ok", report=SceneReport(code, ()))


def test_all_findings_are_mended_at_once_where_that_helps(mends: dict[int, str]) -> None:
    mends[2] = "both"
    done = lay_out("old", ran("old"), ran)
    assert (done.code, done.findings) == ("both", ())
    assert [(mend.id, mend.why, mend.error) for mend in done.mends] == [("layout.overlap", "done", TWO[0])]


def test_what_does_not_help_together_is_tried_alone(mends: dict[int, str]) -> None:
    mends.update({2: "worse", 1: "one"})
    done = lay_out("old", ran("old"), ran)
    assert done.code == "one" and done.findings == TWO[:1] and done.mends[0].error == TWO[1]


def test_a_mend_that_breaks_the_scene_is_dropped_and_probes_are_bounded(mends: dict[int, str]) -> None:
    mends[2] = "both"
    broken = RunResult("error", error=SceneError("runtime", "x"))
    assert lay_out("old", ran("old"), lambda code: broken).code == "old"
    assert lay_out("old", ran("old"), ran, probes=0).mends == ()


def test_every_scene_of_a_script_that_works_is_laid_out(mends: dict[int, str]) -> None:
    mends[2] = "both"
    done = laid_out(Repaired("works", "old"), lambda code, scene: ran(code), "S")
    assert (done.status, done.code) == ("fixed", "both")
    stuck = Repaired("stuck", "old", error=SceneError("runtime", "x"))
    assert laid_out(stuck, lambda code, scene: ran(code), None) is stuck
