"""A small run for real: four wishes by the composer, two recorded answers, a model over HTTP; farm, page and all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from api.cli import main
from core.settings import settings
from eval.harness.evidence import Evidence
from eval.harness.judging import judged
from eval.scores.relevance import measure
from eval.suites.suite import Case
from render.farm import Farm
from tests.agent.models.conftest import CODE
from tests.replay.server import Fail, ReplayServer, Reply

pytestmark = pytest.mark.render
PLAN = {"title": "Shapes", "scenes": [{"title": "Circle to square", "brief": "A circle becomes a square."}]}
WISHES = {
    "shapes": [
        {"wish": "a blue circle turns into a red square", "objects": ["circle", "square"], "events": ["transform"]},
        {"wish": "write the word HELLO, then fade it out", "texts": ["HELLO"], "events": ["vanish"]},
    ],
    "plots": [{"wish": "plot sin(x) from 0 to 6", "objects": ["axes", "curve"]}],
    "unsupported": [{"wish": "book me a table for two in Lisbon"}],
}
ANSWERS = [
    {"id": "works", "code": CODE},
    {"id": "old", "code": CODE.replace("Create", "ShowCreation")},
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The warm farm of this machine; evidence in a folder of the test's own."""
    farm = Farm.connect()
    monkeypatch.setattr(Farm, "connect", lambda: farm)
    monkeypatch.setenv("TULKU_HOME", str(tmp_path / "home"))
    settings.cache_clear()
    yield tmp_path
    settings.cache_clear()


def ran(home: Path, name: str, held: str, *options: str) -> dict[str, dict[str, float]]:
    """Scores of a suite by case, of the command as users run it."""
    (home / name).write_text(held, encoding="utf-8")
    done = CliRunner().invoke(main, ["eval", str(home / name), "--out", str(home / "out"), *options])
    assert done.exit_code == 0, done.output
    data = json.loads((home / "out" / "result.json").read_text())
    return {one["wish"]: one["scores"] for one in data["outcomes"]}


def test_wishes_by_the_composer(home: Path) -> None:
    scores = ran(home, "w.json", json.dumps(WISHES), "--model", "composer", "--jobs", "1")
    assert [each["right"] for each in scores.values()] == [1, 1, 1, 1]
    shown = list(scores.values())[:3]
    assert [each["coverage"] for each in shown] == [1, 1, 1]
    assert all(each["cpu_second"] > 0 and each["likeness"] > 0.2 and each["still_share"] < 0.9 for each in shown)
    page = (home / "out" / "report.html").read_text()
    assert page.count("data:image/jpeg;base64,") == 3


def test_recorded_answers(home: Path) -> None:
    scores = ran(home, "a.jsonl", "\n".join(map(json.dumps, ANSWERS)))
    assert (scores["works"]["runs_raw"], scores["works"]["conflict_lines"]) == (1, 0)
    assert (scores["old"]["runs_raw"], scores["old"]["runs_convert"]) == (0, 1)
    assert scores["old"]["conflict_lines"] > 0


def test_a_model_over_http_and_one_that_is_away(
    home: Path, replay: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TULKU_MODEL_BASE_URL", replay.url)
    monkeypatch.setenv("TULKU_MODEL_RETRIES", "0")
    settings.cache_clear()
    buggy = CODE.replace("Circle()", "Circle(2, RED, 5)")
    replay.script(Reply(json.dumps(PLAN)), Reply(f"```python\n{buggy}```"), Reply(f"```python\n{CODE}```"))
    replay.script(Fail(503))
    wishes = {"g": [{"wish": "a circle that becomes a square"}, {"wish": "a line"}]}
    scores = ran(home, "m.json", json.dumps(wishes), "--model", "qwen", "--jobs", "1")
    first = scores["a circle that becomes a square"]
    assert (first["made"], first["first_try"]) == (1, 0)
    assert scores["a line"] == {}
    data = json.loads((home / "out" / "result.json").read_text())
    assert [one["status"] for one in data["outcomes"]] == ["made", "excluded"]


async def test_a_judge_sees_the_sheet_and_its_note_is_kept(
    home: Path, replay: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image

    monkeypatch.setenv("TULKU_MODEL_BASE_URL", replay.url)
    settings.cache_clear()
    Image.new("RGB", (8, 8)).save(home / "sheet.png")
    evidence, case = Evidence("k", "made", folder=str(home)), Case("c", "g", "a circle")
    replay.script(Reply('Sure: {"score": 7, "why": "a circle is there"}'))
    await judged(case, evidence, "eyes")
    await judged(case, evidence, "eyes")
    assert measure(case, evidence)["judged"] == 0.7
    asked = replay.requests[0].body["messages"][0]["content"]
    assert len(replay.requests) == 1
    assert "a circle" in asked[0]["text"]
    assert asked[1]["image_url"]["url"].startswith("data:image/png;base64,")
