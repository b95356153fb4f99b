"""Runs with a scripted model and a farm without manim: what counts, what is kept, what stops; and the command."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from agent.models.protocol import Answer, CodeModel, Passage
from agent.state import Part
from api.cli import main
from core.errors import ModelUnavailable, Unsupported
from core.scene import SceneCode
from core.settings import settings
from core.storyboard import ScenePlan, Storyboard
from core.wish import Wish
from eval.harness import making
from eval.harness.evidence import Shelf
from eval.harness.making import Terms
from eval.harness.run import Outcome, Plan, Run
from eval.suites.suite import Case, Suite
from tests.agent.fakes import GOOD, FakeFarm, ScriptedModel

BROKEN = "x = 1  # PROBE:NameError: boom\n"
OLD = "from manim import *\n\nclass S(Scene):\n    def construct(self):\n        self.play(ShowCreation(Square()))\n"


class Refusing(ScriptedModel):
    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        raise Unsupported("nothing shows this")


class Unreachable(ScriptedModel):
    async def write(self, wish: Wish, scene: ScenePlan, passages: tuple[Passage, ...]) -> Answer[SceneCode]:
        raise ModelUnavailable("connection refused")


class Acting(ScriptedModel):
    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        return Answer(Storyboard("Title", (ScenePlan("Scene 0", "brief 0", "act"),)))


class Buggy(ScriptedModel):
    async def plan(self, wish: Wish, passages: tuple[Passage, ...]) -> Answer[Storyboard]:
        raise ZeroDivisionError("ours")


MODELS: dict[str, Callable[[], CodeModel]] = {
    "good": ScriptedModel,
    "second": lambda: ScriptedModel(BROKEN, GOOD),
    "never": lambda: ScriptedModel(BROKEN),
    "old": lambda: ScriptedModel(OLD),
    "refusing": Refusing,
    "unreachable": Unreachable,
    "buggy": Buggy,
    "acting": Acting,
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A home of the test's own, and models by name."""
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    monkeypatch.setattr(making, "choose_model", lambda name, **options: MODELS[name]())
    yield
    settings.cache_clear()


def plan(*models: str, wishes: tuple[str, ...] = ("a square",), parts: tuple[Part, ...] = (), trials: int = 1) -> Plan:
    cases = tuple(Case(f"c{place}", "g", wish) for place, wish in enumerate(wishes))
    return Plan(Suite("s", "wishes", cases), models, parts, trials)


def ran(folder: Path, chosen: Plan, farm: Any = None) -> list[Outcome]:
    work = Run(chosen, Terms(Shelf(folder / "shelf"), farm or FakeFarm()))
    return [one for some in work.run(2) for one in some]


def test_every_way_a_trial_can_end(tmp_path: Path) -> None:
    found = {one.contestant.model: one for one in ran(tmp_path, plan(*MODELS))}
    assert {model: one.evidence.status for model, one in found.items()} == {
        "good": "made", "second": "made", "never": "failed", "old": "made", "refusing": "refused",
        "unreachable": "excluded", "buggy": "failed", "acting": "made",
    }  # fmt: skip
    assert found["good"].scores["first_try"] == 1
    assert (found["second"].scores["first_try"], found["second"].scores["after_repair"]) == (0, 1)
    assert [fault.message for fault in found["second"].evidence.faults] == ["NameError: boom"]
    assert found["never"].evidence.faults[0].line == 5
    assert found["unreachable"].scores == {}
    assert "ZeroDivisionError: ours" in found["buggy"].evidence.detail
    assert found["old"].scores["conflict_lines"] > 0
    assert found["good"].evidence.tokens == (20, 55)


def test_a_second_run_makes_nothing_again_but_what_was_spoilt(tmp_path: Path) -> None:
    chosen, farm = plan("good", "never", "unreachable"), FakeFarm()
    first = ran(tmp_path, chosen, farm)
    rendered = len(farm.rendered)
    again = ran(tmp_path, chosen, farm)
    assert len(farm.rendered) == rendered
    assert {one.contestant.model: one.is_known for one in again} == {"good": True, "never": True, "unreachable": False}
    assert {one.contestant.model: one.scores for one in again} == {one.contestant.model: one.scores for one in first}


def test_only_what_had_something_to_do_is_run_without_a_part(tmp_path: Path) -> None:
    found = ran(tmp_path, plan("good", "second", parts=("repair", "convert")))
    told = {(one.contestant.name): (one.is_same, one.evidence.status) for one in found}
    assert told["good −repair"] == (True, "made")
    assert told["second −repair"] == (False, "failed")
    assert told["good −convert"][0] is False


