"""Qdrant's REST interface over its own client in memory: real HTTP, real JSON, the bodies read by the client's models.

No registry here has the server's binary. This stands in for it as far as the wire goes: what our store sends must be
what the interface asks for, or it is refused. The search behind it is the client's local mode, not the server's.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import TypeAdapter
from qdrant_client import QdrantClient, models

Body = dict[str, Any]
Answer = Callable[[QdrantClient, str, Any], Any]


def _made(client: QdrantClient, name: str, body: models.CreateCollection) -> bool:
    return client.create_collection(name, vectors_config=body.vectors, sparse_vectors_config=body.sparse_vectors)


def _indexed(client: QdrantClient, name: str, body: models.CreateFieldIndex) -> Any:
    return client.create_payload_index(name, body.field_name, body.field_schema)


def _stored(client: QdrantClient, name: str, body: models.PointInsertOperations) -> Any:
    assert isinstance(body, models.PointsList)
    return client.upsert(name, body.points)


def _queried(client: QdrantClient, name: str, body: models.QueryRequest) -> Any:
    return client.query_batch_points(name, [body])[0]


def _all_queried(client: QdrantClient, name: str, body: models.QueryRequestBatch) -> Any:
    return client.query_batch_points(name, body.searches)


def _scrolled(client: QdrantClient, name: str, body: models.ScrollRequest) -> Any:
    points, more = client.scroll(
        name, limit=body.limit or 10, offset=body.offset, with_payload=body.with_payload or False, with_vectors=False
    )
    return {"points": points, "next_page_offset": more}


def _deleted(client: QdrantClient, name: str, body: models.PointsSelector) -> Any:
    return client.delete(name, body)


ROUTES: dict[tuple[str, str], tuple[Any, Answer]] = {
    ("GET", "exists"): (None, lambda client, name, body: {"exists": client.collection_exists(name)}),
    ("GET", ""): (None, lambda client, name, body: client.get_collection(name)),
    ("PUT", ""): (models.CreateCollection, _made),
    ("DELETE", ""): (None, lambda client, name, body: client.delete_collection(name)),
    ("PUT", "index"): (models.CreateFieldIndex, _indexed),
    ("PUT", "points"): (models.PointInsertOperations, _stored),
    ("POST", "points/query"): (models.QueryRequest, _queried),
    ("POST", "points/query/batch"): (models.QueryRequestBatch, _all_queried),
    ("POST", "points/scroll"): (models.ScrollRequest, _scrolled),
    ("POST", "points/delete"): (models.PointsSelector, _deleted),
}
"""What our store and LlamaIndex's ask a server for: method, place in a collection, body, and who answers."""


@contextmanager
def server(key: str = "") -> Generator[str]:
    """The address of a server that ends with the block; with a `key`, it answers nobody without it."""
    client, lock = QdrantClient(":memory:"), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if key and self.headers.get("api-key") != key:
                self._send(401, {"status": {"error": "Must provide an API key"}})
                return
            with lock:
                self._send(*_answered(client, self.command, self.path, data))

        do_GET = do_PUT = do_POST = do_DELETE = _answer

        def _send(self, status: int, body: Body) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def _answered(client: QdrantClient, method: str, path: str, data: bytes) -> tuple[int, Body]:
    """Status and body of an answer, as the server words it."""
    parts = path.partition("?")[0].strip("/").split("/", 2)
    route = ROUTES.get((method, parts[2] if len(parts) > 2 else ""))
    if parts[0] != "collections" or len(parts) < 2 or route is None:
        return 404, {"status": {"error": f"no route {method} {path}"}}
    model, answer = route
    try:
        body = TypeAdapter(model).validate_json(data) if model else None
        found = answer(client, parts[1], body)
    except ValueError as error:  # pydantic's, and what the client says of collections that are not there
        return 404 if "not found" in str(error) else 400, {"status": {"error": str(error)}}
    return 200, {"result": TypeAdapter(Any).dump_python(found, mode="json"), "status": "ok", "time": 0.001}
