"""Vectors are kept text by text: only new texts are embedded, and what is kept is what is given."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from retrieval.embedder import Matrix
from retrieval.vectors import vectors
from tests.retrieval.conftest import embedding

TEXTS = ["a circle", "a square", "a brace under a text", "a circle"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the embedder was asked for, call by call."""
    calls: list[list[str]] = []

    def embed(texts: list[str], model: str = "") -> Matrix:
        calls.append(texts)
        return embedding(texts)

    monkeypatch.setattr("retrieval.vectors.embed", embed)
    return calls


def test_only_new_texts_are_embedded(asked: list[list[str]]) -> None:
    first = vectors(TEXTS)
    again = vectors([*TEXTS, "a new act"])
    assert asked == [["a circle", "a square", "a brace under a text"], ["a new act"]]
    assert np.array_equal(first, again[:4]) and np.array_equal(first[0], first[3])
    assert np.abs(first - embedding(TEXTS)).max() < 1e-3 and first.dtype == np.float32


def test_another_model_has_vectors_of_its_own(asked: list[list[str]]) -> None:
    vectors(["a circle"])
    vectors(["a circle"], "another")
    vectors(["a circle"], "another")
    assert asked == [["a circle"], ["a circle"]]


def test_many_texts_are_kept(asked: list[list[str]]) -> None:
    many = [f"circle number {number}" for number in range(1300)]
    assert np.array_equal(vectors(many), vectors(many[::-1])[::-1])
    assert [len(call) for call in asked] == [512, 512, 276]


def test_a_damaged_file_is_begun_anew(asked: list[list[str]], own_home: Path) -> None:
    first = vectors(TEXTS)
    (own_home / "cache" / "vectors.sqlite").write_bytes(b"not a data base" * 100)
    assert np.array_equal(vectors(TEXTS), first) and np.array_equal(vectors(TEXTS), first)
    assert len(asked) == 2


def test_without_a_place_to_keep_them_they_are_made_each_time(asked: list[list[str]], own_home: Path) -> None:
    own_home.mkdir()
    (own_home / "cache").write_text("a file where the folder should be")
    assert np.array_equal(vectors(TEXTS), vectors(TEXTS)) and len(asked) == 2


def test_no_texts(asked: list[list[str]]) -> None:
    assert vectors([]).shape[0] == 0 and not asked
