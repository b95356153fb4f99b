"""Batches with a stand-in for the warm process: what is made, passed over, reported, and left when stopped."""

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import api.client
from api.batch import Batch
from api.cli import main
from api.topics import Topic
from core.errors import SetupError

Message = dict[str, Any]


class Kitchen:
    """Stands in for `api.client.ask`: makes files for a wish, refuses `odd`, fails at `bad`; keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.while_making: Any = lambda wish: None

    def __call__(self, request: Message) -> Iterator[Message]:
        self.asked.append(request["wish"])
        yield {"event": {"stage": "plan", "scene": -1}}
        self.while_making(request["wish"])
        yield self._answer(request)

    def _answer(self, request: Message) -> Message:
        wish, out = request["wish"], Path(request["out"])
        if "odd" in wish:
            return {"error": {"kind": "Unsupported", "message": "nothing shows this", "nearest": ["Pi"], "advice": ""}}
        if "bad" in wish:
            return {"error": {"kind": "NotMade", "message": "it <broke>", "advice": ""}}
        if "gone" in wish:
            raise SetupError("the warm process ended")
        out.mkdir(parents=True, exist_ok=True)
        for name in ("animation.mp4", "scene.py", "contact_sheet.png"):
            (out / name).write_text(wish)
        return {
            "result": {
                "title": wish.title(), "video": str(out / "animation.mp4"), "code": [str(out / "scene.py")],
                "poster": None, "contact_sheet": str(out / "contact_sheet.png"), "duration": 3.0, "seconds": 0.1,
                "missing": ["Scene 2: hopeless"] if "part" in wish else [], "findings": [], "components": ["c"],
                "served": "made", "usage": {"prompt_tokens": 1, "completion_tokens": 2, "cost": 0.5},
            }
        }  # fmt: skip


@pytest.fixture
def kitchen(monkeypatch: pytest.MonkeyPatch) -> Kitchen:
    kitchen = Kitchen()
    monkeypatch.setattr(api.client, "ask", kitchen)
    monkeypatch.setattr("api.batch.ask", kitchen)
    return kitchen


def batch(kitchen: Kitchen, out: Path, *wishes: str, **options: Any) -> Batch:
    topics = [Topic(line, wish) for line, wish in enumerate(wishes, 1)]
    return Batch(topics, out, {"quality": "low"}, asking=kitchen, **options)


def run(tmp_path: Path, text: str, *options: str) -> Result:
    (tmp_path / "topics.txt").write_text(text)
    return CliRunner().invoke(main, ["batch", str(tmp_path / "topics.txt"), "--out", str(tmp_path / "out"), *options])


def test_every_topic_ends_one_way_or_another(kitchen: Kitchen, tmp_path: Path) -> None:
    dones = list(batch(kitchen, tmp_path, "a", "odd one", "bad one", "gone", "in part").run(2))
    assert {done.topic.wish: done.status for done in dones} == {
        "a": "made", "odd one": "unsupported", "bad one": "failed", "gone": "failed", "in part": "partial",
    }  # fmt: skip


def test_what_is_there_is_passed_over_but_not_what_failed_or_changed(kitchen: Kitchen, tmp_path: Path) -> None:
    wishes = ("a", "b", "bad one", "in part")
    list(batch(kitchen, tmp_path, *wishes).run(1))
    kitchen.asked.clear()
    again = {done.topic.wish: done.served for done in batch(kitchen, tmp_path, *wishes).run(1)}
    assert kitchen.asked == ["bad one", "in part"] and again["a"] == again["b"] == "kept"
    (tmp_path / Topic(1, "a").folder / "animation.mp4").unlink()
    list(batch(kitchen, tmp_path, "a").run(1))
    assert kitchen.asked[-1] == "a"
    list(batch(kitchen, tmp_path, "b", fresh=True).run(1))
    assert kitchen.asked[-1] == "b"


def test_the_same_wish_twice_is_one_topic(kitchen: Kitchen, tmp_path: Path) -> None:
    assert [done.topic.line for done in batch(kitchen, tmp_path, "a", "b", "a").run(1)] == [1, 2]


def test_stopping_finishes_what_runs_and_the_next_run_goes_on(kitchen: Kitchen, tmp_path: Path) -> None:
    work = batch(kitchen, tmp_path, "a", "b", "c")
    kitchen.while_making = lambda wish: work.stop()
    assert [done.topic.wish for done in work.run(1)] == ["a"]
    kitchen.while_making = lambda wish: None
    served = [(done.topic.wish, done.served) for done in batch(kitchen, tmp_path, "a", "b", "c").run(1)]
    assert served == [("a", "kept"), ("b", "made"), ("c", "made")]


def test_several_are_made_at_once(kitchen: Kitchen, tmp_path: Path) -> None:
    both = threading.Barrier(2, timeout=10)
    kitchen.while_making = lambda wish: both.wait()
    assert len(list(batch(kitchen, tmp_path, "a", "b").run(2))) == 2


def test_the_command_reports_for_people_and_for_programs(kitchen: Kitchen, tmp_path: Path) -> None:
    result = run(tmp_path, "a circle\nodd one\n" + "x" * 5000 + "\nbad one\n")
    assert result.exit_code == 4
    assert "line 3" in result.stderr and "1 made" in result.stdout
    page = (tmp_path / "out" / "report.html").read_text()
    assert "a circle" in page and "contact_sheet.png" in page and "it &lt;broke&gt;" in page and "nearest: Pi" in page
    data = json.loads((tmp_path / "out" / "report.json").read_text())
    assert data["summary"]["statuses"] == {"made": 1, "unsupported": 1, "failed": 1}
    assert data["summary"]["bad_lines"] == 1 and data["summary"]["cost"] == 0.5
    assert (tmp_path / "out" / data["topics"][0]["files"]["video"]).exists()


def test_links_of_a_report_elsewhere_lead_to_the_videos(kitchen: Kitchen, tmp_path: Path) -> None:
    result = run(tmp_path, "a circle\n", "--report", str(tmp_path / "far" / "page.html"))
    assert result.exit_code == 0
    folder = Topic(1, "a circle").folder
    assert f"../out/{folder}/animation.mp4" in (tmp_path / "far" / "page.html").read_text()


def test_json_is_the_only_output(kitchen: Kitchen, tmp_path: Path) -> None:
    assert json.loads(run(tmp_path, "a circle\n", "--json").stdout)["statuses"] == {"made": 1}


def test_ctrl_c_finishes_what_runs_and_reports(kitchen: Kitchen, tmp_path: Path) -> None:
    kitchen.while_making = lambda wish: os.kill(os.getpid(), signal.SIGINT) if wish == "a" else None
    result = run(tmp_path, "a\nb\nc\n", "--jobs", "1")
    assert result.exit_code == 130
    data = json.loads((tmp_path / "out" / "report.json").read_text())
    assert [topic["topic"]["wish"] for topic in data["topics"]] == ["a"] and data["summary"]["topics"] == 3
    assert run(tmp_path, "a\nb\nc\n", "--jobs", "1").exit_code == 0 and kitchen.asked.count("a") == 1


@pytest.mark.parametrize("arguments", [["batch"], ["batch", "none.txt"]])
def test_no_list_is_bad_input(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2
