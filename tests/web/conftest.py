"""A fake API on a real port, a real Chromium, and pages that fail the test when the browser complains."""

from __future__ import annotations

import asyncio
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.web.fake_api import DIST, create_app

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 20_000
"""Milliseconds: the tests share two cores with renders."""
TORN = r"ignore:Exception ignored in. <_io\.FileIO name='.*/web/dist/:pytest.PytestUnraisableExceptionWarning"
"""A server stopped while it sends a file leaves it open until it is collected, in whichever test that happens."""
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/web/" in str(item.path):
            item.add_marker(pytest.mark.filterwarnings(TORN))


class _Torn(uvicorn.Server):
    """Closes at once what is still open when it ends: uvicorn leaves it to the collector when forced."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        for _ in range(3):  # a connection may just be being accepted
            for connection in list(self.server_state.connections):
                connection.transport.abort()
            await asyncio.sleep(0.02)


class Server:
    """The fake API; can be stopped and started again without forgetting anything."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        config = uvicorn.Config(self.app, port=self.port, log_level="critical", timeout_graceful_shutdown=0)
        self._server = _Torn(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        until = time.monotonic() + 20
        while not self._server.started:
            assert time.monotonic() < until, "the fake API does not start"
            time.sleep(0.02)

    def release(self) -> None:
        """Let slow jobs go on."""
        for job in self.app.state.jobs.values():
            job.held = False

    def stop(self) -> None:
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(20)
        assert not self._thread.is_alive()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short real film and its poster."""
    place = tmp_path_factory.mktemp("film")
    source = "testsrc=duration=4:size=426x240:rate=15"
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        source,
        "-pix_fmt",
        "yuv420p",
        str(place / "animation.mp4"),
    ]
    subprocess.run(command, check=True, timeout=60)
    Image.new("RGB", (426, 240), "#0d1017").save(place / "poster.png")
    return place


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no Chromium here: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    assert (DIST / "index.html").exists(), "the page is not built: ./tulku setup"
    running = Server(create_app(folder))
    yield running
    running.stop()


Opener = Callable[..., Page]


@pytest.fixture
def complaints() -> list[str]:
    """What the browser says against the page: thrown errors and breaches of the content policy."""
    return []


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=server.url, viewport={"width": 1440, "height": 900})
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def open_page(context: BrowserContext, complaints: list[str]) -> Iterator[Opener]:
    """Opens the page at an address; fails the test at its end if there was a complaint."""

    def opened(address: str = "/", **viewport: int) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(f"thrown: {error}"))
        page.on("console", lambda said: "Content Security Policy" in said.text and complaints.append(said.text))
        if viewport:
            page.set_viewport_size({"width": viewport["width"], "height": viewport["height"]})
        page.goto(address)
        return page

    yield opened
    assert complaints == []


@pytest.fixture
def page(open_page: Opener) -> Page:
    return open_page()
