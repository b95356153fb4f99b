"""The command line without a warm process: what it asks for, what it prints, how it exits."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import api.client
from api.cli import main, slug
from core.errors import SetupError

MADE: dict[str, Any] = {
    "title": "Circle", "video": "/v/animation.mp4", "code": ["/v/scene.py"], "poster": None, "contact_sheet": None,
    "duration": 3.0, "seconds": 0.5, "attempts": 1, "findings": [], "missing": [], "components": [],
    "usage": {"prompt_tokens": 0, "completion_tokens": 0, "cost": 0.0, "requests": 0},
}  # fmt: skip


class Answers:
    """Stands in for `api.client.ask`: keeps the request, plays back messages."""

    def __init__(self, *messages: dict[str, Any]) -> None:
        self.messages = messages
        self.request: dict[str, Any] = {}

    def __call__(self, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        self.request = request
        yield {"event": {"stage": "plan", "scene": -1}}
        yield from self.messages


def run(monkeypatch: pytest.MonkeyPatch, answers: Answers, *arguments: str) -> Result:
    monkeypatch.setattr(api.client, "ask", answers)
    return CliRunner().invoke(main, list(arguments))


def test_make_asks_and_says_where_things_are(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers({"result": MADE})
    result = run(monkeypatch, answers, "make", "a circle", "--quality", "medium", "--seed", "7")
    assert result.exit_code == 0
    assert "/v/animation.mp4" in result.stdout and "/v/scene.py" in result.stdout
    assert answers.request["wish"] == "a circle"
    assert answers.request["out"] == str(Path("videos/a-circle").absolute())
    told = {"quality": "medium", "style": "3b1b", "complexity": "medium", "model": "composer", "seed": 7}
    assert answers.request["options"] == told


def test_json_is_the_only_output(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, Answers({"result": MADE}), "make", "a circle", "--json")
    assert json.loads(result.stdout) == MADE
    assert not result.stderr


@pytest.mark.parametrize(("kind", "code"), [("BadInput", 2), ("Unsupported", 3), ("NotMade", 4), ("ModelError", 4)])
def test_exit_codes(monkeypatch: pytest.MonkeyPatch, kind: str, code: int) -> None:
    error = {"kind": kind, "message": "it broke", "advice": "do this", "nearest": ["Pi", "Primes"]}
    result = run(monkeypatch, Answers({"error": error}), "make", "x")
    assert result.exit_code == code
    assert "it broke" in result.stderr and "do this" in result.stderr and "Pi; Primes" in result.stderr


def test_errors_are_json_too_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    error = {"kind": "NotMade", "message": "it broke", "advice": "", "kept": "/k"}
    result = run(monkeypatch, Answers({"error": error}), "make", "x", "--json")
    assert json.loads(result.stdout) == {"error": error} and result.exit_code == 4


def test_a_warm_process_that_will_not_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        yield {"event": {"stage": "starting", "scene": -1}}
        raise SetupError("did not start", advice="see the log")

    monkeypatch.setattr(api.client, "ask", ask)
    result = CliRunner().invoke(main, ["make", "x"])
    assert result.exit_code == 4 and "see the log" in result.stderr


def test_a_wrong_quality_and_a_missing_file_are_bad_input(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["make", "x", "--quality", "huge"]).exit_code == 2
    assert CliRunner().invoke(main, ["probe", str(tmp_path / "none.py")]).exit_code == 2


def test_a_file_that_is_not_text_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_bytes(b"\xff\xfe\x00")
    result = CliRunner().invoke(main, ["probe", str(tmp_path / "x.py")])
    assert result.exit_code == 2 and "not UTF-8" in result.stderr


@pytest.mark.parametrize(
    ("text", "name"),
    [("A circle!", "a-circle"), ("../../etc/passwd", "etc-passwd"), ("∫∑", "wish"), ("x" * 200, "x" * 60)],
)
def test_folder_names_are_harmless(text: str, name: str) -> None:
    assert slug(text) == name
