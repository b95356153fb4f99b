"""From probes to numbers: judging, the ledger, the histogram, the page."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from eval.conversion import report
from eval.conversion.ledger import Ledger
from eval.conversion.run import Choice, choose
from eval.conversion.summary import by_year, histogram, rate
from eval.conversion.survey import Listed
from eval.conversion.trial import Prepared, Trial, judge

RAN: dict[str, Any] = {"kind": "", "message": "", "line": 0, "text": "", "played": 9, "duration": 3.0, "seconds": 0.1}


def prepared(certain: int = 0, impossible: str = "") -> Prepared:
    return Prepared(Listed(Path("a.py"), "S", 2020), "a.py", "code", certain, (), impossible, 0.1)


def trial(scene: str, year: int, status: str, message: str = "", sheet: str = "") -> Trial:
    return Trial("a.py", scene, year, status, kind="runtime" if message else "", message=message, sheet=sheet)


def test_a_scene_passes_only_with_its_animations() -> None:
    assert judge(prepared(10), RAN).status == "passed"
    assert judge(prepared(11), RAN).status == "thin"
    failed = RAN | {"kind": "runtime", "message": "ValueError: 3"}
    assert judge(prepared(), failed).status == "failed"
    assert judge(prepared(impossible="glsl_shader"), failed).status == "impossible"
    assert judge(prepared(impossible="glsl_shader"), RAN).status == "passed"
    assert judge(prepared(), RAN | {"kind": "runtime", "message": "NotImplementedError"}).status == "apart"


def test_numbers_leave_out_what_is_apart_and_count_what_is_impossible() -> None:
    trials = [
        trial("A", 2020, "passed"),
        trial("B", 2020, "failed", "ValueError: 3.5 of 0x7f"),
        trial("C", 2021, "impossible", "ValueError: 4 of 0x12"),
        trial("D", 2021, "apart"),
    ]
    assert str(rate(trials)) == "1/3 = 33.3 %"
    assert {year: str(own) for year, own in by_year(trials).items()} == {2020: "1/2 = 50.0 %", 2021: "0/1 = 0.0 %"}
    assert [(name, count) for name, count, _ in histogram(trials)] == [("runtime: ValueError: # of …", 2)]


def test_the_ledger_survives_a_torn_line_and_forgets_bad_luck(tmp_path: Path) -> None:
    path = tmp_path / "probes.jsonl"
    ledger = Ledger(path)
    ledger.keep("one", RAN)
    ledger.keep("two", RAN | {"kind": "timeout"})
    with path.open("a") as file:
        file.write('{"key": "thr')
    again = Ledger(path)
    assert again.known("one") == RAN
    assert again.known("two") is None
    path.write_text(json.dumps({"key": "one", "manim": "0.1", "facts": RAN}) + "\n")
    assert Ledger(path).known("one") is None


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    listed = [Listed(Path("a.py"), f"S{n}", 2015 + n % 10, "no construct" if n % 7 == 0 else "") for n in range(100)]
    chosen = choose(listed, Choice(sample=10, seed=5, years=(2018, 2020)))
    assert chosen == choose(listed, Choice(sample=10, seed=5, years=(2018, 2020)))
    assert chosen != choose(listed, Choice(sample=10, seed=6, years=(2018, 2020)))
    assert len(chosen) == 10
    assert all(2018 <= scene.year <= 2020 and not scene.apart for scene in chosen)


def test_the_page_names_scenes_and_shows_pictures(tmp_path: Path) -> None:
    sheet = tmp_path / "out-files" / "sheet.png"
    trials = [trial("Shown", 2020, "passed", sheet=str(sheet)), trial("Bad<", 2021, "failed", "ValueError: <b>")]
    page = tmp_path / "out.html"
    report.write(trials, Counter({"no construct": 3}), page, "python -m eval.conversion --root x")
    text = page.read_text()
    assert "1/2 = 50.0 %" in text
    assert 'src="out-files/sheet.png"' in text
    assert "3 no construct" in text
    assert "Bad&lt;" in text
    assert "<b>" not in text
