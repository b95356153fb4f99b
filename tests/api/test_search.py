"""`tulku search` without a warm process: what it asks for, and what it prints."""

import json
from typing import Any

import pytest

from api import requests
from tests.api.test_cli import Answers, run

HIT: dict[str, Any] = {
    "snippet": {"title": "Draw a [circle]", "name": "S", "code": "x = 1\n" * 30, "source": "manim-docs",
                "path": "manim.Circle", "licence": "MIT"},
    "score": 0.0325, "part": "", "first": 1, "last": 30,
}  # fmt: skip
RESULT: dict[str, Any] = {"built": [], "hits": [HIT], "asked": True}


def test_it_asks_with_filters_and_shows_code(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = Answers({"result": RESULT})
    result = run(monkeypatch, answers, "search", "a circle", "--kind", "api", "-k", "3", "--licence", "MIT")
    assert result.exit_code == 0
    assert "Draw a [circle]" in result.stdout and "MIT" in result.stdout and "16 more lines" in result.stdout
    assert answers.request["do"] == "search" and answers.request["kind"] == "api" and answers.request["k"] == 3
    assert answers.request["filters"]["licence"] == ("MIT",)


def test_json_is_the_only_output(monkeypatch: pytest.MonkeyPatch) -> None:
    result = run(monkeypatch, Answers({"result": RESULT}), "search", "a circle", "--json")
    assert json.loads(result.stdout) == RESULT


def test_a_damaged_index_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    error = {"kind": "IndexUnusable", "message": "it cannot be read", "advice": "run: tulku search --rebuild"}
    result = run(monkeypatch, Answers({"error": error}), "search", "a circle")
    assert result.exit_code == 4 and "--rebuild" in result.stderr


@pytest.mark.parametrize("options", [("--kind", "recipes"), ("-k", "0"), ("-k", "many")])
def test_wrong_options_are_bad_input(monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]) -> None:
    assert run(monkeypatch, Answers({"result": RESULT}), "search", "x", *options).exit_code == 2


async def test_an_empty_search_is_bad_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.knowledge.is_prepared", lambda: True)
    answer = await requests.handle({"do": "search", "query": "  "}, lambda event: None)
    assert answer["error"]["kind"] == "BadInput"


async def test_an_index_that_is_not_there_is_built_first(monkeypatch: pytest.MonkeyPatch) -> None:
    from retrieval.index import Built

    def prepare(*, fresh: bool, progress: Any) -> list[Built]:
        progress("api", 1, 2)
        return [Built("api", 2, 0, 0, 1.0)]

    monkeypatch.setattr("agent.knowledge.is_prepared", lambda: False)
    monkeypatch.setattr("agent.knowledge.prepare", prepare)
    monkeypatch.setattr("retrieval.search.search", lambda *_: [])
    sent: list[dict[str, Any]] = []
    answer = await requests.handle({"do": "search", "query": "x"}, sent.append)
    assert answer["result"]["built"][0]["added"] == 2
    assert sent[0]["event"]["stage"] == "index"
