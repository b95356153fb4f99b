"""Scores: each family on evidence made by hand, good and bad."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from core.report import Box
from eval.harness.evidence import Fault
from eval.scores.coverage import missing
from eval.scores.families import FAMILIES, METRICS, measured
from eval.scores.relevance import JUDGEMENT
from eval.scores.sights import Sights, plain_tex
from eval.scores.versions import conflicts
from eval.suites.suite import Case, Claim, Wanted
from tests.eval.harness.conftest import CODE, Show, report, shape, text

CASE = Case("c", "g", "a circle")
CIRCLE = report(((shape("Circle"),), ("Create",)))


def test_every_score_has_a_name_of_its_own() -> None:
    assert sum(len(family.metrics) for family in FAMILIES) == len(METRICS)


def test_every_score_taken_is_a_known_metric(show: Show) -> None:
    case = Case("c", "g", "a circle", Wanted(("a",), ("b",), ("circle",), ("draw",), (Claim("an arrow"),)))
    seen = measured(case, show(CIRCLE, requests=2, tokens=(5, 6), steps={"raw": True}, title="Circle"))
    assert set(seen) <= set(METRICS)


def test_made_at_the_first_try_after_repair_or_not_at_all(show: Show) -> None:
    first = measured(CASE, show(CIRCLE))
    assert (first["right"], first["first_try"], first["clean"], first["rounds"]) == (1, 1, 1, 0)
    assert "after_repair" not in first
    repaired = measured(CASE, show(CIRCLE, rounds=2, first_ran=False, findings=("overlap: x",)))
    assert (repaired["made"], repaired["first_try"], repaired["after_repair"], repaired["clean"]) == (1, 0, 1, 0)
    part = measured(CASE, show(CIRCLE, status="partial"))
    assert (part["right"], part["made"]) == (0, 0)


def test_wishes_beyond_us_should_be_refused(show: Show) -> None:
    beyond = Case("c", "unsupported", "book a flight", expected="refusal")
    assert measured(beyond, show(status="refused"))["right"] == 1
    assert measured(beyond, show(CIRCLE))["right"] == 0
    assert "made" not in measured(beyond, show(CIRCLE))


def test_a_trial_that_was_spoilt_from_outside_has_no_score(show: Show) -> None:
    assert measured(CASE, show(status="excluded")) == {}


def test_steps_of_recorded_code_add_up(show: Show) -> None:
    scores = measured(CASE, show(CIRCLE, steps={"raw": False, "convert": True}))
    assert (scores["runs_raw"], scores["runs_convert"], scores["runs_repair"]) == (0, 1, 1)


def test_a_matrix_and_a_cloud_that_are_drawn_by_hand_are_seen() -> None:
    left = Box(1, "VMobject", 0.0, -1.0, 0.1, 1.0)
    right = Box(2, "VMobject", 2.0, -1.0, 2.1, 1.0)
    entries = [Box(n, "Text", 0.5, y, 1.5, y + 0.4, text="3", is_text=True) for n, y in ((3, -0.7), (4, 0.3))]
    assert Sights((report(((left, right, *entries), ("FadeIn",))),)).has_object("matrix")
    assert not Sights((report(((left, right), ("FadeIn",))),)).has_object("matrix")
    lower = Box(2, "VMobject", 2.0, -2.0, 2.1, 0.0)
    assert not Sights((report(((left, lower, *entries), ("FadeIn",))),)).has_object("matrix")

    wave = tuple((x / 10, math.sin(x / 10)) for x in range(60))
    shuffled = tuple(wave[(23 * n) % 60] for n in range(60))
    for path, cloud in ((wave, False), (shuffled, True)):
        drawn = Sights((report(((Box(1, "VMobject", 0.0, -1.0, 6.0, 1.0, path=path),), ("Create",))),))
        assert drawn.has_object("point cloud") is cloud
        assert drawn.has_object("curve") is not cloud


def test_names_of_another_manim_are_counted_by_line() -> None:
    bad = "from manimlib import *\n# ShowCreation\nx = 'TextMobject'\nself.play(ShowCreation(a), ShowCreation(b))\n"
    assert conflicts(bad) == {1, 4}
    assert conflicts("def ShowCreation(x): ...\nself.play(ShowCreation(a))\n") == set()
    assert conflicts("a.fix_in_frame()\nfix_in_frame = 1\n") == {1}
    assert conflicts("self.play(ShowCreation(a)\n    'torn") == {1}
    assert conflicts(CODE) == set()


def test_version_conflicts_of_the_first_code_only(show: Show) -> None:
    scores = measured(CASE, show(CIRCLE, first=("from manim import *\nx = ShowCreation(y)\n",)))
    assert scores["conflict_lines"] == 0.5
    assert scores["conflict_free"] == 0


def test_coverage_of_texts_formulas_objects_and_events(show: Show) -> None:
    first, moved = shape("Square"), shape("Square", left=2.0)
    seen = report(
        ((text("Quick  sort"), first), ("Write",)),
        ((text("Quick  sort"), moved, text(r"x^{2} + \frac{1}{2}", 3)), ("_MethodAnimation",)),
    )
    wanted = Wanted(
        ("quick sort", "merge sort"), ("x^2+1/2", "y"), ("square", "Square", "circle"), ("move", "rotate", "Write")
    )
    case = Case("c", "g", "sort", wanted)
    scores = measured(case, show(seen))
    assert scores["covered_texts"] == 0.5
    assert scores["covered_formulas"] == 0.5
    assert scores["covered_objects"] == pytest.approx(2 / 3, abs=1e-4)
    assert scores["covered_events"] == pytest.approx(2 / 3, abs=1e-4)
    assert missing(case, show(seen)) == ["text “merge sort”", "formula y", "object circle", "event rotate"]


def test_nothing_is_covered_by_a_video_that_was_not_made(show: Show) -> None:
    assert measured(Case("c", "g", "x", Wanted(texts=("x",))), show(status="failed"))["coverage"] == 0


def test_claims_in_prose_count_by_weight_and_only_where_they_can_be_told(show: Show) -> None:
    claims = (Claim("A circle is drawn", 3), Claim("Label 'torque' shown", 1), Claim("The pedagogy convinces", 9))
    scores = measured(Case("c", "g", "x", Wanted(claims=claims)), show(CIRCLE))
    assert scores["claims_told"] == pytest.approx(2 / 3, abs=1e-4)
    assert scores["covered_claims"] == pytest.approx((3 * 1 + 1 * (1 / 3)) / 4, abs=1e-4)  # no label, no text


def test_formulas_are_compared_by_what_they_say() -> None:
    assert plain_tex(r"\left( x ^ {2} \right) \, + \frac{a}{b}") == plain_tex("(x²)+a/b")
    sights = Sights((report(((text(r"\sin(x) + b"),), ("Write",))),))
    assert sights.has_formula("x")
    assert not sights.has_formula("s")  # of \sin


def test_a_curve_plotted_by_hand_is_a_curve() -> None:
    path = tuple((x / 10, 0.0) for x in range(60))
    plotted, short = Box(1, "VMobject", 0, 0, 5, 1, path=path), Box(1, "VMobject", 0, 0, 0.2, 1, path=path)
    assert Sights((report(((plotted,), ("Create",))),)).has_object("curve")
    assert not Sights((report(((short,), ("Create",))),)).has_object("curve")


def test_events_that_can_be_seen_need_no_name() -> None:
    grown = report(((shape("Dot"),), ("Create",)), ((shape("Dot", color="#ff0000"),), ("_MethodAnimation",)))
    sights = Sights((grown,))
    assert sights.has_event("highlight")
    assert not sights.has_event("move")
    assert not sights.has_event("vanish")


def test_layout_is_measured_in_the_frame(show: Show) -> None:
    good = measured(CASE, show(report(((text("hello"),), ("Write",)))))
    assert good["findings"] == 0
    assert good["smallest_letter"] == pytest.approx(0.3)
    over = report(((text("one", 1), text("two", 2)), ("Write",)), ((text("three", 3, left=6.5),), ("Write",)))
    bad = measured(CASE, show(over, key="k2"))
    assert bad["overlap"] >= 1
    assert bad["overlap_area"] > 0.005
    assert bad["off_frame"] == 1


def test_pace_and_stillness(show: Show) -> None:
    words = (text("four words are here"),)
    scores = measured(CASE, show(report((words, ("Write",)), (words, ("Wait",)), (words, ("Wait",)))))
    assert scores["still_share"] == pytest.approx(2 / 3, abs=1e-4)
    assert scores["longest_still"] == 2
    assert scores["words_second"] == pytest.approx(4 / 3, abs=1e-4)
    assert scores["animations_minute"] == 20
    assert scores["static"] == 0
    assert measured(CASE, show(report((words, ("Wait",))), key="k2"))["static"] == 1
    assert measured(CASE, show(report(((), ("Wait",))), key="k3"))["blank"] == 1


def test_code_is_linted_and_its_complexity_counted(show: Show) -> None:
    branchy = CODE + "        import os\n        if self:\n            for i in []:\n                pass\n"
    scores = measured(CASE, show(CIRCLE, codes=(branchy,), components=("a", "b", "a")))
    assert scores["complexity"] == 3
    assert scores["lint"] > 0
    assert scores["functions"] == 1
    assert scores["components"] == 2
    assert measured(CASE, show(CIRCLE, key="k2"))["lint"] == 0


def test_processor_seconds_a_second_of_video(show: Show) -> None:
    assert measured(CASE, show(CIRCLE, cpu=3.0, duration=2.0))["cpu_second"] == 1.5


def test_a_video_about_something_else_is_less_like_the_wish(show: Show) -> None:
    wish = Case("c", "g", "how the heart pumps blood")
    near = measured(wish, show(report(((text("blood flows through the heart"),), ("Write",)))))
    far = measured(wish, show(report(((text("gradient descent on a parabola"),), ("Write",))), key="k2"))
    assert near["likeness"] > far["likeness"] + 0.2


def test_a_judges_note_counts(show: Show) -> None:
    evidence = show(CIRCLE)
    (Path(evidence.folder) / JUDGEMENT).write_text(json.dumps({"model": "m", "score": 0.7, "why": ""}))
    assert measured(CASE, evidence)["judged"] == 0.7


def test_cost_is_told_where_a_model_was_asked(show: Show) -> None:
    scores = measured(
        CASE, show(CIRCLE, requests=3, tokens=(10, 20), cost=0.5, seconds=2.0, faults=(Fault(1, 1, "", ""),))
    )
    assert (scores["requests"], scores["prompt_tokens"], scores["dollars"]) == (3, 10, 0.5)
    assert "requests" not in measured(CASE, show(CIRCLE, key="k2"))
