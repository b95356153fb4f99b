"""The API attacked by its own OpenAPI document, with every check that schemathesis has for such a service.

The application is the real one, behind a real HTTP server; farm and model only pretend, so all time goes into requests.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import pytest
import uvicorn

from api.app import create_app
from tests.api.service.bench import Bench

pytestmark = pytest.mark.service

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "positive_data_acceptance",
    "missing_required_header",
    "unsupported_method",
    "use_after_free",
    "ensure_resource_availability",
)
"""Not `ignored_auth`: without TULKU_AUTH nobody has to say who they are; `test_auth` looks at that."""
APART = "^/(events|search|metrics|auth)"
"""Endless; 503 without an index; text for Prometheus; logins, which are rightly slow for who guesses."""


async def test_the_service_keeps_the_contract_of_its_own_document(bench: Bench, tmp_path: Path) -> None:
    await bench.made()
    with socket.socket() as link:
        link.bind(("127.0.0.1", 0))
        link.listen(100)
        config = uvicorn.Config(create_app(bench.service), log_config=None, access_log=False, lifespan="off")
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server._serve([link]))
        over = asyncio.Event()
        working = asyncio.create_task(_work(bench, over))
        command = [
            sys.executable,
            "-m",
            "schemathesis.cli",
            "run",
            f"http://127.0.0.1:{link.getsockname()[1]}/openapi.json",
            "--max-examples=4",
            "--seed=1",
            "--request-timeout=60",
            "--phases=examples,coverage,fuzzing,stateful",
            f"--checks={','.join(CHECKS)}",
            f"--exclude-path-regex={APART}",
            "--no-color",
        ]
        pipe = asyncio.subprocess.PIPE
        attack = await asyncio.create_subprocess_exec(*command, cwd=tmp_path, stdout=pipe, stderr=pipe)
        told, problems = await asyncio.wait_for(attack.communicate(), 500)
        over.set()
        bench.worker.stop()  # the task at hand is done, no other one is begun
        await working
        server.should_exit = True
        await serving
    assert attack.returncode == 0, told.decode()[-8000:] + problems.decode()[-2000:]


async def _work(bench: Bench, over: asyncio.Event) -> None:
    """Tasks end, so that there is something to look at."""
    while not over.is_set():
        await bench.worker.take()
        await asyncio.sleep(0.5)
