"""A model server to test against: speaks OpenAI's chat completions over real HTTP, and misbehaves as scripted.

Each request takes the next step of the script: a `Reply`, a `Fail`, or a `Hangup`. All requests are kept in
`ReplayServer.requests`. A request without a step left is answered with status 418, so that it cannot pass unseen.
"""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """A proper answer. `delay` in seconds before it starts, `drip` seconds between the pieces of a stream."""

    text: str
    finish: str = "stop"
    delay: float = 0.0
    drip: float = 0.0
    piece: int = 12
    tokens: tuple[int, int] | None = (100, 20)
    refusal: str = ""


@dataclass(frozen=True)
class Fail:
    """An HTTP error in OpenAI's form."""

    status: int
    message: str = "scripted failure"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Hangup:
    """The connection breaks: at once, or in a stream after `text` was sent.

    A `polite` stream is closed as HTTP asks, but says neither why it finished nor that it is done.
    """

    text: str = ""
    polite: bool = False


@dataclass(frozen=True)
class Raw:
    """Status 200 with a body that is no chat completion."""

    body: str = "<html>proxy says hello</html>"
    content_type: str = "text/html"


Step = Reply | Fail | Hangup | Raw


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    path: str
    body: dict[str, Any]
    authorization: str
    at: float

    @property
    def messages(self) -> list[dict[str, str]]:
        return self.body["messages"]

    @property
    def said(self) -> str:
        """All messages as one text."""
        return "\n".join(message["content"] for message in self.messages)


class ReplayServer:
    """Serves on 127.0.0.1 at a free port until `close`. Use it as a context manager."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._steps: dict[str, deque[Step]] = defaultdict(deque)
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    def script(self, *steps: Step, model: str = "") -> None:
        """Append steps; with `model` only for requests that name this model."""
        self._steps[model].extend(steps)

    @property
    def left(self) -> int:
        """Steps that nobody asked for."""
        return sum(len(steps) for steps in self._steps.values())

    def take(self, request: Request) -> Step:
        with self._lock:
            self.requests.append(request)
            steps = self._steps.get(str(request.body.get("model"))) or self._steps.get("")
            return steps.popleft() if steps else Fail(418, "the script has no step left")

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(timeout=5)

    def __enter__(self) -> ReplayServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _handler(server: ReplayServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length) or b"{}")
            request = Request(self.path, body, self.headers.get("Authorization", ""), time.monotonic())
            try:
                _answer(self, server.take(request), body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the client gave up waiting, as scripted

        def log_message(self, format: str, *args: Any) -> None:
            """Keep test output clean."""

    return Handler


def _answer(http: BaseHTTPRequestHandler, step: Step, body: dict[str, Any]) -> None:
    if not http.path.endswith("/chat/completions"):
        _send(http, 404, json.dumps({"error": {"message": f"no such path: {http.path}"}}))
    elif isinstance(step, Fail):
        error = {"error": {"message": step.message, "type": "scripted", "code": step.status}}
        _send(http, step.status, json.dumps(error), headers=step.headers)
    elif isinstance(step, Raw):
        _send(http, 200, step.body, content_type=step.content_type)
    elif isinstance(step, Hangup) and not (step.text and body.get("stream")):
        _hang_up(http)
    elif body.get("stream"):
        _stream(http, step, body)
    else:
        assert isinstance(step, Reply)
        time.sleep(step.delay)
        _send(http, 200, json.dumps(_completion(step, body)))


def _send(
    http: BaseHTTPRequestHandler,
    status: int,
    text: str,
    *,
    headers: dict[str, str] | None = None,
    content_type: str = "application/json",
) -> None:
    data = text.encode()
    http.send_response(status)
    for name, value in {"Content-Type": content_type, "Content-Length": str(len(data)), **(headers or {})}.items():
        http.send_header(name, value)
    http.end_headers()
    http.wfile.write(data)


def _hang_up(http: BaseHTTPRequestHandler) -> None:
    http.close_connection = True
    http.connection.close()


def _completion(step: Reply, body: dict[str, Any]) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": step.text}
    if step.refusal:
        message |= {"content": None, "refusal": step.refusal}
    answer = {**_envelope("chat.completion", body), "choices": [_choice(step.finish, message=message)]}
    return answer | _usage(step)


def _stream(http: BaseHTTPRequestHandler, step: Reply | Hangup, body: dict[str, Any]) -> None:
    http.send_response(200)
    http.send_header("Content-Type", "text/event-stream")
    http.send_header("Transfer-Encoding", "chunked")
    http.end_headers()
    envelope = _envelope("chat.completion.chunk", body)
    if isinstance(step, Hangup):
        _event(http, {**envelope, "choices": [_choice(None, delta={"role": "assistant", "content": step.text})]})
        _chunk(http, b"") if step.polite else _hang_up(http)
        return
    time.sleep(step.delay)
    for start in range(0, len(step.text), step.piece):
        delta = {"role": "assistant", "content": step.text[start : start + step.piece]}
        _event(http, {**envelope, "choices": [_choice(None, delta=delta)]})
        time.sleep(step.drip)
    _event(http, {**envelope, "choices": [_choice(step.finish, delta={})]})
    if (body.get("stream_options") or {}).get("include_usage") and step.tokens:
        _event(http, {**envelope, "choices": [], **_usage(step)})
    _chunk(http, b"data: [DONE]\n\n")
    _chunk(http, b"")


def _event(http: BaseHTTPRequestHandler, data: dict[str, Any]) -> None:
    _chunk(http, f"data: {json.dumps(data)}\n\n".encode())


def _chunk(http: BaseHTTPRequestHandler, data: bytes) -> None:
    """One chunk of a chunked body (RFC 9112, 7.1); an empty one ends it."""
    http.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    http.wfile.flush()


def _envelope(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"id": "replay-1", "object": kind, "created": 1, "model": body.get("model", "")}


def _choice(finish: str | None, **what: Any) -> dict[str, Any]:
    return {"index": 0, "finish_reason": finish, **what}


def _usage(step: Reply) -> dict[str, Any]:
    if step.tokens is None:
        return {}
    sent, made = step.tokens
    return {"usage": {"prompt_tokens": sent, "completion_tokens": made, "total_tokens": sent + made}}
