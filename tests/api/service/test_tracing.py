"""Spans: what they tell, what they never tell, that they reach a collector, and that nothing is needed without one."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from api import tracing
from core.errors import SetupError
from core.settings import Settings, settings
from tests.api.service.bench import Bench

TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def spans(home: Path) -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    end = tracing.set_up(settings(), exporter)
    yield exporter
    end()


async def test_a_request_and_a_task_are_spans_that_tell_nothing_private(
    spans: InMemorySpanExporter, bench: Bench
) -> None:
    headers = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
    asked = await bench.client.post("/generate", json={"prompt": "a secret wish"}, headers=headers)
    await bench.worker.take()
    await bench.client.get(f"/status/{asked.json()['task_id']}?secret=1")
    tracing._TRACER[0].span_processor.force_flush()
    found = {one.name: one for one in spans.get_finished_spans()}
    assert set(found) == {"POST /generate", "task", "GET /status/{task_id}"}
    request, task = found["POST /generate"], found["task"]
    assert request.context and f"{request.context.trace_id:032x}" == TRACE
    assert request.attributes and request.attributes["http.response.status_code"] == 202
    assert task.attributes and dict(task.attributes) == {
        "task.id": asked.json()["task_id"],
        "task.kind": "generate",
        "task.status": "completed",
        "task.cache": "made",
    }
    assert "secret" not in "".join(one.to_json() for one in found.values())


async def test_without_a_collector_there_are_no_spans(bench: Bench) -> None:
    end = tracing.set_up(settings())
    with tracing.span("nothing") as note:
        note("name", "still nothing")
    assert (await bench.made())["status"] == "completed" and not tracing._TRACER
    end()


def test_a_collector_without_the_packages_is_said_to_need_them(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(SetupError) as error:
        tracing.set_up(Settings(otlp_endpoint="http://127.0.0.1:4318"))  # type: ignore[call-arg]
    assert "telemetry" in error.value.advice


def test_spans_reach_a_collector(home: Path) -> None:
    heard: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append((self.path, self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        end = tracing.set_up(Settings(otlp_endpoint=f"http://127.0.0.1:{server.server_port}"))  # type: ignore[call-arg]
        with tracing.span("a span"):
            pass
        end()
        server.shutdown()
    assert heard[0][0] == "/v1/traces"
