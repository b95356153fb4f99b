"""`deploy/nginx/tulku.conf` in a real nginx before the real application: TLS, streams, ranges, what is denied.

Only names, ports and certificates are changed, and, for an nginx before 1.25, how HTTP/2 is asked for.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.app import create_app
from tests.agent.fakes import GOOD
from tests.api.service.bench import Bench

pytestmark = pytest.mark.service

CONFIG = Path(__file__).parents[3] / "deploy" / "nginx" / "tulku.conf"
FRAME = """daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; include {folder}/tulku.conf; }}
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a certificate for 127.0.0.1."""
    if not (shutil.which("nginx") and shutil.which("openssl")):
        pytest.skip("no nginx here: apt-get install nginx-light")
    with tempfile.TemporaryDirectory(prefix="tulku-nginx-") as name:
        made = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
        files = ["-keyout", f"{name}/privkey.pem", "-out", f"{name}/fullchain.pem"]
        subprocess.run(["openssl", *made.split(), *files], check=True, capture_output=True, timeout=60)
        yield Path(name)


def configured(folder: Path, application: int) -> int:
    """Write the configuration for an application on a port; the port of the TLS server."""
    plain, secure = free(), free()
    text = CONFIG.read_text(encoding="utf-8")
    text = text.replace("/etc/nginx/tls", str(folder)).replace("http://api:8000", f"http://127.0.0.1:{application}")
    version = subprocess.run(["nginx", "-v"], check=True, capture_output=True, text=True).stderr
    if tuple(map(int, re.findall(r"(\d+)\.(\d+)\.\d+", version)[0])) < (1, 25):
        text = text.replace("http2 on;", "").replace("listen 443 ssl;", "listen 443 ssl http2;")
    text = text.replace("listen 443", f"listen 127.0.0.1:{secure}").replace("listen 80", f"listen 127.0.0.1:{plain}")
    (folder / "tulku.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder), encoding="utf-8")
    return secure


def free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@asynccontextmanager
async def fronted(bench: Bench, folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A client of nginx, with the application of the bench behind it."""
    with socket.socket() as link:
        link.bind(("127.0.0.1", 0))
        link.listen()
        config = uvicorn.Config(create_app(bench.service), log_config=None, access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        running = asyncio.create_task(server._serve([link]))
        port = configured(folder, link.getsockname()[1])
        nginx = await asyncio.create_subprocess_exec("nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"))
        trusted = ssl.create_default_context(cafile=str(folder / "fullchain.pem"))
        try:
            await reached(port)
            async with httpx.AsyncClient(base_url=f"https://127.0.0.1:{port}", verify=trusted, timeout=60) as client:
                yield client
        finally:
            nginx.terminate()
            await nginx.wait()
            server.should_exit = True
            await running


async def reached(port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            await writer.wait_closed()
            return
        await asyncio.sleep(0.1)
    raise TimeoutError


def test_the_configuration_is_one_that_nginx_takes(folder: Path) -> None:
    configured(folder, free())
    command = ["nginx", "-t", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0 and "warn" not in done.stderr, done.stderr


async def test_requests_ranges_and_what_is_denied(bench: Bench, folder: Path) -> None:
    async with fronted(bench, folder) as client:
        asked = await client.post("/generate", json={"prompt": "a circle"})
        assert asked.status_code == 202 and "max-age" in asked.headers["strict-transport-security"]
        assert len(asked.headers["x-request-id"]) == 32
        await bench.worker.take()
        video = (await client.get(asked.json()["status_url"])).json()["video_url"]
        part = await client.get(video, headers={"Range": "bytes=5-9"})
        assert part.status_code == 206 and part.content == GOOD.encode()[5:10]
        assert part.headers["content-range"] == f"bytes 5-9/{len(GOOD)}"
        same = await client.get(video, headers={"If-None-Match": part.headers["etag"]})
        assert same.status_code == 304
        assert (await client.get("/metrics")).status_code == 403
        large = await client.post("/generate", content=b"x" * (2 << 20))
        assert large.status_code == 413


async def test_events_come_while_they_happen(bench: Bench, folder: Path) -> None:
    heard, loop = asyncio.Event(), asyncio.get_running_loop()
    bench.farm.on_render = lambda: asyncio.run_coroutine_threadsafe(heard.wait(), loop).result(60)
    async with fronted(bench, folder) as client:
        task = (await client.post("/generate", json={"prompt": "a circle"})).json()["task_id"]
        working = asyncio.create_task(bench.worker.take())
        names: list[str] = []
        async with client.stream("GET", f"/events/{task}") as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            async for line in answer.aiter_lines():
                names += [line.removeprefix("event: ")] if line.startswith("event: ") else []
                if names:
                    heard.set()  # only now does the render go on: nothing is held back
        await working
    assert names[0] == "stage" and names[-1] == "done"
