"""What every request passes: a bound on its body, an id for the logs, security headers on the way out.

Plain ASGI, so that streams and long videos go through untouched.
"""

from __future__ import annotations

import re
import time
from contextlib import AbstractContextManager
from typing import Any
from uuid import uuid4

import structlog
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import metrics
from api.problems import problem
from api.tracing import Note, span

MOST = 1 << 20
"""Bytes of a request's body."""
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
GIVEN_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")
TRACE = ("traceparent", "tracestate")
QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
log = structlog.get_logger("tulku.http")


class TooLarge(HTTPException):
    """Raised while a body is read that grows over the bound. The framework answers it, as it is one of its own."""

    def __init__(self) -> None:
        super().__init__(413, f"a body may have {MOST >> 20} MiB")


class Edge:
    """The outermost layer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit = Visit(scope, receive, send)
        with structlog.contextvars.bound_contextvars(request=visit.id), visit.traced() as note:
            try:
                await self._pass(visit)
            finally:
                visit.noted(note)

    async def _pass(self, visit: Visit) -> None:
        if visit.announced() > MOST:
            await visit.refuse()
        else:
            await self._app(visit.scope, visit.receive, visit.send)


class Visit:
    """One request and its answer."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self._receive, self._send = scope, receive, send
        self._headers = dict(scope["headers"])
        given = self._headers.get(b"x-request-id", b"").decode("latin-1")
        self.id = given if GIVEN_ID.match(given) else uuid4().hex
        self.status, self._size, self._began = 0, 0, time.perf_counter()

    def announced(self) -> int:
        """The body's length, as the request says it."""
        value = self._headers.get(b"content-length", b"0")
        return int(value) if value.isdigit() else 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > MOST:
            raise TooLarge
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self.id
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)

    async def refuse(self) -> None:
        answer = problem(413, "too_large", f"a body may have {MOST >> 20} MiB", "send less")
        await answer(self.scope, self._receive, self.send)

    def traced(self) -> AbstractContextManager[Note]:
        """A span for the request, within the caller's trace."""
        found = {name: self._headers.get(name.encode(), b"").decode("latin-1") for name in TRACE}
        headers = {name: value for name, value in found.items() if value}
        return span(self.scope["method"], headers, http_request_method=self.scope["method"], request_id=self.id)

    def noted(self, note: Note) -> None:
        """Count it, write it down, put it into its span; no query, for it may hold what is private."""
        seconds = time.perf_counter() - self._began
        route: Any = self.scope.get("route")
        path = getattr(route, "path", "other")
        note("name", f"{self.scope['method']} {path}")
        note("http.route", path)
        note("http.response.status_code", self.status)
        metrics.REQUESTS.labels(self.scope["method"], path, str(self.status)).inc()
        if path not in QUIET:
            log.info("request", method=self.scope["method"], path=path, status=self.status, seconds=round(seconds, 4))
