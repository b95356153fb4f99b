"""The page on the real service: wishes that are really made, in a browser that really plays them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Opener
from tests.web.steps import made, plays, wish

pytestmark = [pytest.mark.service, pytest.mark.render]
LONG = 180_000
"""Milliseconds for a film, on a machine that makes others beside it."""
SCENE = """from manim import *


class Dot1(Scene):
    def construct(self):
        self.play(Create(Dot(color=RED)))
"""


class Served:
    """`tulku serve` in a process of its own, with a home of its own."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port), "--jobs", "1"]
        env = {**os.environ, "TULKU_HOME": str(home / "home"), "TULKU_RUNTIME": str(home / "run")}
        self.log = home / "log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + 90
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.url}/readyz", timeout=5)
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.3)
        raise AssertionError(f"tulku serve does not start: {self.log.read_text()[-2000:]}")

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("t")
    (home / "run").mkdir()
    served = Served(home)
    yield served
    served.stop()


def test_a_wish_is_made_played_and_changed(open_page: Opener) -> None:
    page = open_page()
    wish(page, "Create a circle that transforms into a square")
    expect(page.get_by_role("progressbar")).to_be_visible()
    first = made(page, patience=LONG)
    plays(first)
    expect(page.get_by_role("region", name="Scene code").locator(".tok-keyword").first).to_be_visible()
    change = page.get_by_label("Change this video")
    change.fill("make the circle red")
    change.press("Enter")
    second = made(page, 1, patience=LONG)
    plays(second)
    assert second.get_attribute("src") != first.get_attribute("src")
    page.get_by_role("button", name="Good", exact=True).last.click()
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_text("Thank you.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("article")).to_have_count(2)
    expect(page.get_by_role("button", name="Good", exact=True).last).to_have_attribute("aria-pressed", "true")


def test_code_of_ones_own_is_rendered(open_page: Opener) -> None:
    page = open_page("/#/code")
    page.get_by_label("Scene code").fill(SCENE)
    page.get_by_role("button", name="Render this").click()
    plays(made(page, patience=LONG))


def test_what_cannot_be_shown_is_said(open_page: Opener) -> None:
    page = open_page()
    wish(page, "the political history of Bolivia")
    expect(page.get_by_role("heading", name="not something Tulku can show")).to_be_visible(timeout=LONG)
    expect(page.get_by_role("group", name="What it can show").get_by_role("button").first).to_be_visible()