def test_without_conversion_the_code_stays_as_the_model_wrote_it(tmp_path: Path) -> None:
    found = {one.contestant.name: one.evidence.codes[0] for one in ran(tmp_path, plan("old", parts=("convert",)))}
    assert "ShowCreation" in found["old −convert"]
    assert "ShowCreation" not in found["old"]


def test_a_plan_of_components_cannot_do_without_them_and_uses_nothing_else(tmp_path: Path) -> None:
    found = ran(tmp_path, plan("acting", parts=("components", "retrieval", "convert")))
    assert {one.contestant.name: (one.is_same, one.evidence.status) for one in found} == {
        "acting": (False, "made"), "acting −components": (False, "refused"),
        "acting −retrieval": (True, "made"), "acting −convert": (True, "made"),
    }  # fmt: skip


def test_nothing_made_here_is_noted_for_the_harvest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[object] = []
    monkeypatch.setattr("agent.nodes.keep.glean", lambda *told: noted.append(told))
    ran(tmp_path, plan("good"))
    assert noted == []


def test_a_recorded_code_fails_once_however_many_steps_leave_it_as_it_is(tmp_path: Path) -> None:
    case = Case("c", "g", "", code="x = 1  # PROBE:NameError: boom\n")
    found = ran(tmp_path, Plan(Suite("s", "codes", (case,)), ("recorded",), ("convert", "repair")))
    assert {one.contestant.name: one.is_same for one in found} == {
        "recorded": False, "recorded −convert": True, "recorded −repair": True,
    }  # fmt: skip
    evidence = found[0].evidence
    assert (evidence.status, len(evidence.faults), evidence.rounds) == ("failed", 1, 0)
    assert evidence.steps == {"raw": False, "convert": False, "repair": False}


def test_trials_have_seeds_of_their_own(tmp_path: Path) -> None:
    found = ran(tmp_path, plan("good", trials=3))
    assert sorted(one.trial for one in found) == [0, 1, 2]
    assert len({one.evidence.key for one in found}) == 3


def test_after_stop_what_runs_is_finished_and_nothing_else_begun(tmp_path: Path) -> None:
    chosen = plan("good", wishes=tuple(f"wish {number}" for number in range(9)))
    work = Run(chosen, Terms(Shelf(tmp_path / "shelf"), FakeFarm(lambda: work.stop())))
    assert len(list(work.run(1))) == 1
    assert work.now == []


def command(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["eval", *arguments])


@pytest.fixture
def suite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite of two wishes, and a farm without manim behind the command."""
    import render.farm

    monkeypatch.setattr(render.farm.Farm, "connect", FakeFarm)
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"g": [{"wish": "a square"}, {"wish": "a circle"}]}))
    return path


def test_the_command_writes_page_json_and_junit(suite: Path, tmp_path: Path) -> None:
    done = command(str(suite), "--model", "good", "--model", "never", "--out", str(tmp_path / "o"))
    assert done.exit_code == 0, done.output
    assert "good: right 100 %" in done.stdout
    assert "never: right 0 %" in done.stdout
    assert {file.name for file in (tmp_path / "o").iterdir()} == {"report.html", "result.json", "junit.xml"}
    result = str(tmp_path / "o" / "result.json")
    same = command("--compare", result, result)
    assert same.exit_code == 0
    assert "0 regressions" in same.stdout


def test_a_regression_ends_with_one(suite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command(str(suite), "--model", "good", "--out", str(tmp_path / "old"))
    monkeypatch.setitem(MODELS, "good", MODELS["never"])
    command(str(suite), "--model", "good", "--out", str(tmp_path / "new"), "--fresh")
    found = command("--compare", str(tmp_path / "old" / "result.json"), str(tmp_path / "new" / "result.json"))
    assert found.exit_code == 1
    assert "made → failed" in found.stdout


def test_ctrl_c_loses_nothing(suite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import render.farm

    farm = FakeFarm(lambda: os.kill(os.getpid(), signal.SIGINT))
    monkeypatch.setattr(render.farm.Farm, "connect", lambda: farm)
    done = command(str(suite), "--model", "good", "--jobs", "1", "--out", str(tmp_path / "o"))
    assert done.exit_code == 130, done.output
    assert len(json.loads((tmp_path / "o" / "result.json").read_text())["outcomes"]) == 1
    farm.on_render = lambda: None
    done = command(str(suite), "--model", "good", "--jobs", "1", "--out", str(tmp_path / "o"))
    assert done.exit_code == 0
    data = json.loads((tmp_path / "o" / "result.json").read_text())
    assert (len(data["outcomes"]), data["known"]) == (2, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing.json"],
        ["tulku", "--ablate", "everything"],
        ["tulku", "--group", "none"],
        ["tulku", "--model", "recorded"],
    ],
)
def test_what_cannot_be_run_is_bad_input(suite: Path, arguments: list[str]) -> None:
    assert command(*arguments).exit_code == 2
