"""Judges of descriptions: the embedder's cosine, the model's verdict, and what happens without a usable one."""

from __future__ import annotations

import numpy as np
import pytest

from agent.models.client import Reply
from agent.models.protocol import Usage
from api import judges
from api.judges import EmbeddingJudge, ModelJudge, judge
from core.errors import ModelUnavailable
from core.settings import Settings
from tests.corpus.fakes import scene, snippet

FOUND = [snippet(scene(number), name=f"Scene{number}", description=f"said {number}") for number in range(3)]


@pytest.fixture(autouse=True)
def no_embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that begin with `said` lie in one direction, all others at an angle to it."""
    vectors = {True: (1.0, 0.0), False: (0.6, 0.8)}
    monkeypatch.setattr(judges, "embed", lambda texts: np.array([vectors[text.startswith("said")] for text in texts]))


def model(monkeypatch: pytest.MonkeyPatch, *answers: str) -> ModelJudge:
    chosen = ModelJudge(Settings(model="openai/some"))  # pyright: ignore[reportCallIssue]
    waiting = list(answers)

    async def ask(*given: object) -> Reply:
        answer = waiting.pop(0)
        if not answer:
            raise ModelUnavailable("nobody there")
        return Reply(answer, "stop", "some", Usage())

    monkeypatch.setattr("agent.models.client.Client.ask", ask)
    return chosen


def test_the_embedder_scores_and_writes_nothing() -> None:
    chosen = judge(Settings(model="composer"))  # pyright: ignore[reportCallIssue]
    assert isinstance(chosen, EmbeddingJudge)
    assert chosen.describe(FOUND) == ["said 0", "said 1", "said 2"]
    assert chosen.fits(FOUND) == [0.6, 0.6, 0.6]


def test_the_model_decides_and_the_embedder_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = model(monkeypatch, 'Sure: {"fits": true, "description": "A circle grows."}', "no idea", "")
    assert chosen.describe(FOUND) == ["A circle grows.", "said 1", "said 2"]
    assert chosen.fits(FOUND) == [1.0, 0.6, 0.6]


def test_a_verdict_without_words_keeps_the_old_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = model(monkeypatch, '{"fits": false, "description": ""}')
    assert chosen.describe(FOUND[:1]) == ["said 0"]
    assert chosen.fits(FOUND[:1]) == [0.0]
