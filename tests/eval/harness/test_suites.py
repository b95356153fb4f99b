"""Suites: every format is read, in the shape that its authors give it; what is none is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.errors import BadInput
from eval.suites.opening import opened, some
from eval.suites.suite import Suite


def suite(folder: Path, name: str, data: Any) -> Suite:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return opened(str(path))


def test_our_own_suite_covers_all_kinds_and_says_what_it_wants() -> None:
    own = opened("tulku")
    assert len(own.cases) >= 20
    assert {case.expected for case in own.cases} == {"video", "refusal"}
    for kind in ("texts", "formulas", "objects", "events"):
        assert any(getattr(case.wanted, kind) for case in own.cases), kind
    assert len({case.id for case in own.cases}) == len(own.cases)


def test_words_of_our_own_suite_are_in_the_vocabulary() -> None:
    from eval.scores.sights import vocabulary

    for case in opened("tulku").cases:
        assert set(case.wanted.objects) <= set(vocabulary()["objects"]), case.wish
        assert set(case.wanted.events) <= set(vocabulary()["events"]), case.wish


def test_development_prompts(tmp_path: Path) -> None:
    found = suite(tmp_path, "w.json", {"a": [{"wish": "x", "source": "s"}], "unsupported": [{"wish": ""}]})
    assert [(case.group, case.wish, case.expected) for case in found.cases] == [
        ("a", "x", "video"), ("unsupported", "", "refusal"),
    ]  # fmt: skip


def test_theorem_explain_bench_as_file_and_as_folder(tmp_path: Path) -> None:
    row = {"theorem": "Sum rule", "description": "derivatives  add", "difficulty": "Easy", "subfield": "Calculus"}
    found = suite(tmp_path, "thb/easy/math.json", [row])
    assert found.form == "TheoremExplainBench"
    assert found.cases[0].wish == "Explain Sum rule: derivatives add"
    assert found.cases[0].group == "easy calculus"
    assert found.cases[0].wanted.texts == ("Sum rule",)
    suite(tmp_path, "thb/hard/physics.json", [row | {"theorem": "Ohm's law"}])
    assert len(opened(str(tmp_path / "thb")).cases) == 2


def test_topics_of_code2video(tmp_path: Path) -> None:
    found = suite(tmp_path, "src/long_video_topics_list.json", ["Knots", "Knots", "Sieve of primes"])
    assert [case.wish for case in found.cases] == ["Explain Knots", "Explain Sieve of primes"]
    assert opened(str(tmp_path)).form == "MMMC"


def test_manibench(tmp_path: Path) -> None:
    problem = {
        "id": "X-1", "difficulty_level": 3, "full_prompt": "Animate a lever.",
        "required_visual_events": [{"id": "e", "description": "Arrow grows", "weight": 0.7, "timing": "start"}],
        "coverage_requirements": ["Label 'torque' is shown"],
    }  # fmt: skip
    found = suite(tmp_path, "ManiBench_Pilot_Dataset.json", {"benchmark_name": "ManiBench", "problems": [problem]})
    case = found.cases[0]
    assert (case.id, case.group, case.wish) == ("X-1", "level 3", "Animate a lever.")
    assert [(claim.text, claim.weight) for claim in case.wanted.claims] == [
        ("Arrow grows", 0.7), ("Label 'torque' is shown", 1.0),
    ]  # fmt: skip


def test_manim_bench_tasks_in_yaml(tmp_path: Path) -> None:
    task = "id: slope\ndifficulty: easy\nprompt: >\n  Show a\n  slope.\nrequired_labels: [slope, m = 2, x]\n"
    suite(tmp_path, "v9/tasks/slope.yaml", f"{task}required_visuals: [a line]\n")
    found = suite(tmp_path, "v9/suite.yaml", "id: s\ntasks:\n  - tasks/slope.yaml\n")
    assert [case.wish for case in found.cases] == ["Show a slope."]
    assert found.cases[0].wanted.texts == ("slope",)
    assert found.cases[0].wanted.formulas == ("m = 2", "x")
    assert opened(str(tmp_path / "v9")).form == "manim-bench"


def test_prompts_and_codes_as_csv_and_parquet(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = "Generated Description,Reviewed Description,Code,Split\nold words,a dot,print(1),test\n,,print(2),test\n"
    case = suite(tmp_path, "bench.csv", table).cases[0]
    assert (case.wish, case.code, case.group) == ("a dot", "print(1)", "test")
    for prompt, code in (("query", "answer"), ("instruction", "output"), ("input", "output"), ("prompt", "code")):
        parquet.write_table(pa.table({prompt: ["a line", None], code: ["x = 1", "y"]}), tmp_path / "t.parquet")
        found = opened(str(tmp_path / "t.parquet"))
        assert [(one.wish, one.code) for one in found.cases] == [("a line", "x = 1")]
        assert not found.is_recorded


def test_recorded_answers_and_folders_of_scripts(tmp_path: Path) -> None:
    found = suite(tmp_path, "a.jsonl", '{"code": "x = 1", "model": "m"}\n{"code": "x = 1", "model": "m"}\n')
    assert found.is_recorded
    assert len({case.id for case in found.cases}) == 2
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "one.py").write_text("x = 1")
    assert [case.id for case in opened(str(tmp_path / "scripts")).cases] == ["one.py"]


def test_what_is_no_suite_is_refused(tmp_path: Path) -> None:
    for name, data in (("a.json", {"a": 1}), ("b.json", "{"), ("c.txt", "hello"), ("d.yaml", "a: [")):
        with pytest.raises(BadInput):
            suite(tmp_path, name, data)
    with pytest.raises(BadInput, match="no suite"):
        opened(str(tmp_path / "nothing"))


def test_a_part_of_a_suite_takes_from_every_group() -> None:
    own = opened("tulku")
    groups = {case.group for case in own.cases}
    assert {case.group for case in some(own, (), len(groups)).cases} == groups
    assert {case.group for case in some(own, ("plots",), 2).cases} == {"plots"}
    with pytest.raises(BadInput, match="no group"):
        some(own, ("nowhere",), 0)
