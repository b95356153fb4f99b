"""Threads that parse at the same time do not break each other."""

from __future__ import annotations

import ast
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import parsing

SOURCE = Path(__file__).read_text(encoding="utf-8") * 4
ROUNDS = 75


class Garbage:
    """Is collected in the middle of a parse, and lets another thread go on there."""

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        pass


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Threads take turns as often as they can."""
    monkeypatch.setattr(ast, "parse", ast.parse)  # put back at the end
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_threads_parse_at_the_same_time(hurried: None) -> None:
    """Without `one_at_a_time` this fails on Python 3.11.7 within a second."""
    parsing.one_at_a_time()
    parsing.one_at_a_time()
    problems: list[BaseException] = []

    def parse() -> None:
        try:
            for _ in range(ROUNDS):
                Garbage()
                ast.parse(SOURCE)
                parsing.parsed_with(SOURCE, "<tree>", 0)
        except SystemError as error:
            problems.append(error)

    threads = [threading.Thread(target=parse) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
