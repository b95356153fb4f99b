"""The client against warm processes that go away: only what was not begun is asked again."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import api.client
from core.errors import SetupError

Answer = Callable[[socket.socket], None]


@pytest.fixture
def warm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., list[str]]]:
    """`warm(answer, …)` serves the n-th connection with the n-th answer, and returns what it was asked."""
    asked: list[str] = []
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(str(tmp_path / "s"))
    server.listen()

    def serve(answers: tuple[Answer, ...]) -> None:
        for answer in answers:
            try:
                link, _ = server.accept()
            except OSError:
                return  # the test is over
            with link:
                asked.append(link.recv(1 << 16).decode())
                answer(link)

    threads: list[threading.Thread] = []

    def begin(*answers: Answer) -> list[str]:
        threads.append(threading.Thread(target=serve, args=(answers,), daemon=True))
        threads[-1].start()
        return asked

    monkeypatch.setenv("TULKU_RUNTIME", str(tmp_path))
    monkeypatch.setattr(api.client, "socket_path", lambda: tmp_path / "s")
    yield begin
    server.shutdown(socket.SHUT_RDWR)  # wakes a thread that still waits
    for thread in threads:
        thread.join(5)
    server.close()


def nothing(link: socket.socket) -> None:
    """Goes away without a word."""


def result(link: socket.socket) -> None:
    link.sendall(b'{"event": {"stage": "plan"}}\n{"result": {"made": 1}}\n')


def half(link: socket.socket) -> None:
    link.sendall(b'{"event": {"stage": "plan"}}\n{"resu')


def test_a_process_that_ends_before_its_first_word_is_replaced(warm: Callable[..., list[str]]) -> None:
    asked = warm(nothing, result)
    messages = list(api.client.ask({"do": "make"}))
    assert messages[-1] == {"result": {"made": 1}}
    assert [json.loads(line) for line in asked] == [{"do": "make"}] * 2


def test_a_process_that_ends_in_the_middle_is_not_asked_again(warm: Callable[..., list[str]]) -> None:
    asked = warm(half, result)
    with pytest.raises(SetupError, match="ended before it answered"):
        list(api.client.ask({"do": "make"}))
    assert len(asked) == 1


def test_a_process_that_never_answers_is_given_up(warm: Callable[..., list[str]]) -> None:
    asked = warm(nothing, nothing, nothing, result)
    with pytest.raises(SetupError):
        list(api.client.ask({"do": "make"}))
    assert len(asked) == 3
