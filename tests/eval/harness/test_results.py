"""Result, page, JUnit and comparison of runs made by hand; the shelf."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from core.errors import BadInput
from core.settings import Settings
from eval.harness import junit
from eval.harness.compare import compared, read
from eval.harness.evidence import Contestant, Evidence, Fault, Shelf, key_of
from eval.harness.report import page
from eval.harness.report.page import changed, shown
from eval.harness.result import results
from eval.harness.run import Outcome, Plan
from eval.scores.families import measured
from eval.suites.suite import Case, Suite
from tests.eval.harness.conftest import Show, report, shape

BAD = "from manim import *\n\n\nclass A(Scene):\n    def construct(self):\n        boom()\n"


def outcomes(show: Show, failing: int, cases: int = 30) -> list[Outcome]:
    """A run over so many cases, of which the first `failing` fail."""
    found: list[Outcome] = []
    for number in range(cases):
        case = Case(f"c{number}", f"g{number % 2}", f"wish <{number}> & more")
        if number < failing:
            fault = Fault(1, 1, "runtime", "NameError: name 'boom' <is> not defined\x00", 6, BAD)
            evidence = show(key=f"k{number}", status="failed", detail=fault.message, faults=(fault,), first_ran=False)
        else:
            evidence = show(report(((shape("Circle"),), ("Create",))), key=f"k{number}", stages={"render": 0.5})
        found.append(Outcome(Contestant("composer"), case, 0, evidence, measured(case, evidence)))
    return found


def data(own: list[Outcome], parts: tuple[Any, ...] = ()) -> dict[str, Any]:
    suite = Suite("s", "wishes", tuple(dict.fromkeys(one.case for one in own)))
    return results(Plan(suite, ("composer",), parts), own, "low", 1.0, "tulku eval s")


def test_the_result_holds_means_counts_and_every_trial(show: Show) -> None:
    found = data(outcomes(show, 3))
    contestant = found["contestants"][0]
    assert contestant["statuses"] == {"failed": 3, "made": 27}
    assert contestant["scores"]["right"]["mean"] == pytest.approx(0.9)
    assert contestant["groups"]["g1"]["cases"] == 15
    assert len(found["outcomes"]) == 30
    json.dumps(found)


def test_spoilt_trials_are_in_no_mean(show: Show) -> None:
    own = outcomes(show, 0, 3)
    spoilt = show(key="x", status="excluded", detail="connection lost")
    own.append(Outcome(Contestant("composer"), Case("x", "g0", "lost"), 0, spoilt, measured(own[0].case, spoilt)))
    found = data(own)["contestants"][0]
    assert found["statuses"] == {"made": 3, "excluded": 1}
    assert found["scores"]["right"] == {"mean": 1.0, "low": pytest.approx(0.4385, abs=1e-3), "high": 1.0, "cases": 3}


def test_the_page_is_whole_escapes_what_is_not_ours_and_shows_the_failing_line(show: Show, tmp_path: Path) -> None:
    own = outcomes(show, 2, 5)
    page.write(data(own), own, tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text()
    assert "wish &lt;0&gt; &amp; more" in text
    assert "wish <0>" not in text
    assert "boom()" in text
    assert "3 of 5 right" in text
    assert "http://" not in text.replace("http://www.w3.org", "")


def test_a_part_without_work_makes_no_difference_and_the_page_says_so(show: Show, tmp_path: Path) -> None:
    own = outcomes(show, 0, 3)
    less = [Outcome(Contestant("composer", ("retrieval",)), one.case, 0, one.evidence, one.scores, True) for one in own]
    found = data([*own, *less], ("retrieval",))
    assert found["ablations"][0]["used"] == 0
    page.write(found, [*own, *less], tmp_path / "report.html")
    assert "makes no difference" in (tmp_path / "report.html").read_text()


def test_junit_is_what_a_ci_reads(show: Show, tmp_path: Path) -> None:
    junit.write(data(outcomes(show, 2, 5)), tmp_path / "junit.xml")
    suite = ElementTree.parse(tmp_path / "junit.xml").getroot()[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("5", "2", "0")
    failure = suite[0].find("failure")
    assert failure is not None
    assert "boom" in (failure.text or "")


def test_a_regression_is_what_leaves_the_interval(show: Show) -> None:
    whole = data(outcomes(show, 0))
    one, many = data(outcomes(show, 1)), data(outcomes(show, 12))
    slight = compared(whole, one)
    assert slight.regressions == ()
    assert [(turn.old, turn.new) for turn in slight.turns] == [("made", "failed")]
    bad = compared(whole, many)
    assert "right" in {change.metric for change in bad.regressions}
    assert compared(many, whole).regressions == ()
    assert compared(whole, whole).changes == ()


def test_time_is_no_regression(show: Show) -> None:
    old, new = data(outcomes(show, 0, 5)), data(outcomes(show, 0, 5))
    for trial in new["outcomes"]:
        trial["scores"]["seconds"] = 99.0
    found = compared(old, new)
    assert [change.verdict for change in found.changes] == ["worse"]
    assert found.regressions == ()


def test_results_that_cannot_be_compared(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"form": 99}')
    with pytest.raises(BadInput):
        read(path)
    other = data(outcomes(show, 0, 2))
    other["contestants"][0]["name"] = "another"
    with pytest.raises(BadInput, match="in common"):
        compared(data(outcomes(show, 0, 2)), other)


def test_the_shelf_gives_back_what_was_kept_but_not_bad_luck(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    kept = Evidence(
        "ab12", "made", tokens=(1, 2), faults=(Fault(1, 1, "runtime", "x"),), folder=str(shelf.folder("ab12"))
    )
    shelf.keep(kept)
    assert shelf.known("ab12") == kept
    shelf.keep(Evidence("cd34", "excluded"))
    assert shelf.known("cd34") is None
    (shelf.folder("ab12") / "record.json").write_text("{torn")
    assert shelf.known("ab12") is None


def test_the_key_changes_with_what_changes_the_outcome() -> None:
    case, plain = Case("c", "g", "a wish"), Settings(model="composer")
    keys = {
        key_of(case, Contestant("composer"), 0, "low", plain),
        key_of(case, Contestant("composer"), 1, "low", plain),
        key_of(case, Contestant("composer", ("repair",)), 0, "low", plain),
        key_of(case, Contestant("composer"), 0, "high", plain),
        key_of(Case("c", "g", "another"), Contestant("composer"), 0, "low", plain),
        key_of(case, Contestant("composer"), 0, "low", Settings(model_base_url="http://x")),
    }
    assert len(keys) == 6
    assert key_of(Case("other id", "h", "a wish"), Contestant("composer"), 0, "low", plain) in keys


def test_numbers_as_people_read_them() -> None:
    assert [shown(0.5, "share"), shown(1.0, "share"), shown(None, "s"), shown(123.4, "s"), shown(1.234, "")] == [
        "50.0 %", "100 %", "–", "123 s", "1.23",
    ]  # fmt: skip
    assert [changed(-0.1, "share"), changed(0.0, ""), changed(2.0, "s")] == ["−10.0 %", "±0.00", "+2.00 s"]
